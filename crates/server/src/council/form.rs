//! Questions of one screen each, and what was filled in so far. Nothing is kept here between two screens: what was filled in
//! travels along in hidden fields, so that every step works without script and without a session.

use std::collections::BTreeSet;

use notification::texts::Value;
use persistence::{Limit, Text, TextProblem};
use time::Date;
use time::macros::format_description;

use super::visit::Visit;

/// Fields of one form at most.
pub const FIELDS: usize = 400;
/// Fields that steer the steps; everything else is an answer.
const CONTROLS: [&str; 7] = ["token", "stap", "naar", "gezien", "versie", "sleutel", "vastleggen"];
/// The fields of a vote.
pub const VOTES: [&str; 3] = ["voor", "tegen", "onthouden"];
/// The id of a file that came in, and its name: they travel along as answers do.
pub const FILE: [&str; 2] = ["bestand-id", "bestand-naam"];
/// Says that the file goes again.
pub const NO_FILE: &str = "bestand-weg";

/// What was filled in, by the name of its field.
#[derive(Clone, Debug, Default)]
pub struct Filled(Vec<(String, String)>);

impl Filled {
    /// Reads a form as browsers send it.
    pub fn read(pairs: Vec<(String, String)>) -> Option<Self> {
        (pairs.len() <= FIELDS).then_some(Self(pairs))
    }

    /// The first value of a field; empty when it is not there.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str())
    }

    /// Every value of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// The answers, without those of some screen and without what steers the steps.
    pub fn answers_but(&self, names: &[&str]) -> Vec<(String, String)> {
        let kept = |name: &str| !CONTROLS.contains(&name) && !names.contains(&name);
        self.0.iter().filter(|(name, _)| kept(name)).cloned().collect()
    }

    /// Puts a value in the place of what a field had.
    pub fn set(&mut self, name: &str, value: &str) {
        self.0.retain(|(field, _)| field != name);
        self.0.push((name.to_owned(), value.to_owned()));
    }

    /// Takes a field away.
    pub fn drop(&mut self, name: &str) {
        self.0.retain(|(field, _)| field != name);
    }

    /// Notes that a screen was passed.
    pub fn pass(&mut self, screen: &str) {
        let mut passed = self.passed();
        passed.insert(screen.to_owned());
        self.set("gezien", &passed.into_iter().collect::<Vec<_>>().join(","));
    }

    /// The screens that were passed.
    pub fn passed(&self) -> BTreeSet<String> {
        self.get("gezien").split(',').filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }
}

/// A question with a screen of its own.
#[derive(Clone, Debug)]
pub struct Screen {
    /// The name of its field.
    pub id: &'static str,
    /// The question.
    pub title: String,
    /// What is said below it.
    pub intro: Vec<String>,
    /// How it is answered.
    pub input: Input,
    /// Whether it may stay empty.
    pub optional: bool,
    /// Its name where answers are checked.
    pub label: String,
}

/// How a question is answered.
#[derive(Clone, Debug)]
pub enum Input {
    /// One of these.
    Choice(Vec<(String, String)>),
    /// Text.
    Text {
        /// What helps to fill it in.
        hint: String,
    },
    /// A day.
    Day {
        /// What helps to fill it in.
        hint: String,
        /// The first day that can be chosen.
        first: Option<Date>,
        /// The last day that can be chosen.
        last: Option<Date>,
    },
    /// Some of these, or none.
    Many(Vec<(String, String)>),
    /// What shows an answer that was given elsewhere: a text, or a file.
    Minutes {
        /// What helps to fill it in.
        hint: String,
    },
    /// How many were for, against, or neither.
    Votes {
        /// What helps to fill it in.
        hint: String,
    },
}

/// What is wrong with an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The element to go to.
    pub field: String,
    /// What is wrong and what to do.
    pub text: String,
}

