//! The fields of forms by their path, and which of them changed (law 4).

use std::borrow::Cow;
use std::collections::BTreeSet;

use engine::{ArtefactKind, FieldPath};
use serde_json::Value;

use crate::limits;

/// The fields that differ between two versions of the answers: every top-level field, and the paths that some criterion
/// names (`kind.named_fields`). All that are filled in when there was no version before.
#[must_use]
pub fn changed_fields(kind: &ArtefactKind, before: Option<&Value>, after: &Value) -> BTreeSet<FieldPath> {
    let names = |value: &Value| value.as_object().map(|fields| fields.keys().cloned().collect()).unwrap_or_default();
    let mut top: BTreeSet<String> = names(after);
    top.extend(before.map(names).unwrap_or_default());
    // A name that is no path cannot be named by a criterion; the form's own check refuses it.
    let top = top.into_iter().filter_map(|name| FieldPath::parse(name).ok());
    let paths: BTreeSet<FieldPath> = top.chain(kind.named_fields.iter().cloned()).collect();
    paths.into_iter().filter(|path| differs(path, before, after)).collect()
}

fn differs(path: &FieldPath, before: Option<&Value>, after: &Value) -> bool {
    let steps: Vec<&str> = path.as_str().split('.').collect();
    let now = at(after, &steps);
    match before {
        Some(before) => at(before, &steps) != now,
        None => now.is_some(),
    }
}

/// The value at a path; below a list, the list of what each row has there.
pub(super) fn at<'a>(value: &'a Value, steps: &[&str]) -> Option<Cow<'a, Value>> {
    let Some((first, rest)) = steps.split_first() else { return Some(Cow::Borrowed(value)) };
    match value {
        Value::Object(fields) => at(fields.get(*first)?, rest),
        Value::Array(rows) => {
            let cells = rows.iter().map(|row| at(row, steps).map_or(Value::Null, Cow::into_owned));
            Some(Cow::Owned(cells.collect()))
        }
        _ => None,
    }
}

/// Whether the form has a field at `path`, such as `conclusion` or `risks.measure` for a column of a table.
pub(crate) fn resolves(schema: &Value, path: &str) -> bool {
    field(schema, path).is_some()
}

/// Whether the field at `path` is there and holds dates.
pub(crate) fn is_date(schema: &Value, path: &str) -> bool {
    field(schema, path).is_some_and(|field| own_part(schema, field).get("format").and_then(Value::as_str) == Some("date"))
}

fn field<'a>(schema: &'a Value, path: &str) -> Option<&'a Value> {
    path.split('.').try_fold(schema, |part, step| own_part(schema, part).get("properties")?.get(step))
}

/// The names of the top-level fields, for a message.
pub(crate) fn known(schema: &Value) -> String {
    let fields = schema.get("properties").and_then(Value::as_object);
    fields.map(|fields| fields.keys().cloned().collect::<Vec<_>>().join(", ")).unwrap_or_default()
}

/// The part that holds the fields: through references and from a list to its rows.
fn own_part<'a>(schema: &'a Value, part: &'a Value) -> &'a Value {
    let mut part = part;
    for _ in 0..limits::FORM_DEPTH {
        let referred =
            part.get("$ref").and_then(Value::as_str).and_then(|r| r.strip_prefix('#')).and_then(|r| schema.pointer(r));
        let Some(next) = referred.or_else(|| part.get("items")) else { break };
        part = next;
    }
    part
}
