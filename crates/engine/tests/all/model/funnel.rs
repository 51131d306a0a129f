//! The tables of `world.rs` as a funnel for the engine.

use engine::*;

use super::bodies::{self, KINDS};
use super::in_use::{
    self, CHANGE_TERM, CHANGES, CHECKS, DUTIES, EMERGENCY_DAYS, HANDLED_BY, HEAR, SIGNAL_REOPENS, SIGNAL_TERM, SUSPENDED_BY,
};
use super::organisation::EVIDENCE;
use super::staff::{delegations, evidence_key, evidence_kind, members};
use super::world::{self, CLOSING, CRITERIA, DOCUMENTS, LIVE, Name, PARTIES, Rule};
use crate::scenario::*;

pub fn rule(rule: Rule) -> AnswerRule {
    match rule {
        Rule::Any => AnswerRule::Any,
        Rule::Chair => AnswerRule::Chair,
        Rule::Of(k) => AnswerRule::KOf(u16::try_from(k).unwrap()),
        Rule::Percent(percent) => AnswerRule::Percentage(u8::try_from(percent).unwrap()),
        Rule::All => AnswerRule::All,
    }
}

fn when(when: world::When) -> When {
    match when {
        world::When::Always => When::Always,
        world::When::Middle => middle_or_more(),
        world::When::Personal => When::Is(fact("personal"), FactValue::Boolean(true)),
    }
}

fn proof(practice: bool) -> Proof {
    if practice { Proof::Practice } else { Proof::Paper }
}

fn rests_on(on: &[(Name, Option<Name>)]) -> Vec<RestsOn> {
    on.iter()
        .map(|(document, named)| RestsOn { artefact: artefact(document), fields: named.iter().map(|f| field(f)).collect() })
        .collect()
}

fn facts() -> Vec<FactDefinition> {
    let yes_or_no = |key: &str, by: Option<&str>| FactDefinition {
        key: fact(key),
        question: label(key),
        kind: FactKind::Boolean,
        heavier: FactValue::Boolean(true),
        confirmed_by: by.map(party),
        derived: Vec::new(),
    };
    let impact = FactDefinition {
        key: fact("impact"),
        kind: FactKind::Levels(vec![level("small"), level("middle"), level("large")]),
        heavier: FactValue::Level(level("large")),
        ..yes_or_no("impact", Some("quality"))
    };
    vec![impact, yes_or_no("personal", Some("privacy")), yes_or_no("research", None)]
}

fn parties() -> Vec<PartyDefinition> {
    let definition = |known: &world::Party| PartyDefinition {
        key: party(known.name),
        name: label(known.name),
        rule: rule(known.rule),
        coached_by: (known.name == "council").then(|| party("coach")),
        recorded_by: known.recorded_by.iter().map(|by| party(by)).collect(),
        second_reader: None,
    };
    PARTIES.iter().map(definition).collect()
}

fn documents() -> Vec<ArtefactKind> {
    let definition = |known: &world::Document| {
        let always = known.reviewers.iter().filter(|(_, at)| *at == world::When::Always);
        let also = known.reviewers.iter().filter(|(_, at)| *at != world::When::Always);
        ArtefactKind {
            key: artefact(known.name),
            name: label(known.name),
            help: label(known.name),
            written_by: vec![known.written_by.map_or(Writer::Lead, |by| Writer::Party(party(by)))],
            reviewed_by: always.map(|(by, _)| party(by)).collect(),
            also_reviewed_by: also.map(|(by, at)| AlsoReviewer { party: party(by), when: when(*at) }).collect(),
            review_days: u16::try_from(world::REVIEW_TERM).unwrap(),
            has_form: true,
            files: Some(FilePolicy { required: false, at_most: 1, media_types: vec!["application/pdf".into()] }),
            named_fields: vec![field(known.field)],
            validity: known.valid.map(|days| Validity {
                days: Some(u16::try_from(days).unwrap()),
                ends_on: known.ends.then(|| field("until")),
                notice_days: u16::try_from(world::NOTICE).unwrap(),
                watched_in: Vec::new(),
            }),
            contract: known.contract.map(|(before, of)| Contract {
                signed_on: field("signed"),
                criterion: criterion(before),
                party: party(of),
            }),
        }
    };
    DOCUMENTS.iter().map(definition).collect()
}

fn criteria(version: u8) -> Vec<Criterion> {
    let definition = |known: &world::Criterion| Criterion {
        key: criterion(known.name),
        question: label(known.name),
        help: label(known.name),
        asked_at: known
            .at
            .iter()
            .map(|asked| Asking {
                gate: gate(asked.gate),
                proof: proof(asked.practice),
                rests_on: rests_on(asked.on),
                organisation_evidence: asked.organisation.iter().map(|kind| evidence_key(kind)).collect(),
            })
            .collect(),
        parties: known.parties.iter().map(|by| party(by)).collect(),
        blocking: known.blocking,
        legal: known.legal,
        deferrable: known.deferrable,
        waivable_by: known.waivable_by.map(party),
        not_applicable_allowed: known.not_applicable,
        when: when(known.when),
    };
    CRITERIA.iter().filter(|known| known.versions.contains(&version)).map(definition).collect()
}

