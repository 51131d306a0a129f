//! Law 7: a party answers as its rule says. Law 5: never alone on one's own work, unless the funnel relaxes that on record.

use engine::*;

use crate::scenario::*;

/// Exploration, with ICT answering by this rule and having these members.
fn ict(rule: AnswerRule, members: &[u8]) -> Scenario {
    let mut s = Scenario::exploring().under(|funnel| {
        funnel.parties.iter_mut().find(|p| p.key == party("ict")).unwrap().rule = rule;
    });
    s.given(ICT, submit("ict-check", 3, &[]));
    let member = |n: &u8| Member { person: person(*n), chair: *n == ICT_2 };
    s.parties.members.insert(party("ict"), members.iter().map(member).collect());
    s
}

fn ready(s: &Scenario, who: u8, answer: Answer) -> Vec<Event> {
    s.when(who, in_practice("ict-ready", "ict", answer)).unwrap()
}

fn judged(events: &[Event]) -> Option<(Answer, Counted)> {
    events.iter().find_map(|event| match event {
        Event::CriterionJudged { answer, counted, .. } => Some((*answer, *counted)),
        _ => None,
    })
}

#[test]
fn k_members_that_agree_answer_for_the_party_and_the_membership_is_copied() {
    let mut s = ict(AnswerRule::KOf(2), &[ICT_2, 21, 22]);
    s.given(21, in_practice("ict-ready", "ict", Answer::Met));
    assert!(s.blockers().iter().any(|b| matches!(b, Blocker::JudgementOpen { .. })), "one vote is no answer");
    let (answer, counted) = judged(&ready(&s, 22, Answer::Met)).unwrap();
    let expected = Counted { rule: AnswerRule::KOf(2), members: 3, votes: 2, delegated_by: None, own_work: false };
    assert_eq!((answer, counted), (Answer::Met, expected));
    s.given(22, in_practice("ict-ready", "ict", Answer::Met));
    assert!(s.project.ballots.is_empty(), "an answer closes its ballot");
}

#[test]
fn a_member_votes_once_and_may_change_the_vote() {
    let mut s = ict(AnswerRule::KOf(2), &[ICT_2, 21, 22]);
    s.given(21, in_practice("ict-ready", "ict", Answer::Met));
    assert_eq!(judged(&ready(&s, 21, Answer::Met)), None);
    s.given(21, in_practice("ict-ready", "ict", Answer::NotMet));
    assert_eq!(judged(&ready(&s, 22, Answer::Met)), None, "one for, one against");
}

#[test]
fn where_no_answer_can_reach_its_number_any_more_the_party_has_not_agreed() {
    let mut s = ict(AnswerRule::All, &[ICT_2, 21]);
    s.given(21, in_practice("ict-ready", "ict", Answer::Met));
    let (answer, counted) = judged(&ready(&s, ICT_2, Answer::NotMet)).unwrap();
    assert_eq!((answer, counted.members, counted.votes), (Answer::NotMet, 2, 0));
}

#[test]
fn a_percentage_is_rounded_up() {
    let mut s = ict(AnswerRule::Percentage(60), &[ICT_2, 21, 22, 23]);
    for who in [21, 22] {
        s.given(who, in_practice("ict-ready", "ict", Answer::Met));
    }
    let (answer, counted) = judged(&ready(&s, 23, Answer::Met)).unwrap();
    assert_eq!((answer, counted.votes), (Answer::Met, 3), "60 % of four is three");
}

#[test]
fn a_quorum_that_cannot_be_met_is_refused() {
    let s = ict(AnswerRule::KOf(3), &[ICT_2, 21]);
    let rejection = s.refused(21, in_practice("ict-ready", "ict", Answer::Met), 7);
    assert_eq!(rejection, Rejection::QuorumImpossible { party: party("ict"), needed: 3, members: 2 });
}

#[test]
fn who_wrote_the_document_is_not_counted() {
    let s = ict(AnswerRule::All, &[ICT, ICT_2, 21]);
    s.refused(ICT, in_practice("ict-ready", "ict", Answer::Met), 5);
    let mut s = s;
    s.given(ICT_2, in_practice("ict-ready", "ict", Answer::Met));
    assert_eq!(judged(&ready(&s, 21, Answer::Met)).unwrap().1.members, 2);
}

#[test]
fn a_new_revision_asks_for_new_votes() {
    let mut s = Scenario::exploring().under(|funnel| {
        funnel.parties.iter_mut().find(|p| p.key == party("quality")).unwrap().rule = AnswerRule::KOf(2);
    });
    let member = |n: u8| Member { person: person(n), chair: false };
    s.parties.members.insert(party("quality"), vec![member(QUALITY), member(21)]);
    s.given(CARE, submit("risks", 2, &["risks"]));
    s.given(QUALITY, review("risks", "quality", Verdict::Approve));
    s.given(CARE, submit("risks", 3, &["risks"]));
    let events = s.when(21, review("risks", "quality", Verdict::Approve)).unwrap();
    assert!(matches!(events[..], [Event::VoteCast { .. }]), "{events:?}");
}

