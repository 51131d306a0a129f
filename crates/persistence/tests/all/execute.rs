//! The path of a command: order of refusals, idempotency, what is written.

use engine::{Command, Outcome, Rejection};
use persistence::{Error, PageRequest, Request, TaskFilter, Text};

use crate::world::{World, approve, both, decide, judge, key, submit, submit_answers};

both! {
    a_project_goes_through_its_gate
    the_same_request_twice_happens_once
    a_key_is_not_used_for_something_else
    a_start_twice_makes_one_project
    permission_wins_over_a_conflict_and_a_conflict_over_the_rest
    a_form_that_is_not_right_is_refused_last
    the_same_answers_again_are_no_new_revision
    nothing_new_is_written_down_as_well
    an_amount_that_json_cannot_keep_is_refused
    the_state_stays_small
}

async fn a_project_goes_through_its_gate(world: World) {
    let project = world.ready("Demo VR").await;
    let refused = world.send("lead", project, decide(Outcome::Go)).await;
    assert!(matches!(refused, Err(Error::Rejected(Rejection::NotPermitted { .. }))), "{refused:?}");
    let receipt = world.send("chair", project, decide(Outcome::Go)).await.unwrap();
    assert!(!receipt.replayed);
    let view = world.store.project(world.who("lead"), project).await.unwrap();
    assert_eq!(view.state.phase.as_str(), "proef");
    assert_eq!(view.title, "Demo VR");
    assert_eq!(view.summary.as_deref(), Some("Demo: in gewone taal."));
    assert_eq!(view.state.sequence, receipt.last_sequence);
    let open = world.store.tasks(world.who("ict"), TaskFilter::Project(project), &PageRequest::start()).await.unwrap();
    assert!(open.items.is_empty(), "a phase without a gate asks nothing");
    world.verify().await;
}

async fn the_same_request_twice_happens_once(world: World) {
    let project = world.start("Demo").await;
    let request = Request { key: key("once"), seen: world.seen(project).await, command: submit("een doel") };
    let first = world.store.execute(world.who("care"), project, request.clone()).await.unwrap();
    let second = world.store.execute(world.who("care"), project, request.clone()).await.unwrap();
    assert!(!first.replayed && second.replayed);
    assert_eq!((first.first_sequence, first.last_sequence), (second.first_sequence, second.last_sequence));
    // The key belongs to a person: for another it is a request of its own.
    let other = world.store.execute(world.who("lead"), project, request).await;
    assert!(matches!(other, Err(Error::Conflict(_))), "{other:?}");
    world.verify().await;
}

async fn a_key_is_not_used_for_something_else(world: World) {
    let project = world.start("Demo").await;
    let seen = world.seen(project).await;
    let one = Request { key: key("k"), seen: seen.clone(), command: submit("een") };
    let two = Request { key: key("k"), seen, command: submit("twee") };
    world.store.execute(world.who("care"), project, one.clone()).await.unwrap();
    assert!(matches!(world.store.execute(world.who("care"), project, two).await, Err(Error::KeyReused)));
    let elsewhere = world.start("Elders").await;
    assert!(matches!(world.store.execute(world.who("care"), elsewhere, one).await, Err(Error::KeyReused)));
}

async fn a_start_twice_makes_one_project(world: World) {
    let request = world.start_request("start", "Demo");
    let first = world.store.start(world.who("manager"), request.clone()).await.unwrap();
    let second = world.store.start(world.who("manager"), request).await.unwrap();
    assert_eq!(first.project, second.project);
    assert!(second.replayed);
    let other = world.start_request("start", "Anders");
    assert!(matches!(world.store.start(world.who("manager"), other).await, Err(Error::KeyReused)));
    let outsider = world.store.start(world.who("outsider"), world.start_request("mine", "Demo")).await;
    assert!(matches!(outsider, Err(Error::Rejected(Rejection::NotPermitted { .. }))), "{outsider:?}");
}

async fn permission_wins_over_a_conflict_and_a_conflict_over_the_rest(world: World) {
    let project = world.start("Demo").await;
    let before = world.seen(project).await;
    world.send("care", project, submit("een doel")).await.unwrap();
    let stale = |name: &str, command| Request { key: key(name), seen: before.clone(), command };
    let outsider = world.store.execute(world.who("reader"), project, stale("a", approve())).await;
    assert!(matches!(outsider, Err(Error::Rejected(Rejection::NotPermitted { .. }))), "{outsider:?}");
    let late = world.store.execute(world.who("ict"), project, stale("b", approve())).await;
    assert!(matches!(late, Err(Error::Conflict(_))), "{late:?}");
    let not_ready = world.send("chair", project, decide(Outcome::Go)).await;
    assert!(matches!(not_ready, Err(Error::Rejected(Rejection::NotReady { .. }))), "{not_ready:?}");
    // A refused request left its key free.
    let again = Request { key: key("b"), seen: world.seen(project).await, command: approve() };
    world.store.execute(world.who("ict"), project, again).await.unwrap();
}

