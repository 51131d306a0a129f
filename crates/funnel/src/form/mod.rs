//! The forms of documents: JSON Schema 2020-12, with texts in both languages and hints for the screens.

mod answers;
mod dates;
mod fields;
mod references;
mod schema;
mod widget;
pub(crate) mod wording;

use std::sync::Arc;

use engine::Label;
use jsonschema::{PatternOptions, ValidationError, Validator};
use serde_json::Value;

use crate::limits::PATTERN_BYTES;

pub(crate) use answers::is_unwanted;
pub use dates::{SubmittedDates, submitted_dates};
pub use fields::changed_fields;
pub(crate) use fields::{is_date, known, resolves};
pub(crate) use schema::check;

/// The form of one kind of document, compiled. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Form(Arc<Compiled>);

#[derive(Debug)]
struct Compiled {
    schema: Value,
    validator: Validator,
}

/// One thing that is wrong in the answers of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormProblem {
    /// Where: a JSON Pointer into the answers, such as `/risks/0/likelihood`; of the field itself when it is missing.
    pub path: String,
    /// The keyword that was broken, such as `required`, or `size`, `depth` or `characters` for the limits of every form.
    pub rule: String,
    /// What is wrong, for who fills in the form.
    pub message: Label,
}

impl Form {
    /// Compiles a prepared schema.
    ///
    /// # Errors
    /// Why it is not valid JSON Schema 2020-12, with the place in the schema.
    pub(crate) fn compile(schema: Value) -> Result<Self, Box<ValidationError<'static>>> {
        // Patterns run on the engine without backtracking: a funnel is data of a customer.
        let validator = jsonschema::draft202012::options()
            .offline()
            .with_pattern_options(PatternOptions::regex().size_limit(PATTERN_BYTES).dfa_size_limit(2 * PATTERN_BYTES))
            .should_validate_formats(true)
            .should_ignore_unknown_formats(false)
            .build(&schema)
            .map_err(Box::new)?;
        Ok(Self(Arc::new(Compiled { schema, validator })))
    }

    /// The schema with `x-order` at every object, in the order of the file, and unknown fields refused.
    #[must_use]
    pub fn schema(&self) -> &Value {
        &self.0.schema
    }

    /// Everything that is wrong with `answers`, in the order of the form's rules; empty when they can be submitted.
    #[must_use]
    pub fn check(&self, answers: &Value) -> Vec<FormProblem> {
        answers::check(&self.0.validator, answers)
    }
}

/// Two forms are equal when they ask the same.
impl PartialEq for Form {
    fn eq(&self, other: &Self) -> bool {
        self.0.schema == other.0.schema
    }
}
