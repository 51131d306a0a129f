//! S3 and S4: two providers on one database. Every field, every text that a client gives, every role: nothing of the other
//! provider comes back, an id of theirs is answered like one that does not exist, and nothing of theirs changes. The calls
//! follow the schema as introspection tells it: a field, argument, route or table that this harness does not know fails it.

mod calls;
mod routes;
mod rows;
mod shape;
mod sides;
mod wakes;

use std::collections::{BTreeMap, BTreeSet};

use graphql::{Api, ApiConfig, Operations};
use persistence::Store;
use serde_json::{Value, json};
use tests::acts::Asked as _;
use tests::chance::Run;
use tests::site::{Backend, Ground};

use calls::{Call, inline, table};
use shape::Shape;
use sides::{CANARY, PEOPLE, Side};

/// Stands where the other provider's ids stand, and belongs to nobody.
const NOBODY: &str = "01890000-0000-7000-8000-00000000dead";

/// Both providers on one store.
struct Both {
    store: Store,
    own: Side,
    other: Side,
}

impl Both {
    async fn make(ground: &Ground) -> Self {
        let store = ground.store().await;
        let api = Api::new(store.clone(), ApiConfig { operations: Operations::Any, introspection: true });
        let own = Side::make(&api, &store, "Demo een", "een.example.test", "").await;
        let domain = format!("{}.example.test", CANARY.to_lowercase());
        let other = Side::make(&api, &store, "Demo twee", &domain, CANARY).await;
        Self { store, own, other }
    }
}

/// What the other provider sees of itself: its ids and everything else that a client could send, and where the canary is.
#[derive(Default)]
struct Loot {
    ids: BTreeSet<String>,
    words: BTreeMap<&'static str, String>,
    canaries: BTreeSet<String>,
}

impl Loot {
    fn take(&mut self, value: &Value, name: &str) {
        match value {
            Value::Object(fields) => fields.iter().for_each(|(name, value)| self.take(value, name)),
            Value::Array(items) => items.iter().for_each(|value| self.take(value, name)),
            Value::String(text) => {
                if text.contains(CANARY) {
                    self.canaries.insert(name.to_owned());
                }
                match name {
                    "id" | "projectId" | "url" => drop(self.ids.insert(text.clone())),
                    "cursor" => drop(self.words.insert("cursor", text.clone())),
                    "hash" => drop(self.words.insert("hash", text.clone())),
                    "digest" => drop(self.words.insert("digest", text.clone())),
                    _ => {}
                }
            }
            _ => {}
        }
    }

    /// One id of each form: bare ones all, of those made of a project and a rest one for each kind of rest.
    fn ids(&self) -> Vec<String> {
        let mut kinds = BTreeSet::new();
        let form = |id: &String| id.rsplit_once('/').map(|(_, rest)| rest.chars().take(3).collect::<String>());
        self.ids.iter().filter(|id| form(id).is_none_or(|form| kinds.insert(form))).cloned().collect()
    }
}

/// The same text with every id of somebody replaced by one of nobody.
fn of_nobody(text: &str) -> Option<String> {
    let at = text.split(['/']).find(|part| uuid::Uuid::try_parse(part).is_ok())?;
    Some(text.replace(at, NOBODY))
}

fn blurred(answer: &str, id: &str) -> String {
    let mut answer: Value = serde_json::from_str(answer).expect("JSON");
    for error in answer["errors"].as_array_mut().into_iter().flatten() {
        error["extensions"]["requestId"] = Value::Null;
    }
    answer.to_string().replace(id, "?")
}

