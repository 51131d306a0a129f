//! Things change and go wrong (law 12), and use before the gate decided (law 15).

use super::acts::{Answer, Block, Demand};
use super::answers::AskedNow;
use super::parties::{Choice, Matter, Poll};
use super::people::asked_at;
use super::world::{self, Day, GATES, LEAD, LIVE, Name, criterion, document, gate, the_party};
use super::{Broken, Judged, Life, Model};

/// What a kind of change names: documents, criteria, and who may close a small one.
pub const CHANGES: [(Name, &[Name], &[Name], Option<Name>); 2] =
    [("update", &["plan"], &["still-good"], Some("ict")), ("new-group", &["risks"], &["safety"], None)];
pub const SIGNAL_REOPENS: &[Name] = &["safety"];
pub const HANDLED_BY: Name = "quality";
pub const SUSPENDED_BY: &[Name] = &["board", "care"];
pub const CHECKS: [(Name, Name); 3] = [("rooms", "care"), ("staff", "care"), ("wired", "ict")];
/// The drill of ICT, while in use.
pub const DRILL: (Name, Name, Day) = ("drill", "ict", 30);
pub const HEAR: &[Name] = &["care", "ict"];
pub const EMERGENCY_DAYS: Day = 30;

/// What asks again outside a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cause {
    Change(u32),
    Signal(u32),
}

struct Asks {
    at: usize,
    cause: Cause,
    kind: Name,
    documents: Vec<(Name, Name)>,
    /// Criterion, party, and the gate and round on whose terms.
    criteria: Vec<(Name, Name, Name, usize)>,
}

struct Rollout {
    number: u32,
    answers: Vec<(Name, bool)>,
    over: bool,
}

/// What happened in use.
#[derive(Default)]
pub struct InUse {
    asks: Vec<Asks>,
    reporters: Vec<(u32, u8)>,
    closed: Vec<(usize, Cause)>,
    rollouts: Vec<Rollout>,
    drilled: Vec<(usize, Day)>,
    /// Each time use was allowed or ended: when it happened, and until when.
    allowed: Vec<(usize, Option<Day>)>,
    /// When it last ended because the product went into use.
    went_live: usize,
}

impl Model {
    fn open_causes(&self) -> impl Iterator<Item = &Asks> {
        let in_order = |asks: &&Asks| matches!(asks.cause, Cause::Signal(_));
        let open = |asks: &&Asks| !self.in_use.closed.iter().any(|(_, cause)| *cause == asks.cause);
        let changes = self.in_use.asks.iter().filter(move |asks| !in_order(asks));
        changes.chain(self.in_use.asks.iter().filter(in_order)).filter(open)
    }

    pub fn open_changes(&self) -> Vec<u32> {
        let number = |asks: &Asks| match asks.cause {
            Cause::Change(number) => Some(number),
            Cause::Signal(_) => None,
        };
        self.open_causes().filter_map(number).collect()
    }

    pub fn open_signals(&self) -> Vec<u32> {
        let number = |asks: &Asks| match asks.cause {
            Cause::Signal(number) => Some(number),
            Cause::Change(_) => None,
        };
        self.open_causes().filter_map(number).collect()
    }

    fn count(&self, like: impl Fn(&Cause) -> bool) -> u32 {
        u32::try_from(self.in_use.asks.iter().filter(|asks| like(&asks.cause)).count()).unwrap()
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
            turns.extend(self.in_use.closed.iter().filter(|(_, cause)| *cause == asks.cause).map(|(at, _)| (*at, true)));
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
        self.judged.iter().rev().find(|j| j.criterion == name && j.party == party && j.at > since)
    }

    fn asks(&self, cause: Cause, kind: Name, documents: &[Name], criteria: &[Name]) -> Asks {
        let there = documents.iter().filter(|name| self.latest(name).is_some());
        let reviewers = there.flat_map(|name| self.reviewers(name).map(move |party| (*name, party)));
        let documents = reviewers.filter(|(_, party)| self.involved(party)).collect();
        let asked = criteria.iter().flat_map(|name| {
            let known = criterion(name);
            let gate = self.asked_last_at(known).filter(|_| self.holds(known.when));
            let parties = known.parties.iter().filter(|party| self.involved(party));
            parties.filter_map(move |party| Some((*name, *party, gate?, self.rounds_of(gate?))))
        });
        Asks { at: self.clock, cause, kind, documents, criteria: asked.collect() }
    }

    fn rounds_of(&self, gate: Name) -> usize {
        self.opened.iter().filter(|opened| opened.gate == gate).count()
    }

    /// The open gate where it asks the criterion, else the last one that ever did.
    fn asked_last_at(&self, known: &'static world::Criterion) -> Option<Name> {
        let asks = |gate: &Name| world::asking(known, gate).is_some();
        let open = self.round().map(|(gate, _)| gate).filter(asks);
        open.or_else(|| GATES.iter().rev().map(|gate| gate.name).find(|gate| asks(gate) && self.rounds_of(gate) > 0))
    }

