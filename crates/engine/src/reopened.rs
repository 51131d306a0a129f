//! What is asked again outside a round: exactly the documents and criteria that a change, a signal or an expiry names
//! (law 12).

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use time::Date;

use crate::command::Answer;
use crate::context::Context;
use crate::expiries;
use crate::funnel::{Asking, Criterion, Funnel};
use crate::ids::{ArtefactKey, CriterionKey, GateKey, PartyKey};
use crate::moment::Timestamp;
use crate::organisation;
use crate::project::{Judgement, Project};
use crate::readiness::{
    Blocker, Waiter, changes_requested, evidence_changed, first_writer, is_stale, review_blocker, review_task,
};
use crate::tasks::{Task, TaskKind};

/// What one cause asks again. It stands in the event of that cause, so that the fold needs no funnel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reopening {
    /// Documents, with the parties whose approval of the present revision no longer counts.
    pub artefacts: BTreeMap<ArtefactKey, BTreeSet<PartyKey>>,
    /// Criteria, with who answers them and on which terms.
    pub criteria: BTreeMap<CriterionKey, AskedAgain>,
    /// Until when the new answers are asked.
    pub due: Date,
}

/// A criterion asked outside its round, on the terms of a gate that asked it before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskedAgain {
    /// The gate.
    pub gate: GateKey,
    /// Its last round; the answers name it.
    pub round: u32,
    /// Who answers.
    pub parties: BTreeSet<PartyKey>,
}

/// The answers to what is asked again, while some cause asks for them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reopened {
    /// Documents, with the parties that did not approve them since.
    pub reviews: BTreeMap<ArtefactKey, BTreeSet<PartyKey>>,
    /// Criteria, with each party's answer since.
    pub answers: BTreeMap<CriterionKey, BTreeMap<PartyKey, Option<Judgement>>>,
}

/// One thing that a reopening still waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenPoint {
    /// What is in the way.
    pub blocker: Blocker,
    /// What people can do about it now.
    pub tasks: Vec<Task>,
}

impl Reopening {
    pub(crate) fn nothing(due: Date) -> Self {
        Self { artefacts: BTreeMap::new(), criteria: BTreeMap::new(), due }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.artefacts.is_empty() && self.criteria.is_empty()
    }

    /// Asks what the other asks as well.
    pub(crate) fn extend(&mut self, other: Self) {
        for (artefact, parties) in other.artefacts {
            self.artefacts.entry(artefact).or_default().extend(parties);
        }
        for (criterion, asked) in other.criteria {
            match self.criteria.entry(criterion) {
                Entry::Vacant(new) => drop(new.insert(asked)),
                Entry::Occupied(mut known) => known.get_mut().parties.extend(asked.parties),
            }
        }
    }
}

impl Reopened {
    /// Whether this party's approval of the document no longer counts.
    #[must_use]
    pub fn waits_for_review(&self, artefact: &ArtefactKey, party: &PartyKey) -> bool {
        self.reviews.get(artefact).is_some_and(|parties| parties.contains(party))
    }

    /// Whether the criterion was asked again and this party did not answer it since.
    #[must_use]
    pub fn waits_for_answer(&self, criterion: &CriterionKey, party: &PartyKey) -> bool {
        self.answers.get(criterion).and_then(|by| by.get(party)).is_some_and(Option::is_none)
    }

    /// A cause asks: what was answered for another cause before is asked once more.
    pub(crate) fn open(&mut self, reopening: &Reopening) {
        for (artefact, parties) in &reopening.artefacts {
            self.reviews.entry(artefact.clone()).or_default().extend(parties.iter().cloned());
        }
        for (criterion, asked) in &reopening.criteria {
            let answers = self.answers.entry(criterion.clone()).or_default();
            answers.extend(asked.parties.iter().map(|party| (party.clone(), None)));
        }
    }

    pub(crate) fn approved(&mut self, artefact: &ArtefactKey, party: &PartyKey) {
        if let Some(parties) = self.reviews.get_mut(artefact) {
            parties.remove(party);
        }
    }

    /// Takes an answer; `false` when nobody asked for it again.
    pub(crate) fn answered(&mut self, criterion: &CriterionKey, party: &PartyKey, judgement: &Judgement) -> bool {
        let asked = self.answers.get_mut(criterion).and_then(|by| by.get_mut(party));
        let found = asked.is_some();
        if let Some(answer) = asked {
            *answer = Some(judgement.clone());
        }
        found
    }

