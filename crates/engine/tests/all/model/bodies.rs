//! Silence is not consent, and the council deliberates in private (laws 8 and 9).

use super::acts::{Block, Do, Lack, Outcome};
use super::world::{Day, Name, When, working_days};
use super::{Broken, Model};

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

pub struct Kind {
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

/// Something that happened in a consultation, with when.
#[derive(Clone, Copy)]
enum Event {
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
    Over,
}

struct Consultation {
    number: u32,
    body: Name,
    right: Right,
    /// The gate and the kind that called for it; a body began it itself where there is none.
    kind: Option<&'static Kind>,
    term: Day,
    waiting: Day,
    /// Of what a body asked itself, the document that it was shown.
    shown: Option<Name>,
    events: Vec<(usize, Day, Event)>,
}

/// Where a consultation stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
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
    fn step(&self) -> Step {
        let mut step = Step::Requested;
        let mut questioned = false;
        for (_, _, event) in &self.events {
            step = match event {
                Event::Requested => Step::Requested,
                Event::Asked(_) => Step::Asked,
                Event::Informed => Step::Informed,
                Event::Said(Verdict::Withheld) => Step::Withheld,
                Event::Said(Verdict::Given) => Step::Settled { answered: true, wait: None },
                Event::Said(Verdict::Positive) if questioned => Step::Settled { answered: true, wait: None },
                Event::Said(_) => Step::Advised,
                Event::NoAnswer if self.right == Right::Consent => Step::Unanswered,
                Event::NoAnswer => Step::Settled { answered: false, wait: None },
                Event::Responded(wait) => Step::Settled { answered: true, wait: *wait },
                Event::Substituted => Step::Settled { answered: true, wait: None },
                Event::Over => Step::Over,
                _ => step,
            };
            questioned |= matches!(event, Event::Requested | Event::Asked(_));
        }
        step
    }

    fn is_settled(&self) -> bool {
        matches!(self.step(), Step::Settled { .. } | Step::Informed | Step::Over)
    }

    fn last(&self, like: impl Fn(&Event) -> bool) -> Option<(usize, Day, Event)> {
        self.events.iter().rev().find(|(_, _, event)| like(event)).copied()
    }

    fn due(&self) -> Day {
        let due = |(_, _, event): &(usize, Day, Event)| match event {
            Event::Asked(day) | Event::Extended(day) | Event::Revised(day) | Event::Chosen(day) => Some(*day),
            _ => None,
        };
        self.events.iter().rev().find_map(due).unwrap()
    }

    /// The end of the term before a new summary, until the chair chooses.
    fn due_before(&self) -> Option<Day> {
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

    fn extension_asked(&self) -> bool {
        let about = |e: &Event| {
            matches!(e, Event::ExtensionAsked | Event::Extended(_) | Event::Kept | Event::Said(_) | Event::Asked(_))
        };
        matches!(self.last(about), Some((_, _, Event::ExtensionAsked)))
    }

    fn advised_on(&self) -> (usize, Day, Verdict) {
        match self.last(|e| matches!(e, Event::Said(_))) {
            Some((at, day, Event::Said(verdict))) => (at, day, verdict),
            _ => unreachable!(),
        }
    }

    fn conferred(&self) -> bool {
        let (said, ..) = self.advised_on();
        self.events.iter().any(|(at, _, event)| *at > said && matches!(event, Event::Conferred))
    }

    /// When the body last saw its documents.
    fn shown_at(&self) -> usize {
        let shows = |e: &Event| {
            matches!(e, Event::Asked(_) | Event::Informed | Event::Revised(_) | Event::Confirmed | Event::Requested)
        };
        self.last(shows).map_or(0, |(at, ..)| at)
    }

    fn asked_on(&self) -> Day {
        let begins = |e: &Event| matches!(e, Event::Asked(_) | Event::Informed | Event::Requested | Event::Said(_));
        self.last(|e| matches!(e, Event::Asked(_))).or(self.last(begins)).map_or(0, |(_, day, _)| day)
    }

    fn documents(&self) -> Vec<(Name, Option<Name>)> {
        match self.kind {
            Some(kind) => kind.on.to_vec(),
            None => self.shown.iter().map(|document| (*document, None)).collect(),
        }
    }
}

/// Every consultation of a project.
#[derive(Default)]
pub struct Bodies {
    all: Vec<Consultation>,
}

impl Model {
    fn consultation(&self, number: u32) -> Option<&Consultation> {
        self.bodies.all.iter().find(|c| c.number == number && c.step() != Step::Over)
    }

