//! What time makes happen: once, also after days of downtime, never backwards.

use engine::Event;
use persistence::PageRequest;

use crate::world::{World, approve, both, submit};

both! {
    a_late_task_is_noted_once
    time_does_not_run_back
}

async fn a_late_task_is_noted_once(world: World) {
    let project = world.start("Demo").await;
    world.send("care", project, submit("doel")).await.unwrap();
    assert_eq!(world.store.execute_due().await.unwrap(), 0, "nothing is late");
    world.clock.advance_days(60);
    let made = world.store.execute_due().await.unwrap();
    assert!(made > 0);
    assert_eq!(world.store.execute_due().await.unwrap(), 0, "the second time");
    world.clock.advance_days(60);
    assert_eq!(world.store.execute_due().await.unwrap(), 0, "much later, for the same dates");
    let timeline = world.store.timeline(world.who("lead"), project, &PageRequest::start()).await.unwrap();
    let late = timeline.items.iter().filter(|item| matches!(item.recorded.event, Event::TaskOverdue { .. }));
    assert_eq!(late.count() as u64, made);
    world.send("ict", project, approve()).await.expect("people go on");
    world.verify().await;
}

async fn time_does_not_run_back(world: World) {
    let project = world.start("Demo").await;
    world.clock.advance_days(-3);
    world.send("care", project, submit("doel")).await.unwrap();
    let timeline = world.store.timeline(world.who("lead"), project, &PageRequest::start()).await.unwrap();
    let moments: Vec<_> = timeline.items.iter().rev().map(|item| item.recorded.at).collect();
    assert!(moments.is_sorted(), "{moments:?}");
    world.verify().await;
}
