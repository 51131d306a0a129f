//! What happened, as people read it.

mod behalf;
pub(crate) mod said;

use std::collections::BTreeMap;
use std::sync::Arc;

use async_graphql::{Context, ID, Json, Object, Result, SimpleObject};
use engine::{
    Choice, ConditionEvent, ConsultationEvent, Demand, EmergencyEvent, Event as What, Evidence, GateKey, Matter, PartyKey,
    Subject,
};
use persistence::{Page, Roster, TimelineItem};
use serde_json::Value;
use time::{Date, OffsetDateTime};

use self::behalf::OnBehalf;
use crate::enums::{
    AdviceVerdict, AftermathKind, Answer, ConsultationRight, EventKind, Following, OutcomeKind, Proof, SignalKind, Stage,
    TaskKind, Verdict,
};
use crate::types::evidence::EvidenceName;
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
    /// `bodies` are those of the consultations that still matter; older ones are found in the page itself.
    pub(crate) fn of(
        spoken: &Spoken,
        roster: &Arc<Roster>,
        mut bodies: BTreeMap<u32, PartyKey>,
        page: Page<TimelineItem>,
    ) -> Self {
        let page_info = PageInfo::of(&page.cursors, page.next.as_ref());
        bodies.extend(page.items.iter().filter_map(|item| begun(&item.recorded.event)));
        let bodies = Arc::new(bodies);
        let edges = page.items.into_iter().zip(&page.cursors).map(|(item, cursor)| EventEdge {
            cursor: cursor.as_str().to_owned(),
            node: Event { spoken: spoken.clone(), roster: roster.clone(), bodies: bodies.clone(), item },
        });
        Self { edges: edges.collect(), page_info }
    }
}

/// One event.
pub struct Event {
    spoken: Spoken,
    roster: Arc<Roster>,
    bodies: Arc<BTreeMap<u32, PartyKey>>,
    item: TimelineItem,
}

