//! What a body says and what the provider does with it: response, overleg, consent, silence (law 8).

use engine::*;

use super::*;
use crate::scenario::*;

#[test]
fn advice_that_is_not_followed_needs_a_conversation_a_reasoned_response_and_time() {
    let mut s = advice();
    s.given(LEAD, open("advice")).given(COUNCIL_CHAIR, on(1, says(AdviceVerdict::Negative)));
    assert_eq!(lacks(&s), [ConsultationBlock::OverlegMissing, ConsultationBlock::ResponseMissing]);
    for deviating in [Following::NotFollowed, Following::Partly] {
        assert_eq!(s.refused(LEAD, on(1, respond(deviating)), 8), Rejection::OverlegNeeded { consultation: 1 });
    }
    s.day = 5;
    assert_eq!(s.refused(LEAD, on(1, confer(6)), 14), Rejection::DateInFuture { date: moment(6).today });
    s.given(LEAD, on(1, confer(3)));
    assert_eq!(lacks(&s), [ConsultationBlock::ResponseMissing]);
    s.refused(COUNCIL_CHAIR, on(1, respond(Following::NotFollowed)), 18);
    s.given(LEAD, on(1, respond(Following::NotFollowed)));
    assert_eq!(lacks(&s), [ConsultationBlock::WaitingUntil(moment(35).today)]);
    s.day = 34;
    s.refused(CHAIR, decide_gate("g1", Outcome::Go), 2);
    assert!(by_time(&mut s).is_empty());
    s.day = 35;
    assert_eq!(lacks(&s), []);
    assert!(is_time(&by_time(&mut s), &ConsultationEvent::WaitOver));
    s.given(CHAIR, decide_gate("g1", Outcome::Go));
}

#[test]
fn a_conversation_is_not_held_before_the_advice() {
    let mut s = advice();
    s.given(LEAD, open("advice"));
    s.day = 4;
    s.given(COUNCIL_CHAIR, on(1, says(AdviceVerdict::Negative)));
    assert_eq!(s.refused(LEAD, on(1, confer(3)), 14), Rejection::DateTooEarly { earliest: moment(4).today });
}

#[test]
fn advice_with_points_is_answered_and_followed_advice_does_not_wait() {
    let mut s = advice();
    s.given(LEAD, open("advice")).given(COUNCIL_CHAIR, on(1, says(AdviceVerdict::PositiveWithPoints)));
    assert_eq!(lacks(&s), [ConsultationBlock::ResponseMissing]);
    s.given(LEAD, on(1, respond(Following::Followed)));
    assert_eq!(lacks(&s), []);
    s.refused(LEAD, on(1, respond(Following::Followed)), 8);
}

#[test]
fn advice_is_no_consent_and_consent_no_advice() {
    let mut s = advice();
    s.given(LEAD, open("advice"));
    let refused = s.refused(COUNCIL_CHAIR, on(1, says(AdviceVerdict::ConsentGiven)), 8);
    assert_eq!(refused, Rejection::VerdictDoesNotFit { consultation: 1, right: Right::Advice });
    let mut s = consent();
    s.given(LEAD, open("consent"));
    s.refused(COUNCIL_CHAIR, on(1, says(AdviceVerdict::Positive)), 8);
    s.given(COUNCIL_CHAIR, on(1, says(AdviceVerdict::ConsentGiven)));
    assert_eq!(lacks(&s), []);
}

#[test]
fn withheld_consent_keeps_the_gate_shut_until_another_proposal_is_consented_to() {
    let mut s = consent();
    s.given(LEAD, open("consent")).given(COUNCIL_CHAIR, on(1, says(AdviceVerdict::ConsentWithheld)));
    assert_eq!(lacks(&s), [ConsultationBlock::ConsentWithheld]);
    s.refused(LEAD, on(1, respond(Following::NotFollowed)), 8);
    assert_eq!(s.refused(LEAD, open("consent"), 8), Rejection::ProposalUnchanged { consultation: 1 });
    s.given(CARE, submit("risks", 9, &["risks"])).given(LEAD, open("consent"));
    assert_eq!(s.project.consultations.standing.keys().copied().collect::<Vec<_>>(), [2]);
    assert_eq!(lacks(&s), [ConsultationBlock::Open]);
    s.given(COUNCIL_CHAIR, on(2, says(AdviceVerdict::ConsentGiven)));
    assert_eq!(lacks(&s), []);
}

#[test]
fn a_withdrawn_request_opens_nothing() {
    let mut s = consent();
    s.given(LEAD, open("consent")).given(COUNCIL_CHAIR, on(1, says(AdviceVerdict::ConsentWithheld)));
    let withdraw = on(1, ConsultationAct::Withdraw { reason: text(65) });
    s.refused(COUNCIL_CHAIR, withdraw.clone(), 18);
    s.given(LEAD, withdraw);
    assert_eq!(lacks(&s), [ConsultationBlock::NotOpened], "the gate still asks for consent");
}

#[test]
fn the_competent_body_can_consent_in_its_place() {
    let mut s = consent();
    s.given(LEAD, open("consent"));
    let substitute = |day| on(1, ConsultationAct::Substitute { on: moment(day).today, text: text(66) });
    s.refused(LEAD, substitute(0), 8);
    s.given(COUNCIL_CHAIR, on(1, says(AdviceVerdict::ConsentWithheld)));
    s.day = 10;
    s.refused(LEAD, substitute(11), 14);
    s.given(LEAD, substitute(9));
    assert_eq!(lacks(&s), []);
}

#[test]
fn silence_is_recorded_by_a_person_after_the_term_and_is_never_consent() {
    let silence = on(1, ConsultationAct::RecordNoAnswer { note: None });
    for (mut s, key) in [(advice(), "advice"), (consent(), "consent")] {
        s.given(LEAD, open(key));
        s.day = 14;
        assert_eq!(s.refused(LEAD, silence.clone(), 8), Rejection::TermRunning { consultation: 1, due: moment(14).today });
        s.day = 60;
        by_time(&mut s);
        assert_eq!(lacks(&s), [ConsultationBlock::Open], "time alone answers nothing");
        assert!(wait(&s, &TaskKind::Consultation(ConsultationTask::RecordNoAnswer, 1)).is_some());
        s.given(LEAD, silence.clone());
        if key == "advice" {
            assert_eq!(lacks(&s), []);
        } else {
            assert_eq!(lacks(&s), [ConsultationBlock::NoConsent]);
            s.given(COUNCIL_CHAIR, on(1, says(AdviceVerdict::ConsentGiven)));
            assert_eq!(lacks(&s), [], "late is not too late");
        }
    }
}
