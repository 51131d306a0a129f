//! Lists of tasks tell the truth: what waits for somebody they may do, and what they may not do does not wait for them
//! (laws 5 and 7).

use engine::*;

use crate::random::Draw;
use crate::scenario::*;

const EVERYBODY: [u8; 12] = [LEAD, INNOVATOR, CARE, CARE_2, ICT, ICT_2, QUALITY, CHAIR, STEERING, MANAGER, OUTSIDER, SECOND];
const SECOND: u8 = 12;

fn task(s: &Scenario, written: &str) -> Task {
    let found = s.tasks().into_iter().find(|task| String::from(task.kind.clone()) == written);
    found.unwrap_or_else(|| panic!("no {written} among {:?}", s.tasks()))
}

fn waits_for(s: &Scenario, written: &str) -> Vec<u8> {
    let task = task(s, written);
    let context = s.context(&Actor::System, None);
    EVERYBODY.into_iter().filter(|who| task.is_for(&context, person(*who))).collect()
}

#[test]
fn a_review_waits_for_who_did_not_write_the_document() {
    let mut s = Scenario::exploring();
    s.given(CARE, submit("risks", 2, &["risks"]));
    assert_eq!(waits_for(&s, "review:risks:care"), [CARE_2]);
    assert_eq!(waits_for(&s, "review:risks:quality"), [QUALITY]);
    s.funnel.four_eyes = FourEyes::Relaxed;
    assert_eq!(waits_for(&s, "review:risks:care"), [CARE, CARE_2], "a small provider may, on record");
}

#[test]
fn a_decision_waits_for_the_chair_and_never_for_the_lead() {
    let mut s = Scenario::ready();
    assert!(task(&s, "decide:g1").chair_only);
    assert_eq!(waits_for(&s, "decide:g1"), [CHAIR]);
    let (first, last) = (moment(0).today, moment(0).today);
    s.delegated([Delegation { party: party("steering"), from: person(CHAIR), to: person(STEERING), first, last }]);
    assert_eq!(waits_for(&s, "decide:g1"), [CHAIR, STEERING], "the chair is away");
    let mut s = Scenario::start();
    s.given(LEAD, submit("idea", 1, &["goal"]));
    assert_eq!(waits_for(&s, "review:idea:innovation"), [INNOVATOR], "the lead wrote it");
    s.given(INNOVATOR, review("idea", "innovation", Verdict::Approve));
    s.given(CARE, review("idea", "care", Verdict::Approve)).given(CARE, judge("fits", "care", Answer::Met));
    s.given(ICT, judge("ict-early", "ict", Answer::Met));
    assert_eq!(waits_for(&s, "decide:g0"), [INNOVATOR], "the lead belongs to the party and does not decide alone");
}

#[test]
fn who_voted_is_not_asked_again() {
    let mut s = Scenario::start();
    s.funnel.parties[2].rule = AnswerRule::All;
    assert_eq!(waits_for(&s, "judge:ict-early:ict"), [ICT, ICT_2]);
    s.given(ICT, judge("ict-early", "ict", Answer::Met));
    assert_eq!(waits_for(&s, "judge:ict-early:ict"), [ICT_2]);
}

#[test]
fn where_nobody_of_the_party_can_it_waits_for_the_second_reader() {
    let mut s = Scenario::exploring();
    s.parties.members.insert(party("care"), vec![Member { person: person(CARE), chair: false }]);
    s.given(CARE, submit("risks", 2, &["risks"]));
    assert_eq!(waits_for(&s, "review:risks:care"), [0; 0]);
    s.funnel.parties[1].second_reader = Some(party("ict"));
    assert_eq!(task(&s, "review:risks:care").waits_for, Waiter::Party(party("ict")));
    assert_eq!(waits_for(&s, "review:risks:care"), [ICT, ICT_2]);
}

#[test]
fn an_answer_waits_for_somebody_else_than_who_gave_the_fact() {
    let mut s = Scenario::exploring();
    s.parties.members.get_mut(&party("quality")).unwrap().push(Member { person: person(LEAD), chair: false });
    s.given(LEAD, answer_fact("impact", FactValue::Level(level("small"))));
    assert_eq!(waits_for(&s, "confirm_fact:impact"), [QUALITY]);
}

