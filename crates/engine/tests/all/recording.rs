//! Law 14: what was voted, judged, advised or decided elsewhere is entered by a named recorder, and can be contested.

use std::collections::BTreeSet;

use engine::*;

use crate::consulting::{COACH, COUNCIL, COUNCIL_CHAIR, advice, confer, on, open, says};
use crate::scenario::*;
use crate::table::expect;

/// The secretary, who records for every party but decides on nothing.
const SECRETARY: u8 = 30;

/// A council that is consulted, and a secretary; the coach records for the council.
fn scenario() -> Scenario {
    let mut s = advice();
    for definition in &mut s.funnel.parties {
        definition.recorded_by = vec![party("secretary")];
        if definition.key == party("council") {
            definition.recorded_by.push(party("coach"));
        }
    }
    let member = Member { person: person(SECRETARY), chair: false };
    let lead = Member { person: person(LEAD), chair: false };
    s.parties.members.insert(party("secretary"), vec![member, lead]);
    s
}

/// Everything is done, and the council said yes.
fn decidable() -> Scenario {
    let mut s = scenario();
    s.given(LEAD, open("advice")).given(COUNCIL_CHAIR, on(1, says(AdviceVerdict::Positive)));
    s
}

fn meeting(of: u8, day: u16) -> OnBehalf {
    let present = [of, SECRETARY].map(person);
    let votes = Some(Votes { in_favour: 1, against: 0, abstained: 1 });
    OnBehalf {
        person: person(of),
        occurred_on: moment(day).today,
        present: BTreeSet::from(present),
        votes,
        minutes: Minutes::Text(text(80)),
    }
}

fn recorded_for(on_behalf: OnBehalf, command: Command) -> Command {
    Command::OnBehalf { on_behalf, command: Box::new(command) }
}

fn contest(record: u32) -> Command {
    Command::Contest { record, reason: text(81) }
}

fn uphold() -> Command {
    Command::UpholdDecision { gate: gate("g1"), motivation: text(82) }
}

fn go() -> Command {
    decide_gate("g1", Outcome::Go)
}

#[test]
fn a_decision_taken_in_a_meeting_is_recorded_with_both_persons_and_both_dates() {
    let mut s = decidable();
    s.day = 3;
    s.given(SECRETARY, recorded_for(meeting(CHAIR, 1), go()));
    assert_eq!(s.project.phase, phase("selection"));
    let record = s.log.iter().find(|r| matches!(r.event, Event::OnBehalf { .. })).unwrap();
    let Event::OnBehalf { on_behalf, function, party: of, contest_until, event, .. } = &record.event else { panic!() };
    assert_eq!((record.by.person(), on_behalf.person), (Some(person(SECRETARY)), person(CHAIR)));
    assert_eq!((record.at.today, on_behalf.occurred_on), (moment(3).today, moment(1).today));
    assert_eq!((function.as_str(), of), ("function 8", &party("steering")));
    assert_eq!(*contest_until, Some(moment(10).today), "five working days after Thursday");
    assert!(matches!(**event, Event::GateDecided { .. }) && record.event.answer() == &**event);
    assert!(matches!(s.log.last().unwrap().event, Event::PhaseEntered { .. }), "what follows is no record");
    assert_eq!(Project::fold(&s.log).unwrap(), s.project);
}

