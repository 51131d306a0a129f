//! Bad input gets a typed error, and nothing is lost.

use std::collections::HashSet;
use std::sync::Arc;

use graphql::{Api, ApiConfig, Language, Operations, operation_hash};
use serde_json::{Value, json};
use tests::acts::{Acts as _, REVIEW_DOCUMENT, START_DOCUMENT, answers};
use tests::world::World;

#[tokio::test]
async fn unknown_and_foreign_projects_are_not_found() {
    let world = World::new(None).await;
    let project = world.start("lead").await;
    let query = "query($id: ID!) { project(id: $id) { id } }";
    for (who, id) in [("outsider", project.as_str()), ("lead", "01890000-0000-7000-8000-000000000000"), ("lead", "nonsense")]
    {
        assert!(world.data(who, query, json!({ "id": id })).await["project"].is_null(), "{who} {id}");
    }
    let act = json!({ "i": { "key": "k", "projectId": project, "artefact": "idee", "party": "zorg", "verdict": "APPROVE",
                             "seenRevision": "0".repeat(64) } });
    assert_eq!(world.refusal("outsider", REVIEW_DOCUMENT, act).await["code"], "NOT_FOUND");
}

#[tokio::test]
async fn a_key_happens_once_and_means_one_request() {
    let world = World::new(None).await;
    let lead = world.who("lead").person().unwrap().to_string();
    let input = |title: &str| {
        json!({ "i": { "key": "the-same-key", "title": title, "summary": "Een plan.", "leadId": lead,
                       "funnelId": world.settled.funnel.to_string() } })
    };
    let first = world.data("lead", START_DOCUMENT, input("Crisis-app")).await;
    let again = world.data("lead", START_DOCUMENT, input("Crisis-app")).await;
    assert_eq!(first["startProject"]["project"]["id"], again["startProject"]["project"]["id"]);
    assert_eq!(world.refusal("lead", START_DOCUMENT, input("Iets anders")).await["code"], "KEY_REUSED");
}

#[tokio::test]
async fn what_was_seen_and_changed_is_shown() {
    let world = World::new(None).await;
    let project = world.start("lead").await;
    world.submit("lead", &project, "idee", &answers("idee", "")).await;
    let (seen, ..) = world.seen("care", &project, "idee").await;
    world.submit("lead", &project, "idee", &answers("idee", "Aangevuld.")).await;
    let act = json!({ "i": { "key": "late", "projectId": project, "artefact": "idee", "party": "zorg", "verdict": "APPROVE",
                             "seenRevision": seen } });
    let refusal = world.refusal("care", REVIEW_DOCUMENT, act).await;
    assert_eq!(refusal["code"], "CONFLICT");
    assert_eq!((&refusal["conflict"][0]["kind"], &refusal["conflict"][0]["number"]), (&json!("revision"), &json!(2)));
}

#[tokio::test]
async fn wrong_answers_name_the_path_and_the_rule_in_both_languages() {
    let world = World::new(None).await;
    let project = world.start("lead").await;
    let draft = "mutation($i: SaveDraftInput!) { saveDraft(input: $i) { artefact { draft { version } } } }";
    let answers = json!({ "need": "Iets", "goal": "" });
    let input = json!({ "i": { "projectId": project, "artefact": "idee", "answers": answers } });
    world.data("lead", draft, input).await;
    let submit = "mutation($i: SubmitRevisionInput!) { submitRevision(input: $i) { receipt { lastSequence } } }";
    let input =
        json!({ "i": { "key": "s", "projectId": project, "artefact": "idee", "stage": "FINAL", "draftVersion": 1 } });
    let refusal = world.refusal("lead", submit, input).await;
    assert_eq!(refusal["code"], "FORM_INVALID");
    let problems = refusal["problems"].as_array().unwrap();
    let found: Vec<_> = problems.iter().map(|p| (p["path"].as_str().unwrap(), p["rule"].as_str().unwrap())).collect();
    assert!(found.contains(&("/goal", "minLength")) && found.contains(&("/audience", "required")), "{found:?}");
    assert!(problems.iter().all(|p| !p["message"]["nl"].as_str().unwrap().is_empty()));
    // Nothing is lost: the draft is still there.
    let query = "query($id: ID!) { project(id: $id) { artefact(key: \"idee\") { draft { answers } } } }";
    let kept = world.data("lead", query, json!({ "id": project })).await;
    assert_eq!(kept["project"]["artefact"]["draft"]["answers"]["need"], "Iets");
}

