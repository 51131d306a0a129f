//! Law 12: in use there are recurring duties (evaluation, drill, renewed analyses).

use engine::*;

use crate::live::*;
use crate::scenario::*;

fn done(key: &str, held: u16) -> Command {
    Command::Duty { duty: duty(key), act: DutyAct::Do { note: text(61), held_on: moment(held).today } }
}

#[test]
fn the_first_dates_are_set_when_the_phase_begins() {
    let s = live();
    let due = |key| s.project.duties[&duty(key)].due;
    assert_eq!((due("drill"), due("safety")), (moment(90).today, moment(60).today));
    assert!(ready().project.duties.is_empty(), "not before");
    let task = s.tasks().into_iter().find(|t| t.kind == TaskKind::DoDuty(duty("drill"))).unwrap();
    assert_eq!((task.waits_for, task.due), (Waiter::Party(party("ict")), moment(90).today));
    folds(&s);
}

#[test]
fn its_party_does_it_and_the_next_date_counts_from_the_day_it_was_held() {
    let mut s = live();
    s.day = 80;
    s.refused(QUALITY, done("drill", 78), 18);
    s.given(ICT, done("drill", 78));
    assert_eq!(s.project.duties[&duty("drill")].due, moment(168).today);
    assert_eq!(
        s.refused(ICT, done("drill", 77), 12),
        Rejection::DutyHeldBefore { duty: duty("drill"), last: moment(78).today }
    );
    s.refused(ICT, done("drill", 81), 14);
    folds(&s);
}

#[test]
fn a_late_duty_is_noted_like_any_other_task_and_again_the_next_time() {
    let mut s = live();
    let late = |due| Event::TaskOverdue { task: TaskKind::DoDuty(duty("drill")), due };
    assert!(!time_passes(&mut s, 90).contains(&late(moment(90).today)));
    assert!(time_passes(&mut s, 91).contains(&late(moment(90).today)));
    // A decision of the gate does not make it late once more.
    approve_risks(&mut s, 5);
    s.given(QUALITY, judge("still-safe", "quality", Answer::Met));
    s.given(CHAIR, decide_gate("g2", Outcome::Go));
    assert!(!time_passes(&mut s, 92).contains(&late(moment(90).today)));
    s.given(ICT, done("drill", 92));
    assert!(time_passes(&mut s, 183).contains(&late(moment(182).today)));
}

#[test]
fn a_duty_with_a_document_is_done_by_its_approved_new_revision() {
    let mut s = live();
    s.day = 50;
    let rejection = s.refused(CARE, done("safety", 50), 12);
    assert_eq!(rejection.way_out(), WayOut::Submit { artefacts: vec![artefact("risks")] });
    s.given(CARE, submit("risks", 5, &["risks"]));
    s.given(QUALITY, review("risks", "quality", Verdict::Approve));
    assert_eq!(s.project.duties[&duty("safety")].due, moment(60).today, "not before everybody approved");
    s.day = 52;
    s.given(CARE_2, review("risks", "care", Verdict::Approve));
    let Event::Duty { event: DutyEvent::Done { evidence, next, held_on, .. }, .. } = &s.log.last().unwrap().event else {
        panic!()
    };
    assert_eq!((evidence.as_ref().unwrap().revision, *held_on, *next), (2, moment(52).today, moment(112).today));
    // The same revision does not do it again.
    s.given(QUALITY, review("risks", "quality", Verdict::Approve));
    assert_eq!(s.project.duties[&duty("safety")].due, moment(112).today);
    folds(&s);
}

#[test]
fn it_is_done_as_well_when_the_last_reviewer_is_not_asked_any_more() {
    let mut s = live();
    s.funnel.artefacts.iter_mut().filter(|kind| kind.key == artefact("risks")).for_each(|kind| {
        kind.also_reviewed_by = vec![AlsoReviewer { party: party("ict"), when: middle_or_more() }];
    });
    s.day = 50;
    approve_risks(&mut s, 5);
    let small = FactValue::Level(level("small"));
    s.given(LEAD, answer_fact("impact", small.clone()));
    assert_eq!(s.project.duties[&duty("safety")].due, moment(60).today, "ICT did not approve it");
    s.given(QUALITY, confirm_fact("impact", small));
    assert_eq!(s.project.duties[&duty("safety")].due, moment(110).today, "of a small project ICT need not");
    folds(&s);
}

#[test]
fn what_is_still_right_is_submitted_again_as_it_is() {
    let mut s = live();
    s.funnel.artefacts.iter_mut().for_each(|kind| kind.validity = None);
    s.day = 50;
    s.given(CARE, submit("risks", 2, &[]));
    s.refused(CARE, submit("risks", 2, &[]), 4);
    s.given(QUALITY, confirm("quality", &["risks"], &[]));
    s.given(CARE_2, confirm("care", &["risks"], &[]));
    assert_eq!(s.project.duties[&duty("safety")].due, moment(110).today);
}

#[test]
fn duties_end_with_their_phase_and_stay_when_the_phase_goes_on() {
    let mut s = live();
    s.day = 10;
    s.given(QUALITY, judge("still-safe", "quality", Answer::Met));
    s.given(CHAIR, decide_gate("g2", Outcome::Go));
    assert_eq!(s.project.duties[&duty("drill")].due, moment(90).today, "the same date, not a new one");
    let mut s = live();
    s.funnel.phases[2].gate.as_mut().unwrap().rework_to.push(phase("exploration"));
    s.given(CHAIR, decide_gate("g2", Outcome::Rework { to: phase("exploration") }));
    assert!(s.project.duties.is_empty());
    assert_eq!(
        s.refused(ICT, done("drill", 0), 12),
        Rejection::DutyOfAnotherPhase { duty: duty("drill"), phase: phase("selection") }
    );
    s.refused(ICT, done("unknown", 0), 19);
}

#[test]
fn dates_that_did_not_begin_with_the_phase_begin_with_time() {
    let mut s = live();
    s.funnel.duties.push(Duty { key: duty("new"), ..s.funnel.duties[0].clone() });
    assert_eq!(next(&s), Some(moment(0).today));
    s.refused(ICT, Command::Duty { duty: duty("new"), act: DutyAct::Begin }, 18);
    time_passes(&mut s, 4);
    assert_eq!(s.project.duties[&duty("new")].due, moment(94).today);
}
