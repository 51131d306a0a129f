//! When a delivery is tried again, and when it is given up. Pure: the worker stores what it says.

use std::time::Duration;

use crate::mailer::{Reason, SendError};

/// How often a delivery is tried at most.
pub const TRIES: u32 = 10;

/// The wait after the nth try that failed for now; together about two days, so that a weekend's outage is survived.
const DELAYS: [Duration; TRIES as usize - 1] = [
    Duration::from_mins(1),
    Duration::from_mins(5),
    Duration::from_mins(15),
    Duration::from_hours(1),
    Duration::from_hours(4),
    Duration::from_hours(4),
    Duration::from_hours(8),
    Duration::from_hours(12),
    Duration::from_hours(24),
];

/// The wait before a delivery of unknown fate is tried once more.
const UNKNOWN_DELAY: Duration = Duration::from_mins(10);

/// What was tried for one delivery. Stored with it; a new delivery has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attempts {
    /// How often it was tried.
    pub tried: u32,
    /// Whether one of those tries ended unknown: the mail may have arrived.
    pub unknown: bool,
}

/// What happens with a delivery next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// The mail server has it.
    Sent,
    /// Try again, with the same Message-ID.
    RetryAfter {
        /// How long from now.
        delay: Duration,
        /// What to store.
        attempts: Attempts,
        /// Why this try did not do.
        reason: Reason,
    },
    /// No further try; a person must see it.
    Failed {
        /// Which kind of end; names the text `delivery-failed-…`.
        failure: Failure,
        /// What to store.
        attempts: Attempts,
        /// Why the last try did not do.
        reason: Reason,
    },
}

/// How a delivery failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The mail server refused it for good.
    Refused,
    /// It did not work often enough.
    Exhausted,
    /// It may have arrived; nobody can tell.
    Unknown,
}

impl Failure {
    /// The name in the database and in the texts.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Exhausted => "exhausted",
            Self::Unknown => "unknown",
        }
    }
}

/// What the result of one try means for its delivery. `before` is what was tried before this try.
///
/// An unknown fate allows one more try: a second mail with the same Message-ID is better than none, a third is not.
#[must_use]
pub fn after(before: Attempts, result: &Result<(), SendError>) -> Next {
    let tried = before.tried.saturating_add(1);
    let attempts = Attempts { tried, ..before };
    match result {
        Ok(()) => Next::Sent,
        Err(SendError::GiveUp(reason)) => Next::Failed { failure: Failure::Refused, attempts, reason: reason.clone() },
        Err(SendError::Retry(reason)) => {
            let reason = reason.clone();
            match delay_after(tried) {
                Some(delay) => Next::RetryAfter { delay, attempts, reason },
                None if before.unknown => Next::Failed { failure: Failure::Unknown, attempts, reason },
                None => Next::Failed { failure: Failure::Exhausted, attempts, reason },
            }
        }
        Err(SendError::Unknown(reason)) => {
            let (reason, attempts) = (reason.clone(), Attempts { tried, unknown: true });
            if before.unknown || tried >= TRIES {
                Next::Failed { failure: Failure::Unknown, attempts, reason }
            } else {
                Next::RetryAfter { delay: UNKNOWN_DELAY, attempts, reason }
            }
        }
    }
}

fn delay_after(tried: u32) -> Option<Duration> {
    let index = usize::try_from(tried).ok()?.checked_sub(1)?;
    DELAYS.get(index).copied()
}