#[tokio::test]
async fn hidden_and_endless_text_is_refused_by_field() {
    let world = World::new(None).await;
    let lead = world.who("lead").person().unwrap().to_string();
    for (title, rule) in
        [("a\u{0}b", "character"), ("a\u{202e}b", "character"), (" ", "empty"), (&*"x".repeat(201), "too_long")]
    {
        let input = json!({ "i": { "key": "k", "title": title, "summary": "Een plan.", "leadId": lead,
                                   "funnelId": world.settled.funnel.to_string() } });
        let refusal = world.refusal("lead", START_DOCUMENT, input).await;
        assert_eq!(
            (refusal["code"].as_str(), refusal["field"].as_str(), refusal["rule"].as_str()),
            (Some("TEXT_INVALID"), Some("title"), Some(rule))
        );
    }
}

#[tokio::test]
async fn hostile_documents_do_not_reach_the_parser() {
    let world = World::new(None).await;
    for document in [format!("{{ project(id: {}1) {{ id }} }}", "[".repeat(3_000)), "{a".repeat(2_000), "x".repeat(20_000)] {
        let refusal = world.refusal("lead", &document, json!({})).await;
        assert_eq!(refusal["code"], "TOO_COMPLEX");
    }
}

/// In production documents are taken from a list and validated when the list is made; what comes with them is not.
#[tokio::test]
async fn variables_of_a_document_on_the_list_are_still_read_as_their_types() {
    let world = World::new(None).await;
    let project = world.start("lead").await;
    let query = "query($id: ID!, $first: Int!) { project(id: $id) { id timeline(first: $first) { edges { cursor } } } }";
    let listed = [query, START_DOCUMENT].map(operation_hash);
    let operations = Operations::Only(Arc::new(HashSet::from(listed)));
    let api = Api::new(world.store.clone(), ApiConfig { operations, introspection: false });
    let ask = async |document: &str, variables: Value| -> Value {
        let body = json!({ "query": document, "variables": variables }).to_string();
        let reply = api.execute(Some(world.who("lead")), Language::Dutch, body.as_bytes()).await;
        serde_json::from_slice(&reply.body).expect("JSON")
    };
    let good = ask(query, json!({ "id": project, "first": 2 })).await;
    assert_eq!(good["data"]["project"]["timeline"]["edges"].as_array().map(Vec::len), Some(2), "{good:#}");
    for wrong in
        [json!({}), json!({ "id": project }), json!({ "id": project, "first": "two" }), json!({ "id": [], "first": 2 })]
    {
        let refused = ask(query, wrong.clone()).await;
        assert!(refused["errors"][0]["message"].is_string() && refused["data"]["project"].is_null(), "{wrong}: {refused:#}");
    }
    for wrong in [json!({}), json!({ "i": null }), json!({ "i": { "key": 7 } }), json!({ "i": { "unknown": "x" } })] {
        let refused = ask(START_DOCUMENT, wrong.clone()).await;
        assert!(refused["errors"][0]["message"].is_string() && refused["data"].is_null(), "{wrong}: {refused:#}");
    }
    let unlisted = ask("{ viewer { id } }", json!({})).await;
    assert_eq!(unlisted["errors"][0]["extensions"]["code"], "INPUT_INVALID");
}
