//! A funnel as the engine sees it: plain data. How it is written in a file, and its forms, are in the crate `funnel`.

mod in_use;
mod places;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use self::in_use::{ChangeKind, Contract, Duty, EmergencyRules, RolloutCheck, SignalRules, Validity};
use self::places::List;
pub use self::places::Places;
use crate::consultation::ConsultationKind;
use crate::facts::{FactValue, When};
use crate::ids::{
    ArtefactKey, ClosingKey, CriterionKey, EvidenceKey, FactKey, FieldPath, FunnelKey, GateKey, LevelKey, PartyKey, PhaseKey,
};
use crate::organisation::EvidenceKind;
use crate::project::FactAnswer;
use crate::project::Project;

/// A text of the funnel in the languages of the screens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

/// The definition of a funnel: immutable once published (laws 19 and 20).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Funnel {
    /// The name in configuration.
    pub key: FunnelKey,
    /// The name on the screen.
    pub name: Label,
    /// Questions about a project that switch requirements on or off.
    pub facts: Vec<FactDefinition>,
    /// The groups that take part.
    pub parties: Vec<PartyDefinition>,
    /// In order; a project starts in the first.
    pub phases: Vec<Phase>,
    /// The documents that can be asked.
    pub artefacts: Vec<ArtefactKind>,
    /// The questions asked at gates.
    pub criteria: Vec<Criterion>,
    /// Whether people may answer on their own work.
    pub four_eyes: FourEyes,
    /// The kinds of evidence of the organisation that criteria rest on; an organisation that adopts the funnel adopts them.
    pub evidence: Vec<EvidenceKind>,
    /// Working days in which somebody can contest what was recorded on their behalf (law 14).
    pub contest_days: u16,
    /// What stopping and retiring ask for (law 13).
    pub closing: Vec<ClosingDuty>,
    /// Working days for the extra decision that an overdue condition calls in use (law 3).
    pub extra_decision_days: u16,
    /// What has to be done again and again while a phase lasts (law 12).
    pub duties: Vec<Duty>,
    /// Changes in use and what they reopen (law 12).
    pub change_kinds: Vec<ChangeKind>,
    /// What follows when something goes wrong (law 12); without it the funnel takes no signals.
    pub signals: Option<SignalRules>,
    /// What is asked before a team or location starts.
    pub rollout_checks: Vec<RolloutCheck>,
    /// Use before the gate has decided (law 15); without it there is none.
    pub emergency: Option<EmergencyRules>,
    /// Where its things stand, found out when it is asked.
    #[serde(skip)]
    pub places: Places,
}

/// Law 5: nobody answers on their own work. A funnel for small providers may relax that, on record each time, and never for
/// legal criteria.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FourEyes {
    /// Always somebody else.
    #[default]
    Strict,
    /// The same person may, and the dossier says so.
    Relaxed,
}

/// A typed question about a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactDefinition {
    /// The name in conditions.
    pub key: FactKey,
    /// The question in plain words.
    pub question: Label,
    /// What kind of answer it takes.
    pub kind: FactKind,
    /// The value that holds until the fact is answered, and, where a party confirms, until a lighter answer is confirmed
    /// (law 5). The answer that switches most requirements on.
    pub heavier: FactValue,
    /// The party whose confirmation a lighter answer needs.
    pub confirmed_by: Option<PartyKey>,
    /// Where it follows from other facts: the first that holds. A derived fact is not answered, only confirmed; the heavier
    /// value holds until then, and a heavier value that follows later counts at once. Conditions in here see other derived
    /// facts as their heavier value.
    pub derived: Vec<Derivation>,
}

/// A value of a fact that follows from other facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Derivation {
    /// When it follows.
    pub when: When,
    /// The value.
    pub value: FactValue,
}

/// Work that stopping or retiring asks for (law 13): clients informed, data returned or destroyed, contract ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosingDuty {
    /// The name in the funnel.
    pub key: ClosingKey,
    /// What has to be done.
    pub name: Label,
    /// What is meant, in plain words.
    pub help: Option<Label>,
    /// Who sees to it; the lead where none is named.
    pub owner: Option<PartyKey>,
    /// Who accepts that it is done.
    pub accepted_by: PartyKey,
    /// Working days for it.
    pub days: u16,
    /// Only for projects that entered this phase.
    pub from_phase: Option<PhaseKey>,
    /// When it is needed.
    pub when: When,
}

/// The type of a fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactKind {
    /// Yes or no.
    Boolean,
    /// A whole number.
    Amount,
    /// One of these, from light to heavy.
    Levels(Vec<LevelKey>),
}