    pub(super) fn body_of(&self, number: u32) -> Option<Name> {
        self.consultation(number).map(|c| c.body)
    }

    pub(super) fn begun_by_body(&self, number: u32) -> bool {
        self.consultation(number).is_some_and(|c| c.kind.is_none())
    }

    /// How many there were; the number of the newest.
    pub fn consultations(&self) -> u32 {
        u32::try_from(self.bodies.all.len()).unwrap()
    }

    fn for_gate(&self, kind: &Kind) -> Option<&Consultation> {
        let same = |c: &&Consultation| c.kind.is_some_and(|k| k.gate == kind.gate && k.name == kind.name);
        self.bodies.all.iter().rev().filter(same).find(|c| c.step() != Step::Over)
    }

    fn kind_now(&self, name: Name) -> Option<&'static Kind> {
        let (gate, _) = self.round()?;
        KINDS.iter().find(|kind| kind.gate == gate && kind.name == name && self.holds(kind.when))
    }

    /// Whether what the answer rests on changed since the body saw it (law 4).
    fn documents_changed(&self, known: &Consultation) -> bool {
        known.documents().iter().any(|on| self.changed_after(*on, known.shown_at()))
    }

    /// Whether the body would be shown the very same.
    fn shows_the_same(&self, known: &Consultation) -> bool {
        known.documents().iter().all(|(document, _)| !self.changed_after((document, None), known.shown_at()))
    }

    fn in_room(&self) -> bool {
        self.bodies.all.iter().filter(|c| !c.is_settled()).count() < 20
    }

    fn term_fits(&self, days: Day, due: Option<Day>) -> bool {
        due.is_none_or(|due| due >= working_days(self.day, days) && due <= self.day + 400)
    }

    pub(super) fn breaks_consulting(&self, act: &Do) -> Broken {
        let mut broken = Broken::new();
        match act {
            Do::Ask { kind, summary, due } => return self.breaks_asking(kind, *summary, *due),
            Do::Request { .. } if !self.in_room() => broken.extend([17]),
            Do::Volunteer { verdict, .. } => {
                if !self.in_room() {
                    broken.insert(17);
                }
                if matches!(verdict, Verdict::Given | Verdict::Withheld) {
                    broken.insert(8);
                }
            }
            Do::Consult { number, say } => match self.consultation(*number) {
                None => broken.extend([8]),
                Some(known) => return self.breaks_say(known, *say),
            },
            _ => {}
        }
        broken
    }

    fn breaks_asking(&self, name: Name, summary: bool, due: Option<Day>) -> Broken {
        let wrong = || Broken::from([8]);
        let Some(kind) = self.kind_now(name) else { return wrong() };
        let mut broken = Broken::new();
        let earlier = self.for_gate(kind);
        let stands = earlier.is_some_and(|known| match known.step() {
            Step::Withheld | Step::Unanswered | Step::Informed => false,
            Step::Settled { .. } => !self.documents_changed(known),
            _ => true,
        });
        let missing = kind.on.iter().any(|(document, _)| self.latest(document).is_none());
        let unchanged = earlier.is_some_and(|known| known.step() == Step::Withheld && self.shows_the_same(known));
        let term = kind.right == Right::Information || self.term_fits(kind.term, due);
        if stands || missing || unchanged || !summary || !term {
            broken.insert(8);
        }
        if earlier.is_none() && !self.in_room() {
            broken.insert(17);
        }
        broken
    }

