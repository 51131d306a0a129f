//! What stands in a table.

use time::Date;

use crate::{CELL, COLUMNS, Refusal};

/// One cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing, or nothing but white space.
    #[default]
    Empty,
    /// Text, trimmed.
    Text(String),
    /// A number.
    Number(f64),
    /// Yes or no.
    Flag(bool),
    /// A day, as a workbook writes days.
    Day(Date),
    /// Something that cannot be read.
    Broken(Broken),
}

/// Why a cell cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// A formula without the value it had when the file was saved.
    NoValue,
    /// A formula that ended in an error, such as `#N/A`.
    Error,
    /// More characters than [`CELL`].
    TooLong,
    /// A date that does not exist, or of before 1901.
    NoDate,
}

impl Cell {
    /// Text as it was typed: trimmed, and bounded.
    #[must_use]
    pub fn text(text: &str) -> Self {
        let text = text.trim();
        if text.is_empty() {
            Self::Empty
        } else if text.chars().nth(CELL).is_some() {
            Self::Broken(Broken::TooLong)
        } else {
            Self::Text(text.to_owned())
        }
    }

    /// What the cell says in words, where it says something: a number without a fraction as a whole one, a day as
    /// dd-mm-jjjj, yes and no in Dutch.
    #[must_use]
    pub fn words(&self) -> Option<String> {
        match self {
            Self::Empty | Self::Broken(_) => None,
            Self::Text(text) => Some(text.clone()),
            Self::Number(number) => Some(number.to_string()),
            Self::Flag(yes) => Some(if *yes { "ja" } else { "nee" }.to_owned()),
            Self::Day(day) => Some(format!("{:02}-{:02}-{}", day.day(), u8::from(day.month()), day.year())),
        }
    }
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Its number as the program shows it, from 1.
    pub number: u32,
    /// Its cells from the first column on; what is beyond the last is empty.
    pub cells: Vec<Cell>,
    /// The cells that are merged with others here, such as `B2:B4`.
    pub merged: Option<String>,
}

impl Row {
    /// The cell in a column, counted from 0.
    #[must_use]
    pub fn cell(&self, column: usize) -> &Cell {
        const EMPTY: &Cell = &Cell::Empty;
        self.cells.get(column).unwrap_or(EMPTY)
    }

    /// Whether nothing stands here.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| *cell == Cell::Empty)
    }

    /// Puts a cell in its column.
    pub(crate) fn put(&mut self, column: usize, cell: Cell) -> Result<(), Refusal> {
        if cell == Cell::Empty {
            return Ok(());
        }
        if column >= COLUMNS {
            return Err(Refusal::TooManyColumns);
        }
        if self.cells.len() <= column {
            self.cells.resize(column + 1, Cell::Empty);
        }
        self.cells[column] = cell;
        Ok(())
    }
}

/// The name of a column, counted from 0: `A`, `Z`, `AA`.
#[must_use]
pub fn column_name(column: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(column % 26).unwrap_or(0));
    if column < 26 { letter.to_string() } else { column_name(column / 26 - 1) + &letter.to_string() }
}
