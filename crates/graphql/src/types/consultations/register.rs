//! The register: every consultation that there was, and what became of it, as the log tells (C10).

use std::collections::BTreeMap;

use async_graphql::{Context, Object, Result};
use engine::{ConsultationEvent as Happened, Event, Origin, PartyKey, Recorded, Right, TextRef};
use time::{Date, OffsetDateTime};

use super::{Advice, Response};
use crate::enums::{ConsultationRight, EventKind};
use crate::error::problem;
use crate::session::{Session, session};
use crate::types::funnel::Gate;
use crate::types::people::Party;
use crate::types::project::Project;
use crate::types::{instant, int, text};

/// One consultation from its beginning to its end.
pub struct RegisteredConsultation {
    project: Project,
    number: u32,
    began: OffsetDateTime,
    body: PartyKey,
    right: Right,
    origin: Origin,
    question: Option<TextRef>,
    due: Option<Date>,
    advice: Option<(engine::Advice, Date)>,
    conferred: Option<Date>,
    response: Option<(engine::Response, Date)>,
    last: EventKind,
    ended: Option<TextRef>,
}

impl RegisteredConsultation {
    /// Every consultation of a project, newest first.
    pub(crate) async fn all(project: &Project, session: &Session) -> Result<Vec<Self>> {
        let log = session.store.consultation_log(&session.principal, project.0.state.id).await.map_err(problem)?;
        let mut all: BTreeMap<u32, Self> = BTreeMap::new();
        for item in &log {
            let recorded = &item.recorded;
            let Event::Consultation { consultation, event } = recorded.event.answer() else { continue };
            // What members say among themselves is no part of a register (law 9).
            if event.private_to().is_some() {
                continue;
            }
            match all.get_mut(consultation) {
                Some(known) => known.take(event, recorded),
                None => all.extend(Self::begun(project, *consultation, event, recorded).map(|begun| (*consultation, begun))),
            }
        }
        Ok(all.into_values().rev().collect())
    }

    fn begun(project: &Project, number: u32, event: &Happened, recorded: &Recorded) -> Option<Self> {
        let (body, right, origin, question) = match event {
            Happened::Informed { body, origin, question, .. } => (body, Right::Information, origin.clone(), Some(*question)),
            Happened::Opened { body, right, origin, question, .. } => (body, *right, origin.clone(), Some(*question)),
            Happened::Requested { body, question } => (body, Right::Advice, Origin::Body, Some(*question)),
            Happened::Volunteered { body, .. } => (body, Right::Advice, Origin::Body, None),
            _ => return None,
        };
        let mut begun = Self {
            project: project.clone(),
            number,
            began: instant(recorded.at.at),
            body: body.clone(),
            right,
            origin,
            question,
            due: None,
            advice: None,
            conferred: None,
            response: None,
            last: event.into(),
            ended: None,
        };
        begun.take(event, recorded);
        Some(begun)
    }

    fn take(&mut self, event: &Happened, recorded: &Recorded) {
        let today = recorded.at.today;
        match event {
            Happened::Opened { term, right, .. } => (self.due, self.right) = (Some(term.due), *right),
            Happened::Extended { term } | Happened::SummaryRevised { term, .. } | Happened::TermChosen { term, .. } => {
                self.due = Some(term.due);
            }
            Happened::Volunteered { advice, .. } | Happened::Established { advice, .. } => {
                self.advice = Some((advice.clone(), today));
            }
            Happened::Conferred { on, .. } => self.conferred = Some(*on),
            Happened::Responded { response, .. } => self.response = Some((response.clone(), today)),
            Happened::Contested => self.advice = None,
            Happened::OverlegContested => self.conferred = None,
            Happened::Declined { reason } | Happened::Withdrawn { reason } => self.ended = Some(*reason),
            Happened::Substituted { text, .. } => self.ended = Some(*text),
            Happened::NoAnswer { note } => self.ended = *note,
            // Time passing is nothing that anybody did.
            Happened::Reminded | Happened::TermPassed | Happened::WaitOver => return,
            _ => {}
        }
        self.last = event.into();
    }
}

#[Object]
impl RegisteredConsultation {
    /// Its number in the project.
    async fn number(&self) -> i32 {
        int(self.number)
    }

    /// Which body.
    async fn body(&self, context: &Context<'_>) -> Result<Party> {
        Ok(self.project.spoken(session(context)?).party(&self.body))
    }

    /// What it could do.
    async fn right(&self) -> ConsultationRight {
        self.right.into()
    }

    /// The gate that called for it; null where the body began itself.
    async fn gate(&self, context: &Context<'_>) -> Result<Option<Gate>> {
        let Origin::Gate { gate, .. } = &self.origin else { return Ok(None) };
        Ok(self.project.spoken(session(context)?).gate(gate))
    }

    /// The question; null where a body advised of its own accord.
    async fn question(&self, context: &Context<'_>) -> Result<Option<String>> {
        text(context, self.question).await
    }

    /// When it began.
    async fn began_at(&self) -> OffsetDateTime {
        self.began
    }

    /// The last day of its term.
    async fn due(&self) -> Option<Date> {
        self.due
    }

    /// What the body said.
    async fn advice(&self, context: &Context<'_>) -> Result<Option<Advice>> {
        let Some((advice, on)) = &self.advice else { return Ok(None) };
        Ok(Some(Advice {
            verdict: advice.verdict.into(),
            text: text(context, Some(advice.text)).await?,
            minority: text(context, advice.minority).await?,
            on: Some(*on),
        }))
    }

    /// The day of the last conversation about it (overleg).
    async fn conferred_on(&self) -> Option<Date> {
        self.conferred
    }

    /// What was done with it.
    async fn response(&self, context: &Context<'_>) -> Result<Option<Response>> {
        let Some((response, _)) = &self.response else { return Ok(None) };
        let reason = text(context, Some(response.reason)).await?;
        Ok(Some(Response { following: response.following.into(), reason }))
    }

    /// When that was said.
    async fn responded_on(&self) -> Option<Date> {
        self.response.as_ref().map(|(_, on)| *on)
    }

    /// The last thing that somebody did in it.
    async fn last(&self) -> EventKind {
        self.last
    }

    /// Why it ended without an answer of the body, or what took the place of its answer.
    async fn ended(&self, context: &Context<'_>) -> Result<Option<String>> {
        text(context, self.ended).await
    }
}
