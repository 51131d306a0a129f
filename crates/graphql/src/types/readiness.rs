//! How far a gate is.

use std::collections::BTreeSet;
use std::sync::Arc;

use async_graphql::{Context, Object, Result, SimpleObject};
use engine::{CheckSubject, Command, CriterionKey, PartyKey};
use time::{Date, OffsetDateTime};

use crate::enums::{Answer, BlockerKind, CheckState, OutcomeKind, Proof};
use crate::session::{Session, session};
use crate::types::artefact::Artefact;
use crate::types::conditions::Condition;
use crate::types::funnel::{ArtefactKind, Criterion, Gate, Phase, Spoken};
use crate::types::people::{Party, Person};
use crate::types::project::{Project, some_text};
use crate::types::{instant, int, text};

/// How far the open gate is.
#[derive(Clone)]
pub struct Readiness {
    pub(crate) project: Project,
    pub(crate) readiness: Arc<engine::Readiness>,
}

impl Readiness {
    fn open_round(&self) -> Option<&engine::Round> {
        self.project.0.state.round.as_ref()
    }
}

#[Object]
impl Readiness {
    /// Which gate.
    async fn gate(&self, context: &Context<'_>) -> Result<Option<Gate>> {
        Ok(self.project.spoken(session(context)?).gate(&self.readiness.gate))
    }

    /// In which round, from 1.
    async fn round(&self) -> i32 {
        int(self.readiness.round)
    }

    /// When the round opened.
    async fn opened_at(&self) -> Option<OffsetDateTime> {
        self.open_round().map(|round| instant(round.opened.at))
    }

    /// The planned date of the decision.
    async fn due(&self) -> Option<Date> {
        self.open_round().map(|round| round.due)
    }

    /// What a decision must name as seen.
    async fn digest(&self) -> String {
        self.readiness.digest()
    }

    /// Checks that are done.
    async fn done_count(&self) -> i32 {
        let done = |check: &&engine::Check| matches!(check.state, engine::CheckState::Done | engine::CheckState::Waived);
        int(self.readiness.checks.iter().filter(done).count())
    }

    /// Checks in all.
    async fn total_count(&self) -> i32 {
        int(self.readiness.checks.len())
    }

    /// Every check, in the order of the funnel.
    #[graphql(complexity = "12 * child_complexity")]
    async fn checks(&self) -> Vec<Check> {
        (0..self.readiness.checks.len()).map(|at| Check { of: self.clone(), at }).collect()
    }

    /// Everything in the way of *go*.
    #[graphql(complexity = "12 * child_complexity")]
    async fn blockers(&self, context: &Context<'_>) -> Result<Vec<Blocker>> {
        let spoken = self.project.spoken(session(context)?);
        let gate = &self.readiness.gate;
        Ok(self.readiness.blockers().map(|blocker| Blocker::of(&spoken, gate, blocker)).collect())
    }

    /// The outcomes in the order in which they are offered, each with its rule (law 10).
    #[graphql(complexity = "4 * child_complexity")]
    async fn offers(&self, context: &Context<'_>) -> Result<Vec<Offer>> {
        let spoken = self.project.spoken(session(context)?);
        let one = |offer: &engine::Offer| Offer {
            outcome: (&offer.outcome).into(),
            allowed: offer.allowed,
            law: i32::from(offer.law.0),
            leads_to: offer.leads_to.as_ref().map(|phase| spoken.phase(phase)),
        };
        Ok(self.readiness.offers.iter().map(one).collect())
    }

    /// Whether the viewer decides this gate.
    async fn viewer_can_decide(&self, context: &Context<'_>) -> Result<bool> {
        let stop = Command::DecideGate {
            gate: self.readiness.gate.clone(),
            outcome: engine::Outcome::Stop,
            motivation: some_text(),
            lessons: Some(some_text()),
            conditions: Vec::new(),
        };
        Ok(self.project.viewer_can(session(context)?, stop))
    }
}

/// An outcome that the gate offers or forbids.
#[derive(SimpleObject)]
pub struct Offer {
    /// Which.
    outcome: OutcomeKind,
    /// Whether it is possible now.
    allowed: bool,
    /// The rule that allows or forbids it.
    law: i32,
    /// The phase it leads to.
    leads_to: Option<Phase>,
}

/// Whom something waits for.
#[derive(SimpleObject)]
pub struct Waiter {
    /// A party.
    pub party: Option<Party>,
    /// Or one person.
    pub person: Option<Person>,
}

impl Waiter {
    pub(crate) fn of(spoken: &Spoken, project: &Project, waiter: &engine::Waiter) -> Self {
        match waiter {
            engine::Waiter::Party(key) => Self { party: Some(spoken.party(key)), person: None },
            engine::Waiter::Person(id) => Self { party: None, person: Some(project.person(*id)) },
        }
    }
}

