//! A project that existed already comes in, in its real phase (law 1): what the earlier gates would have asked, it owes.

use std::collections::BTreeMap;

use engine::*;

use super::acts::Demand;
use super::funnel::{self, date};
use super::translate::value;
use super::world::{CARE, CRITERIA, Criterion, Day, FIRST, Name, asking, document, gate_in, gates_in, place};
use super::{Broken, Model};
use crate::random::Draw;
use crate::scenario::*;

/// Nobody of the parties.
pub const ADMINISTRATOR: u8 = 23;

/// How a project comes in.
#[derive(Clone, Debug)]
pub struct Coming {
    by: u8,
    phase: Name,
    due: Day,
    facts: Vec<(Name, Name)>,
}

impl Coming {
    pub fn draw(draw: &mut Draw) -> Self {
        let by = if draw.chance(90) { ADMINISTRATOR } else { draw.of(&[1, 10]) };
        let phase = draw.of(&["idea", "explore", "pilot", "use", "use", "out", "nowhere"]);
        let due = if draw.chance(90) { 1 + draw.below(40) } else { -draw.below(2) };
        let facts: &[&[(Name, Name)]] =
            &[&[], &[("research", "no")], &[("personal", "no"), ("impact", "small")], &[("impact", "middle")]];
        Self { by, phase, due, facts: draw.of(facts).to_vec() }
    }

    pub fn breaks(&self) -> Broken {
        let mut broken: Broken = (self.by != ADMINISTRATOR).then_some(18).into_iter().collect();
        broken.extend((self.phase == "nowhere").then_some(1));
        broken.extend((self.due < 1).then_some(16));
        broken
    }

    /// What the engine makes of it.
    pub fn start(&self, relaxed: bool) -> Result<Scenario, Rejection> {
        let mut s = funnel::begin(relaxed);
        let roles = if self.by == ADMINISTRATOR { [Role::Administrator].into() } else { [].into() };
        let by = Actor::Person(Person { roles, ..known(person(self.by)) });
        let bring_in = BringIn {
            phase: phase(self.phase),
            reason: text(3),
            facts: self.facts.iter().map(|(key, told)| (fact(key), value(told))).collect::<BTreeMap<_, _>>(),
            owner: person(CARE),
            due: date(self.due),
        };
        let command = StartProject {
            title: text(1),
            summary: text(2),
            lead: s.project.lead,
            funnel: s.project.funnel,
            bring_in: Some(bring_in),
        };
        let events = start(&s.funnel, &s.context(&by, None), s.project.organisation, s.project.id, &command)?;
        s.log = events.into_iter().enumerate().map(|(i, event)| recorded(i as u64 + 1, 0, &by, event)).collect();
        s.project = Project::fold(&s.log).unwrap();
        Ok(s)
    }

    /// What the model makes of it.
    pub fn model(&self, relaxed: bool) -> Model {
        let mut model = Model::new(relaxed);
        let earlier: Vec<_> = gates_in(FIRST).take(place(self.phase)).collect();
        model.before = earlier.iter().map(|gate| gate.phase).collect();
        model.phases = vec![self.phase];
        model.begin_in(self.phase);
        model.clock = 1;
        for (fact, value) in &self.facts {
            model.take_told(self.by, fact, value);
        }
        let last = earlier.last().map(|_| gate_in(FIRST, self.phase).name);
        for (demand, accepted_by) in model.owed(&earlier.iter().map(|gate| gate.name).collect::<Vec<_>>()) {
            model.impose(demand, Ok(CARE), accepted_by, self.due, last);
        }
        model
    }
}

impl Model {
    /// Each document once, as complete as any of these gates asks it, and each blocking criterion once for each party.
    fn owed(&self, gates: &[Name]) -> Vec<(Demand, Name)> {
        let mut documents: BTreeMap<Name, bool> = BTreeMap::new();
        for needs in gates.iter().flat_map(|name| super::world::gate(name).needs).filter(|needs| self.holds(needs.when)) {
            *documents.entry(needs.document).or_default() |= needs.complete;
        }
        let documents = documents.into_iter();
        let mut owed: Vec<_> =
            documents.map(|(name, complete)| (Demand::Document(name, complete), document(name).reviewers[0].0)).collect();
        let known = |known: &&Criterion| known.blocking && self.knows(known.name) && self.holds(known.when);
        for known in CRITERIA.iter().filter(known) {
            if gates.iter().any(|gate| asking(known, gate).is_some()) {
                owed.extend(known.parties.iter().map(|party| (Demand::Criterion(known.name, party), *party)));
            }
        }
        owed
    }
}
