//! The funnel file as it is written: one struct per mapping. References are texts here; `checks` says which are wrong.
//! The documentation of these fields is what an editor shows while somebody writes a funnel.

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

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
    /// What stopping and retiring ask for.
    #[serde(default)]
    pub closing: Vec<Closing>,
    /// Working days for the extra decision that an overdue condition calls once the product is in use.
    #[serde(default = "ten")]
    #[schemars(range(min = 1, max = 260))]
    pub extra_decision_days: u32,
}

fn ten() -> u32 {
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

/// Work that stopping or retiring asks for.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Closing {
    /// The id, such as `gegevens-terug`.
    pub id: String,
    /// What has to be done.
    pub name: Bilingual,
    /// What is meant, in plain words.
    #[serde(default)]
    #[schemars(with = "Bilingual")]
    pub help: Option<Bilingual>,
    /// The party that sees to it; without this the lead.
    #[serde(default)]
    #[schemars(with = "String")]
    pub owner: Option<String>,
    /// The party that accepts that it is done.
    pub accepted_by: String,
    /// Working days for it.
    #[schemars(range(max = 65_535))]
    pub days: u32,
    /// Only for projects that came into this phase.
    #[serde(default)]
    #[schemars(with = "String")]
    pub from_phase: Option<String>,
    /// When it is needed; without this always.
    #[serde(default)]
    #[schemars(with = "Condition")]
    pub when: Option<Condition>,
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

/// A phase of a project.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// The id, such as `verkenning`.
    pub id: String,
    /// The name on the screen.
    pub name: Bilingual,
    /// The parties that take part from the start of this phase on, besides those of earlier phases.
    #[serde(default)]
    pub involves: Vec<String>,
    /// Whether the product is in use from this phase on: an overdue condition then calls an extra decision.
    #[serde(default)]
    pub live: bool,
    /// The decision that closes the phase; without one the funnel ends here.
    #[serde(default)]
    #[schemars(with = "Gate")]
    pub gate: Option<Gate>,
}

/// The decision that closes a phase.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Gate {
    /// The id, such as `g1`.
    pub id: String,
    /// The name on the screen.
    pub name: Bilingual,
    /// What is decided, as a question.
    pub question: Bilingual,
    /// The party that decides.
    #[serde(default)]
    #[schemars(required, with = "String")]
    pub decided_by: Option<String>,
    /// Who of that party decides; without this as the party answers.
    #[serde(default)]
    #[schemars(with = "Rule")]
    pub decides: Option<Rule>,
    /// The phase that *go* leads to: this one where the gate recurs, `retired` where *go* takes the product out of use.
    pub go_to: String,
    /// The phase that *stop* leads to, where taking out of use is work of its own; without this *stop* is the end.
    #[serde(default)]
    #[schemars(with = "String")]
    pub stop_to: Option<String>,
    /// Where the gate recurs: days from entering the phase, or from the last *go*, to its opening.
    #[serde(default)]
    #[schemars(with = "u32", range(max = 65_535))]
    pub recurs_after_days: Option<u32>,
    /// Earlier phases that *rework* may lead back to; this phase is always possible.
    #[serde(default)]
    pub rework_to: Vec<String>,
    /// Working days from opening to the planned decision.
    #[schemars(range(max = 65_535))]
    pub term_days: u32,
    /// The documents that a decision needs.
    #[serde(default)]
    pub needs: Vec<Need>,
}

/// A document that a gate needs.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// Which.
    pub artefact: String,
    /// How far it must be.
    #[serde(default)]
    pub stage: Stage,
    /// How old it may be, in days.
    #[serde(default)]
    #[schemars(with = "u32", range(max = 65_535))]
    pub maximum_age_days: Option<u32>,
    /// Whether a conditional go may defer it.
    #[serde(default)]
    pub deferrable: bool,
    /// When it is needed; without this always.
    #[serde(default)]
    #[schemars(with = "Condition")]
    pub when: Option<Condition>,
}

/// How far a document is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Good enough to go on.
    Concept,
    /// Complete.
    #[default]
    Final,
}

/// A kind of document.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Artefact {
    /// The id, such as `risicoanalyse`.
    pub id: String,
    /// The name on the screen.
    pub name: Bilingual,
    /// What it is for, in plain words.
    pub help: Bilingual,
    /// The themes it answers, as `framework/theme`.
    #[serde(default)]
    pub themes: Vec<String>,
    /// Where it comes from.
    #[serde(default)]
    pub sources: Vec<String>,
    /// Who writes it: `lead`, or a party. The first is asked.
    pub written_by: Vec<String>,
    /// The parties that approve it.
    pub reviewed_by: Vec<String>,
    /// Working days that a reviewing party has.
    #[schemars(range(max = 65_535))]
    pub review_days: u32,
    /// The form, as JSON Schema 2020-12.
    #[serde(default)]
    #[schemars(schema_with = "form_schema")]
    pub form: Option<Value>,
    /// Which files it has.
    #[serde(default)]
    #[schemars(with = "Files")]
    pub files: Option<Files>,
}

