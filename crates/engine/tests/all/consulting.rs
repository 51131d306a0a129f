//! Laws 8 and 9: bodies are informed, asked for advice or for consent; silence is not consent; the council deliberates in
//! private. And law 16: a council is reminded kindly once.

use engine::*;

use crate::scenario::*;

/// A member of the client council, its chair, and its coach.
pub const COUNCIL: u8 = 20;
pub const COUNCIL_CHAIR: u8 = 21;
pub const COACH: u8 = 22;
/// The chair of the works council.
pub const WORKS: u8 = 23;

pub fn kind(key: &str, body: &str, right: Right, documents: &[&str]) -> ConsultationKind {
    let on = |d: &&str| RestsOn { artefact: artefact(d), fields: Vec::new() };
    let label = Label { nl: key.into(), en: key.into() };
    ConsultationKind {
        key: consultation(key),
        body: party(body),
        right,
        when: When::Always,
        question: label,
        term_days: 10,
        waiting_days: 30,
        summary: None,
        documents: documents.iter().map(on).collect(),
    }
}

fn consultation(key: &str) -> ConsultationKey {
    ConsultationKey::parse(key).unwrap()
}

/// The small funnel with a client council (coached) and a works council, asked at `g1` as `kinds` says.
pub fn consulting(kinds: Vec<ConsultationKind>) -> Scenario {
    let mut s = Scenario::ready();
    let people = |key: &str, coached_by: Option<&str>| PartyDefinition {
        coached_by: coached_by.map(party),
        ..s.funnel.party(&party("steering")).cloned().map(|p| PartyDefinition { key: party(key), ..p }).unwrap()
    };
    let added = [people("council", Some("coach")), people("coach", None), people("works", None)];
    s.funnel.parties.extend(added);
    let member = |n, chair| Member { person: person(n), chair };
    s.parties.members.insert(party("council"), vec![member(COUNCIL_CHAIR, true), member(COUNCIL, false)]);
    s.parties.members.insert(party("coach"), vec![member(COACH, false)]);
    s.parties.members.insert(party("works"), vec![member(WORKS, true)]);
    s.funnel.phases[1].gate.as_mut().unwrap().consultations = kinds;
    s
}

pub fn advice() -> Scenario {
    consulting(vec![kind("advice", "council", Right::Advice, &["risks"])])
}

fn consent() -> Scenario {
    consulting(vec![kind("consent", "council", Right::Consent, &["risks"])])
}

pub fn command(command: ConsultationCommand) -> Command {
    Command::Consultation { command }
}

pub fn open(key: &str) -> Command {
    let kind = consultation(key);
    command(ConsultationCommand::Open { kind, question: text(60), summary: Some(text(61)), due: None })
}

pub fn on(consultation: u32, act: ConsultationAct) -> Command {
    command(ConsultationCommand::On { consultation, act })
}

pub fn says(verdict: AdviceVerdict) -> ConsultationAct {
    ConsultationAct::Establish { advice: Advice { verdict, text: text(62), minority: None } }
}

fn respond(following: Following) -> ConsultationAct {
    ConsultationAct::Respond { response: Response { following, reason: text(63) } }
}

pub fn confer(day: u16) -> ConsultationAct {
    ConsultationAct::Confer { on: moment(day).today, note: text(64) }
}

fn lacks(s: &Scenario) -> Vec<ConsultationBlock> {
    let lacks = |blocker: Blocker| match blocker {
        Blocker::Consultation { lacks, .. } => Some(lacks),
        _ => None,
    };
    s.blockers().into_iter().filter_map(lacks).collect()
}

fn wait(s: &Scenario, what: &TaskKind) -> Option<Waiter> {
    s.tasks().into_iter().find(|task| task.kind == *what).map(|task| task.waits_for)
}

