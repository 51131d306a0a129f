//! Preparing and checking the schema of a form as it is written in a funnel file.

use std::collections::BTreeSet;

use jsonschema::draft202012;
use serde_json::{Map, Value};

use super::references::References;
use super::{Form, answers, widget};
use crate::check::Check;
use crate::limits::{FORM_DEPTH, FORM_FIELDS, HELP_LENGTH, NAME_LENGTH};
use crate::path::Path;
use crate::problem::Findings;
use crate::read;
use crate::tree::Tree;

/// Checks and compiles a form; nothing when it is not valid JSON Schema.
///
/// `patterns` counts the patterns of all forms of a file.
pub(crate) fn check(form: &Tree, path: &Path, patterns: &mut usize, findings: &mut Findings<'_>) -> Option<Form> {
    if form.entry("type").and_then(Tree::text) != Some("object") || form.entries("properties").next().is_none() {
        findings.report(path, Check::FormShape {});
    }
    let mut references = References { form, patterns, sound: true };
    references.check(form, path, false, findings);
    let sound = references.sound;
    let mut fields = 0;
    object(form, path, FORM_DEPTH, &mut fields, findings);
    if fields > FORM_FIELDS {
        findings.report(path, Check::FormTooLarge { limit: FORM_FIELDS });
        return None;
    }
    if sound { compiled(form, path, findings) } else { None }
}

fn compiled(form: &Tree, path: &Path, findings: &mut Findings<'_>) -> Option<Form> {
    let schema = prepare(form);
    let mut valid = true;
    for error in draft202012::meta::validator().iter_errors(&schema) {
        valid = false;
        findings.report(&path.join(&read::path(&error)), Check::FormInvalid { reason: error.to_string() });
    }
    if !valid {
        return None;
    }
    match Form::compile(schema) {
        Ok(form) => Some(form),
        Err(error) => {
            findings.report(&path.join(&read::path(&error)), Check::FormInvalid { reason: error.to_string() });
            None
        }
    }
}

/// The schema as it is used: every object that has fields gets its `x-order` from the order of the file, and refuses
/// fields that it does not know.
fn prepare(form: &Tree) -> Value {
    let mut schema = form.to_json();
    refine(&mut schema, form);
    schema
}

fn refine(schema: &mut Value, written: &Tree) {
    let Value::Object(entries) = schema else { return };
    if let Some(fields) = written.entry("properties") {
        if !entries.contains_key("x-order") {
            entries.insert("x-order".to_owned(), fields.names().collect());
        }
        if !entries.contains_key("additionalProperties") && !entries.contains_key("unevaluatedProperties") {
            entries.insert("unevaluatedProperties".to_owned(), Value::Bool(false));
        }
    }
    for keyword in ["properties", "$defs"] {
        refine_each(entries, written, keyword);
    }
    if let (Some(items), Some(written)) = (entries.get_mut("items"), written.entry("items")) {
        refine(items, written);
    }
}

fn refine_each(entries: &mut Map<String, Value>, written: &Tree, keyword: &str) {
    let Some(Value::Object(parts)) = entries.get_mut(keyword) else { return };
    for (name, part) in written.entries(keyword) {
        if let Some(schema) = parts.get_mut(name) {
            refine(schema, part);
        }
    }
}

/// Checks an object schema and what is below it; counts its fields.
fn object(schema: &Tree, path: &Path, depth: usize, fields: &mut usize, findings: &mut Findings<'_>) {
    if depth == 0 {
        *fields = usize::MAX;
        return;
    }
    order(schema, path, findings);
    required(schema, path, findings);
    for (name, field) in schema.entries("properties") {
        *fields = fields.saturating_add(1);
        let path = path.key("properties").key(name);
        if engine::FieldPath::parse(name).is_err() || name.contains('.') || name.len() > engine::limits::KEY_LENGTH {
            findings.report(&path, Check::FormFieldName { name: name.to_owned() });
        }
        texts(field, &path, findings);
        for (position, choice) in field.items("oneOf").enumerate() {
            texts(choice, &path.key("oneOf").at(position), findings);
        }
        widget::check(field, &path, findings);
        below(field, &path, depth, fields, findings);
    }
    for (name, part) in schema.entries("$defs") {
        let path = path.key("$defs").key(name);
        object(part, &path, depth - 1, fields, findings);
        below(part, &path, depth, fields, findings);
    }
}

/// What a field consists of: the fields of an object, or the columns of a table.
fn below(field: &Tree, path: &Path, depth: usize, fields: &mut usize, findings: &mut Findings<'_>) {
    if field.entry("properties").is_some() {
        object(field, path, depth - 1, fields, findings);
    }
    if let Some(items) = field.entry("items") {
        object(items, &path.key("items"), depth - 1, fields, findings);
    }
}

fn order(schema: &Tree, path: &Path, findings: &mut Findings<'_>) {
    let Some(order) = schema.entry("x-order") else { return };
    let written: Vec<_> = order.list().filter_map(Tree::text).collect();
    let fields: BTreeSet<_> = schema.entries("properties").map(|(name, _)| name).collect();
    let distinct: BTreeSet<_> = written.iter().copied().collect();
    if distinct != fields || written.len() != fields.len() {
        findings.report(&path.key("x-order"), Check::FormOrder {});
    }
}

fn required(schema: &Tree, path: &Path, findings: &mut Findings<'_>) {
    for (position, field) in schema.items("required").enumerate() {
        let Some(field) = field.text() else { continue };
        if !schema.entries("properties").any(|(name, _)| name == field) {
            let path = path.key("required").at(position);
            findings.report(&path, Check::FormRequired { field: field.to_owned() });
        }
    }
}

/// A field or choice has its texts in both languages: a title always, a description in both or in neither.
fn texts(field: &Tree, path: &Path, findings: &mut Findings<'_>) {
    let english = field.entry("x-en");
    let described = field.entry("description").is_some() || english.is_some_and(|en| en.entry("description").is_some());
    for (entry, limit, wanted) in [("title", NAME_LENGTH, true), ("description", HELP_LENGTH, described)] {
        let english_path = path.key("x-en").key(entry);
        text(field.entry(entry), entry, limit, wanted, &path.key(entry), findings);
        let english = english.and_then(|en| en.entry(entry));
        text(english, &format!("x-en.{entry}"), limit, wanted, &english_path, findings);
    }
}

fn text(written: Option<&Tree>, entry: &str, limit: usize, wanted: bool, path: &Path, findings: &mut Findings<'_>) {
    let written = written.and_then(Tree::text).filter(|text| !text.trim().is_empty());
    let Some(written) = written else {
        if wanted {
            findings.report(path, Check::FormTextMissing { entry: entry.to_owned() });
        }
        return;
    };
    let length = written.chars().count();
    if length > limit {
        findings.report(path, Check::TextTooLong { length, limit });
    }
    if let Some(bad) = written.chars().find(|character| answers::is_unwanted(*character)) {
        findings.report(path, Check::TextCharacters { character: format!("U+{:04X}", u32::from(bad)) });
    }
}
