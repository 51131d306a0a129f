//! Law 12: a change reopens exactly the artefacts and criteria named for its kind.

use engine::*;

use crate::live::*;
use crate::scenario::*;

fn report(key: &str) -> Command {
    Command::Change(ChangeAct::Report { kind: change(key), text: text(62) })
}

fn close_small(number: u32) -> Command {
    Command::Change(ChangeAct::CloseSmall { change: number, note: text(63) })
}

fn points(s: &Scenario, number: u32) -> Vec<Blocker> {
    let points = change_points(&s.funnel, &s.project, &s.context(&Actor::System, None), number);
    points.into_iter().map(|point| point.blocker).collect()
}

fn last(s: &Scenario) -> &Event {
    &s.log.last().unwrap().event
}

#[test]
fn a_change_reopens_exactly_what_its_kind_names_and_the_next_decision_waits() {
    let mut s = live();
    s.given(QUALITY, judge("still-safe", "quality", Answer::Met));
    assert_eq!(s.blockers(), []);
    s.given(ICT, report("supplier-update"));
    assert_eq!(s.blockers(), [Blocker::ChangeOpen { change: 1 }]);
    assert_eq!(
        points(&s, 1),
        [
            Blocker::ReviewStale { artefact: artefact("ict-check"), party: party("quality") },
            Blocker::JudgementOpen { criterion: criterion("ict-ready"), party: party("ict") },
        ]
    );
    let waiting: Vec<_> =
        s.tasks().into_iter().filter(|t| t.due == moment(14).today).map(|t| (t.kind, t.confirmable)).collect();
    let review_task = TaskKind::Review(artefact("ict-check"), party("quality"));
    assert_eq!(waiting, [(review_task, true), (TaskKind::Judge(criterion("ict-ready"), party("ict")), false)]);
    let Rejection::NotReady { blockers } = s.refused(CHAIR, decide_gate("g2", Outcome::Go), 2) else { panic!() };
    assert_eq!(blockers[0].law(), Law(12));
    folds(&s);
}

#[test]
fn it_is_closed_when_everything_was_answered_again_outside_the_round() {
    let mut s = live();
    s.given(ICT, report("supplier-update"));
    // The same document is approved again in one act.
    s.given(QUALITY, confirm("quality", &["ict-check"], &[]));
    assert_eq!(points(&s, 1).len(), 1);
    s.given(ICT_2, in_practice("ict-ready", "ict", Answer::Met));
    let Event::CriterionJudged { gate: terms, round, .. } = &s.log[s.log.len() - 2].event else { panic!() };
    assert_eq!((terms, *round), (&gate("g1"), 1), "on the terms of the gate that asked it");
    assert_eq!(last(&s), &Event::Change { change: 1, event: ChangeEvent::Closed });
    assert!(s.project.changes.open.is_empty());
    assert_eq!(s.project.reopened, Reopened::default());
    s.refused(ICT_2, in_practice("ict-ready", "ict", Answer::Met), 2);
    folds(&s);
}

#[test]
fn the_laws_of_answering_hold_there_too() {
    let mut s = live();
    s.given(ICT, report("supplier-update"));
    s.refused(ICT_2, judge("ict-ready", "ict", Answer::Met), 11);
    s.refused(ICT, in_practice("ict-ready", "ict", Answer::Met), 5);
    s.refused(QUALITY, judge("client-safety", "quality", Answer::Met), 2);
    s.refused(QUALITY, confirm("quality", &["risks"], &[]), 4);
}

#[test]
fn a_criterion_of_the_open_round_is_answered_there_once_for_both() {
    let mut s = live();
    s.given(QUALITY, judge("still-safe", "quality", Answer::Met));
    s.given(CARE, report("new-group"));
    let stale = Blocker::JudgementStale { criterion: criterion("still-safe"), party: party("quality") };
    assert!(s.blockers().contains(&stale), "an answer from before the change no longer counts");
    s.given(QUALITY, confirm("quality", &["risks"], &["still-safe"]));
    assert_eq!(s.blockers(), [Blocker::ChangeOpen { change: 1 }]);
    s.given(CARE_2, confirm("care", &["risks"], &[]));
    s.given(QUALITY, judge("client-safety", "quality", Answer::Met));
    assert_eq!(s.blockers(), []);
    s.given(CHAIR, decide_gate("g2", Outcome::Go));
}

