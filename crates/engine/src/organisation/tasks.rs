//! What waits for whom in an organisation, and what time makes happen (laws 12 and 16).

use time::{Date, Duration};

use super::command::OrganisationCommand;
use super::evidence::{EvidenceId, EvidenceStanding, OrganisationEvidence};
use super::state::Organisation;
use crate::consultation::{ConsultationAct, ConsultationTask, Step, due_now, next_of};
use crate::context::Context;
use crate::ids::PartyKey;
use crate::limits;
use crate::moment::Timestamp;
use crate::readiness::Waiter;
use crate::tasks::{Task, TaskKind};

/// Everything that waits for a party of the organisation now: evidence to judge, to renew or to mend, and questions to its
/// bodies. What waits for administrators is read from the consultations themselves.
#[must_use]
pub fn organisation_tasks(organisation: &Organisation, context: &Context<'_>) -> Vec<Task> {
    let today = context.now.today;
    let mut tasks = Vec::new();
    let task =
        |kind, party: &PartyKey, since: Timestamp, due: Date| Task::new(kind, Waiter::Party(party.clone()), since, due);
    for (id, known) in &organisation.evidence {
        let Some(kind) = organisation.settings.evidence.get(&id.kind) else { continue };
        let judged = known.judgement.as_ref().map_or(known.current.at.at, |judgement| judgement.at);
        let plan = organisation.plan_in_force(id, today).map(|plan| plan.due);
        match known.standing(today) {
            EvidenceStanding::Unjudged => {
                let due = context.calendar.after_working_days(known.current.at.today, limits::EVIDENCE_JUDGE_DAYS);
                tasks.push(Task {
                    revision: Some(known.current.number),
                    not_by: known.current.authors.clone(),
                    ..task(TaskKind::JudgeEvidence(id.clone()), &kind.judged_by, known.current.at.at, due)
                });
            }
            EvidenceStanding::Insufficient | EvidenceStanding::Expired(_) => {
                let due = plan.or(known.valid_until()).unwrap_or(today);
                let submit = |party| task(TaskKind::SubmitEvidence(id.clone()), party, judged, due);
                tasks.extend(kind.submitted_by.first().map(submit));
            }
            EvidenceStanding::Valid if known.expiry_noted => {
                let due = known.valid_until().unwrap_or(today);
                let submit = |party| task(TaskKind::SubmitEvidence(id.clone()), party, judged, due);
                tasks.extend(kind.submitted_by.first().map(submit));
            }
            EvidenceStanding::Valid | EvidenceStanding::Missing => {}
        }
    }
    for (number, known) in &organisation.consultations.standing {
        let Some(term) = known.term.filter(|_| known.step == Step::Asked) else { continue };
        let ask = |what| task(TaskKind::Consultation(what, *number), &known.body, known.since, term.due);
        tasks.push(ask(ConsultationTask::Advise));
        let choose = known.term_before.map(|_| Task { chair_only: true, ..ask(ConsultationTask::ChooseTerm) });
        tasks.extend(choose);
    }
    tasks
}

/// The commands that time sends to this organisation now.
#[must_use]
pub fn due_organisation(organisation: &Organisation, context: &Context<'_>) -> Vec<OrganisationCommand> {
    let today = context.now.today;
    let consultations = organisation.consultations.standing.iter().filter(|(_, known)| due_now(known, today).is_some());
    let noted = consultations.map(|(number, _)| {
        let (consultation, act) = (*number, ConsultationAct::NoteTime);
        OrganisationCommand::Consultation { consultation, act }
    });
    let expiring = organisation.evidence.keys().filter(|id| expiring(organisation, id, today).is_some());
    noted.chain(expiring.map(|id| OrganisationCommand::NoteExpiry { evidence: id.clone() })).collect()
}

/// The first date on which [`due_organisation`] may give something, if nothing changes before.
#[must_use]
pub fn next_due_organisation(organisation: &Organisation) -> Option<Date> {
    let consultations = organisation.consultations.standing.values().filter_map(next_of);
    let unnoted = organisation.evidence.values().filter(|known| !known.expiry_noted);
    consultations.chain(unnoted.filter_map(OrganisationEvidence::valid_until).map(ahead)).min()
}

/// The day on which owners hear that evidence expires.
fn ahead(valid_until: Date) -> Date {
    valid_until.saturating_sub(Duration::days(limits::EXPIRY_NOTICE_DAYS))
}

/// The last day of evidence whose owners should hear now that it expires.
pub(super) fn expiring(organisation: &Organisation, evidence: &EvidenceId, today: Date) -> Option<Date> {
    let known = organisation.evidence.get(evidence).filter(|known| !known.expiry_noted)?;
    known.valid_until().filter(|until| ahead(*until) <= today)
}
