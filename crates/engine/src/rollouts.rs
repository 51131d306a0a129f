//! Rollouts: a team or location that starts, on its own date and after a light check (law 12).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use time::Date;

use crate::context::Context;
use crate::early::not_in_the_future;
use crate::event::{Event, Recorded};
use crate::fold::FoldError;
use crate::funnel::{Funnel, RolloutCheck};
use crate::ids::{PartyKey, RolloutCheckKey};
use crate::limits;
use crate::moment::Timestamp;
use crate::permission::Need;
use crate::project::{Lifecycle, Project};
use crate::readiness::Waiter;
use crate::rejection::Rejection;
use crate::tasks::{Task, TaskKind};
use crate::text::TextRef;

/// The rollouts of a project that did not start yet. The others are read from the log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rollouts {
    /// By number.
    pub planned: BTreeMap<u32, Rollout>,
    /// How many started.
    pub started: u32,
    /// The number of the last one planned, from 1.
    pub last: u32,
}

/// A rollout that did not start yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rollout {
    /// Which team or location.
    pub name: TextRef,
    /// When it is to start.
    pub on: Date,
    /// Since when it is planned.
    pub since: Timestamp,
    /// The answers to its checks; only *yes* lets it start.
    pub answers: BTreeMap<RolloutCheckKey, bool>,
}

/// What people can do with rollouts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RolloutAct<T = TextRef> {
    /// Plans one.
    Plan {
        /// Which team or location.
        name: T,
        /// When it is to start.
        on: Date,
    },
    /// A party answers its checks, many in one act.
    Answer {
        /// Its number.
        rollout: u32,
        /// Which party.
        party: PartyKey,
        /// The answers.
        answers: BTreeMap<RolloutCheckKey, bool>,
    },
    /// It started.
    Start {
        /// Its number.
        rollout: u32,
        /// When.
        on: Date,
    },
    /// It does not go through.
    Cancel {
        /// Its number.
        rollout: u32,
        /// Why.
        reason: T,
    },
}

/// What happened to a rollout.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum RolloutEvent {
    /// It was planned.
    Planned {
        /// Which team or location.
        name: TextRef,
        /// When it is to start.
        on: Date,
    },
    /// A party answered its checks.
    Answered {
        /// Which party.
        party: PartyKey,
        /// The answers.
        answers: BTreeMap<RolloutCheckKey, bool>,
    },
    /// It started.
    Started {
        /// When.
        on: Date,
    },
    /// It did not go through.
    Cancelled {
        /// Why.
        reason: TextRef,
    },
}

impl<T> RolloutAct<T> {
    /// Replaces every text by what `store` makes of it.
    pub(crate) fn map_text<U>(self, mut store: impl FnMut(T) -> U) -> RolloutAct<U> {
        match self {
            Self::Plan { name, on } => RolloutAct::Plan { name: store(name), on },
            Self::Answer { rollout, party, answers } => RolloutAct::Answer { rollout, party, answers },
            Self::Start { rollout, on } => RolloutAct::Start { rollout, on },
            Self::Cancel { rollout, reason } => RolloutAct::Cancel { rollout, reason: store(reason) },
        }
    }
}

impl Rollouts {
    pub(crate) fn apply(&mut self, number: u32, event: &RolloutEvent, recorded: &Recorded) -> Result<(), FoldError> {
        let out_of_place = || FoldError::OutOfPlace(recorded.sequence);
        match event {
            RolloutEvent::Planned { name, on } => {
                if number != self.last + 1 {
                    return Err(out_of_place());
                }
                self.last = number;
                let rollout = Rollout { name: *name, on: *on, since: recorded.at.at, answers: BTreeMap::new() };
                self.planned.insert(number, rollout);
            }
            RolloutEvent::Answered { answers, .. } => {
                let rollout = self.planned.get_mut(&number).ok_or_else(out_of_place)?;
                rollout.answers.extend(answers.iter().map(|(check, yes)| (check.clone(), *yes)));
            }
            RolloutEvent::Started { .. } => {
                self.planned.remove(&number).ok_or_else(out_of_place)?;
                self.started += 1;
            }
            RolloutEvent::Cancelled { .. } => {
                self.planned.remove(&number).ok_or_else(out_of_place)?;
            }
        }
        Ok(())
    }
}

/// Who may do this with a rollout.
pub(crate) fn need(act: &RolloutAct) -> Need {
    match act {
        RolloutAct::Answer { party, .. } => Need::Member(vec![party.clone()]),
        RolloutAct::Plan { .. } | RolloutAct::Start { .. } | RolloutAct::Cancel { .. } => Need::Lead,
    }
}

