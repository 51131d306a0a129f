//! Whoever changes the store beside the application is found, with the first bad event named.

use engine::Outcome;
use persistence::{Error, Place, Store};

use crate::world::{Backend, World, approve, decide, judge, submit};

/// What was done to the store, as SQL for both databases, and where it must be found.
const TAMPERED: &[(&str, Option<Place>)] = &[
    ("UPDATE events SET body = replace(body, 'met', 'mat') WHERE sequence = 6", Some(Place::Event(6))),
    ("UPDATE events SET hash = (SELECT hash FROM events WHERE sequence = 2) WHERE sequence = 3", Some(Place::Event(3))),
    ("DELETE FROM events WHERE sequence = 4", Some(Place::Event(4))),
    ("DELETE FROM events WHERE sequence = (SELECT max(sequence) FROM events)", Some(Place::Head)),
    ("DELETE FROM events", Some(Place::Event(1))),
    ("DELETE FROM projects", Some(Place::State)),
    ("UPDATE events SET sequence = sequence + 100 WHERE sequence = 5", Some(Place::Event(5))),
    ("UPDATE events SET kind = 'gate_decided' WHERE sequence = 5", Some(Place::Event(5))),
    ("UPDATE events SET person_id = NULL WHERE sequence = 5", Some(Place::Event(5))),
    ("UPDATE projects SET state = replace(state, '\"met\"', '\"not_met\"')", Some(Place::State)),
    ("UPDATE projects SET sequence = sequence - 1", Some(Place::Head)),
    ("UPDATE projects SET phase = 'proef'", Some(Place::Table("projects"))),
    ("UPDATE projects SET title = 'Anders'", Some(Place::Table("projects"))),
    ("DELETE FROM tasks", Some(Place::Table("tasks"))),
    ("DELETE FROM involvement WHERE party = 'ict'", Some(Place::Table("involvement"))),
    ("UPDATE contents SET body = 'Anders'", None),
    ("UPDATE contents SET body = NULL, salt = NULL, erased_at = 1", None),
    ("DELETE FROM contents", None),
];

async fn found(backend: Backend) {
    for (sql, place) in TAMPERED {
        let world = World::new(backend).await;
        let project = world.start("Demo").await;
        world.send("care", project, submit("doel")).await.unwrap();
        world.send("ict", project, approve()).await.unwrap();
        world.send("ict", project, judge(0)).await.unwrap();
        world.verify().await;
        world.sql(sql).await;
        let store = Store::open_read_only(&world.config).await.unwrap();
        let report = store.verify().await.unwrap();
        store.close().await;
        let places: Vec<&Place> = report.findings.iter().map(|finding| &finding.place).collect();
        let as_expected = |found: &&Place| match place {
            Some(place) => *found == place,
            None => matches!(found, Place::Content(_)),
        };
        assert!(places.iter().any(as_expected), "{sql}: {:?}", report.findings);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_sqlite() {
    found(Backend::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_postgresql() {
    found(Backend::Postgres).await;
}

crate::world::both! { a_damaged_project_fails_closed a_state_of_another_build_is_folded_again }

async fn a_state_of_another_build_is_folded_again(world: World) {
    let project = world.start("Demo").await;
    world.send("care", project, submit("doel")).await.unwrap();
    let before = world.store.project(world.who("lead"), project).await.unwrap();
    world.sql("UPDATE projects SET state_format = state_format - 1, state = 'old'").await;
    world.verify().await;
    let read = world.store.project(world.who("lead"), project).await.unwrap();
    assert_eq!(read.state, before.state);
    world.send("ict", project, approve()).await.expect("work goes on");
    world.verify().await;
    // What is written now is in the format of this build: it is read, and not folded from the log once more.
    world.sql("UPDATE projects SET state = 'old'").await;
    let read = world.store.project(world.who("lead"), project).await;
    assert!(matches!(read, Err(Error::Corrupt { table: "projects", .. })), "{read:?}");
}

async fn a_damaged_project_fails_closed(world: World) {
    let (broken, whole) = (world.start("Demo kapot").await, world.start("Demo heel").await);
    world.sql("UPDATE projects SET state = '{}' WHERE title = 'Demo kapot'").await;
    let read = world.store.project(world.who("lead"), broken).await;
    assert!(matches!(read, Err(Error::Corrupt { table: "projects", .. })), "{read:?}");
    let request =
        persistence::Request { key: crate::world::key("x"), seen: engine::Seen::default(), command: decide(Outcome::Stop) };
    let written = world.store.execute(world.who("chair"), broken, request).await;
    assert!(matches!(written, Err(Error::Corrupt { .. })), "{written:?}");
    world.send("chair", whole, decide(Outcome::Stop)).await.expect("others go on");
    // A row that was swapped for another is not believed either.
    world.sql("UPDATE projects SET state = (SELECT state FROM projects WHERE title = 'Demo heel')").await;
    let read = world.store.project(world.who("lead"), broken).await;
    assert!(matches!(read, Err(Error::Corrupt { .. })), "{read:?}");
}