async fn a_form_that_is_not_right_is_refused_last(world: World) {
    let project = world.start("Demo").await;
    let wrong = world.send("care", project, submit_answers(r#"{"goal": 3}"#)).await;
    let Err(Error::Form(problems)) = wrong else { panic!("{wrong:?}") };
    assert_eq!(problems[0].path, "/goal");
    let unpermitted = world.send("reader", project, submit_answers("{}")).await;
    assert!(matches!(unpermitted, Err(Error::Rejected(Rejection::NotPermitted { .. }))), "{unpermitted:?}");
    for bad in ["[1]", "{\"goal\": \"\\u0000\"}", "{\"goal\":"] {
        let refused = world.send("care", project, submit_answers(bad)).await;
        assert!(matches!(refused, Err(Error::Text(_))), "{bad}: {refused:?}");
    }
}

async fn the_same_answers_again_are_no_new_revision(world: World) {
    let project = world.start("Demo").await;
    world.send("care", project, submit_answers(r#"{"goal": "een", "note": "x"}"#)).await.unwrap();
    let again = world.send("care", project, submit_answers(r#"{ "note":"x", "goal":"een" }"#)).await;
    assert!(matches!(again, Err(Error::Rejected(Rejection::NothingChanged { .. }))), "{again:?}");
    world.send("ict", project, approve()).await.unwrap();
    world.send("ict", project, judge(0)).await.unwrap();
    // A change of a field that no criterion names leaves the judgement standing.
    world.send("care", project, submit_answers(r#"{"goal": "een", "note": "y"}"#)).await.unwrap();
    let revisions =
        world.store.revisions(world.who("lead"), project, &crate::world::plan(), &PageRequest::start()).await.unwrap();
    let changed: Vec<Vec<&str>> = revisions
        .items
        .iter()
        .map(|revision| revision.changed_fields.iter().map(engine::FieldPath::as_str).collect())
        .collect();
    assert_eq!(changed, [vec!["note"], vec!["goal", "note"]]);
    world.verify().await;
}

async fn nothing_new_is_written_down_as_well(world: World) {
    let project = world.start("Demo").await;
    let costs = |amount| {
        let answers = [(engine::FactKey::parse("costs").unwrap(), engine::FactValue::Amount(amount))];
        Command::<Text>::AnswerFacts { answers: answers.into() }
    };
    let request = Request { key: key("costs"), seen: world.seen(project).await, command: costs(5) };
    let first = world.store.execute(world.who("lead"), project, request).await.unwrap();
    assert_eq!(first.first_sequence, first.last_sequence);
    let request = Request { key: key("costs-2"), seen: world.seen(project).await, command: costs(5) };
    let second = world.store.execute(world.who("lead"), project, request.clone()).await.unwrap();
    assert_eq!(second.first_sequence, second.last_sequence + 1, "no event");
    assert!(world.store.execute(world.who("lead"), project, request).await.unwrap().replayed);
    world.verify().await;
}

async fn an_amount_that_json_cannot_keep_is_refused(world: World) {
    let project = world.start("Demo").await;
    let answers = [(engine::FactKey::parse("costs").unwrap(), engine::FactValue::Amount(1 << 53))];
    let refused = world.send("lead", project, Command::AnswerFacts { answers: answers.into() }).await;
    assert!(matches!(refused, Err(Error::Text(_))), "{refused:?}");
}

async fn the_state_stays_small(world: World) {
    let project = world.start("Demo").await;
    world.send("care", project, submit("een doel")).await.unwrap();
    world.send("ict", project, approve()).await.unwrap();
    // Twelve criteria at one gate, each with a reason, is more than a project of small impact is asked in all.
    for criterion in 0..12 {
        world.send("ict", project, judge(criterion)).await.unwrap();
    }
    for round in 0..4 {
        world.send("care", project, submit(&format!("doel {round} {}", "x".repeat(1_500)))).await.unwrap();
        world.send("ict", project, approve()).await.unwrap();
    }
    let view = world.store.project(world.who("lead"), project).await.unwrap();
    let bytes = serde_json::to_string(&view.state).unwrap().len();
    assert!(bytes <= 8 * 1024, "{bytes} bytes");
    world.verify().await;
}
