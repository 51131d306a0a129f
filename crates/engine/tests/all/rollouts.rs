//! A team or location starts on its own date and after a light check, while the product is in use (law 12).

use std::collections::BTreeMap;

use engine::*;

use crate::live::*;
use crate::scenario::*;

fn plan(day: u16) -> Command {
    Command::Rollout(RolloutAct::Plan { name: text(70), on: moment(day).today })
}

fn answer(by: &str, answers: &[(&str, bool)]) -> Command {
    let answers: BTreeMap<_, _> = answers.iter().map(|(key, yes)| (rollout_check(key), *yes)).collect();
    Command::Rollout(RolloutAct::Answer { rollout: 1, party: party(by), answers })
}

fn begin(day: u16) -> Command {
    Command::Rollout(RolloutAct::Start { rollout: 1, on: moment(day).today })
}

fn suspend() -> Command {
    Command::Use { party: party("care"), act: UseAct::Suspend { reason: text(66) } }
}

#[test]
fn a_team_starts_when_every_check_was_answered_yes_by_its_party() {
    let mut s = live();
    s.given(LEAD, plan(20));
    let asks = [TaskKind::CheckRollout(1, party("care")), TaskKind::CheckRollout(1, party("ict"))];
    assert!(asks.iter().all(|task| kinds(&s).contains(task)));
    s.given(CARE, answer("care", &[("trained", true), ("helped", false)]));
    s.given(ICT, answer("ict", &[("connected", true)]));
    let unchecked = Rejection::RolloutNotChecked { rollout: 1, checks: vec![rollout_check("helped")] };
    assert_eq!(s.refused(LEAD, begin(0), 12), unchecked);
    s.given(CARE_2, answer("care", &[("helped", true)]));
    assert!(kinds(&s).contains(&TaskKind::StartRollout(1)));
    s.day = 20;
    s.given(LEAD, begin(20));
    assert_eq!((s.project.rollouts.planned.len(), s.project.rollouts.started), (0, 1));
    assert_eq!(s.refused(LEAD, begin(20), 12), Rejection::RolloutNotPlanned { rollout: 1 });
    folds(&s);
}

#[test]
fn a_party_answers_its_own_checks_only() {
    let mut s = live();
    s.given(LEAD, plan(20));
    s.refused(CARE, answer("ict", &[("connected", true)]), 18);
    let not_asked = Rejection::UnknownRolloutCheck { check: rollout_check("connected"), party: party("care") };
    assert_eq!(s.refused(CARE, answer("care", &[("connected", true)]), 19), not_asked);
    s.refused(CARE, answer("care", &[]), 17);
}

#[test]
fn only_in_use_and_not_while_it_is_suspended() {
    let s = ready();
    assert_eq!(s.refused(LEAD, plan(20), 12), Rejection::NotInUse { phase: phase("exploration") });
    let mut s = live();
    s.given(LEAD, plan(20));
    s.given(CARE, answer("care", &[("trained", true), ("helped", true)]));
    s.given(ICT, answer("ict", &[("connected", true)]));
    s.given(CARE, suspend());
    let suspended = Rejection::UseSuspended { parties: vec![party("care")] };
    assert_eq!(s.refused(LEAD, begin(0), 12), suspended);
    assert_eq!(s.refused(LEAD, plan(20), 12), suspended);
    assert!(!kinds(&s).contains(&TaskKind::StartRollout(1)), "nobody is asked meanwhile");
    let cancel = Command::Rollout(RolloutAct::Cancel { rollout: 1, reason: text(71) });
    s.given(LEAD, cancel.clone());
    s.refused(LEAD, cancel, 12);
    assert_eq!((s.project.rollouts.planned.len(), s.project.rollouts.started), (0, 0));
    folds(&s);
}

#[test]
fn dates_lie_where_they_can_and_the_list_has_an_end() {
    let mut s = live();
    s.day = 10;
    s.refused(LEAD, plan(9), 16);
    s.refused(CARE, plan(10), 18);
    for _ in 0..limits::PLANNED_ROLLOUTS {
        s.given(LEAD, plan(10));
    }
    s.refused(LEAD, plan(10), 17);
    s.funnel.rollout_checks.clear();
    s.refused(LEAD, begin(11), 14);
    s.given(LEAD, begin(10));
}

#[test]
fn a_rollout_that_does_not_start_is_noted_as_late_until_it_does() {
    let mut s = live();
    s.given(LEAD, plan(5));
    let late = Event::TaskOverdue { task: TaskKind::CheckRollout(1, party("ict")), due: moment(5).today };
    assert!(time_passes(&mut s, 6).contains(&late));
    s.given(LEAD, Command::Rollout(RolloutAct::Cancel { rollout: 1, reason: text(71) }));
    assert!(s.project.overdue.keys().all(|task| !matches!(task, TaskKind::CheckRollout(..))));
}
