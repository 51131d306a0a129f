//! The questions at gates, their evidence, and when something is on.

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use super::{Bilingual, value_schema};

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

/// Evidence of a criterion: `{artefact: …}` or `{organisation: …}`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("oneOf" = [{"required": ["artefact"]}, {"required": ["organisation"]}]))]
pub struct Evidence {
    /// Which document.
    #[serde(default)]
    #[schemars(with = "String")]
    pub artefact: Option<String>,
    /// Which evidence of the organisation.
    #[serde(default)]
    #[schemars(with = "String")]
    pub organisation: Option<String>,
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

impl Asking {
    /// The documents it rests on: the position in `rests_on`, the id, and the fields.
    pub fn documents(&self) -> impl Iterator<Item = (usize, &str, &[String])> {
        let all = self.rests_on.iter().enumerate();
        all.filter_map(|(e, on)| Some((e, on.artefact.as_deref()?, on.fields.as_slice())))
    }

    /// The evidence of the organisation it rests on: the position in `rests_on` and the id.
    pub fn of_organisation(&self) -> impl Iterator<Item = (usize, &str)> {
        self.rests_on.iter().enumerate().filter_map(|(e, on)| Some((e, on.organisation.as_deref()?)))
    }
}