    /// What a cause still waits for.
    fn waits(&self, asks: &Asks) -> bool {
        let approved = |name: Name| {
            let revision = self.revisions(name);
            self.reviewers(name).all(|party| {
                let last = self.last_review(name, party);
                last.is_some_and(|r| r.approve && r.revision == revision) && !self.asked_again_to_review(name, party)
            })
        };
        let answered = |name: Name, party: Name| {
            let Some(now) = self.asked_now(name, party) else { return true };
            let judged = self.judgement(&now, party);
            judged.is_some_and(|judged| !self.is_stale(&now, judged) && judged.answer != Answer::NotMet)
        };
        let asked =
            |kind: Name| CHANGES.iter().find(|(name, ..)| *name == kind).map_or(&[][..], |(_, documents, ..)| *documents);
        let there = |name: &&Name| asks.documents.iter().any(|(document, _)| document == *name);
        asked(asks.kind).iter().filter(there).any(|name| !approved(name))
            || asks.criteria.iter().any(|(name, party, ..)| self.holds(criterion(name).when) && !answered(name, party))
    }

    /// A change of which everything was answered anew is closed.
    pub(super) fn close_changes(&mut self) {
        let done = |asks: &&Asks| matches!(asks.cause, Cause::Change(_)) && !self.waits(asks);
        let done: Vec<Cause> = self.open_causes().filter(done).map(|asks| asks.cause).collect();
        self.in_use.closed.extend(done.into_iter().map(|cause| (self.clock, cause)));
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
        let asks = self.asks(Cause::Change(number), kind, documents, criteria);
        self.in_use.asks.push(asks);
        self.in_use.reporters.push((number, who));
    }

    pub(super) fn closes_small(&self, number: u32) -> Option<Name> {
        let asks = self.open_causes().find(|asks| asks.cause == Cause::Change(number))?;
        CHANGES.iter().find(|(name, ..)| *name == asks.kind).and_then(|(.., by)| *by)
    }

    pub(super) fn breaks_small(&self, who: u8, number: u32) -> Broken {
        if self.closes_small(number).is_none() {
            return Broken::from([12]);
        }
        let own = self.in_use.reporters.contains(&(number, who)) && !self.relaxed;
        own.then_some(5).into_iter().collect()
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
        let asks = self.asks(Cause::Signal(number), "", &[], reopens);
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
        let changes = self.open_changes().into_iter().map(Block::Change);
        let signals = self.open_signals().into_iter().map(Block::Signal);
        changes.chain(signals).chain(self.suspending().into_iter().map(Block::Suspended))
    }

    pub(super) fn breaks_suspension(&self, party: Name) -> Broken {
        let may = SUSPENDED_BY.contains(&party) && !self.suspending().contains(party);
        (!may).then_some(12).into_iter().collect()
    }

    pub fn planned_rollouts(&self) -> Vec<u32> {
        self.in_use.rollouts.iter().filter(|rollout| !rollout.over).map(|rollout| rollout.number).collect()
    }

    fn starts(&self) -> bool {
        self.phase() == LIVE && self.suspending().is_empty()
    }

    pub(super) fn breaks_plan(&self, on: Day) -> Broken {
        let mut broken: Broken = (!self.starts()).then_some(12).into_iter().collect();
        broken.extend((on < self.day).then_some(16));
        broken.extend((self.planned_rollouts().len() >= 50).then_some(17));
        broken
    }

    pub(super) fn take_plan(&mut self) {
        let number = u32::try_from(self.in_use.rollouts.len() + 1).unwrap();
        self.in_use.rollouts.push(Rollout { number, answers: Vec::new(), over: false });
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
        let latest = |rollout: &Rollout, check: Name| rollout.answers.iter().rev().find(|(c, _)| *c == check).copied();
        let yes = |rollout: &Rollout| CHECKS.iter().all(|(check, _)| latest(rollout, check).is_some_and(|(_, yes)| yes));
        self.rollout(number).is_some_and(yes)
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

    /// When the drill was last held in this stay in use; the day of entering counts too.
    fn last_drill(&self) -> Option<Day> {
        if self.phase() != LIVE {
            return None;
        }
        let (entered, day) = self.entered;
        let held = self.in_use.drilled.iter().rev().find(|(at, _)| *at > entered).map(|(_, day)| *day);
        held.or(Some(day))
    }

    pub(super) fn breaks_drill(&self, on: Day) -> Broken {
        let Some(last) = self.last_drill() else { return Broken::from([12]) };
        let mut broken: Broken = (on > self.day).then_some(14).into_iter().collect();
        broken.extend((on < last).then_some(12));
        broken
    }

    pub(super) fn take_drill(&mut self, on: Day) {
        self.in_use.drilled.push((self.clock, on));
    }

    /// Until when use is allowed before the gate decided.
    pub fn allowed_until(&self) -> Option<Day> {
        self.in_use.allowed.last().and_then(|(_, until)| *until)
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
                Block::Missing(d) | Block::Concept(d) | Block::Old(d) | Block::Expired(d) => *d == name,
                Block::Review(d, _) | Block::StaleReview(d, _) | Block::Changes(d, _) => *d == name,
                _ => false,
            }
        };
        let of_criterion = |name: Name, party: Name| {
            move |block: &Block| match block {
                Block::Open(c, p) | Block::Stale(c, p) | Block::NotMet(c, p) | Block::EvidenceExpired(c, p) => {
                    (*c, *p) == (name, party)
                }
                _ => false,
            }
        };
        let mut found = Vec::new();
        for name in gate(open).needs.iter().map(|needs| needs.document).filter(|name| lacks(&of_document(name))) {
            let known = document(name);
            found.push((Demand::Document(name), known.written_by.map_or(Ok(LEAD), Err), known.reviewers[0].0));
        }
        for (known, _) in asked_at(open) {
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
