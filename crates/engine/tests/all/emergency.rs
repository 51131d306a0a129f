//! Law 15: the board may allow temporary use for at most the funnel's term, after the named parties are heard on record and
//! the council is told the same day; every missing item becomes a condition; use ends by itself unless a gate decides.

use std::collections::BTreeMap;

use engine::*;

use crate::live::*;
use crate::scenario::*;

fn allow(day: u16, heard: &[&str]) -> Command {
    let heard: BTreeMap<_, _> = heard.iter().map(|by| (party(by), text(80))).collect();
    Command::Emergency(EmergencyAct::Allow { until: moment(day).today, reason: text(81), heard })
}

fn end() -> Command {
    Command::Emergency(EmergencyAct::End { reason: text(82) })
}

fn ended(how: EmergencyEnd) -> Event {
    Event::Emergency(EmergencyEvent::Ended { how })
}

const BOTH: &[&str] = &["care", "ict"];

#[test]
fn the_board_allows_it_with_what_was_heard_and_who_is_told_on_record() {
    let mut s = exploring();
    let events = s.when(BOARD, allow(30, BOTH)).unwrap();
    let Event::Emergency(EmergencyEvent::Allowed { until, heard, told, party: by, .. }) = &events[0] else { panic!() };
    assert_eq!((*until, told, by), (moment(30).today, &party("council"), &party("board")));
    assert!(heard.keys().eq([party("care"), party("ict")].iter()));
    s.take(&actor(BOARD), events);
    assert_eq!(s.project.emergency.open.as_ref().unwrap().until, moment(30).today);
    assert_eq!(s.project.phase, phase("exploration"), "it moves nothing");
    folds(&s);
}

#[test]
fn every_missing_item_of_the_open_gate_becomes_a_condition_within_the_term() {
    let mut s = exploring();
    s.given(CARE, submit("risks", 2, &["risks"]));
    s.given(BOARD, allow(20, BOTH));
    let conditions: Vec<_> = s.project.conditions.open.values().map(|c| &c.terms).collect();
    assert!(conditions.iter().all(|terms| terms.due == moment(20).today));
    let owned: Vec<_> = conditions.iter().map(|terms| (&terms.demand, &terms.owner)).collect();
    let document = |key, stage| Demand::Document { artefact: artefact(key), stage };
    let answer = |key, by| Demand::Criterion { criterion: criterion(key), party: party(by) };
    let of = |by| Waiter::Party(party(by));
    assert_eq!(
        owned,
        [
            (&document("risks", Stage::Concept), &of("care")),
            (&document("ict-check", Stage::Final), &of("ict")),
            (&answer("client-safety", "quality"), &of("quality")),
            (&answer("ict-ready", "ict"), &of("ict")),
        ]
    );
    assert!(kinds(&s).contains(&TaskKind::MeetCondition(4)));
}

#[test]
fn nothing_missing_makes_no_conditions() {
    let mut s = ready();
    s.given(BOARD, allow(20, BOTH));
    assert!(s.project.conditions.open.is_empty());
}

#[test]
fn every_named_party_is_heard_first_and_nobody_else() {
    let s = exploring();
    let missing = Rejection::PartiesNotHeard { parties: vec![party("ict")] };
    assert_eq!(s.refused(BOARD, allow(20, &["care"]), 15), missing);
    let other = Rejection::NotToBeHeard { party: party("quality") };
    assert_eq!(s.refused(BOARD, allow(20, &["care", "ict", "quality"]), 15), other);
}

#[test]
fn it_lasts_at_most_the_term_of_the_funnel() {
    let mut s = exploring();
    s.day = 2;
    let rejection = Rejection::EmergencyTerm { latest: moment(32).today };
    assert_eq!(s.refused(BOARD, allow(33, BOTH), 15), rejection);
    assert_eq!(s.refused(BOARD, allow(1, BOTH), 15), rejection);
    s.given(BOARD, allow(32, BOTH));
}

#[test]
fn only_the_board_and_never_the_lead_alone() {
    let mut s = exploring();
    s.refused(CHAIR, allow(20, BOTH), 18);
    s.parties.members.get_mut(&party("board")).unwrap().push(Member { person: person(LEAD), chair: false });
    assert_eq!(s.refused(LEAD, allow(20, BOTH), 5), Rejection::LeadDecidesAlone);
    s.funnel.emergency = None;
    assert_eq!(s.refused(BOARD, allow(20, BOTH), 19), Rejection::NoEmergencyUseHere);
}

#[test]
fn it_ends_by_itself_after_its_last_day_once() {
    let mut s = exploring();
    s.given(BOARD, allow(20, BOTH));
    assert!(!time_passes(&mut s, 20).contains(&ended(EmergencyEnd::Term)));
    assert_eq!(next(&s), Some(moment(21).today));
    assert!(time_passes(&mut s, 60).contains(&ended(EmergencyEnd::Term)), "also after downtime");
    assert_eq!(s.project.emergency.open, None);
    s.refused(BOARD, end(), 15);
    s.refused(BOARD, Command::Emergency(EmergencyAct::EndOfTerm), 18);
    folds(&s);
}

