//! Many at once: exactly one decides a gate; answers on different things all succeed.

use std::collections::BTreeSet;
use std::sync::Arc;

use engine::Outcome;
use persistence::{Error, Receipt, Request};
use tokio::sync::Barrier;
use tokio::task::JoinSet;

use crate::world::{World, approve, both, decide, judge, key, submit};

both! {
    one_of_many_decisions_wins
    answers_on_different_criteria_all_succeed
    the_same_request_many_times_at_once_happens_once
    the_same_start_many_times_at_once_happens_once
}

/// Sends every request at the same moment.
async fn together(
    world: &World,
    who: &str,
    project: engine::ProjectId,
    requests: Vec<Request>,
) -> Vec<Result<Receipt, Error>> {
    let gate = Arc::new(Barrier::new(requests.len()));
    let mut all = JoinSet::new();
    for request in requests {
        let (store, principal, gate) = (world.store.clone(), world.who(who).clone(), gate.clone());
        all.spawn(async move {
            gate.wait().await;
            store.execute(&principal, project, request).await
        });
    }
    all.join_all().await
}

async fn one_of_many_decisions_wins(world: World) {
    for count in [2, 5, 16] {
        let project = world.ready(&format!("Demo {count}")).await;
        let seen = world.seen(project).await;
        let request = |n| Request { key: key(format!("d{count}-{n}")), seen: seen.clone(), command: decide(Outcome::Go) };
        let done = together(&world, "chair", project, (0..count).map(request).collect()).await;
        assert_eq!(done.iter().filter(|one| one.is_ok()).count(), 1, "{done:?}");
        for lost in done.iter().filter_map(|one| one.as_ref().err()) {
            assert!(matches!(lost, Error::Conflict(_) | Error::Rejected(_)), "{lost:?}");
        }
    }
    world.verify().await;
}

async fn answers_on_different_criteria_all_succeed(world: World) {
    for count in [2, 16] {
        let project = world.start(&format!("Demo {count}")).await;
        world.send("care", project, submit("doel")).await.unwrap();
        world.send("ict", project, approve()).await.unwrap();
        let seen = world.seen(project).await;
        let request = |n| Request { key: key(format!("j{count}-{n}")), seen: seen.clone(), command: judge(n) };
        let done = together(&world, "ict", project, (0..count).map(request).collect()).await;
        let sequences: BTreeSet<u64> = done.into_iter().map(|one| one.expect("a judgement").first_sequence).collect();
        assert_eq!(sequences.len(), count, "each has its own place in the log");
        let view = world.store.project(world.who("lead"), project).await.unwrap();
        assert_eq!(view.state.round.unwrap().judgements.len(), count);
    }
    world.verify().await;
}

async fn the_same_request_many_times_at_once_happens_once(world: World) {
    let project = world.ready("Demo").await;
    let request = Request { key: key("same"), seen: world.seen(project).await, command: decide(Outcome::Go) };
    let done = together(&world, "chair", project, vec![request; 12]).await;
    let receipts: Vec<Receipt> = done.into_iter().map(|one| one.expect("the receipt")).collect();
    assert_eq!(receipts.iter().filter(|receipt| !receipt.replayed).count(), 1);
    assert!(receipts.iter().all(|receipt| receipt.last_sequence == receipts[0].last_sequence));
    world.verify().await;
}

async fn the_same_start_many_times_at_once_happens_once(world: World) {
    let gate = Arc::new(Barrier::new(8));
    let mut all = JoinSet::new();
    for _ in 0..8 {
        let (store, principal, gate) = (world.store.clone(), world.who("manager").clone(), gate.clone());
        let request = world.start_request("start", "Demo");
        all.spawn(async move {
            gate.wait().await;
            store.start(&principal, request).await.expect("the receipt").project
        });
    }
    let projects: BTreeSet<_> = all.join_all().await.into_iter().collect();
    assert_eq!(projects.len(), 1);
    assert_eq!(world.store.count_projects(world.who("manager"), &persistence::ProjectFilter::default()).await.unwrap(), 1);
    world.verify().await;
}
