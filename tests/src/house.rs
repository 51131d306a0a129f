//! A server in this process, as real as can be: a listener on the loopback, a mail server, SQL on either database. Only its
//! clock is the test's, so that a year can pass in it. Everybody reaches it over HTTP, and a council through its mail.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, PoisonError};

use persistence::Store;
use reqwest::header::{CONTENT_TYPE, COOKIE, SET_COOKIE};
use reqwest::{Client, Response, StatusCode};
use serde_json::{Value, json};
use server::config::Settings;
use server::worker::Worker;
use server::{App, Connections, Stop, router, serve, store_config, worker};
use time::Date;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::acts::{Asked, unique};
use crate::letters::Arrived;
use crate::settle::{Cast, Plan, Settled, settle_with};
use crate::site::{Backend, Ground, PASSWORD, client, password_hash};
use crate::smtp::{Mail, SmtpServer};
use crate::works::Files;
use crate::world::SetClock;

/// Behind the at-sign of its people.
pub const DOMAIN: &str = "zorg.example.test";

/// A provider to house.
#[derive(Clone, Copy, Debug)]
pub struct Household<'a> {
    /// Its people.
    pub people: &'a [Cast],
    /// Those of them who have no account.
    pub without_account: &'a [&'a str],
    /// The text of its funnel.
    pub funnel: &'a str,
}

/// A running server with its provider; it ends when this is dropped.
pub struct House {
    /// The store behind it.
    pub store: Store,
    /// Its clock.
    pub clock: Arc<SetClock>,
    /// Where its mail arrives.
    pub smtp: SmtpServer,
    /// Where it is reached, and where its letters lead.
    pub url: String,
    settled: Settled,
    client: Client,
    worker: Worker,
    stop: Stop,
    serving: Option<JoinHandle<()>>,
    cookies: Mutex<BTreeMap<String, String>>,
    /// How many letters were looked at.
    pub(crate) read: Mutex<usize>,
    /// Letters that ask somebody for an answer or a decision on the way.
    pub(crate) asked: Mutex<Vec<Arrived>>,
    ground: Ground,
}

impl House {
    /// Settles a provider on an empty database and serves it.
    pub async fn open(backend: Backend, household: &Household<'_>) -> Self {
        let (ground, clock, stop) = (Ground::new(backend), Arc::new(SetClock::start()), Stop::default());
        let smtp = SmtpServer::start(vec![]).await.expect("a mail server");
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let settings = settings(&ground, &url, &smtp);
        let mut config = store_config(&settings);
        config.clock = clock.clone();
        let store = Store::open(&config).await.expect("the database opens");
        let hash = password_hash().await;
        let Household { people, without_account, funnel } = *household;
        let plan = Plan { name: "Demo zorg", domain: DOMAIN, mark: "", people, password_hash: Some(&hash), without_account };
        let settled = settle_with(&store, &plan, funnel).await;
        let connections = Connections {
            at_most: settings.max_connections,
            head_within: Connections::HEAD_WITHIN,
            finish_within: settings.shutdown,
        };
        let app = App::new(settings, store.clone(), false, stop.clone()).expect("an app");
        let (router, worker) = (router(&app).expect("a router"), worker(&app).expect("a worker"));
        let until = stop.clone();
        let serving = tokio::spawn(async move {
            serve(listener, router, connections, &until).await.expect("it serves");
        });
        let (serving, client, cookies) = (Some(serving), client(), Mutex::default());
        Self {
            store,
            clock,
            smtp,
            url,
            settled,
            client,
            worker,
            stop,
            serving,
            cookies,
            read: Mutex::new(0),
            asked: Mutex::default(),
            ground,
        }
    }

    /// Lets the worker do all there is to do now; it is real mail through a real mail server, and only the moment is the
    /// test's: with loops of its own it would depend on who is faster which letters there are.
    pub async fn post(&self) {
        while self.worker.mail().await.expect("the worker works") {}
    }

    /// Days pass, and what time makes happen.
    pub async fn days(&self, days: i64) {
        self.clock.advance_days(days);
        self.store.execute_due().await.expect("time passes");
        self.post().await;
    }

    /// Reads a path as one of the people.
    pub async fn get(&self, who: &str, path: &str) -> Response {
        self.send(who, |client, url| client.get(format!("{url}{path}"))).await
    }

    /// The newest letter to somebody that holds a personal link: the address in it.
    #[must_use]
    pub fn link(&self, who: &str) -> String {
        let address = &self.settled.who(who).email;
        let mails = self.smtp.mails();
        let links = mails.iter().rev().filter(|mail| mail.to.contains(address)).find_map(|mail| self.link_in(mail));
        links.unwrap_or_else(|| panic!("no letter with a link to {who}"))
    }

