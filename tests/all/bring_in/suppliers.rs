//! Suppliers and what they have on file.

use reqwest::header::ORIGIN;
use serde_json::{Value, json};
use table::{Cell, Sheet};
use tests::acts::Acts as _;
use tests::site::{Backend, Site};
use time::{Date, Duration};

use super::{open, sent_as, text, wrong};
use crate::TRECHTER;

const BRING_IN: &str = "mutation($i: BringInSupplierInput!) { bringInSupplier(input: $i) { organisation { version } \
                        receipt { replayed firstSequence lastSequence } } }";
const EVIDENCE: &str = "{ organisation { version suppliers { key name } evidence { of { kind supplier } revision text \
                        saysValidUntil standing authors { name } } } }";

async fn sent(site: &Site, who: &str, body: Vec<u8>) -> (u16, Value) {
    sent_as(site, "suppliers", who, body).await
}

/// Two kinds of which each supplier has its own, and one of the organisation; a supplier that is known.
async fn settle(site: &Site) {
    let define = "mutation($i: DefineEvidenceInput!) { defineEvidence(input: $i) { organisation { version } } }";
    for (key, nl, en, of_supplier) in [
        ("iso27001", "Certificaat ISO 27001", "ISO 27001 certificate", true),
        ("sla", "Afspraken over de dienst (SLA)", "Service agreement", true),
        ("nen7510", "NEN 7510-toets", "NEN 7510 assessment", false),
    ] {
        let input = json!({ "i": { "key": key, "kind": key, "nameNl": nl, "nameEn": en, "ofSupplier": of_supplier,
                                   "submittedBy": ["zorg"], "judgedBy": "ict", "validDays": 365 } });
        site.data("administrator", define, input).await;
    }
    let name = "mutation($i: NameSupplierInput!) { nameSupplier(input: $i) { organisation { version } } }";
    let input = json!({ "i": { "key": "known", "supplier": "demo-modules", "name": "Demo Modules" } });
    site.data("administrator", name, input).await;
}

const COLUMNS: [&str; 7] =
    ["Leverancier", "Sleutel", "Soort bewijs", "Omschrijving", "Nummer", "Geldig tot en met", "Contact"];

fn row(name: &str, key: &str, kind: &str, told: &str, number: &str, until: Cell) -> Vec<Cell> {
    vec![text(name), text(key), text(kind), text(told), text(number), until, text("Alleen voor ons")]
}

/// Six rows that can come in, one that is here, and after an empty row those that cannot come in.
fn workbook(today: Date) -> Vec<u8> {
    let until = today + Duration::days(300);
    let typed = text(&format!("{:02}-{:02}-{}", until.day(), u8::from(until.month()), until.year()));
    let certificate = |name: &str, key: &str| row(name, key, "iso27001", "Certificaat", "", Cell::Empty);
    let mut rows = vec![
        row(
            "Café Zorgsoftware B.V.",
            "",
            "Certificaat ISO 27001",
            "Door Demo Keuring, voor hosting.",
            "12345",
            Cell::Day(until),
        ),
        row("café  zorgsoftware b.v.", "", "service agreement", "", "SLA-7", typed),
        row("Demo Modules", "", "ISO27001", "Certificaat", "", text(&until.to_string())),
        row("Andere Modules", "demo-modules-nl", "iso27001", "Certificaat", "", Cell::Empty),
        row("Alleen een naam", "", "", "", "", Cell::Empty),
        row("3M Demo", "", "sla", "Oud contract", "", Cell::Day(today - Duration::days(10))),
        row("Demo Modules", "", "", "", "", Cell::Empty),
        Vec::new(),
    ];
    rows[3][4] = Cell::Number(42.0);
    rows.extend([
        certificate("", ""),
        row("Demo A", "", "nen7510", "Toets", "", Cell::Empty),
        row("Demo B", "", "", "Certificaat", "", Cell::Empty),
        row("Demo C", "", "sla", "", "", Cell::Empty),
        row("Demo D", "", "sla", "Contract", "", text("31-02-2027")),
        row("Demo E", "", "sla", "Contract", "", text("2206-01-01")),
        row("Demo F", "Geen Sleutel", "sla", "Contract", "", Cell::Empty),
        row("Demo Modules BV", "demo-modules", "sla", "Contract", "", Cell::Empty),
        row("Café Zorgsoftware B.V.", "", "sla", "Nog een", "", Cell::Empty),
        row("Andere naam", "demo-modules-nl", "sla", "Contract", "", Cell::Empty),
        row("Andere Modules", "anders", "sla", "Contract", "", Cell::Empty),
        row("日本", "", "sla", "Contract", "", Cell::Empty),
        row("Demo G", "", "sla", "Contract", "", Cell::Number(46_000.0)),
        row(&"x".repeat(121), "", "sla", "Contract", "", Cell::Empty),
    ]);
    let columns = COLUMNS.map(|name| (name.to_owned(), 20)).to_vec();
    table::xlsx(&[Sheet { name: "Lijst".to_owned(), columns, rows }]).expect("a workbook")
}

