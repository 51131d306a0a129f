//! What waits for whom at this moment, and until when: looked up in what happened, never kept.

use std::collections::{BTreeMap, BTreeSet};

use super::acts::{Block, Demand};
use super::answers::{confirmed_by, heavier};
use super::in_use::{self, CHECKS, HANDLED_BY};
use super::world::{self, DOCUMENTS, Day, LEAD, Name, REVIEW_TERM, document, gate, working_days};
use super::{Life, Model};

/// What is asked of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Todo {
    Answer(Name),
    ConfirmFact(Name),
    Write(Name),
    Renew(Name),
    Review(Name, Name),
    Judge(Name, Name),
    Decide(Name),
    Uphold(Name),
    Extra(u32),
    Meet(u32),
    Accept(u32),
    Ask(Name),
    Body(OfBody, u32),
    Duty(Name),
    Handle(u32),
    Check(u32, Name),
    Start(u32),
}

/// What is asked in a consultation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OfBody {
    Advise,
    Choose,
    Confirm,
    Request,
    Extend,
    Revise,
    NoAnswer,
    Confer,
    Respond,
}

impl Todo {
    /// A body is reminded and never late (law 16); what runs out is told as such.
    pub fn can_be_late(self) -> bool {
        !matches!(self, Self::Renew(_) | Self::Body(OfBody::Advise | OfBody::Choose | OfBody::Confirm, _))
    }
}

/// Something that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// A person, or a party.
    pub whom: Result<u8, Name>,
    /// Everybody who can do it now.
    pub by: BTreeSet<u8>,
    /// Whether an earlier answer can be confirmed.
    pub again: bool,
    /// Until when: one of these, where several causes ask the same outside a round.
    pub due: BTreeSet<Day>,
    of_cause: bool,
}

pub type List = BTreeMap<Todo, Waiting>;

pub(super) fn writer(name: Name) -> Result<u8, Name> {
    document(name).written_by.map_or(Ok(LEAD), Err)
}

pub(super) fn add(list: &mut List, todo: Todo, whom: Result<u8, Name>, due: Day, again: bool) {
    list.entry(todo).or_insert(Waiting { whom, by: BTreeSet::new(), again, due: BTreeSet::from([due]), of_cause: false });
}

fn add_of_cause(list: &mut List, todo: Todo, whom: Result<u8, Name>, due: Day, again: bool) {
    let new = || Waiting { whom, by: BTreeSet::new(), again, due: BTreeSet::new(), of_cause: true };
    let known = list.entry(todo).or_insert_with(new);
    if known.of_cause {
        known.due.insert(due);
    }
}

impl Model {
    /// Everything that waits for somebody now.
    pub fn waiting(&self) -> List {
        let mut list = List::new();
        if self.held_until.is_none() && self.open {
            self.waits_at_gate(&mut list);
        }
        self.waits_of_debts(&mut list);
        if self.life == Life::Active {
            self.waits_of_bodies(&mut list);
            self.waits_for_renewal(&mut list);
            self.waits_of_causes(&mut list);
            self.waits_in_use(&mut list);
        }
        for number in self.extras() {
            let by = self.gate_of(self.phase()).decided_by;
            add(&mut list, Todo::Extra(number), Err(by), working_days(self.called_on(number), world::EXTRA_TERM), false);
        }
        for debt in self.open_debts() {
            let (number, due) = (debt.number, self.due_of(debt.number));
            match self.reported(number) {
                None => add(&mut list, Todo::Meet(number), debt.owner, due, false),
                Some(_) => add(&mut list, Todo::Accept(number), Err(debt.accepted_by), due, false),
            }
        }
        for (number, due) in self.signals_due() {
            add(&mut list, Todo::Handle(number), Err(HANDLED_BY), due, false);
        }
        for (todo, waiting) in &mut list {
            waiting.by = self.who_can(*todo, waiting.whom);
        }
        list
    }

    fn waits_at_gate(&self, list: &mut List) {
        let Some((name, _)) = self.round() else { return };
        let due = self.round_due;
        for fact in ["impact", "personal", "research"] {
            match (self.told_value(fact), confirmed_by(fact)) {
                (None, _) => add(list, Todo::Answer(fact), Ok(LEAD), due, false),
                (Some(told), Some(by)) if told != heavier(fact) && !self.confirmed(fact) && self.involved(by) => {
                    add(list, Todo::ConfirmFact(fact), Err(by), due, false);
                }
                _ => {}
            }
        }
        for needs in gate(name).needs.iter().filter(|needs| self.holds(needs.when)) {
            self.waits_for_document(list, needs.document, &self.document_blocks(needs));
        }
        for (criterion, _) in self.asked_at(name).filter(|(c, _)| self.holds(c.when)) {
            if criterion.legal || !self.is_waived(criterion.name, name) {
                for party in criterion.parties {
                    // What is missing in the organisation nobody of the project can mend.
                    let gap = self.asked_now(criterion.name, party).is_some_and(|now| self.rests_on_gap(&now));
                    if !gap {
                        self.waits_for_answer(list, self.criterion_block(criterion, party));
                    }
                }
            }
        }
        for block in self.contested_blocks(name) {
            if let Block::Contested(of, _) = block {
                add(list, Todo::Uphold(of), Err(gate(of).decided_by), due, false);
            }
        }
        if self.blocks().is_empty() {
            add(list, Todo::Decide(name), Err(gate(name).decided_by), due, false);
        }
    }

