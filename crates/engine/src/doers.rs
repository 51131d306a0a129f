//! Who of those a task waits for can do it, so that lists of tasks tell the truth (laws 5 and 7). What is said here about
//! permission is decided in `decide`; a test holds the two together.

use std::collections::BTreeSet;

use crate::ballots::{Ballot, BallotStanding, Matter, needed, rule_of};
use crate::consultation::ConsultationTask;
use crate::context::Context;
use crate::decide::extra;
use crate::decide::judge::{current_evidence, wrote_all};
use crate::funnel::{AnswerRule, Asking, Funnel, Gate};
use crate::ids::{ArtefactKey, CriterionKey, FactKey, PartyKey, PersonId};
use crate::project::Project;
use crate::readiness::Waiter;
use crate::reopened::asked_now;
use crate::tasks::{Task, TaskKind};

/// Says of a task who of its party can do it; where nobody can, and a neighbouring party may, it waits for that one.
pub(crate) fn narrow(funnel: &Funnel, project: &Project, context: &Context<'_>, task: &mut Task) {
    let look = Look { funnel, project, context };
    match task.kind.clone() {
        TaskKind::Review(artefact, party) => {
            let (matter, authors) = look.review(&artefact);
            look.answering(task, &party, matter.as_ref(), authors);
        }
        TaskKind::Judge(criterion, party) => {
            let (matter, authors) = look.judgement(&criterion, &party);
            look.answering(task, &party, matter.as_ref(), authors);
        }
        TaskKind::ConfirmFact(fact) => {
            if let Some(party) = funnel.fact(&fact).and_then(|f| f.confirmed_by.clone()) {
                let answered = look.answered(&fact);
                look.answering(task, &party, Some(&Matter::Fact { fact }), answered);
            }
        }
        TaskKind::Decide(gate) => {
            let round = project.round.as_ref().map_or(0, |round| round.number);
            let matter = Matter::Decision { gate: gate.clone(), round };
            look.deciding(task, funnel.gate(&gate), &matter);
        }
        TaskKind::DecideExtra(condition) => {
            look.deciding(task, extra::deciding_gate(funnel, project), &Matter::Extra { condition });
        }
        TaskKind::UpholdDecision(gate) => {
            task.chair_only = funnel.gate(&gate).is_some_and(|gate| gate.rule != AnswerRule::Any);
            task.not_by = BTreeSet::from([project.lead]);
        }
        TaskKind::AcceptCondition(condition) => {
            let reported = project.conditions.open.get(&condition).and_then(|open| open.reported.as_ref());
            task.not_by = reported.filter(|_| !funnel.relaxed()).map(|report| report.by).into_iter().collect();
        }
        TaskKind::Consultation(ConsultationTask::ChooseTerm | ConsultationTask::ConfirmAdvice, _) => task.chair_only = true,
        _ => {}
    }
}

/// The votes that are under way on what is asked now.
pub(crate) fn ballots(funnel: &Funnel, project: &Project, context: &Context<'_>) -> Vec<BallotStanding> {
    let look = Look { funnel, project, context };
    project.ballots.iter().filter_map(|ballot| look.standing(ballot)).collect()
}

struct Look<'a> {
    funnel: &'a Funnel,
    project: &'a Project,
    context: &'a Context<'a>,
}

