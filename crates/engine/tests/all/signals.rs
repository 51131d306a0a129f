//! Law 12: a signal reopens the client-safety criterion, appears at the next gate, and lets the board or care suspend use at
//! once.

use engine::*;

use crate::live::*;
use crate::scenario::*;

fn report(day: u16) -> Command {
    Command::Signal(SignalAct::Report { kind: SignalKind::Incident, reference: text(64), on: moment(day).today })
}

fn handle(number: u32) -> Command {
    Command::Signal(SignalAct::Handle { signal: number, note: text(65) })
}

fn suspend(by: &str) -> Command {
    Command::Use { party: party(by), act: UseAct::Suspend { reason: text(66) } }
}

fn resume(by: &str) -> Command {
    Command::Use { party: party(by), act: UseAct::Resume { reason: text(67) } }
}

#[test]
fn a_signal_reopens_client_safety_and_is_an_open_point_until_it_was_handled() {
    let mut s = live();
    s.given(QUALITY, judge("still-safe", "quality", Answer::Met));
    s.day = 4;
    s.given(OUTSIDER, report(2));
    assert_eq!(s.project.signals.open[&1].on, moment(2).today);
    assert_eq!(s.blockers(), [Blocker::SignalOpen { signal: 1 }]);
    s.refused(CHAIR, decide_gate("g2", Outcome::Go), 2);
    let safety = TaskKind::Judge(criterion("client-safety"), party("quality"));
    assert!(kinds(&s).contains(&safety) && kinds(&s).contains(&TaskKind::HandleSignal(1)));
    let Rejection::SignalNotAnswered { blockers, .. } = s.refused(QUALITY, handle(1), 12) else { panic!() };
    assert_eq!(blockers, [Blocker::JudgementOpen { criterion: criterion("client-safety"), party: party("quality") }]);
    s.given(QUALITY, judge("client-safety", "quality", Answer::Met));
    assert_eq!(s.blockers(), [Blocker::SignalOpen { signal: 1 }], "answered, but not handled");
    s.refused(CARE, handle(1), 18);
    s.given(QUALITY, handle(1));
    assert_eq!(s.blockers(), []);
    assert_eq!(s.project.reopened, Reopened::default());
    s.given(CHAIR, decide_gate("g2", Outcome::Go));
    folds(&s);
}

#[test]
fn a_signal_before_use_reopens_what_was_answered_in_the_open_round() {
    let mut s = ready();
    assert_eq!(s.blockers(), []);
    s.given(CARE, report(0));
    let stale = Blocker::JudgementStale { criterion: criterion("client-safety"), party: party("quality") };
    assert_eq!(s.blockers(), [stale, Blocker::SignalOpen { signal: 1 }]);
    s.given(QUALITY, judge("client-safety", "quality", Answer::NotMet));
    s.refused(QUALITY, handle(1), 12);
    s.given(QUALITY, judge("client-safety", "quality", Answer::Met));
    s.given(QUALITY, handle(1));
    s.given(CHAIR, decide_gate("g1", Outcome::Go));
}

#[test]
fn a_signal_waits_through_decisions_that_do_not_go_on() {
    let mut s = live();
    s.given(CARE, report(0));
    s.given(CHAIR, decide_gate("g2", Outcome::Rework { to: phase("selection") }));
    assert!(s.blockers().contains(&Blocker::SignalOpen { signal: 1 }));
    s.given(QUALITY, judge("client-safety", "quality", Answer::Met));
    s.given(QUALITY, handle(1));
    folds(&s);
}

#[test]
fn use_that_an_extra_decision_paused_is_suspended_and_its_party_resumes_it() {
    let mut s = live();
    s.given(QUALITY, judge("still-safe", "quality", Answer::Met));
    let terms = Terms {
        demand: Demand::Agreed,
        text: Some(text(1)),
        owner: Waiter::Party(party("care")),
        accepted_by: party("quality"),
        due: moment(3).today,
        blocks: None,
    };
    let opened = Event::Condition { condition: 1, event: ConditionEvent::Opened { terms } };
    s.take(&actor(CHAIR), vec![opened]);
    time_passes(&mut s, 4);
    let (motivation, aftermath) = (text(68), Aftermath::Pause);
    s.given(CHAIR, Command::DecideExtra { condition: 1, aftermath, motivation, lessons: None });
    assert_eq!(s.project.suspended[&party("steering")].reason, text(68));
    assert!(s.blockers().contains(&Blocker::UseSuspended { party: party("steering") }));
    s.refused(CHAIR, suspend("steering"), 12);
    s.given(CHAIR, resume("steering"));
    assert!(s.project.suspended.is_empty());
}

