//! The demo: two organisations with their projects, made by real commands on a clock that replays the two years before today.

mod acts;
mod own;
mod people;
mod play;
mod scene;
mod story;
mod texts;
mod work;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use anyhow::Context;
use engine::{Moment, OrganisationId, PartyKey, PersonId, Timestamp};
use jiff::Zoned;
use jiff::tz::TimeZone;
use persistence::{Clock, FunnelItem, Limit, NewOrganisation, NewParty, NewPerson, PersonView, Principal, Store, Text};
use tracing::info;

use crate::clock::{SystemRandomness, moment};
use crate::config::Settings;
use crate::open::store_config_with;
use crate::session::password::Passwords;
use crate::stop::Stop;
use crate::worker::Worker;
pub use people::{DemoPerson, Organisation, PASSWORD, World, worlds};

/// A clock that stands where it is put. It is used while the demo is made and nowhere else.
struct PastClock {
    micros: AtomicI64,
    zone: TimeZone,
}

/// Between two acts on one day.
const STEP_MICROS: i64 = 4 * 60 * 1_000_000;

impl PastClock {
    fn put(&self, at: jiff::Timestamp) {
        self.micros.store(at.as_microsecond(), Ordering::SeqCst);
    }

    /// Some minutes later.
    fn advance(&self) {
        self.micros.fetch_add(STEP_MICROS, Ordering::SeqCst);
    }
}

impl Clock for PastClock {
    fn now(&self) -> Moment {
        let at = Timestamp(self.micros.load(Ordering::SeqCst));
        moment(jiff::Timestamp::from_microsecond(at.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH), &self.zone)
    }
}

/// The name of the file that tells that the demo was made to its end.
const DONE: &str = "demo-is-made";
/// The name of the file that tells how far it was made.
const PROGRESS: &str = "demo-so-far";

/// Makes the demo in the data folder of `settings`, unless it is there already. A making that was broken off is taken up
/// where it stopped.
///
/// # Errors
/// The database cannot be used, or holds an organisation that is not the demo's; or the story is broken, which a test
/// excludes.
pub async fn make(settings: &Settings) -> anyhow::Result<()> {
    let now = jiff::Timestamp::now().to_zoned(settings.zone.clone());
    let done = settings.data_dir.join(DONE);
    if done.exists() {
        return Ok(());
    }
    make_until(settings, &now, &now).await?;
    std::fs::write(done, "The demo was made to its end. Without this file it is completed at the next start.\n")?;
    Ok(())
}

/// Makes what happened until a moment, of a story that ends `today`. Making on from there gives the same as making it at
/// once; tests break it off with this.
///
/// # Errors
/// As [`make`].
pub async fn make_until(settings: &Settings, today: &Zoned, until: &Zoned) -> anyhow::Result<()> {
    info!("making the demo organisations and their projects");
    let worlds = worlds()?;
    let kept = settings.data_dir.join(PROGRESS);
    let progress = play::Progress::read(&kept, today.date());
    let moments = play::moments(&worlds, progress.today()?, &settings.zone)?;
    let first = moments.first().context("the story has no steps")?.0.timestamp();
    let clock = Arc::new(PastClock { micros: AtomicI64::new(first.as_microsecond()), zone: settings.zone.clone() });
    let config = store_config_with(settings, clock.clone(), Arc::new(SystemRandomness));
    let store = Store::open(&config).await.context("cannot open the database")?;
    let made = async {
        let casts = casts(&store, &clock, settings, &worlds).await?;
        let mut mail = settings.mail.clone();
        // Nobody at demo.example must ever get mail.
        mail.smtp_url = None;
        let worker = Worker::new(store.clone(), &mail, &settings.public_url, Stop::default())?;
        let stage =
            play::Stage { store: &store, worker: &worker, clock: &clock, worlds: &worlds, casts: &casts, kept: &kept };
        stage.play(moments, progress, until).await
    };
    let made = made.await;
    store.close().await;
    made
}

/// Who plays in the stories of one organisation.
struct Cast {
    organisation: OrganisationId,
    people: BTreeMap<String, PersonId>,
    principals: BTreeMap<PersonId, Principal>,
}

