//! The organisation as the engine sees it: its commands, its state and its tasks, in the model's words.

use std::collections::BTreeSet;

use engine::*;

use super::Model;
use super::acts::OrgDo;
use super::engine_side::{day, differ, name};
use super::funnel::date;
use super::organisation::{self, Id, Standing};
use super::staff::evidence_key;
use super::world::{Day, EVERYBODY};
use crate::scenario::*;

fn id(of: Id) -> EvidenceId {
    EvidenceId { kind: evidence_key(of.0), supplier: of.1.map(|supplier| SupplierKey::parse(supplier).unwrap()) }
}

pub fn evidence_of(id: &EvidenceId) -> Id {
    (name(id.kind.as_str()), id.supplier.as_ref().map(|supplier| name(supplier.as_str())))
}

pub fn standing(how: EvidenceStanding) -> Standing {
    match how {
        EvidenceStanding::Missing => Standing::Missing,
        EvidenceStanding::Unjudged => Standing::Unjudged,
        EvidenceStanding::Insufficient => Standing::Insufficient,
        EvidenceStanding::Expired(until) => Standing::Expired(day(until)),
        EvidenceStanding::Valid => Standing::Valid,
    }
}

/// What the organisation is asked.
fn command(act: &OrgDo) -> OrganisationCommand {
    match *act {
        OrgDo::Submit { id: of, hash, until, empty } => OrganisationCommand::SubmitEvidence {
            evidence: id(of),
            text: (!empty).then(|| text(hash)),
            files: Vec::new(),
            valid_until: until.map(date),
        },
        OrgDo::Judge { id: of, revision, sufficient, reason } => OrganisationCommand::JudgeEvidence {
            evidence: id(of),
            revision: u32::try_from(revision).unwrap(),
            sufficient,
            proof: Proof::Practice,
            motivation: reason.then(|| text(60)),
        },
        OrgDo::Plan { id: of, due } => OrganisationCommand::AdoptPlan { evidence: id(of), plan: text(61), due: date(due) },
    }
}

pub fn decide(s: &Scenario, who: &Actor, act: &OrgDo) -> Result<Vec<OrganisationEvent>, Rejection> {
    let hash = if let OrgDo::Submit { hash, .. } = act { *hash } else { 0 };
    let submission = Submission {
        hash: Hash([hash; 32]),
        authors: who.person().map(|person| person.id).into_iter().collect(),
        changed_fields: BTreeSet::new(),
        files_changed: false,
        ends_on: None,
        signed_on: None,
    };
    decide_organisation(&s.organisation, &s.context(who, Some(&submission)), command(act))
}

pub fn take(s: &mut Scenario, who: &Actor, events: Vec<OrganisationEvent>) -> Result<(), String> {
    for event in events {
        let Recorded { sequence, at, by, .. } = recorded(s.organisation.sequence + 1, s.day, who, Event::ProjectClosed);
        let next = OrganisationRecorded { sequence, at, by, event };
        s.organisation.apply(&next).map_err(|error| format!("{error}: {:?}", next.event))?;
    }
    Ok(())
}

/// What time makes happen in the organisation.
pub fn time_passes(s: &mut Scenario) -> Result<(), String> {
    for _ in 0..20 {
        let context = s.context(&Actor::System, None);
        let Some(command) = due_organisation(&s.organisation, &context).into_iter().next() else { return Ok(()) };
        let events = decide_organisation(&s.organisation, &context, command).map_err(|r| format!("{r:?}"))?;
        take(s, &Actor::System, events)?;
    }
    Err("time never rests in the organisation".to_owned())
}

/// Whether both see the same evidence, plans and tasks.
pub fn same_organisation(s: &Scenario, model: &Model) -> Result<(), String> {
    let today = date(model.day);
    for of in organisation::all() {
        differ("standing", &(of, standing(s.organisation.standing(&id(of), today))), &(of, model.standing(of)))?;
        let plan = s.organisation.plan_in_force(&id(of), today).map(|plan| day(plan.due));
        differ("plan", &(of, plan), &(of, model.plan(of)))?;
    }
    let context = s.context(&Actor::System, None);
    let seen: BTreeSet<(Id, bool, Day, BTreeSet<u8>)> = organisation_tasks(&s.organisation, &context)
        .iter()
        .map(|task| {
            let by = EVERYBODY.into_iter().filter(|who| task.is_for(&context, person(*who))).collect();
            match &task.kind {
                TaskKind::JudgeEvidence(id) => (evidence_of(id), true, day(task.due), by),
                TaskKind::SubmitEvidence(id) => (evidence_of(id), false, day(task.due), by),
                other => unreachable!("{other:?} is not of evidence"),
            }
        })
        .collect();
    differ("tasks of the organisation", &seen, &model.waiting_in_organisation().into_iter().collect())
}
