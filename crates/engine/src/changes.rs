//! Changes to a product in use (law 12): exactly what the kind of change names is asked again, and the next decision waits.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::context::Context;
use crate::event::{Event, Recorded};
use crate::fold::FoldError;
use crate::funnel::Funnel;
use crate::ids::{ChangeKey, PersonId};
use crate::limits;
use crate::moment::Timestamp;
use crate::permission::Need;
use crate::project::{Lifecycle, Project};
use crate::readiness::{Blocker, Check, CheckState, CheckSubject};
use crate::rejection::Rejection;
use crate::reopened::{OpenPoint, Reopening, is_answered, open_points, reopening};
use crate::tasks::Task;
use crate::text::TextRef;

/// The open changes of a project. Those that were closed are read from the log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// By number.
    pub open: BTreeMap<u32, Change>,
    /// The number of the last one reported, from 1.
    pub last: u32,
}

/// One open change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Of which kind.
    pub kind: ChangeKey,
    /// What changes.
    pub text: TextRef,
    /// Who reported it.
    pub by: PersonId,
    /// Since when.
    pub since: Timestamp,
    /// What is asked again.
    pub reopened: Reopening,
}

/// What people can do about changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeAct<T = TextRef> {
    /// Somebody says that something changes.
    Report {
        /// Of which kind.
        kind: ChangeKey,
        /// What changes.
        text: T,
    },
    /// The party that the funnel names closes a small change alone.
    CloseSmall {
        /// Its number.
        change: u32,
        /// Why nothing needs to be answered again.
        note: T,
    },
}

/// What happened to a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ChangeEvent {
    /// It was reported.
    Reported {
        /// Of which kind.
        kind: ChangeKey,
        /// What changes.
        text: TextRef,
        /// What is asked again.
        reopened: Reopening,
    },
    /// Everything was answered again.
    Closed,
    /// It was small, and closed by one party alone.
    ClosedAsSmall {
        /// Why nothing needed to be answered again.
        note: TextRef,
    },
}

impl<T> ChangeAct<T> {
    /// Replaces every text by what `store` makes of it.
    pub(crate) fn map_text<U>(self, mut store: impl FnMut(T) -> U) -> ChangeAct<U> {
        match self {
            Self::Report { kind, text } => ChangeAct::Report { kind, text: store(text) },
            Self::CloseSmall { change, note } => ChangeAct::CloseSmall { change, note: store(note) },
        }
    }
}

impl Changes {
    pub(crate) fn apply(&mut self, number: u32, event: &ChangeEvent, recorded: &Recorded) -> Result<(), FoldError> {
        let out_of_place = || FoldError::OutOfPlace(recorded.sequence);
        match event {
            ChangeEvent::Reported { kind, text, reopened } => {
                if number != self.last + 1 {
                    return Err(out_of_place());
                }
                let by = recorded.by.person().ok_or_else(out_of_place)?;
                let (kind, reopened) = (kind.clone(), reopened.clone());
                self.last = number;
                self.open.insert(number, Change { kind, text: *text, by, since: recorded.at.at, reopened });
            }
            ChangeEvent::Closed | ChangeEvent::ClosedAsSmall { .. } => {
                self.open.remove(&number).ok_or_else(out_of_place)?;
            }
        }
        Ok(())
    }
}

/// Who may do this about a change.
pub(crate) fn need(funnel: &Funnel, project: &Project, act: &ChangeAct) -> Need {
    match act {
        ChangeAct::Report { .. } => Need::LeadOrMember(project.involved.keys().cloned().collect()),
        ChangeAct::CloseSmall { change, .. } => {
            let kind = project.changes.open.get(change).and_then(|change| funnel.change_kind(&change.kind));
            kind.and_then(|kind| kind.small_closed_by.clone()).map_or(Need::Person, |party| Need::Member(vec![party]))
        }
    }
}

