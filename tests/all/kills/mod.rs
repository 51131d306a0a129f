//! R1 and E2: the server is killed at random points while people decide and judge over HTTP. What was acknowledged is
//! there, once; what was not can be sent again under its key; the store is never half written; and mail that was on its
//! way arrives again under the same Message-ID, never more than once for each kill.

mod client;

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use serde_json::json;
use tests::acts::{Acts as _, answers};
use tests::chance::Run;
use tests::server::Program;
use tests::settle::Cast;
use tests::site::{Backend, Ground, Site};
use tests::smtp::{Mail, SmtpServer};
use tests::sql;
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::TRECHTER;
use client::{Client, LOOK, Where};

/// Clients that act at one time, each on a project of its own: so the numbers in its receipts have no gaps of others.
const CLIENTS: usize = 4;
/// Requests between two kills at most.
const REQUESTS: usize = 12;
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
    // What was asked so far is counted before the first kill, so all of it has to be written by then.
    let end = tokio::time::Instant::now() + DRAIN;
    while sql::number(&ground.url, "SELECT count(*) FROM unplanned_events").await > 0 {
        assert!(tokio::time::Instant::now() < end, "mail stays behind");
        tokio::time::sleep(Duration::from_millis(20)).await;
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
            http: tests::site::client(),
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
        let requests = chance.between(2, REQUESTS);
        let (enough, life) = (*counted.borrow() + requests as u64, Instant::now());
        let busy = tokio::time::timeout(DRAIN, counted.wait_for(|sent| *sent >= enough));
        let busy = tokio::select! {
            busy = busy => busy.is_ok_and(|busy| busy.is_ok()),
            gave_up = clients.join_next() => panic!("kill {kill}, seed {}: {:?}", run.seed, gave_up.map(Result::err)),
        };
        assert!(busy, "kill {kill}: the clients stopped: {}", server.log());
        // The last of them has just begun. The kill comes at any point of the time that a request takes on this machine.
        let request = life.elapsed().as_micros() * CLIENTS as u128 / requests as u128;
        let into = chance.below(usize::try_from(request).unwrap_or(0).max(1));
        tokio::time::sleep(Duration::from_micros(into as u64)).await;
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
    assert!(run.count < 20 || happened > 0, "no kill came between a commit and its answer: nothing was proved");
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
    // Whether a gate was ready is seen when mail is planned: after a kill that may be when it no longer is.
    let ready = "SELECT count(*) FROM notices WHERE kind = 'gate_ready'";
    let expected = expected + usize::try_from(sql::number(&ground.url, ready).await).expect("a count");
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
