//! Proofs about conditions. A condition is data over facts with few values, so trying every combination of the facts that
//! are mentioned proves it for every project: booleans both ways, each level, and amounts at, just under and just over
//! every threshold that is mentioned.

use std::collections::{BTreeMap, BTreeSet};

use engine::{FactKey, FactKind, FactValue, When};

use super::involvement::facts;
use crate::condition::FactKinds;
use crate::limits::{COMBINATIONS, COMBINATIONS_IN_ALL};

/// A value for each fact that is mentioned.
pub(super) type Assignment<'a> = BTreeMap<&'a FactKey, FactValue>;

/// More combinations than are tried.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TooMany;

/// A fact that follows from others: its lines in order, of which the last always holds.
pub(super) struct Follows {
    pub fact: FactKey,
    pub heavier: FactValue,
    pub lines: Vec<(When, FactValue)>,
}

/// Proves conditions of one file, within a limit for all of them together.
pub(super) struct Prover<'a> {
    kinds: &'a FactKinds,
    follows: &'a [Follows],
    left: usize,
}

impl<'a> Prover<'a> {
    pub fn new(kinds: &'a FactKinds, follows: &'a [Follows]) -> Self {
        Self { kinds, follows, left: COMBINATIONS_IN_ALL }
    }

    /// A project for which `premise` holds and none of `conclusions`; none when there is no such project.
    pub fn counterexample<'w>(
        &mut self,
        premise: &'w When,
        conclusions: &[&'w When],
    ) -> Result<Option<Assignment<'w>>, TooMany> {
        let conditions: Vec<&When> = std::iter::once(premise).chain(conclusions.iter().copied()).collect();
        let domains = self.domains(&conditions);
        for number in 0..self.count(&domains)? {
            let assignment = combination(&domains, number);
            let contradicts =
                self.holds(premise, &assignment) && !conclusions.iter().any(|when| self.holds(when, &assignment));
            if contradicts && self.is_possible(&assignment)? {
                return Ok(Some(assignment));
            }
        }
        Ok(None)
    }

    /// How many combinations these facts have, as long as they can be tried.
    fn count(&mut self, domains: &[(&FactKey, Vec<FactValue>)]) -> Result<usize, TooMany> {
        let combinations = domains.iter().try_fold(1_usize, |product, (_, values)| product.checked_mul(values.len()));
        let combinations = combinations.filter(|count| *count <= COMBINATIONS.min(self.left)).ok_or(TooMany)?;
        self.left -= combinations;
        Ok(combinations)
    }

    /// Whether a project can have these facts: one that follows from others is never lighter than what follows.
    fn is_possible(&mut self, assignment: &Assignment<'_>) -> Result<bool, TooMany> {
        let all = self.follows;
        for follows in all {
            let weight = |value: &FactValue| self.kinds.get(follows.fact.as_str()).and_then(|kind| kind.weight(value));
            let Some(own) = assignment.get(&follows.fact).and_then(weight) else { continue };
            // Within these lines other facts that follow count as their heavier value.
            let conditions: Vec<&When> = follows.lines.iter().map(|(when, _)| when).collect();
            let mut fixed = assignment.clone();
            for other in all {
                fixed.insert(&other.fact, other.heavier.clone());
            }
            let mut domains = self.domains(&conditions);
            domains.retain(|(fact, _)| !fixed.contains_key(fact));
            let mut found = false;
            for number in 0..self.count(&domains)? {
                let mut tried = combination(&domains, number);
                tried.extend(fixed.iter().map(|(fact, value)| (*fact, value.clone())));
                let line = follows.lines.iter().find(|(when, _)| self.holds(when, &tried));
                if line.and_then(|(_, value)| weight(value)).is_none_or(|least| least <= own) {
                    found = true;
                    break;
                }
            }
            if !found {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The values of each fact that decide these conditions.
    fn domains<'w>(&self, conditions: &[&'w When]) -> Vec<(&'w FactKey, Vec<FactValue>)> {
        let mentioned: BTreeSet<&FactKey> = conditions.iter().flat_map(|when| facts(when)).collect();
        let values = |fact: &FactKey| match self.kinds.get(fact.as_str()) {
            Some(FactKind::Boolean) => vec![FactValue::Boolean(false), FactValue::Boolean(true)],
            Some(FactKind::Levels(levels)) => levels.iter().cloned().map(FactValue::Level).collect(),
            Some(FactKind::Amount) | None => {
                let thresholds: BTreeSet<i64> = conditions.iter().flat_map(|when| thresholds(when, fact)).collect();
                let around = |t: i64| [t.saturating_sub(1), t, t.saturating_add(1)];
                let around: BTreeSet<i64> = thresholds.into_iter().flat_map(around).collect();
                around.into_iter().map(FactValue::Amount).collect()
            }
        };
        mentioned.into_iter().map(|fact| (fact, values(fact))).collect()
    }

    /// As [`engine::Funnel::holds`] for facts that are all answered.
    fn holds(&self, when: &When, assignment: &Assignment<'_>) -> bool {
        match when {
            When::Always => true,
            When::All(all) => all.iter().all(|part| self.holds(part, assignment)),
            When::Any(any) => any.iter().any(|part| self.holds(part, assignment)),
            When::Not(part) => !self.holds(part, assignment),
            When::Is(fact, value) => assignment.get(fact) == Some(value),
            When::AtLeast(fact, value) => {
                let kind = self.kinds.get(fact.as_str());
                let weight = |value: &FactValue| kind.and_then(|kind| kind.weight(value));
                match (assignment.get(fact).and_then(weight), weight(value)) {
                    (Some(actual), Some(asked)) => actual >= asked,
                    _ => false,
                }
            }
        }
    }
}

/// The amounts with which a condition compares a fact.
fn thresholds(when: &When, fact: &FactKey) -> Vec<i64> {
    match when {
        When::All(parts) | When::Any(parts) => parts.iter().flat_map(|part| thresholds(part, fact)).collect(),
        When::Not(part) => thresholds(part, fact),
        When::Is(about, FactValue::Amount(amount)) | When::AtLeast(about, FactValue::Amount(amount)) if about == fact => {
            vec![*amount]
        }
        When::Always | When::Is(..) | When::AtLeast(..) => Vec::new(),
    }
}

/// The nth combination, as digits of a number with a base per fact.
fn combination<'w>(domains: &[(&'w FactKey, Vec<FactValue>)], number: usize) -> Assignment<'w> {
    let mut rest = number;
    let digit = |(fact, values): &(&'w FactKey, Vec<FactValue>)| {
        let value = values[rest % values.len()].clone();
        rest /= values.len();
        (*fact, value)
    };
    domains.iter().map(digit).collect()
}

/// A project in words, such as `impact = klein, personal_data = false`.
pub(super) fn in_words(assignment: &Assignment<'_>) -> String {
    let value = |value: &FactValue| match value {
        FactValue::Boolean(yes) => yes.to_string(),
        FactValue::Amount(amount) => amount.to_string(),
        FactValue::Level(level) => level.to_string(),
    };
    assignment.iter().map(|(fact, v)| format!("{fact} = {}", value(v))).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
#[path = "proof_tests.rs"]
mod tests;
