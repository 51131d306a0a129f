//! Laws 1, 2, 5 and 10: one phase, go needs everything, the lead never decides alone, the engine never decides.

use engine::*;

use crate::scenario::*;

#[test]
fn a_project_starts_in_the_first_phase_with_its_gate_open() {
    let s = Scenario::start();
    assert_eq!(s.project.phase, phase("idea"));
    let round = s.project.round.as_ref().unwrap();
    assert_eq!((round.gate.clone(), round.number), (gate("g0"), 1));
    // Ten working days after Monday 5 January.
    assert_eq!(round.due, moment(14).today);
}

#[test]
fn only_its_lead_or_an_innovation_manager_starts_a_project() {
    let s = Scenario::start();
    let command =
        || StartProject { title: text(1), summary: text(2), lead: person(LEAD), funnel: s.project.funnel, bring_in: None };
    for (who, may) in [(LEAD, true), (MANAGER, true), (OUTSIDER, false)] {
        let actor = actor(who);
        let result = start(&s.funnel, &s.context(&actor, None), s.project.organisation, s.project.id, &command());
        assert_eq!(result.is_ok(), may, "person {who}");
    }
}

#[test]
fn go_is_refused_with_every_blocker_by_law() {
    let s = Scenario::start();
    let Rejection::NotReady { blockers } = s.refused(INNOVATOR, decide_gate("g0", Outcome::Go), 2) else { panic!() };
    assert_eq!(
        blockers,
        [
            Blocker::DocumentMissing { artefact: artefact("idea") },
            Blocker::JudgementOpen { criterion: criterion("fits"), party: party("care") },
            Blocker::JudgementOpen { criterion: criterion("ict-early"), party: party("ict") },
        ]
    );
}

#[test]
fn go_moves_the_project_and_names_the_evidence() {
    let mut s = Scenario::ready();
    let events = s.when(CHAIR, decide_gate("g1", Outcome::Go)).unwrap();
    let Event::GateDecided { rested_on, counted, .. } = &events[0] else { panic!() };
    let hashes: Vec<_> = rested_on.iter().map(|e| (e.artefact.as_str(), e.revision, e.hash)).collect();
    assert_eq!(hashes, [("ict-check", 1, Hash([3; 32])), ("risks", 1, Hash([2; 32]))]);
    assert_eq!(*counted, crate::scenario::counted(AnswerRule::Chair, 2));
    s.take(&actor(CHAIR), events);
    assert_eq!(s.project.phase, phase("selection"));
    assert_eq!(s.project.round, None);
}

#[test]
fn a_gate_of_another_phase_is_not_open() {
    let s = Scenario::exploring();
    let rejection = s.refused(INNOVATOR, decide_gate("g0", Outcome::Go), 1);
    assert_eq!(rejection, Rejection::GateNotOpen { gate: gate("g0"), open: Some(gate("g1")) });
}

#[test]
fn rework_reopens_the_gate_and_keeps_the_answers_to_confirm() {
    let mut s = Scenario::ready();
    s.given(CHAIR, decide_gate("g1", Outcome::Rework { to: phase("exploration") }));
    assert_eq!(s.project.round.as_ref().unwrap().number, 2);
    assert!(s.blockers().contains(&Blocker::JudgementStale { criterion: criterion("ict-ready"), party: party("ict") }));
    s.given(ICT_2, confirm("ict", &[], &["ict-ready"]));
    s.given(QUALITY, confirm("quality", &[], &["client-safety"]));
    s.given(CHAIR, decide_gate("g1", Outcome::Go));
}

#[test]
fn rework_leads_back_only_where_the_gate_says() {
    let s = Scenario::ready();
    s.refused(CHAIR, decide_gate("g1", Outcome::Rework { to: phase("selection") }), 1);
    let mut s = Scenario::ready();
    s.given(CHAIR, decide_gate("g1", Outcome::Rework { to: phase("idea") }));
    assert_eq!(s.project.phase, phase("idea"));
    assert_eq!(s.project.round.as_ref().map(|r| (r.gate.clone(), r.number)), Some((gate("g0"), 2)));
}

#[test]
fn a_stopped_project_refuses_everything() {
    let mut s = Scenario::exploring();
    s.given(CHAIR, decide_gate("g1", Outcome::Stop));
    assert_eq!(s.project.lifecycle, Lifecycle::Stopped);
    s.refused(CHAIR, decide_gate("g1", Outcome::Go), 1);
    s.refused(CARE, submit("risks", 2, &[]), 1);
    assert!(s.tasks().is_empty());
}

#[test]
fn the_lead_does_not_decide_alone_on_the_own_project() {
    let s = Scenario::start();
    // The lead belongs to the deciding party and is refused all the same.
    assert_eq!(s.refused(LEAD, decide_gate("g0", Outcome::Stop), 5), Rejection::LeadDecidesAlone);
}

#[test]
fn only_the_chair_decides_where_the_chair_must() {
    let s = Scenario::ready();
    let rejection = s.refused(STEERING, decide_gate("g1", Outcome::Go), 18);
    assert_eq!(rejection.way_out(), WayOut::Ask { need: Need::Chair(party("steering")) });
}

#[test]
fn outcomes_are_offered_in_order_with_their_rule() {
    let offers =
        |s: &Scenario| -> Vec<_> { s.readiness().offers.into_iter().map(|o| (o.outcome, o.law.0, o.allowed)).collect() };
    let rework = OfferedOutcome::Rework { to: phase("idea") };
    let expected = [
        (OfferedOutcome::Stop, 13, true),
        (rework, 10, true),
        (OfferedOutcome::Hold, 10, true),
        // The idea itself cannot be deferred.
        (OfferedOutcome::ConditionalGo, 3, false),
        (OfferedOutcome::Go, 2, false),
    ];
    assert_eq!(offers(&Scenario::start()), expected);
    let go = offers(&Scenario::ready()).pop().unwrap();
    assert_eq!(go, (OfferedOutcome::Go, 2, true));
}
