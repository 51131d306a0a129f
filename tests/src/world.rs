//! A small care provider with the shipped funnel, its people, and a clock that the test sets.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use engine::{ArtefactKey, Moment, Role, Timestamp};
use graphql::{Api, ApiConfig, Language, Operations};
use persistence::{Clock, NewFile, Principal, Randomness, Store, StoreConfig};
use serde_json::{Value, json};
use tempfile::TempDir;
use time::Date;

use crate::acts::{Asked, unique};
use crate::settle::{Cast, Plan, Settled, settle_with, text};
use crate::works::Files;

const fn cast(name: &'static str, parties: &'static [&'static str], roles: &'static [Role]) -> Cast {
    Cast { name, parties, roles, language: "nl" }
}

/// The people of the provider.
pub const PEOPLE: &[Cast] = &[
    cast("lead", &[], &[]),
    cast("innovation", &["innovatie"], &[]),
    cast("care", &["zorg"], &[]),
    cast("care-2", &["zorg"], &[]),
    cast("ict", &["ict"], &[]),
    cast("ict-2", &["ict"], &[]),
    cast("clients", &["clienten-naasten"], &[]),
    cast("quality", &["kwaliteit"], &[]),
    cast("privacy", &["privacy-officer"], &[]),
    cast("architect", &["architect"], &[]),
    cast("chair", &["*stuurgroep"], &[]),
    cast("steering", &["stuurgroep"], &[]),
    cast("manager", &[], &[Role::InnovationManager]),
    cast("outsider", &[], &[]),
];

/// A clock that stands still until the test moves it.
pub struct SetClock(AtomicI64);

impl SetClock {
    /// Monday 5 January 2026, nine o'clock.
    #[must_use]
    pub fn start() -> Self {
        Self(AtomicI64::new(1_767_603_600_000_000))
    }

    /// Moves on by whole days.
    pub fn advance_days(&self, days: i64) {
        self.0.fetch_add(days * 86_400_000_000, Ordering::SeqCst);
    }
}

impl Clock for SetClock {
    fn now(&self) -> Moment {
        // A microsecond each time it is read, so that ids made of time differ.
        let at = Timestamp(self.0.fetch_add(1, Ordering::SeqCst));
        Moment { at, today: at.to_utc().date() }
    }
}

/// Chance that is the same in each run: `SplitMix64` from a seed.
pub struct Seeded(AtomicU64);

impl Seeded {
    /// Starts from `seed`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(AtomicU64::new(seed))
    }

    /// The next number.
    pub fn draw(&self) -> u64 {
        let mut z = self.0.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::SeqCst).wrapping_add(0x9e37_79b9_7f4a_7c15);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

impl Randomness for Seeded {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            chunk.copy_from_slice(&self.draw().to_le_bytes()[..chunk.len()]);
        }
    }
}

/// A provider, its people, and the API over its store.
pub struct World {
    /// The store.
    pub store: Store,
    /// The API, open to any document that passes the guard.
    pub api: Api,
    /// The clock.
    pub clock: Arc<SetClock>,
    /// The provider.
    pub settled: Settled,
    /// The folder for files; removed at the end.
    pub folder: TempDir,
}

impl World {
    /// Opens an empty database and settles [`PEOPLE`] in it, with the first part of the shipped funnel. Without a URL:
    /// SQLite in the folder of the test.
    pub async fn new(url: Option<&str>) -> Self {
        Self::with(url, PEOPLE, funnel::shipped::FIRST_PART.1).await
    }

    /// The same with these people and this funnel.
    pub async fn with(url: Option<&str>, people: &[Cast], source: &str) -> Self {
        let folder = TempDir::new().expect("a folder");
        let sqlite = format!("sqlite://{}?mode=rwc", folder.path().join("trechter.sqlite").display());
        let clock = Arc::new(SetClock::start());
        let config = StoreConfig::new(url.unwrap_or(&sqlite), folder.path(), clock.clone(), Arc::new(Seeded::new(7)));
        let store = Store::open(&config).await.expect("the database opens");
        let plan =
            Plan { name: "Testzorg", domain: "example.test", mark: "", people, password_hash: None, without_account: &[] };
        let settled = settle_with(&store, &plan, source).await;
        let api = Api::new(store.clone(), ApiConfig { operations: Operations::Any, introspection: true });
        Self { store, api, clock, settled, folder }
    }

    /// One of [`PEOPLE`].
    #[must_use]
    pub fn who(&self, name: &str) -> &Principal {
        &self.settled.who(name).principal
    }
}

impl Files for World {
    async fn upload(&self, who: &str, project: &str, artefact: &str) -> String {
        let bytes = format!("%PDF-1.7 Demo {}", unique("file"));
        let chunks = futures::stream::iter([Ok::<_, std::io::Error>(bytes.into_bytes().into())]);
        let staged = self.store.stage(Box::pin(chunks)).await.expect("a file");
        let file = NewFile {
            project: engine::ProjectId(project.parse().expect("an id")),
            artefact: ArtefactKey::parse(artefact).expect("a key"),
            name: text("Demo.pdf"),
            media_type: "application/pdf".to_owned(),
        };
        self.store.keep_file(self.who(who), file, staged).await.expect("kept").id.0.to_string()
    }
}

impl Asked for World {
    async fn answer(&self, who: &str, document: &str, variables: Value) -> Value {
        let body = json!({ "query": document, "variables": variables }).to_string();
        let reply = self.api.execute(Some(self.who(who)), Language::Dutch, body.as_bytes()).await;
        serde_json::from_slice(&reply.body).expect("JSON")
    }

    fn settled(&self) -> &Settled {
        &self.settled
    }

    fn today(&self) -> Date {
        self.store.now().today
    }
}