    fn breaks_say(&self, known: &Consultation, say: Say) -> Broken {
        let step = known.step();
        let asked = step == Step::Asked;
        let longer = |until: Day| asked && until > known.due() && until > self.day && until <= self.day + 400;
        let mut broken = Broken::new();
        let may = match say {
            Say::Accept { document, due } => {
                step == Step::Requested && self.latest(document).is_some() && self.term_fits(own_term(known.body), due)
            }
            Say::Decline => step == Step::Requested,
            Say::Opine => asked,
            Say::Establish(verdict) => {
                let consent = matches!(verdict, Verdict::Given | Verdict::Withheld);
                (asked || step == Step::Unanswered) && consent == (known.right == Right::Consent)
            }
            Say::AskExtension(until) | Say::Extend(until) => longer(until),
            Say::KeepTerm => asked && known.extension_asked(),
            Say::Revise { text } => asked && (text || !self.shows_the_same(known)),
            Say::Choose(choice) => {
                asked
                    && known.due_before().is_some_and(|before| match choice {
                        Choice::Until(until) => until > before && until <= known.due(),
                        _ => true,
                    })
            }
            Say::NoAnswer => asked && self.day > known.due(),
            Say::Confer(on) => {
                if step == Step::Advised && !(known.advised_on().1..=self.day).contains(&on) {
                    broken.insert(14);
                }
                step == Step::Advised
            }
            Say::Respond { followed } => step == Step::Advised && (followed || known.conferred()),
            Say::Withdraw => !known.is_settled(),
            Say::Substitute(on) => {
                let waits = matches!(step, Step::Withheld | Step::Unanswered);
                if waits && !(known.asked_on()..=self.day).contains(&on) {
                    broken.insert(14);
                }
                waits
            }
            Say::Confirm => matches!(step, Step::Settled { answered: true, .. }) && self.documents_changed(known),
        };
        if !may {
            broken.insert(8);
        }
        broken
    }