impl Cast {
    fn person(&self, key: &str) -> anyhow::Result<PersonId> {
        self.people.get(key).copied().with_context(|| format!("nobody is called {key}"))
    }

    /// The newest version of its funnel that is published by now.
    async fn funnel(&self, store: &Store) -> anyhow::Result<FunnelItem> {
        store.funnels(self.organisation).await?.pop().context("no funnel is published")
    }

    fn principal(&self, person: PersonId) -> Option<&Principal> {
        self.principals.get(&person)
    }
}

async fn casts(store: &Store, clock: &PastClock, settings: &Settings, worlds: &[World]) -> anyhow::Result<Vec<Cast>> {
    let existing = store.organisations().await?;
    if existing.iter().any(|view| worlds.iter().all(|world| world.organisation.name != view.name)) {
        anyhow::bail!("this database holds another organisation; the demo wants one of its own");
    }
    let passwords = Passwords::new(settings.sign_in.password)?;
    let hash = passwords.hash(PASSWORD).await?;
    let mut casts = Vec::new();
    for world in worlds {
        let there = existing.iter().find(|view| view.name == world.organisation.name).map(|view| view.id);
        casts.push(cast(store, there, world, &hash).await?);
        // Ids follow the clock, and lists of organisations their ids.
        clock.advance();
    }
    Ok(casts)
}

async fn cast(store: &Store, there: Option<OrganisationId>, world: &World, hash: &str) -> anyhow::Result<Cast> {
    let organisation = &world.organisation;
    let id = if let Some(id) = there {
        id
    } else {
        let (name, phone) = (text(&organisation.name)?, text(&organisation.phone)?);
        store.create_organisation(NewOrganisation { name, phone, language: "nl".to_owned() }).await?
    };
    let first = store.publish_funnel(id, world.first_funnel()?).await?;
    for party in &store.definition(id, first).await?.funnel.parties {
        let new = NewParty { key: party.key.clone(), name_nl: text(&party.name.nl)?, name_en: text(&party.name.en)? };
        unless_there(store.create_party(id, new).await)?;
    }
    let mut cast = Cast { organisation: id, people: BTreeMap::new(), principals: BTreeMap::new() };
    for person in &organisation.persons {
        let made = person_of(store, id, person, hash).await?;
        let chairs = person.chairs.iter().map(|party| (party, true));
        let parties: Vec<(&PartyKey, bool)> = person.parties.iter().map(|party| (party, false)).chain(chairs).collect();
        for (party, chair) in parties {
            store.set_member(id, party, made, chair).await.with_context(|| format!("{} in {party}", person.key))?;
        }
        let actor = engine::Person { id: made, function: person.function.clone(), roles: person.roles.clone() };
        cast.people.insert(person.key.clone(), made);
        cast.principals.insert(made, Principal { organisation: id, actor: engine::Actor::Person(actor) });
    }
    Ok(cast)
}

/// Finds or makes a person and the account behind it.
async fn person_of(store: &Store, id: OrganisationId, person: &DemoPerson, hash: &str) -> anyhow::Result<PersonId> {
    let email = person.email();
    let roster = store.roster(id).await?;
    if let Some(PersonView { id, .. }) = roster.persons.values().find(|view| view.email == email) {
        return Ok(*id);
    }
    let email = Text::parse(&email, Limit::Address)?;
    let account = match store.account_by_email(email.as_str()).await? {
        Some(account) => account.id,
        None => store.create_account(&email, hash).await?,
    };
    let new = NewPerson {
        account: Some(account),
        name: text(&person.name)?,
        email,
        function: text(&person.function)?,
        roles: person.roles.clone(),
        language: "nl".to_owned(),
    };
    Ok(store.create_person(id, new).await?)
}

fn text(text: &str) -> anyhow::Result<Text> {
    Ok(Text::parse(text, Limit::Name)?)
}

fn unless_there<T>(result: Result<T, persistence::Error>) -> Result<(), persistence::Error> {
    match result {
        Ok(_) | Err(persistence::Error::Exists) => Ok(()),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests;
