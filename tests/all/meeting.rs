//! One meeting, many decisions: its agenda, and what it decided entered item by item, each once whoever enters it.

use std::fmt::Write as _;

use engine::PartyKey;
use serde_json::{Value, json};
use tests::acts::{Acts as _, Asked as _, unique};
use tests::postgres::Database;
use tests::world::World;

const DECIDE: &str = "mutation($i: DecideGateInput!) { decideGate(input: $i) { receipt { replayed firstSequence } \
    project { phase { key } lifecycle reviewOn readiness { round votesNeeded ballots { kind needed members party { key } \
    gate { key } voted { id } } } } } }";
const AGENDA: &str = "query($party: String!, $first: Int!, $after: String) { agenda(party: $party, first: $first, after: $after) { \
    party { key name } members { chair person { id name } } pageInfo { hasNextPage endCursor } edges { node { ready since project { \
    id readiness { round digest votesNeeded gate { key chairDecides } viewerCanDecide viewerCanRecordDecision \
    blockers { kind deferrable } offers { outcome allowed law } } } } } } }";
const LOG: &str = "query($id: ID!) { project(id: $id) { timeline(first: 50) { edges { node { kind outcome } } } } }";

/// Two gates of the steering group: its chair decides the first, its members vote at the second.
fn funnel() -> String {
    let mut funnel = "\
funnel: vergaderen
version: 1
name: { nl: Vergaderen, en: Meeting }
parties:
  - id: ict
    name: { nl: ICT, en: ICT }
    answers: any
  - id: stuurgroep
    name: { nl: Stuurgroep, en: Steering group }
    answers: chair
    recorded_by: [secretaris]
  - id: secretaris
    name: { nl: Secretaris, en: Secretary }
    answers: any
phases:
"
    .to_owned();
    for (phase, gate, decides, next) in [("begin", "g0", "chair", "midden"), ("midden", "g1", "{ percentage: 51 }", "eind")]
    {
        write!(
            funnel,
            "  - id: {phase}\n    name: {{ nl: Fase {phase}, en: Phase {phase} }}\n    involves: [ict, stuurgroep, secretaris]\n    \
             gate:\n      id: {gate}\n      name: {{ nl: Poort {gate}, en: Gate {gate} }}\n      question: {{ nl: Gaan we door?, \
             en: Do we go on? }}\n      decided_by: stuurgroep\n      decides: {decides}\n      go_to: {next}\n      term_days: 10\n"
        )
        .expect("written");
    }
    funnel
        + "  - id: eind
    name: { nl: Eind, en: End }
criteria:
  - id: past-in-ict
    question: { nl: Past het?, en: Does it fit? }
    help: { nl: Zeg wat u ziet., en: Say what you see. }
    parties: [ict]
    asked_at:
      - gate: g0
"
}

/// A provider whose steering group has three members and two secretaries.
async fn provider(url: Option<&str>) -> World {
    let mut world = World::new(url).await;
    let organisation = world.settled.organisation;
    let key = |key: &str| PartyKey::parse(key).expect("a key");
    for (who, party) in [("quality", "secretaris"), ("privacy", "secretaris"), ("architect", "stuurgroep")] {
        world.store.set_member(organisation, &key(party), world.settled.who(who).id(), false).await.expect("a member");
    }
    world.settled.funnel = world.store.publish_funnel(organisation, &funnel()).await.expect("the funnel");
    world
}

/// What somebody of the provider sees of the agenda of the steering group.
async fn agenda(world: &World, who: &str) -> Value {
    let asked = json!({ "party": "stuurgroep", "first": 20, "after": null });
    world.data(who, AGENDA, asked).await["agenda"].take()
}

fn item<'a>(agenda: &'a Value, project: &str) -> &'a Value {
    let edges = agenda["edges"].as_array().expect("rows");
    let row = edges.iter().find(|edge| edge["node"]["project"]["id"] == project);
    &row.unwrap_or_else(|| panic!("{project} is not on the agenda: {agenda:#}"))["node"]
}