/// The body of a consultation, where an event begins one.
fn begun(event: &What) -> Option<(u32, PartyKey)> {
    let What::Consultation { consultation, event } = event.answer() else { return None };
    Some((*consultation, event.begun_for()?.clone()))
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
        self.item.recorded.event.answer()
    }

    fn on(&self) -> Option<&Evidence> {
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
            | What::DecisionUpheld { gate, .. }
            | What::VoteCast { matter: Matter::Decision { gate, .. }, .. }
            | What::ProjectReopened { gate, .. }
            | What::Consultation {
                event:
                    ConsultationEvent::Opened { origin: engine::Origin::Gate { gate, .. }, .. }
                    | ConsultationEvent::Informed { origin: engine::Origin::Gate { gate, .. }, .. },
                ..
            } => Some(gate),
            _ => None,
        }
    }

    fn task(&self) -> Option<&engine::TaskKind> {
        match self.what() {
            What::TaskOverdue { task, .. } => Some(task),
            _ => None,
        }
    }

    /// What a condition that was imposed asks.
    fn demand(&self) -> Option<&Demand> {
        match self.what() {
            What::Condition { event: ConditionEvent::Opened { terms }, .. } => Some(&terms.demand),
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
        self.what().into()
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
        use engine::TaskKind::{Renew, Review, Submit};
        let key = match (self.what(), self.on(), self.task()) {
            (
                What::RevisionSubmitted { artefact, .. }
                | What::Expiry { artefact, .. }
                | What::Early(engine::EarlyEvent::ContractSigned { artefact, .. })
                | What::VoteCast { matter: Matter::Review { artefact, .. }, .. },
                ..,
            )
            | (_, _, Some(Submit(artefact) | Review(artefact, _) | Renew(artefact))) => artefact,
            (_, Some(on), _) => &on.artefact,
            _ => match self.demand()? {
                Demand::Document { artefact, .. } => artefact,
                _ => return None,
            },
        };
        Some(self.spoken.kind(key))
    }

    /// The criterion it is about.
    async fn criterion(&self) -> Option<Criterion> {
        match (self.what(), self.task()) {
            (
                What::CriterionJudged { criterion, .. }
                | What::CriterionWaived { criterion, .. }
                | What::VoteCast { matter: Matter::Judgement { criterion, .. } | Matter::Waiver { criterion }, .. }
                | What::Early(engine::EarlyEvent::FirstMet { criterion, .. }),
                _,
            )
            | (_, Some(engine::TaskKind::Judge(criterion, _))) => self.spoken.criterion(criterion, self.gate_key()),
            _ => match self.demand()? {
                Demand::Criterion { criterion, .. } => self.spoken.criterion(criterion, None),
                _ => None,
            },
        }
    }

    /// The party that answered, or the body it is about.
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
                | What::DecisionUpheld { party, .. }
                | What::Use { party, .. }
                | What::Rollout { event: engine::RolloutEvent::Answered { party, .. }, .. }
                | What::Emergency(EmergencyEvent::Allowed { party, .. })
                | What::Early(engine::EarlyEvent::FirstMet { party, .. })
                | What::ExtraDecided { party, .. },
                _,
            )
            | (_, Some(Review(_, party) | Judge(_, party))) => Some(self.spoken.party(party)),
            (What::Consultation { consultation, .. }, _) => {
                self.bodies.get(consultation).map(|body| self.spoken.party(body))
            }
            _ => None,
        }
    }

    /// The phase it is about.
    async fn phase(&self) -> Option<Phase> {
        match self.what() {
            What::PhaseEntered { phase, .. }
            | What::ProjectBroughtIn { phase, .. }
            | What::ProjectMigrated { phase, .. }
            | What::Early(engine::EarlyEvent::WorkBegan { phase, .. })
            | What::VoteCast { choice: Choice::Reopening(phase), .. } => Some(self.spoken.phase(phase)),
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
        match (self.what(), self.on()) {
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
            What::RevisionReviewed { verdict, .. } | What::VoteCast { choice: Choice::Review(verdict), .. } => {
                Some((*verdict).into())
            }
            _ => None,
        }
    }

    /// The answer on a criterion.
    async fn answer(&self) -> Option<Answer> {
        match self.what() {
            What::CriterionJudged { answer, .. } | What::VoteCast { choice: Choice::Judgement(answer, _), .. } => {
                Some((*answer).into())
            }
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

    /// The outcome of a decision, or the one that a member voted for.
    async fn outcome(&self) -> Option<OutcomeKind> {
        said::outcome(self.what()).map(Into::into)
    }

    /// For *hold*: when it is looked at again.
    async fn review_on(&self) -> Option<Date> {
        match said::outcome(self.what()) {
            Some(engine::Outcome::Hold { review_on }) => Some(*review_on),
            _ => None,
        }
    }

    /// What was learned, where something stopped; null when there is nothing or it was erased.
    async fn lessons(&self, context: &Context<'_>) -> Result<Option<String>> {
        text(context, said::lessons(self.what())).await
    }

    /// What followed when a condition was overdue.
    async fn aftermath(&self) -> Option<AftermathKind> {
        match self.what() {
            What::ExtraDecided { aftermath, .. } | What::VoteCast { choice: Choice::Aftermath(aftermath), .. } => {
                Some(aftermath.into())
            }
            _ => None,
        }
    }

    /// Where somebody entered it for somebody else: whose it is, and what shows it (law 14).
    async fn on_behalf(&self) -> Option<OnBehalf> {
        OnBehalf::of(&self.item.recorded.event, &self.roster)
    }

    /// The number of the consultation it is about.
    async fn consultation(&self) -> Option<i32> {
        match self.what() {
            What::Consultation { consultation, .. }
            | What::TaskOverdue { task: engine::TaskKind::Consultation(_, consultation), .. } => Some(int(*consultation)),
            _ => None,
        }
    }

    /// What the body could do.
    async fn right(&self) -> Option<ConsultationRight> {
        match self.what() {
            What::Consultation { event: ConsultationEvent::Opened { right, .. }, .. } => Some((*right).into()),
            What::Consultation { event: ConsultationEvent::Informed { .. }, .. } => Some(ConsultationRight::Information),
            _ => None,
        }
    }

    /// Advice in one word.
    async fn advice(&self) -> Option<AdviceVerdict> {
        match self.what() {
            What::Consultation {
                event: ConsultationEvent::Established { advice, .. } | ConsultationEvent::Volunteered { advice, .. },
                ..
            } => Some(advice.verdict.into()),
            _ => None,
        }
    }

    /// What a minority of the body thinks, where the body included it.
    async fn minority(&self, context: &Context<'_>) -> Result<Option<String>> {
        text(context, said::minority(self.what())).await
    }

    /// Whether advice was followed.
    async fn following(&self) -> Option<Following> {
        match self.what() {
            What::Consultation { event: ConsultationEvent::Responded { response, .. }, .. } => {
                Some(response.following.into())
            }
            _ => None,
        }
    }

    /// The task that is overdue.
    async fn overdue(&self) -> Option<TaskKind> {
        self.task().map(Into::into)
    }

    /// The number of the change, the signal, the rollout or the record it is about.
    async fn number(&self) -> Option<i32> {
        use engine::TaskKind::{CheckRollout, HandleSignal, StartRollout};
        match self.what() {
            What::TaskOverdue { task: HandleSignal(number) | CheckRollout(number, _) | StartRollout(number), .. }
            | What::Change { change: number, .. }
            | What::Signal { signal: number, .. }
            | What::Rollout { rollout: number, .. }
            | What::RecordContested { record: number, .. } => Some(int(*number)),
            _ => None,
        }
    }

    /// What the signal is.
    async fn signal_kind(&self) -> Option<SignalKind> {
        match self.what() {
            What::Signal { event: engine::SignalEvent::Reported { kind, .. }, .. } => Some((*kind).into()),
            _ => None,
        }
    }

    /// The name of the duty, the kind of change or the closing work it is about.
    async fn subject(&self) -> Option<String> {
        let (funnel, language) = (&self.spoken.definition.funnel, self.spoken.language);
        match self.what() {
            What::Duty { duty, .. } | What::TaskOverdue { task: engine::TaskKind::DoDuty(duty), .. } => {
                Some(funnel.duty(duty).map_or_else(|| duty.to_string(), |duty| language.pick(&duty.name)))
            }
            What::Change { event: engine::ChangeEvent::Reported { kind, .. }, .. } => {
                Some(funnel.change_kind(kind).map_or_else(|| kind.to_string(), |kind| language.pick(&kind.name)))
            }
            _ => match self.demand()? {
                Demand::Closing { duty } => {
                    let closing = funnel.closing.iter().find(|closing| closing.key == *duty);
                    Some(closing.map_or_else(|| duty.to_string(), |closing| language.pick(&closing.name)))
                }
                _ => None,
            },
        }
    }

    /// The suppliers that were named, by key.
    async fn suppliers(&self) -> Vec<String> {
        match self.what() {
            What::SuppliersNamed { suppliers } => suppliers.iter().map(ToString::to_string).collect(),
            _ => Vec::new(),
        }
    }

    /// The evidence of the organisation that changed.
    async fn evidence(&self) -> Option<EvidenceName> {
        match self.what() {
            What::EvidenceChanged { evidence, .. } => Some(EvidenceName::of(&self.roster, self.spoken.language, evidence)),
            _ => None,
        }
    }

    /// The day on which it happened, where that is not the day on which it was entered.
    async fn held_on(&self) -> Option<Date> {
        said::held_on(self.what())
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
            | What::ExtraDecided { condition, .. }
            | What::TaskOverdue {
                task:
                    engine::TaskKind::MeetCondition(condition)
                    | engine::TaskKind::AcceptCondition(condition)
                    | engine::TaskKind::DecideExtra(condition),
                ..
            } => Some(int(*condition)),
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

    /// The date that goes with it: by when, until when, or when next.
    async fn due(&self) -> Option<Date> {
        said::due(self.what())
    }

    /// What was typed: a motivation, a note, the title. Null when there is none or it was erased.
    async fn text(&self, context: &Context<'_>) -> Result<Option<String>> {
        text(context, said::typed(self.what())).await
    }

    /// The chain's hash after this event.
    async fn hash(&self) -> String {
        self.item.hash.to_string()
    }
}
