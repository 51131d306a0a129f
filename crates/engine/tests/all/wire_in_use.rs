//! One golden line per variant for what time and use do (laws 6, 12 and 15).

use std::collections::{BTreeMap, BTreeSet};

use engine::*;

use crate::live::*;
use crate::scenario::*;
use crate::table::expect;

fn reopening() -> Reopening {
    let again = AskedAgain { gate: gate("g1"), round: 2, parties: BTreeSet::from([party("quality")]) };
    Reopening {
        artefacts: BTreeMap::from([(artefact("risks"), BTreeSet::from([party("care"), party("quality")]))]),
        criteria: BTreeMap::from([(criterion("client-safety"), again)]),
        due: moment(14).today,
    }
}

fn early() -> Vec<Event> {
    let signed = SignedEarly {
        revision: 1,
        signed_on: moment(1).today,
        criterion: criterion("ict-ready"),
        party: party("ict"),
        answered_on: Some(moment(2).today),
    };
    [
        EarlyEvent::FirstMet { criterion: criterion("ict-ready"), party: party("ict"), on: moment(2).today },
        EarlyEvent::ContractSigned { artefact: artefact("agreement"), signed },
        EarlyEvent::WorkBegan { phase: phase("selection"), on: moment(1).today, note: text(1), entered: None },
    ]
    .map(Event::Early)
    .to_vec()
}

fn expiries() -> Vec<Event> {
    let until = moment(2).today;
    [
        ExpiryEvent::Expiring { revision: 1, until },
        ExpiryEvent::Expired { revision: 1, until, reopened: Some(reopening()) },
        ExpiryEvent::Renewed { revision: 2 },
    ]
    .map(|event| Event::Expiry { artefact: artefact("risks"), event })
    .to_vec()
}

fn duties() -> Vec<Event> {
    let evidence = Evidence { artefact: artefact("risks"), revision: 2, hash: Hash([7; 32]) };
    let (held_on, next) = (moment(2).today, moment(92).today);
    [
        DutyEvent::Began { due: moment(90).today, revision: 0 },
        DutyEvent::Done { held_on, note: Some(text(2)), evidence: None, next },
        DutyEvent::Done { held_on, note: None, evidence: Some(evidence), next },
    ]
    .map(|event| Event::Duty { duty: duty("drill"), event })
    .to_vec()
}

fn in_use() -> Vec<Event> {
    let reported = ChangeEvent::Reported { kind: change("new-group"), text: text(3), reopened: reopening() };
    let changes = [reported, ChangeEvent::Closed, ChangeEvent::ClosedAsSmall { note: text(4) }];
    let signals = [
        SignalEvent::Reported {
            kind: SignalKind::DataBreach,
            reference: text(5),
            on: moment(1).today,
            reopened: reopening(),
        },
        SignalEvent::Handled { note: text(6) },
    ];
    let uses = [UseEvent::Suspended { reason: text(7) }, UseEvent::Resumed { reason: text(8) }];
    let rollouts = [
        RolloutEvent::Planned { name: text(9), on: moment(9).today },
        RolloutEvent::Answered { party: party("care"), answers: BTreeMap::from([(rollout_check("trained"), true)]) },
        RolloutEvent::Started { on: moment(3).today },
        RolloutEvent::Cancelled { reason: text(10) },
    ];
    let mut all: Vec<Event> = changes.map(|event| Event::Change { change: 1, event }).to_vec();
    all.extend(signals.map(|event| Event::Signal { signal: 1, event }));
    all.extend(uses.map(|event| Event::Use { party: party("board"), event }));
    all.extend(rollouts.map(|event| Event::Rollout { rollout: 1, event }));
    all
}

