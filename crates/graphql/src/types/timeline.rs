//! What happened, as people read it.

use std::sync::Arc;

use async_graphql::{Context, ID, Json, Object, Result, SimpleObject};
use engine::{ConditionEvent, Event as What, Evidence, GateKey, Subject, TextRef};
use persistence::{Page, Roster, TimelineItem};
use serde_json::Value;
use time::{Date, OffsetDateTime};

use crate::enums::{Answer, EventKind, OutcomeKind, Proof, Stage, Verdict};
use crate::types::funnel::{ArtefactKind, Criterion, Gate, Phase, Spoken};
use crate::types::page::PageInfo;
use crate::types::people::{Party, Person};
use crate::types::{instant, int, text};

/// A page of events.
#[derive(SimpleObject)]
pub struct EventConnection {
    /// Rows.
    edges: Vec<EventEdge>,
    /// Where the page ends.
    page_info: PageInfo,
}

/// A row.
#[derive(SimpleObject)]
pub struct EventEdge {
    /// Where it stands.
    cursor: String,
    /// The event.
    node: Event,
}

impl EventConnection {
    pub(crate) fn of(spoken: &Spoken, roster: &Arc<Roster>, page: Page<TimelineItem>) -> Self {
        let page_info = PageInfo::of(&page.cursors, page.next.as_ref());
        let edges = page.items.into_iter().zip(&page.cursors).map(|(item, cursor)| EventEdge {
            cursor: cursor.as_str().to_owned(),
            node: Event { spoken: spoken.clone(), roster: roster.clone(), item },
        });
        Self { edges: edges.collect(), page_info }
    }
}

/// One event.
pub struct Event {
    spoken: Spoken,
    roster: Arc<Roster>,
    item: TimelineItem,
}

/// An answer to a question about the project.
#[derive(SimpleObject)]
pub struct EventFact {
    /// The name in the funnel.
    key: String,
    /// The question.
    question: String,
    /// The answer.
    value: Json<Value>,
}

impl Event {
    fn what(&self) -> &What {
        &self.item.recorded.event
    }

    fn evidence(&self) -> Option<&Evidence> {
        match self.what() {
            What::RevisionReviewed { on, .. } => Some(on),
            _ => None,
        }
    }

    fn gate_key(&self) -> Option<&GateKey> {
        match self.what() {
            What::RoundOpened { gate, .. }
            | What::CriterionJudged { gate, .. }
            | What::GateDecided { gate, .. }
            | What::ProjectStopped { gate }
            | What::ProjectRetired { gate }
            | What::RoundPlanned { gate, .. }
            | What::CriterionWaived { gate, .. }
            | What::ProjectReopened { gate, .. } => Some(gate),
            _ => None,
        }
    }

    fn typed(&self) -> Option<TextRef> {
        match self.what() {
            What::ProjectStarted { title, .. } => Some(*title),
            What::RevisionReviewed { note, .. } => *note,
            What::CriterionJudged { motivation, .. } => *motivation,
            What::GateDecided { motivation, .. }
            | What::ProjectReopened { motivation, .. }
            | What::ExtraDecided { motivation, .. } => Some(*motivation),
            What::VoteCast { note, .. } => *note,
            What::CriterionWaived { reason, .. } | What::ProjectBroughtIn { reason, .. } => Some(*reason),
            What::Condition { event, .. } => match event {
                ConditionEvent::Opened { terms } => terms.text,
                ConditionEvent::Reported { note } | ConditionEvent::SentBack { note } => Some(*note),
                ConditionEvent::Accepted { note } => *note,
                ConditionEvent::Postponed { .. } => None,
            },
            _ => None,
        }
    }

    fn task(&self) -> Option<&engine::TaskKind> {
        match self.what() {
            What::TaskOverdue { task, .. } => Some(task),
            _ => None,
        }
    }

    fn fact(&self, key: &engine::FactKey, value: &engine::FactValue) -> EventFact {
        let question = self.spoken.definition.funnel.fact(key).map(|f| self.spoken.language.pick(&f.question));
        let value = Json(serde_json::to_value(value).unwrap_or_default());
        EventFact { key: key.to_string(), question: question.unwrap_or_default(), value }
    }
}

#[Object]
impl Event {
    /// Id.
    async fn id(&self) -> ID {
        ID(format!("{}/{}", self.item.project, self.item.recorded.sequence))
    }

    /// Position in the project's log.
    async fn sequence(&self) -> i32 {
        int(self.item.recorded.sequence)
    }