/// What a secretary sends of a meeting of today about one project, as it stood on this agenda.
fn decided(world: &World, agenda: &Value, project: &str, outcome: &str, present: &[&str]) -> Value {
    let readiness = &item(agenda, project)["project"]["readiness"];
    let today = world.store.now().today;
    let present: Vec<String> = present.iter().map(|who| world.settled.who(who).id().to_string()).collect();
    let review = (outcome == "HOLD").then(|| today.saturating_add(time::Duration::days(30)).to_string());
    json!({ "key": unique("meeting"), "projectId": project, "gate": readiness["gate"]["key"], "outcome": outcome,
            "reviewOn": review, "motivation": "Zo besloot de stuurgroep.", "seenReadiness": readiness["digest"],
            "onBehalf": { "personId": world.settled.who("chair").id().to_string(), "heldOn": today.to_string(),
                          "presentIds": present, "minutes": "Kort verslag." },
            "meeting": { "party": "stuurgroep", "heldOn": today.to_string(), "round": readiness["round"] } })
}

async fn judge(world: &World, project: &str, answer: &str) {
    let seen =
        world.data("ict", "query($id: ID!) { project(id: $id) { readiness { round } } }", json!({ "id": project })).await;
    let document = "mutation($i: JudgeCriterionInput!) { judgeCriterion(input: $i) { project { id } } }";
    let input = json!({ "key": unique("judge"), "projectId": project, "criterion": "past-in-ict", "party": "ict",
                        "answer": answer, "motivation": "Wij keken ernaar.", "seenRound": seen["project"]["readiness"]["round"] });
    world.data("ict", document, json!({ "i": input })).await;
}

/// How often the gate of a project was decided.
async fn decisions(world: &World, project: &str) -> usize {
    let log = world.data("chair", LOG, json!({ "id": project })).await;
    let edges = log["project"]["timeline"]["edges"].as_array().expect("rows").clone();
    edges.iter().filter(|edge| edge["node"]["kind"] == "GATE_DECIDED").count()
}

/// Three projects: one is decided, one refused, one changed meanwhile; and each of them is told so.
async fn each_item_stands_by_itself(world: &World) -> String {
    let [ready, open, changing] = [world.start("lead").await, world.start("lead").await, world.start("lead").await];
    for project in [&ready, &changing] {
        judge(world, project, "MET").await;
    }
    let seen = agenda(world, "quality").await;
    // What can be decided comes first; these two by the same day.
    let rows = seen["edges"].as_array().expect("rows").iter().map(|edge| edge["node"]["project"]["id"].as_str());
    let order: Vec<&str> = rows.map(|id| id.expect("an id")).collect();
    assert_eq!((order.len(), order[2]), (3, open.as_str()));
    assert_eq!((&item(&seen, &ready)["ready"], &item(&seen, &open)["ready"]), (&json!(true), &json!(false)));
    let readiness = &item(&seen, &open)["project"]["readiness"];
    assert_eq!(readiness["blockers"], json!([{ "kind": "JUDGEMENT_OPEN", "deferrable": false }]));
    let go = readiness["offers"].as_array().expect("offers").iter().find(|offer| offer["outcome"] == "GO").expect("go");
    assert_eq!((&go["allowed"], &go["law"]), (&json!(false), &json!(2)));
    assert_eq!((&readiness["viewerCanDecide"], &readiness["viewerCanRecordDecision"]), (&json!(false), &json!(true)));
    assert_eq!((&readiness["votesNeeded"], &readiness["gate"]["chairDecides"]), (&Value::Null, &json!(true)));
    assert_eq!(seen["members"].as_array().expect("members").len(), 3);

    judge(world, &changing, "NOT_MET").await;
    let all = ["chair", "steering", "architect"];
    let send = |project: &str| decided(world, &seen, project, "GO", &all);
    let refused = world.refusal("quality", DECIDE, json!({ "i": send(&open) })).await;
    assert_eq!((&refused["code"], &refused["rejection"]["rule"]), (&json!("REJECTED"), &json!("not_ready")));
    let conflict = world.refusal("quality", DECIDE, json!({ "i": send(&changing) })).await;
    assert_eq!((&conflict["code"], &conflict["conflict"][0]["kind"]), (&json!("CONFLICT"), &json!("readiness")));
    let done = world.data("quality", DECIDE, json!({ "i": send(&ready) })).await;
    assert_eq!(done["decideGate"]["project"]["phase"]["key"], "midden");

    // The same meeting again: by the same person in the same words, in other words, and by the other secretary.
    let again = world.data("quality", DECIDE, json!({ "i": send(&ready) })).await;
    assert_eq!(again["decideGate"]["receipt"]["replayed"], true);
    assert_eq!(again["decideGate"]["receipt"]["firstSequence"], done["decideGate"]["receipt"]["firstSequence"]);
    let mut other = send(&ready);
    other["motivation"] = json!("In andere woorden.");
    for who in ["quality", "privacy"] {
        let told = world.refusal(who, DECIDE, json!({ "i": other })).await;
        assert_eq!((&told["code"], &told["entered"]["name"]), (&json!("ENTERED_BEFORE"), &json!("Test quality")), "{who}");
        assert!(told["entered"]["at"].as_str().is_some_and(|at| at.starts_with("2026-01-05T")), "{told:#}");
    }
    // Whoever may not enter it hears nothing of it.
    for (who, rule) in [("ict", "REJECTED"), ("outsider", "NOT_FOUND")] {
        let told = world.refusal(who, DECIDE, json!({ "i": other })).await;
        assert_eq!(told["code"], rule, "{who}: {told:#}");
        assert!(!told.to_string().contains("Test quality"), "{told:#}");
    }
    assert_eq!((decisions(world, &ready).await, decisions(world, &open).await), (1, 0));
    ready
}