    pub(super) fn take_consulting(&mut self, act: &Do) {
        let (at, day, number) = (self.clock, self.day, self.consultations() + 1);
        let new = |body, right, kind: Option<&'static Kind>, event| Consultation {
            number,
            body,
            right,
            kind,
            term: kind.map_or(own_term(body), |kind| kind.term),
            waiting: kind.map_or(own_waiting(body), |kind| kind.waiting),
            shown: None,
            events: vec![(at, day, event)],
        };
        match act {
            Do::Ask { kind, due, .. } => {
                let kind = self.kind_now(kind).unwrap();
                if let Some(earlier) = self.for_gate(kind).map(|known| known.number) {
                    self.happens(earlier, Event::Over);
                }
                let event = match kind.right {
                    Right::Information => Event::Informed,
                    _ => Event::Asked(due.unwrap_or(working_days(day, kind.term))),
                };
                self.bodies.all.push(new(kind.body, kind.right, Some(kind), event));
            }
            Do::Request { body } => self.bodies.all.push(new(body, Right::Advice, None, Event::Requested)),
            Do::Volunteer { body, verdict } => {
                self.bodies.all.push(new(body, Right::Advice, None, Event::Said(*verdict)));
            }
            Do::Consult { number, say } => self.take_say(*number, *say),
            _ => {}
        }
    }

    fn happens(&mut self, number: u32, event: Event) {
        let (at, day) = (self.clock, self.day);
        let known = self.bodies.all.iter_mut().find(|c| c.number == number).unwrap();
        known.events.push((at, day, event));
    }

    fn take_say(&mut self, number: u32, say: Say) {
        let day = self.day;
        let known = self.consultation(number).unwrap();
        let event = match say {
            Say::Accept { document, due } => {
                let due = due.unwrap_or(working_days(day, known.term));
                self.bodies.all.iter_mut().find(|c| c.number == number).unwrap().shown = Some(document);
                Event::Asked(due)
            }
            Say::Decline | Say::Withdraw => Event::Over,
            Say::Opine => return,
            Say::Establish(verdict) => Event::Said(verdict),
            Say::AskExtension(_) => Event::ExtensionAsked,
            Say::Extend(until) => Event::Extended(until),
            Say::KeepTerm => Event::Kept,
            Say::Revise { .. } => Event::Revised(working_days(day, known.term).max(known.due())),
            Say::Choose(Choice::Restart) => Event::Chosen(known.due()),
            Say::Choose(Choice::Keep) => Event::Chosen(known.due_before().unwrap()),
            Say::Choose(Choice::Until(until)) => Event::Chosen(until),
            Say::NoAnswer => Event::NoAnswer,
            Say::Confer(_) => Event::Conferred,
            Say::Respond { followed } => Event::Responded((!followed && known.waiting > 0).then_some(day + known.waiting)),
            Say::Substitute(_) => Event::Substituted,
            Say::Confirm => Event::Confirmed,
        };
        self.happens(number, event);
    }

    /// What was settled for a gate is over once it was decided, unless the same is asked again.
    pub(super) fn decided_in_bodies(&mut self, gate: Name, outcome: &Outcome) {
        if matches!(outcome, Outcome::Rework(_)) {
            return;
        }
        let over = |c: &&Consultation| match c.kind {
            Some(kind) => kind.gate == gate,
            None => c.is_settled(),
        };
        let over: Vec<u32> = self.bodies.all.iter().filter(over).map(|c| c.number).collect();
        over.into_iter().for_each(|number| self.happens(number, Event::Over));
    }

    pub(super) fn body_blocks(&self, gate: Name) -> Vec<Block> {
        let mut found = Vec::new();
        for kind in KINDS.iter().filter(|kind| kind.gate == gate && self.holds(kind.when)) {
            let (body, name) = (kind.body, Some(kind.name));
            match self.for_gate(kind) {
                None => found.push(Block::Body { body, number: None, kind: name, lacks: Lack::NotAsked }),
                Some(known) => {
                    found.extend(self.lacks(known, self.documents_changed(known)).into_iter().map(|lacks| Block::Body {
                        body,
                        number: Some(known.number),
                        kind: name,
                        lacks,
                    }))
                }
            }
        }
        for known in self.bodies.all.iter().filter(|c| c.kind.is_none() && c.step() != Step::Over) {
            let (body, number) = (known.body, Some(known.number));
            let lacks = self.lacks(known, false);
            found.extend(lacks.into_iter().map(|lacks| Block::Body { body, number, kind: None, lacks }));
        }
        found
    }

    fn lacks(&self, known: &Consultation, changed: bool) -> Vec<Lack> {
        match known.step() {
            Step::Requested => vec![Lack::Requested],
            Step::Asked => vec![Lack::Answer],
            Step::Unanswered => vec![Lack::NoConsent],
            Step::Withheld => vec![Lack::Withheld],
            Step::Advised => {
                let overleg = known.advised_on().2 == Verdict::Negative && !known.conferred();
                overleg.then_some(Lack::Overleg).into_iter().chain([Lack::Response]).collect()
            }
            Step::Informed | Step::Over => Vec::new(),
            Step::Settled { wait, .. } => {
                let wait = wait.filter(|until| self.day < *until).map(Lack::Wait);
                changed.then_some(Lack::Stale).into_iter().chain(wait).collect()
            }
        }
    }
}

/// A body that begins something itself has its longest term.
fn own_term(body: Name) -> Day {
    KINDS.iter().filter(|kind| kind.body == body).map(|kind| kind.term).max().unwrap_or(0)
}

fn own_waiting(body: Name) -> Day {
    KINDS.iter().filter(|kind| kind.body == body).map(|kind| kind.waiting).max().unwrap_or(0)
}
