//! What decisions still demand (law 3), and what is set aside (law 2).

use super::acts::{After, Demand, Meeting, Wish};
use super::parties::{Choice, Matter, Poll};
use super::world::{self, CLOSING, Day, LEAD, Name, criterion, document, gate, gate_in};
use super::{Broken, Debt, DebtEvent, Life, Model};

/// The gates that *go* leads to, nearest first.
fn later(version: u8, from: Name) -> Vec<Name> {
    let mut found = Vec::new();
    let mut next = gate(from).go_to;
    while let Some(phase) = next {
        let name = gate_in(version, phase).name;
        if found.contains(&name) {
            break;
        }
        found.push(name);
        next = gate(name).go_to;
    }
    found
}

impl Model {
    fn is_open(&self, number: u32) -> bool {
        !self.debt_events.iter().any(|(n, event)| *n == number && matches!(event, DebtEvent::Closed))
    }

    pub(super) fn open_debts(&self) -> impl Iterator<Item = &Debt> {
        self.debts.iter().filter(|debt| self.is_open(debt.number))
    }

    pub(super) fn open_debt(&self, number: u32) -> Option<&Debt> {
        self.open_debts().find(|debt| debt.number == number)
    }

    pub(super) fn due_of(&self, number: u32) -> Day {
        let due = |(n, event): &(u32, DebtEvent)| match event {
            DebtEvent::Due(day) if *n == number => Some(*day),
            _ => None,
        };
        self.debt_events.iter().rev().find_map(due).unwrap()
    }

    /// Who says that it is met, unless that was answered.
    pub(super) fn reported(&self, number: u32) -> Option<u8> {
        let last = self.debt_events.iter().rev().find(|(n, event)| {
            *n == number && matches!(event, DebtEvent::Reported(_) | DebtEvent::SentBack | DebtEvent::Due(_))
        });
        match last {
            Some((_, DebtEvent::Reported(by))) => Some(*by),
            _ => None,
        }
    }

    /// Whether an overdue condition waits for an extra decision.
    pub(super) fn called(&self, number: u32) -> bool {
        let last = self.debt_events.iter().rev().find(|(n, event)| {
            *n == number && matches!(event, DebtEvent::Called(_) | DebtEvent::Decided | DebtEvent::Closed)
        });
        matches!(last, Some((_, DebtEvent::Called(_))))
    }

    /// When the last extra decision on it was called.
    pub(super) fn called_on(&self, number: u32) -> Day {
        let called = |(n, event): &(u32, DebtEvent)| match event {
            DebtEvent::Called(day) if *n == number => Some(*day),
            _ => None,
        };
        self.debt_events.iter().rev().find_map(called).unwrap()
    }

    pub(super) fn extras(&self) -> Vec<u32> {
        self.debts.iter().map(|debt| debt.number).filter(|number| self.called(*number)).collect()
    }

    /// What time does to conditions.
    pub(super) fn call_extra_decisions(&mut self) {
        if self.life != Life::Active || self.phase() != world::LIVE {
            return;
        }
        let late = |debt: &&Debt| self.due_of(debt.number) < self.day && !self.called(debt.number);
        let late: Vec<u32> = self.open_debts().filter(late).map(|debt| debt.number).collect();
        self.debt_events.extend(late.into_iter().map(|number| (number, DebtEvent::Called(self.day))));
    }

    pub(super) fn impose(
        &mut self,
        demand: Demand,
        owner: Result<u8, Name>,
        accepted_by: Name,
        due: Day,
        blocks: Option<Name>,
    ) {
        let number = u32::try_from(self.debts.len() + 1).unwrap();
        self.debts.push(Debt { number, demand, owner, accepted_by, blocks });
        self.debt_events.push((number, DebtEvent::Due(due)));
    }