fn by_time(s: &mut Scenario) -> Vec<Event> {
    let commands = due(&s.funnel, &s.project, &s.context(&Actor::System, None));
    let mut happened = Vec::new();
    for command in commands {
        let events = s.decide_as(&Actor::System, command.clone().into()).unwrap();
        s.take(&Actor::System, events.clone());
        if matches!(command, Command::Consultation { .. }) {
            s.decide_as(&Actor::System, command.into()).expect_err("happens once");
            happened.extend(events);
        }
    }
    happened
}

fn is_time(events: &[Event], expected: &ConsultationEvent) -> bool {
    matches!(events, [Event::Consultation { event, .. }] if event == expected)
}

#[test]
fn a_gate_is_shut_until_its_body_was_asked_and_answered() {
    let mut s = advice();
    assert_eq!(lacks(&s), [ConsultationBlock::NotOpened]);
    assert_eq!(wait(&s, &TaskKind::OpenConsultation(consultation("advice"))), Some(Waiter::Person(person(LEAD))));
    let Rejection::NotReady { blockers } = s.refused(CHAIR, decide_gate("g1", Outcome::Go), 2) else { panic!() };
    assert_eq!(blockers[0].law(), Law(8));
    s.given(LEAD, open("advice"));
    assert_eq!(lacks(&s), [ConsultationBlock::Open]);
    let advise = TaskKind::Consultation(ConsultationTask::Advise, 1);
    assert_eq!(wait(&s, &advise), Some(Waiter::Party(party("council"))));
    s.given(COUNCIL_CHAIR, on(1, says(AdviceVerdict::Positive)));
    assert_eq!(lacks(&s), []);
    s.given(CHAIR, decide_gate("g1", Outcome::Go));
    assert!(s.project.consultations.standing.is_empty(), "what is over is read from the log");
    assert_eq!(Project::fold(&s.log).unwrap(), s.project);
}

#[test]
fn only_the_lead_asks_and_only_the_chair_establishes() {
    let mut s = advice();
    s.refused(COUNCIL_CHAIR, open("advice"), 18);
    s.given(LEAD, open("advice"));
    let refused = s.refused(COUNCIL, on(1, says(AdviceVerdict::Positive)), 18);
    assert_eq!(refused.way_out(), WayOut::Ask { need: Need::Chair(party("council")) });
    s.refused(LEAD, on(1, says(AdviceVerdict::Positive)), 18);
}

#[test]
fn it_is_asked_where_the_funnel_asks_it_and_once() {
    let mut s =
        consulting(vec![ConsultationKind { when: middle_or_more(), ..kind("advice", "council", Right::Advice, &[]) }]);
    s.refused(LEAD, open("another"), 8);
    s.given(LEAD, answer_fact("impact", FactValue::Level(level("small"))));
    s.given(QUALITY, confirm_fact("impact", FactValue::Level(level("small"))));
    assert_eq!(lacks(&s), []);
    s.refused(LEAD, open("advice"), 8);
    let mut s = advice();
    s.given(LEAD, open("advice"));
    assert_eq!(s.refused(LEAD, open("advice"), 8), Rejection::ConsultationStands { consultation: 1 });
    s.parties.members.remove(&party("council"));
    let mut none = advice();
    none.parties.members.remove(&party("council"));
    assert_eq!(none.refused(LEAD, open("advice"), 8), Rejection::BodyWithoutMembers { party: party("council") });
}

#[test]
fn it_is_asked_with_a_plain_summary_and_its_documents_frozen() {
    let mut s = advice();
    let kind = consultation("advice");
    let without = ConsultationCommand::Open { kind, question: text(60), summary: None, due: None };
    assert_eq!(s.refused(LEAD, command(without.clone()), 8), Rejection::SummaryNeeded);
    s.given(LEAD, open("advice"));
    let frozen = Evidence { artefact: artefact("risks"), revision: 1, hash: Hash([2; 32]) };
    assert_eq!(s.project.consultations.standing[&1].exhibits, [Exhibit::Document(frozen)]);

    let mut s = advice();
    s.funnel.phases[1].gate.as_mut().unwrap().consultations[0].summary = Some(artefact("idea"));
    s.given(LEAD, command(without.clone()));
    let summary = s.project.consultations.standing[&1].summary.clone();
    assert!(matches!(summary, Some(Summary::Revision(e)) if e.artefact == artefact("idea")));

    let mut s = Scenario::exploring();
    let mut other = advice();
    other.project = std::mem::replace(&mut s.project, other.project.clone());
    let missing = Rejection::DocumentsMissing { artefacts: vec![artefact("risks")] };
    assert_eq!(other.refused(LEAD, open("advice"), 8), missing);
    assert_eq!(missing.way_out(), WayOut::Submit { artefacts: vec![artefact("risks")] });
}

