//! Checking the answers of a form: first the limits of every form, then its own rules.

use std::fmt::Write as _;
use std::io;

use engine::Label;
use jsonschema::error::ValidationErrorKind;
use jsonschema::{ValidationError, Validator};
use serde_json::Value;

use super::{FormProblem, wording};
use crate::limits;

pub(super) fn check(validator: &Validator, answers: &Value) -> Vec<FormProblem> {
    if let Some(problem) = over_limit(answers) {
        return vec![problem];
    }
    let mut problems = Vec::new();
    unwanted_characters(answers, &mut String::new(), &mut problems);
    problems.extend(validator.iter_errors(answers).take(limits::FORM_PROBLEMS).flat_map(|error| described(&error)));
    problems.truncate(limits::FORM_PROBLEMS);
    problems
}

fn over_limit(answers: &Value) -> Option<FormProblem> {
    let problem = |rule: &str, message| FormProblem { path: String::new(), rule: rule.to_owned(), message };
    if deeper_than(answers, limits::ANSWERS_DEPTH) {
        return Some(problem("depth", wording::too_deep()));
    }
    let mut budget = Counter(limits::ANSWERS_BYTES);
    serde_json::to_writer(&mut budget, answers).is_err().then(|| problem("size", wording::too_large()))
}

fn deeper_than(value: &Value, levels: usize) -> bool {
    match value {
        Value::Array(items) => levels == 0 || items.iter().any(|item| deeper_than(item, levels - 1)),
        Value::Object(fields) => levels == 0 || fields.values().any(|field| deeper_than(field, levels - 1)),
        _ => false,
    }
}

/// Counts down the bytes written to it and keeps none.
struct Counter(usize);

impl io::Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::FileTooLarge)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Control characters and those that turn the direction of text around: they hide what is written.
pub(crate) fn is_unwanted(character: char) -> bool {
    let turns = matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    turns || (character.is_control() && character != '\n' && character != '\t')
}

fn unwanted_characters(value: &Value, path: &mut String, problems: &mut Vec<FormProblem>) {
    let bad = |text: &str| text.chars().any(is_unwanted);
    let length = path.len();
    let found = match value {
        Value::String(text) => bad(text),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                // Writing to a text cannot fail.
                let _ = write!(path, "/{index}");
                unwanted_characters(item, path, problems);
                path.truncate(length);
            }
            false
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                path.push('/');
                path.push_str(&escaped(name));
                unwanted_characters(field, path, problems);
                path.truncate(length);
            }
            fields.keys().any(|name| bad(name))
        }
        _ => false,
    };
    if found && problems.len() < limits::FORM_PROBLEMS {
        problems.push(FormProblem { path: path.clone(), rule: "characters".to_owned(), message: wording::characters() });
    }
}

/// A name as part of a JSON Pointer.
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// The error at the field that it is about: the missing or superfluous field itself rather than what it should be in.
fn described(error: &ValidationError<'_>) -> Vec<FormProblem> {
    let at = error.instance_path().to_string();
    let rule = error.kind().keyword();
    let problem = |path: String, message: Label| FormProblem { path, rule: rule.to_owned(), message };
    let inside = |name: &str| format!("{at}/{}", escaped(name));
    let message = wording::message(error.kind());
    match error.kind() {
        ValidationErrorKind::Required { property } => vec![problem(inside(property.as_str().unwrap_or_default()), message)],
        ValidationErrorKind::AdditionalProperties { unexpected }
        | ValidationErrorKind::UnevaluatedProperties { unexpected } => {
            unexpected.iter().map(|name| problem(inside(name), message.clone())).collect()
        }
        _ => vec![problem(at, message)],
    }
}
