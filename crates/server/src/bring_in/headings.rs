//! Which column says what.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use table::{Row, column_name};

use super::said::{self, Said};

/// What a column can say.
pub trait Field: Clone + Ord {
    /// As the API calls it: the name in the input of the mutation, where there is one.
    fn word(&self) -> String;
}

/// The names of a column: the Dutch one first, the English one second, then others that people use.
pub type Names = &'static [&'static str];

/// As names are compared: without capitals, and without white space, stars and colons around them.
pub fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase().trim_matches(['*', ':', ' ', '?']).to_owned()
}

/// The field with this name, among those that every table of its kind has.
pub fn among<F: Clone>(fields: &[(F, Names)], written: &str) -> Option<F> {
    let written = plain(written);
    fields.iter().find(|(_, names)| names.contains(&written.as_str())).map(|(field, _)| field.clone())
}

/// The columns of one table.
#[derive(Debug)]
pub struct Header<F> {
    /// Where each field stands.
    places: BTreeMap<F, usize>,
    /// The names as they were written, with what they mean.
    named: Vec<(usize, String, Option<F>)>,
    /// What keeps every row out.
    pub problems: Vec<Said>,
    /// What somebody should know.
    pub warnings: Vec<Said>,
}

impl<F: Field> Header<F> {
    /// Reads the first row. A column that is `needed` and not there is told by its Dutch name.
    pub fn read(header: &Row, find: impl Fn(&str) -> Option<F>, needed: &[(F, Names)]) -> Self {
        let mut columns = Self { places: BTreeMap::new(), named: Vec::new(), problems: Vec::new(), warnings: Vec::new() };
        if let Some(area) = &header.merged {
            columns.problems.push(Said::whole("header_merged", &[("area", area.into())]));
        }
        for (at, cell) in header.cells.iter().enumerate() {
            match said::words(cell) {
                Ok(None) => {}
                Ok(Some(name)) => columns.take(header, at, &name, find(&name)),
                Err(said) => columns.problems.push(said.at(header, at, &column_name(at))),
            }
        }
        for (field, names) in needed {
            if !columns.places.contains_key(field) {
                columns.problems.push(Said::whole("column_missing", &[("name", names[0].into())]).of(names[0]));
            }
        }
        columns
    }

    fn take(&mut self, header: &Row, at: usize, name: &str, field: Option<F>) {
        match &field {
            None => self.warnings.push(Said::whole("column_unknown", &[("name", name.into())]).at(header, at, name)),
            Some(field) if self.places.contains_key(field) => {
                self.problems.push(Said::whole("column_twice", &[("name", name.into())]).at(header, at, name));
            }
            Some(field) => drop(self.places.insert(field.clone(), at)),
        }
        self.named.push((at, name.to_owned(), field));
    }

    /// Where a field stands, and what its column is called there.
    pub fn place(&self, field: &F) -> Option<(usize, &str)> {
        let at = *self.places.get(field)?;
        let named = self.named.iter().find(|(place, ..)| *place == at)?;
        Some((at, &named.1))
    }

    /// The fields that stand in the table.
    pub fn fields(&self) -> impl Iterator<Item = &F> {
        self.places.keys()
    }

    /// As the API tells them.
    pub fn view(&self) -> Value {
        let view = |(at, name, field): &(usize, String, Option<F>)| json!({ "column": column_name(*at), "name": name, "field": field.as_ref().map(Field::word) });
        self.named.iter().map(view).collect()
    }
}
