//! The settings that the organisation owns.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use time::Date;

use crate::funnel::Label;
use crate::ids::{EvidenceKey, PartyKey};
use crate::moment::Calendar;

/// What an organisation has settled for all its projects.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The kinds of evidence it keeps.
    pub evidence: BTreeMap<EvidenceKey, EvidenceKind>,
    /// The party that adopts improvement plans.
    pub board: Option<PartyKey>,
    /// The rules of its bodies, such as those of the *medezeggenschapsregeling*.
    pub bodies: BTreeMap<PartyKey, BodyRules>,
}

/// A kind of evidence that is judged once and used by every project. A funnel declares the kinds its criteria rest on; an
/// organisation adopts them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceKind {
    /// The name in funnels, such as `nen7510`.
    pub key: EvidenceKey,
    /// The name on the screen.
    pub name: Label,
    /// Whether each supplier has its own, such as a certificate.
    pub of_supplier: bool,
    /// The parties that submit it.
    pub submitted_by: Vec<PartyKey>,
    /// The party that judges it, once for all projects.
    pub judged_by: PartyKey,
    /// Calendar days that a judgement counts, at the most.
    pub valid_days: Option<u16>,
}

/// What a body's own rules say of its time (law 8).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BodyRules {
    /// Working days it has at the least, where a funnel gives fewer.
    pub term_days: u16,
    /// Calendar days of waiting after a deviating response, where a funnel gives fewer.
    pub waiting_days: u16,
    /// The days on which it meets: a term holds a meeting, as long as one is known.
    pub meetings: BTreeSet<Date>,
    /// First and last days of its holidays; they do not count in a term.
    pub recess: Vec<(Date, Date)>,
    /// The party that supports it, in the organisation's own consultations.
    pub coached_by: Option<PartyKey>,
}

impl BodyRules {
    /// The last day of a term of at least `days` working days from today: without the body's holidays, and with a meeting
    /// in it.
    pub(crate) fn earliest(&self, calendar: &Calendar, today: Date, days: u16) -> Date {
        let in_recess = |day: Date| self.recess.iter().any(|(first, last)| (*first..=*last).contains(&day));
        let mut due = today;
        let mut left = days.max(self.term_days);
        while left > 0 {
            let Some(next) = due.next_day() else { break };
            due = next;
            if calendar.is_working_day(due) && !in_recess(due) {
                left -= 1;
            }
        }
        match self.meetings.iter().find(|meeting| **meeting > today) {
            Some(first) => due.max(*first),
            None => due,
        }
    }
}
