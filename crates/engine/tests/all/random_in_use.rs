//! R5 (engine, use): random commands on a product in use. Whatever is accepted can be folded, what time sends happens once,
//! and the sentences of laws 12 and 15 hold after each of them, read from the log and not from the state.

use std::collections::{BTreeMap, BTreeSet};

use engine::*;

use crate::live::*;
use crate::random::{Draw, commands, environment};
use crate::scenario::*;

fn person_of(draw: &mut Draw) -> u8 {
    draw.of(&[LEAD, CARE, CARE_2, ICT, ICT_2, QUALITY, CHAIR, BOARD, OUTSIDER])
}

fn answering(draw: &mut Draw) -> (u8, Act) {
    match draw.next() % 6 {
        0 => (CARE, submit("risks", draw.of(&[2, 3, 4]), draw.of(&[&["risks"][..], &[]]))),
        1 => (ICT, submit("ict-check", draw.of(&[5, 6]), &[])),
        2 => {
            let verdict = draw.of(&[Verdict::Approve, Verdict::Approve, Verdict::RequestChanges]);
            let (who, key, by) =
                draw.of(&[(QUALITY, "risks", "quality"), (CARE_2, "risks", "care"), (QUALITY, "ict-check", "quality")]);
            (who, review(key, by, verdict).into())
        }
        3 => {
            let answer = draw.of(&[Answer::Met, Answer::Met, Answer::NotMet]);
            let key = draw.of(&["client-safety", "still-safe"]);
            (QUALITY, judge(key, "quality", answer).into())
        }
        4 => (ICT_2, in_practice("ict-ready", "ict", draw.of(&[Answer::Met, Answer::NotApplicable])).into()),
        _ => {
            let key = draw.of(&["client-safety", "still-safe"]);
            (QUALITY, confirm("quality", draw.of(&[&["risks"][..], &["ict-check"], &[]]), &[key]).into())
        }
    }
}

fn using(draw: &mut Draw, s: &Scenario) -> Command {
    let number = u32::try_from(draw.next() % 6).unwrap() + draw.of(&[0, s.project.changes.last.saturating_sub(3)]);
    let day = u16::try_from(draw.next() % 40).unwrap();
    let on = moment((s.day + day).saturating_sub(20)).today;
    let by = party(draw.of(&["board", "care", "ict"]));
    match draw.next() % 14 {
        0 => Command::Change(ChangeAct::Report { kind: change(draw.of(&["supplier-update", "new-group"])), text: text(1) }),
        1 => Command::Change(ChangeAct::CloseSmall { change: number, note: text(2) }),
        2 => Command::Signal(SignalAct::Report { kind: SignalKind::Complaint, reference: text(3), on }),
        3 | 4 => Command::Signal(SignalAct::Handle { signal: number, note: text(4) }),
        5 => Command::Use { party: by, act: UseAct::Suspend { reason: text(5) } },
        6 => Command::Use { party: by, act: UseAct::Resume { reason: text(6) } },
        7 => Command::Rollout(RolloutAct::Plan { name: text(7), on }),
        8 => {
            let answers = BTreeMap::from([(rollout_check("trained"), draw.chance(80)), (rollout_check("helped"), true)]);
            let (party, answers) = if draw.chance(50) {
                (party("care"), answers)
            } else {
                (party("ict"), BTreeMap::from([(rollout_check("connected"), true)]))
            };
            Command::Rollout(RolloutAct::Answer { rollout: number, party, answers })
        }
        9 => Command::Rollout(RolloutAct::Start { rollout: number, on }),
        10 => Command::Rollout(RolloutAct::Cancel { rollout: number, reason: text(8) }),
        11 => Command::Duty { duty: duty(draw.of(&["drill", "safety"])), act: DutyAct::Do { note: text(9), held_on: on } },
        12 => Command::ReportWork { phase: phase(draw.of(&["exploration", "selection"])), began_on: on, note: text(10) },
        _ => {
            let heard = BTreeMap::from([(party("care"), text(11)), (party("ict"), text(12))]);
            if draw.chance(70) {
                Command::Emergency(EmergencyAct::Allow { until: on, reason: text(13), heard })
            } else {
                Command::Emergency(EmergencyAct::End { reason: text(14) })
            }
        }
    }
}

/// Anybody does it, or whoever has the right to it.
fn who_may(draw: &mut Draw, command: &Command) -> u8 {
    if draw.chance(20) {
        return person_of(draw);
    }
    match command {
        Command::Change(_) => draw.of(&[ICT, ICT_2]),
        Command::Signal(_) => QUALITY,
        Command::Use { party, .. } if party.as_str() == "board" => BOARD,
        Command::Rollout(RolloutAct::Answer { party, .. }) if party.as_str() == "ict" => ICT,
        Command::Use { .. } | Command::Rollout(RolloutAct::Answer { .. }) => CARE,
        Command::Duty { .. } => ICT,
        Command::Emergency(_) => BOARD,
        _ => LEAD,
    }
}

fn deciding(draw: &mut Draw, s: &Scenario) -> (u8, Act) {
    let outcome = match draw.next() % 8 {
        0 => Outcome::Rework { to: phase("exploration") },
        1 => Outcome::Rework { to: phase("selection") },
        _ => Outcome::Go,
    };
    let gate = s.project.round.as_ref().map_or("g2", |round| round.gate.as_str());
    (CHAIR, decide_gate(gate, outcome).into())
}

