//! Who may do what (law 18), and who acts for whom (law 7).

use super::acts::{Do, Meeting};
use super::world::{self, COACH, DELEGATIONS, LEAD, MANAGER, Name, PARTIES, Rule, criterion, document, the_party};
use super::{Life, Model};

impl Model {
    /// Those of the party with whose voice somebody speaks: their own first, then those of members who delegated.
    pub(super) fn speaks_for(&self, who: u8, party: Name) -> Vec<u8> {
        let members = the_party(party).members;
        let delegated = DELEGATIONS.iter().filter(|(of, from, to, first, last)| {
            *of == party && *to == who && *from != who && members.contains(from) && (*first..=*last).contains(&self.day)
        });
        let own = members.iter().copied().filter(|member| *member == who);
        own.chain(delegated.map(|(_, from, ..)| *from)).collect()
    }

    /// Whether whatever somebody says for a party is theirs whose own work it is: who stands in has no other voice (law 5).
    pub(super) fn only_speaks_for(&self, who: u8, party: Name, own: impl Fn(u8) -> bool) -> bool {
        let voices = self.speaks_for(who, party);
        own(who) || (!voices.is_empty() && voices.into_iter().all(own))
    }

    pub(super) fn member(&self, who: u8, party: Name) -> bool {
        !self.speaks_for(who, party).is_empty()
    }

    fn chair(&self, who: u8, party: Name) -> bool {
        self.speaks_for(who, party).contains(&the_party(party).members[0])
    }

    pub(super) fn answers(&self, who: u8, party: Name, rule: Rule) -> bool {
        if rule == Rule::Chair { self.chair(who, party) } else { self.member(who, party) }
    }

    /// By the rule of the party itself.
    fn answers_for(&self, who: u8, party: Name) -> bool {
        self.answers(who, party, the_party(party).rule)
    }

    fn decides(&self, who: u8, gate: &world::Gate) -> bool {
        self.answers(who, gate.decided_by, gate.rule)
    }

    /// Somebody of a party that takes part already, or the lead.
    pub(super) fn takes_part(&self, who: u8) -> bool {
        who == LEAD || PARTIES.iter().any(|p| self.involved(p.name) && self.member(who, p.name))
    }

    pub(super) fn permitted(&self, who: u8, act: &Do) -> bool {
        let leads = who == LEAD || who == MANAGER;
        match act {
            Do::Tell { .. }
            | Do::Suppliers { .. }
            | Do::OpenRound
            | Do::EndHold
            | Do::Ask { .. }
            | Do::Plan { .. }
            | Do::Start { .. }
            | Do::Cancel { .. } => leads,
            Do::ConfirmFact { fact, .. } => super::answers::confirmed_by(fact).is_none_or(|p| self.answers_for(who, p)),
            Do::Submit { document: name, .. } => match document(name).written_by {
                None => who == LEAD,
                Some(party) => self.member(who, party),
            },
            Do::Resume { party } | Do::Suspend { party } | Do::Check { party, .. } => self.member(who, party),
            Do::Change { .. } | Do::Work { .. } => self.takes_part(who),
            Do::CloseSmall { change } => self.closes_small(*change).is_none_or(|party| self.member(who, party)),
            Do::Signal { .. } => true,
            Do::Organisation(act) => self.may_in_organisation(who, act),
            Do::Handle { .. } => self.member(who, super::in_use::HANDLED_BY),
            Do::Duty { duty, .. } => self.member(who, super::in_use::duty(duty).1),
            Do::Allow { .. } => self.answers_for(who, "board"),
            Do::EndUse => self.member(who, "board"),
            Do::Review { party, .. } | Do::Judge { party, .. } | Do::Confirm { party, .. } => self.answers_for(who, party),
            Do::Waive { criterion: name } => criterion(name).waivable_by.is_none_or(|party| self.answers_for(who, party)),
            // The gate of another version says nothing here: then the open one does.
            Do::Decide { gate, .. } if self.has_gate(gate) => self.decides(who, world::gate(gate)),
            Do::Decide { .. } => self.round().is_none_or(|(open, _)| self.decides(who, world::gate(open))),
            Do::Extra { .. } => self.decides(who, self.gate_of(self.phase())),
            Do::Migrate { .. } => who == MANAGER,
            Do::Reopen { .. } => match self.life {
                Life::Active => true,
                Life::Stopped(gate) => self.decides(who, world::gate(gate)),
                Life::Retired => self.decides(who, world::gate("g4")),
            },
            Do::Meet { condition, act } => {
                let Some(debt) = self.open_debt(*condition) else { return true };
                match (act, debt.owner) {
                    (Meeting::Report, Ok(owner)) => leads || who == owner,
                    (Meeting::Report, Err(owner)) => who == LEAD || self.member(who, owner),
                    _ => self.member(who, debt.accepted_by),
                }
            }
            // What a body says comes from within it (law 9), also when somebody stands in for its chair.
            Do::Request { body } | Do::Volunteer { body, .. } => self.chair_within(who, body),
            Do::Consult { number, say } => {
                let Some(body) = self.body_of(*number) else { return true };
                let of_body = self.begun_by_body(*number);
                match say.speaker(of_body) {
                    super::bodies::Speaker::Provider => leads,
                    super::bodies::Speaker::Chair => self.chair_within(who, body),
                    super::bodies::Speaker::Member => the_party(body).members.contains(&who),
                    super::bodies::Speaker::MemberOrCoach => self.member(who, body) || (body == "council" && who == COACH),
                }
            }
            Do::Record { act, .. } => self.records(who, act),
            Do::Contest { record } => self.contests(who, *record),
            Do::Uphold { gate } => self.upholds(who, gate),
        }
    }

    pub(super) fn chair_within(&self, who: u8, body: Name) -> bool {
        self.chair(who, body) && the_party(body).members.contains(&who)
    }

    /// Whether a party takes part: it came in with a phase that the project entered (law 6).
    pub(super) fn involved(&self, party: Name) -> bool {
        let from = the_party(party).from;
        self.phases.contains(&from) || self.before.contains(&from) || self.joined.contains(&from)
    }
}

/// How a criterion is asked at a gate.
pub(super) fn asks(name: Name, gate: Name) -> Option<&'static world::Asked> {
    world::asking(criterion(name), gate)
}
