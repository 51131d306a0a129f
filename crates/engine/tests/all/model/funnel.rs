//! The tables of `world.rs` as a funnel for the engine.

use std::collections::BTreeMap;

use engine::*;

use super::bodies::{self, KINDS};
use super::consulting::AGREED;
use super::in_use::{self, CHANGES, CHECKS, DRILL, EMERGENCY_DAYS, HANDLED_BY, HEAR, SIGNAL_REOPENS, SUSPENDED_BY};
use super::world::{self, CLOSING, CRITERIA, DELEGATIONS, DOCUMENTS, GATES, LIVE, Name, PARTIES, Rule};
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
            review_days: 5,
            has_form: true,
            files: Some(FilePolicy { required: false, at_most: 1, media_types: vec!["application/pdf".into()] }),
            named_fields: vec![field(known.field)],
            validity: known.valid.map(|days| Validity {
                days: Some(u16::try_from(days).unwrap()),
                notice_days: 5,
                ..Validity::default()
            }),
            contract: None,
        }
    };
    DOCUMENTS.iter().map(definition).collect()
}

fn criteria() -> Vec<Criterion> {
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
                organisation_evidence: Vec::new(),
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
    CRITERIA.iter().map(definition).collect()
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

fn phases() -> Vec<Phase> {
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
            term_days: 10,
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
            consultations: KINDS.iter().filter(|kind| kind.gate == known.name).map(consultation).collect(),
        }),
    };
    GATES.iter().map(definition).collect()
}

/// The funnel, with four eyes as they are in it.
pub fn funnel(relaxed: bool) -> Funnel {
    Funnel {
        key: FunnelKey::parse("rich").unwrap(),
        name: label("Rich"),
        facts: facts(),
        parties: parties(),
        phases: phases(),
        artefacts: documents(),
        criteria: criteria(),
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
        extra_decision_days: 5,
        duties: vec![Duty {
            key: duty(DRILL.0),
            name: label(DRILL.0),
            phase: phase(LIVE),
            party: party(DRILL.1),
            every_days: u16::try_from(DRILL.2).unwrap(),
            artefact: None,
        }],
        change_kinds: CHANGES.iter().map(change_kind).collect(),
        signals: Some(SignalRules {
            reopens: SIGNAL_REOPENS.iter().map(|c| criterion(c)).collect(),
            handled_by: party(HANDLED_BY),
            suspended_by: SUSPENDED_BY.iter().map(|p| party(p)).collect(),
            term_days: 5,
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
        term_days: 10,
    }
}

/// Who belongs to what; the first of each party is its chair.
pub fn members() -> Parties {
    let members = |known: &world::Party| -> Vec<Member> {
        known.members.iter().enumerate().map(|(at, who)| Member { person: person(*who), chair: at == 0 }).collect()
    };
    Parties { members: PARTIES.iter().map(|known| (party(known.name), members(known))).collect() }
}

fn delegations() -> BTreeMap<u32, Delegation> {
    let delegation = |(by, from, to, first, last): &(Name, u8, u8, world::Day, world::Day)| Delegation {
        party: party(by),
        from: person(*from),
        to: person(*to),
        first: date(*first),
        last: date(*last),
    };
    (1..).zip(DELEGATIONS.iter().map(delegation)).collect()
}

/// What the council agreed to be only informed of, on this day.
pub fn agreements(day: world::Day) -> BTreeMap<u32, Agreement> {
    let (body, when) = (party("council"), When::Is(fact("research"), FactValue::Boolean(false)));
    let agreement = Agreement { body, when, text: text(1), since: moment(0) };
    AGREED.contains(&day).then_some((1, agreement)).into_iter().collect()
}

/// The day so many days after the start.
pub fn date(day: world::Day) -> ::time::Date {
    moment(0).today + ::time::Duration::days(i64::from(day))
}

/// A project in its first phase.
pub fn begin(relaxed: bool) -> Scenario {
    let mut s = Scenario::on(funnel(relaxed), members());
    s.organisation.delegations.standing = delegations();
    s
}
