//! What was done too early (law 6): flagged, and never refused, because it happened.

use std::collections::BTreeMap;

use super::Model;
use super::acts::Answer;
use super::world::{Day, Name, document};

/// A contract that was signed too early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signed {
    pub revision: usize,
    pub on: Day,
    /// When its party first said *met*, if it had.
    pub answered: Option<Day>,
}

#[derive(Default)]
pub struct Early {
    contracts: Vec<(Name, Signed)>,
    /// When each phase was first entered.
    entered: Vec<(Name, Day)>,
    began: Vec<(Name, Day)>,
}

impl Model {
    pub(super) fn enter_on(&mut self, phase: Name) {
        let day = self.day;
        self.early.entered.push((phase, day));
    }

    fn entered_on(&self, phase: Name) -> Option<Day> {
        self.early.entered.iter().find(|(of, _)| *of == phase).map(|(_, day)| *day)
    }

    /// When a party first said that a criterion is met.
    pub fn first_met(&self, criterion: Name, party: Name) -> Option<Day> {
        let met = self.judged.iter().find(|j| (j.criterion, j.party, j.answer) == (criterion, party, Answer::Met));
        met.map(|judged| judged.on)
    }

    pub(super) fn take_contract(&mut self, name: Name, signed: Option<Day>) {
        let Some(((criterion, party), on)) = document(name).contract.zip(signed) else { return };
        let answered = self.first_met(criterion, party);
        let known = self.signed_early().get(name).is_some_and(|flag| flag.on == on);
        if !known && answered.is_none_or(|day| on < day) {
            let revision = self.revisions(name) + 1;
            self.early.contracts.push((name, Signed { revision, on, answered }));
        }
    }

    /// The contracts before ICT; the last that was flagged of each.
    pub fn signed_early(&self) -> BTreeMap<Name, Signed> {
        self.early.contracts.iter().copied().collect()
    }

    pub(super) fn take_work(&mut self, phase: Name, on: Day) {
        if self.entered_on(phase).is_none_or(|entered| on < entered) {
            self.early.began.push((phase, on));
        }
    }

    /// Work that began before its gate: the first day of each phase.
    pub fn begun_early(&self) -> BTreeMap<Name, Day> {
        let mut first = BTreeMap::new();
        for (phase, on) in &self.early.began {
            first.entry(*phase).and_modify(|day: &mut Day| *day = (*day).min(*on)).or_insert(*on);
        }
        first
    }
}
