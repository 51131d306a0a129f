//! One phase, and only a decision at its gate moves the project (laws 1, 10, 13 and 16).

use super::acts::{Outcome, Wish};
use super::parties::{Choice, Matter, Poll};
use super::world::{self, Gate, LEAD, Name, Rule, gate, place};
use super::{Broken, Decided, Life, Model, Opened};

impl Decided {
    /// Whether it closed its round.
    pub(super) fn closes(&self) -> bool {
        !matches!(self.outcome, Outcome::Hold(_))
    }
}

impl Model {
    pub fn phase(&self) -> Name {
        self.phases.last().unwrap()
    }

    /// The gate that is open, with its round.
    pub(super) fn open_round(&self) -> Option<&Opened> {
        self.opened.last().filter(|_| self.open)
    }

    /// The gate that is open, with its round.
    pub fn round(&self) -> Option<(Name, usize)> {
        self.open_round().map(|open| (open.gate, open.number))
    }

    /// When a round was last closed.
    pub(super) fn decided_at(&self) -> usize {
        self.decided.iter().rev().find(|decided| decided.closes()).map_or(0, |decided| decided.at)
    }

    pub(super) fn leads(&self) -> impl Fn(u8) -> bool + use<> {
        let strict = !self.relaxed;
        move |person| strict && person == LEAD
    }

    /// Nobody decides alone on a project they lead (law 5).
    pub(super) fn leads_alone(&self, gate: &Gate) -> impl Fn(u8) -> bool + use<> {
        let applies = !self.relaxed && matches!(gate.rule, Rule::Any | Rule::Chair);
        move |person| applies && person == LEAD
    }

