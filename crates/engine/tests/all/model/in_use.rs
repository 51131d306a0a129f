//! Things change and go wrong (law 12): what that asks again, and of whom.

use super::acts::{Answer, Block};
use super::judging::AskedNow;
use super::world::{self, Day, LIVE, Name, criterion};
use super::{Broken, Judged, Life, Model, Reviewed, phases};

/// What a kind of change names: documents, criteria, and who may close a small one.
pub type ChangeKind = (Name, &'static [Name], &'static [Name], Option<Name>);
pub const CHANGES: [ChangeKind; 2] =
    [("update", &["plan"], &["still-good", "trained"], Some("ict")), ("new-group", &["risks"], &["safety"], None)];
pub const SIGNAL_REOPENS: &[Name] = &["safety"];
pub const HANDLED_BY: Name = "quality";
pub const SUSPENDED_BY: &[Name] = &["board", "care"];
pub const CHECKS: [(Name, Name); 3] = [("rooms", "care"), ("staff", "care"), ("wired", "ict")];
/// What recurs while in use: its name, who sees to it, every so many days, and the document that proves it.
pub const DUTIES: [(Name, Name, Day, Option<Name>); 2] =
    [("drill", "ict", 30, None), ("risks-again", "care", 50, Some("risks"))];
/// Working days for the answers that a change, and a signal, asks.
pub const CHANGE_TERM: Day = 10;
pub const SIGNAL_TERM: Day = 5;
pub const HEAR: &[Name] = &["care", "ict"];
pub const EMERGENCY_DAYS: Day = 30;

pub fn duty(name: Name) -> (Name, Name, Day, Option<Name>) {
    DUTIES.into_iter().find(|duty| duty.0 == name).unwrap()
}

/// What asks again outside a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    Change(u32),
    Signal(u32),
    /// A document that ran out, and the how manieth time that any did.
    Expiry(Name, u32),
}

impl Cause {
    /// Changes come first, then signals, then what ran out.
    fn order(self) -> (u8, Name, u32) {
        match self {
            Self::Change(number) => (0, "", number),
            Self::Signal(number) => (1, "", number),
            Self::Expiry(name, number) => (2, name, number),
        }
    }
}

pub struct Asks {
    pub(super) at: usize,
    pub(super) cause: Cause,
    pub(super) kind: Name,
    /// Documents of which a party is asked to approve the present revision anew.
    pub(super) documents: Vec<(Name, Name)>,
    /// Documents that have to be approved before it is over.
    pub(super) named: Vec<Name>,
    /// Criterion, party, and the gate and round on whose terms.
    pub(super) criteria: Vec<(Name, Name, Name, usize)>,
    pub(super) due: Day,
}

pub struct Rollout {
    pub(super) number: u32,
    pub(super) on: Day,
    pub(super) answers: Vec<(Name, bool)>,
    pub(super) over: bool,
}

/// What happened in use.
#[derive(Default)]
pub struct InUse {
    pub(super) asks: Vec<Asks>,
    pub(super) reporters: Vec<(u32, u8)>,
    pub(super) closed: Vec<(usize, Cause)>,
    /// Those of them of which everything was answered anew.
    pub(super) answered: Vec<(usize, Cause)>,
    pub(super) rollouts: Vec<Rollout>,
    /// Each time a duty was done: when, which, on which day, and with which revision of its document.
    pub(super) done: Vec<(usize, Name, Day, usize)>,
    /// Each time use was allowed or ended: when it happened, and until when.
    pub(super) allowed: Vec<(usize, Option<Day>)>,
    /// When it last ended because the product went into use.
    pub(super) went_live: usize,
}

impl Model {
    /// When this was closed, since it asked.
    fn closing(&self, asks: &Asks) -> Option<usize> {
        self.in_use.closed.iter().find(|(at, cause)| *cause == asks.cause && *at >= asks.at).map(|(at, _)| *at)
    }

    pub(super) fn open_causes(&self) -> impl Iterator<Item = &Asks> {
        let mut open: Vec<&Asks> = self.in_use.asks.iter().filter(|asks| self.closing(asks).is_none()).collect();
        open.sort_by_key(|asks| asks.cause.order());
        open.into_iter()
    }

    pub fn open_changes(&self) -> Vec<u32> {
        let number = |asks: &Asks| match asks.cause {
            Cause::Change(number) => Some(number),
            _ => None,
        };
        self.open_causes().filter_map(number).collect()
    }

    pub fn open_signals(&self) -> Vec<u32> {
        let number = |asks: &Asks| match asks.cause {
            Cause::Signal(number) => Some(number),
            _ => None,
        };
        self.open_causes().filter_map(number).collect()
    }

