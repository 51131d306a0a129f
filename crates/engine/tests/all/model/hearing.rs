//! What a consultation lacks before *go*, and what fits where it is (laws 4 and 8).

use super::Model;
use super::acts::{Block, Lack};
use super::bodies::{Choice, Consultation, KINDS, Right, Say, Step, Verdict};
use super::world::Name;
use crate::random::Draw;

impl Model {
    /// Something that fits where a consultation is now.
    pub fn fitting(&self, draw: &mut Draw) -> Option<(u32, Say)> {
        let open: Vec<&Consultation> = self.bodies.all.iter().filter(|known| !known.is_settled()).collect();
        let known = *open.get(usize::try_from(draw.below(open.len().max(1) as u64)).unwrap())?;
        let asked = known.step() == Step::Asked;
        let later = if asked { known.due().max(self.day) + 1 + draw.below(9) } else { 0 };
        let say = match known.step() {
            Step::Requested if draw.chance(70) => Say::Accept { document: draw.of(&["idea", "risks"]), due: None },
            Step::Requested => Say::Decline,
            Step::Asked if known.extension_asked() => draw.of(&[Say::KeepTerm, Say::Extend(later)]),
            Step::Asked if known.due_before().is_some() => Say::Choose(draw.of(&[Choice::Restart, Choice::Keep])),
            Step::Asked if self.day > known.due() && draw.chance(60) => Say::NoAnswer,
            Step::Asked => draw.of(&[Say::Opine, Say::AskExtension(later), Say::Revise { text: true }]),
            Step::Unanswered | Step::Withheld => draw.of(&[Say::Substitute(self.day), Say::Withdraw]),
            Step::Advised => Say::Confer(self.day),
            _ => return None,
        };
        Some((known.number, say))
    }

    pub(super) fn body_blocks(&self, gate: Name) -> Vec<Block> {
        let mut found = Vec::new();
        for kind in KINDS.iter().filter(|kind| kind.gate == gate && self.has_kind(kind) && self.holds(kind.when)) {
            let (body, name) = (kind.body, Some(kind.name));
            match self.for_gate(kind) {
                Some(known) if known.right == Right::Information && self.right(kind) != Right::Information => {
                    found.push(Block::Body { body, number: None, kind: name, lacks: Lack::NotAsked });
                }
                None => found.push(Block::Body { body, number: None, kind: name, lacks: Lack::NotAsked }),
                Some(known) => {
                    let (number, changed) = (Some(known.number), self.documents_changed(known));
                    let lacks = self.lacks(known, changed).into_iter();
                    found.extend(lacks.map(|lacks| Block::Body { body, number, kind: name, lacks }));
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