/// Holding leaves the gate as it was, so nothing but the meeting itself shows that it happened.
async fn a_hold_of_one_meeting_happens_once(world: &World) {
    let project = world.start("lead").await;
    let seen = agenda(world, "quality").await;
    let send = |motivation: &str| {
        let mut input = decided(world, &seen, &project, "HOLD", &["chair", "steering"]);
        input["motivation"] = json!(motivation);
        json!({ "i": input })
    };
    // Both secretaries press the button at the same moment.
    let (one, other) = tokio::join!(
        world.answer("quality", DECIDE, send("Wij wachten op de leverancier.")),
        world.answer("privacy", DECIDE, send("Wacht op de leverancier."))
    );
    let (won, lost) = if one.get("errors").is_none() { (one, other) } else { (other, one) };
    assert!(won["data"]["decideGate"]["project"]["reviewOn"].is_string(), "{won:#}");
    assert_eq!(lost["errors"][0]["extensions"]["code"], "ENTERED_BEFORE", "{lost:#}");
    assert_eq!(decisions(world, &project).await, 1);
    // The chair who was there is told the same.
    let mut own = send("Ik zei: wachten.");
    own["i"]["onBehalf"] = Value::Null;
    assert_eq!(world.refusal("chair", DECIDE, own).await["code"], "ENTERED_BEFORE");
    // The meeting of the next day decides anew.
    world.clock.advance_days(1);
    let next = agenda(world, "privacy").await;
    let later = decided(world, &next, &project, "HOLD", &["chair"]);
    world.data("privacy", DECIDE, json!({ "i": later })).await;
    assert_eq!(decisions(world, &project).await, 2);
}

