//! Conditions: what a decision still demands (laws 3, 13 and 15). Each has an owner, a date and a party that accepts it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use time::{Date, Duration};

use crate::command::Command;
use crate::context::Context;
use crate::event::{Event, Recorded};
use crate::expiries::is_expired;
use crate::fold::FoldError;
use crate::funnel::{Funnel, Stage};
use crate::ids::{ArtefactKey, ClosingKey, CriterionKey, GateKey, PartyKey, PersonId};
use crate::limits;
use crate::moment::Timestamp;
use crate::permission::Need;
use crate::project::{Artefact, Lifecycle, Project};
use crate::readiness::{Blocker, Waiter, approval_blockers, changes_requested, review_task};
use crate::rejection::Rejection;
use crate::tasks::{Task, TaskKind};
use crate::text::TextRef;

/// The open conditions of a project. Those that were met are read from the log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conditions {
    /// By number.
    pub open: BTreeMap<u32, Condition>,
    /// The number of the last one opened, from 1.
    pub last: u32,
}

/// One open condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// What it demands.
    pub terms: Terms,
    /// Since when.
    pub since: Timestamp,
    /// Set when its owner says that it is met.
    pub reported: Option<Report>,
    /// The date of which its owner heard lately: by the reminder ahead of it, or because it was set as near as that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reminded: Option<Date>,
}

/// What a condition demands, of whom and by when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// What is demanded.
    pub demand: Demand,
    /// In words, where somebody wrote them.
    pub text: Option<TextRef>,
    /// Who sees to it.
    pub owner: Waiter,
    /// Which party accepts that it is met.
    pub accepted_by: PartyKey,
    /// By when.
    pub due: Date,
    /// The gate whose *go* it blocks while open.
    pub blocks: Option<GateKey>,
}

/// What a condition is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Demand {
    /// A document that a gate let be deferred: approved at this stage.
    Document {
        /// Which.
        artefact: ArtefactKey,
        /// How far.
        stage: Stage,
    },
    /// A criterion that a gate let be deferred, for one party.
    Criterion {
        /// Which.
        criterion: CriterionKey,
        /// Of whom.
        party: PartyKey,
    },
    /// Whatever its words say.
    Agreed,
    /// Work that stopping or retiring asks for (law 13).
    Closing {
        /// Which, of the funnel.
        duty: ClosingKey,
    },
}

/// The owner's word that a condition is met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Through whom.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// How it was met.
    pub note: TextRef,
}

/// What people can do with an open condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConditionAct<T = TextRef> {
    /// The owner says that it is met, and how.
    Report {
        /// How.
        note: T,
    },
    /// The accepting party agrees: the condition is closed.
    Accept {
        /// A remark.
        note: Option<T>,
    },
    /// The accepting party does not agree.
    SendBack {
        /// Why.
        note: T,
    },
    /// Its date comes near; only the system sends this (law 16).
    Remind,
}

/// What happened to a condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ConditionEvent {
    /// It was imposed.
    Opened {
        /// What it demands.
        terms: Terms,
    },
    /// Its owner said that it is met.
    Reported {
        /// How.
        note: TextRef,
    },
    /// It was accepted as met, and is closed.
    Accepted {
        /// A remark.
        note: Option<TextRef>,
    },
    /// Its owner was reminded ahead of its date.
    Reminded {
        /// The date.
        due: Date,
    },
    /// It got a new date, by an extra decision (law 3).
    Postponed {
        /// The date.
        due: Date,
    },
    /// It was sent back to its owner.
    SentBack {
        /// Why.
        note: TextRef,
    },
}

impl<T> ConditionAct<T> {
    /// Replaces every text by what `store` makes of it.
    pub(crate) fn map_text<U>(self, mut store: impl FnMut(T) -> U) -> ConditionAct<U> {
        match self {
            Self::Report { note } => ConditionAct::Report { note: store(note) },
            Self::Accept { note } => ConditionAct::Accept { note: note.map(store) },
            Self::SendBack { note } => ConditionAct::SendBack { note: store(note) },
            Self::Remind => ConditionAct::Remind,
        }
    }
}

impl Conditions {
    /// Events that open these conditions, numbered on from the last.
    ///
    /// # Errors
    /// [`Rejection::ListLength`] when the project would have more open conditions than
    /// [`limits::OPEN_CONDITIONS`].
    pub(crate) fn opening(&self, demands: Vec<Terms>) -> Result<Vec<Event>, Rejection> {
        let count = self.open.len() + demands.len();
        if count > limits::OPEN_CONDITIONS {
            return Err(Rejection::ListLength { count, limit: limits::OPEN_CONDITIONS });
        }
        let opened = |(number, terms)| Event::Condition { condition: number, event: ConditionEvent::Opened { terms } };
        Ok((self.last + 1..).zip(demands).map(opened).collect())
    }

