//! What a new version of a funnel changes, in words. It compares what the engine decides on and the fields of the forms;
//! frameworks, sources and comments are left out.

use std::collections::BTreeMap;

use engine::{ArtefactKey, Label};
use serde_json::{Map, Value};

use super::words::{both, entry, same, value};
use crate::definition::Definition;
use crate::form::Form;
use crate::words::Kind;

/// The lists of a funnel whose entries have a name, in the order in which changes are told.
const LISTS: &[(&str, Kind)] = &[
    ("facts", Kind::Fact),
    ("parties", Kind::Party),
    ("phases", Kind::Phase),
    ("artefacts", Kind::Artefact),
    ("criteria", Kind::Criterion),
    ("evidence", Kind::Evidence),
    ("duties", Kind::Duty),
    ("change_kinds", Kind::Change),
    ("rollout_checks", Kind::RolloutCheck),
    ("closing", Kind::Closing),
];

/// What names an entry of a list within another entry, such as a need of a gate.
const NAMES: &[&str] = &["key", "artefact", "gate"];

/// What differs between two versions, one sentence each, in the order of [`LISTS`]; empty when nothing does.
#[must_use]
pub fn diff(old: &Definition, new: &Definition) -> Vec<Label> {
    let (before, after) = (json(old), json(new));
    let mut told = Vec::new();
    for (name, kind) in LISTS {
        list(*kind, at(&before, name), at(&after, name), &mut told);
    }
    let scalar = |(name, _): &(&String, &Value)| !LISTS.iter().any(|(list, _)| list == name);
    let whole = both("de trechter", "the funnel");
    for (name, now) in after.iter().filter(scalar) {
        fields(&whole, name, at(&before, name), now, &mut told);
    }
    forms(&old.forms, &new.forms, &mut told);
    told
}

fn json(definition: &Definition) -> Map<String, Value> {
    // A funnel is plain data with texts as keys, so writing it cannot fail.
    match serde_json::to_value(&definition.funnel) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

fn at<'a>(fields: &'a Map<String, Value>, name: &str) -> &'a Value {
    fields.get(name).unwrap_or(&Value::Null)
}

/// The entries of a list by their name, in order; none when it is not such a list.
fn named(list: &Value) -> Option<Vec<(&str, &Map<String, Value>)>> {
    list.as_array()?.iter().map(named_entry).collect()
}

fn named_entry(item: &Value) -> Option<(&str, &Map<String, Value>)> {
    let fields = item.as_object()?;
    Some((NAMES.iter().find_map(|name| fields.get(*name)?.as_str())?, fields))
}

/// New, removed and changed entries of a list of the funnel.
fn list(kind: Kind, before: &Value, after: &Value, told: &mut Vec<Label>) {
    let (before, after) = (named(before).unwrap_or_default(), named(after).unwrap_or_default());
    for (name, now) in &after {
        let text = now.get("name").or(now.get("question")).unwrap_or(&Value::Null);
        let Some((_, then)) = before.iter().find(|(known, _)| known == name) else {
            let text = value("", text);
            told.push(both(
                format!("Nieuw: {} `{name}`, {}.", kind.nl(), text.nl),
                format!("New: {} `{name}`, {}.", kind.en(), text.en),
            ));
            continue;
        };
        let place = both(format!("{} `{name}`", kind.nl()), format!("{} `{name}`", kind.en()));
        mapping(&place, then, now, told);
    }
    for (name, _) in before.iter().filter(|(name, _)| !after.iter().any(|(known, _)| known == name)) {
        told.push(both(format!("Vervallen: {} `{name}`.", kind.nl()), format!("Removed: {} `{name}`.", kind.en())));
    }
    let kept = |of: &[(&str, _)], other: &[(&str, _)]| -> Vec<String> {
        let kept = of.iter().filter(|(name, _)| other.iter().any(|(known, _)| known == name));
        kept.map(|(name, _)| (*name).to_owned()).collect()
    };
    if kept(&before, &after) != kept(&after, &before) {
        told.push(both(
            format!("De volgorde is veranderd van wat een {} is.", kind.nl()),
            format!("The order changed of what is a {}.", kind.en()),
        ));
    }
}

fn mapping(place: &Label, before: &Map<String, Value>, after: &Map<String, Value>, told: &mut Vec<Label>) {
    for (name, now) in after {
        fields(place, name, at(before, name), now, told);
    }
}

