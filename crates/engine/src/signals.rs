//! When something goes wrong (law 12): a signal reopens what the funnel names and stays in sight until it was handled.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use time::Date;

use crate::context::Context;
use crate::early::not_in_the_future;
use crate::event::{Event, Recorded};
use crate::fold::FoldError;
use crate::funnel::Funnel;
use crate::limits;
use crate::moment::Timestamp;
use crate::permission::Need;
use crate::project::{Lifecycle, Project};
use crate::readiness::{Blocker, Check, CheckState, CheckSubject, Waiter};
use crate::rejection::Rejection;
use crate::reopened::{OpenPoint, Reopening, open_points, reopening};
use crate::tasks::{Task, TaskKind};
use crate::text::TextRef;

/// The signals of a project that were not handled. The others are read from the log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signals {
    /// By number.
    pub open: BTreeMap<u32, Signal>,
    /// The number of the last one reported, from 1.
    pub last: u32,
}

/// One signal that was not handled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signal {
    /// Of which kind.
    pub kind: SignalKind,
    /// Where it is kept, in plain text without client data.
    pub reference: TextRef,
    /// When it happened.
    pub on: Date,
    /// Since when it is known here.
    pub since: Timestamp,
    /// What is asked again.
    pub reopened: Reopening,
}

/// What kind of signal it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignalKind {
    /// Incident.
    Incident,
    /// Datalek.
    DataBreach,
    /// Klacht.
    Complaint,
    /// Ervaring van een cliënt.
    Experience,
}

/// What people can do about signals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignalAct<T = TextRef> {
    /// Somebody says that something went wrong.
    Report {
        /// What kind.
        kind: SignalKind,
        /// Where it is kept, in plain text without client data.
        reference: T,
        /// When it happened.
        on: Date,
    },
    /// The party that the funnel names says what was done with it.
    Handle {
        /// Its number.
        signal: u32,
        /// What was done.
        note: T,
    },
}

/// What happened to a signal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum SignalEvent {
    /// It came in.
    Reported {
        /// What kind.
        kind: SignalKind,
        /// Where it is kept.
        reference: TextRef,
        /// When it happened.
        on: Date,
        /// What is asked again.
        reopened: Reopening,
    },
    /// It was handled.
    Handled {
        /// What was done.
        note: TextRef,
    },
}

impl<T> SignalAct<T> {
    /// Replaces every text by what `store` makes of it.
    pub(crate) fn map_text<U>(self, mut store: impl FnMut(T) -> U) -> SignalAct<U> {
        match self {
            Self::Report { kind, reference, on } => SignalAct::Report { kind, reference: store(reference), on },
            Self::Handle { signal, note } => SignalAct::Handle { signal, note: store(note) },
        }
    }
}

impl Signals {
    pub(crate) fn apply(&mut self, number: u32, event: &SignalEvent, recorded: &Recorded) -> Result<(), FoldError> {
        match event {
            SignalEvent::Reported { kind, reference, on, reopened } => {
                if number != self.last + 1 {
                    return Err(FoldError::OutOfPlace(recorded.sequence));
                }
                self.last = number;
                let (since, reopened) = (recorded.at.at, reopened.clone());
                self.open.insert(number, Signal { kind: *kind, reference: *reference, on: *on, since, reopened });
            }
            SignalEvent::Handled { .. } => {
                self.open.remove(&number).ok_or(FoldError::OutOfPlace(recorded.sequence))?;
            }
        }
        Ok(())
    }
}

/// Who may do this about a signal: whoever hears of something reports it.
pub(crate) fn need(funnel: &Funnel, act: &SignalAct) -> Need {
    match (act, &funnel.signals) {
        (SignalAct::Handle { .. }, Some(rules)) => Need::Member(vec![rules.handled_by.clone()]),
        (SignalAct::Report { .. } | SignalAct::Handle { .. }, _) => Need::Person,
    }
}

