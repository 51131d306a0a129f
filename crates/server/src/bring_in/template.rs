//! Empty files to fill in: a workbook with a sheet that explains the columns, and the same columns as text.

use notification::Language;
use notification::texts;
use table::{Cell, Sheet};

use super::headings::Names;
use crate::http::error::ApiError;

/// An empty file, as its kind of table describes it.
pub struct Template {
    /// The name of the sheet to fill in.
    pub sheet: String,
    /// Its columns: each with its header and its width in characters.
    pub columns: Vec<(String, u16)>,
    /// What each column takes: its name and a sentence.
    pub explained: Vec<(String, String)>,
}

/// A name of a template: the language of its headings, and whether it is a workbook.
#[derive(Clone, Copy)]
pub struct Form {
    /// In which language its headings are.
    pub language: Language,
    is_workbook: bool,
}

impl Form {
    /// The form that this name of a file asks for: the Dutch stem, or the English one, with `.xlsx` or `.csv`.
    pub fn find(file: &str, [dutch, english]: [&str; 2]) -> Option<Self> {
        let (stem, ending) = file.rsplit_once('.')?;
        let language = if stem == dutch { Language::Nl } else { Language::En };
        let is_known = stem == dutch || stem == english;
        (is_known && matches!(ending, "xlsx" | "csv")).then_some(Self { language, is_workbook: ending == "xlsx" })
    }

    /// The heading of a column.
    pub fn heading(self, names: Names) -> &'static str {
        match self.language {
            Language::Nl => names[0],
            Language::En => names[1],
        }
    }

    /// A sentence of the sheet that explains.
    pub fn say(self, id: &str) -> String {
        texts::say(self.language, id, &[])
    }

    /// The file with its media type.
    ///
    /// # Errors
    /// [`ApiError::INTERNAL`]; memory is all it needs.
    pub fn write(self, template: Template) -> Result<(&'static str, Vec<u8>), ApiError> {
        let Template { sheet, columns, explained } = template;
        // No row: an example would come in.
        let to_fill_in = Sheet { name: sheet, columns, rows: Vec::new() };
        let written = if self.is_workbook {
            let line = |(name, text): (String, String)| vec![Cell::text(&name), Cell::text(&text)];
            let columns = vec![(self.say("template-column"), 28), (self.say("template-takes"), 90)];
            let rows = explained.into_iter().map(line).collect();
            table::xlsx(&[to_fill_in, Sheet { name: self.say("template-explained"), columns, rows }])
        } else {
            table::csv(&to_fill_in)
        };
        let bytes = written.map_err(|error| {
            tracing::error!(%error, "a template could not be written");
            ApiError::INTERNAL
        })?;
        let media_type = if self.is_workbook {
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        } else {
            "text/csv; charset=utf-8"
        };
        Ok((media_type, bytes))
    }
}
