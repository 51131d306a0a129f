//! Nine people of a provider for mental health care, and the complete funnel that they use.

use engine::Role;
use serde_json::{Value, json};
use tests::house::{House, Household};
use tests::settle::Cast;
use tests::site::Backend;
use tests::works::Works as _;
use tests::world::World;

const fn cast(name: &'static str, parties: &'static [&'static str], roles: &'static [Role]) -> Cast {
    Cast { name, parties, roles, language: "nl" }
}

/// The nine, and one who has nothing to do with any of it. Whoever comes first in a party writes for it, whoever comes last
/// answers: four eyes.
pub const PEOPLE: &[Cast] = &[
    cast("lead", &["zorg", "innovatie", "opleiding"], &[Role::InnovationManager, Role::Administrator]),
    cast("ict", &["ict", "beheer", "inkoop"], &[]),
    cast("nurse", &["zorg", "kwaliteit", "innovatie", "*expertgroep"], &[]),
    cast("architect", &["architect", "ict", "ciso", "privacy-officer", "financien"], &[]),
    cast("chair", &["*stuurgroep", "*raad-van-bestuur"], &[]),
    cast("council", &["*clientenraad"], &[]),
    cast("client", &["clientenraad", "clienten-naasten"], &[]),
    cast("coach", &["coach-clientenraad"], &[]),
    cast("fg", &["*fg"], &[]),
    cast("bystander", &[], &[]),
];

/// They come in through their mail and nothing else.
const WITHOUT_ACCOUNT: &[&str] = &["council", "coach"];

/// A crisis app: a plan at hand, on the client's own telephone. It changes policy, which makes its impact medium.
pub fn crisis_app() -> Vec<(&'static str, Value)> {
    facts(
        &["personal_data", "for_clients_or_clinicians", "touches_quality_or_privacy_policy", "client_device_needed"],
        25_000,
    )
}

/// Virtual reality in a treatment: a medical device, which makes its impact large.
pub fn virtual_reality() -> Vec<(&'static str, Value)> {
    let holds = [
        "personal_data",
        "for_clients_or_clinicians",
        "touches_quality_or_privacy_policy",
        "supports_diagnosis_or_treatment",
    ];
    facts(&holds, 60_000)
}

fn facts(hold: &[&str], amount: u32) -> Vec<(&'static str, Value)> {
    const ALL: [&str; 15] = [
        "personal_data",
        "integrates_with_epd",
        "exchanges_with_partners",
        "supports_diagnosis_or_treatment",
        "for_clients_or_clinicians",
        "remote_surveillance",
        "research",
        "touches_quality_or_privacy_policy",
        "uses_ai",
        "medication",
        "client_device_needed",
        "affects_staff_work",
        "monitors_staff",
        "uses_chat_or_social_media",
        "subsidised",
    ];
    let answers = ALL.iter().map(|fact| (*fact, json!(hold.contains(fact))));
    answers.chain([("amount", json!(amount))]).collect()
}

/// The text of the complete funnel.
fn funnel() -> &'static str {
    let found = funnel::shipped::ALL.iter().find(|(name, _)| *name == "innovatietrechter-ggz");
    found.map(|(_, source)| *source).expect("the funnel")
}

/// The provider with the API in this process, with everything that the organisation has to prove.
pub async fn in_process(url: Option<&str>) -> World {
    let world = World::with(url, PEOPLE, funnel()).await;
    world.prove("lead").await;
    world
}

/// The same behind HTTP, with mail.
pub async fn over_http(backend: Backend) -> House {
    let house =
        House::open(backend, &Household { people: PEOPLE, without_account: WITHOUT_ACCOUNT, funnel: funnel() }).await;
    house.prove("lead").await;
    house
}