#[test]
fn what_is_asked_again_can_be_entered_for_its_party() {
    let mut s = live();
    s.given(ICT, report("supplier-update"));
    s.given(QUALITY, confirm("quality", &["ict-check"], &[]));
    let met = recorded_for(&mut s, ICT_2, 0, in_practice("ict-ready", "ict", Answer::Met));
    s.given(INNOVATOR, met);
    assert_eq!(last(&s), &Event::Change { change: 1, event: ChangeEvent::Closed });
    folds(&s);
}

#[test]
fn what_was_closed_on_an_entered_answer_is_open_again_for_that_answer_when_it_is_contested() {
    let mut s = live();
    s.given(ICT, report("supplier-update"));
    s.given(QUALITY, confirm("quality", &["ict-check"], &[]));
    let met = recorded_for(&mut s, ICT_2, 0, in_practice("ict-ready", "ict", Answer::Met));
    s.given(INNOVATOR, met);
    assert_eq!(s.project.changes.open.len(), 0);
    s.given(ICT_2, Command::Contest { record: 1, reason: text(91) });
    let open = Blocker::JudgementOpen { criterion: criterion("ict-ready"), party: party("ict") };
    assert_eq!(points(&s, 1), [open], "what others answered stands");
    assert!(s.blockers().contains(&Blocker::ChangeOpen { change: 1 }));
    folds(&s);
    s.given(ICT_2, in_practice("ict-ready", "ict", Answer::Met));
    assert_eq!(last(&s), &Event::Change { change: 1, event: ChangeEvent::Closed });
    assert_eq!(s.project.records.closed, []);
    folds(&s);
}

#[test]
fn what_was_closed_on_an_entered_review_is_open_again_for_that_review_when_it_is_contested() {
    let mut s = live();
    s.given(ICT, report("supplier-update"));
    s.given(ICT_2, in_practice("ict-ready", "ict", Answer::Met));
    let approved = recorded_for(&mut s, QUALITY, 0, review("ict-check", "quality", Verdict::Approve));
    s.given(INNOVATOR, approved);
    assert_eq!(last(&s), &Event::Change { change: 1, event: ChangeEvent::Closed });
    let answered_since = {
        let mut s = s.clone();
        s.given(QUALITY, review("ict-check", "quality", Verdict::Approve));
        s
    };
    assert_eq!(answered_since.project.records.closed, [], "the party said it itself since");
    s.given(QUALITY, Command::Contest { record: 1, reason: text(91) });
    assert_eq!(points(&s, 1), [Blocker::ReviewOpen { artefact: artefact("ict-check"), party: party("quality") }]);
    s.given(QUALITY, review("ict-check", "quality", Verdict::Approve));
    assert_eq!(s.project.changes.open.len(), 0);
    folds(&s);
}

#[test]
fn what_was_reviewed_anew_since_is_not_asked_again_with_the_answer_that_was_entered_beside_it() {
    let mut s = live();
    s.given(CARE, report("new-group"));
    s.given(CARE_2, confirm("care", &["risks"], &[])).given(QUALITY, judge("still-safe", "quality", Answer::Met));
    let answers = vec![Answered {
        criterion: criterion("client-safety"),
        answer: Answer::Met,
        proof: Proof::Paper,
        motivation: Some(text(92)),
    }];
    let Command::ReviewRevision { artefact, party, verdict, note, .. } = review("risks", "quality", Verdict::Approve) else {
        panic!()
    };
    let both = Command::ReviewRevision { artefact: artefact.clone(), party, verdict, note, answers };
    let both = recorded_for(&mut s, QUALITY, 0, both);
    s.given(INNOVATOR, both);
    assert_eq!(last(&s), &Event::Change { change: 1, event: ChangeEvent::Closed });
    assert!(s.project.records.closed[0].again[&1].artefacts.contains_key(&artefact));
    s.given(QUALITY, review("risks", "quality", Verdict::Approve));
    s.given(QUALITY, Command::Contest { record: 1, reason: text(91) });
    let again = &s.project.changes.open[&1].reopened;
    assert_eq!((again.artefacts.len(), again.criteria.len()), (0, 1));
    folds(&s);
}

#[test]
fn what_was_entered_for_a_party_and_contested_is_asked_once_more() {
    let mut s = live();
    s.given(ICT, report("supplier-update"));
    let met = recorded_for(&mut s, ICT_2, 0, in_practice("ict-ready", "ict", Answer::Met));
    s.given(INNOVATOR, met);
    assert_eq!(points(&s, 1).len(), 1);
    s.given(ICT_2, Command::Contest { record: 1, reason: text(91) });
    assert!(points(&s, 1).contains(&Blocker::JudgementOpen { criterion: criterion("ict-ready"), party: party("ict") }));
    folds(&s);
}