    /// As what each point in the way can be deferred, where it can be.
    fn deferred(&self, at: Name) -> Vec<Option<Demand>> {
        use super::acts::Block::StaleReview;
        use super::acts::Block::{Changes, Concept, EvidenceExpired, Expired, Missing, NotMet, Old, Open, Review, Stale};
        // Where nothing comes after, a document is there now or never.
        let needs = |name: Name| {
            let goes_on = gate(at).go_to.is_some();
            goes_on && gate(at).needs.iter().any(|needs| needs.document == name && needs.deferrable)
        };
        let complete = |name: Name| gate(at).needs.iter().any(|needs| needs.document == name && needs.complete);
        let may_wait = |name: Name| criterion(name).deferrable && !criterion(name).legal;
        self.blocks()
            .into_iter()
            .map(|block| match block {
                Missing(d) | Concept(d) | Old(d) | Expired(d) | Review(d, _) | StaleReview(d, _) | Changes(d, _)
                    if needs(d) =>
                {
                    Some(Demand::Document(d, complete(d)))
                }
                Open(c, party) | Stale(c, party) | NotMet(c, party) | EvidenceExpired(c, party) if may_wait(c) => {
                    Some(Demand::Criterion(c, party))
                }
                _ => None,
            })
            .collect()
    }

    pub(super) fn breaks_conditional_go(&self, at: Name, conditions: &[Wish]) -> Broken {
        let mut broken = Broken::new();
        if conditions.is_empty() {
            broken.insert(17);
        }
        let deferred = self.deferred(at);
        let covered = |demand: &Option<Demand>| demand.is_some_and(|d| conditions.iter().any(|c| c.demand == d));
        if !deferred.iter().all(covered) {
            broken.insert(3);
        }
        for wish in conditions {
            if !(1..=730).contains(&(wish.due - self.day)) {
                broken.insert(16);
            }
            if wish.demand == Demand::Agreed && !wish.text {
                broken.insert(10);
            }
            if wish.demand != Demand::Agreed && !deferred.contains(&Some(wish.demand)) {
                broken.insert(3);
            }
            if wish.blocks.is_some_and(|blocks| !later(self.version(), at).contains(&blocks)) {
                broken.insert(3);
            }
        }
        broken
    }

    pub(super) fn take_conditions(&mut self, at: Name, conditions: &[Wish]) {
        for wish in conditions {
            let accepted_by = match wish.demand {
                Demand::Document(name, _) => document(name).reviewers[0].0,
                Demand::Criterion(_, party) => party,
                Demand::Agreed | Demand::Closing(_) => gate(at).decided_by,
            };
            let blocks = wish.blocks.or_else(|| later(self.version(), at).first().copied());
            self.impose(wish.demand, Ok(wish.owner), accepted_by, wish.due, blocks);
        }
    }

    /// Law 13: the project is over, and with it what was demanded before; what stopping asks for comes in its place. What the
    /// decision that ended it `imposed` stays as well.
    pub(super) fn finish(&mut self, life: Life, imposed: usize) {
        self.life = life;
        self.turned = self.clock;
        self.end_use();
        self.open = false;
        (self.planned, self.held_until) = (None, None);
        let before = self.debts.len() - imposed;
        let over: Vec<u32> = self.open_debts().map(|debt| debt.number).filter(|n| *n as usize <= before).collect();
        self.debt_events.extend(over.into_iter().map(|number| (number, DebtEvent::Closed)));
        for (name, owner, accepted_by, days, from) in CLOSING {
            if from.is_none_or(|phase| self.phases.contains(&phase) || self.before.contains(&phase)) {
                let due = world::working_days(self.day, days);
                self.impose(Demand::Closing(name), owner.map_or(Ok(LEAD), Err), accepted_by, due, None);
            }
        }
        self.close_when_done();
    }

    pub(super) fn close_when_done(&mut self) {
        let nothing = self.open_debts().next().is_none() && self.open_signals().is_empty();
        self.closed = self.life != Life::Active && nothing;
    }

