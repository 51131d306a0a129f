//! Going on under another version of the funnel (law 20): what was decided and answered stays, only what changed is asked.

use super::acts::Do;
use super::bodies::Kind;
use super::world::{self, CRITERIA, Criterion, FIRST, GATES, Gate, Name, OTHER, place};
use super::{Broken, Model};

impl Model {
    /// The version that it goes by.
    pub fn version(&self) -> u8 {
        self.version
    }

    pub(super) fn knows(&self, criterion: Name) -> bool {
        world::criterion(criterion).versions.contains(&self.version)
    }

    pub(super) fn has_gate(&self, name: Name) -> bool {
        GATES.iter().any(|gate| gate.name == name && gate.versions.contains(&self.version))
    }

    pub(super) fn has_kind(&self, kind: &Kind) -> bool {
        kind.versions.contains(&self.version)
    }

    /// The gate of a phase.
    pub(super) fn gate_of(&self, phase: Name) -> &'static Gate {
        world::gate_in(self.version, phase)
    }

    /// The criteria asked at a gate.
    pub(super) fn asked_at(&self, gate: Name) -> impl Iterator<Item = (&'static Criterion, &'static world::Asked)> {
        let known = CRITERIA.iter().filter(|known| self.knows(known.name));
        known.filter_map(move |known| Some((known, world::asking(known, gate)?)))
    }

    pub(super) fn breaks_migration(&self, to: u8, phase: Option<Name>) -> Broken {
        let usable = [FIRST, OTHER].contains(&to) && to != self.version;
        let there = phase.is_none_or(|phase| GATES.iter().any(|gate| gate.phase == phase));
        (!usable || !there).then_some(20).into_iter().collect()
    }

    pub(super) fn take_migration(&mut self, to: u8, phase: Option<Name>) {
        let here = self.phase();
        let phase = phase.unwrap_or(here);
        let before = self.gate_of(here).name;
        self.version = to;
        let gate = self.gate_of(phase);
        let keeps = phase == here && gate.name == before;
        self.debts_move_to(gate.name);
        self.consultations_lapse();
        if phase != here {
            // Who the phases on the way involve takes part; time begins the duties of the new one.
            self.joined.extend(GATES.iter().filter(|gate| place(gate.phase) <= place(phase)).map(|gate| gate.phase));
            self.phases.push(phase);
            self.enter_on(phase);
            self.entered = None;
        }
        if !keeps {
            (self.held_until, self.planned, self.left) = (None, None, self.clock);
            self.plan_or_open(gate);
        }
    }

    /// Conditions never lapse because their gate is gone: they block that of the phase.
    fn debts_move_to(&mut self, name: Name) {
        let gone = |blocks: &Name| !self.has_gate(blocks);
        let moved: Vec<u32> =
            self.open_debts().filter(|debt| debt.blocks.as_ref().is_some_and(gone)).map(|debt| debt.number).collect();
        for debt in &mut self.debts {
            if moved.contains(&debt.number) {
                debt.blocks = Some(name);
            }
        }
    }
}

/// The version that a command is about.
pub fn target(act: &Do) -> Option<u8> {
    if let Do::Migrate { to, .. } = act { Some(*to) } else { None }
}
