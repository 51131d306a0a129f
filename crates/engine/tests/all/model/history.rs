//! What happens to a project, as it is kept.

use std::collections::BTreeSet;

use super::acts::{Answer, Block, Demand, Outcome};
use super::organisation;
use super::world::{Day, Name};

/// Somebody told what the project is.
pub(super) struct Told {
    pub(super) at: usize,
    pub(super) fact: Name,
    pub(super) value: Name,
    pub(super) by: u8,
}

pub(super) struct Confirmed {
    pub(super) at: usize,
    pub(super) fact: Name,
    /// Whether it was contested.
    pub(super) void: bool,
}

pub(super) struct Sent {
    pub(super) at: usize,
    pub(super) day: Day,
    pub(super) document: Name,
    pub(super) author: u8,
    pub(super) hash: u8,
    pub(super) complete: bool,
    pub(super) changed: &'static [Name],
    pub(super) file: bool,
    /// Its last day, where it runs out.
    pub(super) until: Option<Day>,
}

pub(super) struct Reviewed {
    pub(super) at: usize,
    pub(super) document: Name,
    pub(super) party: Name,
    /// The how manieth revision.
    pub(super) revision: usize,
    pub(super) approve: bool,
    pub(super) void: bool,
}

pub(super) struct Judged {
    pub(super) at: usize,
    pub(super) gate: Name,
    pub(super) round: usize,
    pub(super) criterion: Name,
    pub(super) party: Name,
    pub(super) answer: Answer,
    pub(super) practice: bool,
    /// The day on which it was answered.
    pub(super) on: Day,
    /// The evidence of the organisation it rests on, by revision.
    pub(super) frozen: Vec<(organisation::Id, usize)>,
    pub(super) void: bool,
}

/// A round that opened, or a phase that was entered without one.
pub(super) struct Opened {
    pub(super) gate: Name,
    pub(super) number: usize,
    pub(super) day: Day,
    /// The answers of the round before stand here too, to be confirmed.
    pub(super) carries: bool,
}

pub(super) struct Decided {
    pub(super) at: usize,
    pub(super) gate: Name,
    pub(super) round: usize,
    pub(super) outcome: Outcome,
}

pub(super) struct Debt {
    pub(super) number: u32,
    pub(super) demand: Demand,
    /// A person, or a party.
    pub(super) owner: Result<u8, Name>,
    pub(super) accepted_by: Name,
    pub(super) blocks: Option<Name>,
}

/// What was done with a condition.
pub(super) enum DebtEvent {
    Due(Day),
    Reported(u8),
    SentBack,
    Closed,
    Called(Day),
    Decided,
}

/// What was in the way at a moment.
pub(super) type Found = ((usize, Day), BTreeSet<Block>);

pub(super) struct Waived {
    pub(super) criterion: Name,
    pub(super) gate: Name,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Life {
    Active,
    Stopped(Name),
    Retired,
}
