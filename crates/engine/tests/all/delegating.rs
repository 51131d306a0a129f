//! Who answers for whom while somebody is away, on record (law 7), and what suppliers are called.

use engine::*;

use crate::consulting::{COUNCIL, COUNCIL_CHAIR, advice, on, open, says};
use crate::organising::{ADMIN, BOARD, CISO, Provider, SECURITY};
use crate::scenario::*;

fn delegate(of: &str, from: u8, to: u8, days: (u16, u16)) -> OrganisationCommand {
    let (first, last) = (moment(days.0).today, moment(days.1).today);
    OrganisationCommand::Delegate { party: party(of), from: person(from), to: person(to), first, last }
}

fn end(delegation: u32) -> OrganisationCommand {
    OrganisationCommand::EndDelegation { delegation }
}

#[test]
fn a_member_delegates_and_the_chair_or_an_administrator_does_for_who_is_away() {
    let mut p = Provider::new();
    p.given(CISO, delegate("ciso", CISO, SECURITY, (1, 5)));
    let somebody_elses = delegate("ciso", SECURITY, CISO, (1, 5));
    let Rejection::NotPermitted { need } = p.refused(CISO, somebody_elses.clone(), 18) else { panic!() };
    assert_eq!(need, Need::ChairOrAdministrator(party("ciso")));
    p.given(ADMIN, somebody_elses);
    p.given(COUNCIL_CHAIR, delegate("council", COUNCIL, COUNCIL_CHAIR, (0, 9)));
    assert_eq!(p.organisation.delegations.standing.len(), 3);
    p.folds();
}

#[test]
fn one_hop_to_somebody_else_who_belongs_here() {
    let mut p = Provider::new();
    p.refused(CISO, delegate("ciso", CISO, CISO, (1, 5)), 7);
    // Who stands in is no member, and so has nothing to pass on.
    p.given(BOARD, delegate("board", BOARD, CISO, (1, 5)));
    let passed_on = p.refused(CISO, delegate("board", CISO, SECURITY, (1, 5)), 7);
    assert_eq!(passed_on, Rejection::NotAMember { party: party("board"), person: person(CISO) });
    p.day = 1;
    p.refused(CISO, delegate("board", BOARD, SECURITY, (6, 7)), 18);
    let stranger = p.refused(CISO, delegate("ciso", CISO, 99, (1, 5)), 7);
    assert_eq!(stranger, Rejection::NotADelegate { party: party("ciso"), person: person(99) });
}

#[test]
fn nobody_from_outside_speaks_for_a_body() {
    let mut p = Provider::new();
    let outside = delegate("council", COUNCIL_CHAIR, CISO, (0, 9));
    p.organisation.settings.bodies.insert(party("council"), BodyRules::default());
    p.refused(COUNCIL_CHAIR, outside.clone(), 7);
    p.given(COUNCIL_CHAIR, delegate("council", COUNCIL_CHAIR, COUNCIL, (0, 9)));
    let mut s = advice();
    s.given(LEAD, open("advice"));
    s.refused(COUNCIL, on(1, says(AdviceVerdict::Positive)), 18);
    s.organisation.delegations = p.organisation.delegations.clone();
    let events = s.when(COUNCIL, on(1, says(AdviceVerdict::Positive))).unwrap();
    let Event::Consultation { event: ConsultationEvent::Established { counted, .. }, .. } = &events[0] else { panic!() };
    assert_eq!(counted.delegated_by, Some(person(COUNCIL_CHAIR)));
    // A body of the funnel of which the organisation wrote nothing down: the delegation counts, but not in its voice.
    let mut p = Provider::new();
    p.given(COUNCIL_CHAIR, outside);
    s.organisation.delegations = p.organisation.delegations.clone();
    s.refused(CISO, on(1, says(AdviceVerdict::Positive)), 18);
    s.refused(CISO, on(1, ConsultationAct::Opine { opinion: text(80) }), 18);
    let of_body = |task: &Task| task.kind.is_of_body();
    let context = s.context(&Actor::System, None);
    let asked: Vec<Task> = s.tasks().into_iter().filter(of_body).collect();
    assert!(asked.iter().any(|task| task.is_for(&context, person(COUNCIL_CHAIR))));
    assert!(asked.iter().all(|task| !task.is_for(&context, person(CISO))), "nor does its question stand in their list");
    let agree = OrganisationCommand::Agree { body: party("council"), when: When::Always, text: text(81) };
    p.refused(CISO, agree, 18);
}

#[test]
fn a_period_lies_ahead_and_overlaps_no_other() {
    let mut p = Provider::new();
    p.day = 3;
    for days in [(2, 5), (5, 4), (4, 3 + 367)] {
        let dates = p.refused(CISO, delegate("ciso", CISO, SECURITY, days), 7);
        let (earliest, latest) = (moment(3).today, moment(3 + 366).today);
        assert_eq!(dates, Rejection::DelegationDates { earliest, latest });
    }
    p.given(CISO, delegate("ciso", CISO, SECURITY, (4, 8)));
    for days in [(3, 4), (8, 9), (5, 6), (3, 20)] {
        let overlaps = p.refused(CISO, delegate("ciso", CISO, BOARD, days), 7);
        assert_eq!(overlaps, Rejection::DelegationOverlaps { delegation: 1 });
    }
    p.given(CISO, delegate("ciso", CISO, BOARD, (3, 3))).given(CISO, delegate("ciso", CISO, BOARD, (9, 9)));
    p.folds();
}

