//! Law 8 against random acts: whatever people do, the gate never opens without advice that was answered and consent that
//! was given; the fold gives the state; nothing panics. `TRECHTER_SEED` replays a run, `TRECHTER_COUNT` sets its length.

use engine::*;

use crate::consulting::{COACH, COUNCIL, COUNCIL_CHAIR, WORKS, consulting, kind, on};
use crate::random::{Draw, commands, environment};
use crate::scenario::*;

fn story() -> Scenario {
    let mut s = consulting(vec![
        kind("advice", "council", Right::Advice, &["risks"]),
        kind("consent", "works", Right::Consent, &["risks"]),
    ]);
    s.funnel.contest_days = 5;
    s
}

fn verdict(draw: &mut Draw) -> AdviceVerdict {
    draw.of(&[
        AdviceVerdict::Positive,
        AdviceVerdict::PositiveWithPoints,
        AdviceVerdict::Negative,
        AdviceVerdict::ConsentGiven,
        AdviceVerdict::ConsentWithheld,
    ])
}

fn act(draw: &mut Draw, day: u16) -> ConsultationAct {
    let near = moment(day.saturating_sub(2) + draw.of(&[0, 1, 2, 3, 10, 30])).today;
    let advice = Advice { verdict: verdict(draw), text: text(1), minority: None };
    match draw.next() % 18 {
        0 => ConsultationAct::Accept { summary: text(1), documents: vec![artefact("risks")], due: None },
        1 => ConsultationAct::Decline { reason: text(1) },
        2 => ConsultationAct::Opine { opinion: text(1) },
        3..=6 => ConsultationAct::Establish { advice },
        7 => ConsultationAct::AskExtension { until: near, reason: text(1) },
        8 => ConsultationAct::Extend { until: near },
        9 => ConsultationAct::ReviseSummary { summary: draw.chance(50).then(|| text(1)) },
        10 => ConsultationAct::ChooseTerm { choice: draw.of(&[TermChoice::Restart, TermChoice::Keep]) },
        11 => ConsultationAct::RecordNoAnswer { note: None },
        12 => ConsultationAct::Confer { on: near, note: text(1) },
        13..=14 => {
            let following = draw.of(&[Following::Followed, Following::Partly, Following::NotFollowed]);
            ConsultationAct::Respond { response: Response { following, reason: text(1) } }
        }
        15 => ConsultationAct::Withdraw { reason: text(1) },
        16 => ConsultationAct::Substitute { on: near, text: text(1) },
        _ => ConsultationAct::Confirm,
    }
}

/// Mostly somebody who has the right to it, so that consultations get far; else anybody.
fn person_for(draw: &mut Draw, s: &Scenario, number: u32, act: &ConsultationAct) -> u8 {
    let of_works = s.project.consultations.standing.get(&number).is_some_and(|known| known.body == party("works"));
    match act {
        _ if draw.chance(15) => draw.of(&[LEAD, COUNCIL, COUNCIL_CHAIR, WORKS, COACH, CHAIR]),
        ConsultationAct::Opine { .. }
        | ConsultationAct::AskExtension { .. }
        | ConsultationAct::Establish { .. }
        | ConsultationAct::ChooseTerm { .. }
        | ConsultationAct::Confirm => {
            if of_works {
                WORKS
            } else {
                COUNCIL_CHAIR
            }
        }
        _ => LEAD,
    }
}