#[test]
fn reviews_judgements_confirmations_advice_and_conversations_are_recorded_alike() {
    let mut s = scenario();
    s.given(CARE, submit("risks", 9, &["risks"]));
    s.given(SECRETARY, recorded_for(meeting(QUALITY, 0), review("risks", "quality", Verdict::Approve)));
    assert_eq!(s.project.artefacts[&artefact("risks")].reviews[&party("quality")].by, person(QUALITY));
    s.given(SECRETARY, recorded_for(meeting(QUALITY, 0), judge("client-safety", "quality", Answer::Met)));
    let judgements = &s.project.round.as_ref().unwrap().judgements;
    assert_eq!(judgements[&criterion("client-safety")][&party("quality")].by, person(QUALITY));
    let small = FactValue::Level(level("small"));
    s.given(LEAD, answer_fact("impact", small.clone()));
    s.given(SECRETARY, recorded_for(meeting(QUALITY, 0), confirm_fact("impact", small)));
    assert!(s.project.facts[&fact("impact")].confirmed);
    s.given(LEAD, open("advice"));
    s.given(COACH, recorded_for(meeting(COUNCIL_CHAIR, 0), on(1, says(AdviceVerdict::Negative))));
    s.given(SECRETARY, recorded_for(meeting(LEAD, 0), on(1, confer(0))));
    let advised = s.project.consultations.standing[&1].advised.clone().unwrap();
    assert_eq!(advised.conferred, Some(moment(0).today));
    assert_eq!(Project::fold(&s.log).unwrap(), s.project);
}

#[test]
fn only_a_recorder_of_the_party_records() {
    let s = decidable();
    let record = || recorded_for(meeting(CHAIR, 0), go());
    let refused = s.refused(ICT, record(), 18);
    assert_eq!(refused.way_out(), WayOut::Ask { need: Need::Member(vec![party("secretary")]) });
    s.refused(COACH, record(), 18);
    assert_eq!(s.refused(LEAD, record(), 14), Rejection::LeadRecordsDecision);
    // The lead may record another answer.
    assert!(s.when(LEAD, recorded_for(meeting(QUALITY, 0), judge("client-safety", "quality", Answer::Met))).is_ok());
}

#[test]
fn whoever_it_is_recorded_for_must_have_the_right_to_it() {
    let s = decidable();
    let refused = s.refused(SECRETARY, recorded_for(meeting(STEERING, 0), go()), 18);
    assert_eq!(refused.way_out(), WayOut::Ask { need: Need::Chair(party("steering")) });
    let own = recorded_for(meeting(CARE, 0), review("risks", "care", Verdict::Approve));
    s.refused(SECRETARY, own, 5);
    let unknown = Command::OnBehalf { on_behalf: meeting(CHAIR, 0), command: Box::new(go()) };
    let secretary = actor(SECRETARY);
    let context = s.context(&secretary, None);
    let refused = decide(&s.funnel, &s.project, &context, unknown).unwrap_err();
    assert_eq!(refused, Rejection::UnknownPerson { person: person(CHAIR) });
}

#[test]
fn what_happened_is_not_in_the_future_and_not_before_it_could() {
    let mut s = decidable();
    s.day = 5;
    let decided = |day| recorded_for(meeting(CHAIR, day), go());
    assert_eq!(s.refused(SECRETARY, decided(6), 14), Rejection::DateInFuture { date: moment(6).today });
    s.given(CARE, submit("risks", 9, &["risks"]));
    let earliest = moment(5).today;
    let reviewed = recorded_for(meeting(QUALITY, 4), review("risks", "quality", Verdict::Approve));
    assert_eq!(s.refused(SECRETARY, reviewed, 14), Rejection::DateTooEarly { earliest });
    let judged = recorded_for(meeting(QUALITY, 4), judge("client-safety", "quality", Answer::Met));
    assert_eq!(s.refused(SECRETARY, judged, 14), Rejection::DateTooEarly { earliest });
    let mut before = meeting(CHAIR, 0);
    before.occurred_on = moment(0).today.previous_day().unwrap();
    s.refused(SECRETARY, recorded_for(before, go()), 14);
}