/// What changed in one entry.
fn fields(place: &Label, name: &str, before: &Value, after: &Value, told: &mut Vec<Label>) {
    if before == after {
        return;
    }
    if let (Some(then), Some(now)) = (named(before), named(after)) {
        return inner(place, name, &then, &now, told);
    }
    match (before, after) {
        (Value::Object(then), Value::Object(now)) if name == "gate" || name == "signals" || name == "emergency" => {
            let what = entry(name);
            let inside = both(format!("{}, {}", place.nl, what.nl), format!("{}, {}", place.en, what.en));
            mapping(&inside, then, now, told);
        }
        (Value::Array(then), Value::Array(now)) if is_plain(then) && is_plain(now) => {
            let gone = without(then, now);
            let came = without(now, then);
            let what = entry(name);
            let nl = format!(
                "{}: {}: {}.",
                start(&place.nl),
                what.nl,
                changes(&came.nl, "erbij", &gone.nl, "eruit", "andere volgorde")
            );
            let en = format!(
                "{}: {}: {}.",
                start(&place.en),
                what.en,
                changes(&came.en, "added", &gone.en, "removed", "another order")
            );
            told.push(both(nl, en));
        }
        _ => {
            let (what, then, now) = (entry(name), value(name, before), value(name, after));
            told.push(both(
                format!("{}: {} was {} en is nu {}.", start(&place.nl), what.nl, then.nl, now.nl),
                format!("{}: {} was {} and is now {}.", start(&place.en), what.en, then.en, now.en),
            ));
        }
    }
}

type Named<'a> = [(&'a str, &'a Map<String, Value>)];

/// New, removed and changed entries of a list within an entry.
fn inner(place: &Label, name: &str, before: &Named<'_>, after: &Named<'_>, told: &mut Vec<Label>) {
    let what = entry(name);
    let count = told.len();
    for (key, now) in after {
        if let Some((_, then)) = before.iter().find(|(known, _)| known == key) {
            let inside = both(format!("{}, {} `{key}`", place.nl, what.nl), format!("{}, {} `{key}`", place.en, what.en));
            mapping(&inside, then, now, told);
        } else {
            told.push(both(
                format!("{}: {}: `{key}` is erbij gekomen.", start(&place.nl), what.nl),
                format!("{}: {}: `{key}` was added.", start(&place.en), what.en),
            ));
        }
    }
    for (key, _) in before.iter().filter(|(key, _)| !after.iter().any(|(known, _)| known == key)) {
        told.push(both(
            format!("{}: {}: `{key}` is vervallen.", start(&place.nl), what.nl),
            format!("{}: {}: `{key}` was removed.", start(&place.en), what.en),
        ));
    }
    if told.len() == count {
        told.push(both(
            format!("{}: {}: andere volgorde.", start(&place.nl), what.nl),
            format!("{}: {}: another order.", start(&place.en), what.en),
        ));
    }
}

fn is_plain(items: &[Value]) -> bool {
    items.iter().all(|item| item.is_string() || item.is_object() && item.as_object().is_some_and(|fields| fields.len() == 1))
}

fn without(items: &[Value], others: &[Value]) -> Label {
    let only: Vec<Value> = items.iter().filter(|item| !others.contains(item)).cloned().collect();
    if only.is_empty() { same("") } else { value("", &Value::Array(only)) }
}

fn changes(came: &str, came_word: &str, gone: &str, gone_word: &str, order: &str) -> String {
    match (came.is_empty(), gone.is_empty()) {
        (false, false) => format!("{came_word} {came}; {gone_word} {gone}"),
        (false, true) => format!("{came_word} {came}"),
        (true, false) => format!("{gone_word} {gone}"),
        (true, true) => order.to_owned(),
    }
}

/// With a capital, as the start of a sentence.
fn start(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Fields of forms that came, went or changed. A new or removed document is told with the documents.
fn forms(before: &BTreeMap<ArtefactKey, Form>, after: &BTreeMap<ArtefactKey, Form>, told: &mut Vec<Label>) {
    let empty = Map::new();
    for (artefact, form) in after {
        let Some(then) = before.get(artefact).filter(|then| *then != form) else { continue };
        let (then, now) = (properties(then).unwrap_or(&empty), properties(form).unwrap_or(&empty));
        let count = told.len();
        let mut tell = |field: &str, nl: &str, en: &str| {
            told.push(both(
                format!("Formulier van `{artefact}`: veld `{field}` is {nl}."),
                format!("Form of `{artefact}`: field `{field}` {en}."),
            ));
        };
        for (field, schema) in now {
            match then.get(field) {
                None => tell(field, "nieuw", "is new"),
                Some(known) if known != schema => tell(field, "veranderd", "changed"),
                Some(_) => {}
            }
        }
        for field in then.keys().filter(|field| !now.contains_key(*field)) {
            tell(field, "vervallen", "was removed");
        }
        if told.len() == count {
            told.push(both(
                format!("Formulier van `{artefact}`: wat verplicht is of de volgorde is veranderd."),
                format!("Form of `{artefact}`: what is required or the order changed."),
            ));
        }
    }
}

fn properties(form: &Form) -> Option<&Map<String, Value>> {
    form.schema().get("properties")?.as_object()
}
