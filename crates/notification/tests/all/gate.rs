//! Who is asked to answer, to look again, and to decide, at the gate that is open.

use std::collections::BTreeMap;

use engine::{
    Actor, Answer, AnswerRule, Asking, Calendar, ConsultationEvent, Context, Counted, Criterion, CriterionKey, Event,
    Evidence, Funnel, Hash, Member, Organisation, Outcome, PersonId, Project, Proof, Recorded, RestsOn, Stage, Subject,
    Verdict, When,
};
use notification::{Matter, NewsKind, Notice, Roster, completes, moves_gate, plan, plan_gate, plan_ready, ready_round};

use time::macros::date;

use crate::fixture::{BOARD, CHAIR, ICT, LEAD, Log, MEMBER, artefact, funnel, gate, label, party, roster};

/// The small funnel with a question on the risk analysis that procurement answers, which takes part from the start.
fn asking() -> Funnel {
    let mut funnel = funnel();
    funnel.artefacts[0].reviewed_by = vec![party("ict")];
    funnel.phases[0].involves.push(party("inkoop"));
    funnel.criteria = vec![Criterion {
        key: criterion(),
        question: label("Is het veilig?", "Is it safe?"),
        help: label("Kijk naar de risico's.", "Look at the risks."),
        asked_at: vec![Asking {
            gate: gate(),
            proof: Proof::Paper,
            rests_on: vec![RestsOn { artefact: artefact(), fields: Vec::new() }],
            organisation_evidence: Vec::new(),
        }],
        parties: vec![party("inkoop")],
        blocking: true,
        legal: false,
        deferrable: false,
        waivable_by: None,
        not_applicable_allowed: false,
        when: When::Always,
    }];
    funnel
}

fn criterion() -> CriterionKey {
    CriterionKey::parse("veilig").unwrap()
}

/// Procurement is one member of the council and ICT, who reviews.
fn people() -> Roster {
    let mut roster = roster();
    let members = [MEMBER, ICT].map(|person| Member { person, chair: false });
    roster.parties.members.insert(party("inkoop"), members.into());
    roster
}

fn judged(revision: u32) -> Event {
    Event::CriterionJudged {
        gate: gate(),
        round: 1,
        criterion: criterion(),
        party: party("inkoop"),
        answer: Answer::Met,
        proof: Proof::Paper,
        motivation: None,
        rests_on: vec![Evidence { artefact: artefact(), revision, hash: Hash([u8::try_from(revision).unwrap(); 32]) }],
        organisation: Vec::new(),
        confirmed: false,
        counted: Counted { rule: AnswerRule::Any, members: 2, votes: 1, delegated_by: None, own_work: false },
    }
}

fn told(project: &Project, recorded: &Recorded) -> BTreeMap<PersonId, NewsKind> {
    heard(&asking(), &people(), project, recorded)
}

fn heard(funnel: &Funnel, roster: &Roster, project: &Project, recorded: &Recorded) -> BTreeMap<PersonId, NewsKind> {
    let (organisation, calendar) = (Organisation::new(project.organisation), Calendar::default());
    let context = Context {
        actor: &Actor::System,
        now: recorded.at,
        parties: &roster.parties,
        organisation: &organisation,
        on_behalf_of: None,
        calendar: &calendar,
        migrate_to: None,
        submission: None,
    };
    let tasks = engine::tasks(funnel, project, &context);
    let mut notices: Vec<Notice> = plan_gate(funnel, project, roster, recorded, &tasks);
    let ready = ready_round(project, &tasks);
    if completes(&recorded.event) {
        let told = plan_ready(funnel, project, roster, recorded, &tasks);
        assert!(told.is_empty() || ready == Some((gate(), 1)));
        notices.extend(told);
    }
    let kind = |notice: Notice| match notice.matter {
        Matter::News(news) => (notice.to, news.kind),
        other => panic!("{other:?}"),
    };
    assert!(notices.is_empty() || moves_gate(&recorded.event));
    notices.into_iter().map(kind).collect()
}

