//! A party answers as its rule says (law 7), and nobody on their own work (law 5).

use super::acts::{After, Answer, Outcome};
use super::world::{Day, Name, Rule, the_party};
use super::{Broken, Model};

/// What is voted on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    Review(Name, usize),
    Judge(Name, Name, usize),
    Fact(Name),
    Decide(Name, usize),
    Extra(u32),
    Reopen,
    Waive(Name, Name, usize),
    Allow,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    Review(bool),
    Judge(Answer, bool),
    Fact(Name),
    Decide(Outcome),
    After(After),
    Reopen(Name),
    Waive,
    Until(Day),
}

pub struct Vote {
    pub at: usize,
    pub matter: Matter,
    pub party: Name,
    pub voter: u8,
    pub choice: Choice,
    /// Whether it was recorded for the voter, who contested it.
    pub void: bool,
}

/// Who answers what for which party.
pub struct Poll<'a> {
    pub party: Name,
    pub rule: Rule,
    pub matter: Matter,
    pub choice: Choice,
    /// Whose own work it is.
    pub own: &'a dyn Fn(u8) -> bool,
    /// Votes before this moment are on something else.
    pub since: usize,
}

impl Model {
    /// The laws that this vote breaks.
    pub(super) fn breaks_vote(&self, who: u8, poll: &Poll<'_>) -> Broken {
        let mut broken = Broken::new();
        let voices = self.speaks_for(who, poll.party);
        if (poll.own)(who) || (!voices.is_empty() && voices.iter().all(|voice| (poll.own)(*voice))) {
            broken.insert(5);
        }
        let may_vote = the_party(poll.party).members.iter().filter(|member| !(poll.own)(**member)).count();
        if needed(poll.rule, may_vote).is_some_and(|needed| needed > may_vote) {
            broken.insert(7);
        }
        broken
    }

    /// Takes a vote; gives the party's answer once there is one, with how many gave it.
    pub(super) fn vote(&mut self, who: u8, poll: &Poll<'_>) -> Option<Choice> {
        let members: Vec<u8> = the_party(poll.party).members.iter().copied().filter(|m| !(poll.own)(*m)).collect();
        let Some(needed) = needed(poll.rule, members.len()) else { return Some(poll.choice) };
        for voter in self.speaks_for(who, poll.party).into_iter().filter(|voice| !(poll.own)(*voice)) {
            let (at, matter, party, choice) = (self.clock, poll.matter, poll.party, poll.choice);
            self.votes.push(Vote { at, matter, party, voter, choice, void: false });
        }
        let latest: Vec<Choice> = members.iter().filter_map(|member| self.latest_vote(*member, poll)).collect();
        let count = |choice: &Choice| latest.iter().filter(|other| *other == choice).count();
        if let Some(reached) = latest.iter().find(|choice| count(choice) >= needed) {
            return Some(*reached);
        }
        let silent = members.len() - latest.len();
        if latest.iter().any(|choice| count(choice) + silent >= needed) || silent >= needed {
            return None;
        }
        // No answer can be reached any more: it is not approved, not met; the rest stays as it is.
        match poll.choice {
            Choice::Review(_) => Some(Choice::Review(false)),
            Choice::Judge(_, practice) => Some(Choice::Judge(Answer::NotMet, practice)),
            _ => None,
        }
    }

    pub(super) fn latest_vote(&self, voter: u8, poll: &Poll<'_>) -> Option<Choice> {
        let on_it = |vote: &&Vote| {
            vote.voter == voter && vote.matter == poll.matter && vote.party == poll.party && vote.at > poll.since
        };
        self.votes.iter().rev().find(on_it).filter(|vote| !vote.void).map(|vote| vote.choice)
    }
}

fn needed(rule: Rule, members: usize) -> Option<usize> {
    match rule {
        Rule::Any | Rule::Chair => None,
        Rule::Of(k) => Some(k),
        Rule::Percent(percent) => Some((members * percent).div_ceil(100).max(1)),
        Rule::All => Some(members.max(1)),
    }
}
