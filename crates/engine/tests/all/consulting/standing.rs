//! How long an answer stands, and what bodies begin themselves (laws 4 and 8).

use engine::*;

use super::*;
use crate::scenario::*;

#[test]
fn an_answer_on_changed_documents_is_stale_until_the_chair_lets_it_stand() {
    let mut s = advice();
    s.given(LEAD, open("advice")).given(COUNCIL_CHAIR, on(1, says(AdviceVerdict::Positive)));
    s.refused(COUNCIL_CHAIR, on(1, ConsultationAct::Confirm), 8);
    s.given(CARE, submit("risks", 9, &["conclusion"]));
    assert_eq!(lacks(&s), [ConsultationBlock::Stale]);
    assert_eq!(s.blockers().last().unwrap().law(), Law(4));
    s.refused(LEAD, on(1, ConsultationAct::Confirm), 18);
    s.given(COUNCIL_CHAIR, on(1, ConsultationAct::Confirm));
    assert_eq!(lacks(&s), []);
    // Where the funnel names a field, a change elsewhere leaves the advice standing.
    let kinds = &mut s.funnel.phases[1].gate.as_mut().unwrap().consultations;
    kinds[0].documents[0].fields = vec![field("risks")];
    s.given(CARE, submit("risks", 10, &["conclusion"]));
    assert_eq!(lacks(&s), []);
    s.given(CARE, submit("risks", 11, &["risks"]));
    assert_eq!(lacks(&s), [ConsultationBlock::Stale]);
    s.given(LEAD, open("advice"));
    assert_eq!(lacks(&s), [ConsultationBlock::Open], "or it is asked again");
}

#[test]
fn a_body_may_ask_for_advice_on_anything() {
    let mut s = advice();
    s.given(LEAD, open("advice")).given(COUNCIL_CHAIR, on(1, says(AdviceVerdict::Positive)));
    let request = |body: &str| command(ConsultationCommand::Request { body: party(body), question: text(71) });
    s.refused(COUNCIL, request("council"), 18);
    assert_eq!(s.refused(CHAIR, request("steering"), 8), Rejection::NotABody { party: party("steering") });
    s.given(COUNCIL_CHAIR, request("council"));
    assert_eq!(lacks(&s), [ConsultationBlock::Requested]);
    let accept = |documents: &[&str]| {
        let documents = documents.iter().map(|d| artefact(d)).collect();
        on(2, ConsultationAct::Accept { summary: text(72), documents, due: None })
    };
    s.refused(LEAD, accept(&["nothing"]), 8);
    let mut opened = s.clone();
    opened.given(LEAD, accept(&["idea", "risks"]));
    assert_eq!(lacks(&opened), [ConsultationBlock::Open]);
    opened.refused(LEAD, accept(&[]), 8);
    opened.refused(LEAD, on(2, ConsultationAct::Withdraw { reason: text(65) }), 18);
    opened.given(COUNCIL_CHAIR, on(2, says(AdviceVerdict::Positive)));
    assert_eq!(lacks(&opened), []);
    s.given(LEAD, on(2, ConsultationAct::Decline { reason: text(73) }));
    assert_eq!(lacks(&s), []);
}

#[test]
fn unsolicited_advice_follows_the_same_path() {
    let mut s =
        consulting(vec![ConsultationKind { when: middle_or_more(), ..kind("advice", "council", Right::Advice, &[]) }]);
    s.given(LEAD, answer_fact("impact", FactValue::Level(level("small"))));
    s.given(QUALITY, confirm_fact("impact", FactValue::Level(level("small"))));
    let volunteer = |verdict| {
        let advice = Advice { verdict, text: text(74), minority: Some(text(75)) };
        command(ConsultationCommand::Volunteer { body: party("council"), advice })
    };
    s.refused(LEAD, volunteer(AdviceVerdict::Negative), 18);
    s.refused(COUNCIL_CHAIR, volunteer(AdviceVerdict::ConsentWithheld), 8);
    s.given(COUNCIL_CHAIR, volunteer(AdviceVerdict::Negative));
    assert_eq!(lacks(&s), [ConsultationBlock::OverlegMissing, ConsultationBlock::ResponseMissing]);
    s.refused(LEAD, on(1, respond(Following::Partly)), 8);
    s.given(LEAD, on(1, confer(0))).given(LEAD, on(1, respond(Following::Partly)));
    assert_eq!(lacks(&s), [ConsultationBlock::WaitingUntil(moment(30).today)]);
    // Positive advice that nobody asked wants an answer too.
    s.given(COUNCIL_CHAIR, volunteer(AdviceVerdict::Positive));
    assert!(lacks(&s).contains(&ConsultationBlock::ResponseMissing));
}