impl Look<'_> {
    /// How far a ballot is; none where what it was on is no longer there.
    fn standing(&self, ballot: &Ballot) -> Option<BallotStanding> {
        let Ballot { matter, party, .. } = ballot;
        let (current, excluded) = match matter {
            Matter::Review { artefact, .. } => self.review(artefact),
            Matter::Judgement { criterion, .. } => self.judgement(criterion, party),
            Matter::Fact { fact } => (Some(matter.clone()), self.answered(fact)),
            _ => (Some(matter.clone()), BTreeSet::new()),
        };
        current.filter(|current| current == matter)?;
        let rule = match matter {
            Matter::Decision { gate, .. } => self.funnel.gate(gate)?.rule,
            Matter::Extra { .. } | Matter::Reopening => extra::deciding_gate(self.funnel, self.project)?.rule,
            _ => rule_of(self.funnel, party),
        };
        let may = self.context.parties.of(party).iter().filter(|member| !excluded.contains(&member.person));
        let members = u32::try_from(may.count()).unwrap_or(u32::MAX);
        let needed = needed(rule, members).unwrap_or(1);
        let voted = ballot.counting(self.asking(matter, party), self.project).into_keys().collect();
        let (matter, party) = (matter.clone(), party.clone());
        Some(BallotStanding { matter, party, needed, members, voted })
    }

    /// A party's answer by its rule; whoever is `excluded` does not give it.
    fn answering(&self, task: &mut Task, party: &PartyKey, matter: Option<&Matter>, excluded: BTreeSet<PersonId>) {
        // A task that waits for a writer, such as after a request for changes, is not narrowed.
        if task.waits_for != Waiter::Party(party.clone()) {
            return;
        }
        let rule = rule_of(self.funnel, party);
        let members = self.context.parties.of(party);
        let one_answers = matches!(rule, AnswerRule::Any | AnswerRule::Chair);
        let second = self.funnel.party(party).and_then(|p| p.second_reader.clone());
        let nobody = members.iter().all(|member| excluded.contains(&member.person));
        if let Some(second) = second.filter(|_| one_answers && members.len() <= 1 && nobody) {
            task.waits_for = Waiter::Party(second);
        } else {
            task.chair_only = rule == AnswerRule::Chair;
        }
        task.not_by = excluded;
        task.not_by.extend(matter.into_iter().flat_map(|matter| self.voted(matter, party)));
    }

    /// Law 5: the lead does not decide alone.
    fn deciding(&self, task: &mut Task, gate: Option<&Gate>, matter: &Matter) {
        let Some(gate) = gate else { return };
        let one_decides = matches!(gate.rule, AnswerRule::Any | AnswerRule::Chair);
        task.chair_only = gate.rule == AnswerRule::Chair;
        task.not_by = self.voted(matter, &gate.decided_by).collect();
        task.not_by.extend((one_decides && !self.funnel.relaxed()).then_some(self.project.lead));
    }

    fn voted(&self, matter: &Matter, party: &PartyKey) -> impl Iterator<Item = PersonId> {
        let open = self.project.ballots.iter().find(|b| b.matter == *matter && b.party == *party);
        open.into_iter().flat_map(|ballot| ballot.counting(self.asking(matter, party), self.project).into_keys())
    }

    /// What votes on a criterion rest on.
    fn asking(&self, matter: &Matter, party: &PartyKey) -> Option<&Asking> {
        let Matter::Judgement { criterion, .. } = matter else { return None };
        let criterion = self.funnel.criterion(criterion)?;
        Some(asked_now(self.project, criterion, party)?.asking)
    }

    fn review(&self, artefact: &ArtefactKey) -> (Option<Matter>, BTreeSet<PersonId>) {
        let Some(document) = self.project.artefacts.get(artefact) else { return (None, BTreeSet::new()) };
        let matter = Matter::Review { artefact: artefact.clone(), revision: document.current.number };
        let authors = if self.funnel.relaxed() { BTreeSet::new() } else { document.current.authors.clone() };
        (Some(matter), authors)
    }

    /// Nobody judges on their own work alone: who wrote all that the answer would rest on.
    fn judgement(&self, key: &CriterionKey, party: &PartyKey) -> (Option<Matter>, BTreeSet<PersonId>) {
        let criterion = self.funnel.criterion(key);
        let asked = criterion.and_then(|criterion| Some((criterion, asked_now(self.project, criterion, party)?)));
        let Some((criterion, asked)) = asked else { return (None, BTreeSet::new()) };
        let matter = Matter::Judgement { criterion: key.clone(), gate: Some(asked.gate.clone()), round: asked.round };
        if self.funnel.relaxed() && !criterion.legal {
            return (Some(matter), BTreeSet::new());
        }
        let (rests_on, _) = current_evidence(self.project, asked.asking);
        let wrote = rests_on.iter().filter_map(|e| self.project.artefacts.get(&e.artefact)).flat_map(|a| &a.current.authors);
        let alone = wrote.copied().filter(|person| wrote_all(self.project, &rests_on, *person)).collect();
        (Some(matter), alone)
    }

    /// Who answered a fact does not confirm it; what follows from other answers was given by nobody.
    fn answered(&self, key: &FactKey) -> BTreeSet<PersonId> {
        let derived = self.funnel.fact(key).is_some_and(|fact| !fact.derived.is_empty());
        self.project.facts.get(key).filter(|_| !derived).map(|answer| answer.by).into_iter().collect()
    }
}
