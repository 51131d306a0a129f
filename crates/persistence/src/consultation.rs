//! What happened in the consultations of a project, and what members of a body say among themselves (laws 8 and 9).

use std::collections::BTreeMap;
use std::sync::Arc;

use engine::{ConsultationEvent, Event, Moment, PartyKey, PersonId, ProjectId, TextRef};

use crate::command::Principal;
use crate::error::Error;
use crate::hot::person;
use crate::projects::{ProjectView, ViewRow, view};
use crate::scope::{Tx, signed};
use crate::store::{Inner, Store};
use crate::timeline::{EVENTS, Row, TimelineItem};
use crate::visible::Query;

/// Events read at most, far more than the consultations of one project ever have.
pub(crate) const AT_MOST: i64 = 5_000;

/// One consultation, with the project at the same moment.
#[derive(Clone, Debug)]
pub struct ConsultationLog {
    /// The project.
    pub project: ProjectView,
    /// What happened in the consultation, oldest first, with the decisions of gates and contested records of the project
    /// between them. Members' own opinions are there for the body and its coach alone (law 9).
    pub events: Vec<TimelineItem>,
}

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

/// The consultations of a project, its decisions and its contested records: everything that this principal may see, oldest
/// first. What is private to a body is for its members and its coach alone, not even for the system (law 9).
async fn log(inner: &Inner, tx: &Tx<'_>, asking: &Principal, project: ProjectId) -> Result<ConsultationLog, Error> {
    let project = view(inner, tx, asking, project).await?;
    let reader = project.roster.current(asking)?.person();
    let mut query = Query::new(EVENTS);
    query.equal("e.project_id", project.state.id.0);
    query.push("AND (e.kind LIKE 'consultation-%' OR e.kind IN ('gate_decided', 'record_contested')) ORDER BY e.sequence");
    let limit = query.bind(AT_MOST);
    query.push(&format!("LIMIT {limit}"));
    let rows: Vec<Row> = tx.all(&query.sql, query.values).await?;
    let mut events = rows.into_iter().map(Row::item).collect::<Result<Vec<_>, _>>()?;
    let (funnel, parties) = (&project.definition.funnel, &project.roster.members);
    let may_know = |body: &PartyKey| reader.is_some_and(|person| funnel.deliberates(parties, body, person));
    events.retain(|item| item.recorded.event.private_to().is_none_or(may_know));
    Ok(ConsultationLog { project, events })
}

/// The same of many projects, in two statements; one that may not be seen is left out.
async fn logs(
    inner: &Inner,
    tx: &Tx<'_>,
    asking: &Principal,
    projects: &[ProjectId],
) -> Result<BTreeMap<ProjectId, Vec<TimelineItem>>, Error> {
    let mut query = Query::new(ViewRow::SELECT);
    query.among("p.id", projects.iter().map(|project| project.0)).visible(asking, inner.config.clock.now().today);
    let mut views = BTreeMap::new();
    for row in tx.all::<ViewRow>(&query.sql, query.values).await? {
        let view = row.view(inner, tx).await?;
        views.insert(view.state.id, view);
    }
    let mut query = Query::new(EVENTS);
    query.among("e.project_id", views.keys().map(|project| project.0));
    query.push("AND e.kind LIKE 'consultation-%' ORDER BY e.project_id, e.sequence");
    let limit = query.bind(AT_MOST.saturating_mul(signed(views.len() as u64)));
    query.push(&format!("LIMIT {limit}"));
    let mut logs: BTreeMap<ProjectId, Vec<TimelineItem>> = views.keys().map(|id| (*id, Vec::new())).collect();
    for row in tx.all::<Row>(&query.sql, query.values).await? {
        let item = row.item()?;
        let Some(view) = views.get(&item.project) else { continue };
        let reader = view.roster.current(asking)?.person();
        let (funnel, parties) = (&view.definition.funnel, &view.roster.members);
        let may_know = |body: &PartyKey| reader.is_some_and(|person| funnel.deliberates(parties, body, person));
        if item.recorded.event.private_to().is_none_or(may_know) {
            logs.entry(item.project).or_default().push(item);
        }
    }
    Ok(logs)
}

impl Store {
    /// Everything that happened in the consultations of many projects, each oldest first: as
    /// [`Store::consultation_log`], for a list of projects. One that may not be seen is left out.
    ///
    /// # Errors
    /// [`Error::Database`]; [`Error::Corrupt`] for an event that cannot be read.
    pub async fn consultation_logs(
        &self,
        principal: &Principal,
        projects: &[ProjectId],
    ) -> Result<BTreeMap<ProjectId, Vec<TimelineItem>>, Error> {
        let (inner, asking, projects) = (Arc::clone(&self.inner), principal.clone(), projects.to_vec());
        self.read(principal.organisation, move |tx| Box::pin(async move { logs(&inner, tx, &asking, &projects).await }))
            .await
    }

    async fn consulting(&self, principal: &Principal, project: ProjectId) -> Result<ConsultationLog, Error> {
        let (inner, asking) = (Arc::clone(&self.inner), principal.clone());
        self.read(principal.organisation, move |tx| Box::pin(async move { log(&inner, tx, &asking, project).await })).await
    }

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
        let ConsultationLog { project, mut events } = self.consulting(principal, project).await?;
        let consultation = |item: &TimelineItem| match item.recorded.event.answer() {
            Event::Consultation { consultation, .. } => Some(*consultation),
            _ => None,
        };
        events.retain(|item| consultation(item).is_none_or(|of| of == number));
        let there = events.iter().any(|item| consultation(item).is_some());
        if there { Ok(ConsultationLog { project, events }) } else { Err(Error::NotFound) }
    }

    /// Everything that happened in the consultations of a project, oldest first, also in those that are settled and that
    /// its state forgot: the register of what became of advice. Members' own opinions are among it for their body and its
    /// coach alone (law 9).
    ///
    /// # Errors
    /// [`Error::NotFound`] when the project may not be seen; [`Error::Corrupt`] for an event that cannot be read.
    pub async fn consultation_log(&self, principal: &Principal, project: ProjectId) -> Result<Vec<TimelineItem>, Error> {
        let mut events = self.consulting(principal, project).await?.events;
        events.retain(|item| matches!(item.recorded.event.answer(), Event::Consultation { .. }));
        Ok(events)
    }

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
}
