//! Lists: whole, without doubles, in order, and never more than asked.

use engine::{Lifecycle, Outcome};
use persistence::{Cursor, Error, PageProblem, PageRequest, ProjectFilter, TaskFilter};

use crate::world::{World, both, decide, plan, submit};

both! {
    every_page_of_every_list
    a_cursor_belongs_to_its_list
    filters_filter
}

/// Walks a list in pages of `$first`; gives all items.
macro_rules! walk {
    ($first:expr, $page:ident => $list:expr) => {{
        let (mut items, mut after) = (Vec::new(), None::<Cursor>);
        loop {
            let $page = &PageRequest::parse($first, after.as_ref().map(Cursor::as_str)).unwrap();
            let page = $list.await.unwrap();
            assert!(u32::try_from(page.items.len()).unwrap() <= $first);
            assert_eq!(page.items.len(), page.cursors.len());
            items.extend(page.items);
            match page.next {
                Some(next) => after = Some(next),
                None => break items,
            }
        }
    }};
}

async fn every_page_of_every_list(world: World) {
    let mut projects = Vec::new();
    for n in 0..7 {
        projects.push(world.start(&format!("Demo {n}")).await);
    }
    for note in 0..5 {
        world.send("care", projects[0], submit(&format!("doel {note}"))).await.unwrap();
    }
    let (store, manager, ict, care) = (&world.store, world.who("manager"), world.who("ict"), world.who("care"));
    let filter = ProjectFilter::default();
    let whole = walk!(100, page => store.projects(manager, &filter, page));
    assert_eq!(whole.len(), 7);
    assert_eq!(whole[0].id, projects[0], "last changed first");
    for first in [1, 2, 3, 7] {
        assert_eq!(walk!(first, page => store.projects(manager, &filter, page)), whole);
    }
    for filter in [TaskFilter::Mine, TaskFilter::Others, TaskFilter::Project(projects[0])] {
        let whole = walk!(100, page => store.tasks(ict, filter, page));
        assert!(!whole.is_empty() || filter == TaskFilter::Others);
        assert!(whole.is_sorted_by_key(|item| (item.task.due, item.project)));
        assert_eq!(walk!(2, page => store.tasks(ict, filter, page)), whole);
        assert_eq!(store.count_tasks(ict, filter).await.unwrap(), whole.len() as u64);
    }
    let whole = walk!(100, page => store.timeline(care, projects[0], page));
    assert!(whole.is_sorted_by(|a, b| a.recorded.sequence > b.recorded.sequence));
    assert_eq!(walk!(2, page => store.timeline(care, projects[0], page)), whole);
    let acts = walk!(2, page => store.acts(care, page));
    assert_eq!(acts.len(), 5);
    let artefact = plan();
    let revisions = walk!(2, page => store.revisions(care, projects[0], &artefact, page));
    let numbers: Vec<u32> = revisions.iter().map(|item| item.revision.number).collect();
    assert_eq!(numbers, [5, 4, 3, 2, 1]);
    assert_eq!(store.revision(care, projects[0], &artefact, 3).await.unwrap(), revisions[2]);
    for none in [0, 6] {
        assert!(matches!(store.revision(care, projects[0], &artefact, none).await, Err(Error::NotFound)));
    }
    let texts: Vec<_> = revisions.iter().filter_map(|item| item.revision.answers).map(|text| text.id).collect();
    let found = store.texts(care, &texts).await.unwrap();
    assert_eq!(found[&texts[0]].as_deref(), Some(r#"{"goal":"doel 4"}"#));
    assert_eq!(found.len(), 5);
}

async fn a_cursor_belongs_to_its_list(world: World) {
    for n in 0..3 {
        world.start(&format!("Demo {n}")).await;
    }
    let (manager, filter) = (world.who("manager"), ProjectFilter::default());
    let first = PageRequest::parse(1, None).unwrap();
    let page = world.store.projects(manager, &filter, &first).await.unwrap();
    let elsewhere = PageRequest::after(page.next.unwrap());
    let wrong = world.store.tasks(manager, TaskFilter::Others, &elsewhere).await;
    assert!(matches!(wrong, Err(Error::Page(PageProblem::OtherList))), "{wrong:?}");
    for text in ["", "zz", "616", "70726f6a656374732d726563656e74"] {
        let refused = match PageRequest::parse(1, Some(text)) {
            Ok(page) => world.store.projects(manager, &filter, &page).await.err(),
            Err(problem) => Some(problem.into()),
        };
        assert!(matches!(refused, Some(Error::Page(_))), "{text}: {refused:?}");
    }
    for first in [0, 101] {
        assert_eq!(PageRequest::parse(first, None).err(), Some(PageProblem::First));
    }
}

async fn filters_filter(world: World) {
    let (stopped, active) = (world.start("Demo klaar").await, world.start("Demo bezig").await);
    world.send("chair", stopped, decide(Outcome::Stop)).await.unwrap();
    let list = |lifecycle| ProjectFilter { lifecycle: Some(lifecycle), ..ProjectFilter::default() };
    let manager = world.who("manager");
    for (lifecycle, project) in [(Lifecycle::Stopped, stopped), (Lifecycle::Active, active)] {
        let found = world.store.projects(manager, &list(lifecycle), &PageRequest::start()).await.unwrap();
        assert_eq!(found.items.iter().map(|item| item.id).collect::<Vec<_>>(), [project]);
        assert_eq!(world.store.count_projects(manager, &list(lifecycle)).await.unwrap(), 1);
    }
    let nobody = ProjectFilter { lead: Some(world.person("chair")), ..ProjectFilter::default() };
    assert_eq!(world.store.count_projects(manager, &nobody).await.unwrap(), 0);
    let phase = engine::PhaseKey::parse("idee").ok();
    let all = ProjectFilter { phase, lead: Some(world.person("lead")), ..ProjectFilter::default() };
    assert_eq!(world.store.count_projects(manager, &all).await.unwrap(), 2);
}
