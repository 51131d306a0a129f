//! The dates that a funnel looks at in the answers of a form: when a document ends, and when it was signed.

use engine::{ArtefactKind, FieldPath};
use serde_json::Value;
use time::{Date, Month};

use super::fields::at;

/// Dates in a revision of a document, for [`engine::Submission`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SubmittedDates {
    /// Its last day (law 12); of a table the earliest, as then the first row no longer counts.
    pub ends_on: Option<Date>,
    /// The day it was signed (law 6); of a table the earliest.
    pub signed_on: Option<Date>,
}

/// The dates in the answers of this kind of document; none where the field is empty or holds no date.
#[must_use]
pub fn submitted_dates(kind: &ArtefactKind, answers: &Value) -> SubmittedDates {
    let earliest = |path: &FieldPath| {
        let steps: Vec<&str> = path.as_str().split('.').collect();
        let value = at(answers, &steps)?;
        match &*value {
            Value::Array(cells) => cells.iter().filter_map(date).min(),
            cell => date(cell),
        }
    };
    SubmittedDates {
        ends_on: kind.validity.as_ref().and_then(|validity| earliest(validity.ends_on.as_ref()?)),
        signed_on: kind.contract.as_ref().and_then(|contract| earliest(&contract.signed_on)),
    }
}

/// A date as forms write it: `2027-03-31`.
fn date(cell: &Value) -> Option<Date> {
    let mut parts = cell.as_str()?.splitn(3, '-');
    let year = parts.next()?.parse().ok()?;
    let month: u8 = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()
}