    fn waits_for_document(&self, list: &mut List, name: Name, blocks: &[Block]) {
        let due = self.round_due;
        let adjust = blocks.iter().any(|block| matches!(block, Block::Changes(..)));
        for block in blocks {
            match *block {
                Block::Expired(_) => add(list, Todo::Renew(name), writer(name), due, false),
                Block::Review(_, party) | Block::StaleReview(_, party) if !adjust => {
                    let review = self.review_due(name);
                    add(list, Todo::Review(name, party), Err(party), review, self.approved_before(*block));
                }
                _ => add(list, Todo::Write(name), writer(name), due, false),
            }
        }
    }

    fn review_due(&self, name: Name) -> Day {
        working_days(self.latest(name).map_or(0, |sent| sent.day), REVIEW_TERM)
    }

    fn approved_before(&self, block: Block) -> bool {
        let Block::StaleReview(name, party) = block else { return false };
        self.last_review(name, party).is_some_and(|review| review.approve)
    }

    fn waits_for_answer(&self, list: &mut List, block: Option<Block>) {
        let due = self.round_due;
        match block {
            Some(Block::Open(name, party)) => {
                let there = |now: super::judging::AskedNow| now.asked.on.iter().all(|(d, _)| self.latest(d).is_some());
                if self.asked_now(name, party).is_some_and(there) {
                    add(list, Todo::Judge(name, party), Err(party), due, false);
                }
            }
            Some(Block::Stale(name, party)) => add(list, Todo::Judge(name, party), Err(party), due, true),
            Some(Block::NotMet(name, party)) => {
                let on = self.asked_now(name, party).map_or(&[][..], |now| now.asked.on);
                for (name, _) in on {
                    add(list, Todo::Write(name), writer(name), due, false);
                }
                if on.is_empty() {
                    add(list, Todo::Judge(name, party), Err(party), due, false);
                }
            }
            Some(Block::EvidenceExpired(name, party)) => {
                let on = self.asked_now(name, party).map_or(&[][..], |now| now.asked.on);
                for (name, _) in on.iter().filter(|(name, _)| self.is_expired(name)) {
                    add(list, Todo::Renew(name), writer(name), due, false);
                }
            }
            _ => {}
        }
    }

    /// A document that a decision let come later is reviewed for the condition, whether a gate asks for it or not.
    fn waits_of_debts(&self, list: &mut List) {
        for debt in self.open_debts() {
            let Demand::Document(name, complete) = debt.demand else { continue };
            let there = self.latest(name).is_some_and(|sent| sent.complete || !complete) && !self.is_expired(name);
            let blocks: Vec<Block> = self.reviewers(name).filter_map(|by| self.review_block(name, by)).collect();
            if !there || blocks.iter().any(|block| matches!(block, Block::Changes(..))) {
                continue;
            }
            for block in blocks {
                if let Block::Review(_, party) | Block::StaleReview(_, party) = block
                    && self.involved(party)
                {
                    let due = self.review_due(name);
                    add_of_cause(list, Todo::Review(name, party), Err(party), due, self.approved_before(block));
                }
            }
        }
    }

    /// Who heard that a document runs out, or ran out, renews it.
    fn waits_for_renewal(&self, list: &mut List) {
        for known in &DOCUMENTS {
            let (now, (ahead, over)) = (Some(self.revisions(known.name)), self.heard(known.name));
            if let Some(until) = self.latest(known.name).and_then(|sent| sent.until)
                && (now == ahead || now == over)
            {
                add_of_cause(list, Todo::Renew(known.name), writer(known.name), until, false);
            }
        }
    }

    /// What changes, signals and documents that ran out ask again (law 12).
    fn waits_of_causes(&self, list: &mut List) {
        for asks in self.open_causes() {
            let due = asks.due;
            for name in &asks.named {
                if self.is_expired(name) {
                    add_of_cause(list, Todo::Renew(name), writer(name), due, false);
                    continue;
                }
                let blocks: Vec<Block> = self.reviewers(name).filter_map(|by| self.review_block(name, by)).collect();
                let adjust = blocks.iter().any(|block| matches!(block, Block::Changes(..)));
                for block in blocks {
                    match block {
                        Block::Review(_, party) | Block::StaleReview(_, party) if !adjust => {
                            let (due, again) = (due.max(self.review_due(name)), self.approved_before(block));
                            add_of_cause(list, Todo::Review(name, party), Err(party), due, again);
                        }
                        _ => add_of_cause(list, Todo::Write(name), writer(name), due, false),
                    }
                }
            }
            let asked = asks.criteria.iter().filter(|(name, ..)| self.holds(world::criterion(name).when));
            // What is missing in the organisation nobody of the project can mend, here as at a gate.
            let gap = |name, party| self.asked_now(name, party).is_some_and(|now| self.rests_on_gap(&now));
            for (name, party, ..) in asked.filter(|(name, party, ..)| !gap(name, party)) {
                match self.criterion_block(world::criterion(name), party) {
                    Some(Block::EvidenceExpired(..)) | None => {}
                    Some(block) => {
                        let again = matches!(block, Block::Stale(..));
                        add_of_cause(list, Todo::Judge(name, party), Err(party), due, again);
                    }
                }
            }
        }
    }

    fn waits_in_use(&self, list: &mut List) {
        for (name, due) in self.duties() {
            let (_, by, ..) = in_use::duty(name);
            add(list, Todo::Duty(name), Err(by), due, false);
        }
        for rollout in self.planned_rollouts().into_iter().filter(|_| self.starts()) {
            let on = self.rollout_on(rollout);
            for (_, party) in CHECKS.iter().filter(|(check, _)| !self.answered_yes(rollout, check)) {
                add(list, Todo::Check(rollout, party), Err(party), on, false);
            }
            if self.checked(rollout) {
                add(list, Todo::Start(rollout), Ok(LEAD), on, false);
            }
        }
    }
}