#[test]
fn what_a_body_said_stands_through_rework_and_is_over_after_go() {
    let mut s = advice();
    s.given(LEAD, open("advice")).given(COUNCIL_CHAIR, on(1, says(AdviceVerdict::Positive)));
    s.given(CHAIR, decide_gate("g1", Outcome::Rework { to: phase("exploration") }));
    assert_eq!(lacks(&s), []);
    s.given(CHAIR, decide_gate("g1", Outcome::Rework { to: phase("idea") }));
    assert_eq!(lacks(&s), [], "another gate does not ask it");
    assert_eq!(s.project.consultations.standing.len(), 1);
}

#[test]
fn consultations_stay_within_their_number() {
    let mut s = advice();
    let volunteer = || {
        let advice = Advice { verdict: AdviceVerdict::Positive, text: text(74), minority: None };
        command(ConsultationCommand::Volunteer { body: party("council"), advice })
    };
    for _ in 0..limits::CONSULTATIONS {
        s.given(COUNCIL_CHAIR, volunteer());
    }
    s.refused(COUNCIL_CHAIR, volunteer(), 17);
    let bytes = serde_json::to_vec(&s.project).unwrap().len();
    assert!(bytes <= limits::STATE_BYTES, "{bytes} bytes");
    for number in 1..=u32::try_from(limits::CONSULTATIONS).unwrap() {
        s.given(LEAD, on(number, respond(Following::Followed)));
    }
    s.given(COUNCIL_CHAIR, volunteer());
    assert_eq!(s.project.consultations.standing.len(), limits::CONSULTATIONS);
    assert!(!s.project.consultations.standing.contains_key(&1), "the oldest that is settled is only in the log");
    assert_eq!(Project::fold(&s.log).unwrap(), s.project);
}

#[test]
fn a_body_is_answered_also_while_no_gate_is_open() {
    let mut s = advice();
    s.given(LEAD, open("advice")).given(COUNCIL_CHAIR, on(1, says(AdviceVerdict::Positive)));
    let volunteer = || {
        let advice = Advice { verdict: AdviceVerdict::Negative, text: text(74), minority: None };
        command(ConsultationCommand::Volunteer { body: party("council"), advice })
    };
    let respond_task = |s: &Scenario, number| {
        let kind = TaskKind::Consultation(ConsultationTask::Respond, number);
        s.tasks().into_iter().find(|task| task.kind == kind).map(|task| task.due)
    };
    let mut held = s.clone();
    held.given(CHAIR, decide_gate("g1", Outcome::Hold { review_on: moment(40).today }));
    held.given(COUNCIL_CHAIR, volunteer());
    assert!(respond_task(&held, 2).is_some());
    s.given(CHAIR, decide_gate("g1", Outcome::Go));
    assert_eq!(s.project.round, None);
    s.given(COUNCIL_CHAIR, volunteer());
    assert_eq!(respond_task(&s, 2), Some(moment(14).today), "ten working days where no gate is open");
    s.given(LEAD, on(2, confer(0))).given(LEAD, on(2, respond(Following::NotFollowed)));
    assert_eq!(respond_task(&s, 2), None);
}

#[test]
fn only_what_a_gate_asked_goes_stale() {
    let mut s = advice();
    let request = ConsultationCommand::Request { body: party("council"), question: text(71) };
    s.given(COUNCIL_CHAIR, command(request));
    let documents = vec![artefact("risks")];
    s.given(LEAD, on(1, ConsultationAct::Accept { summary: text(72), documents, due: None }));
    s.given(LEAD, open("advice")).given(COUNCIL_CHAIR, on(2, says(AdviceVerdict::Positive)));
    s.day = 20;
    s.given(LEAD, on(1, ConsultationAct::RecordNoAnswer { note: None }));
    assert_eq!(lacks(&s), []);
    s.given(CARE, submit("risks", 9, &["risks"]));
    assert_eq!(lacks(&s), [ConsultationBlock::Stale]);
    s.given(COUNCIL_CHAIR, on(2, ConsultationAct::Confirm));
    assert_eq!(lacks(&s), [], "the body can ask again whenever it wants");
}

#[test]
fn who_lets_an_answer_stand_saw_the_documents_as_they_are() {
    let mut s = advice();
    s.given(LEAD, open("advice")).given(COUNCIL_CHAIR, on(1, says(AdviceVerdict::Positive)));
    s.given(CARE, submit("risks", 9, &["risks"]));
    let seen = Seen { revisions: [(artefact("risks"), Hash([9; 32]))].into(), ..Seen::default() };
    let conflicts = |s: &Scenario| {
        let command = on(1, ConsultationAct::Confirm);
        conflict(&s.funnel, &s.project, &s.context(&Actor::System, None), &command, &seen)
    };
    assert_eq!(conflicts(&s), None);
    s.given(CARE, submit("risks", 10, &["risks"]));
    assert!(conflicts(&s).is_some());
}
