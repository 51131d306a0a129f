//! Personal links, and what they lead to: a consultation, whose deliberation is its body's alone.

use std::collections::{BTreeMap, BTreeSet};

use engine::{
    Advice, AdviceVerdict, ArtefactKey, Command, ConsultationAct, ConsultationCommand, ConsultationEvent, ConsultationKey,
    Event, FunnelVersionId, Minutes, OnBehalf, ProjectId, Role, Stage, StartProject, Timestamp,
};
use persistence::{
    Addressee, DeliveryOutcome, Error, LINK_MARK, Letter, Limit, LinkToken, NewLetter, NewLink, NewNotice, NewParty,
    NewPerson, PageRequest, Principal, RENEWALS_A_DAY, StartRequest, Text,
};

use crate::world::{World, both, key, name, note, party};

both! {
    a_link_is_found_by_its_token_alone
    a_link_comes_with_its_letter_and_leaves_the_outbox_with_it
    new_links_are_counted
    a_link_ends_with_the_person
    deliberation_is_the_bodys_alone
    row_level_security_holds_links
}

const DAY: i64 = 86_400_000_000;

fn letter(token: &LinkToken) -> Letter {
    let link = format!("https://zorg.example{}", token.path());
    Letter {
        subject: "Wilt u lezen?".to_owned(),
        text: format!("Hier: {link}"),
        html: format!("<a href=\"{link}\">Hier</a>"),
    }
}

async fn new_link(world: &World, who: &str, days: i64) -> NewLink {
    let project = world.start(&format!("Demo {}", world.store.now().at.0)).await;
    let until = Timestamp(world.store.now().at.0 + days * DAY);
    NewLink { token: world.store.new_link_token(), person: world.person(who), project, consultation: 1, until }
}

async fn renew(world: &World, link: &NewLink) -> bool {
    world.store.renew_link(world.organisation, link.clone(), letter(&link.token)).await.unwrap()
}

async fn a_link_is_found_by_its_token_alone(world: World) {
    let link = new_link(&world, "ict", 1).await;
    assert!(renew(&world, &link).await);
    let found = world.store.link(&link.token).await.unwrap().expect("a link");
    assert_eq!((found.person.id, found.project, found.consultation), (link.person, link.project, 1));
    assert_eq!((&found.principal, found.until), (world.who("ict"), link.until));
    assert_eq!(found.organisation.name, "Demo Zorg");
    assert_eq!(world.store.link(&world.store.new_link_token()).await.unwrap(), None);
    // Opening it often, and after its end, changes nothing: its end is for its reader to see.
    world.clock.advance_days(30);
    assert_eq!(world.store.link(&link.token).await.unwrap(), Some(found));
}

async fn a_link_comes_with_its_letter_and_leaves_the_outbox_with_it(world: World) {
    let link = new_link(&world, "ict", 1).await;
    let events = world.store.unplanned(world.organisation, 500).await.unwrap();
    let last = events.last().unwrap();
    let notice = NewNotice {
        project: last.project,
        sequence: last.recorded.sequence,
        kind: "council_asked".to_owned(),
        data: serde_json::json!({}),
    };
    let delivery = |link: &NewLink| {
        let marked = |text: String| text.replace(&link.token.path(), LINK_MARK);
        let Letter { subject, text, html } = letter(&link.token);
        NewLetter {
            notices: vec![notice.clone()],
            letter: Letter { subject, text: marked(text), html: marked(html) },
            to: vec![Addressee {
                person: link.person,
                greeting: String::new(),
                greeting_html: String::new(),
                link: Some(link.clone()),
            }],
        }
    };
    assert_eq!(world.store.planned(world.organisation, &events, vec![delivery(&link)]).await.unwrap(), 1);
    // A second worker that plans the same makes no second letter, and no link that nobody gets.
    let second = NewLink { token: world.store.new_link_token(), ..link.clone() };
    assert_eq!(world.store.planned(world.organisation, &events, vec![delivery(&second)]).await.unwrap(), 0);
    assert!(world.store.link(&second.token).await.unwrap().is_none());

    let page = PageRequest::start();
    let shown = world.store.deliveries(world.who("administrator"), &page).await.unwrap().items.remove(0);
    assert_eq!(shown.letter.text, "Hier: https://zorg.example/raad/…", "an administrator cannot open it");
    let system = Principal::system(world.organisation);
    let kept = world.store.deliveries(&system, &page).await.unwrap().items.remove(0);
    assert_eq!(kept.letter, letter(&link.token));
    let claimed = world.store.claim_deliveries(world.organisation, 10, 60).await.unwrap().remove(0);
    assert_eq!(claimed.letter, letter(&link.token));
    assert!(world.store.mark_delivery(&claimed, &DeliveryOutcome::Sent).await.unwrap());
    let sent = world.store.deliveries(&system, &page).await.unwrap().items.remove(0);
    assert_eq!(sent.letter.html, "<a href=\"https://zorg.example/raad/…\">Hier</a>");
    assert!(world.store.link(&link.token).await.unwrap().is_some(), "it works in the letter that was sent");
}

