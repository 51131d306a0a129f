//! Evidence of the organisation: judged once, rested on by every project (laws 3, 4, 5, 11 and 12).

use std::collections::BTreeSet;

use super::acts::{Block, OrgDo};
use super::judging::AskedNow;
use super::world::{Day, EVERYBODY, Name, the_party, working_days};
use super::{Broken, Judged, Model};

/// A kind: who submits it, who judges it, and how many days a judgement counts.
pub struct Kind {
    pub name: Name,
    /// Whether each supplier has its own.
    pub of_supplier: bool,
    pub submitted_by: Name,
    pub judged_by: Name,
    pub days: Option<Day>,
}

pub const EVIDENCE: [Kind; 2] = [
    Kind { name: "norm", of_supplier: false, submitted_by: "care", judged_by: "quality", days: Some(90) },
    Kind { name: "certificate", of_supplier: true, submitted_by: "ict", judged_by: "ict", days: None },
];
pub const SUPPLIERS: [Name; 2] = ["acme", "bolt"];
/// All that there can be: of a kind, and of which supplier.
pub type Id = (Name, Option<Name>);
/// Working days to judge it, and days ahead on which its owners hear that it runs out.
pub const JUDGE_TERM: Day = 10;
pub const AHEAD: Day = 60;

pub fn kind(name: Name) -> &'static Kind {
    EVIDENCE.iter().find(|kind| kind.name == name).unwrap()
}

/// Whether projects can rest on evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    Missing,
    Unjudged,
    Insufficient,
    Expired(Day),
    Valid,
}

struct Submitted {
    day: Day,
    id: Id,
    author: u8,
    hash: u8,
    until: Option<Day>,
}

struct Judgement {
    at: usize,
    id: Id,
    revision: usize,
    sufficient: bool,
    until: Option<Day>,
}

/// What happened in the organisation.
#[derive(Default)]
pub struct Organisation {
    submitted: Vec<Submitted>,
    judged: Vec<Judgement>,
    /// Of which evidence, when it was adopted, and by when the gap is closed.
    plans: Vec<(Id, usize, Day)>,
    /// Of which judgement its owners heard that it runs out.
    heard: Vec<usize>,
    suppliers: Vec<Name>,
}

impl Model {
    /// How many revisions there are.
    pub fn evidence_revisions(&self, id: Id) -> usize {
        self.organisation.submitted.iter().filter(|known| known.id == id).count()
    }

    fn submitted(&self, id: Id) -> Option<&Submitted> {
        self.organisation.submitted.iter().rev().find(|known| known.id == id)
    }

    /// The answer on the present revision.
    fn judged_now(&self, id: Id) -> Option<&Judgement> {
        let last = self.organisation.judged.iter().rev().find(|judged| judged.id == id);
        last.filter(|judged| judged.revision == self.evidence_revisions(id))
    }

    pub fn standing(&self, id: Id) -> Standing {
        match (self.submitted(id), self.judged_now(id)) {
            (None, _) => Standing::Missing,
            (_, None) => Standing::Unjudged,
            (_, Some(judged)) if !judged.sufficient => Standing::Insufficient,
            (_, Some(judged)) => match judged.until {
                Some(until) if until < self.day => Standing::Expired(until),
                _ => Standing::Valid,
            },
        }
    }

    /// The board's plan for a gap, until its day, or until the gap is closed.
    pub fn plan(&self, id: Id) -> Option<Day> {
        let (_, at, due) = self.organisation.plans.iter().rev().find(|(of, ..)| *of == id)?;
        let closed = self.organisation.judged.iter().any(|judged| judged.id == id && judged.sufficient && judged.at > *at);
        Some(*due).filter(|due| !closed && *due >= self.day)
    }

    /// Which evidence a criterion rests on here.
    fn needed(&self, now: &AskedNow) -> Vec<Id> {
        let of_kind = |name: &Name| -> Vec<Id> {
            let suppliers = &self.organisation.suppliers;
            if kind(name).of_supplier && !suppliers.is_empty() {
                suppliers.iter().map(|supplier| (*name, Some(*supplier))).collect()
            } else {
                vec![(*name, None)]
            }
        };
        now.asked.organisation.iter().flat_map(of_kind).collect()
    }

    /// What of it cannot be rested on.
    fn lacking(&self, now: &AskedNow) -> Vec<Id> {
        self.needed(now).into_iter().filter(|id| self.standing(*id) != Standing::Valid).collect()
    }

    pub(super) fn rests_on_gap(&self, now: &AskedNow) -> bool {
        !self.lacking(now).is_empty()
    }

    /// The revisions that an answer would rest on today.
    pub(super) fn frozen(&self, now: &AskedNow) -> Vec<(Id, usize)> {
        let there = self.needed(now).into_iter().map(|id| (id, self.evidence_revisions(id)));
        there.filter(|(_, revision)| *revision > 0).collect()
    }

    /// Law 4: it is other evidence than it was, or a *met* rests on what no longer counts.
    pub(super) fn organisation_changed(&self, now: &AskedNow, judged: &Judged) -> bool {
        let met = judged.answer == super::acts::Answer::Met;
        self.frozen(now) != judged.frozen || (met && self.rests_on_gap(now))
    }

