//! Excel workbooks (`.xlsx`), a cell at a time: a sheet with one cell in its last corner takes no more room than that cell.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Dimensions, Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};
use time::{Date, Month};

use crate::cell::{Broken, Cell, Row, column_name};
use crate::{COLUMNS, Gathered, Kind, MERGED, Refusal, Table, unpack};

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Reads the first visible sheet that has something on it.
pub(crate) fn read(bytes: &[u8]) -> Result<Table, Refusal> {
    unpack::check(bytes)?;
    let mut workbook = Workbook::new(Cursor::new(bytes)).map_err(refusal)?;
    let shown = |sheet: &&calamine::Sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet;
    let names: Vec<String> = workbook.sheets_metadata().iter().filter(shown).map(|sheet| sheet.name.clone()).collect();
    for name in names {
        let mut gathered = cells(&mut workbook, &name)?;
        if gathered.header.is_some() {
            mark_merged(&mut workbook, &name, &mut gathered)?;
            return gathered.table(Kind::Workbook, Some(name));
        }
    }
    Err(Refusal::Empty)
}

#[expect(clippy::needless_pass_by_value, reason = "given by map_err")]
fn refusal(error: XlsxError) -> Refusal {
    if matches!(error, XlsxError::Password) { Refusal::Password } else { Refusal::Damaged }
}

/// The rows of a sheet, until there are too many.
fn cells(workbook: &mut Workbook<'_>, sheet: &str) -> Result<Gathered, Refusal> {
    let mut reader = workbook.worksheet_cells_reader(sheet).map_err(refusal)?;
    let (mut gathered, mut row) = (Gathered::default(), Row::default());
    while let Some(record) = reader.next_cell_with_formula_metadata().map_err(refusal)? {
        let (at, column) = record.pos;
        let number = at.saturating_add(1);
        if number != row.number {
            // Rows stand in order; a file in which they do not was not written by a program for tables.
            if number < row.number {
                return Err(Refusal::Damaged);
            }
            gathered.add(std::mem::take(&mut row))?;
            row.number = number;
        }
        let cell = cell(&record.value, record.formula.is_some());
        row.put(usize::try_from(column).unwrap_or(COLUMNS), cell)?;
    }
    gathered.add(row)?;
    Ok(gathered)
}

fn cell(value: &DataRef<'_>, is_formula: bool) -> Cell {
    match value {
        DataRef::Empty if is_formula => Cell::Broken(Broken::NoValue),
        DataRef::Empty => Cell::Empty,
        #[expect(clippy::cast_precision_loss, reason = "a workbook holds no number that does not fit")]
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) | DataRef::DurationIso(text) => Cell::text(text),
        DataRef::SharedString(text) => Cell::text(text),
        DataRef::Bool(yes) => Cell::Flag(*yes),
        DataRef::Error(_) => Cell::Broken(Broken::Error),
        DataRef::DateTime(moment) if moment.is_duration() => Cell::Number(moment.as_f64()),
        DataRef::DateTime(moment) => {
            // Counted from 1900 or 1904; below one day is a time, and dates of 1900 are off by one in Excel itself.
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            let month = Month::try_from(month);
            let day = month.ok().and_then(|month| Date::from_calendar_date(i32::from(year), month, day).ok());
            day.filter(|day| day.year() > 1900).map_or(Cell::Broken(Broken::NoDate), Cell::Day)
        }
        // `2027-03-01T00:00:00`: the day alone counts; the reader of the row knows ISO dates.
        DataRef::DateTimeIso(text) => Cell::text(text.split('T').next().unwrap_or_default()),
    }
}

/// Writes down which rows have merged cells: in them it is not certain what belongs to which row.
fn mark_merged(workbook: &mut Workbook<'_>, sheet: &str, gathered: &mut Gathered) -> Result<(), Refusal> {
    let areas = workbook.merge_cells_by_sheet_name(sheet).map_err(refusal)?;
    if areas.len() > MERGED {
        return Err(Refusal::TooManyMerged);
    }
    let rows = gathered.header.iter_mut().chain(&mut gathered.rows);
    let mut rows: BTreeMap<u32, &mut Row> = rows.map(|row| (row.number, row)).collect();
    for area in areas.iter().filter(|area| area.start.0 <= area.end.0) {
        for (_, row) in rows.range_mut(area.start.0.saturating_add(1)..=area.end.0.saturating_add(1)) {
            row.merged.get_or_insert_with(|| area_name(area));
        }
    }
    Ok(())
}

fn area_name(area: &Dimensions) -> String {
    let place = |(row, column): (u32, u32)| {
        format!("{}{}", column_name(usize::try_from(column).unwrap_or_default()), row.saturating_add(1))
    };
    format!("{}:{}", place(area.start), place(area.end))
}