/// Decides what people do about changes.
///
/// # Errors
/// A product that is not in use, a change that is not open or never small (law 12), or whose reporter closes it (law 5).
pub(crate) fn decide(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    act: ChangeAct,
) -> Result<Vec<Event>, Rejection> {
    match act {
        ChangeAct::Report { kind, text } => report(funnel, project, context, kind, text),
        ChangeAct::CloseSmall { change: number, note } => {
            let change = project.changes.open.get(&number).ok_or(Rejection::ChangeNotOpen { change: number })?;
            let closed_by = funnel.change_kind(&change.kind).and_then(|kind| kind.small_closed_by.as_ref());
            let Some(closed_by) = closed_by else {
                return Err(Rejection::ChangeNeverSmall { change_kind: change.kind.clone() });
            };
            if context.is_own_work(closed_by, |person| person == change.by) && !funnel.relaxed() {
                return Err(Rejection::OwnChange { change: number });
            }
            Ok(vec![Event::Change { change: number, event: ChangeEvent::ClosedAsSmall { note } }])
        }
    }
}

fn report(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    key: ChangeKey,
    text: TextRef,
) -> Result<Vec<Event>, Rejection> {
    let Some(kind) = funnel.change_kind(&key) else { return Err(Rejection::UnknownChangeKind { change_kind: key }) };
    if !funnel.is_live(project) {
        return Err(Rejection::NotInUse { phase: project.phase.clone() });
    }
    let count = project.changes.open.len() + 1;
    if count > limits::OPEN_CHANGES {
        return Err(Rejection::ListLength { count, limit: limits::OPEN_CHANGES });
    }
    let due = context.calendar.after_working_days(context.now.today, kind.term_days);
    let reopened = reopening(funnel, project, &kind.artefacts, &kind.criteria, due);
    let event = ChangeEvent::Reported { kind: key, text, reopened };
    Ok(vec![Event::Change { change: project.changes.last + 1, event }])
}

/// What a change still waits for; nothing when it is not open.
#[must_use]
pub fn change_points(funnel: &Funnel, project: &Project, context: &Context<'_>, change: u32) -> Vec<OpenPoint> {
    project.changes.open.get(&change).map_or_else(Vec::new, |change| points(funnel, project, context, change))
}

fn points(funnel: &Funnel, project: &Project, context: &Context<'_>, change: &Change) -> Vec<OpenPoint> {
    open_points(funnel, project, context, &change.reopened, change.since)
}

/// Events for the changes of which everything was answered again.
pub(crate) fn done(funnel: &Funnel, project: &Project, context: &Context<'_>) -> Vec<Event> {
    let answered = |change: &Change| is_answered(funnel, project, context, &change.reopened, change.since);
    let done = project.changes.open.iter().filter(|(_, change)| answered(change));
    done.map(|(number, _)| Event::Change { change: *number, event: ChangeEvent::Closed }).collect()
}

/// The new answers that open changes wait for.
pub(crate) fn tasks(funnel: &Funnel, project: &Project, context: &Context<'_>) -> Vec<Task> {
    let open = project.changes.open.values().filter(|_| project.lifecycle == Lifecycle::Active);
    open.flat_map(|change| points(funnel, project, context, change)).flat_map(|point| point.tasks).collect()
}

/// The open gate waits for every open change that waits for something. One whose gaps in the organisation the board made a
/// plan for keeps no gate shut meanwhile, and one whose last gap was closed there is closed with what happens next.
pub(crate) fn checks(funnel: &Funnel, project: &Project, context: &Context<'_>) -> Vec<Check> {
    let waiting = project.changes.open.iter().map(|(number, change)| (*number, points(funnel, project, context, change)));
    let check = |(number, points): (u32, Vec<OpenPoint>)| Check {
        state: CheckState::Waiting,
        on: CheckSubject::Change(number),
        blockers: vec![Blocker::ChangeOpen { change: number }],
        blocking: true,
        tasks: points.into_iter().flat_map(|point| point.tasks).collect(),
    };
    waiting.filter(|(_, points)| !points.is_empty()).map(check).collect()
}