    pub(super) fn signals_due(&self) -> Vec<(u32, Day)> {
        let due = |asks: &Asks| match asks.cause {
            Cause::Signal(number) => Some((number, asks.due)),
            _ => None,
        };
        self.open_causes().filter_map(due).collect()
    }

    pub(super) fn count(&self, like: impl Fn(&Cause) -> bool) -> u32 {
        let mut known: Vec<Cause> = self.in_use.asks.iter().map(|asks| asks.cause).filter(like).collect();
        known.sort_by_key(|cause| cause.order());
        known.dedup();
        u32::try_from(known.len()).unwrap()
    }

    /// Whether a cause asks this party for a new approval that it did not give since.
    pub(super) fn asked_again_to_review(&self, name: Name, party: Name) -> bool {
        let Some(asked) = self.last_asked(|asks| asks.documents.iter().any(|(d, _)| *d == name), &|asks| {
            asks.documents.contains(&(name, party))
        }) else {
            return false;
        };
        let approved = self.reviewed.iter().rev().find(|r| r.document == name && r.party == party && r.approve);
        approved.is_none_or(|review| review.at < asked)
    }

    /// When it was last asked of them, while any cause that names it is open without a pause. What a cause asked stays asked
    /// when that cause is closed as small, as long as another one asks the same.
    fn last_asked(&self, names: impl Fn(&Asks) -> bool, asks_them: &dyn Fn(&Asks) -> bool) -> Option<usize> {
        let naming = || self.in_use.asks.iter().filter(|asks| names(asks));
        let mut turns: Vec<(usize, bool)> = naming().map(|asks| (asks.at, false)).collect();
        for asks in naming() {
            turns.extend(self.closing(asks).map(|at| (at, true)));
        }
        turns.sort_unstable();
        let (mut open, mut since) = (0, 0);
        for (at, closes) in turns {
            if !closes && open == 0 {
                since = at;
            }
            open = if closes { open - 1 } else { open + 1 };
        }
        let asked = naming().filter(|asks| asks.at >= since && asks_them(asks)).map(|asks| asks.at).max();
        asked.filter(|_| open > 0)
    }

    fn last_asked_to_judge(&self, name: Name, party: Name) -> Option<usize> {
        let names = |asks: &Asks| asks.criteria.iter().any(|(c, ..)| *c == name);
        self.last_asked(names, &|asks| asks.criteria.iter().any(|(c, p, ..)| (*c, *p) == (name, party)))
    }

    /// Whether a cause asks this party for a new answer that it did not give since.
    pub(super) fn asked_again_to_judge(&self, name: Name, party: Name) -> bool {
        let Some(asked) = self.last_asked_to_judge(name, party) else { return false };
        self.judged.iter().rev().find(|j| j.criterion == name && j.party == party).is_none_or(|j| j.at < asked)
    }

    /// How a criterion is asked outside a round, by the last cause that asks it.
    pub(super) fn asked_by_cause(&self, name: Name, party: Name) -> Option<AskedNow> {
        let asked = self.open_causes().flat_map(|asks| &asks.criteria).filter(|(c, p, ..)| (*c, *p) == (name, party)).last();
        let (_, _, gate, round) = *asked?;
        let criterion = criterion(name);
        Some(AskedNow { criterion, asked: world::asking(criterion, gate)?, gate, round, again: true })
    }

    /// Since when outside a round an answer is asked: of answers before, nothing counts.
    pub(super) fn answered_since(&self, name: Name, party: Name) -> Option<&Judged> {
        let since = self.last_asked_to_judge(name, party)?;
        let last = self.judged.iter().rev().find(|j| j.criterion == name && j.party == party && j.at > since);
        last.filter(|judged| !judged.void)
    }

    pub(super) fn asks(&self, cause: Cause, kind: Name, documents: &[Name], criteria: &[Name], days: Day) -> Asks {
        let there = documents.iter().filter(|name| self.latest(name).is_some());
        let named = there.clone().copied().collect();
        let reviewers = there.flat_map(|name| self.reviewers(name).map(move |party| (*name, party)));
        let documents = reviewers.filter(|(_, party)| self.involved(party)).collect();
        let asked = criteria.iter().flat_map(|name| {
            let known = criterion(name);
            let gate = self.asked_last_at(known).filter(|_| self.holds(known.when));
            let parties = known.parties.iter().filter(|party| self.involved(party));
            parties.filter_map(move |party| Some((*name, *party, gate?, self.rounds_of(gate?))))
        });
        let (at, due) = (self.clock, world::working_days(self.day, days));
        Asks { at, cause, kind, documents, named, criteria: asked.collect(), due }
    }

    fn rounds_of(&self, gate: Name) -> usize {
        self.opened.iter().filter(|opened| opened.gate == gate).count()
    }

