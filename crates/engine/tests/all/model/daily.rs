//! Rollouts of a product in use (law 12), and use before the gate decided (law 15).

use super::acts::{Block, Demand};
use super::in_use::{CHECKS, EMERGENCY_DAYS, HEAR, Rollout};
use super::parties::{Choice, Matter, Poll};
use super::world::{Day, LEAD, LIVE, Name, document, gate, the_party};
use super::{Broken, Model};

impl Model {
    pub fn planned_rollouts(&self) -> Vec<u32> {
        self.in_use.rollouts.iter().filter(|rollout| !rollout.over).map(|rollout| rollout.number).collect()
    }

    pub(super) fn starts(&self) -> bool {
        self.phase() == LIVE && self.suspending().is_empty()
    }

    pub(super) fn breaks_plan(&self, on: Day) -> Broken {
        let mut broken: Broken = (!self.starts()).then_some(12).into_iter().collect();
        broken.extend((on < self.day).then_some(16));
        broken.extend((self.planned_rollouts().len() >= 50).then_some(17));
        broken
    }

    pub(super) fn take_plan(&mut self, on: Day) {
        let number = u32::try_from(self.in_use.rollouts.len() + 1).unwrap();
        self.in_use.rollouts.push(Rollout { number, on, answers: Vec::new(), over: false });
    }

    fn rollout(&self, number: u32) -> Option<&Rollout> {
        self.in_use.rollouts.iter().find(|rollout| rollout.number == number && !rollout.over)
    }

    pub(super) fn breaks_check(&self, number: u32, party: Name, answers: &[(Name, bool)]) -> Broken {
        let mut broken: Broken = self.rollout(number).is_none().then_some(12).into_iter().collect();
        broken.extend(answers.is_empty().then_some(17));
        let own = |check: Name| CHECKS.contains(&(check, party));
        broken.extend((!answers.iter().all(|(check, _)| own(check))).then_some(19));
        broken
    }

    pub(super) fn take_check(&mut self, number: u32, answers: &[(Name, bool)]) {
        let rollout = self.in_use.rollouts.iter_mut().find(|rollout| rollout.number == number).unwrap();
        rollout.answers.extend(answers);
    }

    pub fn checked(&self, number: u32) -> bool {
        self.rollout(number).is_some() && CHECKS.iter().all(|(check, _)| self.answered_yes(number, check))
    }

    pub(super) fn answered_yes(&self, number: u32, check: Name) -> bool {
        let latest = |rollout: &Rollout| rollout.answers.iter().rev().find(|(c, _)| *c == check).copied();
        self.rollout(number).and_then(latest).is_some_and(|(_, yes)| yes)
    }

    pub(super) fn rollout_on(&self, number: u32) -> Day {
        self.rollout(number).unwrap().on
    }

    pub(super) fn breaks_start(&self, number: u32, on: Day) -> Broken {
        let may = self.starts() && self.checked(number);
        let mut broken: Broken = (!may).then_some(12).into_iter().collect();
        broken.extend((on > self.day).then_some(14));
        broken
    }

    pub(super) fn breaks_cancel(&self, number: u32) -> Broken {
        self.rollout(number).is_none().then_some(12).into_iter().collect()
    }

    pub(super) fn end_rollout(&mut self, number: u32) {
        self.in_use.rollouts.iter_mut().find(|rollout| rollout.number == number).unwrap().over = true;
    }

    /// Until when use is allowed before the gate decided.
    pub fn allowed_until(&self) -> Option<Day> {
        self.in_use.allowed.last().and_then(|(_, until)| *until)
    }

    /// Whether it was allowed again later.
    pub(super) fn allowed_after(&self, at: usize) -> bool {
        self.in_use.allowed.iter().any(|(when, until)| until.is_some() && *when > at)
    }