#[test]
fn an_answer_that_went_along_into_the_next_round_is_not_a_new_one_when_it_is_contested() {
    let mut s = live();
    s.given(CARE, report("new-group"));
    let met = recorded_for(&mut s, QUALITY, 0, judge("still-safe", "quality", Answer::Met));
    s.given(INNOVATOR, met);
    s.given(CHAIR, decide_gate("g2", Outcome::Rework { to: phase("selection") }));
    let round = s.project.round.clone().unwrap();
    assert_eq!((&round.gate, round.number), (&gate("g2"), 2), "the same gate, with the answers of before");
    assert!(round.judgements.contains_key(&criterion("still-safe")));
    s.given(QUALITY, Command::Contest { record: 1, reason: text(91) });
    assert!(s.project.reopened.waits_for_answer(&criterion("still-safe"), &party("quality")));
    let open = Blocker::JudgementOpen { criterion: criterion("still-safe"), party: party("quality") };
    assert!(points(&s, 1).contains(&open), "there is nothing to confirm");
    folds(&s);
}

#[test]
fn what_was_answered_anew_in_a_later_round_stands_when_the_record_before_it_is_contested() {
    let mut s = live();
    s.given(CARE, report("new-group"));
    let met = recorded_for(&mut s, QUALITY, 0, judge("still-safe", "quality", Answer::Met));
    s.given(INNOVATOR, met);
    s.given(CHAIR, decide_gate("g2", Outcome::Rework { to: phase("selection") }));
    s.given(QUALITY, judge("still-safe", "quality", Answer::Met));
    // That round is over as well: the answer is looked for where it was asked again.
    s.given(CHAIR, decide_gate("g2", Outcome::Stop));
    s.given(QUALITY, Command::Contest { record: 1, reason: text(91) });
    assert!(!s.project.reopened.waits_for_answer(&criterion("still-safe"), &party("quality")));
    folds(&s);
}

#[test]
fn what_was_answered_anew_at_another_gate_stands_when_the_record_of_the_earlier_gate_is_contested() {
    let mut s = exploring();
    let at_both = s.funnel.criteria.iter_mut().find(|known| known.key == criterion("client-safety")).unwrap();
    at_both.asked_at.push(Asking { gate: gate("g2"), ..at_both.asked_at[0].clone() });
    approve_risks(&mut s, 2);
    s.given(ICT, submit("ict-check", 3, &[]));
    s.given(QUALITY, review("ict-check", "quality", Verdict::Approve));
    s.given(ICT_2, in_practice("ict-ready", "ict", Answer::Met));
    let met = recorded_for(&mut s, QUALITY, 0, judge("client-safety", "quality", Answer::Met));
    s.given(INNOVATOR, met);
    s.given(CHAIR, decide_gate("g1", Outcome::Go));
    s.given(CARE, report("new-group"));
    s.given(QUALITY, judge("client-safety", "quality", Answer::Met));
    let Event::CriterionJudged { gate: at, round, .. } = last(&s) else { panic!() };
    assert_eq!((at, *round), (&gate("g2"), 1), "a round with the number of the one that was recorded in");
    s.given(CHAIR, decide_gate("g2", Outcome::Stop));
    s.given(QUALITY, Command::Contest { record: 1, reason: text(91) });
    assert!(!s.project.reopened.waits_for_answer(&criterion("client-safety"), &party("quality")));
    folds(&s);
}

#[test]
fn not_met_and_requested_changes_keep_it_open() {
    let mut s = live();
    s.given(ICT, report("supplier-update"));
    s.given(QUALITY, review("ict-check", "quality", Verdict::RequestChanges));
    s.given(ICT_2, in_practice("ict-ready", "ict", Answer::NotMet));
    assert_eq!(
        points(&s, 1),
        [
            Blocker::ChangesRequested { artefact: artefact("ict-check"), party: party("quality") },
            Blocker::NotMet { criterion: criterion("ict-ready"), party: party("ict") },
        ]
    );
    assert!(kinds(&s).contains(&TaskKind::Submit(artefact("ict-check"))));
    // A new revision makes both answers old; the judgement can be confirmed or given anew.
    s.given(ICT, submit("ict-check", 9, &[]));
    s.given(QUALITY, review("ict-check", "quality", Verdict::Approve));
    assert_eq!(points(&s, 1), [Blocker::JudgementStale { criterion: criterion("ict-ready"), party: party("ict") }]);
    s.given(ICT_2, in_practice("ict-ready", "ict", Answer::Met));
    assert_eq!(last(&s), &Event::Change { change: 1, event: ChangeEvent::Closed });
}

