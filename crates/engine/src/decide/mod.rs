//! The decisions: one file per command. Each refuses with the law it applies, or tells what happened.

mod confirm;
mod facts;
mod gate;
mod judge;
mod review;
mod submit;

use crate::command::{Command, StartProject};
use crate::conditions;
use crate::consultation;
use crate::context::{Context, Role};
use crate::event::{Counted, Event};
use crate::funnel::{AnswerRule, Funnel, Phase};
use crate::ids::{OrganisationId, PartyKey, ProjectId};
use crate::limits;
use crate::permission::{Need, permit};
use crate::project::{Lifecycle, Project};
use crate::recorded;
use crate::rejection::Rejection;

/// Decides whether a project may start, and what happens then: it enters the first phase, whose parties are involved at
/// once (law 6), and its first gate opens.
///
/// # Errors
/// [`Rejection::NotPermitted`] unless an innovation manager asks, or a person starts a project to lead it.
pub fn start(
    funnel: &Funnel,
    context: &Context<'_>,
    organisation: OrganisationId,
    project: ProjectId,
    command: &StartProject,
) -> Result<Vec<Event>, Rejection> {
    let StartProject { title, summary, lead, funnel: version } = *command;
    let permitted = context.actor.person().is_some_and(|p| p.id == lead || p.roles.contains(&Role::InnovationManager));
    if !permitted {
        return Err(Rejection::NotPermitted { need: Need::InnovationManager });
    }
    let mut events = vec![Event::ProjectStarted { project, organisation, title, summary, lead, funnel: version }];
    if let Some(first) = funnel.phases.first() {
        enter(first, 1, context, &mut events);
    }
    Ok(events)
}

/// Decides a command: the events that happen, or the rule that refuses it. Nothing else changes a project.
///
/// # Errors
/// One [`Rejection`] per rule. Permission is the first line; a finished project refuses everything.
pub fn decide(funnel: &Funnel, project: &Project, context: &Context<'_>, command: Command) -> Result<Vec<Event>, Rejection> {
    permit(funnel, project, context, &command)?;
    // What stopping asks for still has to be done (law 13), and what was recorded can be contested (law 14).
    let still = matches!(command, Command::Condition { .. } | Command::Contest { .. } | Command::UpholdDecision { .. });
    if project.lifecycle != Lifecycle::Active && !still {
        return Err(Rejection::ProjectFinished { lifecycle: project.lifecycle });
    }
    match command {
        Command::AnswerFacts { answers } => facts::answer(funnel, project, answers),
        Command::ConfirmFact { fact, value } => facts::confirm(funnel, project, context, fact, value),
        Command::SubmitRevision { artefact, stage, answers, files } => {
            submit::submit(funnel, project, context, artefact, stage, answers, files)
        }
        Command::ReviewRevision { artefact, party, verdict, note } => {
            review::review(funnel, project, context, &artefact, party, verdict, note)
        }
        Command::JudgeCriterion { criterion, party, answer, proof, motivation } => {
            judge::judge(funnel, project, context, &judge::Given { criterion, party, answer, proof, motivation })
        }
        Command::ConfirmAnswers { party, artefacts, criteria } => {
            confirm::confirm(funnel, project, context, &party, &artefacts, &criteria)
        }
        Command::DecideGate { gate, outcome, motivation } => {
            gate::decide_gate(funnel, project, context, &gate, &outcome, motivation)
        }
        Command::Consultation { command } => consultation::decide(funnel, project, context, command),
        Command::Condition { condition, act } => conditions::decide(funnel, project, context, condition, act),
        Command::OnBehalf { on_behalf, command } => recorded::record(funnel, project, context, &on_behalf, *command),
        Command::Contest { record, reason } => recorded::contest(project, context, record, reason),
        Command::UpholdDecision { gate, motivation } => recorded::uphold(funnel, project, context, &gate, motivation),
        Command::NoteOverdue { task } => crate::due::note_overdue(funnel, project, context, task),
    }
}

/// Enters a phase: its parties take part from now on and its gate opens.
fn enter(phase: &Phase, round: u32, context: &Context<'_>, events: &mut Vec<Event>) {
    events.push(Event::PhaseEntered { phase: phase.key.clone(), involved: phase.involves.clone() });
    if let Some(gate) = &phase.gate {
        let due = context.calendar.after_working_days(context.now.today, gate.term_days);
        events.push(Event::RoundOpened { gate: gate.key.clone(), round, due });
    }
}

/// The membership that an answer counts (law 7).
fn counted(context: &Context<'_>, party: &PartyKey, rule: AnswerRule) -> Counted {
    Counted { rule, members: u32::try_from(context.parties.of(party).len()).unwrap_or(u32::MAX) }
}

/// The same, by the party's own rule.
fn counted_by_party(funnel: &Funnel, context: &Context<'_>, party: &PartyKey) -> Counted {
    counted(context, party, funnel.party(party).map_or(AnswerRule::Any, |p| p.rule))
}

/// Law 6: a party answers from the phase on that involves it.
fn involved(project: &Project, party: &PartyKey) -> Result<(), Rejection> {
    if project.involved.contains_key(party) { Ok(()) } else { Err(Rejection::PartyNotInvolved { party: party.clone() }) }
}

/// A list in a command has at least one entry and at most `limit`.
fn within(count: usize, limit: usize) -> Result<(), Rejection> {
    if (1..=limit).contains(&count) { Ok(()) } else { Err(Rejection::ListLength { count, limit }) }
}

const FACTS: usize = limits::FACTS_PER_COMMAND;
const CONFIRMATIONS: usize = limits::CONFIRMATIONS_PER_COMMAND;