fn emergency() -> Vec<Event> {
    let vote = Event::VoteCast {
        matter: Matter::Emergency,
        party: party("board"),
        choice: Choice::EmergencyUntil(moment(30).today),
        note: Some(text(11)),
        members: vec![person(BOARD)],
        rests_on: Vec::new(),
    };
    let allowed = EmergencyEvent::Allowed {
        party: party("board"),
        until: moment(30).today,
        reason: text(11),
        heard: BTreeMap::from([(party("care"), text(12))]),
        told: party("council"),
        counted: counted(AnswerRule::Chair, 3),
    };
    let ends = [EmergencyEnd::Term, EmergencyEnd::Early { reason: text(13) }, EmergencyEnd::WentLive, EmergencyEnd::Stopped];
    let use_of_it = std::iter::once(allowed).chain(ends.map(|how| EmergencyEvent::Ended { how })).map(Event::Emergency);
    std::iter::once(vote).chain(use_of_it).collect()
}

#[test]
fn every_event_of_use_is_written_as_agreed_and_read_back() {
    let mut lines = String::new();
    let all = [early(), expiries(), duties(), in_use(), emergency()].concat();
    for (n, event) in all.into_iter().enumerate() {
        let event = recorded(n as u64 + 1, 3, &actor(7), event);
        let line = serde_json::to_string(&event).unwrap();
        assert_eq!(serde_json::from_str::<Recorded>(&line).unwrap(), event);
        lines.push_str(&line);
        lines.push('\n');
    }
    expect("events-in-use.jsonl", &lines);
}

#[test]
fn an_unknown_field_fails_closed_here_too() {
    for event in [early(), expiries(), duties(), in_use(), emergency()].concat() {
        let line = serde_json::to_string(&recorded(1, 3, &actor(7), event)).unwrap();
        let Some(at) = line.rfind(":{") else { continue };
        let tampered = format!("{}\"extra\":1,{}", &line[..at + 2], &line[at + 2..]);
        assert!(serde_json::from_str::<Recorded>(&tampered).is_err(), "{tampered}");
    }
}

#[test]
fn tasks_of_use_have_one_form() {
    let all = [
        TaskKind::Renew(artefact("risks")),
        TaskKind::DoDuty(duty("drill")),
        TaskKind::HandleSignal(3),
        TaskKind::CheckRollout(4, party("care")),
        TaskKind::StartRollout(5),
    ];
    for task in all {
        let text = String::from(task.clone());
        assert_eq!(TaskKind::try_from(text), Ok(task));
    }
    for bad in ["renew", "do_duty:a:b", "handle_signal:x", "handle_signal:01", "check_rollout:4", "start_rollout:5:care"] {
        assert!(TaskKind::try_from(bad.to_owned()).is_err(), "{bad:?}");
    }
}

#[test]
fn the_state_stays_small_after_years_of_use() {
    let mut s = live();
    let signal =
        || Command::Signal(SignalAct::Report { kind: SignalKind::Complaint, reference: text(1), on: moment(0).today });
    let changed = || Command::Change(ChangeAct::Report { kind: change("new-group"), text: text(1) });
    let rollout = || Command::Rollout(RolloutAct::Plan { name: text(1), on: moment(1_000).today });
    let mut number = 1;
    while s.project.sequence < 10_000 {
        s.given(CARE, signal());
        s.given(QUALITY, judge("client-safety", "quality", Answer::Met));
        s.given(QUALITY, Command::Signal(SignalAct::Handle { signal: number, note: text(2) }));
        number += 1;
    }
    for _ in 0..limits::OPEN_SIGNALS {
        s.given(CARE, signal());
    }
    for _ in 0..limits::OPEN_CHANGES {
        s.given(CARE, changed());
    }
    for _ in 0..limits::PLANNED_ROLLOUTS {
        s.given(LEAD, rollout());
    }
    let bytes = serde_json::to_vec(&s.project).unwrap().len();
    assert!(bytes <= limits::STATE_BYTES, "{bytes} bytes");
    println!("R5 engine: every list of use full, {bytes} bytes of state after {} events", s.project.sequence);
    folds(&s);
}