#[test]
fn there_are_no_more_votes_than_people_and_only_answers_are_recorded() {
    let s = decidable();
    let mut crowd = meeting(CHAIR, 0);
    crowd.votes = Some(Votes { in_favour: 2, against: 1, abstained: 0 });
    assert_eq!(s.refused(SECRETARY, recorded_for(crowd, go()), 14), Rejection::MoreVotesThanPresent);
    let facts = recorded_for(meeting(LEAD, 0), answer_fact("personal_data", FactValue::Boolean(false)));
    assert_eq!(s.refused(SECRETARY, facts, 14), Rejection::NotRecordable);
    let twice = recorded_for(meeting(CHAIR, 0), recorded_for(meeting(CHAIR, 0), go()));
    assert_eq!(s.refused(SECRETARY, twice, 14), Rejection::NotRecordable);
    let asks = recorded_for(meeting(LEAD, 0), open("advice"));
    assert_eq!(s.refused(SECRETARY, asks, 14), Rejection::NotRecordable);
}

#[test]
fn a_unanimous_vote_counts_for_everybody_present() {
    let mut s = decidable();
    s.funnel.phases[1].gate.as_mut().unwrap().rule = AnswerRule::KOf(2);
    let mut both = meeting(STEERING, 0);
    both.present = [CHAIR, STEERING].map(person).into();
    both.votes = Some(Votes { in_favour: 1, against: 0, abstained: 1 });
    let divided = s.when(SECRETARY, recorded_for(both.clone(), go())).unwrap();
    assert!(matches!(divided[0].answer(), Event::VoteCast { members, .. } if members[..] == [person(STEERING)]));
    assert_eq!(divided.len(), 1, "who else voted for it is not known: each vote is recorded");
    let mut contested = s.clone();
    contested.take(&actor(SECRETARY), divided);
    assert_eq!(contested.project.ballots.len(), 1);
    contested.given(STEERING, contest(1));
    assert!(contested.project.ballots.is_empty(), "a vote that was contested does not count");
    both.votes = Some(Votes { in_favour: 2, against: 0, abstained: 0 });
    s.given(SECRETARY, recorded_for(both, go()));
    assert_eq!(s.project.phase, phase("selection"));
    assert_eq!(Project::fold(&s.log).unwrap(), s.project);
}

#[test]
fn a_members_opinion_comes_in_through_the_coach_alone_and_stays_private() {
    let mut s = scenario();
    s.given(LEAD, open("advice"));
    let opinion = || recorded_for(meeting(COUNCIL, 0), on(1, ConsultationAct::Opine { opinion: text(83) }));
    s.refused(SECRETARY, opinion(), 18);
    s.given(COACH, opinion());
    assert_eq!(s.log.last().unwrap().event.private_to(), Some(&party("council")));
    assert!(s.project.records.open.is_empty(), "there is nothing to contest: the member says something else");
}

#[test]
fn a_contested_answer_is_open_again() {
    let mut s = scenario();
    s.given(SECRETARY, recorded_for(meeting(QUALITY, 0), judge("client-safety", "quality", Answer::Met)));
    s.given(LEAD, open("advice"));
    s.given(COACH, recorded_for(meeting(COUNCIL_CHAIR, 0), on(1, says(AdviceVerdict::Positive))));
    assert_eq!(s.blockers(), []);
    let refused = s.refused(SECRETARY, contest(1), 18);
    let need = Need::PersonOrChair(person(QUALITY), party("quality"));
    assert_eq!(refused.way_out(), WayOut::Ask { need });
    s.given(QUALITY, contest(1));
    let open_again = Blocker::JudgementOpen { criterion: criterion("client-safety"), party: party("quality") };
    assert_eq!(s.blockers(), [open_again]);
    assert_eq!(s.refused(QUALITY, contest(1), 14), Rejection::NotContestable { record: 1 });
    s.given(COUNCIL_CHAIR, contest(2));
    assert!(s.project.consultations.standing[&1].is_asked());
    assert_eq!(s.blockers().len(), 2);
    assert_eq!(Project::fold(&s.log).unwrap(), s.project);
}

