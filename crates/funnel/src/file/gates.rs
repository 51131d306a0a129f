//! Phases, the decisions at their end, and what those ask.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Bilingual, Condition, Rule};

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
    /// The bodies and advisers that are asked before *go*.
    #[serde(default)]
    pub consultations: Vec<Consultation>,
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
    /// Whether a conditional go may defer it; never at a gate that takes out of use.
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

/// A question to a body or adviser before *go*. Its terms are settings: the body's own rules and the law come first.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Consultation {
    /// The id within the gate, such as `raad-advies`.
    pub id: String,
    /// The party that is asked: a council, works council, expert group or officer.
    pub body: String,
    /// What it may do.
    pub right: Right,
    /// When it is asked; without this always.
    #[serde(default)]
    #[schemars(with = "Condition")]
    pub when: Option<Condition>,
    /// A suggestion for the question, in plain words.
    pub question: Bilingual,
    /// Working days that the body has, at the least.
    #[schemars(range(max = 65_535))]
    pub term_days: u32,
    /// Calendar days between a response that deviates from the advice and the decision.
    #[serde(default)]
    #[schemars(range(max = 65_535))]
    pub waiting_days: u32,
    /// The document that is the plain summary; without this the lead writes one in the request.
    #[serde(default)]
    #[schemars(with = "String")]
    pub summary: Option<String>,
    /// What the body rests its answer on.
    #[serde(default)]
    pub documents: Vec<Document>,
}

/// A document that a body rests its answer on.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Which.
    pub artefact: String,
    /// Which fields of its form: a change elsewhere leaves the answer standing. Without this all of it.
    #[serde(default)]
    pub fields: Vec<String>,
}

/// What a body may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// It is told, and may ask to advise.
    Information,
    /// It is heard, and answered with reasons.
    Advice,
    /// Without its consent the gate stays shut.
    Consent,
}
