//! Evidence that many projects rest on: a change reaches each of them once; opinions reach nobody outside; tampering is found.

use std::collections::BTreeSet;

use engine::{
    Answer, Command, ConsultationAct, ConsultationCommand, ConsultationEvent, ConsultationKey, ConsultationTask,
    CriterionKey, Event, EvidenceStanding, OrganisationCommand, OrganisationEvent, ProjectId, Proof, Right, SupplierKey,
    TaskKind, When,
};
use persistence::{Error, NewParty, PageRequest, Place, Store, TaskFilter, Text};
use time::Duration;

use crate::world::{
    Backend, World, approve, both, evidence, evidence_kind, judge_evidence, name, note, party, submit, submit_evidence,
};

both! {
    a_change_reaches_every_project_once
    an_expiry_reaches_every_project_once_after_downtime
    a_certificate_counts_for_its_suppliers_projects
    projects_hear_of_a_plan_and_of_an_agreement
    a_finished_project_hears_nothing
    projects_from_before_are_looked_at
    opinions_are_for_the_body_and_its_coach
    who_stands_in_from_outside_has_no_voice_in_a_body
    opinions_in_the_organisation_are_as_private
    the_register_keeps_what_the_state_forgets
    what_waits_in_the_organisation_is_listed
    the_organisations_own_time_passes_once
}

const FUNNEL: &str = include_str!("evidence.yaml");
const SUPPLIER: &str = "demo-leverancier";

/// The provider with a council, on the funnel that rests on evidence, with NEN 7510 and a certificate judged valid.
async fn settled(mut world: World) -> World {
    for key in ["clientenraad", "raadscoach"] {
        let new = NewParty { key: party(key), name_nl: name(key), name_en: name(key) };
        world.store.create_party(world.organisation, new).await.unwrap();
    }
    for (who, of, chair) in
        [("chair", "clientenraad", true), ("reader", "clientenraad", false), ("outsider", "raadscoach", false)]
    {
        world.store.set_member(world.organisation, &party(of), world.person(who), chair).await.unwrap();
    }
    world.funnel = world.store.publish_funnel(world.organisation, FUNNEL).await.unwrap_or_else(|error| panic!("{error:#?}"));
    for kind in [evidence_kind("nen7510", false), evidence_kind("iso27001", true)] {
        world.organise("administrator", OrganisationCommand::DefineEvidence { kind }).await.unwrap();
    }
    for id in ["nen7510".to_owned(), certificate()] {
        world.organise("care", submit_evidence(&id, "Demo: verslag.")).await.unwrap();
        world.organise("ict", judge_evidence(&id, 1, true)).await.unwrap();
    }
    world
}

fn certificate() -> String {
    format!("iso27001@{SUPPLIER}")
}

fn judge(criterion: &str) -> Command<Text> {
    Command::JudgeCriterion {
        criterion: CriterionKey::parse(criterion).unwrap(),
        party: party("ict"),
        answer: Answer::Met,
        proof: Proof::Paper,
        motivation: Some(note("Demo: gezien.")),
    }
}

/// A project of the supplier, with both criteria met.
async fn judged(world: &World, title: &str) -> ProjectId {
    let project = world.start(title).await;
    let suppliers = BTreeSet::from([SupplierKey::parse(SUPPLIER).unwrap()]);
    world.send("lead", project, Command::NameSuppliers { suppliers }).await.unwrap();
    world.send("care", project, submit("een doel")).await.unwrap();
    world.send("ict", project, approve()).await.unwrap();
    for criterion in ["c0", "c1"] {
        world.send("ict", project, judge(criterion)).await.unwrap();
    }
    project
}

/// How often a project was told that its evidence changed.
async fn told(world: &World, project: ProjectId) -> usize {
    let timeline = world.store.timeline(world.who("manager"), project, &PageRequest::start()).await.unwrap();
    timeline.items.iter().filter(|item| matches!(item.recorded.event, Event::EvidenceChanged { .. })).count()
}

