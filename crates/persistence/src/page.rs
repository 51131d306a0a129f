//! Keyset pages: a cursor names its sort and the last row seen.

use std::fmt;

use thiserror::Error;

/// Rows on one page at most.
pub const MAX_PAGE: u32 = 100;

/// A place in a list; opaque outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor(String);

impl Cursor {
    /// Takes a cursor back from a client; whether it fits a list shows when the list is read.
    ///
    /// # Errors
    /// [`PageProblem::Cursor`] when no list ever gave this cursor.
    pub fn parse(text: &str) -> Result<Self, PageProblem> {
        let hexadecimal = text.bytes().all(|b| b.is_ascii_hexdigit()) && text.len().is_multiple_of(2);
        if hexadecimal && (2..=1_000).contains(&text.len()) { Ok(Self(text.to_owned())) } else { Err(PageProblem::Cursor) }
    }

    /// The cursor as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Makes the cursor of a row: the name of the sort and the values it sorts by, none with a line end.
    pub(crate) fn of(sort: &str, values: &[&dyn fmt::Display]) -> Self {
        let mut plain = sort.to_owned();
        for value in values {
            plain.push('\n');
            plain.push_str(&value.to_string());
        }
        Self(plain.bytes().map(|byte| format!("{byte:02x}")).collect())
    }

    /// The values behind the cursor, if it belongs to `sort` and has `N` of them.
    pub(crate) fn values<const N: usize>(&self, sort: &str) -> Result<[String; N], PageProblem> {
        let bytes: Option<Vec<u8>> =
            (0..self.0.len()).step_by(2).map(|at| u8::from_str_radix(self.0.get(at..at + 2)?, 16).ok()).collect();
        let plain = bytes.and_then(|b| String::from_utf8(b).ok()).ok_or(PageProblem::Cursor)?;
        let mut parts = plain.split('\n').map(str::to_owned);
        if parts.next().as_deref() != Some(sort) {
            return Err(PageProblem::OtherList);
        }
        parts.collect::<Vec<_>>().try_into().map_err(|_| PageProblem::Cursor)
    }
}

/// Which rows of a list.
#[derive(Clone, Debug)]
pub struct PageRequest {
    pub(crate) first: u32,
    pub(crate) after: Option<Cursor>,
}

impl PageRequest {
    /// The first `first` rows after `after`; 1 to [`MAX_PAGE`].
    ///
    /// # Errors
    /// [`PageProblem`] when `first` is out of bounds or the cursor is none.
    pub fn parse(first: u32, after: Option<&str>) -> Result<Self, PageProblem> {
        if !(1..=MAX_PAGE).contains(&first) {
            return Err(PageProblem::First);
        }
        Ok(Self { first, after: after.map(Cursor::parse).transpose()? })
    }

    /// The first page, as long as it can be.
    #[must_use]
    pub fn start() -> Self {
        Self { first: MAX_PAGE, after: None }
    }

    /// The page after `cursor`, as long as it can be.
    #[must_use]
    pub fn after(cursor: Cursor) -> Self {
        Self { first: MAX_PAGE, after: Some(cursor) }
    }

    /// How many rows to fetch: one more than asked, to know whether there is a next page.
    pub(crate) fn fetch(&self) -> i64 {
        i64::from(self.first) + 1
    }
}

/// Why no page was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PageProblem {
    /// `first` is not 1 to [`MAX_PAGE`].
    #[error("ask for 1 to {MAX_PAGE} rows")]
    First,
    /// No list gave this cursor.
    #[error("this is not a cursor")]
    Cursor,
    /// The cursor belongs to another list or another order.
    #[error("this cursor belongs to another list")]
    OtherList,
}

/// Some rows of a list.
#[derive(Clone, Debug)]
pub struct Page<T> {
    /// The rows.
    pub items: Vec<T>,
    /// The cursor of each row.
    pub cursors: Vec<Cursor>,
    /// Where the next page starts, if there is one: the cursor of the last row here.
    pub next: Option<Cursor>,
}

impl<T> Page<T> {
    /// Cuts the row that was fetched too many and makes the cursors.
    pub(crate) fn of(mut items: Vec<T>, request: &PageRequest, cursor: impl Fn(&T) -> Cursor) -> Self {
        let asked = request.first as usize;
        let more = items.len() > asked;
        items.truncate(asked);
        let cursors: Vec<Cursor> = items.iter().map(cursor).collect();
        let next = if more { cursors.last().cloned() } else { None };
        Self { items, cursors, next }
    }
}