/// One thing in the way of *go*.
#[derive(SimpleObject)]
pub struct Blocker {
    /// What it is.
    kind: BlockerKind,
    /// The law that makes it one.
    law: i32,
    /// The document, when it is about one.
    artefact: Option<ArtefactKind>,
    /// The criterion, when it is about one.
    criterion: Option<Criterion>,
    /// Whose answer it is about.
    party: Option<Party>,
    /// The number of the condition, when it is about one.
    condition: Option<i32>,
    /// Whether a conditional go may defer it.
    deferrable: bool,
}

impl Blocker {
    fn of(spoken: &Spoken, gate: &engine::GateKey, blocker: &engine::Blocker) -> Self {
        use engine::Blocker as B;
        let (kind, artefact, criterion, party) = match blocker {
            B::DocumentMissing { artefact } => (BlockerKind::DocumentMissing, Some(artefact), None, None),
            B::DocumentIsConcept { artefact } => (BlockerKind::DocumentIsConcept, Some(artefact), None, None),
            B::DocumentTooOld { artefact } => (BlockerKind::DocumentTooOld, Some(artefact), None, None),
            B::ReviewOpen { artefact, party } => (BlockerKind::ReviewOpen, Some(artefact), None, Some(party)),
            B::ReviewStale { artefact, party } => (BlockerKind::ReviewStale, Some(artefact), None, Some(party)),
            B::ChangesRequested { artefact, party } => (BlockerKind::ChangesRequested, Some(artefact), None, Some(party)),
            B::JudgementOpen { criterion, party } => (BlockerKind::JudgementOpen, None, Some(criterion), Some(party)),
            B::JudgementStale { criterion, party } => (BlockerKind::JudgementStale, None, Some(criterion), Some(party)),
            B::NotMet { criterion, party } => (BlockerKind::NotMet, None, Some(criterion), Some(party)),
            B::ConditionOpen { .. } => (BlockerKind::ConditionOpen, None, None, None),
            B::DocumentExpired { artefact } => (BlockerKind::DocumentExpired, Some(artefact), None, None),
            B::EvidenceExpired { criterion, party } => (BlockerKind::EvidenceExpired, None, Some(criterion), Some(party)),
            B::ExpiryOpen { artefact } => (BlockerKind::ExpiryOpen, Some(artefact), None, None),
            B::ChangeOpen { .. } => (BlockerKind::ChangeOpen, None, None, None),
            B::SignalOpen { .. } => (BlockerKind::SignalOpen, None, None, None),
            B::UseSuspended { party } => (BlockerKind::UseSuspended, None, None, Some(party)),
            B::SignedEarly { artefact, criterion, party } => {
                (BlockerKind::SignedEarly, Some(artefact), Some(criterion), Some(party))
            }
            B::BegunEarly { .. } => (BlockerKind::BegunEarly, None, None, None),
            B::OrganisationEvidence { criterion, party, .. } => {
                (BlockerKind::OrganisationEvidence, None, Some(criterion), Some(party))
            }
            B::DecisionContested { .. } => (BlockerKind::DecisionContested, None, None, None),
            B::Consultation { body, .. } => (BlockerKind::Consultation, None, None, Some(body)),
        };
        let condition = match blocker {
            B::ConditionOpen { condition } => Some(int(*condition)),
            _ => None,
        };
        let funnel = &spoken.definition.funnel;
        let deferred = funnel.gate(gate).and_then(|gate| blocker.deferred_as(funnel, gate));
        Self {
            kind,
            law: i32::from(blocker.law().0),
            artefact: artefact.map(|key| spoken.kind(key)),
            criterion: criterion.and_then(|key| spoken.criterion(key, Some(gate))),
            party: party.map(|key| spoken.party(key)),
            condition,
            deferrable: deferred.is_some(),
        }
    }
}

/// One thing that the gate asks.
pub struct Check {
    of: Readiness,
    at: usize,
}

impl Check {
    fn check(&self) -> &engine::Check {
        &self.of.readiness.checks[self.at]
    }

    fn criterion_and_party(&self) -> Option<(&CriterionKey, &PartyKey)> {
        match &self.check().on {
            CheckSubject::Criterion(criterion, party) => Some((criterion, party)),
            _ => None,
        }
    }

    fn given(&self) -> Option<&engine::Judgement> {
        let (criterion, party) = self.criterion_and_party()?;
        self.of.open_round()?.judgements.get(criterion)?.get(party)
    }

    fn viewer_can(&self, session: &Session, command: Option<Command>) -> bool {
        command.is_some_and(|command| self.of.project.viewer_can(session, command))
    }
}

#[Object]
impl Check {
    /// How it stands.
    async fn state(&self) -> CheckState {
        self.check().state.into()
    }

    /// Whether *go* needs it.
    async fn blocking(&self) -> bool {
        self.check().blocking
    }

    /// The document, when it is one.
    async fn artefact(&self) -> Option<Artefact> {
        match &self.check().on {
            CheckSubject::Document(key) => Some(Artefact::new(self.of.project.clone(), key.clone())),
            _ => None,
        }
    }

