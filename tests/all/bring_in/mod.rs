//! What exists already comes in from a file: a look at every row first, then each row once, on both databases.

mod projects;
mod suppliers;

use engine::Role;
use reqwest::header::CONTENT_TYPE;
use serde_json::Value;
use table::Cell;
use tests::settle::Cast;
use tests::site::{Backend, Ground, Site};
use time::Date;

use crate::TRECHTER;

/// Who is there.
const PEOPLE: &[Cast] = &[
    Cast { name: "administrator", parties: &[], roles: &[Role::Administrator], language: "nl" },
    Cast { name: "lead", parties: &["zorg"], roles: &[], language: "nl" },
    Cast { name: "owner", parties: &["ict"], roles: &[], language: "nl" },
];

fn text(text: &str) -> Cell {
    Cell::text(text)
}

/// A provider at a server, beside another one.
async fn open(backend: Backend) -> (Ground, Site, Date, String) {
    let ground = Ground::new(backend);
    let store = ground.store().await;
    let today = store.now().today;
    let settled = ground.settle(&store, "Demo zorg", "zorg.example.test", PEOPLE).await;
    let elders = ground.settle(&store, "Demo elders", "elders.example.test", PEOPLE).await;
    let mut cookies = Vec::new();
    for cast in PEOPLE {
        cookies.push((cast.name, settled.cookie(&store, cast.name).await));
    }
    let stranger = elders.who("owner").id().to_string();
    store.close().await;
    let mut site = Site::new(ground.program(TRECHTER).serve(), settled);
    for (who, cookie) in cookies {
        site.let_in(who, cookie);
    }
    (ground, site, today, stranger)
}

/// Sends a file to look at.
async fn sent_as(site: &Site, what: &str, who: &str, body: Vec<u8>) -> (u16, Value) {
    let address = site.at(&format!("/bring-in/{what}"));
    let request = site.client.post(address).header(CONTENT_TYPE, "application/octet-stream");
    let reply = site.send(who, request.body(body)).await;
    (reply.status().as_u16(), reply.json().await.expect("JSON"))
}

/// What is wrong in a row: cell and code.
fn wrong(row: &Value) -> Vec<(String, String)> {
    let problems = row["problems"].as_array().expect("a list");
    let word = |problem: &Value, name: &str| problem[name].as_str().unwrap_or_default().to_owned();
    problems.iter().map(|problem| (word(problem, "cell"), word(problem, "code"))).collect()
}