/// Brings rows in as the screen does; gives whether each had come in before.
async fn bring_in(site: &Site, rows: &[Value]) -> Vec<bool> {
    let mut replayed = Vec::new();
    for row in rows {
        let mut input = row["input"].clone();
        input["key"] = row["key"].clone();
        let data = site.data("administrator", BRING_IN, json!({ "i": input })).await;
        replayed.push(data["bringInSupplier"]["receipt"]["replayed"].as_bool().expect("a flag"));
    }
    replayed
}

fn codes(row: &Value) -> Vec<&str> {
    row["warnings"].as_array().expect("a list").iter().filter_map(|warning| warning["code"].as_str()).collect()
}

fn here(preview: &Value) -> Vec<bool> {
    preview["rows"].as_array().expect("rows").iter().map(|row| row["here"] == true).collect()
}

async fn ten_rows(backend: Backend) {
    let (ground, site, today, _) = open(backend).await;
    settle(&site).await;
    let file = workbook(today);
    assert_eq!(sent(&site, "lead", file.clone()).await.0, 403, "only an administrator");
    let before = site.data("administrator", EVIDENCE, json!({})).await;
    let (status, preview) = sent(&site, "administrator", file.clone()).await;
    assert_eq!(status, 200, "{preview:#}");
    assert_eq!((&preview["problems"], &preview["warnings"][0]["code"]), (&json!([]), &json!("column_unknown")));
    let rows = preview["rows"].as_array().expect("rows").clone();
    let (good, bad): (Vec<Value>, Vec<Value>) = rows.into_iter().partition(|row| !row["input"].is_null());
    assert_eq!(good.iter().map(|row| row["row"].as_u64().unwrap()).collect::<Vec<_>>(), (2..=8).collect::<Vec<_>>());
    let said: Vec<_> = good.iter().map(codes).collect();
    assert_eq!(said, [vec![], vec![], vec![], vec![], vec![], vec!["evidence_expired"], vec!["supplier_twice"]]);
    let keys: Vec<_> = good.iter().map(|row| row["input"]["supplier"].as_str().unwrap()).collect();
    let cafe = "cafe-zorgsoftware-b-v";
    assert_eq!(keys, [cafe, cafe, "demo-modules", "demo-modules-nl", "alleen-een-naam", "n-3m-demo", "demo-modules"]);
    assert_eq!(good[0]["input"]["text"], "Door Demo Keuring, voor hosting.\nNummer: 12345");
    assert_eq!(good[3]["input"]["text"], "Certificaat\nNummer: 42");
    let shown = json!({ "kind": "Afspraken over de dienst (SLA)", "judgedBy": "ICT", "text": "Nummer: SLA-7",
                        "validUntil": (today + Duration::days(300)).to_string() });
    assert_eq!(good[1]["shown"], shown);
    assert_eq!(here(&preview).iter().filter(|here| **here).count(), 1, "the row that only names a known supplier");
    let one = |cell: &str, code: &str| vec![(cell.to_owned(), code.to_owned())];
    let expected = [
        one("A10", "missing"),
        one("C11", "unknown_kind"),
        one("C12", "kind_missing"),
        one("D13", "evidence_empty"),
        one("F14", "no_date"),
        one("F15", "date_unlikely"),
        one("B16", "supplier_key"),
        one("A17", "supplier_other_name"),
        one("C18", "evidence_twice"),
        one("A19", "supplier_two_names"),
        one("A20", "supplier_two_keys"),
        one("A21", "supplier_no_key"),
        one("F22", "date_form"),
        one("A23", "too_long"),
    ];
    assert_eq!(bad.iter().map(wrong).collect::<Vec<_>>(), expected, "{bad:#?}");
    assert_eq!(site.data("administrator", EVIDENCE, json!({})).await, before, "a look brings in nothing");

    // The connection breaks after three of them; the same file again says which are in.
    assert_eq!(bring_in(&site, &good[..3]).await, [false; 3]);
    let (_, again) = sent(&site, "administrator", file.clone()).await;
    assert_eq!(here(&again)[..7], [true, true, true, false, false, false, true]);
    assert_eq!(bring_in(&site, &good[..6]).await, [true, true, true, false, false, false]);
    assert_eq!(bring_in(&site, &good[..6]).await, [true; 6], "twice is once");
    let known = site.data("administrator", EVIDENCE, json!({})).await["organisation"].clone();
    let named = known["suppliers"].as_array().expect("a list").len();
    assert_eq!(named, 5, "{known:#}");
    let of = |kind: &str, supplier: &str| {
        let all = known["evidence"].as_array().expect("a list");
        all.iter().find(|one| one["of"]["kind"] == kind && one["of"]["supplier"] == supplier).expect("evidence").clone()
    };
    let certificate = of("iso27001", cafe);
    assert_eq!((&certificate["revision"], &certificate["standing"]), (&json!(1), &json!("UNJUDGED")));
    assert_eq!(certificate["authors"][0]["name"], "Test administrator");
    assert_eq!(of("sla", "alleen-een-naam")["standing"], "MISSING");
    the_next_list(&site, today).await;

    let Site { server, .. } = site;
    assert_eq!(server.errors(), [""; 0]);
    assert!(server.stop().success());
    let (code, told) = ground.program(TRECHTER).verify();
    assert_eq!(code, Some(0), "{told}");
    println!("bring-in: 21 rows of suppliers looked at, 6 in, sent 15 times, on {backend:?}");
}