/// The table knows every field that is called, and each of its arguments.
fn nothing_is_forgotten(shape: &Shape, calls: &[Call]) {
    let known: BTreeSet<String> = calls.iter().map(|call| call.field.to_owned()).collect();
    assert_eq!(known, shape.called(), "the harness' table and the schema's fields");
    for call in calls {
        for (leaf, _) in shape.leaves(call.field) {
            // A list of input objects has its fields in its first entry.
            let mut place = Some(&call.variables);
            for part in leaf.split('.') {
                place = place.map(|place| place.get(0).unwrap_or(place)).and_then(|place| place.get(part));
            }
            assert!(place.is_some(), "{} takes {leaf}, which the harness does not give", call.field);
        }
    }
}

/// Everybody's own calls work, and together ask for every field of the schema; the other side's show its canary.
async fn everything_can_be_asked(side: &Side, shape: &Shape, loot: &mut Loot) {
    let (mut asked, arguments, mut whole) = (BTreeSet::new(), inline(), BTreeSet::new());
    for call in table(side) {
        if call.field.starts_with("Subscription") {
            shape.selections(call.field, &arguments, &mut asked);
            continue;
        }
        let mut selections = shape.selections(call.field, &arguments, &mut asked);
        // Most acts give the same: one of them asks for all of it.
        if call.field.starts_with("Mutation") && !whole.insert(shape.gives(call.field).to_owned()) {
            selections.truncate(1);
        }
        for selection in selections {
            let answer = side.answer(call.who, &call.asking(&selection), call.fresh()).await;
            let code = &answer["errors"][0]["extensions"]["code"];
            let fine = answer.get("errors").is_none()
                || (call.field.starts_with("Mutation") && (code == "REJECTED" || code == "CONFLICT"));
            assert!(fine, "{} does not work for its own people: {answer:#}", call.field);
            loot.take(&answer, "");
        }
    }
    let unasked: Vec<String> = shape.fields().difference(&asked).cloned().collect();
    assert!(unasked.is_empty(), "nothing asks for {unasked:?}");
}

/// What was counted.
#[derive(Default)]
struct Count {
    calls: u64,
    twins: u64,
}

/// Whether an answer holds anything that people of the other provider typed.
fn leaks(answer: &str) -> bool {
    answer.to_lowercase().contains(&CANARY.to_lowercase())
}

/// One call by one person, with something of the other provider at one place.
async fn smuggle(both: &Both, count: &mut Count, who: &str, call: &Call, document: &str, place: (&str, &str, bool)) {
    let (pointer, foreign, is_id) = place;
    let put = |text: &str| {
        let mut variables = call.fresh();
        *variables.pointer_mut(pointer).expect("a place") = json!(text);
        variables
    };
    let answer = both.own.raw(who, document, put(foreign)).await;
    count.calls += 1;
    assert!(!leaks(&answer), "{who} read the other provider through {} with {foreign} at {pointer}: {answer}", call.field);
    if !is_id {
        return;
    }
    if let Some(nobody) = of_nobody(foreign) {
        let twin = both.own.raw(who, document, put(&nobody)).await;
        count.twins += 1;
        let (seen, expected) = (blurred(&answer, foreign), blurred(&twin, &nobody));
        assert_eq!(seen, expected, "{who}: {} tells that {foreign} at {pointer} exists", call.field);
    }
}

