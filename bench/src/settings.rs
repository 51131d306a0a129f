//! What can be set from outside, each with a default that keeps `make bench` under a quarter of an hour on two cores.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, bail};

/// How much is measured.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Projects made in each database by real commands (`BENCH_PROJECTS`).
    pub projects: usize,
    /// How long one measurement lasts (`BENCH_SECONDS`).
    pub window: Duration,
    /// How often everything is measured, references and ours in turn (`BENCH_ROUNDS`).
    pub rounds: usize,
    /// Numbers of clients (`BENCH_CLIENTS`, with commas).
    pub clients: Vec<usize>,
    /// The number at which variants are measured, and most goals are set.
    pub middle: usize,
    /// After this time nothing noisy is measured again (`BENCH_MINUTES`).
    pub patience: Duration,
    /// Which databases (`BENCH_DATABASES`: sqlite, postgresql).
    pub databases: Vec<Database>,
    /// The server to be measured (`BENCH_TRECHTER`).
    pub trechter: PathBuf,
    /// The documents of the screens that it was built with (`BENCH_OPERATIONS`).
    pub operations: PathBuf,
    /// Where the databases of a run lie, on a real disk (`BENCH_FOLDER`); removed at its end.
    pub folder: PathBuf,
    /// Whether this only proves that every scenario runs.
    pub check: bool,
}

/// A database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Database {
    /// In the server's process, `synchronous=FULL`, commits shared.
    Sqlite,
    /// A private cluster at default durability.
    Postgresql,
}

impl Database {
    /// As it is printed.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgresql => "postgresql",
        }
    }
}

/// The checkout.
pub fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn number<T: std::str::FromStr>(name: &str, default: T) -> Result<T> {
    match std::env::var(name) {
        Ok(text) => text.trim().parse().ok().with_context(|| format!("{name}={text} is no number")),
        Err(_) => Ok(default),
    }
}

fn list<T>(name: &str, default: &str, read: impl Fn(&str) -> Option<T>) -> Result<Vec<T>> {
    let text = std::env::var(name).unwrap_or_else(|_| default.to_owned());
    let list: Option<Vec<T>> = text.split(',').map(|part| read(part.trim())).collect();
    list.filter(|list| !list.is_empty()).with_context(|| format!("{name}={text} is not understood"))
}

fn database(name: &str) -> Option<Database> {
    [Database::Sqlite, Database::Postgresql].into_iter().find(|database| database.name() == name)
}

impl Settings {
    /// Reads the environment. `check` makes everything as small as it can be.
    pub fn read(check: bool) -> Result<Self> {
        let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
        let built = target.join(if check { "debug" } else { "release" }).join("trechter");
        let path = |name: &str, default: PathBuf| std::env::var_os(name).map_or(default, PathBuf::from);
        let trechter = path("BENCH_TRECHTER", built);
        let folder = path("BENCH_FOLDER", target.join("bench")).join(std::process::id().to_string());
        let operations = path("BENCH_OPERATIONS", root().join("web/operations.json"));
        let clients: Vec<usize> = list("BENCH_CLIENTS", if check { "2" } else { "1,8,32" }, |part| part.parse().ok())?;
        if clients.contains(&0) {
            bail!("BENCH_CLIENTS: at least one client");
        }
        let middle = if clients.contains(&8) { 8 } else { clients[clients.len() / 2] };
        Ok(Self {
            projects: number("BENCH_PROJECTS", if check { 20 } else { 1_000 })?.max(20),
            window: Duration::from_secs_f64(number("BENCH_SECONDS", if check { 0.3 } else { 2.0 })?),
            rounds: number("BENCH_ROUNDS", if check { 1 } else { 3 })?.max(1),
            patience: Duration::from_secs_f64(60.0 * number("BENCH_MINUTES", if check { 0.0 } else { 11.0 })?),
            databases: list("BENCH_DATABASES", if check { "sqlite" } else { "postgresql,sqlite" }, database)?,
            clients,
            middle,
            trechter,
            operations,
            folder,
            check,
        })
    }
}
