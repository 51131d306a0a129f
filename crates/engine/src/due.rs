//! What time makes happen (law 16): once, by command of the system, also after days of downtime.

use time::Date;

use crate::command::Command;
use crate::context::Context;
use crate::event::Event;
use crate::funnel::Funnel;
use crate::project::Project;
use crate::rejection::Rejection;
use crate::tasks::{Task, TaskKind, tasks};
use crate::{duties, emergency, expiries};

/// The commands that time sends to this project now.
#[must_use]
pub fn due(funnel: &Funnel, project: &Project, context: &Context<'_>) -> Vec<Command> {
    let today = context.now.today;
    let late = unnoted(funnel, project, context).filter(|task| task.due < today).map(|task| task.kind.note_overdue());
    late.chain(expiries::due(funnel, project, today))
        .chain(duties::due(funnel, project))
        .chain(emergency::due(project, today))
        .collect()
}

/// The first date on which [`due`] may give something, if nothing changes before.
#[must_use]
pub fn next_due(funnel: &Funnel, project: &Project, context: &Context<'_>) -> Option<Date> {
    let today = context.now.today;
    let late = unnoted(funnel, project, context).map(|task| task.due.next_day().unwrap_or(task.due));
    let begin = duties::due(funnel, project).map(|_| today);
    late.chain(expiries::dates(funnel, project, today)).chain(begin).chain(emergency::date(project)).min()
}

/// Tasks that were not noted as late for their present date. A document that runs out is noted as such, not as late.
fn unnoted(funnel: &Funnel, project: &Project, context: &Context<'_>) -> impl Iterator<Item = Task> {
    tasks(funnel, project, context)
        .into_iter()
        .filter(|task| !matches!(task.kind, TaskKind::Renew(_)) && project.overdue.get(&task.kind) != Some(&task.due))
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