#[test]
fn two_changes_of_one_kind_are_answered_together_after_the_second() {
    let mut s = live();
    s.given(ICT, report("supplier-update"));
    s.given(QUALITY, confirm("quality", &["ict-check"], &[]));
    s.given(ICT, report("supplier-update"));
    s.given(ICT_2, in_practice("ict-ready", "ict", Answer::Met));
    assert_eq!(s.project.changes.open.len(), 2, "the second asks the approval once more");
    s.given(QUALITY, confirm("quality", &["ict-check"], &[]));
    assert!(s.project.changes.open.is_empty());
}

#[test]
fn a_small_one_is_closed_by_the_named_party_alone_with_a_note_but_not_by_who_reported_it() {
    let mut s = live();
    s.given(ICT, report("supplier-update"));
    assert_eq!(s.refused(ICT, close_small(1), 5).way_out(), WayOut::Ask { need: Need::SomebodyElse });
    s.refused(QUALITY, close_small(1), 18);
    s.given(ICT_2, close_small(1));
    assert!(s.project.changes.open.is_empty());
    assert_eq!(s.project.reopened, Reopened::default());
    assert_eq!(s.refused(ICT_2, close_small(1), 12), Rejection::ChangeNotOpen { change: 1 });
    s.given(CARE, report("new-group"));
    assert_eq!(s.refused(ICT_2, close_small(2), 12), Rejection::ChangeNeverSmall { change_kind: change("new-group") });
    folds(&s);
}

#[test]
fn only_a_product_in_use_changes_and_only_in_ways_that_the_funnel_knows() {
    let s = ready();
    assert_eq!(s.refused(ICT, report("supplier-update"), 12), Rejection::NotInUse { phase: phase("exploration") });
    let mut s = live();
    s.refused(ICT, report("nothing"), 19);
    s.refused(OUTSIDER, report("supplier-update"), 18);
    for _ in 0..limits::OPEN_CHANGES {
        s.given(ICT, report("supplier-update"));
    }
    s.refused(ICT, report("supplier-update"), 17);
}

#[test]
fn what_is_switched_off_or_was_never_asked_is_not_reopened() {
    let mut s = live();
    s.funnel.change_kinds[0].criteria.push(criterion("not-here"));
    s.given(LEAD, answer_fact("impact", FactValue::Level(level("small"))));
    s.given(QUALITY, confirm_fact("impact", FactValue::Level(level("small"))));
    s.given(ICT, report("supplier-update"));
    assert_eq!(points(&s, 1), [Blocker::ReviewStale { artefact: artefact("ict-check"), party: party("quality") }]);
}

#[test]
fn a_change_that_touches_nothing_of_this_project_is_closed_at_once() {
    let mut s = live();
    s.funnel.change_kinds[0].artefacts.clear();
    s.funnel.change_kinds[0].criteria.clear();
    s.given(ICT, report("supplier-update"));
    assert_eq!(last(&s), &Event::Change { change: 1, event: ChangeEvent::Closed });
}

#[test]
fn its_author_saw_the_evidence_as_in_a_round() {
    let mut s = live();
    s.given(ICT, report("supplier-update"));
    let act = in_practice("ict-ready", "ict", Answer::Met);
    let context = s.context(&Actor::System, None);
    let mut seen = Seen { round: Some(1), ..Seen::default() };
    assert!(conflict(&s.funnel, &s.project, &context, &act, &seen).is_some());
    seen.revisions.insert(artefact("ict-check"), Hash([3; 32]));
    assert_eq!(conflict(&s.funnel, &s.project, &context, &act, &seen), None);
}

#[test]
fn closed_as_small_it_leaves_no_review_behind_beside_a_document_that_ran_out() {
    let mut s = live();
    let kind = s.funnel.artefacts.iter_mut().find(|kind| kind.key == artefact("ict-check")).unwrap();
    kind.validity = Some(Validity { days: Some(100), ..Validity::default() });
    s.given(ICT, submit("ict-check", 7, &[]));
    time_passes(&mut s, 101);
    s.given(ICT, submit("ict-check", 8, &[]));
    s.given(QUALITY, review("ict-check", "quality", Verdict::Approve));
    assert!(s.project.expiries.open.contains_key(&artefact("ict-check")), "`ict-ready` was not answered again yet");
    let review_task = TaskKind::Review(artefact("ict-check"), party("quality"));
    s.given(ICT, report("supplier-update"));
    assert!(kinds(&s).contains(&review_task));
    s.given(ICT_2, close_small(1));
    assert!(!kinds(&s).contains(&review_task), "nobody asks for it any more");
    folds(&s);
}
