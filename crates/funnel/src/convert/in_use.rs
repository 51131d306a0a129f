//! What use asks: evidence of the organisation, duties, changes, signals, rollouts and emergency use.

use engine::{
    ArtefactKey, ChangeKey, ChangeKind, CriterionKey, Duty, DutyKey, EmergencyRules, EvidenceKey, EvidenceKind, PartyKey,
    PhaseKey, RolloutCheck, RolloutCheckKey, SignalRules,
};

use super::{Converted, days, each, label, parties};
use crate::file;

pub(super) fn evidence(kind: &file::EvidenceKind) -> Converted<EvidenceKind> {
    Ok(EvidenceKind {
        key: EvidenceKey::parse(&*kind.id)?,
        name: label(&kind.name),
        of_supplier: kind.of_supplier,
        submitted_by: parties(&kind.submitted_by)?,
        judged_by: PartyKey::parse(&*kind.judged_by)?,
        valid_days: kind.valid_days.map(days),
    })
}

pub(super) fn duty(duty: &file::Duty) -> Converted<Duty> {
    Ok(Duty {
        key: DutyKey::parse(&*duty.id)?,
        name: label(&duty.name),
        phase: PhaseKey::parse(&*duty.phase)?,
        party: PartyKey::parse(&*duty.party)?,
        every_days: days(duty.every_days),
        artefact: duty.artefact.as_deref().map(ArtefactKey::parse).transpose()?,
    })
}

pub(super) fn change_kind(kind: &file::ChangeKind) -> Converted<ChangeKind> {
    Ok(ChangeKind {
        key: ChangeKey::parse(&*kind.id)?,
        name: label(&kind.name),
        artefacts: each(&kind.reopens.artefacts, |id| ArtefactKey::parse(&**id))?,
        criteria: criteria(&kind.reopens.criteria)?,
        small_closed_by: kind.small_closed_by.as_deref().map(PartyKey::parse).transpose()?,
        term_days: days(kind.term_days),
    })
}

pub(super) fn signals(signals: &file::Signals) -> Converted<SignalRules> {
    Ok(SignalRules {
        reopens: criteria(&signals.reopens)?,
        handled_by: PartyKey::parse(signals.handled_by.clone().unwrap_or_default())?,
        suspended_by: parties(&signals.suspended_by)?,
        term_days: days(signals.term_days),
    })
}

pub(super) fn rollout_check(check: &file::RolloutCheck) -> Converted<RolloutCheck> {
    Ok(RolloutCheck {
        key: RolloutCheckKey::parse(&*check.id)?,
        question: label(&check.question),
        party: PartyKey::parse(&*check.party)?,
    })
}

pub(super) fn emergency(emergency: &file::Emergency) -> Converted<EmergencyRules> {
    Ok(EmergencyRules {
        decided_by: PartyKey::parse(&*emergency.decided_by)?,
        hear: parties(&emergency.hear)?,
        tell: PartyKey::parse(&*emergency.tell)?,
        term_days: days(emergency.term_days),
    })
}

fn criteria(ids: &[String]) -> Converted<Vec<CriterionKey>> {
    each(ids, |id| CriterionKey::parse(&**id))
}
