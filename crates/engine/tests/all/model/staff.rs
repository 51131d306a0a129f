//! The people and the organisation around the funnel.

use std::collections::BTreeMap;

use engine::*;

use super::consulting::AGREED;
use super::funnel::date;
use super::organisation;
use super::world::{self, DELEGATIONS, Name, PARTIES};
use crate::scenario::*;

pub fn evidence_key(key: &str) -> EvidenceKey {
    EvidenceKey::parse(key).unwrap()
}

pub fn evidence_kind(known: &organisation::Kind) -> EvidenceKind {
    EvidenceKind {
        key: evidence_key(known.name),
        name: label(known.name),
        of_supplier: known.of_supplier,
        submitted_by: vec![party(known.submitted_by)],
        judged_by: party(known.judged_by),
        valid_days: known.days.map(|days| u16::try_from(days).unwrap()),
    }
}

/// Who belongs to what; the first of each party is its chair.
pub fn members() -> Parties {
    let members = |known: &world::Party| -> Vec<Member> {
        known.members.iter().enumerate().map(|(at, who)| Member { person: person(*who), chair: at == 0 }).collect()
    };
    Parties { members: PARTIES.iter().map(|known| (party(known.name), members(known))).collect() }
}

pub fn delegations() -> BTreeMap<u32, Delegation> {
    let delegation = |(by, from, to, first, last): &(Name, u8, u8, world::Day, world::Day)| Delegation {
        party: party(by),
        from: person(*from),
        to: person(*to),
        first: date(*first),
        last: date(*last),
    };
    (1..).zip(DELEGATIONS.iter().map(delegation)).collect()
}

/// What the council agreed to be only informed of, on this day.
pub fn agreements(day: world::Day) -> BTreeMap<u32, Agreement> {
    let (body, when) = (party("council"), When::Is(fact("research"), FactValue::Boolean(false)));
    let agreement = Agreement { body, when, text: text(1), since: moment(0) };
    AGREED.contains(&day).then_some((1, agreement)).into_iter().collect()
}
