//! What the cells of a row say, as values that the store takes.

use persistence::{Limit, Text, TextProblem};
use table::{Cell, Row};
use time::{Date, Month};

use super::headings::{Field, Header};
use super::said::{self, Said};

/// Reads the cells of one row.
pub struct Reading<'a, F> {
    /// The row.
    pub row: &'a Row,
    columns: &'a Header<F>,
    /// What is wrong in it so far.
    pub problems: Vec<Said>,
}

impl<'a, F: Field> Reading<'a, F> {
    /// Begins a row. One with merged cells does not come in.
    pub fn new(row: &'a Row, columns: &'a Header<F>) -> Self {
        Self { row, columns, problems: Vec::new() }
    }

    /// What a cell says; what is wrong with it is written down. An empty cell is wrong where it is `needed`. A column that
    /// is not there was told of the whole table.
    pub fn take<T>(&mut self, field: &F, needed: bool, read: impl FnOnce(&Cell) -> Result<Option<T>, Said>) -> Option<T> {
        let (at, name) = self.columns.place(field)?;
        let said = match read(self.row.cell(at)) {
            Ok(None) if needed => Said::whole("missing", &[]),
            Ok(found) => return found,
            Err(said) => said,
        };
        self.problems.push(said.at(self.row, at, name));
        None
    }

    /// Whether nothing stands in the cell of this field, or it has no column.
    pub fn is_empty(&self, field: &F) -> bool {
        self.columns.place(field).is_none_or(|(at, _)| *self.row.cell(at) == Cell::Empty)
    }

    /// Writes down what is wrong with the cell of a field, or with the row where it has no column.
    pub fn wrong(&mut self, field: &F, said: Said) {
        self.problems.push(match self.columns.place(field) {
            Some((at, name)) => said.at(self.row, at, name),
            None => said,
        });
    }

    /// What is wrong in the row, now that its cells were read.
    pub fn problems(mut self) -> Vec<Said> {
        if let Some(area) = &self.row.merged {
            self.problems.push(Said::whole("merged", &[("area", area.into())]));
        }
        self.problems
    }
}

/// A text of a person; nothing for an empty cell.
pub fn text(cell: &Cell, limit: Limit) -> Result<Option<Text>, Said> {
    let Some(words) = said::words(cell)? else { return Ok(None) };
    Text::parse(&words, limit).map(Some).map_err(|problem| match problem {
        TextProblem::TooLong { limit, .. } => Said::whole("too_long", &[("most", limit.into())]),
        _ => Said::whole("character", &[]),
    })
}

/// A day: a cell with a day, `2027-12-31`, or `31-12-2027`.
pub fn day(cell: &Cell) -> Result<Option<Date>, Said> {
    match cell {
        Cell::Empty => Ok(None),
        Cell::Broken(why) => Err(said::broken(*why)),
        Cell::Day(day) => Ok(Some(*day)),
        Cell::Text(text) => written_day(text).map(Some),
        Cell::Number(_) | Cell::Flag(_) => Err(Said::whole("date_form", &[])),
    }
}

fn written_day(text: &str) -> Result<Date, Said> {
    let parts: Vec<&str> = text.split('-').map(str::trim).collect();
    let number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u16>().ok()).flatten();
    let form = || Said::whole("date_form", &[]);
    let &[first, month, last] = parts.as_slice() else { return Err(form()) };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    if year.len() != 4 || month.len() > 2 || day.len() > 2 {
        return Err(form());
    }
    let (Some(year), Some(month), Some(day)) = (number(year), number(month), number(day)) else { return Err(form()) };
    let none = || Said::whole("no_date", &[]);
    let month = u8::try_from(month).ok().and_then(|month| Month::try_from(month).ok()).ok_or_else(none)?;
    let day = u8::try_from(day).map_err(|_| none())?;
    Date::from_calendar_date(i32::from(year), month, day).map_err(|_| none())
}

#[cfg(test)]
mod tests {
    use table::Broken;

    use super::*;

    #[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
    struct Only;

    impl Field for Only {
        fn word(&self) -> String {
            "only".to_owned()
        }
    }

    fn row(number: u32, cell: Cell, merged: Option<&str>) -> Row {
        Row { number, cells: vec![cell], merged: merged.map(str::to_owned) }
    }

    /// What is wrong with one cell that may not be empty, in its row.
    fn wrong(cell: Cell, merged: Option<&str>) -> Vec<&'static str> {
        let columns = Header::read(&row(1, Cell::text("only"), None), |_| Some(Only), &[]);
        let row = row(2, cell, merged);
        let mut reading = Reading::new(&row, &columns);
        reading.take(&Only, true, day);
        reading.problems().iter().map(|said| said.code).collect()
    }

    #[test]
    fn what_is_wrong_is_told_by_its_code() {
        for written in ["31-12-2027", "2027-12-31", " 1-2-2028"] {
            assert_eq!(wrong(Cell::text(written), None), [""; 0], "{written}");
        }
        assert_eq!(wrong(Cell::Empty, None), ["missing"]);
        assert_eq!(wrong(Cell::text("volgend jaar"), None), ["date_form"]);
        assert_eq!(wrong(Cell::Number(46_000.0), None), ["date_form"]);
        assert_eq!(wrong(Cell::text("29-02-2027"), None), ["no_date"]);
        assert_eq!(wrong(Cell::Broken(Broken::NoValue), None), ["no_value"], "a formula without its value");
        assert_eq!(wrong(Cell::Broken(Broken::Error), None), ["formula_error"]);
        assert_eq!(wrong(Cell::text("31-12-2027"), Some("A2:A4")), ["merged"], "a merged row does not come in");
    }
}
