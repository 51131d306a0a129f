//! Preparing and checking the schema of a form as it is written in a funnel file.

use serde_json::{Map, Value};

use crate::tree::{Node, Tree};

use super::Form;
use crate::path::Path;
use crate::problem::Findings;

/// The schema as it is used: every object that has fields gets its `x-order` from the order of the file, and refuses
/// fields that it does not know.
pub(crate) fn prepare(form: &Tree) -> Value {
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
    let (Some(Value::Object(parts)), Some(written)) = (entries.get_mut(keyword), written.entry(keyword)) else { return };
    let Node::Mapping(written) = &written.node else { return };
    for (name, _, part) in written {
        if let Some(schema) = parts.get_mut(name) {
            refine(schema, part);
        }
    }
}

/// Checks and compiles a form.
pub(crate) fn check(form: &Tree, path: &Path, findings: &mut Findings<'_>) -> Option<Form> {
    match Form::compile(prepare(form)) {
        Ok(form) => Some(form),
        Err(reason) => {
            findings.report(path, crate::check::Check::FormInvalid { reason });
            None
        }
    }
}
