//! What the model knows by heart of the funnel it plays on: people, parties, documents, criteria, gates. `funnel.rs` says
//! the same to the engine; that the two agree is part of what the random commands try.

/// Every key of the funnel, so that names are compared and never built.
pub type Name = &'static str;
/// Days since the project started, a Monday.
pub type Day = i32;

pub const LEAD: u8 = 1;
pub const INNOVATOR: u8 = 2;
pub const CARE: u8 = 3;
pub const QUALITY: u8 = 7;
pub const CHAIR: u8 = 8;
/// Innovation manager, and a member of quality.
pub const MANAGER: u8 = 10;
pub const OUTSIDER: u8 = 11;
pub const COUNCIL_CHAIR: u8 = 19;
pub const COUNCIL: u8 = 20;
pub const WORKS: u8 = 21;
pub const COACH: u8 = 22;
/// Working days for a decision, for a review, for an extra decision, and for the lead while no gate is open.
pub const GATE_TERM: Day = 10;
pub const REVIEW_TERM: Day = 5;
pub const EXTRA_TERM: Day = 5;
pub const OWN_TIME: Day = 10;
/// Days ahead on which writers hear that a document runs out.
pub const NOTICE: Day = 5;
pub const FACTS: [Name; 3] = ["impact", "personal", "research"];

pub const EVERYBODY: [u8; 22] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22];

/// How many answer the same before a party has answered (law 7).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    Any,
    Chair,
    Of(usize),
    Percent(usize),
    All,
}

pub struct Party {
    pub name: Name,
    pub rule: Rule,
    /// The first is the chair.
    pub members: &'static [u8],
    pub from: Name,
    pub recorded_by: &'static [Name],
}

const fn party(name: Name, rule: Rule, members: &'static [u8], from: Name, recorded_by: &'static [Name]) -> Party {
    Party { name, rule, members, from, recorded_by }
}

pub const PARTIES: [Party; 10] = [
    party("innovation", Rule::Any, &[INNOVATOR, LEAD], "idea", &[]),
    party("care", Rule::Any, &[CARE, 4], "idea", &["innovation"]),
    party("ict", Rule::Of(2), &[5, 6, 12], "idea", &["innovation"]),
    party("steering", Rule::Chair, &[CHAIR, 9], "idea", &["innovation"]),
    party("council", Rule::Chair, &[COUNCIL_CHAIR, COUNCIL], "idea", &["coach"]),
    party("works", Rule::Chair, &[WORKS], "idea", &[]),
    party("coach", Rule::Any, &[COACH], "idea", &[]),
    party("quality", Rule::Any, &[QUALITY, MANAGER], "explore", &["innovation"]),
    party("privacy", Rule::Percent(60), &[13, 14, 15, 16], "explore", &["quality"]),
    party("board", Rule::All, &[17, 18], "pilot", &["innovation"]),
];

/// Who answers for whom, from day to day (law 7). The last is a second hop, which gives nothing.
pub const DELEGATIONS: [(Name, u8, u8, Day, Day); 9] = [
    ("ict", 12, OUTSIDER, 0, 150),
    ("privacy", 13, 14, 0, 400),
    ("steering", CHAIR, 9, 20, 90),
    ("board", 18, 17, 30, 120),
    ("quality", QUALITY, OUTSIDER, 5, 60),
    ("innovation", LEAD, CARE, 0, 200),
    ("council", COUNCIL_CHAIR, COUNCIL, 15, 70),
    ("council", COUNCIL_CHAIR, OUTSIDER, 75, 140),
    ("steering", 9, INNOVATOR, 0, 400),
];

/// In which projects something is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    Always,
    Middle,
    Personal,
}

pub struct Document {
    pub name: Name,
    /// The party that writes it; the lead where none is named.
    pub written_by: Option<Name>,
    pub reviewers: &'static [(Name, When)],
    /// The form field that criteria name.
    pub field: Name,
    /// Days that a revision counts.
    pub valid: Option<Day>,
    /// Whether it says its own last day.
    pub ends: bool,
    /// The criterion and the party that come before its signing, where it is a contract.
    pub contract: Option<(Name, Name)>,
}

pub const DOCUMENTS: [Document; 3] = [
    Document {
        name: "idea",
        written_by: None,
        reviewers: &[("innovation", When::Always), ("care", When::Always)],
        field: "goal",
        valid: None,
        ends: false,
        contract: None,
    },
    Document {
        name: "risks",
        written_by: Some("care"),
        reviewers: &[("quality", When::Always), ("ict", When::Always), ("privacy", When::Personal)],
        field: "risks",
        valid: Some(40),
        ends: false,
        contract: None,
    },
    Document {
        name: "plan",
        written_by: Some("ict"),
        reviewers: &[("privacy", When::Always)],
        field: "how",
        valid: Some(120),
        ends: true,
        contract: Some(("ict-ready", "ict")),
    },
];

/// A criterion at one gate: which, whether in practice, and the documents it rests on with the one field, if any.
pub struct Asked {
    pub gate: Name,
    pub practice: bool,
    pub on: &'static [(Name, Option<Name>)],
    /// Kinds of evidence of the organisation.
    pub organisation: &'static [Name],
}

/// The versions of the funnel.
pub const FIRST: u8 = 9;
pub const OTHER: u8 = 10;
const BOTH: &[u8] = &[FIRST, OTHER];

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

/// The product is in use in this phase.
pub const LIVE: Name = "use";

/// What stopping asks for: name, owner (the lead where none), who accepts, working days, from which phase on.
pub type Closing = (Name, Option<Name>, Name, Day, Option<Name>);
pub const CLOSING: [Closing; 2] =
    [("tell-clients", Some("care"), "steering", 10, Some("pilot")), ("return-data", None, "ict", 20, Some("use"))];

pub fn the_party(name: Name) -> &'static Party {
    PARTIES.iter().find(|p| p.name == name).unwrap()
}

pub fn document(name: Name) -> &'static Document {
    DOCUMENTS.iter().find(|d| d.name == name).unwrap()
}

pub fn criterion(name: Name) -> &'static Criterion {
    CRITERIA.iter().find(|c| c.name == name).unwrap()
}

pub fn gate(name: Name) -> &'static Gate {
    GATES.iter().find(|g| g.name == name).unwrap()
}

/// Where a phase stands in their order.
pub fn place(phase: Name) -> usize {
    GATES.iter().position(|g| g.phase == phase).unwrap()
}

/// How a criterion is asked at a gate.
pub fn asking(criterion: &'static Criterion, gate: Name) -> Option<&'static Asked> {
    criterion.at.iter().find(|a| a.gate == gate)
}

/// The day so many working days on; weekends are the only days off here.
pub fn working_days(from: Day, days: Day) -> Day {
    let (mut day, mut left) = (from, days);
    while left > 0 {
        day += 1;
        left -= Day::from(day % 7 < 5);
    }
    day
}
