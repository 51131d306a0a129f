//! The laws once more, naively, written from the specification alone: everything that happened is kept in lists, and every
//! question is answered by searching them. It knows its funnel by heart and shares no code with the engine.
//!
//! A refusal is told as the set of laws that the command would break, in no order; the engine refuses what breaks any, and
//! names one of them.

mod acts;
mod answers;
mod blocks;
mod bodies;
mod bringing_in;
mod consulting;
mod daily;
mod debts;
mod draw;
mod drive;
mod early;
mod engine_side;
mod expiring;
mod funnel;
mod gates;
mod hearing;
mod helpful;
mod history;
mod in_use;
mod judging;
mod kinds;
mod moving_over;
mod org_side;
mod organisation;
mod parties;
mod people;
mod phases;
mod questions;
mod records;
mod staff;
mod task_side;
mod tasks;
mod tasks_of_bodies;
mod translate;
mod waits;
mod waiving;
mod world;

use std::cell::RefCell;
use std::collections::BTreeSet;

use self::acts::Do;
pub use self::history::Life;
use self::history::{Confirmed, Debt, DebtEvent, Decided, Found, Judged, Opened, Reviewed, Sent, Told, Waived};
use self::parties::Vote;
use self::world::{Day, Name};

/// The laws that a command would break.
pub type Broken = BTreeSet<u8>;

/// The history of one project.
#[expect(clippy::struct_excessive_bools, reason = "each is something that happened or not")]
pub struct Model {
    /// Whether four eyes are relaxed in its funnel.
    pub relaxed: bool,
    pub day: Day,
    version: u8,
    /// How much happened.
    clock: usize,
    told: Vec<Told>,
    confirmed: Vec<Confirmed>,
    sent: Vec<Sent>,
    reviewed: Vec<Reviewed>,
    judged: Vec<Judged>,
    votes: Vec<Vote>,
    /// Every phase it was in.
    phases: Vec<Name>,
    /// Those it went through before it came in.
    before: Vec<Name>,
    /// Those of which the parties joined when it went on under another version.
    joined: Vec<Name>,
    opened: Vec<Opened>,
    /// Whether the last of these is open still.
    open: bool,
    /// The planned day of its decision.
    round_due: Day,
    decided: Vec<Decided>,
    planned: Option<Day>,
    held_until: Option<Day>,
    debts: Vec<Debt>,
    debt_events: Vec<(u32, DebtEvent)>,
    /// When each extra decision was taken, and on what.
    extras: Vec<(usize, u32)>,
    waived: Vec<Waived>,
    pub life: Life,
    closed: bool,
    /// When it last finished, or went on again.
    turned: usize,
    suspended: Vec<(Name, bool)>,
    bodies: bodies::Bodies,
    in_use: in_use::InUse,
    recorded: records::Records,
    expiring: expiring::Expiring,
    early: early::Early,
    organisation: organisation::Organisation,
    /// The day of the meeting that is being recorded.
    meeting: Option<Day>,
    /// When a phase was last left, and its round with it.
    left: usize,
    /// When the present phase was entered, as far as its duties go by it.
    entered: Option<(usize, Day)>,
    /// Whether use was allowed already when the last round was decided.
    spent_at_decision: bool,
    /// What was in the way, and when that was looked up.
    found: RefCell<Option<Found>>,
}

