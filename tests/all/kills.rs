//! R1 and E2: the server is killed at random points while people decide and judge over HTTP. What was acknowledged is
//! there, once; what was not can be sent again under its key; the store is never half written; and mail that was on its
//! way arrives again under the same Message-ID, never more than once for each kill.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use reqwest::header::COOKIE;
use serde_json::{Value, json};
use tests::acts::{Acts as _, answers, unique};
use tests::chance::{Chance, Run};
use tests::server::Program;
use tests::settle::Cast;
use tests::site::{Backend, Ground, Site, client};
use tests::smtp::{Mail, SmtpServer};
use tests::sql;
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::TRECHTER;

/// Clients that act at one time, each on a project of its own: so the numbers in its receipts have no gaps of others.
const CLIENTS: usize = 4;
/// Requests between two kills at most.
const REQUESTS: usize = 24;
/// Microseconds into a request at which a kill comes, at most.
const INTO: usize = 12_000;
/// Everybody at a decision but the one who took it gets mail.
const MAILS_PER_DECISION: usize = 3;
/// How long the last mails may take.
const DRAIN: Duration = Duration::from_mins(2);

const PEOPLE: &[Cast] = &[
    Cast { name: "author", parties: &[], roles: &[], language: "nl" },
    Cast { name: "colleague", parties: &["innovatie", "zorg"], roles: &[], language: "nl" },
    Cast { name: "ict", parties: &["ict"], roles: &[], language: "nl" },
    Cast { name: "chair", parties: &["*stuurgroep"], roles: &[], language: "en" },
];

const LOOK: &str = "query($id: ID!) { project(id: $id) { version phase { key } artefact(key: \"idee\") { current { hash } } \
                    readiness { round digest blockers { criterion { key } } } } }";
const JUDGE: &str = "mutation($i: JudgeCriterionInput!) { done: judgeCriterion(input: $i) { \
                     receipt { firstSequence lastSequence replayed } } }";
const DECIDE: &str =
    "mutation($i: DecideGateInput!) { done: decideGate(input: $i) { receipt { firstSequence lastSequence replayed } } }";
const TIMELINE: &str = "query($id: ID!, $after: String) { project(id: $id) { version timeline(first: 100, after: $after) { \
                        edges { node { sequence kind } } pageInfo { hasNextPage endCursor } } } }";

/// The criteria of the first gate, each with who answers it.
const CRITERIA: [(&str, &str, &str); 3] =
    [("past-in-zorg", "colleague", "zorg"), ("doelen-meetbaar", "colleague", "innovatie"), ("ict-vroeg", "ict", "ict")];

/// A request that was sent, and perhaps not answered.
#[derive(Clone, Debug)]
struct Act {
    who: &'static str,
    document: &'static str,
    variables: Value,
}

/// A request that was answered.
#[derive(Clone, Debug)]
struct Done {
    act: Act,
    first: u64,
    last: u64,
}

/// Where the server is; empty while it is down. The last word is that the run is over.
#[derive(Clone, Debug, PartialEq)]
enum Where {
    Down,
    At(String),
    Over,
}

/// Somebody's browser: it acts on one project, and sends again what was not answered.
struct Client {
    http: reqwest::Client,
    cookies: BTreeMap<String, String>,
    project: String,
    chance: Chance,
    /// The last event that a receipt told.
    last: u64,
    open: Option<Act>,
    done: Vec<Done>,
    /// Unanswered requests that turned out to have happened.
    had_happened: u64,
    sent: watch::Sender<u64>,
}

impl Client {
    async fn run(mut self, mut server: watch::Receiver<Where>) -> Self {
        loop {
            let at = match &*server.borrow_and_update() {
                Where::Over => return self,
                Where::Down => None,
                Where::At(at) => Some(at.clone()),
            };
            let answered = match &at {
                Some(at) => self.step(at).await,
                None => None,
            };
            // The server is gone; what was asked stays open.
            if answered.is_none() && server.changed().await.is_err() {
                return self;
            }
        }
    }

