//! The funnel's definition as the store uses it.

use std::collections::{BTreeMap, BTreeSet};

use engine::{ArtefactKey, ArtefactKind, FieldPath, Funnel, Label};
use serde_json::Value;

/// A funnel with its forms.
#[derive(Clone, Debug)]
pub struct Definition {
    /// The rules.
    pub funnel: Funnel,
    /// The version in the file.
    pub version: u32,
    /// The forms.
    pub forms: BTreeMap<ArtefactKey, Form>,
}

/// A form.
#[derive(Clone, Debug)]
pub struct Form;

impl Form {
    /// Checks answers.
    #[must_use]
    pub fn check(&self, _answers: &Value) -> Vec<FormProblem> {
        Vec::new()
    }
}

/// An answer that breaks a rule.
#[derive(Clone, Debug, PartialEq)]
pub struct FormProblem {
    /// JSON pointer.
    pub path: String,
    /// Keyword.
    pub rule: String,
    /// What is wrong.
    pub message: Label,
}

/// A problem in a funnel file.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem;

/// Reads a funnel file.
///
/// # Errors
/// Every problem.
pub fn parse(_source: &str) -> Result<Definition, Vec<Problem>> {
    Err(Vec::new())
}

/// The fields that differ.
#[must_use]
pub fn changed_fields(_kind: &ArtefactKind, _before: Option<&Value>, _after: &Value) -> BTreeSet<FieldPath> {
    BTreeSet::new()
}