/// Calls everything as everybody. Who may call something gives every id and every word of the other provider; the others,
/// unless `whole`, its project, its file and a word.
async fn nothing_crosses(both: &Both, shape: &Shape, loot: &Loot, whole: bool) -> Count {
    let (mut count, arguments) = (Count::default(), inline());
    let lead = both.other.settled.who("lead").id().to_string();
    let organisation = both.other.settled.organisation.to_string();
    let main =
        vec![both.other.project.clone(), both.other.file.clone(), both.other.settled.funnel.to_string(), lead, organisation];
    let ids: BTreeSet<String> = loot.ids().into_iter().chain(main.clone()).collect();
    let ids: Vec<String> = ids.into_iter().collect();
    let mut words: Vec<String> = loot.words.values().cloned().collect();
    words.extend([both.other.key.clone(), both.other.project.clone()]);
    for call in table(&both.own) {
        if call.field.starts_with("Subscription") {
            continue;
        }
        let selections = shape.selections(call.field, &arguments, &mut BTreeSet::new());
        let takes: BTreeMap<String, String> = shape.leaves(call.field).into_iter().collect();
        for pointer in call.texts() {
            let parts: Vec<&str> = pointer.split('/').filter(|part| part.parse::<usize>().is_err()).collect();
            let is_id = pointer == "/id" || takes.get(parts[1..].join(".").as_str()).is_some_and(|kind| kind == "ID");
            for cast in PEOPLE {
                let put = match (is_id, whole || cast.name == call.who) {
                    (false, true) => &words[..],
                    (false, false) => &words[..1],
                    (true, true) => &ids[..],
                    (true, false) => &main[..2],
                };
                for foreign in put {
                    // All of it where it could work; elsewhere one selection shows whether anything comes.
                    let all = is_id && *foreign == both.other.project && !call.field.starts_with("Mutation");
                    let some = if all { &selections[..] } else { &selections[selections.len() - 1..] };
                    for selection in some {
                        let document = call.asking(selection);
                        smuggle(both, &mut count, cast.name, &call, &document, (&pointer, foreign, is_id)).await;
                    }
                }
            }
        }
        // And what everybody sees without any of that; of an act one piece, a next one each time.
        for cast in PEOPLE {
            let turn = usize::try_from(count.calls).unwrap_or(0) % selections.len();
            let some = if call.field.starts_with("Mutation") { &selections[turn..=turn] } else { &selections[..] };
            for selection in some {
                let answer = both.own.raw(cast.name, &call.asking(selection), call.fresh()).await;
                count.calls += 1;
                assert!(!leaks(&answer), "{}: {answer}", call.field);
            }
        }
    }
    count
}

async fn two_providers(name: &'static str, backend: Backend) {
    let run = Run::new(name, 1, 2);
    let ground = Ground::new(backend);
    let both = Both::make(&ground).await;
    let shape = Shape::ask(&both.own).await;
    nothing_is_forgotten(&shape, &table(&both.own));
    let mut loot = Loot::default();
    everything_can_be_asked(&both.other, &shape, &mut loot).await;
    let typed = ["answers", "function", "motivation", "name", "note", "summary", "text", "title"];
    let missing: Vec<_> = typed.iter().filter(|name| **name != "answers" && !loot.canaries.contains(**name)).collect();
    assert!(missing.is_empty() && loot.ids.len() > 20, "the canary is not in {missing:?}: {:?}", loot.canaries);

    // The harness sees a leak where there is one: their own lead reads it.
    let own = "query($id: ID!) { project(id: $id) { title } }";
    assert!(leaks(&both.other.raw("lead", own, json!({ "id": both.other.project })).await));

    let before = rows::of(&ground.url, both.other.settled.organisation).await;
    let events = both.store.verify().await.expect("a report");
    let count = nothing_crosses(&both, &shape, &loot, run.count > 1).await;
    assert_eq!(before, rows::of(&ground.url, both.other.settled.organisation).await, "something of theirs changed");
    wakes::nobody_is_woken_by_the_other(&both).await;
    let report = both.store.verify().await.expect("a report");
    assert!(report.findings.is_empty(), "{report:?}");
    assert!(report.events >= events.events);
    // Last, since it changes something: the same calls work for their own people.
    everything_can_be_asked(&both.own, &shape, &mut Loot::default()).await;
    run.tell(&format!(
        "{} fields, {} calls, {} of them twice to tell nothing from something, 0 crossed, {} tables unchanged",
        shape.fields().len(),
        count.calls,
        count.twins,
        before.len()
    ));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_providers_on_sqlite() {
    two_providers("S3 SQLite", Backend::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_providers_on_postgresql() {
    two_providers("S3 PostgreSQL", Backend::Postgres).await;
}
