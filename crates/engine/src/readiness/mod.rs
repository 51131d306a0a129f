//! How far an open gate is: every check with its state, whom it waits for and since when, and which outcomes are possible.

mod blocker;
mod criteria;
mod documents;
mod standing;

pub use blocker::Blocker;
pub use standing::{Check, CheckState, CheckSubject, Offer, OfferedOutcome, Readiness, Waiter};

pub(crate) use criteria::{changed_since, evidence_changed, is_stale};
pub(crate) use documents::{approval_blockers, changes_requested, first_writer, review_blocker, review_task};

use self::criteria::{Grounds, criterion_check};
use self::documents::{condition_check, document_check};
use crate::context::Context;
use crate::event::Evidence;
use crate::funnel::{Funnel, Gate};
use crate::ids::ArtefactKey;
use crate::project::Project;
use crate::rejection::Law;
use crate::{changes, consultation, doers, early, expiries, organisation, recorded, signals, suspension};

/// Checks besides those of documents and criteria that a gate mostly has.
const ROOM: usize = 8;

/// How far the open gate is, or `None` when no round is open.
#[must_use]
pub fn readiness(funnel: &Funnel, project: &Project, context: &Context<'_>) -> Option<Readiness> {
    let round = project.round.as_ref()?;
    let gate = funnel.gate(&round.gate)?;
    let on = |when: &_| funnel.holds(when, &project.facts);
    let needed = within(gate.requirements.len(), gate.requirements.iter().filter(|r| on(&r.when)));
    let asked = within(funnel.criteria.len(), funnel.asked_at(&gate.key).filter(|(criterion, _)| on(&criterion.when)));
    let parties: usize = asked.iter().map(|(criterion, _)| criterion.parties.len()).sum();
    let mut checks: Vec<Check> = Vec::with_capacity(needed.len() + parties + ROOM);
    let documents = needed.iter().filter_map(|r| Some((*r, funnel.artefact(&r.artefact)?)));
    checks.extend(documents.map(|(r, kind)| document_check(funnel, kind, r, project, round, context)));
    let mut found = Vec::new();
    for (criterion, asking) in &asked {
        let grounds = Grounds::of(asking, project, &mut found);
        let judgements = round.judgements.get(&criterion.key);
        checks.extend(criterion.parties.iter().map(|party| {
            let given = judgements.and_then(|by| by.get(party));
            let check = criterion_check(funnel, criterion, &grounds, party, project, round, context);
            organisation::lay_on(check, asking, given, &criterion.key, party, project, context)
        }));
    }
    let conditions = project.conditions.blocking(&gate.key);
    checks.extend(conditions.map(|(number, condition)| condition_check(number, condition)));
    checks.extend(consultation::checks(funnel, project, gate, round, context));
    checks.extend(recorded::checks(funnel, project, round));
    let rested: usize = asked.iter().map(|(_, asking)| asking.rests_on.len()).sum();
    let mut rests_on: Vec<&ArtefactKey> = within(needed.len() + rested, needed.iter().map(|r| &r.artefact));
    checks.extend(in_use_checks(funnel, project, gate, context, &rests_on));
    rests_on.extend(asked.iter().flat_map(|(_, asking)| asking.rests_on.iter().map(|r| &r.artefact)));
    rests_on.sort_unstable();
    rests_on.dedup();
    for task in checks.iter_mut().flat_map(|check| &mut check.tasks) {
        doers::narrow(funnel, project, context, task);
    }
    let evidence = within(rests_on.len(), rests_on.iter().filter_map(|key| evidence(project, key)));
    Some(Readiness {
        gate: gate.key.clone(),
        round: round.number,
        offers: offers(funnel, gate, &checks),
        checks,
        evidence,
        ballots: doers::ballots(funnel, project, context),
        plans: organisation::plans(context),
    })
}

/// All of them, with room from the start for as many as there can be: readiness is asked with every command, and lists that
/// grow while they are filtered cost a sixth of it.
fn within<T>(at_most: usize, all: impl Iterator<Item = T>) -> Vec<T> {
    let mut list = Vec::with_capacity(at_most);
    list.extend(all);
    list
}

/// What time and use put in the way, whatever the gate asks (laws 6 and 12).
fn in_use_checks(
    funnel: &Funnel,
    project: &Project,
    gate: &Gate,
    context: &Context<'_>,
    documents: &[&ArtefactKey],
) -> Vec<Check> {
    let mut checks = changes::checks(funnel, project, context);
    checks.extend(signals::checks(funnel, project, context));
    checks.extend(expiries::checks(funnel, project, context, documents));
    checks.extend(suspension::checks(project, gate));
    checks.extend(early::checks(project));
    checks
}

fn offers(funnel: &Funnel, gate: &Gate, checks: &[Check]) -> Vec<Offer> {
    let blockers = || checks.iter().filter(|check| check.blocking).flat_map(|check| &check.blockers);
    let clear = blockers().next().is_none();
    let deferrable = blockers().all(|blocker| blocker.deferred_as(funnel, gate).is_some());
    let stop = Offer { outcome: OfferedOutcome::Stop, law: Law(13), allowed: true, leads_to: gate.stop_to.clone() };
    let rework = gate.rework_to.iter().map(|to| Offer {
        outcome: OfferedOutcome::Rework { to: to.clone() },
        law: Law(10),
        allowed: true,
        leads_to: Some(to.clone()),
    });
    let offer = |outcome, law, allowed, leads_to| Offer { outcome, law: Law(law), allowed, leads_to };
    // The review date is the decider's to choose; the offer only says that holding is possible.
    let hold = offer(OfferedOutcome::Hold, 10, true, None);
    let conditional = offer(OfferedOutcome::ConditionalGo, 3, deferrable, gate.go_to.clone());
    let go = offer(OfferedOutcome::Go, 2, clear, gate.go_to.clone());
    std::iter::once(stop).chain(rework).chain([hold, conditional, go]).collect()
}

/// The current revision of an artefact, as evidence.
pub(crate) fn evidence(project: &Project, artefact: &ArtefactKey) -> Option<Evidence> {
    let current = &project.artefacts.get(artefact)?.current;
    Some(Evidence { artefact: artefact.clone(), revision: current.number, hash: current.hash })
}