async fn asked(world: &World, project: ProjectId) -> Vec<String> {
    let tasks = world.store.tasks(world.who("manager"), TaskFilter::Project(project), &PageRequest::start()).await.unwrap();
    tasks.items.into_iter().map(|item| String::from(item.task.kind)).filter(|kind| kind.starts_with("judge")).collect()
}

async fn a_change_reaches_every_project_once(world: World) {
    let world = settled(world).await;
    let mut projects = Vec::new();
    for title in ["Demo een", "Demo twee", "Demo drie"] {
        projects.push(judged(&world, title).await);
    }
    assert_eq!(world.store.execute_due().await.unwrap(), 0, "nothing changed");
    world.organise("care", submit_evidence("nen7510", "Demo: nieuw verslag.")).await.unwrap();
    // Until time comes by, a project's list of tasks is that of before, and `verify` knows why.
    world.verify().await;
    assert_eq!(world.store.execute_due().await.unwrap(), 3);
    assert_eq!(world.store.execute_due().await.unwrap(), 0, "the second time");
    for project in &projects {
        assert_eq!(told(&world, *project).await, 1);
        assert!(asked(&world, *project).await.is_empty(), "nobody of the project can mend it");
    }
    world.verify().await;
    world.organise("ict", judge_evidence("nen7510", 2, true)).await.unwrap();
    assert_eq!(world.store.execute_due().await.unwrap(), 3, "it is sufficient again: each party looks once more");
    for project in &projects {
        assert_eq!(asked(&world, *project).await, ["judge:c0:ict"]);
    }
    // A restart does nothing double.
    world.store.close().await;
    let restarted = Store::open(&world.config).await.unwrap();
    assert_eq!(restarted.execute_due().await.unwrap(), 0);
    restarted.close().await;
}

async fn an_expiry_reaches_every_project_once_after_downtime(world: World) {
    let world = settled(world).await;
    let today = world.store.now().today;
    let submit = OrganisationCommand::SubmitEvidence {
        evidence: evidence("nen7510"),
        text: Some(note("Demo: geldig tot.")),
        files: Vec::new(),
        valid_until: Some(today.saturating_add(Duration::days(90))),
    };
    world.organise("care", submit).await.unwrap();
    world.organise("ict", judge_evidence("nen7510", 2, true)).await.unwrap();
    let projects = [judged(&world, "Demo een").await, judged(&world, "Demo twee").await, judged(&world, "Demo drie").await];
    world.store.execute_due().await.unwrap();
    world.clock.advance_days(130);
    world.store.execute_due().await.unwrap();
    for project in projects {
        assert_eq!(told(&world, project).await, 1, "once, also days late");
    }
    assert_eq!(world.store.execute_due().await.unwrap(), 0);
    world.verify().await;
    // A new revision is a new change.
    world.organise("care", submit_evidence("nen7510", "Demo: vernieuwd.")).await.unwrap();
    world.store.execute_due().await.unwrap();
    for project in projects {
        assert_eq!(told(&world, project).await, 2);
    }
    world.verify().await;
    // Judged anew, answered anew, and run out again: that nothing but time changed since does not hide it.
    world.organise("ict", judge_evidence("nen7510", 3, true)).await.unwrap();
    world.store.execute_due().await.unwrap();
    world.send("ict", projects[0], judge("c0")).await.unwrap();
    let before = told(&world, projects[0]).await;
    world.clock.advance_days(400);
    world.store.execute_due().await.unwrap();
    assert_eq!(told(&world, projects[0]).await, before + 1 + 1, "NEN 7510 and the certificate");
    world.verify().await;
}

