//! Providers, their people and their projects, made by the commands of the store: what is measured is what people made.
//! Only HTTP and GraphQL are left out while it is made, because they decide nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use anyhow::{Context as _, Result};
use engine::{FunnelVersionId, OrganisationId, PartyKey, PersonId, ProjectId, Timestamp};
use persistence::{Limit, NewOrganisation, NewParty, NewPerson, Principal, Store, StoreConfig, Text};
use server::{SystemClock, SystemRandomness};
use tokio::task::JoinSet;

use crate::large;
use crate::making::Making;
use crate::settings::Settings;

/// Providers in each database; projects are spread over them.
pub const ORGANISATIONS: usize = 4;
/// Projects that are made at the same time.
const AT_ONCE: usize = 16;
/// Documents that the large funnel asks for besides the shipped ones, so that the state of a project grows over 32 KiB.
const LARGE_DOCUMENTS: usize = 22;
/// How long the sessions last: longer than any bench.
const SESSION_HOURS: i64 = 24;

/// Who is in which parties of the shipped funnel.
const PEOPLE: &[(&str, &[&str])] = &[
    ("lead", &[]),
    ("innovation", &["innovatie"]),
    ("care", &["zorg"]),
    ("care-2", &["zorg"]),
    ("ict", &["ict"]),
    ("ict-2", &["ict"]),
    ("clients", &["clienten-naasten"]),
    ("quality", &["kwaliteit"]),
    ("privacy", &["privacy-officer"]),
    ("architect", &["architect"]),
    ("chair", &["stuurgroep"]),
    ("finance", &["financien"]),
];
/// Whose inbox is read.
pub const READERS: &[&str] = &["lead", "care", "quality", "clients", "ict", "privacy"];

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub struct Somebody {
    /// Who.
    pub id: PersonId,
    /// As the store knows them.
    pub principal: Principal,
    /// The cookie of their session.
    pub cookie: String,
}

/// A provider.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// Which.
    pub id: OrganisationId,
    /// The shipped funnel.
    pub funnel: FunnelVersionId,
    /// The shipped funnel with more documents and criteria.
    pub large: FunnelVersionId,
    people: BTreeMap<&'static str, Somebody>,
}

impl Organisation {
    /// One of its people.
    pub fn who(&self, name: &str) -> Result<&Somebody> {
        self.people.get(name).with_context(|| format!("nobody is called {name}"))
    }
}

/// A project and whose it is.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Which of the organisations.
    pub organisation: usize,
    /// Which project.
    pub project: ProjectId,
}

/// The projects by what they are used for, so that no scenario changes what another one saw.
#[derive(Clone, Debug, Default)]
pub struct Pools {
    /// At the second gate, decided again and again.
    pub decide: Vec<Place>,
    /// At the second gate, judged again and again.
    pub judge: Vec<Place>,
    /// Whose documents get new revisions.
    pub submit: Vec<Place>,
    /// Ready to pass the first gate, once each.
    pub go: Vec<Place>,
    /// With a state over 32 KiB.
    pub large: Vec<Place>,
}

/// Everything in one database.
pub struct World {
    /// The providers.
    pub organisations: Vec<Organisation>,
    /// Their projects.
    pub pools: Pools,
}

/// Opens a store as the server does.
pub async fn open(url: &str, data: &std::path::Path) -> Result<Store> {
    let clock = Arc::new(SystemClock::new(server::config::Settings::defaults()?.zone));
    let mut config = StoreConfig::new(url, data, clock, Arc::new(SystemRandomness));
    // Makes the data sooner; the server under measurement has its own defaults.
    config.postgres_connections = 12;
    Store::open(&config).await.context("cannot open the database")
}

/// What a project is made for.
#[derive(Clone, Copy)]
enum Kind {
    Decide,
    Judge,
    Submit,
    Go,
    Large,
}

impl World {
    /// Makes it all.
    pub async fn make(store: &Store, settings: &Settings) -> Result<Self> {
        let mut organisations = Vec::new();
        for number in 0..ORGANISATIONS {
            organisations.push(organisation(store, number).await?);
        }
        let organisations = Arc::new(organisations);
        let mut made = JoinSet::new();
        for maker in 0..AT_ONCE {
            let (store, organisations) = (store.clone(), Arc::clone(&organisations));
            let mine: Vec<(usize, Kind)> = plan(settings).into_iter().enumerate().skip(maker).step_by(AT_ONCE).collect();
            made.spawn(async move {
                let mut places = Vec::with_capacity(mine.len());
                for (number, kind) in mine {
                    places.push((kind, project(&store, &organisations, number, kind).await?));
                }
                anyhow::Ok(places)
            });
        }
        let mut pools = Pools::default();
        while let Some(done) = made.join_next().await {
            for (kind, place) in done?? {
                let pool = match kind {
                    Kind::Decide => &mut pools.decide,
                    Kind::Judge => &mut pools.judge,
                    Kind::Submit => &mut pools.submit,
                    Kind::Go => &mut pools.go,
                    Kind::Large => &mut pools.large,
                };
                pool.push(place);
            }
        }
        let organisations = Arc::unwrap_or_clone(organisations);
        Ok(Self { organisations, pools })
    }

