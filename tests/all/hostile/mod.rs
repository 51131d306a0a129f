//! S1: hostile documents at a running server, in every wrapping that HTTP and sockets have. It never ends, never answers
//! with an error of its own, keeps its memory, and answers the next person.

mod documents;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use futures::{SinkExt as _, StreamExt as _};
use reqwest::header::{CONTENT_TYPE, COOKIE, ORIGIN};
use reqwest::{Body, Client};
use serde_json::json;
use tests::acts::{Acts as _, answers};
use tests::chance::{Chance, Run};
use tests::settle::Cast;
use tests::site::{Backend, Ground, Site, client};
use tokio::task::JoinSet;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;

use crate::TRECHTER;

/// Clients at one time.
const CLIENTS: usize = 8;
/// Memory that the server may ever have had: trust.md promises 256 MB.
const MEMORY: u64 = 256 * 1024 * 1024;
/// How long the slowest answer may take, in a build without optimisation on a busy machine.
const SLOWEST: Duration = Duration::from_secs(10);
/// How long to listen to a WebSocket that was told nonsense.
const SOCKET: Duration = Duration::from_millis(500);

const PEOPLE: &[Cast] = &[Cast { name: "lead", parties: &["zorg", "innovatie"], roles: &[], language: "nl" }];

/// One hostile client.
struct Attacker {
    http: Client,
    at: String,
    cookie: String,
    chance: Chance,
    left: Arc<AtomicU64>,
    statuses: BTreeMap<u16, u64>,
    times: Vec<Duration>,
}

