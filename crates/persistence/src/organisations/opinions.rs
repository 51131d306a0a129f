//! What members of a body say among themselves, and everything else about the consultations of a project (laws 8 and 9).

use std::collections::BTreeSet;
use std::sync::Arc;

use engine::{ConsultationEvent, Event, Funnel, Moment, OrganisationEvent, PartyKey, PersonId, ProjectId, TextRef};

use super::row::EventRow;
use super::timeline::consultation as consultation_of;
use crate::command::Principal;
use crate::error::Error;
use crate::funnels::definition;
use crate::hot;
use crate::hot::person;
use crate::project_row::state;
use crate::projects::must_see;
use crate::roster::{self, Roster};
use crate::scope::Tx;
use crate::store::{Inner, Store};
use crate::timeline::{EVENTS, Row, TimelineItem};
use crate::visible::Query;

/// Events read at most, far more than the consultations of one project ever have.
const AT_MOST: i64 = 5_000;

/// What one member of a body said among its members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opinion {
    /// The event.
    pub sequence: u64,
    /// When it was written down.
    pub at: Moment,
    /// Whose opinion it is, also where the coach wrote it down.
    pub person: Option<PersonId>,
    /// Who wrote it down.
    pub by: Option<PersonId>,
    /// Of which body.
    pub body: PartyKey,
    /// What they said.
    pub text: TextRef,
}

/// Whether this person may know what a body deliberates about a project: its members and its coach (law 9).
fn deliberates(funnel: &Funnel, roster: &Roster, person: PersonId, body: &PartyKey) -> bool {
    let belongs = |party: &PartyKey| roster.members.membership(party, person).is_some();
    let coach = funnel.party(body).and_then(|party| party.coached_by.as_ref());
    belongs(body) || coach.is_some_and(belongs)
}

/// The opinion in an event of a project, with the consultation it belongs to.
fn opinion(item: &TimelineItem) -> Option<(u32, Opinion)> {
    let recorded = &item.recorded;
    let Event::Consultation { consultation, event: ConsultationEvent::Opined { body, opinion } } = recorded.event.answer()
    else {
        return None;
    };
    let by = person(&recorded.by);
    let whose = match &recorded.event {
        Event::OnBehalf { on_behalf, .. } => Some(on_behalf.person),
        _ => by,
    };
    let (sequence, at, body, text) = (recorded.sequence, recorded.at, body.clone(), *opinion);
    Some((*consultation, Opinion { sequence, at, person: whose, by, body, text }))
}

/// The events of a project's consultations that somebody may see, oldest first.
async fn events(inner: &Inner, tx: &Tx<'_>, asking: &Principal, project: ProjectId) -> Result<Vec<TimelineItem>, Error> {
    must_see(inner, tx, asking, project).await?;
    let row = hot::look(tx, project).await?.ok_or(Error::NotFound)?;
    let roster = roster::at(inner, tx, row.roster_version).await?;
    let reader = roster.current(asking)?.person();
    let state = state(tx, project, row.state_format, &row.state).await?;
    let definition = definition(inner, tx, state.funnel).await?;
    let mut query = Query::new(EVENTS);
    query.equal("e.project_id", project.0).push("AND e.kind LIKE 'consultation-%' ORDER BY e.sequence");
    let limit = query.bind(AT_MOST);
    query.push(&format!("LIMIT {limit}"));
    let rows: Vec<Row> = tx.all(&query.sql, query.values).await?;
    let mut items = rows.into_iter().map(Row::item).collect::<Result<Vec<_>, _>>()?;
    items.retain(|item| {
        let may_know = |body| reader.is_some_and(|person| deliberates(&definition.funnel, &roster, person, body));
        item.recorded.event.private_to().is_none_or(may_know)
    });
    Ok(items)
}

/// The opinions in a consultation of the organisation, for somebody who may know what these bodies deliberate.
pub(super) async fn of_organisation(
    tx: &Tx<'_>,
    bodies: &BTreeSet<PartyKey>,
    consultation: u32,
) -> Result<Vec<Opinion>, Error> {
    let mut query = Query::new("SELECT sequence, body FROM organisation_events WHERE organisation_id = $1");
    query.among("private_to", bodies.iter().map(|body| body.as_str().to_owned())).push("ORDER BY sequence");
    let limit = query.bind(AT_MOST);
    query.push(&format!("LIMIT {limit}"));
    let rows: Vec<EventRow> = tx.all(&query.sql, query.values).await?;
    let mut opinions = Vec::new();
    for recorded in rows.iter().map(EventRow::recorded) {
        let recorded = recorded?;
        if consultation_of(&recorded.event) != Some(consultation) {
            continue;
        }
        if let OrganisationEvent::Consultation { event: ConsultationEvent::Opined { body, opinion }, .. } = &recorded.event {
            let by = person(&recorded.by);
            let (sequence, at, body, text) = (recorded.sequence, recorded.at, body.clone(), *opinion);
            opinions.push(Opinion { sequence, at, person: by, by, body, text });
        }
    }
    Ok(opinions)
}

impl Store {
    /// What the members of a body said among themselves in a consultation of a project, oldest first: for the body and its
    /// coach alone (law 9); for everybody else who may see the project there is nothing.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the project may not be seen.
    pub async fn opinions(
        &self,
        principal: &Principal,
        project: ProjectId,
        consultation: u32,
    ) -> Result<Vec<Opinion>, Error> {
        let items = self.consultation_log(principal, project).await?;
        let opinions = items.iter().filter_map(opinion).filter(|(of, _)| *of == consultation);
        Ok(opinions.map(|(_, opinion)| opinion).collect())
    }

    /// Everything that happened in the consultations of a project, oldest first, also in those that are settled and that
    /// its state forgot: the register of what became of advice. Members' own opinions are among it for their body and its
    /// coach alone (law 9).
    ///
    /// # Errors
    /// [`Error::NotFound`] when the project may not be seen; [`Error::Corrupt`] for an event that cannot be read.
    pub async fn consultation_log(&self, principal: &Principal, project: ProjectId) -> Result<Vec<TimelineItem>, Error> {
        let (inner, asking) = (Arc::clone(&self.inner), principal.clone());
        self.read(principal.organisation, move |tx| Box::pin(async move { events(&inner, tx, &asking, project).await }))
            .await
    }
}