#[test]
fn the_term_is_counted_in_working_days_and_never_shorter_than_the_funnels() {
    let mut s = advice();
    let asked = |day| {
        let kind = consultation("advice");
        let due = Some(moment(day).today);
        command(ConsultationCommand::Open { kind, question: text(60), summary: Some(text(61)), due })
    };
    s.calendar.holidays.insert(moment(1).today);
    // Ten working days after Monday 5 January, without Tuesday the 6th.
    let earliest = moment(15).today;
    assert_eq!(s.refused(LEAD, asked(14), 8), Rejection::TermTooShort { earliest });
    s.refused(LEAD, asked(500), 8);
    s.given(LEAD, open("advice"));
    assert_eq!(s.project.consultations.standing[&1].term.unwrap().due, earliest);
    let mut longer = advice();
    longer.given(LEAD, asked(40));
    assert_eq!(longer.project.consultations.standing[&1].term.unwrap().due, moment(40).today);
}

#[test]
fn information_closes_at_once_and_says_who_was_informed() {
    let mut s = consulting(vec![kind("info", "council", Right::Information, &[])]);
    let events = s.when(LEAD, open("info")).unwrap();
    let [Event::Consultation { event: ConsultationEvent::Informed { informed, .. }, .. }] = &events[..] else { panic!() };
    assert_eq!(informed[..], [person(COUNCIL_CHAIR), person(COUNCIL)]);
    s.given(LEAD, open("info"));
    assert_eq!(lacks(&s), []);
    s.refused(COUNCIL_CHAIR, on(1, says(AdviceVerdict::Negative)), 8);
}

#[test]
fn a_members_own_opinion_is_seen_by_the_body_alone() {
    let mut s = advice();
    s.given(LEAD, open("advice"));
    let (state, digest, tasks) = (s.project.clone(), s.readiness().digest(), s.tasks());
    let opinion = on(1, ConsultationAct::Opine { opinion: text(70) });
    s.refused(LEAD, opinion.clone(), 18);
    s.refused(COACH, opinion.clone(), 18);
    s.given(COUNCIL, opinion.clone());
    let event = s.log.last().unwrap();
    assert_eq!(event.event.private_to(), Some(&party("council")));
    assert_eq!((s.readiness().digest(), s.tasks()), (digest, tasks), "nobody else can tell that it was given");
    let written = serde_json::to_string(&s.project).unwrap();
    assert!(!written.contains(&text(70).id.to_string()), "the state does not hold it");
    assert_eq!((s.project.consultations.clone(), s.project.round.clone()), (state.consultations, state.round));
    s.given(COUNCIL_CHAIR, on(1, says(AdviceVerdict::Positive)));
    assert!(s.log.last().unwrap().event.private_to().is_none());
    s.refused(COUNCIL, opinion, 8);
}

