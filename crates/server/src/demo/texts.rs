//! What the documents of the demo say: texts by kind of document with the project's own words in them, and where a project
//! says more, its own.

use std::collections::BTreeMap;

use engine::{ArtefactKey, PartyKey};
use serde::Deserialize;
use serde_json::{Map, Value};
use time::{Date, Duration, Month};

use super::story::{Answers, Tale};

/// What documents say in every project of an organisation.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Texts {
    /// In every version.
    pub documents: Answers,
    /// In every version but the first.
    pub again: Answers,
    /// What a body says when it has nothing against it.
    pub advice: BTreeMap<PartyKey, String>,
    /// What somebody says who did what a condition asks.
    pub met: String,
}

impl Texts {
    /// The answers of the form of `artefact`, in its first or a later version, submitted on `today`; `own` are those of
    /// one step.
    pub fn answers(
        &self,
        tale: &Tale,
        artefact: &ArtefactKey,
        later: bool,
        own: &Map<String, Value>,
        today: Date,
    ) -> Map<String, Value> {
        let mut all = Map::new();
        let mut lay =
            |from: &Answers| all.extend(from.get(artefact).into_iter().flatten().map(|(k, v)| (k.clone(), v.clone())));
        lay(&self.documents);
        lay(&tale.documents);
        if later {
            lay(&self.again);
            lay(&tale.again);
        }
        all.extend(own.iter().map(|(field, answer)| (field.clone(), answer.clone())));
        all.iter_mut().for_each(|(_, answer)| fill(answer, tale, today));
        all
    }
}

/// Puts the project's words and dates in: `{titel}`, `{kort}`, `{datum}`, and a text `@30` is the date in thirty days.
fn fill(value: &mut Value, tale: &Tale, today: Date) {
    match value {
        Value::String(text) => *text = filled(text, tale, today),
        Value::Array(rows) => rows.iter_mut().for_each(|row| fill(row, tale, today)),
        Value::Object(fields) => fields.iter_mut().for_each(|(_, field)| fill(field, tale, today)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn filled(text: &str, tale: &Tale, today: Date) -> String {
    if let Some(days) = text.strip_prefix('@').and_then(|days| days.parse().ok()) {
        return today.checked_add(Duration::days(days)).unwrap_or(today).to_string();
    }
    let mut short = tale.short.chars();
    let capital: String = short.next().into_iter().flat_map(char::to_uppercase).chain(short).collect();
    text.replace("{titel}", &tale.title)
        .replace("{kort}", &tale.short)
        .replace("{Kort}", &capital)
        .replace("{datum}", &in_words(today))
}

/// A date as people write it.
pub fn in_words(date: Date) -> String {
    let month = match date.month() {
        Month::January => "januari",
        Month::February => "februari",
        Month::March => "maart",
        Month::April => "april",
        Month::May => "mei",
        Month::June => "juni",
        Month::July => "juli",
        Month::August => "augustus",
        Month::September => "september",
        Month::October => "oktober",
        Month::November => "november",
        Month::December => "december",
    };
    format!("{} {month} {}", date.day(), date.year())
}
