//! What the board and the bodies settle once: improvement plans (law 3), agreements and terms (law 8).

use engine::*;

use super::*;
use crate::scenario::*;

#[test]
fn a_gap_may_be_one_improvement_plan_of_the_board_that_all_gates_show() {
    let mut p = Provider::new();
    p.refused(ADMIN, plan("nen7510", 100), 18);
    p.refused(BOARD, plan("nen7510", 0), 16);
    p.refused(BOARD, plan("nen7510", 1000), 16);
    p.refused(BOARD, plan("other", 100), 19);
    p.given(BOARD, plan("nen7510", 100));
    let mut s = resting_on("nen7510", &p);
    assert_eq!(s.blockers(), [], "the gap is the organisation's condition, also for a legal criterion");
    let in_force = PlanInForce { evidence: evidence("nen7510"), due: moment(100).today };
    assert_eq!(s.readiness().plans, [in_force]);
    let elsewhere = Scenario { organisation: p.organisation.clone(), ..Scenario::start() };
    assert_eq!(elsewhere.readiness().plans.len(), 1, "all gates show it");
    s.refused(QUALITY, safe(), 11);
    assert!(s.when(CHAIR, decide_gate("g1", Outcome::Go)).is_ok());
    s.day = 101;
    assert_eq!(s.readiness().plans, []);
    assert!(s.blockers().iter().any(|b| matches!(b, Blocker::OrganisationEvidence { .. })), "its date passed");
    p.given(SECURITY, submitted("nen7510", None)).given(CISO, judged("nen7510", 1, true));
    assert!(p.organisation.plans.is_empty(), "what is sufficient needs no plan");
    assert_eq!(p.refused(BOARD, plan("nen7510", 100), 3), Rejection::NoGap { evidence: evidence("nen7510") });
    p.organisation.settings.board = None;
    assert_eq!(p.refused(BOARD, plan("nen7510", 100), 3), Rejection::NoBoard);
}

#[test]
fn a_body_may_agree_revocably_to_be_only_informed() {
    let small = When::Not(Box::new(middle_or_more()));
    let mut p = Provider::new();
    p.refused(COUNCIL, agree(small.clone()), 18);
    p.given(COUNCIL_CHAIR, agree(small.clone()));
    let mut s = advice();
    s.organisation = p.organisation.clone();
    let mut large = s.clone();
    large.given(LEAD, open("advice"));
    assert_eq!(large.project.consultations.standing[&1].right, Right::Advice, "it does not cover this project");
    s.given(LEAD, answer_fact("impact", FactValue::Level(level("small"))));
    s.given(QUALITY, confirm_fact("impact", FactValue::Level(level("small"))));
    s.given(LEAD, open("advice"));
    let Event::Consultation { event: ConsultationEvent::Informed { agreement, informed, .. }, .. } =
        &s.log.last().unwrap().event
    else {
        panic!()
    };
    assert_eq!((*agreement, informed.len()), (Some(1), 2));
    assert!(s.readiness().blockers().all(|b| !matches!(b, Blocker::Consultation { .. })));
    let revoke = OrganisationCommand::Revoke { agreement: 1, reason: text(96) };
    p.refused(ADMIN, revoke.clone(), 18);
    p.given(COUNCIL_CHAIR, revoke.clone());
    assert_eq!(p.refused(COUNCIL_CHAIR, revoke, 8), Rejection::NoAgreement { agreement: 1 });
    s.organisation = p.organisation.clone();
    assert!(
        s.readiness().blockers().any(|b| matches!(b, Blocker::Consultation { lacks: ConsultationBlock::NotOpened, .. }))
    );
    s.given(LEAD, open("advice"));
    assert_eq!(s.project.consultations.standing[&2].right, Right::Advice);
    p.folds();
}

#[test]
fn an_agreement_about_what_a_funnel_does_not_ask_covers_nothing() {
    let mut p = Provider::new();
    let unknown = When::Not(Box::new(When::Is(fact("uses_ai"), FactValue::Boolean(true))));
    p.given(COUNCIL_CHAIR, agree(unknown));
    let mut s = advice();
    s.organisation = p.organisation.clone();
    s.given(LEAD, open("advice"));
    assert_eq!(s.project.consultations.standing[&1].right, Right::Advice);
    let long = When::Any(vec![When::Always; limits::AGREEMENT_CONDITIONS]);
    p.refused(COUNCIL_CHAIR, agree(long), 17);
}

