//! Laws 1, 10, 12 and 13: holding, stopping, retiring, going on again, and gates that recur.

use engine::*;

use crate::scenario::*;

fn closing(key: &str, from: Option<&str>) -> ClosingDuty {
    ClosingDuty {
        key: ClosingKey::parse(key).unwrap(),
        name: Label { nl: key.into(), en: key.into() },
        help: None,
        owner: Some(party("ict")),
        accepted_by: party("quality"),
        days: 10,
        from_phase: from.map(phase),
        when: When::Always,
    }
}

fn with_closing() -> Scenario {
    Scenario::ready().under(|funnel| {
        funnel.closing = vec![closing("clients-told", Some("selection")), closing("data-returned", Some("exploration"))];
    })
}

fn done(s: &mut Scenario, number: u32) {
    s.given(ICT, Command::Condition { condition: number, act: ConditionAct::Report { note: text(1) } });
    s.given(QUALITY, Command::Condition { condition: number, act: ConditionAct::Accept { note: None } });
}

#[test]
fn on_hold_nothing_is_asked_until_the_review_date() {
    let mut s = Scenario::exploring();
    assert!(!s.tasks().is_empty());
    s.given(CHAIR, decide_gate("g1", Outcome::Hold { review_on: moment(60).today }));
    assert_eq!(s.tasks(), []);
    s.time_passes(59);
    assert!(s.project.hold.is_some() && s.project.overdue.is_empty());
    s.time_passes(1);
    assert!(s.project.hold.is_none());
    assert_eq!(s.project.round.as_ref().unwrap().due, moment(88).today, "twenty working days on");
    assert!(!s.tasks().is_empty());
}

#[test]
fn a_hold_is_ended_early_by_the_lead_and_its_date_lies_ahead() {
    let mut s = Scenario::exploring();
    s.refused(LEAD, Command::EndHold, 10);
    for day in [0, 367] {
        s.refused(CHAIR, decide_gate("g1", Outcome::Hold { review_on: moment(day).today }), 16);
    }
    s.given(CHAIR, decide_gate("g1", Outcome::Hold { review_on: moment(60).today }));
    s.refused(OUTSIDER, Command::EndHold, 18);
    s.given(LEAD, Command::EndHold);
}

#[test]
fn what_is_on_hold_can_still_be_decided() {
    let mut s = Scenario::ready();
    s.given(CHAIR, decide_gate("g1", Outcome::Hold { review_on: moment(60).today }));
    s.given(CHAIR, decide_gate("g1", Outcome::Go));
    assert!(s.project.hold.is_none());
}

#[test]
fn stopping_asks_for_its_lessons_and_leaves_work_as_far_as_the_project_got() {
    let mut s = with_closing();
    let silent = Command::DecideGate {
        gate: gate("g1"),
        outcome: Outcome::Stop,
        motivation: text(2),
        lessons: None,
        conditions: Vec::new(),
    };
    assert_eq!(s.refused(CHAIR, silent, 13), Rejection::LessonsNeeded);
    s.given(CHAIR, decide_gate("g1", Outcome::Stop));
    assert_eq!(s.project.lifecycle, Lifecycle::Stopped);
    let open: Vec<_> = s.project.conditions.open.values().map(|c| c.terms.demand.clone()).collect();
    assert_eq!(open, [Demand::Closing { duty: ClosingKey::parse("data-returned").unwrap() }]);
    assert_eq!(s.tasks().len(), 1);
    s.refused(LEAD, submit("idea", 9, &[]), 1);
    assert_eq!(s.project.closed, None);
    done(&mut s, 1);
    assert_eq!(s.project.closed, Some(moment(0)));
}

#[test]
fn closing_work_that_is_late_is_noted() {
    let mut s = with_closing();
    s.given(CHAIR, decide_gate("g1", Outcome::Stop));
    s.time_passes(15);
    assert!(s.project.overdue.contains_key(&TaskKind::MeetCondition(1)));
}