async fn a_certificate_counts_for_its_suppliers_projects(world: World) {
    let world = settled(world).await;
    let (with, without) = (judged(&world, "Demo met").await, world.start("Demo zonder").await);
    // Who looks at the certificate sees the projects that rest on it, as far as they may see those.
    let users = async |who: &str| world.store.evidence_users(world.who(who), &evidence(&certificate())).await.unwrap();
    let titles: Vec<_> = users("manager").await.into_iter().map(|user| (user.project, user.title)).collect();
    assert_eq!(titles, [(with, "Demo met".to_owned())]);
    let (_, _, others) = world.other().await;
    assert_eq!(world.store.evidence_users(&others["ict"], &evidence(&certificate())).await.unwrap(), []);
    world.organise("care", submit_evidence(&certificate(), "Demo: nieuw certificaat.")).await.unwrap();
    world.organise("care", submit_evidence("iso27001@andere", "Demo: van een ander.")).await.unwrap();
    assert_eq!(world.store.execute_due().await.unwrap(), 1);
    assert_eq!((told(&world, with).await, told(&world, without).await), (1, 0));
    // Without this supplier, its certificate is no longer this project's concern.
    let suppliers = BTreeSet::new();
    world.send("lead", with, Command::NameSuppliers { suppliers }).await.unwrap();
    world.verify().await;
}

async fn projects_hear_of_a_plan_and_of_an_agreement(world: World) {
    let world = settled(world).await;
    world.organise("administrator", OrganisationCommand::SetBoard { party: party("raad") }).await.unwrap();
    let project = judged(&world, "Demo").await;
    let opens = |kinds: &[String]| kinds.iter().any(|kind| kind.starts_with("open_consultation"));
    let kinds = async || {
        let start = PageRequest::start();
        let tasks = world.store.tasks(world.who("manager"), TaskFilter::Project(project), &start).await.unwrap();
        tasks.items.into_iter().map(|item| String::from(item.task.kind)).collect::<Vec<_>>()
    };
    assert!(opens(&kinds().await));
    // Informing is asked too, so the list itself stays; that it was computed anew shows in `verify`.
    let agree =
        OrganisationCommand::Agree { body: party("clientenraad"), when: When::Always, text: note("Demo: afspraak.") };
    world.organise("chair", agree).await.unwrap();
    world.store.execute_due().await.unwrap();
    world.verify().await;
    let ask = ConsultationCommand::Open {
        kind: ConsultationKey::parse("advies").unwrap(),
        question: note("Demo: ter informatie."),
        summary: Some(note("Demo: kort.")),
        due: None,
    };
    world.send("lead", project, Command::Consultation { command: ask }).await.unwrap();
    assert!(!opens(&kinds().await));
    let reason = note("Demo: toch advies.");
    world.organise("chair", OrganisationCommand::Revoke { agreement: 1, reason }).await.unwrap();
    world.store.execute_due().await.unwrap();
    assert!(opens(&kinds().await), "the body is asked after all");
    let plan = OrganisationCommand::AdoptPlan {
        evidence: evidence("nen7510"),
        plan: note("Demo: verbeterplan."),
        due: world.store.now().today.saturating_add(Duration::days(30)),
    };
    world.organise("ict", judge_evidence("nen7510", 1, false)).await.unwrap();
    world.organise("chair", plan).await.unwrap();
    world.store.execute_due().await.unwrap();
    world.verify().await;
    world.clock.advance_days(31);
    world.store.execute_due().await.unwrap();
    world.verify().await;
}

async fn a_finished_project_hears_nothing(world: World) {
    let world = settled(world).await;
    let project = judged(&world, "Demo").await;
    world.send("chair", project, crate::world::decide(engine::Outcome::Stop)).await.unwrap();
    world.organise("care", submit_evidence("nen7510", "Demo: nieuw verslag.")).await.unwrap();
    world.store.execute_due().await.unwrap();
    assert_eq!(told(&world, project).await, 0);
    world.verify().await;
}

async fn projects_from_before_are_looked_at(world: World) {
    let world = settled(world).await;
    let project = judged(&world, "Demo").await;
    // As the migration leaves a project that is older than what it rests on.
    world.sql("DELETE FROM evidence_use").await;
    world.sql("UPDATE projects SET due_on = '1970-01-01' WHERE lifecycle = 'active'").await;
    world.store.execute_due().await.unwrap();
    world.verify().await;
    world.organise("care", submit_evidence("nen7510", "Demo: nieuw verslag.")).await.unwrap();
    assert_eq!(world.store.execute_due().await.unwrap(), 1);
    assert_eq!(told(&world, project).await, 1);
}

