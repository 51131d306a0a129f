//! What waits for whom. Derived from the state, never stored as truth.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use time::Date;

use crate::command::Command;
use crate::consultation::{self, ConsultationTask};
use crate::context::{Context, Member};
use crate::decide::extra;
use crate::funnel::Funnel;
use crate::ids::{ArtefactKey, ConsultationKey, CriterionKey, DutyKey, FactKey, GateKey, PartyKey, PersonId};
use crate::moment::Timestamp;
use crate::organisation::EvidenceId;
use crate::project::{Lifecycle, Project};
use crate::readiness::{Check, CheckState, Waiter, readiness};
use crate::{changes, conditions, doers, duties, expiries, rollouts, signals};

/// What somebody is asked to do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum TaskKind {
    /// Answer a question about the project.
    AnswerFact(FactKey),
    /// Confirm an answer (law 5).
    ConfirmFact(FactKey),
    /// Write a document, or its next revision.
    Submit(ArtefactKey),
    /// Review the current revision of a document, for a party.
    Review(ArtefactKey, PartyKey),
    /// Answer a criterion, for a party.
    Judge(CriterionKey, PartyKey),
    /// Decide the gate.
    Decide(GateKey),
    /// Ask the body what the gate demands (law 8).
    OpenConsultation(ConsultationKey),
    /// Do something in a consultation, by its number.
    Consultation(ConsultationTask, u32),
    /// Judge evidence of the organisation, once for all projects.
    JudgeEvidence(EvidenceId),
    /// Submit evidence of the organisation that expires or is not sufficient.
    SubmitEvidence(EvidenceId),
    /// Look anew at a decision that was contested (law 14).
    UpholdDecision(GateKey),
    /// Take the decision that an overdue condition calls, by its number (law 3).
    DecideExtra(u32),
    /// See to a condition, by its number.
    MeetCondition(u32),
    /// Accept that a condition is met, or send it back.
    AcceptCondition(u32),
    /// Renew a document that runs out or ran out (law 12).
    Renew(ArtefactKey),
    /// Do a recurring duty (law 12).
    DoDuty(DutyKey),
    /// Handle a signal, by its number (law 12).
    HandleSignal(u32),
    /// Answer the checks of a rollout, by its number, for a party.
    CheckRollout(u32, PartyKey),
    /// Start a rollout, by its number.
    StartRollout(u32),
}

/// Something that waits for a party or person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// What is asked.
    pub kind: TaskKind,
    /// Of whom.
    pub waits_for: Waiter,
    /// Since when.
    pub since: Timestamp,
    /// Until when.
    pub due: Date,
    /// Whether an earlier answer can be confirmed in one act (law 4).
    pub confirmable: bool,
    /// The revision it is about, where it is about one.
    pub revision: Option<u32>,
    /// Of a party, whether it waits for its chair alone.
    pub chair_only: bool,
    /// Of a party, whom it does not wait for: who may not answer on their own work (law 5), and who voted already (law 7).
    /// A list of somebody's tasks leaves these out.
    pub not_by: BTreeSet<PersonId>,
}

impl Task {
    /// A task for anybody of those it waits for.
    pub(crate) fn new(kind: TaskKind, waits_for: Waiter, since: Timestamp, due: Date) -> Self {
        let (confirmable, revision, chair_only, not_by) = (false, None, false, BTreeSet::new());
        Self { kind, waits_for, since, due, confirmable, revision, chair_only, not_by }
    }

    /// Whether it waits for this person: by a membership of their own, or one delegated to them for today.
    #[must_use]
    pub fn is_for(&self, context: &Context<'_>, person: PersonId) -> bool {
        match &self.waits_for {
            Waiter::Person(one) => *one == person,
            Waiter::Party(party) => {
                let open = |member: Member| !self.not_by.contains(&member.person) && (member.chair || !self.chair_only);
                // What a body says comes from within it: who stands in from outside has no voice there (law 9).
                let within = !self.kind.is_of_body() || context.parties.membership(party, person).is_some();
                within && !self.not_by.contains(&person) && context.memberships(party, person).any(open)
            }
        }
    }
}

/// Everything that waits for somebody now, in the order of the gate's checks.
#[must_use]
pub fn tasks(funnel: &Funnel, project: &Project, context: &Context<'_>) -> Vec<Task> {
    let mut tasks = if project.hold.is_some() { Vec::new() } else { gate_tasks(funnel, project, context) };
    let at_gate = tasks.len();
    if project.hold.is_some() || project.round.is_none() {
        tasks.extend(consultation::tasks(funnel, project, context));
    }
    tasks.extend(extra_tasks(funnel, project));
    tasks.extend(conditions::tasks(project));
    tasks.extend(conditions::reviews(funnel, project, context.now.today));
    tasks.extend(expiries::tasks(funnel, project, context));
    tasks.extend(changes::tasks(funnel, project, context));
    tasks.extend(signals::tasks(funnel, project, context));
    tasks.extend(duties::tasks(funnel, project));
    tasks.extend(rollouts::tasks(funnel, project));
    // Those of the gate say already who can do them.
    for task in &mut tasks[at_gate..] {
        doers::narrow(funnel, project, context, task);
    }
    // Several causes may ask the same of the same party; the gate, then the oldest, gives the date.
    let mut asked = BTreeSet::new();
    tasks.retain(|task| asked.insert(task.kind.clone()));
    tasks
}