#[test]
fn signals_are_numbered_dated_and_counted() {
    let mut s = live();
    s.refused(CARE, report(1), 14);
    s.refused(QUALITY, handle(1), 12);
    for _ in 0..limits::OPEN_SIGNALS {
        s.given(CARE, report(0));
    }
    s.refused(CARE, report(0), 17);
    s.funnel.signals = None;
    assert_eq!(s.refused(CARE, report(0), 19), Rejection::NoSignalsHere);
}

#[test]
fn a_late_signal_is_noted_once_and_forgotten_when_handled() {
    let mut s = live();
    s.given(CARE, report(0));
    let late = Event::TaskOverdue { task: TaskKind::HandleSignal(1), due: moment(7).today };
    assert!(time_passes(&mut s, 8).contains(&late));
    s.given(QUALITY, judge("client-safety", "quality", Answer::Met));
    s.given(QUALITY, handle(1));
    assert!(!s.project.overdue.contains_key(&TaskKind::HandleSignal(1)));
}

#[test]
fn the_board_or_care_suspends_the_use_at_once_and_the_same_party_resumes_it() {
    let mut s = live();
    s.given(QUALITY, judge("still-safe", "quality", Answer::Met));
    s.refused(ICT, suspend("care"), 18);
    assert_eq!(
        s.refused(ICT, suspend("ict"), 12),
        Rejection::MayNotSuspend { party: party("ict"), allowed: vec![party("board"), party("care")] }
    );
    s.given(CARE, suspend("care"));
    assert_eq!(s.project.suspended[&party("care")].by, person(CARE));
    s.refused(CARE_2, suspend("care"), 12);
    assert_eq!(s.refused(BOARD, resume("board"), 12), Rejection::NotSuspended { party: party("board") });
    s.given(BOARD, suspend("board"));
    s.given(CARE_2, resume("care"));
    assert_eq!(s.blockers(), [Blocker::UseSuspended { party: party("board") }], "the other still holds it back");
    s.refused(CHAIR, decide_gate("g2", Outcome::Go), 2);
    s.given(BOARD, resume("board"));
    assert!(s.project.suspended.is_empty());
    s.given(CHAIR, decide_gate("g2", Outcome::Go));
    folds(&s);
}

#[test]
fn what_is_not_safe_goes_out_of_use_without_being_used_first() {
    let mut s = live();
    s.given(QUALITY, judge("still-safe", "quality", Answer::Met));
    s.given(CARE, suspend("care"));
    let shown = |s: &Scenario| {
        let check = s.readiness().checks.into_iter().find(|check| matches!(check.on, CheckSubject::Suspension(_)));
        check.map(|check| check.blocking)
    };
    assert_eq!(shown(&s), Some(true));
    s.funnel.phases.last_mut().unwrap().gate.as_mut().unwrap().go_to = None;
    assert_eq!((shown(&s), s.blockers()), (Some(false), Vec::new()), "the decider sees it");
    s.given(CHAIR, decide_gate("g2", Outcome::Go));
    assert_eq!(s.project.lifecycle, Lifecycle::Retired);
    folds(&s);
}

#[test]
fn what_comes_to_light_while_a_product_goes_out_of_use_is_handled_before_it_is_closed() {
    let mut s = live();
    s.funnel.closing = vec![ClosingDuty {
        key: ClosingKey::parse("clients-told").unwrap(),
        name: label("clients-told"),
        help: None,
        owner: Some(party("ict")),
        accepted_by: party("quality"),
        days: 10,
        from_phase: None,
        when: When::Always,
    }];
    s.given(CHAIR, decide_gate("g2", Outcome::Stop));
    s.given(OUTSIDER, report(0));
    assert!(s.project.signals.open[&1].reopened.criteria.is_empty(), "nothing is judged of it any more");
    assert!(kinds(&s).contains(&TaskKind::HandleSignal(1)));
    let act = |act| Command::Condition { condition: 1, act };
    s.given(ICT, act(ConditionAct::Report { note: text(1) }));
    s.given(QUALITY, act(ConditionAct::Accept { note: None }));
    assert_eq!(s.project.closed, None, "a signal is open");
    s.given(QUALITY, handle(1));
    assert!(s.project.closed.is_some());
    s.refused(OUTSIDER, report(0), 1);
    folds(&s);
}
