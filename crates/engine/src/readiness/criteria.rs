//! The check of a criterion for one party, and when its answer no longer rests on what is on file (law 4).

use super::blocker::Blocker;
use super::documents::first_writer;
use super::standing::{Check, CheckState, CheckSubject, Waiter};
use crate::command::Answer;
use crate::context::Context;
use crate::funnel::{Asking, Criterion, Funnel, RestsOn};
use crate::ids::PartyKey;
use crate::project::{Artefact, Judgement, Project, Round};
use crate::tasks::{Task, TaskKind};
use crate::{expiries, organisation};

pub(super) fn criterion_check(
    funnel: &Funnel,
    criterion: &Criterion,
    asking: &Asking,
    party: &PartyKey,
    project: &Project,
    round: &Round,
    context: &Context<'_>,
) -> Check {
    let (key, party_key) = (criterion.key.clone(), party.clone());
    let on = CheckSubject::Criterion(key.clone(), party_key.clone());
    if project.waiver(&key, &round.gate).is_some() && !criterion.legal {
        return Check {
            state: CheckState::Waived,
            on,
            blockers: Vec::new(),
            blocking: criterion.blocking,
            tasks: Vec::new(),
        };
    }
    let given = round.judgements.get(&criterion.key).and_then(|by| by.get(party));
    let documents_there = asking.rests_on.iter().all(|r| project.artefacts.contains_key(&r.artefact));
    let again = project.reopened.waits_for_answer(&criterion.key, party);
    let changed = |j: &Judgement| is_stale(j, asking, project, round) || organisation::changed(j, asking, project, context);
    let stale = given.is_some_and(|j| again || changed(j));
    let expired: Vec<_> =
        asking.rests_on.iter().filter(|r| expiries::is_expired(project, &r.artefact, context.now.today)).collect();
    let (standing, blocker) = match given {
        _ if !expired.is_empty() => {
            (CheckState::Expired, Some(Blocker::EvidenceExpired { criterion: key, party: party_key }))
        }
        None if !documents_there => (CheckState::NotYet, Some(Blocker::JudgementOpen { criterion: key, party: party_key })),
        None => (CheckState::Waiting, Some(Blocker::JudgementOpen { criterion: key, party: party_key })),
        Some(_) if stale => (CheckState::Stale, Some(Blocker::JudgementStale { criterion: key, party: party_key })),
        Some(j) if j.answer == Answer::NotMet => {
            (CheckState::Adjust, Some(Blocker::NotMet { criterion: key, party: party_key }))
        }
        Some(_) => (CheckState::Done, None),
    };
    let newest = asking.rests_on.iter().filter_map(|r| project.artefacts.get(&r.artefact)).map(|a| a.current.at.at).max();
    let since = newest.map_or(round.opened.at, |at| at.max(round.opened.at));
    let judge = || {
        let judge = TaskKind::Judge(criterion.key.clone(), party.clone());
        Task { confirmable: stale, ..Task::new(judge, Waiter::Party(party.clone()), since, round.due) }
    };
    let tasks = match standing {
        CheckState::Done | CheckState::Waived => Vec::new(),
        CheckState::Adjust => adjust_tasks(funnel, asking, project, judge()),
        CheckState::Expired => renewals(funnel, &expired, project, &judge()),
        _ => vec![judge()],
    };
    Check { state: standing, on, blockers: blocker.into_iter().collect(), blocking: criterion.blocking, tasks }
}

/// What helps when a party says *not met*: the writers improve its documents; an answer of its own it gives again itself.
fn adjust_tasks(funnel: &Funnel, asking: &Asking, project: &Project, judge: Task) -> Vec<Task> {
    if asking.rests_on.is_empty() {
        return vec![judge];
    }
    let kinds = asking.rests_on.iter().filter_map(|rests_on| funnel.artefact(&rests_on.artefact));
    kinds
        .map(|kind| Task {
            kind: TaskKind::Submit(kind.key.clone()),
            waits_for: first_writer(kind, project.lead),
            revision: project.artefacts.get(&kind.key).map(|a| a.current.number),
            ..judge.clone()
        })
        .collect()
}

/// What helps when evidence ran out: its writers renew it, and then the party answers again.
fn renewals(funnel: &Funnel, expired: &[&RestsOn], project: &Project, judge: &Task) -> Vec<Task> {
    let kinds = expired.iter().filter_map(|rests_on| funnel.artefact(&rests_on.artefact));
    kinds
        .map(|kind| Task {
            kind: TaskKind::Renew(kind.key.clone()),
            waits_for: first_writer(kind, project.lead),
            confirmable: false,
            revision: project.artefacts.get(&kind.key).map(|a| a.current.number),
            ..judge.clone()
        })
        .collect()
}

/// Whether a judgement of the open round is of an earlier one, or what it rests on changed since.
pub(crate) fn is_stale(judgement: &Judgement, asking: &Asking, project: &Project, round: &Round) -> bool {
    judgement.round != round.number || evidence_changed(judgement, asking, project)
}

/// Whether what a judgement rests on changed since (law 4, by form field and by file) or ran out (law 12).
pub(crate) fn evidence_changed(judgement: &Judgement, asking: &Asking, project: &Project) -> bool {
    asking.rests_on.iter().any(|rests_on| {
        let Some(document) = project.artefacts.get(&rests_on.artefact) else { return false };
        let seen = judgement.rests_on.iter().find(|e| e.artefact == rests_on.artefact).map_or(0, |e| e.revision);
        if project.expiries.ran_out(&rests_on.artefact, seen) {
            return true;
        }
        changed_since(document, rests_on, seen)
    })
}

/// Whether what rests on a document changed since its revision `seen`; 0 means that it was not there.
pub(crate) fn changed_since(document: &Artefact, rests_on: &RestsOn, seen: u32) -> bool {
    if rests_on.fields.is_empty() {
        return document.current.number > seen;
    }
    let changed = |field| document.changed_in.get(field).is_some_and(|revision| *revision > seen);
    document.files_changed_in > seen || rests_on.fields.iter().any(changed)
}
