//! What people do over HTTP while it is measured: the documents that our own screens send, with a session's cookie.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result, bail};
use engine::{ArtefactKey, Readiness};
use persistence::{Principal, Store};
use serde_json::{Value, json};

use crate::http::Connection;
use crate::load::Client;
use crate::making::{self, MOTIVATION};
use crate::world::{Place, READERS, World};

/// Every answer is looked at, but only each of so many is searched for errors: searching costs time as well.
const SEARCHED: u64 = 16;

/// The documents of the screens, as the web build wrote them: the only ones that a server in production takes.
pub struct Documents(Vec<String>);

impl Documents {
    /// Reads them.
    pub fn read(path: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(path).with_context(|| format!("{} comes with the screens", path.display()))?;
        let by_hash: std::collections::BTreeMap<String, String> = serde_json::from_str(&text)?;
        Ok(Self(by_hash.into_values().collect()))
    }

    /// A request up to its variables.
    fn start(&self, name: &str) -> Result<Arc<str>> {
        let is = |text: &&String| text.split(['(', '{', ' ']).nth(1) == Some(name);
        let document = self.0.iter().find(is).with_context(|| format!("the screens have no document {name}"))?;
        let head = json!({ "operationName": name, "query": document }).to_string();
        Ok(format!("{},\"variables\":", head.trim_end_matches('}')).into())
    }
}