    pub(crate) fn apply(&mut self, number: u32, event: &ConditionEvent, recorded: &Recorded) -> Result<(), FoldError> {
        let out_of_place = || FoldError::OutOfPlace(recorded.sequence);
        match event {
            ConditionEvent::Opened { terms } => {
                if number != self.last + 1 {
                    return Err(out_of_place());
                }
                self.last = number;
                let reminded = near(terms.due, recorded.at.today);
                self.open
                    .insert(number, Condition { terms: terms.clone(), since: recorded.at.at, reported: None, reminded });
            }
            ConditionEvent::Reported { note } => {
                let by = recorded.by.person().ok_or_else(out_of_place)?;
                let condition = self.open.get_mut(&number).ok_or_else(out_of_place)?;
                condition.reported = Some(Report { by, at: recorded.at.at, note: *note });
            }
            ConditionEvent::Accepted { .. } => {
                self.open.remove(&number).ok_or_else(out_of_place)?;
            }
            ConditionEvent::Postponed { due } => {
                let condition = self.open.get_mut(&number).ok_or_else(out_of_place)?;
                condition.terms.due = *due;
                condition.reported = None;
                condition.reminded = near(*due, recorded.at.today);
            }
            ConditionEvent::Reminded { due } => {
                self.open.get_mut(&number).ok_or_else(out_of_place)?.reminded = Some(*due);
            }
            ConditionEvent::SentBack { .. } => {
                self.open.get_mut(&number).ok_or_else(out_of_place)?.reported = None;
            }
        }
        Ok(())
    }

    /// Whether an open condition waits for the approval of this document.
    pub(crate) fn demand_document(&self, artefact: &ArtefactKey) -> bool {
        let demands = |condition: &Condition| matches!(&condition.terms.demand, Demand::Document { artefact: of, .. } if of == artefact);
        self.open.values().any(demands)
    }

    /// The open conditions that block `gate` (laws 2 and 3).
    pub fn blocking<'a>(&'a self, gate: &'a GateKey) -> impl Iterator<Item = (u32, &'a Condition)> {
        self.open.iter().filter(|(_, condition)| condition.terms.blocks.as_ref() == Some(gate)).map(|(n, c)| (*n, c))
    }
}

/// The date, where it was set so near that a reminder would only say the same again.
fn near(due: Date, today: Date) -> Option<Date> {
    ((due - today).whole_days() <= limits::CONDITION_NOTICE_DAYS).then_some(due)
}

/// When the owner of a condition is reminded, where that is still to come and the date is not over.
fn remind_on(condition: &Condition, today: Date) -> Option<Date> {
    let due = condition.terms.due;
    let waits = condition.reported.is_none() && condition.reminded != Some(due) && due >= today;
    waits.then(|| due.checked_sub(Duration::days(limits::CONDITION_NOTICE_DAYS)).unwrap_or(due))
}

/// The commands that time sends now.
pub(crate) fn due(project: &Project, today: Date) -> impl Iterator<Item = Command> {
    let now = move |(_, condition): &(&u32, &Condition)| remind_on(condition, today).is_some_and(|on| on <= today);
    let remind = |(number, _): (&u32, &Condition)| Command::Condition { condition: *number, act: ConditionAct::Remind };
    project.conditions.open.iter().filter(now).map(remind)
}

/// The first date on which [`due`] may give something.
pub(crate) fn next_due(project: &Project, today: Date) -> Option<Date> {
    project.conditions.open.values().filter_map(|condition| remind_on(condition, today)).min()
}

/// Who may do this with a condition.
pub(crate) fn need(project: &Project, number: u32, act: &ConditionAct) -> Need {
    let Some(condition) = project.conditions.open.get(&number) else { return Need::Person };
    match (act, &condition.terms.owner) {
        (ConditionAct::Report { .. }, Waiter::Person(owner)) => Need::LeadOrPerson(*owner),
        (ConditionAct::Report { .. }, Waiter::Party(owner)) => Need::LeadOrMember(vec![owner.clone()]),
        (ConditionAct::Accept { .. } | ConditionAct::SendBack { .. }, _) => {
            Need::Member(vec![condition.terms.accepted_by.clone()])
        }
        (ConditionAct::Remind, _) => Need::System,
    }
}

