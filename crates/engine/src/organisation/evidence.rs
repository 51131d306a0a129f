//! Evidence of the organisation: judged once, used by every project (laws 3, 4 and 12).

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};
use time::Date;

use crate::event::Counted;
use crate::funnel::Proof;
use crate::ids::{EvidenceKey, PersonId, SupplierKey};
use crate::moment::{Moment, Timestamp};
use crate::text::{FileRef, Hash, TextRef};

/// Which evidence: of the organisation itself (`nen7510`) or of a supplier (`iso27001@acme`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct EvidenceId {
    /// Of which kind.
    pub kind: EvidenceKey,
    /// Of which supplier.
    pub supplier: Option<SupplierKey>,
}

impl fmt::Display for EvidenceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.supplier {
            Some(supplier) => write!(f, "{}@{supplier}", self.kind),
            None => self.kind.fmt(f),
        }
    }
}

impl From<EvidenceId> for String {
    fn from(id: EvidenceId) -> Self {
        id.to_string()
    }
}

impl TryFrom<String> for EvidenceId {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let fail = |_| format!("`{text}` names no evidence");
        let (kind, supplier) = match text.split_once('@') {
            Some((kind, supplier)) => (kind, Some(SupplierKey::parse(supplier).map_err(fail)?)),
            None => (text.as_str(), None),
        };
        Ok(Self { kind: EvidenceKey::parse(kind).map_err(fail)?, supplier })
    }
}

/// What the organisation has on file, and what its party said of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationEvidence {
    /// The revision that counts.
    pub current: EvidenceRevision,
    /// The answer of the party that judges it; it stands while it names the current revision.
    pub judgement: Option<EvidenceJudgement>,
    /// How often anything of it changed that projects should hear of.
    pub changes: u32,
    /// Whether its owners heard that it expires.
    pub expiry_noted: bool,
}

/// One immutable version of evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceRevision {
    /// Its ordinal, from 1.
    pub number: u32,
    /// What judgements name.
    pub hash: Hash,
    /// In words.
    pub text: Option<TextRef>,
    /// The files.
    pub files: Vec<FileRef>,
    /// The last day that it says of itself, such as that of a certificate.
    pub valid_until: Option<Date>,
    /// Everyone who wrote it.
    pub authors: BTreeSet<PersonId>,
    /// When it was submitted.
    pub at: Moment,
}

/// A party's answer on evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceJudgement {
    /// On which revision.
    pub revision: u32,
    /// Whether it is sufficient.
    pub sufficient: bool,
    /// On paper or in practice (law 11).
    pub proof: Proof,
    /// Why.
    pub motivation: Option<TextRef>,
    /// By whom.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// The last day on which it counts; the earlier of the revision's own and that of its kind.
    pub valid_until: Option<Date>,
    /// The membership counted.
    pub counted: Counted,
}

/// A plan of the board for a gap in evidence: one condition of the organisation (law 3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImprovementPlan {
    /// What is done.
    pub plan: TextRef,
    /// By when; after this day the gap keeps gates shut again.
    pub due: Date,
    /// When it was adopted.
    pub adopted: Moment,
}

/// Whether projects can rest on evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceStanding {
    /// There is none.
    Missing,
    /// Its current revision was not judged.
    Unjudged,
    /// Its party says that it is not sufficient.
    Insufficient,
    /// It was sufficient until this day.
    Expired(Date),
    /// It is sufficient.
    Valid,
}

/// Evidence of the organisation as a project's judgement rested on it (law 4).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frozen {
    /// Which evidence.
    pub evidence: EvidenceId,
    /// Its revision.
    pub revision: u32,
    /// Its hash.
    pub hash: Hash,
    /// The last day on which it counts.
    pub valid_until: Option<Date>,
}

impl OrganisationEvidence {
    /// Whether projects can rest on it on this day.
    #[must_use]
    pub fn standing(&self, today: Date) -> EvidenceStanding {
        match &self.judgement {
            Some(judgement) if judgement.revision == self.current.number => match judgement.valid_until {
                _ if !judgement.sufficient => EvidenceStanding::Insufficient,
                Some(until) if until < today => EvidenceStanding::Expired(until),
                _ => EvidenceStanding::Valid,
            },
            _ => EvidenceStanding::Unjudged,
        }
    }

    /// The last day on which it counts, while it does.
    #[must_use]
    pub fn valid_until(&self) -> Option<Date> {
        let judgement = self.judgement.as_ref().filter(|j| j.revision == self.current.number && j.sufficient);
        judgement.and_then(|judgement| judgement.valid_until)
    }
}
