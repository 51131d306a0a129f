//! A real idea goes through its gates, as the people of a provider, by the API.

use serde_json::{Value, json};
use tests::acts::{Acts as _, answers};
use tests::postgres::Database;
use tests::world::World;

fn blockers(readiness: &Value) -> Vec<(String, u64)> {
    let list = readiness["blockers"].as_array().expect("a list");
    list.iter().map(|b| (b["kind"].as_str().unwrap().to_owned(), b["law"].as_u64().unwrap())).collect()
}

async fn a_first_project(url: Option<&str>) {
    let world = World::new(url).await;
    let project = world.start("lead").await;

    // The gate refuses, and says what is missing by law.
    let refusal = world.decide_refused("innovation", &project, "g0", "GO").await;
    assert_eq!((refusal["code"].as_str(), refusal["law"].as_u64()), (Some("REJECTED"), Some(2)));
    let rules: Vec<_> = refusal["rejection"]["blockers"].as_array().unwrap().iter().map(|b| &b["kind"]).collect();
    assert_eq!(rules, ["document_missing", "judgement_open", "judgement_open", "judgement_open"]);

    let project = world.explored().await;
    let (care, quality, clients, chair) = ("care", "quality", "clients", "chair");
    world.submit(care, &project, "risicoanalyse", &answers("risicoanalyse", "")).await;
    world.submit("lead", &project, "samenvatting", &answers("samenvatting", "")).await;
    world.submit("ict", &project, "ict-toets", &answers("ict-toets", "")).await;
    world.approve(quality, &project, "risicoanalyse", "kwaliteit").await;
    world.approve("care-2", &project, "risicoanalyse", "zorg").await;
    world.approve(clients, &project, "samenvatting", "clienten-naasten").await;
    world.approve("architect", &project, "ict-toets", "architect").await;
    world.judge(quality, &project, "client-risico", "kwaliteit", Some("risicoanalyse")).await;
    world.judge(clients, &project, "behoefte-clienten", "clienten-naasten", Some("samenvatting")).await;

    // Four eyes: who wrote the assessment does not judge on it alone.
    let own = world.judge_refused("ict", &project, "ict-gereed", "ict", Some("ict-toets")).await;
    assert_eq!((own["rejection"]["rule"].as_str(), own["law"].as_u64()), (Some("own_evidence_alone"), Some(5)));
    world.judge("ict-2", &project, "ict-gereed", "ict", Some("ict-toets")).await;

    // A new revision makes stale what rested on what changed.
    world.submit(care, &project, "risicoanalyse", &answers("risicoanalyse", "En de batterij is leeg.")).await;
    let readiness = world.readiness(chair, &project).await;
    let stale = [("REVIEW_STALE".to_owned(), 4), ("REVIEW_STALE".to_owned(), 4), ("JUDGEMENT_STALE".to_owned(), 4)];
    assert_eq!(blockers(&readiness), stale);
    world.decide_refused(chair, &project, "g1", "GO").await;

    // Confirming is one act for the document and its criterion.
    world.confirm(quality, &project, "kwaliteit", "risicoanalyse", &["client-risico"]).await;
    world.confirm("care-2", &project, "zorg", "risicoanalyse", &[]).await;
    assert_eq!(blockers(&world.readiness(chair, &project).await), []);

    // Only the chair decides, and the gate opens.
    let member = world.decide_refused("steering", &project, "g1", "GO").await;
    assert_eq!(member["rejection"]["rule"], "not_permitted");
    assert_eq!(world.decide(chair, &project, "g1", "GO").await, ("selectie".to_owned(), "ACTIVE".to_owned()));

    let report = world.store.verify().await.expect("a report");
    assert!(report.findings.is_empty(), "{report:?}");
}

#[tokio::test]
async fn a_first_project_goes_through_its_gates_on_sqlite() {
    a_first_project(None).await;
}

#[tokio::test]
async fn a_first_project_goes_through_its_gates_on_postgresql() {
    let database = Database::create().expect("a private PostgreSQL");
    a_first_project(Some(&database.url())).await;
}

#[tokio::test]
async fn a_stopped_project_takes_no_more() {
    let world = World::new(None).await;
    let project = world.explored().await;
    assert_eq!(world.decide("chair", &project, "g1", "STOP").await.1, "STOPPED");
    let draft = "mutation($i: SaveDraftInput!) { saveDraft(input: $i) { artefact { id } } }";
    let input = json!({ "i": { "projectId": project, "artefact": "risicoanalyse", "version": 0, "answers": {} } });
    assert_eq!(world.refusal("care", draft, input).await["law"], 1);
}

#[tokio::test]
async fn the_version_of_a_project_is_its_last_event() {
    let world = World::new(None).await;
    let project = world.start("lead").await;
    let receipt = world.submit("lead", &project, "idee", &answers("idee", "")).await;
    let query = "query($id: ID!) { project(id: $id) { version timeline(first: 1) { edges { node { sequence } } } } }";
    let seen = world.data("lead", query, serde_json::json!({ "id": project })).await;
    let version = &seen["project"]["version"];
    assert_eq!(version, &seen["project"]["timeline"]["edges"][0]["node"]["sequence"]);
    assert_eq!(version, &receipt["submitRevision"]["receipt"]["lastSequence"]);
}
