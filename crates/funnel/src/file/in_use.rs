//! What use and stopping ask: evidence of the organisation, duties, changes, signals, rollouts, emergency use.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Bilingual, Condition, ten};

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

/// A kind of evidence that the organisation has judged once, for all its projects.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EvidenceKind {
    /// The id, such as `nen7510`.
    pub id: String,
    /// The name on the screen.
    pub name: Bilingual,
    /// What is meant, in plain words.
    #[serde(default)]
    #[schemars(with = "Bilingual")]
    pub help: Option<Bilingual>,
    /// Whether each supplier has its own, such as a certificate.
    #[serde(default)]
    pub of_supplier: bool,
    /// The parties that submit it.
    pub submitted_by: Vec<String>,
    /// The party that judges it.
    pub judged_by: String,
    /// Days that its judgement counts; without this as long as the evidence says of itself.
    #[serde(default)]
    #[schemars(with = "u32", range(max = 65_535))]
    pub valid_days: Option<u32>,
}

/// What has to be done again and again while a phase lasts.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// The id, such as `uitval-oefenen`.
    pub id: String,
    /// The name on the screen.
    pub name: Bilingual,
    /// What is meant, in plain words.
    #[serde(default)]
    #[schemars(with = "Bilingual")]
    pub help: Option<Bilingual>,
    /// While which phase lasts.
    pub phase: String,
    /// The party that sees to it.
    pub party: String,
    /// Days between two times, and before the first.
    #[schemars(range(max = 65_535))]
    pub every_days: u32,
    /// The document whose approved new revision proves it; without this the party's own word.
    #[serde(default)]
    #[schemars(with = "String")]
    pub artefact: Option<String>,
}

/// A kind of change to a product in use.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeKind {
    /// The id, such as `nieuwe-koppeling`.
    pub id: String,
    /// The name on the screen.
    pub name: Bilingual,
    /// What is meant, in plain words.
    #[serde(default)]
    #[schemars(with = "Bilingual")]
    pub help: Option<Bilingual>,
    /// What it opens again.
    #[serde(default)]
    pub reopens: Reopens,
    /// The party that may close a small change of this kind alone, with its reason.
    #[serde(default)]
    #[schemars(with = "String")]
    pub small_closed_by: Option<String>,
    /// Working days for the new answers.
    #[serde(default = "ten")]
    #[schemars(range(max = 65_535))]
    pub term_days: u32,
}

/// What a change opens again.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reopens {
    /// Documents that need a new approval.
    #[serde(default)]
    pub artefacts: Vec<String>,
    /// Criteria that need a new answer.
    #[serde(default)]
    pub criteria: Vec<String>,
}

/// What follows when something goes wrong in use.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Signals {
    /// The criteria that are asked again, as far as they were asked before.
    #[serde(default)]
    pub reopens: Vec<String>,
    /// The party that says what was done.
    #[serde(default)]
    #[schemars(required, with = "String")]
    pub handled_by: Option<String>,
    /// The parties that may suspend the use at once.
    #[serde(default)]
    pub suspended_by: Vec<String>,
    /// Working days for handling.
    #[serde(default = "ten")]
    #[schemars(range(max = 65_535))]
    pub term_days: u32,
}

/// A question that is answered *yes* before a team or location starts.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RolloutCheck {
    /// The id.
    pub id: String,
    /// The question, so that *yes* is right.
    pub question: Bilingual,
    /// The party that answers it.
    pub party: String,
}

/// Use before the gate has decided.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Emergency {
    /// The party that decides: the board.
    pub decided_by: String,
    /// The parties that are heard before, on record.
    pub hear: Vec<String>,
    /// The party that is told the same day: the council.
    pub tell: String,
    /// Days that the use may last, today not counted.
    #[schemars(range(max = 65_535))]
    pub term_days: u32,
}