#[test]
fn a_delegation_counts_on_its_days_and_is_forgotten_after_them() {
    let mut p = Provider::new();
    let evidence = EvidenceId::try_from("nen7510".to_owned()).unwrap();
    let submitted = OrganisationCommand::SubmitEvidence {
        evidence: evidence.clone(),
        text: Some(text(90)),
        files: Vec::new(),
        valid_until: None,
    };
    let judged = OrganisationCommand::JudgeEvidence {
        evidence,
        revision: 1,
        sufficient: true,
        proof: Proof::Paper,
        motivation: None,
    };
    p.given(SECURITY, submitted).given(CISO, delegate("ciso", CISO, BOARD, (2, 3)));
    p.refused(BOARD, judged.clone(), 18);
    p.day = 2;
    let events = p.decide(&actor(BOARD), 0, judged.clone()).unwrap();
    let OrganisationEvent::EvidenceJudged { counted, .. } = &events[0] else { panic!() };
    assert_eq!(counted.delegated_by, Some(person(CISO)));
    p.day = 4;
    p.refused(BOARD, judged.clone(), 18);
    assert_eq!(p.refused(CISO, end(1), 7), Rejection::NoDelegation { delegation: 1 });
    p.given(CISO, judged);
    assert!(p.organisation.delegations.standing.is_empty(), "what is over is read from the log");
    p.folds();
}

#[test]
fn either_of_the_two_takes_it_back_and_so_do_chair_and_administrator() {
    let mut p = Provider::new();
    let given = |p: &mut Provider| {
        p.given(COUNCIL, delegate("council", COUNCIL, COUNCIL_CHAIR, (0, 9))).organisation.delegations.last
    };
    for who in [COUNCIL, COUNCIL_CHAIR, ADMIN] {
        let number = given(&mut p);
        p.refused(CISO, end(number), 18);
        p.given(who, end(number));
        p.refused(who, end(number), 7);
    }
    p.folds();
}

#[test]
fn suppliers_have_a_name_and_lists_have_limits() {
    let mut p = Provider::new();
    let name =
        |key: &str, n| OrganisationCommand::NameSupplier { supplier: SupplierKey::parse(key).unwrap(), name: text(n) };
    p.refused(CISO, name("acme", 1), 18);
    p.given(ADMIN, name("acme", 1)).given(ADMIN, name("acme", 2));
    assert_eq!(p.organisation.suppliers[&SupplierKey::parse("acme").unwrap()], text(2));
    p.folds();
    for n in p.organisation.suppliers.len()..limits::NAMED_SUPPLIERS {
        p.organisation.suppliers.insert(SupplierKey::parse(format!("s-{n}")).unwrap(), text(3));
    }
    p.refused(ADMIN, name("one-more", 1), 17);
    p.given(ADMIN, name("acme", 3));
    p.given(CISO, delegate("ciso", CISO, SECURITY, (0, 0)));
    let known = p.organisation.delegations.standing[&1].clone();
    let others = (2..=u32::try_from(limits::DELEGATIONS).unwrap()).map(|n| (n, known.clone()));
    p.organisation.delegations.standing.extend(others);
    p.refused(SECURITY, delegate("ciso", SECURITY, CISO, (1, 1)), 17);
    p.day = 1;
    p.given(SECURITY, delegate("ciso", SECURITY, CISO, (1, 1)));
}

#[test]
fn who_stands_in_for_somebody_does_not_answer_on_their_work() {
    let mut s = Scenario::exploring();
    let terms = Terms {
        demand: Demand::Agreed,
        text: Some(text(1)),
        owner: Waiter::Party(party("quality")),
        accepted_by: party("quality"),
        due: moment(30).today,
        blocks: None,
    };
    s.take(&actor(CHAIR), vec![Event::Condition { condition: 1, event: ConditionEvent::Opened { terms } }]);
    s.given(QUALITY, Command::Condition { condition: 1, act: ConditionAct::Report { note: text(1) } });
    let (first, last) = (moment(0).today, moment(9).today);
    s.delegated([Delegation { party: party("quality"), from: person(QUALITY), to: person(OUTSIDER), first, last }]);
    let accept = Command::Condition { condition: 1, act: ConditionAct::Accept { note: None } };
    assert_eq!(s.refused(OUTSIDER, accept.clone(), 5), Rejection::OwnReport { condition: 1 });
    s.parties.members.get_mut(&party("quality")).unwrap().push(Member { person: person(OUTSIDER), chair: false });
    s.given(OUTSIDER, accept);
}
