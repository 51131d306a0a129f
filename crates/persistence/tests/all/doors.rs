//! What is refused at the door: texts, keys, databases that cannot be opened, and one that goes away.

use persistence::{Error, Failure, IdempotencyKey, Limit, OpenError, Store, StoreConfig, Text, TextProblem};

use crate::world::{Backend, World, both, submit};

#[test]
fn texts() {
    let title = |text: &str| Text::parse(text, Limit::Title);
    assert_eq!(title("  Crisis-app  ").unwrap().as_str(), "Crisis-app");
    assert_eq!(title(" \n "), Err(TextProblem::Empty));
    assert_eq!(title(&"é".repeat(200)).unwrap().as_str().chars().count(), 200);
    assert_eq!(title(&"é".repeat(201)), Err(TextProblem::TooLong { length: 201, limit: 200 }));
    for character in ['\0', '\u{7}', '\n', '\u{202E}', '\u{2066}', '\u{200F}', '\u{FEFF}', '\u{85}', '\u{2028}'] {
        assert_eq!(title(&format!("a{character}b")), Err(TextProblem::Character { character }));
    }
    let note = Text::parse("een\r\ntwee\tdrie\nvier", Limit::Note).unwrap();
    assert_eq!(note.as_str(), "een\ntwee\tdrie\nvier");
    assert!(Text::parse("a\u{202E}b", Limit::Note).is_err());
    assert!(Text::parse(&"x".repeat(10_001), Limit::Note).is_err());
    for address in ["a@b.example", "a.b+c@demo.example"] {
        assert!(Text::parse(address, Limit::Address).is_ok(), "{address}");
    }
    for address in ["a", "@b", "a@", "a@b@c", "a b@c", "a@b\nBcc: x", "<a@b>", "a,b@c"] {
        assert!(Text::parse(address, Limit::Address).is_err(), "{address}");
    }
    assert!(!format!("{note:?}").contains("een"), "typed text does not go to logs");
}

#[test]
fn keys() {
    for text in ["", " ", "a b", "é", "a\n", &"x".repeat(81)] {
        assert!(IdempotencyKey::parse(text).is_err(), "{text}");
    }
    assert!(IdempotencyKey::parse(&"x".repeat(80)).is_ok());
}

#[tokio::test]
async fn one_process_has_an_sqlite_database() {
    let world = World::new(Backend::Sqlite).await;
    assert!(matches!(Store::open(&world.config).await, Err(OpenError::Locked)));
    let beside = Store::open_read_only(&world.config).await.unwrap();
    beside.organisation(world.organisation).await.expect("reading goes on beside it");
    let refused = beside.remove_member(world.organisation, &crate::world::party("ict"), world.person("ict")).await;
    assert!(matches!(refused, Err(Error::Database(_))), "{refused:?}");
    beside.close().await;
    world.store.close().await;
    let closed = world.store.organisation(world.organisation).await;
    assert!(matches!(closed, Err(Error::Database(_))), "{closed:?}");
    let again = Store::open(&world.config).await.expect("the lock was given up");
    again.organisation(world.organisation).await.expect("what was written is there");
    again.close().await;
}

#[tokio::test]
async fn databases_that_cannot_be_opened() {
    let world = World::new(Backend::Sqlite).await;
    let with = |url: &str, migrate| StoreConfig { url: url.to_owned(), migrate, ..world.config.clone() };
    for url in ["mysql://x", "", "sqlite::memory:", "sqlite://:memory:"] {
        assert!(matches!(Store::open(&with(url, true)).await, Err(OpenError::Url)), "{url}");
    }
    let empty = format!("sqlite://{}?mode=rwc", world.folder.path().join("empty.sqlite").display());
    assert!(matches!(Store::open(&with(&empty, false)).await, Err(OpenError::NeedsMigration)));
    Store::migrate(&with(&empty, true)).await.unwrap();
    Store::migrate(&with(&empty, true)).await.expect("again");
    Store::open(&with(&empty, false)).await.unwrap().close().await;
    let nowhere = Store::open(&with("postgres://nobody@localhost/x?host=/nowhere", true)).await;
    assert!(matches!(nowhere, Err(OpenError::Database(_))), "{nowhere:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_goes_away_comes_back() {
    let world = World::new(Backend::Postgres).await;
    let project = world.start("Demo").await;
    let database = world.database.as_ref().unwrap();
    for goal in 0..5 {
        let cut = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity \
                   WHERE datname = current_database() AND application_name = 'trechter'";
        database.psql(cut).unwrap();
        // The first try may meet the broken connection; it fails as such, or is not noticed at all.
        let command = || submit(&format!("doel {goal}"));
        let seen = loop {
            match world.store.project(world.who("manager"), project).await {
                Ok(_) => break world.seen(project).await,
                Err(Error::Database(error)) => assert_ne!(error.failure, Failure::Raced),
                Err(error) => panic!("{error:?}"),
            }
        };
        let request = persistence::Request { key: crate::world::key(format!("k{goal}")), seen, command: command() };
        world.store.execute(world.who("care"), project, request).await.expect("it is back");
    }
    world.verify().await;
}

both! { ping_answers }

async fn ping_answers(world: World) {
    world.store.ping().await.unwrap();
    world.store.close().await;
    assert!(matches!(world.store.ping().await, Err(Error::Database(_))));
}