fn consultation(kind: &bodies::Kind) -> ConsultationKind {
    ConsultationKind {
        key: ConsultationKey::parse(kind.name).unwrap(),
        body: party(kind.body),
        right: match kind.right {
            bodies::Right::Information => Right::Information,
            bodies::Right::Advice => Right::Advice,
            bodies::Right::Consent => Right::Consent,
        },
        when: when(kind.when),
        question: label(kind.name),
        term_days: u16::try_from(kind.term).unwrap(),
        waiting_days: u16::try_from(kind.waiting).unwrap(),
        summary: None,
        documents: rests_on(kind.on),
    }
}

fn phases(version: u8) -> Vec<Phase> {
    let definition = |known: &world::Gate| Phase {
        key: phase(known.phase),
        name: label(known.phase),
        involves: PARTIES.iter().filter(|p| p.from == known.phase).map(|p| party(p.name)).collect(),
        live: known.phase == LIVE,
        gate: Some(Gate {
            key: gate(known.name),
            name: label(known.name),
            question: label(known.name),
            decided_by: party(known.decided_by),
            rule: rule(known.rule),
            go_to: known.go_to.map(phase),
            stop_to: known.stop_to.map(phase),
            recurs_after_days: known.every.map(|days| u16::try_from(days).unwrap()),
            rework_to: known.rework_to.iter().map(|to| phase(to)).collect(),
            term_days: u16::try_from(world::GATE_TERM).unwrap(),
            requirements: known
                .needs
                .iter()
                .map(|needs| Requirement {
                    artefact: artefact(needs.document),
                    stage: if needs.complete { Stage::Final } else { Stage::Concept },
                    maximum_age_days: needs.age.map(|days| u16::try_from(days).unwrap()),
                    deferrable: needs.deferrable,
                    when: when(needs.when),
                })
                .collect(),
            consultations: KINDS
                .iter()
                .filter(|kind| kind.gate == known.name && kind.versions.contains(&version))
                .map(consultation)
                .collect(),
        }),
    };
    world::gates_in(version).map(definition).collect()
}

/// A version of the funnel, with four eyes as they are in it.
pub fn funnel(version: u8, relaxed: bool) -> Funnel {
    Funnel {
        key: FunnelKey::parse("rich").unwrap(),
        name: label("Rich"),
        facts: facts(),
        parties: parties(),
        phases: phases(version),
        artefacts: documents(),
        criteria: criteria(version),
        four_eyes: if relaxed { FourEyes::Relaxed } else { FourEyes::Strict },
        evidence: Vec::new(),
        contest_days: 5,
        closing: CLOSING
            .iter()
            .map(|(key, owner, accepted_by, days, from)| ClosingDuty {
                key: ClosingKey::parse(*key).unwrap(),
                name: label(key),
                help: None,
                owner: owner.map(party),
                accepted_by: party(accepted_by),
                days: u16::try_from(*days).unwrap(),
                from_phase: from.map(phase),
                when: When::Always,
            })
            .collect(),
        extra_decision_days: u16::try_from(world::EXTRA_TERM).unwrap(),
        duties: DUTIES
            .iter()
            .map(|(key, by, days, document)| Duty {
                key: duty(key),
                name: label(key),
                phase: phase(LIVE),
                party: party(by),
                every_days: u16::try_from(*days).unwrap(),
                artefact: document.map(artefact),
            })
            .collect(),
        change_kinds: CHANGES.iter().map(change_kind).collect(),
        signals: Some(SignalRules {
            reopens: SIGNAL_REOPENS.iter().map(|c| criterion(c)).collect(),
            handled_by: party(HANDLED_BY),
            suspended_by: SUSPENDED_BY.iter().map(|p| party(p)).collect(),
            term_days: u16::try_from(SIGNAL_TERM).unwrap(),
        }),
        rollout_checks: CHECKS
            .iter()
            .map(|(key, by)| RolloutCheck { key: rollout_check(key), question: label(key), party: party(by) })
            .collect(),
        places: Places::default(),
        emergency: Some(EmergencyRules {
            decided_by: party("board"),
            hear: HEAR.iter().map(|p| party(p)).collect(),
            tell: party("council"),
            term_days: u16::try_from(EMERGENCY_DAYS).unwrap(),
        }),
    }
}

fn change_kind((key, documents, criteria, small): &in_use::ChangeKind) -> ChangeKind {
    ChangeKind {
        key: change(key),
        name: label(key),
        artefacts: documents.iter().map(|d| artefact(d)).collect(),
        criteria: criteria.iter().map(|c| criterion(c)).collect(),
        small_closed_by: small.map(party),
        term_days: u16::try_from(CHANGE_TERM).unwrap(),
    }
}

/// The day so many days after the start.
pub fn date(day: world::Day) -> ::time::Date {
    moment(0).today + ::time::Duration::days(i64::from(day))
}

/// A project in its first phase.
pub fn begin(relaxed: bool) -> Scenario {
    let mut s = Scenario::on(funnel(world::FIRST, relaxed), members());
    s.organisation.settings.board = Some(party("board"));
    s.organisation.settings.evidence = EVIDENCE.iter().map(|kind| (evidence_key(kind.name), evidence_kind(kind))).collect();
    s.organisation.delegations.standing = delegations();
    s
}
