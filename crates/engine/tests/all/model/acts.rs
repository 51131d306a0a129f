//! What somebody does, and what stands in the way, in the model's own words.

use super::bodies::Say;
use super::organisation::{Id, Standing};
use super::world::{Day, Name};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Met,
    NotMet,
    NotApplicable,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Stop,
    Rework(Name),
    Hold(Day),
    If,
    Go,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    GoOn(Day),
    Pause,
    Stop,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demand {
    /// With whether it has to be complete.
    Document(Name, bool),
    Criterion(Name, Name),
    Agreed,
    Closing(Name),
}

/// A condition that somebody wants to impose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    pub demand: Demand,
    pub text: bool,
    pub owner: u8,
    pub due: Day,
    pub blocks: Option<Name>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meeting {
    Report,
    Accept,
    SendBack,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judging {
    pub criterion: Name,
    pub answer: Answer,
    pub practice: bool,
    pub reason: bool,
}

/// What a document says of its own last day, and of its signing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dates {
    pub ends: Option<Day>,
    pub signed: Option<Day>,
}

/// What somebody does with evidence of the organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrgDo {
    Submit { id: Id, hash: u8, until: Option<Day>, empty: bool },
    Judge { id: Id, revision: usize, sufficient: bool, reason: bool },
    Plan { id: Id, due: Day },
}

/// A command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Do {
    Tell { fact: Name, value: Name },
    ConfirmFact { fact: Name, value: Name },
    Submit { document: Name, hash: u8, complete: bool, changed: &'static [Name], file: bool, dates: Dates },
    Review { document: Name, party: Name, approve: bool, reason: bool, with: Vec<Judging> },
    Judge { party: Name, judging: Judging },
    Confirm { party: Name, documents: Vec<Name>, criteria: Vec<Name> },
    Decide { gate: Name, outcome: Outcome, lessons: bool, conditions: Vec<Wish> },
    Waive { criterion: Name },
    OpenRound,
    EndHold,
    Extra { condition: u32, after: After, lessons: bool },
    Reopen { phase: Name },
    Meet { condition: u32, act: Meeting },
    Ask { kind: Name, summary: bool, due: Option<Day> },
    Request { body: Name },
    Volunteer { body: Name, verdict: super::bodies::Verdict },
    Consult { number: u32, say: Say },
    Record { person: u8, on: Day, act: Box<Do> },
    Contest { record: u32 },
    Uphold { gate: Name },
    Migrate { to: u8, phase: Option<Name> },
    Change { kind: Name },
    CloseSmall { change: u32 },
    Signal { on: Day },
    Handle { signal: u32 },
    Suspend { party: Name },
    Resume { party: Name },
    Plan { on: Day },
    Check { rollout: u32, party: Name, answers: Vec<(Name, bool)> },
    Start { rollout: u32, on: Day },
    Cancel { rollout: u32 },
    Suppliers { names: Vec<Name> },
    Organisation(OrgDo),
    Duty { duty: Name, on: Day },
    Work { phase: Name, on: Day },
    Allow { until: Day, heard: Vec<Name> },
    EndUse,
}

impl Do {
    /// Whether the driver records it for somebody. What is left out can be recorded too; the model does not tell of it.
    pub fn is_told_of(&self) -> bool {
        let left_out = matches!(self, Self::Consult { say: Say::Confer(_), .. } | Self::Record { .. });
        !left_out && !matches!(self, Self::Request { .. } | Self::Volunteer { .. } | Self::Organisation(_))
    }

    /// Its kind, for counting.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Tell { .. } => "tell",
            Self::ConfirmFact { .. } => "confirm a fact",
            Self::Submit { dates: Dates { signed: Some(_), .. }, .. } => "submit a signed contract",
            Self::Submit { .. } => "submit",
            Self::Review { with, .. } if with.is_empty() => "review",
            Self::Review { .. } => "review with criteria",
            Self::Judge { .. } => "judge",
            Self::Confirm { documents, criteria, .. } if documents.len() + criteria.len() > 1 => "confirm in bulk",
            Self::Confirm { .. } => "confirm",
            Self::Decide { outcome: Outcome::Stop, .. } => "stop",
            Self::Decide { outcome: Outcome::Rework(_), .. } => "rework",
            Self::Decide { outcome: Outcome::Hold(_), .. } => "hold",
            Self::Decide { outcome: Outcome::If, .. } => "conditional go",
            Self::Decide { outcome: Outcome::Go, .. } => "go",
            Self::Waive { .. } => "waive",
            Self::OpenRound => "open a round",
            Self::EndHold => "end a hold",
            Self::Extra { .. } => "extra decision",
            Self::Reopen { .. } => "reopen",
            Self::Meet { act: Meeting::Report, .. } => "report a condition",
            Self::Meet { act: Meeting::Accept, .. } => "accept a condition",
            Self::Meet { act: Meeting::SendBack, .. } => "send a condition back",
            Self::Ask { .. } => "ask a body",
            Self::Request { .. } => "request",
            Self::Volunteer { .. } => "unsolicited advice",
            Self::Consult { say, .. } => say.kind(),
            Self::Record { .. } => "record on behalf",
            Self::Contest { .. } => "contest",
            Self::Uphold { .. } => "uphold",
            Self::Migrate { phase: None, .. } => "migrate",
            Self::Migrate { .. } => "migrate to a phase",
            Self::Change { .. } => "change",
            Self::CloseSmall { .. } => "close a small change",
            Self::Signal { .. } => "signal",
            Self::Handle { .. } => "handle a signal",
            Self::Suspend { .. } => "suspend",
            Self::Resume { .. } => "resume",
            Self::Plan { .. } => "plan a rollout",
            Self::Check { .. } => "check a rollout",
            Self::Start { .. } => "start a rollout",
            Self::Cancel { .. } => "cancel a rollout",
            Self::Suppliers { .. } => "name suppliers",
            Self::Organisation(OrgDo::Submit { .. }) => "submit evidence",
            Self::Organisation(OrgDo::Judge { sufficient: true, .. }) => "find evidence sufficient",
            Self::Organisation(OrgDo::Judge { .. }) => "find evidence insufficient",
            Self::Organisation(OrgDo::Plan { .. }) => "adopt a plan",
            Self::Duty { .. } => "duty",
            Self::Work { .. } => "report work",
            Self::Allow { .. } => "allow emergency use",
            Self::EndUse => "end emergency use",
        }
    }
}

/// One thing in the way of *go*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Block {
    Missing(Name),
    Concept(Name),
    Old(Name),
    Expired(Name),
    Review(Name, Name),
    StaleReview(Name, Name),
    Changes(Name, Name),
    Open(Name, Name),
    Stale(Name, Name),
    NotMet(Name, Name),
    EvidenceExpired(Name, Name),
    /// Of a criterion and party: which evidence of the organisation, and how it stands.
    Gap(Name, Name, Id, Standing),
    Condition(u32),
    Body {
        body: Name,
        number: Option<u32>,
        kind: Option<Name>,
        lacks: Lack,
    },
    Contested(Name, usize),
    ExpiryOpen(Name),
    Change(u32),
    Signal(u32),
    Suspended(Name),
}

/// What a consultation lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    NotAsked,
    Requested,
    Answer,
    Response,
    Overleg,
    Wait(Day),
    Withheld,
    NoConsent,
    Stale,
}
