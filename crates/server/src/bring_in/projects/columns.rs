//! What a column says of a project.

use engine::FactKey;
use table::Row;

use super::look::Known;
use crate::bring_in::headings::{self, Header, Names};

/// What a column says.
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

/// The columns that every table has.
pub const NAMES: [(Field, Names); 8] = [
    (Field::Title, &["titel", "title", "naam", "project"]),
    (Field::Summary, &["samenvatting", "summary"]),
    (Field::Funnel, &["trechter", "funnel"]),
    (Field::Phase, &["fase", "phase"]),
    (Field::Lead, &["projectleider", "lead", "leider"]),
    (Field::Reason, &["waarom", "reason", "reden"]),
    (Field::Owner, &["wie lost op", "owner", "wie"]),
    (Field::Due, &["wanneer", "due", "datum"]),
];

impl headings::Field for Field {
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

/// Reads the header of a table with projects.
pub fn read(row: &Row, known: &Known) -> Header<Field> {
    let find = |written: &str| {
        headings::among(&NAMES, written).or_else(|| known.fact(&headings::plain(written)).cloned().map(Field::Fact))
    };
    // With one funnel there is nothing to choose.
    let needed = NAMES.into_iter().filter(|(field, _)| *field != Field::Funnel || known.funnels.len() != 1);
    Header::read(row, find, &needed.collect::<Vec<_>>())
}

/// The questions that have a column.
pub fn facts(columns: &Header<Field>) -> impl Iterator<Item = &FactKey> {
    columns.fields().filter_map(|field| match field {
        Field::Fact(fact) => Some(fact),
        _ => None,
    })
}
