//! Projects.

use reqwest::header::ORIGIN;
use serde_json::{Value, json};
use table::{Cell, Sheet};
use tests::acts::Acts as _;
use tests::site::{Backend, Site};
use time::{Date, Duration};

use super::{open, sent_as, text, wrong};
use crate::TRECHTER;

const BRING_IN: &str = "mutation($i: BringInProjectInput!) { bringInProject(input: $i) { project { id title phase { key } } \
                        receipt { replayed } } }";
const COUNT: &str = "{ projects(first: 50) { edges { node { id title } } } }";

/// The columns of the file, in an order of its own.
const COLUMNS: [&str; 10] = [
    "Titel",
    "Samenvatting",
    "Fase",
    "Projectleider",
    "Waarom",
    "Wie lost op",
    "Wanneer",
    "impact",
    "Trechter",
    "Opmerking van ons",
];

/// A row that can come in, with other cells in some places.
fn row(title: &str, due: Date, other: &[(usize, Cell)]) -> Vec<Cell> {
    let mut cells = vec![
        text(title),
        text("Een plan op zak."),
        text("Verkenning"),
        text("lead@zorg.example.test"),
        text("Het liep al."),
        text("OWNER@zorg.example.test"),
        Cell::Day(due),
        text("Middel"),
        Cell::Empty,
        text("Alleen voor ons"),
    ];
    for (at, cell) in other {
        cells[*at] = cell.clone();
    }
    cells
}

/// Ten rows that can come in, and after an empty row eight that cannot.
fn workbook(today: Date) -> Vec<u8> {
    let due = today + Duration::days(60);
    let mut rows: Vec<Vec<Cell>> = (1..=10).map(|at| row(&format!("Lopend project {at}"), due, &[])).collect();
    rows[1][6] = text(&format!("{:02}-{:02}-{}", due.day(), u8::from(due.month()), due.year()));
    rows[2][6] = text(&due.to_string());
    rows[3][8] = text("innovatietrechter-ggz");
    rows[4][2] = text("verkenning");
    rows.push(Vec::new());
    rows.extend([
        row("Iemand van elders", due, &[(3, text("lead@elders.example.test"))]),
        row("Geen adres", due, &[(5, text("Noor"))]),
        row("Andere fase", due, &[(2, text("Pilot"))]),
        row("Andere trechter", due, &[(8, text("trechter van elders"))]),
        row("Gisteren", today - Duration::days(1), &[]),
        row("Geen dag", due, &[(6, text("31-02-2027"))]),
        row("Ander antwoord", due, &[(7, text("Enorm"))]),
        row("", due, &[(1, Cell::Empty)]),
    ]);
    let columns = COLUMNS.map(|name| (name.to_owned(), 20)).to_vec();
    table::xlsx(&[Sheet { name: "Lijst".to_owned(), columns, rows }]).expect("a workbook")
}

async fn sent(site: &Site, who: &str, body: Vec<u8>) -> (u16, Value) {
    sent_as(site, "projects", who, body).await
}

async fn titles(site: &Site) -> Vec<String> {
    let data = site.data("administrator", COUNT, json!({})).await;
    let edges = data["projects"]["edges"].as_array().expect("a list").clone();
    let mut titles: Vec<String> = edges.iter().map(|edge| edge["node"]["title"].as_str().unwrap().to_owned()).collect();
    titles.sort();
    titles
}

/// Brings rows in as the screen does; gives whether each had come in before.
async fn bring_in(site: &Site, rows: &[Value]) -> Vec<bool> {
    let mut replayed = Vec::new();
    for row in rows {
        let mut input = row["input"].clone();
        input["key"] = row["key"].clone();
        let data = site.data("administrator", BRING_IN, json!({ "i": input })).await;
        let done = &data["bringInProject"];
        assert_eq!(done["project"]["phase"]["key"], "verkenning");
        replayed.push(done["receipt"]["replayed"].as_bool().expect("a flag"));
    }
    replayed
}

