//! Laws 2, 4, 5 and 11: who answers a criterion, on what evidence, and when the answer no longer stands.

use engine::*;

use crate::scenario::*;

#[test]
fn met_without_its_evidence_is_refused() {
    let s = Scenario::exploring();
    let rejection = s.refused(QUALITY, judge("client-safety", "quality", Answer::Met), 11);
    assert_eq!(rejection.way_out(), WayOut::Submit { artefacts: vec![artefact("risks")] });
}

#[test]
fn proof_in_practice_is_not_given_on_paper() {
    let mut s = Scenario::exploring();
    s.given(ICT, submit("ict-check", 3, &[]));
    assert_eq!(
        s.refused(ICT_2, judge("ict-ready", "ict", Answer::Met), 11),
        Rejection::PracticeDemanded { criterion: criterion("ict-ready") }
    );
    s.given(ICT_2, in_practice("ict-ready", "ict", Answer::Met));
}

#[test]
fn nobody_judges_on_their_own_document_alone() {
    let mut s = Scenario::exploring();
    s.given(ICT, submit("ict-check", 3, &[]));
    s.refused(ICT, in_practice("ict-ready", "ict", Answer::Met), 5);
}

#[test]
fn not_met_and_not_applicable_say_why() {
    let mut s = Scenario::exploring();
    s.given(ICT, submit("ict-check", 3, &[]));
    let silent = |answer| Command::JudgeCriterion {
        criterion: criterion("ict-ready"),
        party: party("ict"),
        answer,
        proof: Proof::Practice,
        motivation: None,
    };
    s.refused(ICT_2, silent(Answer::NotMet), 10);
    s.refused(ICT_2, silent(Answer::NotApplicable), 10);
    s.given(ICT_2, silent(Answer::Met));
}

#[test]
fn not_applicable_only_where_the_funnel_allows_it() {
    let mut s = Scenario::exploring();
    s.given(CARE, submit("risks", 2, &["risks"]));
    s.refused(QUALITY, judge("client-safety", "quality", Answer::NotApplicable), 2);
    s.given(ICT, in_practice("ict-ready", "ict", Answer::NotApplicable));
}

#[test]
fn not_met_blocks_and_asks_the_writers() {
    let mut s = Scenario::ready();
    s.given(QUALITY, judge("client-safety", "quality", Answer::NotMet));
    assert_eq!(s.blockers(), [Blocker::NotMet { criterion: criterion("client-safety"), party: party("quality") }]);
    let tasks: Vec<_> = s.tasks().into_iter().map(|t| (t.kind, t.waits_for)).collect();
    assert!(tasks.contains(&(TaskKind::Submit(artefact("risks")), Waiter::Party(party("care")))));
}

#[test]
fn a_judgement_goes_stale_only_where_the_named_field_changed() {
    let mut s = Scenario::ready();
    s.given(CARE, submit("risks", 12, &["conclusion"]));
    let stale = Blocker::JudgementStale { criterion: criterion("client-safety"), party: party("quality") };
    assert!(!s.blockers().contains(&stale), "another field changed");
    s.given(CARE, submit("risks", 13, &["risks"]));
    assert!(s.blockers().contains(&stale), "the named field changed");
}

#[test]
fn a_judgement_on_a_whole_document_goes_stale_with_every_revision() {
    let mut s = Scenario::ready();
    s.given(ICT, submit("ict-check", 13, &[]));
    assert!(s.blockers().contains(&Blocker::JudgementStale { criterion: criterion("ict-ready"), party: party("ict") }));
}

#[test]
fn a_criterion_is_asked_of_its_party_in_the_open_round_only() {
    let s = Scenario::exploring();
    // Of another gate; of another party; unknown.
    s.refused(CARE, judge("fits", "care", Answer::Met), 2);
    s.refused(ICT, judge("client-safety", "ict", Answer::Met), 2);
    s.refused(ICT, judge("nonsense", "ict", Answer::Met), 19);
}

#[test]
fn a_switched_off_criterion_is_not_asked() {
    let mut s = Scenario::exploring();
    s.given(LEAD, answer_fact("impact", FactValue::Level(level("small"))));
    s.given(QUALITY, confirm_fact("impact", FactValue::Level(level("small"))));
    s.refused(ICT_2, in_practice("ict-ready", "ict", Answer::NotApplicable), 2);
}