/// A named group that the funnel involves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyDefinition {
    /// The name in the funnel.
    pub key: PartyKey,
    /// The name on the screen.
    pub name: Label,
    /// How the party answers (law 7).
    pub rule: AnswerRule,
    /// The party that supports it when it is a body: it sees what the body deliberates (law 9), and is reminded with its
    /// chair.
    pub coached_by: Option<PartyKey>,
    /// The parties whose members may enter what it answered in a meeting, on paper or by phone (law 14).
    pub recorded_by: Vec<PartyKey>,
    /// The neighbouring party whose members answer when the only member of this one would answer on their own work (law 5).
    pub second_reader: Option<PartyKey>,
}

/// Whose answer is the party's answer (law 7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerRule {
    /// Any member answers for the party.
    Any,
    /// The chair answers for the party.
    Chair,
    /// So many members answer the same.
    KOf(u16),
    /// This percentage of the members answers the same, rounded up.
    Percentage(u8),
    /// Every member answers the same.
    All,
}

/// A phase; a project is in exactly one (law 1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phase {
    /// The name in the funnel.
    pub key: PhaseKey,
    /// The name on the screen.
    pub name: Label,
    /// Parties that take part from the start of this phase on (law 6).
    pub involves: Vec<PartyKey>,
    /// Whether the product is in use from this phase on; an overdue condition then calls an extra decision (law 3).
    pub live: bool,
    /// The decision that closes the phase; a phase without one is where the funnel (still) ends.
    pub gate: Option<Gate>,
}

/// The decision at the end of a phase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gate {
    /// The name in the funnel.
    pub key: GateKey,
    /// The name on the screen.
    pub name: Label,
    /// What is decided, as a question.
    pub question: Label,
    /// The party that decides.
    pub decided_by: PartyKey,
    /// How that party decides.
    pub rule: AnswerRule,
    /// The phase that *go* leads to; its own where the gate recurs, none where *go* retires the project.
    pub go_to: Option<PhaseKey>,
    /// The phase that *stop* leads to, where taking out of use is work of its own; none where *stop* is the end.
    pub stop_to: Option<PhaseKey>,
    /// Where the gate recurs: days between entering the phase, or the last *go*, and the next opening.
    pub recurs_after_days: Option<u16>,
    /// The phases that *rework* may lead back to; its own phase is always among them.
    pub rework_to: Vec<PhaseKey>,
    /// Working days between the opening of a round and the planned decision.
    pub term_days: u16,
    /// The artefacts that a round needs.
    pub requirements: Vec<Requirement>,
    /// The bodies and advisers that are asked before *go* (law 8).
    pub consultations: Vec<ConsultationKind>,
}

/// What a round needs: an approved, current revision of an artefact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requirement {
    /// Of which kind.
    pub artefact: ArtefactKey,
    /// How far it must be.
    pub stage: Stage,
    /// How old the revision may be, in days.
    pub maximum_age_days: Option<u16>,
    /// Whether a conditional go may defer it (law 3). At a gate that takes out of use none may: nothing is submitted after it.
    pub deferrable: bool,
    /// When it is needed.
    pub when: When,
}

/// How far a document is. A final revision also serves where a concept is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Good enough to go on.
    Concept,
    /// Complete.
    Final,
}

/// A kind of document that projects write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArtefactKind {
    /// The name in the funnel.
    pub key: ArtefactKey,
    /// The name on the screen.
    pub name: Label,
    /// What it is for, in plain words.
    pub help: Label,
    /// Who may submit revisions.
    pub written_by: Vec<Writer>,
    /// Who must approve them, in every project.
    pub reviewed_by: Vec<PartyKey>,
    /// Who must approve them too, in some projects.
    pub also_reviewed_by: Vec<AlsoReviewer>,
    /// Working days that a reviewing party has.
    pub review_days: u16,
    /// Whether a revision has form answers (checked by the crate `funnel`).
    pub has_form: bool,
    /// Whether, and which, files a revision has.
    pub files: Option<FilePolicy>,
    /// The form fields that some criterion names: for these the fold keeps when they last changed (law 4).
    pub named_fields: Vec<FieldPath>,
    /// How long a revision counts; for ever where nothing is said (law 12).
    pub validity: Option<Validity>,
    /// Where it binds the organisation: what comes before its signing (law 6).
    pub contract: Option<Contract>,
}

/// A party that reviews a document in some projects only: a light track asks fewer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AlsoReviewer {
    /// Which party.
    pub party: PartyKey,
    /// In which projects.
    pub when: When,
}

/// Who may write an artefact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Writer {
    /// The project's lead.
    Lead,
    /// Any member of the party.
    Party(PartyKey),
}

/// The files that a revision may or must have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilePolicy {
    /// Whether at least one file is needed.
    pub required: bool,
    /// How many at most.
    pub at_most: u16,
    /// Allowed media types.
    pub media_types: Vec<String>,
}

