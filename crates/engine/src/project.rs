//! The state of one project, and the only place where it changes.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use thiserror::Error;
use time::Date;

use crate::changes::{ChangeEvent, Changes};
use crate::command::{Answer, Outcome, Verdict};
use crate::conditions::{ConditionEvent, Conditions};
use crate::duties::{self, Recurring};
use crate::early::Early;
use crate::emergency::Emergency;
use crate::event::{Counted, Event, Evidence, Recorded};
use crate::expiries::{Expiries, ExpiryEvent};
use crate::facts::FactValue;
use crate::funnel::{Proof, Stage};
use crate::ids::{
    ArtefactKey, CriterionKey, DutyKey, FactKey, FieldPath, FunnelVersionId, GateKey, OrganisationId, PartyKey, PersonId,
    PhaseKey, ProjectId,
};
use crate::moment::{Moment, Timestamp};
use crate::reopened::{Reopened, Reopening};
use crate::rollouts::{RolloutEvent, Rollouts};
use crate::signals::{SignalEvent, Signals};
use crate::suspension::{self, Suspended};
use crate::tasks::TaskKind;
use crate::text::{FileRef, Hash, TextRef};

/// The state of a project: people's answers and the pinned funnel version, nothing that can be computed from them.
/// Current revisions and the open round only; what came before is read from the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Project {
    /// Which project.
    pub id: ProjectId,
    /// Whose.
    pub organisation: OrganisationId,
    /// What it is called.
    pub title: TextRef,
    /// What it is about.
    pub summary: TextRef,
    /// Who leads it.
    pub lead: PersonId,
    /// On which version of the funnel.
    pub funnel: FunnelVersionId,
    /// Whether it still moves.
    pub lifecycle: Lifecycle,
    /// In which phase (law 1).
    pub phase: PhaseKey,
    /// When it came into this phase.
    pub phase_since: Moment,
    /// When each phase was first entered.
    pub entered: BTreeMap<PhaseKey, Moment>,
    /// Since when each party takes part (law 6).
    pub involved: BTreeMap<PartyKey, Moment>,
    /// Answers about the project.
    pub facts: BTreeMap<FactKey, FactAnswer>,
    /// Documents that have a revision.
    pub artefacts: BTreeMap<ArtefactKey, Artefact>,
    /// The open round, unless the phase has no gate or the project is finished.
    pub round: Option<Round>,
    /// How often each gate opened.
    pub rounds: BTreeMap<GateKey, u32>,
    /// What decisions still demand (law 3).
    pub conditions: Conditions,
    /// What was done too early (law 6).
    pub early: Early,
    /// What was noted about documents that run out (law 12).
    pub expiries: Expiries,
    /// The recurring duties of this phase (law 12).
    pub duties: BTreeMap<DutyKey, Recurring>,
    /// Open changes in use (law 12).
    pub changes: Changes,
    /// Signals that were not handled (law 12).
    pub signals: Signals,
    /// Answers to what changes, signals and expiries ask again outside a round.
    pub reopened: Reopened,
    /// Who suspended the use; it goes on when nobody does (law 12).
    pub suspended: Suspended,
    /// Teams and locations that are to start.
    pub rollouts: Rollouts,
    /// Use that was allowed before the gate decided (law 15).
    pub emergency: Emergency,
    /// Tasks that were noted as late, with the date they were late for.
    pub overdue: BTreeMap<TaskKind, Date>,
    /// Position of the last event.
    pub sequence: u64,
    /// When the last event happened; time never runs back in a log.
    pub last: Moment,
}

/// Whether a project still moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lifecycle {
    /// Under way.
    Active,
    /// Ended at a gate.
    Stopped,
}

/// An answer about the project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactAnswer {
    /// What was answered.
    pub value: FactValue,
    /// By whom.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// Whether the party named in the funnel confirmed this very value.
    pub confirmed: bool,
}

/// A document in a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Artefact {
    /// The revision that counts.
    pub current: Revision,
    /// Each party's latest review; it stands while it names the current revision.
    pub reviews: BTreeMap<PartyKey, Review>,
    /// For each form field that a criterion names: the revision that last changed it.
    pub changed_in: BTreeMap<FieldPath, u32>,
    /// The revision that last changed the files.
    pub files_changed_in: u32,
}

/// One immutable version of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    /// Its ordinal, from 1.
    pub number: u32,
    /// What answers name.
    pub hash: Hash,
    /// How far it is.
    pub stage: Stage,
    /// The form answers.
    pub answers: Option<TextRef>,
    /// The files.
    pub files: Vec<FileRef>,
    /// Everyone who wrote it.
    pub authors: BTreeSet<PersonId>,
    /// When it was submitted.
    pub at: Moment,
    /// Until when the reviewing parties have.
    pub review_due: Date,
    /// Its last day, where it runs out (law 12).
    pub valid_until: Option<Date>,
}

