//! What waits for whom in consultations (law 8).

use super::Model;
use super::bodies::{Consultation, KINDS, Right, Step, Verdict};
use super::tasks::{List, OfBody, Todo, add};
use super::world::{LEAD, OWN_TIME, working_days};

impl Model {
    /// Law 8: a body's question is never put aside, also not while the gate is on hold or between two rounds.
    pub(super) fn waits_of_bodies(&self, list: &mut List) {
        let open = self.round().map(|(gate, _)| gate);
        for kind in KINDS.iter().filter(|kind| Some(kind.gate) == open && self.has_kind(kind) && self.holds(kind.when)) {
            let ask = |list: &mut List| add(list, Todo::Ask(kind.name), Ok(LEAD), self.round_due, false);
            let asks = self.right(kind) != Right::Information;
            match self.for_gate(kind).filter(|known| !(asks && known.right == Right::Information)) {
                None => ask(list),
                Some(known) => match known.step() {
                    Step::Unanswered | Step::Withheld => ask(list),
                    Step::Settled { answered: false, .. } if self.documents_changed(known) => ask(list),
                    Step::Settled { .. } if self.documents_changed(known) => {
                        add(list, Todo::Body(OfBody::Confirm, known.number), Err(known.body), known.due(), false);
                    }
                    _ => self.waits_of_body(list, known),
                },
            }
        }
        for known in self.bodies.all.iter().filter(|known| known.kind.is_none()) {
            self.waits_of_body(list, known);
        }
    }

    fn waits_of_body(&self, list: &mut List, known: &Consultation) {
        let (number, body) = (known.number, Err(known.body));
        let mine = if self.open { self.round_due } else { working_days(known.asked_on(), OWN_TIME) };
        let mut lead = |what| add(list, Todo::Body(what, number), Ok(LEAD), mine, false);
        match known.step() {
            Step::Requested => lead(OfBody::Request),
            Step::Advised => {
                if known.advised_on().2 == Verdict::Negative && !known.conferred() {
                    lead(OfBody::Confer);
                }
                lead(OfBody::Respond);
            }
            Step::Asked => {
                if known.extension_asked() {
                    lead(OfBody::Extend);
                }
                if self.documents_changed(known) {
                    lead(OfBody::Revise);
                }
                if known.passed() {
                    lead(OfBody::NoAnswer);
                }
                add(list, Todo::Body(OfBody::Advise, number), body, known.due(), false);
                if known.due_before().is_some() {
                    add(list, Todo::Body(OfBody::Choose, number), body, known.due(), false);
                }
            }
            _ => {}
        }
    }
}