/// A key that no other request has.
fn key() -> String {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    format!("bench-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

/// Chance enough to choose a project.
struct Choice(u64);

impl Choice {
    fn among(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (count.max(1) as u64)).unwrap_or(0)
    }
}

/// One connection that sends one kind of document.
struct Sender {
    connection: Connection,
    start: Arc<str>,
    body: String,
    sent: u64,
}

impl Sender {
    fn open(address: SocketAddr, start: &Arc<str>) -> Result<Self> {
        Ok(Self { connection: Connection::open(address)?, start: Arc::clone(start), body: String::new(), sent: 0 })
    }

    /// Sends; the answer must hold data and no errors.
    fn send(&mut self, cookie: &str, variables: &str) -> Result<&[u8]> {
        self.body.clear();
        self.body.push_str(&self.start);
        self.body.push_str(variables);
        self.body.push('}');
        self.sent += 1;
        let answer = self.connection.post("/graphql", cookie, &self.body)?;
        let searched = self.sent % SEARCHED == 1 || answer.body.len() < 1_000;
        let wrong = searched && answer.body.windows(9).any(|part| part == b"\"errors\":");
        if answer.status != 200 || wrong || answer.body.starts_with(b"{\"data\":null") {
            let said = String::from_utf8_lossy(&answer.body[..answer.body.len().min(2_000)]);
            bail!("{} {variables}: {} {said}", &self.start[..self.start.len().min(40)], answer.status);
        }
        Ok(answer.body)
    }
}

/// Sends once and gives the data.
fn once(address: SocketAddr, start: &Arc<str>, cookie: &str, variables: &Value) -> Result<Value> {
    let mut sender = Sender::open(address, start)?;
    let answer: Value = serde_json::from_slice(sender.send(cookie, &variables.to_string())?)?;
    Ok(answer["data"].clone())
}

/// Something of a project that its next act must name as seen; shared by the clients of one run after the other.
struct Known<T> {
    id: String,
    cookie: String,
    seen: Mutex<T>,
}

/// The share of a client: each project is one client's alone.
fn share<T>(all: &[Arc<T>], client: usize, clients: usize) -> Vec<Arc<T>> {
    all.iter().skip(client).step_by(clients).cloned().collect()
}

/// Everything that is sent to one database's server.
pub struct Acts {
    decide: Vec<Arc<Known<Readiness>>>,
    go: Mutex<Vec<(String, String, String)>>,
    judge: Vec<Arc<Known<(u32, String)>>>,
    judge_large: Vec<Arc<Known<(u32, String)>>>,
    submit: Vec<(String, String)>,
    pages: Arc<Vec<(String, String)>>,
    pages_large: Arc<Vec<(String, String)>>,
    inboxes: Arc<Vec<String>>,
    starts: Starts,
}

struct Starts {
    decide: Arc<str>,
    judge: Arc<str>,
    save: Arc<str>,
    submit: Arc<str>,
    evidence: Arc<str>,
    page: Arc<str>,
    tasks: Arc<str>,
}

/// The clients of one measurement.
pub type Clients = Vec<Box<dyn Client>>;

impl Acts {
    /// Looks at every project once, as the people who act would.
    pub async fn prepare(store: &Store, world: &World, documents: &Documents) -> Result<Self> {
        let starts = Starts {
            decide: documents.start("DecideGate")?,
            judge: documents.start("JudgeCriterion")?,
            save: documents.start("SaveDraft")?,
            submit: documents.start("SubmitRevision")?,
            evidence: documents.start("Evidence")?,
            page: documents.start("Project")?,
            tasks: documents.start("Tasks")?,
        };
        let (mut decide, mut go) = (Vec::new(), Vec::new());
        for (places, who) in [(&world.pools.decide, "chair"), (&world.pools.go, "innovation")] {
            for place in places {
                let (view, cookie) = look(store, world, *place, who).await?;
                let seen = making::readiness(store, &view).context("no gate is open")?;
                let id = place.project.to_string();
                if who == "chair" {
                    decide.push(Arc::new(Known { id, cookie, seen: Mutex::new(seen) }));
                } else {
                    go.push((id, cookie, seen.digest()));
                }
            }
        }
        let as_lead = |places: &[Place]| places.iter().map(|place| lead(world, *place)).collect::<Result<Vec<_>>>();
        let (submit, pages_large) = (as_lead(&world.pools.submit)?, Arc::new(as_lead(&world.pools.large)?));
        let pages = as_lead(&[&world.pools.decide[..], &world.pools.judge, &world.pools.submit].concat())?;
        let mut inboxes = Vec::new();
        for organisation in &world.organisations {
            for reader in READERS {
                inboxes.push(organisation.who(reader)?.cookie.clone());
            }
        }
        Ok(Self {
            decide,
            go: Mutex::new(go),
            judge: judged(store, world, &world.pools.judge).await?,
            judge_large: judged(store, world, &world.pools.large).await?,
            submit,
            pages: Arc::new(pages),
            pages_large,
            inboxes: Arc::new(inboxes),
            starts,
        })
    }

    /// Decides the second gate: a next round, with the readiness that was seen.
    pub fn decide(&self, address: SocketAddr, clients: usize) -> Result<Clients> {
        each(clients, |client| {
            let mine = share(&self.decide, client, clients);
            let sender = Sender::open(address, &self.starts.decide)?;
            Ok(Box::new(Decide { sender, mine, next: 0 }))
        })
    }

    /// Passes the first gate, each project once; `decisions` in all.
    pub fn go(&self, address: SocketAddr, clients: usize, decisions: usize) -> Result<Clients> {
        let mut left = self.go.lock().unwrap_or_else(PoisonError::into_inner);
        let taken = decisions.min(left.len());
        let from = left.len() - taken;
        let mut taken: Vec<Vec<String>> =
            left.drain(from..).enumerate().fold(vec![Vec::new(); clients], |mut parts, (number, (id, cookie, digest))| {
                let input = json!({ "input": { "key": key(), "projectId": id, "gate": "g0", "outcome": "GO",
                                               "motivation": MOTIVATION, "seenReadiness": digest } });
                parts[number % clients].extend([cookie, input.to_string()]);
                parts
            });
        drop(left);
        each(clients, |client| {
            let sender = Sender::open(address, &self.starts.decide)?;
            Ok(Box::new(Prepared { sender, ready: std::mem::take(&mut taken[client]) }))
        })
    }

    /// Judges a criterion, again and again.
    pub fn judge(&self, address: SocketAddr, clients: usize, large: bool) -> Result<Clients> {
        let projects = if large { &self.judge_large } else { &self.judge };
        each(clients, |client| {
            let sender = Sender::open(address, &self.starts.judge)?;
            Ok(Box::new(Judge { sender, mine: share(projects, client, clients), next: 0 }))
        })
    }

    /// Writes a draft for two documents of each project, without being measured, and gives the clients that submit them.
    pub fn submit(&self, address: SocketAddr, clients: usize, at_most: usize) -> Result<Clients> {
        let writing: Vec<_> = ["idee", "samenvatting"]
            .into_iter()
            .flat_map(|artefact| self.submit.iter().map(move |(id, cookie)| (artefact, id, cookie)))
            .take(at_most)
            .collect();
        let parts: Vec<Vec<_>> =
            (0..clients).map(|client| writing.iter().copied().skip(client).step_by(clients).collect()).collect();
        let ready: Vec<Result<Vec<String>>> = std::thread::scope(|scope| {
            let writers: Vec<_> = parts.iter().map(|part| scope.spawn(|| self.write(address, part))).collect();
            writers.into_iter().map(|writer| writer.join().unwrap_or_else(|_| bail!("a writer panicked"))).collect()
        });
        let mut ready = ready.into_iter().collect::<Result<Vec<_>>>()?;
        each(clients, |client| {
            let sender = Sender::open(address, &self.starts.submit)?;
            Ok(Box::new(Prepared { sender, ready: std::mem::take(&mut ready[client]) }))
        })
    }

    fn write(&self, address: SocketAddr, documents: &[(&str, &String, &String)]) -> Result<Vec<String>> {
        let mut save = Sender::open(address, &self.starts.save)?;
        let mut look = Sender::open(address, &self.starts.evidence)?;
        let mut ready = Vec::with_capacity(documents.len() * 2);
        for (artefact, id, cookie) in documents {
            let answers = making::answers(artefact, &key());
            let draft = json!({ "input": { "projectId": id, "artefact": artefact, "version": 0, "answers": answers } });
            let saved: Value = serde_json::from_slice(save.send(cookie, &draft.to_string())?)?;
            let seen = json!({ "project": id, "artefact": artefact }).to_string();
            let seen: Value = serde_json::from_slice(look.send(cookie, &seen)?)?;
            let input = json!({ "input": {
                "key": key(), "projectId": id, "artefact": artefact, "stage": "FINAL",
                "draftVersion": saved["data"]["saveDraft"]["artefact"]["draft"]["version"],
                "seenRevision": seen["data"]["project"]["artefact"]["current"]["hash"]
            } });
            ready.extend([String::clone(cookie), input.to_string()]);
        }
        Ok(ready)
    }

    /// Opens the page of a project.
    pub fn page(&self, address: SocketAddr, clients: usize, large: bool) -> Result<Clients> {
        let pages = if large { &self.pages_large } else { &self.pages };
        each(clients, |client| {
            let sender = Sender::open(address, &self.starts.page)?;
            Ok(Box::new(Read { sender, choice: choice(client), what: What::Page(Arc::clone(pages)) }))
        })
    }

    /// Opens *Mijn taken*.
    pub fn inbox(&self, address: SocketAddr, clients: usize) -> Result<Clients> {
        each(clients, |client| {
            let sender = Sender::open(address, &self.starts.tasks)?;
            Ok(Box::new(Read { sender, choice: choice(client), what: What::Inbox(Arc::clone(&self.inboxes)) }))
        })
    }

    /// Things in one project page and rows in one inbox, as they are answered: what a ratio compares.
    pub fn sizes(&self, address: SocketAddr) -> Result<Sizes> {
        let (id, cookie) = self.pages.first().context("no project")?;
        let page = once(address, &self.starts.page, cookie, &json!({ "id": id }))?;
        let mut inbox = 0;
        for cookie in self.inboxes.iter() {
            let tasks = once(address, &self.starts.tasks, cookie, &json!({ "list": "WAITING_FOR_ME", "first": 50 }))?;
            inbox = inbox.max(tasks["tasks"]["edges"].as_array().map_or(0, Vec::len));
        }
        Ok(Sizes { page: objects(&page), page_bytes: page.to_string().len(), inbox })
    }
}

/// How much is answered.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// Objects in a project page.
    pub page: usize,
    /// Bytes of it.
    pub page_bytes: usize,
    /// Rows of the fullest inbox.
    pub inbox: usize,
}