/// Asks the council about a project; the chair, a member and the coach each say something, the coach for a member.
async fn consulted(world: &World) -> ProjectId {
    let project = judged(world, "Demo").await;
    let ask = ConsultationCommand::Open {
        kind: ConsultationKey::parse("advies").unwrap(),
        question: note("Demo: wat vindt u?"),
        summary: Some(note("Demo: kort.")),
        due: None,
    };
    world.send("lead", project, Command::Consultation { command: ask }).await.unwrap();
    for who in ["chair", "reader"] {
        let act = ConsultationAct::Opine { opinion: note(&format!("Demo: mening van {who}.")) };
        let command = ConsultationCommand::On { consultation: 1, act };
        world.send(who, project, Command::Consultation { command }).await.unwrap();
    }
    project
}

async fn opinions_are_for_the_body_and_its_coach(world: World) {
    let world = settled(world).await;
    let project = consulted(&world).await;
    for (who, count) in [("chair", 2), ("reader", 2), ("outsider", 2), ("lead", 0), ("manager", 0), ("administrator", 0)] {
        let opinions = world.store.opinions(world.who(who), project, 1).await.unwrap();
        assert_eq!(opinions.len(), count, "{who}");
        let log = world.store.consultation_log(world.who(who), project).await.unwrap();
        assert_eq!(log.iter().filter(|item| item.recorded.event.private_to().is_some()).count(), count, "{who}");
        assert!(log.iter().any(|item| matches!(
            item.recorded.event.answer(),
            Event::Consultation { event: ConsultationEvent::Opened { .. }, .. }
        )));
    }
    let system = persistence::Principal::system(world.organisation);
    assert!(world.store.opinions(&system, project, 1).await.unwrap().is_empty(), "not for the system either");
    let opinions = world.store.opinions(world.who("outsider"), project, 1).await.unwrap();
    assert_eq!(opinions[0].person, Some(world.person("chair")));
    assert!(opinions.iter().all(|opinion| opinion.body == party("clientenraad")));
    assert!(world.store.opinions(world.who("chair"), project, 2).await.unwrap().is_empty());
    let (_, _, others) = world.other().await;
    assert!(matches!(world.store.opinions(&others["chair"], project, 1).await, Err(Error::NotFound)));
    assert!(matches!(world.store.consultation_log(&others["chair"], project).await, Err(Error::NotFound)));
}

/// What waits for the body in a consultation, of somebody's own tasks.
async fn waits_for_the_body(world: &World, who: &str) -> Vec<String> {
    let tasks = world.store.tasks(world.who(who), TaskFilter::Mine, &PageRequest::start()).await.unwrap();
    let counted = world.store.count_tasks(world.who(who), TaskFilter::Mine).await.unwrap();
    assert_eq!(counted, tasks.items.len() as u64, "{who}");
    let kinds = tasks.items.into_iter().map(|item| String::from(item.task.kind));
    kinds.filter(|kind| ConsultationTask::ALL.iter().any(|task| kind.starts_with(task.as_str()))).collect()
}

async fn who_stands_in_from_outside_has_no_voice_in_a_body(world: World) {
    let world = settled(world).await;
    consulted(&world).await;
    let own = waits_for_the_body(&world, "chair").await;
    assert!(!own.is_empty());
    let first = world.store.now().today;
    let away = |to: &str| OrganisationCommand::Delegate {
        party: party("clientenraad"),
        from: world.person("chair"),
        to: world.person(to),
        first,
        last: first.saturating_add(Duration::days(3)),
    };
    world.organise("chair", away("care")).await.unwrap();
    assert_eq!(waits_for_the_body(&world, "care").await, Vec::<String>::new(), "somebody of no council");
    world.organise("care", OrganisationCommand::EndDelegation { delegation: 1 }).await.unwrap();
    world.organise("chair", away("reader")).await.unwrap();
    assert_eq!(waits_for_the_body(&world, "reader").await, own, "another member of the council");
    world.verify().await;
}

