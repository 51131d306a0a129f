//! The extra decision that an overdue condition calls once a product is in use (law 3).

use crate::ballots::{Choice, Matter};
use crate::command::Aftermath;
use crate::conditions::ConditionEvent;
use crate::context::Context;
use crate::event::Event;
use crate::funnel::{Funnel, Gate};
use crate::limits;
use crate::project::{Lifecycle, Project};
use crate::rejection::Rejection;
use crate::text::TextRef;

/// Whether an extra decision has to be called on this condition now.
pub(crate) fn is_called_for(funnel: &Funnel, project: &Project, context: &Context<'_>, condition: u32) -> bool {
    let open = project.conditions.open.get(&condition);
    possible(funnel, project)
        && !project.extra.contains_key(&condition)
        && open.is_some_and(|c| c.terms.due < context.now.today)
}

/// Whether conditions of this project call extra decisions at all: once it is in use.
pub(crate) fn possible(funnel: &Funnel, project: &Project) -> bool {
    let in_use = funnel.phase(&project.phase).is_some_and(|phase| phase.live && phase.gate.is_some());
    in_use && project.lifecycle == Lifecycle::Active
}

pub(super) fn call(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    condition: u32,
) -> Result<Vec<Event>, Rejection> {
    if !is_called_for(funnel, project, context, condition) {
        return Err(Rejection::NotOverdue);
    }
    let due = context.calendar.after_working_days(context.now.today, funnel.extra_decision_days);
    Ok(vec![Event::ExtraDecisionCalled { condition, due }])
}

/// Go on with a new date, pause the use, or stop.
pub(super) fn decide(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    condition: u32,
    aftermath: Aftermath,
    motivation: TextRef,
    lessons: Option<TextRef>,
) -> Result<Vec<Event>, Rejection> {
    if !project.extra.contains_key(&condition) {
        return Err(Rejection::NoExtraDecision { condition });
    }
    let gate = deciding_gate(funnel, project).ok_or(Rejection::NoExtraDecision { condition })?;
    match aftermath {
        Aftermath::GoOn { due } => super::future(context, due, limits::CONDITION_DAYS)?,
        Aftermath::Stop if lessons.is_none() => return Err(Rejection::LessonsNeeded),
        Aftermath::Pause | Aftermath::Stop => {}
    }
    let matter = Matter::Extra { condition };
    let choice = &Choice::Aftermath(aftermath);
    let (vote, counted) = super::gate::vote(funnel, project, context, gate, matter, choice, motivation)?;
    let mut events: Vec<Event> = vote.into_iter().collect();
    let Some(counted) = counted else { return Ok(events) };
    let party = gate.decided_by.clone();
    events.push(Event::ExtraDecided { condition, aftermath, motivation, lessons, party, counted });
    match aftermath {
        Aftermath::GoOn { due } => {
            events.push(Event::Condition { condition, event: ConditionEvent::Postponed { due } });
        }
        Aftermath::Pause => {}
        Aftermath::Stop => {
            if gate.stop_to.is_none() {
                events.extend(project.conditions.opening(super::moving::closing(funnel, project, context))?);
            }
            super::moving::close(funnel, project, context, gate, &mut events);
        }
    }
    Ok(events)
}

/// Who decides while in use: the party of the phase's gate.
pub(crate) fn deciding_gate<'a>(funnel: &'a Funnel, project: &Project) -> Option<&'a Gate> {
    funnel.phase(&project.phase)?.gate.as_ref()
}