/// The decisions that overdue conditions called.
fn extra_tasks(funnel: &Funnel, project: &Project) -> Vec<Task> {
    let Some(gate) = extra::deciding_gate(funnel, project) else { return Vec::new() };
    let task = |(condition, due): (&u32, &Date)| {
        let since = project.conditions.open.get(condition).map_or(project.last.at, |c| c.since);
        Task::new(TaskKind::DecideExtra(*condition), Waiter::Party(gate.decided_by.clone()), since, *due)
    };
    project.extra.iter().map(task).collect()
}

/// What the open gate waits for.
fn gate_tasks(funnel: &Funnel, project: &Project, context: &Context<'_>) -> Vec<Task> {
    let Some(round) = project.round.as_ref().filter(|_| project.lifecycle == Lifecycle::Active) else {
        return Vec::new();
    };
    let readiness = readiness(funnel, project, context);
    let clear = readiness.as_ref().is_some_and(|readiness| readiness.blockers().next().is_none());
    let narrowed = |mut task: Task| {
        doers::narrow(funnel, project, context, &mut task);
        task
    };
    let facts = fact_tasks(funnel, project).into_iter().map(narrowed);
    // Readiness narrowed those of its checks.
    let open = |check: &Check| !matches!(check.state, CheckState::Done | CheckState::Waived | CheckState::NotYet);
    let checks = readiness.into_iter().flat_map(|readiness| readiness.checks).filter(open).flat_map(|check| check.tasks);
    let decide = funnel.gate(&round.gate).filter(|_| clear).map(|gate| {
        let waits_for = Waiter::Party(gate.decided_by.clone());
        narrowed(Task::new(TaskKind::Decide(round.gate.clone()), waits_for, last_answer(project), round.due))
    });
    let mut asked = BTreeSet::new();
    facts.chain(checks).chain(decide).filter(|task| asked.insert(task.kind.clone())).collect()
}

fn fact_tasks(funnel: &Funnel, project: &Project) -> Vec<Task> {
    let Some(round) = &project.round else { return Vec::new() };
    let task = |kind, waits_for, since| Task::new(kind, waits_for, since, round.due);
    funnel
        .facts
        .iter()
        .filter_map(|fact| match project.facts.get(&fact.key) {
            _ if !fact.derived.is_empty() => {
                let party = fact.confirmed_by.as_ref().filter(|p| project.involved.contains_key(*p))?;
                let derived = fact.derive(funnel, &project.facts)?;
                let open = funnel.fact_value(&fact.key, &project.facts) != Some(derived);
                open.then(|| task(TaskKind::ConfirmFact(fact.key.clone()), Waiter::Party(party.clone()), round.opened.at))
            }
            None => Some(task(TaskKind::AnswerFact(fact.key.clone()), Waiter::Person(project.lead), round.opened.at)),
            Some(answer) => {
                let party = fact.confirmed_by.as_ref().filter(|p| project.involved.contains_key(*p))?;
                let open = answer.value != fact.heavier && !answer.confirmed;
                open.then(|| task(TaskKind::ConfirmFact(fact.key.clone()), Waiter::Party(party.clone()), answer.at))
            }
        })
        .collect()
}

/// The moment from which the decision could have been taken.
fn last_answer(project: &Project) -> Timestamp {
    let reviews = project.artefacts.values().flat_map(|a| a.reviews.values().map(|r| r.at));
    let judgements = project.round.iter().flat_map(|r| r.judgements.values().flat_map(|by| by.values().map(|j| j.at)));
    let opened = project.round.as_ref().map_or(project.last.at, |r| r.opened.at);
    reviews.chain(judgements).fold(opened, Timestamp::max)
}

impl TaskKind {
    /// Whether it waits for a body in a consultation: such a task is never late (law 16).
    #[must_use]
    pub fn is_of_body(&self) -> bool {
        matches!(self, Self::Consultation(task, _) if task.is_of_body())
    }

    /// Whether it waits for somebody whatever round is open.
    pub(crate) fn outlives_round(&self) -> bool {
        match self {
            Self::AnswerFact(_)
            | Self::ConfirmFact(_)
            | Self::Submit(_)
            | Self::Review(..)
            | Self::Judge(..)
            | Self::Decide(_)
            | Self::OpenConsultation(_)
            | Self::Renew(_) => false,
            Self::Consultation(..)
            | Self::JudgeEvidence(_)
            | Self::SubmitEvidence(_)
            | Self::UpholdDecision(_)
            | Self::MeetCondition(_)
            | Self::AcceptCondition(_)
            | Self::DecideExtra(_)
            | Self::DoDuty(_)
            | Self::HandleSignal(_)
            | Self::CheckRollout(..)
            | Self::StartRollout(_) => true,
        }
    }

