//! Text with separators, as Excel and others save it: UTF-8 with or without a mark in front, UTF-16 with one, or Windows-1252.

use std::borrow::Cow;

use csv::{ReaderBuilder, StringRecord};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use crate::cell::{Cell, Row};
use crate::{Gathered, Kind, Refusal, Table};

/// What may stand between cells; the first wins where the first line has as many of each.
const SEPARATORS: [char; 3] = [';', ',', '\t'];

/// Reads text.
pub(crate) fn read(bytes: &[u8]) -> Result<Table, Refusal> {
    let (kind, text) = decode(bytes);
    if !is_table(&text) {
        return Err(Refusal::Type);
    }
    let (separator, skipped, text) = separator(&text);
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let (mut gathered, mut record, mut number) = (Gathered::default(), StringRecord::new(), skipped);
    loop {
        let before = reader.position().line();
        if !reader.read_record(&mut record).map_err(|_| Refusal::Damaged)? {
            return gathered.table(kind, None);
        }
        // Empty lines are rows for whoever looks at the table, but not for the reader; lines within a cell the reverse.
        let lines = reader.position().line().saturating_sub(before);
        let within: usize = record.iter().map(|cell| cell.matches('\n').count()).sum();
        let empty = lines.saturating_sub(1).saturating_sub(u64::try_from(within).unwrap_or(u64::MAX));
        number = number.saturating_add(1).saturating_add(u32::try_from(empty).unwrap_or(u32::MAX));
        let mut row = Row { number, ..Row::default() };
        for (column, text) in record.iter().enumerate() {
            row.put(column, Cell::text(text))?;
        }
        gathered.add(row)?;
    }
}

fn decode(bytes: &[u8]) -> (Kind, Cow<'_, str>) {
    match Encoding::for_bom(bytes) {
        Some((encoding, _)) if encoding == UTF_8 => (Kind::Text, UTF_8.decode(bytes).0),
        Some((encoding, _)) => (Kind::Utf16, encoding.decode(bytes).0),
        None => match std::str::from_utf8(bytes) {
            Ok(text) => (Kind::Text, Cow::Borrowed(text)),
            Err(_) => (Kind::Windows1252, WINDOWS_1252.decode_without_bom_handling(bytes).0),
        },
    }
}

/// Pages, and files that are no text, are no table.
fn is_table(text: &str) -> bool {
    let page = text.trim_start().starts_with('<');
    !page && !text.starts_with("%PDF") && !text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

/// What separates the cells, how many rows it takes to say so, and the text after those. Excel understands a first line
/// `sep=;`; otherwise the first line tells.
fn separator(text: &str) -> (u8, u32, &str) {
    let byte = |separator: char| u8::try_from(separator).unwrap_or(b';');
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    if let Some(named) = first.trim_end_matches('\r').strip_prefix("sep=")
        && let Some(separator) = SEPARATORS.into_iter().find(|known| named == known.to_string())
    {
        return (byte(separator), 1, rest);
    }
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let mut best = (';', 0);
    for separator in SEPARATORS {
        let count = header.split('"').step_by(2).map(|outside| outside.matches(separator).count()).sum();
        if count > best.1 {
            best = (separator, count);
        }
    }
    (byte(best.0), 0, text)
}