#[test]
fn an_agreement_covers_a_project_once_what_it_speaks_of_is_answered_and_confirmed() {
    let large = || FactValue::Level(level("large"));
    let right = |when: When, s: &Scenario| {
        let mut p = Provider::new();
        p.given(COUNCIL_CHAIR, agree(when));
        let mut s = Scenario { organisation: p.organisation, ..s.clone() };
        s.given(LEAD, open("advice"));
        s.project.consultations.standing[&1].right
    };
    let mut s = advice();
    // Until it is answered the heaviest counts, so that nothing is forgotten: the body is asked then, and not told.
    assert!(s.funnel.holds(&middle_or_more(), &s.project.facts));
    assert_eq!(right(middle_or_more(), &s), Right::Advice, "nobody answered");
    s.given(LEAD, answer_fact("impact", large()));
    assert_eq!(right(middle_or_more(), &s), Right::Information, "the heaviest needs no confirmation");
    s.given(LEAD, answer_fact("impact", FactValue::Level(level("middle"))));
    assert_eq!(right(middle_or_more(), &s), Right::Advice, "a lighter answer waits for its confirmation");
    s.given(QUALITY, confirm_fact("impact", FactValue::Level(level("middle"))));
    assert_eq!(right(middle_or_more(), &s), Right::Information);
    // A level that this funnel does not know is neither more nor less than what was answered.
    let other = When::AtLeast(fact("impact"), FactValue::Level(level("huge")));
    assert_eq!(right(When::Not(Box::new(other)), &s), Right::Advice);
}

#[test]
fn what_follows_from_other_answers_is_answered_with_them() {
    let mut s = advice();
    let derived = FactDefinition {
        key: fact("heavy"),
        confirmed_by: None,
        derived: vec![
            Derivation { when: When::Is(fact("personal_data"), FactValue::Boolean(true)), value: FactValue::Boolean(true) },
            Derivation { when: When::Always, value: FactValue::Boolean(false) },
        ],
        ..s.funnel.fact(&fact("personal_data")).unwrap().clone()
    };
    s.funnel.facts.push(derived);
    let answered = |s: &Scenario| s.funnel.is_answered(&fact("heavy"), &s.project.facts);
    assert!(!answered(&s) && !s.funnel.is_answered(&fact("unheard-of"), &s.project.facts));
    s.given(LEAD, answer_fact("personal_data", FactValue::Boolean(false)));
    assert!(answered(&s));
    s.funnel.facts.last_mut().unwrap().confirmed_by = Some(party("quality"));
    assert!(!answered(&s), "until it is confirmed the heavier value counts");
    s.given(QUALITY, confirm_fact("heavy", FactValue::Boolean(false)));
    assert!(answered(&s));
}

#[test]
fn terms_go_by_the_bodys_own_rules_around_its_meetings_and_holidays() {
    let mut p = Provider::new();
    let mut rules = BodyRules { term_days: 15, waiting_days: 40, ..BodyRules::default() };
    let set = |rules: &BodyRules| OrganisationCommand::SetBody { body: party("council"), rules: rules.clone() };
    p.refused(COUNCIL_CHAIR, set(&rules), 18);
    let mut ends = |rules: &BodyRules| {
        p.given(ADMIN, set(rules));
        let mut s = advice();
        s.organisation = p.organisation.clone();
        s.given(LEAD, open("advice"));
        let known = s.project.consultations.standing[&1].clone();
        assert_eq!(known.waiting_days, 40);
        known.term.unwrap().due
    };
    assert_eq!(ends(&rules), moment(21).today, "fifteen working days, where the funnel gives ten");
    rules.recess = vec![(moment(7).today, moment(13).today)];
    assert_eq!(ends(&rules), moment(28).today, "a week of holidays");
    rules.meetings = BTreeSet::from([moment(0).today, moment(10).today]);
    assert_eq!(ends(&rules), moment(28).today, "it meets within the term");
    rules.meetings = BTreeSet::from([moment(36).today, moment(50).today]);
    assert_eq!(ends(&rules), moment(36).today, "it meets later");
}

#[test]
fn a_meeting_beyond_what_any_term_may_take_is_told_with_its_date_the_limit_and_who_can_change_it() {
    let mut p = Provider::new();
    let rules = BodyRules { meetings: BTreeSet::from([moment(401).today]), ..BodyRules::default() };
    p.given(ADMIN, OrganisationCommand::SetBody { body: party("council"), rules: rules.clone() });
    let mut s = advice();
    s.organisation = p.organisation.clone();
    let (earliest, latest) = (moment(401).today, moment(400).today);
    let refused = s.refused(LEAD, open("advice"), 8);
    assert_eq!(refused, Rejection::TermTooFar { party: party("council"), earliest, latest, days: 400 });
    assert_eq!(refused.way_out(), WayOut::Ask { need: Need::Administrator });
    // Choosing a date is no way out either, so none is asked for; one day later the meeting is within reach.
    s.day = 1;
    s.given(LEAD, open("advice"));
    assert_eq!(s.project.consultations.standing[&1].term.unwrap().due, earliest);
}
