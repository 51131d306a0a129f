//! What every preview says of its file, whatever comes in from it.

use engine::Hash;
use persistence::{Error, IdempotencyKey};
use serde_json::{Value, json};
use table::{Kind, Table};

use super::headings::{Field, Header};
use super::said::Said;

/// The row of this file, as a key: the same file and row again is the same key. `before` is put in front of it.
pub fn key(before: &str, hash: Hash, row: u32) -> Result<IdempotencyKey, Error> {
    IdempotencyKey::parse(&format!("{before}{hash}-{row}")).map_err(|_| Error::NotFound)
}

/// What is wrong, or should be looked at, as the API tells it.
pub fn views(all: &[Said]) -> Value {
    all.iter().map(Said::view).collect()
}

/// What is wrong with the table as a whole, beside its columns; `no_rows` is the code for a table without a row.
pub fn whole<F>(table: &Table, columns: &mut Header<F>, no_rows: &'static str) {
    if table.rows.is_empty() {
        columns.problems.push(Said::whole(no_rows, &[]));
    }
    if table.kind == Kind::Windows1252 {
        columns.warnings.push(Said::whole("windows_1252", &[]));
    }
}

/// The whole answer.
pub fn view<F: Field>(table: &Table, hash: Hash, columns: &Header<F>, rows: impl Iterator<Item = Value>) -> Value {
    let kind = match table.kind {
        Kind::Workbook => "xlsx",
        Kind::Text | Kind::Utf16 | Kind::Windows1252 => "csv",
    };
    json!({
        "rows": rows.collect::<Value>(),
        "file": { "sha256": hash.to_string(), "kind": kind, "sheet": table.sheet },
        "columns": columns.view(),
        "problems": views(&columns.problems),
        "warnings": views(&columns.warnings),
    })
}
