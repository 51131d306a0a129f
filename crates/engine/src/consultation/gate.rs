//! What consultations mean for the open gate (law 8): its checks, its blockers, and who is waited for.

use serde::{Deserialize, Serialize};
use time::Date;

use super::ConsultationAct;
use super::act::ConsultationCommand;
use super::decide::{due as due_to, next_due as next, overleg_missing};
use super::definition::{ConsultationKind, Right};
use super::in_project::{changed, effective};
use super::state::{Consultation, Settled, Step};
use crate::command::Command;
use crate::context::Context;
use crate::funnel::{Funnel, Gate};
use crate::ids::{ConsultationKey, PartyKey};
use crate::limits;
use crate::moment::Timestamp;
use crate::project::{Lifecycle, Project, Round};
use crate::readiness::{Blocker, Check, CheckState, CheckSubject, Waiter};
use crate::tasks::{Task, TaskKind};

/// What a consultation still lacks before *go*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsultationBlock {
    /// The lead has not asked the body.
    NotOpened,
    /// The body asked to be asked.
    Requested,
    /// The body deliberates; its silence says nothing.
    Open,
    /// The provider has not answered the advice.
    ResponseMissing,
    /// Negative advice, and nobody talked with the body.
    OverlegMissing,
    /// The body's law gives it time after a response that deviates.
    WaitingUntil(Date),
    /// The body withheld its consent.
    ConsentWithheld,
    /// No answer came within the term, and that is no consent.
    NoConsent,
    /// What the answer rests on changed.
    Stale,
}

/// What is asked of somebody in a consultation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConsultationTask {
    /// The body: give its answer.
    Advise,
    /// The body's chair: choose the term after a new summary.
    ChooseTerm,
    /// The body's chair: say whether the answer stands on changed documents.
    ConfirmAdvice,
    /// The lead: ask what the body requested, or decline with the reason.
    AnswerRequest,
    /// The lead: give the time that was asked, or not.
    ExtendTerm,
    /// The lead: put the changed documents before the body.
    ReviseSummary,
    /// The lead: record that no answer came.
    RecordNoAnswer,
    /// The lead: talk with the body.
    Confer,
    /// The lead: answer the advice with reasons.
    Respond,
}

impl ConsultationTask {
    /// Each of them.
    pub const ALL: [Self; 9] = [
        Self::Advise,
        Self::ChooseTerm,
        Self::ConfirmAdvice,
        Self::AnswerRequest,
        Self::ExtendTerm,
        Self::ReviseSummary,
        Self::RecordNoAnswer,
        Self::Confer,
        Self::Respond,
    ];

    /// As it is written in a task.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Advise => "advise",
            Self::ChooseTerm => "choose_term",
            Self::ConfirmAdvice => "confirm_advice",
            Self::AnswerRequest => "answer_request",
            Self::ExtendTerm => "extend_term",
            Self::ReviseSummary => "revise_summary",
            Self::RecordNoAnswer => "record_no_answer",
            Self::Confer => "confer",
            Self::Respond => "respond",
        }
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|task| task.as_str() == text)
    }

    /// Whether it waits for the body: it is reminded kindly and never called late (law 16).
    #[must_use]
    pub fn is_of_body(self) -> bool {
        matches!(self, Self::Advise | Self::ChooseTerm | Self::ConfirmAdvice)
    }
}

/// The checks of consultations at the open gate: what the funnel asks, then what bodies asked and said themselves.
pub(crate) fn checks(funnel: &Funnel, project: &Project, gate: &Gate, round: &Round, context: &Context<'_>) -> Vec<Check> {
    let asked = funnel.consulted_at(gate, project).map(|kind| {
        let at = Look { funnel, project, round: Some(round), context, kind: Some(&kind.key) };
        // Where an agreement to be only informed was revoked, the body is asked after all.
        let asks = effective(funnel, project, context, kind).0 != Right::Information;
        match project.consultations.for_gate(&gate.key, &kind.key) {
            Some((number, known)) if !(asks && known.right == Right::Information) => at.check(number, known),
            _ => at.not_opened(kind),
        }
    });
    let of_bodies = project.consultations.of_bodies().map(|(number, known)| {
        let at = Look { funnel, project, round: Some(round), context, kind: None };
        at.check(number, known)
    });
    let open = |check: &Check| check.state != CheckState::Done;
    asked.chain(of_bodies.filter(open)).collect()
}

/// What consultations wait for while no gate does: on hold, or between two rounds. A body's question is never put aside.
pub(crate) fn tasks(funnel: &Funnel, project: &Project, context: &Context<'_>) -> Vec<Task> {
    if project.lifecycle != Lifecycle::Active {
        return Vec::new();
    }
    if let Some(round) = &project.round
        && let Some(gate) = funnel.gate(&round.gate)
    {
        return checks(funnel, project, gate, round, context).into_iter().flat_map(|check| check.tasks).collect();
    }
    let at = Look { funnel, project, round: None, context, kind: None };
    project.consultations.of_bodies().flat_map(|(number, known)| at.check(number, known).tasks).collect()
}

/// Where a check is looked at from.
struct Look<'a> {
    funnel: &'a Funnel,
    project: &'a Project,
    round: Option<&'a Round>,
    context: &'a Context<'a>,
    kind: Option<&'a ConsultationKey>,
}

