//! Law 1: the bring-in of a project that exists already; what is missing becomes conditions.

use std::collections::{BTreeMap, BTreeSet};

use engine::*;

use crate::scenario::*;

fn administrator() -> Actor {
    let roles = BTreeSet::from([Role::Administrator]);
    Actor::Person(Person { id: person(40), function: "administrator".into(), roles })
}

fn bring_in(s: &Scenario, actor: &Actor, given: BringIn) -> Result<Vec<Event>, Rejection> {
    let command = StartProject {
        title: text(1),
        summary: text(2),
        lead: person(LEAD),
        funnel: s.project.funnel,
        bring_in: Some(given),
    };
    start(&s.funnel, &s.context(actor, None), s.project.organisation, ProjectId(uuid(3)), &command)
}

fn into_phase(key: &str) -> BringIn {
    BringIn {
        phase: phase(key),
        reason: text(3),
        facts: BTreeMap::from([(fact("personal_data"), FactValue::Boolean(false))]),
        owner: person(LEAD),
        due: moment(90).today,
    }
}

#[test]
fn it_stands_in_its_real_phase_and_owes_what_the_earlier_gates_ask() {
    let s = Scenario::start();
    let events = bring_in(&s, &administrator(), into_phase("exploration")).unwrap();
    let log: Vec<_> = events.into_iter().enumerate().map(|(i, e)| recorded(i as u64 + 1, 0, &administrator(), e)).collect();
    let project = Project::fold(&log).unwrap();
    assert_eq!(project.phase, phase("exploration"));
    assert_eq!(project.unrecorded, BTreeSet::from([phase("idea")]), "marked as not recorded here");
    for involved in ["innovation", "care", "ict", "steering", "quality"] {
        assert!(project.involved.contains_key(&party(involved)), "{involved}");
    }
    let owed: Vec<_> = project.conditions.open.values().map(|c| c.terms.demand.clone()).collect();
    let criterion_of = |key: &str, of: &str| Demand::Criterion { criterion: criterion(key), party: party(of) };
    let idea = Demand::Document { artefact: artefact("idea"), stage: Stage::Final };
    assert_eq!(owed, [idea, criterion_of("fits", "care"), criterion_of("ict-early", "ict")]);
    assert!(project.conditions.open.values().all(|c| c.terms.blocks == Some(gate("g1"))));
}

#[test]
fn only_by_the_administrator_into_a_known_phase_with_a_date_ahead() {
    let s = Scenario::start();
    let refused = |actor: &Actor, given| bring_in(&s, actor, given).unwrap_err().law().0;
    assert_eq!(refused(&actor(MANAGER), into_phase("exploration")), 18);
    assert_eq!(refused(&administrator(), into_phase("nowhere")), 1);
    assert_eq!(refused(&administrator(), BringIn { due: moment(0).today, ..into_phase("exploration") }), 16);
    let unknown = BTreeMap::from([(fact("colour"), FactValue::Boolean(true))]);
    assert_eq!(refused(&administrator(), BringIn { facts: unknown, ..into_phase("exploration") }), 19);
}

#[test]
fn into_the_first_phase_it_owes_nothing() {
    let events = bring_in(&Scenario::start(), &administrator(), into_phase("idea")).unwrap();
    assert!(!events.iter().any(|event| matches!(event, Event::Condition { .. })));
}

#[test]
fn a_project_that_was_brought_in_owes_the_closing_work_of_the_phases_before_it() {
    let mut s = Scenario::start();
    s.funnel.closing = ["idea", "selection"]
        .map(|from| ClosingDuty {
            key: ClosingKey::parse(from).unwrap(),
            name: label(from),
            help: None,
            owner: None,
            accepted_by: party("care"),
            days: 10,
            from_phase: Some(phase(from)),
            when: When::Always,
        })
        .to_vec();
    let events = bring_in(&s, &administrator(), into_phase("exploration")).unwrap();
    s.log = events.into_iter().enumerate().map(|(i, e)| recorded(i as u64 + 1, 0, &administrator(), e)).collect();
    s.project = Project::fold(&s.log).unwrap();
    s.given(CHAIR, decide_gate("g1", Outcome::Stop));
    let owed: Vec<_> = s.project.conditions.open.values().map(|c| c.terms.demand.clone()).collect();
    assert_eq!(owed, [Demand::Closing { duty: ClosingKey::parse("idea").unwrap() }], "it went through that phase elsewhere");
}