async fn ten_projects(backend: Backend) {
    let (ground, site, today, stranger) = open(backend).await;
    let file = workbook(today);
    assert_eq!(sent(&site, "lead", file.clone()).await.0, 403, "only an administrator");
    let (status, preview) = sent(&site, "administrator", file.clone()).await;
    assert_eq!(status, 200, "{preview:#}");
    assert_eq!((&preview["file"]["kind"], &preview["file"]["sheet"]), (&json!("xlsx"), &json!("Lijst")));
    assert_eq!(preview["problems"], json!([]));
    assert_eq!(preview["warnings"][0]["code"], "column_unknown");
    let rows = preview["rows"].as_array().expect("rows").clone();
    let (good, bad): (Vec<Value>, Vec<Value>) = rows.into_iter().partition(|row| !row["input"].is_null());
    assert_eq!(good.iter().map(|row| row["row"].as_u64().unwrap()).collect::<Vec<_>>(), (2..=11).collect::<Vec<_>>());
    for row in &good {
        assert_eq!((wrong(row), &row["warnings"], &row["project"]), (vec![], &json!([]), &Value::Null));
        assert_eq!(row["shown"]["lead"], "Test lead");
        assert_eq!(row["shown"]["owner"], "Test owner");
        assert_eq!(row["input"]["due"], (today + Duration::days(60)).to_string());
        assert_eq!(row["input"]["facts"], json!([{ "fact": "impact", "value": "middel" }]));
    }
    let told: Vec<_> = bad.iter().map(wrong).collect();
    let one = |cell: &str, code: &str| vec![(cell.to_owned(), code.to_owned())];
    let expected = [
        one("D13", "unknown_person"),
        one("F14", "no_address"),
        one("C15", "unknown_phase"),
        one("I16", "unknown_funnel"),
        one("G17", "date_not_ahead"),
        one("G18", "no_date"),
        one("H19", "fact_level"),
        [one("A20", "missing"), one("B20", "missing")].concat(),
    ];
    assert_eq!(told, expected, "{bad:#?}");
    assert_eq!(titles(&site).await, [""; 0], "a look brings in nothing");

    // The connection breaks after four of them; the same file again says which are in.
    assert_eq!(bring_in(&site, &good[..4]).await, [false; 4]);
    let (_, again) = sent(&site, "administrator", file).await;
    let here: Vec<bool> = again["rows"].as_array().unwrap().iter().map(|row| !row["project"].is_null()).collect();
    assert_eq!(here[..10], [true, true, true, true, false, false, false, false, false, false]);
    assert_eq!(again["rows"][0]["warnings"][0]["code"], "title_exists");
    assert_eq!(bring_in(&site, &good).await, [[true; 4].as_slice(), &[false; 6]].concat());
    assert_eq!(bring_in(&site, &good).await, [true; 10], "twice is once");
    let mut expected: Vec<String> = (1..=10).map(|at| format!("Lopend project {at}")).collect();
    expected.sort();
    assert_eq!(titles(&site).await, expected);

    let mut other = good[0]["input"].clone();
    other["key"] = good[0]["key"].clone();
    other["title"] = json!("Iets anders");
    assert_eq!(site.refusal("administrator", BRING_IN, json!({ "i": other })).await["code"], "KEY_REUSED");
    other["key"] = json!("another");
    other["ownerId"] = json!(stranger);
    assert_eq!(site.refusal("administrator", BRING_IN, json!({ "i": other })).await["code"], "NOT_FOUND", "not a colleague");

    let Site { server, .. } = site;
    assert_eq!(server.errors(), [""; 0]);
    assert!(server.stop().success());
    let (code, told) = ground.program(TRECHTER).verify();
    assert_eq!(code, Some(0), "{told}");
    assert!(told.starts_with("2 organisations, 10 projects, "), "{told}");
    println!("bring-in: 18 rows looked at, 10 projects in, sent 24 times, on {backend:?}");
}

#[tokio::test]
async fn ten_projects_come_in_from_a_workbook_on_sqlite() {
    ten_projects(Backend::Sqlite).await;
}

#[tokio::test]
async fn ten_projects_come_in_from_a_workbook_on_postgresql() {
    ten_projects(Backend::Postgres).await;
}

