//! `x-widget`: how the screens show a field.

use engine::Label;
use serde_json::Value;

use crate::check::Check;
use crate::path::Path;
use crate::problem::Findings;
use crate::tree::{Node, Tree};

/// The widgets that the screens know.
const ALL: &str = "text, textarea, choice, date, checkbox, table, risk-table";

pub(super) fn check(field: &Tree, path: &Path, findings: &mut Findings<'_>) {
    let Some(written) = field.entry("x-widget") else { return };
    let widget = written.text().unwrap_or_default();
    if let Some(needs) = lacks(field, widget) {
        findings.report(&path.key("x-widget"), Check::FormWidget { widget: widget.to_owned(), needs });
    }
}

/// What a field needs for its widget and does not have.
fn lacks(field: &Tree, widget: &str) -> Option<Label> {
    let is = |entry: &str, value: &str| field.entry(entry).and_then(Tree::text) == Some(value);
    let (fits, nl, en) = match widget {
        "text" | "textarea" => {
            let nl = "Zet er `type: string` bij, of kies een andere `x-widget`.";
            (is("type", "string"), nl, "Add `type: string`, or choose another `x-widget`.")
        }
        "date" => {
            let nl = "Zet er `type: string` en `format: date` bij.";
            (is("type", "string") && is("format", "date"), nl, "Add `type: string` and `format: date`.")
        }
        "checkbox" => (is("type", "boolean"), "Zet er `type: boolean` bij.", "Add `type: boolean`."),
        "choice" => {
            let mut choices = field.items("oneOf").peekable();
            let fits = choices.peek().is_some() && choices.all(|choice| choice.entry("const").is_some());
            let nl = "Noem de keuzes onder `oneOf:`, elk met `const`, `title` en `x-en`.";
            (fits, nl, "List the choices under `oneOf:`, each with `const`, `title` and `x-en`.")
        }
        "table" => {
            let nl = "Zet er `type: array` bij, met `items:` van `type: object` en de kolommen onder `properties:`.";
            (is_table(field), nl, "Add `type: array`, with `items:` of `type: object` and the columns under `properties:`.")
        }
        "risk-table" => {
            let nl =
                "Een risicotabel is een tabel met de kolommen `likelihood` en `impact`, hele getallen van 1 tot en met 5.";
            let en = "A risk table is a table with the columns `likelihood` and `impact`, whole numbers from 1 to 5.";
            (is_table(field) && is_one_to_five(field, "likelihood") && is_one_to_five(field, "impact"), nl, en)
        }
        _ => {
            let label = Label { nl: format!("Kies uit: {ALL}."), en: format!("Choose from: {ALL}.") };
            return Some(label);
        }
    };
    (!fits).then(|| Label { nl: nl.to_owned(), en: en.to_owned() })
}

fn is_table(field: &Tree) -> bool {
    let items = field.entry("items");
    let is = |tree: Option<&Tree>, kind| tree.and_then(|t| t.entry("type")).and_then(Tree::text) == Some(kind);
    is(Some(field), "array")
        && is(items, "object")
        && items.is_some_and(|items| items.entries("properties").next().is_some())
}

fn is_one_to_five(field: &Tree, column: &str) -> bool {
    let column = field.entry("items").and_then(|items| items.entry("properties")).and_then(|columns| columns.entry(column));
    let number = |entry: &str| match column.and_then(|c| c.entry(entry)).map(|tree| &tree.node) {
        Some(Node::Scalar(Value::Number(number))) => number.as_i64(),
        _ => None,
    };
    let whole = column.and_then(|c| c.entry("type")).and_then(Tree::text) == Some("integer");
    whole && number("minimum") == Some(1) && number("maximum") == Some(5)
}
