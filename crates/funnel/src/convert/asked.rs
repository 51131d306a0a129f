//! What gates ask: documents, answers, and consultations of bodies.

use engine::{
    AlsoReviewer, ArtefactKey, ArtefactKind, Asking, ConsultationKey, ConsultationKind, Contract, Criterion, CriterionKey,
    EvidenceKey, FieldPath, FilePolicy, Gate, GateKey, PartyKey, PhaseKey, Proof, Requirement, RestsOn, Right, Stage,
    Validity, When, Writer,
};

use super::{Converted, days, label, parties, rule};
use crate::checks::{LEAD, RETIRED};
use crate::condition::Conditions;
use crate::file::{self, File};
use crate::limits::NOTICE_DAYS;

pub(super) fn gate(
    file: &File,
    p: usize,
    phase: &file::Phase,
    gate: &file::Gate,
    conditions: &Conditions,
) -> Converted<Gate> {
    let decided_by = gate.decided_by.clone().unwrap_or_default();
    let own = file.parties.iter().find(|party| party.id == decided_by).map_or(file::Rule::Any, |party| party.answers);
    // Its own phase comes first: going on working is the nearest rework.
    let earlier = gate.rework_to.iter().filter(|to| **to != phase.id);
    let rework_to = std::iter::once(&phase.id).chain(earlier).map(|to| PhaseKey::parse(&**to));
    let requirement = |(n, need): (usize, &file::Need)| {
        Ok(Requirement {
            artefact: ArtefactKey::parse(&*need.artefact)?,
            stage: match need.stage {
                file::Stage::Concept => Stage::Concept,
                file::Stage::Final => Stage::Final,
            },
            maximum_age_days: need.maximum_age_days.map(days),
            deferrable: need.deferrable,
            when: conditions.needs.get(&(p, n)).cloned().unwrap_or_default(),
        })
    };
    let consultation = |(n, written): (usize, &file::Consultation)| {
        let when = conditions.consultations.get(&(p, n)).cloned().unwrap_or_default();
        self::consultation(written, when)
    };
    Ok(Gate {
        key: GateKey::parse(&*gate.id)?,
        name: label(&gate.name),
        question: label(&gate.question),
        decided_by: PartyKey::parse(decided_by)?,
        rule: rule(gate.decides.unwrap_or(own)),
        go_to: Some(&gate.go_to).filter(|to| *to != RETIRED).map(|to| PhaseKey::parse(&**to)).transpose()?,
        stop_to: gate.stop_to.as_deref().map(PhaseKey::parse).transpose()?,
        recurs_after_days: gate.recurs_after_days.map(days),
        rework_to: rework_to.collect::<Converted<_>>()?,
        term_days: days(gate.term_days),
        requirements: gate.needs.iter().enumerate().map(requirement).collect::<Converted<_>>()?,
        consultations: gate.consultations.iter().enumerate().map(consultation).collect::<Converted<_>>()?,
    })
}

fn consultation(written: &file::Consultation, when: When) -> Converted<ConsultationKind> {
    Ok(ConsultationKind {
        key: ConsultationKey::parse(&*written.id)?,
        body: PartyKey::parse(&*written.body)?,
        right: match written.right {
            file::Right::Information => Right::Information,
            file::Right::Advice => Right::Advice,
            file::Right::Consent => Right::Consent,
        },
        when,
        question: label(&written.question),
        term_days: days(written.term_days),
        waiting_days: days(written.waiting_days),
        summary: written.summary.as_deref().map(ArtefactKey::parse).transpose()?,
        documents: written.documents.iter().map(|on| rests_on(&on.artefact, &on.fields)).collect::<Converted<_>>()?,
    })
}