impl Screen {
    /// The names of its fields.
    pub fn fields(&self) -> Vec<&'static str> {
        match self.input {
            Input::Votes { .. } => VOTES.to_vec(),
            Input::Minutes { .. } => vec![self.id, NO_FILE],
            _ => vec![self.id],
        }
    }

    /// What is wrong with its answer, if anything is.
    pub fn wrong(&self, visit: &Visit, filled: &Filled) -> Option<Wrong> {
        let value = filled.get(self.id).trim();
        let wrong = |id: &str, arguments: &[(&str, Value<'_>)]| {
            Some(Wrong { field: self.id.to_owned(), text: visit.say(id, arguments) })
        };
        let empty = value.is_empty();
        match &self.input {
            Input::Choice(_) | Input::Text { .. } if empty && self.optional => None,
            Input::Choice(options) if options.iter().any(|(option, _)| option == value) => None,
            Input::Choice(_) => wrong("council-error-choose", &[]),
            Input::Minutes { .. } if !filled.get(FILE[0]).is_empty() => {
                if empty {
                    None
                } else {
                    wrong("council-error-text-and-file", &[])
                }
            }
            Input::Minutes { .. } if empty => wrong("council-error-text-or-file", &[]),
            Input::Text { .. } | Input::Minutes { .. } => match Text::parse(value, Limit::Note) {
                Ok(_) => None,
                Err(TextProblem::Empty) => wrong("council-error-empty", &[]),
                Err(TextProblem::TooLong { length, limit }) => wrong(
                    "council-error-long",
                    &[("length", length.to_string().into()), ("limit", limit.to_string().into())],
                ),
                Err(_) => wrong("council-error-character", &[]),
            },
            Input::Day { first, last, .. } => {
                let day = day(value);
                let inside = |day: Date| first.is_none_or(|first| first <= day) && last.is_none_or(|last| day <= last);
                if day.is_some_and(inside) {
                    return None;
                }
                let example = first.or(*last).unwrap_or(visit.now.today);
                let example = example.format(format_description!("[day]-[month]-[year]")).unwrap_or_default();
                wrong("council-error-date", &[("example", example.into())])
            }
            Input::Many(options) => {
                let known = |value: &str| options.iter().any(|(option, _)| option == value);
                if filled.all(self.id).all(known) { None } else { wrong("council-error-person", &[]) }
            }
            Input::Votes { .. } => {
                let bad = VOTES.iter().find(|name| !filled.get(name).trim().is_empty() && count(filled, name).is_none())?;
                Some(Wrong { field: (*bad).to_owned(), text: visit.say("council-error-number", &[]) })
            }
        }
    }

    /// The answer as it is shown where answers are checked.
    pub fn said(&self, visit: &Visit, filled: &Filled) -> String {
        let nothing = || visit.say("council-advice-nothing", &[]);
        let value = filled.get(self.id).trim();
        let label = |value: &str, options: &[(String, String)]| {
            options.iter().find(|(option, _)| option == value).map(|(_, label)| label.clone())
        };
        match &self.input {
            Input::Choice(options) => label(value, options).unwrap_or_else(nothing),
            Input::Minutes { .. } if !filled.get(FILE[0]).is_empty() => filled.get(FILE[1]).to_owned(),
            Input::Text { .. } | Input::Minutes { .. } if value.is_empty() => nothing(),
            Input::Text { .. } | Input::Minutes { .. } => value.to_owned(),
            Input::Day { .. } => day(value).map_or_else(nothing, |day| visit.date(day)),
            Input::Many(options) => {
                let chosen: Vec<String> = filled.all(self.id).filter_map(|value| label(value, options)).collect();
                if chosen.is_empty() { nothing() } else { chosen.join(", ") }
            }
            Input::Votes { .. } if VOTES.iter().all(|name| filled.get(name).trim().is_empty()) => nothing(),
            Input::Votes { .. } => visit.say_votes(VOTES.map(|name| count(filled, name).unwrap_or(0))),
        }
    }
}

/// A day as browsers send it, or as people type it where the browser has no calendar.
pub fn day(text: &str) -> Option<Date> {
    let iso = Date::parse(text, format_description!("[year]-[month]-[day]")).ok();
    let typed = text.replace(['/', '.', ' '], "-");
    let parts: Vec<&str> = typed.split('-').collect();
    iso.or_else(|| {
        let [day, month, year] = parts.as_slice() else { return None };
        let month = time::Month::try_from(month.parse::<u8>().ok()?).ok()?;
        let year = year.parse::<i32>().ok().filter(|year| (2000..2200).contains(year))?;
        Date::from_calendar_date(year, month, day.parse().ok()?).ok()
    })
}

/// How many voted so; nothing filled in is none.
pub fn count(filled: &Filled, name: &str) -> Option<u16> {
    let value = filled.get(name).trim();
    if value.is_empty() { Some(0) } else { value.parse().ok() }
}

#[cfg(test)]
mod tests {
    use time::macros::date;

    use super::*;

    #[test]
    fn days_are_read_as_people_and_browsers_write_them() {
        for text in ["2026-11-28", "28-11-2026", "28/11/2026", "28.11.2026", "28 11 2026"] {
            assert_eq!(day(text), Some(date!(2026 - 11 - 28)), "{text}");
        }
        for text in ["", "morgen", "31-11-2026", "2026-13-01", "28-11-26", "28-11", "2026-W48-6"] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn what_steers_is_no_answer() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let filled =
            Filled::read(vec![pair("stap", "keuze"), pair("keuze", "ja"), pair("gezien", "a,b"), pair("waarom", "x")]);
        let filled = filled.expect("few fields");
        assert_eq!(filled.answers_but(&["keuze"]), [pair("waarom", "x")]);
        assert_eq!(filled.passed().len(), 2);
        assert!(Filled::read(vec![pair("a", "b"); FIELDS + 1]).is_none());
    }
}
