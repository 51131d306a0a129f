//! A provider whose people use a running server over HTTP.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use persistence::{Store, StoreConfig};
use reqwest::header::{COOKIE, SET_COOKIE};
use reqwest::{Client, RequestBuilder, Response, StatusCode};
use serde_json::{Value, json};
use server::config::PasswordCost;
use server::{Passwords, SystemClock, SystemRandomness};
use tempfile::TempDir;

use crate::acts::Asked;
use crate::postgres::Database;
use crate::server::{Program, Server};
use crate::settle::{Cast, Plan, Settled, settle};

/// Everybody's password.
pub const PASSWORD: &str = "a password of twenty";
/// How long one answer may take.
const PATIENCE: Duration = Duration::from_mins(1);

/// Which database a test runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backend {
    /// A file.
    Sqlite,
    /// A database of its own in the private cluster.
    Postgres,
}

/// A database and a folder for one server.
#[derive(Debug)]
pub struct Ground {
    /// How to reach the database.
    pub url: String,
    /// The folder for files; removed at the end.
    pub folder: TempDir,
    database: Option<Database>,
}

impl Ground {
    /// An empty one.
    #[must_use]
    pub fn new(backend: Backend) -> Self {
        let folder = TempDir::new().expect("a folder");
        let database = (backend == Backend::Postgres).then(|| Database::create().unwrap_or_else(|why| panic!("{why}")));
        let file = || format!("sqlite://{}?mode=rwc", folder.path().join("trechter.sqlite").display());
        Self { url: database.as_ref().map_or_else(file, Database::url), folder, database }
    }

    /// A database that is there already.
    #[must_use]
    pub fn at(url: &str) -> Self {
        Self { url: url.to_owned(), folder: TempDir::new().expect("a folder"), database: None }
    }

    /// The PostgreSQL database, if it is one.
    #[must_use]
    pub fn postgres(&self) -> Option<&Database> {
        self.database.as_ref()
    }

    /// The folder for files.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.folder.path().to_owned()
    }

    /// How this process opens the store, on the system's clock. On SQLite only while no server has it.
    ///
    /// # Panics
    /// When the settings that nobody set are wrong.
    #[must_use]
    pub fn config(&self) -> StoreConfig {
        let zone = server::config::Settings::defaults().expect("defaults").zone;
        StoreConfig::new(&self.url, self.folder.path(), Arc::new(SystemClock::new(zone)), Arc::new(SystemRandomness))
    }

    /// Opens the store in this process.
    pub async fn store(&self) -> Store {
        Store::open(&self.config()).await.expect("the database opens")
    }

    /// Makes a provider whose people sign in with [`PASSWORD`].
    pub async fn settle(&self, store: &Store, name: &str, domain: &str, people: &[Cast]) -> Settled {
        let hash = password_hash().await;
        settle(store, &Plan { name, domain, mark: "", people, password_hash: Some(&hash), without_account: &[] }).await
    }

    /// The server on it, not yet started.
    #[must_use]
    pub fn program(&self, program: &str) -> Program {
        Program::new(program, self.folder.path(), &self.url)
    }
}

/// People at a running server.
#[derive(Debug)]
pub struct Site {
    /// The process.
    pub server: Server,
    /// Speaks HTTP.
    pub client: Client,
    settled: Settled,
    cookies: BTreeMap<String, String>,
}

impl Site {
    /// People who have not signed in yet.
    ///
    /// # Panics
    /// When no HTTP client can be made.
    #[must_use]
    pub fn new(server: Server, settled: Settled) -> Self {
        Self { server, client: client(), settled, cookies: BTreeMap::new() }
    }

    /// The address of a path.
    #[must_use]
    pub fn at(&self, path: &str) -> String {
        format!("http://{}{path}", self.server.address)
    }

    /// Signs in with an address and the password, as the screen does.
    pub async fn sign_in(&mut self, who: &str) {
        let credentials = json!({ "email": self.settled.who(who).email, "password": PASSWORD });
        let reply = self.client.post(self.at("/sign-in")).json(&credentials).send().await.expect("an answer");
        assert_eq!(reply.status(), StatusCode::OK, "{who} cannot sign in: {}", self.server.log());
        let cookie = reply.headers().get(SET_COOKIE).expect("a cookie").to_str().expect("text");
        self.cookies.insert(who.to_owned(), cookie.split(';').next().unwrap_or_default().to_owned());
    }

    /// Lets somebody use a cookie that a test got elsewhere.
    pub fn let_in(&mut self, who: &str, cookie: String) {
        self.cookies.insert(who.to_owned(), cookie);
    }

    /// The cookie of somebody who signed in.
    #[must_use]
    pub fn cookie(&self, who: &str) -> &str {
        self.cookies.get(who).unwrap_or_else(|| panic!("{who} did not sign in"))
    }

    /// Sends a request as one of the people.
    pub async fn send(&self, who: &str, request: RequestBuilder) -> Response {
        request.header(COOKIE, self.cookie(who)).send().await.expect("an answer")
    }

    /// Reads a path as one of the people.
    pub async fn get(&self, who: &str, path: &str) -> Response {
        self.send(who, self.client.get(self.at(path))).await
    }
}

impl Asked for Site {
    async fn answer(&self, who: &str, document: &str, variables: Value) -> Value {
        let body = json!({ "query": document, "variables": variables });
        let reply = self.send(who, self.client.post(self.at("/graphql")).json(&body)).await;
        reply.json().await.expect("JSON")
    }

    fn settled(&self) -> &Settled {
        &self.settled
    }
}

/// The hash of [`PASSWORD`], as cheap as can be.
pub async fn password_hash() -> String {
    let passwords = Passwords::new(PasswordCost { memory_kib: 8, passes: 1 }).expect("passwords");
    passwords.hash(PASSWORD).await.expect("a hash")
}

/// A client without a memory of its own: cookies are given by hand.
///
/// # Panics
/// When it cannot be made.
#[must_use]
pub fn client() -> Client {
    Client::builder().timeout(PATIENCE).no_proxy().build().expect("a client")
}