pub(super) fn artefact_kind(
    file: &File,
    a: usize,
    artefact: &file::Artefact,
    has_form: bool,
    conditions: &Conditions,
) -> Converted<ArtefactKind> {
    let also = |(r, also): (usize, &file::AlsoReviewer)| {
        let when = conditions.reviewers.get(&(a, r)).cloned().unwrap_or_default();
        Ok(AlsoReviewer { party: PartyKey::parse(&*also.party)?, when })
    };
    let writer = |id: &String| Ok(if id == LEAD { Writer::Lead } else { Writer::Party(PartyKey::parse(&**id)?) });
    let policy = |files: &file::Files| FilePolicy {
        required: files.required,
        at_most: days(files.at_most),
        media_types: files.types.iter().map(|kind| kind.media_type().to_owned()).collect(),
    };
    let criteria = file.criteria.iter().flat_map(|c| &c.asked_at).flat_map(file::Asking::documents);
    let criteria = criteria.filter(|(_, id, _)| *id == artefact.id).flat_map(|(_, _, fields)| fields);
    let gates = file.phases.iter().filter_map(|phase| phase.gate.as_ref());
    let bodies = gates.flat_map(|gate| &gate.consultations).flat_map(|consultation| &consultation.documents);
    let bodies = bodies.filter(|document| document.artefact == artefact.id).flat_map(|document| &document.fields);
    let fields = criteria.chain(bodies).map(|path| FieldPath::parse(&**path));
    let mut named_fields = fields.collect::<Converted<Vec<_>>>()?;
    named_fields.sort();
    named_fields.dedup();
    Ok(ArtefactKind {
        key: ArtefactKey::parse(&*artefact.id)?,
        name: label(&artefact.name),
        help: label(&artefact.help),
        written_by: artefact.written_by.iter().map(writer).collect::<Converted<_>>()?,
        reviewed_by: parties(&artefact.reviewed_by)?,
        also_reviewed_by: artefact.also_reviewed_by.iter().enumerate().map(also).collect::<Converted<_>>()?,
        review_days: days(artefact.review_days),
        has_form,
        files: artefact.files.as_ref().map(policy),
        named_fields,
        validity: validity(artefact)?,
        contract: artefact.contract.as_ref().map(contract).transpose()?,
    })
}

fn validity(artefact: &file::Artefact) -> Converted<Option<Validity>> {
    if artefact.valid_days.is_none() && artefact.ends_on.is_none() {
        return Ok(None);
    }
    Ok(Some(Validity {
        days: artefact.valid_days.map(days),
        ends_on: artefact.ends_on.as_deref().map(FieldPath::parse).transpose()?,
        notice_days: artefact.notice_days.map_or(NOTICE_DAYS, days),
        watched_in: artefact.watched_in.iter().map(|phase| PhaseKey::parse(&**phase)).collect::<Converted<_>>()?,
    }))
}

fn contract(contract: &file::Contract) -> Converted<Contract> {
    Ok(Contract {
        signed_on: FieldPath::parse(&*contract.signed_on)?,
        criterion: CriterionKey::parse(&*contract.after)?,
        party: PartyKey::parse(&*contract.party)?,
    })
}

pub(super) fn criterion(criterion: &file::Criterion, when: Option<&When>) -> Converted<Criterion> {
    let asking = |asking: &file::Asking| {
        Ok(Asking {
            gate: GateKey::parse(&*asking.gate)?,
            proof: match asking.proof {
                file::Proof::Paper => Proof::Paper,
                file::Proof::Practice => Proof::Practice,
            },
            rests_on: asking
                .documents()
                .map(|(_, artefact, fields)| rests_on(artefact, fields))
                .collect::<Converted<_>>()?,
            organisation_evidence: asking
                .of_organisation()
                .map(|(_, id)| EvidenceKey::parse(id))
                .collect::<Converted<_>>()?,
        })
    };
    Ok(Criterion {
        key: CriterionKey::parse(&*criterion.id)?,
        question: label(&criterion.question),
        help: label(&criterion.help),
        asked_at: criterion.asked_at.iter().map(asking).collect::<Converted<_>>()?,
        parties: parties(&criterion.parties)?,
        blocking: criterion.blocking,
        legal: criterion.legal,
        deferrable: criterion.deferrable,
        waivable_by: criterion.waivable_by.as_deref().map(PartyKey::parse).transpose()?,
        not_applicable_allowed: criterion.not_applicable_allowed,
        when: when.cloned().unwrap_or_default(),
    })
}

fn rests_on(artefact: &str, fields: &[String]) -> Converted<RestsOn> {
    let fields = fields.iter().map(|path| FieldPath::parse(&**path)).collect::<Converted<_>>()?;
    Ok(RestsOn { artefact: ArtefactKey::parse(artefact)?, fields })
}
