//! How the votes of members become the answer of their party (law 7).

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use time::Date;

use crate::command::{Aftermath, Answer, Outcome, Verdict};
use crate::context::{Context, Member};
use crate::decide::judge::current_evidence;
use crate::event::{Counted, Event, Evidence};
use crate::facts::FactValue;
use crate::funnel::{AnswerRule, Asking, Funnel, Proof, RestsOn};
use crate::ids::{ArtefactKey, CriterionKey, FactKey, GateKey, PartyKey, PersonId, PhaseKey};
use crate::permission::Need;
use crate::project::Project;
use crate::readiness::changed_since;
use crate::rejection::Rejection;
use crate::text::TextRef;

/// What is voted on. A vote on an earlier revision, round or value does not count for a later one, nor one at another gate.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Matter {
    /// A revision.
    Review {
        /// Of which artefact.
        artefact: ArtefactKey,
        /// Which.
        revision: u32,
    },
    /// A criterion in a round.
    Judgement {
        /// Which.
        criterion: CriterionKey,
        /// On the terms of which gate: another may ask it in a round of the same number. Votes of old do not say so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        gate: Option<GateKey>,
        /// In which round.
        round: u32,
    },
    /// An answer about the project.
    Fact {
        /// To which question.
        fact: FactKey,
    },
    /// A gate in a round.
    Decision {
        /// Which.
        gate: GateKey,
        /// In which round.
        round: u32,
    },
    /// What an overdue condition leads to.
    Extra {
        /// Which.
        condition: u32,
    },
    /// Whether a stopped project goes on again.
    Reopening,
    /// A criterion to be set aside at the gate that is open.
    Waiver {
        /// Which.
        criterion: CriterionKey,
    },
    /// Use before the gate decides (law 15).
    Emergency,
}

/// What a member wants the party to answer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Choice {
    /// On a revision.
    Review(Verdict),
    /// On a criterion.
    Judgement(Answer, Proof),
    /// On an answer about the project.
    Fact(FactValue),
    /// On a gate.
    Decision(Outcome),
    /// On an overdue condition.
    Aftermath(Aftermath),
    /// To go on again in this phase.
    Reopening(PhaseKey),
    /// To set the criterion aside.
    Waive,
    /// To allow emergency use until this day.
    EmergencyUntil(Date),
}

impl Choice {
    /// The answer of a party in which no answer can reach the number it needs any more: not approved, not met. A gate, a
    /// fact or a waiver then simply stays as it is.
    fn when_none_is_reached(&self) -> Option<Self> {
        match self {
            Self::Review(_) => Some(Self::Review(Verdict::RequestChanges)),
            Self::Judgement(_, proof) => Some(Self::Judgement(Answer::NotMet, *proof)),
            Self::Fact(_)
            | Self::Decision(_)
            | Self::Aftermath(_)
            | Self::Reopening(_)
            | Self::Waive
            | Self::EmergencyUntil(_) => None,
        }
    }
}

/// Votes that have not become an answer yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ballot {
    /// On what.
    pub matter: Matter,
    /// Of which party.
    pub party: PartyKey,
    /// Each member's latest vote.
    pub votes: BTreeMap<PersonId, Choice>,
    /// On a criterion: the revisions that each vote rests on.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub rests_on: BTreeMap<PersonId, Vec<Evidence>>,
}

impl Ballot {
    /// The votes that still count. Like an answer, a vote goes stale with what is named of its evidence (law 4): whoever saw
    /// version 1 did not vote on version 2.
    pub(crate) fn counting(&self, asking: Option<&Asking>, project: &Project) -> BTreeMap<PersonId, Choice> {
        let on = asking.map_or(&[][..], |asking| &asking.rests_on);
        let stale = |voter: &PersonId, rests_on: &RestsOn| {
            let seen = self.rests_on.get(voter).into_iter().flatten().find(|e| e.artefact == rests_on.artefact);
            let document = project.artefacts.get(&rests_on.artefact);
            document.is_some_and(|document| changed_since(document, rests_on, seen.map_or(0, |e| e.revision)))
        };
        let counts = |(voter, _): &(&PersonId, &Choice)| !on.iter().any(|rests_on| stale(voter, rests_on));
        self.votes.iter().filter(counts).map(|(voter, choice)| (*voter, choice.clone())).collect()
    }
}

/// How far the votes of a party are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BallotStanding {
    /// On what.
    pub matter: Matter,
    /// Of which party.
    pub party: PartyKey,
    /// How many votes for the same make its answer.
    pub needed: u32,
    /// How many of its members may vote.
    pub members: u32,
    /// Who voted. What they voted is theirs until the party's answer is there.
    pub voted: BTreeSet<PersonId>,
}

/// A party about to answer: who acts for whom, under which rule.
pub(crate) struct Voting<'a> {
    pub party: &'a PartyKey,
    pub rule: AnswerRule,
    /// Members who may not answer on this because it is their own work (law 5). They are not counted either.
    pub excluded: &'a dyn Fn(PersonId) -> bool,
    /// Whether answering on one's own work is allowed, on record.
    pub relaxed: bool,
    /// What a vote on a criterion rests on.
    pub asking: Option<&'a Asking>,
}

/// What a vote led to.
pub(crate) struct Cast {
    /// The vote, where the party needs more than one.
    pub vote: Option<Event>,
    /// The party's answer, once there is one.
    pub answer: Option<(Choice, Counted)>,
}

