//! The complete funnel for mental health care as nine people, once with the API in this process and once over HTTP with mail:
//! the same story. Bodies are asked, deliberate in private and are answered; consent is withheld and given; use is allowed for
//! a while; things go wrong in use. Over HTTP everybody hears what they should, and nobody hears what is not theirs.

mod bodies;
mod in_use;
mod people;
mod vr;

use serde_json::{Value, json};
use tests::letters::compare;
use tests::life::{Life, Says};
use tests::postgres::Database;
use tests::site::Backend;

use bodies::{COUNCIL, agrees, each, open, the_council_is_heard};
use in_use::{ALL, a_signal_is_handled, a_year_passes, all_but, begins_use};
use people::{crisis_app, in_process, over_http};

/// What the first project is called.
const TITLE: &str = "Crisis-app";

/// Works until nothing is in the way, and lets the gate go; everybody who takes part then is told.
async fn go(life: &impl Life, who: &str, project: &str, gate: &str, title: &str) -> String {
    life.make_ready(project, gate).await;
    life.asked_to_review().await;
    let phase = life.decide(who, project, gate, "GO").await.0;
    life.heard(&each(&all_but(who), &format!("Besluit over '{title}': "))).await;
    phase
}

fn owned(letter: (&'static str, &str)) -> (&'static str, String) {
    (letter.0, letter.1.to_owned())
}

fn borrowed<'a>(letters: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    letters.iter().map(|(who, subject)| (*who, subject.as_str())).collect()
}

async fn the_whole_funnel(life: &impl Life) {
    let project = life.begin(TITLE, &crisis_app()).await;
    life.heard(&[]).await;
    changes_are_requested(life, &project).await;
    assert_eq!(go(life, "nurse", &project, "g0", TITLE).await, "verkenning");
    life.work(&project).await;
    life.asked_to_review().await;
    the_council_is_heard(life, &project).await;
    agrees(life, &project, "fg-advies", "fg").await;
    life.heard(&[
        ("fg", "Wilt u advies geven over 'Crisis-app'?"),
        ("lead", "De Functionaris gegevensbescherming geeft een positief advies over 'Crisis-app'"),
    ])
    .await;
    assert_eq!(go(life, "chair", &project, "g1", TITLE).await, "selectie");
    assert_eq!(go(life, "chair", &project, "g2", TITLE).await, "proef");
    life.work(&project).await;
    life.asked_to_review().await;
    two_bodies_agree(life, &project).await;
    assert_eq!(go(life, "chair", &project, "g3", TITLE).await, "invoering");
    life.work(&project).await;
    life.asked_to_review().await;
    consent_is_given(life, &project).await;
    life.make_ready(&project, "g4").await;
    assert_eq!(life.decide("chair", &project, "g4", "GO").await.0, "in-gebruik");
    life.heard(&borrowed(&begins_use(TITLE))).await;
    a_signal_is_handled(life, &project).await;
    a_year_passes(life).await;

    // What became of every consultation is there to be read, also when its gate was decided long ago.
    let register = "query($id: ID!) { project(id: $id) { consultationRegister { number body { key } last advice { verdict text } \
                    response { following reason } } } }";
    let data = life.data("client", register, json!({ "id": project })).await;
    let list = data["project"]["consultationRegister"].as_array().expect("a list");
    assert_eq!(list.len(), 6);
    let asked = list.iter().find(|one| one["number"] == 2).expect("the request");
    assert_eq!((&asked["last"], &asked["response"]["following"]), (&json!("ADVICE_ANSWERED"), &json!("PARTLY")));
}

/// The first version is sent back, and whoever wrote it hears so; the next is asked to be read again, also by who approved.
async fn changes_are_requested(life: &impl Life, project: &str) {
    let read = [("nurse", "Wilt u 'Ideeformulier' van 'Crisis-app' beoordelen? Graag uiterlijk")];
    life.rewrite("lead", project, "idee", "eerste").await;
    life.heard(&read).await;
    let (seen, ..) = life.seen("nurse", project, "idee").await;
    let review = json!({ "artefact": "idee", "party": "zorg", "verdict": "REQUEST_CHANGES", "note": "Voor wie is het niet?", "seenRevision": seen });
    life.act("nurse", "reviewRevision", "ReviewRevisionInput", project, review).await;
    life.heard(&[("lead", "Wilt u 'Ideeformulier' van 'Crisis-app' aanpassen? Gevraagd op")]).await;
    for version in ["tweede", "derde"] {
        life.rewrite("lead", project, "idee", version).await;
        life.heard(&read).await;
        life.approve("nurse", project, "idee", "zorg").await;
        life.heard(&[]).await;
    }
}

async fn two_bodies_agree(life: &impl Life, project: &str) {
    agrees(life, project, "raad-advies", "council").await;
    let mut expected = each(&COUNCIL, "Wilt u advies geven over 'Crisis-app'?");
    expected.extend(each(&["client", "coach"], "De Cliëntenraad heeft antwoord gegeven over 'Crisis-app'"));
    expected.push(("lead", "De Cliëntenraad geeft een positief advies over 'Crisis-app'"));
    life.heard(&expected).await;
    agrees(life, project, "expertgroep-advies", "nurse").await;
    life.heard(&[
        ("nurse", "Wilt u advies geven over 'Crisis-app'?"),
        ("lead", "De Expertgroep zorgapplicaties geeft een positief advies over 'Crisis-app'"),
    ])
    .await;
}

