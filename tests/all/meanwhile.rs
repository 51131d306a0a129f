//! What others do while somebody acts: each finds out, is told clearly, and nothing is lost.

use std::sync::Arc;

use graphql::Language;
use serde_json::{Value, json};
use tests::acts::{Acts as _, Asked as _, DECIDE_DOCUMENT, answers, unique};
use tests::life::Life as _;
use tests::postgres::Database;
use tests::works::Works as _;
use tests::world::World;
use tokio::sync::Barrier;
use tokio::task::JoinSet;

use crate::small::{PEOPLE, facts, funnel};

const SAVE: &str = "mutation($i: SaveDraftInput!) { saveDraft(input: $i) { artefact { draft { version answers } } } }";
const DRAFT: &str =
    "query($id: ID!) { project(id: $id) { artefact(key: \"risicoanalyse\") { draft { version answers } } } }";

/// A small provider, and its organisation proved.
async fn small(url: Option<&str>) -> World {
    let world = World::with(url, PEOPLE, funnel()).await;
    world.prove("lead").await;
    world
}

/// Sends each at the same moment; gives the answers in the order of the people.
async fn at_once(world: &World, acts: Vec<(&'static str, &'static str, Value)>) -> Vec<Value> {
    let start = Arc::new(Barrier::new(acts.len()));
    let mut all = JoinSet::new();
    for (at, (who, document, input)) in acts.into_iter().enumerate() {
        let (api, principal, start) = (world.api.clone(), world.who(who).clone(), start.clone());
        let body = json!({ "query": document, "variables": { "i": input } }).to_string();
        all.spawn(async move {
            start.wait().await;
            let reply = api.execute(Some(&principal), Language::Dutch, body.as_bytes()).await;
            (at, serde_json::from_slice::<Value>(&reply.body).expect("JSON"))
        });
    }
    let mut answers = all.join_all().await;
    answers.sort_by_key(|(at, _)| *at);
    answers.into_iter().map(|(_, answer)| answer).collect()
}

/// Two people type in the same draft: one saves, the other is shown what is there now, and keeps their own words to save again.
async fn two_edit_one_draft(url: Option<&str>) {
    let world = small(url).await;
    let project = world.begin("Agenda", &facts(&[])).await;
    let words = |mark: &str| answers("risicoanalyse", mark);
    let save = |version: u64, mark: &str| json!({ "projectId": project, "artefact": "risicoanalyse", "version": version, "answers": words(mark) });
    let acts = vec![("lead", SAVE, save(0, "van de een")), ("colleague", SAVE, save(0, "van de ander"))];
    let told = at_once(&world, acts).await;
    let (won, lost): (Vec<_>, Vec<_>) = told.iter().partition(|answer| answer.get("errors").is_none());
    assert_eq!((won.len(), lost.len()), (1, 1), "{told:#?}");
    let error = &lost[0]["errors"][0];
    assert_eq!(error["extensions"]["code"], "CONFLICT", "{error:#}");
    assert!(error["message"].as_str().is_some_and(|text| !text.is_empty()), "{error:#}");
    let kept = world.data("lead", DRAFT, json!({ "id": project })).await["project"]["artefact"]["draft"].take();
    assert_eq!(kept["answers"], won[0]["data"]["saveDraft"]["artefact"]["draft"]["answers"], "what was saved is there");
    assert_eq!(error["extensions"]["draft"]["version"], kept["version"], "and the other is told: {error:#}");
    // Who saw it saves on top of it.
    let version = kept["version"].as_u64().expect("a version");
    let saved = world.data("colleague", SAVE, json!({ "i": save(version, "van beiden") })).await;
    assert_eq!(saved["saveDraft"]["artefact"]["draft"]["version"], version + 1);
}

/// Two members of a party answer the same question at once, each in their own way: both are in the record, and the later
/// answer stands.
async fn two_judge_at_once(url: Option<&str>) {
    const JUDGE: &str = "mutation($i: JudgeCriterionInput!) { judgeCriterion(input: $i) { receipt { lastSequence } } }";
    let world = small(url).await;
    let project = world.begin("Agenda", &facts(&[])).await;
    world.rewrite("lead", &project, "idee", "").await;
    let (hash, round, _) = world.seen("colleague", &project, "idee").await;
    let input = |answer: &str, why: Option<&str>| {
        json!({ "key": unique("judge"), "projectId": project, "criterion": "past-in-zorg", "party": "zorg", "answer": answer,
                "motivation": why, "seenRound": round, "seenRevisions": [{ "artefact": "idee", "hash": hash }] })
    };
    let acts = vec![
        ("colleague", JUDGE, input("MET", Some("Dit past."))),
        ("lead", JUDGE, input("NOT_MET", Some("Nog niet: zonder telefoon kan het niet."))),
    ];
    let told = at_once(&world, acts).await;
    let sequence = |answer: &Value| answer["data"]["judgeCriterion"]["receipt"]["lastSequence"].as_u64();
    let last = told.iter().max_by_key(|answer| sequence(answer)).expect("an answer");
    assert!(told.iter().all(|answer| sequence(answer).is_some()), "{told:#?}");
    let negative = sequence(last) == sequence(&told[1]);
    let query = "query($id: ID!) { project(id: $id) { readiness { blockers { kind criterion { key } } } \
                 timeline(first: 50) { edges { node { kind text person { name } } } } } }";
    let seen = world.data("quality", query, json!({ "id": project })).await["project"].take();
    let timeline = seen["timeline"].to_string();
    assert!(
        timeline.contains("Dit past.") && timeline.contains("Nog niet: zonder telefoon"),
        "both are on record: {timeline}"
    );
    let open = seen["readiness"]["blockers"].as_array().expect("a list").iter();
    let about: Vec<_> =
        open.filter(|one| one["criterion"]["key"] == "past-in-zorg").map(|one| one["kind"].clone()).collect();
    assert_eq!(about, if negative { vec![json!("NOT_MET")] } else { vec![] }, "the later answer stands");
}

