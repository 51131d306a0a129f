//! What people can ask of an organisation.

use serde::{Deserialize, Serialize};
use time::Date;

use super::evidence::EvidenceId;
use super::settings::{BodyRules, EvidenceKind};
use crate::consultation::{ConsultationAct, Right};
use crate::facts::When;
use crate::funnel::Proof;
use crate::ids::{EvidenceKey, FunnelVersionId, PartyKey, PersonId, SupplierKey};
use crate::text::{FileRef, TextRef};

/// A request to change an organisation. `T` as in [`crate::Command`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrganisationCommand<T = TextRef> {
    /// Adopts or changes a kind of evidence.
    DefineEvidence {
        /// The kind.
        kind: EvidenceKind,
    },
    /// Says which party adopts improvement plans.
    SetBoard {
        /// Which.
        party: PartyKey,
    },
    /// Writes down the rules of a body.
    SetBody {
        /// Which body.
        body: PartyKey,
        /// Its rules.
        rules: BodyRules,
    },
    /// Says what a supplier is called; a second time renames it.
    NameSupplier {
        /// Which.
        supplier: SupplierKey,
        /// Its name.
        name: T,
    },
    /// A supplier that is there already comes in, with evidence that it has: an administrator takes both over from a list.
    /// The party of the kind judges the evidence as any other.
    BringInSupplier {
        /// Which.
        supplier: SupplierKey,
        /// Its name; one that it has stays.
        name: T,
        /// Its evidence of one kind.
        evidence: Option<BroughtEvidence<T>>,
    },
    /// A member's answers are given by somebody else for a period (law 7).
    Delegate {
        /// In which party.
        party: PartyKey,
        /// Whose.
        from: PersonId,
        /// By whom.
        to: PersonId,
        /// From this day on; not before today.
        first: Date,
        /// Until and with this day.
        last: Date,
    },
    /// Takes a delegation back before its last day.
    EndDelegation {
        /// Its number.
        delegation: u32,
    },
    /// Submits the next revision of evidence.
    SubmitEvidence {
        /// Which.
        evidence: EvidenceId,
        /// In words.
        text: Option<T>,
        /// The files.
        files: Vec<FileRef>,
        /// The last day that it says of itself.
        valid_until: Option<Date>,
    },
    /// The party of its kind judges evidence, once for all projects.
    JudgeEvidence {
        /// Which.
        evidence: EvidenceId,
        /// The revision that was looked at.
        revision: u32,
        /// Whether it is sufficient.
        sufficient: bool,
        /// On paper or in practice (law 11).
        proof: Proof,
        /// Why; needed when it is not sufficient.
        motivation: Option<T>,
    },
    /// The board adopts an improvement plan for a gap (law 3).
    AdoptPlan {
        /// In which evidence.
        evidence: EvidenceId,
        /// What is done.
        plan: T,
        /// By when.
        due: Date,
    },
    /// A body agrees that it only wants to be informed of some projects (law 8).
    Agree {
        /// Which body.
        body: PartyKey,
        /// Of which projects.
        when: When,
        /// The written agreement.
        text: T,
    },
    /// A body takes its agreement back.
    Revoke {
        /// The number of the agreement.
        agreement: u32,
        /// Why.
        reason: T,
    },
    /// Asks a body about a version of a funnel, or about evidence.
    Consult {
        /// About what.
        about: About,
        /// Which body.
        body: PartyKey,
        /// What it may do.
        right: Right,
        /// The question.
        question: T,
        /// The plain summary.
        summary: T,
        /// By when, where the body gets longer than its term.
        due: Option<Date>,
    },
    /// Works on a consultation that is there.
    Consultation {
        /// Its number.
        consultation: u32,
        /// What is done.
        act: ConsultationAct<T>,
    },
    /// Tells owners ahead that evidence expires (law 12); only the system sends this.
    NoteExpiry {
        /// Which.
        evidence: EvidenceId,
    },
}

/// Evidence of a supplier as a list has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BroughtEvidence<T = TextRef> {
    /// Of which kind; one that suppliers have.
    pub kind: EvidenceKey,
    /// In words: what it is, its number.
    pub text: T,
    /// The last day that it says of itself.
    pub valid_until: Option<Date>,
}

/// What a consultation of the organisation is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// A version of a funnel.
    Funnel(FunnelVersionId),
    /// Evidence, in its current revision.
    Evidence(EvidenceId),
}

impl<T> OrganisationCommand<T> {
    /// Replaces every text by what `store` makes of it; used to put texts beside the log before deciding.
    pub fn map_text<U>(self, mut store: impl FnMut(T) -> U) -> OrganisationCommand<U> {
        match self {
            Self::DefineEvidence { kind } => OrganisationCommand::DefineEvidence { kind },
            Self::SetBoard { party } => OrganisationCommand::SetBoard { party },
            Self::SetBody { body, rules } => OrganisationCommand::SetBody { body, rules },
            Self::NameSupplier { supplier, name } => OrganisationCommand::NameSupplier { supplier, name: store(name) },
            Self::BringInSupplier { supplier, name, evidence } => {
                let name = store(name);
                let evidence = evidence.map(|BroughtEvidence { kind, text, valid_until }| BroughtEvidence {
                    kind,
                    text: store(text),
                    valid_until,
                });
                OrganisationCommand::BringInSupplier { supplier, name, evidence }
            }
            Self::Delegate { party, from, to, first, last } => {
                OrganisationCommand::Delegate { party, from, to, first, last }
            }
            Self::EndDelegation { delegation } => OrganisationCommand::EndDelegation { delegation },
            Self::SubmitEvidence { evidence, text, files, valid_until } => {
                OrganisationCommand::SubmitEvidence { evidence, text: text.map(store), files, valid_until }
            }
            Self::JudgeEvidence { evidence, revision, sufficient, proof, motivation } => {
                let motivation = motivation.map(store);
                OrganisationCommand::JudgeEvidence { evidence, revision, sufficient, proof, motivation }
            }
            Self::AdoptPlan { evidence, plan, due } => OrganisationCommand::AdoptPlan { evidence, plan: store(plan), due },
            Self::Agree { body, when, text } => OrganisationCommand::Agree { body, when, text: store(text) },
            Self::Revoke { agreement, reason } => OrganisationCommand::Revoke { agreement, reason: store(reason) },
            Self::Consult { about, body, right, question, summary, due } => {
                let (question, summary) = (store(question), store(summary));
                OrganisationCommand::Consult { about, body, right, question, summary, due }
            }
            Self::Consultation { consultation, act } => {
                OrganisationCommand::Consultation { consultation, act: act.map_text(&mut store) }
            }
            Self::NoteExpiry { evidence } => OrganisationCommand::NoteExpiry { evidence },
        }
    }
}
