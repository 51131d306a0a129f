//! Time and chance as they are outside: the only place that reads the system's clock and its randomness.

use engine::{Moment, Timestamp};
use jiff::tz::TimeZone;
use persistence::{Clock, Randomness};
use time::{Date, Month};

/// The system's clock, with the civil date of one zone.
#[derive(Clone, Debug)]
pub struct SystemClock {
    zone: TimeZone,
}

impl SystemClock {
    /// A clock whose days begin at midnight in `zone`.
    #[must_use]
    pub fn new(zone: TimeZone) -> Self {
        Self { zone }
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        moment(jiff::Timestamp::now(), &self.zone)
    }
}

/// An instant, cut to microseconds, with the date on the wall in `zone`.
#[must_use]
pub fn moment(at: jiff::Timestamp, zone: &TimeZone) -> Moment {
    Moment { at: Timestamp(at.as_microsecond()), today: date(at.to_zoned(zone.clone()).date()) }
}

/// An instant as people read it on a Dutch page: `23-11-2026 09:41`.
#[must_use]
pub fn wall_time(at: Timestamp, zone: &TimeZone) -> String {
    let at = jiff::Timestamp::from_microsecond(at.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    at.to_zoned(zone.clone()).strftime("%d-%m-%Y %H:%M").to_string()
}

fn date(date: jiff::civil::Date) -> Date {
    let month = u8::try_from(date.month()).ok().and_then(|month| Month::try_from(month).ok());
    let day = u8::try_from(date.day()).ok();
    // Both libraries take the years -9999 to 9999, so the fallback is never used.
    let date = month.zip(day).and_then(|(month, day)| Date::from_calendar_date(i32::from(date.year()), month, day).ok());
    date.unwrap_or(Date::MIN)
}

/// The randomness of the operating system.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemRandomness;

impl Randomness for SystemRandomness {
    fn fill(&self, bytes: &mut [u8]) {
        if getrandom::fill(bytes).is_err() {
            // Going on would hand out tokens that can be guessed.
            eprintln!("trechter: the system has no randomness");
            std::process::abort();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_on_the_wall() -> Result<(), jiff::Error> {
        let zone = TimeZone::get("Europe/Amsterdam")?;
        let at = |text: &str| text.parse::<jiff::Timestamp>().map(|at| moment(at, &zone).today.to_string());
        assert_eq!(at("2026-03-28T22:59:59Z")?, "2026-03-28");
        assert_eq!(at("2026-03-28T23:00:00Z")?, "2026-03-29");
        // After the clock was set forward midnight comes an hour earlier in UTC.
        assert_eq!(at("2026-03-29T21:59:59Z")?, "2026-03-29");
        assert_eq!(at("2026-03-29T22:00:00Z")?, "2026-03-30");
        Ok(())
    }
}
