//! The reference for SQLite: the same rows as on PostgreSQL, in this process, without a server around it. Writes go to one
//! thread that lets what waits share a commit, each piece of work in a savepoint; that is the least that is both durable and
//! fast. Reads have a connection each.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread::JoinHandle;

use anyhow::{Context, Result, anyhow, bail};
use rusqlite::{CachedStatement, Connection, Row, params};
use sha2::{Digest, Sha256};

use crate::load::Client;
use crate::settings::root;

/// Statements that stay prepared on a connection.
const STATEMENTS: usize = 64;
/// Pieces of work in one commit at most, as in the store.
const BATCH: usize = 128;

/// What is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// A decision: ten statements.
    Decide,
    /// An answer: five statements.
    Record,
}

/// The database of the references.
#[derive(Clone, Debug)]
pub struct Reference {
    path: PathBuf,
    projects: i64,
}

fn open(path: &Path) -> Result<Connection> {
    let connection = Connection::open(path)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000; PRAGMA cache_size = -16384; \
         PRAGMA foreign_keys = ON;",
    )?;
    Ok(connection)
}

impl Reference {
    /// Makes it.
    pub fn create(path: PathBuf, projects: usize) -> Result<Self> {
        let projects = i64::try_from(projects)?;
        let script = root().join("bench/reference/sqlite/reference.sql");
        let script = std::fs::read_to_string(&script).with_context(|| format!("{}", script.display()))?;
        let connection = open(&path)?;
        connection.execute_batch("CREATE TEMP TABLE size (projects INTEGER NOT NULL)")?;
        connection.execute("INSERT INTO size VALUES (?1)", [projects])?;
        connection.execute_batch(&script)?;
        Ok(Self { path, projects })
    }

    /// Starts the thread that writes.
    pub fn writer(&self) -> Result<Writer> {
        let (queue, waiting) = channel();
        let connection = open(&self.path)?;
        let thread = std::thread::spawn(move || write_all(&connection, &waiting));
        Ok(Writer { queue, thread, projects: self.projects })
    }

    /// Clients that read the page of a project, or an inbox.
    pub fn readers(&self, inbox: bool, clients: usize) -> Result<Vec<Box<dyn Client>>> {
        let reader = |client: usize| {
            let connection = open(&self.path)?;
            let chance = Chance::of(client);
            Ok(Box::new(Reader { connection, inbox, chance, projects: self.projects }) as Box<dyn Client>)
        };
        (0..clients).map(reader).collect()
    }
}

/// Drops the events of the server's database whose letters were not planned yet; gives their number.
pub fn forget_unplanned(path: &Path) -> Result<u64> {
    let connection = open(path)?;
    Ok(u64::try_from(connection.execute("DELETE FROM unplanned_events", [])?)?)
}

/// A piece of work that waits.
struct Job {
    act: Act,
    project: i64,
    criterion: i64,
    done: SyncSender<Result<(), String>>,
}

/// The thread that writes.
pub struct Writer {
    queue: Sender<Job>,
    thread: JoinHandle<Result<()>>,
    projects: i64,
}

impl Writer {
    /// Clients that hand it work.
    pub fn clients(&self, act: Act, clients: usize) -> Vec<Box<dyn Client>> {
        let client = |number| {
            let (queue, chance) = (self.queue.clone(), Chance::of(number));
            Box::new(Waiting { queue, act, chance, projects: self.projects }) as Box<dyn Client>
        };
        (0..clients).map(client).collect()
    }

    /// Ends it, when no client is left.
    pub fn end(self) -> Result<()> {
        drop(self.queue);
        self.thread.join().map_err(|_| anyhow!("the writer of the reference panicked"))?
    }
}

