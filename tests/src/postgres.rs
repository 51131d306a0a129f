//! A private PostgreSQL for tests.
//!
//! [`Database::create`] gives an empty database of its own, dropped with the value. With `TRECHTER_TEST_POSTGRES_URL` set it
//! lies on that server (a role that may create databases). Otherwise on a cluster that the tests start for themselves: one
//! for all test processes of a user, in the temporary folder, reached through a Unix socket. Every process that uses it
//! holds a shared lock, which the kernel gives back however the process ends; a small watchdog stops the cluster and
//! removes it when nobody holds one any more.
//!
//! It needs the programs of PostgreSQL (`initdb`, `pg_ctl`, `psql`), on the `PATH` or where Debian puts them. Nothing here
//! waits without an end: starting has a limit of one minute.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::{MetadataExt, chown};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// Names a server for tests instead of a private one.
pub const URL_VARIABLE: &str = "TRECHTER_TEST_POSTGRES_URL";

/// The account that a server run by root gives its process to; PostgreSQL refuses root.
const UNPRIVILEGED: &str = "postgres";

/// What is wrong, in a sentence for whoever runs the tests.
#[derive(Debug)]
pub struct Problem(String);

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Problem {}

impl From<io::Error> for Problem {
    fn from(error: io::Error) -> Self {
        Self(format!("the private PostgreSQL for tests cannot be set up: {error}"))
    }
}

/// A database of its own; dropped with the value.
#[derive(Debug)]
pub struct Database {
    server: &'static Server,
    name: String,
}

impl Database {
    /// Makes an empty database.
    ///
    /// # Errors
    /// [`Problem`] says what is missing and how to get it.
    pub fn create() -> Result<Self, Problem> {
        Self::copy("template0")
    }

    /// Makes a copy of a database that `fill` fills at its first use; the next callers, in whatever process, copy that.
    /// `template` must change when what `fill` makes changes.
    ///
    /// # Errors
    /// [`Problem`] says what is missing and how to get it.
    pub fn create_from(template: &str, fill: impl FnOnce(&str)) -> Result<Self, Problem> {
        let server = server()?;
        let name = format!("trechter_template_{template}");
        let gate = server.lock("template")?;
        if server.psql(&format!("SELECT 1 FROM pg_database WHERE datname = '{name}'"))?.is_empty() {
            let filled = Self::create()?;
            fill(&filled.url());
            server.psql(&format!("ALTER DATABASE {} RENAME TO {name}", filled.name))?;
            std::mem::forget(filled);
        }
        drop(gate);
        Self::copy(&name)
    }

    fn copy(template: &str) -> Result<Self, Problem> {
        static NEXT: AtomicU32 = AtomicU32::new(1);
        let server = server()?;
        let name = format!("trechter_test_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        server.psql(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))?;
        server.psql(&format!("CREATE DATABASE {name} TEMPLATE {template}"))?;
        Ok(Self { server, name })
    }

    /// How to reach it, for a role that owns it.
    #[must_use]
    pub fn url(&self) -> String {
        self.server.url(&self.name)
    }

    /// Runs SQL in it as its owner, beside the application; gives the rows as unaligned text.
    ///
    /// # Errors
    /// [`Problem`] holds what PostgreSQL said.
    pub fn psql(&self, sql: &str) -> Result<String, Problem> {
        psql(&self.url(), sql)
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        // A test that failed must not hide behind a database that could not be dropped.
        if let Err(problem) = self.server.psql(&format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name)) {
            eprintln!("{problem}");
        }
    }
}

#[derive(Debug)]
struct Server {
    /// With the name of the database left out: everything before it, and everything after it.
    url: (String, String),
    folder: PathBuf,
    _in_use: Option<File>,
}

impl Server {
    fn url(&self, database: &str) -> String {
        format!("{}{database}{}", self.url.0, self.url.1)
    }

    fn psql(&self, sql: &str) -> Result<String, Problem> {
        psql(&self.url("postgres"), sql)
    }

    /// Waits until no other process holds this lock.
    fn lock(&self, name: &str) -> Result<File, Problem> {
        let file = open(&self.folder.join(name))?;
        file.lock()?;
        Ok(file)
    }
}