#[test]
fn a_contested_review_or_confirmation_falls_back_but_a_later_answer_stands() {
    let mut s = decidable();
    s.given(SECRETARY, recorded_for(meeting(QUALITY, 0), review("risks", "quality", Verdict::Approve)));
    s.given(QUALITY, contest(1));
    let open_again = Blocker::ReviewOpen { artefact: artefact("risks"), party: party("quality") };
    assert_eq!(s.blockers(), [open_again]);
    s.given(SECRETARY, recorded_for(meeting(QUALITY, 0), review("risks", "quality", Verdict::Approve)));
    s.given(CARE, submit("risks", 9, &["conclusion"]));
    s.given(QUALITY, review("risks", "quality", Verdict::Approve));
    s.given(QUALITY, contest(2));
    assert_eq!(s.project.artefacts[&artefact("risks")].reviews[&party("quality")].revision, 2);
    let small = FactValue::Level(level("small"));
    s.given(LEAD, answer_fact("impact", small.clone()));
    s.given(SECRETARY, recorded_for(meeting(QUALITY, 0), confirm_fact("impact", small)));
    s.given(QUALITY, contest(3));
    assert!(!s.project.facts[&fact("impact")].confirmed);
}

#[test]
fn what_follows_from_other_answers_counts_no_lighter_when_its_confirmation_is_contested() {
    let mut s = decidable();
    let heavy = FactDefinition {
        key: fact("heavy"),
        derived: vec![
            Derivation { when: When::Is(fact("personal_data"), FactValue::Boolean(true)), value: FactValue::Boolean(true) },
            Derivation { when: When::Always, value: FactValue::Boolean(false) },
        ],
        confirmed_by: Some(party("quality")),
        ..s.funnel.fact(&fact("personal_data")).unwrap().clone()
    };
    s.funnel.facts.push(heavy);
    let (no, yes) = (FactValue::Boolean(false), FactValue::Boolean(true));
    s.given(LEAD, answer_fact("personal_data", no.clone()));
    s.given(SECRETARY, recorded_for(meeting(QUALITY, 0), confirm_fact("heavy", no.clone())));
    assert_eq!(s.funnel.fact_value(&fact("heavy"), &s.project.facts), Some(&no));
    s.given(QUALITY, contest(1));
    assert_eq!(s.funnel.fact_value(&fact("heavy"), &s.project.facts), Some(&yes));
    let asks = |s: &Scenario| s.tasks().iter().any(|task| task.kind == TaskKind::ConfirmFact(fact("heavy")));
    assert!(asks(&s), "it is asked anew");
    s.given(QUALITY, confirm_fact("heavy", no.clone()));
    assert_eq!(s.funnel.fact_value(&fact("heavy"), &s.project.facts), Some(&no));
}

#[test]
fn a_contested_conversation_asks_for_one_again() {
    let mut s = scenario();
    s.given(LEAD, open("advice")).given(COUNCIL_CHAIR, on(1, says(AdviceVerdict::Negative)));
    s.given(SECRETARY, recorded_for(meeting(LEAD, 0), on(1, confer(0))));
    let response = Response { following: Following::NotFollowed, reason: text(63) };
    s.given(LEAD, on(1, ConsultationAct::Respond { response }));
    assert!(s.project.consultations.standing[&1].is_settled());
    s.given(COUNCIL_CHAIR, contest(1));
    assert_eq!(s.project.consultations.standing[&1].step, Step::Advised);
    assert_eq!(s.blockers().len(), 2);
}

#[test]
fn it_can_be_contested_within_the_term() {
    let mut s = decidable();
    s.given(SECRETARY, recorded_for(meeting(QUALITY, 0), judge("client-safety", "quality", Answer::Met)));
    s.day = 7;
    assert!(s.when(QUALITY, contest(1)).is_ok());
    s.day = 8;
    let until = moment(7).today;
    assert_eq!(s.refused(QUALITY, contest(1), 14), Rejection::ContestTooLate { record: 1, until });
    s.given(SECRETARY, recorded_for(meeting(QUALITY, 0), judge("client-safety", "quality", Answer::Met)));
    assert_eq!(s.project.records.open.keys().copied().collect::<Vec<_>>(), [2], "what is too late is dropped");
}