    /// The provider of a project.
    pub fn organisation(&self, place: Place) -> &Organisation {
        &self.organisations[place.organisation]
    }
}

/// How many decisions *go* one measurement takes; each uses a project up.
pub fn decisions(settings: &Settings) -> usize {
    if settings.check { 4 } else { 320 }
}

/// One in five projects is decided, one judged, the others get documents; beside them those of the smaller scenarios.
fn plan(settings: &Settings) -> Vec<Kind> {
    let kinds = [Kind::Decide, Kind::Judge, Kind::Submit, Kind::Submit, Kind::Submit];
    let standard = (0..settings.projects).map(|number| kinds[number % kinds.len()]);
    // One try may be repeated.
    let go = std::iter::repeat_n(Kind::Go, decisions(settings) * (settings.rounds + 1));
    let large = std::iter::repeat_n(Kind::Large, if settings.check { 2 } else { 16 });
    standard.chain(go).chain(large).collect()
}

async fn project(store: &Store, organisations: &[Organisation], number: usize, kind: Kind) -> Result<Place> {
    // Not by its place in the row: then all that are decided would have one owner.
    let organisation = (number / 5 + number) % ORGANISATIONS;
    let owner = &organisations[organisation];
    let funnel = if matches!(kind, Kind::Large) { owner.large } else { owner.funnel };
    let mut making = Making::start(store, owner, number, funnel).await?;
    making.reach_first_gate().await?;
    match kind {
        Kind::Go => {}
        Kind::Large => {
            making.through_first_gate().await?;
            making.copies(LARGE_DOCUMENTS, 1).await?;
        }
        Kind::Decide => {
            making.through_first_gate().await?;
            making.reach_second_gate().await?;
            // From the second round on, each round looks like the one before it.
            making.rework().await?;
        }
        Kind::Judge | Kind::Submit => {
            making.through_first_gate().await?;
            making.reach_second_gate().await?;
        }
    }
    Ok(Place { organisation, project: making.project })
}

fn text(value: &str, limit: Limit) -> Result<Text> {
    Ok(Text::parse(value, limit)?)
}

async fn organisation(store: &Store, number: usize) -> Result<Organisation> {
    let name = text(&format!("Bench zorg {number}"), Limit::Name)?;
    let new = NewOrganisation { name, phone: text("000 000 00 00", Limit::Name)?, language: "nl".to_owned() };
    let id = store.create_organisation(new).await?;
    let (_, source) = funnel::shipped::FIRST_PART;
    let funnel = store.publish_funnel(id, source).await?;
    let large = store.publish_funnel(id, &large::source(source, LARGE_DOCUMENTS, 1)?).await?;
    for party in &store.definition(id, funnel).await?.funnel.parties {
        let (name_nl, name_en) = (text(&party.name.nl, Limit::Name)?, text(&party.name.en, Limit::Name)?);
        store.create_party(id, NewParty { key: party.key.clone(), name_nl, name_en }).await?;
    }
    let mut people = BTreeMap::new();
    for (name, parties) in PEOPLE {
        people.insert(*name, somebody(store, id, number, name, parties).await?);
    }
    Ok(Organisation { id, funnel, large, people })
}

/// Makes a person with an account and a session, as signing in does; the password is never asked for.
async fn somebody(
    store: &Store,
    organisation: OrganisationId,
    number: usize,
    name: &str,
    parties: &[&str],
) -> Result<Somebody> {
    let email = text(&format!("{name}.{number}@example.test"), Limit::Address)?;
    let account = store.create_account(&email, "nobody signs in with a password here").await?;
    let function = format!("functie van {name}");
    let new = NewPerson {
        account: Some(account),
        name: text(&format!("Bench {name}"), Limit::Name)?,
        email,
        function: text(&function, Limit::Name)?,
        roles: BTreeSet::new(),
        language: "nl".to_owned(),
    };
    let id = store.create_person(organisation, new).await?;
    for party in parties {
        store.set_member(organisation, &PartyKey::parse(*party)?, id, name == "chair").await?;
    }
    let ends = Timestamp(store.now().at.0 + SESSION_HOURS * 3_600_000_000);
    let token = store.create_session(account, organisation, id, ends).await?;
    let actor = engine::Actor::Person(engine::Person { id, function, roles: BTreeSet::new() });
    let cookie = format!("trechter={}", token.as_str());
    Ok(Somebody { id, principal: Principal { organisation, actor }, cookie })
}
