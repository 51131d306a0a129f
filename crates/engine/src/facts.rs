//! Facts about a project and the conditions on them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::funnel::{Derivation, FactDefinition, FactKind, Funnel};
use crate::ids::{FactKey, LevelKey};
use crate::project::FactAnswer;

/// A typed answer about a project. Written as `true`, `12000` or `middel`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum FactValue {
    /// Yes or no.
    Boolean(bool),
    /// A whole number, such as an amount in euros.
    Amount(i64),
    /// One of the levels that the fact defines, light to heavy.
    Level(LevelKey),
}

/// When a requirement or criterion is on. It is data, not an expression language, so the checks of law 19 can be
/// complete (and a definition can be proved to have no criterion whose evidence is off).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// Always on.
    #[default]
    Always,
    /// Every one holds.
    All(Vec<When>),
    /// At least one holds.
    Any(Vec<When>),
    /// The other does not hold.
    Not(Box<When>),
    /// The fact has this value.
    Is(FactKey, FactValue),
    /// The fact has this value or a heavier one (levels), or a higher one (amounts).
    AtLeast(FactKey, FactValue),
}

impl When {
    /// Whether `check` holds of every fact that this speaks of, with the value it is compared with.
    pub(crate) fn every(&self, check: &dyn Fn(&FactKey, &FactValue) -> bool) -> bool {
        match self {
            Self::Always => true,
            Self::All(all) | Self::Any(all) => all.iter().all(|when| when.every(check)),
            Self::Not(other) => other.every(check),
            Self::Is(fact, value) | Self::AtLeast(fact, value) => check(fact, value),
        }
    }
}

impl Funnel {
    /// The value of a fact that counts now (law 5): the heavier value until the fact is answered, and, where a party must
    /// confirm a lighter answer, until it did. `None` when the funnel does not know the fact.
    #[must_use]
    pub fn fact_value<'a>(&'a self, fact: &FactKey, answers: &'a BTreeMap<FactKey, FactAnswer>) -> Option<&'a FactValue> {
        let definition = self.fact(fact)?;
        if let Some(derived) = definition.derive(self, answers) {
            return Some(definition.counting(derived, answers.get(fact)));
        }
        match answers.get(fact) {
            Some(answer) if answer.confirmed || definition.confirmed_by.is_none() => Some(&answer.value),
            _ => Some(&definition.heavier),
        }
    }

    /// Whether what counts is an answer, or follows from answers: nothing stands in for one, or for its confirmation (law 5).
    #[must_use]
    pub fn is_answered(&self, fact: &FactKey, answers: &BTreeMap<FactKey, FactAnswer>) -> bool {
        let given = |key: &FactKey, _: &FactValue| {
            let Some((definition, answer)) = self.fact(key).zip(answers.get(key)) else { return false };
            let counts = answer.confirmed || definition.confirmed_by.is_none() || answer.value == definition.heavier;
            definition.derived.is_empty() && counts
        };
        let Some(definition) = self.fact(fact) else { return false };
        let Some(derived) = definition.derive(self, answers) else { return given(fact, &definition.heavier) };
        let confirmed = || answers.get(fact).is_some_and(|answer| answer.confirmed);
        let counts = definition.confirmed_by.is_none() || confirmed() || *derived == definition.heavier;
        counts && definition.derived.iter().all(|derivation| derivation.when.every(&given))
    }

    /// The value that follows from other answers, where nobody answers this fact; a lighter one counts once it is confirmed.
    #[must_use]
    pub fn derived_value<'a>(&'a self, fact: &FactKey, answers: &'a BTreeMap<FactKey, FactAnswer>) -> Option<&'a FactValue> {
        self.fact(fact)?.derive(self, answers)
    }

    /// Whether a condition holds for a project with these answers. A condition on an unknown fact does not hold; the
    /// publishing checks refuse such a funnel (law 19).
    #[must_use]
    pub fn holds(&self, when: &When, answers: &BTreeMap<FactKey, FactAnswer>) -> bool {
        self.holds_by(when, &|fact| self.fact_value(fact, answers))
    }

    fn holds_by<'a>(&'a self, when: &When, value_of: &dyn Fn(&FactKey) -> Option<&'a FactValue>) -> bool {
        match when {
            When::Always => true,
            When::All(all) => all.iter().all(|w| self.holds_by(w, value_of)),
            When::Any(any) => any.iter().any(|w| self.holds_by(w, value_of)),
            When::Not(other) => !self.holds_by(other, value_of),
            When::Is(fact, value) => value_of(fact) == Some(value),
            When::AtLeast(fact, value) => {
                let weight = |v: &FactValue| self.fact(fact).and_then(|definition| definition.kind.weight(v));
                match (value_of(fact).and_then(weight), weight(value)) {
                    (Some(actual), Some(asked)) => actual >= asked,
                    _ => false,
                }
            }
        }
    }
}

impl FactDefinition {
    /// The value that follows from other answers, where this fact is derived: of the first condition that holds, and
    /// of the last where none does.
    pub(crate) fn derive<'a>(
        &'a self,
        funnel: &'a Funnel,
        answers: &'a BTreeMap<FactKey, FactAnswer>,
    ) -> Option<&'a FactValue> {
        let value_of = |key: &FactKey| match funnel.fact(key) {
            Some(other) if !other.derived.is_empty() => Some(&other.heavier),
            _ => funnel.fact_value(key, answers),
        };
        let follows = |derivation: &&Derivation| funnel.holds_by(&derivation.when, &value_of);
        let first = self.derived.iter().find(follows).or(self.derived.last())?;
        Some(&first.value)
    }

    /// What counts of a derived value: a lighter one only once it was confirmed.
    fn counting<'a>(&'a self, derived: &'a FactValue, confirmed: Option<&'a FactAnswer>) -> &'a FactValue {
        if self.confirmed_by.is_none() {
            return derived;
        }
        match confirmed.filter(|answer| answer.confirmed) {
            None => &self.heavier,
            Some(answer) if self.kind.weight(&answer.value) >= self.kind.weight(derived) => &answer.value,
            Some(_) => derived,
        }
    }
}

impl FactKind {
    /// How heavy a value is among the values of this kind; `None` when it is no value of this kind.
    #[must_use]
    pub fn weight(&self, value: &FactValue) -> Option<i64> {
        match (self, value) {
            (Self::Boolean, FactValue::Boolean(yes)) => Some(i64::from(*yes)),
            (Self::Amount, FactValue::Amount(amount)) => Some(*amount),
            (Self::Levels(levels), FactValue::Level(level)) => {
                levels.iter().position(|l| l == level).and_then(|at| i64::try_from(at).ok())
            }
            _ => None,
        }
    }
}
