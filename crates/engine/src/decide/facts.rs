//! Answering and confirming what a project is (law 5).

use std::collections::BTreeMap;

use super::{FACTS, involved, within};
use crate::ballots::{Cast, Choice, Matter, Voting, rule_of};
use crate::context::Context;
use crate::event::Event;
use crate::facts::FactValue;
use crate::funnel::{FactKind, Funnel};
use crate::ids::FactKey;
use crate::project::Project;
use crate::rejection::Rejection;

pub(super) fn answer(
    funnel: &Funnel,
    project: &Project,
    answers: BTreeMap<FactKey, FactValue>,
) -> Result<Vec<Event>, Rejection> {
    within(answers.len(), FACTS)?;
    known(funnel, &answers)?;
    // The same answer again keeps its confirmation.
    let answers: BTreeMap<_, _> =
        answers.into_iter().filter(|(key, value)| project.facts.get(key).is_none_or(|a| a.value != *value)).collect();
    if answers.is_empty() { Ok(Vec::new()) } else { Ok(vec![Event::FactsAnswered { answers }]) }
}

/// Whether the funnel asks these questions and takes these answers.
pub(super) fn known(funnel: &Funnel, answers: &BTreeMap<FactKey, FactValue>) -> Result<(), Rejection> {
    for (key, value) in answers {
        let definition = funnel.fact(key).ok_or_else(|| Rejection::UnknownFact { fact: key.clone() })?;
        if !definition.derived.is_empty() {
            return Err(Rejection::FactIsDerived { fact: key.clone() });
        }
        if definition.kind.weight(value).is_none() {
            let levels = match &definition.kind {
                FactKind::Levels(levels) => levels.clone(),
                FactKind::Boolean | FactKind::Amount => Vec::new(),
            };
            return Err(Rejection::FactType { fact: key.clone(), levels });
        }
    }
    Ok(())
}

/// Confirms several answers in one act. What follows from other answers comes last: it follows from them as confirmed.
pub(super) fn confirm_all(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    facts: BTreeMap<FactKey, FactValue>,
) -> Result<Vec<Event>, Rejection> {
    within(facts.len(), FACTS)?;
    let is_derived = |fact: &FactKey| funnel.fact(fact).is_some_and(|known| !known.derived.is_empty());
    let (derived, answered): (Vec<_>, Vec<_>) = facts.into_iter().partition(|(fact, _)| is_derived(fact));
    let mut after = project.clone();
    let mut events = Vec::new();
    for (fact, value) in answered.into_iter().chain(derived) {
        let confirmed = confirm(funnel, &after, context, fact, value)?;
        for event in &confirmed {
            if let Event::FactConfirmed { fact, value, .. } = event {
                after.take_confirmed(fact, value, project.lead, context.now.at);
            }
        }
        events.extend(confirmed);
    }
    Ok(events)
}

/// Confirms the answer that was given, or the value that follows from other answers. Never relaxed: it is what keeps a
/// legal minimum switched on.
fn confirm(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    fact: FactKey,
    value: FactValue,
) -> Result<Vec<Event>, Rejection> {
    let definition = funnel.fact(&fact).ok_or_else(|| Rejection::UnknownFact { fact: fact.clone() })?;
    let Some(party) = definition.confirmed_by.clone() else {
        return Err(Rejection::FactNeedsNoConfirmation { fact });
    };
    involved(project, &party)?;
    let answer = project.facts.get(&fact);
    let current = definition.derive(funnel, &project.facts).or(answer.map(|a| &a.value));
    if current != Some(&value) {
        return Err(Rejection::FactAnswer { fact, current: current.cloned() });
    }
    if answer.is_some_and(|a| a.confirmed && a.value == value) {
        return Ok(Vec::new());
    }
    // What follows from other answers was given by nobody, so anybody of the party may confirm it.
    let answered_by = answer.filter(|_| definition.derived.is_empty()).map(|a| a.by);
    let voting = Voting {
        party: &party,
        rule: rule_of(funnel, &party),
        excluded: &|person| answered_by == Some(person),
        relaxed: false,
        asking: None,
    };
    let matter = Matter::Fact { fact: fact.clone() };
    let own = Rejection::OwnFact { fact: fact.clone() };
    let Cast { vote, answer } = voting.cast(project, context, matter, Choice::Fact(value), None, own)?;
    let confirmed = answer.and_then(|(choice, counted)| match choice {
        Choice::Fact(value) => Some(Event::FactConfirmed { fact, value, party: party.clone(), counted }),
        _ => None,
    });
    Ok(vote.into_iter().chain(confirmed).collect())
}