async fn opinions_in_the_organisation_are_as_private(world: World) {
    let world = settled(world).await;
    let rules = engine::BodyRules { coached_by: Some(party("raadscoach")), ..engine::BodyRules::default() };
    world.organise("administrator", OrganisationCommand::SetBody { body: party("clientenraad"), rules }).await.unwrap();
    let consult = OrganisationCommand::Consult {
        about: engine::About::Evidence(evidence("nen7510")),
        body: party("clientenraad"),
        right: Right::Advice,
        question: note("Demo: wat vindt u?"),
        summary: note("Demo: kort."),
        due: None,
    };
    world.organise("administrator", consult).await.unwrap();
    let act = ConsultationAct::Opine { opinion: note("Demo: mijn mening.") };
    world.organise("reader", OrganisationCommand::Consultation { consultation: 1, act }).await.unwrap();
    let private = async |who: &str| {
        let timeline = world.store.organisation_timeline(world.who(who), &PageRequest::start()).await.unwrap();
        let opined = timeline.items.iter().filter(|item| item.recorded.event.private_to().is_some()).count();
        assert_eq!(timeline.items.len() - opined, 8, "{who} sees the rest");
        let opinions = world.store.organisation_opinions(world.who(who), 1).await.unwrap();
        assert_eq!(opinions.len(), opined, "{who}");
        assert!(world.store.organisation_opinions(world.who(who), 2).await.unwrap().is_empty());
        opined
    };
    for (who, count) in [("chair", 1), ("reader", 1), ("outsider", 1), ("lead", 0), ("manager", 0), ("administrator", 0)] {
        assert_eq!(private(who).await, count, "{who}");
    }
    // Pages follow each other without the private ones leaving gaps.
    let first = world.store.organisation_timeline(world.who("lead"), &PageRequest::parse(3, None).unwrap()).await.unwrap();
    assert_eq!(first.items.len(), 3);
    let next = PageRequest::after(first.next.unwrap());
    let rest = world.store.organisation_timeline(world.who("lead"), &next).await.unwrap();
    assert_eq!(rest.items.len(), 5);
    assert!(matches!(rest.items.last().unwrap().recorded.event, OrganisationEvent::EvidenceDefined { .. }));
    world.verify().await;
}

async fn the_register_keeps_what_the_state_forgets(world: World) {
    let world = settled(world).await;
    let project = consulted(&world).await;
    let advice = engine::Advice { verdict: engine::AdviceVerdict::Positive, text: note("Demo: goed plan."), minority: None };
    let command = ConsultationCommand::On { consultation: 1, act: ConsultationAct::Establish { advice } };
    world.send("chair", project, Command::Consultation { command }).await.unwrap();
    world.send("chair", project, crate::world::decide(engine::Outcome::Go)).await.unwrap();
    let view = world.store.project(world.who("lead"), project).await.unwrap();
    assert!(view.state.consultations.standing.is_empty(), "the gate is decided");
    let log = world.store.consultation_log(world.who("lead"), project).await.unwrap();
    let established = log.iter().any(|item| {
        matches!(&item.recorded.event, Event::Consultation { event: ConsultationEvent::Established { .. }, .. })
    });
    assert!(established && log.is_sorted_by_key(|item| item.recorded.sequence));
}

async fn what_waits_in_the_organisation_is_listed(world: World) {
    let world = settled(world).await;
    world.organise("care", submit_evidence("nen7510", "Demo: nieuw verslag.")).await.unwrap();
    let tasks = async |who: &str| world.store.organisation_tasks(world.who(who)).await.unwrap();
    let of_ict = tasks("ict").await;
    assert_eq!(of_ict.len(), 1);
    assert_eq!(of_ict[0].task.kind, TaskKind::JudgeEvidence(evidence("nen7510")));
    assert!(of_ict[0].mine);
    assert!(!tasks("care").await[0].mine);
    let (_, _, others) = world.other().await;
    assert!(world.store.organisation_tasks(&others["ict"]).await.unwrap().is_empty());
}

