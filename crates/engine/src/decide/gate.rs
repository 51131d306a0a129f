//! Deciding a gate (laws 1, 2, 4, 5 and 10).

use super::{counted, enter};
use crate::command::Outcome;
use crate::context::Context;
use crate::event::Event;
use crate::funnel::{Funnel, Gate};
use crate::ids::{GateKey, PhaseKey};
use crate::project::Project;
use crate::readiness::readiness;
use crate::rejection::Rejection;
use crate::text::TextRef;

pub(super) fn decide_gate(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    key: &GateKey,
    outcome: &Outcome,
    motivation: TextRef,
) -> Result<Vec<Event>, Rejection> {
    let open = project.round.as_ref().map(|round| round.gate.clone());
    let (Some(gate), Some(readiness)) =
        (funnel.open_gate(project).filter(|gate| gate.key == *key), readiness(funnel, project, context))
    else {
        return Err(Rejection::GateNotOpen { gate: key.clone(), open });
    };
    // Both rules of a gate let one person decide for the party, and that is never the lead (law 5).
    if context.actor.person().is_some_and(|person| person.id == project.lead) {
        return Err(Rejection::LeadDecidesAlone);
    }
    match outcome {
        Outcome::Go => {
            let blockers: Vec<_> = readiness.blockers().cloned().collect();
            if !blockers.is_empty() {
                return Err(Rejection::NotReady { blockers });
            }
        }
        Outcome::Rework { to } if !gate.rework_to.contains(to) => {
            return Err(Rejection::ReworkTarget { to: to.clone(), allowed: gate.rework_to.clone() });
        }
        Outcome::Rework { .. } | Outcome::Stop => {}
    }
    let mut events = vec![Event::GateDecided {
        gate: key.clone(),
        round: readiness.round,
        outcome: outcome.clone(),
        motivation,
        party: gate.decided_by.clone(),
        counted: counted(context, &gate.decided_by, gate.rule),
        rested_on: readiness.evidence,
    }];
    follow(funnel, project, context, gate, outcome, &mut events);
    Ok(events)
}

/// What an outcome brings about.
fn follow(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    gate: &Gate,
    outcome: &Outcome,
    events: &mut Vec<Event>,
) {
    let enter_phase = |to: &PhaseKey, events: &mut Vec<Event>| {
        if let Some(phase) = funnel.phase(to) {
            let opened = phase.gate.as_ref().and_then(|gate| project.rounds.get(&gate.key)).copied().unwrap_or(0);
            enter(phase, opened + 1, context, events);
        }
    };
    match outcome {
        Outcome::Stop => events.push(Event::ProjectStopped { gate: gate.key.clone() }),
        Outcome::Go => enter_phase(&gate.go_to, events),
        Outcome::Rework { to } if *to != project.phase => enter_phase(to, events),
        Outcome::Rework { .. } => {
            let round = project.rounds.get(&gate.key).copied().unwrap_or(0) + 1;
            let due = context.calendar.after_working_days(context.now.today, gate.term_days);
            events.push(Event::RoundOpened { gate: gate.key.clone(), round, due });
        }
    }
}