#[test]
fn advice_that_is_not_followed_needs_a_conversation_a_reasoned_response_and_time() {
    let mut s = advice();
    s.given(LEAD, open("advice")).given(COUNCIL_CHAIR, on(1, says(AdviceVerdict::Negative)));
    assert_eq!(lacks(&s), [ConsultationBlock::OverlegMissing, ConsultationBlock::ResponseMissing]);
    for deviating in [Following::NotFollowed, Following::Partly] {
        assert_eq!(s.refused(LEAD, on(1, respond(deviating)), 8), Rejection::OverlegNeeded { consultation: 1 });
    }
    s.day = 5;
    assert_eq!(s.refused(LEAD, on(1, confer(6)), 14), Rejection::DateInFuture { date: moment(6).today });
    s.given(LEAD, on(1, confer(3)));
    assert_eq!(lacks(&s), [ConsultationBlock::ResponseMissing]);
    s.refused(COUNCIL_CHAIR, on(1, respond(Following::NotFollowed)), 18);
    s.given(LEAD, on(1, respond(Following::NotFollowed)));
    assert_eq!(lacks(&s), [ConsultationBlock::WaitingUntil(moment(35).today)]);
    s.day = 34;
    s.refused(CHAIR, decide_gate("g1", Outcome::Go), 2);
    assert!(by_time(&mut s).is_empty());
    s.day = 35;
    assert_eq!(lacks(&s), []);
    assert!(is_time(&by_time(&mut s), &ConsultationEvent::WaitOver));
    s.given(CHAIR, decide_gate("g1", Outcome::Go));
}

#[test]
fn a_conversation_is_not_held_before_the_advice() {
    let mut s = advice();
    s.given(LEAD, open("advice"));
    s.day = 4;
    s.given(COUNCIL_CHAIR, on(1, says(AdviceVerdict::Negative)));
    assert_eq!(s.refused(LEAD, on(1, confer(3)), 14), Rejection::DateTooEarly { earliest: moment(4).today });
}

#[test]
fn advice_with_points_is_answered_and_followed_advice_does_not_wait() {
    let mut s = advice();
    s.given(LEAD, open("advice")).given(COUNCIL_CHAIR, on(1, says(AdviceVerdict::PositiveWithPoints)));
    assert_eq!(lacks(&s), [ConsultationBlock::ResponseMissing]);
    s.given(LEAD, on(1, respond(Following::Followed)));
    assert_eq!(lacks(&s), []);
    s.refused(LEAD, on(1, respond(Following::Followed)), 8);
}

#[test]
fn advice_is_no_consent_and_consent_no_advice() {
    let mut s = advice();
    s.given(LEAD, open("advice"));
    let refused = s.refused(COUNCIL_CHAIR, on(1, says(AdviceVerdict::ConsentGiven)), 8);
    assert_eq!(refused, Rejection::VerdictDoesNotFit { consultation: 1, right: Right::Advice });
    let mut s = consent();
    s.given(LEAD, open("consent"));
    s.refused(COUNCIL_CHAIR, on(1, says(AdviceVerdict::Positive)), 8);
    s.given(COUNCIL_CHAIR, on(1, says(AdviceVerdict::ConsentGiven)));
    assert_eq!(lacks(&s), []);
}

#[test]
fn withheld_consent_keeps_the_gate_shut_until_another_proposal_is_consented_to() {
    let mut s = consent();
    s.given(LEAD, open("consent")).given(COUNCIL_CHAIR, on(1, says(AdviceVerdict::ConsentWithheld)));
    assert_eq!(lacks(&s), [ConsultationBlock::ConsentWithheld]);
    s.refused(LEAD, on(1, respond(Following::NotFollowed)), 8);
    assert_eq!(s.refused(LEAD, open("consent"), 8), Rejection::ProposalUnchanged { consultation: 1 });
    s.given(CARE, submit("risks", 9, &["risks"])).given(LEAD, open("consent"));
    assert_eq!(s.project.consultations.standing.keys().copied().collect::<Vec<_>>(), [2]);
    assert_eq!(lacks(&s), [ConsultationBlock::Open]);
    s.given(COUNCIL_CHAIR, on(2, says(AdviceVerdict::ConsentGiven)));
    assert_eq!(lacks(&s), []);
}

#[test]
fn a_withdrawn_request_opens_nothing() {
    let mut s = consent();
    s.given(LEAD, open("consent")).given(COUNCIL_CHAIR, on(1, says(AdviceVerdict::ConsentWithheld)));
    let withdraw = on(1, ConsultationAct::Withdraw { reason: text(65) });
    s.refused(COUNCIL_CHAIR, withdraw.clone(), 18);
    s.given(LEAD, withdraw);
    assert_eq!(lacks(&s), [ConsultationBlock::NotOpened], "the gate still asks for consent");
}

