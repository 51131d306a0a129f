//! The private PostgreSQL, and what its programs are asked.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};

use crate::load::Sample;
use crate::machine::Machine;
use crate::settings::root;

/// The same private cluster as that of the tests; no need for everything else that they need.
#[path = "../../tests/src/postgres.rs"]
#[expect(dead_code, reason = "tests use more of it")]
mod postgres;

/// The role by which the server is measured without row-level security.
const BYPASS: &str = "trechter_bench_bypass";
/// How long pgbench runs before and after the measurement.
const MARGIN: Duration = Duration::from_millis(400);

/// A running cluster; stopped with the value.
pub struct Cluster {
    server: postgres::Cluster,
    folder: PathBuf,
    /// The process of the postmaster, the parent of all others.
    pub process: u32,
}

impl Cluster {
    /// Starts a new cluster in `folder`.
    pub fn start(folder: &Path) -> Result<Self> {
        fs::create_dir_all(folder)?;
        let server = postgres::Cluster::new(folder).map_err(|problem| anyhow!("{problem}"))?;
        server.start().map_err(|problem| anyhow!("{problem}"))?;
        let file = folder.join("data/postmaster.pid");
        let text = fs::read_to_string(&file).with_context(|| format!("{}", file.display()))?;
        let process =
            text.lines().next().and_then(|line| line.trim().parse().ok()).context("a postmaster without a number")?;
        Ok(Self { server, folder: folder.to_owned(), process })
    }

    /// How to reach a database in it, as its owner.
    pub fn url(&self, database: &str) -> String {
        self.server.url(database)
    }

    /// The same as a role for which row-level security does not exist. The server connects as usual, finds that it may not
    /// take its own role, and works as this one; nothing else about it differs.
    pub fn url_without_row_security(&self, database: &str) -> Result<String> {
        self.psql(
            database,
            &format!(
                "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{BYPASS}') THEN \
                 CREATE ROLE {BYPASS} LOGIN BYPASSRLS; END IF; END $$; \
                 GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {BYPASS}; \
                 GRANT CREATE ON SCHEMA public TO {BYPASS};"
            ),
        )?;
        Ok(self.url(database).replacen("postgres@", &format!("{BYPASS}@"), 1))
    }

    /// Runs SQL as the owner; gives the rows as unaligned text.
    pub fn psql(&self, database: &str, sql: &str) -> Result<String> {
        psql(&self.url(database), &["--command", sql])
    }

    /// Makes an empty database.
    pub fn create(&self, database: &str) -> Result<()> {
        self.psql("postgres", &format!("CREATE DATABASE {database}")).map(drop)
    }

    /// Makes the database of the references.
    pub fn create_reference(&self, database: &str, projects: usize) -> Result<()> {
        self.create(database)?;
        for file in ["schema.sql", "data.sql"] {
            let path = scripts().join(file);
            let variable = format!("projects={projects}");
            psql(&self.url(database), &["--set", &variable, "--file", &path.display().to_string()])?;
        }
        Ok(())
    }

    /// Runs one of our scripts by so many clients, and measures the middle of the run.
    pub fn pgbench(&self, run: &Script<'_>, clients: usize, window: Duration, machine: &Machine) -> Result<Sample> {
        let logs = self.folder.join("pgbench");
        let _ = fs::remove_dir_all(&logs);
        fs::create_dir_all(&logs)?;
        let seconds = (window + MARGIN * 2).as_secs_f64().ceil();
        let mut command = Command::new(program("pgbench")?);
        command.args(["--no-vacuum", "--protocol=prepared", "--log", "--log-prefix"]).arg(logs.join("log"));
        command.arg(format!("--define=projects={}", run.projects)).arg("--file").arg(scripts().join(run.file));
        command.arg(format!("--client={clients}")).arg(format!("--jobs={}", clients.min(2)));
        command.arg(format!("--time={seconds}")).arg(self.url(run.database));
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn()?;
        thread::sleep(MARGIN);
        let (from, before) = (epoch_micros(), machine.look());
        thread::sleep(window);
        let (until, after) = (epoch_micros(), machine.look());
        let output = child.wait().and_then(|status| {
            let mut said = String::new();
            std::io::Read::read_to_string(
                &mut child.stderr.take().ok_or_else(|| std::io::Error::other("no stderr"))?,
                &mut said,
            )?;
            Ok((status, said))
        })?;
        if !output.0.success() {
            bail!("pgbench {}: {}", run.file, output.1.trim());
        }
        Sample::of(logged(&logs, from, until)?, before.until(&after))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Err(problem) = self.server.kill() {
            eprintln!("{problem}");
        }
    }
}

/// What pgbench runs.
#[derive(Clone, Copy, Debug)]
pub struct Script<'a> {
    /// Its name in `bench/reference/postgresql`.
    pub file: &'a str,
    /// In which database.
    pub database: &'a str,
    /// How many projects that has.
    pub projects: usize,
}

fn scripts() -> PathBuf {
    root().join("bench/reference/postgresql")
}

fn epoch_micros() -> u64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    u64::try_from(now.as_micros()).unwrap_or(u64::MAX)
}

/// The times of the transactions that ended between two moments: `client number micros script seconds micros`.
fn logged(folder: &Path, from: u64, until: u64) -> Result<Vec<u32>> {
    let mut times = Vec::new();
    for file in fs::read_dir(folder)? {
        let text = fs::read_to_string(file?.path())?;
        for line in text.lines() {
            let mut fields = line.split(' ').skip(2);
            let mut next = || fields.next().and_then(|field| field.parse::<u64>().ok());
            let (Some(took), Some(_), Some(seconds), Some(micros)) = (next(), next(), next(), next()) else { continue };
            if (from..until).contains(&(seconds * 1_000_000 + micros)) {
                times.push(u32::try_from(took).unwrap_or(u32::MAX));
            }
        }
    }
    Ok(times)
}

fn psql(url: &str, arguments: &[&str]) -> Result<String> {
    let mut command = Command::new(program("psql")?);
    command.args(["--no-psqlrc", "--no-password", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1"]);
    let output = command.args(["--dbname", url]).args(arguments).stdin(Stdio::null()).output()?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned());
    }
    bail!("psql: {}", String::from_utf8_lossy(&output.stderr).trim())
}

/// A program of PostgreSQL: on the path, or where Debian puts it.
fn program(name: &str) -> Result<PathBuf> {
    let installed = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().map(|v| v.path().join("bin"));
    let mut folders: BTreeSet<PathBuf> = installed.collect();
    folders.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    let found = folders.into_iter().rev().map(|folder| folder.join(name)).find(|path| path.exists());
    found.with_context(|| format!("{name} is needed and was not found; it comes with PostgreSQL (Debian: postgresql)"))
}
