//! Recorded on behalf (law 14): what somebody answered elsewhere is entered by another, and can be contested.

use super::acts::{Block, Do};
use super::bodies::Say;
use super::parties::Vote;
use super::people::asks;
use super::world::{self, Day, LEAD, Name, Rule, the_party, working_days};
use super::{Broken, Judged, Life, Model, Reviewed};

const CONTEST_DAYS: Day = 5;

/// What a record holds, by where it stands in the lists.
#[derive(Clone, Copy)]
enum What {
    Vote(usize),
    Review(usize),
    Judgement(usize),
    Fact(usize),
    Decision(usize),
    Advice(u32, usize),
    Allowed(usize),
}

struct Record {
    number: u32,
    person: u8,
    party: Name,
    until: Day,
    what: Vec<What>,
    contested: bool,
}

/// Everything that was recorded, and what became of it.
#[derive(Default)]
pub struct Records {
    all: Vec<Record>,
    /// Contested decisions: when, of which gate and round.
    decisions: Vec<(usize, Name, usize)>,
    upheld: Vec<(usize, Name)>,
}

impl Model {
    /// The party whose answer it is; none where it cannot be recorded for somebody else.
    fn recorded_party(&self, act: &Do) -> Option<Name> {
        match act {
            Do::Review { party, .. } | Do::Judge { party, .. } => Some(party),
            Do::ConfirmFact { fact, .. } => super::answers::confirmed_by(fact),
            Do::Decide { gate, .. } => Some(world::gate(gate).decided_by).filter(|_| self.has_gate(gate)),
            Do::Allow { .. } | Do::EndUse => Some("board"),
            Do::Consult { number, say: Say::Establish(_) | Say::Opine | Say::Confirm } => self.body_of(*number),
            _ => None,
        }
    }

    pub(super) fn records(&self, who: u8, act: &Do) -> bool {
        let Some(party) = self.recorded_party(act) else { return true };
        if matches!(act, Do::Consult { say: Say::Opine, .. }) {
            return party == "council" && self.speaks_for(who, "coach").contains(&who);
        }
        the_party(party).recorded_by.iter().any(|by| !self.speaks_for(who, by).is_empty())
    }

    pub(super) fn breaks_record(&self, who: u8, person: u8, on: Day, act: &Do) -> Broken {
        if self.recorded_party(act).is_none() {
            return Broken::from([14]);
        }
        let mut broken = self.broken(person, act);
        let lead_decides = who == LEAD && matches!(act, Do::Decide { .. } | Do::Allow { .. });
        if lead_decides || on > self.day || on < self.could_be(act) {
            broken.insert(14);
        }
        broken
    }

    /// The first day on which it can have happened.
    fn could_be(&self, act: &Do) -> Day {
        let submitted = |name: Name| self.latest(name).map_or(0, |sent| sent.day);
        match act {
            Do::Review { document, .. } => submitted(document),
            Do::Judge { judging, .. } => {
                let opened = self.open_round().map_or(0, |open| open.day);
                let asked = self.open_round().and_then(|open| asks(judging.criterion, open.gate));
                asked.map_or(0, |asked| asked.on.iter().map(|(name, _)| submitted(name)).max().unwrap_or(0)).max(opened)
            }
            Do::Decide { .. } => self.open_round().map_or(0, |open| open.day),
            Do::Consult { number, .. } => self.opened_on(*number),
            _ => 0,
        }
    }

    pub(super) fn take_record(&mut self, person: u8, on: Day, act: &Do) {
        let party = self.recorded_party(act).unwrap();
        let before = [self.votes.len(), self.reviewed.len(), self.judged.len(), self.confirmed.len(), self.decided.len()];
        let allowed = self.allowed_until();
        self.meeting = Some(on);
        self.take(person, act);
        self.meeting = None;
        let mut what: Vec<What> = (before[0]..self.votes.len()).map(What::Vote).collect();
        what.extend((before[1]..self.reviewed.len()).map(What::Review));
        what.extend((before[2]..self.judged.len()).map(What::Judgement));
        what.extend((before[3]..self.confirmed.len()).map(What::Fact));
        what.extend((before[4]..self.decided.len()).map(What::Decision));
        let allows = allowed.is_none() && self.allowed_until().is_some();
        what.extend(allows.then_some(What::Allowed(self.clock)));
        let mut happened = !what.is_empty() || matches!(act, Do::EndUse);
        if let Do::Consult { number, say } = act {
            happened = true;
            what.extend((*say != Say::Opine).then_some(What::Advice(*number, self.clock)));
        }
        if happened {
            let number = u32::try_from(self.recorded.all.len() + 1).unwrap();
            let until = working_days(self.day, CONTEST_DAYS);
            self.recorded.all.push(Record { number, person, party, until, what, contested: false });
        }
    }

    fn record(&self, number: u32) -> Option<&Record> {
        self.recorded.all.iter().find(|record| record.number == number && self.can_be_contested(record))
    }

    fn can_be_contested(&self, record: &Record) -> bool {
        !record.contested && record.what.iter().any(|what| self.stands(*what))
    }

