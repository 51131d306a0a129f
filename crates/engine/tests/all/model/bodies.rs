//! Silence is not consent, and the council deliberates in private (laws 8 and 9).

pub use super::kinds::{KINDS, Kind};
pub(super) use super::kinds::{own_term, own_waiting};
use super::world::{Day, Name};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    Information,
    Advice,
    Consent,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Positive,
    Points,
    Negative,
    Given,
    Withheld,
}

/// What somebody does with a consultation that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Say {
    Accept { document: Name, due: Option<Day> },
    Decline,
    Opine,
    Establish(Verdict),
    AskExtension(Day),
    Extend(Day),
    KeepTerm,
    Revise { text: bool },
    Choose(Choice),
    NoAnswer,
    Confer(Day),
    Respond { followed: bool },
    Withdraw,
    Substitute(Day),
    Confirm,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    Restart,
    Keep,
    Until(Day),
}

pub enum Speaker {
    Provider,
    Chair,
    Member,
    MemberOrCoach,
}

impl Say {
    pub fn kind(self) -> &'static str {
        match self {
            Self::Accept { .. } => "accept a request",
            Self::Decline => "decline a request",
            Self::Opine => "opine",
            Self::Establish(_) => "establish",
            Self::AskExtension(_) => "ask an extension",
            Self::Extend(_) => "extend",
            Self::KeepTerm => "keep a term",
            Self::Revise { .. } => "revise a summary",
            Self::Choose(_) => "choose a term",
            Self::NoAnswer => "no answer",
            Self::Confer(_) => "confer",
            Self::Respond { .. } => "respond",
            Self::Withdraw => "withdraw",
            Self::Substitute(_) => "substitute",
            Self::Confirm => "confirm advice",
        }
    }

    pub fn speaker(self, begun_by_body: bool) -> Speaker {
        match self {
            Self::Withdraw if begun_by_body => Speaker::Chair,
            Self::Establish(_) | Self::Choose(_) | Self::Confirm => Speaker::Chair,
            Self::Opine => Speaker::Member,
            Self::AskExtension(_) => Speaker::MemberOrCoach,
            _ => Speaker::Provider,
        }
    }
}

/// Something that happened in a consultation, with when.
#[derive(Clone, Copy)]
pub enum Event {
    /// It was put before the body, with its term, and what it was shown.
    Asked(Day),
    Requested,
    Informed,
    Said(Verdict),
    ExtensionAsked,
    Extended(Day),
    Kept,
    Revised(Day),
    Chosen(Day),
    NoAnswer,
    Conferred,
    Responded(Option<Day>),
    Substituted,
    Confirmed,
    Contested,
    /// Time noted that its term passed.
    Passed,
    Over,
}

pub struct Consultation {
    pub(super) number: u32,
    pub(super) body: Name,
    pub(super) right: Right,
    /// The gate and the kind that called for it; a body began it itself where there is none.
    pub(super) kind: Option<&'static Kind>,
    pub(super) term: Day,
    pub(super) waiting: Day,
    /// Of what a body asked itself, the document that it was shown.
    pub(super) shown: Option<Name>,
    pub(super) events: Vec<(usize, Day, Event)>,
}

/// Where a consultation stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Requested,
    Asked,
    Unanswered,
    Withheld,
    Advised,
    Informed,
    /// Settled, with whether it was answered (or was not within its term), and until when to wait.
    Settled {
        answered: bool,
        wait: Option<Day>,
    },
    Over,
}