#[test]
fn the_competent_body_can_consent_in_its_place() {
    let mut s = consent();
    s.given(LEAD, open("consent"));
    let substitute = |day| on(1, ConsultationAct::Substitute { on: moment(day).today, text: text(66) });
    s.refused(LEAD, substitute(0), 8);
    s.given(COUNCIL_CHAIR, on(1, says(AdviceVerdict::ConsentWithheld)));
    s.day = 10;
    s.refused(LEAD, substitute(11), 14);
    s.given(LEAD, substitute(9));
    assert_eq!(lacks(&s), []);
}

#[test]
fn silence_is_recorded_by_a_person_after_the_term_and_is_never_consent() {
    let silence = on(1, ConsultationAct::RecordNoAnswer { note: None });
    for (mut s, key) in [(advice(), "advice"), (consent(), "consent")] {
        s.given(LEAD, open(key));
        s.day = 14;
        assert_eq!(s.refused(LEAD, silence.clone(), 8), Rejection::TermRunning { consultation: 1, due: moment(14).today });
        s.day = 60;
        by_time(&mut s);
        assert_eq!(lacks(&s), [ConsultationBlock::Open], "time alone answers nothing");
        assert!(wait(&s, &TaskKind::Consultation(ConsultationTask::RecordNoAnswer, 1)).is_some());
        s.given(LEAD, silence.clone());
        if key == "advice" {
            assert_eq!(lacks(&s), []);
        } else {
            assert_eq!(lacks(&s), [ConsultationBlock::NoConsent]);
            s.given(COUNCIL_CHAIR, on(1, says(AdviceVerdict::ConsentGiven)));
            assert_eq!(lacks(&s), [], "late is not too late");
        }
    }
}

#[test]
fn a_council_is_reminded_kindly_once_and_never_late() {
    let mut s = advice();
    s.given(LEAD, open("advice"));
    let next = next_due(&s.funnel, &s.project, &s.context(&Actor::System, None));
    // Five working days before Monday 19 January.
    assert_eq!(next, Some(moment(7).today));
    s.day = 6;
    assert!(by_time(&mut s).is_empty());
    s.day = 7;
    assert!(is_time(&by_time(&mut s), &ConsultationEvent::Reminded));
    s.day = 14;
    assert!(by_time(&mut s).is_empty(), "once");
    s.day = 90;
    assert!(is_time(&by_time(&mut s), &ConsultationEvent::TermPassed));
    let overdue = |s: &Scenario| s.project.overdue.keys().any(TaskKind::is_of_body);
    assert!(!overdue(&s));
    let note = Command::NoteOverdue { task: TaskKind::Consultation(ConsultationTask::Advise, 1) };
    assert_eq!(s.decide_as(&Actor::System, note.into()).unwrap_err(), Rejection::NotOverdue);
    s.refused(LEAD, on(1, ConsultationAct::NoteTime), 18);
}

#[test]
fn after_downtime_a_term_that_passed_is_noted_without_a_reminder() {
    let mut s = advice();
    s.given(LEAD, open("advice"));
    s.day = 60;
    assert!(is_time(&by_time(&mut s), &ConsultationEvent::TermPassed));
    assert!(by_time(&mut s).is_empty());
}