/// Decides what people do with rollouts.
///
/// # Errors
/// A product that is not in use or suspended, a rollout that is not planned, checks without a *yes* (law 12), a start in the
/// future (law 14).
pub(crate) fn decide(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    act: RolloutAct,
) -> Result<Vec<Event>, Rejection> {
    let planned =
        |number: u32| project.rollouts.planned.get(&number).ok_or(Rejection::RolloutNotPlanned { rollout: number });
    let (rollout, event) = match act {
        RolloutAct::Plan { name, on } => {
            in_use(funnel, project)?;
            let count = project.rollouts.planned.len() + 1;
            if count > limits::PLANNED_ROLLOUTS {
                return Err(Rejection::ListLength { count, limit: limits::PLANNED_ROLLOUTS });
            }
            if on < context.now.today {
                return Err(Rejection::InThePast { date: on });
            }
            (project.rollouts.last + 1, RolloutEvent::Planned { name, on })
        }
        RolloutAct::Answer { rollout, party, answers } => {
            planned(rollout)?;
            own_checks(funnel, &party, &answers)?;
            (rollout, RolloutEvent::Answered { party, answers })
        }
        RolloutAct::Start { rollout, on } => {
            let unanswered = unanswered(funnel, planned(rollout)?).map(|check| check.key.clone()).collect::<Vec<_>>();
            in_use(funnel, project)?;
            not_in_the_future(context, on)?;
            if !unanswered.is_empty() {
                return Err(Rejection::RolloutNotChecked { rollout, checks: unanswered });
            }
            (rollout, RolloutEvent::Started { on })
        }
        RolloutAct::Cancel { rollout, reason } => {
            planned(rollout)?;
            (rollout, RolloutEvent::Cancelled { reason })
        }
    };
    Ok(vec![Event::Rollout { rollout, event }])
}

fn in_use(funnel: &Funnel, project: &Project) -> Result<(), Rejection> {
    if !funnel.is_live(project) {
        return Err(Rejection::NotInUse { phase: project.phase.clone() });
    }
    if project.suspended.is_empty() {
        Ok(())
    } else {
        Err(Rejection::UseSuspended { parties: project.suspended.keys().cloned().collect() })
    }
}

/// Whether these checks are the party's own, and at least one.
fn own_checks(funnel: &Funnel, party: &PartyKey, answers: &BTreeMap<RolloutCheckKey, bool>) -> Result<(), Rejection> {
    let limit = funnel.rollout_checks.len();
    if answers.is_empty() {
        return Err(Rejection::ListLength { count: 0, limit });
    }
    let own = |key: &RolloutCheckKey| funnel.rollout_checks.iter().any(|check| check.key == *key && check.party == *party);
    match answers.keys().find(|key| !own(key)) {
        Some(check) => Err(Rejection::UnknownRolloutCheck { check: check.clone(), party: party.clone() }),
        None => Ok(()),
    }
}

/// The checks that were not answered with *yes*.
fn unanswered<'a>(funnel: &'a Funnel, rollout: &'a Rollout) -> impl Iterator<Item = &'a RolloutCheck> {
    funnel.rollout_checks.iter().filter(|check| rollout.answers.get(&check.key) != Some(&true))
}

/// Answering the checks of planned rollouts, and then starting them.
pub(crate) fn tasks(funnel: &Funnel, project: &Project) -> Vec<Task> {
    let active = project.lifecycle == Lifecycle::Active && in_use(funnel, project).is_ok();
    let planned = project.rollouts.planned.iter().filter(|_| active);
    planned.flat_map(|(number, rollout)| rollout_tasks(funnel, project, *number, rollout)).collect()
}

fn rollout_tasks(funnel: &Funnel, project: &Project, number: u32, rollout: &Rollout) -> Vec<Task> {
    let task = |kind, waits_for| Task::new(kind, waits_for, rollout.since, rollout.on);
    let mut parties: Vec<&PartyKey> = unanswered(funnel, rollout).map(|check| &check.party).collect();
    parties.sort();
    parties.dedup();
    if parties.is_empty() {
        return vec![task(TaskKind::StartRollout(number), Waiter::Person(project.lead))];
    }
    let check = |party: &PartyKey| task(TaskKind::CheckRollout(number, party.clone()), Waiter::Party(party.clone()));
    parties.into_iter().map(check).collect()
}