fn write_all(connection: &Connection, waiting: &Receiver<Job>) -> Result<()> {
    let run = |sql: &str| -> rusqlite::Result<()> { connection.prepare_cached(sql)?.execute([]).map(drop) };
    while let Ok(first) = waiting.recv() {
        let mut jobs = vec![first];
        jobs.extend(waiting.try_iter().take(BATCH - 1));
        run("BEGIN IMMEDIATE")?;
        for job in &jobs {
            run("SAVEPOINT job")?;
            one(connection, job)?;
            run("RELEASE job")?;
        }
        run("COMMIT")?;
        for job in jobs {
            // Who asked has gone when the measurement is over.
            let _ = job.done.send(Ok(()));
        }
    }
    Ok(())
}

fn one(connection: &Connection, job: &Job) -> rusqlite::Result<()> {
    let (project, gate) = (job.project, 1 + job.project % 6);
    let mut asked = connection.prepare_cached(
        "SELECT p.organisation_id, p.phase, p.lifecycle, p.version, g.state FROM project p \
         JOIN gate g ON g.project_id = p.id AND g.gate = ?2 WHERE p.id = ?1",
    )?;
    let organisation: i64 = asked.query_row([project, gate], |row| row.get(0))?;
    let at = i64::try_from(std::time::UNIX_EPOCH.elapsed().unwrap_or_default().as_secs()).unwrap_or(0);
    if job.act == Act::Record {
        connection
            .prepare_cached(
                "INSERT INTO judgement VALUES (?1, ?2, ?3, 1, 'party@example.test', \
                 'We looked at it and it meets the criterion.', ?4) ON CONFLICT (project_id, gate, criterion) DO UPDATE SET \
                 state = excluded.state, given_by = excluded.given_by, note = excluded.note, changed_at = excluded.changed_at",
            )?
            .execute([project, gate, job.criterion, at])?;
        append(connection, project, organisation, at, "{\"act\":\"judge\",\"criterion\":3,\"note\":\"We looked at it.\"}")?;
        return letter(connection, organisation, at);
    }
    read_all(
        connection.prepare_cached("SELECT id, kind, state, sha256 FROM document WHERE project_id = ?1 AND gate = ?2")?,
        &[project, gate],
    )?;
    read_all(
        connection.prepare_cached("SELECT criterion, state, given_by FROM judgement WHERE project_id = ?1 AND gate = ?2")?,
        &[project, gate],
    )?;
    connection
        .prepare_cached(
            "UPDATE project SET lifecycle = 1 - lifecycle, version = version + 1, changed_at = ?2 WHERE id = ?1",
        )?
        .execute([project, at])?;
    connection
        .prepare_cached(
            "INSERT INTO decision (project_id, gate, outcome, decided_by, motivation, at) \
             VALUES (?1, ?2, 1, 'chair@example.test', 'We have seen everything; the project goes on.', ?3)",
        )?
        .execute([project, gate, at])?;
    append(connection, project, organisation, at, "{\"act\":\"decide\",\"outcome\":\"go\",\"note\":\"We have seen it.\"}")?;
    (0..5).try_for_each(|_| letter(connection, organisation, at))
}

/// The next event of the project's chain.
fn append(connection: &Connection, project: i64, organisation: i64, at: i64, body: &str) -> rusqlite::Result<()> {
    let mut last = connection
        .prepare_cached("SELECT sequence, hash FROM history WHERE project_id = ?1 ORDER BY sequence DESC LIMIT 1")?;
    let (sequence, before): (i64, Vec<u8>) = last.query_row([project], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let hash = Sha256::new().chain_update(&before).chain_update(body).finalize();
    connection
        .prepare_cached("INSERT INTO history VALUES (?1, ?2, ?3, ?4, 'chair@example.test', 3, ?5, ?6, ?7)")?
        .execute(params![project, sequence + 1, organisation, at, body, before, hash.as_slice()])?;
    Ok(())
}

fn letter(connection: &Connection, organisation: i64, at: i64) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO letter (organisation_id, recipient, subject, body, created_at) \
             VALUES (?1, 'a@example.test', 'Decided: go', 'The gate of your project was decided.', ?2)",
        )?
        .execute([organisation, at])?;
    Ok(())
}

