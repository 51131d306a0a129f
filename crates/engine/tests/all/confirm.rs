//! Law 4: standing by earlier answers in one act, on the new evidence.

use engine::*;

use crate::scenario::*;

#[test]
fn one_act_confirms_a_review_and_a_judgement_on_the_new_hash() {
    let mut s = Scenario::ready();
    s.given(CARE, submit("risks", 12, &["risks"]));
    let events = s.when(QUALITY, confirm("quality", &["risks"], &["client-safety"])).unwrap();
    for event in &events {
        match event {
            Event::RevisionReviewed { on, confirmed, .. } => assert!(*confirmed && on.hash == Hash([12; 32])),
            Event::CriterionJudged { rests_on, confirmed, .. } => {
                assert!(*confirmed && rests_on[0].hash == Hash([12; 32]));
            }
            other => panic!("{other:?}"),
        }
    }
    s.take(&actor(QUALITY), events);
    assert_eq!(s.blockers(), [Blocker::ReviewStale { artefact: artefact("risks"), party: party("care") }]);
}

#[test]
fn the_task_says_that_it_can_be_confirmed() {
    let mut s = Scenario::ready();
    s.given(CARE, submit("risks", 12, &["risks"]));
    let confirmable: Vec<_> = s.tasks().into_iter().filter(|t| t.confirmable).map(|t| t.kind).collect();
    assert_eq!(
        confirmable,
        [
            TaskKind::Review(artefact("risks"), party("quality")),
            TaskKind::Review(artefact("risks"), party("care")),
            TaskKind::Judge(criterion("client-safety"), party("quality")),
        ]
    );
}

#[test]
fn what_still_stands_or_was_never_answered_is_not_confirmed() {
    let s = Scenario::ready();
    let rejection = s.refused(QUALITY, confirm("quality", &["risks"], &["client-safety"]), 4);
    assert_eq!(
        rejection,
        Rejection::NothingToConfirm { artefacts: vec![artefact("risks")], criteria: vec![criterion("client-safety")] }
    );
    Scenario::exploring().refused(QUALITY, confirm("quality", &["risks"], &[]), 4);
}

#[test]
fn a_request_for_changes_is_never_confirmed_unread() {
    let mut s = Scenario::exploring();
    s.given(CARE, submit("risks", 2, &["risks"]));
    s.given(QUALITY, review("risks", "quality", Verdict::RequestChanges));
    s.given(CARE, submit("risks", 3, &["risks"]));
    s.refused(QUALITY, confirm("quality", &["risks"], &[]), 4);
}

#[test]
fn four_eyes_hold_for_confirming_too() {
    let mut s = Scenario::ready();
    s.given(CARE_2, submit("risks", 12, &["risks"]));
    s.refused(CARE_2, confirm("care", &["risks"], &[]), 5);
    s.given(CARE, confirm("care", &["risks"], &[]));
}

#[test]
fn an_empty_or_endless_list_is_refused() {
    let s = Scenario::ready();
    s.refused(QUALITY, confirm("quality", &[], &[]), 17);
    s.refused(QUALITY, confirm("quality", &["risks"; 201], &[]), 17);
}
