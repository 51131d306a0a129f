//! Dates written out.

use time::Date;

use super::{Language, Value, say};

/// A date in words, such as *vrijdag 28 november*; with the year when it is not the year of `seen_on`.
#[must_use]
pub fn written(language: Language, date: Date, seen_on: Date) -> String {
    let weekday = say(language, &format!("weekday-{}", date.weekday().number_from_monday()), &[]);
    let month = say(language, &format!("month-{}", u8::from(date.month())), &[]);
    let (day, year) = (date.day().to_string(), date.year().to_string());
    let mut arguments: Vec<(&str, Value<'_>)> =
        vec![("weekday", weekday.into()), ("day", day.into()), ("month", month.into())];
    if date.year() == seen_on.year() {
        return say(language, "date-written", &arguments);
    }
    // As text: a number would get a thousands separator in some renderers.
    arguments.push(("year", year.into()));
    say(language, "date-written-year", &arguments)
}
