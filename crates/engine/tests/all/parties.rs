//! Laws 6 and 7: parties take part from their phase on, and answer as their rule says.

use engine::*;

use crate::scenario::*;

#[test]
fn parties_are_involved_when_their_phase_starts_and_stay() {
    let mut s = Scenario::start();
    assert!(s.project.involved.contains_key(&party("ict")), "ICT from the first phase");
    assert!(!s.project.involved.contains_key(&party("quality")));
    s = Scenario::exploring();
    assert!(s.project.involved.contains_key(&party("quality")));
    assert!(s.project.involved.contains_key(&party("ict")));
}

#[test]
fn a_party_does_not_answer_before_it_takes_part() {
    let mut s = Scenario::start();
    s.given(CARE, submit("risks", 2, &["risks"]));
    let rejection = s.refused(QUALITY, review("risks", "quality", Verdict::Approve), 6);
    assert_eq!(rejection, Rejection::PartyNotInvolved { party: party("quality") });
}

#[test]
fn only_members_answer_for_a_party() {
    let mut s = Scenario::start();
    s.given(LEAD, submit("idea", 1, &["goal"]));
    for (who, may) in [(CARE, true), (CARE_2, true), (ICT, false), (LEAD, false), (OUTSIDER, false)] {
        let result = s.when(who, review("idea", "care", Verdict::Approve));
        assert_eq!(result.is_ok(), may, "person {who}: {result:?}");
    }
}

#[test]
fn the_membership_counted_is_copied_into_the_answer() {
    let mut s = Scenario::start();
    let counted_before = |s: &Scenario| match &s.when(ICT, judge("ict-early", "ict", Answer::Met)).unwrap()[0] {
        Event::CriterionJudged { counted, .. } => *counted,
        other => panic!("{other:?}"),
    };
    assert_eq!(counted_before(&s), counted(AnswerRule::Any, 2));
    s.given(ICT, judge("ict-early", "ict", Answer::Met));
    s.parties.members.get_mut(&party("ict")).unwrap().pop();
    let judgement = &s.project.round.as_ref().unwrap().judgements[&criterion("ict-early")][&party("ict")];
    assert_eq!(judgement.counted.members, 2, "who leaves later changes nothing");
}

#[test]
fn the_system_answers_for_nobody() {
    let mut s = Scenario::start();
    s.given(LEAD, submit("idea", 1, &["goal"]));
    for command in [review("idea", "care", Verdict::Approve), decide_gate("g0", Outcome::Stop)] {
        let rejection = s.decide_as(&Actor::System, command.into()).unwrap_err();
        assert!(matches!(rejection, Rejection::NotPermitted { .. }));
    }
}
