//! Lists of tasks tell the truth: nobody is shown what they may not do, and who stands in for somebody is shown theirs.

use engine::{OrganisationCommand, Outcome, ProjectId, Rejection};
use persistence::{Error, NewParty, PageRequest, TaskFilter, TaskItem};
use time::Duration;

use crate::world::{World, approve, both, decide, judge, name, party, submit};

both! {
    who_wrote_it_is_not_asked_to_review_it
    a_decision_waits_for_the_chair_alone
    who_stands_in_sees_and_does_it_for_those_days
    the_chairs_absence_moves_with_the_chair
    pages_of_an_inbox_follow_each_other
    a_change_of_members_is_looked_at
}

async fn kinds(world: &World, who: &str, filter: TaskFilter) -> Vec<String> {
    let tasks = world.store.tasks(world.who(who), filter, &PageRequest::start()).await.unwrap();
    let counted = world.store.count_tasks(world.who(who), filter).await.unwrap();
    assert_eq!(counted, tasks.items.len() as u64, "{who} {filter:?}");
    tasks.items.into_iter().map(|item| String::from(item.task.kind)).collect()
}

/// Mine and others' together are everything in sight.
async fn whole(world: &World, who: &str, project: ProjectId) {
    let mut both = kinds(world, who, TaskFilter::Mine).await;
    both.extend(kinds(world, who, TaskFilter::Others).await);
    both.sort();
    let mut all = kinds(world, who, TaskFilter::Project(project)).await;
    all.sort();
    assert_eq!(both, all, "{who}");
}

async fn who_wrote_it_is_not_asked_to_review_it(world: World) {
    world.store.set_member(world.organisation, &party("zorg"), world.person("ict"), false).await.unwrap();
    let project = world.start("Demo").await;
    world.send("ict", project, submit("een doel")).await.unwrap();
    let review = |kinds: Vec<String>| kinds.contains(&"review:plan:ict".to_owned());
    assert!(!review(kinds(&world, "ict", TaskFilter::Mine).await), "who wrote it");
    assert!(review(kinds(&world, "ict", TaskFilter::Others).await));
    assert!(review(kinds(&world, "ict-2", TaskFilter::Mine).await));
    let refused = world.send("ict", project, approve()).await;
    assert!(matches!(refused, Err(Error::Rejected(Rejection::OwnRevision { .. }))), "{refused:?}");
    for who in ["ict", "ict-2", "manager", "chair", "care"] {
        whole(&world, who, project).await;
    }
    world.verify().await;
}

async fn a_decision_waits_for_the_chair_alone(world: World) {
    world.store.set_member(world.organisation, &party("raad"), world.person("reader"), false).await.unwrap();
    let project = world.ready("Demo").await;
    assert_eq!(kinds(&world, "chair", TaskFilter::Mine).await, ["decide:g0"]);
    assert!(kinds(&world, "reader", TaskFilter::Mine).await.is_empty(), "a member whose chair decides");
    assert!(kinds(&world, "reader", TaskFilter::Others).await.contains(&"decide:g0".to_owned()));
    whole(&world, "reader", project).await;
    world.verify().await;
}

fn delegate(world: &World, of: &str, from: &str, to: &str, days: i64) -> OrganisationCommand<persistence::Text> {
    let first = world.store.now().today;
    let last = first.saturating_add(Duration::days(days));
    OrganisationCommand::Delegate { party: party(of), from: world.person(from), to: world.person(to), first, last }
}