impl Model {
    /// A project in its first phase.
    pub fn new(relaxed: bool) -> Self {
        let mut new = Self {
            relaxed,
            day: 0,
            version: world::FIRST,
            clock: 0,
            told: Vec::new(),
            confirmed: Vec::new(),
            sent: Vec::new(),
            reviewed: Vec::new(),
            judged: Vec::new(),
            votes: Vec::new(),
            phases: vec!["idea"],
            before: Vec::new(),
            joined: Vec::new(),
            opened: Vec::new(),
            open: false,
            round_due: 0,
            decided: Vec::new(),
            planned: None,
            held_until: None,
            debts: Vec::new(),
            debt_events: Vec::new(),
            extras: Vec::new(),
            waived: Vec::new(),
            life: Life::Active,
            closed: false,
            turned: 0,
            suspended: Vec::new(),
            bodies: bodies::Bodies::default(),
            in_use: in_use::InUse::default(),
            recorded: records::Records::default(),
            expiring: expiring::Expiring::default(),
            early: early::Early::default(),
            organisation: organisation::Organisation::default(),
            meeting: None,
            left: 0,
            entered: Some((0, 0)),
            spent_at_decision: false,
            found: RefCell::new(None),
        };
        new.begin_in("idea");
        new
    }

    /// The laws that this would break; none means that it happens.
    pub fn broken(&self, who: u8, act: &Do) -> Broken {
        let mut broken = Broken::new();
        if !self.permitted(who, act) {
            broken.insert(18);
        }
        if let Do::Organisation(act) = act {
            broken.extend(self.breaks_in_organisation(who, act));
            return broken;
        }
        let goes_on = matches!(act, Do::Meet { .. } | Do::Reopen { .. } | Do::Contest { .. } | Do::Uphold { .. });
        let comes_to_light = matches!(act, Do::Signal { .. } | Do::Handle { .. }) && !self.closed;
        if self.life != Life::Active && !goes_on && !comes_to_light {
            broken.insert(1);
            return broken;
        }
        broken.extend(self.breaks(who, act));
        broken
    }

    fn breaks(&self, who: u8, act: &Do) -> Broken {
        match act {
            Do::Tell { .. } | Do::Suppliers { .. } | Do::Organisation(_) => Broken::new(),
            Do::ConfirmFact { fact, value } => self.breaks_fact(who, fact, value),
            Do::Submit { document, hash, complete, dates, .. } => self.breaks_submission(document, *hash, *complete, *dates),
            Do::Review { document, party, approve, reason, with } => {
                let mut broken = self.breaks_review(who, document, party, *approve, *reason);
                broken.extend(with.iter().flat_map(|judging| self.breaks_judging_along(who, document, party, judging)));
                broken
            }
            Do::Judge { party, judging } => self.breaks_judging(who, party, judging),
            Do::Confirm { party, documents, criteria } => self.breaks_confirmation(who, party, documents, criteria),
            Do::Decide { gate, outcome, lessons, conditions } => {
                self.breaks_decision(who, gate, outcome, *lessons, conditions)
            }
            Do::Waive { criterion } => self.breaks_waiver(who, criterion),
            Do::OpenRound => self.planned.is_none().then_some(1).into_iter().collect(),
            Do::EndHold => self.held_until.is_none().then_some(10).into_iter().collect(),
            Do::Extra { condition, after, lessons } => self.breaks_extra(who, *condition, *after, *lessons),
            Do::Reopen { phase } => self.breaks_reopening(who, phase),
            Do::Meet { condition, act } => self.breaks_meeting(who, *condition, *act),
            Do::Ask { .. } | Do::Request { .. } | Do::Volunteer { .. } | Do::Consult { .. } => self.breaks_consulting(act),
            Do::Change { .. } => self.breaks_change(),
            Do::CloseSmall { change } => self.breaks_small(who, *change),
            Do::Signal { on } => self.breaks_signal(*on),
            Do::Handle { signal } => self.breaks_handling(*signal),
            Do::Suspend { party } => self.breaks_suspension(party),
            Do::Plan { on } => self.breaks_plan(*on),
            Do::Check { rollout, party, answers } => self.breaks_check(*rollout, party, answers),
            Do::Start { rollout, on } => self.breaks_start(*rollout, *on),
            Do::Cancel { rollout } => self.breaks_cancel(*rollout),
            Do::Duty { duty, on } => self.breaks_duty(duty, *on),
            Do::Work { on, .. } => (*on > self.day).then_some(14).into_iter().collect(),
            Do::Allow { until, heard } => self.breaks_allowing(who, *until, heard),
            Do::EndUse => self.allowed_until().is_none().then_some(15).into_iter().collect(),
            Do::Resume { party } => (!self.suspending().contains(party)).then_some(12).into_iter().collect(),
            Do::Record { person, on, act } => self.breaks_record(who, *person, *on, act),
            Do::Contest { record } => self.breaks_contest(*record),
            Do::Uphold { gate } => self.breaks_upholding(who, gate),
            Do::Migrate { to, phase } => self.breaks_migration(*to, *phase),
        }
    }