    /// What happened.
    async fn kind(&self) -> EventKind {
        match self.what() {
            What::ProjectStarted { .. } => EventKind::ProjectStarted,
            What::PhaseEntered { .. } => EventKind::PhaseEntered,
            What::RoundOpened { .. } => EventKind::RoundOpened,
            What::FactsAnswered { .. } => EventKind::FactsAnswered,
            What::FactConfirmed { .. } => EventKind::FactConfirmed,
            What::RevisionSubmitted { .. } => EventKind::RevisionSubmitted,
            What::RevisionReviewed { .. } => EventKind::RevisionReviewed,
            What::CriterionJudged { .. } => EventKind::CriterionJudged,
            What::GateDecided { .. } => EventKind::GateDecided,
            What::ProjectStopped { .. } => EventKind::ProjectStopped,
            What::TaskOverdue { .. } => EventKind::TaskOverdue,
            What::RoundPlanned { .. } => EventKind::RoundPlanned,
            What::HoldEnded { .. } => EventKind::HoldEnded,
            What::VoteCast { .. } => EventKind::VoteCast,
            What::CriterionWaived { .. } => EventKind::CriterionWaived,
            What::ProjectRetired { .. } => EventKind::ProjectRetired,
            What::ProjectClosed => EventKind::ProjectClosed,
            What::ProjectReopened { .. } => EventKind::ProjectReopened,
            What::ProjectBroughtIn { .. } => EventKind::ProjectBroughtIn,
            What::ProjectMigrated { .. } => EventKind::ProjectMigrated,
            What::ExtraDecisionCalled { .. } => EventKind::ExtraDecisionCalled,
            What::ExtraDecided { .. } => EventKind::ExtraDecided,
            What::Condition { event, .. } => match event {
                ConditionEvent::Opened { .. } => EventKind::ConditionOpened,
                ConditionEvent::Reported { .. } => EventKind::ConditionReported,
                ConditionEvent::Accepted { .. } => EventKind::ConditionAccepted,
                ConditionEvent::SentBack { .. } => EventKind::ConditionSentBack,
                ConditionEvent::Postponed { .. } => EventKind::ConditionPostponed,
            },
            _ => EventKind::Other,
        }
    }

    /// The name of what happened, as in the log: `gate_decided`, or with its room `condition-opened`.
    async fn name(&self) -> String {
        persistence::event_name(self.what())
    }

    /// When.
    async fn at(&self) -> OffsetDateTime {
        instant(self.item.recorded.at.at)
    }

    /// Through whom; null for time.
    async fn person(&self) -> Option<Person> {
        match &self.item.recorded.by {
            Subject::Person { id, .. } => Some(Person::of(&self.roster, *id)),
            Subject::System => None,
        }
    }

    /// In which function, as it was then.
    async fn function(&self) -> Option<&str> {
        match &self.item.recorded.by {
            Subject::Person { function, .. } => Some(function),
            Subject::System => None,
        }
    }

    /// The document it is about.
    async fn artefact(&self) -> Option<ArtefactKind> {
        use engine::TaskKind::{Review, Submit};
        let key = match (self.what(), self.evidence(), self.task()) {
            (What::RevisionSubmitted { artefact, .. }, ..) | (_, _, Some(Submit(artefact) | Review(artefact, _))) => {
                artefact
            }
            (_, Some(on), _) => &on.artefact,
            _ => return None,
        };
        Some(self.spoken.kind(key))
    }

    /// The criterion it is about.
    async fn criterion(&self) -> Option<Criterion> {
        match (self.what(), self.task()) {
            (What::CriterionJudged { criterion, .. } | What::CriterionWaived { criterion, .. }, _)
            | (_, Some(engine::TaskKind::Judge(criterion, _))) => self.spoken.criterion(criterion, self.gate_key()),
            _ => None,
        }
    }

    /// The party that answered.
    async fn party(&self) -> Option<Party> {
        use engine::TaskKind::{Judge, Review};
        match (self.what(), self.task()) {
            (
                What::FactConfirmed { party, .. }
                | What::RevisionReviewed { party, .. }
                | What::CriterionJudged { party, .. }
                | What::GateDecided { party, .. }
                | What::VoteCast { party, .. }
                | What::CriterionWaived { party, .. }
                | What::ProjectReopened { party, .. }
                | What::ExtraDecided { party, .. },
                _,
            )
            | (_, Some(Review(_, party) | Judge(_, party))) => Some(self.spoken.party(party)),
            _ => None,
        }
    }

