//! What a cell says, as a value that the store takes.

use engine::{FactDefinition, FactKind, FactValue, limits};
use persistence::PersonView;
use table::Cell;
use time::Date;

use super::look::{self, Known, level};
use crate::bring_in::cells;
use crate::bring_in::said::{self, Said};

/// The largest whole number that every program keeps exactly.
const WHOLE: f64 = 9_007_199_254_740_991.0;

/// The person with this address.
pub fn person<'k>(cell: &Cell, known: &'k Known) -> Result<Option<&'k PersonView>, Said> {
    let Some(words) = said::words(cell)? else { return Ok(None) };
    if !words.contains('@') {
        return Err(Said::whole("no_address", &[]));
    }
    known.person(&words).map(Some).ok_or_else(|| Said::whole("unknown_person", &[]))
}

/// A day after today, within what the engine takes.
pub fn day_ahead(cell: &Cell, known: &Known) -> Result<Option<Date>, Said> {
    let Some(day) = cells::day(cell)? else { return Ok(None) };
    let latest = known.today.saturating_add(time::Duration::days(i64::from(limits::CONDITION_DAYS)));
    if day <= known.today || day > latest {
        let latest = Cell::Day(latest).words().unwrap_or_default();
        return Err(Said::whole("date_not_ahead", &[("latest", latest.into())]));
    }
    Ok(Some(day))
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
