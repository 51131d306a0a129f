//! What has to be done again and again while a phase lasts (law 12): an evaluation, a drill, a renewed analysis.

use serde::{Deserialize, Serialize};
use time::{Date, Duration};

use crate::command::Command;
use crate::context::Context;
use crate::early::not_in_the_future;
use crate::event::{Event, Evidence, Recorded};
use crate::fold::FoldError;
use crate::funnel::{Duty, Funnel, Stage};
use crate::ids::{ArtefactKey, DutyKey, PhaseKey};
use crate::moment::Timestamp;
use crate::permission::Need;
use crate::project::{Lifecycle, Project};
use crate::readiness::{Waiter, approval_blockers, evidence};
use crate::rejection::Rejection;
use crate::tasks::{Task, TaskKind};
use crate::text::TextRef;

/// A duty of the present phase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recurring {
    /// When it is due.
    pub due: Date,
    /// Since when it waits: the start of the phase, or when it was last done.
    pub since: Timestamp,
    /// The day it was last held, or the phase began; the next time lies no earlier.
    pub last: Date,
    /// The revision of its document that was there then; 0 when there was none.
    pub revision: u32,
}

/// What can be done with a duty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DutyAct<T = TextRef> {
    /// The party says that it was done.
    Do {
        /// What came out of it.
        note: T,
        /// When it was held.
        held_on: Date,
    },
    /// Its dates begin; only the system sends this, where the phase did not begin in the usual way.
    Begin,
}

/// What happened with a duty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum DutyEvent {
    /// Its first date was set.
    Began {
        /// The date.
        due: Date,
        /// The revision of its document that was there; 0 when there was none.
        revision: u32,
    },
    /// It was done.
    Done {
        /// When.
        held_on: Date,
        /// What came out of it, where the party said so.
        note: Option<TextRef>,
        /// The approved revision that proves it, where a document does.
        evidence: Option<Evidence>,
        /// When it is due again.
        next: Date,
    },
}

impl<T> DutyAct<T> {
    /// Replaces every text by what `store` makes of it.
    pub(crate) fn map_text<U>(self, mut store: impl FnMut(T) -> U) -> DutyAct<U> {
        match self {
            Self::Do { note, held_on } => DutyAct::Do { note: store(note), held_on },
            Self::Begin => DutyAct::Begin,
        }
    }
}

pub(crate) fn apply(project: &mut Project, duty: &DutyKey, event: &DutyEvent, recorded: &Recorded) -> Result<(), FoldError> {
    let recurring = match event {
        DutyEvent::Began { due, revision } => {
            Recurring { due: *due, since: recorded.at.at, last: recorded.at.today, revision: *revision }
        }
        DutyEvent::Done { held_on, evidence, next, .. } => {
            let before = project.duties.get(duty).ok_or(FoldError::OutOfPlace(recorded.sequence))?;
            let revision = evidence.as_ref().map_or(before.revision, |e| e.revision);
            Recurring { due: *next, since: recorded.at.at, last: *held_on, revision }
        }
    };
    project.duties.insert(duty.clone(), recurring);
    Ok(())
}

fn after(date: Date, days: u16) -> Date {
    date.checked_add(Duration::days(i64::from(days))).unwrap_or(date)
}

fn began(project: Option<&Project>, duty: &Duty, today: Date) -> Event {
    let document = duty.artefact.as_ref().and_then(|artefact| project?.artefacts.get(artefact));
    let event = DutyEvent::Began { due: after(today, duty.every_days), revision: document.map_or(0, |d| d.current.number) };
    Event::Duty { duty: duty.key.clone(), event }
}

/// The first dates of the duties of a phase that is entered now.
pub(crate) fn entering(funnel: &Funnel, project: Option<&Project>, phase: &PhaseKey, today: Date) -> Vec<Event> {
    let here = funnel.duties.iter().filter(|duty| duty.phase == *phase);
    // Who stays in a phase keeps its dates.
    let known = |duty: &&Duty| project.is_some_and(|p| p.phase == *phase && p.duties.contains_key(&duty.key));
    here.filter(|duty| !known(duty)).map(|duty| began(project, duty, today)).collect()
}

/// The duties that have to be seen to now.
fn present<'a>(funnel: &'a Funnel, project: &'a Project) -> impl Iterator<Item = &'a Duty> {
    let active = project.lifecycle == Lifecycle::Active;
    funnel.duties.iter().filter(move |duty| active && duty.phase == project.phase)
}