async fn who_stands_in_sees_and_does_it_for_those_days(world: World) {
    // Somebody of a party that takes no part in the project.
    let new = NewParty { key: party("elders"), name_nl: name("Elders"), name_en: name("Elsewhere") };
    world.store.create_party(world.organisation, new).await.unwrap();
    world.store.set_member(world.organisation, &party("elders"), world.person("outsider"), false).await.unwrap();
    let project = world.start("Demo").await;
    world.send("care", project, submit("een doel")).await.unwrap();
    assert!(matches!(world.store.project(world.who("outsider"), project).await, Err(Error::NotFound)));
    world.organise("ict", delegate(&world, "ict", "ict", "outsider", 3)).await.unwrap();
    assert!(kinds(&world, "outsider", TaskFilter::Mine).await.contains(&"review:plan:ict".to_owned()));
    assert!(world.store.project(world.who("outsider"), project).await.is_ok());
    let (filter, start) = (persistence::ProjectFilter::default(), PageRequest::start());
    assert_eq!(world.store.projects(world.who("outsider"), &filter, &start).await.unwrap().items.len(), 1);
    world.send("outsider", project, approve()).await.expect("for who is away");
    whole(&world, "outsider", project).await;
    world.clock.advance_days(4);
    assert!(kinds(&world, "outsider", TaskFilter::Mine).await.is_empty(), "the days are over");
    assert!(matches!(world.store.project(world.who("outsider"), project).await, Err(Error::NotFound)));
    let late = world.send("outsider", project, judge(0)).await;
    assert!(matches!(late, Err(Error::NotFound)), "{late:?}");
    // Taken back at once, it ends at once.
    world.organise("ict", delegate(&world, "ict", "ict", "outsider", 3)).await.unwrap();
    assert!(world.store.project(world.who("outsider"), project).await.is_ok());
    world.organise("outsider", OrganisationCommand::EndDelegation { delegation: 2 }).await.unwrap();
    assert!(matches!(world.store.project(world.who("outsider"), project).await, Err(Error::NotFound)));
    world.verify().await;
}

async fn the_chairs_absence_moves_with_the_chair(world: World) {
    let project = world.ready("Demo").await;
    world.organise("chair", delegate(&world, "raad", "chair", "ict-2", 5)).await.unwrap();
    assert!(kinds(&world, "ict-2", TaskFilter::Mine).await.contains(&"decide:g0".to_owned()));
    whole(&world, "ict-2", project).await;
    world.send("ict-2", project, decide(Outcome::Go)).await.expect("the chair's stand-in");
    world.verify().await;
}

async fn pages_of_an_inbox_follow_each_other(world: World) {
    world.store.set_member(world.organisation, &party("zorg"), world.person("ict"), false).await.unwrap();
    for title in ["Demo een", "Demo twee", "Demo drie"] {
        let project = world.start(title).await;
        world.send("lead", project, submit("een doel")).await.unwrap();
    }
    let key = |item: &TaskItem| (item.task.due, item.project, String::from(item.task.kind.clone()));
    for filter in [TaskFilter::Mine, TaskFilter::Others] {
        let all = world.store.tasks(world.who("ict"), filter, &PageRequest::start()).await.unwrap();
        let mut paged = Vec::new();
        let mut next = PageRequest::parse(4, None).unwrap();
        loop {
            let page = world.store.tasks(world.who("ict"), filter, &next).await.unwrap();
            paged.extend(page.items);
            let Some(cursor) = page.next else { break };
            next = PageRequest::parse(4, Some(cursor.as_str())).unwrap();
        }
        assert!(paged.is_sorted_by_key(key), "{filter:?}");
        assert_eq!(paged.iter().map(key).collect::<Vec<_>>(), all.items.iter().map(key).collect::<Vec<_>>());
        assert!(filter == TaskFilter::Others || paged.len() > 4, "more than one page");
    }
}

async fn a_change_of_members_is_looked_at(world: World) {
    let project = world.start("Demo").await;
    world.send("care", project, submit("een doel")).await.unwrap();
    world.store.set_member(world.organisation, &party("ict"), world.person("care"), false).await.unwrap();
    world.verify().await;
    assert_eq!(world.store.execute_due().await.unwrap(), 0);
    world.verify().await;
    let review = "review:plan:ict".to_owned();
    assert!(!kinds(&world, "care", TaskFilter::Mine).await.contains(&review), "the author, now a member");
    world.store.remove_member(world.organisation, &party("ict"), world.person("care")).await.unwrap();
    world.verify().await;
}
