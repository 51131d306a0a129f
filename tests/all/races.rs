//! R6: many at once. Of decisions on one gate exactly one wins, and the others are told so; answers on different criteria
//! of one project all succeed.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::Arc;

use graphql::Language;
use serde_json::{Value, json};
use tests::acts::{Acts as _, unique};
use tests::chance::{Chance, Run};
use tests::postgres::Database;
use tests::site::{Backend, Ground};
use tests::world::World;
use tokio::sync::Barrier;
use tokio::task::JoinSet;

/// Criteria of the gate that is raced for, and contestants at most.
const MOST: usize = 16;

const JUDGE: &str = "mutation($i: JudgeCriterionInput!) { done: judgeCriterion(input: $i) { receipt { firstSequence } } }";
const DECIDE: &str = "mutation($i: DecideGateInput!) { done: decideGate(input: $i) { receipt { firstSequence } } }";
const LOOK: &str =
    "query($id: ID!) { project(id: $id) { phase { key } lifecycle readiness { round digest doneCount totalCount } } }";

/// Two gates: the first asks [`MOST`] answers of ICT, the second only leads back, so a project can be raced for again.
fn funnel() -> String {
    let mut text = "\
funnel: wedloop
version: 1
name: { nl: Wedloop, en: Race }
parties:
  - id: zorg
    name: { nl: Zorg, en: Care }
    answers: any
  - id: ict
    name: { nl: ICT, en: ICT }
    answers: any
phases:
  - id: begin
    name: { nl: Begin, en: Start }
    involves: [zorg, ict]
    gate:
      id: g0
      name: { nl: Eerste, en: First }
      question: { nl: Gaan we door?, en: Do we go on? }
      decided_by: zorg
      decides: any
      go_to: midden
      term_days: 10
  - id: midden
    name: { nl: Midden, en: Middle }
    gate:
      id: g1
      name: { nl: Tweede, en: Second }
      question: { nl: Gaan we door?, en: Do we go on? }
      decided_by: zorg
      decides: any
      go_to: eind
      rework_to: [begin]
      term_days: 10
  - id: eind
    name: { nl: Eind, en: End }
criteria:
"
    .to_owned();
    for n in 0..MOST {
        write!(
            text,
            "  - id: c{n}\n    question: {{ nl: Voldoet punt {n}?, en: Is point {n} met? }}\n    help: {{ nl: Zeg wat u ziet., \
             en: Say what you see. }}\n    parties: [ict]\n    asked_at:\n      - gate: g0\n"
        )
        .expect("written");
    }
    text
}

/// Sends every document at the same moment; gives the answers in no order.
async fn together(world: &World, acts: Vec<(&'static str, &'static str, Value)>) -> Vec<Value> {
    let start = Arc::new(Barrier::new(acts.len()));
    let mut all = JoinSet::new();
    for (who, document, input) in acts {
        let (api, principal, start) = (world.api.clone(), world.who(who).clone(), start.clone());
        let body = json!({ "query": document, "variables": { "i": input } }).to_string();
        all.spawn(async move {
            start.wait().await;
            let reply = api.execute(Some(&principal), Language::Dutch, body.as_bytes()).await;
            serde_json::from_slice(&reply.body).expect("JSON")
        });
    }
    all.join_all().await
}

/// What was counted.
#[derive(Default)]
struct Score {
    decisions: u64,
    answers: u64,
    told: BTreeSet<String>,
}

/// Answers on `n` criteria that are open, all at once, by two people.
async fn answers_all_succeed(world: &World, project: &str, open: &mut Vec<usize>, n: usize) {
    let seen = world.data("care", LOOK, json!({ "id": project })).await;
    let acts = open.drain(..n).enumerate().map(|(at, criterion)| {
        let input = json!({ "key": unique("judge"), "projectId": project, "criterion": format!("c{criterion}"), "party": "ict",
                            "answer": "MET", "seenRound": seen["project"]["readiness"]["round"] });
        (if at % 2 == 0 { "ict" } else { "ict-2" }, JUDGE, input)
    });
    let answers = together(world, acts.collect()).await;
    let places: BTreeSet<u64> = answers
        .iter()
        .map(|answer| {
            answer["data"]["done"]["receipt"]["firstSequence"].as_u64().unwrap_or_else(|| panic!("not judged: {answer:#}"))
        })
        .collect();
    assert_eq!(places.len(), n, "each answer has its own place in the log");
}

