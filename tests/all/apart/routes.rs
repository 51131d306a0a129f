//! Every route beside the screens, with whatever of the other provider can be put into it, at a server as in production.

use futures::{SinkExt as _, StreamExt as _};
use reqwest::header::{CONTENT_TYPE, COOKIE, IF_NONE_MATCH};
use reqwest::{Client, RequestBuilder};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tests::acts::Acts as _;
use tests::server::Server;
use tests::site::{Backend, Ground, client};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;

use super::{Both, CANARY, NOBODY};
use crate::TRECHTER;

/// Ids of the other provider, or of nobody in the same places.
struct Foreign {
    project: String,
    file: String,
    delivery: String,
    sha256: String,
    /// The other provider's word, or one of nobody.
    word: String,
}

/// Somebody of the first provider at the server.
struct Visitor {
    http: Client,
    at: String,
    cookie: String,
}

/// What came back, with the id of the request taken out.
#[derive(Debug, PartialEq)]
struct Reply {
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
}

impl Visitor {
    async fn send(&self, request: RequestBuilder) -> Reply {
        let reply = request.header(COOKIE, &self.cookie).send().await.expect("an answer");
        let status = reply.status().as_u16();
        let changing = ["date", "x-request-id", "content-length", "set-cookie"];
        let headers = reply.headers().iter().filter(|(name, _)| !changing.contains(&name.as_str()));
        let headers = headers.map(|(name, value)| (name.to_string(), format!("{value:?}"))).collect();
        Reply { status, headers, body: reply.text().await.expect("a body") }
    }

    async fn get(&self, path: &str) -> Reply {
        self.send(self.http.get(format!("{}{path}", self.at))).await
    }

    fn post(&self, path: &str) -> RequestBuilder {
        self.http.post(format!("{}{path}", self.at))
    }

    /// Runs a document over the WebSocket.
    async fn over_socket(&self, document: &Value) -> Reply {
        let mut request = format!("{}/graphql/ws", self.at.replace("http", "ws")).into_client_request().expect("a request");
        for (name, value) in
            [("cookie", &*self.cookie), ("origin", &*self.at), ("sec-websocket-protocol", "graphql-transport-ws")]
        {
            request.headers_mut().insert(name, value.parse().expect("a value"));
        }
        let (mut socket, _) = tokio_tungstenite::connect_async(request).await.expect("a socket");
        let say = |value: Value| Message::text(value.to_string());
        socket.send(say(json!({ "type": "connection_init" }))).await.expect("sent");
        let subscribe = json!({ "id": "1", "type": "subscribe", "payload": document });
        socket.send(say(subscribe)).await.expect("sent");
        let mut body = String::new();
        while let Some(Ok(message)) = socket.next().await {
            body.push_str(message.to_text().unwrap_or_default());
            if body.contains("\"complete\"") || body.contains("\"error\"") {
                break;
            }
        }
        Reply { status: 101, headers: Vec::new(), body }
    }
}

/// A reply without the id of the upload that it made, which differs each time.
fn without_ids(body: &str) -> String {
    let mut value: Value = serde_json::from_str(body).expect("JSON");
    if let Some(id) = value.get_mut("id") {
        *id = Value::Null;
    }
    value.to_string()
}