impl Look<'_> {
    fn not_opened(&self, kind: &ConsultationKind) -> Check {
        let since = self.round.map_or(self.project.last.at, |round| round.opened.at);
        let tasks = vec![self.open_task(&kind.key, since, self.due(self.project.last.today))];
        self.with(&kind.body, None, CheckState::ToDo, &[ConsultationBlock::NotOpened], tasks)
    }

    fn check(&self, number: u32, known: &Consultation) -> Check {
        // What a body asked or said of its own accord it can ask or say again; only a gate's question goes stale.
        let changed = (self.kind.is_some() || !known.is_settled()) && changed(self.funnel, self.project, known);
        let (state, blocks) = standing(known, changed, self.context.now.today);
        let tasks = self.tasks(number, known, changed);
        self.with(&known.body, Some(number), state, &blocks, tasks)
    }

    fn with(
        &self,
        body: &PartyKey,
        number: Option<u32>,
        state: CheckState,
        blocks: &[ConsultationBlock],
        tasks: Vec<Task>,
    ) -> Check {
        let (body, kind) = (body.clone(), self.kind.cloned());
        let blocker = |lacks: &ConsultationBlock| Blocker::Consultation {
            body: body.clone(),
            consultation: number,
            kind: kind.clone(),
            lacks: *lacks,
        };
        let blockers = blocks.iter().map(blocker).collect();
        let on = CheckSubject::Consultation { body: body.clone(), consultation: number, kind: kind.clone() };
        Check { state, on, blockers, blocking: true, tasks }
    }

    fn tasks(&self, number: u32, known: &Consultation, changed: bool) -> Vec<Task> {
        let due = self.due(known.opened.today);
        let lead = |what| {
            let waits_for = Waiter::Person(self.project.lead);
            Task::new(TaskKind::Consultation(what, number), waits_for, known.since, due)
        };
        let body = |what| {
            let due = known.term.map_or(due, |term| term.due);
            Task::new(TaskKind::Consultation(what, number), Waiter::Party(known.body.clone()), known.since, due)
        };
        let again = || self.kind.map(|kind| self.open_task(kind, known.since, due));
        match &known.step {
            Step::Requested => vec![lead(ConsultationTask::AnswerRequest)],
            Step::Asked => {
                let asked = known.extension_asked.is_some();
                let all = [
                    Some(body(ConsultationTask::Advise)),
                    known.term_before.is_some().then(|| body(ConsultationTask::ChooseTerm)),
                    asked.then(|| lead(ConsultationTask::ExtendTerm)),
                    changed.then(|| lead(ConsultationTask::ReviseSummary)),
                    known.passed.then(|| lead(ConsultationTask::RecordNoAnswer)),
                ];
                all.into_iter().flatten().collect()
            }
            Step::Unanswered | Step::Withheld => again().into_iter().collect(),
            Step::Advised => {
                let confer = overleg_missing(known).then(|| lead(ConsultationTask::Confer));
                confer.into_iter().chain([lead(ConsultationTask::Respond)]).collect()
            }
            Step::Settled { how: Settled::NoAnswer, .. } if changed => again().into_iter().collect(),
            Step::Settled { how: Settled::Informed, .. } => Vec::new(),
            Step::Settled { .. } if changed => vec![body(ConsultationTask::ConfirmAdvice)],
            Step::Settled { .. } => Vec::new(),
        }
    }

    fn open_task(&self, kind: &ConsultationKey, since: Timestamp, due: Date) -> Task {
        Task::new(TaskKind::OpenConsultation(kind.clone()), Waiter::Person(self.project.lead), since, due)
    }

    /// By when the provider acts: with the gate; where none is open, some days after it began.
    fn due(&self, began: Date) -> Date {
        let after = || self.context.calendar.after_working_days(began, limits::ANSWER_DAYS);
        self.round.map_or_else(after, |round| round.due)
    }
}

/// How a consultation stands, and what it lacks.
fn standing(known: &Consultation, changed: bool, today: Date) -> (CheckState, Vec<ConsultationBlock>) {
    match &known.step {
        Step::Requested => (CheckState::ToDo, vec![ConsultationBlock::Requested]),
        Step::Asked => (CheckState::Waiting, vec![ConsultationBlock::Open]),
        Step::Unanswered => (CheckState::Adjust, vec![ConsultationBlock::NoConsent]),
        Step::Withheld => (CheckState::Adjust, vec![ConsultationBlock::ConsentWithheld]),
        Step::Advised => {
            let overleg = overleg_missing(known).then_some(ConsultationBlock::OverlegMissing);
            (CheckState::ToDo, overleg.into_iter().chain([ConsultationBlock::ResponseMissing]).collect())
        }
        Step::Settled { how, waits_until } => {
            let outdated = (changed && *how != Settled::Informed).then_some(ConsultationBlock::Stale);
            let waits = waits_until.filter(|until| today < *until).map(ConsultationBlock::WaitingUntil);
            let state = match (outdated, waits) {
                (Some(_), _) => CheckState::Stale,
                (None, Some(_)) => CheckState::Waiting,
                (None, None) => CheckState::Done,
            };
            (state, outdated.into_iter().chain(waits).collect())
        }
    }
}

/// The commands that time sends about consultations now (law 16).
pub(crate) fn due(project: &Project, context: &Context<'_>) -> impl Iterator<Item = Command> {
    let today = context.now.today;
    let live = project.lifecycle == Lifecycle::Active;
    let standing = project.consultations.standing.iter().filter(move |_| live);
    standing.filter(move |(_, known)| due_to(known, today).is_some()).map(|(number, _)| {
        let command = ConsultationCommand::On { consultation: *number, act: ConsultationAct::NoteTime };
        Command::Consultation { command }
    })
}

/// The first date on which [`due`] may give something.
pub(crate) fn next_due(project: &Project) -> Option<Date> {
    let standing = project.consultations.standing.values().filter(|_| project.lifecycle == Lifecycle::Active);
    standing.filter_map(next).min()
}