    /// The open gate where it asks the criterion, else the last one that ever did.
    pub(super) fn asked_last_at(&self, known: &'static world::Criterion) -> Option<Name> {
        let asks = |gate: &Name| world::asking(known, gate).is_some();
        let open = self.round().map(|(gate, _)| gate).filter(asks);
        let gates = world::gates_in(self.version()).rev().map(|gate| gate.name);
        open.or_else(|| gates.into_iter().find(|gate| asks(gate) && self.rounds_of(gate) > 0))
    }

    /// What a cause still waits for.
    pub(super) fn waits(&self, asks: &Asks) -> bool {
        let approved = |name: Name| {
            if self.is_expired(name) {
                return false;
            }
            let revision = self.revisions(name);
            self.reviewers(name).all(|party| {
                let last = self.last_review(name, party);
                last.is_some_and(|r| r.approve && r.revision == revision) && !self.asked_again_to_review(name, party)
            })
        };
        let answered = |name: Name, party: Name| {
            let Some(now) = self.asked_now(name, party) else { return true };
            if let Some(gap) = self.gap_blocks(name, party, &now) {
                return gap.is_empty();
            }
            if now.asked.on.iter().any(|(document, _)| self.is_expired(document)) {
                return false;
            }
            let judged = self.judgement(&now, party);
            judged.is_some_and(|judged| !self.is_stale(&now, judged) && judged.answer != Answer::NotMet)
        };
        asks.named.iter().any(|name| !approved(name))
            || asks.criteria.iter().any(|(name, party, ..)| self.holds(criterion(name).when) && !answered(name, party))
    }

    /// A change, or an expiry, of which everything was answered anew is closed, with whatever happens in the project.
    pub fn close_causes(&mut self) {
        // What a plan of the board covers keeps nothing shut, and nobody answered it either.
        let gap = |(name, party, ..): &(Name, Name, Name, usize)| {
            let now = self.asked_now(name, party).filter(|_| self.holds(criterion(name).when));
            now.is_some_and(|now| self.rests_on_gap(&now))
        };
        let done =
            |asks: &&Asks| !matches!(asks.cause, Cause::Signal(_)) && !self.waits(asks) && !asks.criteria.iter().any(gap);
        let done: Vec<(usize, Cause)> = self.open_causes().filter(done).map(|asks| (self.clock, asks.cause)).collect();
        self.in_use.closed.extend(&done);
        self.in_use.answered.extend(done);
    }

    /// What was answered anew, and closed, with this answer or review among what it was closed on.
    fn closed_on(&self, at: usize, asks_it: impl Fn(&Asks) -> bool) -> Vec<usize> {
        let on = |asks: &Asks| {
            let closing = self.closing(asks).map(|closed| (closed, asks.cause));
            asks_it(asks) && closing.is_some_and(|closed| closed.0 >= at && self.in_use.answered.contains(&closed))
        };
        let all = self.in_use.asks.iter().enumerate();
        all.filter(|(_, asks)| on(asks)).map(|(place, _)| place).collect()
    }

    /// An answer that was recorded is contested: what was closed on it asks it once more, and nothing else.
    pub(super) fn ask_contested_answer(&mut self, judged: usize) {
        let answer = &self.judged[judged];
        let (name, party, at) = (answer.criterion, answer.party, answer.at);
        let newer = |later: &Judged| (later.criterion, later.party) == (name, party);
        if self.life != Life::Active || self.judged[judged + 1..].iter().any(newer) {
            return;
        }
        let asked = |asks: &Asks| asks.criteria.iter().any(|(c, p, ..)| (*c, *p) == (name, party));
        for place in self.closed_on(at, |asks| asked(asks) && asks.at < at) {
            let mut terms = *self.in_use.asks[place].criteria.iter().find(|(c, p, ..)| (*c, *p) == (name, party)).unwrap();
            let open = self.opened_again(place);
            if let Some((_, _, gate, round)) = open.criteria.iter().find(|(c, ..)| *c == name) {
                terms = (name, party, *gate, *round);
            }
            open.criteria.push(terms);
        }
    }

    /// The same for a review.
    pub(super) fn ask_contested_review(&mut self, reviewed: usize) {
        let review = &self.reviewed[reviewed];
        let (name, party, at, revision) = (review.document, review.party, review.at, review.revision);
        let newer = |later: &Reviewed| (later.document, later.party) == (name, party);
        let over = self.reviewed[reviewed + 1..].iter().any(newer) || revision != self.revisions(name);
        if self.life != Life::Active || over {
            return;
        }
        for place in self.closed_on(at, |asks| asks.named.contains(&name)) {
            let open = self.opened_again(place);
            if !open.named.contains(&name) {
                open.named.push(name);
            }
        }
    }