impl Voting<'_> {
    /// Casts the vote of the actor, for themselves and for every absent member who delegated to them.
    ///
    /// # Errors
    /// `own_work` when the actor may not answer on this; [`Rejection::QuorumImpossible`] when the party has too few
    /// members for its own rule.
    pub(crate) fn cast(
        &self,
        project: &Project,
        context: &Context<'_>,
        matter: Matter,
        choice: Choice,
        note: Option<TextRef>,
        own_work: Rejection,
    ) -> Result<Cast, Rejection> {
        let excluded = |person: PersonId| (self.excluded)(person) && !self.relaxed;
        let Some(actor) = context.actor.person() else { return Err(own_work) };
        if excluded(actor.id) {
            return Err(own_work);
        }
        self.second_reader(context, actor.id, excluded, &own_work)?;
        let on_own_work = (self.excluded)(actor.id);
        let eligible: Vec<Member> =
            context.parties.of(self.party).iter().copied().filter(|member| !excluded(member.person)).collect();
        let members = u32::try_from(eligible.len()).unwrap_or(u32::MAX);
        let acting: Vec<PersonId> =
            context.memberships(self.party, actor.id).map(|m| m.person).filter(|m| !excluded(*m)).collect();
        let delegated_by = acting.first().copied().filter(|first| *first != actor.id);
        let counted = |members, votes| Counted { rule: self.rule, members, votes, delegated_by, own_work: on_own_work };
        let Some(needed) = needed(self.rule, members) else {
            return Ok(Cast { vote: None, answer: Some((choice, counted(members, 1))) });
        };
        if needed > members {
            return Err(Rejection::QuorumImpossible { party: self.party.clone(), needed, members });
        }
        let open = project.ballots.iter().find(|b| b.matter == matter && b.party == *self.party);
        let mut votes = open.map(|b| b.counting(self.asking, project)).unwrap_or_default();
        votes.extend(acting.iter().map(|member| (*member, choice.clone())));
        votes.retain(|voter, _| eligible.iter().any(|member| member.person == *voter));
        let (answer, in_favour) = tally(&votes, needed, members, &choice);
        let rests_on = self.asking.map(|asking| current_evidence(project, asking).0).unwrap_or_default();
        let vote = Event::VoteCast { matter, party: self.party.clone(), choice, note, members: acting, rests_on };
        Ok(Cast { vote: Some(vote), answer: answer.map(|choice| (choice, counted(members, in_favour))) })
    }
}

impl Voting<'_> {
    /// Who belongs to the neighbouring party answers only when nobody of the party itself can (law 5). Standing in for
    /// somebody whose own work it is gives no answer either.
    fn second_reader(
        &self,
        context: &Context<'_>,
        actor: PersonId,
        excluded: impl Fn(PersonId) -> bool,
        own_work: &Rejection,
    ) -> Result<(), Rejection> {
        let mut acting = context.memberships(self.party, actor).peekable();
        if acting.peek().is_some() {
            return if acting.any(|member| !excluded(member.person)) { Ok(()) } else { Err(own_work.clone()) };
        }
        let one_answers = matches!(self.rule, AnswerRule::Any | AnswerRule::Chair);
        let nobody_else = || context.parties.of(self.party).iter().all(|member| excluded(member.person));
        if one_answers && nobody_else() {
            return Ok(());
        }
        Err(Rejection::NotPermitted { need: Need::Member(vec![self.party.clone()]) })
    }
}

/// How many votes of so many members make an answer under a rule; `None` where one person answers for the party.
#[must_use]
pub fn needed(rule: AnswerRule, members: u32) -> Option<u32> {
    match rule {
        AnswerRule::Any | AnswerRule::Chair => None,
        AnswerRule::KOf(k) => Some(u32::from(k).max(1)),
        AnswerRule::Percentage(percent) => {
            let share = (u64::from(members) * u64::from(percent)).div_ceil(100);
            Some(u32::try_from(share).unwrap_or(u32::MAX).max(1))
        }
        AnswerRule::All => Some(members.max(1)),
    }
}

/// The answer that the votes give, with how many gave it.
fn tally(votes: &BTreeMap<PersonId, Choice>, needed: u32, members: u32, last: &Choice) -> (Option<Choice>, u32) {
    let mut counts: Vec<(&Choice, u32)> = Vec::new();
    for choice in votes.values() {
        match counts.iter_mut().find(|(counted, _)| *counted == choice) {
            Some((_, count)) => *count += 1,
            None => counts.push((choice, 1)),
        }
    }
    if let Some((choice, count)) = counts.iter().find(|(_, count)| *count >= needed) {
        return (Some((*choice).clone()), *count);
    }
    let silent = members.saturating_sub(u32::try_from(votes.len()).unwrap_or(u32::MAX));
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
    if most + silent >= needed {
        return (None, 0);
    }
    (last.when_none_is_reached(), 0)
}

/// The rule of a party.
pub(crate) fn rule_of(funnel: &Funnel, party: &PartyKey) -> AnswerRule {
    funnel.party(party).map_or(AnswerRule::Any, |p| p.rule)
}

/// Takes a vote into the state.
pub(crate) fn apply(
    ballots: &mut Vec<Ballot>,
    matter: &Matter,
    party: &PartyKey,
    choice: &Choice,
    members: &[PersonId],
    rests_on: &[Evidence],
) {
    let at = ballots.iter().position(|b| b.matter == *matter && b.party == *party).unwrap_or_else(|| {
        let (matter, party) = (matter.clone(), party.clone());
        ballots.push(Ballot { matter, party, votes: BTreeMap::new(), rests_on: BTreeMap::new() });
        ballots.len() - 1
    });
    ballots[at].votes.extend(members.iter().map(|member| (*member, choice.clone())));
    if !rests_on.is_empty() {
        ballots[at].rests_on.extend(members.iter().map(|member| (*member, rests_on.to_vec())));
    }
}
