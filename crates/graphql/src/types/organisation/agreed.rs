//! Agreements of bodies, and who answers for whom (laws 7 and 8).

use async_graphql::{Context, Json, Object, Result, SimpleObject};
use engine::{OrganisationCommand, When};
use serde_json::Value;
use time::{Date, OffsetDateTime};

use super::Own;
use crate::enums::FactComparison;
use crate::session::session;
use crate::types::people::{Party, Person};
use crate::types::project::some_text;
use crate::types::{instant, int, text};

/// What a body only wants to be informed of.
pub struct Agreement {
    own: Own,
    number: u32,
    agreement: engine::Agreement,
}

/// A condition on a fact of projects.
#[derive(SimpleObject)]
pub struct FactCondition {
    /// Which question.
    fact: String,
    /// The answer.
    value: Json<Value>,
    /// Which other answers count too.
    comparison: FactComparison,
}

/// The conditions that all hold, as far as they are of the form that `agreeToBeInformed` takes.
fn conditions(when: &When) -> Option<Vec<FactCondition>> {
    let one = |fact: &engine::FactKey, value: &engine::FactValue, comparison| FactCondition {
        fact: fact.to_string(),
        value: Json(serde_json::to_value(value).unwrap_or_default()),
        comparison,
    };
    match when {
        When::Always => Some(Vec::new()),
        When::Is(fact, value) => Some(vec![one(fact, value, FactComparison::Exactly)]),
        When::AtLeast(fact, value) => Some(vec![one(fact, value, FactComparison::AtLeast)]),
        When::All(all) => {
            let each = all.iter().map(conditions).collect::<Option<Vec<_>>>()?;
            Some(each.into_iter().flatten().collect())
        }
        When::Any(any) => match any.as_slice() {
            [When::Is(fact, value), When::Not(heavier)] if **heavier == When::AtLeast(fact.clone(), value.clone()) => {
                Some(vec![one(fact, value, FactComparison::AtMost)])
            }
            _ => None,
        },
        When::Not(_) => None,
    }
}

impl Agreement {
    pub(super) fn all(own: &Own) -> Vec<Self> {
        let one = |(number, agreement): (&u32, &engine::Agreement)| Self {
            own: own.clone(),
            number: *number,
            agreement: agreement.clone(),
        };
        own.state().agreements.standing.iter().map(one).collect()
    }
}

#[Object]
impl Agreement {
    /// Its number.
    async fn number(&self) -> i32 {
        int(self.number)
    }

    /// Which body.
    async fn body(&self) -> Party {
        self.own.party(&self.agreement.body)
    }

    /// Of which projects: those for which all of this holds; without any, of all. Null where it is more involved than that;
    /// then its text says it.
    async fn conditions(&self) -> Option<Vec<FactCondition>> {
        conditions(&self.agreement.when)
    }

    /// The written agreement; null when it was erased.
    async fn text(&self, context: &Context<'_>) -> Result<Option<String>> {
        text(context, Some(self.agreement.text)).await
    }

    /// Since when.
    async fn since(&self) -> OffsetDateTime {
        instant(self.agreement.since.at)
    }

    /// Whether the viewer may take it back.
    async fn viewer_can_revoke(&self, context: &Context<'_>) -> Result<bool> {
        let command = OrganisationCommand::Revoke { agreement: self.number, reason: some_text() };
        Ok(self.own.can(session(context)?, command))
    }
}

/// Somebody answers for a member for a period.
pub struct Delegation {
    own: Own,
    number: u32,
    delegation: engine::Delegation,
}

impl Delegation {
    pub(super) fn all(own: &Own) -> Vec<Self> {
        let one = |(number, delegation): (&u32, &engine::Delegation)| Self {
            own: own.clone(),
            number: *number,
            delegation: delegation.clone(),
        };
        own.state().delegations.standing.iter().map(one).collect()
    }
}

#[Object]
impl Delegation {
    /// Its number.
    async fn number(&self) -> i32 {
        int(self.number)
    }

    /// In which party.
    async fn party(&self) -> Party {
        self.own.party(&self.delegation.party)
    }

    /// Whose answers.
    async fn from(&self) -> Person {
        self.own.person(self.delegation.from)
    }

    /// By whom.
    async fn to(&self) -> Person {
        self.own.person(self.delegation.to)
    }

    /// From this day on.
    async fn first(&self) -> Date {
        self.delegation.first
    }

    /// Until and with this day.
    async fn last(&self) -> Date {
        self.delegation.last
    }

    /// Whether the viewer may take it back.
    async fn viewer_can_end(&self, context: &Context<'_>) -> Result<bool> {
        let command = OrganisationCommand::EndDelegation { delegation: self.number };
        Ok(self.own.can(session(context)?, command))
    }
}
