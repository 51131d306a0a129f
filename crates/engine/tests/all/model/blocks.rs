//! Everything in the way of *go* at the open gate (law 2), by searching what happened.

use std::collections::BTreeSet;

use super::Model;
use super::acts::{Answer, Block};
use super::world::{Criterion, Name, Needs, gate};

impl Model {
    /// Every point in the way of *go*. Found once for each moment: several questions need it.
    pub fn blocks(&self) -> BTreeSet<Block> {
        let now = (self.clock, self.day);
        if let Some((at, found)) = &*self.found.borrow()
            && *at == now
        {
            return found.clone();
        }
        let found = self.search_blocks();
        self.found.replace(Some((now, found.clone())));
        found
    }

    fn search_blocks(&self) -> BTreeSet<Block> {
        let Some((name, _)) = self.round() else { return BTreeSet::new() };
        let mut found = BTreeSet::new();
        for needs in gate(name).needs.iter().filter(|needs| self.holds(needs.when)) {
            found.extend(self.document_blocks(needs));
        }
        for (criterion, _) in self.asked_at(name).filter(|(c, _)| c.blocking && self.holds(c.when)) {
            if self.is_waived(criterion.name, name) && !criterion.legal {
                continue;
            }
            found.extend(criterion.parties.iter().flat_map(|party| self.blocks_of(criterion, party)));
        }
        found.extend(self.open_debts().filter(|debt| debt.blocks == Some(name)).map(|debt| Block::Condition(debt.number)));
        found.extend(self.body_blocks(name));
        found.extend(self.use_blocks());
        found.extend(self.expiry_blocks(name));
        found.extend(self.contested_blocks(name));
        found
    }

    pub(super) fn document_blocks(&self, needs: &Needs) -> Vec<Block> {
        let name = needs.document;
        let Some(sent) = self.latest(name) else { return vec![Block::Missing(name)] };
        if needs.complete && !sent.complete {
            return vec![Block::Concept(name)];
        }
        if needs.age.is_some_and(|days| self.day - sent.day > days) {
            return vec![Block::Old(name)];
        }
        if self.is_expired(name) {
            return vec![Block::Expired(name)];
        }
        self.reviewers(name).filter_map(|party| self.review_block(name, party)).collect()
    }

    pub(super) fn review_block(&self, name: Name, party: Name) -> Option<Block> {
        match self.last_review(name, party) {
            None => Some(Block::Review(name, party)),
            Some(review) if review.revision != self.revisions(name) => Some(Block::StaleReview(name, party)),
            Some(review) if !review.approve => Some(Block::Changes(name, party)),
            Some(_) if self.asked_again_to_review(name, party) => Some(Block::StaleReview(name, party)),
            Some(_) => None,
        }
    }

    /// What is in the way of a criterion; a gap in evidence of the organisation before all else.
    fn blocks_of(&self, criterion: &'static Criterion, party: Name) -> Vec<Block> {
        let gap = self.asked_now(criterion.name, party).and_then(|now| self.gap_blocks(criterion.name, party, &now));
        gap.unwrap_or_else(|| self.criterion_block(criterion, party).into_iter().collect())
    }

    pub(super) fn criterion_block(&self, criterion: &Criterion, party: Name) -> Option<Block> {
        let now = self.asked_now(criterion.name, party)?;
        if now.asked.on.iter().any(|(name, _)| self.is_expired(name)) {
            return Some(Block::EvidenceExpired(criterion.name, party));
        }
        match self.judgement(&now, party) {
            None => Some(Block::Open(criterion.name, party)),
            Some(judged) if self.is_stale(&now, judged) => Some(Block::Stale(criterion.name, party)),
            Some(judged) if judged.answer == Answer::NotMet => Some(Block::NotMet(criterion.name, party)),
            Some(_) => None,
        }
    }

    /// The parties that hold the use back.
    pub(super) fn suspending(&self) -> BTreeSet<Name> {
        let mut held = BTreeSet::new();
        for (party, suspends) in &self.suspended {
            held.remove(party);
            held.extend(suspends.then_some(*party));
        }
        held
    }
}
