//! Files that show something: evidence of the organisation, and minutes of what was answered elsewhere.

use engine::Role;
use reqwest::header::CONTENT_TYPE;
use serde_json::{Value, json};
use tests::acts::{Acts as _, Asked as _, REVIEW_DOCUMENT, answers, unique};
use tests::settle::{Cast, Plan, settle_with};
use tests::site::{Backend, Ground, Site};

use crate::TRECHTER;

/// Who is there.
const PEOPLE: &[Cast] = &[
    Cast { name: "administrator", parties: &[], roles: &[Role::Administrator], language: "nl" },
    Cast { name: "lead", parties: &["innovatie"], roles: &[], language: "nl" },
    Cast { name: "care", parties: &["zorg"], roles: &[], language: "nl" },
    Cast { name: "ict", parties: &["ict"], roles: &[], language: "nl" },
    Cast { name: "outsider", parties: &[], roles: &[], language: "nl" },
];

/// The first part of the funnel, in which ICT enters what care answers.
fn source() -> String {
    const CARE: &str = "    name: { nl: Zorg, en: Care }\n";
    let (_, source) = funnel::shipped::FIRST_PART;
    let source = source.replacen(CARE, &format!("{CARE}    recorded_by: [ict]\n"), 1);
    assert!(source.contains("recorded_by: [ict]"));
    source
}

async fn open(backend: Backend) -> (Ground, Site) {
    let ground = Ground::new(backend);
    let store = ground.store().await;
    let plan = Plan {
        name: "Demo zorg",
        domain: "zorg.example.test",
        mark: "",
        people: PEOPLE,
        password_hash: Some("nobody signs in with this"),
        without_account: &[],
    };
    let settled = settle_with(&store, &plan, &source()).await;
    let mut cookies = Vec::new();
    for cast in PEOPLE {
        cookies.push((cast.name, settled.cookie(&store, cast.name).await));
    }
    store.close().await;
    let mut site = Site::new(ground.program(TRECHTER).serve(), settled);
    for (who, cookie) in cookies {
        site.let_in(who, cookie);
    }
    (ground, site)
}

/// Sends a PDF for something; gives the status and the answer.
async fn upload(site: &Site, who: &str, place: &str, name: &str) -> (u16, Value) {
    let body = format!(
        "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n%PDF-1.7 {name}\r\n--edge--\r\n"
    );
    let request = site.client.post(site.at(&format!("/files?{place}")));
    let reply = site.send(who, request.header(CONTENT_TYPE, "multipart/form-data; boundary=edge").body(body)).await;
    (reply.status().as_u16(), reply.json().await.expect("JSON"))
}

async fn evidence(site: &Site) {
    let define = "mutation($i: DefineEvidenceInput!) { defineEvidence(input: $i) { organisation { id } } }";
    let kind = json!({ "key": unique("define"), "kind": "nen7510", "nameNl": "Norm", "nameEn": "Norm",
                       "submittedBy": ["ict"], "judgedBy": "kwaliteit", "validDays": 365 });
    site.data("administrator", define, json!({ "i": kind })).await;
    assert_eq!(upload(site, "care", "evidence=nen7510", "x.pdf").await.0, 403, "another party submits it");
    assert_eq!(upload(site, "ict", "evidence=iets", "x.pdf").await.0, 404);
    for place in ["", "evidence=nen7510&artefact=idee", "supplier=x", "project=x"] {
        assert_eq!(upload(site, "ict", place, "x.pdf").await.0, 400, "{place}");
    }
    let (status, file) = upload(site, "ict", "evidence=nen7510", "certificaat.pdf").await;
    assert_eq!(status, 201, "{file:#}");
    let submit = "mutation($i: SubmitEvidenceInput!) { submitEvidence(input: $i) { organisation { evidence { \
                  of { kind } files { id name url } } } } }";
    let input = json!({ "key": unique("submit"), "kind": "nen7510", "fileIds": [file["id"]], "validUntil": "2999-01-01" });
    let data = site.data("ict", submit, json!({ "i": input })).await;
    let kept = &data["submitEvidence"]["organisation"]["evidence"][0]["files"][0];
    assert_eq!((&kept["id"], &kept["name"]), (&file["id"], &json!("certificaat.pdf")));
    let url = kept["url"].as_str().expect("an address");
    assert_eq!(site.get("outsider", url).await.status().as_u16(), 200, "everybody may see what all projects rest on");
}

async fn minutes(site: &Site) {
    let (project, other) = (site.start("lead").await, site.start("lead").await);
    site.submit("lead", &project, "idee", &answers("idee", "")).await;
    let place = format!("record={project}");
    assert_eq!(upload(site, "lead", &place, "x.pdf").await.0, 403, "the lead records nothing for others");
    assert_eq!(upload(site, "outsider", &place, "x.pdf").await.0, 404, "what may not be seen is not there");
    let (status, file) = upload(site, "ict", &place, "verslag.pdf").await;
    assert_eq!(status, 201, "{file:#}");
    let (_, elsewhere) = upload(site, "ict", &format!("record={other}"), "ander.pdf").await;

    let (seen, ..) = site.seen("ict", &project, "idee").await;
    let care = site.settled().who("care").id().to_string();
    let today = today();
    let input = |file: &Value| {
        json!({ "i": { "key": unique("behalf"), "projectId": project, "artefact": "idee", "party": "zorg",
            "verdict": "APPROVE", "seenRevision": seen,
            "onBehalf": { "personId": care, "heldOn": today, "presentIds": [care], "minutesFileId": file } } })
    };
    let refusal = site.refusal("ict", REVIEW_DOCUMENT, input(&elsewhere["id"])).await;
    assert_eq!(refusal["code"], "NOT_FOUND", "a file of another project");
    site.data("ict", REVIEW_DOCUMENT, input(&file["id"])).await;
    let told = "query($id: ID!) { project(id: $id) { timeline(first: 50) { edges { node { onBehalf { minutes \
                minutesFile { id name url } } } } } } }";
    let data = site.data("lead", told, json!({ "id": project })).await;
    let edges = data["project"]["timeline"]["edges"].as_array().expect("a list").clone();
    let shown: Vec<&Value> =
        edges.iter().map(|edge| &edge["node"]["onBehalf"]["minutesFile"]).filter(|file| file.is_object()).collect();
    assert_eq!(shown.len(), 1, "{edges:#?}");
    assert_eq!((&shown[0]["id"], &shown[0]["name"]), (&file["id"], &json!("verslag.pdf")));
    let url = shown[0]["url"].as_str().expect("an address");
    assert_eq!(site.get("lead", url).await.status().as_u16(), 200);
    assert_eq!(site.get("outsider", url).await.status().as_u16(), 404);
}

/// Today, where the provider is.
fn today() -> String {
    let zone = server::config::Settings::defaults().expect("defaults").zone;
    persistence::Clock::now(&server::SystemClock::new(zone)).today.to_string()
}

async fn files(backend: Backend) {
    let (ground, site) = open(backend).await;
    evidence(&site).await;
    minutes(&site).await;
    let Site { server, .. } = site;
    assert_eq!(server.errors(), [""; 0]);
    assert!(server.stop().success());
    let (code, told) = ground.program(TRECHTER).verify();
    assert_eq!(code, Some(0), "{told}");
}

#[tokio::test]
async fn evidence_and_minutes_come_in_as_files_on_sqlite() {
    files(Backend::Sqlite).await;
}

#[tokio::test]
async fn evidence_and_minutes_come_in_as_files_on_postgresql() {
    files(Backend::Postgres).await;
}