#[test]
fn a_contested_decision_calls_for_a_new_look() {
    let mut s = decidable();
    s.funnel.phases[2].gate = s.funnel.phases[1].gate.clone().map(|g1| Gate {
        key: gate("g2"),
        requirements: Vec::new(),
        consultations: Vec::new(),
        ..g1
    });
    s.given(SECRETARY, recorded_for(meeting(CHAIR, 0), go()));
    s.refused(CHAIR, uphold(), 14);
    s.given(CHAIR, contest(1));
    assert_eq!(s.blockers(), [Blocker::DecisionContested { gate: gate("g1"), round: 1 }]);
    assert_eq!(s.blockers()[0].law(), Law(14));
    s.refused(CHAIR, decide_gate("g2", Outcome::Go), 2);
    let task = s.tasks().into_iter().find(|t| t.kind == TaskKind::UpholdDecision(gate("g1"))).unwrap();
    assert_eq!(task.waits_for, Waiter::Party(party("steering")));
    s.refused(STEERING, uphold(), 18);
    let mut again = s.clone();
    s.given(CHAIR, uphold());
    assert_eq!(s.blockers(), []);
    again.given(CHAIR, decide_gate("g2", Outcome::Rework { to: phase("exploration") }));
    let contested = |s: &Scenario| s.blockers().iter().any(|b| matches!(b, Blocker::DecisionContested { .. }));
    assert!(!contested(&again), "at its own gate the next decision is the new look");
    again.given(CHAIR, decide_gate("g1", Outcome::Rework { to: phase("idea") }));
    assert!(!contested(&again) && again.project.records.contested.is_empty());
    assert_eq!(Project::fold(&s.log).unwrap(), s.project);
}

#[test]
fn a_decision_to_stop_can_be_contested_too() {
    let mut s = decidable();
    s.given(SECRETARY, recorded_for(meeting(CHAIR, 0), decide_gate("g1", Outcome::Stop)));
    assert_eq!(s.project.lifecycle, Lifecycle::Stopped);
    s.given(CHAIR, contest(1));
    assert_eq!(s.project.records.contested.len(), 1);
    s.given(CHAIR, uphold());
    assert!(s.project.records.contested.is_empty());
}

#[test]
fn the_lead_does_not_uphold_the_own_decision() {
    let mut s = Scenario::start();
    for definition in &mut s.funnel.parties {
        definition.recorded_by = vec![party("secretary")];
    }
    s.parties.members.insert(party("secretary"), vec![Member { person: person(SECRETARY), chair: false }]);
    s.given(SECRETARY, recorded_for(meeting(INNOVATOR, 0), decide_gate("g0", Outcome::Stop)));
    s.given(INNOVATOR, contest(1));
    let upheld = Command::UpholdDecision { gate: gate("g0"), motivation: text(82) };
    assert_eq!(s.refused(LEAD, upheld, 5), Rejection::LeadDecidesAlone);
}

#[test]
fn what_an_answer_elsewhere_rests_on_is_seen_like_any_other() {
    let mut s = decidable();
    let record = recorded_for(meeting(CHAIR, 0), go());
    let seen = Seen { readiness: Some(s.readiness().digest()), ..Seen::default() };
    let conflicts = |s: &Scenario| conflict(&s.funnel, &s.project, &s.context(&Actor::System, None), &record, &seen);
    assert_eq!(conflicts(&s), None);
    s.given(CARE, submit("risks", 9, &["risks"]));
    assert!(conflicts(&s).is_some());
}

#[test]
fn texts_inside_a_record_are_stored_beside_the_log() {
    let mut stored = Vec::new();
    let advised = || on(1, says(AdviceVerdict::Positive));
    let command = recorded_for(meeting(COUNCIL_CHAIR, 0), advised()).map_text(|text| {
        stored.push(text);
        text
    });
    assert_eq!(stored, [text(80), text(62)]);
    assert_eq!(command, recorded_for(meeting(COUNCIL_CHAIR, 0), advised()));
}

