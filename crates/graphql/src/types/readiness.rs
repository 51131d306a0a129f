//! How far a gate is.

use std::collections::BTreeSet;
use std::sync::Arc;

use async_graphql::{Context, Object, Result, SimpleObject};
use engine::{CheckSubject, Command, ConsultationKey, CriterionKey, PartyKey};
use time::{Date, OffsetDateTime};

use crate::enums::{Answer, CheckKind, CheckState, OutcomeKind, Proof};
use crate::session::{Session, session};
use crate::types::artefact::Artefact;
use crate::types::ballots::Ballot;
use crate::types::blockers::Blocker;
use crate::types::conditions::Condition;
use crate::types::consultations::Consultation;
use crate::types::evidence::EvidenceName;
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
    /// The decision that is asked about when only the right to decide matters.
    fn stopping(&self) -> Command {
        Command::DecideGate {
            gate: self.readiness.gate.clone(),
            outcome: engine::Outcome::Stop,
            motivation: some_text(),
            lessons: Some(some_text()),
            conditions: Vec::new(),
        }
    }

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
        Ok(self.readiness.blockers().map(|blocker| Blocker::of(&self.project, &spoken, Some(gate), blocker)).collect())
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

    /// Votes that are not their party's answer yet: who voted, and how many it needs.
    #[graphql(complexity = "3 * child_complexity")]
    async fn ballots(&self) -> Vec<Ballot> {
        self.readiness.ballots.iter().map(|standing| Ballot::new(&self.project, standing)).collect()
    }

    /// How many votes for the same outcome make the decision; null where one person takes it.
    async fn votes_needed(&self) -> Option<i32> {
        let gate = self.project.0.definition.funnel.gate(&self.readiness.gate)?;
        let members = u32::try_from(self.project.0.roster.members.of(&gate.decided_by).len()).unwrap_or(u32::MAX);
        engine::votes_needed(gate.rule, members).map(int)
    }

    /// Whether the viewer decides this gate.
    async fn viewer_can_decide(&self, context: &Context<'_>) -> Result<bool> {
        Ok(self.project.viewer_can(session(context)?, self.stopping()))
    }

    /// Whether the viewer may enter the decision for somebody who took it elsewhere (law 14).
    async fn viewer_can_record_decision(&self, context: &Context<'_>) -> Result<bool> {
        let Some(gate) = self.project.0.definition.funnel.gate(&self.readiness.gate) else { return Ok(false) };
        Ok(self.project.viewer_can_record(session(context)?, &gate.decided_by, &self.stopping()))
    }

    /// The board's plans for gaps in evidence of the organisation, which all gates show.
    async fn plans(&self, context: &Context<'_>) -> Result<Vec<PlanInForce>> {
        let language = session(context)?.language;
        let one = |plan: &engine::PlanInForce| PlanInForce {
            evidence: EvidenceName::of(&self.project.0.roster, language, &plan.evidence),
            due: plan.due,
        };
        Ok(self.readiness.plans.iter().map(one).collect())
    }
}

/// A plan of the board for a gap in evidence of the organisation.
#[derive(SimpleObject)]
pub struct PlanInForce {
    /// In which evidence.
    evidence: EvidenceName,
    /// By when the gap is closed.
    due: Date,
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

/// One thing that the gate asks.
pub struct Check {
    pub(crate) of: Readiness,
    pub(crate) at: usize,
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
        match self.of.open_round().filter(|round| round.gate == self.of.readiness.gate) {
            Some(round) => round.judgements.get(criterion)?.get(party),
            // Asked again outside a round.
            None => self.of.project.0.state.reopened.answers.get(criterion)?.get(party)?.as_ref(),
        }
    }

    fn viewer_can(&self, session: &Session, command: Option<Command>) -> bool {
        command.is_some_and(|command| self.of.project.viewer_can(session, command))
    }
}

#[Object]
impl Check {
    /// What it is about.
    async fn kind(&self) -> CheckKind {
        (&self.check().on).into()
    }

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

    /// The party that answers the criterion, the body that is asked, or who suspended the use.
    async fn party(&self, context: &Context<'_>) -> Result<Option<Party>> {
        let spoken = self.of.project.spoken(session(context)?);
        Ok(match &self.check().on {
            CheckSubject::Criterion(_, party)
            | CheckSubject::Consultation { body: party, .. }
            | CheckSubject::Suspension(party) => Some(spoken.party(party)),
            _ => None,
        })
    }

    /// The number of the change or the signal, when it is one.
    async fn number(&self) -> Option<i32> {
        match &self.check().on {
            CheckSubject::Change(number) | CheckSubject::Signal(number) => Some(int(*number)),
            _ => None,
        }
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

    /// The consultation, when it is one that is there.
    async fn consultation(&self) -> Option<Consultation> {
        match &self.check().on {
            CheckSubject::Consultation { consultation, .. } => Consultation::of(&self.of.project, (*consultation)?),
            _ => None,
        }
    }

    /// Which of the gate's consultations it is, when it is one.
    async fn consultation_kind(&self) -> Option<&str> {
        match &self.check().on {
            CheckSubject::Consultation { kind, .. } => kind.as_ref().map(ConsultationKey::as_str),
            _ => None,
        }
    }

    /// What is in the way.
    async fn blockers(&self, context: &Context<'_>) -> Result<Vec<Blocker>> {
        let spoken = self.of.project.spoken(session(context)?);
        let gate = &self.of.readiness.gate;
        Ok(self.check().blockers.iter().map(|blocker| Blocker::of(&self.of.project, &spoken, Some(gate), blocker)).collect())
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
        let command = self.criterion_and_party().map(|(criterion, party)| judging(criterion, party));
        Ok(self.viewer_can(session(context)?, command))
    }

    /// Whether the viewer may enter the party's answer for somebody of it who gave it elsewhere (law 14).
    async fn viewer_can_record(&self, context: &Context<'_>) -> Result<bool> {
        let session = session(context)?;
        let Some((criterion, party)) = self.criterion_and_party() else { return Ok(false) };
        let command = judging(criterion, party);
        Ok(self.of.project.viewer_can_record(session, party, &command))
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

/// An answer that is asked about when only the right to give one matters.
fn judging(criterion: &CriterionKey, party: &PartyKey) -> Command {
    Command::JudgeCriterion {
        criterion: criterion.clone(),
        party: party.clone(),
        answer: engine::Answer::NotMet,
        proof: engine::Proof::Practice,
        motivation: Some(some_text()),
    }
}

/// A party's answer on a criterion.
pub struct Judgement {
    project: Project,
    judgement: engine::Judgement,
    stale: bool,
}

/// A revision that an answer rests on, or that somebody was shown.
#[derive(SimpleObject)]
pub struct Evidence {
    /// Of which document.
    kind: ArtefactKind,
    /// Its ordinal.
    revision: i32,
    /// Its hash.
    hash: String,
}

impl Evidence {
    pub(crate) fn of(spoken: &Spoken, evidence: &engine::Evidence) -> Self {
        Self { kind: spoken.kind(&evidence.artefact), revision: int(evidence.revision), hash: evidence.hash.to_string() }
    }
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
        Ok(self.judgement.rests_on.iter().map(|evidence| Evidence::of(&spoken, evidence)).collect())
    }
}