#[test]
fn its_term_is_not_started_twice_before_a_gate_decides() {
    let mut s = exploring();
    s.given(BOARD, allow(20, BOTH));
    s.refused(BOARD, allow(20, BOTH), 15);
    s.given(BOARD, end());
    assert_eq!(s.refused(BOARD, allow(20, BOTH), 15), Rejection::EmergencySpent);
    s.given(CHAIR, decide_gate("g1", Outcome::Rework { to: phase("exploration") }));
    s.given(BOARD, allow(20, BOTH));
    // What is demanded already is not demanded twice.
    assert_eq!(s.project.conditions.open.len(), 4);
}

#[test]
fn the_board_ends_it_early() {
    let mut s = exploring();
    s.given(BOARD, allow(20, BOTH));
    s.refused(CARE, end(), 18);
    s.given(BOARD, end());
    assert_eq!(s.log.last().unwrap().event, ended(EmergencyEnd::Early { reason: text(82) }));
}

#[test]
fn a_gate_that_decides_on_going_live_or_stopping_ends_it() {
    let mut s = ready();
    s.given(BOARD, allow(20, BOTH));
    s.given(CHAIR, decide_gate("g1", Outcome::Go));
    assert!(s.log.iter().any(|r| r.event == ended(EmergencyEnd::WentLive)));
    assert_eq!(s.project.emergency, Emergency::default());
    assert_eq!(s.refused(BOARD, allow(20, BOTH), 15), Rejection::AlreadyInUse);
    let mut s = ready();
    s.given(BOARD, allow(20, BOTH));
    s.given(CHAIR, decide_gate("g1", Outcome::Stop));
    assert_eq!(s.project.emergency.open, None);
    folds(&s);
}

#[test]
fn the_board_answers_by_its_own_rule() {
    let mut s = exploring();
    let second = 13;
    let board = s.parties.members.get_mut(&party("board")).unwrap();
    board.push(Member { person: person(second), chair: false });
    s.funnel.parties.iter_mut().find(|p| p.key == party("board")).unwrap().rule = AnswerRule::All;
    s.given(BOARD, allow(20, BOTH));
    assert_eq!(s.project.emergency.open, None, "one vote is not enough");
    // Another date is another answer.
    s.given(second, allow(19, BOTH));
    assert_eq!(s.project.emergency.open, None);
    s.given(second, allow(20, BOTH));
    assert!(s.project.emergency.open.is_some() && s.project.ballots.is_empty());
    let allowed = s.log.iter().find_map(|recorded| match &recorded.event {
        Event::Emergency(EmergencyEvent::Allowed { counted, .. }) => Some(*counted),
        _ => None,
    });
    assert_eq!(allowed.map(|c| (c.members, c.votes)), Some((2, 2)));
    folds(&s);
}

#[test]
fn a_decision_entered_for_the_chair_ends_it_once_and_begins_the_duties_once() {
    let mut s = ready();
    s.given(BOARD, allow(20, BOTH));
    let go = recorded_for(&mut s, CHAIR, 0, decide_gate("g1", Outcome::Go));
    s.given(INNOVATOR, go);
    let count = |of: fn(&Event) -> bool| s.log.iter().filter(|recorded| of(&recorded.event)).count();
    assert_eq!(count(|event| *event == ended(EmergencyEnd::WentLive)), 1);
    assert_eq!(count(|event| matches!(event, Event::Duty { event: DutyEvent::Began { .. }, .. })), 2);
    folds(&s);
}

#[test]
fn suspended_use_is_not_allowed_by_emergency() {
    let mut s = exploring();
    s.given(CARE, Command::Use { party: party("care"), act: UseAct::Suspend { reason: text(66) } });
    s.refused(BOARD, allow(20, BOTH), 12);
}

#[test]
fn what_the_board_allowed_in_a_meeting_is_entered_for_it_and_ends_when_it_is_contested() {
    let mut s = exploring();
    s.day = 2;
    let allowed = recorded_for(&mut s, BOARD, 1, allow(20, BOTH));
    s.refused(OUTSIDER, allowed.clone(), 18);
    assert_eq!(s.refused(LEAD, allowed.clone(), 14), Rejection::LeadRecordsDecision);
    s.given(INNOVATOR, allowed);
    let open = s.project.emergency.open.clone().unwrap();
    assert_eq!((open.by, open.until), (person(BOARD), moment(20).today));
    assert!(!s.project.conditions.open.is_empty(), "what is missing is a condition all the same");
    let recorded = s.log.iter().find(|r| matches!(r.event, Event::OnBehalf { .. })).unwrap();
    assert_eq!(recorded.by.person(), Some(person(INNOVATOR)));
    s.given(BOARD, Command::Contest { record: 1, reason: text(83) });
    assert_eq!(s.project.emergency.open, None);
    folds(&s);
}

#[test]
fn it_ends_when_the_project_retires() {
    let mut s = ready();
    s.funnel.phases[1].gate.as_mut().unwrap().go_to = None;
    s.given(BOARD, allow(20, BOTH));
    let events = s.when(CHAIR, decide_gate("g1", Outcome::Go)).unwrap();
    assert!(events.contains(&ended(EmergencyEnd::Stopped)), "{events:?}");
    s.take(&actor(CHAIR), events);
    assert_eq!(s.project.emergency.open, None);
}