    /// One request and its answer; nothing when the connection broke.
    async fn step(&mut self, at: &str) -> Option<()> {
        let (act, again) = match self.open.clone() {
            Some(act) => (act, true),
            None => (self.next(at).await?, false),
        };
        self.open = Some(act.clone());
        self.sent.send_modify(|sent| *sent += 1);
        let answer = self.ask(at, act.who, act.document, &act.variables).await?;
        let receipt = &answer["data"]["done"]["receipt"];
        let number = |name: &str| receipt[name].as_u64().unwrap_or_else(|| panic!("{act:?} was answered with {answer:#}"));
        let (first, last) = (number("firstSequence"), number("lastSequence"));
        assert_eq!(first, self.last + 1, "nothing acknowledged is lost, nothing happened twice: {act:?}");
        let replayed = receipt["replayed"] == true;
        assert!(again || !replayed, "a new key was known: {act:?}");
        self.had_happened += u64::from(replayed);
        self.last = last;
        self.done.push(Done { act, first, last });
        self.open = None;
        Some(())
    }

    async fn ask(&self, at: &str, who: &str, document: &str, variables: &Value) -> Option<Value> {
        let body = json!({ "query": document, "variables": variables });
        let request = self.http.post(format!("{at}/graphql")).header(COOKIE, &self.cookies[who]).json(&body);
        let answer: Value = request.send().await.ok()?.json().await.ok()?;
        assert!(answer.get("errors").is_none(), "{who} {variables}: {answer:#}");
        Some(answer)
    }

    /// What to do now: answer what is open, now and then answer anew, then decide; and back again.
    async fn next(&mut self, at: &str) -> Option<Act> {
        let seen = self.ask(at, "author", LOOK, &json!({ "id": self.project })).await?;
        let project = &seen["data"]["project"];
        assert!(project["version"].as_u64() >= Some(self.last), "an acknowledged act is lost: {seen:#}");
        let gate = &project["readiness"];
        let decide = |who, gate_key: &str, outcome: &str, to: Value| Act {
            who,
            document: DECIDE,
            variables: json!({ "i": { "key": unique("decide"), "projectId": self.project, "gate": gate_key, "outcome": outcome,
                "reworkTo": to, "motivation": "Wij hebben alles gezien.", "seenReadiness": gate["digest"] } }),
        };
        if project["phase"]["key"] == "verkenning" {
            return Some(decide("chair", "g1", "REWORK", json!("idee")));
        }
        let open: Vec<&str> = gate["blockers"].as_array()?.iter().filter_map(|b| b["criterion"]["key"].as_str()).collect();
        if open.is_empty() && self.chance.percent(70) {
            return Some(decide("colleague", "g0", "GO", Value::Null));
        }
        let choices: Vec<_> = CRITERIA.iter().filter(|(key, ..)| open.is_empty() || open.contains(key)).collect();
        let (criterion, who, party) = *self.chance.pick(&choices);
        let hash = &project["artefact"]["current"]["hash"];
        let seen = if criterion == "ict-vroeg" { json!([]) } else { json!([{ "artefact": "idee", "hash": hash }]) };
        Some(Act {
            who,
            document: JUDGE,
            variables: json!({ "i": { "key": unique("judge"), "projectId": self.project, "criterion": criterion,
                "party": party, "answer": "MET", "seenRound": gate["round"], "seenRevisions": seen } }),
        })
    }