#[tokio::test]
async fn what_cannot_be_read_is_told_and_the_template_can() {
    let (_ground, site, today, _) = open(Backend::Sqlite).await;
    let rows = |count: usize| format!("titel\n{}", "Een project\n".repeat(count)).into_bytes();
    let bad = [
        (Vec::new(), 422, "table_empty"),
        (b"%PDF-1.7\nplain".to_vec(), 422, "table_type"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1].to_vec(), 422, "table_old_excel"),
        (workbook(today)[..3_000].to_vec(), 422, "table_damaged"),
        (rows(501), 422, "table_too_many_rows"),
        (rows(10_000), 422, "table_too_many_rows"),
    ];
    for (body, status, code) in bad {
        let (told, answer) = sent(&site, "administrator", body).await;
        assert_eq!((told, &answer["error"]["code"]), (status, &json!(code)), "{answer:#}");
        assert!(answer["error"]["message"]["nl"].as_str().is_some_and(|text| text.ends_with('.')));
    }
    let foreign = site.client.post(site.at("/bring-in/projects")).header(ORIGIN, "https://elsewhere.example.test");
    assert_eq!(site.send("administrator", foreign.body(rows(1))).await.status().as_u16(), 403, "another site");
    let nobody = site.client.post(site.at("/bring-in/projects")).body(rows(1)).send().await.expect("an answer");
    assert_eq!(nobody.status().as_u16(), 401);
    let (status, preview) = sent(&site, "administrator", rows(1)).await;
    let missing = preview["problems"].as_array().expect("a list");
    assert_eq!((status, missing.len()), (200, 6), "the trechter may be left out where there is one: {preview:#}");
    assert!(missing.iter().all(|problem| problem["code"] == "column_missing"));

    // Titles twice, as Excel saves them in Western Europe.
    let due = today + Duration::days(9);
    let line = |title: &str| format!("{title};Zin;Idee;lead@zorg.example.test;Liep al;owner@zorg.example.test;{due}\r\n");
    let text = format!(
        "titel;samenvatting;fase;projectleider;waarom;wie lost op;wanneer\r\n{}{}",
        line("Cliënt-app"),
        line("CLIËNT-APP")
    );
    let western = text.chars().map(|c| u8::try_from(u32::from(c)).expect("a byte")).collect();
    let (_, preview) = sent(&site, "administrator", western).await;
    assert_eq!(preview["warnings"][0]["code"], "windows_1252");
    assert_eq!(preview["rows"][0]["title"], "Cliënt-app");
    assert_eq!(preview["rows"][1]["warnings"][0]["code"], "title_twice");

    for file in ["projecten.xlsx", "projecten.csv"] {
        let path = format!("/bring-in/projects/{file}");
        let reply = site.get("administrator", &path).await;
        assert_eq!(reply.status().as_u16(), 200);
        assert!(reply.headers()["content-disposition"].to_str().unwrap().contains(file));
        let read = table::read(&reply.bytes().await.expect("bytes")).expect("a table");
        let names: Vec<_> = read.header.cells.iter().filter_map(Cell::words).collect();
        assert_eq!(names[..3], ["titel", "samenvatting", "trechter"]);
        assert!(names.contains(&"impact".to_owned()), "{names:?}");
        assert_eq!(site.get("lead", &path).await.status().as_u16(), 403);
    }
    let english = site.get("administrator", "/bring-in/projects/projects.csv").await.bytes().await.expect("bytes");
    let names: Vec<_> = table::read(&english).expect("a table").header.cells.iter().filter_map(Cell::words).collect();
    assert_eq!(names[..3], ["title", "summary", "funnel"]);
    assert_eq!(site.get("administrator", "/bring-in/projects/x.xlsx").await.status().as_u16(), 404);
    assert_eq!(site.get("administrator", "/bring-in/people/projecten.csv").await.status().as_u16(), 404);

    // Last: the server answers before it has read all of it, and closes the connection.
    let (told, answer) = sent(&site, "administrator", vec![b'x'; 4_000_001]).await;
    assert_eq!((told, &answer["error"]["code"]), (413, &json!("table_too_large")));
}
