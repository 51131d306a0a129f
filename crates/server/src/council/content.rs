//! What people wrote, made readable: the answers of a form, or a text with lists and headings.

use notification::Language;
use notification::texts::{say, written};
use serde_json::Value;
use time::Date;
use time::format_description::well_known::Iso8601;

use super::pages::Go;

/// How deep forms are followed; funnels allow fewer levels.
const DEPTH: usize = 6;
/// Characters of a line that can be a heading.
const HEADING: usize = 70;

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(String),
    /// A paragraph; line ends in it are kept.
    Paragraph(String),
    /// A list.
    List(Vec<String>),
    /// The rows of a table: the names of the columns with what the row has there. Shown one below the other, since a phone
    /// is narrow.
    Rows(Vec<Vec<(String, String)>>),
    /// A file to read.
    File(Go),
}

/// Reads a text: paragraphs between empty lines, lists of lines that begin with a dash, and short questions as headings.
pub fn of_text(text: &str) -> Vec<Block> {
    let paragraphs: Vec<Vec<&str>> = text
        .split("\n\n")
        .map(|paragraph| paragraph.lines().map(str::trim_end).filter(|line| !line.trim().is_empty()).collect())
        .filter(|lines: &Vec<&str>| !lines.is_empty())
        .collect();
    let mut blocks = Vec::new();
    for (at, lines) in paragraphs.iter().enumerate() {
        let more_follows = at + 1 < paragraphs.len();
        match lines.as_slice() {
            [line] if more_follows && is_heading(line) => blocks.push(Block::Heading(line.to_string())),
            [first, rest @ ..] if !rest.is_empty() && is_heading(first) => {
                blocks.push(Block::Heading((*first).to_owned()));
                blocks.push(paragraph(rest));
            }
            lines => blocks.push(paragraph(lines)),
        }
    }
    blocks
}

fn is_heading(line: &str) -> bool {
    line.ends_with('?') && line.chars().count() <= HEADING
}

fn paragraph(lines: &[&str]) -> Block {
    let items: Option<Vec<String>> = lines.iter().map(|line| item(line)).collect();
    items.map_or_else(|| Block::Paragraph(lines.join("\n")), Block::List)
}

fn item(line: &str) -> Option<String> {
    let rest = line.trim_start().strip_prefix(['-', '•', '*'])?;
    Some(rest.trim_start().to_owned())
}

/// Reads the answers of a form in the order of its fields.
pub fn of_answers(schema: &Value, answers: &Value, language: Language, today: Date) -> Vec<Block> {
    let reader = Reader { schema, language, today };
    let mut blocks = Vec::new();
    reader.fields(schema, answers, 0, &mut blocks);
    blocks
}

struct Reader<'a> {
    schema: &'a Value,
    language: Language,
    today: Date,
}

impl Reader<'_> {
    fn fields(&self, part: &Value, answers: &Value, depth: usize, blocks: &mut Vec<Block>) {
        for (name, field) in self.properties(part) {
            let Some(answer) = answers.get(name).filter(|answer| !is_nothing(answer)) else { continue };
            blocks.push(Block::Heading(self.title(field, name)));
            match answer {
                Value::Object(_) if depth < DEPTH => self.fields(field, answer, depth + 1, blocks),
                Value::Array(rows) if rows.iter().all(Value::is_object) => {
                    let items = self.resolved(field).get("items").map(|items| self.resolved(items));
                    blocks.push(Block::Rows(rows.iter().map(|row| self.row(items, row)).collect()));
                }
                Value::Array(items) => blocks.push(Block::List(items.iter().map(|item| self.value(field, item)).collect())),
                Value::String(text) if self.choice(field, answer).is_none() && !is_date(field) => {
                    blocks.extend(of_text(text).into_iter().map(|block| match block {
                        Block::Heading(text) => Block::Paragraph(text),
                        other => other,
                    }));
                }
                other => blocks.push(Block::Paragraph(self.value(field, other))),
            }
        }
    }

    fn row(&self, items: Option<&Value>, row: &Value) -> Vec<(String, String)> {
        let Some(items) = items else { return Vec::new() };
        let cells = self.properties(items).into_iter().filter_map(|(name, field)| {
            let answer = row.get(name).filter(|answer| !is_nothing(answer))?;
            Some((self.title(field, name), self.value(field, answer)))
        });
        cells.collect()
    }

    fn value(&self, field: &Value, answer: &Value) -> String {
        if let Some(title) = self.choice(field, answer) {
            return title;
        }
        match answer {
            Value::Bool(yes) => say(self.language, if *yes { "council-yes" } else { "council-no" }, &[]),
            Value::String(text) if is_date(field) => Date::parse(text, &Iso8601::DATE)
                .map_or_else(|_| text.clone(), |date| written(self.language, date, self.today)),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        }
    }

    /// The name of a choice.
    fn choice(&self, field: &Value, answer: &Value) -> Option<String> {
        let choices = self.resolved(field).get("oneOf")?.as_array()?;
        let chosen = choices.iter().find(|choice| choice.get("const") == Some(answer))?;
        Some(self.title(chosen, answer.as_str().unwrap_or_default()))
    }

    fn title(&self, field: &Value, name: &str) -> String {
        let field = self.resolved(field);
        let english = field.pointer("/x-en/title").filter(|_| self.language == Language::En);
        english.or_else(|| field.get("title")).and_then(Value::as_str).unwrap_or(name).to_owned()
    }

    /// The fields of a part in the order of its file.
    fn properties<'v>(&'v self, part: &'v Value) -> Vec<(&'v str, &'v Value)> {
        let part = self.resolved(part);
        let Some(fields) = part.get("properties").and_then(Value::as_object) else { return Vec::new() };
        let order = part.get("x-order").and_then(Value::as_array);
        let place = |name: &str| order.and_then(|order| order.iter().position(|known| known.as_str() == Some(name)));
        let mut fields: Vec<(&str, &Value)> = fields.iter().map(|(name, field)| (name.as_str(), field)).collect();
        fields.sort_by_key(|(name, _)| place(name).unwrap_or(usize::MAX));
        fields
    }

    fn resolved<'v>(&'v self, part: &'v Value) -> &'v Value {
        let pointer = part.get("$ref").and_then(Value::as_str).and_then(|path| path.strip_prefix('#'));
        pointer.and_then(|pointer| self.schema.pointer(pointer)).unwrap_or(part)
    }
}

