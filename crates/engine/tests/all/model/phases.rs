//! The phases and the gates that close them.

use super::world::{BOTH, Day, FIRST, Name, OTHER, Rule, When};

pub struct Needs {
    pub document: Name,
    pub complete: bool,
    pub deferrable: bool,
    pub age: Option<Day>,
    pub when: When,
}

pub struct Gate {
    pub name: Name,
    pub versions: &'static [u8],
    pub phase: Name,
    pub decided_by: Name,
    pub rule: Rule,
    pub go_to: Option<Name>,
    pub stop_to: Option<Name>,
    pub every: Option<Day>,
    pub rework_to: &'static [Name],
    pub needs: &'static [Needs],
}

const fn needs(document: Name, complete: bool, deferrable: bool, age: Option<Day>, when: When) -> Needs {
    Needs { document, complete, deferrable, age, when }
}

/// In the order of their phases, of which every version has one; last the one that the other version has instead.
pub const GATES: [Gate; 6] = [
    Gate {
        name: "g0",
        versions: BOTH,
        phase: "idea",
        decided_by: "innovation",
        rule: Rule::Any,
        go_to: Some("explore"),
        stop_to: None,
        every: None,
        rework_to: &["idea"],
        needs: &[needs("idea", true, false, None, When::Always)],
    },
    Gate {
        name: "g1",
        versions: BOTH,
        phase: "explore",
        decided_by: "steering",
        rule: Rule::Chair,
        go_to: Some("pilot"),
        stop_to: None,
        every: None,
        rework_to: &["explore", "idea"],
        needs: &[needs("risks", false, false, None, When::Always), needs("plan", true, true, Some(90), When::Middle)],
    },
    Gate {
        name: "g2",
        versions: &[FIRST],
        phase: "pilot",
        decided_by: "board",
        rule: Rule::All,
        go_to: Some("use"),
        stop_to: None,
        every: None,
        rework_to: &["pilot", "explore"],
        needs: &[needs("risks", true, true, Some(25), When::Always)],
    },
    Gate {
        name: "g3",
        versions: BOTH,
        phase: "use",
        decided_by: "steering",
        rule: Rule::Chair,
        go_to: Some("use"),
        stop_to: Some("out"),
        every: Some(40),
        rework_to: &["use"],
        needs: &[],
    },
    Gate {
        name: "g4",
        versions: BOTH,
        phase: "out",
        decided_by: "board",
        rule: Rule::All,
        go_to: None,
        stop_to: None,
        every: None,
        rework_to: &["out"],
        needs: &[],
    },
    Gate {
        name: "pilot-gate",
        versions: &[OTHER],
        phase: "pilot",
        decided_by: "board",
        rule: Rule::All,
        go_to: Some("use"),
        stop_to: None,
        every: None,
        rework_to: &["pilot", "explore"],
        needs: &[needs("risks", true, true, None, When::Always), needs("plan", true, true, None, When::Middle)],
    },
];

/// The gate of a phase in a version.
pub fn gate_in(version: u8, phase: Name) -> &'static Gate {
    GATES.iter().find(|gate| gate.phase == phase && gate.versions.contains(&version)).unwrap()
}

/// The gates of a version, in the order of their phases.
pub fn gates_in(version: u8) -> impl DoubleEndedIterator<Item = &'static Gate> {
    ["idea", "explore", "pilot", "use", "out"].into_iter().map(move |phase| gate_in(version, phase))
}

pub fn gate(name: Name) -> &'static Gate {
    GATES.iter().find(|g| g.name == name).unwrap()
}

/// Where a phase stands in their order.
pub fn place(phase: Name) -> usize {
    GATES.iter().position(|g| g.phase == phase).unwrap()
}
