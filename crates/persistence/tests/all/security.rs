//! Two organisations never meet; row-level security alone holds them apart; what may not be seen is not there.

use engine::{ContentId, FileId, Outcome, Rejection};
use persistence::{Error, PageRequest, ProjectFilter, Request, TaskFilter};

use crate::world::{World, approve, both, decide, key, party, plan, submit};

both! {
    another_organisation_finds_nothing
    who_is_not_involved_finds_nothing
    membership_is_that_of_now
    a_role_that_was_taken_away_is_gone_at_once
}

async fn another_organisation_finds_nothing(world: World) {
    let project = world.ready("Demo").await;
    let (_, other_funnel, others) = world.other().await;
    let state = world.store.project(world.who("lead"), project).await.unwrap().state;
    for (name, principal) in &others {
        assert!(matches!(world.store.project(principal, project).await, Err(Error::NotFound)), "{name}");
        let all = PageRequest::start();
        assert!(world.store.projects(principal, &ProjectFilter::default(), &all).await.unwrap().items.is_empty());
        assert!(world.store.tasks(principal, TaskFilter::Mine, &all).await.unwrap().items.is_empty());
        assert!(world.store.tasks(principal, TaskFilter::Others, &all).await.unwrap().items.is_empty());
        assert!(matches!(world.store.tasks(principal, TaskFilter::Project(project), &all).await, Err(Error::NotFound)));
        assert!(matches!(world.store.timeline(principal, project, &all).await, Err(Error::NotFound)));
        assert!(matches!(world.store.revisions(principal, project, &plan(), &all).await, Err(Error::NotFound)));
        assert!(world.store.texts(principal, &[state.title.id, state.summary.id]).await.unwrap().is_empty());
        assert!(matches!(world.store.draft(principal, project, &plan()).await, Err(Error::NotFound)));
        let request = Request { key: key("x"), seen: world.seen(project).await, command: decide(Outcome::Stop) };
        assert!(matches!(world.store.execute(principal, project, request).await, Err(Error::NotFound)), "{name}");
        // A principal that mixes two organisations is nobody.
        let mixed = persistence::Principal { organisation: world.organisation, actor: principal.actor.clone() };
        let request = Request { key: key("y"), seen: world.seen(project).await, command: decide(Outcome::Stop) };
        assert!(matches!(world.store.execute(&mixed, project, request).await, Err(Error::NotFound)), "{name}");
    }
    let mut request = world.start_request("foreign", "Demo");
    request.command.funnel = other_funnel;
    let started = world.store.start(world.who("manager"), request).await;
    assert!(matches!(started, Err(Error::NotFound)), "another organisation's funnel: {started:?}");
    let unknown = ContentId(uuid::Uuid::from_u128(5));
    assert!(world.store.texts(world.who("lead"), &[unknown]).await.unwrap().is_empty());
    assert!(world.store.files(world.who("lead"), &[FileId(unknown.0)]).await.unwrap().is_empty());
    world.verify().await;
}

async fn who_is_not_involved_finds_nothing(world: World) {
    let project = world.start("Demo").await;
    for (name, sees) in
        [("lead", true), ("ict", true), ("chair", true), ("manager", true), ("reader", true), ("outsider", false)]
    {
        let found = world.store.project(world.who(name), project).await;
        assert_eq!(found.is_ok(), sees, "{name}: {:?}", found.err());
        let listed = world.store.projects(world.who(name), &ProjectFilter::default(), &PageRequest::start()).await.unwrap();
        assert_eq!(listed.items.len(), usize::from(sees), "{name}");
        let counted = world.store.count_projects(world.who(name), &ProjectFilter::default()).await.unwrap();
        assert_eq!(counted, u64::from(sees), "{name}");
    }
    let request = Request { key: key("x"), seen: world.seen(project).await, command: submit("doel") };
    let refused = world.store.execute(world.who("outsider"), project, request).await;
    assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
}

async fn membership_is_that_of_now(world: World) {
    let project = world.start("Demo").await;
    world.send("care", project, submit("doel")).await.unwrap();
    let mine = |who: &'static str| world.store.count_tasks(world.who(who), TaskFilter::Mine);
    assert!(mine("ict").await.unwrap() > 0);
    world.store.remove_member(world.organisation, &party("ict"), world.person("ict")).await.unwrap();
    assert_eq!(mine("ict").await.unwrap(), 0);
    assert!(matches!(world.store.project(world.who("ict"), project).await, Err(Error::NotFound)));
    let request = Request { key: key("x"), seen: world.seen(project).await, command: approve() };
    let refused = world.store.execute(world.who("ict"), project, request).await;
    assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
    world.send("ict-2", project, approve()).await.expect("who stayed");
}

async fn a_role_that_was_taken_away_is_gone_at_once(world: World) {
    let manager = world.who("manager").clone();
    world.store.set_roles(world.organisation, world.person("manager"), std::collections::BTreeSet::new()).await.unwrap();
    // The session still carries the role; the transaction reads it again.
    let refused = world.store.start(&manager, world.start_request("late", "Demo")).await;
    assert!(matches!(refused, Err(Error::Rejected(Rejection::NotPermitted { .. }))), "{refused:?}");
}

/// As the application's role, without a word about the organisation in the query.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn row_level_security_alone_holds() {
    let world = World::new(crate::world::Backend::Postgres).await;
    world.ready("Demo").await;
    let kind = crate::world::evidence_kind("nen7510", false);
    world.organise("administrator", engine::OrganisationCommand::DefineEvidence { kind }).await.unwrap();
    let today = world.store.now().today;
    let (from, to) = (world.person("ict"), world.person("ict-2"));
    let delegate = engine::OrganisationCommand::Delegate { party: party("ict"), from, to, first: today, last: today };
    world.organise("ict", delegate).await.unwrap();
    let (other, _, _) = world.other().await;
    let database = world.database.as_ref().unwrap();
    let as_app = |organisation: &str, sql: &str| {
        let set = format!("SET ROLE trechter_app; SELECT set_config('trechter.organisation', '{organisation}', false);");
        database.psql(&format!("{set} {sql}")).map(|rows| rows.lines().last().unwrap_or("").to_owned())
    };
    let own = world.organisation.to_string();
    let of_projects = ["projects", "events", "contents", "tasks", "involvement", "requests", "unplanned_events"];
    let of_organisation = ["organisation_states", "organisation_events", "organisation_changes", "stand_ins"];
    for table in of_projects.into_iter().chain(of_organisation).chain(["persons", "memberships"]) {
        let count = format!("SELECT count(*) FROM {table}");
        assert_ne!(as_app(&own, &count).unwrap(), "0", "{table}");
        assert_eq!(as_app("", &count).unwrap(), "0", "{table} without an organisation");
        if !matches!(table, "persons" | "memberships") {
            assert_eq!(as_app(&other.to_string(), &count).unwrap(), "0", "{table} of another organisation");
        }
    }
    for log in ["events", "organisation_events"] {
        for forbidden in ["UPDATE {} SET at = 1", "DELETE FROM {}", "TRUNCATE {}", "DROP TABLE {}"] {
            let forbidden = forbidden.replace("{}", log);
            assert!(as_app(&own, &forbidden).is_err(), "{forbidden}");
        }
    }
    let smuggle = "INSERT INTO unplanned_events SELECT project_id, sequence + 99, organisation_id, at FROM unplanned_events";
    assert!(as_app(&own, smuggle).is_ok(), "within the organisation");
    let foreign = format!("INSERT INTO parties VALUES ('{own}', 'x', 'x', 'x')");
    assert!(as_app(&other.to_string(), &foreign).is_err(), "a row of another organisation");
}