/// The files of a document.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Files {
    /// Whether at least one is needed.
    #[serde(default)]
    pub required: bool,
    /// How many at most.
    #[schemars(range(max = 65_535))]
    pub at_most: u32,
    /// Which kinds.
    pub types: Vec<FileType>,
}

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FileType {
    /// PDF document.
    Pdf,
    /// PNG picture.
    Png,
    /// JPEG picture.
    Jpeg,
    /// Word document.
    Docx,
    /// Excel sheet.
    Xlsx,
    /// `PowerPoint` presentation.
    Pptx,
    /// `OpenDocument` text.
    Odt,
    /// `OpenDocument` sheet.
    Ods,
}

impl FileType {
    /// The media type that an upload of this kind has.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
        }
    }
}

/// A question that parties answer at gates.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is an entry of its own in the file")]
pub struct Criterion {
    /// The id, such as `client-risico`.
    pub id: String,
    /// The question; one per criterion.
    pub question: Bilingual,
    /// What is asked and why, in plain words.
    pub help: Bilingual,
    /// The themes it answers, as `framework/theme`.
    #[serde(default)]
    pub themes: Vec<String>,
    /// Where it comes from.
    #[serde(default)]
    pub sources: Vec<String>,
    /// At which gates, with which proof and on what evidence.
    pub asked_at: Vec<Asking>,
    /// The parties that each answer.
    pub parties: Vec<String>,
    /// Whether *go* needs it met; without this yes.
    #[serde(default = "yes")]
    pub blocking: bool,
    /// A legal minimum: always blocking, never waived, never *not applicable*.
    #[serde(default)]
    pub legal: bool,
    /// Whether a conditional go may defer it; never where it is legal.
    #[serde(default)]
    pub deferrable: bool,
    /// The party that may set it aside with a reason; never where it is legal.
    #[serde(default)]
    #[schemars(with = "String")]
    pub waivable_by: Option<String>,
    /// Whether *not applicable* is an answer.
    #[serde(default)]
    pub not_applicable_allowed: bool,
    /// When it is asked; without this always.
    #[serde(default)]
    #[schemars(with = "Condition")]
    pub when: Option<Condition>,
}

fn yes() -> bool {
    true
}

/// A criterion at one gate.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Asking {
    /// Which gate.
    pub gate: String,
    /// What proof *met* asks.
    #[serde(default)]
    pub proof: Proof,
    /// The evidence; without this the party's own answer.
    #[serde(default)]
    pub rests_on: Vec<Evidence>,
}

/// How strong a proof is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// A plan or policy.
    #[default]
    Paper,
    /// A test report, a drill, an audit.
    Practice,
}

/// Evidence of a criterion.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// Which document.
    pub artefact: String,
    /// Which fields of its form: a change elsewhere leaves the answer standing. Without this all of it.
    #[serde(default)]
    pub fields: Vec<String>,
}

/// When something is on: `{all: […]}`, `{any: […]}`, `{not: …}`, `{fact: …, is: …}` or `{fact: …, at_least: …}`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("oneOf" = [
    {"required": ["all"]}, {"required": ["any"]}, {"required": ["not"]},
    {"required": ["fact", "is"]}, {"required": ["fact", "at_least"]},
]))]
pub struct Condition {
    /// Every one holds.
    #[serde(default)]
    #[schemars(with = "Vec<Condition>")]
    pub all: Option<Vec<Condition>>,
    /// At least one holds.
    #[serde(default)]
    #[schemars(with = "Vec<Condition>")]
    pub any: Option<Vec<Condition>>,
    /// The other does not hold.
    #[serde(default)]
    #[schemars(with = "Box<Condition>")]
    pub not: Option<Box<Condition>>,
    /// The fact that is looked at.
    #[serde(default)]
    #[schemars(with = "String")]
    pub fact: Option<String>,
    /// It has this value.
    #[serde(default)]
    #[schemars(schema_with = "value_schema")]
    pub is: Option<Value>,
    /// It has this level or a heavier one, or this amount or a higher one.
    #[serde(default)]
    #[schemars(schema_with = "value_schema")]
    pub at_least: Option<Value>,
}

fn value_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    schemars::json_schema!({ "type": ["boolean", "integer", "string"] })
}

fn form_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    schemars::json_schema!({ "type": "object" })
}
