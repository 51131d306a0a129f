//! Where a project stands × what is asked: one table that a domain expert can read. `UPDATE_EXPECT=1` rewrites it.

use std::fmt::Write as _;

use engine::*;

use crate::scenario::*;

/// One act of each command, by the person who would have the right to it.
fn acts() -> Vec<(&'static str, u8, Act)> {
    let small = FactValue::Level(level("small"));
    vec![
        ("lead answers a fact", LEAD, answer_fact("personal_data", FactValue::Boolean(false)).into()),
        ("quality confirms impact small", QUALITY, confirm_fact("impact", small).into()),
        ("lead submits the idea", LEAD, submit("idea", 21, &["goal"])),
        ("care submits the risks", CARE, submit("risks", 22, &["risks"])),
        ("innovation approves the idea", INNOVATOR, review("idea", "innovation", Verdict::Approve).into()),
        ("quality approves the risks", QUALITY, review("risks", "quality", Verdict::Approve).into()),
        ("ICT judges 'ict-early'", ICT, judge("ict-early", "ict", Answer::Met).into()),
        ("quality judges 'client-safety'", QUALITY, judge("client-safety", "quality", Answer::Met).into()),
        ("quality confirms 'client-safety'", QUALITY, confirm("quality", &[], &["client-safety"]).into()),
        ("innovator: go at g0", INNOVATOR, decide_gate("g0", Outcome::Go).into()),
        ("chair: go at g1", CHAIR, decide_gate("g1", Outcome::Go).into()),
        ("chair: back to idea at g1", CHAIR, decide_gate("g1", Outcome::Rework { to: phase("idea") }).into()),
        ("chair: stop at g1", CHAIR, decide_gate("g1", Outcome::Stop).into()),
    ]
}

fn places() -> Vec<(&'static str, Scenario)> {
    let mut stale = Scenario::ready();
    stale.given(CARE, submit("risks", 30, &["risks"]));
    let mut stopped = Scenario::ready();
    stopped.given(CHAIR, decide_gate("g1", Outcome::Stop));
    let mut last = Scenario::ready();
    last.given(CHAIR, decide_gate("g1", Outcome::Go));
    vec![
        ("idea", Scenario::start()),
        ("exploration", Scenario::exploring()),
        ("ready for g1", Scenario::ready()),
        ("risks changed", stale),
        ("stopped", stopped),
        ("last phase", last),
    ]
}

#[test]
fn every_command_in_every_place() {
    let places = places();
    let mut table = format!("{:34}", "");
    for (name, _) in &places {
        write!(table, "| {name:14}").unwrap();
    }
    for (name, who, act) in acts() {
        write!(table, "\n{name:34}").unwrap();
        for (_, scenario) in &places {
            let cell = match scenario.when(who, act.clone()) {
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
    expect("table.txt", &trimmed);
}

/// Compares with a file beside the tests.
#[track_caller]
pub fn expect(file: &str, actual: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expect").join(file);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, actual).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(actual, expected, "{file} differs; UPDATE_EXPECT=1 rewrites it");
}