#[test]
fn who_answers_on_a_document_is_asked_when_it_is_submitted_and_who_reviews_it_is_asked_once() {
    let mut log = Log::started();
    let submitted = log.submit(1, Stage::Final);
    assert_eq!(told(&log.project(), &submitted), [(MEMBER, NewsKind::PleaseJudge)].into());
    // Not about a version that was replaced, and not when they answered meanwhile.
    log.submit(2, Stage::Final);
    assert_eq!(told(&log.project(), &submitted), BTreeMap::new());
    let newest = log.submit(3, Stage::Final);
    log.add(MEMBER, judged(3));
    assert_eq!(told(&log.project(), &newest), BTreeMap::new());
}

#[test]
fn whose_answer_went_stale_hears_that() {
    let mut log = Log::started();
    log.submit(1, Stage::Final);
    log.add(MEMBER, judged(1));
    let again = log.submit(2, Stage::Final);
    assert_eq!(told(&log.project(), &again), [(MEMBER, NewsKind::AnswerStale)].into());
}

#[test]
fn the_chair_of_those_who_decide_hears_when_nothing_is_in_the_way() {
    let mut log = Log::started();
    log.submit(1, Stage::Final);
    let reviewed = log.review(ICT, "ict", 1, Verdict::Approve);
    assert_eq!(told(&log.project(), &reviewed), BTreeMap::new(), "a question is open");
    let last = log.add(MEMBER, judged(1));
    assert_eq!(told(&log.project(), &last), [(BOARD, NewsKind::GateReady)].into(), "the chair alone decides here");
    log.submit(2, Stage::Final);
    assert_eq!(told(&log.project(), &last), BTreeMap::new(), "it is no longer so");
}

/// What time brings can be the last thing too: nobody's act tells it then.
#[test]
fn the_end_of_a_hold_tells_who_decides() {
    let mut log = Log::started();
    log.submit(1, Stage::Final);
    log.review(ICT, "ict", 1, Verdict::Approve);
    log.add(MEMBER, judged(1));
    log.decide(Outcome::Hold { review_on: date!(2025 - 12 - 01) });
    let mut ended = log.add(LEAD, Event::HoldEnded { due: date!(2025 - 12 - 15) });
    ended.by = Subject::System;
    log.0.pop();
    log.0.push(ended.clone());
    assert_eq!(told(&log.project(), &ended), [(BOARD, NewsKind::GateReady)].into());
    // Not while it is on hold, and not of what a body says among its members (law 9).
    let opined = ConsultationEvent::Opined { body: party("raad"), opinion: log.project().title };
    assert!(!completes(&Event::Consultation { consultation: 1, event: opined }));
    assert!(completes(&Event::Consultation { consultation: 1, event: ConsultationEvent::WaitOver }));
}

/// Law 5: a lead who is among those who decide, of whom any may, is not asked to decide on their own project.
#[test]
fn the_lead_is_not_asked_to_decide_alone() {
    let mut log = Log::started();
    log.submit(1, Stage::Final);
    log.add(MEMBER, judged(1));
    let last = log.review(ICT, "ict", 1, Verdict::Approve);
    let (mut funnel, mut roster) = (asking(), people());
    funnel.phases[0].gate.as_mut().unwrap().rule = AnswerRule::Any;
    roster.parties.members.get_mut(&party("bestuur")).unwrap().push(Member { person: LEAD, chair: false });
    let heard = heard(&funnel, &roster, &log.project(), &last);
    assert_eq!(heard, [(BOARD, NewsKind::GateReady)].into(), "not the lead, and not ICT, whose act it was");
}

#[test]
fn whoever_takes_part_hears_that_a_project_began() {
    let log = Log::started();
    let mut funnel = funnel();
    funnel.phases[0].gate.as_mut().unwrap().consultations = Vec::new();
    let notices = plan(&funnel, &log.project(), &roster(), &log.0[0]);
    let heard: Vec<_> = notices.iter().map(|notice| notice.to).collect();
    // Everybody of the parties of the first phase; not the lead, who began it.
    assert!(
        heard.contains(&ICT) && heard.contains(&CHAIR) && !heard.contains(&LEAD) && !heard.contains(&BOARD),
        "{heard:?}"
    );
    assert!(notices.iter().all(|notice| matches!(&notice.matter, Matter::News(news) if news.kind == NewsKind::Involved)));
}