#[test]
fn a_body_gets_more_time_on_request() {
    let mut s = advice();
    s.given(LEAD, open("advice"));
    let until = moment(30).today;
    let ask = on(1, ConsultationAct::AskExtension { until, reason: text(67) });
    s.refused(LEAD, ask.clone(), 18);
    s.given(COACH, ask.clone());
    assert!(wait(&s, &TaskKind::Consultation(ConsultationTask::ExtendTerm, 1)).is_some());
    s.refused(LEAD, on(1, ConsultationAct::Extend { until: moment(14).today }), 8);
    s.given(LEAD, on(1, ConsultationAct::Extend { until }));
    assert_eq!(s.project.consultations.standing[&1].term.unwrap().due, until);
    s.refused(LEAD, on(1, ConsultationAct::KeepTerm { reason: text(68) }), 8);
    let later = on(1, ConsultationAct::AskExtension { until: moment(40).today, reason: text(67) });
    s.given(COUNCIL, later).given(LEAD, on(1, ConsultationAct::KeepTerm { reason: text(68) }));
    assert_eq!(s.project.consultations.standing[&1].extension_asked, None);
}

#[test]
fn a_new_summary_starts_the_term_again_until_the_chair_chooses() {
    let start = || {
        let mut s = advice();
        s.given(LEAD, open("advice"));
        s.day = 8;
        s
    };
    let revise = |summary| on(1, ConsultationAct::ReviseSummary { summary });
    let term = |s: &Scenario| s.project.consultations.standing[&1].term.unwrap().due;
    let choose = |choice| on(1, ConsultationAct::ChooseTerm { choice });
    let mut s = start();
    s.refused(COUNCIL_CHAIR, choose(TermChoice::Keep), 8);
    assert_eq!(s.refused(LEAD, revise(None), 8), Rejection::ProposalUnchanged { consultation: 1 });
    s.given(LEAD, revise(Some(text(69))));
    assert_eq!(term(&s), moment(22).today);
    assert!(wait(&s, &TaskKind::Consultation(ConsultationTask::ChooseTerm, 1)).is_some());
    s.refused(LEAD, choose(TermChoice::Keep), 18);
    s.refused(COUNCIL_CHAIR, choose(TermChoice::Extend { until: moment(23).today }), 8);
    for (choice, day) in
        [(TermChoice::Restart, 22), (TermChoice::Extend { until: moment(18).today }, 18), (TermChoice::Keep, 14)]
    {
        let mut s = s.clone();
        s.given(COUNCIL_CHAIR, choose(choice));
        assert_eq!(term(&s), moment(day).today);
        s.refused(COUNCIL_CHAIR, choose(TermChoice::Keep), 8);
    }
    let mut s = start();
    s.given(CARE, submit("risks", 9, &["risks"]));
    assert!(wait(&s, &TaskKind::Consultation(ConsultationTask::ReviseSummary, 1)).is_some());
    s.given(LEAD, revise(None));
    assert!(wait(&s, &TaskKind::Consultation(ConsultationTask::ReviseSummary, 1)).is_none());
}

#[test]
fn an_answer_on_changed_documents_is_stale_until_the_chair_lets_it_stand() {
    let mut s = advice();
    s.given(LEAD, open("advice")).given(COUNCIL_CHAIR, on(1, says(AdviceVerdict::Positive)));
    s.refused(COUNCIL_CHAIR, on(1, ConsultationAct::Confirm), 8);
    s.given(CARE, submit("risks", 9, &["conclusion"]));
    assert_eq!(lacks(&s), [ConsultationBlock::Stale]);
    assert_eq!(s.blockers().last().unwrap().law(), Law(4));
    s.refused(LEAD, on(1, ConsultationAct::Confirm), 18);
    s.given(COUNCIL_CHAIR, on(1, ConsultationAct::Confirm));
    assert_eq!(lacks(&s), []);
    // Where the funnel names a field, a change elsewhere leaves the advice standing.
    let kinds = &mut s.funnel.phases[1].gate.as_mut().unwrap().consultations;
    kinds[0].documents[0].fields = vec![field("risks")];
    s.given(CARE, submit("risks", 10, &["conclusion"]));
    assert_eq!(lacks(&s), []);
    s.given(CARE, submit("risks", 11, &["risks"]));
    assert_eq!(lacks(&s), [ConsultationBlock::Stale]);
    s.given(LEAD, open("advice"));
    assert_eq!(lacks(&s), [ConsultationBlock::Open], "or it is asked again");
}

