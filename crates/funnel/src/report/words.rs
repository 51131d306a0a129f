//! Names and values of a definition in both languages, for reports.

use engine::{FactValue, Label, When};
use serde_json::{Map, Value};

/// The entries of a definition with their names.
const ENTRIES: &[(&str, &str, &str)] = &[
    ("name", "de naam", "the name"),
    ("question", "de vraag", "the question"),
    ("help", "de uitleg", "the help text"),
    ("rule", "hoe de partij antwoordt", "how the party answers"),
    ("kind", "het type", "the type"),
    ("heavier", "de zwaardere waarde", "the heavier value"),
    ("confirmed_by", "wie bevestigt", "who confirms"),
    ("derived", "waaruit het volgt", "what it follows from"),
    ("coached_by", "wie ondersteunt", "who supports it"),
    ("recorded_by", "wie vastlegt", "who records for it"),
    ("second_reader", "de tweede lezer", "the second reader"),
    ("involves", "wie er meedoet", "who takes part"),
    ("live", "of het in gebruik is", "whether it is in use"),
    ("gate", "het beslismoment", "the gate"),
    ("decided_by", "wie beslist", "who decides"),
    ("go_to", "waar go heen leidt", "where go leads"),
    ("stop_to", "waar stop heen leidt", "where stop leads"),
    ("rework_to", "waar herwerken heen leidt", "where rework leads"),
    ("recurs_after_days", "na hoeveel dagen het terugkeert", "after how many days it recurs"),
    ("term_days", "de termijn in dagen", "the term in days"),
    ("requirements", "de gevraagde documenten", "the documents it needs"),
    ("consultations", "de raadplegingen", "the consultations"),
    ("stage", "hoe ver het moet zijn", "how far it must be"),
    ("maximum_age_days", "hoe oud het mag zijn", "how old it may be"),
    ("deferrable", "of uitstel mag", "whether it may be deferred"),
    ("when", "wanneer het geldt", "when it is on"),
    ("written_by", "wie schrijft", "who writes it"),
    ("reviewed_by", "wie beoordeelt", "who reviews it"),
    ("also_reviewed_by", "wie soms ook beoordeelt", "who also reviews it in some projects"),
    ("review_days", "de dagen voor de beoordeling", "the days for review"),
    ("files", "de bestanden", "the files"),
    ("validity", "hoe lang het geldt", "how long it counts"),
    ("contract", "wat voor de handtekening komt", "what comes before its signing"),
    ("asked_at", "waar het gevraagd wordt", "where it is asked"),
    ("proof", "het bewijs (papier of praktijk)", "the proof (paper or practice)"),
    ("rests_on", "waarop het rust", "what it rests on"),
    ("organisation_evidence", "het bewijs van de organisatie", "the evidence of the organisation"),
    ("parties", "wie antwoordt", "who answers"),
    ("blocking", "of het go tegenhoudt", "whether it blocks go"),
    ("legal", "of de wet het vraagt", "whether the law asks it"),
    ("waivable_by", "wie ontheffing geeft", "who may waive it"),
    ("not_applicable_allowed", "of 'niet van toepassing' kan", "whether 'not applicable' is possible"),
    ("four_eyes", "vier ogen", "four eyes"),
    ("contest_days", "de dagen om te betwisten", "the days to contest"),
    ("extra_decision_days", "de dagen voor een extra besluit", "the days for an extra decision"),
    ("signals", "de meldingen", "the signals"),
    ("emergency", "gebruik in een noodgeval", "emergency use"),
    ("body", "wie geraadpleegd wordt", "who is consulted"),
    ("right", "het recht", "the right"),
    ("waiting_days", "de wachttijd", "the waiting time"),
    ("summary", "de samenvatting", "the summary"),
    ("documents", "de stukken", "the documents"),
    ("submitted_by", "wie inlevert", "who submits it"),
    ("judged_by", "wie oordeelt", "who judges it"),
    ("valid_days", "hoeveel dagen het geldt", "how many days it counts"),
    ("of_supplier", "of elke leverancier het heeft", "whether each supplier has it"),
    ("phase", "de fase", "the phase"),
    ("party", "de partij", "the party"),
    ("every_days", "om de hoeveel dagen", "every how many days"),
    ("artefact", "het document", "the document"),
    ("artefacts", "de documenten", "the documents"),
    ("criteria", "de voorwaarden", "the criteria"),
    ("small_closed_by", "wie een kleine afsluit", "who closes a small one"),
    ("owner", "de eigenaar", "the owner"),
    ("accepted_by", "wie goedkeurt", "who accepts it"),
    ("days", "de dagen", "the days"),
    ("from_phase", "vanaf welke fase", "from which phase"),
    ("at_most", "hoogstens", "at most"),
    ("media_types", "soorten", "kinds"),
    ("required", "verplicht", "required"),
    ("criterion", "voorwaarde", "criterion"),
    ("signed_on", "getekend op", "signed on"),
    ("ends_on", "loopt af op", "ends on"),
    ("notice_days", "dagen vooraf", "days ahead"),
    ("watched_in", "in de fasen", "in the phases"),
    ("fields", "velden", "fields"),
    ("value", "waarde", "value"),
    ("hear", "wie gehoord wordt", "who is heard"),
    ("tell", "wie het hoort", "who is told"),
    ("reopens", "wat opnieuw opengaat", "what opens again"),
    ("handled_by", "wie afhandelt", "who handles it"),
    ("suspended_by", "wie stillegt", "who may suspend"),
];