#[test]
fn a_condition_is_accepted_by_somebody_else_than_who_reported_it() {
    let mut s = Scenario::exploring();
    let terms = Terms {
        demand: Demand::Agreed,
        text: Some(text(1)),
        owner: Waiter::Person(person(CARE)),
        accepted_by: party("care"),
        due: moment(30).today,
        blocks: None,
    };
    let opened = Event::Condition { condition: 1, event: ConditionEvent::Opened { terms } };
    s.take(&actor(CHAIR), vec![opened]);
    s.given(CARE, Command::Condition { condition: 1, act: ConditionAct::Report { note: text(1) } });
    assert_eq!(waits_for(&s, "accept_condition:1"), [CARE_2]);
}

/// What a person would do about a task, and whether only the right person may.
fn command(s: &Scenario, task: &Task) -> Option<Command> {
    match &task.kind {
        TaskKind::Review(artefact, party) => Some(review(artefact.as_str(), party.as_str(), Verdict::RequestChanges)),
        TaskKind::Judge(criterion, party) => Some(judge(criterion.as_str(), party.as_str(), Answer::NotMet)),
        TaskKind::ConfirmFact(fact) => {
            let value = s.project.facts.get(fact)?.value.clone();
            Some(confirm_fact(fact.as_str(), value))
        }
        TaskKind::Decide(gate) => Some(decide_gate(gate.as_str(), Outcome::Stop)),
        _ => None,
    }
}

/// Compares every task with what the engine decides for everybody.
fn is_true(s: &Scenario, place: &str) -> u64 {
    let mut compared = 0;
    for task in s.tasks() {
        let Some(command) = command(s, &task) else { continue };
        for who in EVERYBODY {
            let allowed = match s.when(who, command.clone()) {
                Err(
                    Rejection::NotPermitted { .. }
                    | Rejection::OwnRevision { .. }
                    | Rejection::OwnEvidenceAlone { .. }
                    | Rejection::OwnFact { .. }
                    | Rejection::LeadDecidesAlone,
                ) => false,
                // The party cannot reach its own number; whoever is asked learns that, with the way out.
                Ok(_) | Err(Rejection::QuorumImpossible { .. }) => true,
                Err(other) => panic!("{place}: {:?} is refused with {other:?}", task.kind),
            };
            let voted = s.project.ballots.iter().any(|ballot| ballot.votes.contains_key(&person(who)));
            let listed = task.is_for(&s.context(&Actor::System, None), person(who));
            assert!(listed == allowed || (voted && allowed), "{place}: person {who}, {task:?}, allowed: {allowed}");
            compared += 1;
        }
    }
    compared
}

#[test]
fn whatever_happens_tasks_agree_with_what_is_decided() {
    let alone = vec![Member { person: person(CARE), chair: true }];
    let several = |s: &mut Scenario| {
        s.funnel.parties[2].rule = AnswerRule::KOf(2);
        s.funnel.parties[0].rule = AnswerRule::All;
        s.parties.members.get_mut(&party("quality")).unwrap().push(Member { person: person(SECOND), chair: false });
    };
    let changes: [&dyn Fn(&mut Scenario); 5] = [
        &|_| (),
        &several,
        &|s| s.funnel.four_eyes = FourEyes::Relaxed,
        &|s| {
            s.funnel.parties[1].rule = AnswerRule::Chair;
            s.funnel.parties[1].second_reader = Some(party("ict"));
            s.parties.members.insert(party("care"), alone.clone());
        },
        &|s| {
            let (first, last) = (moment(0).today, moment(9).today);
            let away = |of: &str, from, to| Delegation { party: party(of), from: person(from), to: person(to), first, last };
            s.delegated([away("steering", CHAIR, STEERING), away("quality", QUALITY, SECOND), away("care", CARE, OUTSIDER)]);
        },
    ];
    let mut compared = 0;
    for (n, change) in changes.iter().enumerate() {
        let mut draw = Draw(20_260_105 + n as u64);
        let mut s = Scenario::start();
        change(&mut s);
        for step in 0..1_500 {
            let (who, act) = draw.act();
            if let Ok(events) = s.when(who, act) {
                s.take(&actor(who), events);
                compared += is_true(&s, &format!("funnel {n}, step {step}"));
            }
            if s.project.lifecycle == Lifecycle::Stopped || s.log.len() > 200 {
                s = Scenario::start();
                change(&mut s);
            }
        }
    }
    assert!(compared > 20_000, "{compared} comparisons");
}
