//! Suspending the use at once (law 12): the board or care may, each for itself, and use goes on when nobody holds it back.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::event::{Event, Recorded};
use crate::fold::FoldError;
use crate::funnel::{Funnel, Gate};
use crate::ids::{PartyKey, PersonId};
use crate::moment::Moment;
use crate::permission::Need;
use crate::project::Project;
use crate::readiness::{Blocker, Check, CheckState, CheckSubject};
use crate::rejection::Rejection;
use crate::text::TextRef;

/// Who suspended the use; it is suspended while anybody is in here.
pub type Suspended = BTreeMap<PartyKey, Suspension>;

/// Why the use does not go on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suspension {
    /// Since when.
    pub since: Moment,
    /// Who acted for the party.
    pub by: PersonId,
    /// Why.
    pub reason: TextRef,
}

/// What a party can do about the use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UseAct<T = TextRef> {
    /// No longer used, from this moment on.
    Suspend {
        /// Why.
        reason: T,
    },
    /// This party no longer holds the use back.
    Resume {
        /// Why it is safe.
        reason: T,
    },
}

/// What happened to the use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum UseEvent {
    /// A party suspended it.
    Suspended {
        /// Why.
        reason: TextRef,
    },
    /// The same party no longer holds it back.
    Resumed {
        /// Why it is safe.
        reason: TextRef,
    },
}

impl<T> UseAct<T> {
    /// Replaces every text by what `store` makes of it.
    pub(crate) fn map_text<U>(self, mut store: impl FnMut(T) -> U) -> UseAct<U> {
        match self {
            Self::Suspend { reason } => UseAct::Suspend { reason: store(reason) },
            Self::Resume { reason } => UseAct::Resume { reason: store(reason) },
        }
    }
}

pub(crate) fn apply(
    suspended: &mut Suspended,
    party: &PartyKey,
    event: &UseEvent,
    recorded: &Recorded,
) -> Result<(), FoldError> {
    match event {
        UseEvent::Suspended { reason } => suspend(suspended, party, *reason, recorded)?,
        UseEvent::Resumed { .. } => {
            suspended.remove(party).ok_or(FoldError::OutOfPlace(recorded.sequence))?;
        }
    }
    Ok(())
}

/// The use is held back by a party: at once, or because an extra decision paused it (law 3).
pub(crate) fn suspend(
    suspended: &mut Suspended,
    party: &PartyKey,
    reason: TextRef,
    recorded: &Recorded,
) -> Result<(), FoldError> {
    let by = recorded.by.person().ok_or(FoldError::OutOfPlace(recorded.sequence))?;
    suspended.insert(party.clone(), Suspension { since: recorded.at, by, reason });
    Ok(())
}

/// Any member acts for a party here, whatever its rule: it cannot wait for a meeting.
pub(crate) fn need(party: &PartyKey) -> Need {
    Need::Member(vec![party.clone()])
}

/// Suspends or resumes the use.
///
/// # Errors
/// A party that may not (law 12), that did so before, or that does not hold the use back.
pub(crate) fn decide(funnel: &Funnel, project: &Project, party: PartyKey, act: &UseAct) -> Result<Vec<Event>, Rejection> {
    let held_back = project.suspended.contains_key(&party);
    let event = match *act {
        // Whoever holds it back lets it go on, also where an extra decision paused it.
        UseAct::Resume { reason } if held_back => UseEvent::Resumed { reason },
        UseAct::Resume { .. } => return Err(Rejection::NotSuspended { party }),
        UseAct::Suspend { reason } => {
            let rules = funnel.signals.as_ref().ok_or(Rejection::NoSignalsHere)?;
            if !rules.suspended_by.contains(&party) {
                return Err(Rejection::MayNotSuspend { party, allowed: rules.suspended_by.clone() });
            }
            if held_back {
                return Err(Rejection::AlreadySuspended { party });
            }
            UseEvent::Suspended { reason }
        }
    };
    Ok(vec![Event::Use { party, event }])
}

/// While the use is suspended no gate lets it go on. A gate that takes the product out of use shows it, and may: what is not
/// safe need not be used first to end.
pub(crate) fn checks(project: &Project, gate: &Gate) -> Vec<Check> {
    let check = |party: &PartyKey| Check {
        state: CheckState::Adjust,
        on: CheckSubject::Suspension(party.clone()),
        blockers: vec![Blocker::UseSuspended { party: party.clone() }],
        blocking: gate.go_to.is_some(),
        tasks: Vec::new(),
    };
    project.suspended.keys().map(check).collect()
}
