//! Law 6: a contract whose signing date lies before ICT's answer is flagged, and so is work begun before its gate.

use engine::*;

use crate::live::*;
use crate::scenario::*;

fn signed(hash: u8, day: u16) -> Act {
    let mut act = submit("agreement", hash, &[]);
    act.signed_on = Some(moment(day).today);
    act
}

fn flag(s: &Scenario) -> Option<&SignedEarly> {
    s.project.early.contracts.get(&artefact("agreement"))
}

fn work(key: &str, day: u16) -> Command {
    Command::ReportWork { phase: phase(key), began_on: moment(day).today, note: text(60) }
}

#[test]
fn a_contract_signed_before_ict_answered_is_flagged_for_good() {
    let mut s = exploring();
    s.day = 5;
    s.given(LEAD, signed(10, 4));
    let expected = SignedEarly {
        revision: 1,
        signed_on: moment(4).today,
        criterion: criterion("ict-ready"),
        party: party("ict"),
        answered_on: None,
    };
    assert_eq!(flag(&s), Some(&expected));
    s.given(ICT, submit("ict-check", 3, &[]));
    s.given(ICT_2, in_practice("ict-ready", "ict", Answer::Met));
    s.given(LEAD, submit("agreement", 11, &[]));
    assert_eq!(flag(&s), Some(&expected), "a later answer or revision does not take it away");
    let check = s.readiness().checks.into_iter().find(|c| c.on == CheckSubject::Contract(artefact("agreement"))).unwrap();
    assert!(!check.blocking, "it happened; it does not keep the gate shut");
    assert_eq!(check.blockers[0].law(), Law(6));
    folds(&s);
}

#[test]
fn the_first_met_counts_and_its_date_is_kept() {
    let mut s = exploring();
    s.given(ICT, submit("ict-check", 3, &[]));
    s.day = 3;
    s.given(ICT_2, in_practice("ict-ready", "ict", Answer::NotMet));
    s.day = 5;
    s.given(ICT_2, in_practice("ict-ready", "ict", Answer::Met));
    s.day = 9;
    s.given(ICT_2, in_practice("ict-ready", "ict", Answer::Met));
    assert_eq!(s.project.early.first_met[&criterion("ict-ready")][&party("ict")], moment(5).today);
    assert_eq!(s.project.early.first_met.len(), 1, "only of criteria that a contract names");
    s.given(LEAD, signed(10, 4));
    assert_eq!(flag(&s).unwrap().answered_on, Some(moment(5).today));
}

#[test]
fn an_answer_entered_later_counts_from_the_day_on_which_it_was_given() {
    let mut s = exploring();
    s.given(ICT, submit("ict-check", 3, &[]));
    s.day = 9;
    let met = recorded_for(&mut s, ICT_2, 2, in_practice("ict-ready", "ict", Answer::Met));
    s.given(INNOVATOR, met);
    assert_eq!(s.project.early.first_met[&criterion("ict-ready")][&party("ict")], moment(2).today);
    s.given(LEAD, signed(10, 4));
    assert_eq!(flag(&s), None);
    folds(&s);
}

#[test]
fn a_contract_signed_on_or_after_that_day_is_not_flagged() {
    let mut s = ready();
    s.given(LEAD, signed(10, 0));
    assert_eq!(flag(&s), None);
    // Nor is one that is not signed, or a document that is no contract.
    let mut s = exploring();
    s.given(LEAD, submit("agreement", 10, &[]));
    let mut risks = submit("risks", 2, &["risks"]);
    risks.signed_on = Some(moment(0).today);
    s.given(CARE, risks);
    assert!(s.project.early.contracts.is_empty());
}

#[test]
fn the_same_signature_is_flagged_once_and_another_one_again() {
    let mut s = exploring();
    s.day = 5;
    s.given(LEAD, signed(10, 4));
    let count = |s: &Scenario| s.log.iter().filter(|r| matches!(r.event, Event::Early(_))).count();
    s.given(LEAD, signed(11, 4));
    assert_eq!(count(&s), 1);
    s.given(LEAD, signed(12, 5));
    assert_eq!(count(&s), 2);
}

#[test]
fn nothing_is_signed_and_no_work_began_in_the_future() {
    let s = exploring();
    s.refused(LEAD, signed(10, 1), 14);
    assert_eq!(s.refused(CARE, work("exploration", 1), 14), Rejection::DateInFuture { date: moment(1).today });
}

#[test]
fn work_begun_before_its_gate_is_flagged_for_good() {
    let mut s = exploring();
    s.day = 6;
    s.given(ICT, work("selection", 3));
    s.given(CARE, work("selection", 5));
    assert_eq!(s.project.early.work[&phase("selection")].on, moment(3).today, "the earliest date says most");
    assert_eq!(s.project.early.work[&phase("selection")].by, person(ICT));
    let check = s.readiness().checks.into_iter().find(|c| c.on == CheckSubject::Work(phase("selection"))).unwrap();
    assert!(!check.blocking);
    folds(&s);
}

#[test]
fn work_begun_on_or_after_the_day_its_phase_began_is_recorded_without_a_flag() {
    let mut s = exploring();
    s.day = 6;
    s.given(ICT, work("exploration", 0));
    assert!(s.project.early.work.is_empty());
    let Event::Early(EarlyEvent::WorkBegan { entered, .. }) = &s.log.last().unwrap().event else { panic!() };
    assert_eq!(*entered, Some(moment(0).today));
}

#[test]
fn anyone_of_the_project_reports_it_and_nobody_else() {
    let mut s = exploring();
    s.refused(OUTSIDER, work("selection", 0), 18);
    s.refused(INNOVATOR, work("nowhere", 0), 1);
    s.given(LEAD, work("selection", 0));
}
