//! The questions that gates ask of parties.

use super::world::{BOTH, FIRST, Name, OTHER, When};

/// A criterion at one gate: which, whether in practice, and the documents it rests on with the one field, if any.
pub struct Asked {
    pub gate: Name,
    pub practice: bool,
    pub on: &'static [(Name, Option<Name>)],
    /// Kinds of evidence of the organisation.
    pub organisation: &'static [Name],
}

#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own")]
pub struct Criterion {
    pub name: Name,
    /// In which versions it is asked.
    pub versions: &'static [u8],
    pub at: &'static [Asked],
    pub parties: &'static [Name],
    pub blocking: bool,
    pub legal: bool,
    pub deferrable: bool,
    pub waivable_by: Option<Name>,
    pub not_applicable: bool,
    pub when: When,
}

const PLAIN: Criterion = Criterion {
    name: "",
    versions: BOTH,
    at: &[],
    parties: &[],
    blocking: true,
    legal: false,
    deferrable: false,
    waivable_by: None,
    not_applicable: false,
    when: When::Always,
};

const fn asked(gate: Name, practice: bool, on: &'static [(Name, Option<Name>)]) -> Asked {
    Asked { gate, practice, on, organisation: &[] }
}

const fn resting(gate: Name, organisation: &'static [Name]) -> Asked {
    Asked { gate, practice: false, on: &[], organisation }
}

pub const CRITERIA: [Criterion; 10] = [
    Criterion {
        name: "fair",
        versions: &[OTHER],
        at: &[asked("g1", false, &[]), asked("pilot-gate", false, &[("risks", Some("risks"))])],
        parties: &["care", "quality"],
        ..PLAIN
    },
    Criterion {
        name: "fits",
        at: &[asked("g0", false, &[("idea", Some("goal"))])],
        parties: &["care"],
        waivable_by: Some("steering"),
        ..PLAIN
    },
    Criterion { name: "ict-early", at: &[asked("g0", false, &[])], parties: &["ict"], ..PLAIN },
    // Its definition says more than the law allows: it stays legal all the same.
    Criterion {
        name: "safety",
        at: &[
            asked("g1", false, &[("risks", Some("risks"))]),
            asked("g2", true, &[("risks", Some("risks"))]),
            asked("pilot-gate", false, &[("risks", Some("risks"))]),
            asked("g3", false, &[("risks", Some("risks"))]),
        ],
        parties: &["quality"],
        legal: true,
        deferrable: true,
        waivable_by: Some("steering"),
        ..PLAIN
    },
    Criterion {
        name: "private",
        at: &[
            asked("g1", false, &[("plan", Some("how")), ("risks", None)]),
            asked("g2", false, &[("plan", None)]),
            asked("pilot-gate", false, &[("plan", None)]),
        ],
        parties: &["privacy"],
        deferrable: true,
        waivable_by: Some("privacy"),
        when: When::Personal,
        ..PLAIN
    },
    Criterion {
        name: "ict-ready",
        at: &[asked("g1", true, &[("plan", None)])],
        parties: &["ict"],
        deferrable: true,
        not_applicable: true,
        when: When::Middle,
        ..PLAIN
    },
    Criterion { name: "supplied", versions: &[FIRST], at: &[resting("g1", &["certificate"])], parties: &["ict"], ..PLAIN },
    Criterion {
        name: "trained",
        at: &[resting("g2", &["norm"]), resting("pilot-gate", &["norm"])],
        parties: &["care", "innovation"],
        deferrable: true,
        waivable_by: Some("steering"),
        ..PLAIN
    },
    Criterion {
        name: "liked",
        versions: &[FIRST],
        at: &[asked("g2", false, &[])],
        parties: &["care"],
        blocking: false,
        ..PLAIN
    },
    Criterion {
        name: "still-good",
        at: &[asked("g3", false, &[("plan", Some("how"))])],
        parties: &["ict", "care"],
        ..PLAIN
    },
];

pub fn criterion(name: Name) -> &'static Criterion {
    CRITERIA.iter().find(|c| c.name == name).unwrap()
}

/// How a criterion is asked at a gate.
pub fn asking(criterion: &'static Criterion, gate: Name) -> Option<&'static Asked> {
    criterion.at.iter().find(|a| a.gate == gate)
}