/// `n` decisions at once: one wins.
async fn one_decides(world: &World, chance: &mut Chance, score: &mut Score, project: &str, gate: &str, n: usize) {
    let seen = world.data("care", LOOK, json!({ "id": project })).await;
    let acts = (0..n).map(|_| {
        let (outcome, to) = match gate {
            "g0" => (if chance.percent(2) { "STOP" } else { "GO" }, Value::Null),
            _ => ("REWORK", json!("begin")),
        };
        let input = json!({ "key": unique("decide"), "projectId": project, "gate": gate, "outcome": outcome, "reworkTo": to,
                            "motivation": "Wij waren de eersten.", "lessons": "Eerder beginnen.", "seenReadiness": seen["project"]["readiness"]["digest"] });
        (chance.pick(&["care", "care-2"]), DECIDE, input)
    });
    let acts: Vec<_> = acts.collect();
    let answers = together(world, acts).await;
    let (won, lost): (Vec<_>, Vec<_>) = answers.iter().partition(|answer| answer.get("errors").is_none());
    assert_eq!(won.len(), 1, "one of {n} wins: {answers:#?}");
    for answer in lost {
        let refusal = &answer["errors"][0]["extensions"];
        let told = match refusal["code"].as_str() {
            Some("CONFLICT") => "conflict",
            Some("REJECTED") => refusal["rejection"]["rule"].as_str().expect("a rule"),
            _ => panic!("not a refusal that tells why: {answer:#}"),
        };
        score.told.insert(told.to_owned());
    }
}

async fn race(name: &'static str, backend: Backend) {
    let run = Run::new(name, 150, 5_000);
    let mut chance = run.chance();
    let ground = Ground::new(backend);
    let mut world = World::new(ground.postgres().map(Database::url).as_deref()).await;
    world.settled.funnel =
        world.store.publish_funnel(world.settled.organisation, &funnel()).await.expect("the funnel of the race");
    let mut score = Score::default();
    let mut project = world.start("lead").await;
    while score.decisions + score.answers < run.count {
        let mut open: Vec<usize> = (0..MOST).collect();
        while !open.is_empty() {
            // Never one alone at the end: that would be no race.
            let n = if open.len() <= 3 || chance.percent(20) { open.len() } else { chance.between(2, open.len() - 2) };
            answers_all_succeed(&world, &project, &mut open, n).await;
            score.answers += 1;
        }
        let n = chance.between(2, MOST);
        one_decides(&world, &mut chance, &mut score, &project, "g0", n).await;
        score.decisions += 1;
        let seen = world.data("care", LOOK, json!({ "id": project })).await;
        if seen["project"]["lifecycle"] == "STOPPED" {
            project = world.start("lead").await;
            continue;
        }
        assert_eq!(seen["project"]["phase"]["key"], "midden", "once, and not twice");
        let n = chance.between(2, MOST);
        one_decides(&world, &mut chance, &mut score, &project, "g1", n).await;
        score.decisions += 1;
    }
    let report = world.store.verify().await.expect("a report");
    assert!(report.findings.is_empty(), "seed {}: {report:?}", run.seed);
    let Score { decisions, answers, told } = score;
    run.tell(&format!(
        "{decisions} races for a gate, one winner each, the others told {told:?}; {answers} of answers, all kept"
    ));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn races_on_sqlite() {
    race("R6 SQLite", Backend::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn races_on_postgresql() {
    race("R6 PostgreSQL", Backend::Postgres).await;
}
