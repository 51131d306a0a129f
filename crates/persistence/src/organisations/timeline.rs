//! What happened in the organisation, and what waits there.

use std::collections::BTreeSet;
use std::sync::Arc;

use engine::{Hash, OrganisationEvent, OrganisationRecorded, PartyKey, PersonId, Task};
use sea_orm::FromQueryResult;

use super::execute::context;
use super::opinions::of_organisation;
use super::row::EventRow;
use crate::command::Principal;
use crate::consultation::Opinion;
use crate::error::Error;
use crate::page::{Cursor, Page, PageProblem, PageRequest};
use crate::project_row::hash;
use crate::roster::{self, Roster};
use crate::store::Store;
use crate::visible::Query;

/// One event of an organisation's log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationTimelineItem {
    /// The event.
    pub recorded: OrganisationRecorded,
    /// Its place in the chain: SHA-256(hash before ‖ canonical bytes).
    pub hash: Hash,
}

/// Something that waits in the organisation itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationTask {
    /// What is asked, of whom, since and until when.
    pub task: Task,
    /// Whether it waits for who asks: by a membership of their own, or that of somebody they stand in for.
    pub mine: bool,
}

#[derive(FromQueryResult)]
struct Row {
    sequence: i64,
    hash: Vec<u8>,
    body: String,
}

/// Names the order of the list in its cursors.
const LOG: &str = "organisation-timeline";

/// The bodies whose deliberation this person may know: those they belong to, and those that a party of theirs coaches by
/// the organisation's own rules (law 9).
fn bodies(roster: &Roster, person: PersonId) -> BTreeSet<PartyKey> {
    let own: BTreeSet<PartyKey> = roster.parties_of(person).cloned().collect();
    let rules = &roster.organisation.settings.bodies;
    let coached = rules.iter().filter(|(_, rules)| rules.coached_by.as_ref().is_some_and(|coach| own.contains(coach)));
    let coached: Vec<PartyKey> = coached.map(|(body, _)| body.clone()).collect();
    own.into_iter().chain(coached).collect()
}

impl Store {
    /// The events of the principal's organisation, newest first; everybody in it reads them. What a member of a body said
    /// among its members is there for the body and its coach alone (law 9), not even for the system.
    ///
    /// # Errors
    /// [`Error::NotFound`] for somebody of another organisation; [`Error::Page`] for a cursor of another list;
    /// [`Error::Corrupt`] for an event that cannot be read.
    pub async fn organisation_timeline(
        &self,
        principal: &Principal,
        page: &PageRequest,
    ) -> Result<Page<OrganisationTimelineItem>, Error> {
        let (inner, asking, wanted) = (Arc::clone(&self.inner), principal.clone(), page.clone());
        let rows: Vec<Row> = self
            .read(principal.organisation, move |tx| {
                Box::pin(async move {
                    let roster = roster::now(&inner, tx).await?;
                    let person = roster.current(&asking)?.person();
                    let query = timeline(&person.map(|person| bodies(&roster, person)).unwrap_or_default(), &wanted)?;
                    tx.all(&query.sql, query.values).await
                })
            })
            .await?;
        let item = |row: Row| {
            let hash = hash("organisation_events", row.sequence, &row.hash)?;
            Ok(OrganisationTimelineItem { recorded: EventRow { sequence: row.sequence, body: row.body }.recorded()?, hash })
        };
        let items = rows.into_iter().map(item).collect::<Result<_, Error>>()?;
        Ok(Page::of(items, page, |item: &OrganisationTimelineItem| Cursor::of(LOG, &[&item.recorded.sequence])))
    }

    /// Everything that waits in the principal's organisation itself, the earliest date first: evidence to judge, to renew or
    /// to mend, and questions to its bodies.
    ///
    /// # Errors
    /// [`Error::NotFound`] for somebody of another organisation.
    pub async fn organisation_tasks(&self, principal: &Principal) -> Result<Vec<OrganisationTask>, Error> {
        let roster = self.roster(principal.organisation).await?;
        let asking = roster.current(principal)?;
        let config = &self.inner.config;
        let context = context(&asking, &roster, &roster.organisation, config, self.now(), None);
        let mine = |task: &Task| asking.person().is_some_and(|person| task.is_for(&context, person));
        let tasks = engine::organisation_tasks(&roster.organisation, &context);
        let mut tasks: Vec<_> = tasks.into_iter().map(|task| OrganisationTask { mine: mine(&task), task }).collect();
        tasks.sort_by_key(|item| (item.task.due, item.task.kind.clone()));
        Ok(tasks)
    }

    /// What the members of a body said among themselves in a consultation of the organisation, oldest first: for the body
    /// and its coach alone (law 9); for everybody else there is nothing.
    ///
    /// # Errors
    /// [`Error::NotFound`] for somebody of another organisation.
    pub async fn organisation_opinions(&self, principal: &Principal, consultation: u32) -> Result<Vec<Opinion>, Error> {
        let (inner, asking) = (Arc::clone(&self.inner), principal.clone());
        self.read(principal.organisation, move |tx| {
            Box::pin(async move {
                let roster = roster::now(&inner, tx).await?;
                let Some(person) = roster.current(&asking)?.person() else { return Ok(Vec::new()) };
                of_organisation(tx, &bodies(&roster, person), consultation).await
            })
        })
        .await
    }
}

fn timeline(bodies: &BTreeSet<PartyKey>, page: &PageRequest) -> Result<Query, Error> {
    let mut query = Query::new("SELECT sequence, hash, body FROM organisation_events WHERE organisation_id = $1");
    let places: Vec<String> = bodies.iter().map(|body| query.bind(body.as_str())).collect();
    if places.is_empty() {
        query.push("AND private_to IS NULL");
    } else {
        query.push(&format!("AND (private_to IS NULL OR private_to IN ({}))", places.join(", ")));
    }
    if let Some(cursor) = &page.after {
        let [sequence] = cursor.values::<1>(LOG)?;
        let sequence = query.bind(sequence.parse::<i64>().map_err(|_| PageProblem::Cursor)?);
        query.push(&format!("AND sequence < {sequence}"));
    }
    query.push("ORDER BY sequence DESC");
    let limit = query.bind(page.fetch());
    query.push(&format!("LIMIT {limit}"));
    Ok(query)
}

/// The consultation that an event is about.
pub(super) fn consultation(event: &OrganisationEvent) -> Option<u32> {
    match event {
        OrganisationEvent::Consultation { consultation, .. } => Some(*consultation),
        _ => None,
    }
}