fn objects(value: &Value) -> usize {
    match value {
        Value::Object(fields) => 1 + fields.values().map(objects).sum::<usize>(),
        Value::Array(items) => items.iter().map(objects).sum(),
        _ => 0,
    }
}

fn each(clients: usize, mut make: impl FnMut(usize) -> Result<Box<dyn Client>>) -> Result<Clients> {
    (0..clients).map(&mut make).collect()
}

fn choice(client: usize) -> Choice {
    Choice((client as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

fn lead(world: &World, place: Place) -> Result<(String, String)> {
    Ok((place.project.to_string(), world.organisation(place).who("lead")?.cookie.clone()))
}

async fn look(store: &Store, world: &World, place: Place, who: &str) -> Result<(persistence::ProjectView, String)> {
    let organisation = world.organisation(place);
    let view = store.project(&Principal::system(organisation.id), place.project).await?;
    Ok((view, organisation.who(who)?.cookie.clone()))
}

async fn judged(store: &Store, world: &World, places: &[Place]) -> Result<Vec<Arc<Known<(u32, String)>>>> {
    let artefact = ArtefactKey::parse("risicoanalyse")?;
    let mut known = Vec::with_capacity(places.len());
    for place in places {
        let (view, cookie) = look(store, world, *place, "quality").await?;
        let round = view.state.round.as_ref().context("no round is open")?.number;
        let hash = view.state.artefacts.get(&artefact).context("no risk analysis")?.current.hash.to_string();
        known.push(Arc::new(Known { id: place.project.to_string(), cookie, seen: Mutex::new((round, hash)) }));
    }
    Ok(known)
}

struct Decide {
    sender: Sender,
    mine: Vec<Arc<Known<Readiness>>>,
    next: usize,
}

impl Client for Decide {
    fn step(&mut self) -> Result<bool> {
        if self.mine.is_empty() {
            return Ok(false);
        }
        let project = &self.mine[self.next % self.mine.len()];
        self.next += 1;
        let mut seen = project.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let input = format!(
            "{{\"input\":{{\"key\":\"{}\",\"projectId\":\"{}\",\"gate\":\"g1\",\"outcome\":\"REWORK\",\
             \"reworkTo\":\"verkenning\",\"motivation\":\"{MOTIVATION}\",\"seenReadiness\":\"{}\"}}}}",
            key(),
            project.id,
            seen.digest()
        );
        self.sender.send(&project.cookie, &input)?;
        // All that the decision changes of what the next one sees.
        seen.round += 1;
        Ok(true)
    }
}

struct Judge {
    sender: Sender,
    mine: Vec<Arc<Known<(u32, String)>>>,
    next: usize,
}

impl Client for Judge {
    fn step(&mut self) -> Result<bool> {
        if self.mine.is_empty() {
            return Ok(false);
        }
        let project = &self.mine[self.next % self.mine.len()];
        self.next += 1;
        let seen = project.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let input = format!(
            "{{\"input\":{{\"key\":\"{}\",\"projectId\":\"{}\",\"criterion\":\"client-risico\",\"party\":\"kwaliteit\",\
             \"answer\":\"MET\",\"proof\":\"PAPER\",\"motivation\":\"{MOTIVATION}\",\"seenRound\":{},\"seenRevisions\":\
             [{{\"artefact\":\"risicoanalyse\",\"hash\":\"{}\"}}]}}}}",
            key(),
            project.id,
            seen.0,
            seen.1
        );
        self.sender.send(&project.cookie, &input)?;
        Ok(true)
    }
}

/// Sends what was prepared: cookie and variables in turn, from the end.
struct Prepared {
    sender: Sender,
    ready: Vec<String>,
}

impl Client for Prepared {
    fn step(&mut self) -> Result<bool> {
        let (Some(variables), Some(cookie)) = (self.ready.pop(), self.ready.pop()) else { return Ok(false) };
        self.sender.send(&cookie, &variables)?;
        Ok(true)
    }
}

enum What {
    Page(Arc<Vec<(String, String)>>),
    Inbox(Arc<Vec<String>>),
}

struct Read {
    sender: Sender,
    choice: Choice,
    what: What,
}

impl Client for Read {
    fn step(&mut self) -> Result<bool> {
        match &self.what {
            What::Page(pages) => {
                let (id, cookie) = &pages[self.choice.among(pages.len())];
                self.sender.send(cookie, &format!("{{\"id\":\"{id}\"}}"))?;
            }
            What::Inbox(people) => {
                let cookie = &people[self.choice.among(people.len())];
                self.sender.send(cookie, "{\"list\":\"WAITING_FOR_ME\",\"first\":50}")?;
            }
        }
        Ok(true)
    }
}
