//! What time makes happen (law 16): once, by command of the system, also after days of downtime.

use time::Date;

use crate::command::Command;
use crate::consultation;
use crate::context::Context;
use crate::decide::extra;
use crate::event::Event;
use crate::funnel::Funnel;
use crate::organisation;
use crate::project::Project;
use crate::rejection::Rejection;
use crate::tasks::{Task, TaskKind, tasks};
use crate::{conditions, duties, emergency, expiries};

/// The commands that time sends to this project now.
#[must_use]
pub fn due(funnel: &Funnel, project: &Project, context: &Context<'_>) -> Vec<Command> {
    let today = context.now.today;
    let mut commands = Vec::new();
    if project.hold.is_some_and(|hold| hold.review_on <= today) {
        commands.push(Command::EndHold);
    }
    if project.planned.as_ref().is_some_and(|planned| planned.on <= today) {
        commands.push(Command::OpenRound);
    }
    let called = project.conditions.open.keys().filter(|number| extra::is_called_for(funnel, project, context, **number));
    commands.extend(called.map(|condition| Command::CallExtraDecision { condition: *condition }));
    commands.extend(expiries::due(funnel, project, today));
    commands.extend(duties::due(funnel, project));
    commands.extend(conditions::due(project, today));
    commands.extend(emergency::due(project, today));
    commands.extend(unnoted(funnel, project, context).filter(|task| task.due < today).map(|t| t.kind.note_overdue()));
    commands.extend(consultation::due(project, context));
    commands.extend(organisation::due(project, context));
    commands
}

/// The first date on which [`due`] may give something, if nothing changes before.
#[must_use]
pub fn next_due(funnel: &Funnel, project: &Project, context: &Context<'_>) -> Option<Date> {
    let late = |date: Date| date.next_day().unwrap_or(date);
    let tasks = unnoted(funnel, project, context).map(|task| late(task.due));
    let hold = project.hold.map(|hold| hold.review_on);
    let planned = project.planned.as_ref().map(|planned| planned.on);
    let conditions = project.conditions.open.iter().filter(|(number, _)| !project.extra.contains_key(number));
    let extra = conditions.map(|(_, condition)| late(condition.terms.due)).filter(|_| extra::possible(funnel, project));
    let today = context.now.today;
    let begin = duties::due(funnel, project).map(|_| today);
    let in_use = expiries::dates(funnel, project, today).chain(begin).chain(emergency::date(project));
    let others = consultation::next_due(project).into_iter().chain(organisation::next_due(project, context));
    let others = others.chain(conditions::next_due(project, today));
    tasks.chain(hold).chain(planned).chain(extra).chain(in_use).chain(others).min()
}

/// Tasks that were not noted as late for their present date. A body is never late (law 16), and a document that runs out is
/// noted as such, not as late.
fn unnoted(funnel: &Funnel, project: &Project, context: &Context<'_>) -> impl Iterator<Item = Task> {
    let can_be_late = |task: &Task| !task.kind.is_of_body() && !matches!(task.kind, TaskKind::Renew(_));
    tasks(funnel, project, context)
        .into_iter()
        .filter(can_be_late)
        .filter(|task| project.overdue.get(&task.kind) != Some(&task.due))
}

pub(crate) fn note_overdue(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    kind: TaskKind,
) -> Result<Vec<Event>, Rejection> {
    let late = unnoted(funnel, project, context).find(|task| task.kind == kind && task.due < context.now.today);
    match late {
        Some(task) => Ok(vec![Event::TaskOverdue { task: kind, due: task.due }]),
        None => Err(Rejection::NotOverdue),
    }
}