    /// Whether the project was ever in this phase.
    pub fn has_been_in(&self, phase: Name) -> bool {
        self.phases.contains(&phase)
    }

    /// Takes what broke no law.
    pub fn take(&mut self, who: u8, act: &Do) {
        self.clock += 1;
        self.found.replace(None);
        match act {
            Do::Tell { fact, value } => self.take_told(who, fact, value),
            Do::ConfirmFact { fact, value } => self.take_fact(who, fact, value),
            Do::Submit { document, hash, complete, changed, file, dates } => {
                self.note_unheard(document);
                self.take_contract(document, dates.signed);
                let (at, day, until) = (self.clock, self.day, self.last_day(document, dates.ends));
                let (author, hash, complete, file) = (who, *hash, *complete, *file);
                self.sent.push(Sent { at, day, document, author, hash, complete, changed, file, until });
            }
            Do::Review { document, party, approve, with, .. } => {
                self.take_review(who, document, party, *approve);
                for judging in with {
                    self.take_judging(who, party, judging);
                }
            }
            Do::Judge { party, judging } => self.take_judging(who, party, judging),
            Do::Confirm { party, documents, criteria } => self.take_confirmation(who, party, documents, criteria),
            Do::Decide { gate, outcome, conditions, .. } => self.take_decision(who, gate, outcome, conditions),
            Do::Waive { criterion } => self.take_waiver(who, criterion),
            Do::OpenRound => self.open_planned(),
            Do::EndHold => self.end_hold(),
            Do::Extra { condition, after, .. } => self.take_extra(who, *condition, *after),
            Do::Reopen { phase } => self.take_reopening(who, phase),
            Do::Meet { condition, act } => self.take_meeting(who, *condition, *act),
            Do::Ask { .. } | Do::Request { .. } | Do::Volunteer { .. } | Do::Consult { .. } => self.take_consulting(act),
            Do::Resume { party } => self.suspended.push((*party, false)),
            Do::Suspend { party } => self.suspended.push((*party, true)),
            Do::Change { kind } => self.take_change(who, kind),
            Do::CloseSmall { change } => self.take_small(*change),
            Do::Signal { .. } => self.take_signal(),
            Do::Handle { signal } => {
                self.take_handling(*signal);
                self.close_when_done();
            }
            Do::Plan { on } => self.take_plan(*on),
            Do::Check { rollout, answers, .. } => self.take_check(*rollout, answers),
            Do::Start { rollout, .. } | Do::Cancel { rollout } => self.end_rollout(*rollout),
            Do::Duty { duty, on } => self.take_duty(duty, *on),
            Do::Suppliers { names } => self.take_suppliers(names),
            Do::Organisation(act) => self.take_in_organisation(who, act),
            Do::Work { phase, on } => self.take_work(phase, *on),
            Do::Allow { until, .. } => self.take_allowing(who, *until),
            Do::EndUse => self.end_use(),
            Do::Record { person, on, act } => self.take_record(*person, *on, act),
            Do::Contest { record } => self.take_contest(*record),
            Do::Uphold { gate } => self.take_upholding(gate),
            Do::Migrate { to, phase } => self.take_migration(*to, *phase),
        }
        // What a gap in the organisation held open alone is closed with what happens next in the project.
        if !matches!(act, Do::Organisation(_)) {
            self.close_causes();
        }
        self.prove_duties();
        self.found.replace(None);
    }
}