/// Decides what people do with an open condition.
///
/// # Errors
/// A condition that is not open, acceptance by who reported it (law 5), or of a document that is not approved (law 3).
pub(crate) fn decide(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    number: u32,
    act: &ConditionAct,
) -> Result<Vec<Event>, Rejection> {
    let condition = project.conditions.open.get(&number).ok_or(Rejection::ConditionNotOpen { condition: number })?;
    let event = match *act {
        ConditionAct::Report { note } => ConditionEvent::Reported { note },
        ConditionAct::Remind => {
            let today = context.now.today;
            remind_on(condition, today).filter(|on| *on <= today).ok_or(Rejection::NotOverdue)?;
            ConditionEvent::Reminded { due: condition.terms.due }
        }
        ConditionAct::SendBack { note } => {
            reported(condition, number)?;
            ConditionEvent::SentBack { note }
        }
        ConditionAct::Accept { note } => {
            let report = reported(condition, number)?;
            let own = context.is_own_work(&condition.terms.accepted_by, |person| person == report.by);
            if own && !funnel.relaxed() {
                return Err(Rejection::OwnReport { condition: number });
            }
            let blockers = unmet(funnel, project, &condition.terms.demand, context.now.today);
            if !blockers.is_empty() {
                return Err(Rejection::NotReady { blockers });
            }
            ConditionEvent::Accepted { note }
        }
    };
    let last = matches!(event, ConditionEvent::Accepted { .. }) && project.conditions.open.len() == 1;
    let mut events = vec![Event::Condition { condition: number, event }];
    // Law 13: a finished project is closed when nothing is left to do for it.
    if last && project.lifecycle != Lifecycle::Active && project.signals.open.is_empty() {
        events.push(Event::ProjectClosed);
    }
    Ok(events)
}

fn reported(condition: &Condition, number: u32) -> Result<&Report, Rejection> {
    condition.reported.as_ref().ok_or(Rejection::ConditionNotReported { condition: number })
}

/// What the engine itself can see to be missing: a document has to be approved. The rest is the accepting party's word.
fn unmet(funnel: &Funnel, project: &Project, demand: &Demand, today: Date) -> Vec<Blocker> {
    match demand {
        // An approval of what ran out proves nothing (law 12).
        Demand::Document { artefact, .. } if is_expired(project, artefact, today) => {
            vec![Blocker::DocumentExpired { artefact: artefact.clone() }]
        }
        Demand::Document { artefact, stage } => match funnel.artefact(artefact) {
            Some(kind) => approval_blockers(funnel, kind, *stage, project),
            None => Vec::new(),
        },
        Demand::Criterion { .. } | Demand::Agreed | Demand::Closing { .. } => Vec::new(),
    }
}

/// The reviews that open conditions wait for: a gate let the document be deferred, so no gate may ask them any more, and the
/// condition is met only when they are there.
pub(crate) fn reviews(funnel: &Funnel, project: &Project, today: Date) -> Vec<Task> {
    let demanded = project.conditions.open.values().filter_map(|condition| match &condition.terms.demand {
        Demand::Document { artefact, stage } => Some((funnel.artefact(artefact)?, *stage)),
        Demand::Criterion { .. } | Demand::Agreed | Demand::Closing { .. } => None,
    });
    let owed = demanded.flat_map(|(kind, stage)| {
        let ready = |document: &&Artefact| {
            document.current.stage >= stage
                && !is_expired(project, &kind.key, today)
                && changes_requested(funnel, kind, document, project).is_none()
        };
        let document = project.artefacts.get(&kind.key).filter(ready);
        let parties = funnel.reviewers(kind, &project.facts).filter(|party| project.involved.contains_key(*party));
        parties.filter_map(move |party| review_task(&kind.key, document?, party, project)).collect::<Vec<_>>()
    });
    owed.collect()
}

/// The tasks of open conditions: the owner's, and when reported the accepting party's.
pub(crate) fn tasks(project: &Project) -> impl Iterator<Item = Task> {
    project.conditions.open.iter().map(|(number, condition)| {
        let terms = &condition.terms;
        let (kind, waits_for, since) = match &condition.reported {
            None => (TaskKind::MeetCondition(*number), terms.owner.clone(), condition.since),
            Some(report) => (TaskKind::AcceptCondition(*number), Waiter::Party(terms.accepted_by.clone()), report.at),
        };
        Task::new(kind, waits_for, since, terms.due)
    })
}
