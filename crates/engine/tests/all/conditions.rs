//! Law 3: a conditional go is a debt.

use ::time::Date;
use engine::*;

use crate::scenario::*;

fn in_days(day: u16) -> Date {
    moment(day).today
}

fn ict_ready() -> Demand {
    Demand::Criterion { criterion: criterion("ict-ready"), party: party("ict") }
}

fn condition(demand: Demand, due: Date) -> NewCondition {
    NewCondition { demand, text: Some(text(60)), owner: person(ICT), due, blocks: None }
}

fn go_if(conditions: Vec<NewCondition>) -> Command {
    Command::DecideGate {
        gate: gate("g1"),
        outcome: Outcome::ConditionalGo,
        motivation: text(52),
        lessons: None,
        conditions,
    }
}

/// Everything but ICT's answer is there, and two more gates follow.
fn almost() -> Scenario {
    let mut s = Scenario::exploring().under(|funnel| {
        let mut g2 = funnel.phases[1].gate.clone().unwrap();
        g2.key = gate("g2");
        g2.go_to = None;
        g2.requirements = Vec::new();
        funnel.phases[2].gate = Some(g2);
        funnel.phases[2].live = true;
    });
    s.given(CARE, submit("risks", 2, &["risks"]));
    s.given(QUALITY, review("risks", "quality", Verdict::Approve));
    s.given(CARE_2, review("risks", "care", Verdict::Approve));
    s.given(ICT, submit("ict-check", 3, &[]));
    s.given(QUALITY, review("ict-check", "quality", Verdict::Approve));
    s.given(QUALITY, judge("client-safety", "quality", Answer::Met));
    s
}

/// Gone on with ICT's answer as a debt, due on day 20.
fn indebted() -> Scenario {
    let mut s = almost();
    s.given(CHAIR, go_if(vec![condition(ict_ready(), in_days(20))]));
    s
}

fn act(act: ConditionAct) -> Command {
    Command::Condition { condition: 1, act }
}

#[test]
fn what_is_missing_becomes_a_condition_with_owner_date_and_gate() {
    let s = indebted();
    assert_eq!(s.project.phase, phase("selection"));
    let terms = &s.project.conditions.open[&1].terms;
    assert_eq!((&terms.demand, &terms.owner), (&ict_ready(), &Waiter::Person(person(ICT))));
    assert_eq!((&terms.accepted_by, terms.due, &terms.blocks), (&party("ict"), in_days(20), &Some(gate("g2"))));
    assert!(s.blockers().contains(&Blocker::ConditionOpen { condition: 1 }));
    s.refused(CHAIR, decide_gate("g2", Outcome::Go), 2);
}

#[test]
fn every_missing_item_needs_its_condition() {
    let rejection = almost().refused(CHAIR, go_if(vec![condition(Demand::Agreed, in_days(20))]), 3);
    let missing = Blocker::JudgementOpen { criterion: criterion("ict-ready"), party: party("ict") };
    assert_eq!(rejection, Rejection::ConditionMissing { blockers: vec![missing] });
}

#[test]
fn only_what_the_funnel_lets_be_deferred_and_never_a_legal_criterion() {
    let mut s = almost();
    s.given(QUALITY, judge("client-safety", "quality", Answer::NotMet));
    // The definition cannot make a legal criterion deferrable either.
    let s = s.under(|funnel| funnel.criteria.iter_mut().for_each(|c| c.deferrable = true));
    let both = vec![condition(ict_ready(), in_days(20)), condition(Demand::Agreed, in_days(20))];
    let Rejection::NotDeferrable { blockers } = s.refused(CHAIR, go_if(both), 3) else { panic!() };
    assert_eq!(blockers, [Blocker::NotMet { criterion: criterion("client-safety"), party: party("quality") }]);
    let offers = s.readiness().offers;
    assert!(offers.iter().any(|o| o.outcome == OfferedOutcome::ConditionalGo && !o.allowed));
}