    /// An answer that was entered on somebody's behalf is contested: it is asked once more, unless what stands here is
    /// another than the one that was `recorded`.
    pub(crate) fn withdrawn(&mut self, criterion: &CriterionKey, party: &PartyKey, recorded: impl Fn(&Judgement) -> bool) {
        let asked = self.answers.get_mut(criterion).and_then(|by| by.get_mut(party));
        if let Some(answer) = asked.filter(|answer| answer.as_ref().is_some_and(recorded)) {
            *answer = None;
        }
    }

    /// Forgets what none of `causes` asks any more.
    pub(crate) fn settle<'a>(&mut self, causes: impl Iterator<Item = &'a Reopening>) {
        let (mut reviews, mut answers) = (BTreeSet::new(), BTreeSet::new());
        for cause in causes {
            // A document that ran out asks for a new revision, and of nobody to approve the present one again.
            reviews.extend(cause.artefacts.iter().filter(|(_, of)| !of.is_empty()).map(|(artefact, _)| artefact));
            answers.extend(cause.criteria.keys());
        }
        self.reviews.retain(|artefact, _| reviews.contains(artefact));
        self.answers.retain(|criterion, _| answers.contains(criterion));
    }
}

/// What asking these documents and criteria again comes to in this project: documents that are there, criteria that are on
/// and were asked before.
pub(crate) fn reopening<'a>(
    funnel: &Funnel,
    project: &Project,
    artefacts: &[ArtefactKey],
    criteria: impl IntoIterator<Item = &'a CriterionKey>,
    due: Date,
) -> Reopening {
    let involved = |party: &&PartyKey| project.involved.contains_key(*party);
    let there = artefacts.iter().filter(|key| project.artefacts.contains_key(key)).filter_map(|key| funnel.artefact(key));
    let asked = criteria.into_iter().filter_map(|key| funnel.criterion(key)).filter_map(|criterion| {
        let gate = funnel.asked_last_at(criterion, project).filter(|_| funnel.holds(&criterion.when, &project.facts))?;
        let round = project.rounds.get(&gate).copied().unwrap_or(1);
        let parties = criterion.parties.iter().filter(involved).cloned().collect();
        Some((criterion.key.clone(), AskedAgain { gate, round, parties }))
    });
    Reopening {
        artefacts: there
            .map(|kind| (kind.key.clone(), funnel.reviewers(kind, &project.facts).filter(involved).cloned().collect()))
            .collect(),
        criteria: asked.collect(),
        due,
    }
}

/// How a criterion is asked of a party at this moment: by the open round, or again outside it.
pub(crate) struct AskedNow<'a> {
    /// On which terms.
    pub asking: &'a Asking,
    /// The gate that the answer names.
    pub gate: &'a GateKey,
    /// The round that the answer names.
    pub round: u32,
    /// The party's latest answer, if it is still in sight.
    pub earlier: Option<&'a Judgement>,
    /// Whether that answer no longer counts and can be confirmed (law 4).
    pub stale: bool,
}

/// How `criterion` is asked of `party` now, if it is.
pub(crate) fn asked_now<'a>(project: &'a Project, criterion: &'a Criterion, party: &PartyKey) -> Option<AskedNow<'a>> {
    if let Some(round) = &project.round
        && let Some(asking) = criterion.asking(&round.gate)
    {
        let earlier = round.judgements.get(&criterion.key).and_then(|by| by.get(party));
        let again = project.reopened.waits_for_answer(&criterion.key, party);
        let stale = earlier.is_some_and(|judgement| again || is_stale(judgement, asking, project, round));
        return Some(AskedNow { asking, gate: &round.gate, round: round.number, earlier, stale });
    }
    let again =
        project.reopenings().filter_map(|r| r.criteria.get(&criterion.key)).filter(|a| a.parties.contains(party)).last()?;
    let asking = criterion.asking(&again.gate)?;
    let earlier = project.reopened.answers.get(&criterion.key).and_then(|by| by.get(party)).and_then(Option::as_ref);
    let stale = earlier.is_some_and(|judgement| evidence_changed(judgement, asking, project));
    Some(AskedNow { asking, gate: &again.gate, round: again.round, earlier, stale })
}

/// The terms on which a criterion is asked at this moment, of whichever party.
pub(crate) fn asking_now<'a>(project: &'a Project, criterion: &'a Criterion) -> Option<&'a Asking> {
    criterion.parties.iter().find_map(|party| asked_now(project, criterion, party)).map(|asked| asked.asking)
}

/// What a reopening still waits for; nothing means that everything was answered anew.
pub(crate) fn open_points(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    reopening: &Reopening,
    since: Timestamp,
) -> Vec<OpenPoint> {
    let documents = reopening
        .artefacts
        .keys()
        .flat_map(|key| document_points(funnel, project, context.now.today, key, reopening.due, since));
    let on = |key: &&CriterionKey| funnel.criterion(key).is_some_and(|c| funnel.holds(&c.when, &project.facts));
    let criteria = reopening.criteria.keys().filter(on).flat_map(|key| {
        let asked = &reopening.criteria[key];
        asked.parties.iter().flat_map(|party| criterion_points(funnel, project, context, key, party, reopening.due, since))
    });
    documents.chain(criteria).collect()
}

