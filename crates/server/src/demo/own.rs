//! What happened to the organisation itself: its evidence, its suppliers and who answers for whom.

use engine::{BodyRules, EvidenceId, EvidenceKey, EvidenceKind, Label, OrganisationCommand, PartyKey, Proof, SupplierKey};
use persistence::{Limit, Text};
use serde::Deserialize;
use time::{Date, Duration};

use super::Cast;

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
    /// Published the shipped version of the funnel: projects that run stay on theirs (law 20).
    Publish,
    /// Adopted the kinds of evidence that the funnel's criteria rest on.
    AdoptKinds,
    /// Adopted a kind of evidence that each supplier has.
    SupplierKind {
        /// The name of the kind.
        kind: EvidenceKey,
        /// What it is called.
        name: Label,
        /// Who submits it.
        submitted_by: PartyKey,
        /// Who judges it.
        judged_by: PartyKey,
    },
    /// Said which party adopts improvement plans.
    SetBoard {
        /// Which.
        party: PartyKey,
    },
    /// Wrote down the rules of a body.
    SetBody {
        /// Which body.
        body: PartyKey,
        /// Working days that it has at the least.
        term_days: u16,
        /// The party that supports it.
        coached_by: PartyKey,
    },
    /// Said what a supplier is called.
    NameSupplier {
        /// Which.
        supplier: SupplierKey,
        /// Its name.
        name: String,
    },
    /// Somebody answered for a colleague who was away.
    Delegate {
        /// In which party.
        party: PartyKey,
        /// Whose, by key.
        from: String,
        /// By whom, by key.
        to: String,
        /// For how many calendar days.
        days: u16,
    },
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

/// The commands of an act.
///
/// # Errors
/// A text is too long or a key is unknown, which a test excludes.
pub(super) fn commands(
    act: &OwnAct,
    cast: &Cast,
    kinds: &[EvidenceKind],
    today: Date,
) -> anyhow::Result<Vec<OrganisationCommand<Text>>> {
    let after = |days: u16| today.saturating_add(Duration::days(i64::from(days)));
    let note = |text: &str| Text::parse(text, Limit::Note);
    Ok(vec![match act.clone() {
        OwnAct::Publish => return Ok(Vec::new()),
        OwnAct::AdoptKinds => {
            return Ok(kinds.iter().map(|kind| OrganisationCommand::DefineEvidence { kind: kind.clone() }).collect());
        }
        OwnAct::SupplierKind { kind: key, name, submitted_by, judged_by } => {
            let submitted_by = vec![submitted_by];
            let kind = EvidenceKind { key, name, of_supplier: true, submitted_by, judged_by, valid_days: None };
            OrganisationCommand::DefineEvidence { kind }
        }
        OwnAct::SetBoard { party } => OrganisationCommand::SetBoard { party },
        OwnAct::SetBody { body, term_days, coached_by } => {
            let rules = BodyRules { term_days, coached_by: Some(coached_by), ..BodyRules::default() };
            OrganisationCommand::SetBody { body, rules }
        }
        OwnAct::NameSupplier { supplier, name } => {
            OrganisationCommand::NameSupplier { supplier, name: Text::parse(&name, Limit::Name)? }
        }
        OwnAct::Delegate { party, from, to, days } => OrganisationCommand::Delegate {
            party,
            from: cast.person(&from)?,
            to: cast.person(&to)?,
            first: today,
            last: after(days),
        },
        OwnAct::SubmitEvidence { evidence, text, ends } => OrganisationCommand::SubmitEvidence {
            evidence,
            text: Some(note(&text)?),
            files: Vec::new(),
            valid_until: ends.map(after),
        },
        OwnAct::JudgeEvidence { evidence, revision, sufficient, motivation } => OrganisationCommand::JudgeEvidence {
            evidence,
            revision,
            sufficient,
            proof: Proof::Practice,
            motivation: motivation.as_deref().map(note).transpose()?,
        },
    }])
}