#[test]
fn an_absent_member_delegates_for_a_period_and_one_hop() {
    let mut s = ict(AnswerRule::Any, &[ICT_2]);
    s.refused(31, in_practice("ict-ready", "ict", Answer::Met), 18);
    let to = |from: u8, to: u8| Delegation {
        party: party("ict"),
        from: person(from),
        to: person(to),
        first: moment(2).today,
        last: moment(3).today,
    };
    s.delegated([to(ICT_2, 31), to(31, 32)]);
    s.refused(31, in_practice("ict-ready", "ict", Answer::Met), 18);
    s.day = 2;
    s.refused(32, in_practice("ict-ready", "ict", Answer::Met), 18);
    let (_, counted) = judged(&ready(&s, 31, Answer::Met)).unwrap();
    assert_eq!(counted.delegated_by, Some(person(ICT_2)));
    s.day = 4;
    s.refused(31, in_practice("ict-ready", "ict", Answer::Met), 18);
}

#[test]
fn nobody_stands_in_for_a_member_whose_own_work_it_is() {
    let mut s = Scenario::exploring();
    s.given(CARE, submit("risks", 2, &["risks"]));
    let (first, last) = (moment(0).today, moment(9).today);
    let away = |from: u8| Delegation { party: party("care"), from: person(from), to: person(OUTSIDER), first, last };
    s.delegated([away(CARE)]);
    s.refused(OUTSIDER, review("risks", "care", Verdict::Approve), 5);
    s.delegated([away(CARE), away(CARE_2)]);
    let events = s.when(OUTSIDER, review("risks", "care", Verdict::Approve)).unwrap();
    let Event::RevisionReviewed { counted, .. } = &events[0] else { panic!() };
    assert_eq!(counted.delegated_by, Some(person(CARE_2)));
}

#[test]
fn who_answers_for_others_votes_for_all_of_them() {
    let mut s = ict(AnswerRule::KOf(2), &[ICT_2, 21, 22]);
    let (first, last) = (moment(0).today, moment(9).today);
    s.delegated([Delegation { party: party("ict"), from: person(22), to: person(21), first, last }]);
    let (answer, counted) = judged(&ready(&s, 21, Answer::Met)).unwrap();
    assert_eq!((answer, counted.votes, counted.delegated_by), (Answer::Met, 2, None));
}

#[test]
fn in_a_party_of_one_a_second_reader_answers() {
    let s = ict(AnswerRule::Any, &[ICT]);
    s.refused(QUALITY, in_practice("ict-ready", "ict", Answer::Met), 18);
    let mut s = s.under(|funnel| {
        funnel.parties.iter_mut().find(|p| p.key == party("ict")).unwrap().second_reader = Some(party("quality"));
    });
    s.refused(ICT, in_practice("ict-ready", "ict", Answer::Met), 5);
    s.given(QUALITY, in_practice("ict-ready", "ict", Answer::Met));
}

#[test]
fn the_second_reader_stands_back_where_the_party_can_answer_itself() {
    let s = ict(AnswerRule::Any, &[ICT_2]).under(|funnel| {
        funnel.parties.iter_mut().find(|p| p.key == party("ict")).unwrap().second_reader = Some(party("quality"));
    });
    s.refused(QUALITY, in_practice("ict-ready", "ict", Answer::Met), 18);
}

#[test]
fn a_small_provider_may_relax_four_eyes_on_record_but_never_for_a_legal_criterion() {
    let mut s = ict(AnswerRule::Any, &[ICT]).under(|funnel| funnel.four_eyes = FourEyes::Relaxed);
    let (_, counted) = judged(&ready(&s, ICT, Answer::Met)).unwrap();
    assert!(counted.own_work, "the dossier says so");
    s.given(CARE, submit("risks", 2, &["risks"]));
    let member = Member { person: person(CARE), chair: false };
    s.parties.members.insert(party("quality"), vec![member]);
    assert_eq!(
        s.refused(CARE, judge("client-safety", "quality", Answer::Met), 5),
        Rejection::OwnEvidenceAlone { criterion: criterion("client-safety") }
    );
}

#[test]
fn a_gate_is_decided_by_quorum_and_never_by_the_lead_alone() {
    let mut s = Scenario::ready().under(|funnel| Scenario::gate_of(funnel, "exploration").rule = AnswerRule::KOf(2));
    s.given(STEERING, decide_gate("g1", Outcome::Go));
    assert_eq!(s.project.phase, phase("exploration"));
    s.given(CHAIR, decide_gate("g1", Outcome::Stop));
    assert_eq!(s.project.phase, phase("exploration"), "one go and one stop decide nothing");
    s.given(CHAIR, decide_gate("g1", Outcome::Go));
    assert_eq!(s.project.phase, phase("selection"));

    let alone = Scenario::ready().under(|funnel| Scenario::gate_of(funnel, "exploration").rule = AnswerRule::KOf(1));
    let mut alone = alone;
    let member = |n: u8| Member { person: person(n), chair: false };
    alone.parties.members.insert(party("steering"), vec![member(LEAD), member(STEERING)]);
    assert_eq!(alone.refused(LEAD, decide_gate("g1", Outcome::Go), 5), Rejection::LeadDecidesAlone);
}

