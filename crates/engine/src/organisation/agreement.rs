//! What a body agreed to be only informed of, in writing and revocably (law 8).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::facts::When;
use crate::funnel::Funnel;
use crate::ids::PartyKey;
use crate::moment::Moment;
use crate::project::Project;
use crate::text::TextRef;

/// The agreements in force. Those that were revoked are read from the log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreements {
    /// By number.
    pub standing: BTreeMap<u32, Agreement>,
    /// The number of the last one, from 1.
    pub last: u32,
}

/// One agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// Of which body.
    pub body: PartyKey,
    /// About which projects.
    pub when: When,
    /// The written agreement.
    pub text: TextRef,
    /// Since when.
    pub since: Moment,
}

impl Agreements {
    /// The agreement by which `body` only wants to be informed of this project.
    #[must_use]
    pub fn covering(&self, body: &PartyKey, funnel: &Funnel, project: &Project) -> Option<u32> {
        let covers = |agreement: &Agreement| {
            agreement.body == *body && is_known(&agreement.when, funnel) && funnel.holds(&agreement.when, &project.facts)
        };
        self.standing.iter().find(|(_, agreement)| covers(agreement)).map(|(number, _)| *number)
    }
}

/// Whether this funnel asks everything that an agreement speaks of. What it does not ask is never taken as agreed to.
fn is_known(when: &When, funnel: &Funnel) -> bool {
    match when {
        When::Always => true,
        When::All(all) | When::Any(all) => all.iter().all(|when| is_known(when, funnel)),
        When::Not(other) => is_known(other, funnel),
        When::Is(fact, _) | When::AtLeast(fact, _) => funnel.fact(fact).is_some(),
    }
}

/// How many conditions an agreement consists of; stops counting beyond `limit`.
pub(crate) fn size(when: &When, limit: usize) -> usize {
    match when {
        When::All(all) | When::Any(all) => {
            all.iter().fold(1, |sum, when| if sum > limit { sum } else { sum + size(when, limit) })
        }
        When::Not(other) => 1 + size(other, limit),
        When::Always | When::Is(..) | When::AtLeast(..) => 1,
    }
}
