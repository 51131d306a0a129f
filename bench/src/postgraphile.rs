//! `PostGraphile` 5 on the reference schema: what a GraphQL server made from a schema does.

use std::fs::File;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::acts::Clients;
use crate::http::Connection;
use crate::load::Client;
use crate::machine;
use crate::settings::root;

/// How long it may take to start.
const PATIENCE: Duration = Duration::from_mins(1);
/// Processes, one per core.
const PROCESSES: usize = 2;

const PAGE: &str = "query Page($id: BigInt!) { projectByRowId(rowId: $id) { rowId organisationId phase lifecycle title summary \
    leadAddress version changedAt phaseEntriesByProjectId(orderBy: PRIMARY_KEY_ASC) { nodes { phase state enteredAt leftAt } } \
    documentsByProjectId(orderBy: PRIMARY_KEY_ASC) { nodes { rowId gate kind state title place changedAt } } \
    judgementsByProjectId(orderBy: PRIMARY_KEY_ASC) { nodes { gate criterion state givenBy note changedAt } } \
    historiesByProjectId(first: 20, orderBy: PRIMARY_KEY_DESC) { nodes { sequence at actor kind body } } } }";
const INBOX: &str = "query Inbox($organisation: Int!, $party: Int!) { mine: allTasks(condition: { organisationId: $organisation, \
    party: $party }, orderBy: [DUE_ON_ASC, PRIMARY_KEY_ASC], first: 50) { nodes { rowId kind criterion document gate revision \
    confirmable since dueOn projectByProjectId { rowId title } } pageInfo { hasNextPage endCursor } totalCount } \
    all: allTasks(condition: { organisationId: $organisation }) { totalCount } }";

/// A running `PostGraphile`; ended with the value.
pub struct Postgraphile {
    child: Child,
    address: SocketAddr,
    /// From starting it to its first answer.
    pub started: Duration,
    projects: usize,
}

fn folder() -> PathBuf {
    root().join("bench/postgraphile")
}

/// Installs it, and the Node.js that it needs, where it was not yet.
pub fn install() -> Result<()> {
    if folder().join("node_modules/postgraphile/package.json").exists() && folder().join("node_modules/.bin/node").exists() {
        return Ok(());
    }
    println!("installing PostGraphile into bench/postgraphile");
    let mut npm = Command::new("npm");
    npm.args(["install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"]).current_dir(folder());
    let done = npm.stdin(Stdio::null()).status().context("npm is needed to compare with PostGraphile")?;
    if done.success() { Ok(()) } else { bail!("npm could not install PostGraphile") }
}

impl Postgraphile {
    /// Starts it on a database of the references.
    pub fn start(database: &str, projects: usize, logs: &Path) -> Result<Self> {
        let address = crate::served::free_address()?;
        let log = File::create(logs.join("postgraphile.log"))?;
        let mut command = Command::new(folder().join("node_modules/.bin/node"));
        command.arg("server.mjs").current_dir(folder()).env("NODE_ENV", "production").env("GRAPHILE_ENV", "production");
        command.env("PORT", address.port().to_string()).env("DATABASE_URL", database);
        command.env("PROCESSES", PROCESSES.to_string()).stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
        let begun = Instant::now();
        let child = command.spawn().context("the Node.js of PostGraphile cannot be started")?;
        let mut started = Self { child, address, started: Duration::ZERO, projects };
        while started.ask("{ __typename }", &json!({})).is_err() {
            if let Some(status) = started.child.try_wait()? {
                bail!("PostGraphile ended with {status}; see postgraphile.log");
            }
            if begun.elapsed() > PATIENCE {
                bail!("PostGraphile did not answer within {PATIENCE:?}");
            }
            thread::sleep(Duration::from_millis(5));
        }
        started.started = begun.elapsed();
        let page = started.ask(PAGE, &json!({ "id": "1" }))?;
        if page["projectByRowId"]["historiesByProjectId"]["nodes"].as_array().is_none_or(|rows| rows.len() != 20) {
            bail!("PostGraphile does not give the page: {page}");
        }
        let inbox = started.ask(INBOX, &json!({ "organisation": 1, "party": 1 }))?;
        if inbox["mine"]["nodes"].as_array().is_none_or(Vec::is_empty) {
            bail!("PostGraphile does not give the inbox: {inbox}");
        }
        Ok(started)
    }

    /// The process that the others descend from.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// Memory of all its processes, in MiB.
    pub fn resident(&self) -> f64 {
        machine::resident(self.process())
    }

    fn ask(&self, query: &str, variables: &Value) -> Result<Value> {
        let mut connection = Connection::open(self.address)?;
        let body = json!({ "query": query, "variables": variables }).to_string();
        let answer = connection.post("/graphql", "", &body)?;
        let value: Value = serde_json::from_slice(answer.body)?;
        if answer.status != 200 || value.get("errors").is_some() {
            bail!("{value}");
        }
        Ok(value["data"].clone())
    }

    /// Clients that open the page of a project, or an inbox.
    pub fn clients(&self, inbox: bool, clients: usize) -> Result<Clients> {
        (0..clients)
            .map(|client| {
                let connection = Connection::open(self.address)?;
                let chance = (client as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
                Ok(Box::new(Reading { connection, inbox, projects: self.projects, chance }) as Box<dyn Client>)
            })
            .collect()
    }
}

impl Drop for Postgraphile {
    fn drop(&mut self) {
        // The processes that it forked end when the one that forked them is gone.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

struct Reading {
    connection: Connection,
    inbox: bool,
    projects: usize,
    chance: u64,
}

impl Client for Reading {
    fn step(&mut self) -> Result<bool> {
        self.chance ^= self.chance << 13;
        self.chance ^= self.chance >> 7;
        self.chance ^= self.chance << 17;
        let body = if self.inbox {
            json!({ "query": INBOX, "variables": { "organisation": 1 + self.chance % 4, "party": 1 + self.chance / 4 % 5 } })
        } else {
            json!({ "query": PAGE, "variables": { "id": (1 + self.chance % self.projects as u64).to_string() } })
        };
        let answer = self.connection.post("/graphql", "", &body.to_string())?;
        if answer.status != 200 || !answer.body.starts_with(b"{\"data\":{") {
            bail!("PostGraphile: {}", String::from_utf8_lossy(&answer.body[..answer.body.len().min(500)]));
        }
        Ok(true)
    }
}
