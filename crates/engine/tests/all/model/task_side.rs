//! What the engine says waits for whom, in the model's words, and whether time noted what is late (laws 12 and 16).

use std::collections::BTreeSet;

use engine::*;

use super::Model;
use super::engine_side::{day, differ, name};
use super::tasks::{List, OfBody, Todo};
use super::world::{Day, EVERYBODY, Name};
use crate::scenario::{Scenario, person};

fn of_body(task: ConsultationTask) -> OfBody {
    match task {
        ConsultationTask::Advise => OfBody::Advise,
        ConsultationTask::ChooseTerm => OfBody::Choose,
        ConsultationTask::ConfirmAdvice => OfBody::Confirm,
        ConsultationTask::AnswerRequest => OfBody::Request,
        ConsultationTask::ExtendTerm => OfBody::Extend,
        ConsultationTask::ReviseSummary => OfBody::Revise,
        ConsultationTask::RecordNoAnswer => OfBody::NoAnswer,
        ConsultationTask::Confer => OfBody::Confer,
        ConsultationTask::Respond => OfBody::Respond,
    }
}

pub fn todo(kind: &TaskKind) -> Todo {
    let n = |key: &str| name(key);
    match kind {
        TaskKind::AnswerFact(fact) => Todo::Answer(n(fact.as_str())),
        TaskKind::ConfirmFact(fact) => Todo::ConfirmFact(n(fact.as_str())),
        TaskKind::Submit(artefact) => Todo::Write(n(artefact.as_str())),
        TaskKind::Renew(artefact) => Todo::Renew(n(artefact.as_str())),
        TaskKind::Review(artefact, party) => Todo::Review(n(artefact.as_str()), n(party.as_str())),
        TaskKind::Judge(criterion, party) => Todo::Judge(n(criterion.as_str()), n(party.as_str())),
        TaskKind::Decide(gate) => Todo::Decide(n(gate.as_str())),
        TaskKind::UpholdDecision(gate) => Todo::Uphold(n(gate.as_str())),
        TaskKind::DecideExtra(number) => Todo::Extra(*number),
        TaskKind::MeetCondition(number) => Todo::Meet(*number),
        TaskKind::AcceptCondition(number) => Todo::Accept(*number),
        TaskKind::OpenConsultation(kind) => Todo::Ask(n(kind.as_str())),
        TaskKind::Consultation(task, number) => Todo::Body(of_body(*task), *number),
        TaskKind::DoDuty(duty) => Todo::Duty(n(duty.as_str())),
        TaskKind::HandleSignal(number) => Todo::Handle(*number),
        TaskKind::CheckRollout(number, party) => Todo::Check(*number, n(party.as_str())),
        TaskKind::StartRollout(number) => Todo::Start(*number),
        TaskKind::JudgeEvidence(_) | TaskKind::SubmitEvidence(_) => unreachable!("{kind:?} is of the organisation"),
    }
}

fn whom(waiter: &Waiter) -> Result<u8, Name> {
    match waiter {
        Waiter::Person(id) => Ok(EVERYBODY.into_iter().find(|who| person(*who) == *id).unwrap()),
        Waiter::Party(party) => Err(name(party.as_str())),
    }
}

/// Whether the same waits for the same people until the same day.
pub fn same_tasks(s: &Scenario, model: &Model) -> Result<List, String> {
    let context = s.context(&Actor::System, None);
    let (tasks, list) = (s.tasks(), model.waiting());
    let kinds: BTreeSet<Todo> = tasks.iter().map(|task| todo(&task.kind)).collect();
    differ("tasks", &kinds, &list.keys().copied().collect())?;
    for task in &tasks {
        let kind = todo(&task.kind);
        let waiting = &list[&kind];
        let what = |part: &str| format!("{part} of {kind:?}");
        differ(&what("whom"), &whom(&task.waits_for), &waiting.whom)?;
        let by: BTreeSet<u8> = EVERYBODY.into_iter().filter(|who| task.is_for(&context, person(*who))).collect();
        differ(&what("people"), &by, &waiting.by)?;
        differ(&what("confirmable"), &task.confirmable, &waiting.again)?;
        let due = day(task.due);
        if !waiting.due.contains(&due) {
            return Err(format!("due of {kind:?}: the engine says {due}, the model {:?}", waiting.due));
        }
    }
    Ok(list)
}

/// Whether, once time rests, everything late was noted, and nothing else.
pub fn same_late(s: &Scenario, noted: &[TaskKind], list: &List, today: Day) -> Result<(), String> {
    for kind in noted {
        let late = list.get(&todo(kind)).is_some_and(|waiting| waiting.due.iter().any(|due| *due < today));
        if !late || !todo(kind).can_be_late() {
            return Err(format!("{kind:?} was noted as late; by the model {:?}", list.get(&todo(kind))));
        }
    }
    let once: BTreeSet<&TaskKind> = noted.iter().collect();
    differ("times noted", &noted.len(), &once.len())?;
    let known: BTreeSet<Todo> =
        s.project.overdue.iter().filter(|(_, due)| day(**due) < today).map(|(k, _)| todo(k)).collect();
    let late = list.iter().filter(|(kind, waiting)| kind.can_be_late() && waiting.due.iter().all(|due| *due < today));
    match late.map(|(kind, _)| *kind).find(|kind| !known.contains(kind)) {
        Some(kind) => Err(format!("{kind:?} is late, and nobody noted it")),
        None => Ok(()),
    }
}
