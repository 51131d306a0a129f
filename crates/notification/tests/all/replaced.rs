//! Two members of a party of which any may answer: the later answer stands, and whoever gave the first is told.

use engine::{Answer, AnswerRule, Counted, CriterionKey, Event, Evidence, Hash, PersonId, Proof, Recorded, Stage, Verdict};
use notification::{Matter, News, NewsKind, concerns, may_replace, plan_replaced};

use crate::fixture::{CHAIR, ICT, ICT_AUTHOR, LEFT, Log, MEMBER, artefact, funnel, gate, party, roster};

fn told(log: &Log, recorded: &Recorded) -> Option<(PersonId, News)> {
    let notice = plan_replaced(&funnel(), &log.project(), &roster(), recorded, &log.0)?;
    assert!(concerns(&recorded.event) && may_replace(&recorded.event).is_some());
    assert_eq!((notice.sequence, notice.kind().as_str()), (recorded.sequence, "answer_replaced"));
    let Matter::News(news) = notice.matter else { panic!("no news") };
    assert_eq!(news.kind, NewsKind::AnswerReplaced);
    Some((notice.to, news))
}

fn words(news: &News) -> (&str, &str) {
    (news.word.as_deref().unwrap(), news.instead.as_deref().unwrap())
}

#[test]
fn the_first_of_two_hears_both_answers() {
    let mut log = Log::started();
    log.submit(1, Stage::Final);
    let first = log.review(ICT, "ict", 1, Verdict::Approve);
    let second = log.review(ICT_AUTHOR, "ict", 1, Verdict::RequestChanges);
    let (to, news) = told(&log, &second).expect("the first is told");
    assert_eq!((to, words(&news)), (ICT, ("approve", "request_changes")));
    assert_eq!((news.about, news.artefact), (Some(funnel().artefacts[0].name.clone()), Some(artefact())));
    assert_eq!(told(&log, &first), None, "the second knows that there was an answer");
    // Who answers again has the answer that stands; the other is told in turn.
    let third = log.review(ICT, "ict", 1, Verdict::Approve);
    assert_eq!(told(&log, &second), None);
    assert_eq!(told(&log, &third).map(|(to, _)| to), Some(ICT_AUTHOR));
}

#[test]
fn nobody_is_told_of_their_own_of_the_same_answer_of_another_party_or_of_a_new_version() {
    let mut log = Log::started();
    log.submit(1, Stage::Final);
    log.review(ICT, "ict", 1, Verdict::Approve);
    let own = log.review(ICT, "ict", 1, Verdict::RequestChanges);
    assert_eq!(told(&log, &own), None);
    let same = log.review(ICT_AUTHOR, "ict", 1, Verdict::RequestChanges);
    assert_eq!(told(&log, &same), None);
    let other = log.review(CHAIR, "raad", 1, Verdict::Approve);
    assert_eq!(told(&log, &other), None);
    log.submit(2, Stage::Final);
    let newer = log.review(ICT, "ict", 2, Verdict::Approve);
    assert_eq!(told(&log, &newer), None);
    log.review(LEFT, "ict", 2, Verdict::RequestChanges);
    let after = log.review(ICT, "ict", 2, Verdict::Approve);
    assert_eq!(told(&log, &after), None, "who left gets no mail");
}

fn judged(log: &mut Log, by: PersonId, answer: Answer, revision: u32, rule: AnswerRule) -> Recorded {
    let hash = Hash([u8::try_from(revision).unwrap(); 32]);
    log.add(
        by,
        Event::CriterionJudged {
            gate: gate(),
            round: 1,
            criterion: CriterionKey::parse("veilig").unwrap(),
            party: party("raad"),
            answer,
            proof: Proof::Paper,
            motivation: None,
            rests_on: vec![Evidence { artefact: artefact(), revision, hash }],
            organisation: Vec::new(),
            confirmed: false,
            counted: Counted { rule, members: 2, votes: 1, delegated_by: None, own_work: false },
        },
    )
}

#[test]
fn the_same_holds_for_a_question_on_the_same_documents_where_one_member_answers() {
    let mut log = Log::started();
    log.submit(1, Stage::Final);
    judged(&mut log, CHAIR, Answer::Met, 1, AnswerRule::Any);
    let second = judged(&mut log, MEMBER, Answer::NotMet, 1, AnswerRule::Any);
    let (to, news) = told(&log, &second).expect("the first is told");
    assert_eq!((to, words(&news)), (CHAIR, ("met", "not_met")));
    log.submit(2, Stage::Final);
    let anew = judged(&mut log, CHAIR, Answer::Met, 2, AnswerRule::Any);
    assert_eq!(told(&log, &anew), None, "the document changed: the question was asked anew");
    judged(&mut log, CHAIR, Answer::Met, 2, AnswerRule::KOf(2));
    let voted = judged(&mut log, MEMBER, Answer::NotMet, 2, AnswerRule::KOf(2));
    assert_eq!((told(&log, &voted), may_replace(&voted.event)), (None, None), "a party that votes answers together");
}