/// Asks one route for something of the other provider. A route that is not known here fails the test.
async fn ask(visitor: &Visitor, route: (&str, &str), foreign: &Foreign) -> Vec<Reply> {
    let document =
        json!({ "query": "query($id: ID!) { project(id: $id) { title } }", "variables": { "id": foreign.project } });
    match route {
        ("POST", "/graphql") => vec![visitor.send(visitor.post("/graphql").json(&document)).await],
        ("GET", "/graphql/ws") => vec![visitor.over_socket(&document).await],
        ("POST", "/sign-in") => {
            let credentials =
                json!({ "email": format!("lead@{}.example.test", CANARY.to_lowercase()), "password": "guessed" });
            vec![visitor.send(visitor.post("/sign-in").json(&credentials)).await]
        }
        // Signing out is looked at last: it ends the visitor's own session.
        ("POST", "/sign-out") => Vec::new(),
        ("GET", "/session" | "/healthz" | "/readyz" | "/metrics" | "/raad.css" | "/raad.js") => {
            vec![visitor.get(route.1).await]
        }
        ("POST", "/files") => {
            let path = format!("/files?project={}&artefact=ict-toets", foreign.project);
            let body = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7 own\r\n--edge--\r\n";
            let record = format!("/files?record={}", foreign.project);
            // Evidence has no ids: the kinds of the own organisation are those of the other one too.
            let evidence = "/files?evidence=nen7510&supplier=leverancier";
            let mut replies = Vec::new();
            // Minutes that came in for somebody else's record.
            let copy = format!("/files?record={}&copy={}", foreign.project, foreign.file);
            for path in [&*path, &*record, &*copy, evidence] {
                let request = visitor.post(path).header(CONTENT_TYPE, "multipart/form-data; boundary=edge");
                replies.push(visitor.send(request.body(body)).await);
            }
            for reply in &mut replies {
                reply.body = without_ids(&reply.body);
            }
            replies
        }
        ("POST", "/bring-in/{what}") => {
            // A row with a title, a person and ids of the other provider. What was sent may come back; nothing else.
            let (id, word) = (&foreign.project, &foreign.word);
            let address = format!("lead@{}.example.test", word.to_lowercase());
            let line = format!("Crisis-app {word};Zin;{id};{id};{address};Liep al;{address};2999-01-01;{id}");
            let body = format!("titel;samenvatting;trechter;fase;projectleider;waarom;wie lost op;wanneer;{id}\n{line}\n");
            let hash = engine::Hash(Sha256::digest(&body).into()).to_string();
            let mut reply = visitor.send(visitor.post("/bring-in/projects").body(body)).await;
            for own in [id, word, &word.to_lowercase(), &hash] {
                reply.body = reply.body.replace(own, "?");
            }
            // The name and the key of the other provider's supplier, as somebody here might write them.
            let line = format!("Leverancier {word};leverancier-{};{id};{word};{id};2999-01-01", word.to_lowercase());
            let body = format!("leverancier;sleutel;soort bewijs;omschrijving;nummer;geldig tot en met\n{line}\n");
            let hash = engine::Hash(Sha256::digest(&body).into()).to_string();
            let mut suppliers = visitor.send(visitor.post("/bring-in/suppliers").body(body)).await;
            for own in [id, word, &word.to_lowercase(), &hash] {
                suppliers.body = suppliers.body.replace(own, "?");
            }
            let elsewhere = visitor.send(visitor.post(&format!("/bring-in/{id}")).body("x")).await;
            vec![reply, suppliers, elsewhere]
        }
        ("GET", "/bring-in/{what}/{file}") => {
            let mut replies = Vec::new();
            let other = format!("projects/{}", foreign.file);
            for path in ["projects/projecten.xlsx", "projects/projects.csv", "suppliers/leveranciers.csv", &other] {
                replies.push(visitor.get(&format!("/bring-in/{path}")).await);
            }
            replies
        }
        ("GET", "/files/{id}") => {
            let path = format!("{}/files/{}", visitor.at, foreign.file);
            let known = visitor.http.get(&path).header(IF_NONE_MATCH, format!("\"{}\"", foreign.sha256));
            vec![visitor.send(visitor.http.get(&path)).await, visitor.send(known).await]
        }
        ("GET", "/postvak") => {
            vec![visitor.get("/postvak").await, visitor.get(&format!("/postvak?organisatie={}", foreign.project)).await]
        }
        ("GET", "/postvak/{id}") => vec![visitor.get(&format!("/postvak/{}", foreign.delivery)).await],
        ("GET", "/postvak/{id}/html") => vec![visitor.get(&format!("/postvak/{}/html", foreign.delivery)).await],
        // A personal link is its own key, whoever is signed in: of the other provider there is nothing but ids to try.
        (method, path) if path.starts_with("/raad/") => {
            let token = foreign.sha256.as_str();
            let path = path.replace("{token}", token).replace("{id}", &foreign.file);
            let path = path.replace("{at}", "0").replace("{word}", "advies");
            let form = visitor.post(&path).header(CONTENT_TYPE, "application/x-www-form-urlencoded");
            vec![match method {
                "GET" => visitor.get(&path).await,
                _ => visitor.send(form.body(format!("token={token}&project={}", foreign.project))).await,
            }]
        }
        (method, path) => panic!("the route {method} {path} is new: say here how the other provider's ids get into it"),
    }
}

fn quiet(route: (&str, &str), replies: &[Reply]) {
    for reply in replies {
        let told = format!("{reply:?}").to_lowercase();
        assert!(!told.contains(&CANARY.to_lowercase()), "{route:?} tells of the other provider: {told}");
        assert!(reply.status < 500, "{route:?}: {told}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_route_crosses() {
    let ground = Ground::new(Backend::Sqlite);
    let both = Both::make(&ground).await;
    let page = both.store.deliveries(both.other.principal("administrator"), &persistence::PageRequest::start()).await;
    let query = "query($id: ID!) { project(id: $id) { artefact(key: \"ict-toets\") { draft { files { sha256 } } } } }";
    let own = both.other.data("ict", query, json!({ "id": both.other.project })).await;
    let sha256 = own["project"]["artefact"]["draft"]["files"][0]["sha256"].as_str().expect("a hash").to_owned();
    let foreign = Foreign {
        project: both.other.project.clone(),
        file: both.other.file.clone(),
        delivery: page.expect("mails").items[0].id.0.to_string(),
        sha256: sha256.clone(),
        word: CANARY.to_owned(),
    };
    let word = "Nergensgeel".to_owned();
    let nobody = Foreign { project: NOBODY.into(), file: NOBODY.into(), delivery: NOBODY.into(), sha256, word };
    let cookies =
        [both.own.settled.cookie(&both.store, "ict").await, both.own.settled.cookie(&both.store, "administrator").await];
    let theirs = both.other.settled.cookie(&both.store, "ict").await;
    both.store.close().await;
    // As for real people, who are not shown each other's mail.
    let program = ground.program(TRECHTER).with("TRECHTER_PROFILE", "production");
    let program = program.with("TRECHTER_PASSWORD_MEMORY_KIB", "19456").with("TRECHTER_PASSWORD_PASSES", "2");
    let server: Server = program.serve();
    let at = format!("http://{}", server.address);
    for cookie in cookies {
        let visitor = Visitor { http: client(), at: at.clone(), cookie };
        for route in server::ROUTES {
            let replies = ask(&visitor, *route, &foreign).await;
            quiet(*route, &replies);
            if !matches!(route.1, "/metrics" | "/session") {
                assert_eq!(replies, ask(&visitor, *route, &nobody).await, "{route:?} tells something from nothing");
            }
        }
        quiet(("POST", "/sign-out"), &[visitor.send(visitor.post("/sign-out")).await]);
    }
    let file = format!("/files/{}", foreign.file);
    let kept = Visitor { http: client(), at, cookie: theirs }.get(&file).await;
    assert_eq!(kept.status, 200, "their own people have it, and are still signed in: {kept:?}");
    assert!(kept.body.contains(CANARY));
    println!("S3 routes: {} routes, two people, 0 crossed", server::ROUTES.len());
}
