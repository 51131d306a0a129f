//! The decisions: one file per command. Each refuses with the law it applies, or tells what happened.

mod bring_in;
mod confirm;
pub(crate) mod extra;
mod facts;
mod gate;
pub(crate) mod judge;
mod migrate;
mod moving;
mod review;
mod submit;
mod waive;

use time::Date;

pub use migrate::{Migration, preview as migration};

use crate::command::{Command, StartProject};
use crate::consultation;
use crate::context::{Context, Role};
use crate::event::Event;
use crate::funnel::Funnel;
use crate::ids::{OrganisationId, PartyKey, ProjectId};
use crate::limits;
use crate::organisation;
use crate::permission::{Need, permit};
use crate::project::{Lifecycle, Project};
use crate::recorded;
use crate::rejection::Rejection;
use crate::{aftermath, changes, conditions, duties, early, emergency, expiries, rollouts, signals, suspension};

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
    let StartProject { title, summary, lead, funnel: version, bring_in } = command;
    let (title, summary, lead, version) = (*title, *summary, *lead, *version);
    if let Some(bring_in) = bring_in {
        let started = Event::ProjectStarted { project, organisation, title, summary, lead, funnel: version };
        return bring_in::bring_in(funnel, context, started, bring_in);
    }
    let permitted = context.actor.person().is_some_and(|p| p.id == lead || p.roles.contains(&Role::InnovationManager));
    if !permitted {
        return Err(Rejection::NotPermitted { need: Need::InnovationManager });
    }
    let mut events = vec![Event::ProjectStarted { project, organisation, title, summary, lead, funnel: version }];
    if let Some(first) = funnel.phases.first() {
        moving::begin(first, context, &mut events);
        events.extend(duties::entering(funnel, None, &first.key, context.now.today));
    }
    Ok(events)
}

/// Decides a command: the events that happen, or the rule that refuses it. Nothing else changes a project.
///
/// # Errors
/// One [`Rejection`] per rule. Permission is the first line; a finished project refuses everything.
pub fn decide(funnel: &Funnel, project: &Project, context: &Context<'_>, command: Command) -> Result<Vec<Event>, Rejection> {
    // What is entered on somebody's behalf is decided as theirs, with all that follows from it.
    let follows = !matches!(command, Command::OnBehalf { .. });
    // What a migration leaves open is what the new version asks (law 20).
    let onto = context.migrate_to.filter(|_| matches!(command, Command::MigrateProject { .. })).map(|(_, target)| target);
    let mut events = decide_alone(funnel, project, context, command)?;
    if follows {
        aftermath::follow(onto.unwrap_or(funnel), project, context, &mut events);
    }
    Ok(events)
}

/// What the command itself leads to.
fn decide_alone(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    command: Command,
) -> Result<Vec<Event>, Rejection> {
    permit(funnel, project, context, &command)?;
    // What stopping asks for still has to be done (law 13), a stopped project may go on again (law 1), and what was
    // recorded can be contested (law 14).
    let allowed_when_finished = matches!(
        command,
        Command::Condition { .. }
            | Command::NoteOverdue { .. }
            | Command::ReopenProject { .. }
            | Command::Contest { .. }
            | Command::UpholdDecision { .. }
    );
    // Things still come to light while a product is taken out of use (law 12).
    let signal = matches!(command, Command::Signal(_)) && project.closed.is_none();
    if project.lifecycle != Lifecycle::Active && !allowed_when_finished && !signal {
        return Err(Rejection::ProjectFinished { lifecycle: project.lifecycle });
    }
    match command {
        Command::AnswerFacts { answers } => facts::answer(funnel, project, answers),
        Command::ConfirmFacts { facts } => facts::confirm_all(funnel, project, context, facts),
        Command::SubmitRevision { artefact, stage, answers, files } => {
            submit::submit(funnel, project, context, artefact, stage, answers, files)
        }
        Command::ReviewRevision { artefact, party, verdict, note, answers } => {
            review::review(funnel, project, context, review::Reviewing { artefact, party, verdict, note, answers })
        }
        Command::JudgeCriterion { criterion, party, answer, proof, motivation } => {
            judge::judge(funnel, project, context, &judge::Given { criterion, party, answer, proof, motivation })
        }
        Command::ConfirmAnswers { party, artefacts, criteria } => {
            confirm::confirm(funnel, project, context, &party, &artefacts, &criteria)
        }
        Command::DecideGate { gate, outcome, motivation, lessons, conditions } => {
            let given = gate::Deciding { gate, outcome, motivation, lessons, conditions };
            gate::decide_gate(funnel, project, context, given)
        }
        Command::Consultation { command } => consultation::decide(funnel, project, context, command),
        Command::NameSuppliers { suppliers } => organisation::name_suppliers(project, suppliers),
        Command::NoteEvidenceChanged { evidence, change } => organisation::note_changed(project, context, evidence, change),
        Command::OnBehalf { on_behalf, command } => recorded::record(funnel, project, context, &on_behalf, *command),
        Command::Contest { record, reason } => recorded::contest(project, context, record, reason),
        Command::UpholdDecision { gate, motivation } => recorded::uphold(funnel, project, context, &gate, motivation),
        Command::WaiveCriterion { criterion, reason } => waive::waive(funnel, project, context, criterion, reason),
        Command::OpenRound => moving::open_planned(funnel, project, context),
        Command::EndHold => moving::end_hold(funnel, project, context),
        Command::CallExtraDecision { condition } => extra::call(funnel, project, context, condition),
        Command::DecideExtra { condition, aftermath, motivation, lessons } => {
            extra::decide(funnel, project, context, condition, aftermath, motivation, lessons)
        }
        Command::ReopenProject { phase, motivation } => moving::reopen(funnel, project, context, &phase, motivation),
        Command::MigrateProject { to, phase } => migrate::migrate(project, context, to, phase),
        Command::Condition { condition, act } => conditions::decide(funnel, project, context, condition, &act),
        Command::ReportWork { phase, began_on, note } => early::work_began(funnel, project, context, phase, began_on, note),
        Command::Duty { duty, act } => duties::decide(funnel, project, context, &duty, act),
        Command::Change(act) => changes::decide(funnel, project, context, act),
        Command::Signal(act) => signals::decide(funnel, project, context, &act),
        Command::Use { party, act } => suspension::decide(funnel, project, party, &act),
        Command::Rollout(act) => rollouts::decide(funnel, project, context, act),
        Command::Emergency(act) => emergency::decide(funnel, project, context, act),
        Command::NoteExpiry { artefact } => expiries::note(funnel, project, context, &artefact),
        Command::NoteOverdue { task } => crate::due::note_overdue(funnel, project, context, task),
    }
}

/// Law 16: a date that lies after today, and not further than its limit.
pub(crate) fn future(context: &Context<'_>, date: Date, days: u16) -> Result<(), Rejection> {
    let ahead = (date - context.now.today).whole_days();
    if (1..=i64::from(days)).contains(&ahead) { Ok(()) } else { Err(Rejection::DateNotAhead { date, days }) }
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
