//! What is wrong in a table, with its place and what to do.

use notification::Language;
use notification::texts::{self, Value as Argument};
use serde_json::{Value, json};
use table::{Broken, Cell, Row, column_name};

/// Characters of what stands in a cell that are shown beside what is wrong.
const SHOWN: usize = 80;

/// One thing that is wrong, or that somebody should look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// A stable word for programs; `table-` before it names the text.
    pub code: &'static str,
    /// The name of the column, where it is about one.
    column: Option<String>,
    /// The cell, such as `D4`.
    cell: Option<String>,
    /// What stands there.
    value: Option<String>,
    /// The message in Dutch and English.
    message: Box<[String; 2]>,
}

impl Said {
    /// About the whole row or file.
    pub fn whole(code: &'static str, arguments: &[(&str, Argument<'_>)]) -> Self {
        let message = [Language::Nl, Language::En].map(|language| texts::say(language, &format!("table-{code}"), arguments));
        Self { code, column: None, cell: None, value: None, message: Box::new(message) }
    }

    /// In words that are there already.
    pub fn in_words(code: &'static str, nl: String, en: String) -> Self {
        Self { code, column: None, cell: None, value: None, message: Box::new([nl, en]) }
    }

    /// The same, about one cell.
    pub fn at(mut self, row: &Row, column: usize, name: &str) -> Self {
        self.cell = Some(format!("{}{}", column_name(column), row.number));
        self.column = Some(name.to_owned());
        self.value = row.cell(column).words().map(|words| shortened(&words));
        self
    }

    /// The same, about a column of which there is no cell.
    pub fn of(mut self, name: &str) -> Self {
        self.column = Some(name.to_owned());
        self
    }

    /// As the API tells it.
    pub fn view(&self) -> Value {
        let Self { code, column, cell, value, message } = self;
        let [nl, en] = &**message;
        json!({ "code": code, "column": column, "cell": cell, "value": value, "message": { "nl": nl, "en": en } })
    }
}

/// Why a cell cannot be read.
pub fn broken(broken: Broken) -> Said {
    match broken {
        Broken::NoValue => Said::whole("no_value", &[]),
        Broken::Error => Said::whole("formula_error", &[]),
        Broken::TooLong => Said::whole("too_long", &[("most", table::CELL.into())]),
        Broken::NoDate => Said::whole("no_date", &[]),
    }
}

/// What a cell that is filled in says; nothing for an empty one.
pub fn words(cell: &Cell) -> Result<Option<String>, Said> {
    match cell {
        Cell::Broken(why) => Err(broken(*why)),
        cell => Ok(cell.words()),
    }
}

fn shortened(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None if line.len() < text.len() => format!("{line}…"),
        None => line.to_owned(),
    }
}