    /// A gap is in the way, for whatever the party answered; with a plan of the board for all of it, it is only shown.
    pub(super) fn gap_blocks(&self, name: Name, party: Name, now: &AskedNow) -> Option<Vec<Block>> {
        let lacking = self.lacking(now);
        if lacking.is_empty() {
            return None;
        }
        if lacking.iter().all(|id| self.plan(*id).is_some()) {
            return Some(Vec::new());
        }
        Some(lacking.into_iter().map(|id| Block::Gap(name, party, id, self.standing(id))).collect())
    }

    pub(super) fn may_in_organisation(&self, who: u8, act: &OrgDo) -> bool {
        match act {
            OrgDo::Submit { id, .. } => self.member(who, kind(id.0).submitted_by),
            OrgDo::Judge { id, .. } => self.member(who, kind(id.0).judged_by),
            OrgDo::Plan { .. } => self.speaks_for(who, "board").contains(&the_party("board").members[0]),
        }
    }

    pub(super) fn breaks_in_organisation(&self, who: u8, act: &OrgDo) -> Broken {
        let mut broken = Broken::new();
        let (OrgDo::Submit { id, .. } | OrgDo::Judge { id, .. } | OrgDo::Plan { id, .. }) = act;
        if kind(id.0).of_supplier != id.1.is_some() {
            return Broken::from([19]);
        }
        match act {
            OrgDo::Submit { empty: true, .. } => broken.extend([2]),
            OrgDo::Submit { hash, until, .. } => {
                let same = self.submitted(*id).is_some_and(|known| known.hash == *hash && known.until == *until);
                broken.extend(same.then_some(4));
            }
            OrgDo::Judge { revision, sufficient, reason, .. } => {
                let Some(known) = self.submitted(*id).filter(|_| *revision == self.evidence_revisions(*id)) else {
                    return Broken::from([17]);
                };
                let own = self.only_speaks_for(who, kind(id.0).judged_by, |voice| voice == known.author);
                broken.extend(own.then_some(5));
                broken.extend((!sufficient && !reason).then_some(10));
            }
            OrgDo::Plan { due, .. } => {
                broken.extend((self.standing(*id) == Standing::Valid).then_some(3));
                broken.extend((!(1..=730).contains(&(due - self.day))).then_some(16));
            }
        }
        broken
    }

    pub(super) fn take_in_organisation(&mut self, who: u8, act: &OrgDo) {
        let (at, day) = (self.clock, self.day);
        match act {
            OrgDo::Submit { id, hash, until, .. } => {
                let (id, author, hash, until) = (*id, who, *hash, *until);
                self.organisation.submitted.push(Submitted { day, id, author, hash, until });
            }
            OrgDo::Judge { id, revision, sufficient, .. } => {
                let own = self.submitted(*id).and_then(|known| known.until);
                let until = own.into_iter().chain(kind(id.0).days.map(|days| day + days)).min();
                let (id, revision, sufficient) = (*id, *revision, *sufficient);
                self.organisation.judged.push(Judgement { at, id, revision, sufficient, until });
            }
            OrgDo::Plan { id, due, .. } => self.organisation.plans.push((*id, at, *due)),
        }
    }

    pub(super) fn take_suppliers(&mut self, suppliers: &[Name]) {
        self.organisation.suppliers = suppliers.to_vec();
    }

    /// Owners hear ahead that evidence runs out, once for each judgement.
    pub(super) fn evidence_runs_out(&mut self) {
        for id in all() {
            let judged = self.judged_now(id).filter(|judged| judged.sufficient);
            let Some((at, until)) = judged.and_then(|judged| Some((judged.at, judged.until?))) else { continue };
            if self.day >= until - AHEAD && !self.organisation.heard.contains(&at) {
                self.organisation.heard.push(at);
            }
        }
    }

    /// What waits for whom in the organisation: evidence to judge (or else to submit), until when, and who can.
    pub fn waiting_in_organisation(&self) -> Vec<(Id, bool, Day, BTreeSet<u8>)> {
        let mut found = Vec::new();
        for id in all() {
            let Some(known) = self.submitted(id) else { continue };
            let of = kind(id.0);
            let judged = self.judged_now(id);
            let until = judged.filter(|judged| judged.sufficient).and_then(|judged| judged.until);
            let heard = judged.is_some_and(|judged| self.organisation.heard.contains(&judged.at));
            let renew = |due: Day| {
                let by = EVERYBODY.into_iter().filter(|who| self.member(*who, of.submitted_by));
                (id, false, due, by.collect())
            };
            match self.standing(id) {
                Standing::Unjudged => {
                    let others = |who: &u8| self.speaks_for(*who, of.judged_by).into_iter().any(|v| v != known.author);
                    let by = EVERYBODY.into_iter().filter(|who| *who != known.author && others(who));
                    found.push((id, true, working_days(known.day, JUDGE_TERM), by.collect()));
                }
                Standing::Insufficient | Standing::Expired(_) => {
                    found.push(renew(self.plan(id).or(until).unwrap_or(self.day)));
                }
                Standing::Valid if heard => found.push(renew(until.unwrap_or(self.day))),
                Standing::Valid | Standing::Missing => {}
            }
        }
        found
    }
}

/// All evidence that there can be.
pub fn all() -> impl Iterator<Item = Id> {
    let of = |kind: &'static Kind| -> Vec<Id> {
        if kind.of_supplier { SUPPLIERS.iter().map(|s| (kind.name, Some(*s))).collect() } else { vec![(kind.name, None)] }
    };
    EVIDENCE.iter().flat_map(of)
}
