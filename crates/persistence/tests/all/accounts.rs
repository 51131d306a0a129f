//! Who can sign in, and who is signed in.

use engine::Timestamp;
use persistence::{Error, Limit, NewPerson, Text};

use crate::world::{World, both, name};

both! {
    an_account_is_a_person_in_several_organisations
    a_session_ends
}

async fn an_account_is_a_person_in_several_organisations(world: World) {
    let email = Text::parse("Ilse@Demo.example", Limit::Address).unwrap();
    let account = world.store.create_account(&email, "$hash").await.unwrap();
    assert!(matches!(world.store.create_account(&email, "$other").await, Err(Error::Exists)));
    let found = world.store.account_by_email("ilse@demo.EXAMPLE").await.unwrap().unwrap();
    assert_eq!((found.id, found.password_hash.as_str()), (account, "$hash"));
    for nobody in ["nobody@demo.example", "", "a\0b", "' OR 1=1 --"] {
        assert!(world.store.account_by_email(nobody).await.unwrap().is_none());
    }
    let (other, _, _) = world.other().await;
    let person = |who: &str| NewPerson {
        account: Some(account),
        name: name(who),
        email: email.clone(),
        function: name("demofunctie"),
        roles: std::collections::BTreeSet::new(),
        language: "nl".to_owned(),
    };
    let here = world.store.create_person(world.organisation, person("Demo hier")).await.unwrap();
    let there = world.store.create_person(other, person("Demo daar")).await.unwrap();
    assert!(matches!(world.store.create_person(other, person("Demo dubbel")).await, Err(Error::Exists)));
    let persons = world.store.persons_of(account).await.unwrap();
    let found: Vec<_> = persons.iter().map(|own| (own.organisation.id, own.person.id)).collect();
    assert!(found.contains(&(world.organisation, here)) && found.contains(&(other, there)) && found.len() == 2);
    let until = Timestamp(world.store.now().at.0 + 1_000_000_000);
    let foreign = world.store.create_session(account, other, here, until).await;
    assert!(matches!(foreign, Err(Error::NotFound)), "the person of another organisation");
    let stranger = world.store.create_session(account, world.organisation, world.person("ict"), until).await;
    assert!(matches!(stranger, Err(Error::NotFound)), "the person of another account");
}

async fn a_session_ends(world: World) {
    let email = Text::parse("ilse@demo.example", Limit::Address).unwrap();
    let account = world.store.create_account(&email, "$hash").await.unwrap();
    let new = NewPerson {
        account: Some(account),
        name: name("Demo"),
        email,
        function: name("demofunctie"),
        roles: [engine::Role::Reader].into(),
        language: "en".to_owned(),
    };
    let person = world.store.create_person(world.organisation, new).await.unwrap();
    let hour = |from: Timestamp| Timestamp(from.0 + 3_600_000_000);
    let sign_in = async || {
        let until = hour(world.store.now().at);
        world.store.create_session(account, world.organisation, person, until).await.unwrap()
    };
    let token = sign_in().await;
    let session = world.store.session(token.as_str()).await.unwrap().unwrap();
    assert_eq!(session.principal.person(), Some(person));
    assert_eq!((session.person.language.as_str(), session.organisation.name.as_str()), ("en", "Demo Zorg"));
    assert!(world.store.session("0").await.unwrap().is_none());
    world.store.revoke_session(token.as_str()).await.unwrap();
    assert!(world.store.session(token.as_str()).await.unwrap().is_none(), "signed out");

    let token = sign_in().await;
    world.store.set_password(account, "$new").await.unwrap();
    assert!(world.store.session(token.as_str()).await.unwrap().is_none(), "the password changed");

    let token = sign_in().await;
    world.store.touch_session(token.as_str(), hour(hour(world.store.now().at))).await.unwrap();
    world.clock.advance_days(1);
    assert!(world.store.session(token.as_str()).await.unwrap().is_none(), "expired");
    world.store.touch_session(token.as_str(), hour(world.store.now().at)).await.unwrap();
    assert!(world.store.session(token.as_str()).await.unwrap().is_none(), "what expired does not come back");
    assert_eq!(world.store.forget_old().await.unwrap(), 3);
}