/// Where members vote, a divided vote is entered vote by vote, and a unanimous one at once.
async fn votes_are_counted(world: &World, project: &str) {
    let seen = agenda(world, "quality").await;
    assert_eq!(item(&seen, project)["project"]["readiness"]["votesNeeded"], 2);
    let vote = |who: &str| {
        let mut input = decided(world, &seen, project, "GO", &["chair", "steering", "architect"]);
        let voter = world.settled.who(who).id().to_string();
        input["onBehalf"]["votes"] = json!({ "inFavour": 2, "against": 1, "abstained": 0 });
        input["onBehalf"]["personId"] = json!(voter);
        input["meeting"]["voterId"] = json!(voter);
        json!({ "i": input })
    };
    let first = world.data("quality", DECIDE, vote("steering")).await["decideGate"].take();
    assert_eq!(first["project"]["phase"]["key"], "midden", "one of two votes");
    let ballot = &first["project"]["readiness"]["ballots"][0];
    let told = json!({ "kind": "DECISION", "needed": 2, "members": 3, "party": { "key": "stuurgroep" }, "gate": { "key": "g1" },
                       "voted": [{ "id": world.settled.who("steering").id().to_string() }] });
    assert_eq!(*ballot, told);
    let twice = world.data("quality", DECIDE, vote("steering")).await;
    assert_eq!(twice["decideGate"]["receipt"]["replayed"], true);
    let second = world.data("quality", DECIDE, vote("architect")).await;
    assert_eq!(second["decideGate"]["project"]["phase"]["key"], "eind");
    assert_eq!(decisions(world, project).await, 2, "one of each gate");

    let project = world.start("lead").await;
    judge(world, &project, "MET").await;
    let seen = agenda(world, "quality").await;
    world.data("quality", DECIDE, json!({ "i": decided(world, &seen, &project, "GO", &["chair"]) })).await;
    let seen = agenda(world, "quality").await;
    let mut unanimous = decided(world, &seen, &project, "GO", &["chair", "steering", "architect"]);
    unanimous["onBehalf"]["votes"] = json!({ "inFavour": 3, "against": 0, "abstained": 0 });
    let done = world.data("quality", DECIDE, json!({ "i": unanimous })).await;
    assert_eq!(done["decideGate"]["project"]["phase"]["key"], "eind", "everybody there voted for it");
}

/// Only those who take or enter the decisions of a body see its agenda, a page at a time.
async fn the_agenda_is_for_those_who_meet(world: &World) {
    let meets = "{ viewer { meets { key name } } }";
    for (who, may) in
        [("quality", true), ("chair", true), ("steering", true), ("lead", false), ("ict", false), ("outsider", false)]
    {
        let data = world.data(who, meets, json!({})).await;
        let met = json!([{ "key": "stuurgroep", "name": "Stuurgroep zorg en ICT" }]);
        assert_eq!(data["viewer"]["meets"], if may { met } else { json!([]) }, "{who}");
        assert_eq!(agenda(world, who).await.is_null(), !may, "{who}");
    }
    let none = world.data("quality", AGENDA, json!({ "party": "ict", "first": 5, "after": null })).await;
    assert!(none["agenda"].is_null());
    let whole = agenda(world, "quality").await;
    let ids = |page: &Value| -> Vec<Value> {
        page["edges"].as_array().expect("rows").iter().map(|edge| edge["node"]["project"]["id"].clone()).collect()
    };
    let (mut paged, mut after) = (Vec::new(), Value::Null);
    loop {
        let asked = json!({ "party": "stuurgroep", "first": 1, "after": after });
        let page = world.data("quality", AGENDA, asked).await["agenda"].take();
        paged.extend(ids(&page));
        if page["pageInfo"]["hasNextPage"] == false {
            break;
        }
        after = page["pageInfo"]["endCursor"].clone();
    }
    assert!(paged.len() > 2);
    assert_eq!(paged, ids(&whole));
    let wrong = json!({ "party": "stuurgroep", "first": 101, "after": null });
    assert_eq!(world.refusal("quality", AGENDA, wrong).await["code"], "INPUT_INVALID");
}

async fn a_meeting(url: Option<&str>) {
    let world = provider(url).await;
    let decided = each_item_stands_by_itself(&world).await;
    votes_are_counted(&world, &decided).await;
    a_hold_of_one_meeting_happens_once(&world).await;
    the_agenda_is_for_those_who_meet(&world).await;
    let report = world.store.verify().await.expect("a report");
    assert!(report.findings.is_empty(), "{report:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_meeting_on_sqlite() {
    a_meeting(None).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_meeting_on_postgresql() {
    let database = Database::create().expect("a private PostgreSQL");
    a_meeting(Some(&database.url())).await;
}