fn command(draw: &mut Draw, s: &Scenario) -> (u8, Act) {
    let consult = |command| Act::from(Command::Consultation { command });
    let open = |key: &str| ConsultationCommand::Open {
        kind: ConsultationKey::parse(key).unwrap(),
        question: text(1),
        summary: Some(text(1)),
        due: None,
    };
    match draw.next() % 40 {
        0..=2 => (LEAD, consult(open("advice"))),
        3..=5 => (LEAD, consult(open("consent"))),
        6 if draw.chance(30) => {
            let advice = Advice { verdict: verdict(draw), text: text(1), minority: None };
            (COUNCIL_CHAIR, consult(ConsultationCommand::Volunteer { body: party("council"), advice }))
        }
        7 if draw.chance(30) => (WORKS, consult(ConsultationCommand::Request { body: party("works"), question: text(1) })),
        8 if draw.chance(30) => (CARE, submit("risks", draw.of(&[40, 41, 42]), &["conclusion"])),
        9 => (QUALITY, confirm("quality", &["risks"], &[]).into()),
        10 => (CARE_2, confirm("care", &["risks"], &[]).into()),
        11..=14 => (CHAIR, decide_gate("g1", Outcome::Go).into()),
        _ => {
            let newest = s.project.consultations.last.max(1);
            let number = newest - draw.of(&[0, 0, 0, 1, 1, 2]).min(newest - 1);
            let act = act(draw, s.day);
            (person_for(draw, s, number, &act), on(number, act).into())
        }
    }
}

/// What the log says about a kind, read naively from its end.
fn answered(s: &Scenario, key: &str) -> bool {
    let of_kind = |event: &ConsultationEvent| match event {
        ConsultationEvent::Opened { origin: Origin::Gate { kind, .. }, .. } => kind.as_str() == key,
        _ => false,
    };
    let events = || {
        s.log.iter().filter_map(|r| match &r.event {
            Event::Consultation { consultation, event } => Some((*consultation, event, r)),
            _ => None,
        })
    };
    let Some((number, _, _)) = events().rfind(|(_, event, _)| of_kind(event)) else { return false };
    let mut settled = false;
    let (mut negative, mut points, mut talked) = (false, false, false);
    let mut waits = None;
    for (_, event, _) in events().filter(|(n, _, _)| *n == number) {
        match event {
            ConsultationEvent::Established { advice, .. } => {
                negative = advice.verdict == AdviceVerdict::Negative;
                points = advice.verdict == AdviceVerdict::PositiveWithPoints;
                settled = matches!(advice.verdict, AdviceVerdict::Positive | AdviceVerdict::ConsentGiven);
            }
            ConsultationEvent::Conferred { .. } => talked = true,
            ConsultationEvent::Responded { response, waits_until } => {
                assert!(negative || points, "a response to what asked for none");
                assert!(talked || response.following == Following::Followed, "deviating without overleg");
                settled = true;
                waits = *waits_until;
            }
            ConsultationEvent::NoAnswer { .. } => settled = key == "advice",
            ConsultationEvent::Substituted { .. } => settled = true,
            ConsultationEvent::Withdrawn { .. } => settled = false,
            _ => {}
        }
    }
    settled && waits.is_none_or(|until| until <= moment(s.day).today)
}

#[test]
fn random_acts_never_open_a_gate_past_its_bodies() {
    let (seed, count) = (environment("TRECHTER_SEED", 8), commands(6));
    let mut draw = Draw(seed);
    let mut s = story();
    let (mut accepted, mut opened, mut projects) = (0_u64, 0_u64, 1_u64);
    for step in 0..count {
        let (who, act) = command(&mut draw, &s);
        if let Ok(events) = s.when(who, act) {
            accepted += 1;
            let went = events.iter().any(|e| matches!(e, Event::GateDecided { .. }));
            let said = format!("seed {seed}, step {step}");
            assert!(!went || (answered(&s, "advice") && answered(&s, "consent")), "{said}");
            s.take(&actor(who), events);
            opened += u64::from(went);
        }
        if draw.chance(6) {
            s.day += draw.of(&[1, 1, 3, 8]);
            for command in due(&s.funnel, &s.project, &s.context(&Actor::System, None)) {
                let events = s.decide_as(&Actor::System, command.into()).unwrap();
                s.take(&Actor::System, events);
            }
        }
        if s.project.round.is_none() || s.day > 80 || s.log.len() > 250 {
            assert_eq!(Project::fold(&s.log).unwrap(), s.project, "seed {seed}, step {step}");
            (s, projects) = (story(), projects + 1);
        }
    }
    assert!(accepted > count / 20 && (count < 20_000 || opened > 20), "{accepted} accepted, {opened} opened: too few");
    println!("law 8: {count} acts, {accepted} accepted, {opened} gates opened in {projects} projects, seed {seed}");
}
