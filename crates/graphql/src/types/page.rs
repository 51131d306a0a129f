//! Relay pages.

use async_graphql::SimpleObject;
use persistence::Cursor;

/// Where a page ends (Relay).
#[derive(SimpleObject)]
pub struct PageInfo {
    /// Whether there is more.
    pub has_next_page: bool,
    /// Where the next page starts.
    pub end_cursor: Option<String>,
}

impl PageInfo {
    /// From a page of the store.
    pub(crate) fn of(cursors: &[Cursor], next: Option<&Cursor>) -> Self {
        Self { has_next_page: next.is_some(), end_cursor: cursors.last().map(|c| c.as_str().to_owned()) }
    }
}

/// Pages over a list that is in memory anyway.
pub(crate) mod rows {
    use std::fmt::Display;

    /// The cursor of a row by its name and id; sorts as the list does.
    pub fn cursor(name: &str, id: impl Display) -> String {
        format!("{name}\n{id}").bytes().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Whether a row comes after the cursor; a cursor of another list gives rows, never an error or a secret.
    pub fn is_after(row: &str, after: &str) -> bool {
        row > after
    }
}
