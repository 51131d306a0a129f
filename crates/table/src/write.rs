//! Writes tables to fill in.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, XlsxError};
use thiserror::Error;

use crate::cell::Cell;

/// A sheet of a workbook.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its columns: each with its header and its width in characters.
    pub columns: Vec<(String, u16)>,
    /// The rows below.
    pub rows: Vec<Vec<Cell>>,
}

/// The workbook could not be written.
#[derive(Debug, Error)]
#[error("the workbook cannot be written: {0}")]
pub struct Unwritable(String);

impl From<XlsxError> for Unwritable {
    fn from(error: XlsxError) -> Self {
        Self(error.to_string())
    }
}

/// A workbook with these sheets; the same sheets give the same bytes. Days are cells of days.
///
/// # Errors
/// [`Unwritable`], such as for a name of a sheet that Excel does not take.
pub fn xlsx(sheets: &[Sheet]) -> Result<Vec<u8>, Unwritable> {
    let mut workbook = Workbook::new();
    // Without the moment of writing the file says nothing about when it was asked for.
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
    let bold = Format::new().set_bold();
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let day = Format::new().set_num_format("dd-mm-yyyy").set_align(FormatAlign::Top);
    for Sheet { name, columns, rows } in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name)?;
        sheet.set_freeze_panes(1, 0)?;
        for (at, (header, width)) in (0_u16..).zip(columns) {
            sheet.set_column_width(at, *width)?;
            sheet.write_string_with_format(0, at, header, &bold)?;
        }
        for (row, cells) in (1_u32..).zip(rows) {
            for (at, cell) in (0_u16..).zip(cells) {
                match cell {
                    Cell::Empty | Cell::Broken(_) => {}
                    Cell::Text(text) => drop(sheet.write_string_with_format(row, at, text, &wrapped)?),
                    Cell::Number(number) => drop(sheet.write_number(row, at, *number)?),
                    Cell::Flag(yes) => drop(sheet.write_boolean(row, at, *yes)?),
                    Cell::Day(date) => {
                        let year = u16::try_from(date.year()).unwrap_or_default();
                        let date = ExcelDateTime::from_ymd(year, date.month().into(), date.day())?;
                        sheet.write_datetime_with_format(row, at, &date, &day)?;
                    }
                }
            }
        }
    }
    Ok(workbook.save_to_buffer()?)
}

/// The header and rows of a sheet as text with semicolons, with the mark in front that tells Excel it is UTF-8.
///
/// # Errors
/// [`Unwritable`]; memory is all it needs.
pub fn csv(sheet: &Sheet) -> Result<Vec<u8>, Unwritable> {
    let unwritable = |error: csv::Error| Unwritable(error.to_string());
    let mut writer = csv::WriterBuilder::new().delimiter(b';').flexible(true).from_writer("\u{FEFF}".as_bytes().to_vec());
    writer.write_record(sheet.columns.iter().map(|(header, _)| header)).map_err(unwritable)?;
    for row in &sheet.rows {
        writer.write_record(row.iter().map(|cell| cell.words().unwrap_or_default())).map_err(unwritable)?;
    }
    writer.into_inner().map_err(|error| Unwritable(error.error().to_string()))
}
