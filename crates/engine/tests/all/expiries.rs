//! Law 12: validity runs out; owners hear ahead; at expiry the criteria are open again.

use engine::*;

use crate::live::*;
use crate::scenario::*;

fn expiry(events: &[Event]) -> Vec<&ExpiryEvent> {
    let mut found = Vec::new();
    for event in events {
        if let Event::Expiry { event, .. } = event {
            found.push(event);
        }
    }
    found
}

#[test]
fn the_last_day_is_computed_once_and_stands_in_the_event() {
    let s = exploring();
    let events = s.when(CARE, submit("risks", 2, &["risks"])).unwrap();
    let Event::RevisionSubmitted { valid_until, .. } = &events[0] else { panic!() };
    assert_eq!(*valid_until, Some(moment(100).today));
}

#[test]
fn a_date_in_the_form_ends_it_where_the_kind_says_so_and_may_not_be_past() {
    let mut s = exploring();
    let mut act = submit("agreement", 5, &[]);
    act.ends_on = Some(moment(20).today);
    s.given(LEAD, act.clone());
    assert_eq!(s.project.artefacts[&artefact("agreement")].current.valid_until, Some(moment(20).today));
    s.day = 21;
    act.hash = 6;
    let rejection = s.refused(LEAD, act, 12);
    assert_eq!(rejection, Rejection::AlreadyExpired { artefact: artefact("agreement"), ended: moment(20).today });
}

#[test]
fn the_earlier_of_both_ends_holds() {
    let mut s = exploring();
    s.funnel.artefacts.iter_mut().for_each(|kind| {
        if let Some(validity) = &mut kind.validity {
            validity.days = Some(10);
        }
    });
    let mut act = submit("agreement", 5, &[]);
    act.ends_on = Some(moment(20).today);
    s.given(LEAD, act);
    assert_eq!(s.project.artefacts[&artefact("agreement")].current.valid_until, Some(moment(10).today));
}

#[test]
fn its_writers_hear_ahead_once_and_again_when_it_ran_out() {
    let mut s = live();
    assert!(expiry(&time_passes(&mut s, 69)).is_empty());
    let ahead = time_passes(&mut s, 70);
    assert_eq!(expiry(&ahead), [&ExpiryEvent::Expiring { revision: 1, until: moment(100).today }]);
    let task = s.tasks().into_iter().find(|t| t.kind == TaskKind::Renew(artefact("risks"))).unwrap();
    assert_eq!((task.waits_for, task.due), (Waiter::Party(party("care")), moment(100).today));
    assert!(expiry(&time_passes(&mut s, 100)).is_empty(), "the last day counts");
    let over = time_passes(&mut s, 101);
    assert!(matches!(expiry(&over)[..], [ExpiryEvent::Expired { revision: 1, .. }]));
    assert!(time_passes(&mut s, 300).iter().all(|event| !matches!(event, Event::Expiry { .. })), "once");
    folds(&s);
}

#[test]
fn after_downtime_only_the_end_is_noted() {
    let mut s = live();
    let events = time_passes(&mut s, 200);
    assert!(matches!(expiry(&events)[..], [ExpiryEvent::Expired { .. }]));
}

#[test]
fn the_worker_knows_when_to_look() {
    let mut s = exploring();
    s.given(CARE, submit("risks", 2, &["risks"]));
    // Everything else that could be late is noted first.
    time_passes(&mut s, 60);
    assert_eq!(next(&s), Some(moment(70).today));
    time_passes(&mut s, 70);
    assert_eq!(next(&s), Some(moment(101).today));
    time_passes(&mut s, 101);
    assert_eq!(next(&s), None);
}

#[test]
fn writers_hear_of_it_only_in_the_phases_that_the_funnel_names() {
    let mut s = live();
    let risks = s.funnel.artefacts.iter_mut().find(|kind| kind.key == artefact("risks")).unwrap();
    risks.validity.as_mut().unwrap().watched_in = vec![phase("exploration")];
    assert!(expiry(&time_passes(&mut s, 200)).is_empty());
    assert_eq!(s.project.expiries, Expiries::default());
}

#[test]
fn an_expired_document_opens_its_requirement_and_what_rests_on_it_also_when_that_was_judged_before() {
    let mut s = ready();
    assert_eq!(s.blockers(), []);
    s.day = 101;
    // `risks` may be 90 days old at this gate; that it ran out is told when its age would do.
    for requirement in &mut s.funnel.phases[1].gate.as_mut().unwrap().requirements {
        requirement.maximum_age_days = None;
    }
    let (risks, safety) = (artefact("risks"), criterion("client-safety"));
    assert_eq!(
        s.blockers(),
        [
            Blocker::DocumentExpired { artefact: risks.clone() },
            Blocker::EvidenceExpired { criterion: safety, party: party("quality") },
        ]
    );
    assert!(s.blockers().iter().all(|blocker| blocker.law() == Law(12)));
    let states: Vec<_> = s.readiness().checks.into_iter().map(|check| check.state).collect();
    assert_eq!(states, [CheckState::Expired, CheckState::Done, CheckState::Expired, CheckState::Done]);
    assert!(kinds(&s).contains(&TaskKind::Renew(risks)));
    s.refused(CHAIR, decide_gate("g1", Outcome::Go), 2);
}