fn is_date(field: &Value) -> bool {
    field.get("format").and_then(Value::as_str) == Some("date")
}

fn is_nothing(answer: &Value) -> bool {
    match answer {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_text_gets_its_headings_and_lists() {
        let text = "Wat is het?\nEen app.\n\nWat kan er misgaan?\n\n- U moet een telefoon hebben.\n- De app bewaart gegevens.\n\nEinde";
        let blocks = [
            Block::Heading("Wat is het?".into()),
            Block::Paragraph("Een app.".into()),
            Block::Heading("Wat kan er misgaan?".into()),
            Block::List(vec!["U moet een telefoon hebben.".into(), "De app bewaart gegevens.".into()]),
            Block::Paragraph("Einde".into()),
        ];
        assert_eq!(of_text(text), blocks);
        assert_eq!(of_text("Vindt u dit goed?"), [Block::Paragraph("Vindt u dit goed?".into())], "nothing below it");
        assert_eq!(of_text("\n\n"), []);
    }

    #[test]
    fn answers_are_read_as_their_form_asks_them() {
        let schema = serde_json::json!({
            "x-order": ["what", "choice", "on", "sure", "risks", "tags"],
            "properties": {
                "risks": { "title": "Risico's", "type": "array", "items": { "x-order": ["risk", "weight"], "properties": {
                    "risk": { "title": "Wat?", "x-en": { "title": "What?" } },
                    "weight": { "title": "Hoe zwaar?", "type": "integer" } } } },
                "what": { "title": "Wat is het?", "x-en": { "title": "What is it?" }, "type": "string" },
                "choice": { "title": "Kiezen?", "oneOf": [{ "const": "a", "title": "Altijd", "x-en": { "title": "Always" } }] },
                "on": { "title": "Wanneer?", "format": "date" },
                "sure": { "title": "Zeker?", "type": "boolean" },
                "tags": { "title": "Leeg" }
            }
        });
        let answers = serde_json::json!({
            "what": "Een app.", "choice": "a", "on": "2026-11-28", "sure": true,
            "risks": [{ "risk": "Uitval", "weight": 3 }], "tags": []
        });
        let today = time::macros::date!(2026 - 11 - 23);
        let dutch = of_answers(&schema, &answers, Language::Nl, today);
        let text = |text: &str| Block::Paragraph(text.into());
        let heading = |text: &str| Block::Heading(text.into());
        let row = vec![("Wat?".to_owned(), "Uitval".to_owned()), ("Hoe zwaar?".to_owned(), "3".to_owned())];
        assert_eq!(
            dutch,
            [
                heading("Wat is het?"),
                text("Een app."),
                heading("Kiezen?"),
                text("Altijd"),
                heading("Wanneer?"),
                text("zaterdag 28 november"),
                heading("Zeker?"),
                text("Ja"),
                heading("Risico's"),
                Block::Rows(vec![row]),
            ]
        );
        let english = of_answers(&schema, &answers, Language::En, today);
        assert_eq!((&english[0], &english[3]), (&heading("What is it?"), &text("Always")));
    }
}
