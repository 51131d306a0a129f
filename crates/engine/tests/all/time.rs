//! Law 16: time is an input; what it makes happen happens once.

use engine::*;

use crate::scenario::*;

#[test]
fn terms_skip_weekends_and_holidays() {
    let mut calendar = Calendar::default();
    let monday = moment(0).today;
    assert_eq!(calendar.after_working_days(monday, 5), moment(7).today);
    assert_eq!(calendar.after_working_days(monday, 0), monday);
    calendar.holidays.insert(moment(1).today);
    assert_eq!(calendar.after_working_days(monday, 5), moment(8).today);
    assert_eq!(calendar.after_working_days(::time::Date::MAX, 5), ::time::Date::MAX);
}

#[test]
fn reviewing_parties_get_the_term_of_the_document() {
    let mut s = Scenario::start();
    s.day = 3;
    s.given(LEAD, submit("idea", 1, &["goal"]));
    // Five working days after Thursday 8 January.
    assert_eq!(s.project.artefacts[&artefact("idea")].current.review_due, moment(10).today);
}

#[test]
fn a_late_task_is_noted_once_also_after_downtime() {
    let mut s = Scenario::start();
    s.given(LEAD, submit("idea", 1, &["goal"]));
    let due_now = |s: &Scenario| due(&s.funnel, &s.project, &s.context(&Actor::System, None));
    s.day = 7;
    assert!(due_now(&s).is_empty(), "the last day is not late");
    s.day = 40;
    let commands = due_now(&s);
    assert!(commands.contains(&Command::NoteOverdue { task: TaskKind::Review(artefact("idea"), party("care")) }));
    for command in commands {
        let events = s.decide_as(&Actor::System, command.clone().into()).unwrap();
        s.take(&Actor::System, events);
        let again = s.decide_as(&Actor::System, command.into()).unwrap_err();
        assert_eq!(again, Rejection::NotOverdue);
    }
    assert!(due_now(&s).is_empty());
    assert_eq!(next_due(&s.funnel, &s.project, &s.context(&Actor::System, None)), None);
}

#[test]
fn people_do_not_send_the_commands_of_time() {
    let s = Scenario::start();
    s.refused(MANAGER, Command::NoteOverdue { task: TaskKind::Submit(artefact("idea")) }, 18);
}

#[test]
fn the_next_date_to_look_is_the_day_after_the_first_term() {
    let s = Scenario::start();
    let next = next_due(&s.funnel, &s.project, &s.context(&Actor::System, None));
    assert_eq!(next, Some(moment(15).today));
}

#[test]
fn a_new_revision_gets_a_new_term_and_can_be_late_again() {
    let mut s = Scenario::start();
    s.given(LEAD, submit("idea", 1, &["goal"]));
    s.day = 8;
    let review_task = TaskKind::Review(artefact("idea"), party("care"));
    let note = || Command::NoteOverdue { task: review_task.clone() };
    let events = s.decide_as(&Actor::System, note().into()).unwrap();
    s.take(&Actor::System, events);
    s.given(LEAD, submit("idea", 2, &["goal"]));
    s.day = 16;
    assert!(s.decide_as(&Actor::System, note().into()).is_ok());
}