fn server() -> Result<&'static Server, Problem> {
    static SERVER: OnceLock<Result<Server, String>> = OnceLock::new();
    let server = SERVER.get_or_init(|| {
        let given = std::env::var(URL_VARIABLE).ok().filter(|url| !url.is_empty());
        given.map_or_else(shared, |url| named(&url)).map_err(|problem| problem.0)
    });
    server.as_ref().map_err(|problem| Problem(problem.clone()))
}

fn named(url: &str) -> Result<Server, Problem> {
    let wrong = || Problem(format!("{URL_VARIABLE} must look like postgres://user@host/database"));
    let start = url.find("://").ok_or_else(wrong)? + 3;
    let slash = start + url[start..].find('/').ok_or_else(wrong)? + 1;
    let end = url[slash..].find('?').map_or(url.len(), |at| slash + at);
    let folder = std::env::temp_dir().join(format!("trechter-test-locks-{}", user_id()?));
    fs::create_dir_all(&folder)?;
    Ok(Server { url: (url[..slash].to_owned(), url[end..].to_owned()), folder, _in_use: None })
}

/// Joins the cluster that other test processes use, or starts it.
fn shared() -> Result<Server, Problem> {
    let folder = std::env::temp_dir().join(format!("trechter-test-postgres-{}", user_id()?));
    fs::create_dir_all(&folder)?;
    let gate = open(&folder.join("gate"))?;
    gate.lock()?;
    let cluster = Cluster::new(&folder)?;
    if !cluster.runs() {
        cluster.start()?;
        cluster.watch()?;
    }
    let in_use = open(&folder.join("users"))?;
    in_use.lock_shared()?;
    drop(gate);
    Ok(Server { url: cluster.url_parts(), folder, _in_use: Some(in_use) })
}

/// A cluster in a folder of its own.
#[derive(Debug)]
pub struct Cluster {
    folder: PathBuf,
    programs: PathBuf,
    owner: Option<(u32, u32)>,
}

impl Cluster {
    /// A cluster that will live in `folder`. Nothing runs yet.
    ///
    /// # Errors
    /// [`Problem`] when PostgreSQL is not installed.
    pub fn new(folder: &Path) -> Result<Self, Problem> {
        let owner = if user_id()? == 0 { Some(unprivileged()?) } else { None };
        if let Some((user, group)) = owner {
            chown(folder, Some(user), Some(group))?;
        }
        Ok(Self { folder: folder.to_owned(), programs: programs()?, owner })
    }

    /// Starts it, after making it where there is none. Durability is as PostgreSQL's defaults have it.
    ///
    /// # Errors
    /// [`Problem`] with what PostgreSQL wrote.
    pub fn start(&self) -> Result<(), Problem> {
        let data = self.folder.join("data");
        if !data.join("postgresql.conf").exists() {
            for folder in ["data", "socket"] {
                let folder = self.folder.join(folder);
                let _ = fs::remove_dir_all(&folder);
                fs::create_dir_all(&folder)?;
                if let Some((user, group)) = self.owner {
                    chown(&folder, Some(user), Some(group))?;
                }
            }
            let mut initdb = self.program("initdb");
            initdb.args(["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--pgdata"]);
            succeed(initdb.arg(&data))?;
        }
        let socket = self.folder.join("socket");
        let settings =
            format!("-c listen_addresses= -c max_connections=200 -c unix_socket_directories={}", socket.display());
        let mut start = self.program("pg_ctl");
        start.args(["start", "--wait", "--timeout=60", "--silent", "--pgdata"]).arg(&data);
        start.arg("--log").arg(data.join("server.log")).arg("--options").arg(settings);
        succeed(&mut start)
    }

    /// Stops it at once, as a crash would.
    ///
    /// # Errors
    /// [`Problem`] with what PostgreSQL wrote.
    pub fn kill(&self) -> Result<(), Problem> {
        let mut stop = self.program("pg_ctl");
        succeed(stop.args(["stop", "--mode=immediate", "--wait", "--timeout=60", "--pgdata"]).arg(self.folder.join("data")))
    }

    /// How to reach a database in it.
    #[must_use]
    pub fn url(&self, database: &str) -> String {
        let (before, after) = self.url_parts();
        format!("{before}{database}{after}")
    }

    fn url_parts(&self) -> (String, String) {
        ("postgres://postgres@localhost/".to_owned(), format!("?host={}", self.folder.join("socket").display()))
    }

    fn runs(&self) -> bool {
        self.folder.join("data/postmaster.pid").exists() && psql(&self.url("postgres"), "SELECT 1").is_ok()
    }