    /// Every acknowledged request once more: the same receipt. Then the log: what the receipts say, without a gap.
    async fn settle_up(&mut self, at: &str) {
        let before = self.done.first().map_or(self.last, |done| done.first - 1);
        for done in &self.done {
            let again = self.ask(at, done.act.who, done.act.document, &done.act.variables).await.expect("an answer");
            let expected = json!({ "firstSequence": done.first, "lastSequence": done.last, "replayed": true });
            assert_eq!(again["data"]["done"]["receipt"], expected, "{:?}", done.act);
        }
        let (mut after, mut log) = (Value::Null, Vec::new());
        loop {
            let variables = json!({ "id": self.project, "after": after });
            let page = self.ask(at, "author", TIMELINE, &variables).await.expect("an answer");
            let project = &page["data"]["project"];
            assert_eq!(project["version"].as_u64(), Some(self.last));
            let page = &project["timeline"];
            log.extend(page["edges"].as_array().expect("rows").iter().map(|edge| edge["node"].clone()));
            if page["pageInfo"]["hasNextPage"] != true {
                break;
            }
            after = page["pageInfo"]["endCursor"].clone();
        }
        let sequences: Vec<u64> = log.iter().rev().map(|event| event["sequence"].as_u64().expect("a number")).collect();
        assert!(sequences.iter().copied().eq(1..=self.last), "the log has every event once: {sequences:?}");
        let count = |kind: &str| {
            log.iter().filter(|event| event["kind"] == kind && event["sequence"].as_u64() > Some(before)).count()
        };
        assert_eq!(count("GATE_DECIDED"), self.decisions(), "as many decisions as receipts");
        assert_eq!(count("CRITERION_JUDGED"), self.done.len() - self.decisions(), "as many judgements as receipts");
    }

    fn decisions(&self) -> usize {
        self.done.iter().filter(|done| done.act.document == DECIDE).count()
    }
}

/// Projects with a reviewed idea, and the cookies of everybody.
async fn prepare(ground: &Ground, program: &Program) -> (Vec<(String, u64)>, BTreeMap<String, String>) {
    let store = ground.store().await;
    let settled = ground.settle(&store, "Demo zorg", "zorg.example.test", PEOPLE).await;
    let mut cookies = BTreeMap::new();
    for cast in PEOPLE {
        cookies.insert(cast.name.to_owned(), settled.cookie(&store, cast.name).await);
    }
    store.close().await;
    let mut site = Site::new(program.serve(), settled);
    for (who, cookie) in &cookies {
        site.let_in(who, cookie.clone());
    }
    let mut projects = Vec::new();
    for _ in 0..CLIENTS {
        let project = site.start("author").await;
        site.submit("author", &project, "idee", &answers("idee", "")).await;
        site.approve("colleague", &project, "idee", "innovatie").await;
        site.approve("colleague", &project, "idee", "zorg").await;
        let version = site.data("author", LOOK, json!({ "id": project })).await["project"]["version"].as_u64();
        projects.push((project, version.expect("a version")));
    }
    assert!(site.server.stop().success());
    (projects, cookies)
}

/// The mails that arrived in each life of the server.
#[derive(Default)]
struct Lives(Vec<Vec<String>>);

impl Lives {
    /// Ends a life. No Message-ID arrived twice in it.
    fn end(&mut self, smtp: &SmtpServer) {
        let before: usize = self.0.iter().map(Vec::len).sum();
        let ids: Vec<String> = smtp.mails()[before..].iter().map(Mail::message_id).collect();
        let once: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(once.len(), ids.len(), "a mail was sent twice without a kill between");
        self.0.push(ids);
    }

    /// How many mails arrived again after each kill.
    fn again(&self) -> Vec<usize> {
        let mut seen = BTreeSet::new();
        self.0.iter().map(|life| life.iter().filter(|id| !seen.insert(*id)).count()).collect()
    }
}

