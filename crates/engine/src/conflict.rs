//! Nobody is overwritten (law 17): a command names what its author saw, and conflicts only when that changed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::command::Command;
use crate::consultation::{ConsultationAct, ConsultationCommand, Exhibit};
use crate::context::Context;
use crate::funnel::Funnel;
use crate::ids::ArtefactKey;
use crate::project::Project;
use crate::readiness::readiness;
use crate::reopened::asking_now;
use crate::text::Hash;

/// What the author of a command saw.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seen {
    /// The round that was open; for judgements.
    pub round: Option<u32>,
    /// The current revisions; for submissions, reviews, judgements and confirmations. An artefact without a revision is
    /// left out.
    pub revisions: BTreeMap<ArtefactKey, Hash>,
    /// The readiness digest; for decisions.
    pub readiness: Option<String>,
}

/// What the author saw is not what is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// Every difference that matters to the command.
    pub differences: Vec<Difference>,
}

/// One thing that changed since the author looked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Difference {
    /// Another revision is current.
    Revision {
        /// Of which artefact.
        artefact: ArtefactKey,
        /// The revision the author saw.
        seen: Option<Hash>,
        /// The current one.
        current: Option<Hash>,
        /// Its ordinal.
        number: Option<u32>,
    },
    /// Another round is open.
    Round {
        /// The round the author saw.
        seen: Option<u32>,
        /// The open one.
        current: Option<u32>,
    },
    /// The gate's checks or their evidence changed.
    Readiness {
        /// The digest the author saw.
        seen: Option<String>,
        /// The present one.
        current: Option<String>,
    },
}

/// Compares what the author of `command` saw with what is there. `None` when nothing that matters changed.
#[must_use]
pub fn conflict<T>(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    command: &Command<T>,
    seen: &Seen,
) -> Option<Conflict> {
    // What was answered elsewhere rests on the same things.
    if let Command::OnBehalf { command, .. } = command {
        return conflict(funnel, project, context, command, seen);
    }
    let mut differences = Vec::new();
    for artefact in artefacts_seen(funnel, project, command) {
        let revision = project.artefacts.get(&artefact).map(|a| &a.current);
        let (saw, current) = (seen.revisions.get(&artefact).copied(), revision.map(|r| r.hash));
        if saw != current {
            differences.push(Difference::Revision { artefact, seen: saw, current, number: revision.map(|r| r.number) });
        }
    }
    // A waiver, like a judgement, is about the round its author saw.
    if matches!(command, Command::JudgeCriterion { .. } | Command::WaiveCriterion { .. }) {
        let current = project.round.as_ref().map(|round| round.number);
        if seen.round != current {
            differences.push(Difference::Round { seen: seen.round, current });
        }
    }
    if matches!(command, Command::DecideGate { .. }) {
        let current = readiness(funnel, project, context).map(|r| r.digest());
        if seen.readiness != current {
            differences.push(Difference::Readiness { seen: seen.readiness.clone(), current });
        }
    }
    if differences.is_empty() { None } else { Some(Conflict { differences }) }
}

/// The artefacts whose revisions matter to `command`.
fn artefacts_seen<T>(funnel: &Funnel, project: &Project, command: &Command<T>) -> Vec<ArtefactKey> {
    let evidence_of = |key| {
        let asking = funnel.criterion(key).and_then(|criterion| asking_now(project, criterion));
        asking.into_iter().flat_map(|asking| asking.rests_on.iter().map(|r| r.artefact.clone()))
    };
    let mut artefacts: Vec<ArtefactKey> = match command {
        Command::SubmitRevision { artefact, .. } | Command::ReviewRevision { artefact, .. } => vec![artefact.clone()],
        Command::JudgeCriterion { criterion, .. } => evidence_of(criterion).collect(),
        Command::ConfirmAnswers { artefacts, criteria, .. } => {
            artefacts.iter().cloned().chain(criteria.iter().flat_map(evidence_of)).collect()
        }
        // Who lets a body's answer stand saw the documents as they are now (law 4).
        Command::Consultation { command: ConsultationCommand::On { consultation, act: ConsultationAct::Confirm } } => {
            let known = project.consultations.standing.get(consultation);
            known.into_iter().flat_map(|known| &known.exhibits).filter_map(Exhibit::artefact).cloned().collect()
        }
        Command::AnswerFacts { .. }
        | Command::ConfirmFacts { .. }
        | Command::DecideGate { .. }
        | Command::Consultation { .. }
        | Command::Condition { .. }
        | Command::NameSuppliers { .. }
        | Command::NoteEvidenceChanged { .. }
        | Command::OnBehalf { .. }
        | Command::Contest { .. }
        | Command::UpholdDecision { .. }
        | Command::WaiveCriterion { .. }
        | Command::OpenRound
        | Command::EndHold
        | Command::CallExtraDecision { .. }
        | Command::DecideExtra { .. }
        | Command::ReopenProject { .. }
        | Command::MigrateProject { .. }
        | Command::ReportWork { .. }
        | Command::Duty { .. }
        | Command::Change(_)
        | Command::Signal(_)
        | Command::Use { .. }
        | Command::Rollout(_)
        | Command::Emergency(_)
        | Command::NoteExpiry { .. }
        | Command::NoteOverdue { .. } => Vec::new(),
    };
    artefacts.sort();
    artefacts.dedup();
    artefacts
}