/// Whether everything was answered anew. What the board's plan for a gap in the organisation covers keeps nothing shut, and is
/// not answered either: it is asked once the gap is closed, or the plan is over (law 3).
pub(crate) fn is_answered(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    reopening: &Reopening,
    since: Timestamp,
) -> bool {
    let planned = |(key, again): (&CriterionKey, &AskedAgain)| {
        let criterion = funnel.criterion(key).filter(|criterion| funnel.holds(&criterion.when, &project.facts));
        let waits = |party| {
            let asked = criterion.and_then(|criterion| asked_now(project, criterion, party));
            asked.is_some_and(|asked| organisation::gap(asked.asking, key, party, project, context).is_some())
        };
        again.parties.iter().any(waits)
    };
    open_points(funnel, project, context, reopening, since).is_empty() && !reopening.criteria.iter().any(planned)
}

fn document_points(
    funnel: &Funnel,
    project: &Project,
    today: Date,
    key: &ArtefactKey,
    due: Date,
    since: Timestamp,
) -> Vec<OpenPoint> {
    let (Some(kind), Some(document)) = (funnel.artefact(key), project.artefacts.get(key)) else { return Vec::new() };
    let write = |kind_of_task, since| Task {
        revision: Some(document.current.number),
        ..Task::new(kind_of_task, first_writer(kind, project.lead), since, due)
    };
    if expiries::is_expired(project, key, today) {
        let blocker = Blocker::DocumentExpired { artefact: key.clone() };
        return vec![OpenPoint { blocker, tasks: vec![write(TaskKind::Renew(key.clone()), since)] }];
    }
    let requested = changes_requested(funnel, kind, document, project);
    let point = |party| {
        let blocker = review_blocker(key, document, party, project)?;
        let tasks = match requested {
            Some(at) => vec![write(TaskKind::Submit(key.clone()), at)],
            // A document that was not touched keeps its old term, which ended long ago; the cause gives a new one.
            None => review_task(key, document, party, project)
                .map(|task| Task { due: task.due.max(due), since: task.since.max(since), ..task })
                .into_iter()
                .collect(),
        };
        Some(OpenPoint { blocker, tasks })
    };
    funnel.reviewers(kind, &project.facts).filter_map(point).collect()
}

fn criterion_points(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    key: &CriterionKey,
    party: &PartyKey,
    due: Date,
    since: Timestamp,
) -> Vec<OpenPoint> {
    let Some(asked) = funnel.criterion(key).and_then(|criterion| asked_now(project, criterion, party)) else {
        return Vec::new();
    };
    // As at a gate: nobody of the project can mend a gap in evidence of the organisation.
    if let Some(gap) = organisation::gap(asked.asking, key, party, project, context) {
        let point = |blocker| OpenPoint { blocker, tasks: Vec::new() };
        return if gap.planned { Vec::new() } else { gap.blockers.into_iter().map(point).collect() };
    }
    criterion_point(&asked, key, party, project, context, due, since).into_iter().collect()
}

fn criterion_point(
    asked: &AskedNow<'_>,
    key: &CriterionKey,
    party: &PartyKey,
    project: &Project,
    context: &Context<'_>,
    due: Date,
    since: Timestamp,
) -> Option<OpenPoint> {
    let (criterion, by) = (key.clone(), party.clone());
    let renewed = asked.asking.rests_on.iter().all(|r| !expiries::is_expired(project, &r.artefact, context.now.today));
    let stale = |j: &Judgement| asked.stale || organisation::changed(j, asked.asking, project, context);
    let stale = asked.earlier.is_some_and(stale);
    let blocker = match asked.earlier {
        _ if !renewed => Blocker::EvidenceExpired { criterion, party: by },
        None => Blocker::JudgementOpen { criterion, party: by },
        Some(_) if stale => Blocker::JudgementStale { criterion, party: by },
        Some(judgement) if judgement.answer == Answer::NotMet => Blocker::NotMet { criterion, party: by },
        Some(_) => return None,
    };
    let judge = TaskKind::Judge(key.clone(), party.clone());
    let judge = Task { confirmable: stale, ..Task::new(judge, Waiter::Party(party.clone()), since, due) };
    // An answer on expired evidence would not count: first its document.
    Some(OpenPoint { blocker, tasks: if renewed { vec![judge] } else { Vec::new() } })
}
