//! A server on a database of its own, with two organisations that know nothing of each other.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use engine::{Moment, OrganisationId, PersonId, ProjectId, Role, StartProject, Timestamp};
use persistence::{
    Clock, IdempotencyKey, Limit, NewOrganisation, NewParty, NewPerson, Principal, StartRequest, Store, Text,
};
use serde_json::{Value, json};
use server::config::Settings;
use server::{App, Passwords, Stop, SystemClock, router, store_config};
use tower::ServiceExt;

pub const PASSWORD: &str = "a password of twenty";

/// The system's clock, and what a test adds to it.
#[derive(Clone)]
pub struct Ahead {
    system: SystemClock,
    micros: Arc<AtomicI64>,
    days: Arc<AtomicI64>,
}

impl Ahead {
    pub fn by(&self, time: Duration) {
        self.micros.fetch_add(i64::try_from(time.as_micros()).expect("a short time"), Ordering::SeqCst);
    }
}

impl Ahead {
    /// Whole days, on the wall too.
    pub fn by_days(&self, days: u64) {
        self.days.fetch_add(i64::try_from(days).expect("a short time"), Ordering::SeqCst);
        self.by(Duration::from_hours(24 * days));
    }
}

impl Clock for Ahead {
    fn now(&self) -> Moment {
        let now = self.system.now();
        let today = now.today + time::Duration::days(self.days.load(Ordering::SeqCst));
        Moment { at: Timestamp(now.at.0 + self.micros.load(Ordering::SeqCst)), today }
    }
}

pub struct House {
    pub clock: Ahead,
    pub organisation: OrganisationId,
    pub store: Store,
    pub app: App,
    pub router: Router,
    pub stop: Stop,
    pub lead: PersonId,
    pub project: ProjectId,
    folder: PathBuf,
}

impl Drop for House {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Reply {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|_| panic!("no JSON: {}", self.text()))
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn code(&self) -> String {
        self.json()["error"]["code"].as_str().unwrap_or_default().to_owned()
    }

    pub fn header(&self, name: impl header::AsHeaderName) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The cookie that was set, as the browser sends it back.
    pub fn cookie(&self) -> String {
        self.header(header::SET_COOKIE).split(';').next().unwrap_or_default().to_owned()
    }
}

impl House {
    pub async fn open() -> Self {
        Self::with(&[("TRECHTER_PROFILE", "development")]).await
    }

    pub async fn with(pairs: &[(&str, &str)]) -> Self {
        let folder = std::env::temp_dir().join(format!("trechter-server-{}", uuid::Uuid::now_v7()));
        let mut env: Vec<(OsString, OsString)> = vec![
            ("TRECHTER_PASSWORD_MEMORY_KIB".into(), "64".into()),
            ("TRECHTER_PASSWORD_PASSES".into(), "1".into()),
            ("TRECHTER_DATA_DIR".into(), folder.clone().into()),
        ];
        if pairs.contains(&("TRECHTER_PROFILE", "production")) {
            env.drain(..2);
        }
        env.extend(pairs.iter().map(|(name, value)| (OsString::from(*name), OsString::from(*value))));
        let settings = Settings::load(None, env).expect("settings");
        let clock = Ahead { system: SystemClock::new(settings.zone.clone()), micros: Arc::default(), days: Arc::default() };
        let mut config = store_config(&settings);
        config.clock = Arc::new(clock.clone());
        let store = Store::open(&config).await.expect("a store");
        let passwords = Passwords::new(settings.sign_in.password).expect("passwords");
        let hash = passwords.hash(PASSWORD).await.expect("a hash");
        let (organisation, lead) = organisation(&store, "een", &hash).await;
        organisation_two(&store, &hash).await;
        let project = project(&store, organisation, lead).await;
        let stop = Stop::default();
        let app = App::new(settings, store.clone(), false, stop.clone()).expect("an app");
        let router = router(&app).expect("a router");
        Self { clock, organisation, store, app, router, stop, lead, project, folder }
    }

    pub async fn send(&self, request: Request<Body>) -> Reply {
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, 100_000_000).await.expect("a body").to_vec();
        Reply { status: parts.status, headers: parts.headers, bytes }
    }

    pub async fn get(&self, path: &str, cookie: &str) -> Reply {
        self.send(Request::get(path).header(header::COOKIE, cookie).body(Body::empty()).expect("a request")).await
    }

    pub async fn post(&self, path: &str, cookie: &str, body: &Value) -> Reply {
        let request = Request::post(path)
            .header(header::COOKIE, cookie)
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(body.to_string()));
        self.send(request.expect("a request")).await
    }

    pub async fn sign_in(&self, email: &str, password: &str) -> Reply {
        self.post("/sign-in", "", &json!({ "email": email, "password": password })).await
    }

    /// The cookie of somebody who signed in.
    pub async fn cookie(&self, email: &str) -> String {
        let reply = self.sign_in(email, PASSWORD).await;
        assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
        reply.cookie()
    }
}

pub fn text(text: &str) -> Text {
    Text::parse(text, Limit::Name).expect("a text")
}

async fn organisation(store: &Store, name: &str, hash: &str) -> (OrganisationId, PersonId) {
    let new = NewOrganisation { name: text(&format!("Demo {name}")), phone: text("000"), language: "nl".into() };
    let id = store.create_organisation(new).await.expect("an organisation");
    let email = Text::parse(&format!("lead@{name}.example"), Limit::Address).expect("an address");
    let account = store.create_account(&email, hash).await.expect("an account");
    let person = NewPerson {
        account: Some(account),
        name: text(&format!("Demo lead {name}")),
        email,
        function: text("projectleider"),
        roles: BTreeSet::from([Role::InnovationManager]),
        language: "nl".into(),
    };
    let lead = store.create_person(id, person).await.expect("a person");
    (id, lead)
}

async fn organisation_two(store: &Store, hash: &str) {
    organisation(store, "twee", hash).await;
}

async fn project(store: &Store, organisation: OrganisationId, lead: PersonId) -> ProjectId {
    let (_, source) = funnel::shipped::FIRST_PART;
    let funnel = store.publish_funnel(organisation, source).await.expect("a funnel");
    let definition = store.definition(organisation, funnel).await.expect("a definition");
    for party in &definition.funnel.parties {
        let new = NewParty { key: party.key.clone(), name_nl: text(&party.name.nl), name_en: text(&party.name.en) };
        store.create_party(organisation, new).await.expect("a party");
    }
    let actor =
        engine::Person { id: lead, function: "projectleider".into(), roles: BTreeSet::from([Role::InnovationManager]) };
    let principal = Principal { organisation, actor: engine::Actor::Person(actor) };
    let title = Text::parse("Demo project", Limit::Title).expect("a title");
    let summary = Text::parse("Om te proberen.", Limit::Summary).expect("a summary");
    let key = IdempotencyKey::parse("house").expect("a key");
    let request = StartRequest { key, command: StartProject { title, summary, lead, funnel, bring_in: None } };
    store.start(&principal, request).await.expect("a project").project
}
