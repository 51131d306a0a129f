//! How a project moves between phases, ends, and opens its gates (laws 1, 6, 12 and 13).

use time::Duration;

use crate::ballots::{Choice, Matter};
use crate::conditions::{Conditions, Demand, Terms};
use crate::context::Context;
use crate::event::Event;
use crate::funnel::{Funnel, Gate, Phase};
use crate::ids::PhaseKey;
use crate::project::{Lifecycle, Project};
use crate::readiness::Waiter;
use crate::rejection::Rejection;
use crate::text::TextRef;

/// Enters a phase: its parties take part from now on, and its gate opens or, where it recurs, is planned.
pub(super) fn enter(funnel: &Funnel, project: &Project, context: &Context<'_>, to: &PhaseKey, events: &mut Vec<Event>) {
    let Some(phase) = funnel.phase(to) else { return };
    events.push(Event::PhaseEntered { phase: phase.key.clone(), involved: phase.involves.clone() });
    if let Some(gate) = &phase.gate {
        open_or_plan(project, context, gate, events);
    }
}

/// The first phase of a new project.
pub(super) fn begin(phase: &Phase, context: &Context<'_>, events: &mut Vec<Event>) {
    events.push(Event::PhaseEntered { phase: phase.key.clone(), involved: phase.involves.clone() });
    if let Some(gate) = &phase.gate {
        events.push(match gate.recurs_after_days {
            Some(days) => planned(context, gate, days),
            None => opened(context, gate, 1),
        });
    }
}

/// Opens the next round of a gate, or plans it where the gate recurs.
pub(super) fn open_or_plan(project: &Project, context: &Context<'_>, gate: &Gate, events: &mut Vec<Event>) {
    match gate.recurs_after_days {
        Some(days) => events.push(planned(context, gate, days)),
        None => open_round(project, context, gate, events),
    }
}

/// Opens the next round of a gate.
pub(super) fn open_round(project: &Project, context: &Context<'_>, gate: &Gate, events: &mut Vec<Event>) {
    let number = project.rounds.get(&gate.key).copied().unwrap_or(0) + 1;
    events.push(opened(context, gate, number));
}

fn opened(context: &Context<'_>, gate: &Gate, round: u32) -> Event {
    let due = context.calendar.after_working_days(context.now.today, gate.term_days);
    Event::RoundOpened { gate: gate.key.clone(), round, due }
}

fn planned(context: &Context<'_>, gate: &Gate, days: u16) -> Event {
    let today = context.now.today;
    Event::RoundPlanned { gate: gate.key.clone(), on: today.checked_add(Duration::days(i64::from(days))).unwrap_or(today) }
}

/// *Go*: to the next phase, on in this one until the gate recurs, or out of use for good.
pub(super) fn go_on(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    gate: &Gate,
    events: &mut Vec<Event>,
) -> Result<(), Rejection> {
    match &gate.go_to {
        Some(phase) if *phase == project.phase => open_or_plan(project, context, gate, events),
        Some(phase) => enter(funnel, project, context, phase, events),
        None => {
            // What earlier decisions demanded ends with the project. What this one imposes is work of closing it: it comes
            // after the end, and the closing duties are numbered after it.
            let is_condition = |event: &Event| matches!(event, Event::Condition { .. });
            let imposed = events.iter().filter(|event| is_condition(event)).count();
            let last = project.conditions.last.saturating_add(u32::try_from(imposed).unwrap_or(u32::MAX));
            let after = Conditions { last, ..Conditions::default() };
            let end = events.iter().position(is_condition).unwrap_or(events.len());
            events.insert(end, Event::ProjectRetired { gate: gate.key.clone() });
            events.extend(after.opening(closing(funnel, project, context))?);
            close_when_done(project, events);
        }
    }
    Ok(())
}

/// *Stop*: the end, or the phase in which the product is taken out of use.
pub(super) fn close(funnel: &Funnel, project: &Project, context: &Context<'_>, gate: &Gate, events: &mut Vec<Event>) {
    if let Some(phase) = &gate.stop_to {
        enter(funnel, project, context, phase, events);
    } else {
        events.push(Event::ProjectStopped { gate: gate.key.clone() });
        close_when_done(project, events);
    }
}