async fn new_links_are_counted(world: World) {
    let link = new_link(&world, "ict", 1).await;
    let again = || NewLink { token: world.store.new_link_token(), ..link.clone() };
    for _ in 0..RENEWALS_A_DAY {
        assert!(renew(&world, &again()).await);
    }
    let refused = again();
    assert!(!renew(&world, &refused).await);
    assert!(world.store.link(&refused.token).await.unwrap().is_none());
    let other = NewLink { consultation: 2, ..again() };
    assert!(renew(&world, &other).await, "each consultation counts by itself");
    world.clock.advance_days(1);
    assert!(renew(&world, &again()).await);
    let all = world.store.deliveries(&Principal::system(world.organisation), &PageRequest::start()).await.unwrap();
    assert_eq!(all.items.len(), 5);
}

async fn a_link_ends_with_the_person(world: World) {
    let mut link = new_link(&world, "ict", 1).await;
    link.person = engine::PersonId(uuid::Uuid::now_v7());
    let refused = world.store.renew_link(world.organisation, link.clone(), letter(&link.token)).await;
    assert!(matches!(refused, Err(Error::Database(_))), "{refused:?}");
    assert!(world.store.link(&link.token).await.unwrap().is_none());
    world.verify().await;
}

/// A council with a coach beside the people of the world, and its funnel.
async fn council(world: &World) -> (FunnelVersionId, BTreeMap<&'static str, Principal>) {
    for party_key in ["clientenraad", "raadscoach", "secretaris", "ondernemingsraad"] {
        let new = NewParty { key: party(party_key), name_nl: name(party_key), name_en: name(party_key) };
        world.store.create_party(world.organisation, new).await.unwrap();
    }
    let mut people = BTreeMap::new();
    for (who, of, chair) in [
        ("voorzitter", "clientenraad", true),
        ("lid", "clientenraad", false),
        ("coach", "raadscoach", false),
        ("secretaris", "secretaris", false),
    ] {
        let new = NewPerson {
            account: None,
            name: name(&format!("Demo {who}")),
            email: Text::parse(&format!("{who}@demo.example"), Limit::Address).unwrap(),
            function: name("demofunctie"),
            roles: BTreeSet::<Role>::new(),
            language: "nl".to_owned(),
        };
        let id = world.store.create_person(world.organisation, new).await.unwrap();
        world.store.set_member(world.organisation, &party(of), id, chair).await.unwrap();
        let person = world.store.roster(world.organisation).await.unwrap().persons[&id].person();
        people.insert(who, Principal { organisation: world.organisation, actor: engine::Actor::Person(person) });
    }
    let funnel = world.store.publish_funnel(world.organisation, include_str!("council.yaml")).await;
    (funnel.unwrap_or_else(|error| panic!("{error:#?}")), people)
}

async fn send(world: &World, who: &Principal, project: ProjectId, command: Command<Text>) -> Result<(), Error> {
    let request =
        persistence::Request { key: key(world.store.now().at.0.to_string()), seen: world.seen(project).await, command };
    world.store.execute(who, project, request).await.map(|_| ())
}

fn on(act: ConsultationAct<Text>) -> Command<Text> {
    Command::Consultation { command: ConsultationCommand::On { consultation: 1, act } }
}