#[test]
fn a_condition_is_about_what_is_missing_lies_ahead_and_blocks_a_later_gate() {
    let s = almost();
    let done = Demand::Document { artefact: artefact("risks"), stage: Stage::Concept };
    let conditions = vec![condition(ict_ready(), in_days(20)), condition(done.clone(), in_days(20))];
    assert_eq!(s.refused(CHAIR, go_if(conditions), 3), Rejection::NothingDeferred { demand: done });
    for day in [in_days(0), in_days(800)] {
        s.refused(CHAIR, go_if(vec![condition(ict_ready(), day)]), 16);
    }
    let mut earlier = condition(ict_ready(), in_days(20));
    earlier.blocks = Some(gate("g0"));
    let expected = Rejection::BlocksNoLaterGate { gate: gate("g1"), later: vec![gate("g2")] };
    assert_eq!(s.refused(CHAIR, go_if(vec![earlier]), 3), expected);
    s.refused(CHAIR, go_if(Vec::new()), 17);
    let agreed = NewCondition { text: None, ..condition(Demand::Agreed, in_days(20)) };
    s.refused(CHAIR, go_if(vec![condition(ict_ready(), in_days(20)), agreed]), 10);
}

#[test]
fn another_outcome_takes_no_conditions() {
    let mut stop = go_if(vec![condition(ict_ready(), in_days(20))]);
    let Command::DecideGate { outcome, .. } = &mut stop else { unreachable!() };
    *outcome = Outcome::Stop;
    assert_eq!(almost().refused(CHAIR, stop, 3), Rejection::OutcomeTakesNoConditions);
}

#[test]
fn the_owner_reports_and_the_party_accepts_or_sends_back() {
    let mut s = indebted();
    assert!(s.tasks().iter().any(|t| t.kind == TaskKind::MeetCondition(1) && t.waits_for == Waiter::Person(person(ICT))));
    s.refused(ICT_2, act(ConditionAct::Accept { note: None }), 3);
    s.refused(OUTSIDER, act(ConditionAct::Report { note: text(61) }), 18);
    s.given(ICT, act(ConditionAct::Report { note: text(61) }));
    assert!(s.tasks().iter().any(|t| t.kind == TaskKind::AcceptCondition(1)));
    let own = s.refused(ICT, act(ConditionAct::Accept { note: None }), 5);
    assert_eq!(own, Rejection::OwnReport { condition: 1 });
    s.given(ICT_2, act(ConditionAct::SendBack { note: text(62) }));
    assert!(s.tasks().iter().any(|t| t.kind == TaskKind::MeetCondition(1)));
    s.given(ICT, act(ConditionAct::Report { note: text(63) }));
    s.given(ICT_2, act(ConditionAct::Accept { note: None }));
    assert!(s.project.conditions.open.is_empty());
    s.refused(ICT, act(ConditionAct::Report { note: text(61) }), 3);
    s.given(CHAIR, decide_gate("g2", Outcome::Go));
}

#[test]
fn a_deferred_document_is_accepted_once_it_is_approved() {
    let mut s = almost();
    s.given(ICT_2, in_practice("ict-ready", "ict", Answer::Met));
    s.given(CARE, submit("risks", 9, &["risks"]));
    s.given(QUALITY, confirm("quality", &["risks"], &["client-safety"]));
    let risks = Demand::Document { artefact: artefact("risks"), stage: Stage::Concept };
    s.given(CHAIR, go_if(vec![condition(risks, in_days(20))]));
    s.given(ICT, act(ConditionAct::Report { note: text(61) }));
    let open = vec![Blocker::ReviewStale { artefact: artefact("risks"), party: party("care") }];
    let accept = || act(ConditionAct::Accept { note: None });
    assert_eq!(s.refused(QUALITY, accept(), 2), Rejection::NotReady { blockers: open });
    s.given(CARE_2, review("risks", "care", Verdict::Approve));
    s.given(QUALITY, accept());
}