    /// The personal link in a letter.
    #[must_use]
    pub fn link_in(&self, mail: &Mail) -> Option<String> {
        let (start, text) = (format!("{}/raad/", self.url), mail.text());
        let at = text.find(&start)?;
        text.get(at..at + start.len() + 64).map(str::to_owned)
    }

    /// Sends a request as somebody who signed in with the password; again when the session was over.
    pub async fn send(&self, who: &str, request: impl Fn(&Client, &str) -> reqwest::RequestBuilder) -> Response {
        let known = self.cookies().get(who).cloned();
        let cookie = match known {
            Some(cookie) => cookie,
            None => self.sign_in(who).await,
        };
        let reply = request(&self.client, &self.url).header(COOKIE, cookie).send().await.expect("an answer");
        if reply.status() != StatusCode::UNAUTHORIZED {
            return reply;
        }
        let cookie = self.sign_in(who).await;
        request(&self.client, &self.url).header(COOKIE, cookie).send().await.expect("an answer")
    }

    async fn sign_in(&self, who: &str) -> String {
        let credentials = json!({ "email": self.settled.who(who).email, "password": PASSWORD });
        let request = self.client.post(format!("{}/sign-in", self.url)).json(&credentials);
        let reply = request.send().await.expect("an answer");
        assert_eq!(reply.status(), StatusCode::OK, "{who} cannot sign in: {:?}", reply.text().await);
        let cookie = reply.headers().get(SET_COOKIE).expect("a cookie").to_str().expect("text");
        let cookie = cookie.split(';').next().unwrap_or_default().to_owned();
        self.cookies().insert(who.to_owned(), cookie.clone());
        cookie
    }

    fn cookies(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, String>> {
        self.cookies.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Stops in order, and checks everything that was kept.
    pub async fn close(mut self) {
        self.stop.now();
        if let Some(serving) = self.serving.take() {
            serving.await.expect("it stops");
        }
        let report = self.store.verify().await.expect("a report");
        assert!(report.findings.is_empty(), "{report:?}");
        self.store.close().await;
        drop(self.ground);
    }
}

fn settings(ground: &Ground, url: &str, smtp: &SmtpServer) -> Settings {
    let folder = ground.path();
    let pairs: [(&str, OsString); 10] = [
        ("TRECHTER_PROFILE", "development".into()),
        ("TRECHTER_PASSWORD_MEMORY_KIB", "8".into()),
        ("TRECHTER_PASSWORD_PASSES", "1".into()),
        ("TRECHTER_SIGN_IN_TRIES", "1000".into()),
        ("TRECHTER_SIGN_IN_TRIES_ADDRESS", "100000".into()),
        ("TRECHTER_DATA_DIR", folder.into()),
        ("TRECHTER_DATABASE_URL", ground.url.clone().into()),
        ("TRECHTER_PUBLIC_URL", url.into()),
        ("TRECHTER_SMTP_URL", smtp.url().into()),
        ("TRECHTER_MAIL_FROM", format!("trechter@{DOMAIN}").into()),
    ];
    Settings::load(None, pairs.map(|(name, value)| (name.into(), value))).expect("settings")
}

impl Files for House {
    async fn upload(&self, who: &str, project: &str, artefact: &str) -> String {
        let head = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"Demo.pdf\"\r\n\r\n";
        let whole = format!("{head}%PDF-1.7 Demo {}\r\n--edge--\r\n", unique("file"));
        let request = |client: &Client, url: &str| {
            let request = client.post(format!("{url}/files?project={project}&artefact={artefact}"));
            request.header(CONTENT_TYPE, "multipart/form-data; boundary=edge").body(whole.clone())
        };
        let reply = self.send(who, request).await;
        let (status, told) = (reply.status(), reply.json::<Value>().await.expect("JSON"));
        assert_eq!(status, StatusCode::CREATED, "{told:#}");
        told["id"].as_str().expect("an id").to_owned()
    }
}

impl Asked for House {
    async fn answer(&self, who: &str, document: &str, variables: Value) -> Value {
        let body = json!({ "query": document, "variables": variables });
        let reply = self.send(who, |client, url| client.post(format!("{url}/graphql")).json(&body)).await;
        let answer = reply.json().await.expect("JSON");
        if document.starts_with("mutation") {
            self.post().await;
        }
        answer
    }

    fn settled(&self) -> &Settled {
        &self.settled
    }

    fn today(&self) -> Date {
        self.store.now().today
    }
}
