//! What gates ask of bodies.

use super::bodies::Right;
use super::world::{Day, FIRST, Name, OTHER, When};

pub struct Kind {
    pub versions: &'static [u8],
    pub gate: Name,
    pub name: Name,
    pub body: Name,
    pub right: Right,
    pub when: When,
    pub term: Day,
    pub waiting: Day,
    pub on: &'static [(Name, Option<Name>)],
}

pub const KINDS: [Kind; 4] = [
    Kind {
        versions: &[FIRST, OTHER],
        gate: "g1",
        name: "advice",
        body: "council",
        right: Right::Advice,
        when: When::Always,
        term: 5,
        waiting: 3,
        on: &[("risks", Some("risks"))],
    },
    Kind {
        versions: &[FIRST],
        gate: "g1",
        name: "consent",
        body: "works",
        right: Right::Consent,
        when: When::Middle,
        term: 4,
        waiting: 0,
        on: &[("plan", None)],
    },
    Kind {
        versions: &[FIRST, OTHER],
        gate: "g1",
        name: "tell",
        body: "council",
        right: Right::Information,
        when: When::Personal,
        term: 0,
        waiting: 0,
        on: &[("idea", None)],
    },
    Kind {
        versions: &[FIRST, OTHER],
        gate: "g3",
        name: "yearly",
        body: "council",
        right: Right::Advice,
        when: When::Always,
        term: 3,
        waiting: 2,
        on: &[("risks", None)],
    },
];

/// A body that begins something itself has its longest term.
pub(super) fn own_term(body: Name) -> Day {
    KINDS.iter().filter(|kind| kind.body == body).map(|kind| kind.term).max().unwrap_or(0)
}

pub(super) fn own_waiting(body: Name) -> Day {
    KINDS.iter().filter(|kind| kind.body == body).map(|kind| kind.waiting).max().unwrap_or(0)
}