async fn kill_and_kill_again(name: &'static str, backend: Backend) {
    let run = Run::new(name, 30, 5_000);
    let mut chance = run.chance();
    let ground = Ground::new(backend);
    let smtp = SmtpServer::start(vec![]).await.expect("a mail server");
    let quiet = ground.program(TRECHTER).with("TRECHTER_LOG", "warn,server::commands=info");
    let program = quiet.with("TRECHTER_SMTP_URL", &smtp.url()).with("TRECHTER_MAIL_FROM", "trechter@zorg.example.test");
    let (projects, cookies) = prepare(&ground, &program).await;
    let asked_to_review = usize::try_from(sql::number(&ground.url, "SELECT count(*) FROM deliveries").await).unwrap();
    let (tell, told) = watch::channel(Where::Down);
    let (sent, mut counted) = watch::channel(0);
    let mut clients = JoinSet::new();
    for (project, last) in projects {
        let client = Client {
            http: client(),
            cookies: cookies.clone(),
            project,
            chance: chance.part(),
            last,
            open: None,
            done: Vec::new(),
            had_happened: 0,
            sent: sent.clone(),
        };
        clients.spawn(client.run(told.clone()));
    }
    let mut lives = Lives::default();
    for kill in 1..=run.count {
        let server = program.serve();
        tell.send_replace(Where::At(format!("http://{}", server.address)));
        let enough = *counted.borrow() + chance.between(1, REQUESTS) as u64;
        let busy = tokio::time::timeout(DRAIN, counted.wait_for(|sent| *sent >= enough));
        let busy = tokio::select! {
            busy = busy => busy.is_ok_and(|busy| busy.is_ok()),
            gave_up = clients.join_next() => panic!("kill {kill}, seed {}: {:?}", run.seed, gave_up.map(Result::err)),
        };
        assert!(busy, "kill {kill}: the clients stopped: {}", server.log());
        tokio::time::sleep(Duration::from_micros(chance.below(INTO) as u64)).await;
        tell.send_replace(Where::Down);
        server.kill();
        let (code, found) = program.verify();
        assert_eq!(code, Some(0), "kill {kill}, seed {}: {found}", run.seed);
        lives.end(&smtp);
        // A claim lasts longer than this test: here the time passes in which nobody works.
        sql::run(&ground.url, "UPDATE deliveries SET next_at = 0 WHERE next_at IS NOT NULL").await;
    }
    let server = program.serve();
    let at = format!("http://{}", server.address);
    tell.send_replace(Where::At(at.clone()));
    let enough = *counted.borrow() + CLIENTS as u64;
    counted.wait_for(|sent| *sent >= enough).await.expect("clients");
    tell.send_replace(Where::Over);
    let (mut acts, mut decisions, mut happened) = (0, 0, 0);
    while let Some(client) = clients.join_next().await {
        let mut client = client.expect("a client");
        if client.open.is_some() {
            client.step(&at).await.expect("an answer");
        }
        client.settle_up(&at).await;
        acts += client.done.len();
        decisions += client.decisions();
        happened += client.had_happened;
    }
    all_mail_arrives(&ground, &smtp, asked_to_review + decisions * MAILS_PER_DECISION).await;
    lives.end(&smtp);
    let again = lives.again();
    let (duplicates, most) = (again.iter().sum::<usize>(), again.iter().max().copied().unwrap_or(0));
    assert!(most <= 1, "seed {}: more than one mail came again after a kill: {again:?}", run.seed);
    assert!(server.stop().success());
    let (code, found) = program.verify();
    assert_eq!(code, Some(0), "{found}");
    let mails = smtp.mail_count();
    run.tell(&format!(
        "{acts} acts of which {decisions} decisions, {happened} had happened unacknowledged, 0 lost, 0 doubled, 0 half \
         written; E2: {mails} mails, {duplicates} sent again under their own Message-ID, at most {most} after one kill"
    ));
}

/// Waits until nothing is left to send. Every notice is one mail, however often it came.
async fn all_mail_arrives(ground: &Ground, smtp: &SmtpServer, expected: usize) {
    let left = "SELECT (SELECT count(*) FROM deliveries WHERE status <> 'sent') + (SELECT count(*) FROM unplanned_events)";
    let end = tokio::time::Instant::now() + DRAIN;
    while sql::number(&ground.url, left).await > 0 {
        assert!(tokio::time::Instant::now() < end, "mail stays behind");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let ids: BTreeSet<String> = smtp.mails().iter().map(Mail::message_id).collect();
    assert_eq!(ids.len(), expected, "every notice became one mail, and each of them arrived");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_at_any_moment_on_sqlite() {
    kill_and_kill_again("R1 SQLite", Backend::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_at_any_moment_on_postgresql() {
    kill_and_kill_again("R1 PostgreSQL", Backend::Postgres).await;
}