/// Whether a new revision of this document does a duty of this phase.
pub(crate) fn is_proved_by(funnel: &Funnel, project: &Project, artefact: &ArtefactKey) -> bool {
    let current = project.artefacts.get(artefact).map_or(0, |document| document.current.number);
    let waits = |duty: &Duty| project.duties.get(&duty.key).is_some_and(|recurring| recurring.revision == current);
    present(funnel, project).any(|duty| duty.artefact.as_ref() == Some(artefact) && waits(duty))
}

/// Duties whose dates did not begin with the phase: after a migration or a bring-in.
pub(crate) fn due<'a>(funnel: &'a Funnel, project: &'a Project) -> impl Iterator<Item = Command> + 'a {
    let missing = present(funnel, project).filter(|duty| !project.duties.contains_key(&duty.key));
    missing.map(|duty| Command::Duty { duty: duty.key.clone(), act: DutyAct::Begin })
}

/// Who may do this with a duty.
pub(crate) fn need(funnel: &Funnel, duty: &DutyKey, act: &DutyAct) -> Need {
    match (act, funnel.duty(duty)) {
        (DutyAct::Begin, _) => Need::System,
        (DutyAct::Do { .. }, Some(duty)) => Need::Member(vec![duty.party.clone()]),
        (DutyAct::Do { .. }, None) => Need::Person,
    }
}

/// Decides what is done with a duty.
///
/// # Errors
/// A duty that is unknown (law 19), of another phase, proved by a document (law 12), or held in the future (law 14).
pub(crate) fn decide(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    key: &DutyKey,
    act: DutyAct,
) -> Result<Vec<Event>, Rejection> {
    let duty = funnel.duty(key).ok_or_else(|| Rejection::UnknownDuty { duty: key.clone() })?;
    let open = project.duties.get(key);
    match (act, open) {
        (DutyAct::Begin, None) if duty.phase == project.phase => Ok(vec![began(Some(project), duty, context.now.today)]),
        (DutyAct::Begin, _) => Err(Rejection::NotOverdue),
        (DutyAct::Do { note, held_on }, Some(recurring)) if duty.phase == project.phase => {
            if let Some(artefact) = &duty.artefact {
                return Err(Rejection::DutyNeedsDocument { duty: key.clone(), artefact: artefact.clone() });
            }
            not_in_the_future(context, held_on)?;
            if held_on < recurring.last {
                return Err(Rejection::DutyHeldBefore { duty: key.clone(), last: recurring.last });
            }
            let next = after(held_on, duty.every_days);
            let event = DutyEvent::Done { held_on, note: Some(note), evidence: None, next };
            Ok(vec![Event::Duty { duty: key.clone(), event }])
        }
        (DutyAct::Do { .. }, _) => Err(Rejection::DutyOfAnotherPhase { duty: key.clone(), phase: duty.phase.clone() }),
    }
}

/// Duties that a newly approved revision fulfils.
pub(crate) fn fulfilled(funnel: &Funnel, project: &Project, today: Date) -> Vec<Event> {
    let done = present(funnel, project).filter_map(|duty| {
        let recurring = project.duties.get(&duty.key)?;
        let kind = funnel.artefact(duty.artefact.as_ref()?)?;
        let evidence = evidence(project, &kind.key).filter(|e| e.revision > recurring.revision)?;
        let approved = approval_blockers(funnel, kind, Stage::Final, project).is_empty();
        let event =
            DutyEvent::Done { held_on: today, note: None, evidence: Some(evidence), next: after(today, duty.every_days) };
        approved.then(|| Event::Duty { duty: duty.key.clone(), event })
    });
    done.collect()
}

/// The next time of each duty.
pub(crate) fn tasks(funnel: &Funnel, project: &Project) -> Vec<Task> {
    let task = |duty: &Duty| {
        let recurring = project.duties.get(&duty.key)?;
        let document = duty.artefact.as_ref().and_then(|artefact| project.artefacts.get(artefact));
        let (kind, party) = (TaskKind::DoDuty(duty.key.clone()), Waiter::Party(duty.party.clone()));
        let revision = document.map(|d| d.current.number);
        Some(Task { revision, ..Task::new(kind, party, recurring.since, recurring.due) })
    };
    present(funnel, project).filter_map(task).collect()
}