/// Decides what people do about signals.
///
/// # Errors
/// A funnel without signals (law 19), a date in the future (law 14), a signal that is not open, or whose criteria were not
/// answered again (law 12).
pub(crate) fn decide(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    act: &SignalAct,
) -> Result<Vec<Event>, Rejection> {
    let rules = funnel.signals.as_ref().ok_or(Rejection::NoSignalsHere)?;
    match *act {
        SignalAct::Report { kind, reference, on } => {
            not_in_the_future(context, on)?;
            let count = project.signals.open.len() + 1;
            if count > limits::OPEN_SIGNALS {
                return Err(Rejection::ListLength { count, limit: limits::OPEN_SIGNALS });
            }
            let due = context.calendar.after_working_days(context.now.today, rules.term_days);
            let reopened = match project.lifecycle {
                Lifecycle::Active => reopening(funnel, project, &[], &rules.reopens, due),
                // Nothing is asked again of a product that goes out of use; the signal is handled all the same.
                Lifecycle::Stopped | Lifecycle::Retired => reopening(funnel, project, &[], [], due),
            };
            let event = SignalEvent::Reported { kind, reference, on, reopened };
            Ok(vec![Event::Signal { signal: project.signals.last + 1, event }])
        }
        SignalAct::Handle { signal: number, note } => {
            let signal = project.signals.open.get(&number).ok_or(Rejection::SignalNotOpen { signal: number })?;
            let blockers: Vec<Blocker> =
                points(funnel, project, context, signal).into_iter().map(|point| point.blocker).collect();
            if !blockers.is_empty() {
                return Err(Rejection::SignalNotAnswered { signal: number, blockers });
            }
            let mut events = vec![Event::Signal { signal: number, event: SignalEvent::Handled { note } }];
            // Law 13: a finished project is closed when nothing is left to do for it.
            let last = project.signals.open.len() == 1 && project.conditions.open.is_empty();
            if last && project.lifecycle != Lifecycle::Active {
                events.push(Event::ProjectClosed);
            }
            Ok(events)
        }
    }
}

/// What has to be answered again before a signal can be handled; nothing for one that is not open.
#[must_use]
pub fn signal_points(funnel: &Funnel, project: &Project, context: &Context<'_>, signal: u32) -> Vec<OpenPoint> {
    project.signals.open.get(&signal).map_or_else(Vec::new, |signal| points(funnel, project, context, signal))
}

fn points(funnel: &Funnel, project: &Project, context: &Context<'_>, signal: &Signal) -> Vec<OpenPoint> {
    if project.lifecycle != Lifecycle::Active {
        return Vec::new();
    }
    open_points(funnel, project, context, &signal.reopened, signal.since)
}

/// The answers that open signals ask again, and handling them.
pub(crate) fn tasks(funnel: &Funnel, project: &Project, context: &Context<'_>) -> Vec<Task> {
    let open = project.signals.open.iter().filter(|_| project.closed.is_none());
    open.flat_map(|(number, signal)| signal_tasks(funnel, project, context, *number, signal)).collect()
}

fn signal_tasks(funnel: &Funnel, project: &Project, context: &Context<'_>, number: u32, signal: &Signal) -> Vec<Task> {
    let answers = points(funnel, project, context, signal).into_iter().flat_map(|point| point.tasks);
    let handle = funnel.signals.as_ref().map(|rules| {
        let handler = Waiter::Party(rules.handled_by.clone());
        Task::new(TaskKind::HandleSignal(number), handler, signal.since, signal.reopened.due)
    });
    answers.chain(handle).collect()
}

/// Every signal is an open point at the gate until it was handled.
pub(crate) fn checks(funnel: &Funnel, project: &Project, context: &Context<'_>) -> Vec<Check> {
    let check = |(number, signal): (&u32, &Signal)| Check {
        state: CheckState::Waiting,
        on: CheckSubject::Signal(*number),
        blockers: vec![Blocker::SignalOpen { signal: *number }],
        blocking: true,
        tasks: signal_tasks(funnel, project, context, *number, signal),
    };
    project.signals.open.iter().map(check).collect()
}
