//! Reads a table out of a file that somebody filled in, and writes one to fill in.
//!
//! ```text
//! bytes → read → Table { header, rows of typed cells }     or one Refusal that says why the file cannot be read
//! Sheet → write → bytes
//! ```
//!
//! Nothing here knows what the table is about. A file comes from outside: what is unpacked, and how many rows, columns and
//! characters are looked at, is bounded before it is kept. A cell that cannot be read is kept as [`Cell::Broken`], so that
//! whoever reads the row can say which cell it is; only what makes the whole file unreadable is a [`Refusal`].

mod cell;
mod plain;
mod unpack;
mod workbook;
mod write;

use thiserror::Error;

pub use cell::{Broken, Cell, Row, column_name};
pub use write::{Sheet, Unwritable, csv, xlsx};

/// Bytes of a file.
pub const BYTES: usize = 4_000_000;
/// Bytes of everything in a workbook once it is unpacked.
pub const UNPACKED: u64 = 32_000_000;
/// Files in a workbook.
pub const ENTRIES: usize = 1_000;
/// Rows with something in them, beside the header.
pub const ROWS: usize = 500;
/// Columns.
pub const COLUMNS: usize = 100;
/// Characters of one cell, as in Excel.
pub const CELL: usize = 32_767;
/// Areas of merged cells on one sheet.
pub const MERGED: usize = 1_000;

/// What kind of file it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An Excel workbook.
    Workbook,
    /// Text with separators, in UTF-8.
    Text,
    /// Text with separators, in UTF-16 as Excel saves *Unicode text*.
    Utf16,
    /// Text with separators that is not Unicode: taken for Windows-1252, as Excel saves CSV in Western Europe.
    Windows1252,
}

/// A table as it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// From what kind of file.
    pub kind: Kind,
    /// The sheet of a workbook: the first visible one with something on it.
    pub sheet: Option<String>,
    /// The first row with something in it.
    pub header: Row,
    /// The other rows with something in them, in order.
    pub rows: Vec<Row>,
}

/// Why a file cannot be read as a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// Nothing is in it, or no cell has anything in it.
    #[error("the file is empty")]
    Empty,
    /// More bytes than [`BYTES`].
    #[error("the file has more than {BYTES} bytes")]
    TooLarge,
    /// Neither a workbook nor text.
    #[error("this is no Excel or CSV file")]
    Type,
    /// A workbook of Excel 2003 or older.
    #[error("this is an old Excel file")]
    OldExcel,
    /// A workbook that asks for a password.
    #[error("the file is protected with a password")]
    Password,
    /// A workbook that does not hold together.
    #[error("the file is damaged")]
    Damaged,
    /// It unpacks to more than [`UNPACKED`] bytes, or has more than [`ENTRIES`] files.
    #[error("the file unpacks to more than {UNPACKED} bytes")]
    Unpacks,
    /// More rows than [`ROWS`].
    #[error("the table has more than {ROWS} rows")]
    TooManyRows,
    /// Something in a column beyond [`COLUMNS`].
    #[error("the table has more than {COLUMNS} columns")]
    TooManyColumns,
    /// More areas of merged cells than [`MERGED`].
    #[error("the sheet has more than {MERGED} areas of merged cells")]
    TooManyMerged,
}

/// How a workbook begins: it is a ZIP archive.
const ZIP: &[u8] = b"PK\x03\x04";
/// How Excel 2003 and protected workbooks begin.
const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Reads a table. What the file is, is told from its bytes.
///
/// # Errors
/// [`Refusal`]; a cell that cannot be read is no error.
pub fn read(bytes: &[u8]) -> Result<Table, Refusal> {
    if bytes.len() > BYTES {
        Err(Refusal::TooLarge)
    } else if bytes.iter().all(u8::is_ascii_whitespace) {
        Err(Refusal::Empty)
    } else if bytes.starts_with(ZIP) {
        workbook::read(bytes)
    } else if bytes.starts_with(COMPOUND) {
        Err(if is_protected(bytes) { Refusal::Password } else { Refusal::OldExcel })
    } else {
        plain::read(bytes)
    }
}

/// A protected workbook lies encrypted within a compound file, under this name in UTF-16.
fn is_protected(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

/// Puts the rows of a table together, each within its limits. The first that has something in it is the header.
#[derive(Default)]
struct Gathered {
    header: Option<Row>,
    rows: Vec<Row>,
}

impl Gathered {
    fn add(&mut self, row: Row) -> Result<(), Refusal> {
        if row.is_empty() {
            return Ok(());
        }
        if self.header.is_none() {
            self.header = Some(row);
            return Ok(());
        }
        if self.rows.len() == ROWS {
            return Err(Refusal::TooManyRows);
        }
        self.rows.push(row);
        Ok(())
    }

    fn table(self, kind: Kind, sheet: Option<String>) -> Result<Table, Refusal> {
        let header = self.header.ok_or(Refusal::Empty)?;
        Ok(Table { kind, sheet, header, rows: self.rows })
    }
}
