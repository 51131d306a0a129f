//! Bringing in a project that exists already (law 1): once, by the administrator, in its real phase. What its earlier gates
//! would have asked becomes conditions; what it did before is marked as not recorded here.

use std::collections::BTreeMap;

use super::{facts, future, moving, within};
use crate::command::BringIn;
use crate::conditions::{Conditions, Demand, Terms};
use crate::context::{Context, Role};
use crate::event::Event;
use crate::facts::FactValue;
use crate::funnel::{Criterion, Funnel, Gate, Phase, Stage};
use crate::ids::{ArtefactKey, FactKey};
use crate::limits;
use crate::permission::Need;
use crate::project::FactAnswer;
use crate::readiness::Waiter;
use crate::rejection::Rejection;

pub(super) fn bring_in(
    funnel: &Funnel,
    context: &Context<'_>,
    started: Event,
    given: &BringIn,
) -> Result<Vec<Event>, Rejection> {
    let administrator = context.actor.person().filter(|person| person.roles.contains(&Role::Administrator));
    let Some(administrator) = administrator else {
        return Err(Rejection::NotPermitted { need: Need::Administrator });
    };
    let at = funnel.phases.iter().position(|phase| phase.key == given.phase);
    let at = at.ok_or_else(|| Rejection::UnknownPhase { phase: given.phase.clone() })?;
    let (before, phase) = (&funnel.phases[..at], &funnel.phases[at]);
    future(context, given.due, limits::CONDITION_DAYS)?;
    if !given.facts.is_empty() {
        within(given.facts.len(), limits::FACTS_PER_COMMAND)?;
    }
    facts::known(funnel, &given.facts)?;
    let unrecorded = before.iter().map(|phase| phase.key.clone()).collect();
    let mut events = vec![started];
    events.push(Event::ProjectBroughtIn { phase: phase.key.clone(), reason: given.reason, unrecorded });
    if !given.facts.is_empty() {
        events.push(Event::FactsAnswered { answers: given.facts.clone() });
    }
    let involved = funnel.phases[..=at].iter().flat_map(|phase| phase.involves.iter().cloned()).collect();
    let mut entering = Vec::new();
    moving::begin(phase, context, &mut entering);
    for event in entering {
        events.push(match event {
            Event::PhaseEntered { phase, .. } => Event::PhaseEntered { phase, involved: Vec::clone(&involved) },
            other => other,
        });
    }
    let answer =
        |value: &FactValue| FactAnswer { value: value.clone(), by: administrator.id, at: context.now.at, confirmed: false };
    let answered = given.facts.iter().map(|(fact, value)| (fact.clone(), answer(value))).collect();
    events.extend(Conditions::default().opening(missing(funnel, before, phase, given, &answered))?);
    Ok(events)
}

/// What the gates of the earlier phases would have asked: each document once, at the furthest stage, and each blocking
/// criterion once for each party.
fn missing(
    funnel: &Funnel,
    before: &[Phase],
    phase: &Phase,
    given: &BringIn,
    facts: &BTreeMap<FactKey, FactAnswer>,
) -> Vec<Terms> {
    let gates: Vec<&Gate> = before.iter().filter_map(|phase| phase.gate.as_ref()).collect();
    let mut documents: BTreeMap<&ArtefactKey, Stage> = BTreeMap::new();
    let needed = gates.iter().flat_map(|gate| &gate.requirements).filter(|r| funnel.holds(&r.when, facts));
    for requirement in needed {
        let stage = documents.entry(&requirement.artefact).or_insert(requirement.stage);
        *stage = requirement.stage.max(*stage);
    }
    let documents = documents.into_iter().map(|(artefact, stage)| Demand::Document { artefact: artefact.clone(), stage });
    let asked = |criterion: &&Criterion| {
        criterion.blocking
            && gates.iter().any(|gate| criterion.asking(&gate.key).is_some())
            && funnel.holds(&criterion.when, facts)
    };
    let criteria = funnel.criteria.iter().filter(asked).flat_map(|criterion| {
        criterion.parties.iter().map(|party| Demand::Criterion { criterion: criterion.key.clone(), party: party.clone() })
    });
    let Some(last) = gates.last() else { return Vec::new() };
    let terms = |demand| Terms {
        accepted_by: super::gate::accepting(funnel, last, &demand),
        demand,
        text: None,
        owner: Waiter::Person(given.owner),
        due: given.due,
        blocks: phase.gate.as_ref().map(|gate| gate.key.clone()),
    };
    documents.chain(criteria).map(terms).collect()
}
