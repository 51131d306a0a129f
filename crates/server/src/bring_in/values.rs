//! What a cell says, as a value that the store takes.

use engine::{FactDefinition, FactKind, FactValue, limits};
use persistence::{Limit, PersonView, Text, TextProblem};
use table::Cell;
use time::{Date, Month};

use super::look::{self, Known, level};
use super::said::{self, Said};

/// The largest whole number that every program keeps exactly.
const WHOLE: f64 = 9_007_199_254_740_991.0;

/// A text of a person; nothing for an empty cell.
pub fn text(cell: &Cell, limit: Limit) -> Result<Option<Text>, Said> {
    let Some(words) = said::words(cell)? else { return Ok(None) };
    Text::parse(&words, limit).map(Some).map_err(|problem| match problem {
        TextProblem::TooLong { limit, .. } => Said::whole("too_long", &[("most", limit.into())]),
        _ => Said::whole("character", &[]),
    })
}

/// The person with this address.
pub fn person<'k>(cell: &Cell, known: &'k Known) -> Result<Option<&'k PersonView>, Said> {
    let Some(words) = said::words(cell)? else { return Ok(None) };
    if !words.contains('@') {
        return Err(Said::whole("no_address", &[]));
    }
    known.person(&words).map(Some).ok_or_else(|| Said::whole("unknown_person", &[]))
}

/// A day after today: a cell with a day, `2027-12-31`, or `31-12-2027`.
pub fn day(cell: &Cell, known: &Known) -> Result<Option<Date>, Said> {
    let day = match cell {
        Cell::Empty => return Ok(None),
        Cell::Broken(why) => return Err(said::broken(*why)),
        Cell::Day(day) => *day,
        Cell::Text(text) => written_day(text)?,
        Cell::Number(_) | Cell::Flag(_) => return Err(Said::whole("date_form", &[])),
    };
    let latest = known.today.saturating_add(time::Duration::days(i64::from(limits::CONDITION_DAYS)));
    if day <= known.today || day > latest {
        let latest = Cell::Day(latest).words().unwrap_or_default();
        return Err(Said::whole("date_not_ahead", &[("latest", latest.into())]));
    }
    Ok(Some(day))
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

/// The answer to a question of this funnel.
pub fn fact(
    cell: &Cell,
    known: &Known,
    funnel: &persistence::FunnelItem,
    fact: &engine::FactKey,
) -> Result<Option<FactValue>, Said> {
    let Some(words) = said::words(cell)? else { return Ok(None) };
    let Some(definition) = funnel.definition.funnel.fact(fact) else {
        let name = known.say(&funnel.definition.funnel.name);
        return Err(Said::whole("fact_not_here", &[("funnel", name.into())]));
    };
    if !definition.derived.is_empty() {
        return Err(Said::whole("fact_follows", &[]));
    }
    answer(cell, &words, known, funnel, definition).map(Some)
}

fn answer(
    cell: &Cell,
    words: &str,
    known: &Known,
    funnel: &persistence::FunnelItem,
    definition: &FactDefinition,
) -> Result<FactValue, Said> {
    match &definition.kind {
        FactKind::Boolean => match words.to_lowercase().as_str() {
            "ja" | "j" | "yes" | "y" | "waar" | "true" => Ok(FactValue::Boolean(true)),
            "nee" | "n" | "no" | "onwaar" | "false" => Ok(FactValue::Boolean(false)),
            _ => Err(Said::whole("fact_yes_no", &[])),
        },
        FactKind::Amount => match cell {
            #[expect(clippy::cast_possible_truncation, reason = "whole, and within what is kept exactly")]
            Cell::Number(number) if number.fract() == 0.0 && number.abs() <= WHOLE => Ok(FactValue::Amount(*number as i64)),
            Cell::Text(text) if text.len() <= 15 => {
                text.parse().map(FactValue::Amount).map_err(|_| Said::whole("fact_amount", &[]))
            }
            _ => Err(Said::whole("fact_amount", &[])),
        },
        FactKind::Levels(_) => {
            let levels = look::levels(funnel, definition);
            let choices: Vec<&str> = levels.iter().map(|(_, label)| known.say(label)).collect();
            let unknown = || Said::whole("fact_level", &[("choices", choices.join(", ").into())]);
            level(&levels, words).cloned().map(FactValue::Level).ok_or_else(unknown)
        }
    }
}
