//! Law 5: a fact that switches requirements off takes effect when its party confirms it.

use std::collections::BTreeMap;

use engine::*;

use crate::scenario::*;

fn small() -> FactValue {
    FactValue::Level(level("small"))
}

fn confirm_impact(value: FactValue) -> Command {
    confirm_fact("impact", value)
}

fn needs_ict_check(s: &Scenario) -> bool {
    s.blockers().contains(&Blocker::DocumentMissing { artefact: artefact("ict-check") })
}

#[test]
fn the_heavier_value_holds_until_the_answer_and_its_confirmation() {
    let mut s = Scenario::exploring();
    assert!(needs_ict_check(&s), "unanswered");
    s.given(LEAD, answer_fact("impact", small()));
    assert!(needs_ict_check(&s), "unconfirmed");
    s.given(QUALITY, confirm_impact(small()));
    assert!(!needs_ict_check(&s), "confirmed");
}

#[test]
fn a_new_answer_needs_a_new_confirmation_and_the_same_answer_keeps_its_own() {
    let mut s = Scenario::exploring();
    s.given(LEAD, answer_fact("impact", small())).given(QUALITY, confirm_impact(small()));
    assert_eq!(s.when(LEAD, answer_fact("impact", small())), Ok(vec![]));
    s.given(LEAD, answer_fact("impact", FactValue::Level(level("middle"))));
    s.given(LEAD, answer_fact("impact", small()));
    assert!(needs_ict_check(&s));
}

/// The same funnel, where `personal_data` is confirmed too and how large it is follows from it.
fn following() -> Scenario {
    Scenario::exploring().under(|funnel| {
        let personal = FactValue::Boolean(true);
        let line = |when, value: &str| Derivation { when, value: FactValue::Level(level(value)) };
        funnel.facts[0].derived =
            vec![line(When::Is(fact("personal_data"), personal), "middle"), line(When::Always, "small")];
        funnel.facts[1].confirmed_by = Some(party("quality"));
    })
}

#[test]
fn several_answers_are_confirmed_in_one_act_and_what_follows_from_them_too() {
    let mut s = following();
    s.given(LEAD, answer_fact("personal_data", FactValue::Boolean(false)));
    assert!(needs_ict_check(&s));
    let both = [(fact("impact"), small()), (fact("personal_data"), FactValue::Boolean(false))];
    let alone = Command::ConfirmFacts { facts: both[..1].iter().cloned().collect() };
    s.refused(QUALITY, alone, 17);
    let events = s.when(QUALITY, Command::ConfirmFacts { facts: both.into() }).unwrap();
    assert!(matches!(&events[..], [Event::FactConfirmed { .. }, Event::FactConfirmed { .. }]), "{events:?}");
    s.take(&actor(QUALITY), events);
    assert!(!needs_ict_check(&s));
}

#[test]
fn one_act_confirms_only_what_the_person_may_confirm() {
    let mut s = following();
    s.funnel.facts[1].confirmed_by = Some(party("care"));
    s.given(LEAD, answer_fact("personal_data", FactValue::Boolean(false)));
    let both = || [(fact("impact"), small()), (fact("personal_data"), FactValue::Boolean(false))];
    let refused = s.refused(QUALITY, Command::ConfirmFacts { facts: both().into() }, 18);
    assert_eq!(refused, Rejection::NotPermitted { need: Need::Member(vec![party("care")]) });
    s.parties.members.get_mut(&party("care")).unwrap().push(Member { person: person(QUALITY), chair: false });
    assert!(s.when(QUALITY, Command::ConfirmFacts { facts: both().into() }).is_ok(), "who belongs to both");
    s.refused(QUALITY, Command::ConfirmFacts { facts: BTreeMap::new() }, 17);
}

#[test]
fn one_confirms_what_one_saw_and_not_an_own_answer() {
    let mut s = Scenario::exploring();
    assert_eq!(
        s.refused(QUALITY, confirm_impact(small()), 17),
        Rejection::FactAnswer { fact: fact("impact"), current: None }
    );
    s.given(LEAD, answer_fact("impact", FactValue::Level(level("middle"))));
    s.refused(QUALITY, confirm_impact(small()), 17);
    s.refused(LEAD, confirm_impact(FactValue::Level(level("middle"))), 18);
    s.parties.members.get_mut(&party("quality")).unwrap().push(Member { person: person(LEAD), chair: false });
    s.refused(LEAD, confirm_impact(FactValue::Level(level("middle"))), 5);
}

#[test]
fn unknown_facts_and_other_types_are_refused() {
    let s = Scenario::exploring();
    s.refused(LEAD, answer_fact("nonsense", FactValue::Boolean(true)), 19);
    s.refused(LEAD, answer_fact("impact", FactValue::Boolean(true)), 19);
    s.refused(LEAD, answer_fact("impact", FactValue::Level(level("enormous"))), 19);
    s.refused(LEAD, answer_fact("personal_data", FactValue::Amount(1)), 19);
    s.refused(LEAD, Command::AnswerFacts { answers: BTreeMap::new() }, 17);
    s.refused(QUALITY, confirm_fact("personal_data", FactValue::Boolean(true)), 5);
}

#[test]
fn the_lead_and_innovation_managers_answer() {
    let s = Scenario::exploring();
    let answer = || answer_fact("personal_data", FactValue::Boolean(false));
    assert!(s.when(MANAGER, answer()).is_ok());
    s.refused(OUTSIDER, answer(), 18);
}

#[test]
fn conditions_hold_as_written() {
    let s = Scenario::exploring();
    let is = |key: &str, value| When::Is(fact(key), value);
    let holds = |when: When| s.funnel.holds(&when, &s.project.facts);
    assert!(holds(When::Always) && holds(When::All(vec![])) && !holds(When::Any(vec![])));
    assert!(holds(is("personal_data", FactValue::Boolean(true))));
    assert!(!holds(is("nonsense", FactValue::Boolean(true))));
    assert!(holds(When::Not(Box::new(is("impact", small())))));
    assert!(holds(When::All(vec![middle_or_more(), is("personal_data", FactValue::Boolean(true))])));
    assert!(holds(When::Any(vec![is("impact", small()), middle_or_more()])));
}
