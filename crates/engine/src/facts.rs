//! Facts about a project and the conditions on them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::funnel::{FactKind, Funnel};
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

impl Funnel {
    /// The value of a fact that counts now (law 5): the heavier value until the fact is answered, and, where a party must
    /// confirm a lighter answer, until it did. `None` when the funnel does not know the fact.
    #[must_use]
    pub fn fact_value<'a>(&'a self, fact: &FactKey, answers: &'a BTreeMap<FactKey, FactAnswer>) -> Option<&'a FactValue> {
        let definition = self.fact(fact)?;
        match answers.get(fact) {
            Some(answer) if answer.confirmed || definition.confirmed_by.is_none() => Some(&answer.value),
            _ => Some(&definition.heavier),
        }
    }

    /// Whether a condition holds for a project with these answers. A condition on an unknown fact does not hold; the
    /// publishing checks refuse such a funnel (law 19).
    #[must_use]
    pub fn holds(&self, when: &When, answers: &BTreeMap<FactKey, FactAnswer>) -> bool {
        match when {
            When::Always => true,
            When::All(all) => all.iter().all(|w| self.holds(w, answers)),
            When::Any(any) => any.iter().any(|w| self.holds(w, answers)),
            When::Not(other) => !self.holds(other, answers),
            When::Is(fact, value) => self.fact_value(fact, answers) == Some(value),
            When::AtLeast(fact, value) => {
                let weight = |v: &FactValue| self.fact(fact).and_then(|definition| definition.kind.weight(v));
                match (self.fact_value(fact, answers).and_then(weight), weight(value)) {
                    (Some(actual), Some(asked)) => actual >= asked,
                    _ => false,
                }
            }
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
