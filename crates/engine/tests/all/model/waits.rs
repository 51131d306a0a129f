//! Who can do what waits for a party: who has the right to it, on whose own work it is not, and who did not speak yet
//! (laws 5, 7 and 9).

use std::collections::BTreeSet;

use super::Model;
use super::acts::After;
use super::acts::{Answer, Judging, Outcome};
use super::parties::Poll;
use super::tasks::{OfBody, Todo};
use super::world::{EVERYBODY, LEAD, Name, Rule, gate, the_party};

impl Model {
    pub(super) fn who_can(&self, todo: Todo, whom: Result<u8, Name>) -> BTreeSet<u8> {
        let party = match whom {
            Ok(person) => return BTreeSet::from([person]),
            Err(party) => party,
        };
        let everybody = |like: &dyn Fn(u8) -> bool| EVERYBODY.into_iter().filter(|who| like(*who)).collect();
        match todo {
            Todo::Review(name, _) => self.can_vote(&self.review_poll(name, party, true, &self.wrote(name))),
            Todo::Judge(criterion, _) => {
                let Some(now) = self.asked_now(criterion, party) else { return BTreeSet::new() };
                let judging = Judging { criterion, answer: Answer::NotMet, practice: false, reason: true };
                self.can_vote(&self.judge_poll(&now, party, &judging, &self.wrote_all(&now)))
            }
            Todo::ConfirmFact(fact) => {
                let Some(told) = self.last_told(fact) else { return BTreeSet::new() };
                self.can_vote(&self.fact_poll(fact, told.value, &|person| person == told.by))
            }
            Todo::Decide(name) => {
                let at = gate(name);
                self.can_vote(&self.decision_poll(at, Outcome::Go, &self.leads_alone(at)))
            }
            Todo::Extra(number) => {
                let own = self.leads_alone(self.gate_of(self.phase()));
                self.can_vote(&self.extra_poll(number, After::Pause, &own))
            }
            // The lead does not decide alone, nor does who speaks for the lead.
            Todo::Uphold(name) => {
                let by_chair = gate(name).rule != Rule::Any;
                everybody(&|who| who != LEAD && self.has_voice(who, party, by_chair, &|voice| voice == LEAD))
            }
            Todo::Accept(number) => {
                let reported = self.reported(number).filter(|_| !self.relaxed);
                let own = |person| reported == Some(person);
                everybody(&|who| !own(who) && self.has_voice(who, party, false, &own))
            }
            Todo::Body(OfBody::Advise, _) => everybody(&|who| the_party(party).members.contains(&who)),
            Todo::Body(..) => everybody(&|who| self.chair_within(who, party)),
            _ => everybody(&|who| self.member(who, party)),
        }
    }

    /// Whether somebody speaks with a voice of the party that is left.
    fn has_voice(&self, who: u8, party: Name, by_chair: bool, spent: &dyn Fn(u8) -> bool) -> bool {
        let chair = the_party(party).members[0];
        self.speaks_for(who, party).into_iter().any(|voice| (!by_chair || voice == chair) && !spent(voice))
    }

    /// Who can still give a vote.
    fn can_vote(&self, poll: &Poll<'_>) -> BTreeSet<u8> {
        let spent = |voice: u8| (poll.own)(voice) || self.latest_vote(voice, poll).is_some();
        let by_chair = poll.rule == Rule::Chair;
        let can = |who: &u8| self.has_voice(*who, poll.party, by_chair, &spent) && !spent(*who);
        EVERYBODY.into_iter().filter(can).collect()
    }
}
