//! The only place where a project changes: the fold over its log.

use std::collections::{BTreeMap, BTreeSet};

use thiserror::Error;
use time::Date;

use crate::ballots::{self, Matter};
use crate::changes::{ChangeEvent, Changes};
use crate::command::{Aftermath, Outcome, Verdict};
use crate::conditions::{ConditionEvent, Conditions, Demand};
use crate::consultation::Consultations;
use crate::early::Early;
use crate::emergency::Emergency;
use crate::event::{Event, Recorded};
use crate::expiries::{Expiries, ExpiryEvent};
use crate::facts::FactValue;
use crate::ids::{FactKey, FunnelVersionId, GateKey, PartyKey, PersonId, PhaseKey};
use crate::moment::{Moment, Timestamp};
use crate::project::{
    Artefact, FactAnswer, Hold, Judgement, Lifecycle, PlannedRound, Project, Review, Revision, Round, Waiver,
};
use crate::recorded::{Cause, Records};
use crate::reopened::{Reopened, Reopening};
use crate::rollouts::{RolloutEvent, Rollouts};
use crate::signals::{SignalEvent, Signals};
use crate::suspension::Suspended;
use crate::tasks::TaskKind;
use crate::{duties, suspension};

/// The log does not fold: it was tampered with or written by a newer Trechter. Never shown as a user's mistake.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FoldError {
    /// The first event must start the project, and only the first.
    #[error("event {0} does not continue this log")]
    OutOfPlace(u64),
    /// The log has no events.
    #[error("the log is empty")]
    Empty,
}

