//! What is set aside (law 2).

use super::parties::{Choice, Matter, Poll};
use super::world::{self, Name, criterion, the_party};
use super::{Broken, Model, Waived};

impl Model {
    fn waive_poll<'a>(&self, name: Name, party: Name, own: &'a dyn Fn(u8) -> bool) -> Poll<'a> {
        let (gate, round) = self.open_round().map_or(("", 0), |open| (open.gate, open.number));
        Poll {
            party,
            rule: the_party(party).rule,
            matter: Matter::Waive(name, gate, round),
            choice: Choice::Waive,
            own,
            since: self.turned,
        }
    }

    pub(super) fn is_waived(&self, name: Name, gate: Name) -> bool {
        self.waived.iter().any(|waived| waived.criterion == name && waived.gate == gate)
    }

    pub(super) fn breaks_waiver(&self, who: u8, name: Name) -> Broken {
        let criterion = criterion(name);
        if !self.knows(name) {
            return Broken::from([19]);
        }
        let Some(party) = criterion.waivable_by.filter(|_| !criterion.legal) else { return Broken::from([2]) };
        let mut broken = Broken::new();
        if !self.involved(party) {
            broken.insert(6);
        }
        let asked = self.open_round().filter(|open| world::asking(criterion, open.gate).is_some());
        match asked.filter(|_| self.holds(criterion.when)) {
            None => broken.extend([2]),
            Some(open) if self.is_waived(name, open.gate) => {}
            Some(_) => broken.extend(self.breaks_vote(who, &self.waive_poll(name, party, &self.leads()))),
        }
        broken
    }

    pub(super) fn take_waiver(&mut self, who: u8, name: Name) {
        let gate = self.open_round().unwrap().gate;
        if self.is_waived(name, gate) {
            return;
        }
        let own = self.leads();
        let party = criterion(name).waivable_by.unwrap();
        if self.vote(who, &self.waive_poll(name, party, &own)).is_some() {
            self.waived.push(Waived { criterion: name, gate });
        }
    }
}