/// A project whose council was asked for consent.
async fn asked(world: &World, funnel: FunnelVersionId) -> ProjectId {
    let command = StartProject {
        title: Text::parse("Demo", Limit::Title).unwrap(),
        summary: Text::parse("Demo.", Limit::Summary).unwrap(),
        lead: world.person("lead"),
        funnel,
        bring_in: None,
    };
    let request = StartRequest { key: key("start"), command };
    let project = world.store.start(world.who("manager"), request).await.unwrap().project;
    let answers = Text::parse(r#"{"what":"Een app."}"#, Limit::Answers).unwrap();
    let artefact = ArtefactKey::parse("samenvatting").unwrap();
    let submit = Command::SubmitRevision { artefact, stage: Stage::Final, answers: Some(answers), files: Vec::new() };
    send(world, world.who("lead"), project, submit).await.unwrap();
    let open = ConsultationCommand::Open {
        kind: ConsultationKey::parse("instemming").unwrap(),
        question: note("Stemt u in?"),
        summary: Some(note("Er komen regels.")),
        due: None,
    };
    send(world, world.who("lead"), project, Command::Consultation { command: open }).await.unwrap();
    project
}

async fn deliberation_is_the_bodys_alone(world: World) {
    let (funnel, people) = council(&world).await;
    let project = asked(&world, funnel).await;
    send(&world, &people["lid"], project, on(ConsultationAct::Opine { opinion: note("Geheim een") })).await.unwrap();
    let by_coach = OnBehalf {
        person: people["voorzitter"].person().unwrap(),
        occurred_on: world.store.now().today,
        present: BTreeSet::new(),
        votes: None,
        minutes: Minutes::Text(note("Geheim twee, aan de telefoon")),
    };
    let opinion = on(ConsultationAct::Opine { opinion: note("Geheim drie") });
    let recorded = Command::OnBehalf { on_behalf: by_coach, command: Box::new(opinion) };
    send(&world, &people["coach"], project, recorded).await.unwrap();
    let opined =
        |event: &Event| matches!(event.answer(), Event::Consultation { event: ConsultationEvent::Opined { .. }, .. });
    for who in ["voorzitter", "lid", "coach"] {
        let log = world.store.consultation(&people[who], project, 1).await.unwrap();
        assert_eq!(log.events.iter().filter(|item| opined(&item.recorded.event)).count(), 2, "{who}");
        assert!(matches!(world.store.consultation(&people[who], project, 2).await, Err(Error::NotFound)), "{who}");
    }
    let provider = ["lead", "manager", "reader", "administrator", "ict", "chair"].map(|who| world.who(who));
    for principal in provider.into_iter().chain([&people["secretaris"]]) {
        let log = world.store.consultation(principal, project, 1).await.unwrap();
        assert!(!log.events.is_empty() && log.events.iter().all(|item| !opined(&item.recorded.event)), "{principal:?}");
        let page = world.store.timeline(principal, project, &PageRequest::start()).await.unwrap();
        assert!(page.items.iter().all(|item| !opined(&item.recorded.event)), "{principal:?}");
    }
    let outsider = world.store.consultation(world.who("outsider"), project, 1).await;
    assert!(matches!(outsider, Err(Error::NotFound)), "{outsider:?}");

    // What the chair establishes is for everybody, and a link of a member who left shows no more of the rest.
    let advice = Advice { verdict: AdviceVerdict::ConsentGiven, text: note("Wij stemmen in."), minority: None };
    send(&world, &people["voorzitter"], project, on(ConsultationAct::Establish { advice })).await.unwrap();
    let lead = world.store.consultation(world.who("lead"), project, 1).await.unwrap();
    assert_eq!(lead.events.len(), 2);
    let (council, member) = (party("clientenraad"), people["lid"].person().unwrap());
    world.store.remove_member(world.organisation, &council, member).await.unwrap();
    let gone = world.store.consultation(&people["lid"], project, 1).await;
    assert!(matches!(gone, Err(Error::NotFound)), "{gone:?}");
    world.verify().await;
}

async fn row_level_security_holds_links(world: World) {
    let link = new_link(&world, "ict", 1).await;
    assert!(renew(&world, &link).await);
    let Some(database) = &world.database else { return };
    let hash = database.psql("SELECT encode(token_hash, 'hex') FROM links").unwrap();
    let as_app = |set: &str, sql: &str| {
        let told = database.psql(&format!("SET ROLE trechter_app; {set} {sql}"));
        told.map(|told| told.lines().last().unwrap_or_default().to_owned())
    };
    let count = "SELECT count(*) FROM links";
    let holding = |hash: &str| format!("SELECT set_config('trechter.link', '{hash}', false);");
    assert_eq!(as_app("", count).unwrap(), "0", "nobody");
    assert_eq!(as_app(&holding(&hash), count).unwrap(), "1", "who holds it");
    assert_eq!(as_app(&holding(&"0".repeat(64)), count).unwrap(), "0", "who holds another");
    let own = format!("SELECT set_config('trechter.organisation', '{}', false);", world.organisation);
    assert_eq!(as_app(&own, count).unwrap(), "1");
    let touched = as_app(&holding(&hash), "WITH t AS (DELETE FROM links RETURNING 1) SELECT count(*) FROM t");
    assert_eq!(touched.unwrap(), "0", "who holds it can only read it");
    assert!(as_app(&own, "UPDATE links SET until = 0").is_err(), "a link is never made to last longer");
}