    /// The criterion, when it is one.
    async fn criterion(&self, context: &Context<'_>) -> Result<Option<Criterion>> {
        let spoken = self.of.project.spoken(session(context)?);
        Ok(self.criterion_and_party().and_then(|(key, _)| spoken.criterion(key, Some(&self.of.readiness.gate))))
    }

    /// The party that answers the criterion.
    async fn party(&self, context: &Context<'_>) -> Result<Option<Party>> {
        let spoken = self.of.project.spoken(session(context)?);
        Ok(self.criterion_and_party().map(|(_, party)| spoken.party(party)))
    }

    /// The condition of an earlier decision, when it is one.
    async fn condition(&self) -> Option<Condition> {
        match &self.check().on {
            CheckSubject::Condition(number) => Condition::of(&self.of.project, *number),
            _ => None,
        }
    }

    /// The party's answer, also when it no longer stands.
    async fn judgement(&self) -> Option<Judgement> {
        let judgement = self.given()?.clone();
        let stale = self.check().state == engine::CheckState::Stale;
        Some(Judgement { project: self.of.project.clone(), judgement, stale })
    }

    /// What is in the way.
    async fn blockers(&self, context: &Context<'_>) -> Result<Vec<Blocker>> {
        let spoken = self.of.project.spoken(session(context)?);
        let gate = &self.of.readiness.gate;
        Ok(self.check().blockers.iter().map(|blocker| Blocker::of(&spoken, gate, blocker)).collect())
    }

    /// Whom it waits for.
    async fn waits_for(&self, context: &Context<'_>) -> Result<Vec<Waiter>> {
        let spoken = self.of.project.spoken(session(context)?);
        let waiters: BTreeSet<_> = self.check().tasks.iter().map(|task| &task.waits_for).collect();
        Ok(waiters.into_iter().map(|waiter| Waiter::of(&spoken, &self.of.project, waiter)).collect())
    }

    /// Since when.
    async fn since(&self) -> Option<OffsetDateTime> {
        self.check().tasks.iter().map(|task| instant(task.since)).min()
    }

    /// Until when.
    async fn due(&self) -> Option<Date> {
        self.check().tasks.iter().map(|task| task.due).min()
    }

    /// Whether the viewer may answer the criterion now, for this party.
    async fn viewer_can_judge(&self, context: &Context<'_>) -> Result<bool> {
        let command = self.criterion_and_party().map(|(criterion, party)| Command::JudgeCriterion {
            criterion: criterion.clone(),
            party: party.clone(),
            answer: engine::Answer::NotMet,
            proof: engine::Proof::Practice,
            motivation: Some(some_text()),
        });
        Ok(self.viewer_can(session(context)?, command))
    }

    /// Whether the viewer may set the criterion aside now.
    async fn viewer_can_waive(&self, context: &Context<'_>) -> Result<bool> {
        let command = self
            .criterion_and_party()
            .map(|(criterion, _)| Command::WaiveCriterion { criterion: criterion.clone(), reason: some_text() });
        Ok(self.viewer_can(session(context)?, command))
    }

    /// Whether the viewer may confirm the party's earlier answer now.
    async fn viewer_can_confirm(&self, context: &Context<'_>) -> Result<bool> {
        let command = self.criterion_and_party().map(|(criterion, party)| Command::ConfirmAnswers {
            party: party.clone(),
            artefacts: Vec::new(),
            criteria: vec![criterion.clone()],
        });
        Ok(self.viewer_can(session(context)?, command))
    }
}

/// A party's answer on a criterion.
pub struct Judgement {
    project: Project,
    judgement: engine::Judgement,
    stale: bool,
}

/// A revision that an answer rests on.
#[derive(SimpleObject)]
pub struct Evidence {
    /// Of which document.
    kind: ArtefactKind,
    /// Its ordinal.
    revision: i32,
    /// Its hash.
    hash: String,
}

#[Object]
impl Judgement {
    /// The answer.
    async fn answer(&self) -> Answer {
        self.judgement.answer.into()
    }

    /// On paper or in practice.
    async fn proof(&self) -> Proof {
        self.judgement.proof.into()
    }

    /// Why; null when nothing was said or it was erased.
    async fn motivation(&self, context: &Context<'_>) -> Result<Option<String>> {
        text(context, self.judgement.motivation).await
    }

    /// By whom.
    async fn by(&self) -> Person {
        self.project.person(self.judgement.by)
    }

    /// When.
    async fn at(&self) -> OffsetDateTime {
        instant(self.judgement.at)
    }

    /// Whether what it rests on changed since.
    async fn stale(&self) -> bool {
        self.stale
    }

    /// The revisions it rests on.
    async fn rests_on(&self, context: &Context<'_>) -> Result<Vec<Evidence>> {
        let spoken = self.project.spoken(session(context)?);
        let one = |e: &engine::Evidence| Evidence {
            kind: spoken.kind(&e.artefact),
            revision: int(e.revision),
            hash: e.hash.to_string(),
        };
        Ok(self.judgement.rests_on.iter().map(one).collect())
    }
}
