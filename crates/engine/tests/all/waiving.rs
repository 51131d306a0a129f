//! Law 2: a criterion set aside with a reason, never a legal one, visible ever after. Law 5: facts that follow from others.

use std::collections::BTreeMap;

use engine::*;

use crate::scenario::*;

fn waive(key: &str) -> Command {
    Command::WaiveCriterion { criterion: criterion(key), reason: text(70) }
}

/// The steering group takes part from the first phase, where `fits` is asked.
fn start() -> Scenario {
    let mut s = Scenario::start();
    s.project.involved.insert(party("steering"), moment(0));
    s
}

#[test]
fn the_party_that_may_sets_a_criterion_aside_for_this_gate() {
    let mut s = start();
    s.refused(CARE, waive("fits"), 18);
    s.given(CHAIR, waive("fits"));
    let check = s.readiness().checks.into_iter().find(|c| c.state == CheckState::Waived).unwrap();
    assert!(check.blockers.is_empty());
    assert!(!s.tasks().iter().any(|t| t.kind == TaskKind::Judge(criterion("fits"), party("care"))));
    assert_eq!(s.when(CHAIR, waive("fits")).unwrap(), [], "once is enough");
}

#[test]
fn it_stays_visible_when_the_gate_is_passed() {
    let mut s = start();
    s.given(CHAIR, waive("fits"));
    s.given(LEAD, submit("idea", 1, &["goal"]));
    s.given(INNOVATOR, review("idea", "innovation", Verdict::Approve));
    s.given(CARE, review("idea", "care", Verdict::Approve));
    s.given(ICT, judge("ict-early", "ict", Answer::Met));
    s.given(INNOVATOR, decide_gate("g0", Outcome::Go));
    assert_eq!(s.project.waivers[&criterion("fits")].gate, gate("g0"));
    s.refused(CHAIR, waive("fits"), 2);
}

#[test]
fn set_aside_at_a_later_gate_too_it_still_holds_where_it_was_set_aside_before() {
    let mut s = start();
    let asked = &mut s.funnel.criteria.iter_mut().find(|c| c.key == criterion("fits")).unwrap().asked_at;
    asked.push(Asking { gate: gate("g1"), ..asked[0].clone() });
    s.given(CHAIR, waive("fits"));
    s.given(LEAD, submit("idea", 1, &["goal"]));
    s.given(INNOVATOR, review("idea", "innovation", Verdict::Approve));
    s.given(CARE, review("idea", "care", Verdict::Approve));
    s.given(ICT, judge("ict-early", "ict", Answer::Met));
    s.given(INNOVATOR, decide_gate("g0", Outcome::Go));
    s.given(CHAIR, waive("fits"));
    s.given(CHAIR, decide_gate("g1", Outcome::Rework { to: phase("idea") }));
    let open = Blocker::JudgementOpen { criterion: criterion("fits"), party: party("care") };
    assert!(!s.blockers().contains(&open), "it was set aside for this gate");
    assert_eq!(s.when(CHAIR, waive("fits")).unwrap(), [], "once is enough");
    assert_eq!(Project::fold(&s.log).unwrap().waived_before, s.project.waived_before);
}

#[test]
fn never_a_legal_criterion_and_only_where_the_funnel_says_who() {
    let s = Scenario::exploring().under(|funnel| {
        funnel
            .criteria
            .iter_mut()
            .for_each(|c| c.waivable_by = (c.key != criterion("ict-ready")).then(|| party("steering")));
    });
    let legal = s.refused(CHAIR, waive("client-safety"), 2);
    assert_eq!(legal, Rejection::LegalNeverWaived { criterion: criterion("client-safety") });
    assert_eq!(legal.way_out(), WayOut::None);
    assert_eq!(s.refused(CHAIR, waive("ict-ready"), 2), Rejection::NotWaivable { criterion: criterion("ict-ready") });
    s.refused(CHAIR, waive("fits"), 2);
    s.refused(CHAIR, waive("nothing"), 19);
}

/// Impact follows from personal data: large with, small without.
fn derived() -> Scenario {
    Scenario::exploring().under(|funnel| {
        let level = |key: &str| FactValue::Level(level(key));
        let personal = When::Is(fact("personal_data"), FactValue::Boolean(true));
        funnel.facts[0].derived = vec![
            Derivation { when: personal, value: level("middle") },
            Derivation { when: When::Always, value: level("small") },
        ];
    })
}

fn impact(s: &Scenario) -> FactValue {
    s.funnel.fact_value(&fact("impact"), &s.project.facts).unwrap().clone()
}

fn confirm_impact(value: &str) -> Command {
    confirm_fact("impact", FactValue::Level(level(value)))
}

#[test]
fn a_derived_fact_is_confirmed_not_answered_and_lighter_counts_only_then() {
    let mut s = derived();
    let answer = answer_fact("impact", FactValue::Level(level("small")));
    assert_eq!(s.refused(LEAD, answer, 5), Rejection::FactIsDerived { fact: fact("impact") });
    assert_eq!(impact(&s), FactValue::Level(level("large")), "the heavier value until it is confirmed");
    s.refused(QUALITY, confirm_impact("small"), 17);
    s.given(QUALITY, confirm_impact("middle"));
    assert_eq!(impact(&s), FactValue::Level(level("middle")));
    s.given(LEAD, answer_fact("personal_data", FactValue::Boolean(false)));
    assert_eq!(impact(&s), FactValue::Level(level("middle")), "lighter waits for its confirmation");
    assert!(s.tasks().iter().any(|t| t.kind == TaskKind::ConfirmFact(fact("impact"))));
    s.given(QUALITY, confirm_impact("small"));
    assert_eq!(impact(&s), FactValue::Level(level("small")));
    s.given(LEAD, answer_fact("personal_data", FactValue::Boolean(true)));
    assert_eq!(impact(&s), FactValue::Level(level("middle")), "heavier counts at once");
}

#[test]
fn answers_of_the_wrong_kind_are_refused_whatever_the_fact() {
    let s = derived();
    let wrong = Command::AnswerFacts { answers: BTreeMap::from([(fact("personal_data"), FactValue::Amount(3))]) };
    s.refused(LEAD, wrong, 19);
}