#[test]
fn stopping_may_lead_to_a_phase_of_its_own() {
    let mut s = Scenario::ready().under(|f| Scenario::gate_of(f, "exploration").stop_to = Some(phase("selection")));
    s.given(CHAIR, decide_gate("g1", Outcome::Stop));
    assert_eq!((s.project.lifecycle, &s.project.phase), (Lifecycle::Active, &phase("selection")));
}

#[test]
fn a_gate_whose_go_leads_nowhere_retires_the_project() {
    let mut s = with_closing().under(|funnel| Scenario::gate_of(funnel, "exploration").go_to = None);
    s.given(CHAIR, decide_gate("g1", Outcome::Go));
    assert_eq!(s.project.lifecycle, Lifecycle::Retired);
    assert_eq!(s.project.closed, None);
    done(&mut s, 1);
    assert_eq!(s.project.closed, Some(moment(0)));
    s.refused(CHAIR, Command::ReopenProject { phase: phase("idea"), motivation: text(1) }, 1);
}

#[test]
fn a_stopped_project_goes_on_again_by_its_gate_no_later_than_it_left() {
    let mut s = with_closing();
    let reopen = |to: &str| Command::ReopenProject { phase: phase(to), motivation: text(3) };
    assert_eq!(s.refused(CHAIR, reopen("exploration"), 1), Rejection::NotStopped);
    s.given(CHAIR, decide_gate("g1", Outcome::Stop));
    s.refused(INNOVATOR, reopen("exploration"), 18);
    let late = s.refused(CHAIR, reopen("selection"), 1);
    assert_eq!(late, Rejection::ReopenTarget { to: phase("selection"), allowed: vec![phase("idea"), phase("exploration")] });
    s.given(CHAIR, reopen("exploration"));
    assert_eq!((s.project.lifecycle, s.project.round.as_ref().unwrap().number), (Lifecycle::Active, 2));
    assert!(s.project.conditions.open.is_empty(), "what stopping asked for is asked no more");
    assert!(s.blockers().contains(&Blocker::JudgementOpen { criterion: criterion("ict-ready"), party: party("ict") }));
}

/// In use: the last phase, with a gate every 365 days.
fn in_use() -> Scenario {
    let mut s = Scenario::ready().under(|funnel| {
        let mut g2 = funnel.phases[1].gate.clone().unwrap();
        g2.key = gate("g2");
        g2.go_to = Some(phase("selection"));
        g2.recurs_after_days = Some(365);
        g2.requirements = Vec::new();
        funnel.phases[2].gate = Some(g2);
    });
    s.given(CHAIR, decide_gate("g1", Outcome::Go));
    s
}

#[test]
fn a_recurring_gate_opens_on_its_date_again_and_again() {
    let mut s = in_use();
    assert!(s.project.round.is_none());
    assert_eq!(s.project.planned.as_ref().unwrap().on, moment(365).today);
    s.time_passes(364);
    assert!(s.project.round.is_none());
    // After days of downtime it opens once.
    s.time_passes(3);
    assert_eq!(s.project.round.as_ref().unwrap().number, 1);
    s.given(CHAIR, decide_gate("g2", Outcome::Go));
    assert_eq!((&s.project.phase, s.project.round.is_none()), (&phase("selection"), true));
    assert_eq!(s.project.planned.as_ref().unwrap().on, moment(367 + 365).today);
    s.time_passes(365);
    assert_eq!(s.project.round.as_ref().unwrap().number, 2);
}

#[test]
fn the_lead_may_open_a_planned_round_earlier() {
    let mut s = in_use();
    s.refused(OUTSIDER, Command::OpenRound, 18);
    s.given(LEAD, Command::OpenRound);
    assert_eq!(s.project.round.as_ref().unwrap().number, 1);
    assert_eq!(s.refused(LEAD, Command::OpenRound, 1), Rejection::NoRoundPlanned);
}

#[test]
fn rework_at_a_recurring_gate_opens_the_next_round_at_once() {
    let mut s = in_use().under(|funnel| Scenario::gate_of(funnel, "selection").rework_to = vec![phase("selection")]);
    s.time_passes(365);
    s.given(CHAIR, decide_gate("g2", Outcome::Rework { to: phase("selection") }));
    assert_eq!(s.project.round.as_ref().unwrap().number, 2);
}