#[test]
fn one_act_approves_a_document_and_answers_the_criteria_that_rest_on_it_alone() {
    let mut s = Scenario::exploring();
    s.given(CARE, submit("risks", 2, &["risks"]));
    let act = |criterion_key: &str| Command::ReviewRevision {
        artefact: artefact("risks"),
        party: party("quality"),
        verdict: Verdict::Approve,
        note: None,
        answers: vec![Answered {
            criterion: criterion(criterion_key),
            answer: Answer::Met,
            proof: Proof::Paper,
            motivation: None,
        }],
    };
    let events = s.when(QUALITY, act("client-safety")).unwrap();
    assert!(matches!(events[..], [Event::RevisionReviewed { .. }, Event::CriterionJudged { .. }]), "{events:?}");
    let mut s = s.under(|funnel| {
        let criterion = funnel.criteria.iter_mut().find(|c| c.key == criterion("client-safety")).unwrap();
        criterion.asked_at[0].rests_on.push(RestsOn { artefact: artefact("ict-check"), fields: Vec::new() });
    });
    s.given(ICT, submit("ict-check", 3, &[]));
    let expected = Rejection::RestsOnMore { criterion: criterion("client-safety") };
    assert_eq!(s.refused(QUALITY, act("client-safety"), 7), expected);
}

#[test]
fn readiness_shows_who_voted_and_how_many_it_takes() {
    let mut s = ict(AnswerRule::KOf(2), &[ICT_2, 21, 22]);
    assert_eq!(s.readiness().ballots, []);
    let events = ready(&s, 21, Answer::Met);
    s.take(&actor(21), events);
    let matter = Matter::Judgement { criterion: criterion("ict-ready"), gate: Some(gate("g1")), round: 1 };
    let voted = [person(21)].into();
    let standing = BallotStanding { matter, party: party("ict"), needed: 2, members: 3, voted };
    assert_eq!(s.readiness().ballots, [standing]);
    let digest = s.readiness().digest();
    s.project.ballots.clear();
    assert_eq!(s.readiness().digest(), digest, "a vote under way is no reason to look again");
}

#[test]
fn a_vote_on_a_criterion_does_not_count_for_evidence_that_changed_since() {
    let mut s = ict(AnswerRule::KOf(2), &[ICT_2, 21, 22]);
    s.given(21, in_practice("ict-ready", "ict", Answer::Met));
    s.parties.members.get_mut(&party("ict")).unwrap().push(Member { person: person(ICT), chair: false });
    s.given(ICT, submit("ict-check", 4, &[]));
    assert_eq!(judged(&ready(&s, 22, Answer::Met)), None, "the first voted on the version before (law 4)");
    s.given(22, in_practice("ict-ready", "ict", Answer::Met));
    let standing = s.readiness().ballots.into_iter().next().unwrap();
    assert_eq!(standing.voted.into_iter().collect::<Vec<_>>(), [person(22)]);
    let (answer, counted) = judged(&ready(&s, 21, Answer::Met)).unwrap();
    assert_eq!((answer, counted.votes), (Answer::Met, 2));
}

#[test]
fn a_vote_on_a_criterion_stands_when_another_field_changes() {
    let mut s = Scenario::exploring().under(|funnel| {
        funnel.parties.iter_mut().find(|p| p.key == party("quality")).unwrap().rule = AnswerRule::All;
    });
    s.parties.members.get_mut(&party("quality")).unwrap().push(Member { person: person(21), chair: false });
    s.given(CARE, submit("risks", 2, &["risks"]));
    s.given(QUALITY, judge("client-safety", "quality", Answer::Met));
    s.given(CARE, submit("risks", 3, &["conclusion"]));
    let events = s.when(21, judge("client-safety", "quality", Answer::Met)).unwrap();
    assert_eq!(judged(&events).unwrap().0, Answer::Met);
}

#[test]
fn votes_to_confirm_a_fact_end_with_the_answer() {
    let mut s = Scenario::exploring().under(|funnel| {
        funnel.parties.iter_mut().find(|p| p.key == party("quality")).unwrap().rule = AnswerRule::All;
    });
    s.parties.members.get_mut(&party("quality")).unwrap().push(Member { person: person(21), chair: false });
    let value = |key: &str| FactValue::Level(level(key));
    s.given(LEAD, answer_fact("impact", value("small"))).given(QUALITY, confirm_fact("impact", value("small")));
    s.given(LEAD, answer_fact("impact", value("middle"))).given(LEAD, answer_fact("impact", value("small")));
    s.given(21, confirm_fact("impact", value("small")));
    assert!(!s.project.facts[&fact("impact")].confirmed, "the first vote was on an answer that was taken back (law 5)");
    s.given(QUALITY, confirm_fact("impact", value("small")));
    assert!(s.project.facts[&fact("impact")].confirmed);
}