/// A question that parties answer at gates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own in the definition")]
pub struct Criterion {
    /// The name in the funnel.
    pub key: CriterionKey,
    /// The question.
    pub question: Label,
    /// What is asked and why, in plain words.
    pub help: Label,
    /// At which gates, with which proof and on what evidence.
    pub asked_at: Vec<Asking>,
    /// The parties that answer.
    pub parties: Vec<PartyKey>,
    /// Whether *go* needs it met.
    pub blocking: bool,
    /// A legal minimum: never waived, never deferred.
    pub legal: bool,
    /// Whether a conditional go may defer it (law 3).
    pub deferrable: bool,
    /// The party that may set it aside, where one may.
    pub waivable_by: Option<PartyKey>,
    /// Whether *not applicable* is an answer.
    pub not_applicable_allowed: bool,
    /// When it is asked.
    pub when: When,
}

/// A criterion at one gate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asking {
    /// Which gate.
    pub gate: GateKey,
    /// On paper or in practice (law 11).
    pub proof: Proof,
    /// The evidence; empty means the party's own answer.
    pub rests_on: Vec<RestsOn>,
    /// Evidence of the organisation, judged once for all projects; of a kind that suppliers have, that of each supplier of
    /// the project.
    pub organisation_evidence: Vec<EvidenceKey>,
}

/// Evidence of a criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RestsOn {
    /// Of which artefact.
    pub artefact: ArtefactKey,
    /// Which form fields; none named means all of it. A change elsewhere in the form leaves the judgement standing (law 4).
    pub fields: Vec<FieldPath>,
}

/// How strong a proof is (law 11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// A plan or policy.
    Paper,
    /// A test report, a drill, an audit.
    Practice,
}

/// Looking things up.
impl Funnel {
    /// Whether four eyes are relaxed (law 5).
    #[must_use]
    pub fn relaxed(&self) -> bool {
        self.four_eyes == FourEyes::Relaxed
    }

    /// The definition of a fact.
    #[must_use]
    pub fn fact(&self, key: &FactKey) -> Option<&FactDefinition> {
        self.place(List::Facts, &self.facts, key, |fact| &fact.key)
    }

    /// The definition of a party.
    #[must_use]
    pub fn party(&self, key: &PartyKey) -> Option<&PartyDefinition> {
        self.place(List::Parties, &self.parties, key, |party| &party.key)
    }

    /// A phase.
    #[must_use]
    pub fn phase(&self, key: &PhaseKey) -> Option<&Phase> {
        self.phases.iter().find(|phase| phase.key == *key)
    }

    /// A gate, of whatever phase.
    #[must_use]
    pub fn gate(&self, key: &GateKey) -> Option<&Gate> {
        self.phases.iter().filter_map(|phase| phase.gate.as_ref()).find(|gate| gate.key == *key)
    }

    /// The gate whose round is open in `project`.
    #[must_use]
    pub fn open_gate(&self, project: &Project) -> Option<&Gate> {
        self.gate(&project.round.as_ref()?.gate)
    }

    /// The gates of the phases that *go* at `gate` leads to, nearest first.
    #[must_use]
    pub fn gates_after(&self, gate: &GateKey) -> Vec<GateKey> {
        let mut found = Vec::new();
        let mut next = self.gate(gate).and_then(|gate| gate.go_to.as_ref());
        while let Some(gate) = next.and_then(|phase| self.phase(phase)?.gate.as_ref()) {
            if found.contains(&gate.key) {
                break;
            }
            found.push(gate.key.clone());
            next = gate.go_to.as_ref();
        }
        found
    }

    /// A kind of artefact.
    #[must_use]
    pub fn artefact(&self, key: &ArtefactKey) -> Option<&ArtefactKind> {
        self.place(List::Artefacts, &self.artefacts, key, |kind| &kind.key)
    }

    /// The parties that must approve a document in a project with these answers.
    pub fn reviewers<'a>(
        &'a self,
        kind: &'a ArtefactKind,
        answers: &'a BTreeMap<FactKey, FactAnswer>,
    ) -> impl Iterator<Item = &'a PartyKey> {
        let also = kind.also_reviewed_by.iter().filter(|also| self.holds(&also.when, answers));
        kind.reviewed_by.iter().chain(also.map(|also| &also.party))
    }

    /// A criterion.
    #[must_use]
    pub fn criterion(&self, key: &CriterionKey) -> Option<&Criterion> {
        self.place(List::Criteria, &self.criteria, key, |criterion| &criterion.key)
    }

    /// The criteria asked at `gate`, whatever their `when` says.
    pub fn asked_at(&self, gate: &GateKey) -> impl Iterator<Item = (&Criterion, &Asking)> {
        self.criteria.iter().filter_map(move |criterion| Some((criterion, criterion.asking(gate)?)))
    }
}

impl Criterion {
    /// How this criterion is asked at `gate`.
    #[must_use]
    pub fn asking(&self, gate: &GateKey) -> Option<&Asking> {
        self.asked_at.iter().find(|asking| asking.gate == *gate)
    }
}