    /// Leaves a process behind that stops and removes the cluster when no test process holds its lock any more.
    fn watch(&self) -> Result<(), Problem> {
        let stop =
            "\"$1/pg_ctl\" stop -m immediate -w -t 60 -D \"$0/data\" >/dev/null 2>&1; rm -rf \"$0/data\" \"$0/socket\"";
        let script = format!(
            "cd \"$0\"; while sleep 20; do \
             flock gate flock --nonblock users sh -c '{stop}' \"$0\" \"$1\" && exit; done"
        );
        let mut watchdog = self.unprivileged_command("setsid");
        watchdog.args(["sh", "-c", &script]).arg(&self.folder).arg(&self.programs);
        watchdog.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        Ok(())
    }

    fn program(&self, name: &str) -> Command {
        let program = self.programs.join(name);
        self.unprivileged_command(program.to_str().unwrap_or(name))
    }

    /// Runs as an unprivileged account when the tests run as root, in a folder that it can read.
    fn unprivileged_command(&self, program: &str) -> Command {
        let mut command = match self.owner {
            Some(_) => {
                let mut command = Command::new("runuser");
                command.args(["-u", UNPRIVILEGED, "--", program]);
                command
            }
            None => Command::new(program),
        };
        command.current_dir(&self.folder).env_remove("PGDATA").env_remove("PGHOST").env_remove("PGPORT");
        command
    }
}

/// Where the programs of PostgreSQL are.
fn programs() -> Result<PathBuf, Problem> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    if let Ok(versions) = fs::read_dir("/usr/lib/postgresql") {
        let mut installed: Vec<PathBuf> = versions.flatten().map(|version| version.path().join("bin")).collect();
        installed.sort();
        folders.extend(installed.into_iter().rev());
    }
    // What lies on the path may be a link into the folder that has them all.
    let real = |folder: PathBuf| Some(fs::canonicalize(folder.join("initdb")).ok()?.parent()?.to_owned());
    let whole = |folder: &PathBuf| ["initdb", "pg_ctl", "psql"].iter().all(|program| folder.join(program).exists());
    folders.into_iter().filter_map(real).find(whole).ok_or_else(|| {
        Problem(format!(
            "PostgreSQL is needed for the tests on both databases, and initdb was not found on the PATH or under \
             /usr/lib/postgresql. Install it (Debian: apt-get install postgresql), or set {URL_VARIABLE}."
        ))
    })
}

fn psql(url: &str, sql: &str) -> Result<String, Problem> {
    let program = programs().map_or_else(|_| PathBuf::from("psql"), |folder| folder.join("psql"));
    let mut command = Command::new(program);
    command.env("PGCONNECT_TIMEOUT", "10").stdin(Stdio::null());
    command.args(["--no-psqlrc", "--no-password", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1"]);
    let output = command.args(["--dbname", url, "--command", sql]).output()?;
    said(&output)?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn succeed(command: &mut Command) -> Result<(), Problem> {
    // A server that keeps the pipe open would make reading to the end hang: its output goes nowhere, its log has it.
    let output = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status()?;
    if output.success() { Ok(()) } else { Err(Problem(format!("{command:?} failed: {output}"))) }
}

fn said(output: &Output) -> Result<(), Problem> {
    if output.status.success() {
        return Ok(());
    }
    Err(Problem(format!("PostgreSQL for tests: {}", String::from_utf8_lossy(&output.stderr).trim())))
}

fn open(path: &Path) -> Result<File, Problem> {
    use std::os::unix::fs::OpenOptionsExt;
    // The watchdog, another account when root runs the tests, locks the same files; for that it may read them.
    Ok(OpenOptions::new().create(true).truncate(false).write(true).mode(0o644).open(path)?)
}

fn user_id() -> Result<u32, Problem> {
    Ok(fs::metadata("/proc/self")?.uid())
}

fn unprivileged() -> Result<(u32, u32), Problem> {
    let accounts = fs::read_to_string("/etc/passwd")?;
    let ids = accounts.lines().find_map(|line| {
        let mut fields = line.split(':');
        let found = fields.next()? == UNPRIVILEGED;
        let (user, group) = (fields.nth(1)?.parse().ok()?, fields.next()?.parse().ok()?);
        found.then_some((user, group))
    });
    ids.ok_or_else(|| Problem(format!("root cannot run PostgreSQL, and there is no account `{UNPRIVILEGED}` to run it as")))
}
