//! What happened to the organisation itself: its evidence, its suppliers and who answers for whom.

use engine::{EvidenceId, OrganisationCommand, Proof};
use persistence::{Limit, Text};
use serde::Deserialize;
use time::{Date, Duration};

/// One thing that somebody did.
#[derive(Clone, Debug, Deserialize)]
pub struct OwnStep {
    /// How many working days ago.
    pub ago: u16,
    /// At what time on the wall.
    #[serde(default = "early")]
    pub at: String,
    /// Who, by key.
    pub who: String,
    /// What.
    #[serde(flatten)]
    pub act: OwnAct,
}

/// What somebody did.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum OwnAct {
    /// Submitted evidence.
    SubmitEvidence {
        /// Which.
        evidence: EvidenceId,
        /// In words.
        text: String,
        /// In how many calendar days it says itself that it ends.
        ends: Option<u16>,
    },
    /// Judged it.
    JudgeEvidence {
        /// Which.
        evidence: EvidenceId,
        /// Which revision.
        revision: u32,
        /// Whether it is enough.
        #[serde(default = "yes")]
        sufficient: bool,
        /// Why.
        motivation: Option<String>,
    },
}

fn early() -> String {
    "08:40".to_owned()
}
fn yes() -> bool {
    true
}

/// The command of an act.
///
/// # Errors
/// A text is too long, which a test excludes.
pub(super) fn command(act: &OwnAct, today: Date) -> anyhow::Result<OrganisationCommand<Text>> {
    Ok(match act {
        OwnAct::SubmitEvidence { evidence, text, ends } => OrganisationCommand::SubmitEvidence {
            evidence: evidence.clone(),
            text: Some(Text::parse(text, Limit::Note)?),
            files: Vec::new(),
            valid_until: ends.map(|days| today.saturating_add(Duration::days(i64::from(days)))),
        },
        OwnAct::JudgeEvidence { evidence, revision, sufficient, motivation } => OrganisationCommand::JudgeEvidence {
            evidence: evidence.clone(),
            revision: *revision,
            sufficient: *sufficient,
            proof: Proof::Practice,
            motivation: motivation.as_deref().map(|text| Text::parse(text, Limit::Note)).transpose()?,
        },
    })
}