async fn the_organisations_own_time_passes_once(world: World) {
    let world = settled(world).await;
    world.store.execute_due().await.unwrap();
    let noted = async || {
        let timeline = world.store.organisation_timeline(world.who("lead"), &PageRequest::start()).await.unwrap();
        timeline.items.iter().filter(|i| matches!(i.recorded.event, OrganisationEvent::ExpiryNoted { .. })).count()
    };
    assert_eq!(noted().await, 0);
    // Judgements count a year; owners hear sixty days ahead.
    world.clock.advance_days(320);
    assert_eq!(world.store.execute_due().await.unwrap(), 2);
    assert_eq!(world.store.execute_due().await.unwrap(), 0);
    assert_eq!(noted().await, 2);
    let standing = |days| {
        let roster = world.store.roster(world.organisation);
        let today = world.store.now().today.saturating_add(Duration::days(days));
        async move { roster.await.unwrap().organisation.standing(&evidence("nen7510"), today) }
    };
    assert_eq!(standing(0).await, EvidenceStanding::Valid);
    assert!(matches!(standing(60).await, EvidenceStanding::Expired(_)));
    world.verify().await;
}

/// What was done to the store, as SQL for both databases, and where it must be found.
const TAMPERED: &[(&str, Option<Place>)] = &[
    ("UPDATE organisation_events SET body = replace(body, 'true', 'false') WHERE sequence = 4", Some(Place::Event(4))),
    ("UPDATE organisation_events SET kind = 'agreed' WHERE sequence = 2", Some(Place::Event(2))),
    ("UPDATE organisation_events SET private_to = 'raad' WHERE sequence = 2", Some(Place::Event(2))),
    ("UPDATE organisation_events SET at = at + 1 WHERE sequence = 3", Some(Place::Event(3))),
    ("DELETE FROM organisation_events WHERE sequence = 3", Some(Place::Event(3))),
    ("DELETE FROM organisation_events WHERE sequence = 6", Some(Place::Head)),
    ("DELETE FROM organisation_events", Some(Place::Head)),
    ("DELETE FROM organisation_states", Some(Place::State)),
    (
        "UPDATE organisation_states SET state = replace(state, '\"sufficient\":true', '\"sufficient\":false')",
        Some(Place::State),
    ),
    ("UPDATE organisation_states SET state = 'x'", Some(Place::State)),
    ("UPDATE organisation_states SET sequence = sequence - 1", Some(Place::Head)),
    ("UPDATE contents SET body = 'Anders' WHERE project_id = organisation_id", None),
    ("DELETE FROM contents WHERE project_id = organisation_id", None),
    ("DELETE FROM organisation_changes WHERE kind = 'nen7510'", Some(Place::Table("organisation_changes"))),
    ("UPDATE organisation_changes SET sequence = 1", Some(Place::Table("organisation_changes"))),
    ("DELETE FROM evidence_use WHERE kind = 'nen7510'", Some(Place::Table("evidence_use"))),
    ("UPDATE evidence_use SET supplier = 'andere' WHERE supplier <> ''", Some(Place::Table("evidence_use"))),
    ("UPDATE evidence_use SET seen = 99", Some(Place::Table("evidence_use"))),
];

async fn found(backend: Backend) {
    for (sql, place) in TAMPERED {
        let world = settled(World::new(backend).await).await;
        judged(&world, "Demo").await;
        world.verify().await;
        world.sql(sql).await;
        let store = Store::open_read_only(&world.config).await.unwrap();
        let report = store.verify().await.unwrap();
        store.close().await;
        let as_expected = |found: &&Place| match place {
            Some(place) => *found == place,
            None => matches!(found, Place::Content(_)),
        };
        let places: Vec<&Place> = report.findings.iter().map(|finding| &finding.place).collect();
        assert!(places.iter().any(as_expected), "{sql}: {:?}", report.findings);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tampering_is_found_on_sqlite() {
    found(Backend::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tampering_is_found_on_postgresql() {
    found(Backend::Postgres).await;
}