    /// The same change, or the same document that ran out, where it is open; else it opens again, and asks nothing yet.
    fn opened_again(&mut self, place: usize) -> &mut Asks {
        let asks = &self.in_use.asks[place];
        let (cause, kind, due) = (asks.cause, asks.kind, asks.due);
        let same = |other: Cause| match (cause, other) {
            (Cause::Expiry(name, _), Cause::Expiry(of, _)) => name == of,
            (cause, other) => cause == other,
        };
        let open = self.open_causes().find(|asks| same(asks.cause)).map(|asks| (asks.at, asks.cause));
        let known = open.and_then(|open| self.in_use.asks.iter().position(|asks| (asks.at, asks.cause) == open));
        let at = self.clock;
        let fresh = || Asks { at, cause, kind, documents: Vec::new(), named: Vec::new(), criteria: Vec::new(), due };
        let place = known.unwrap_or(self.in_use.asks.len());
        if known.is_none() {
            self.in_use.asks.push(fresh());
        }
        &mut self.in_use.asks[place]
    }

    pub(super) fn breaks_change(&self) -> Broken {
        let full = self.open_changes().len() >= 20;
        let mut broken: Broken = (self.phase() != LIVE).then_some(12).into_iter().collect();
        broken.extend(full.then_some(17));
        broken
    }

    pub(super) fn take_change(&mut self, who: u8, kind: Name) {
        let number = self.count(|cause| matches!(cause, Cause::Change(_))) + 1;
        let (_, documents, criteria, _) = CHANGES.iter().find(|(name, ..)| *name == kind).unwrap();
        let asks = self.asks(Cause::Change(number), kind, documents, criteria, CHANGE_TERM);
        self.in_use.asks.push(asks);
        self.in_use.reporters.push((number, who));
    }

    pub(super) fn closes_small(&self, number: u32) -> Option<Name> {
        let asks = self.open_causes().find(|asks| asks.cause == Cause::Change(number))?;
        CHANGES.iter().find(|(name, ..)| *name == asks.kind).and_then(|(.., by)| *by)
    }

    pub(super) fn breaks_small(&self, who: u8, number: u32) -> Broken {
        let Some(party) = self.closes_small(number) else { return Broken::from([12]) };
        let own = |voice: u8| self.in_use.reporters.contains(&(number, voice));
        (!self.relaxed && self.only_speaks_for(who, party, own)).then_some(5).into_iter().collect()
    }

    pub(super) fn take_small(&mut self, number: u32) {
        self.in_use.closed.push((self.clock, Cause::Change(number)));
    }

    pub(super) fn breaks_signal(&self, on: Day) -> Broken {
        let mut broken: Broken = (on > self.day).then_some(14).into_iter().collect();
        broken.extend((self.open_signals().len() >= 50).then_some(17));
        broken
    }

    pub(super) fn take_signal(&mut self) {
        let number = self.count(|cause| matches!(cause, Cause::Signal(_))) + 1;
        let reopens = if self.life == Life::Active { SIGNAL_REOPENS } else { &[] };
        let asks = self.asks(Cause::Signal(number), "", &[], reopens, SIGNAL_TERM);
        self.in_use.asks.push(asks);
    }

    pub(super) fn breaks_handling(&self, number: u32) -> Broken {
        let open = self.open_causes().find(|asks| asks.cause == Cause::Signal(number));
        let may = open.is_some_and(|asks| self.life != Life::Active || !self.waits(asks));
        (!may).then_some(12).into_iter().collect()
    }

    pub(super) fn take_handling(&mut self, number: u32) {
        self.in_use.closed.push((self.clock, Cause::Signal(number)));
    }

    pub(super) fn use_blocks(&self) -> impl Iterator<Item = Block> {
        // What waits for nothing more is closed with what happens next, and keeps no gate shut until then.
        let waiting = self.open_causes().filter(|asks| self.waits(asks));
        let changes = waiting.filter_map(|asks| match asks.cause {
            Cause::Change(number) => Some(Block::Change(number)),
            _ => None,
        });
        let signals = self.open_signals().into_iter().map(Block::Signal);
        // What is not safe may go out of use as it is.
        let ends = self.round().is_some_and(|(name, _)| phases::gate(name).go_to.is_none());
        let suspending = self.suspending().into_iter().filter(move |_| !ends);
        changes.chain(signals).chain(suspending.map(Block::Suspended))
    }

    pub(super) fn breaks_suspension(&self, party: Name) -> Broken {
        let may = SUSPENDED_BY.contains(&party) && !self.suspending().contains(party);
        (!may).then_some(12).into_iter().collect()
    }
}