impl Project {
    /// Folds a whole log.
    ///
    /// # Errors
    /// [`FoldError`] when the log is empty or an event does not follow the one before it.
    pub fn fold<'a>(log: impl IntoIterator<Item = &'a Recorded>) -> Result<Self, FoldError> {
        let mut log = log.into_iter();
        let mut project = Self::begin(log.next().ok_or(FoldError::Empty)?)?;
        for recorded in log {
            project.apply(recorded)?;
        }
        Ok(project)
    }

    /// The state after the first event of a log.
    ///
    /// # Errors
    /// [`FoldError::OutOfPlace`] when the event is not the start of a project.
    pub fn begin(recorded: &Recorded) -> Result<Self, FoldError> {
        let Event::ProjectStarted { project, organisation, title, summary, lead, funnel } = &recorded.event else {
            return Err(FoldError::OutOfPlace(recorded.sequence));
        };
        if recorded.sequence != 1 {
            return Err(FoldError::OutOfPlace(recorded.sequence));
        }
        Ok(Self {
            id: *project,
            organisation: *organisation,
            title: *title,
            summary: *summary,
            lead: *lead,
            funnel: *funnel,
            lifecycle: Lifecycle::Active,
            phase: PhaseKey::unentered(),
            phase_since: recorded.at,
            entered: BTreeMap::new(),
            involved: BTreeMap::new(),
            facts: BTreeMap::new(),
            artefacts: BTreeMap::new(),
            round: None,
            rounds: BTreeMap::new(),
            planned: None,
            hold: None,
            waivers: BTreeMap::new(),
            waived_before: Vec::new(),
            ballots: Vec::new(),
            extra: BTreeMap::new(),
            closed: None,
            stopped_by: None,
            unrecorded: BTreeSet::new(),
            consultations: Consultations::default(),
            conditions: Conditions::default(),
            suppliers: BTreeSet::new(),
            evidence_noted: BTreeMap::new(),
            records: Records::default(),
            early: Early::default(),
            expiries: Expiries::default(),
            duties: BTreeMap::new(),
            changes: Changes::default(),
            signals: Signals::default(),
            reopened: Reopened::default(),
            suspended: Suspended::new(),
            rollouts: Rollouts::default(),
            emergency: Emergency::default(),
            overdue: BTreeMap::new(),
            sequence: 1,
            last: recorded.at,
        })
    }

    /// Takes the next event of the log into the state. Total over every event that `decide` makes.
    ///
    /// # Errors
    /// [`FoldError::OutOfPlace`] when the event does not follow the last one.
    pub fn apply(&mut self, recorded: &Recorded) -> Result<(), FoldError> {
        if recorded.sequence != self.sequence + 1 {
            return Err(FoldError::OutOfPlace(recorded.sequence));
        }
        self.change(recorded)?;
        self.sequence = recorded.sequence;
        self.last = recorded.at;
        Ok(())
    }

    pub(crate) fn change(&mut self, recorded: &Recorded) -> Result<(), FoldError> {
        let out_of_place = FoldError::OutOfPlace(recorded.sequence);
        let at = recorded.at;
        self.records.answered_anew(&recorded.event);
        match &recorded.event {
            Event::ProjectStarted { .. } => return Err(out_of_place),
            Event::PhaseEntered { phase, involved } => {
                self.leave_round(phase);
                self.enter(phase, involved, at);
            }
            Event::RoundOpened { gate, round, due } => self.open_round(gate, *round, *due, at),
            Event::FactsAnswered { answers } => {
                let by = recorded.by.person().ok_or(out_of_place)?;
                for (fact, value) in answers {
                    let answer = FactAnswer { value: value.clone(), by, at: at.at, confirmed: false };
                    self.facts.insert(fact.clone(), answer);
                }
                // Votes were on the answer before, also where an earlier answer is given again.
                self.ballots.retain(|b| !matches!(&b.matter, Matter::Fact { fact } if answers.contains_key(fact)));
            }
            Event::FactConfirmed { fact, value, .. } => {
                self.confirm_fact(fact, value, recorded)?;
            }
            Event::RevisionSubmitted { .. } => self.submit(recorded),
            Event::RevisionReviewed { on, party, verdict, note, confirmed: _, counted } => {
                let by = recorded.by.person().ok_or_else(|| out_of_place.clone())?;
                let artefact = self.artefacts.get_mut(&on.artefact).ok_or(out_of_place)?;
                let review =
                    Review { revision: on.revision, verdict: *verdict, by, at: at.at, note: *note, counted: *counted };
                artefact.reviews.insert(party.clone(), review);
                if *verdict == Verdict::Approve {
                    self.reopened.approved(&on.artefact, party);
                }
                self.ballots.retain(|b| {
                    !(b.party == *party && matches!(&b.matter, Matter::Review { artefact, .. } if *artefact == on.artefact))
                });
            }
            Event::CriterionJudged {
                gate,
                round,
                criterion,
                party,
                answer,
                proof,
                motivation,
                rests_on,
                organisation,
                confirmed: _,
                counted,
            } => {
                let by = recorded.by.person().ok_or_else(|| out_of_place.clone())?;
                let judgement = Judgement {
                    gate: gate.clone(),
                    round: *round,
                    answer: *answer,
                    proof: *proof,
                    by,
                    at: at.at,
                    motivation: *motivation,
                    rests_on: rests_on.clone(),
                    organisation: organisation.clone(),
                    counted: *counted,
                };
                let asked_again = self.reopened.answered(criterion, party, &judgement);
                match self.round.as_mut().filter(|r| r.gate == *gate && r.number == *round) {
                    Some(open) => {
                        open.judgements.entry(criterion.clone()).or_default().insert(party.clone(), judgement);
                    }
                    None if asked_again => {}
                    None => return Err(out_of_place),
                }
                let on = criterion;
                self.ballots.retain(|b| {
                    !(b.party == *party && matches!(&b.matter, Matter::Judgement { criterion, .. } if criterion == on))
                });
            }
            Event::GateDecided { outcome: Outcome::Hold { review_on }, .. } => {
                self.hold = Some(Hold { since: at.at, review_on: *review_on });
                self.ballots.retain(|b| !matches!(b.matter, Matter::Decision { .. }));
            }
            Event::GateDecided { gate, outcome, .. } => {
                self.hold = None;
                self.consultations.decided(gate, outcome);
                self.records.looked_at(gate);
                // What was voted on is closed with the round; reviews go on.
                self.ballots.retain(|b| matches!(b.matter, Matter::Review { .. } | Matter::Fact { .. }));
                let conditions = &self.conditions;
                let owed = |task: &TaskKind| match task {
                    TaskKind::Review(artefact, _) => conditions.demand_document(artefact),
                    _ => false,
                };
                self.overdue.retain(|task, _| task.outlives_round() || owed(task));
                self.emergency.spent = self.emergency.open.is_some();
                // Where the same gate opens again, its answers stay in sight, so that the parties can confirm them.
                if !matches!(outcome, Outcome::Rework { to } if *to == self.phase) {
                    self.round = None;
                }
            }
            _ => self.course(recorded)?,
        }
        Ok(())
    }

    /// What moves, ends or holds the project, beside what parties answer.
    fn course(&mut self, recorded: &Recorded) -> Result<(), FoldError> {
        let out_of_place = FoldError::OutOfPlace(recorded.sequence);
        let at = recorded.at;
        match &recorded.event {
            Event::ProjectStopped { gate } => self.finish(Lifecycle::Stopped, gate),
            Event::ProjectRetired { gate } => self.finish(Lifecycle::Retired, gate),
            Event::ProjectClosed => self.closed = Some(at),
            Event::Condition { condition, event } => {
                self.conditions.apply(*condition, event, recorded)?;
                if matches!(event, ConditionEvent::Accepted { .. }) {
                    self.overdue.remove(&TaskKind::MeetCondition(*condition));
                    self.overdue.remove(&TaskKind::AcceptCondition(*condition));
                    // What was met calls for no decision any more (law 3).
                    self.extra.remove(condition);
                    self.overdue.remove(&TaskKind::DecideExtra(*condition));
                    self.ballots.retain(|b| b.matter != Matter::Extra { condition: *condition });
                }
            }
            Event::RoundPlanned { gate, on } => self.planned = Some(PlannedRound { gate: gate.clone(), on: *on }),
            Event::HoldEnded { due } => {
                self.hold = None;
                self.round.as_mut().ok_or(out_of_place)?.due = *due;
            }
            Event::VoteCast { matter, party, choice, note: _, members, rests_on } => {
                ballots::apply(&mut self.ballots, matter, party, choice, members, rests_on);
            }
            Event::CriterionWaived { gate, criterion, party, reason, .. } => {
                let waiver = Waiver { gate: gate.clone(), party: party.clone(), reason: *reason, at: at.at };
                if let Some(before) = self.waivers.insert(criterion.clone(), waiver) {
                    self.waived_before.push((criterion.clone(), before));
                }
            }
            Event::ProjectReopened { .. } => {
                self.lifecycle = Lifecycle::Active;
                self.closed = None;
                self.stopped_by = None;
                self.ballots.clear();
                self.conditions.open.retain(|_, condition| !matches!(condition.terms.demand, Demand::Closing { .. }));
            }
            Event::ProjectBroughtIn { unrecorded, .. } => self.unrecorded = unrecorded.iter().cloned().collect(),
            Event::ProjectMigrated { to, phase, involved, blocks, keeps_round, lapsed, .. } => {
                self.consultations.standing.retain(|number, _| !lapsed.contains(number));
                if !keeps_round {
                    self.end_round();
                }
                self.migrate(*to, phase, involved, blocks, at);
            }
            Event::ExtraDecisionCalled { condition, due } => {
                self.extra.insert(*condition, *due);
            }
            Event::ExtraDecided { condition, aftermath, motivation, party, .. } => {
                if *aftermath == Aftermath::Pause {
                    suspension::suspend(&mut self.suspended, party, *motivation, recorded)?;
                }
                self.extra.remove(condition);
                self.ballots.retain(|b| b.matter != Matter::Extra { condition: *condition });
            }
            Event::Consultation { consultation, event } => {
                self.consultations.apply(*consultation, event, at, recorded.sequence)?;
            }
            Event::SuppliersNamed { suppliers } => self.suppliers.clone_from(suppliers),
            Event::EvidenceChanged { evidence, change } => {
                self.evidence_noted.insert(evidence.clone(), *change);
            }
            Event::OnBehalf { .. } => self.take_on_behalf(recorded)?,
            Event::RecordContested { record, .. } => self.take_contest(*record, recorded)?,
            Event::DecisionUpheld { gate, .. } => self.records.looked_at(gate),
            Event::TaskOverdue { task, due } => {
                self.overdue.insert(task.clone(), *due);
            }
            _ => self.use_and_time(recorded)?,
        }
        Ok(())
    }

    /// What time and use bring (laws 6, 12 and 15).
    fn use_and_time(&mut self, recorded: &Recorded) -> Result<(), FoldError> {
        match &recorded.event {
            Event::Early(event) => self.early.apply(event, recorded)?,
            Event::Duty { duty, event } => duties::apply(self, duty, event, recorded)?,
            Event::Use { party, event } => suspension::apply(&mut self.suspended, party, event, recorded)?,
            Event::Emergency(event) => {
                self.emergency.apply(event, recorded)?;
                self.ballots.retain(|ballot| ballot.matter != Matter::Emergency);
            }
            Event::Expiry { artefact, event } => {
                if let (ExpiryEvent::Renewed { .. }, Some(asked)) = (event, self.expiries.open.get(artefact).cloned()) {
                    self.closes(Cause::Expiry { artefact: artefact.clone() }, &asked);
                }
                self.expiries.apply(artefact, event, recorded)?;
                match event {
                    ExpiryEvent::Expired { reopened: Some(reopened), .. } => self.reopened.open(reopened),
                    ExpiryEvent::Renewed { .. } => self.settle(),
                    ExpiryEvent::Expiring { .. } | ExpiryEvent::Expired { reopened: None, .. } => {}
                }
            }
            Event::Change { change: number, event } => {
                if let (ChangeEvent::Closed, Some(change)) = (event, self.changes.open.get(number).cloned()) {
                    let asked = change.reopened.clone();
                    self.closes(Cause::Change { number: *number, change }, &asked);
                }
                self.changes.apply(*number, event, recorded)?;
                match event {
                    ChangeEvent::Reported { reopened, .. } => self.reopened.open(reopened),
                    ChangeEvent::Closed | ChangeEvent::ClosedAsSmall { .. } => self.settle(),
                }
            }
            Event::Signal { signal, event } => {
                self.signals.apply(*signal, event, recorded)?;
                match event {
                    SignalEvent::Reported { reopened, .. } => self.reopened.open(reopened),
                    SignalEvent::Handled { .. } => {
                        self.overdue.remove(&TaskKind::HandleSignal(*signal));
                        self.settle();
                    }
                }
            }
            Event::Rollout { rollout, event } => {
                self.rollouts.apply(*rollout, event, recorded)?;
                if matches!(event, RolloutEvent::Started { .. } | RolloutEvent::Cancelled { .. }) {
                    self.overdue.retain(|task, _| task.rollout() != Some(*rollout));
                }
            }
            // The answers and the course above.
            Event::ProjectStarted { .. }
            | Event::PhaseEntered { .. }
            | Event::RoundOpened { .. }
            | Event::FactsAnswered { .. }
            | Event::FactConfirmed { .. }
            | Event::RevisionSubmitted { .. }
            | Event::RevisionReviewed { .. }
            | Event::CriterionJudged { .. }
            | Event::GateDecided { .. }
            | Event::ProjectStopped { .. }
            | Event::ProjectRetired { .. }
            | Event::ProjectClosed
            | Event::Condition { .. }
            | Event::RoundPlanned { .. }
            | Event::HoldEnded { .. }
            | Event::VoteCast { .. }
            | Event::CriterionWaived { .. }
            | Event::ProjectReopened { .. }
            | Event::ProjectBroughtIn { .. }
            | Event::ProjectMigrated { .. }
            | Event::ExtraDecisionCalled { .. }
            | Event::ExtraDecided { .. }
            | Event::Consultation { .. }
            | Event::SuppliersNamed { .. }
            | Event::EvidenceChanged { .. }
            | Event::OnBehalf { .. }
            | Event::RecordContested { .. }
            | Event::DecisionUpheld { .. }
            | Event::TaskOverdue { .. } => return Err(FoldError::OutOfPlace(recorded.sequence)),
        }
        Ok(())
    }

    /// Everything that is asked again outside a round now, by whatever cause.
    pub fn reopenings(&self) -> impl Iterator<Item = &Reopening> {
        causes(&self.changes, &self.signals, &self.expiries)
    }

    /// Forgets the answers that no open cause asks any more.
    fn settle(&mut self) {
        let Self { reopened, changes, signals, expiries, .. } = self;
        reopened.settle(causes(changes, signals, expiries));
    }

    fn confirm_fact(&mut self, fact: &FactKey, value: &FactValue, recorded: &Recorded) -> Result<(), FoldError> {
        let by = recorded.by.person().ok_or(FoldError::OutOfPlace(recorded.sequence))?;
        self.take_confirmed(fact, value, by, recorded.at.at);
        self.ballots.retain(|b| b.matter != Matter::Fact { fact: fact.clone() });
        Ok(())
    }

    /// An answer that its party confirmed.
    pub(crate) fn take_confirmed(&mut self, fact: &FactKey, value: &FactValue, by: PersonId, at: Timestamp) {
        match self.facts.get_mut(fact) {
            Some(answer) if answer.value == *value => answer.confirmed = true,
            // A derived fact has no answer of its own: the confirmation is what is known of it.
            _ => {
                self.facts.insert(fact.clone(), FactAnswer { value: value.clone(), by, at, confirmed: true });
            }
        }
    }

    fn finish(&mut self, lifecycle: Lifecycle, gate: &GateKey) {
        self.lifecycle = lifecycle;
        self.stopped_by = Some(gate.clone());
        self.round = None;
        self.planned = None;
        self.hold = None;
        self.extra.clear();
        self.ballots.clear();
        // What was demanded of a project that went on is demanded no more. What a retiring decision imposes comes after this
        // event; what closing asks for comes before it or after it.
        self.conditions.open.retain(|_, condition| matches!(condition.terms.demand, Demand::Closing { .. }));
    }

    fn migrate(
        &mut self,
        to: FunnelVersionId,
        phase: &PhaseKey,
        involved: &[PartyKey],
        blocks: &BTreeMap<u32, GateKey>,
        at: Moment,
    ) {
        self.funnel = to;
        self.enter(phase, involved, at);
        for (number, gate) in blocks {
            if let Some(condition) = self.conditions.open.get_mut(number) {
                condition.terms.blocks = Some(gate.clone());
            }
        }
    }

    /// What was open or on hold was a round of the phase that is left, also where no decision of its gate ends it: an extra
    /// decision stops as well (laws 1 and 3).
    fn leave_round(&mut self, to: &PhaseKey) {
        if self.phase != *to {
            self.end_round();
        }
    }

    /// The round ends undecided, with its hold and the votes in it.
    fn end_round(&mut self) {
        (self.round, self.planned, self.hold) = (None, None, None);
        let of_round = |m: &Matter| matches!(m, Matter::Decision { .. } | Matter::Judgement { .. } | Matter::Waiver { .. });
        self.ballots.retain(|ballot| !of_round(&ballot.matter));
    }

    fn enter(&mut self, phase: &PhaseKey, involved: &[PartyKey], at: Moment) {
        if self.phase != *phase {
            self.duties.clear();
            self.phase = phase.clone();
            self.phase_since = at;
        }
        self.entered.entry(phase.clone()).or_insert(at);
        for party in involved {
            self.involved.entry(party.clone()).or_insert(at);
        }
    }

    fn open_round(&mut self, gate: &GateKey, number: u32, due: Date, opened: Moment) {
        let judgements = match self.round.take() {
            Some(before) if before.gate == *gate => before.judgements,
            _ => BTreeMap::new(),
        };
        self.planned = None;
        self.rounds.insert(gate.clone(), number);
        self.round = Some(Round { gate: gate.clone(), number, opened, due, judgements });
    }

    fn submit(&mut self, recorded: &Recorded) {
        let Event::RevisionSubmitted {
            artefact,
            revision,
            hash,
            stage,
            answers,
            files,
            authors,
            changed_fields,
            files_changed,
            review_due,
            valid_until,
            signed_on: _,
        } = &recorded.event
        else {
            return;
        };
        let current = Revision {
            number: *revision,
            hash: *hash,
            stage: *stage,
            answers: *answers,
            files: files.clone(),
            authors: authors.clone(),
            at: recorded.at,
            review_due: *review_due,
            valid_until: *valid_until,
        };
        let entry = self.artefacts.entry(artefact.clone()).or_insert_with(|| Artefact {
            current: current.clone(),
            reviews: BTreeMap::new(),
            changed_in: BTreeMap::new(),
            files_changed_in: *revision,
        });
        entry.current = current;
        self.ballots.retain(|b| !matches!(&b.matter, Matter::Review { artefact: of, .. } if of == artefact));
        for field in changed_fields {
            entry.changed_in.insert(field.clone(), *revision);
        }
        if *files_changed {
            entry.files_changed_in = *revision;
        }
    }
}

fn causes<'a>(changes: &'a Changes, signals: &'a Signals, expiries: &'a Expiries) -> impl Iterator<Item = &'a Reopening> {
    let by_change = changes.open.values().map(|change| &change.reopened);
    let by_signal = signals.open.values().map(|signal| &signal.reopened);
    by_change.chain(by_signal).chain(expiries.open.values())
}

impl PhaseKey {
    /// The phase of a project between its first event and the `PhaseEntered` that always follows it.
    fn unentered() -> Self {
        Self::parse("unentered").expect("a valid key")
    }
}