    pub(super) fn decision_poll<'a>(&self, at: &Gate, outcome: Outcome, own: &'a dyn Fn(u8) -> bool) -> Poll<'a> {
        let last = self.decided.last().map_or(0, |decided| decided.at);
        Poll {
            party: at.decided_by,
            rule: at.rule,
            matter: Matter::Decide(at.name, self.round().map_or(0, |(_, number)| number)),
            choice: Choice::Decide(outcome),
            own,
            since: last.max(self.turned),
        }
    }

    pub(super) fn breaks_decision(
        &self,
        who: u8,
        name: Name,
        outcome: &Outcome,
        lessons: bool,
        conditions: &[Wish],
    ) -> Broken {
        let mut broken = Broken::new();
        if self.round().is_none_or(|(open, _)| open != name) {
            broken.insert(1);
            return broken;
        }
        let at = gate(name);
        broken.extend(self.breaks_vote(who, &self.decision_poll(at, *outcome, &self.leads_alone(at))));
        if *outcome != Outcome::If && !conditions.is_empty() {
            broken.insert(3);
        }
        match outcome {
            Outcome::Go if !self.blocks().is_empty() => broken.extend([2]),
            Outcome::If => broken.extend(self.breaks_conditional_go(name, conditions)),
            Outcome::Rework(to) if !at.rework_to.contains(to) => broken.extend([1]),
            Outcome::Hold(until) if !(1..=366).contains(&(until - self.day)) => broken.extend([16]),
            Outcome::Stop if !lessons => broken.extend([13]),
            _ => {}
        }
        broken
    }

    pub(super) fn take_decision(&mut self, who: u8, name: Name, outcome: &Outcome, conditions: &[Wish]) {
        let at = gate(name);
        let own = self.leads_alone(at);
        if self.vote(who, &self.decision_poll(at, *outcome, &own)) != Some(Choice::Decide(*outcome)) {
            return;
        }
        let round = self.round().map_or(0, |(_, number)| number);
        self.decided.push(Decided { at: self.clock, gate: name, round, outcome: *outcome });
        if let Outcome::Hold(until) = outcome {
            self.held_until = Some(*until);
            return;
        }
        self.held_until = None;
        self.spent_at_decision = self.allowed_until().is_some();
        self.decided_in_bodies(name, outcome);
        self.take_conditions(name, conditions);
        match outcome {
            Outcome::Hold(_) => {}
            Outcome::Stop => self.stop(at),
            Outcome::Rework(to) if *to == self.phase() => self.open_next(name, true),
            Outcome::Rework(to) => self.enter(to),
            Outcome::Go | Outcome::If => match at.go_to {
                None => self.finish(Life::Retired, conditions.len()),
                Some(to) if to == self.phase() => self.plan_or_open(at),
                Some(to) => self.enter(to),
            },
        }
    }

    pub(super) fn stop(&mut self, at: &Gate) {
        match at.stop_to {
            Some(phase) => self.enter(phase),
            None => self.finish(Life::Stopped(at.name), 0),
        }
    }

    pub(super) fn enter(&mut self, phase: Name) {
        if phase != self.phase() {
            (self.entered, self.left) = (Some((self.clock, self.day)), self.clock);
        }
        self.phases.push(phase);
        self.enter_on(phase);
        if phase == world::LIVE {
            self.goes_live();
        }
        // What was put on hold or planned was a round of the phase that was left.
        (self.held_until, self.planned) = (None, None);
        self.plan_or_open(self.gate_of(phase));
    }

    /// Its first phase here: the gate opens, or is planned. Where it came in, time begins its duties.
    pub(super) fn begin_in(&mut self, phase: Name) {
        (self.opened, self.early, self.entered) = (Vec::new(), super::early::Early::default(), None);
        self.entered = self.before.is_empty().then_some((0, 0));
        self.enter_on(phase);
        self.plan_or_open(self.gate_of(phase));
    }

    pub(super) fn plan_or_open(&mut self, at: &Gate) {
        match at.every {
            None => self.open_next(at.name, false),
            Some(days) => {
                self.open = false;
                self.planned = Some(self.day + days);
            }
        }
    }

    fn open_next(&mut self, name: Name, carries: bool) {
        let number = self.opened.iter().filter(|opened| opened.gate == name).count() + 1;
        self.opened.push(Opened { gate: name, number, day: self.day, carries });
        (self.open, self.planned) = (true, None);
        self.round_due = world::working_days(self.day, world::GATE_TERM);
    }

    /// The gate goes on, with a new term.
    pub(super) fn end_hold(&mut self) {
        self.held_until = None;
        self.round_due = world::working_days(self.day, world::GATE_TERM);
    }

    pub(super) fn open_planned(&mut self) {
        let name = self.gate_of(self.phase()).name;
        self.open_next(name, false);
    }

    /// Law 16: what time makes happen on this day, once.
    pub fn time_passes(&mut self, day: world::Day) {
        self.day = day;
        self.clock += 1;
        self.evidence_runs_out();
        if self.life != Life::Active {
            return;
        }
        self.entered = self.entered.or(Some((self.clock, day)));
        if self.held_until.is_some_and(|until| until <= day) {
            self.end_hold();
        }
        if self.planned.is_some_and(|on| on <= day) {
            self.open_planned();
        }
        if self.allowed_until().is_some_and(|until| until < day) {
            self.end_use();
        }
        self.call_extra_decisions();
        self.documents_run_out();
        self.terms_pass();
    }

    fn reopening_poll<'a>(&self, at: &Gate, phase: Name, own: &'a dyn Fn(u8) -> bool) -> Poll<'a> {
        Poll {
            party: at.decided_by,
            rule: at.rule,
            matter: Matter::Reopen,
            choice: Choice::Reopen(phase),
            own,
            since: self.turned,
        }
    }

    /// Law 1: by the gate that stopped it, in a phase no later than it left.
    pub(super) fn breaks_reopening(&self, who: u8, phase: Name) -> Broken {
        let Life::Stopped(by) = self.life else { return Broken::from([1]) };
        let at = gate(by);
        let mut broken = self.breaks_vote(who, &self.reopening_poll(at, phase, &self.leads_alone(at)));
        if place(phase) > place(self.phase()) {
            broken.insert(1);
        }
        broken
    }

    pub(super) fn take_reopening(&mut self, who: u8, phase: Name) {
        let Life::Stopped(by) = self.life else { unreachable!() };
        let own = self.leads_alone(gate(by));
        if self.vote(who, &self.reopening_poll(gate(by), phase, &own)) == Some(Choice::Reopen(phase)) {
            self.life = Life::Active;
            self.turned = self.clock;
            self.forget_closing();
            self.enter(phase);
        }
    }
}
