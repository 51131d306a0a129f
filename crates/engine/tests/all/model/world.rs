//! What the model knows by heart of the funnel it plays on: people, parties, documents, criteria, gates. `funnel.rs` says
//! the same to the engine; that the two agree is part of what the random commands try.

pub use super::phases::{GATES, Gate, Needs, gate, gate_in, gates_in, place};
pub use super::questions::{Asked, CRITERIA, Criterion, asking, criterion};

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

/// The versions of the funnel.
pub const FIRST: u8 = 9;
pub const OTHER: u8 = 10;
pub const BOTH: &[u8] = &[FIRST, OTHER];

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

/// The day so many working days on; weekends are the only days off here.
pub fn working_days(from: Day, days: Day) -> Day {
    let (mut day, mut left) = (from, days);
    while left > 0 {
        day += 1;
        left -= Day::from(day % 7 < 5);
    }
    day
}