/// What the log says is open, by the simplest reading of it.
#[derive(Default)]
struct Told {
    changes: BTreeSet<u32>,
    signals: BTreeSet<u32>,
    suspended: BTreeSet<PartyKey>,
    emergency: Option<::time::Date>,
    rollouts: BTreeSet<u32>,
}

impl Told {
    fn by(log: &[Recorded]) -> Self {
        let mut told = Self::default();
        for recorded in log {
            match &recorded.event {
                Event::Change { change, event: ChangeEvent::Reported { .. } } => drop(told.changes.insert(*change)),
                Event::Change { change, .. } => drop(told.changes.remove(change)),
                Event::Signal { signal, event: SignalEvent::Reported { .. } } => drop(told.signals.insert(*signal)),
                Event::Signal { signal, .. } => drop(told.signals.remove(signal)),
                Event::Use { party, event: UseEvent::Suspended { .. } } => drop(told.suspended.insert(party.clone())),
                Event::Use { party, .. } => drop(told.suspended.remove(party)),
                Event::Rollout { rollout, event: RolloutEvent::Planned { .. } } => drop(told.rollouts.insert(*rollout)),
                Event::Rollout { rollout, event: RolloutEvent::Started { .. } } => {
                    assert!(told.suspended.is_empty(), "nothing starts while the use is suspended");
                    told.rollouts.remove(rollout);
                }
                Event::Rollout { rollout, event: RolloutEvent::Cancelled { .. } } => drop(told.rollouts.remove(rollout)),
                Event::Emergency(EmergencyEvent::Allowed { until, .. }) => {
                    let days = (*until - recorded.at.today).whole_days();
                    assert!((0..=30).contains(&days) && told.emergency.is_none());
                    told.emergency = Some(*until);
                }
                Event::Emergency(EmergencyEvent::Ended { .. }) => told.emergency = None,
                Event::GateDecided { gate, outcome: Outcome::Go, .. } => {
                    let quiet = told.changes.is_empty() && told.signals.is_empty() && told.suspended.is_empty();
                    assert!(quiet, "{gate} decided go while something was open");
                }
                _ => {}
            }
        }
        told
    }

    fn agrees(&self, s: &Scenario) {
        assert!(self.changes.iter().eq(s.project.changes.open.keys()));
        assert!(self.signals.iter().eq(s.project.signals.open.keys()));
        assert!(self.suspended.iter().eq(s.project.suspended.keys()));
        assert!(self.rollouts.iter().eq(s.project.rollouts.planned.keys()));
        assert_eq!(self.emergency, s.project.emergency.open.as_ref().map(|open| open.until));
        let live = s.project.phase.as_str() == "selection";
        assert!(!live || self.emergency.is_none(), "a product in use needs no emergency");
        assert_eq!(live, !s.project.duties.is_empty(), "duties come and go with their phase");
    }
}

/// What asks again is exactly what is kept, and a change that waits for nothing is closed.
fn consistent(s: &Scenario) {
    let asked: BTreeSet<_> = s.project.reopenings().flat_map(|r| r.criteria.keys()).collect();
    let kept: BTreeSet<_> = s.project.reopened.answers.keys().collect();
    assert_eq!(asked, kept);
    for number in s.project.changes.open.keys() {
        let points = change_points(&s.funnel, &s.project, &s.context(&Actor::System, None), *number);
        assert!(!points.is_empty(), "change {number} waits for nothing");
    }
}

/// Just before use or in it, with a way back.
fn begin(draw: &mut Draw) -> Scenario {
    let mut s = if draw.chance(50) { live() } else { ready() };
    s.funnel.phases[2].gate.as_mut().unwrap().rework_to.push(phase("exploration"));
    s
}

#[test]
fn random_use_keeps_its_laws() {
    let (seed, count) = (environment("TRECHTER_SEED", 20_260_105), commands(2));
    let mut draw = Draw(seed);
    let mut s = begin(&mut draw);
    let (mut accepted, mut projects) = (0_u64, 1_u64);
    let mut happened = BTreeSet::new();
    println!("R5 engine, use: seed {seed}");
    for _ in 0..count {
        let (who, act) = match draw.next() % 20 {
            0 => deciding(&mut draw, &s),
            1..=9 => answering(&mut draw),
            _ => {
                let command = using(&mut draw, &s);
                (who_may(&mut draw, &command), command.into())
            }
        };
        if let Ok(events) = s.when(who, act) {
            accepted += 1;
            happened.extend(events.iter().map(name));
            s.take(&actor(who), events);
        }
        if draw.chance(8) {
            let day = s.day + u16::try_from(draw.next() % 40).unwrap();
            happened.extend(time_passes(&mut s, day).iter().map(name));
        }
        consistent(&s);
        Told::by(&s.log).agrees(&s);
        if s.log.len() > 250 || s.day > 900 {
            folds(&s);
            s = begin(&mut draw);
            projects += 1;
        }
    }
    folds(&s);
    for event in ["early", "expiry", "duty", "change", "signal", "use", "rollout", "emergency", "gate_decided"] {
        assert!(count < 5_000 || happened.contains(event), "{event} never happened");
    }
    println!("R5 engine, use: {count} commands, {accepted} accepted, {projects} projects, seed {seed}");
}

fn name(event: &Event) -> String {
    let written = serde_json::to_value(event).unwrap();
    written.as_object().and_then(|object| object.keys().next().cloned()).unwrap_or_default()
}