async fn consent_is_given(life: &impl Life, project: &str) {
    let number = open(life, project, "raad-instemming").await;
    life.heard(&each(&COUNCIL, "Stemt u in met 'Crisis-app'? U heeft tijd tot en met")).await;
    life.establish("council", project, number, Says { verdict: "CONSENT_GIVEN", text: "Wij stemmen in.", minority: "" })
        .await;
    let mut expected = each(&["client", "coach"], "De Cliëntenraad heeft antwoord gegeven over 'Crisis-app'");
    expected.push(("lead", "De Cliëntenraad stemt in met 'Crisis-app'"));
    life.heard(&expected).await;
}

async fn an_emergency(life: &impl Life) {
    let project = life.begin(TITLE, &crisis_app()).await;
    life.make_ready(&project, "g0").await;
    life.decide("nurse", &project, "g0", "GO").await;
    life.mail().await;
    let allow = |until: String, parties: &[&str]| {
        let heard: Vec<Value> = parties.iter().map(|party| json!({ "party": party, "said": "Gehoord." })).collect();
        json!({ "until": until, "reason": "Er is nu niets anders.", "heard": heard })
    };
    let all = ["zorg", "ict", "kwaliteit", "privacy-officer", "ciso"];
    let (kind, name) = ("AllowEmergencyUseInput", "allowEmergencyUse");
    let unheard = life.refused("chair", name, kind, &project, allow(life.in_days(10), &all[..3])).await;
    assert_eq!(unheard, "parties_not_heard");
    assert_eq!(life.refused("chair", name, kind, &project, allow(life.in_days(99), &all)).await, "emergency_term");
    life.act("chair", name, kind, &project, allow(life.in_days(10), &all)).await;
    let query = "query($id: ID!) { project(id: $id) { viewerCan conditions { kind due } emergency { open until spent tell { key } } \
                 timeline(first: 60) { edges { node { kind } } } } }";
    let used = life.data("chair", query, json!({ "id": project })).await["project"].take();
    assert_eq!((&used["emergency"]["open"], &used["emergency"]["until"]), (&json!(true), &json!(life.in_days(10))));
    let conditions = used["conditions"].as_array().expect("a list").len();
    assert!(conditions > 2, "what is missing becomes conditions: {used:#}");
    let mut expected =
        each(&["lead", "ict", "nurse", "architect", "fg"], "'Crisis-app' mag bij nood worden gebruikt, tot en met");
    expected.extend(each(&COUNCIL, "'Crisis-app' mag bij nood tijdelijk worden gebruikt, tot en met"));
    let (owners, told): (Vec<_>, Vec<_>) =
        life.mail().await.into_iter().partition(|letter| letter.subject.contains("afspraak"));
    if life.has_mail() {
        compare(&told, &expected);
        assert!(owners.len() >= conditions, "each condition has an owner who hears of it");
    }

    // It ends by itself, also when nobody was there.
    life.pass(20).await;
    let ended: Vec<_> = life.mail().await.into_iter().filter(|letter| !letter.subject.contains("fspraak")).collect();
    if life.has_mail() {
        compare(&ended, &each(&ALL, "Het tijdelijke gebruik van 'Crisis-app' is gestopt op"));
    }
    let over = life.data("chair", query, json!({ "id": project })).await["project"].take();
    assert_eq!((&over["emergency"]["open"], &over["emergency"]["spent"]), (&json!(false), &json!(true)));
    assert!(over["timeline"].to_string().contains("EMERGENCY_ENDED"));
    let twice = life.refused("chair", name, kind, &project, allow(life.in_days(10), &all)).await;
    assert_eq!(twice, "emergency_spent");
}

/// The story in this process.
macro_rules! in_this_process {
    ($story:expr, $url:expr) => {
        let world = in_process($url).await;
        $story(&world).await;
        let report = world.store.verify().await.expect("a report");
        assert!(report.findings.is_empty(), "{report:?}");
    };
}

/// The story over HTTP with mail, where somebody who has nothing to do with it hears nothing.
macro_rules! with_mail {
    ($story:expr, $backend:expr) => {
        let house = over_http($backend).await;
        house.mail().await;
        $story(&house).await;
        house.mail().await;
        let stranger = house.smtp.mails().iter().any(|mail| mail.to.iter().any(|to| to.starts_with("bystander@")));
        assert!(!stranger, "somebody who has nothing to do with it got mail");
        assert!(house.asked("U doet mee aan '") > 0, "nobody heard that it began");
        println!("journey over HTTP on {:?}: {} letters", $backend, house.smtp.mail_count());
        house.close().await;
    };
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nine_people_take_an_idea_into_use_on_sqlite() {
    in_this_process!(the_whole_funnel, None);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nine_people_take_an_idea_into_use_on_postgresql() {
    let database = Database::create().expect("a private PostgreSQL");
    in_this_process!(the_whole_funnel, Some(&database.url()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nine_people_take_an_idea_into_use_by_http_and_mail_on_sqlite() {
    with_mail!(the_whole_funnel, Backend::Sqlite);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nine_people_take_an_idea_into_use_by_http_and_mail_on_postgresql() {
    with_mail!(the_whole_funnel, Backend::Postgres);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_medical_device_waits_for_consent_by_http_and_mail_on_sqlite() {
    with_mail!(vr::a_treatment, Backend::Sqlite);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_medical_device_waits_for_consent_by_http_and_mail_on_postgresql() {
    with_mail!(vr::a_treatment, Backend::Postgres);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn emergency_use_ends_by_itself_on_sqlite() {
    with_mail!(an_emergency, Backend::Sqlite);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn emergency_use_ends_by_itself_on_postgresql() {
    let database = Database::create().expect("a private PostgreSQL");
    in_this_process!(an_emergency, Some(&database.url()));
}