impl Consultation {
    pub(super) fn step(&self) -> Step {
        let mut step = Step::Requested;
        let mut questioned = false;
        for (_, _, event) in &self.events {
            step = match event {
                Event::Requested => Step::Requested,
                Event::Asked(_) | Event::Contested => Step::Asked,
                Event::Informed => Step::Informed,
                Event::Said(Verdict::Withheld) => Step::Withheld,
                Event::Said(Verdict::Given) | Event::Substituted => Step::Settled { answered: true, wait: None },
                Event::Said(Verdict::Positive) if questioned => Step::Settled { answered: true, wait: None },
                Event::Said(_) => Step::Advised,
                Event::NoAnswer if self.right == Right::Consent => Step::Unanswered,
                Event::NoAnswer => Step::Settled { answered: false, wait: None },
                Event::Responded(wait) => Step::Settled { answered: true, wait: *wait },
                Event::Over => Step::Over,
                _ => step,
            };
            questioned |= matches!(event, Event::Requested | Event::Asked(_));
        }
        step
    }

    pub(super) fn is_settled(&self) -> bool {
        matches!(self.step(), Step::Settled { .. } | Step::Informed | Step::Over)
    }

    pub(super) fn last(&self, like: impl Fn(&Event) -> bool) -> Option<(usize, Day, Event)> {
        self.events.iter().rev().find(|(_, _, event)| like(event)).copied()
    }

    pub(super) fn due(&self) -> Day {
        let due = |(_, _, event): &(usize, Day, Event)| match event {
            Event::Asked(day) | Event::Extended(day) | Event::Revised(day) | Event::Chosen(day) => Some(*day),
            _ => None,
        };
        self.events.iter().rev().find_map(due).unwrap()
    }

    /// The end of the term before a new summary, until the chair chooses.
    pub(super) fn due_before(&self) -> Option<Day> {
        let mut before = None;
        let mut due = 0;
        for (_, _, event) in &self.events {
            match event {
                Event::Revised(day) => {
                    before = before.or(Some(due));
                    due = *day;
                }
                Event::Asked(day) | Event::Extended(day) => due = *day,
                Event::Chosen(day) => {
                    before = None;
                    due = *day;
                }
                Event::Said(_) => before = None,
                _ => {}
            }
        }
        before
    }

    pub(super) fn extension_asked(&self) -> bool {
        let about = |e: &Event| {
            matches!(e, Event::ExtensionAsked | Event::Extended(_) | Event::Kept | Event::Said(_) | Event::Asked(_))
        };
        matches!(self.last(about), Some((_, _, Event::ExtensionAsked)))
    }

    /// Whether time noted that the term passed, and no longer one was given since.
    pub(super) fn passed(&self) -> bool {
        let mut passed = false;
        for (_, day, event) in &self.events {
            match event {
                Event::Passed => passed = true,
                Event::Extended(due) | Event::Revised(due) | Event::Chosen(due) => passed &= due < day,
                _ => {}
            }
        }
        passed
    }

    pub(super) fn advised_on(&self) -> (usize, Day, Verdict) {
        match self.last(|e| matches!(e, Event::Said(_))) {
            Some((at, day, Event::Said(verdict))) => (at, day, verdict),
            _ => unreachable!(),
        }
    }

    pub(super) fn conferred(&self) -> bool {
        let (said, ..) = self.advised_on();
        self.events.iter().any(|(at, _, event)| *at > said && matches!(event, Event::Conferred))
    }

    /// When the body last saw its documents.
    pub(super) fn shown_at(&self) -> usize {
        let shows = |e: &Event| {
            matches!(e, Event::Asked(_) | Event::Informed | Event::Revised(_) | Event::Confirmed | Event::Requested)
        };
        self.last(shows).map_or(0, |(at, ..)| at)
    }

    pub(super) fn asked_on(&self) -> Day {
        let begins = |e: &Event| matches!(e, Event::Asked(_) | Event::Informed | Event::Requested | Event::Said(_));
        self.last(|e| matches!(e, Event::Asked(_))).or(self.last(begins)).map_or(0, |(_, day, _)| day)
    }

    pub(super) fn documents(&self) -> Vec<(Name, Option<Name>)> {
        match self.kind {
            Some(kind) => kind.on.to_vec(),
            None => self.shown.iter().map(|document| (*document, None)).collect(),
        }
    }
}

/// Every consultation of a project.
#[derive(Default)]
pub struct Bodies {
    pub(super) all: Vec<Consultation>,
}
