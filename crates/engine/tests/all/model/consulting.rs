//! What may be done in a consultation, and what it keeps shut (laws 4, 8 and 9).

use super::acts::{Do, Outcome};
use super::bodies::{Choice, Consultation, Event, KINDS, Kind, Right, Say, Step, Verdict, own_term, own_waiting};
use super::world::{Day, Name, working_days};
use super::{Broken, Model};

/// From when to when the council agreed, in writing, that it only wants to be informed of what is no research.
pub const AGREED: std::ops::Range<Day> = 30..110;

impl Model {
    /// Whether its chair is to choose what a new summary does to the term.
    pub(super) fn chooses(&self, number: u32) -> bool {
        self.consultation(number).is_some_and(|known| known.due_before().is_some())
    }

    /// What a body may do here: what the funnel gives it, unless it agreed otherwise (law 8).
    pub(super) fn right(&self, kind: &Kind) -> Right {
        let agreed = kind.body == "council" && AGREED.contains(&self.day) && self.is_no_research();
        if agreed { Right::Information } else { kind.right }
    }

    fn consultation(&self, number: u32) -> Option<&Consultation> {
        self.bodies.all.iter().find(|c| c.number == number && c.step() != Step::Over)
    }

    pub(super) fn body_of(&self, number: u32) -> Option<Name> {
        self.consultation(number).map(|c| c.body)
    }

    /// When it was put before the body.
    pub(super) fn opened_on(&self, number: u32) -> Day {
        self.consultation(number).map_or(0, Consultation::asked_on)
    }

    /// Whether the body spoke again later.
    pub(super) fn said_after(&self, number: u32, moment: usize) -> bool {
        let speaks = |event: &Event| matches!(event, Event::Said(_) | Event::Confirmed);
        self.consultation(number).is_none_or(|c| c.events.iter().any(|(at, _, event)| *at > moment && speaks(event)))
    }

    /// What was entered for the body is contested: it deliberates again.
    pub(super) fn unsay(&mut self, number: u32) {
        if self.consultation(number).is_some_and(|known| known.step() != Step::Asked) {
            self.happens(number, Event::Contested);
        }
    }

    pub(super) fn begun_by_body(&self, number: u32) -> bool {
        self.consultation(number).is_some_and(|c| c.kind.is_none())
    }

    /// How many there were; the number of the newest.
    pub fn consultations(&self) -> u32 {
        u32::try_from(self.bodies.all.len()).unwrap()
    }

    pub(super) fn for_gate(&self, kind: &Kind) -> Option<&Consultation> {
        let same = |c: &&Consultation| c.kind.is_some_and(|k| k.gate == kind.gate && k.name == kind.name);
        self.bodies.all.iter().rev().filter(same).find(|c| c.step() != Step::Over)
    }

    fn kind_now(&self, name: Name) -> Option<&'static Kind> {
        let (gate, _) = self.round()?;
        KINDS.iter().find(|kind| kind.gate == gate && kind.name == name && self.has_kind(kind) && self.holds(kind.when))
    }

    /// Whether what the answer rests on changed since the body saw it (law 4).
    pub(super) fn documents_changed(&self, known: &Consultation) -> bool {
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
            Do::Request { body } => {
                broken.extend((!self.in_room()).then_some(17));
                broken.extend((!self.is_body(body)).then_some(8));
            }
            Do::Volunteer { verdict, body } => {
                broken.extend((!self.is_body(body)).then_some(8));
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
        let term = self.right(kind) == Right::Information || self.term_fits(kind.term, due);
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
                let there = self.latest(document).is_some() && self.is_body(known.body);
                step == Step::Requested && there && self.term_fits(own_term(known.body), due)
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
                let right = self.right(kind);
                let event = match right {
                    Right::Information => Event::Informed,
                    _ => Event::Asked(due.unwrap_or(working_days(day, kind.term))),
                };
                self.bodies.all.push(new(kind.body, right, Some(kind), event));
            }
            Do::Request { body } => self.bodies.all.push(new(body, Right::Advice, None, Event::Requested)),
            Do::Volunteer { body, verdict } => {
                self.bodies.all.push(new(body, Right::Advice, None, Event::Said(*verdict)));
            }
            Do::Consult { number, say } => self.take_say(*number, *say),
            _ => {}
        }
    }

    /// Whether a body is consulted in this version at all.
    fn is_body(&self, body: Name) -> bool {
        KINDS.iter().any(|kind| kind.body == body && self.has_kind(kind))
    }

    /// What no gate of the version asks any more is over.
    pub(super) fn consultations_lapse(&mut self) {
        let gone = |c: &&Consultation| c.step() != Step::Over && c.kind.is_some_and(|kind| !self.has_kind(kind));
        let gone: Vec<u32> = self.bodies.all.iter().filter(gone).map(|c| c.number).collect();
        for number in gone {
            self.happens(number, Event::Over);
        }
    }

    /// Time notes each term that passed, once.
    pub(super) fn terms_pass(&mut self) {
        let late = |c: &&Consultation| c.step() == Step::Asked && self.day > c.due() && !c.passed();
        let late: Vec<u32> = self.bodies.all.iter().filter(late).map(|c| c.number).collect();
        for number in late {
            self.happens(number, Event::Passed);
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
        for number in over {
            self.happens(number, Event::Over);
        }
    }
}