    /// Allowed since the last decision: not twice for one round.
    fn spent(&self) -> bool {
        let since = self.decided_at().max(self.in_use.went_live);
        let again = self.in_use.allowed.iter().any(|(at, until)| until.is_some() && *at > since);
        // A decision during the use does not give a second term.
        again || self.spent_at_decision
    }

    fn allow_poll<'a>(&self, until: Day, own: &'a dyn Fn(u8) -> bool) -> Poll<'a> {
        let last = self.in_use.allowed.last().map_or(0, |(at, _)| *at);
        Poll {
            party: "board",
            rule: the_party("board").rule,
            matter: Matter::Allow,
            choice: Choice::Until(until),
            own,
            since: last.max(self.decided_at()).max(self.turned),
        }
    }

    pub(super) fn breaks_allowing(&self, who: u8, until: Day, heard: &[Name]) -> Broken {
        let mut broken = Broken::new();
        let heard_all = HEAR.iter().all(|party| heard.contains(party)) && heard.iter().all(|party| HEAR.contains(party));
        let in_term = (self.day..=self.day + EMERGENCY_DAYS).contains(&until);
        if self.allowed_until().is_some() || self.spent() || self.phase() == LIVE || !heard_all || !in_term {
            broken.insert(15);
        }
        if !self.suspending().is_empty() {
            broken.insert(12);
        }
        broken.extend(self.breaks_vote(who, &self.allow_poll(until, &self.leads())));
        broken
    }

    pub(super) fn take_allowing(&mut self, who: u8, until: Day) {
        let own = self.leads();
        if self.vote(who, &self.allow_poll(until, &own)) != Some(Choice::Until(until)) {
            return;
        }
        self.in_use.allowed.push((self.clock, Some(until)));
        for (demand, owner, accepted_by) in self.missing() {
            self.impose(demand, owner, accepted_by, until, None);
        }
    }

    /// What the open gate lacks, of which nobody owes it yet.
    fn missing(&self) -> Vec<(Demand, Result<u8, Name>, Name)> {
        let Some((open, _)) = self.round() else { return Vec::new() };
        let blocks = self.blocks();
        let lacks = |like: &dyn Fn(&Block) -> bool| blocks.iter().any(like);
        let of_document = |name: Name| {
            move |block: &Block| match block {
                Block::Missing(d)
                | Block::Concept(d)
                | Block::Old(d)
                | Block::Expired(d)
                | Block::Review(d, _)
                | Block::StaleReview(d, _)
                | Block::Changes(d, _) => *d == name,
                _ => false,
            }
        };
        let of_criterion = |name: Name, party: Name| {
            move |block: &Block| match block {
                Block::Open(c, p)
                | Block::Stale(c, p)
                | Block::NotMet(c, p)
                | Block::EvidenceExpired(c, p)
                | Block::Gap(c, p, ..) => (*c, *p) == (name, party),
                _ => false,
            }
        };
        let mut found = Vec::new();
        for name in gate(open).needs.iter().map(|needs| needs.document).filter(|name| lacks(&of_document(name))) {
            let known = document(name);
            let complete = gate(open).needs.iter().any(|needs| needs.document == name && needs.complete);
            found.push((Demand::Document(name, complete), known.written_by.map_or(Ok(LEAD), Err), known.reviewers[0].0));
        }
        for (known, _) in self.asked_at(open) {
            let parties = known.parties.iter().filter(|party| lacks(&of_criterion(known.name, party)));
            found.extend(parties.map(|party| (Demand::Criterion(known.name, party), Err(*party), *party)));
        }
        found.retain(|(demand, ..)| !self.open_debts().any(|debt| debt.demand == *demand));
        found
    }

    pub(super) fn end_use(&mut self) {
        if self.allowed_until().is_some() {
            self.in_use.allowed.push((self.clock, None));
        }
    }

    pub(super) fn goes_live(&mut self) {
        if self.allowed_until().is_some() {
            self.end_use();
            self.in_use.went_live = self.clock;
            self.spent_at_decision = false;
        }
    }
}
