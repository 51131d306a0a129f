//! What follows by itself from what just happened: first answers that count, duties that begin or are fulfilled, changes and
//! expiries of which everything was answered again, emergency use that ends (laws 6, 12 and 15).

use crate::context::{Actor, Context};
use crate::event::{Event, Recorded, Subject};
use crate::funnel::Funnel;
use crate::project::Project;
use crate::{changes, duties, early, emergency, expiries};

/// Adds what follows from `events` to them.
pub(crate) fn follow(funnel: &Funnel, project: &Project, context: &Context<'_>, events: &mut Vec<Event>) {
    let today = context.now.today;
    let mut more = early::first_met(funnel, project, today, events);
    for event in events.iter() {
        if let Event::PhaseEntered { phase, .. } = event {
            more.extend(duties::entering(funnel, Some(project), phase, today));
        }
    }
    more.extend(emergency::ends(funnel, project, events));
    events.append(&mut more);
    if !waits_for_answers(funnel, project, events) {
        return;
    }
    let Some(after) = after(project, context, events) else { return };
    events.extend(changes::done(funnel, &after, context));
    events.extend(expiries::renewed(funnel, &after, context));
    events.extend(duties::fulfilled(funnel, &after, today));
}

/// Whether an answer could complete anything; most of the time it could not, and the state need not be looked ahead.
fn waits_for_answers(funnel: &Funnel, project: &Project, events: &[Event]) -> bool {
    let asks_again =
        |event: &Event| matches!(event, Event::Change { .. } | Event::Expiry { .. } | Event::RecordContested { .. });
    // An answer about the project says who reviews: with one party less a document may be approved.
    let proves = |event: &Event| {
        matches!(
            event,
            Event::RevisionSubmitted { .. }
                | Event::RevisionReviewed { .. }
                | Event::FactConfirmed { .. }
                | Event::FactsAnswered { .. }
        )
    };
    let has_document = |key| funnel.duty(key).is_some_and(|duty| duty.artefact.is_some());
    !project.changes.open.is_empty()
        || !project.expiries.open.is_empty()
        || events.iter().any(asks_again)
        || (events.iter().any(proves) && project.duties.keys().any(has_document))
}

/// The state after `events`.
fn after(project: &Project, context: &Context<'_>, events: &[Event]) -> Option<Project> {
    let by = match context.actor {
        Actor::Person(person) => Subject::Person { id: person.id, function: person.function.clone() },
        Actor::System => Subject::System,
    };
    let mut after = project.clone();
    for event in events {
        let recorded = Recorded { sequence: after.sequence + 1, at: context.now, by: by.clone(), event: event.clone() };
        after.apply(&recorded).ok()?;
    }
    Some(after)
}
