//! Who hears what.

use engine::{Outcome, PersonId, Stage, Verdict};
use notification::{Matter, Notice, NoticeKind, plan};

use crate::fixture::{BOARD, CHAIR, ICT, LEAD, Log, MEMBER, funnel, party, phase, roster};

fn people(notices: &[Notice]) -> Vec<PersonId> {
    notices.iter().map(|notice| notice.to).collect()
}

#[test]
fn every_member_of_a_reviewing_party_is_asked_except_the_authors() {
    let mut log = Log::started();
    let submitted = log.submit(1, Stage::Final);
    let notices = plan(&funnel(), &log.project(), &roster(), &submitted);
    // Not inkoop: it does not take part yet. Not the person who left.
    assert_eq!(people(&notices), [ICT, CHAIR, MEMBER]);
    assert!(notices.iter().all(|n| n.kind() == NoticeKind::PleaseReview && n.sequence == submitted.sequence));
}

#[test]
fn a_member_of_two_reviewing_parties_is_asked_once_for_both() {
    let mut log = Log::started();
    let submitted = log.submit(1, Stage::Final);
    let mut roster = roster();
    let ict = roster.parties.members[&party("ict")][0];
    roster.parties.members.get_mut(&party("raad")).unwrap().push(ict);
    let notices = plan(&funnel(), &log.project(), &roster, &submitted);
    assert_eq!(people(&notices), [ICT, CHAIR, MEMBER]);
    let Matter::PleaseReview { parties, .. } = &notices[0].matter else { panic!("another matter") };
    assert_eq!(parties.iter().map(|label| label.nl.as_str()).collect::<Vec<_>>(), ["ICT", "Cliëntenraad"]);
}

#[test]
fn nobody_is_asked_about_a_superseded_revision() {
    let mut log = Log::started();
    let first = log.submit(1, Stage::Final);
    log.submit(2, Stage::Final);
    assert_eq!(plan(&funnel(), &log.project(), &roster(), &first), []);
}

#[test]
fn a_party_that_has_reviewed_is_not_asked_again() {
    let mut log = Log::started();
    let submitted = log.submit(1, Stage::Final);
    log.review(CHAIR, "raad", 1, Verdict::Approve);
    assert_eq!(people(&plan(&funnel(), &log.project(), &roster(), &submitted)), [ICT]);
}

#[test]
fn nobody_is_asked_while_a_party_sends_the_revision_back() {
    let mut log = Log::started();
    let submitted = log.submit(1, Stage::Final);
    log.review(CHAIR, "raad", 1, Verdict::RequestChanges);
    assert_eq!(plan(&funnel(), &log.project(), &roster(), &submitted), []);
}

#[test]
fn nobody_is_asked_about_a_concept_where_the_gate_asks_the_final_document() {
    let mut log = Log::started();
    let submitted = log.submit(1, Stage::Concept);
    assert_eq!(plan(&funnel(), &log.project(), &roster(), &submitted), []);
}

#[test]
fn nobody_is_asked_in_a_stopped_project() {
    let mut log = Log::started();
    let submitted = log.submit(1, Stage::Final);
    log.decide(Outcome::Stop);
    assert_eq!(plan(&funnel(), &log.project(), &roster(), &submitted), []);
}

#[test]
fn a_decision_reaches_everyone_concerned_once_and_not_its_author() {
    let outcomes = [Outcome::Stop, Outcome::Rework { to: phase("verkenning") }, Outcome::ConditionalGo, Outcome::Go];
    for outcome in outcomes {
        let mut log = Log::started();
        log.submit(1, Stage::Final);
        let decided = log.decide(outcome.clone());
        let notices = plan(&funnel(), &log.project(), &roster(), &decided);
        let told = people(&notices);
        // Author of a document but member of ICT: concerned as a member. The board's chair decided and knows.
        assert_eq!(told, [LEAD, ICT, crate::fixture::ICT_AUTHOR, CHAIR, MEMBER], "{outcome:?}");
        assert!(!told.contains(&BOARD));
        let Matter::DecisionTaken { phase, here, .. } = &notices[0].matter else { panic!("another matter") };
        let expected = match outcome {
            Outcome::Stop => (None, false),
            Outcome::Rework { .. } | Outcome::Hold { .. } => (Some("Verkenning"), true),
            Outcome::ConditionalGo | Outcome::Go => (Some("Proef"), false),
        };
        assert_eq!((phase.as_ref().map(|label| label.nl.as_str()), *here), expected);
    }
}

#[test]
fn a_reviewer_who_left_the_party_still_hears_the_decision() {
    let mut log = Log::started();
    log.submit(1, Stage::Final);
    log.review(MEMBER, "raad", 1, Verdict::Approve);
    let decided = log.decide(Outcome::Go);
    let mut roster = roster();
    roster.parties.members.remove(&party("raad"));
    let told = people(&plan(&funnel(), &log.project(), &roster, &decided));
    assert!(told.contains(&MEMBER) && !told.contains(&CHAIR), "{told:?}");
}

#[test]
fn other_events_tell_nobody() {
    let mut log = Log::started();
    log.submit(1, Stage::Final);
    log.review(CHAIR, "raad", 1, Verdict::Approve);
    let (funnel, project, roster) = (funnel(), log.project(), roster());
    // Everybody heard that it began, and who reviews that it was submitted.
    let others = log.0.iter().filter(|r| ![1, 4].contains(&r.sequence));
    assert!(others.flat_map(|recorded| plan(&funnel, &project, &roster, recorded)).next().is_none());
}

#[test]
fn a_notice_survives_storage() {
    let mut log = Log::started();
    let submitted = log.submit(1, Stage::Final);
    for notice in plan(&funnel(), &log.project(), &roster(), &submitted) {
        let stored = serde_json::to_string(&notice).unwrap();
        assert_eq!(serde_json::from_str::<Notice>(&stored).unwrap(), notice);
    }
}
