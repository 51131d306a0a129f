//! Everything about one consultation, as the people of its body read it.

use std::sync::Arc;

use engine::{Event, PartyKey, PersonId, ProjectId};

use crate::command::Principal;
use crate::error::Error;
use crate::projects::{ProjectView, view};
use crate::store::Store;
use crate::timeline::{EVENTS, Row, TimelineItem};
use crate::visible::Query;

/// Events read at most: far more than twenty consultations of a project ever have.
const EVENTS_AT_MOST: i64 = 5_000;

/// One consultation, with the project at the same moment.
#[derive(Clone, Debug)]
pub struct ConsultationLog {
    /// The project.
    pub project: ProjectView,
    /// What happened in the consultation, oldest first, with the decisions of gates and contested records of the project
    /// between them. Members' own opinions are there for the body and its coach alone (law 9).
    pub events: Vec<TimelineItem>,
}

impl ProjectView {
    /// Whether somebody sees what the members of a body say among themselves: its members and its coach (law 9).
    #[must_use]
    pub fn deliberates(&self, person: PersonId, body: &PartyKey) -> bool {
        let belongs = |party: &PartyKey| self.roster.members.membership(party, person).is_some();
        let coach = self.definition.funnel.party(body).and_then(|party| party.coached_by.as_ref());
        belongs(body) || coach.is_some_and(belongs)
    }
}

impl Store {
    /// One consultation of a project, whether it still stands or is over.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none with this number, or the project may not be seen.
    pub async fn consultation(
        &self,
        principal: &Principal,
        project: ProjectId,
        number: u32,
    ) -> Result<ConsultationLog, Error> {
        let (inner, principal) = (Arc::clone(&self.inner), principal.clone());
        let (view, rows): (_, Vec<Row>) = self
            .read(principal.organisation, {
                let principal = principal.clone();
                move |tx| {
                    Box::pin(async move {
                        let view = view(&inner, tx, &principal, project).await?;
                        let mut query = Query::new(EVENTS);
                        query.equal("e.project_id", project.0);
                        query.push("AND (e.kind LIKE 'consultation-%' OR e.kind IN ('gate_decided', 'record_contested'))");
                        query.push("ORDER BY e.sequence");
                        let limit = query.bind(EVENTS_AT_MOST);
                        query.push(&format!("LIMIT {limit}"));
                        Ok((view, tx.all(&query.sql, query.values).await?))
                    })
                }
            })
            .await?;
        let mut events = rows.into_iter().map(Row::item).collect::<Result<Vec<_>, _>>()?;
        events.retain(|item| match item.recorded.event.answer() {
            Event::Consultation { consultation, event } => {
                let private = event.private_to().filter(|_| principal.person().is_some());
                let sees = |body| principal.person().is_some_and(|person| view.deliberates(person, body));
                *consultation == number && private.is_none_or(sees)
            }
            _ => true,
        });
        let there = events.iter().any(|item| matches!(item.recorded.event.answer(), Event::Consultation { .. }));
        if there { Ok(ConsultationLog { project: view, events }) } else { Err(Error::NotFound) }
    }
}
