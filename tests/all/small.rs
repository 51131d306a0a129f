//! A small provider of youth care brings a chat into use with the small funnel: five people, counted act by act, over HTTP with
//! mail.

use engine::Role;
use serde_json::{Value, json};
use tests::acts::Acts as _;
use tests::house::{House, Household};
use tests::life::Life as _;
use tests::settle::Cast;
use tests::site::Backend;
use tests::works::{Tally, Works as _};

/// What a small project may ask of its people up to its first day in use.
const MOST: usize = 30;

/// Five people; most have more than one part.
pub const PEOPLE: &[Cast] = &[
    Cast { name: "lead", parties: &["zorg"], roles: &[Role::InnovationManager, Role::Administrator], language: "nl" },
    Cast { name: "colleague", parties: &["zorg", "ict"], roles: &[], language: "nl" },
    Cast { name: "quality", parties: &["kwaliteit"], roles: &[], language: "nl" },
    Cast { name: "owner", parties: &["leiding"], roles: &[], language: "nl" },
    Cast { name: "youth", parties: &["jongeren-ouders"], roles: &[], language: "nl" },
    Cast { name: "bystander", parties: &[], roles: &[], language: "nl" },
];

/// The text of the small funnel.
pub fn funnel() -> &'static str {
    let found = funnel::shipped::ALL.iter().find(|(name, _)| *name == "innovatietrechter-klein");
    found.map(|(_, source)| *source).expect("the funnel")
}

/// The answers about a project in which these hold and nothing else.
pub fn facts(hold: &[&str]) -> Vec<(&'static str, Value)> {
    const ALL: [&str; 10] = [
        "personal_data",
        "for_clients_or_clinicians",
        "supports_diagnosis_or_treatment",
        "remote_surveillance",
        "exchanges_with_partners",
        "uses_chat_or_social_media",
        "uses_ai",
        "research",
        "has_fg",
        "has_council",
    ];
    ALL.iter().map(|fact| (*fact, json!(hold.contains(fact)))).collect()
}

async fn a_chat(backend: Backend) {
    let house = House::open(backend, &Household { people: PEOPLE, without_account: &[], funnel: funnel() }).await;
    house.prove("lead").await;
    house.letters().await;
    let hold = ["personal_data", "for_clients_or_clinicians", "uses_chat_or_social_media"];
    let project = house.begin("Chat", &facts(&hold)).await;
    let mut tally = Tally::default();
    tally += house.make_ready(&project, "g1").await;
    house.asked_to_review().await;
    assert_eq!(house.decide("owner", &project, "g1", "GO").await.0, "uitproberen");
    tally.decisions += 1;
    house.letters().await;
    // What it takes to keep it running is written while it runs: a debt with an owner and a date.
    tally += house.work_but(&project, &["gebruiksplan"]).await;
    house.asked_to_review().await;
    let due = house.in_days(60);
    assert_eq!(house.go_with_conditions("owner", &project, "g2", "lead", &due).await, "in-gebruik");
    tally.decisions += 1;
    everybody_hears(&house).await;
    println!("a chat at a small provider on {backend:?}: {tally}");
    assert!(tally.acts() <= MOST, "{tally}");
    house.close().await;
}

/// The decision, the debts of their owner, and the duties that begin.
async fn everybody_hears(house: &House) {
    let decided = ["lead", "colleague", "quality", "youth"].map(|who| (who, "Besluit over 'Chat': Ja, mits ".to_owned()));
    let debts = (1..=5).map(|number| ("lead", format!("Wilt u afspraak {number} van 'Chat' regelen?")));
    let duties = [
        ("lead", "Elk jaar vragen hoe het gaat"),
        ("colleague", "Elk jaar vragen hoe het gaat"),
        ("lead", "Risico's nakijken"),
        ("colleague", "Risico's nakijken"),
        ("colleague", "Uitval oefenen"),
        ("quality", "Certificaten en overeenkomsten nakijken"),
    ];
    let duties = duties.map(|(who, duty)| (who, format!("Wilt u '{duty}' doen voor 'Chat'?")));
    let expected: Vec<(&str, String)> = decided.into_iter().chain(debts).chain(duties).collect();
    house.heard(&expected.iter().map(|(who, subject)| (*who, subject.as_str())).collect::<Vec<_>>()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_small_providers_chat_takes_thirty_acts_at_most_on_sqlite() {
    a_chat(Backend::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_small_providers_chat_takes_thirty_acts_at_most_on_postgresql() {
    a_chat(Backend::Postgres).await;
}
