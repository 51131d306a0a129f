//! The demo: an organisation with six projects, made by real commands on a clock that replays the weeks before today.

mod people;
mod play;
mod story;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use anyhow::Context;
use engine::{FunnelVersionId, Moment, OrganisationId, PartyKey, PersonId, Timestamp};
use jiff::tz::TimeZone;
use persistence::{
    Clock, Limit, NewOrganisation, NewParty, NewPerson, OrganisationView, PersonView, Principal, Store, Text,
};
use tracing::info;

use crate::clock::{SystemRandomness, moment};
use crate::config::Settings;
use crate::open::store_config_with;
use crate::session::password::Passwords;
use crate::stop::Stop;
use crate::worker::Worker;
pub use people::{DemoPerson, Organisation, PASSWORD, organisation};

/// A clock that stands where it is put. It is used while the demo is made and nowhere else.
struct PastClock {
    micros: AtomicI64,
    zone: TimeZone,
}

impl PastClock {
    fn put(&self, at: jiff::Timestamp) {
        self.micros.store(at.as_microsecond(), Ordering::SeqCst);
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

/// Makes the demo in the data folder of `settings`, unless it is there already. A making that was broken off is taken up
/// where it stopped: every command has a key of its own, so none happens twice.
///
/// # Errors
/// The database cannot be used, or holds an organisation that is not the demo's; or the story is broken, which a test
/// excludes.
pub async fn make(settings: &Settings) -> anyhow::Result<()> {
    let done = settings.data_dir.join(DONE);
    if done.exists() {
        return Ok(());
    }
    info!("making the demo organisation and its projects");
    let organisation = people::organisation()?;
    let now = jiff::Timestamp::now().to_zoned(settings.zone.clone());
    let steps = story::steps(now.date(), &settings.zone)?;
    let first = steps.first().context("the story has no steps")?.0.timestamp();
    let clock = Arc::new(PastClock { micros: AtomicI64::new(first.as_microsecond()), zone: settings.zone.clone() });
    let config = store_config_with(settings, clock.clone(), Arc::new(SystemRandomness));
    let store = Store::open(&config).await.context("cannot open the database")?;
    let made = async {
        let cast = cast(&store, settings, &organisation).await?;
        let mut mail = settings.mail.clone();
        // Nobody at demo.example must ever get mail.
        mail.smtp_url = None;
        let worker = Worker::new(store.clone(), &mail, &settings.public_url, Stop::default())?;
        play::play(&store, &worker, &clock, &cast, steps).await
    };
    let made = made.await;
    store.close().await;
    made?;
    std::fs::write(done, "The demo was made to its end. Without this file it is completed at the next start.\n")?;
    Ok(())
}

/// Who plays in the story.
struct Cast {
    organisation: OrganisationId,
    funnel: FunnelVersionId,
    people: BTreeMap<String, (PersonId, Principal)>,
}

async fn cast(store: &Store, settings: &Settings, organisation: &Organisation) -> anyhow::Result<Cast> {
    let existing: Vec<OrganisationView> = store.organisations().await?;
    let id = match existing.iter().find(|view| view.name == organisation.name) {
        Some(view) => view.id,
        None if existing.is_empty() => {
            let (name, phone) = (text(&organisation.name)?, text(&organisation.phone)?);
            store.create_organisation(NewOrganisation { name, phone, language: "nl".to_owned() }).await?
        }
        None => anyhow::bail!("this database holds another organisation; the demo wants one of its own"),
    };
    let (_, source) = funnel::shipped::FIRST_PART;
    let funnel = store.publish_funnel(id, source).await?;
    for party in &store.definition(id, funnel).await?.funnel.parties {
        let new = NewParty { key: party.key.clone(), name_nl: text(&party.name.nl)?, name_en: text(&party.name.en)? };
        unless_there(store.create_party(id, new).await)?;
    }
    let passwords = Passwords::new(settings.sign_in.password)?;
    let hash = passwords.hash(PASSWORD).await?;
    let mut people = BTreeMap::new();
    for person in &organisation.persons {
        let made = person_of(store, id, person, &hash).await?;
        let chairs = person.chairs.iter().map(|party| (party, true));
        let parties: Vec<(&PartyKey, bool)> = person.parties.iter().map(|party| (party, false)).chain(chairs).collect();
        for (party, chair) in parties {
            store.set_member(id, party, made, chair).await.with_context(|| format!("{} in {party}", person.key))?;
        }
        let actor = engine::Person { id: made, function: person.function.clone(), roles: person.roles.clone() };
        let principal = Principal { organisation: id, actor: engine::Actor::Person(actor) };
        people.insert(person.key.clone(), (made, principal));
    }
    Ok(Cast { organisation: id, funnel, people })
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
mod tests {
    use std::collections::BTreeSet;

    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_story_can_be_told_on_any_day() -> anyhow::Result<()> {
        let organisation = people::organisation()?;
        let keys: BTreeSet<_> = organisation.persons.iter().map(|person| person.key.as_str()).collect();
        for today in [date(2026, 11, 23), date(2027, 1, 3), date(2028, 2, 29), date(2026, 3, 30)] {
            let steps = story::steps(today, &TimeZone::get("Europe/Amsterdam")?)?;
            assert!(steps.len() > 50);
            assert!(steps.iter().all(|(at, step)| at.date() < today && keys.contains(step.who.as_str())));
        }
        Ok(())
    }

    #[test]
    fn everybody_is_plainly_made_up_and_every_party_has_somebody() -> anyhow::Result<()> {
        let organisation = people::organisation()?;
        assert!(organisation.persons.iter().all(|person| person.name.starts_with("Demo ")));
        let (_, source) = funnel::shipped::FIRST_PART;
        let definition = funnel::parse(source).map_err(|problems| anyhow::anyhow!("{problems:?}"))?;
        for party in &definition.funnel.parties {
            let somebody =
                organisation.persons.iter().any(|p| p.parties.contains(&party.key) || p.chairs.contains(&party.key));
            assert!(somebody, "{} has nobody", party.key);
        }
        Ok(())
    }
}
