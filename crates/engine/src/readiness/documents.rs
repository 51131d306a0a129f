//! The check of a document that a gate needs, and what keeps a document from being approved.

use super::blocker::Blocker;
use super::standing::{Check, CheckState, CheckSubject, Waiter};
use crate::command::Verdict;
use crate::conditions::Condition;
use crate::context::Context;
use crate::expiries;
use crate::funnel::{ArtefactKind, Funnel, Requirement, Stage, Writer};
use crate::ids::{ArtefactKey, PartyKey, PersonId};
use crate::moment::Timestamp;
use crate::project::{Artefact, Project, Round};
use crate::tasks::{Task, TaskKind};

pub(super) fn document_check(
    funnel: &Funnel,
    kind: &ArtefactKind,
    requirement: &Requirement,
    project: &Project,
    round: &Round,
    context: &Context<'_>,
) -> Check {
    let key = &kind.key;
    let on = CheckSubject::Document(key.clone());
    let document = project.artefacts.get(key);
    let submit = |since| Task {
        revision: document.map(|d| d.current.number),
        ..Task::new(TaskKind::Submit(key.clone()), first_writer(kind, project.lead), since, round.due)
    };
    let check = |state, blockers, tasks| Check { state, on, blockers, blocking: true, tasks };
    let Some(document) = document else {
        let missing = vec![Blocker::DocumentMissing { artefact: key.clone() }];
        return check(CheckState::ToDo, missing, vec![submit(round.opened.at)]);
    };
    let revision = &document.current;
    if revision.stage < requirement.stage {
        let concept = vec![Blocker::DocumentIsConcept { artefact: key.clone() }];
        return check(CheckState::ToDo, concept, vec![submit(round.opened.at.max(revision.at.at))]);
    }
    let age = (context.now.today - revision.at.today).whole_days();
    if requirement.maximum_age_days.is_some_and(|limit| age > i64::from(limit)) {
        let old = vec![Blocker::DocumentTooOld { artefact: key.clone() }];
        return check(CheckState::Expired, old, vec![submit(round.opened.at)]);
    }
    if expiries::is_expired(project, key, context.now.today) {
        let expired = vec![Blocker::DocumentExpired { artefact: key.clone() }];
        let renew = Task { kind: TaskKind::Renew(key.clone()), ..submit(round.opened.at) };
        return check(CheckState::Expired, expired, vec![renew]);
    }
    let reviewers = || funnel.reviewers(kind, &project.facts);
    let blockers: Vec<_> = reviewers().filter_map(|party| review_blocker(key, document, party, project)).collect();
    if let Some(requested) = changes_requested(funnel, kind, document, project) {
        return check(CheckState::Adjust, blockers, vec![submit(requested)]);
    }
    let tasks = reviewers().filter_map(|party| review_task(key, document, party, project)).collect();
    check(review_state(&blockers), blockers, tasks)
}

pub(super) fn condition_check(number: u32, condition: &Condition) -> Check {
    let state = if condition.reported.is_some() { CheckState::Waiting } else { CheckState::ToDo };
    let blockers = vec![Blocker::ConditionOpen { condition: number }];
    // Its tasks stand with the conditions, whether a gate is open or not.
    Check { state, on: CheckSubject::Condition(number), blockers, blocking: true, tasks: Vec::new() }
}

fn review_state(blockers: &[Blocker]) -> CheckState {
    if blockers.is_empty() {
        CheckState::Done
    } else if blockers.iter().any(|b| matches!(b, Blocker::ReviewStale { .. })) {
        CheckState::Stale
    } else {
        CheckState::Waiting
    }
}

pub(crate) fn first_writer(kind: &ArtefactKind, lead: PersonId) -> Waiter {
    match kind.written_by.first() {
        Some(Writer::Party(party)) => Waiter::Party(party.clone()),
        Some(Writer::Lead) | None => Waiter::Person(lead),
    }
}

/// What keeps a document from being approved at `stage`, whatever gate asks.
pub(crate) fn approval_blockers(funnel: &Funnel, kind: &ArtefactKind, stage: Stage, project: &Project) -> Vec<Blocker> {
    let key = &kind.key;
    match project.artefacts.get(key) {
        None => vec![Blocker::DocumentMissing { artefact: key.clone() }],
        Some(document) if document.current.stage < stage => vec![Blocker::DocumentIsConcept { artefact: key.clone() }],
        Some(document) => {
            let reviewers = funnel.reviewers(kind, &project.facts);
            reviewers.filter_map(|party| review_blocker(key, document, party, project)).collect()
        }
    }
}

/// When a party that is asked requested changes on the current revision.
pub(crate) fn changes_requested(
    funnel: &Funnel,
    kind: &ArtefactKind,
    document: &Artefact,
    project: &Project,
) -> Option<Timestamp> {
    let current = document.current.number;
    let requested = |r: &&crate::project::Review| r.revision == current && r.verdict == Verdict::RequestChanges;
    let reviews = funnel.reviewers(kind, &project.facts).filter_map(|party| document.reviews.get(party));
    reviews.filter(requested).map(|r| r.at).max()
}

pub(crate) fn review_blocker(
    key: &ArtefactKey,
    document: &Artefact,
    party: &PartyKey,
    project: &Project,
) -> Option<Blocker> {
    let (artefact, party_key) = (|| key.clone(), || party.clone());
    let stale = || Blocker::ReviewStale { artefact: artefact(), party: party_key() };
    match document.reviews.get(party) {
        None => Some(Blocker::ReviewOpen { artefact: artefact(), party: party_key() }),
        Some(review) if review.revision != document.current.number => Some(stale()),
        Some(review) if review.verdict == Verdict::RequestChanges => {
            Some(Blocker::ChangesRequested { artefact: artefact(), party: party_key() })
        }
        // A change in use asks for a new approval of the same revision (law 12).
        Some(_) if project.reopened.waits_for_review(key, party) => Some(stale()),
        Some(_) => None,
    }
}

pub(crate) fn review_task(key: &ArtefactKey, document: &Artefact, party: &PartyKey, project: &Project) -> Option<Task> {
    let blocker = review_blocker(key, document, party, project)?;
    // An approval can be confirmed on the next revision; a request for changes asks to be looked at again.
    let approved_before = document.reviews.get(party).is_some_and(|r| r.verdict == Verdict::Approve);
    let (review, current) = (TaskKind::Review(key.clone(), party.clone()), &document.current);
    Some(Task {
        confirmable: approved_before && matches!(blocker, Blocker::ReviewStale { .. }),
        revision: Some(current.number),
        ..Task::new(review, Waiter::Party(party.clone()), current.at.at, current.review_due)
    })
}