/// Another file with a row that is here in the same words, and one that renews; and what the act itself refuses.
async fn the_next_list(site: &Site, today: Date) {
    let list = "supplier;kind of evidence;description;number;valid until\r\n\
                3M Demo;sla;Oud contract;;EARLIER\r\nDemo Modules;iso27001;Nieuw certificaat;;2999\r\n";
    let list = list.replace("EARLIER", &(today - Duration::days(10)).to_string());
    let list = list.replace("2999", &(today + Duration::days(700)).to_string());
    let (_, preview) = sent(site, "administrator", list.into_bytes()).await;
    assert_eq!(here(&preview), [true, false], "{preview:#}");
    let renewed = preview["rows"][1].clone();
    assert_eq!(codes(&renewed), ["evidence_renews"]);
    assert_eq!(bring_in(site, std::slice::from_ref(&renewed)).await, [false]);
    let one = "query($k: String!, $s: String) { organisation { evidenceOf(kind: $k, supplier: $s) { revision text } } }";
    let now = site.data("owner", one, json!({ "k": "iso27001", "s": "demo-modules" })).await;
    assert_eq!(now["organisation"]["evidenceOf"], json!({ "revision": 2, "text": "Nieuw certificaat" }));

    let judge = "mutation($i: JudgeEvidenceInput!) { judgeEvidence(input: $i) { organisation { version } } }";
    let answer =
        json!({ "i": { "key": "j", "kind": "iso27001", "supplier": "demo-modules", "revision": 2, "sufficient": true } });
    site.data("owner", judge, answer).await;

    let mut other = renewed["input"].clone();
    other["key"] = renewed["key"].clone();
    other["text"] = json!("Iets anders");
    assert_eq!(site.refusal("administrator", BRING_IN, json!({ "i": other })).await["code"], "KEY_REUSED");
    other["key"] = json!("another");
    assert_eq!(site.refusal("lead", BRING_IN, json!({ "i": other })).await["code"], "REJECTED");
    other["kind"] = json!("nen7510");
    assert_eq!(site.refusal("administrator", BRING_IN, json!({ "i": other })).await["code"], "REJECTED", "not of suppliers");
    other["kind"] = Value::Null;
    assert_eq!(site.refusal("administrator", BRING_IN, json!({ "i": other })).await["code"], "INPUT_INVALID");
}