/// A text that is the same in both languages.
pub(super) fn same(text: &str) -> Label {
    both(text, text)
}

/// A text in both languages.
pub(super) fn both(nl: impl Into<String>, en: impl Into<String>) -> Label {
    Label { nl: nl.into(), en: en.into() }
}

/// What an entry of a definition is called. One that has no name here keeps that of the file.
pub(super) fn entry(name: &str) -> Label {
    match ENTRIES.iter().find(|(known, _, _)| *known == name) {
        Some((_, nl, en)) => both(*nl, *en),
        None => same(&format!("`{name}`")),
    }
}

/// A value in words, cut where it is long.
pub(super) fn value(of: &str, value: &Value) -> Label {
    if of == "when"
        && let Ok(when) = serde_json::from_value::<When>(value.clone())
    {
        return condition(&when);
    }
    match value {
        Value::Null => both("niets", "nothing"),
        Value::Bool(true) => both("ja", "yes"),
        Value::Bool(false) => both("nee", "no"),
        Value::Number(number) => same(&number.to_string()),
        Value::String(text) => same(&format!("`{}`", short(text))),
        Value::Array(items) if items.is_empty() => both("niets", "nothing"),
        Value::Array(items) => {
            let items: Vec<Label> = items.iter().map(|item| self::value("", item)).collect();
            joined(&items, ", ", ", ")
        }
        Value::Object(fields) => {
            match (fields.get("nl").and_then(Value::as_str), fields.get("en").and_then(Value::as_str)) {
                (Some(nl), Some(en)) => both(format!("“{}”", short(nl)), format!("“{}”", short(en))),
                _ => mapping(fields),
            }
        }
    }
}

/// The entries of a mapping in words.
fn mapping(fields: &Map<String, Value>) -> Label {
    let part = |(name, inner): (&String, &Value)| {
        let (what, inner) = (entry(name), value(name, inner));
        both(format!("{} {}", what.nl, inner.nl), format!("{} {}", what.en, inner.en))
    };
    let parts: Vec<Label> = fields.iter().map(part).collect();
    let all = joined(&parts, ", ", ", ");
    both(format!("({})", short(&all.nl)), format!("({})", short(&all.en)))
}

/// The start of a long text.
fn short(text: &str) -> String {
    const LENGTH: usize = 160;
    if text.chars().count() <= LENGTH { text.to_owned() } else { text.chars().take(LENGTH - 1).chain(['…']).collect() }
}

fn joined(parts: &[Label], nl: &str, en: &str) -> Label {
    let join = |text: fn(&Label) -> &str, by: &str| parts.iter().map(text).collect::<Vec<_>>().join(by);
    both(join(|label| &label.nl, nl), join(|label| &label.en, en))
}

/// A condition in words.
fn condition(when: &When) -> Label {
    let grouped = |parts: &[When], nl: &str, en: &str| {
        let parts: Vec<Label> = parts.iter().map(condition).collect();
        let all = joined(&parts, nl, en);
        both(format!("({})", all.nl), format!("({})", all.en))
    };
    match when {
        When::Always => both("altijd", "always"),
        When::All(all) => grouped(all, " en ", " and "),
        When::Any(any) => grouped(any, " of ", " or "),
        When::Not(part) => {
            let part = condition(part);
            both(format!("niet {}", part.nl), format!("not {}", part.en))
        }
        When::Is(fact, is) => {
            let is = fact_value(is);
            both(format!("`{fact}` is {}", is.nl), format!("`{fact}` is {}", is.en))
        }
        When::AtLeast(fact, least) => {
            let least = fact_value(least);
            both(format!("`{fact}` is ten minste {}", least.nl), format!("`{fact}` is at least {}", least.en))
        }
    }
}

fn fact_value(of: &FactValue) -> Label {
    match of {
        FactValue::Boolean(true) => both("ja", "yes"),
        FactValue::Boolean(false) => both("nee", "no"),
        FactValue::Amount(amount) => same(&amount.to_string()),
        FactValue::Level(level) => same(level.as_str()),
    }
}
