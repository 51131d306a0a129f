//! Law 9: what members say among themselves is never the provider's.

use axum::http::StatusCode;
use serde_json::json;

use super::world::Council;
use crate::house::House;

/// Words that nobody else would write.
const SECRET: &str = "kwetsbaarheidszin";

/// Everything of a project that the schema has, as far as it needs no argument.
async fn api(house: &House, project: &str) -> String {
    let cookie = house.cookie("lead@een.example").await;
    let shape = "{ __schema { types { name kind fields { name args { name } type { name kind ofType { name kind ofType \
                 { name kind ofType { name kind } } } } } } } }";
    let schema = house.post("/graphql", &cookie, &json!({ "query": shape })).await;
    assert_eq!(schema.status, StatusCode::OK, "{}", schema.text());
    let query =
        "query($id: ID!) { project(id: $id) { timeline(first: 100) { nodes { __typename ... on Event { id text } } } } }";
    let told = house.post("/graphql", &cookie, &json!({ "query": query, "variables": { "id": project } })).await;
    format!("{} {}", schema.text(), told.text())
}

#[tokio::test]
async fn opinions_never_reach_the_provider() {
    let council = Council::open().await;
    council.ask_advice().await;
    let ria = council.link("ria").await;
    council.whole(&format!("{ria}/mening"), &[&[("keuze", "nee")], &[("waarom", SECRET)]]).await;
    let coach = council.link("coach").await;
    let (today, jan) = (council.house.store.now().today.to_string(), council.people["jan"].to_string());
    let entered: &[&[(&str, &str)]] =
        &[&[("wie", &jan)], &[("keuze", "maar")], &[("waarom", SECRET)], &[("dag", &today)], &[("hoe", "papier")]];
    council.whole(&format!("{coach}/mening"), entered).await;
    assert!(council.page(&format!("{coach}/samen")).await.matches(SECRET).count() == 2);

    let opined = |told: &str| told.contains("Opined") || told.contains(SECRET);
    assert!(!opined(&council.all_that_the_provider_sees().await));
    let told = api(&council.house, &council.project.to_string()).await;
    assert!(!told.contains(SECRET));
    for mail in council.mails().await {
        assert!(!format!("{mail:?}").contains(SECRET), "no letter repeats it, to anybody");
    }
    let mailbox = council.house.get("/postvak", "").await.text();
    assert!(!mailbox.contains(SECRET));

    // Also once the advice is on record, to whoever is not of the body.
    let chair = council.link("voorzitter").await;
    let advice: &[&[(&str, &str)]] = &[&[("oordeel", "negative")], &[("tekst", "Liever niet.")], &[("minderheid", "")]];
    council.whole(&format!("{chair}/advies"), advice).await;
    assert!(!opined(&council.all_that_the_provider_sees().await));
    assert!(council.all_that_the_provider_sees().await.contains("Established"));
}

#[tokio::test]
async fn the_secretary_and_the_lead_get_no_link() {
    let council = Council::open().await;
    council.ask_advice().await;
    council.ask("weten", "Wij gaan een app proberen.", Some("Een app om te slapen.")).await;
    let mails = council.mails().await;
    let mut to: Vec<&str> =
        mails.iter().filter(|mail| mail.letter.text.contains("/raad/")).map(|mail| mail.to_address.as_str()).collect();
    to.sort_unstable();
    let body = ["coach@een.example", "jan@een.example", "or@een.example", "ria@een.example", "voorzitter@een.example"];
    assert_eq!(to, body, "one for each member of the body and its coach");
    let links: std::collections::BTreeSet<String> =
        mails.iter().filter_map(|mail| mail.letter.text.split("/raad/").nth(1)).map(|rest| rest[..64].to_owned()).collect();
    assert_eq!(links.len(), body.len(), "each their own");
}