/// Evidence is found insufficient while the owner has the decision open: the decision is not taken on what they did not see,
/// says so, and can be taken once the evidence is good again.
async fn evidence_goes_while_a_gate_is_decided(url: Option<&str>) {
    let world = small(url).await;
    let project = world.begin("Agenda", &facts(&[])).await;
    world.make_ready(&project, "g1").await;
    world.decide("owner", &project, "g1", "GO").await;
    world.make_ready(&project, "g2").await;
    let decision = world.decision("owner", &project, "g2", "GO").await;

    let submit = json!({ "kind": "nen7510", "text": "Demo: ingetrokken door wie het beoordeelde." });
    world.organise("colleague", "submitEvidence", "SubmitEvidenceInput", submit).await;
    let judge = json!({ "kind": "nen7510", "revision": 2, "sufficient": false, "motivation": "Het geldt niet meer." });
    world.organise("quality", "judgeEvidence", "JudgeEvidenceInput", judge).await;

    let late = world.refusal("owner", DECIDE_DOCUMENT, decision).await;
    assert_eq!((&late["code"], &late["conflict"][0]["kind"]), (&json!("CONFLICT"), &json!("readiness")), "{late:#}");
    let open = world.readiness("owner", &project).await["blockers"].take();
    assert!(open.to_string().contains("ORGANISATION_EVIDENCE"), "it says what changed: {open:#}");
    let refused = world.decide_refused("owner", &project, "g2", "GO").await;
    assert_eq!((&refused["code"], refused["law"].as_u64()), (&json!("REJECTED"), Some(2)), "{refused:#}");

    world.prove_one(&json!({ "kind": "nen7510" }), 3, Value::Null, "ict", "kwaliteit").await;
    world.store().execute_due().await.expect("time passes");
    world.make_ready(&project, "g2").await;
    assert_eq!(world.decide("owner", &project, "g2", "GO").await.0, "in-gebruik");
}

/// A document is replaced while the owner has the decision open.
async fn a_document_changes_while_a_gate_is_decided(url: Option<&str>) {
    let world = small(url).await;
    let project = world.begin("Agenda", &facts(&[])).await;
    world.make_ready(&project, "g1").await;
    let decision = world.decision("owner", &project, "g1", "GO").await;
    world.rewrite("lead", &project, "idee", "en dan anders").await;
    let late = world.refusal("owner", DECIDE_DOCUMENT, decision).await;
    assert_eq!((&late["code"], &late["conflict"][0]["kind"]), (&json!("CONFLICT"), &json!("readiness")), "{late:#}");
    world.make_ready(&project, "g1").await;
    assert_eq!(world.decide("owner", &project, "g1", "GO").await.0, "uitproberen");
}

/// Somebody leaves with tasks: those of their parties go to who is left, what was theirs in person goes to the lead, what they
/// answered stays.
async fn somebody_leaves_with_tasks(url: Option<&str>) {
    let world = small(url).await;
    let project = world.begin("Agenda", &facts(&[])).await;
    world.make_ready(&project, "g1").await;
    world.decide("owner", &project, "g1", "GO").await;
    world.work_but(&project, &["evaluatie"]).await;
    let organisation = world.settled().organisation;
    let gone = world.settled().who("colleague").id();
    let tasks = "query { tasks(first: 50) { edges { node { kind } } } }";
    for party in ["zorg", "ict"] {
        let party = engine::PartyKey::parse(party).expect("a key");
        world.store().remove_member(organisation, &party, gone).await.expect("gone");
    }
    let theirs = world.data("colleague", tasks, json!({})).await["tasks"]["edges"].take();
    assert_eq!(theirs, json!([]), "nothing waits for who left");
    let query = "query($id: ID!) { project(id: $id) { id } }";
    assert!(world.data("colleague", query, json!({ "id": project })).await["project"].is_null(), "nor may they look");
    // What they answered for their party stays, with their name.
    let timeline =
        "query($id: ID!) { project(id: $id) { timeline(first: 100) { edges { node { kind person { name } } } } } }";
    let told = world.data("lead", timeline, json!({ "id": project })).await.to_string();
    assert!(told.contains("Test colleague"), "{told}");
    // The work goes on without them.
    world.make_ready(&project, "g2").await;
    assert_eq!(world.decide("owner", &project, "g2", "GO").await.0, "in-gebruik");
}

macro_rules! on_both {
    ($($name:ident: $sqlite:ident, $postgresql:ident;)+) => {
        $(
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $sqlite() {
                $name(None).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $postgresql() {
                let database = Database::create().expect("a private PostgreSQL");
                $name(Some(&database.url())).await;
            }
        )+
    };
}

on_both! {
    two_edit_one_draft: two_edit_one_draft_on_sqlite, two_edit_one_draft_on_postgresql;
    two_judge_at_once: two_judge_at_once_on_sqlite, two_judge_at_once_on_postgresql;
    evidence_goes_while_a_gate_is_decided:
        evidence_goes_while_a_gate_is_decided_on_sqlite, evidence_goes_while_a_gate_is_decided_on_postgresql;
    a_document_changes_while_a_gate_is_decided:
        a_document_changes_while_a_gate_is_decided_on_sqlite, a_document_changes_while_a_gate_is_decided_on_postgresql;
    somebody_leaves_with_tasks: somebody_leaves_with_tasks_on_sqlite, somebody_leaves_with_tasks_on_postgresql;
}