impl Attacker {
    async fn run(mut self) -> Self {
        while self.left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)).is_ok() {
            let started = Instant::now();
            let status = if self.chance.below(200) == 0 { self.socket().await } else { self.post().await };
            if status != 101 {
                self.times.push(started.elapsed());
            }
            *self.statuses.entry(status).or_default() += 1;
        }
        self
    }

    /// One document in some wrapping; gives the status, which must be the one that the wrapping asks for.
    async fn post(&mut self) -> u16 {
        let (document, variables) = documents::draw(&mut self.chance);
        let text = String::from_utf8_lossy(&document).into_owned();
        let body = json!({ "query": text, "variables": variables }).to_string();
        let post = self.http.post(format!("{}/graphql", self.at)).header(COOKIE, &self.cookie);
        let json_type = "application/json";
        let (request, expected): (_, &[u16]) = match self.chance.below(100) {
            // Bytes that are no text, within what would be JSON.
            0..5 => {
                let raw = [b"{\"query\":\"".as_slice(), &document, b"\"}"].concat();
                (post.header(CONTENT_TYPE, json_type).body(raw), &[200, 400, 422])
            }
            5..10 => (post.header(CONTENT_TYPE, json_type).body(document), &[400]),
            // What a page elsewhere can send without asking.
            10..16 => {
                let kinds = ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"];
                let kind = self.chance.pick(&kinds);
                (post.header(CONTENT_TYPE, kind).body(body), &[415])
            }
            16..20 => {
                let kinds = ["application/graphql", "application/json; charset=utf-16", "json", "*/*", "application/jsonp"];
                let kind = self.chance.pick(&kinds);
                (post.header(CONTENT_TYPE, kind).body(body), &[415])
            }
            20 => (post.body(body), &[415]),
            21..25 => (post.header(CONTENT_TYPE, json_type).header("sec-fetch-site", "cross-site").body(body), &[403]),
            25..29 => {
                let origin = self.chance.pick(&["https://evil.example", "null", "http://127.0.0.1.evil.example"]);
                (post.header(CONTENT_TYPE, json_type).header(ORIGIN, origin).body(body), &[403])
            }
            29..31 => {
                let batch = vec![body; self.chance.between(1, 20)].join(",");
                (post.header(CONTENT_TYPE, json_type).body(format!("[{batch}]")), &[400, 413])
            }
            31 => return self.too_large(body).await,
            32 => {
                let asked: String = document.iter().map(|byte| format!("%{byte:02x}")).collect();
                let get = self.http.get(format!("{}/graphql?query={asked}", self.at)).header(COOKIE, &self.cookie);
                (get, &[405, 431])
            }
            33..38 => {
                let nobody = self.http.post(format!("{}/graphql", self.at)).header(CONTENT_TYPE, json_type);
                (nobody.body(body), &[401])
            }
            _ => (post.header(CONTENT_TYPE, json_type).body(body), &[200, 400, 422]),
        };
        let again = request.try_clone().expect("a whole body");
        let reply = match request.send().await {
            Ok(reply) => reply,
            // The server closes a connection whose last body it did not read, perhaps just as this one was to use it. On a
            // fresh connection there is no such excuse.
            Err(_) => {
                again.header("connection", "close").send().await.unwrap_or_else(|e| panic!("no answer to {text:?}: {e:?}"))
            }
        };
        let status = reply.status().as_u16();
        let told = reply.text().await.expect("a body");
        assert!(expected.contains(&status), "{status}, not {expected:?}: {told}\nto {text:?}");
        status
    }

    /// More than a body may have: announced, or found out on the way. The server may hang up on who goes on sending.
    async fn too_large(&mut self, body: String) -> u16 {
        let post = self.http.post(format!("{}/graphql", self.at)).header(COOKIE, &self.cookie);
        let post = post.header(CONTENT_TYPE, "application/json");
        let padding = " ".repeat(self.chance.pick(&[256 * 1024, 300_000, 2_000_000]));
        let body = if self.chance.percent(50) {
            Body::from(padding + &body)
        } else {
            let parts = futures::stream::iter([Ok::<_, std::io::Error>(padding), Ok(body)]);
            Body::wrap_stream(parts)
        };
        match post.body(body).send().await {
            Ok(reply) => {
                assert_eq!(reply.status(), 413);
                413
            }
            Err(error) => {
                assert!(error.is_request() || error.is_body(), "{error:?}");
                413
            }
        }
    }

    /// A WebSocket that speaks nonsense, then something hostile.
    async fn socket(&mut self) -> u16 {
        let mut request = format!("{}/graphql/ws", self.at.replace("http", "ws")).into_client_request().expect("a request");
        for (name, value) in
            [("cookie", &*self.cookie), ("origin", &*self.at), ("sec-websocket-protocol", "graphql-transport-ws")]
        {
            request.headers_mut().insert(name, value.parse().expect("a value"));
        }
        let (mut socket, _) = tokio_tungstenite::connect_async(request).await.expect("a socket");
        if self.chance.percent(70) {
            socket.send(Message::text(json!({ "type": "connection_init" }).to_string())).await.expect("sent");
        }
        for _ in 0..self.chance.between(1, 4) {
            let (document, variables) = documents::draw(&mut self.chance);
            let text = String::from_utf8_lossy(&document).into_owned();
            let subscribe = json!({ "id": "1", "type": "subscribe", "payload": { "query": text, "variables": variables } });
            let message = match self.chance.below(5) {
                0 => Message::binary(document),
                1 => Message::text(text),
                2 => Message::text("x".repeat(100_000)),
                3 => Message::text(json!({ "type": "connection_init" }).to_string()),
                _ => Message::text(subscribe.to_string()),
            };
            // The server may have hung up already.
            if socket.send(message).await.is_err() {
                break;
            }
        }
        let rest = async { while let Some(Ok(_)) = socket.next().await {} };
        let _ = tokio::time::timeout(SOCKET, rest).await;
        101
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hostile_documents_are_survived() {
    let run = Run::new("S1", 10_000, 1_000_000);
    let mut chance = run.chance();
    let ground = Ground::new(Backend::Sqlite);
    let store = ground.store().await;
    let settled = ground.settle(&store, "Demo zorg", "zorg.example.test", PEOPLE).await;
    let cookie = settled.cookie(&store, "lead").await;
    store.close().await;
    let program = ground.program(TRECHTER).with("TRECHTER_LOG", "error,server::commands=info");
    let mut site = Site::new(program.serve(), settled);
    site.let_in("lead", cookie.clone());
    let project = site.start("lead").await;
    site.submit("lead", &project, "idee", &answers("idee", "")).await;

    let left = Arc::new(AtomicU64::new(run.count));
    let started = Instant::now();
    let mut attackers = JoinSet::new();
    for _ in 0..CLIENTS {
        let attacker = Attacker {
            http: client(),
            at: site.at(""),
            cookie: cookie.clone(),
            chance: chance.part(),
            left: left.clone(),
            statuses: BTreeMap::new(),
            times: Vec::new(),
        };
        attackers.spawn(attacker.run());
    }
    let (mut statuses, mut times) = (BTreeMap::<u16, u64>::new(), Vec::new());
    while let Some(attacker) = attackers.join_next().await {
        let attacker = attacker.unwrap_or_else(|error| panic!("seed {}: {error}\n{}", run.seed, site.server.log()));
        attacker.statuses.into_iter().for_each(|(status, count)| *statuses.entry(status).or_default() += count);
        times.extend(attacker.times);
    }
    let took = started.elapsed();
    assert!(site.server.is_alive(), "it ended: {}", site.server.log());
    assert!(site.server.errors().is_empty(), "it met errors of its own: {:#?}", site.server.errors());
    let seen = site.data("lead", "query($id: ID!) { project(id: $id) { title } }", json!({ "id": project })).await;
    assert_eq!(seen["project"]["title"], "Crisis-app", "the next person is answered");
    times.sort_unstable();
    let (p99, slowest) = (times[times.len() * 99 / 100], times[times.len() - 1]);
    assert!(slowest < SLOWEST, "seed {}: an answer took {slowest:?}", run.seed);
    let peak = site.server.peak_memory();
    assert!(peak < MEMORY, "it took {peak} bytes of memory");
    let (_, events) = (site.server.stop(), program.verify());
    assert_eq!(events.0, Some(0), "{}", events.1);
    run.tell(&format!(
        "{} documents in {:.1} s, statuses {statuses:?}, p99 {:.1} ms, slowest {:.1} ms (debug build), peak memory {} MB",
        statuses.values().sum::<u64>(),
        took.as_secs_f64(),
        p99.as_secs_f64() * 1e3,
        slowest.as_secs_f64() * 1e3,
        peak / 1_000_000
    ));
}