/// A party's review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// Of which revision.
    pub revision: u32,
    /// Approve or request changes.
    pub verdict: Verdict,
    /// By whom.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// Why.
    pub note: Option<TextRef>,
    /// The membership counted.
    pub counted: Counted,
}

/// The open round of a gate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// Of which gate.
    pub gate: GateKey,
    /// The how manieth, from 1.
    pub number: u32,
    /// When it opened.
    pub opened: Moment,
    /// The planned date of the decision.
    pub due: Date,
    /// Each party's answers. After rework those of the round before stand here too, to be confirmed (law 4).
    pub judgements: BTreeMap<CriterionKey, BTreeMap<PartyKey, Judgement>>,
}

/// A party's answer on a criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// In which round it was given or last confirmed.
    pub round: u32,
    /// The answer.
    pub answer: Answer,
    /// On paper or in practice.
    pub proof: Proof,
    /// By whom.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// Why.
    pub motivation: Option<TextRef>,
    /// The revisions it rests on.
    pub rests_on: Vec<Evidence>,
    /// The membership counted.
    pub counted: Counted,
}

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
            conditions: Conditions::default(),
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

    fn change(&mut self, recorded: &Recorded) -> Result<(), FoldError> {
        let out_of_place = FoldError::OutOfPlace(recorded.sequence);
        let at = recorded.at;
        match &recorded.event {
            Event::ProjectStarted { .. } => return Err(out_of_place),
            Event::PhaseEntered { phase, involved } => self.enter(phase, involved, at),
            Event::RoundOpened { gate, round, due } => self.open_round(gate, *round, *due, at),
            Event::FactsAnswered { answers } => {
                let by = recorded.by.person().ok_or(out_of_place)?;
                for (fact, value) in answers {
                    let answer = FactAnswer { value: value.clone(), by, at: at.at, confirmed: false };
                    self.facts.insert(fact.clone(), answer);
                }
            }
            Event::FactConfirmed { fact, value, .. } => {
                let answer = self.facts.get_mut(fact).filter(|a| a.value == *value).ok_or(out_of_place)?;
                answer.confirmed = true;
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
                confirmed: _,
                counted,
            } => {
                let by = recorded.by.person().ok_or_else(|| out_of_place.clone())?;
                // The round or, outside it, whoever asks again.
                let judgement = Judgement {
                    round: *round,
                    answer: *answer,
                    proof: *proof,
                    by,
                    at: at.at,
                    motivation: *motivation,
                    rests_on: rests_on.clone(),
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
            }
            Event::GateDecided { outcome, .. } => {
                self.overdue.retain(|task, _| task.outlives_round());
                self.emergency.spent = self.emergency.open.is_some();
                // Where the same gate opens again, its answers stay in sight, so that the parties can confirm them.
                if !matches!(outcome, Outcome::Rework { to } if *to == self.phase) {
                    self.round = None;
                }
            }
            Event::ProjectStopped { .. } => self.lifecycle = Lifecycle::Stopped,
            Event::Condition { condition, event } => {
                self.conditions.apply(*condition, event, recorded)?;
                if matches!(event, ConditionEvent::Accepted { .. }) {
                    self.overdue.remove(&TaskKind::MeetCondition(*condition));
                    self.overdue.remove(&TaskKind::AcceptCondition(*condition));
                }
            }
            Event::Early(event) => self.early.apply(event, recorded)?,
            Event::Duty { duty, event } => duties::apply(self, duty, event, recorded)?,
            Event::Use { party, event } => suspension::apply(self, party, event, recorded)?,
            Event::Emergency(event) => self.emergency.apply(event, recorded)?,
            Event::Expiry { .. } | Event::Change { .. } | Event::Signal { .. } | Event::Rollout { .. } => {
                self.change_in_use(recorded)?;
            }
            Event::TaskOverdue { task, due } => {
                self.overdue.insert(task.clone(), *due);
            }
        }
        Ok(())
    }

    /// What asks again outside a round, and rollouts.
    fn change_in_use(&mut self, recorded: &Recorded) -> Result<(), FoldError> {
        match &recorded.event {
            Event::Expiry { artefact, event } => {
                self.expiries.apply(artefact, event, recorded)?;
                match event {
                    ExpiryEvent::Expired { reopened: Some(reopened), .. } => self.reopened.open(reopened),
                    ExpiryEvent::Renewed { .. } => self.settle(),
                    ExpiryEvent::Expiring { .. } | ExpiryEvent::Expired { reopened: None, .. } => {}
                }
            }
            Event::Change { change, event } => {
                self.changes.apply(*change, event, recorded)?;
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
            _ => {}
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

    fn enter(&mut self, phase: &PhaseKey, involved: &[PartyKey], at: Moment) {
        if *phase != self.phase {
            self.duties.clear();
        }
        self.phase = phase.clone();
        self.phase_since = at;
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