#[test]
fn a_document_that_ran_out_meets_no_condition() {
    let mut s = almost();
    let risks = s.funnel.artefacts.iter_mut().find(|kind| kind.key == artefact("risks")).unwrap();
    risks.validity = Some(Validity { days: Some(10), ..Validity::default() });
    s.given(ICT_2, in_practice("ict-ready", "ict", Answer::Met));
    s.given(CARE, submit("risks", 9, &["risks"]));
    s.given(QUALITY, confirm("quality", &["risks"], &["client-safety"]));
    let risks = Demand::Document { artefact: artefact("risks"), stage: Stage::Concept };
    s.given(CHAIR, go_if(vec![condition(risks, in_days(20))]));
    s.given(CARE_2, review("risks", "care", Verdict::Approve));
    s.given(ICT, act(ConditionAct::Report { note: text(61) }));
    let accept = || act(ConditionAct::Accept { note: None });
    s.day = 11;
    let expired = vec![Blocker::DocumentExpired { artefact: artefact("risks") }];
    assert_eq!(s.refused(QUALITY, accept(), 2), Rejection::NotReady { blockers: expired });
    s.day = 10;
    s.given(QUALITY, accept());
}

#[test]
fn an_overdue_condition_in_use_calls_an_extra_decision_once() {
    let mut s = indebted();
    s.time_passes(20);
    assert!(s.project.extra.is_empty(), "its own day is not late");
    s.time_passes(1);
    assert_eq!(s.project.extra.keys().collect::<Vec<_>>(), [&1]);
    assert!(s.tasks().iter().any(|t| t.kind == TaskKind::DecideExtra(1) && t.waits_for == Waiter::Party(party("steering"))));
    let before = s.log.len();
    s.time_passes(0);
    assert_eq!(s.log.len(), before);
}

fn extra(aftermath: Aftermath, lessons: Option<TextRef>) -> Command {
    Command::DecideExtra { condition: 1, aftermath, motivation: text(64), lessons }
}

#[test]
fn the_extra_decision_goes_on_with_a_new_date_or_stops() {
    let mut s = indebted();
    s.refused(CHAIR, extra(Aftermath::Pause, None), 3);
    s.time_passes(30);
    s.refused(STEERING, extra(Aftermath::Pause, None), 18);
    s.refused(CHAIR, extra(Aftermath::GoOn { due: in_days(30) }, None), 16);
    s.refused(CHAIR, extra(Aftermath::Stop, None), 13);
    s.given(CHAIR, extra(Aftermath::GoOn { due: in_days(50) }, None));
    assert_eq!(s.project.conditions.open[&1].terms.due, in_days(50));
    s.time_passes(30);
    s.given(CHAIR, extra(Aftermath::Stop, Some(text(65))));
    assert_eq!(s.project.lifecycle, Lifecycle::Stopped);
    assert!(s.project.closed.is_some(), "nothing is asked of a stop in this funnel");
}

#[test]
fn before_going_live_an_overdue_condition_is_only_late() {
    let mut s = indebted().under(|funnel| funnel.phases[2].live = false);
    s.time_passes(30);
    assert!(s.project.extra.is_empty());
    assert_eq!(s.project.overdue.get(&TaskKind::MeetCondition(1)), Some(&in_days(20)));
}

#[test]
fn a_condition_that_was_met_calls_no_decision_any_more() {
    let mut s = indebted();
    s.time_passes(30);
    assert!(s.project.extra.contains_key(&1));
    s.given(ICT, act(ConditionAct::Report { note: text(61) }));
    s.given(ICT_2, act(ConditionAct::Accept { note: None }));
    assert!(s.project.extra.is_empty());
    assert!(!s.tasks().iter().any(|t| t.kind == TaskKind::DecideExtra(1)));
    s.refused(CHAIR, extra(Aftermath::GoOn { due: in_days(60) }, None), 3);
    assert_eq!(Project::fold(&s.log).unwrap(), s.project);
}

/// The same, with a phase in which the product is taken out of use.
fn leading_out() -> Scenario {
    indebted().under(|funnel| {
        let mut out = funnel.phases[2].clone();
        (out.key, out.live) = (phase("out"), false);
        out.gate.as_mut().unwrap().key = gate("g3");
        funnel.phases[2].gate.as_mut().unwrap().stop_to = Some(phase("out"));
        funnel.phases.push(out);
    })
}

#[test]
fn an_extra_decision_that_stops_ends_the_hold_of_the_round_it_leaves() {
    let mut s = leading_out();
    s.given(CHAIR, decide_gate("g2", Outcome::Hold { review_on: in_days(200) }));
    s.time_passes(30);
    s.given(CHAIR, extra(Aftermath::Stop, Some(text(65))));
    assert_eq!(s.project.phase, phase("out"));
    assert_eq!(s.project.round.as_ref().unwrap().gate, gate("g3"));
    assert_eq!(s.project.hold, None);
}