    /// The phase it is about.
    async fn phase(&self) -> Option<Phase> {
        match self.what() {
            What::PhaseEntered { phase, .. }
            | What::ProjectBroughtIn { phase, .. }
            | What::ProjectMigrated { phase, .. } => Some(self.spoken.phase(phase)),
            What::GateDecided { outcome: engine::Outcome::Rework { to }, .. } => Some(self.spoken.phase(to)),
            _ => None,
        }
    }

    /// The gate it is about.
    async fn gate(&self) -> Option<Gate> {
        self.gate_key().and_then(|key| self.spoken.gate(key))
    }

    /// The answers about the project.
    async fn facts(&self) -> Vec<EventFact> {
        match self.what() {
            What::FactsAnswered { answers } => answers.iter().map(|(key, value)| self.fact(key, value)).collect(),
            What::FactConfirmed { fact, value, .. } => vec![self.fact(fact, value)],
            _ => Vec::new(),
        }
    }

    /// The ordinal of the revision.
    async fn revision(&self) -> Option<i32> {
        match (self.what(), self.evidence()) {
            (What::RevisionSubmitted { revision, .. }, _) => Some(int(*revision)),
            (_, Some(on)) => Some(int(on.revision)),
            _ => None,
        }
    }

    /// How far the revision is.
    async fn stage(&self) -> Option<Stage> {
        match self.what() {
            What::RevisionSubmitted { stage, .. } => Some((*stage).into()),
            _ => None,
        }
    }

    /// The verdict of a review.
    async fn verdict(&self) -> Option<Verdict> {
        match self.what() {
            What::RevisionReviewed { verdict, .. } => Some((*verdict).into()),
            _ => None,
        }
    }

    /// The answer on a criterion.
    async fn answer(&self) -> Option<Answer> {
        match self.what() {
            What::CriterionJudged { answer, .. } => Some((*answer).into()),
            _ => None,
        }
    }

    /// On paper or in practice.
    async fn proof(&self) -> Option<Proof> {
        match self.what() {
            What::CriterionJudged { proof, .. } => Some((*proof).into()),
            _ => None,
        }
    }

    /// The outcome of a decision.
    async fn outcome(&self) -> Option<OutcomeKind> {
        match self.what() {
            What::GateDecided { outcome, .. } => Some(outcome.into()),
            _ => None,
        }
    }

    /// Whether an earlier answer was confirmed instead of given anew.
    async fn confirmed(&self) -> Option<bool> {
        match self.what() {
            What::RevisionReviewed { confirmed, .. } | What::CriterionJudged { confirmed, .. } => Some(*confirmed),
            _ => None,
        }
    }

    /// The number of the condition it is about.
    async fn condition(&self) -> Option<i32> {
        match self.what() {
            What::Condition { condition, .. }
            | What::ExtraDecisionCalled { condition, .. }
            | What::ExtraDecided { condition, .. } => Some(int(*condition)),
            _ => None,
        }
    }

    /// Whether somebody answered on their own work, where the funnel relaxes four eyes.
    async fn own_work(&self) -> Option<bool> {
        match self.what() {
            What::RevisionReviewed { counted, .. }
            | What::CriterionJudged { counted, .. }
            | What::GateDecided { counted, .. }
            | What::CriterionWaived { counted, .. } => Some(counted.own_work),
            _ => None,
        }
    }

    /// The round of the gate.
    async fn round(&self) -> Option<i32> {
        match self.what() {
            What::RoundOpened { round, .. } | What::CriterionJudged { round, .. } | What::GateDecided { round, .. } => {
                Some(int(*round))
            }
            _ => None,
        }
    }

    /// The date that goes with it.
    async fn due(&self) -> Option<Date> {
        match self.what() {
            What::RoundOpened { due, .. }
            | What::TaskOverdue { due, .. }
            | What::HoldEnded { due }
            | What::RoundPlanned { on: due, .. }
            | What::ExtraDecisionCalled { due, .. }
            | What::Condition { event: ConditionEvent::Postponed { due }, .. } => Some(*due),
            What::Condition { event: ConditionEvent::Opened { terms }, .. } => Some(terms.due),
            What::RevisionSubmitted { review_due, .. } => Some(*review_due),
            _ => None,
        }
    }

    /// What was typed: a motivation, a note, the title. Null when there is none or it was erased.
    async fn text(&self, context: &Context<'_>) -> Result<Option<String>> {
        text(context, self.typed()).await
    }

    /// The chain's hash after this event.
    async fn hash(&self) -> String {
        self.item.hash.to_string()
    }
}
