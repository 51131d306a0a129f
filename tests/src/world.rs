//! A small care provider with the shipped funnel, its people, and a clock that the test sets.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use engine::{FunnelVersionId, Moment, OrganisationId, PartyKey, Role, Timestamp};
use graphql::{Api, ApiConfig, Language, Operations};
use persistence::{Clock, Limit, NewOrganisation, NewParty, NewPerson, Principal, Randomness, Store, StoreConfig, Text};
use serde_json::{Value, json};
use tempfile::TempDir;

/// Who is in which parties of the shipped funnel; the first of each row is the person's name in the tests.
pub const PEOPLE: &[(&str, &[&str], &[Role])] = &[
    ("lead", &[], &[]),
    ("innovation", &["innovatie"], &[]),
    ("care", &["zorg"], &[]),
    ("care-2", &["zorg"], &[]),
    ("ict", &["ict"], &[]),
    ("ict-2", &["ict"], &[]),
    ("clients", &["clienten-naasten"], &[]),
    ("quality", &["kwaliteit"], &[]),
    ("privacy", &["privacy-officer"], &[]),
    ("architect", &["architect"], &[]),
    ("chair", &["stuurgroep"], &[]),
    ("steering", &["stuurgroep"], &[]),
    ("manager", &[], &[Role::InnovationManager]),
    ("outsider", &[], &[]),
];

/// A clock that stands still until the test moves it.
pub struct SetClock(AtomicI64);

impl SetClock {
    /// Monday 5 January 2026, nine o'clock.
    fn start() -> Self {
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
    pub organisation: OrganisationId,
    /// The shipped funnel.
    pub funnel: FunnelVersionId,
    people: BTreeMap<&'static str, Principal>,
    /// The folder for files; removed at the end.
    pub folder: TempDir,
}

fn text(value: &str) -> Text {
    Text::parse(value, Limit::Name).expect("a short text")
}

impl World {
    /// Opens an empty database and settles the provider in it. Without a URL: SQLite in the folder of the test.
    pub async fn new(url: Option<&str>) -> Self {
        let folder = TempDir::new().expect("a folder");
        let sqlite = format!("sqlite://{}?mode=rwc", folder.path().join("trechter.sqlite").display());
        let clock = Arc::new(SetClock::start());
        let config = StoreConfig::new(url.unwrap_or(&sqlite), folder.path(), clock.clone(), Arc::new(Seeded::new(7)));
        let store = Store::open(&config).await.expect("the database opens");
        let organisation = store
            .create_organisation(NewOrganisation {
                name: text("Testzorg"),
                phone: text("030 000 00 00"),
                language: "nl".into(),
            })
            .await
            .expect("an organisation");
        let (_, source) = funnel::shipped::ALL[0];
        let funnel = store.publish_funnel(organisation, source).await.expect("the shipped funnel");
        let api = Api::new(store.clone(), ApiConfig { operations: Operations::Any, introspection: true });
        let mut world = Self { store, api, clock, organisation, funnel, people: BTreeMap::new(), folder };
        world.settle().await;
        world
    }

    async fn settle(&mut self) {
        let definition = self.store.definition(self.organisation, self.funnel).await.expect("the funnel");
        for party in &definition.funnel.parties {
            let (name_nl, name_en) = (text(&party.name.nl), text(&party.name.en));
            let new = NewParty { key: party.key.clone(), name_nl, name_en };
            self.store.create_party(self.organisation, new).await.expect("a party");
        }
        for (name, parties, roles) in PEOPLE {
            let person = self.person(name, roles).await;
            for party in *parties {
                let party = PartyKey::parse(*party).expect("a key");
                let id = person.person().expect("a person");
                self.store.set_member(self.organisation, &party, id, *name == "chair").await.expect("a member");
            }
            self.people.insert(name, person);
        }
    }

    async fn person(&self, name: &str, roles: &[Role]) -> Principal {
        let roles: BTreeSet<Role> = roles.iter().copied().collect();
        let new = NewPerson {
            account: None,
            name: text(&format!("Test {name}")),
            email: Text::parse(&format!("{name}@example.test"), Limit::Address).expect("an address"),
            function: text(&format!("function of {name}")),
            roles: roles.clone(),
            language: "nl".into(),
        };
        let id = self.store.create_person(self.organisation, new).await.expect("a person");
        let person = engine::Person { id, function: format!("function of {name}"), roles };
        Principal { organisation: self.organisation, actor: engine::Actor::Person(person) }
    }

    /// One of [`PEOPLE`].
    #[must_use]
    pub fn who(&self, name: &str) -> &Principal {
        &self.people[name]
    }

    /// Runs a document as one of [`PEOPLE`] and gives the whole answer.
    pub async fn answer(&self, who: &str, document: &str, variables: Value) -> Value {
        let body = json!({ "query": document, "variables": variables }).to_string();
        let reply = self.api.execute(Some(self.who(who)), Language::Dutch, body.as_bytes()).await;
        serde_json::from_slice(&reply.body).expect("JSON")
    }

    /// The same, where no error is expected.
    ///
    /// # Panics
    /// When the answer has errors.
    pub async fn data(&self, who: &str, document: &str, variables: Value) -> Value {
        let mut answer = self.answer(who, document, variables).await;
        assert!(answer.get("errors").is_none(), "{who}: {:#}\n{document}", answer["errors"]);
        answer["data"].take()
    }

    /// The extensions of the first error, where one is expected.
    ///
    /// # Panics
    /// When there is no error.
    pub async fn refusal(&self, who: &str, document: &str, variables: Value) -> Value {
        let answer = self.answer(who, document, variables).await;
        let error = &answer["errors"][0];
        assert!(error.is_object(), "{who} was not refused: {answer:#}");
        error["extensions"].clone()
    }
}
