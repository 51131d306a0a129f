//! Callers that go away: nothing is lost, and nobody after them works inside their transaction.

use std::time::Duration;

use persistence::{PageRequest, ProjectFilter, Request};
use tokio::task::JoinSet;

use crate::world::{World, approve, both, judge, key, submit};

both! { callers_that_hang_up_poison_nothing }

async fn callers_that_hang_up_poison_nothing(world: World) {
    let project = world.start("Demo").await;
    world.send("care", project, submit("doel")).await.unwrap();
    world.send("ict", project, approve()).await.unwrap();
    let seen = world.seen(project).await;
    for burst in 0..25_u64 {
        let mut callers = JoinSet::new();
        for n in 0..16_u64 {
            let (store, principal, manager) = (world.store.clone(), world.who("ict").clone(), world.who("manager").clone());
            let request = Request {
                key: key(format!("b{burst}-{n}")),
                seen: seen.clone(),
                command: judge(usize::try_from(n).unwrap()),
            };
            callers.spawn(async move {
                // From nothing to a few milliseconds: some hang up at BEGIN, some at COMMIT, some not at all.
                let patience = Duration::from_micros((burst * 37 + n * 211) % 4_000);
                if n % 2 == 0 {
                    let _ = tokio::time::timeout(patience, store.execute(&principal, project, request)).await;
                } else {
                    let (filter, page) = (ProjectFilter::default(), PageRequest::start());
                    let list = store.projects(&manager, &filter, &page);
                    let _ = tokio::time::timeout(patience, list).await.map(drop);
                }
            });
        }
        callers.join_all().await;
    }
    // What was accepted runs to its end; then every connection is outside a transaction.
    for n in 0..8 {
        world.send("ict", project, judge(n)).await.expect("a judgement that stays");
    }
    let before = world.store.project(world.who("lead"), project).await.unwrap().state.sequence;
    if let Some(database) = &world.database {
        // Another connection sees what this store wrote: it was committed.
        let committed = database.psql("SELECT max(sequence) FROM events").unwrap();
        assert!(committed.parse::<u64>().unwrap() >= before, "{committed} < {before}");
        let left = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() \
                    AND state LIKE 'idle in transaction%' AND state_change < now() - interval '1 second'";
        assert_eq!(database.psql(left).unwrap(), "0", "connections left inside a transaction");
    }
    world.verify().await;
}
