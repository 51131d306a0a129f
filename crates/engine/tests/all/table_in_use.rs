//! Where a project stands × what is done in use: the same table as for the gates, for laws 6, 12 and 15.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use engine::*;

use crate::live::*;
use crate::scenario::*;
use crate::table::expect;

/// One act of each kind, by the person who would have the right to it.
fn acts(today: u16) -> Vec<(&'static str, u8, Command)> {
    let on = moment(today).today;
    let change = |act| Command::Change(act);
    let signal = |act| Command::Signal(act);
    let rollout = |act| Command::Rollout(act);
    let board = |act| Command::Emergency(act);
    let heard = BTreeMap::from([(party("care"), text(1)), (party("ict"), text(1))]);
    let reference = text(1);
    vec![
        (
            "ICT reports a supplier update",
            ICT,
            change(ChangeAct::Report { kind: crate::scenario::change("supplier-update"), text: text(1) }),
        ),
        ("ICT closes change 1 as small", ICT_2, change(ChangeAct::CloseSmall { change: 1, note: text(1) })),
        ("ICT judges 'ict-ready'", ICT_2, in_practice("ict-ready", "ict", Answer::Met)),
        ("quality confirms the ICT check", QUALITY, confirm("quality", &["ict-check"], &[])),
        ("anybody reports an incident", OUTSIDER, signal(SignalAct::Report { kind: SignalKind::Incident, reference, on })),
        ("quality handles signal 1", QUALITY, signal(SignalAct::Handle { signal: 1, note: text(1) })),
        ("care suspends the use", CARE, Command::Use { party: party("care"), act: UseAct::Suspend { reason: text(1) } }),
        ("care resumes the use", CARE, Command::Use { party: party("care"), act: UseAct::Resume { reason: text(1) } }),
        ("lead plans a rollout", LEAD, rollout(RolloutAct::Plan { name: text(1), on })),
        ("lead starts rollout 1", LEAD, rollout(RolloutAct::Start { rollout: 1, on })),
        ("ICT does the drill", ICT, Command::Duty { duty: duty("drill"), act: DutyAct::Do { note: text(1), held_on: on } }),
        ("quality judges 'client-safety'", QUALITY, judge("client-safety", "quality", Answer::Met)),
        ("care says when work began", CARE, Command::ReportWork { phase: phase("selection"), began_on: on, note: text(1) }),
        ("board allows emergency use", BOARD, board(EmergencyAct::Allow { until: on, reason: text(1), heard })),
        ("board ends emergency use", BOARD, board(EmergencyAct::End { reason: text(1) })),
        ("chair: go at g2", CHAIR, decide_gate("g2", Outcome::Go)),
    ]
}

fn places() -> Vec<(&'static str, Scenario)> {
    let by = |mut s: Scenario, acts: &[usize], day: u16| {
        for act in acts {
            let (_, who, command) = crate::table_in_use::acts(day).swap_remove(*act);
            s.given(who, command);
        }
        s
    };
    let ready_for_g2 = || {
        let mut s = live();
        s.given(QUALITY, judge("still-safe", "quality", Answer::Met));
        s
    };
    let mut expired = ready_for_g2();
    time_passes(&mut expired, 101);
    let mut stopped = ready_for_g2();
    stopped.given(CHAIR, decide_gate("g2", Outcome::Stop));
    vec![
        ("before use", ready()),
        ("emergency use", by(ready(), &[13], 0)),
        ("in use", ready_for_g2()),
        ("change open", by(ready_for_g2(), &[0], 0)),
        ("signal open", by(ready_for_g2(), &[4], 0)),
        ("suspended", by(ready_for_g2(), &[8, 6], 0)),
        ("risks ran out", expired),
        ("stopped", stopped),
    ]
}

#[test]
fn every_act_of_use_in_every_place() {
    let places = places();
    let mut table = format!("{:32}", "");
    for (name, _) in &places {
        write!(table, "| {name:14}").unwrap();
    }
    for (at, (name, _, _)) in acts(0).iter().enumerate() {
        write!(table, "\n{name:32}").unwrap();
        for (_, scenario) in &places {
            let (_, who, command) = acts(scenario.day).swap_remove(at);
            let cell = match scenario.when(who, command) {
                Ok(_) => "yes".to_owned(),
                Err(rejection) => format!("no, law {}", rejection.law().0),
            };
            write!(table, "| {cell:14}").unwrap();
        }
    }
    let mut trimmed = String::new();
    for line in table.lines() {
        writeln!(trimmed, "{}", line.trim_end()).unwrap();
    }
    expect("table-in-use.txt", &trimmed);
}
