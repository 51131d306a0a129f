//! What a refusal says: the law behind it, and what would lift it.

use serde::{Deserialize, Serialize};

use super::rules::Rejection;
use crate::ids::ArtefactKey;
use crate::permission::Need;

/// A law of the engine, by its number in `docs/laws.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Law(pub u8);

/// What would lift a refusal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "act")]
pub enum WayOut {
    /// Somebody else has to act.
    Ask {
        /// Who may.
        need: Need,
    },
    /// Submit these documents first.
    Submit {
        /// Which.
        artefacts: Vec<ArtefactKey>,
    },
    /// Clear every blocker that is listed.
    ClearBlockers,
    /// Send the command again with other input.
    Correct,
    /// Nothing lifts it.
    None,
}

impl Rejection {
    /// The law behind the refusal.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "one line for each rule")]
    pub fn law(&self) -> Law {
        Law(match self {
            Self::ProjectFinished { .. }
            | Self::GateNotOpen { .. }
            | Self::ReworkTarget { .. }
            | Self::NotStopped
            | Self::ReopenTarget { .. }
            | Self::NoRoundPlanned
            | Self::UnknownPhase { .. } => 1,
            Self::EvidenceEmpty { .. }
            | Self::NotReady { .. }
            | Self::NothingSubmitted { .. }
            | Self::FormNeeded { .. }
            | Self::NoForm { .. }
            | Self::FileNeeded { .. }
            | Self::TooManyFiles { .. }
            | Self::FileTypeNotAllowed { .. }
            | Self::NotAReviewer { .. }
            | Self::NotAsked { .. }
            | Self::NotApplicableNotAllowed { .. }
            | Self::LegalNeverWaived { .. }
            | Self::NotWaivable { .. } => 2,
            Self::NoBoard
            | Self::NoGap { .. }
            | Self::ConditionNotOpen { .. }
            | Self::ConditionNotReported { .. }
            | Self::OutcomeTakesNoConditions
            | Self::NotDeferrable { .. }
            | Self::ConditionMissing { .. }
            | Self::NothingDeferred { .. }
            | Self::BlocksNoLaterGate { .. }
            | Self::NoExtraDecision { .. } => 3,
            Self::EvidenceUnchanged { .. } | Self::NothingChanged { .. } | Self::NothingToConfirm { .. } => 4,
            Self::FactIsDerived { .. }
            | Self::OwnRevision { .. }
            | Self::OwnEvidenceAlone { .. }
            | Self::LeadDecidesAlone
            | Self::FactNeedsNoConfirmation { .. }
            | Self::OwnFact { .. }
            | Self::OwnOrganisationEvidence { .. }
            | Self::OwnChange { .. }
            | Self::OwnReport { .. } => 5,
            Self::PartyNotInvolved { .. } => 6,
            Self::NoAgreement { .. }
            | Self::ConsultationNotAsked { .. }
            | Self::ConsultationStands { .. }
            | Self::NotAtThisStep { .. }
            | Self::SummaryNeeded
            | Self::DocumentsMissing { .. }
            | Self::TermTooShort { .. }
            | Self::TermOutside { .. }
            | Self::TermTooFar { .. }
            | Self::TermRunning { .. }
            | Self::VerdictDoesNotFit { .. }
            | Self::OverlegNeeded { .. }
            | Self::ProposalUnchanged { .. }
            | Self::NotABody { .. }
            | Self::BodyWithoutMembers { .. } => 8,
            Self::DateInFuture { .. }
            | Self::DateTooEarly { .. }
            | Self::NotRecordable
            | Self::UnknownPerson { .. }
            | Self::LeadRecordsDecision
            | Self::MoreVotesThanPresent
            | Self::NotContestable { .. }
            | Self::ContestTooLate { .. }
            | Self::DecisionNotContested { .. } => 14,
            Self::AlreadyExpired { .. }
            | Self::EvidenceExpired { .. }
            | Self::DutyOfAnotherPhase { .. }
            | Self::DutyNeedsDocument { .. }
            | Self::DutyHeldBefore { .. }
            | Self::NotInUse { .. }
            | Self::ChangeNotOpen { .. }
            | Self::ChangeNeverSmall { .. }
            | Self::SignalNotOpen { .. }
            | Self::SignalNotAnswered { .. }
            | Self::MayNotSuspend { .. }
            | Self::AlreadySuspended { .. }
            | Self::NotSuspended { .. }
            | Self::UseSuspended { .. }
            | Self::RolloutNotPlanned { .. }
            | Self::RolloutNotChecked { .. } => 12,
            Self::NoEmergencyUse
            | Self::AlreadyInUse
            | Self::EmergencySpent
            | Self::EmergencyTerm { .. }
            | Self::PartiesNotHeard { .. }
            | Self::NotToBeHeard { .. } => 15,
            Self::QuorumImpossible { .. }
            | Self::RestsOnMore { .. }
            | Self::DelegatesToSelf
            | Self::NotAMember { .. }
            | Self::NotADelegate { .. }
            | Self::DelegationDates { .. }
            | Self::DelegationOverlaps { .. }
            | Self::NoDelegation { .. } => 7,
            Self::NotOnHold | Self::MotivationNeeded => 10,
            Self::OrganisationEvidenceMissing { .. } | Self::EvidenceMissing { .. } | Self::PracticeDemanded { .. } => 11,
            Self::LessonsNeeded => 13,
            Self::DateNotAhead { .. } | Self::InThePast { .. } | Self::NotOverdue | Self::NothingPassed => 16,
            Self::EvidenceRevision { .. } | Self::FactAnswer { .. } | Self::ListLength { .. } => 17,
            Self::NotPermitted { .. } => 18,
            Self::UnknownEvidence { .. }
            | Self::UnknownFact { .. }
            | Self::FactType { .. }
            | Self::UnknownArtefact { .. }
            | Self::UnknownCriterion { .. }
            | Self::UnknownDuty { .. }
            | Self::UnknownChangeKind { .. }
            | Self::UnknownRolloutCheck { .. }
            | Self::NoSignalsHere
            | Self::NoEmergencyUseHere => 19,
            Self::VersionNotUsable | Self::PhaseGone { .. } => 20,
        })
    }