#[test]
fn a_body_may_ask_for_advice_on_anything() {
    let mut s = advice();
    s.given(LEAD, open("advice")).given(COUNCIL_CHAIR, on(1, says(AdviceVerdict::Positive)));
    let request = |body: &str| command(ConsultationCommand::Request { body: party(body), question: text(71) });
    s.refused(COUNCIL, request("council"), 18);
    assert_eq!(s.refused(CHAIR, request("steering"), 8), Rejection::NotABody { party: party("steering") });
    s.given(COUNCIL_CHAIR, request("council"));
    assert_eq!(lacks(&s), [ConsultationBlock::Requested]);
    let accept = |documents: &[&str]| {
        let documents = documents.iter().map(|d| artefact(d)).collect();
        on(2, ConsultationAct::Accept { summary: text(72), documents, due: None })
    };
    s.refused(LEAD, accept(&["nothing"]), 8);
    let mut opened = s.clone();
    opened.given(LEAD, accept(&["idea", "risks"]));
    assert_eq!(lacks(&opened), [ConsultationBlock::Open]);
    opened.refused(LEAD, accept(&[]), 8);
    opened.refused(LEAD, on(2, ConsultationAct::Withdraw { reason: text(65) }), 18);
    opened.given(COUNCIL_CHAIR, on(2, says(AdviceVerdict::Positive)));
    assert_eq!(lacks(&opened), []);
    s.given(LEAD, on(2, ConsultationAct::Decline { reason: text(73) }));
    assert_eq!(lacks(&s), []);
}

#[test]
fn unsolicited_advice_follows_the_same_path() {
    let mut s =
        consulting(vec![ConsultationKind { when: middle_or_more(), ..kind("advice", "council", Right::Advice, &[]) }]);
    s.given(LEAD, answer_fact("impact", FactValue::Level(level("small"))));
    s.given(QUALITY, confirm_fact("impact", FactValue::Level(level("small"))));
    let volunteer = |verdict| {
        let advice = Advice { verdict, text: text(74), minority: Some(text(75)) };
        command(ConsultationCommand::Volunteer { body: party("council"), advice })
    };
    s.refused(LEAD, volunteer(AdviceVerdict::Negative), 18);
    s.refused(COUNCIL_CHAIR, volunteer(AdviceVerdict::ConsentWithheld), 8);
    s.given(COUNCIL_CHAIR, volunteer(AdviceVerdict::Negative));
    assert_eq!(lacks(&s), [ConsultationBlock::OverlegMissing, ConsultationBlock::ResponseMissing]);
    s.refused(LEAD, on(1, respond(Following::Partly)), 8);
    s.given(LEAD, on(1, confer(0))).given(LEAD, on(1, respond(Following::Partly)));
    assert_eq!(lacks(&s), [ConsultationBlock::WaitingUntil(moment(30).today)]);
    // Positive advice that nobody asked wants an answer too.
    s.given(COUNCIL_CHAIR, volunteer(AdviceVerdict::Positive));
    assert!(lacks(&s).contains(&ConsultationBlock::ResponseMissing));
}

#[test]
fn what_a_body_said_stands_through_rework_and_is_over_after_go() {
    let mut s = advice();
    s.given(LEAD, open("advice")).given(COUNCIL_CHAIR, on(1, says(AdviceVerdict::Positive)));
    s.given(CHAIR, decide_gate("g1", Outcome::Rework { to: phase("exploration") }));
    assert_eq!(lacks(&s), []);
    s.given(CHAIR, decide_gate("g1", Outcome::Rework { to: phase("idea") }));
    assert_eq!(lacks(&s), [], "another gate does not ask it");
    assert_eq!(s.project.consultations.standing.len(), 1);
}

