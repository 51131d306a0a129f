//! Documents that run out, and what recurs while the product is in use (law 12).

use std::collections::BTreeMap;

use super::acts::{Block, Dates};
use super::in_use::{Cause, DUTIES, duty};
use super::world::{self, CRITERIA, Criterion, DOCUMENTS, Day, LIVE, NOTICE, Name, asking, document, gate};
use super::{Broken, Life, Model};

/// What writers heard of their documents, by the how manieth revision.
#[derive(Default)]
pub struct Expiring {
    ahead: Vec<(Name, usize)>,
    over: Vec<(Name, usize)>,
}

impl Model {
    /// The last day of a revision that is submitted today: the earlier of what its kind and what it says itself.
    pub(super) fn last_day(&self, name: Name, ends: Option<Day>) -> Option<Day> {
        let known = document(name);
        let days = known.valid.map(|days| self.day + days);
        let own = ends.filter(|_| known.ends);
        days.into_iter().chain(own).min()
    }

    pub(super) fn breaks_dates(&self, name: Name, dates: Dates) -> Broken {
        let known = document(name);
        let over = known.ends && dates.ends.is_some_and(|day| day < self.day);
        let ahead = known.contract.is_some() && dates.signed.is_some_and(|day| day > self.day);
        over.then_some(12).into_iter().chain(ahead.then_some(14)).collect()
    }

    /// Whether the present revision ran out.
    pub(super) fn is_expired(&self, name: Name) -> bool {
        self.latest(name).and_then(|sent| sent.until).is_some_and(|until| until < self.day)
    }

    /// Whether an answer of this moment rested on a revision that ran out, or on one before it.
    pub(super) fn ran_out(&self, name: Name, at: usize) -> bool {
        let seen = self.sent.iter().filter(|sent| sent.document == name && sent.at < at).count();
        seen > 0 && self.expiring.over.iter().any(|(of, revision)| *of == name && *revision >= seen)
    }

    /// What writers heard last: which revision runs out soon, and which ran out.
    pub fn heard(&self, name: Name) -> (Option<usize>, Option<usize>) {
        let last = |list: &[(Name, usize)]| list.iter().rev().find(|(of, _)| *of == name).map(|(_, revision)| *revision);
        (last(&self.expiring.ahead), last(&self.expiring.over))
    }

    /// Time tells writers ahead, and at the end; each once for a revision.
    pub(super) fn documents_run_out(&mut self) {
        for name in DOCUMENTS.iter().map(|known| known.name) {
            let Some(until) = self.latest(name).and_then(|sent| sent.until) else { continue };
            let revision = self.revisions(name);
            if self.day > until {
                self.note_unheard(name);
            } else if self.day >= until - NOTICE && !self.expiring.ahead.contains(&(name, revision)) {
                self.expiring.ahead.push((name, revision));
            }
        }
    }

    /// The end of the present revision is noted, unless it was; in use, what rests on it is asked again at once.
    pub(super) fn note_unheard(&mut self, name: Name) {
        let revision = self.revisions(name);
        if !self.is_expired(name) || self.expiring.over.contains(&(name, revision)) {
            return;
        }
        self.expiring.over.push((name, revision));
        if self.phase() == LIVE {
            self.ask_again(name);
        }
    }

    fn ask_again(&mut self, name: Name) {
        let rests = |known: &&'static Criterion| {
            let asked = self.asked_last_at(known).and_then(|gate| asking(known, gate));
            asked.is_some_and(|asked| asked.on.iter().any(|(document, _)| *document == name))
        };
        let criteria: Vec<Name> =
            CRITERIA.iter().filter(|known| self.knows(known.name)).filter(rests).map(|known| known.name).collect();
        let cause = Cause::Expiry(name, self.count(|cause| matches!(cause, Cause::Expiry(..))) + 1);
        let mut asks = self.asks(cause, "", &[name], &criteria, world::REVIEW_TERM);
        // It needs a new revision, and with it new approvals; those of the old one say what they said.
        asks.documents.clear();
        // The same document may have run out before, and not have been answered again yet.
        let same = |cause: &Cause| matches!(cause, Cause::Expiry(of, _) if *of == name);
        let before = self.open_causes().map(|asks| asks.cause).find(same);
        self.in_use.asks.push(asks);
        self.in_use.closed.extend(before.map(|cause| (self.clock, cause)));
    }

    pub fn open_expiries(&self) -> Vec<Name> {
        let name = |cause: Cause| if let Cause::Expiry(name, _) = cause { Some(name) } else { None };
        self.open_causes().filter_map(|asks| name(asks.cause)).collect()
    }

    /// What ran out in use keeps the gate shut, beside what the gate asks itself.
    pub(super) fn expiry_blocks(&self, at: Name) -> Vec<Block> {
        let asks_it = |name: Name| gate(at).needs.iter().any(|needs| needs.document == name && self.holds(needs.when));
        let mut found = Vec::new();
        for asks in self.open_causes().filter(|asks| self.waits(asks)) {
            if let Cause::Expiry(name, _) = asks.cause
                && (!asks_it(name) || !asks.criteria.is_empty())
            {
                found.push(Block::ExpiryOpen(name));
            }
        }
        found
    }

    /// When a duty was last done in this stay in use, and with which revision of its document; the day of entering counts.
    pub(super) fn last_done(&self, name: Name) -> Option<(Day, usize)> {
        let (entered, day) = self.entered.filter(|_| self.phase() == LIVE)?;
        let done = self.in_use.done.iter().rev().find(|(at, of, ..)| *of == name && *at > entered);
        let there = |document: Name| self.sent.iter().filter(|sent| sent.document == document && sent.at <= entered).count();
        let at_start = || (day, duty(name).3.map_or(0, there));
        Some(done.map_or_else(at_start, |(_, _, day, revision)| (*day, *revision)))
    }

    /// When each duty is due.
    pub fn duties(&self) -> BTreeMap<Name, Day> {
        let active = DUTIES.into_iter().filter(|_| self.life == Life::Active);
        active.filter_map(|(name, _, days, _)| Some((name, self.last_done(name)?.0 + days))).collect()
    }

    /// Whether a new revision of this document, even if nothing changed, is what a duty asks.
    pub(super) fn duty_wants(&self, name: Name) -> bool {
        let of_document = DUTIES.iter().filter(|(.., document)| *document == Some(name));
        let mut last = of_document.filter_map(|(duty, ..)| self.last_done(duty));
        last.any(|(_, revision)| revision == self.revisions(name))
    }

    pub(super) fn breaks_duty(&self, name: Name, on: Day) -> Broken {
        let (_, _, _, document) = duty(name);
        let Some((last, _)) = self.last_done(name).filter(|_| document.is_none()) else { return Broken::from([12]) };
        let mut broken: Broken = (on > self.day).then_some(14).into_iter().collect();
        broken.extend((on < last).then_some(12));
        broken
    }

    pub(super) fn take_duty(&mut self, name: Name, on: Day) {
        self.in_use.done.push((self.clock, name, on, 0));
    }

    /// The approved new revision of its document is the proof that a duty was done.
    pub(super) fn prove_duties(&mut self) {
        if self.life != Life::Active {
            return;
        }
        for (name, _, _, document) in DUTIES {
            let Some((document, (_, before))) = document.zip(self.last_done(name)) else { continue };
            if self.revisions(document) > before && self.approved(document, true) {
                self.in_use.done.push((self.clock, name, self.day, self.revisions(document)));
            }
        }
    }
}