    /// It goes on again: nothing has to be closed any more.
    pub(super) fn forget_closing(&mut self) {
        let closing: Vec<u32> = self.open_debts().map(|debt| debt.number).collect();
        self.debt_events.extend(closing.into_iter().map(|number| (number, DebtEvent::Closed)));
        self.closed = false;
    }

    pub(super) fn breaks_meeting(&self, who: u8, number: u32, act: Meeting) -> Broken {
        let Some(debt) = self.open_debt(number) else { return Broken::from([3]) };
        let mut broken = Broken::new();
        if act == Meeting::Report {
            return broken;
        }
        let reported = self.reported(number);
        if reported.is_none() {
            broken.insert(3);
        }
        if act == Meeting::Accept {
            let own = |voice: u8| reported == Some(voice);
            if !self.relaxed && self.only_speaks_for(who, debt.accepted_by, own) {
                broken.insert(5);
            }
            if let Demand::Document(name, complete) = debt.demand
                && (!self.approved(name, complete) || self.is_expired(name))
            {
                broken.insert(2);
            }
        }
        broken
    }

    /// Whether every party that reviews a document approved its present revision.
    pub(super) fn approved(&self, name: Name, complete: bool) -> bool {
        let revision = self.revisions(name);
        let by = |party| {
            let last = self.last_review(name, party);
            last.is_some_and(|r| r.approve && r.revision == revision) && !self.asked_again_to_review(name, party)
        };
        self.latest(name).is_some_and(|sent| sent.complete || !complete) && self.reviewers(name).all(by)
    }

    pub(super) fn take_meeting(&mut self, who: u8, number: u32, act: Meeting) {
        let event = match act {
            Meeting::Report => DebtEvent::Reported(who),
            Meeting::SendBack => DebtEvent::SentBack,
            Meeting::Accept => DebtEvent::Closed,
        };
        self.debt_events.push((number, event));
        if self.life != Life::Active {
            self.close_when_done();
        }
    }

    pub(super) fn extra_poll<'a>(&self, number: u32, after: After, own: &'a dyn Fn(u8) -> bool) -> Poll<'a> {
        let gate = self.gate_of(self.phase());
        let taken = self.extras.iter().rev().find(|(_, n)| *n == number).map_or(0, |(at, _)| *at);
        Poll {
            party: gate.decided_by,
            rule: gate.rule,
            matter: Matter::Extra(number),
            choice: Choice::After(after),
            own,
            since: taken.max(self.decided_at()).max(self.turned),
        }
    }

    pub(super) fn breaks_extra(&self, who: u8, number: u32, after: After, lessons: bool) -> Broken {
        let mut broken = Broken::new();
        // Who met the condition in the meantime took the reason for the decision away.
        if !self.called(number) {
            broken.insert(3);
        }
        match after {
            After::GoOn(due) if !(1..=730).contains(&(due - self.day)) => broken.extend([16]),
            After::Stop if !lessons => broken.extend([13]),
            _ => {}
        }
        broken.extend(self.breaks_vote(who, &self.extra_poll(number, after, &self.leads_alone(self.gate_of(self.phase())))));
        broken
    }

    pub(super) fn take_extra(&mut self, who: u8, number: u32, after: After) {
        let gate = self.gate_of(self.phase());
        let own = self.leads_alone(gate);
        if self.vote(who, &self.extra_poll(number, after, &own)) != Some(Choice::After(after)) {
            return;
        }
        self.extras.push((self.clock, number));
        self.debt_events.push((number, DebtEvent::Decided));
        match after {
            After::GoOn(due) => self.debt_events.push((number, DebtEvent::Due(due))),
            After::Pause => self.suspended.push((gate.decided_by, true)),
            After::Stop => self.stop(gate),
        }
    }

    /// What a conditional go would defer, where it can defer everything that is in the way.
    pub fn may_defer(&self) -> Option<Vec<Demand>> {
        let gate = self.open_round()?.gate;
        self.deferred(gate).into_iter().collect()
    }
}
