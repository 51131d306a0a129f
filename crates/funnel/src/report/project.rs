//! Projects to count with: a value for each fact, as light or as heavy as an impact allows.

use std::collections::BTreeMap;

use engine::{FactDefinition, FactKey, FactKind, FactValue, Funnel, LevelKey, When};

/// The value of each fact of a project.
pub type Facts = BTreeMap<FactKey, FactValue>;

/// Whether a condition holds for a project with these facts; one that is missing counts as its heavier value.
pub(super) fn holds(funnel: &Funnel, when: &When, facts: &Facts) -> bool {
    let value = |fact: &FactKey| {
        let known = funnel.fact(fact);
        facts.get(fact).or(known.map(|known| &known.heavier)).map(|value| (known, value))
    };
    match when {
        When::Always => true,
        When::All(all) => all.iter().all(|part| holds(funnel, part, facts)),
        When::Any(any) => any.iter().any(|part| holds(funnel, part, facts)),
        When::Not(part) => !holds(funnel, part, facts),
        When::Is(fact, asked) => value(fact).is_some_and(|(_, value)| value == asked),
        When::AtLeast(fact, asked) => value(fact).is_some_and(|(known, value)| {
            let weight = |value: &FactValue| known.and_then(|known| known.kind.weight(value));
            matches!((weight(value), weight(asked)), (Some(actual), Some(asked)) if actual >= asked)
        }),
    }
}

/// The fact that says how large a project is: the first with levels.
pub(super) fn impact(funnel: &Funnel) -> Option<(&FactDefinition, &[LevelKey])> {
    funnel.facts.iter().find_map(|fact| match &fact.kind {
        FactKind::Levels(levels) => Some((fact, levels.as_slice())),
        FactKind::Boolean | FactKind::Amount => None,
    })
}

/// The answer that switches least on.
fn lightest(fact: &FactDefinition) -> FactValue {
    match (&fact.kind, &fact.heavier) {
        (FactKind::Boolean, FactValue::Boolean(heavier)) => FactValue::Boolean(!heavier),
        (FactKind::Levels(levels), heavier) => {
            let lightest = levels.first().cloned().map(FactValue::Level);
            lightest.unwrap_or_else(|| heavier.clone())
        }
        (FactKind::Boolean | FactKind::Amount, _) => FactValue::Amount(0),
    }
}

/// How far what follows from these facts lies above or below this level; 0 where the fact follows from nothing.
fn beyond(funnel: &Funnel, impact: &FactDefinition, facts: &Facts, level: &FactValue) -> i64 {
    // Within these lines other facts that follow count as their heavier value.
    let mut seen = facts.clone();
    for fact in funnel.facts.iter().filter(|fact| !fact.derived.is_empty()) {
        seen.insert(fact.key.clone(), fact.heavier.clone());
    }
    let line = impact.derived.iter().find(|line| holds(funnel, &line.when, &seen));
    let weight = |value: &FactValue| impact.kind.weight(value);
    match (line.and_then(|line| weight(&line.value)), weight(level)) {
        (Some(follows), Some(wanted)) => follows - wanted,
        _ => 0,
    }
}

/// The facts that projects answer, besides the impact.
fn others<'a>(funnel: &'a Funnel, impact: &'a FactDefinition) -> impl Iterator<Item = &'a FactDefinition> {
    funnel.facts.iter().filter(|fact| fact.key != impact.key)
}

/// Projects of this level with as little as makes them so: every fact light, or one or two heavy where the level follows
/// from them.
pub(super) fn lightest_of(funnel: &Funnel, impact: &FactDefinition, level: &LevelKey) -> Vec<Facts> {
    let wanted = FactValue::Level(level.clone());
    let mut light: Facts = funnel.facts.iter().map(|fact| (fact.key.clone(), lightest(fact))).collect();
    light.insert(impact.key.clone(), wanted.clone());
    let fits = |facts: &Facts| beyond(funnel, impact, facts, &wanted) == 0;
    if fits(&light) {
        return vec![light];
    }
    let heavy = |facts: &Facts, fact: &FactDefinition| {
        let mut facts = facts.clone();
        facts.insert(fact.key.clone(), fact.heavier.clone());
        facts
    };
    let one: Vec<Facts> = others(funnel, impact).map(|fact| heavy(&light, fact)).collect();
    let two = one.iter().flat_map(|facts| others(funnel, impact).map(|fact| heavy(facts, fact)));
    let fitting: Vec<Facts> = one.iter().cloned().chain(two).filter(fits).collect();
    if fitting.is_empty() { vec![light] } else { fitting }
}

/// A project of this level with as much as it allows: facts become heavy in the order of the file, as long as the level
/// that follows from them is not above it.
pub(super) fn heaviest_of(funnel: &Funnel, impact: &FactDefinition, level: &LevelKey) -> Facts {
    let wanted = FactValue::Level(level.clone());
    let mut facts: Facts = funnel.facts.iter().map(|fact| (fact.key.clone(), lightest(fact))).collect();
    facts.insert(impact.key.clone(), wanted.clone());
    for fact in others(funnel, impact) {
        let before = facts.insert(fact.key.clone(), fact.heavier.clone());
        if beyond(funnel, impact, &facts, &wanted) > 0
            && let Some(before) = before
        {
            facts.insert(fact.key.clone(), before);
        }
    }
    facts
}

/// Every fact on its heavier value.
pub(super) fn heaviest(funnel: &Funnel) -> Facts {
    funnel.facts.iter().map(|fact| (fact.key.clone(), fact.heavier.clone())).collect()
}
