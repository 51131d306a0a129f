//! The check of a criterion for one party, and when its answer no longer rests on what is on file (law 4).

use time::Date;

use super::blocker::Blocker;
use super::documents::first_writer;
use super::standing::{Check, CheckState, CheckSubject, Waiter};
use crate::command::Answer;
use crate::context::Context;
use crate::funnel::{Asking, Criterion, Funnel, RestsOn};
use crate::ids::{CriterionKey, PartyKey};
use crate::moment::Timestamp;
use crate::organisation;
use crate::project::{Artefact, Judgement, Project, Round};
use crate::tasks::{Task, TaskKind};

/// What a criterion rests on, and the document that is there.
type Found<'a> = (&'a RestsOn, Option<&'a Artefact>);

/// What a criterion rests on, and the documents that are there. It is looked up once for all parties that answer.
pub(super) struct Grounds<'a, 'b> {
    asking: &'a Asking,
    documents: &'b [Found<'a>],
}

impl<'a, 'b> Grounds<'a, 'b> {
    /// Looks them up into `found`, which keeps its room for the next criterion.
    pub(super) fn of(asking: &'a Asking, project: &'a Project, found: &'b mut Vec<Found<'a>>) -> Self {
        found.clear();
        found.extend(asking.rests_on.iter().map(|rests_on| (rests_on, project.artefacts.get(&rests_on.artefact))));
        Self { asking, documents: found }
    }

    fn are_there(&self) -> bool {
        self.documents.iter().all(|(_, document)| document.is_some())
    }

    fn there(&self) -> impl Iterator<Item = (&'a RestsOn, &'a Artefact)> {
        self.documents.iter().filter_map(|(rests_on, document)| Some((*rests_on, (*document)?)))
    }

    fn newest(&self) -> Option<Timestamp> {
        self.there().map(|(_, document)| document.current.at.at).max()
    }

    /// Those that ran out (law 12).
    fn expired(&self, today: Date) -> Vec<&'a RestsOn> {
        let ran_out = |document: &Artefact| document.current.valid_until.is_some_and(|until| until < today);
        self.there().filter(|(_, document)| ran_out(document)).map(|(rests_on, _)| rests_on).collect()
    }

    /// Whether what a judgement rests on changed since (law 4, by form field and by file) or ran out (law 12).
    fn changed(&self, judgement: &Judgement, project: &Project) -> bool {
        self.there().any(|(rests_on, document)| {
            let seen = judgement.rests_on.iter().find(|e| e.artefact == rests_on.artefact).map_or(0, |e| e.revision);
            project.expiries.ran_out(&rests_on.artefact, seen) || changed_since(document, rests_on, seen)
        })
    }
}

pub(super) fn criterion_check(
    funnel: &Funnel,
    criterion: &Criterion,
    grounds: &Grounds<'_, '_>,
    party: &PartyKey,
    project: &Project,
    round: &Round,
    context: &Context<'_>,
) -> Check {
    let on = CheckSubject::Criterion(criterion.key.clone(), party.clone());
    if project.waiver(&criterion.key, &round.gate).is_some() && !criterion.legal {
        return Check {
            state: CheckState::Waived,
            on,
            blockers: Vec::new(),
            blocking: criterion.blocking,
            tasks: Vec::new(),
        };
    }
    let asking = grounds.asking;
    let given = round.judgements.get(&criterion.key).and_then(|by| by.get(party));
    let again = project.reopened.waits_for_answer(&criterion.key, party);
    let changed = |j: &Judgement| {
        j.round != round.number || grounds.changed(j, project) || organisation::changed(j, asking, project, context)
    };
    let stale = given.is_some_and(|j| again || changed(j));
    let expired = grounds.expired(context.now.today);
    let standing = match given {
        _ if !expired.is_empty() => CheckState::Expired,
        None if !grounds.are_there() => CheckState::NotYet,
        None => CheckState::Waiting,
        Some(_) if stale => CheckState::Stale,
        Some(j) if j.answer == Answer::NotMet => CheckState::Adjust,
        Some(_) => CheckState::Done,
    };
    if standing == CheckState::Done {
        return Check { state: standing, on, blockers: Vec::new(), blocking: criterion.blocking, tasks: Vec::new() };
    }
    let since = grounds.newest().map_or(round.opened.at, |at| at.max(round.opened.at));
    let judge = || {
        let judge = TaskKind::Judge(criterion.key.clone(), party.clone());
        Task { confirmable: stale, ..Task::new(judge, Waiter::Party(party.clone()), since, round.due) }
    };
    let tasks = match standing {
        CheckState::Adjust => adjust_tasks(funnel, asking, project, judge()),
        CheckState::Expired => renewals(funnel, &expired, project, &judge()),
        _ => vec![judge()],
    };
    let blockers = vec![blocker(standing, criterion.key.clone(), party.clone())];
    Check { state: standing, on, blockers, blocking: criterion.blocking, tasks }
}

/// Why a criterion that stands so keeps the gate shut.
fn blocker(standing: CheckState, criterion: CriterionKey, party: PartyKey) -> Blocker {
    match standing {
        CheckState::Expired => Blocker::EvidenceExpired { criterion, party },
        CheckState::Stale => Blocker::JudgementStale { criterion, party },
        CheckState::Adjust => Blocker::NotMet { criterion, party },
        _ => Blocker::JudgementOpen { criterion, party },
    }
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

/// Whether what a judgement rests on changed since (law 4) or ran out (law 12).
pub(crate) fn evidence_changed(judgement: &Judgement, asking: &Asking, project: &Project) -> bool {
    Grounds::of(asking, project, &mut Vec::new()).changed(judgement, project)
}

/// Whether what rests on a document changed since its revision `seen`; 0 means that it was not there.
pub(crate) fn changed_since(document: &Artefact, rests_on: &RestsOn, seen: u32) -> bool {
    if rests_on.fields.is_empty() {
        return document.current.number > seen;
    }
    let changed = |field| document.changed_in.get(field).is_some_and(|revision| *revision > seen);
    document.files_changed_in > seen || rests_on.fields.iter().any(changed)
}
