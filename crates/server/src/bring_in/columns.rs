//! Which column says what.

use std::collections::BTreeMap;

use engine::FactKey;
use serde_json::{Value, json};
use table::{Row, column_name};

use super::look::{Known, plain};
use super::said::{self, Said};

/// What a column says of a project.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// What it is called.
    Title,
    /// What it is about.
    Summary,
    /// On which funnel.
    Funnel,
    /// The phase it is really in.
    Phase,
    /// Who leads it.
    Lead,
    /// Why it comes in.
    Reason,
    /// Who sees to what is missing.
    Owner,
    /// By when.
    Due,
    /// The answer to a question about it.
    Fact(FactKey),
}

/// The columns that every table has, by the names that they may have; the first of each is Dutch and stands in the template.
pub const NAMES: [(Field, &[&str]); 8] = [
    (Field::Title, &["titel", "title", "naam", "project"]),
    (Field::Summary, &["samenvatting", "summary"]),
    (Field::Funnel, &["trechter", "funnel"]),
    (Field::Phase, &["fase", "phase"]),
    (Field::Lead, &["projectleider", "lead", "leider"]),
    (Field::Reason, &["waarom", "reason", "reden"]),
    (Field::Owner, &["wie lost op", "owner", "wie"]),
    (Field::Due, &["wanneer", "due", "datum"]),
];

impl Field {
    /// The field with this name.
    fn find(written: &str, known: &Known) -> Option<Self> {
        let written = plain(written);
        let own = NAMES.into_iter().find(|(_, names)| names.contains(&written.as_str())).map(|(field, _)| field);
        own.or_else(|| known.fact(&written).cloned().map(Self::Fact))
    }

    /// As the API calls it: the name in the input of the mutation.
    fn word(&self) -> String {
        match self {
            Self::Title => "title".to_owned(),
            Self::Summary => "summary".to_owned(),
            Self::Funnel => "funnelId".to_owned(),
            Self::Phase => "phase".to_owned(),
            Self::Lead => "leadId".to_owned(),
            Self::Reason => "reason".to_owned(),
            Self::Owner => "ownerId".to_owned(),
            Self::Due => "due".to_owned(),
            Self::Fact(fact) => format!("facts.{fact}"),
        }
    }
}

/// The columns of one table.
#[derive(Debug, Default)]
pub struct Columns {
    /// Where each field stands.
    places: BTreeMap<Field, usize>,
    /// The names as they were written, with what they mean.
    named: Vec<(usize, String, Option<Field>)>,
    /// What keeps every row out.
    pub problems: Vec<Said>,
    /// What somebody should know.
    pub warnings: Vec<Said>,
}

impl Columns {
    /// Reads the header.
    pub fn read(header: &Row, known: &Known) -> Self {
        let mut columns = Self::default();
        if let Some(area) = &header.merged {
            columns.problems.push(Said::whole("header_merged", &[("area", area.into())]));
        }
        for (at, cell) in header.cells.iter().enumerate() {
            match said::words(cell) {
                Ok(None) => {}
                Ok(Some(name)) => columns.take(header, at, &name, known),
                Err(said) => columns.problems.push(said.at(header, at, &column_name(at))),
            }
        }
        for (field, names) in NAMES {
            // With one funnel there is nothing to choose.
            let needed = field != Field::Funnel || known.funnels.len() != 1;
            if needed && !columns.places.contains_key(&field) {
                columns.problems.push(Said::whole("column_missing", &[("name", names[0].into())]).of(names[0]));
            }
        }
        columns
    }

    fn take(&mut self, header: &Row, at: usize, name: &str, known: &Known) {
        let field = Field::find(name, known);
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
    pub fn place(&self, field: &Field) -> Option<(usize, &str)> {
        let at = *self.places.get(field)?;
        let named = self.named.iter().find(|(place, ..)| *place == at)?;
        Some((at, &named.1))
    }

    /// The columns with answers to questions.
    pub fn facts(&self) -> impl Iterator<Item = &FactKey> {
        self.places.keys().filter_map(|field| match field {
            Field::Fact(fact) => Some(fact),
            _ => None,
        })
    }

    /// As the API tells them.
    pub fn view(&self) -> Value {
        let view = |(at, name, field): &(usize, String, Option<Field>)| json!({ "column": column_name(*at), "name": name, "field": field.as_ref().map(Field::word) });
        self.named.iter().map(view).collect()
    }
}
