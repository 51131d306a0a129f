//! Criteria that are asked again while no open gate asks them: in use, because something changed, went wrong or ran out
//! (law 12).

use std::collections::BTreeMap;
use std::sync::Arc;

use engine::{Actor, AskedAgain, Blocker, CheckState, CheckSubject, CriterionKey, EvidenceStanding, OpenPoint, PartyKey};

use crate::session::Session;
use crate::types::project::Project;
use crate::types::readiness::{Check, Readiness};

/// Each of them for each party that answers it, also when it was answered since.
pub(crate) fn asked_again(project: &Project, session: &Session) -> Vec<Check> {
    let (funnel, state) = (&project.0.definition.funnel, &project.0.state);
    let mut asked: BTreeMap<&CriterionKey, &AskedAgain> = BTreeMap::new();
    for (key, again) in state.reopenings().flat_map(|reopening| &reopening.criteria) {
        let Some(criterion) = funnel.criterion(key) else { continue };
        let at_gate = state.round.as_ref().is_some_and(|round| criterion.asking(&round.gate).is_some());
        if !at_gate && funnel.holds(&criterion.when, &state.facts) {
            asked.insert(key, again);
        }
    }
    if asked.is_empty() {
        return Vec::new();
    }
    let points: Vec<OpenPoint> = project.ask(session, &Actor::System, |funnel, project, context| {
        let changes = project.changes.open.keys().flat_map(|n| engine::change_points(funnel, project, context, *n));
        let signals = project.signals.open.keys().flat_map(|n| engine::signal_points(funnel, project, context, *n));
        let expiries = project.expiries.open.keys().flat_map(|key| engine::expiry_points(funnel, project, context, key));
        changes.chain(signals).chain(expiries).collect()
    });
    let each = asked.into_iter().flat_map(|(key, again)| again.parties.iter().map(move |party| (key, again, party)));
    each.map(|(key, again, party)| {
        // Several causes may wait for the same answer.
        let mut open: Vec<&OpenPoint> = Vec::new();
        for point in points.iter().filter(|point| about(&point.blocker) == Some((key, party))) {
            if open.iter().all(|known| known.blocker != point.blocker) {
                open.push(point);
            }
        }
        let states: Vec<CheckState> = open.iter().map(|point| standing(&point.blocker)).collect();
        // As at a gate: of several gaps in the organisation, one that ran out tells most.
        let expired = states.iter().find(|state| **state == CheckState::Expired).or(states.first());
        let waits = state.reopened.waits_for_answer(key, party);
        let check = engine::Check {
            state: expired.copied().unwrap_or(if waits { CheckState::Waiting } else { CheckState::Done }),
            on: CheckSubject::Criterion(key.clone(), party.clone()),
            blockers: open.iter().map(|point| point.blocker.clone()).collect(),
            blocking: true,
            tasks: open.iter().flat_map(|point| point.tasks.clone()).collect(),
        };
        Check::alone(project, again.gate.clone(), again.round, check)
    })
    .collect()
}

fn about(blocker: &Blocker) -> Option<(&CriterionKey, &PartyKey)> {
    match blocker {
        Blocker::JudgementOpen { criterion, party }
        | Blocker::JudgementStale { criterion, party }
        | Blocker::EvidenceExpired { criterion, party }
        | Blocker::OrganisationEvidence { criterion, party, .. }
        | Blocker::NotMet { criterion, party } => Some((criterion, party)),
        _ => None,
    }
}

fn standing(blocker: &Blocker) -> CheckState {
    match blocker {
        Blocker::JudgementStale { .. } => CheckState::Stale,
        Blocker::NotMet { .. } => CheckState::Adjust,
        Blocker::EvidenceExpired { .. } | Blocker::OrganisationEvidence { standing: EvidenceStanding::Expired(_), .. } => {
            CheckState::Expired
        }
        Blocker::OrganisationEvidence { .. } => CheckState::NotYet,
        _ => CheckState::Waiting,
    }
}

impl Check {
    /// One that stands by itself, on the terms of a gate that asked it before.
    fn alone(project: &Project, gate: engine::GateKey, round: u32, check: engine::Check) -> Self {
        let readiness = engine::Readiness {
            gate,
            round,
            checks: vec![check],
            offers: Vec::new(),
            evidence: Vec::new(),
            ballots: Vec::new(),
            plans: Vec::new(),
        };
        Self { of: Readiness { project: project.clone(), readiness: Arc::new(readiness) }, at: 0 }
    }
}