    /// What would lift the refusal.
    #[must_use]
    pub fn way_out(&self) -> WayOut {
        match self {
            Self::NotPermitted { need } => WayOut::Ask { need: need.clone() },
            Self::OwnRevision { .. }
            | Self::OwnEvidenceAlone { .. }
            | Self::LeadDecidesAlone
            | Self::OwnFact { .. }
            | Self::OwnOrganisationEvidence { .. }
            | Self::OwnChange { .. }
            | Self::OwnReport { .. }
            | Self::LeadRecordsDecision => WayOut::Ask { need: Need::SomebodyElse },
            Self::TermTooFar { .. } => WayOut::Ask { need: Need::Administrator },
            Self::NotReady { .. } | Self::NotDeferrable { .. } | Self::SignalNotAnswered { .. } => WayOut::ClearBlockers,
            Self::NothingSubmitted { artefact } | Self::DutyNeedsDocument { artefact, .. } => {
                WayOut::Submit { artefacts: vec![artefact.clone()] }
            }
            Self::EvidenceMissing { artefacts, .. }
            | Self::EvidenceExpired { artefacts, .. }
            | Self::DocumentsMissing { artefacts } => WayOut::Submit { artefacts: artefacts.clone() },
            Self::MayNotSuspend { allowed: parties, .. } | Self::UseSuspended { parties } => {
                WayOut::Ask { need: Need::Member(parties.clone()) }
            }
            Self::NothingPassed
            | Self::ContestTooLate { .. }
            | Self::LegalNeverWaived { .. }
            | Self::NotWaivable { .. }
            | Self::NotStopped
            | Self::NotInUse { .. }
            | Self::DutyOfAnotherPhase { .. }
            | Self::ChangeNeverSmall { .. }
            | Self::NoSignalsHere
            | Self::NoEmergencyUseHere
            | Self::NoEmergencyUse
            | Self::AlreadyInUse
            | Self::EmergencySpent
            | Self::ProjectFinished { .. }
            | Self::NotOverdue
            | Self::FactNeedsNoConfirmation { .. } => WayOut::None,
            _ => WayOut::Correct,
        }
    }
}
