//! What can be in the way of *go*, by which law, and as what condition it can be deferred.

use serde::{Deserialize, Serialize};

use crate::conditions::Demand;
use crate::consultation::ConsultationBlock;
use crate::funnel::{Funnel, Gate};
use crate::ids::{ArtefactKey, ConsultationKey, CriterionKey, GateKey, PartyKey, PhaseKey};
use crate::organisation::{EvidenceId, EvidenceStanding};
use crate::rejection::Law;

/// One thing in the way of *go*.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Blocker {
    /// The document has no revision.
    DocumentMissing {
        /// Which.
        artefact: ArtefactKey,
    },
    /// The document is a concept where the final is needed.
    DocumentIsConcept {
        /// Which.
        artefact: ArtefactKey,
    },
    /// The document is older than the gate allows.
    DocumentTooOld {
        /// Which.
        artefact: ArtefactKey,
    },
    /// A party has not reviewed the document.
    ReviewOpen {
        /// Which.
        artefact: ArtefactKey,
        /// Who.
        party: PartyKey,
    },
    /// A party reviewed an earlier revision.
    ReviewStale {
        /// Which.
        artefact: ArtefactKey,
        /// Who.
        party: PartyKey,
    },
    /// A party requested changes.
    ChangesRequested {
        /// Which.
        artefact: ArtefactKey,
        /// Who.
        party: PartyKey,
    },
    /// A party has not answered.
    JudgementOpen {
        /// Which.
        criterion: CriterionKey,
        /// Who.
        party: PartyKey,
    },
    /// A party's answer rests on evidence that changed.
    JudgementStale {
        /// Which.
        criterion: CriterionKey,
        /// Who.
        party: PartyKey,
    },
    /// A condition of an earlier decision is open.
    ConditionOpen {
        /// Its number.
        condition: u32,
    },
    /// A party answered *not met*.
    NotMet {
        /// Which.
        criterion: CriterionKey,
        /// Who.
        party: PartyKey,
    },
    /// Evidence of the organisation that the criterion rests on is not there, or does not count (laws 2 and 12).
    OrganisationEvidence {
        /// Which criterion.
        criterion: CriterionKey,
        /// Who answers it.
        party: PartyKey,
        /// Which evidence.
        evidence: EvidenceId,
        /// How it stands.
        standing: EvidenceStanding,
    },
    /// A decision that was recorded on somebody's behalf was contested, and nobody looked at it anew (law 14).
    DecisionContested {
        /// Of which gate.
        gate: GateKey,
        /// In which round.
        round: u32,
    },
    /// A consultation lacks something (law 8).
    Consultation {
        /// Which body.
        body: PartyKey,
        /// Its number, once it is there.
        consultation: Option<u32>,
        /// Which of the gate's, where the gate demands it.
        #[serde(rename = "of")]
        kind: Option<ConsultationKey>,
        /// What.
        lacks: ConsultationBlock,
    },
    /// The document ran out.
    DocumentExpired {
        /// Which.
        artefact: ArtefactKey,
    },
    /// What the criterion rests on ran out.
    EvidenceExpired {
        /// Which.
        criterion: CriterionKey,
        /// Who answers it.
        party: PartyKey,
    },
    /// What rested on a document that ran out in use was not answered again.
    ExpiryOpen {
        /// Which document.
        artefact: ArtefactKey,
    },
    /// A change in use is open.
    ChangeOpen {
        /// Its number.
        change: u32,
    },
    /// A signal was not handled.
    SignalOpen {
        /// Its number.
        signal: u32,
    },
    /// The use is suspended.
    UseSuspended {
        /// By whom.
        party: PartyKey,
    },
    /// A contract was signed before a party said *met*.
    SignedEarly {
        /// Which.
        artefact: ArtefactKey,
        /// On what.
        criterion: CriterionKey,
        /// Who.
        party: PartyKey,
    },
    /// The work of a phase began before its gate was passed.
    BegunEarly {
        /// Of which phase.
        phase: PhaseKey,
    },
}

impl Blocker {
    /// The law that makes it one.
    #[must_use]
    pub fn law(&self) -> Law {
        Law(match self {
            Self::ReviewStale { .. }
            | Self::JudgementStale { .. }
            | Self::Consultation { lacks: ConsultationBlock::Stale, .. } => 4,
            Self::Consultation { .. } => 8,
            Self::DecisionContested { .. } => 14,
            Self::ConditionOpen { .. } => 3,
            Self::SignedEarly { .. } | Self::BegunEarly { .. } => 6,
            Self::DocumentTooOld { .. }
            | Self::OrganisationEvidence { standing: EvidenceStanding::Expired(_), .. }
            | Self::DocumentExpired { .. }
            | Self::EvidenceExpired { .. }
            | Self::ExpiryOpen { .. }
            | Self::ChangeOpen { .. }
            | Self::SignalOpen { .. }
            | Self::UseSuspended { .. } => 12,
            _ => 2,
        })
    }
}

impl Blocker {
    /// The condition that a conditional go at `gate` would make of it, where the funnel lets it be deferred (law 3).
    #[must_use]
    pub fn deferred_as(&self, funnel: &Funnel, gate: &Gate) -> Option<Demand> {
        match self {
            Self::DocumentMissing { artefact }
            | Self::DocumentIsConcept { artefact }
            | Self::DocumentTooOld { artefact }
            | Self::DocumentExpired { artefact }
            | Self::ReviewOpen { artefact, .. }
            | Self::ReviewStale { artefact, .. }
            | Self::ChangesRequested { artefact, .. } => {
                // Nothing is submitted or reviewed after a gate that leads nowhere: there it is now or never.
                gate.go_to.as_ref()?;
                let requirement = gate.requirements.iter().find(|r| r.artefact == *artefact && r.deferrable)?;
                Some(Demand::Document { artefact: artefact.clone(), stage: requirement.stage })
            }
            Self::JudgementOpen { criterion, party }
            | Self::JudgementStale { criterion, party }
            | Self::EvidenceExpired { criterion, party }
            | Self::NotMet { criterion, party } => {
                let definition = funnel.criterion(criterion).filter(|c| c.deferrable && !c.legal)?;
                Some(Demand::Criterion { criterion: definition.key.clone(), party: party.clone() })
            }
            // What is open in use waits for its own answers, and what came too early cannot be undone.
            Self::OrganisationEvidence { .. }
            | Self::ConditionOpen { .. }
            | Self::Consultation { .. }
            | Self::DecisionContested { .. }
            | Self::ExpiryOpen { .. }
            | Self::ChangeOpen { .. }
            | Self::SignalOpen { .. }
            | Self::UseSuspended { .. }
            | Self::SignedEarly { .. }
            | Self::BegunEarly { .. } => None,
        }
    }
}
