//! How a body is asked, with what it is shown, and what its members say among themselves (laws 8 and 9).

use engine::*;

use super::*;
use crate::scenario::*;

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
