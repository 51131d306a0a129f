//! How far a gate is, as people and programs read it.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use serde::{Deserialize, Serialize};

use super::blocker::Blocker;
use crate::ballots::BallotStanding;
use crate::event::Evidence;
use crate::ids::{ArtefactKey, ConsultationKey, CriterionKey, GateKey, PartyKey, PersonId, PhaseKey};
use crate::organisation::PlanInForce;
use crate::rejection::Law;
use crate::tasks::Task;

/// How far the open gate is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Readiness {
    /// Which gate.
    pub gate: GateKey,
    /// In which round.
    pub round: u32,
    /// Every requirement, then every criterion and party, then every consultation, in the order of the funnel.
    pub checks: Vec<Check>,
    /// The outcomes in the order of law 10.
    pub offers: Vec<Offer>,
    /// The revisions a decision would rest on.
    pub evidence: Vec<Evidence>,
    /// Votes that are not their party's answer yet: who voted, and how many it needs (law 7).
    pub ballots: Vec<BallotStanding>,
    /// The board's plans for gaps in the organisation's evidence: conditions of the organisation that all gates show
    /// (law 3).
    pub plans: Vec<PlanInForce>,
}

/// One thing that *go* needs (law 2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// How it stands.
    pub state: CheckState,
    /// What it is: a document, or a criterion for one party.
    pub on: CheckSubject,
    /// What is in the way; empty when done.
    pub blockers: Vec<Blocker>,
    /// Whether *go* needs it; a criterion may only inform.
    pub blocking: bool,
    /// What people can do about it now.
    pub tasks: Vec<Task>,
}

/// What a check is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckSubject {
    /// A required document.
    Document(ArtefactKey),
    /// A criterion, for one party.
    Criterion(CriterionKey, PartyKey),
    /// A decision of an earlier round that was contested.
    Decision(GateKey),
    /// A consultation: one that the gate demands, or that a body began itself.
    Consultation {
        /// Which body.
        body: PartyKey,
        /// Its number, once it is there.
        consultation: Option<u32>,
        /// Which of the gate's, where the gate demands it.
        kind: Option<ConsultationKey>,
    },
    /// A condition of an earlier decision (law 3).
    Condition(u32),
    /// A change in use that is open (law 12).
    Change(u32),
    /// A signal that was not handled (law 12).
    Signal(u32),
    /// What rested on a document that ran out in use (law 12).
    Expiry(ArtefactKey),
    /// A party that suspended the use (law 12).
    Suspension(PartyKey),
    /// A contract that was signed too early (law 6); it only informs.
    Contract(ArtefactKey),
    /// A phase whose work began too early (law 6); it only informs.
    Work(PhaseKey),
}

/// How a check stands; the status words of the screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckState {
    /// Goedgekeurd / voldoet.
    Done,
    /// Wacht op beoordeling.
    Waiting,
    /// Aanpassen: changes requested, or a criterion is not met.
    Adjust,
    /// Nog te doen.
    ToDo,
    /// Kan nog niet: its documents are not there yet.
    NotYet,
    /// Verouderd: an earlier answer no longer rests on what is on file.
    Stale,
    /// Verlopen: the document ran out, or is older than the gate allows.
    Expired,
    /// Ontheffing: set aside with a reason.
    Waived,
}

/// Whom something waits for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Waiter {
    /// A party.
    Party(PartyKey),
    /// One person, such as the lead.
    Person(PersonId),
}

/// The outcomes of a gate in the order of law 10, without what their decider still chooses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfferedOutcome {
    /// Nee, stoppen.
    Stop,
    /// Terug: eerst …
    Rework {
        /// The phase to go back to.
        to: PhaseKey,
    },
    /// Even wachten.
    Hold,
    /// Ja, mits …
    ConditionalGo,
    /// Ja, doorgaan.
    Go,
}

/// An outcome that the gate offers or forbids (law 10).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Which.
    pub outcome: OfferedOutcome,
    /// The rule that allows or forbids it.
    pub law: Law,
    /// Whether it is possible now.
    pub allowed: bool,
    /// The phase the project would be in.
    pub leads_to: Option<PhaseKey>,
}

impl Readiness {
    /// Everything in the way of *go*.
    pub fn blockers(&self) -> impl Iterator<Item = &Blocker> {
        self.checks.iter().filter(|check| check.blocking).flat_map(|check| &check.blockers)
    }

    /// What a decider must have seen: changes when, and only when, the checks, their evidence or the round change.
    /// It detects change between two reads by one build; it proves nothing (the log does).
    #[must_use]
    pub fn digest(&self) -> String {
        let mut hasher = DefaultHasher::new();
        (&self.gate, self.round, &self.evidence, &self.plans).hash(&mut hasher);
        for check in &self.checks {
            (check.state, &check.blockers, check.blocking).hash(&mut hasher);
        }
        format!("{:016x}", hasher.finish())
    }
}
