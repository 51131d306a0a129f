//! Law 20: running projects stay on their version, until they are moved with a preview of what opens, closes and stays.

use engine::*;

use crate::consulting::{COUNCIL_CHAIR, advice, on, open, says};
use crate::scenario::*;

const NEXT: u8 = 10;

fn next() -> FunnelVersionId {
    FunnelVersionId(uuid(NEXT))
}

fn migrate(phase: Option<PhaseKey>) -> Command {
    Command::MigrateProject { to: next(), phase }
}

/// Ready for its gate, with a next version that this makes of the funnel.
fn ready_for(change: impl FnOnce(&mut Funnel)) -> Scenario {
    let mut s = Scenario::ready();
    let mut target = s.funnel.clone();
    change(&mut target);
    s.target = Some((next(), target));
    s
}

#[test]
fn decisions_and_answers_are_kept_and_only_what_changed_is_asked() {
    let mut s = ready_for(|funnel| {
        funnel.criteria.retain(|c| c.key != criterion("ict-ready"));
        let mut added = funnel.criteria[0].clone();
        added.key = criterion("new-question");
        added.asked_at[0].gate = gate("g1");
        added.parties = vec![party("quality")];
        funnel.criteria.push(added);
    });
    let preview = migration(&s.funnel, &s.project, &s.context(&actor(MANAGER), None), next(), None).unwrap();
    let criterion_of = |key: &str, of: &str| CheckSubject::Criterion(criterion(key), party(of));
    assert_eq!(preview.opens, [criterion_of("new-question", "quality")]);
    assert_eq!(preview.closes, [criterion_of("ict-ready", "ict")]);
    assert!(preview.stays.contains(&criterion_of("client-safety", "quality")));
    s.given(MANAGER, migrate(None));
    let (_, target) = s.target.clone().unwrap();
    let s = s.under(|funnel| *funnel = target);
    assert_eq!((s.project.funnel, s.project.round.as_ref().unwrap().number), (next(), 1), "the round goes on");
    assert_eq!(s.blockers().len(), 1);
}

#[test]
fn a_consultation_that_no_gate_asks_any_more_ends_with_the_old_version() {
    let mut s = advice();
    s.given(LEAD, open("advice"));
    let of_the_body = ConsultationCommand::Request { body: party("council"), question: text(71) };
    s.given(COUNCIL_CHAIR, Command::Consultation { command: of_the_body });
    let mut target = s.funnel.clone();
    target.phases[1].gate.as_mut().unwrap().consultations.clear();
    s.target = Some((next(), target.clone()));
    let events = s.when(MANAGER, migrate(None)).unwrap();
    assert!(matches!(&events[0], Event::ProjectMigrated { lapsed, .. } if *lapsed == [1]), "{events:?}");
    s.take(&actor(MANAGER), events);
    assert!(s.project.consultations.standing.keys().eq([&2]), "what the body wants to say stays");
    s.funnel = target;
    s.refused(COUNCIL_CHAIR, on(1, says(AdviceVerdict::Positive)), 8);
    assert_eq!(Project::fold(&s.log).unwrap(), s.project);
}

#[test]
fn only_an_innovation_manager_moves_a_project_and_only_to_another_version() {
    let mut s = ready_for(|_| {});
    s.refused(LEAD, migrate(None), 18);
    let same = Command::MigrateProject { to: s.project.funnel, phase: None };
    assert_eq!(s.refused(MANAGER, same, 20), Rejection::VersionNotUsable);
    s.target = None;
    s.refused(MANAGER, migrate(None), 20);
}

#[test]
fn where_its_phase_is_gone_the_phase_is_named() {
    let mut s = ready_for(|funnel| {
        funnel.phases.remove(1);
        Scenario::gate_of(funnel, "idea").go_to = Some(phase("selection"));
    });
    assert_eq!(s.refused(MANAGER, migrate(None), 20), Rejection::PhaseGone { phase: phase("exploration") });
    s.given(MANAGER, migrate(Some(phase("idea"))));
    assert_eq!((&s.project.phase, &s.project.round.as_ref().unwrap().gate), (&phase("idea"), &gate("g0")));
}

#[test]
fn an_open_condition_never_lapses_with_its_gate() {
    let mut s = ready_for(|funnel| Scenario::gate_of(funnel, "exploration").key = gate("g1-renamed"));
    s.project.conditions.last = 1;
    let terms = Terms {
        demand: Demand::Agreed,
        text: Some(text(1)),
        owner: Waiter::Person(person(LEAD)),
        accepted_by: party("steering"),
        due: moment(9).today,
        blocks: Some(gate("g1")),
    };
    s.project.conditions.open.insert(1, Condition { terms, since: moment(0).at, reported: None, reminded: None });
    s.given(MANAGER, migrate(None));
    assert_eq!(s.project.conditions.open[&1].terms.blocks, Some(gate("g1-renamed")));
}

#[test]
fn where_the_gate_of_the_phase_is_another_its_open_round_ends() {
    let mut gone = ready_for(|funnel| funnel.phases[1].gate = None);
    gone.given(MANAGER, migrate(None));
    assert!(gone.project.round.is_none() && gone.project.planned.is_none());

    let mut recurring = ready_for(|funnel| {
        let gate_now = Scenario::gate_of(funnel, "exploration");
        gate_now.key = gate("g-yearly");
        gate_now.recurs_after_days = Some(365);
    });
    recurring.given(MANAGER, migrate(None));
    assert!(recurring.project.round.is_none(), "a recurring gate is planned, not opened");
    assert_eq!(recurring.project.planned.as_ref().unwrap().gate, gate("g-yearly"));
}

#[test]
fn a_hold_and_the_votes_of_a_round_end_with_it() {
    for recurs in [None, Some(365)] {
        let mut s = ready_for(|funnel| {
            let gate_now = Scenario::gate_of(funnel, "exploration");
            gate_now.key = gate("g1-renamed");
            gate_now.recurs_after_days = recurs;
        });
        s.funnel.parties[2].rule = AnswerRule::All;
        s.parties.members.get_mut(&party("ict")).unwrap().push(Member { person: person(OUTSIDER), chair: false });
        s.given(ICT_2, in_practice("ict-ready", "ict", Answer::NotMet));
        assert_eq!(s.project.ballots.len(), 1);
        s.given(CHAIR, decide_gate("g1", Outcome::Hold { review_on: moment(30).today }));
        s.given(MANAGER, migrate(None));
        let (_, target) = s.target.clone().unwrap();
        let mut s = s.under(|funnel| *funnel = target);
        assert_eq!((s.project.hold, s.project.ballots.len()), (None, 0), "they were of the gate that is gone");
        assert_eq!(s.tasks().is_empty(), recurs.is_some(), "what the new gate asks is not put aside");
        s.time_passes(31);
        assert_eq!(Project::fold(&s.log).unwrap(), s.project);
    }
}
