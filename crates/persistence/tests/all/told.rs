//! What a worker that plans mail looks up beside the projects.

use std::collections::BTreeSet;

use engine::{GateKey, Timestamp};
use persistence::{GateTold, Letter, NewLink};

use crate::world::{World, both, submit};

both! {
    what_was_told_of_a_gate_is_kept_until_it_is_taken_back
    who_has_no_account_is_found_with_their_links
    answers_are_found_by_what_they_are_on
}

async fn what_was_told_of_a_gate_is_kept_until_it_is_taken_back(world: World) {
    let (one, two) = (world.start("Een").await, world.start("Twee").await);
    let both = || BTreeSet::from([one, two]);
    let store = &world.store;
    assert!(store.gates_told(world.organisation, both()).await.unwrap().is_empty());
    let tell = |project, round: Option<u32>| {
        let round = round.map(|number| (GateKey::parse("g0").unwrap(), number));
        store.planned_and_told(world.organisation, &[], Vec::new(), vec![GateTold { project, round }])
    };
    tell(one, Some(1)).await.unwrap();
    tell(one, Some(2)).await.unwrap();
    let told = store.gates_told(world.organisation, both()).await.unwrap();
    assert_eq!(told, [(one, (GateKey::parse("g0").unwrap(), 2))].into());
    tell(two, Some(1)).await.unwrap();
    tell(one, None).await.unwrap();
    // Taking back what nobody was told is nothing.
    tell(one, None).await.unwrap();
    let told = store.gates_told(world.organisation, both()).await.unwrap();
    assert_eq!(told.into_keys().collect::<Vec<_>>(), [two]);
    assert!(store.gates_told(world.organisation, BTreeSet::from([one])).await.unwrap().is_empty());
}

async fn who_has_no_account_is_found_with_their_links(world: World) {
    let (one, two) = (world.start("Een").await, world.start("Twee").await);
    for (project, consultation) in [(one, 1), (one, 3), (one, 2), (two, 1)] {
        let token = world.store.new_link_token();
        let text = format!("Hier: {}", token.path());
        let letter = Letter { subject: "Demo".to_owned(), html: text.clone(), text };
        let link = NewLink { token, person: world.person("ict"), project, consultation, until: Timestamp(1) };
        assert!(world.store.renew_link(world.organisation, link, letter).await.unwrap());
    }
    let people = BTreeSet::from([world.person("ict"), world.person("care")]);
    let found = world.store.without_account(world.organisation, people.clone(), BTreeSet::from([one])).await.unwrap();
    let expected = [(world.person("ict"), [(one, [1, 2, 3].into())].into()), (world.person("care"), [].into())];
    assert_eq!(found, expected.into(), "a link that ended counts: a new one is made");
    let nobody = world.store.without_account(world.organisation, BTreeSet::new(), BTreeSet::from([one])).await.unwrap();
    assert!(nobody.is_empty());
}

async fn answers_are_found_by_what_they_are_on(world: World) {
    let project = world.start("Demo").await;
    world.send("care", project, submit("doel")).await.unwrap();
    world.send("ict", project, crate::world::approve()).await.unwrap();
    let on = |subject: &str| world.store.answers_on(world.organisation, project, BTreeSet::from([subject.to_owned()]));
    let found = on("plan").await.unwrap();
    assert_eq!(found.len(), 1, "the review, not the revision: {found:?}");
    assert_eq!(found[0].by.person(), Some(world.person("ict")));
    assert!(on("ander").await.unwrap().is_empty());
}