#[test]
fn records_are_written_as_agreed_and_read_back() {
    let (counted, g1) = (counted(AnswerRule::Chair, 3), gate("g1"));
    let upheld =
        Event::DecisionUpheld { gate: g1.clone(), round: 2, motivation: text(1), party: party("steering"), counted };
    let mut scan = meeting(CHAIR, 2);
    let file = FileRef { id: FileId(uuid(4)), hash: Hash([4; 32]), media_type: "application/pdf".into() };
    (scan.minutes, scan.votes) = (Minutes::File(file), None);
    let wrapped = |on_behalf, contest_until, event: Event| Event::OnBehalf {
        record: 7,
        on_behalf,
        function: "voorzitter".into(),
        party: party("steering"),
        contest_until,
        event: Box::new(event),
    };
    let contested = |what| Event::RecordContested { record: 7, what: vec![what], reason: text(2) };
    let opined = ConsultationEvent::Opined { body: party("council"), opinion: text(3) };
    let (artefact, criterion) = (artefact("risks"), criterion("client-safety"));
    let quality = || party("quality");
    let events = [
        wrapped(meeting(CHAIR, 2), Some(moment(9).today), upheld.clone()),
        wrapped(scan, None, Event::Consultation { consultation: 2, event: opined }),
        contested(Contestable::Vote {
            matter: Matter::Decision { gate: g1.clone(), round: 2 },
            party: party("steering"),
            members: vec![person(8), person(9)],
        }),
        contested(Contestable::Review { artefact, revision: 2, party: quality() }),
        contested(Contestable::Judgement { gate: g1.clone(), round: 2, criterion, party: quality() }),
        contested(Contestable::Fact { fact: fact("impact") }),
        contested(Contestable::Decision { gate: g1, round: 2 }),
        contested(Contestable::Advice { consultation: 2 }),
        contested(Contestable::Overleg { consultation: 2 }),
        contested(Contestable::Emergency),
        upheld,
    ];
    let mut lines = String::new();
    for (n, event) in events.into_iter().enumerate() {
        let event = recorded(n as u64 + 1, 3, &actor(7), event);
        let line = serde_json::to_string(&event).unwrap();
        assert_eq!(serde_json::from_str::<Recorded>(&line).unwrap(), event);
        lines.push_str(&line);
        lines.push('\n');
    }
    expect("recording-events.jsonl", &lines);
}

#[test]
fn one_act_that_answered_several_things_is_contested_whole() {
    let mut s = decidable();
    s.given(CARE, submit("risks", 9, &["risks"]));
    let answered =
        Answered { criterion: criterion("client-safety"), answer: Answer::Met, proof: Proof::Paper, motivation: None };
    let mut both = review("risks", "quality", Verdict::Approve);
    if let Command::ReviewRevision { answers, .. } = &mut both {
        answers.push(answered);
    }
    s.given(SECRETARY, recorded_for(meeting(QUALITY, 0), both));
    assert_eq!(s.project.records.open[&1].what.len(), 2);
    s.given(QUALITY, contest(1));
    let (risks, safety, quality) = (artefact("risks"), criterion("client-safety"), party("quality"));
    assert!(s.blockers().contains(&Blocker::ReviewOpen { artefact: risks, party: quality.clone() }));
    assert!(s.blockers().contains(&Blocker::JudgementOpen { criterion: safety, party: quality }));
    assert_eq!(Project::fold(&s.log).unwrap(), s.project);
}

#[test]
fn what_somebody_answered_anew_stands_when_the_record_before_it_is_contested() {
    let mut s = scenario();
    s.given(SECRETARY, recorded_for(meeting(QUALITY, 0), judge("client-safety", "quality", Answer::NotMet)));
    s.given(QUALITY, judge("client-safety", "quality", Answer::Met));
    s.refused(QUALITY, contest(1), 14);
    let answers = &s.project.round.as_ref().unwrap().judgements[&criterion("client-safety")];
    assert_eq!(answers[&party("quality")].answer, Answer::Met);
}
