//! The events of consultations are written for ever: one golden line per variant.

use engine::*;

use crate::scenario::*;
use crate::table::expect;

/// One of each; the match below fails to compile when a variant is added without an example.
fn examples() -> Vec<ConsultationEvent> {
    let evidence = Evidence { artefact: artefact("risks"), revision: 2, hash: Hash([7; 32]) };
    let exhibits = vec![Exhibit::Document(evidence.clone()), Exhibit::Funnel(FunnelVersionId(uuid(9)))];
    let kind = ConsultationKey::parse("advice").unwrap();
    let origin = Origin::Gate { gate: gate("g1"), kind };
    let (body, counted) = (party("council"), counted(AnswerRule::Chair, 7));
    let term = Term { days: 10, due: moment(14).today, remind: moment(7).today };
    let advice = |verdict, minority| Advice { verdict, text: text(3), minority };
    let respond = |following, waits_until| ConsultationEvent::Responded {
        response: Response { following, reason: text(4) },
        waits_until,
    };
    let open = |right, origin, summary, replaces| ConsultationEvent::Opened {
        origin,
        body: body.clone(),
        right,
        question: text(1),
        summary,
        exhibits: exhibits.clone(),
        term,
        waiting_days: 30,
        replaces,
    };
    let established = |verdict| ConsultationEvent::Established { advice: advice(verdict, None), counted };
    let chosen = |choice| ConsultationEvent::TermChosen { choice, term };
    let (until, reason, note) = (moment(20).today, text(6), text(7));
    let all = vec![
        ConsultationEvent::Informed {
            origin: origin.clone(),
            body: body.clone(),
            question: text(1),
            summary: Summary::Text(text(2)),
            exhibits: exhibits.clone(),
            informed: vec![person(20), person(21)],
            agreement: Some(3),
            replaces: None,
        },
        open(Right::Advice, Origin::Body, Summary::Text(text(2)), None),
        open(Right::Consent, origin, Summary::Revision(evidence), Some(1)),
        open(Right::Advice, Origin::Organisation, Summary::Text(text(2)), None),
        ConsultationEvent::Requested { body: body.clone(), question: text(1) },
        ConsultationEvent::Declined { reason },
        ConsultationEvent::Volunteered {
            body: body.clone(),
            advice: advice(AdviceVerdict::Negative, Some(text(5))),
            waiting_days: 30,
            counted,
        },
        ConsultationEvent::Opined { body, opinion: text(8) },
        established(AdviceVerdict::Positive),
        established(AdviceVerdict::PositiveWithPoints),
        established(AdviceVerdict::ConsentGiven),
        established(AdviceVerdict::ConsentWithheld),
        ConsultationEvent::ExtensionAsked { until, reason },
        ConsultationEvent::Extended { term },
        ConsultationEvent::TermKept { reason },
        ConsultationEvent::SummaryRevised { summary: Summary::Text(text(9)), exhibits: exhibits.clone(), term },
        chosen(TermChoice::Restart),
        chosen(TermChoice::Extend { until }),
        chosen(TermChoice::Keep),
        ConsultationEvent::NoAnswer { note: Some(note) },
        ConsultationEvent::Conferred { on: moment(16).today, note },
        respond(Following::Followed, None),
        respond(Following::Partly, None),
        respond(Following::NotFollowed, Some(until)),
        ConsultationEvent::Withdrawn { reason },
        ConsultationEvent::Substituted { on: moment(16).today, text: note },
        ConsultationEvent::Confirmed { exhibits, counted },
        ConsultationEvent::Reminded,
        ConsultationEvent::TermPassed,
        ConsultationEvent::WaitOver,
        ConsultationEvent::Contested,
        ConsultationEvent::OverlegContested,
    ];
    all.iter().for_each(known);
    all
}

fn known(event: &ConsultationEvent) {
    match event {
        ConsultationEvent::Informed { .. }
        | ConsultationEvent::Opened { .. }
        | ConsultationEvent::Requested { .. }
        | ConsultationEvent::Declined { .. }
        | ConsultationEvent::Volunteered { .. }
        | ConsultationEvent::Opined { .. }
        | ConsultationEvent::Established { .. }
        | ConsultationEvent::ExtensionAsked { .. }
        | ConsultationEvent::Extended { .. }
        | ConsultationEvent::TermKept { .. }
        | ConsultationEvent::SummaryRevised { .. }
        | ConsultationEvent::TermChosen { .. }
        | ConsultationEvent::NoAnswer { .. }
        | ConsultationEvent::Conferred { .. }
        | ConsultationEvent::Responded { .. }
        | ConsultationEvent::Withdrawn { .. }
        | ConsultationEvent::Substituted { .. }
        | ConsultationEvent::Confirmed { .. }
        | ConsultationEvent::Reminded
        | ConsultationEvent::TermPassed
        | ConsultationEvent::WaitOver
        | ConsultationEvent::Contested
        | ConsultationEvent::OverlegContested => {}
    }
}

