//! Law 17: a command conflicts only when what its author saw changed.

use std::collections::BTreeMap;

use engine::*;

use crate::consulting::{advice, on, open, says};
use crate::scenario::*;

fn conflicts(s: &Scenario, command: &Command, seen: &Seen) -> Option<Conflict> {
    conflict(&s.funnel, &s.project, &s.context(&Actor::System, None), command, seen)
}

fn saw(key: &str, hash: u8) -> Seen {
    Seen { round: None, revisions: BTreeMap::from([(artefact(key), Hash([hash; 32]))]), readiness: None }
}

#[test]
fn a_review_of_a_superseded_revision_conflicts_and_says_what_is_there() {
    let mut s = Scenario::start();
    s.given(LEAD, submit("idea", 1, &["goal"]));
    let command = review("idea", "care", Verdict::Approve);
    assert_eq!(conflicts(&s, &command, &saw("idea", 1)), None);
    s.given(LEAD, submit("idea", 2, &["goal"]));
    let conflict = conflicts(&s, &command, &saw("idea", 1)).unwrap();
    assert_eq!(
        conflict.differences,
        [Difference::Revision {
            artefact: artefact("idea"),
            seen: Some(Hash([1; 32])),
            current: Some(Hash([2; 32])),
            number: Some(2)
        }]
    );
}

#[test]
fn answers_on_other_things_do_not_conflict() {
    let mut s = Scenario::exploring();
    s.given(CARE, submit("risks", 2, &["risks"])).given(ICT, submit("ict-check", 3, &[]));
    let seen = Seen { round: Some(1), ..saw("ict-check", 3) };
    s.given(CARE, submit("risks", 4, &["risks"]));
    assert_eq!(conflicts(&s, &in_practice("ict-ready", "ict", Answer::Met), &seen), None);
}

#[test]
fn a_judgement_names_its_round() {
    let s = Scenario::start();
    let command = judge("ict-early", "ict", Answer::Met);
    assert_eq!(conflicts(&s, &command, &Seen { round: Some(1), ..Seen::default() }), None);
    let conflict = conflicts(&s, &command, &Seen::default()).unwrap();
    assert_eq!(conflict.differences, [Difference::Round { seen: None, current: Some(1) }]);
}

#[test]
fn a_decision_names_the_readiness_it_rested_on() {
    let mut s = Scenario::ready();
    let seen = Seen { readiness: Some(s.readiness().digest()), ..Seen::default() };
    let command = decide_gate("g1", Outcome::Go);
    assert_eq!(conflicts(&s, &command, &seen), None);
    s.given(LEAD, answer_fact("personal_data", FactValue::Boolean(false)));
    assert_eq!(conflicts(&s, &command, &seen), None, "a fact that changes nothing for the gate");
    s.given(CARE, submit("risks", 12, &["conclusion"]));
    assert!(conflicts(&s, &command, &seen).is_some());
}

#[test]
fn the_first_submission_saw_no_revision() {
    let s = Scenario::start();
    assert_eq!(conflicts(&s, &submit("idea", 1, &[]).command, &Seen::default()), None);
    assert!(conflicts(&s, &submit("idea", 1, &[]).command, &saw("idea", 9)).is_some());
}

#[test]
fn a_chair_establishes_on_the_documents_that_the_body_was_shown() {
    let mut s = advice();
    s.given(LEAD, open("advice"));
    let establish = on(1, says(AdviceVerdict::Positive));
    let shown = |s: &Scenario| s.project.artefacts[&artefact("risks")].current.hash;
    let first = Seen { revisions: BTreeMap::from([(artefact("risks"), shown(&s))]), ..Seen::default() };
    assert_eq!(conflicts(&s, &establish, &first), None);
    s.given(CARE, submit("risks", 77, &["risks"]));
    assert_eq!(conflicts(&s, &establish, &first), None, "the body was shown the earlier one, and answers on that");
    s.given(LEAD, on(1, ConsultationAct::ReviseSummary { summary: Some(text(70)) }));
    let conflict = conflicts(&s, &establish, &first).unwrap();
    assert!(
        matches!(&conflict.differences[..], [Difference::Revision { current: Some(current), .. }] if *current == shown(&s))
    );
    assert_eq!(conflicts(&s, &establish, &Seen::default()), None, "on paper it names what the body was shown");
}
