//! What happened in the demo: steps in working days ago.

use std::collections::BTreeMap;

use engine::{Answer, ArtefactKey, CriterionKey, FactKey, FactValue, GateKey, PartyKey, Proof, Stage, Verdict};
use jiff::Zoned;
use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use serde::Deserialize;

/// One thing that somebody did.
#[derive(Clone, Debug, Deserialize)]
pub struct Step {
    /// How many working days ago; at least one, so that everything lies in the past.
    pub ago: u16,
    /// At what time on the wall, such as `09:30`.
    pub at: String,
    /// In which project of the story.
    pub project: String,
    /// Who, by key.
    pub who: String,
    /// What.
    #[serde(flatten)]
    pub act: Act,
    /// Whether the engine must refuse it.
    #[serde(default)]
    pub refused: bool,
}

/// What somebody did.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum Act {
    /// Started the project, to lead it.
    Start {
        /// What it is called.
        title: String,
        /// What it is about.
        summary: String,
    },
    /// Answered the questions about it.
    Facts {
        /// How.
        answers: BTreeMap<FactKey, FactValue>,
    },
    /// Confirmed the answer as it stands.
    ConfirmFact {
        /// Of which question.
        fact: FactKey,
    },
    /// Submitted a document.
    Submit {
        /// Which.
        artefact: ArtefactKey,
        /// How far it was.
        #[serde(default = "last_stage")]
        stage: Stage,
        /// The answers of its form.
        answers: serde_json::Value,
    },
    /// Reviewed the current revision.
    Review {
        /// Of which document.
        artefact: ArtefactKey,
        /// For which party.
        party: PartyKey,
        /// How.
        #[serde(default = "approve")]
        verdict: Verdict,
        /// Why.
        note: Option<String>,
    },
    /// Answered a criterion.
    Judge {
        /// Which.
        criterion: CriterionKey,
        /// For which party.
        party: PartyKey,
        /// How.
        #[serde(default = "met")]
        answer: Answer,
        /// On what kind of proof.
        #[serde(default = "paper")]
        proof: Proof,
        /// Why.
        motivation: Option<String>,
    },
    /// Decided the gate.
    Decide {
        /// Which.
        gate: GateKey,
        /// How.
        outcome: Decision,
        /// Why.
        motivation: String,
        /// What was learned, with *stop*.
        lessons: Option<String>,
    },
}

/// The outcomes that the story knows.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// On to the next phase.
    Go,
    /// The end.
    Stop,
}

fn last_stage() -> Stage {
    Stage::Final
}
fn approve() -> Verdict {
    Verdict::Approve
}
fn met() -> Answer {
    Answer::Met
}
fn paper() -> Proof {
    Proof::Paper
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Story {
    step: Vec<Step>,
}

/// The steps in the order in which they happened before `today`, each with its moment.
///
/// # Errors
/// The shipped file is broken; a test excludes it.
pub fn steps(today: Date, zone: &TimeZone) -> anyhow::Result<Vec<(Zoned, Step)>> {
    let story: Story = toml::from_str(include_str!("../../demo/story.toml"))?;
    let steps = story.step.into_iter().map(|step| {
        let day = working_days_before(today, step.ago)?;
        Ok((day.to_datetime(step.at.parse::<Time>()?).to_zoned(zone.clone())?, step))
    });
    let mut steps = steps.collect::<anyhow::Result<Vec<_>>>()?;
    steps.sort_by_key(|(at, _)| at.timestamp());
    Ok(steps)
}

fn working_days_before(today: Date, days: u16) -> Result<Date, jiff::Error> {
    let mut day = today;
    let mut left = days;
    while left > 0 {
        day = day.yesterday()?;
        if !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            left -= 1;
        }
    }
    Ok(day)
}