/// Law 13: a finished project is closed when nothing is left to do for it.
fn close_when_done(project: &Project, events: &mut Vec<Event>) {
    // Earlier conditions end with the project; what the decision imposed and what closing asks for stand beside this event.
    let open = events.iter().any(|event| matches!(event, Event::Condition { .. })) || !project.signals.open.is_empty();
    if !open {
        events.push(Event::ProjectClosed);
    }
}

/// Law 13: what stopping asks for, as far as the project got.
pub(super) fn closing(funnel: &Funnel, project: &Project, context: &Context<'_>) -> Vec<Terms> {
    // A project that was brought in went through its earlier phases all the same, only not here (law 1).
    let went_through = |phase: &PhaseKey| project.entered.contains_key(phase) || project.unrecorded.contains(phase);
    let reached = |from: &Option<PhaseKey>| from.as_ref().is_none_or(went_through);
    let needed = funnel.closing.iter().filter(|duty| reached(&duty.from_phase) && funnel.holds(&duty.when, &project.facts));
    needed
        .map(|duty| Terms {
            demand: Demand::Closing { duty: duty.key.clone() },
            text: None,
            owner: duty.owner.as_ref().map_or(Waiter::Person(project.lead), |party| Waiter::Party(party.clone())),
            accepted_by: duty.accepted_by.clone(),
            due: context.calendar.after_working_days(context.now.today, duty.days),
            blocks: None,
        })
        .collect()
}

/// Law 1: a stopped project goes on again, by the gate that stopped it, in a phase no later than it left. Its answers are
/// asked again: a new round opens without any.
pub(super) fn reopen(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    phase: &PhaseKey,
    motivation: TextRef,
) -> Result<Vec<Event>, Rejection> {
    let stopped_by = project.stopped_by.as_ref().filter(|_| project.lifecycle == Lifecycle::Stopped);
    let Some(gate) = stopped_by.and_then(|key| funnel.gate(key)) else { return Err(Rejection::NotStopped) };
    let reached = funnel.phases.iter().position(|p| p.key == project.phase).unwrap_or(0);
    let allowed: Vec<_> = funnel.phases.iter().take(reached + 1).map(|p| p.key.clone()).collect();
    if !allowed.contains(phase) {
        return Err(Rejection::ReopenTarget { to: phase.clone(), allowed });
    }
    let choice = &Choice::Reopening(phase.clone());
    let (vote, counted) = super::gate::vote(funnel, project, context, gate, Matter::Reopening, choice, motivation)?;
    let mut events: Vec<Event> = vote.into_iter().collect();
    if let Some(counted) = counted {
        let party = gate.decided_by.clone();
        events.push(Event::ProjectReopened { gate: gate.key.clone(), motivation, party, counted });
        enter(funnel, project, context, phase, &mut events);
    }
    Ok(events)
}

/// Opens the round of a recurring gate: on its date by time, or earlier by the lead.
pub(super) fn open_planned(funnel: &Funnel, project: &Project, context: &Context<'_>) -> Result<Vec<Event>, Rejection> {
    let planned = project.planned.as_ref().ok_or(Rejection::NoRoundPlanned)?;
    let early = context.actor.person().is_some();
    if !early && planned.on > context.now.today {
        return Err(Rejection::NotOverdue);
    }
    let gate = funnel.gate(&planned.gate).ok_or(Rejection::NoRoundPlanned)?;
    let mut events = Vec::new();
    open_round(project, context, gate, &mut events);
    Ok(events)
}

/// Ends a hold: on its review date by time, or earlier by a person.
pub(super) fn end_hold(funnel: &Funnel, project: &Project, context: &Context<'_>) -> Result<Vec<Event>, Rejection> {
    let hold = project.hold.as_ref().ok_or(Rejection::NotOnHold)?;
    if context.actor.person().is_none() && hold.review_on > context.now.today {
        return Err(Rejection::NotOverdue);
    }
    let days = funnel.open_gate(project).map_or(0, |gate| gate.term_days);
    Ok(vec![Event::HoldEnded { due: context.calendar.after_working_days(context.now.today, days) }])
}
