//! The funnel file as it is written: one struct per mapping. References are texts here; `checks` says which are wrong.
//! The documentation of these fields is what an editor shows while somebody writes a funnel.

mod criteria;
mod documents;
mod gates;
mod in_use;

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

pub use criteria::{Asking, Condition, Criterion, Evidence, Proof};
pub use documents::{AlsoReviewer, Artefact, Contract, Files};
pub use gates::{Consultation, Gate, Need, Phase, Right, Stage};
pub use in_use::{ChangeKind, Closing, Duty, Emergency, EvidenceKind, RolloutCheck, Signals};

/// A funnel: the phases, gates, parties, documents and questions of an innovation process.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Funnel")]
pub struct File {
    /// The id of the funnel, such as `innovatietrechter-ggz`.
    pub funnel: String,
    /// The version of this text, from 1; raise it with every change.
    #[schemars(range(min = 1, max = 1_000_000))]
    pub version: u32,
    /// The name on the screen.
    pub name: Bilingual,
    /// Sets of norms or themes that documents and criteria answer.
    #[serde(default)]
    pub frameworks: Vec<Framework>,
    /// Where the documents and criteria come from.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// The groups that take part.
    pub parties: Vec<Party>,
    /// Questions about a project that switch requirements on or off.
    #[serde(default)]
    pub facts: Vec<Fact>,
    /// In order; a project starts in the first.
    pub phases: Vec<Phase>,
    /// The kinds of documents that gates can ask.
    #[serde(default)]
    pub artefacts: Vec<Artefact>,
    /// The questions that parties answer at gates.
    #[serde(default)]
    pub criteria: Vec<Criterion>,
    /// `relaxed` lets people in a small organisation answer on their own work, on record, never on a legal criterion.
    #[serde(default)]
    pub four_eyes: FourEyes,
    /// Working days in which people can contest what was recorded on their behalf.
    #[serde(default = "ten")]
    #[schemars(range(max = 65_535))]
    pub contest_days: u32,
    /// Evidence that the organisation has judged once for all its projects.
    #[serde(default)]
    pub organisation_evidence: Vec<EvidenceKind>,
    /// What has to be done again and again while a phase lasts.
    #[serde(default)]
    pub duties: Vec<Duty>,
    /// Changes to a product in use, and exactly what each opens again.
    #[serde(default)]
    pub change_kinds: Vec<ChangeKind>,
    /// What follows when something goes wrong in use; without this nothing can be reported.
    #[serde(default)]
    #[schemars(with = "Signals")]
    pub signals: Option<Signals>,
    /// Questions that are answered *yes* before a team or location starts.
    #[serde(default)]
    pub rollout_checks: Vec<RolloutCheck>,
    /// Use before the gate has decided; without this there is none.
    #[serde(default)]
    #[schemars(with = "Emergency")]
    pub emergency: Option<Emergency>,
    /// What stopping and retiring ask for.
    #[serde(default)]
    pub closing: Vec<Closing>,
    /// Working days for the extra decision that an overdue condition calls once the product is in use.
    #[serde(default = "ten")]
    #[schemars(range(min = 1, max = 260))]
    pub extra_decision_days: u32,
}

pub(super) fn ten() -> u32 {
    10
}

/// Whether people may answer on their own work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FourEyes {
    /// Always somebody else.
    #[default]
    Strict,
    /// The same person may, and the dossier says so each time.
    Relaxed,
}

/// A text in both languages; both are needed.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("required" = ["nl", "en"]))]
pub struct Bilingual {
    /// Dutch: plain, short sentences, `u`.
    #[serde(default)]
    #[schemars(with = "String")]
    pub nl: Option<String>,
    /// English.
    #[serde(default)]
    #[schemars(with = "String")]
    pub en: Option<String>,
}

/// A set of norms or themes.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Framework {
    /// The id, such as `igj-e-health`.
    pub id: String,
    /// The name on the screen.
    pub name: Bilingual,
    /// Its themes.
    pub themes: Vec<Theme>,
}

/// One theme of a framework; referred to as `framework/theme`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// The id within the framework.
    pub id: String,
    /// The name on the screen.
    pub name: Bilingual,
}

/// A publication that documents and criteria come from.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The id.
    pub id: String,
    /// The title, with its year.
    pub name: Bilingual,
}

/// A group that takes part.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// The id, such as `ict`.
    pub id: String,
    /// The name on the screen.
    pub name: Bilingual,
    /// Whose answer is the party's answer.
    pub answers: Rule,
    /// The party that supports it when it is a body: it sees what the body deliberates, and is reminded with its chair.
    #[serde(default)]
    #[schemars(with = "String")]
    pub coached_by: Option<String>,
    /// The parties whose members may enter what it answered in a meeting, on paper or by phone.
    #[serde(default)]
    pub recorded_by: Vec<String>,
    /// The neighbouring party that answers when the only member of this one would answer on their own work.
    #[serde(default)]
    #[schemars(with = "String")]
    pub second_reader: Option<String>,
}

/// Whose answer is the party's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Any member.
    Any,
    /// The chair.
    Chair,
    /// Every member answers the same.
    All,
    /// So many members answer the same: `{ k_of: 3 }`.
    KOf(u32),
    /// This percentage of the members answers the same, rounded up: `{ percentage: 60 }`.
    Percentage(u32),
}

/// A question about a project.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// The id, used in `when`.
    pub id: String,
    /// The question, in plain words.
    pub question: Bilingual,
    /// What is meant, with an example.
    #[serde(default)]
    #[schemars(with = "Bilingual")]
    pub help: Option<Bilingual>,
    /// The type of the answer.
    #[serde(rename = "type")]
    pub kind: FactType,
    /// Only for `type: levels`: from light to heavy.
    #[serde(default)]
    pub levels: Vec<Level>,
    /// The value that holds until the question is answered (and, where a party confirms, confirmed).
    #[schemars(schema_with = "value_schema")]
    pub heavier: Value,
    /// The party that confirms another answer than `heavier`.
    #[serde(default)]
    #[schemars(with = "String")]
    pub confirmed_by: Option<String>,
    /// Where the value follows from other facts: the first that holds counts, and the last has no `when`. Such a fact is
    /// not asked, only confirmed. Other derived facts count here as their heavier value.
    #[serde(default)]
    pub derived: Vec<Derivation>,
}

/// A value that follows from other facts.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Derivation {
    /// When it follows; the last one has none.
    #[serde(default)]
    #[schemars(with = "Condition")]
    pub when: Option<Condition>,
    /// The value.
    #[schemars(schema_with = "value_schema")]
    pub value: Value,
}

/// The type of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FactType {
    /// Yes or no: `true` or `false`.
    Boolean,
    /// A whole number.
    Amount,
    /// One of `levels`.
    Levels,
}

/// One level of a fact.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// The id, used in `when`.
    pub id: String,
    /// The name on the screen.
    pub name: Bilingual,
}

fn value_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    schemars::json_schema!({ "type": ["boolean", "integer", "string"] })
}