#[test]
fn consultations_stay_within_their_number() {
    let mut s = advice();
    let volunteer = || {
        let advice = Advice { verdict: AdviceVerdict::Positive, text: text(74), minority: None };
        command(ConsultationCommand::Volunteer { body: party("council"), advice })
    };
    for _ in 0..limits::CONSULTATIONS {
        s.given(COUNCIL_CHAIR, volunteer());
    }
    s.refused(COUNCIL_CHAIR, volunteer(), 17);
    let bytes = serde_json::to_vec(&s.project).unwrap().len();
    assert!(bytes <= limits::STATE_BYTES, "{bytes} bytes");
    for number in 1..=u32::try_from(limits::CONSULTATIONS).unwrap() {
        s.given(LEAD, on(number, respond(Following::Followed)));
    }
    s.given(COUNCIL_CHAIR, volunteer());
    assert_eq!(s.project.consultations.standing.len(), limits::CONSULTATIONS);
    assert!(!s.project.consultations.standing.contains_key(&1), "the oldest that is settled is only in the log");
    assert_eq!(Project::fold(&s.log).unwrap(), s.project);
}

#[test]
fn a_body_is_answered_also_while_no_gate_is_open() {
    let mut s = advice();
    s.given(LEAD, open("advice")).given(COUNCIL_CHAIR, on(1, says(AdviceVerdict::Positive)));
    let volunteer = || {
        let advice = Advice { verdict: AdviceVerdict::Negative, text: text(74), minority: None };
        command(ConsultationCommand::Volunteer { body: party("council"), advice })
    };
    let respond_task = |s: &Scenario, number| {
        let kind = TaskKind::Consultation(ConsultationTask::Respond, number);
        s.tasks().into_iter().find(|task| task.kind == kind).map(|task| task.due)
    };
    let mut held = s.clone();
    held.given(CHAIR, decide_gate("g1", Outcome::Hold { review_on: moment(40).today }));
    held.given(COUNCIL_CHAIR, volunteer());
    assert!(respond_task(&held, 2).is_some());
    s.given(CHAIR, decide_gate("g1", Outcome::Go));
    assert_eq!(s.project.round, None);
    s.given(COUNCIL_CHAIR, volunteer());
    assert_eq!(respond_task(&s, 2), Some(moment(14).today), "ten working days where no gate is open");
    s.given(LEAD, on(2, confer(0))).given(LEAD, on(2, respond(Following::NotFollowed)));
    assert_eq!(respond_task(&s, 2), None);
}

#[test]
fn only_what_a_gate_asked_goes_stale() {
    let mut s = advice();
    let request = ConsultationCommand::Request { body: party("council"), question: text(71) };
    s.given(COUNCIL_CHAIR, command(request));
    let documents = vec![artefact("risks")];
    s.given(LEAD, on(1, ConsultationAct::Accept { summary: text(72), documents, due: None }));
    s.given(LEAD, open("advice")).given(COUNCIL_CHAIR, on(2, says(AdviceVerdict::Positive)));
    s.day = 20;
    s.given(LEAD, on(1, ConsultationAct::RecordNoAnswer { note: None }));
    assert_eq!(lacks(&s), []);
    s.given(CARE, submit("risks", 9, &["risks"]));
    assert_eq!(lacks(&s), [ConsultationBlock::Stale]);
    s.given(COUNCIL_CHAIR, on(2, ConsultationAct::Confirm));
    assert_eq!(lacks(&s), [], "the body can ask again whenever it wants");
}

#[test]
fn who_lets_an_answer_stand_saw_the_documents_as_they_are() {
    let mut s = advice();
    s.given(LEAD, open("advice")).given(COUNCIL_CHAIR, on(1, says(AdviceVerdict::Positive)));
    s.given(CARE, submit("risks", 9, &["risks"]));
    let seen = Seen { revisions: [(artefact("risks"), Hash([9; 32]))].into(), ..Seen::default() };
    let conflicts = |s: &Scenario| {
        let command = on(1, ConsultationAct::Confirm);
        conflict(&s.funnel, &s.project, &s.context(&Actor::System, None), &command, &seen)
    };
    assert_eq!(conflicts(&s), None);
    s.given(CARE, submit("risks", 10, &["risks"]));
    assert!(conflicts(&s).is_some());
}
