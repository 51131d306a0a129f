//! Appending to a project's log: events become links of its chain and go into the state.

use engine::{
    Actor, Calendar, Context, Event, FactValue, FunnelVersionId, Hash, Moment, Person, Project, Recorded, Subject,
    Submission,
};
use funnel::Definition;

use crate::canonical;
use crate::command::Principal;
use crate::config::StoreConfig;
use crate::error::Error;
use crate::hot::{self, Batch, Link, NewContent, NewReceipt};
use crate::organisations::{Known, next_look};
use crate::roster::Roster;
use crate::scope::Tx;
use crate::text::TextProblem;

/// What surrounds one piece of work on a project.
pub(crate) struct Surroundings<'a> {
    pub principal: &'a Principal,
    pub roster: &'a Roster,
    pub calendar: &'a Calendar,
    pub definition: &'a Definition,
    /// The version that the project is asked to go on under.
    pub migrate_to: Option<(FunnelVersionId, &'a Definition)>,
    /// On whose behalf something is recorded (law 14).
    pub on_behalf_of: Option<&'a Person>,
    pub now: Moment,
}

impl<'a> Surroundings<'a> {
    /// Of work that stays under the project's own version and that somebody does in their own name.
    pub(crate) fn of(
        principal: &'a Principal,
        roster: &'a Roster,
        config: &'a StoreConfig,
        definition: &'a Definition,
        now: Moment,
    ) -> Self {
        Self { principal, roster, calendar: &config.calendar, definition, migrate_to: None, on_behalf_of: None, now }
    }

    pub(crate) fn context<'c>(&'c self, submission: Option<&'c Submission>) -> Context<'c> {
        Context {
            actor: &self.principal.actor,
            on_behalf_of: self.on_behalf_of,
            now: self.now,
            parties: &self.roster.members,
            organisation: &self.roster.organisation,
            calendar: self.calendar,
            migrate_to: self.migrate_to.map(|(version, definition)| (version, &definition.funnel)),
            submission,
        }
    }
}

/// Time never runs back in a log, whatever the clock does.
pub(crate) fn not_before(now: Moment, last: Moment) -> Moment {
    if now.at < last.at { last } else { Moment { at: now.at, today: now.today.max(last.today) } }
}

/// Who acts, as the log names them.
pub(crate) fn subject(actor: &Actor) -> Subject {
    match actor {
        Actor::Person(person) => Subject::Person { id: person.id, function: person.function.clone() },
        Actor::System => Subject::System,
    }
}

/// A log that grows in this transaction.
pub(crate) struct Growing {
    pub project: Option<Project>,
    pub head: Hash,
    pub links: Vec<Link>,
}

impl Growing {
    /// Takes events into the chain and into the state.
    pub(crate) fn append(&mut self, at: Moment, actor: &Actor, events: Vec<Event>) -> Result<(), Error> {
        let by = subject(actor);
        for event in events {
            check_numbers(&event)?;
            let sequence = self.project.as_ref().map_or(1, |project| project.sequence + 1);
            let recorded = Recorded { sequence, at, by: by.clone(), event };
            let broken = |_| Error::corrupt("events", sequence);
            match &mut self.project {
                Some(project) => project.apply(&recorded).map_err(broken)?,
                None => self.project = Some(Project::begin(&recorded).map_err(broken)?),
            }
            let body = canonical::json(&recorded).map_err(|_| Error::corrupt("events", sequence))?;
            self.head = canonical::link(self.head, &body);
            self.links.push(Link { recorded, body, hash: self.head });
        }
        Ok(())
    }
}

/// Amounts go into canonical JSON, where whole numbers are exact below 2⁵³ only.
fn check_numbers(event: &Event) -> Result<(), Error> {
    let exact = |value: &FactValue| match value {
        FactValue::Amount(amount) => amount.unsigned_abs() < canonical::LARGEST_NUMBER.unsigned_abs(),
        FactValue::Boolean(_) | FactValue::Level(_) => true,
    };
    let all_exact = match event {
        Event::FactsAnswered { answers } => answers.values().all(exact),
        Event::FactConfirmed { value, .. } => exact(value),
        _ => true,
    };
    if all_exact { Ok(()) } else { Err(TextProblem::Json("an amount too large to be kept exactly".to_owned()).into()) }
}

/// What is written besides the log.
pub(crate) struct Beside<'a> {
    pub version: i64,
    pub created_at: i64,
    pub title: &'a str,
    pub contents: &'a [NewContent],
    pub receipt: Option<NewReceipt<'a>>,
    /// What the project rested on of the organisation before, as it is stored.
    pub known: Option<Known>,
}

/// Writes the grown log with everything that follows from it.
pub(crate) async fn store(
    tx: &Tx<'_>,
    surroundings: &Surroundings<'_>,
    growing: &Growing,
    beside: Beside<'_>,
) -> Result<(), Error> {
    let Some(project) = &growing.project else { return Err(Error::corrupt("projects", "without events")) };
    let context = surroundings.context(None);
    // After a migration tasks and dates are those of the new version.
    let migrated = surroundings.migrate_to.filter(|(version, _)| *version == project.funnel);
    let funnel = &migrated.map_or(surroundings.definition, |(_, definition)| definition).funnel;
    let involved: Vec<_> = growing
        .links
        .iter()
        .filter_map(|link| match &link.recorded.event {
            Event::PhaseEntered { involved, .. } | Event::ProjectMigrated { involved, .. } => Some(involved),
            _ => None,
        })
        .flatten()
        .collect();
    let organisation = &surroundings.roster.organisation;
    let known = Known::now(funnel, project, organisation);
    let unwritten = beside.known.as_ref() != Some(&known);
    let look = next_look(funnel, project, organisation, surroundings.now.today);
    let batch = Batch {
        project,
        state: serde_json::to_string(project).map_err(|_| Error::corrupt("projects", project.id))?,
        version: beside.version,
        head: growing.head,
        title: beside.title,
        created_at: beside.created_at,
        links: &growing.links,
        contents: beside.contents,
        tasks: &engine::tasks(funnel, project, &context),
        due_on: engine::next_due(funnel, project, &context).into_iter().chain(look).min(),
        tasks_on: surroundings.now.today,
        involved: &involved,
        receipt: beside.receipt,
        updated_at: surroundings.now.at.0,
        uses: unwritten.then_some(&known),
    };
    hot::write(tx, &batch).await
}