    /// Whether this was not answered anew since.
    fn stands(&self, what: What) -> bool {
        match what {
            What::Vote(at) => {
                let old = &self.votes[at];
                let same = |new: &Vote| (new.matter, new.party, new.voter) == (old.matter, old.party, old.voter);
                !self.votes[at + 1..].iter().any(same)
            }
            What::Review(at) => {
                let old = &self.reviewed[at];
                let same =
                    |new: &Reviewed| (new.document, new.party, new.revision) == (old.document, old.party, old.revision);
                !self.reviewed[at + 1..].iter().any(same)
            }
            What::Judgement(at) => {
                let old = &self.judged[at];
                let of = |j: &Judged| (j.criterion, j.party, j.gate, j.round);
                !self.judged[at + 1..].iter().any(|new| of(new) == of(old))
            }
            What::Fact(at) => !self.confirmed[at + 1..].iter().any(|new| new.fact == self.confirmed[at].fact),
            What::Decision(at) => {
                let old = &self.decided[at];
                !self.decided[at + 1..].iter().any(|new| (new.gate, new.round) == (old.gate, old.round))
            }
            What::Advice(number, at) => !self.said_after(number, at),
            What::Allowed(at) => !self.allowed_after(at),
        }
    }

    pub(super) fn contests(&self, who: u8, number: u32) -> bool {
        let chair = |party: Name| self.speaks_for(who, party).contains(&the_party(party).members[0]);
        self.record(number).is_none_or(|record| record.person == who || chair(record.party))
    }

    pub(super) fn breaks_contest(&self, number: u32) -> Broken {
        let may = self.record(number).is_some_and(|record| self.day <= record.until);
        (!may).then_some(14).into_iter().collect()
    }

    pub(super) fn take_contest(&mut self, number: u32) {
        let record = self.recorded.all.iter_mut().find(|record| record.number == number).unwrap();
        record.contested = true;
        let what = record.what.clone();
        for what in what.into_iter().filter(|what| self.stands(*what)).collect::<Vec<_>>() {
            match what {
                What::Vote(at) => self.votes[at].void = true,
                What::Review(at) => {
                    self.reviewed[at].void = true;
                    self.ask_contested_review(at);
                }
                What::Judgement(at) => {
                    self.judged[at].void = true;
                    self.ask_contested_answer(at);
                }
                What::Fact(at) => self.confirmed[at].void = true,
                What::Decision(at) => {
                    let decided = &self.decided[at];
                    self.recorded.decisions.push((self.clock, decided.gate, decided.round));
                }
                What::Advice(consultation, _) => self.unsay(consultation),
                What::Allowed(_) => self.end_use(),
            }
        }
    }

    /// The decisions that wait for a new look: not upheld, and not taken anew.
    fn contested_decisions(&self) -> Vec<(Name, usize)> {
        let latest = |at: usize, gate: Name| !self.recorded.decisions.iter().any(|(other, g, _)| *other > at && *g == gate);
        let upheld = |at: usize, gate: Name| self.recorded.upheld.iter().any(|(when, g)| *when > at && *g == gate);
        let anew = |at: usize, gate: Name| self.decided.iter().any(|d| d.at > at && d.gate == gate && d.closes());
        let all = self.recorded.decisions.iter();
        let open = all.filter(|(at, gate, _)| latest(*at, gate) && !upheld(*at, gate) && !anew(*at, gate));
        open.map(|(_, gate, round)| (*gate, *round)).filter(|(gate, _)| self.has_gate(gate)).collect()
    }

    pub(super) fn contested_blocks(&self, open: Name) -> impl Iterator<Item = Block> {
        let elsewhere = self.contested_decisions().into_iter().filter(move |(gate, _)| *gate != open);
        elsewhere.map(|(gate, round)| Block::Contested(gate, round))
    }

    pub(super) fn upholds(&self, who: u8, name: Name) -> bool {
        let gate = world::gate(name);
        if !self.has_gate(name) {
            return true;
        }
        let voices = self.speaks_for(who, gate.decided_by);
        if gate.rule == Rule::Any { !voices.is_empty() } else { voices.contains(&the_party(gate.decided_by).members[0]) }
    }

    pub(super) fn breaks_upholding(&self, who: u8, name: Name) -> Broken {
        let contested = self.contested_decisions().iter().any(|(gate, _)| *gate == name);
        let mut broken: Broken = (!contested).then_some(14).into_iter().collect();
        broken.extend(self.only_speaks_for(who, world::gate(name).decided_by, |voice| voice == LEAD).then_some(5));
        broken
    }

    pub(super) fn take_upholding(&mut self, name: Name) {
        self.recorded.upheld.push((self.clock, name));
    }

    /// What the driver may contest, the newest first.
    pub fn contestable(&self) -> Vec<(u32, u8)> {
        let open = self.recorded.all.iter().rev().filter(|r| self.day <= r.until && self.can_be_contested(r));
        open.map(|record| (record.number, record.person)).collect()
    }

    /// A decision that waits for a new look.
    pub fn doubted(&self) -> Option<Name> {
        self.contested_decisions().first().map(|(gate, _)| *gate).filter(|_| self.life == Life::Active)
    }
}
