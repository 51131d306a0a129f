//! What a body agreed to be only informed of, in writing and revocably (law 8).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::facts::{FactValue, When};
use crate::funnel::Funnel;
use crate::ids::{FactKey, PartyKey};
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
        // What this funnel does not ask, or nobody answered yet, is never taken as agreed to: the heavier value that stands in
        // for an answer is the careful one for what is asked, and not for who is asked.
        let known = |fact: &FactKey, value: &FactValue| {
            let comparable = funnel.fact(fact).is_some_and(|definition| definition.kind.weight(value).is_some());
            comparable && funnel.is_answered(fact, &project.facts)
        };
        let covers = |agreement: &Agreement| {
            let when = &agreement.when;
            agreement.body == *body && when.every(&known) && funnel.holds(when, &project.facts)
        };
        self.standing.iter().find(|(_, agreement)| covers(agreement)).map(|(number, _)| *number)
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
