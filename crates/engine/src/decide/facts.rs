//! Answering and confirming what a project is (law 5).

use std::collections::BTreeMap;

use super::{FACTS, counted_by_party, involved, within};
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
    for (key, value) in &answers {
        let definition = funnel.fact(key).ok_or_else(|| Rejection::UnknownFact { fact: key.clone() })?;
        if definition.kind.weight(value).is_none() {
            let levels = match &definition.kind {
                FactKind::Levels(levels) => levels.clone(),
                FactKind::Boolean | FactKind::Amount => Vec::new(),
            };
            return Err(Rejection::FactType { fact: key.clone(), levels });
        }
    }
    // The same answer again keeps its confirmation.
    let answers: BTreeMap<_, _> =
        answers.into_iter().filter(|(key, value)| project.facts.get(key).is_none_or(|a| a.value != *value)).collect();
    if answers.is_empty() { Ok(Vec::new()) } else { Ok(vec![Event::FactsAnswered { answers }]) }
}

pub(super) fn confirm(
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
    let Some(answer) = answer.filter(|a| a.value == value) else {
        return Err(Rejection::FactAnswer { fact, current: answer.map(|a| a.value.clone()) });
    };
    if context.actor.person().is_some_and(|p| p.id == answer.by) {
        return Err(Rejection::OwnFact { fact });
    }
    if answer.confirmed {
        return Ok(Vec::new());
    }
    let counted = counted_by_party(funnel, context, &party);
    Ok(vec![Event::FactConfirmed { fact, value, party, counted }])
}