    /// The rollout it is about.
    pub(crate) fn rollout(&self) -> Option<u32> {
        match self {
            Self::CheckRollout(number, _) | Self::StartRollout(number) => Some(*number),
            _ => None,
        }
    }

    /// The command with which time notes that this task is late.
    pub(crate) fn note_overdue(&self) -> Command {
        Command::NoteOverdue { task: self.clone() }
    }
}

impl From<TaskKind> for String {
    fn from(kind: TaskKind) -> Self {
        match kind {
            TaskKind::AnswerFact(fact) => format!("answer_fact:{fact}"),
            TaskKind::ConfirmFact(fact) => format!("confirm_fact:{fact}"),
            TaskKind::Submit(artefact) => format!("submit:{artefact}"),
            TaskKind::Review(artefact, party) => format!("review:{artefact}:{party}"),
            TaskKind::Judge(criterion, party) => format!("judge:{criterion}:{party}"),
            TaskKind::Decide(gate) => format!("decide:{gate}"),
            TaskKind::JudgeEvidence(evidence) => format!("judge_evidence:{evidence}"),
            TaskKind::SubmitEvidence(evidence) => format!("submit_evidence:{evidence}"),
            TaskKind::UpholdDecision(gate) => format!("uphold_decision:{gate}"),
            TaskKind::OpenConsultation(kind) => format!("open_consultation:{kind}"),
            TaskKind::Consultation(task, number) => format!("{}:{number}", task.as_str()),
            TaskKind::DecideExtra(number) => format!("decide_extra:{number}"),
            TaskKind::MeetCondition(number) => format!("meet_condition:{number}"),
            TaskKind::AcceptCondition(number) => format!("accept_condition:{number}"),
            TaskKind::Renew(artefact) => format!("renew:{artefact}"),
            TaskKind::DoDuty(duty) => format!("do_duty:{duty}"),
            TaskKind::HandleSignal(number) => format!("handle_signal:{number}"),
            TaskKind::CheckRollout(number, party) => format!("check_rollout:{number}:{party}"),
            TaskKind::StartRollout(number) => format!("start_rollout:{number}"),
        }
    }
}

/// An ordinal as it is written: digits, without a leading zero.
fn number(text: &str) -> Option<u32> {
    text.parse().ok().filter(|number: &u32| number.to_string() == text)
}

impl TryFrom<String> for TaskKind {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let unknown = || format!("`{text}` is not a task");
        let fail = |_| unknown();
        let mut parts = text.split(':');
        let (verb, subject, of) = (parts.next(), parts.next().unwrap_or(""), parts.next());
        let kind = match (verb, of) {
            (Some("answer_fact"), None) => Self::AnswerFact(FactKey::parse(subject).map_err(fail)?),
            (Some("confirm_fact"), None) => Self::ConfirmFact(FactKey::parse(subject).map_err(fail)?),
            (Some("submit"), None) => Self::Submit(ArtefactKey::parse(subject).map_err(fail)?),
            (Some("review"), Some(of)) => {
                Self::Review(ArtefactKey::parse(subject).map_err(fail)?, PartyKey::parse(of).map_err(fail)?)
            }
            (Some("judge"), Some(of)) => {
                Self::Judge(CriterionKey::parse(subject).map_err(fail)?, PartyKey::parse(of).map_err(fail)?)
            }
            (Some("decide"), None) => Self::Decide(GateKey::parse(subject).map_err(fail)?),
            (Some("judge_evidence"), None) => Self::JudgeEvidence(EvidenceId::try_from(subject.to_owned())?),
            (Some("submit_evidence"), None) => Self::SubmitEvidence(EvidenceId::try_from(subject.to_owned())?),
            (Some("uphold_decision"), None) => Self::UpholdDecision(GateKey::parse(subject).map_err(fail)?),
            (Some("open_consultation"), None) => Self::OpenConsultation(ConsultationKey::parse(subject).map_err(fail)?),
            (Some(verb), None) if let Some(task) = ConsultationTask::parse(verb) => {
                Self::Consultation(task, number(subject).ok_or_else(unknown)?)
            }
            (Some("decide_extra"), None) => Self::DecideExtra(number(subject).ok_or_else(unknown)?),
            (Some("meet_condition"), None) => Self::MeetCondition(number(subject).ok_or_else(unknown)?),
            (Some("accept_condition"), None) => Self::AcceptCondition(number(subject).ok_or_else(unknown)?),
            (Some("renew"), None) => Self::Renew(ArtefactKey::parse(subject).map_err(fail)?),
            (Some("do_duty"), None) => Self::DoDuty(DutyKey::parse(subject).map_err(fail)?),
            (Some("handle_signal"), None) => Self::HandleSignal(number(subject).ok_or_else(unknown)?),
            (Some("check_rollout"), Some(of)) => {
                Self::CheckRollout(number(subject).ok_or_else(unknown)?, PartyKey::parse(of).map_err(fail)?)
            }
            (Some("start_rollout"), None) => Self::StartRollout(number(subject).ok_or_else(unknown)?),
            _ => return Err(unknown()),
        };
        if parts.next().is_some() { Err(unknown()) } else { Ok(kind) }
    }
}
