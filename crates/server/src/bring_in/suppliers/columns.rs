//! What a column says of a supplier.

use table::Row;

use crate::bring_in::headings::{self, Header, Names};

/// What a column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// What the supplier is called.
    Name,
    /// Its key, where somebody chose one.
    Key,
    /// The kind of its evidence.
    Kind,
    /// What the evidence is.
    Description,
    /// Its number.
    Number,
    /// The last day that it says of itself.
    Until,
}

/// The columns. Only the name has to be there: a list of names is a list too.
pub const NAMES: [(Field, Names); 6] = [
    (Field::Name, &["leverancier", "supplier", "naam", "name"]),
    (Field::Key, &["sleutel", "key"]),
    (Field::Kind, &["soort bewijs", "kind of evidence", "bewijs", "evidence", "soort", "kind"]),
    (Field::Description, &["omschrijving", "description", "toelichting"]),
    (Field::Number, &["nummer", "number", "certificaatnummer", "certificate number"]),
    (Field::Until, &["geldig tot en met", "valid until", "geldig tot"]),
];

impl headings::Field for Field {
    fn word(&self) -> String {
        let word = match self {
            Self::Name => "name",
            Self::Key => "supplier",
            Self::Kind => "kind",
            Self::Description => "text",
            Self::Number => "number",
            Self::Until => "validUntil",
        };
        word.to_owned()
    }
}

/// Reads the header of a table with suppliers.
pub fn read(row: &Row) -> Header<Field> {
    Header::read(row, |written| headings::among(&NAMES, written), &NAMES[..1])
}
