//! What happened in an organisation.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use time::Date;

use super::evidence::EvidenceId;
use super::settings::{BodyRules, EvidenceKind};
use crate::consultation::ConsultationEvent;
use crate::event::{Counted, Subject};
use crate::facts::When;
use crate::funnel::Proof;
use crate::ids::{PartyKey, PersonId, SupplierKey};
use crate::moment::Moment;
use crate::text::{FileRef, Hash, TextRef};

/// An event as it stands in the log of an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganisationRecorded {
    /// Position in the log; the first is 1.
    pub sequence: u64,
    /// When; never before the event in front of it.
    pub at: Moment,
    /// Through whom.
    pub by: Subject,
    /// What.
    pub event: OrganisationEvent,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum OrganisationEvent {
    /// A kind of evidence was adopted or changed.
    EvidenceDefined {
        /// The kind.
        kind: EvidenceKind,
    },
    /// The party that adopts improvement plans was named.
    BoardSet {
        /// Which.
        party: PartyKey,
    },
    /// The rules of a body were written down.
    BodySet {
        /// Which body.
        body: PartyKey,
        /// Its rules.
        rules: BodyRules,
    },
    /// A supplier got its name, or another one.
    SupplierNamed {
        /// Which.
        supplier: SupplierKey,
        /// Its name.
        name: TextRef,
    },
    /// Somebody answers for a member for a period.
    Delegated {
        /// Its number, from 1.
        delegation: u32,
        /// In which party.
        party: PartyKey,
        /// Whose answers.
        from: PersonId,
        /// By whom.
        to: PersonId,
        /// From this day on.
        first: Date,
        /// Until and with this day.
        last: Date,
    },
    /// A delegation was taken back.
    DelegationEnded {
        /// Its number.
        delegation: u32,
    },
    /// Evidence got its next revision.
    EvidenceSubmitted {
        /// Which.
        evidence: EvidenceId,
        /// Its ordinal, from 1.
        revision: u32,
        /// What judgements name.
        hash: Hash,
        /// In words.
        text: Option<TextRef>,
        /// The files.
        files: Vec<FileRef>,
        /// The last day that it says of itself.
        valid_until: Option<Date>,
        /// Everyone who wrote it.
        authors: BTreeSet<PersonId>,
    },
    /// A party judged evidence. Where it is sufficient, a plan for its gap is done.
    EvidenceJudged {
        /// Which.
        evidence: EvidenceId,
        /// On which revision.
        revision: u32,
        /// Its hash.
        hash: Hash,
        /// Whether it is sufficient.
        sufficient: bool,
        /// On paper or in practice.
        proof: Proof,
        /// Why.
        motivation: Option<TextRef>,
        /// The last day on which it counts.
        valid_until: Option<Date>,
        /// By which party.
        party: PartyKey,
        /// The membership counted.
        counted: Counted,
    },
    /// The board adopted an improvement plan.
    PlanAdopted {
        /// For which evidence.
        evidence: EvidenceId,
        /// What is done.
        plan: TextRef,
        /// By when.
        due: Date,
        /// The board.
        party: PartyKey,
        /// The membership counted.
        counted: Counted,
    },
    /// A body agreed to be only informed of some projects.
    Agreed {
        /// Its number, from 1.
        agreement: u32,
        /// Which body.
        body: PartyKey,
        /// Of which projects.
        when: When,
        /// The written agreement.
        text: TextRef,
        /// The membership counted.
        counted: Counted,
    },
    /// A body took its agreement back.
    AgreementRevoked {
        /// Its number.
        agreement: u32,
        /// Why.
        reason: TextRef,
    },
    /// Something happened in a consultation about a version of a funnel or about evidence.
    Consultation {
        /// Its number, from 1.
        consultation: u32,
        /// What.
        event: ConsultationEvent,
    },
    /// Owners heard that evidence expires.
    ExpiryNoted {
        /// Which.
        evidence: EvidenceId,
        /// On which day.
        valid_until: Date,
    },
}

impl OrganisationEvent {
    /// The body whose members and coach alone may see this (law 9).
    #[must_use]
    pub fn private_to(&self) -> Option<&PartyKey> {
        match self {
            Self::Consultation { event, .. } => event.private_to(),
            _ => None,
        }
    }
}
