//! What is wrong with an answer, in plain words.

use engine::Label;
use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{JsonType, JsonTypeSet};
use serde_json::Value;

use crate::limits;

fn label(nl: impl Into<String>, en: impl Into<String>) -> Label {
    Label { nl: nl.into(), en: en.into() }
}

/// The message of a broken keyword.
pub(crate) fn message(kind: &ValidationErrorKind) -> Label {
    use ValidationErrorKind as Kind;
    match kind {
        Kind::Required { .. } | Kind::MinLength { limit: 1 } => label("Vul dit in.", "Fill this in."),
        Kind::Type { kind } => wrong_type(kind),
        Kind::MinLength { limit } => {
            label(format!("Schrijf ten minste {limit} tekens."), format!("Write at least {limit} characters."))
        }
        Kind::MaxLength { limit } => {
            label(format!("Schrijf hoogstens {limit} tekens."), format!("Write at most {limit} characters."))
        }
        Kind::Minimum { limit } => label(format!("Vul {limit} of meer in."), format!("Fill in {limit} or more.")),
        Kind::Maximum { limit } => label(format!("Vul {limit} of minder in."), format!("Fill in {limit} or less.")),
        Kind::ExclusiveMinimum { limit } => {
            label(format!("Vul meer dan {limit} in."), format!("Fill in more than {limit}."))
        }
        Kind::ExclusiveMaximum { limit } => {
            label(format!("Vul minder dan {limit} in."), format!("Fill in less than {limit}."))
        }
        Kind::MultipleOf { multiple_of } => {
            label(format!("Vul een veelvoud van {multiple_of} in."), format!("Fill in a multiple of {multiple_of}."))
        }
        Kind::MinItems { limit: 1 } | Kind::Contains => label("Voeg ten minste één regel toe.", "Add at least one row."),
        Kind::MinItems { limit } => {
            label(format!("Voeg ten minste {limit} regels toe."), format!("Add at least {limit} rows."))
        }
        Kind::MaxItems { limit } | Kind::MinProperties { limit } | Kind::MaxProperties { limit } => label(
            format!("Het aantal klopt niet: de grens is {limit}."),
            format!("The number is wrong: the limit is {limit}."),
        ),
        Kind::UniqueItems => label("Twee regels zijn gelijk. Haal er een weg.", "Two rows are the same. Remove one."),
        Kind::Enum { .. }
        | Kind::Constant { .. }
        | Kind::OneOfNotValid { .. }
        | Kind::OneOfMultipleValid { .. }
        | Kind::AnyOf { .. } => label("Kies een van de antwoorden.", "Choose one of the answers."),
        Kind::Format { format } => wrong_format(format),
        Kind::Pattern { .. } => label(
            "Dit heeft niet de gevraagde vorm. Lees de uitleg bij dit veld.",
            "This does not have the form that is asked. Read the help at this field.",
        ),
        Kind::AdditionalProperties { .. }
        | Kind::UnevaluatedProperties { .. }
        | Kind::FalseSchema
        | Kind::PropertyNames { .. } => {
            label("Dit veld hoort niet bij dit formulier. Haal het weg.", "This field is not part of this form. Remove it.")
        }
        _ => label(
            "Dit antwoord past niet bij het formulier. Lees de uitleg bij dit veld.",
            "This answer does not fit the form. Read the help at this field.",
        ),
    }
}

fn wrong_type(kind: &TypeKind) -> Label {
    let single = match kind {
        TypeKind::Single(kind) => Some(*kind),
        TypeKind::Multiple(kinds) => only(*kinds),
    };
    match single {
        Some(JsonType::String) => label("Vul tekst in.", "Fill in text."),
        Some(JsonType::Integer) => label("Vul een heel getal in.", "Fill in a whole number."),
        Some(JsonType::Number) => label("Vul een getal in.", "Fill in a number."),
        Some(JsonType::Boolean) => label("Kies ja of nee.", "Choose yes or no."),
        Some(JsonType::Array) => label("Hier hoort een lijst.", "A list belongs here."),
        Some(JsonType::Object) => label("Hier horen velden met een naam.", "Fields with a name belong here."),
        _ => label("Dit is niet het soort antwoord dat hier hoort.", "This is not the kind of answer that belongs here."),
    }
}

fn only(kinds: JsonTypeSet) -> Option<JsonType> {
    let mut kinds = kinds.iter();
    kinds.next().filter(|_| kinds.next().is_none())
}

fn wrong_format(format: &str) -> Label {
    match format {
        "date" => {
            label("Vul een datum in als jjjj-mm-dd, zoals 2026-03-14.", "Fill in a date as yyyy-mm-dd, such as 2026-03-14.")
        }
        "email" => {
            label("Vul een e-mailadres in, zoals naam@voorbeeld.nl.", "Fill in an e-mail address, such as name@example.org.")
        }
        "uri" => label("Vul een webadres in, dat begint met https://.", "Fill in a web address that starts with https://."),
        _ => label(
            "Dit heeft niet de gevraagde vorm. Lees de uitleg bij dit veld.",
            "This does not have the form that is asked. Read the help at this field.",
        ),
    }
}

pub(super) fn too_deep() -> Label {
    let limit = limits::ANSWERS_DEPTH;
    label(
        format!("De antwoorden hebben meer dan {limit} niveaus. Maak ze eenvoudiger."),
        format!("The answers have more than {limit} levels. Make them simpler."),
    )
}

pub(super) fn too_large() -> Label {
    let limit = limits::ANSWERS_BYTES / 1024;
    label(
        format!("De antwoorden zijn samen te groot: hoogstens {limit} KiB. Kort teksten in, of voeg een bestand toe."),
        format!("The answers are too large together: at most {limit} KiB. Shorten texts, or add a file."),
    )
}

pub(super) fn characters() -> Label {
    label(
        "In deze tekst staan onzichtbare tekens. Typ de tekst opnieuw.",
        "This text holds invisible characters. Type the text again.",
    )
}

/// A value as somebody would write it.
pub(crate) fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