#[test]
fn what_the_decision_that_retires_asks_is_done_before_the_project_is_closed() {
    let mut s = indebted().under(|funnel| {
        funnel.closing = vec![ClosingDuty {
            key: ClosingKey::parse("data").unwrap(),
            name: label("Data returned"),
            help: None,
            owner: None,
            accepted_by: party("ict"),
            days: 5,
            from_phase: None,
            when: When::Always,
        }];
    });
    s.given(ICT, act(ConditionAct::Report { note: text(61) }));
    s.given(ICT_2, act(ConditionAct::Accept { note: None }));
    let conditions = vec![condition(Demand::Agreed, in_days(20))];
    let Command::DecideGate { outcome, motivation, lessons, .. } = go_if(Vec::new()) else { unreachable!() };
    s.given(CHAIR, Command::DecideGate { gate: gate("g2"), outcome, motivation, lessons, conditions });
    assert_eq!(s.project.lifecycle, Lifecycle::Retired);
    assert_eq!(s.project.conditions.open.keys().collect::<Vec<_>>(), [&2, &3], "beside the closing work");
    for number in [3, 2] {
        assert_eq!(s.project.closed, None);
        let act = |act| Command::Condition { condition: number, act };
        let (owner, by) = if number == 3 { (LEAD, ICT_2) } else { (ICT, CHAIR) };
        s.given(owner, act(ConditionAct::Report { note: text(61) }));
        s.given(by, act(ConditionAct::Accept { note: None }));
    }
    assert!(s.project.closed.is_some());
    assert_eq!(Project::fold(&s.log).unwrap(), s.project);
}

#[test]
fn what_earlier_decisions_asked_ends_with_the_project() {
    let mut s = leading_out();
    s.given(CHAIR, decide_gate("g2", Outcome::Stop));
    assert_eq!(s.project.conditions.open.len(), 1);
    s.given(CHAIR, decide_gate("g3", Outcome::Go));
    assert_eq!((s.project.lifecycle, s.project.closed), (Lifecycle::Retired, Some(moment(0))));
    assert!(s.project.conditions.open.is_empty());
}

#[test]
fn a_document_cannot_be_deferred_at_a_gate_that_leads_nowhere() {
    let mut s = Scenario::ready().under(|funnel| {
        let gate = Scenario::gate_of(funnel, "exploration");
        gate.go_to = None;
        gate.requirements.iter_mut().for_each(|required| required.deferrable = true);
    });
    s.given(CARE, submit("risks", 9, &["risks"]));
    let deferred = Demand::Document { artefact: artefact("risks"), stage: Stage::Final };
    let refused = s.refused(CHAIR, go_if(vec![condition(deferred, in_days(20))]), 3);
    let Rejection::NotDeferrable { blockers } = refused else { panic!("{refused:?}") };
    assert!(
        blockers.contains(&Blocker::ReviewStale { artefact: artefact("risks"), party: party("quality") }),
        "{blockers:?}"
    );
}

/// On which days the owner of a condition was reminded.
fn reminders(s: &Scenario) -> Vec<Date> {
    let reminded =
        |recorded: &&Recorded| matches!(recorded.event, Event::Condition { event: ConditionEvent::Reminded { .. }, .. });
    s.log.iter().filter(reminded).map(|recorded| recorded.at.today).collect()
}

