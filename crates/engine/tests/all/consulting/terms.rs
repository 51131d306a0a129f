//! The time that a body has, and how it is reminded (laws 8 and 16).

use engine::*;

use super::*;
use crate::scenario::*;

#[test]
fn a_council_is_reminded_kindly_once_and_never_late() {
    let mut s = advice();
    s.given(LEAD, open("advice"));
    let next = next_due(&s.funnel, &s.project, &s.context(&Actor::System, None));
    // Five working days before Monday 19 January.
    assert_eq!(next, Some(moment(7).today));
    s.day = 6;
    assert!(by_time(&mut s).is_empty());
    s.day = 7;
    assert!(is_time(&by_time(&mut s), &ConsultationEvent::Reminded));
    s.day = 14;
    assert!(by_time(&mut s).is_empty(), "once");
    s.day = 90;
    assert!(is_time(&by_time(&mut s), &ConsultationEvent::TermPassed));
    let overdue = |s: &Scenario| s.project.overdue.keys().any(TaskKind::is_of_body);
    assert!(!overdue(&s));
    let note = Command::NoteOverdue { task: TaskKind::Consultation(ConsultationTask::Advise, 1) };
    assert_eq!(s.decide_as(&Actor::System, note.into()).unwrap_err(), Rejection::NotOverdue);
    s.refused(LEAD, on(1, ConsultationAct::NoteTime), 18);
}

#[test]
fn after_downtime_a_term_that_passed_is_noted_without_a_reminder() {
    let mut s = advice();
    s.given(LEAD, open("advice"));
    s.day = 60;
    assert!(is_time(&by_time(&mut s), &ConsultationEvent::TermPassed));
    assert!(by_time(&mut s).is_empty());
}

#[test]
fn a_body_gets_more_time_on_request() {
    let mut s = advice();
    s.given(LEAD, open("advice"));
    let until = moment(30).today;
    let ask = on(1, ConsultationAct::AskExtension { until, reason: text(67) });
    s.refused(LEAD, ask.clone(), 18);
    s.given(COACH, ask.clone());
    assert!(wait(&s, &TaskKind::Consultation(ConsultationTask::ExtendTerm, 1)).is_some());
    s.refused(LEAD, on(1, ConsultationAct::Extend { until: moment(14).today }), 8);
    s.given(LEAD, on(1, ConsultationAct::Extend { until }));
    assert_eq!(s.project.consultations.standing[&1].term.unwrap().due, until);
    s.refused(LEAD, on(1, ConsultationAct::KeepTerm { reason: text(68) }), 8);
    let later = on(1, ConsultationAct::AskExtension { until: moment(40).today, reason: text(67) });
    s.given(COUNCIL, later).given(LEAD, on(1, ConsultationAct::KeepTerm { reason: text(68) }));
    assert_eq!(s.project.consultations.standing[&1].extension_asked, None);
}

#[test]
fn a_new_summary_starts_the_term_again_until_the_chair_chooses() {
    let start = || {
        let mut s = advice();
        s.given(LEAD, open("advice"));
        s.day = 8;
        s
    };
    let revise = |summary| on(1, ConsultationAct::ReviseSummary { summary });
    let term = |s: &Scenario| s.project.consultations.standing[&1].term.unwrap().due;
    let choose = |choice| on(1, ConsultationAct::ChooseTerm { choice });
    let mut s = start();
    s.refused(COUNCIL_CHAIR, choose(TermChoice::Keep), 8);
    assert_eq!(s.refused(LEAD, revise(None), 8), Rejection::ProposalUnchanged { consultation: 1 });
    s.given(LEAD, revise(Some(text(69))));
    assert_eq!(term(&s), moment(22).today);
    assert!(wait(&s, &TaskKind::Consultation(ConsultationTask::ChooseTerm, 1)).is_some());
    s.refused(LEAD, choose(TermChoice::Keep), 18);
    s.refused(COUNCIL_CHAIR, choose(TermChoice::Extend { until: moment(23).today }), 8);
    for (choice, day) in
        [(TermChoice::Restart, 22), (TermChoice::Extend { until: moment(18).today }, 18), (TermChoice::Keep, 14)]
    {
        let mut s = s.clone();
        s.given(COUNCIL_CHAIR, choose(choice));
        assert_eq!(term(&s), moment(day).today);
        s.refused(COUNCIL_CHAIR, choose(TermChoice::Keep), 8);
    }
    let mut s = start();
    s.given(CARE, submit("risks", 9, &["risks"]));
    assert!(wait(&s, &TaskKind::Consultation(ConsultationTask::ReviseSummary, 1)).is_some());
    s.given(LEAD, revise(None));
    assert!(wait(&s, &TaskKind::Consultation(ConsultationTask::ReviseSummary, 1)).is_none());
}