#[test]
fn every_event_of_a_consultation_is_written_as_agreed_and_read_back() {
    let mut lines = String::new();
    for (n, event) in examples().into_iter().enumerate() {
        let by = match event {
            ConsultationEvent::Reminded | ConsultationEvent::TermPassed | ConsultationEvent::WaitOver => Actor::System,
            _ => actor(7),
        };
        let event = recorded(n as u64 + 1, 3, &by, Event::Consultation { consultation: 2, event });
        let line = serde_json::to_string(&event).unwrap();
        assert_eq!(serde_json::from_str::<Recorded>(&line).unwrap(), event);
        lines.push_str(&line);
        lines.push('\n');
    }
    expect("consulting-events.jsonl", &lines);
}

#[test]
fn the_tasks_of_consultations_have_one_form() {
    for text in
        ["open_consultation:advice", "advise:1", "choose_term:2", "confirm_advice:3", "confer:10", "respond:4294967295"]
    {
        let task = TaskKind::try_from(text.to_owned()).unwrap();
        assert_eq!(String::from(task), text);
    }
    for bad in ["advise", "advise:", "advise:01", "advise:x", "advise:1:2", "respond:4294967296", "open_consultation:A"] {
        assert!(TaskKind::try_from(bad.to_owned()).is_err(), "{bad:?}");
    }
}

/// Every act with every text it can have.
fn acts() -> Vec<ConsultationAct> {
    let (until, reason, note) = (moment(20).today, text(6), text(7));
    let advice = Advice { verdict: AdviceVerdict::Negative, text: text(3), minority: Some(text(5)) };
    let response = Response { following: Following::Partly, reason };
    vec![
        ConsultationAct::Accept { summary: text(2), documents: vec![artefact("risks")], due: Some(until) },
        ConsultationAct::Decline { reason },
        ConsultationAct::Opine { opinion: text(8) },
        ConsultationAct::Establish { advice },
        ConsultationAct::AskExtension { until, reason },
        ConsultationAct::Extend { until },
        ConsultationAct::KeepTerm { reason },
        ConsultationAct::ReviseSummary { summary: Some(text(2)) },
        ConsultationAct::ChooseTerm { choice: TermChoice::Extend { until } },
        ConsultationAct::RecordNoAnswer { note: Some(note) },
        ConsultationAct::Confer { on: until, note },
        ConsultationAct::Respond { response },
        ConsultationAct::Withdraw { reason },
        ConsultationAct::Substitute { on: until, text: note },
        ConsultationAct::Confirm,
        ConsultationAct::NoteTime,
    ]
}

#[test]
fn every_text_of_a_command_is_stored_beside_the_log() {
    let advice = Advice { verdict: AdviceVerdict::Negative, text: text(3), minority: Some(text(5)) };
    let kind = ConsultationKey::parse("advice").unwrap();
    let mut commands = vec![
        ConsultationCommand::Open { kind, question: text(1), summary: Some(text(2)), due: None },
        ConsultationCommand::Request { body: party("council"), question: text(1) },
        ConsultationCommand::Volunteer { body: party("council"), advice },
    ];
    commands.extend(acts().into_iter().map(|act| ConsultationCommand::On { consultation: 1, act }));
    for command in commands {
        let command = Command::Consultation { command };
        let written = serde_json::to_string(&command).unwrap();
        assert_eq!(serde_json::from_str::<Command>(&written).unwrap(), command);
        let mut stored = 0;
        let same = command.clone().map_text(|text| {
            stored += 1;
            text
        });
        assert_eq!((stored, same), (written.matches("\"hash\"").count(), command), "{written}");
    }
    for act in acts() {
        let command = OrganisationCommand::Consultation { consultation: 1, act };
        let mut stored = 0;
        let written = serde_json::to_string(&command).unwrap();
        let same = command.clone().map_text(|text| {
            stored += 1;
            text
        });
        assert_eq!((stored, same), (written.matches("\"hash\"").count(), command), "{written}");
    }
}