#[test]
fn its_owner_is_reminded_once_a_week_ahead_of_its_date() {
    let mut s = indebted();
    s.time_passes(12);
    assert_eq!(reminders(&s), []);
    assert_eq!(next_due(&s.funnel, &s.project, &s.context(&Actor::System, None)), Some(in_days(13)));
    s.refused(ICT, act(ConditionAct::Remind), 18);
    assert_eq!(s.decide_as(&Actor::System, act(ConditionAct::Remind).into()).unwrap_err(), Rejection::NotOverdue);
    s.time_passes(1).time_passes(1).time_passes(3);
    assert_eq!(reminders(&s), [in_days(13)], "once");
    assert_eq!(s.decide_as(&Actor::System, act(ConditionAct::Remind).into()).unwrap_err(), Rejection::NotOverdue);
    // A new date is a new reminder; one that lies as near as the reminder itself is not said twice.
    s.time_passes(13);
    s.given(CHAIR, extra(Aftermath::GoOn { due: in_days(50) }, None)).time_passes(15);
    assert_eq!(reminders(&s), [in_days(13), in_days(45)], "also a day or two late, after downtime");
    s.time_passes(6);
    s.given(CHAIR, extra(Aftermath::GoOn { due: in_days(58) }, None)).time_passes(7);
    assert_eq!(reminders(&s).len(), 2);
    assert_eq!(Project::fold(&s.log).unwrap(), s.project);
}

#[test]
fn nobody_is_reminded_of_what_they_reported_of_a_date_that_is_over_or_of_one_just_heard() {
    let mut s = indebted();
    s.given(ICT, act(ConditionAct::Report { note: text(61) })).time_passes(15);
    assert_eq!(reminders(&s), [], "it waits for the party that accepts it");
    s.given(ICT_2, act(ConditionAct::SendBack { note: text(62) })).time_passes(0);
    assert_eq!(reminders(&s), [in_days(15)], "it waits for its owner again");
    let mut s = indebted();
    s.time_passes(21);
    assert_eq!(reminders(&s), [], "after downtime: its date is over, and that is what is told");
    let mut s = almost();
    s.given(CHAIR, go_if(vec![condition(ict_ready(), in_days(7))])).time_passes(5);
    assert_eq!(reminders(&s), [], "the date was told within the week");
}

/// ICT's check as a debt of the gate: its review was not there.
fn owing_a_review() -> Scenario {
    let mut s =
        Scenario::exploring().under(|funnel| funnel.phases[1].gate.as_mut().unwrap().requirements[1].deferrable = true);
    s.given(CARE, submit("risks", 2, &["risks"]));
    s.given(QUALITY, review("risks", "quality", Verdict::Approve));
    s.given(CARE_2, review("risks", "care", Verdict::Approve));
    s.given(ICT, submit("ict-check", 3, &[]));
    s.given(QUALITY, judge("client-safety", "quality", Answer::Met));
    s.given(ICT_2, in_practice("ict-ready", "ict", Answer::Met));
    let demand = Demand::Document { artefact: artefact("ict-check"), stage: Stage::Final };
    s.given(CHAIR, go_if(vec![NewCondition { demand, text: None, owner: person(ICT), due: in_days(40), blocks: None }]));
    assert_eq!(s.project.round, None);
    s
}

#[test]
fn a_review_that_a_condition_waits_for_is_a_task_though_no_gate_is_open() {
    let mut s = owing_a_review();
    let kind = TaskKind::Review(artefact("ict-check"), party("quality"));
    let review_task = |s: &Scenario| s.tasks().into_iter().find(|task| task.kind == kind);
    let task = review_task(&s).expect("quality owes a review");
    assert_eq!((&task.waits_for, task.revision), (&Waiter::Party(party("quality")), Some(1)));
    assert!(task.is_for(&s.context(&Actor::System, None), person(QUALITY)));
    // It is late like any other, and that is noted once.
    s.time_passes(20);
    let noted =
        |s: &Scenario| s.log.iter().filter(|r| matches!(&r.event, Event::TaskOverdue { task, .. } if *task == kind)).count();
    assert_eq!(noted(&s), 1);
    s.given(QUALITY, review("ict-check", "quality", Verdict::RequestChanges));
    assert_eq!(review_task(&s), None, "it waits for its writer, who owns the condition");
    s.given(ICT, submit("ict-check", 4, &[]));
    assert!(review_task(&s).is_some_and(|task| task.revision == Some(2)));
    s.given(QUALITY, review("ict-check", "quality", Verdict::Approve));
    assert_eq!(review_task(&s), None);
    s.given(ICT, act(ConditionAct::Report { note: text(61) })).given(QUALITY, act(ConditionAct::Accept { note: None }));
    assert!(s.project.conditions.open.is_empty());
    assert_eq!(Project::fold(&s.log).unwrap(), s.project);
}