#[test]
fn what_ran_out_proves_nothing() {
    let mut s = ready();
    s.day = 101;
    let rejection = s.refused(QUALITY, judge("client-safety", "quality", Answer::Met), 12);
    assert_eq!(rejection.way_out(), WayOut::Submit { artefacts: vec![artefact("risks")] });
    s.given(QUALITY, judge("client-safety", "quality", Answer::NotMet));
}

#[test]
fn a_renewed_document_asks_its_criteria_to_be_answered_or_confirmed_even_when_nothing_else_changed() {
    let mut s = ready();
    s.day = 101;
    // Nobody noted the end yet; the new revision does.
    let events = s.when(CARE, submit("risks", 7, &[])).unwrap();
    assert!(matches!(expiry(&events)[..], [ExpiryEvent::Expired { revision: 1, reopened: None, .. }]));
    s.take(&actor(CARE), events);
    let stale = Blocker::JudgementStale { criterion: criterion("client-safety"), party: party("quality") };
    assert!(s.blockers().contains(&stale));
    s.given(QUALITY, confirm("quality", &["risks"], &["client-safety"]));
    assert!(!s.blockers().contains(&stale));
    folds(&s);
}

#[test]
fn in_use_what_rests_on_it_is_asked_again_outside_the_round_and_the_next_decision_waits() {
    let mut s = live();
    s.given(QUALITY, judge("still-safe", "quality", Answer::Met));
    assert_eq!(s.blockers(), []);
    time_passes(&mut s, 101);
    let open = Blocker::ExpiryOpen { artefact: artefact("risks") };
    assert!(s.blockers().contains(&open));
    // Both the criterion of the open round and the one of the gate before.
    approve_risks(&mut s, 8);
    let judges = [
        TaskKind::Judge(criterion("client-safety"), party("quality")),
        TaskKind::Judge(criterion("still-safe"), party("quality")),
    ];
    assert!(judges.iter().all(|task| kinds(&s).contains(task)), "{:?}", kinds(&s));
    s.given(QUALITY, confirm("quality", &[], &["still-safe"]));
    assert!(s.blockers().contains(&open));
    let context = s.context(&Actor::System, None);
    let points = expiry_points(&s.funnel, &s.project, &context, &artefact("risks"));
    let waits: Vec<Blocker> = points.into_iter().map(|point| point.blocker).collect();
    assert_eq!(waits, [Blocker::JudgementOpen { criterion: criterion("client-safety"), party: party("quality") }]);
    s.given(QUALITY, judge("client-safety", "quality", Answer::Met));
    let renewed = Event::Expiry { artefact: artefact("risks"), event: ExpiryEvent::Renewed { revision: 2 } };
    assert_eq!(s.log.last().unwrap().event, renewed);
    assert_eq!(s.blockers(), []);
    assert_eq!(s.project.reopened, Reopened::default());
    folds(&s);
}

#[test]
fn the_same_content_again_renews_it_and_nothing_else() {
    let mut s = exploring();
    s.given(CARE, submit("risks", 2, &["risks"]));
    s.refused(CARE, submit("risks", 2, &[]), 4);
    s.day = 40;
    s.given(CARE, submit("risks", 2, &[]));
    let current = &s.project.artefacts[&artefact("risks")].current;
    assert_eq!((current.number, current.valid_until), (2, Some(moment(140).today)));
    s.given(ICT, submit("ict-check", 3, &[]));
    s.day = 80;
    s.refused(ICT, submit("ict-check", 3, &[]), 4);
}

#[test]
fn a_stopped_project_renews_nothing_and_does_nothing_more() {
    let mut s = live();
    time_passes(&mut s, 101);
    s.given(CHAIR, decide_gate("g2", Outcome::Stop));
    assert_eq!(kinds(&s), []);
    s.day = 400;
    assert_eq!(due_now(&s), []);
    assert_eq!(next(&s), None);
    folds(&s);
}

#[test]
fn people_do_not_note_that_something_ran_out() {
    let mut s = live();
    s.day = 101;
    s.refused(MANAGER, Command::NoteExpiry { artefact: artefact("risks") }, 18);
}

#[test]
fn after_a_revision_that_ran_out_the_next_is_watched_as_well() {
    let mut s = live();
    time_passes(&mut s, 101);
    s.given(CARE, submit("risks", 3, &["risks"]));
    assert!(time_passes(&mut s, 170).iter().all(|event| !matches!(event, Event::Expiry { .. })));
    let ahead = time_passes(&mut s, 171);
    assert_eq!(expiry(&ahead), [&ExpiryEvent::Expiring { revision: 2, until: moment(201).today }]);
    let task = s.tasks().into_iter().find(|t| t.kind == TaskKind::Renew(artefact("risks"))).expect("its writers hear of it");
    assert_eq!((task.revision, task.due), (Some(2), moment(201).today));
}
