//! Who answers for whom while somebody is away (law 7).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use time::{Date, Duration};

use super::event::OrganisationEvent;
use super::state::Organisation;
use crate::context::Context;
use crate::ids::{PartyKey, PersonId};
use crate::limits;
use crate::rejection::Rejection;

/// The delegations that are not over. Those that ended are read from the log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delegations {
    /// By number.
    pub standing: BTreeMap<u32, Delegation>,
    /// The number of the last one, from 1.
    pub last: u32,
}

/// A member's answers are given by somebody else for a while (law 7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delegation {
    /// In which party.
    pub party: PartyKey,
    /// Whose.
    pub from: PersonId,
    /// By whom.
    pub to: PersonId,
    /// From this day on.
    pub first: Date,
    /// Until and with this day.
    pub last: Date,
}

impl Delegation {
    /// Whether it counts on this day.
    #[must_use]
    pub fn holds(&self, today: Date) -> bool {
        self.first <= today && today <= self.last
    }
}

impl Delegations {
    /// What was delegated to this person for this day: the parties in which they answer besides their own.
    pub fn to(&self, person: PersonId, today: Date) -> impl Iterator<Item = &Delegation> {
        self.standing.values().filter(move |delegation| delegation.to == person && delegation.holds(today))
    }

    /// Forgets what is over.
    pub(super) fn forget(&mut self, today: Date) {
        self.standing.retain(|_, delegation| delegation.last >= today);
    }
}

/// A member's answers are given by somebody else for a period.
///
/// # Errors
/// To oneself, of who is no member, to who belongs to no party (or, for a body, not to that body), for days that are over or
/// too far away, or twice for the same days.
pub(super) fn delegate(
    organisation: &Organisation,
    context: &Context<'_>,
    delegation: Delegation,
) -> Result<OrganisationEvent, Rejection> {
    let Delegation { party, from, to, first, last } = delegation;
    if from == to {
        return Err(Rejection::DelegatesToSelf);
    }
    // One hop: what was delegated to somebody is not theirs to pass on.
    if context.parties.membership(&party, from).is_none() {
        return Err(Rejection::NotAMember { party, person: from });
    }
    if !can_stand_in(organisation, context, &party, to) {
        return Err(Rejection::NotADelegate { party, person: to });
    }
    let earliest = context.now.today;
    let latest = earliest.saturating_add(Duration::days(limits::DELEGATION_DAYS));
    if first < earliest || last < first || last > latest {
        return Err(Rejection::DelegationDates { earliest, latest });
    }
    let known = organisation.delegations.standing.iter().filter(|(_, known)| known.last >= earliest);
    let overlaps =
        |known: &Delegation| known.party == party && known.from == from && known.first <= last && first <= known.last;
    if let Some((number, _)) = known.clone().find(|(_, known)| overlaps(known)) {
        return Err(Rejection::DelegationOverlaps { delegation: *number });
    }
    let count = known.count() + 1;
    if count > limits::DELEGATIONS {
        return Err(Rejection::ListLength { count, limit: limits::DELEGATIONS });
    }
    let delegation = organisation.delegations.last + 1;
    Ok(OrganisationEvent::Delegated { delegation, party, from, to, first, last })
}

/// Another member, or, where the party is no body, anybody who belongs to a party: in a party of one nobody else could. A
/// body deliberates in private (law 9): somebody from outside never speaks for it.
fn can_stand_in(organisation: &Organisation, context: &Context<'_>, party: &PartyKey, to: PersonId) -> bool {
    let belongs = |members: &[crate::context::Member]| members.iter().any(|member| member.person == to);
    let of_body = organisation.settings.bodies.contains_key(party);
    belongs(context.parties.of(party)) || (!of_body && context.parties.members.values().any(|of| belongs(of)))
}