#[tokio::test]
async fn suppliers_come_in_from_a_workbook_on_sqlite() {
    ten_rows(Backend::Sqlite).await;
}

#[tokio::test]
async fn suppliers_come_in_from_a_workbook_on_postgresql() {
    ten_rows(Backend::Postgres).await;
}

#[tokio::test]
async fn limits_are_told_and_the_template_can_be_read() {
    let (_ground, site, ..) = open(Backend::Sqlite).await;
    let rows = |count: usize| format!("leverancier\n{}", "Een leverancier\n".repeat(count)).into_bytes();
    let bad = [
        (Vec::new(), 422, "table_empty"),
        (b"%PDF-1.7\nplain".to_vec(), 422, "table_type"),
        (rows(10_000), 422, "table_too_many_rows"),
    ];
    for (body, status, code) in bad {
        let (told, answer) = sent(&site, "administrator", body).await;
        assert_eq!((told, &answer["error"]["code"]), (status, &json!(code)), "{answer:#}");
    }
    let foreign = site.client.post(site.at("/bring-in/suppliers")).header(ORIGIN, "https://elsewhere.example.test");
    assert_eq!(site.send("administrator", foreign.body(rows(1))).await.status().as_u16(), 403, "another site");

    // Nothing is settled yet: names can come in, evidence cannot. Together they stay within what an organisation names.
    let list = "leverancier;bewijs;nummer\nDemo A;;\nDemo B;iso27001;7\n".as_bytes().to_vec();
    let (_, preview) = sent(&site, "administrator", list).await;
    assert_eq!(preview["rows"][1]["problems"][0]["code"], "no_kinds", "{preview:#}");
    assert!(preview["rows"][0]["input"]["kind"].is_null() && !preview["rows"][0]["input"].is_null());
    let (status, preview) = sent(&site, "administrator", b"soort bewijs\nsla\n".to_vec()).await;
    assert_eq!((status, &preview["problems"][0]["code"]), (200, &json!("column_missing")));

    settle(&site).await;
    let names: String = (1..=500).map(|at| format!("Demo {at};sla;{at}\n")).collect();
    let (_, preview) = sent(&site, "administrator", format!("leverancier;bewijs;nummer\n{names}").into_bytes()).await;
    let rows = preview["rows"].as_array().expect("rows");
    let fit = rows.iter().filter(|row| !row["input"].is_null()).count();
    assert_eq!(fit, engine::limits::ORGANISATION_EVIDENCE, "each row is looked at after those before it");
    assert_eq!(rows[fit]["problems"][0]["code"], "supplier_limit");

    for (file, first) in [
        ("leveranciers.xlsx", ["leverancier", "sleutel", "soort bewijs"]),
        ("leveranciers.csv", ["leverancier", "sleutel", "soort bewijs"]),
        ("suppliers.xlsx", ["supplier", "key", "kind of evidence"]),
        ("suppliers.csv", ["supplier", "key", "kind of evidence"]),
    ] {
        let path = format!("/bring-in/suppliers/{file}");
        let reply = site.get("administrator", &path).await;
        assert_eq!(reply.status().as_u16(), 200);
        assert!(reply.headers()["content-disposition"].to_str().unwrap().contains(file));
        let empty = reply.bytes().await.expect("bytes").to_vec();
        let read = table::read(&empty).expect("a table");
        let names: Vec<_> = read.header.cells.iter().filter_map(Cell::words).collect();
        assert_eq!((&names[..3], read.rows.len()), (first.map(str::to_owned).as_slice(), 0));
        let (_, preview) = sent(&site, "administrator", empty).await;
        let told: Vec<_> = preview["problems"].as_array().unwrap().iter().map(|said| said["code"].clone()).collect();
        assert_eq!(told, ["no_supplier_rows"], "every column of the template is known");
        assert_eq!(site.get("lead", &path).await.status().as_u16(), 403);
    }
    assert_eq!(site.get("administrator", "/bring-in/suppliers/projecten.xlsx").await.status().as_u16(), 404);
}