/// Reads every column of every row, as somebody who shows them would.
fn read_all(mut statement: CachedStatement<'_>, parameters: &[i64]) -> rusqlite::Result<usize> {
    let mut rows = statement.query(rusqlite::params_from_iter(parameters))?;
    let mut bytes = 0;
    while let Some(row) = rows.next()? {
        bytes += width(row)?;
    }
    Ok(bytes)
}

fn width(row: &Row<'_>) -> rusqlite::Result<usize> {
    let mut bytes = 0;
    for column in 0..row.as_ref().column_count() {
        bytes += match row.get_ref(column)? {
            rusqlite::types::ValueRef::Text(text) | rusqlite::types::ValueRef::Blob(text) => text.len(),
            _ => 8,
        };
    }
    Ok(bytes)
}

/// Chance enough to choose a project.
struct Chance(u64);

impl Chance {
    fn of(client: usize) -> Self {
        Self((client as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// From 1 to `count`.
    fn to(&mut self, count: i64) -> i64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let count = u64::try_from(count).unwrap_or(1).max(1);
        i64::try_from(1 + self.0 % count).unwrap_or(1)
    }
}

struct Waiting {
    queue: Sender<Job>,
    act: Act,
    chance: Chance,
    projects: i64,
}

impl Client for Waiting {
    fn step(&mut self) -> Result<bool> {
        let (done, answer) = sync_channel(1);
        let (project, criterion) = (self.chance.to(self.projects), self.chance.to(10));
        let gone = || anyhow!("the writer of the reference ended");
        self.queue.send(Job { act: self.act, project, criterion, done }).map_err(|_| gone())?;
        answer.recv().map_err(|_| gone())?.map_err(|error| anyhow!(error))?;
        Ok(true)
    }
}

struct Reader {
    connection: Connection,
    inbox: bool,
    chance: Chance,
    projects: i64,
}

/// The statements of an inbox; the same rows as `postgresql/inbox.sql`.
const TASKS: &str = "SELECT t.id, t.kind, t.criterion, t.document, t.gate, t.revision, t.confirmable, t.since, t.due_on, p.id, \
    p.title FROM task t JOIN project p ON p.id = t.project_id WHERE t.organisation_id = ?1 AND t.party = ?2 \
    ORDER BY t.due_on, t.id LIMIT 51";
const MINE: &str = "SELECT count(*) FROM task WHERE organisation_id = ?1 AND party = ?2";
const ALL: &str = "SELECT count(*) FROM task WHERE organisation_id = ?1";

/// The statements of a project page; the same rows as `postgresql/page.sql`.
const PAGE: [&str; 5] = [
    "SELECT id, organisation_id, phase, lifecycle, title, summary, lead_address, version, changed_at FROM project WHERE id = ?1",
    "SELECT phase, state, entered_at, left_at FROM phase_entry WHERE project_id = ?1 ORDER BY phase",
    "SELECT id, gate, kind, state, title, place, changed_at FROM document WHERE project_id = ?1 ORDER BY id",
    "SELECT gate, criterion, state, given_by, note, changed_at FROM judgement WHERE project_id = ?1 ORDER BY gate, criterion",
    "SELECT sequence, at, actor, kind, body, hash FROM history WHERE project_id = ?1 ORDER BY sequence DESC LIMIT 20",
];

impl Client for Reader {
    fn step(&mut self) -> Result<bool> {
        if self.inbox {
            let (organisation, party) = (self.chance.to(4), self.chance.to(5));
            read_all(self.connection.prepare_cached(TASKS)?, &[organisation, party])?;
            read_all(self.connection.prepare_cached(MINE)?, &[organisation, party])?;
            read_all(self.connection.prepare_cached(ALL)?, &[organisation])?;
            return Ok(true);
        }
        let project = self.chance.to(self.projects);
        for sql in PAGE {
            if read_all(self.connection.prepare_cached(sql)?, &[project])? == 0 {
                bail!("the page of project {project} lacks rows");
            }
        }
        Ok(true)
    }
}
