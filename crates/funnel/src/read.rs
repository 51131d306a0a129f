//! From the text of a file to its typed structs, or every reason why not.

use std::sync::{Arc, LazyLock};

use engine::Label;
use jsonschema::error::ValidationErrorKind;
use jsonschema::paths::LocationSegment;
use jsonschema::{ValidationError, Validator};
use serde_saphyr::budget::BudgetBreach;
use serde_saphyr::options::MergeKeyPolicy;
use serde_saphyr::{Error, Options};

use crate::check::Check;
use crate::file::File;
use crate::form::wording;
use crate::limits;
use crate::path::{Path, Step};
use crate::problem::{Findings, Problem};
use crate::tree::{Place, Tree};

/// The start of the file, for what concerns all of it.
const TOP: Place = Place { line: 1, column: 1 };

/// Reads the YAML.
pub(crate) fn tree(source: &str) -> Result<Tree, Box<Problem>> {
    if source.len() > limits::MAX_FILE_BYTES {
        let check = Check::FileTooLarge { bytes: source.len(), limit: limits::MAX_FILE_BYTES };
        return Err(Box::new(Problem::new(TOP, &Path::default(), check)));
    }
    serde_saphyr::from_str_with_options(source, options()).map_err(|error| Box::new(unreadable(&error)))
}

fn options() -> Options {
    serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_depth: limits::FILE_DEPTH,
            max_nodes: limits::FILE_NODES,
            max_events: 4 * limits::FILE_NODES,
            max_documents: 1,
            max_total_scalar_bytes: 2 * limits::MAX_FILE_BYTES,
        },
        merge_keys: MergeKeyPolicy::Merge,
        strict_booleans: true,
        with_snippet: false,
    }
}

fn unreadable(error: &Error) -> Problem {
    let error = error.without_snippet();
    let at = error.location().map_or(TOP, Place::from);
    let check = match cause(error) {
        Error::Budget { breach, .. } => Check::TooComplex { too_many: too_many(breach) },
        other => {
            // The place is in the problem already.
            let text = other.to_string();
            let reason = text.split_once(" at line ").map_or(text.as_str(), |(reason, _)| reason);
            Check::Unreadable { reason: reason.to_owned() }
        }
    };
    Problem::new(at, &Path::default(), check)
}

fn too_many(breach: &BudgetBreach) -> Label {
    let (nl, en) = match breach {
        BudgetBreach::Depth { .. } => ("niveaus", "levels"),
        BudgetBreach::Documents { .. } => ("documenten (gescheiden door ---)", "documents (separated by ---)"),
        BudgetBreach::Aliases { .. } | BudgetBreach::Anchors { .. } | BudgetBreach::MergeKeys { .. } => {
            ("verwijzingen met * en &", "references with * and &")
        }
        _ => ("waarden", "values"),
    };
    Label { nl: nl.to_owned(), en: en.to_owned() }
}

/// The error itself, where it happened while an anchor was repeated.
fn cause(error: &Error) -> &Error {
    match error {
        Error::AliasError { error, .. } => cause(error),
        other => other,
    }
}

/// Reads the entries; reports each that the format does not know, lacks, or that has the wrong type.
pub(crate) fn file(tree: &Tree, findings: &mut Findings<'_>) -> Option<File> {
    let value = tree.to_json();
    for error in FORMAT.iter_errors(&value).filter(|error| !is_checked_later(error)).take(limits::PROBLEMS) {
        let path = path(&error);
        for (step, reason) in reasons(&error) {
            let path = step.map_or_else(|| path.clone(), |name| path.key(&name));
            findings.report(&path, Check::Structure { reason });
        }
    }
    if !findings.is_empty() {
        return None;
    }
    match serde_json::from_value(value) {
        Ok(file) => Some(file),
        Err(error) => {
            let reason =
                Label { nl: format!("Dit is geen trechter: {error}."), en: format!("This is not a funnel: {error}.") };
            findings.report(&Path::default(), Check::Structure { reason });
            None
        }
    }
}

/// The published schema, as the reader of structure.
static FORMAT: LazyLock<Arc<Validator>> = LazyLock::new(|| {
    let schema = crate::json_schema();
    Arc::new(jsonschema::draft202012::new(&schema).expect("the schema of the file format is valid"))
});

/// A missing language, decider, handler or shape of a condition or of evidence has a check of its own with a better message.
fn is_checked_later(error: &ValidationError<'_>) -> bool {
    match error.kind() {
        ValidationErrorKind::Required { property } => match property.as_str() {
            Some("nl" | "en" | "handled_by") => true,
            Some("decided_by") => error.instance_path().iter().next() == Some(LocationSegment::Property("phases".into())),
            _ => false,
        },
        ValidationErrorKind::OneOfMultipleValid { .. } => true,
        ValidationErrorKind::OneOfNotValid { context } => choices(context).is_empty(),
        _ => false,
    }
}

/// The values of a choice, of which none was written.
fn choices(context: &[Vec<ValidationError<'_>>]) -> Vec<String> {
    let value = |error: &ValidationError<'_>| match error.kind() {
        ValidationErrorKind::Constant { expected_value } => Some(wording::plain(expected_value)),
        _ => None,
    };
    context.iter().flatten().filter_map(value).collect()
}

/// The place that an error is about, within what was validated.
pub(crate) fn path(error: &ValidationError<'_>) -> Path {
    let step = |segment| match segment {
        LocationSegment::Property(name) => Step::Key(name.into_owned()),
        LocationSegment::Index(index) => Step::Index(index),
    };
    error.instance_path().iter().map(step).collect()
}

/// What is wrong at, or in an entry of, the value of an error.
fn reasons(error: &ValidationError<'_>) -> Vec<(Option<String>, Label)> {
    match error.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected } => unexpected
            .iter()
            .map(|name| {
                let nl = format!("`{name}` hoort hier niet. Kijk of de naam klopt en goed inspringt, of haal hem weg.");
                let en =
                    format!("`{name}` does not belong here. See whether its name and indentation are right, or remove it.");
                (Some(name.clone()), Label { nl, en })
            })
            .collect(),
        ValidationErrorKind::Required { property } => {
            let name = property.as_str().unwrap_or_default();
            let nl = format!("Hier ontbreekt `{name}:`. Vul het in.");
            let en = format!("`{name}:` is missing here. Fill it in.");
            vec![(None, Label { nl, en })]
        }
        ValidationErrorKind::OneOfNotValid { context } => {
            let (written, choices) = (wording::plain(error.instance()), choices(context).join(", "));
            let nl = format!("`{written}` kan hier niet. Kies uit: {choices}.");
            let en = format!("`{written}` is not possible here. Choose from: {choices}.");
            vec![(None, Label { nl, en })]
        }
        kind => vec![(None, wording::message(kind))],
    }
}
