//! What a link opens, and what it does not.

use std::time::Duration;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};

use engine::Command;

use super::world::{Council, form, hidden, note, party};

/// Everything that hangs below a link.
const PAGES: [&str; 14] = [
    "",
    "/mening",
    "/samen",
    "/advies",
    "/tijd",
    "/termijn",
    "/bevestigen",
    "/klopt-niet",
    "/verzoek",
    "/werkt",
    "/stuk/0",
    "/stuk/99",
    "/klaar/advies",
    "/nieuw",
];

async fn events(council: &Council) -> u64 {
    council.house.store.verify().await.expect("a report").events
}

#[tokio::test]
async fn a_scanner_that_opens_and_presses_everything_does_nothing() {
    let council = Council::open().await;
    council.ask_advice().await;
    let before = (events(&council).await, council.mails().await.len());
    for who in ["voorzitter", "ria", "coach"] {
        let link = council.link(who).await;
        for page in PAGES {
            for method in [Method::HEAD, Method::GET] {
                let request = Request::builder().method(method).uri(format!("{link}{page}")).body(Body::empty());
                let reply = council.house.send(request.expect("a request")).await;
                assert!(reply.status.is_success() || reply.status.is_client_error(), "{page}: {}", reply.status);
                assert!(!reply.headers.contains_key(header::SET_COOKIE), "{page}");
                assert_eq!(reply.header(header::CACHE_CONTROL), "no-store", "{page}");
                assert_eq!(reply.header(header::REFERRER_POLICY), "no-referrer", "{page}");
                assert!(reply.header(header::CONTENT_SECURITY_POLICY).starts_with("default-src 'none'"), "{page}");
            }
        }
        // It presses the first button of each form as it stands, and again of what that gives.
        for page in ["/mening", "/advies", "/tijd"].into_iter().filter(|page| who != "ria" || *page != "/advies") {
            let path = format!("{link}{page}");
            let mut shown = council.page(&path).await;
            for _ in 0..4 {
                shown = council.fill(&path, &shown, &[]).await.text();
            }
            let all = hidden(&shown);
            assert!(!all.iter().any(|(name, _)| name == "sleutel"), "it never reaches the check page: {shown}");
            // And presses what it would find there, with nothing filled in.
            let reply = council.fill(&path, &shown, &[("vastleggen", "ja"), ("sleutel", "x")]).await;
            assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", reply.text());
        }
    }
    assert_eq!((events(&council).await, council.mails().await.len()), before, "nothing happened");
    let link = council.link("ria").await;
    let done = council.whole(&format!("{link}/mening"), &[&[("keuze", "ja")], &[("waarom", "")]]).await;
    assert!(done.contains("Uw mening is bewaard"), "the person's own answer still works: {done}");
}

#[tokio::test]
async fn the_secret_is_needed_in_the_body_too() {
    let council = Council::open().await;
    council.ask_advice().await;
    let (ria, chair) = (council.link("ria").await, council.link("voorzitter").await);
    let path = format!("{ria}/mening");
    let token = |link: &str| link.trim_start_matches("/raad/").to_owned();
    for other in ["", "x", token(&chair).as_str()] {
        let reply = council.post(&path, &[("token", other), ("stap", "keuze"), ("keuze", "ja")]).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{other}");
    }
    // A form on another site cannot know the secret; and where a browser tells of it, it is refused anyway.
    let pairs = [("token", token(&ria)), ("stap", "keuze".to_owned()), ("keuze", "ja".to_owned())];
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    for (name, value, status) in [
        ("sec-fetch-site", "cross-site", StatusCode::FORBIDDEN),
        ("sec-fetch-site", "same-site", StatusCode::FORBIDDEN),
        ("origin", "https://elders.example", StatusCode::FORBIDDEN),
        ("sec-fetch-site", "same-origin", StatusCode::OK),
        ("origin", "null", StatusCode::OK),
    ] {
        let request = Request::post(&path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(name, value)
            .body(Body::from(form(&pairs)));
        assert_eq!(council.house.send(request.expect("a request")).await.status, status, "{name}: {value}");
    }
    let json = Request::post(&path).header(header::CONTENT_TYPE, "application/json").body(Body::from("{}"));
    assert_eq!(council.house.send(json.expect("a request")).await.status, StatusCode::BAD_REQUEST);
    let large = Request::post(&path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(format!("token={}&tekst={}", token(&ria), "a".repeat(300 * 1024))));
    assert!(council.house.send(large.expect("a request")).await.status.is_client_error());
}

#[tokio::test]
async fn a_forwarded_link_is_its_owner_and_says_so() {
    let council = Council::open().await;
    council.ask_advice().await;
    let ria = council.link("ria").await;
    // Whoever opens it reads for whom it is. It can give that one member's opinion, and nothing of the chair's.
    let home = council.page(&ria).await;
    assert!(home.contains("Deze bladzijde is van Demo ria. Bent u dat niet? Sluit dan deze bladzijde."), "{home}");
    assert_eq!(council.get(&format!("{ria}/advies")).await.status, StatusCode::NOT_FOUND);
    let posted =
        [("token", ria.trim_start_matches("/raad/")), ("oordeel", "positive"), ("tekst", "x"), ("vastleggen", "ja")];
    let reply = council.post(&format!("{ria}/advies"), &posted).await;
    assert_eq!(reply.status, StatusCode::CONFLICT, "{}", reply.text());
    assert!(council.state().await.consultations.standing[&1].is_asked());
    // It opens no session: the API, files and other projects stay shut.
    let api = council.house.post("/graphql", "", &serde_json::json!({ "query": "{ viewer { person { id } } }" })).await;
    assert_eq!(api.status, StatusCode::UNAUTHORIZED);
    assert_eq!(council.get(&format!("/files/{}", council.file)).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_link_that_ended_offers_a_new_one_and_tells_nothing() {
    let council = Council::open().await;
    council.ask_advice().await;
    let ria = council.link("ria").await;
    let unknown = format!("/raad/{}", "0".repeat(64));
    council.house.clock.by_days(200);
    let token = |link: &str| link.trim_start_matches("/raad/").to_owned();
    let blank = |reply: &crate::house::Reply, link: &str| reply.text().replace(&token(link), "…");
    let (ended, nobody) = (council.get(&ria).await, council.get(&unknown).await);
    assert_eq!((ended.status, nobody.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
    assert_eq!(blank(&ended, &ria), blank(&nobody, &unknown), "they cannot be told apart");
    assert!(ended.text().contains("Stuur mij een nieuwe link"));
    let before = council.mails().await.len();
    let ask = |link: String| {
        let council = &council;
        async move { council.post(&format!("{link}/nieuw"), &[("token", &token(&link))]).await }
    };
    let (sent, silent) = (ask(ria.clone()).await, ask(unknown.clone()).await);
    assert_eq!((sent.status, silent.status), (StatusCode::OK, StatusCode::OK));
    assert_eq!(sent.text(), silent.text());
    let mails = council.mails().await;
    assert_eq!(mails.len(), before + 1, "one letter, to the address on file");
    assert_eq!(
        (mails[0].to_address.as_str(), &*mails[0].letter.subject),
        ("ria@een.example", "Uw nieuwe link voor 'Slaapcoach'")
    );
    let fresh = council.link("ria").await;
    assert_ne!(fresh, ria);
    assert!(council.page(&fresh).await.contains("U kunt nog antwoorden"));
    for _ in 0..6 {
        ask(ria.clone()).await;
    }
    assert_eq!(council.mails().await.len(), before + 3, "three in a day");
}

#[tokio::test]
async fn the_link_of_somebody_who_left_is_like_one_that_nobody_has() {
    let council = Council::open().await;
    council.ask_advice().await;
    let ria = council.link("ria").await;
    council.page(&ria).await;
    let organisation = council.house.organisation;
    council.house.store.remove_member(organisation, &party("clientenraad"), council.people["ria"]).await.expect("gone");
    for page in PAGES {
        let reply = council.get(&format!("{ria}{page}")).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{page}");
        assert!(!reply.text().contains("slaapcoach"), "{}", reply.text());
    }
    let before = council.mails().await.len();
    council.post(&format!("{ria}/nieuw"), &[("token", ria.trim_start_matches("/raad/"))]).await;
    assert_eq!(council.mails().await.len(), before);
}

#[tokio::test]
async fn who_went_over_to_another_body_gets_no_link_to_the_page_of_the_old_one() {
    let council = Council::open().await;
    council.ask_advice().await;
    let before = council.link("jan").await;
    let (store, organisation) = (&council.house.store, council.house.organisation);
    store.remove_member(organisation, &party("clientenraad"), council.people["ria"]).await.expect("gone");
    store.set_member(organisation, &party("ondernemingsraad"), council.people["ria"], false).await.expect("a member");
    let outcome = engine::Outcome::Hold { review_on: store.now().today.saturating_add(time::Duration::days(30)) };
    let gate = engine::GateKey::parse("g0").expect("a key");
    let (motivation, lessons) = (note("Wij wachten op de leverancier."), None);
    let decision = Command::DecideGate { gate, outcome, motivation, lessons, conditions: Vec::new() };
    council.act("bestuur", decision).await.expect("a decision");
    let mails = council.mails().await;
    let to_ria = mails.iter().find(|mail| mail.to_address == "ria@een.example").expect("a letter");
    assert!(
        to_ria.letter.text.contains("Het besluit: Even wachten"),
        "it says all there is to know: {}",
        to_ria.letter.text
    );
    assert!(!to_ria.letter.text.contains("/raad/"), "{}", to_ria.letter.text);
    let link = council.link("jan").await;
    assert_ne!(link, before, "who stayed has a fresh one");
    council.page(&link).await;
}

#[tokio::test]
async fn garbage_is_answered_like_any_unknown_link() {
    let council = Council::open().await;
    for garbage in ["x".to_owned(), "a".repeat(10_000), "%00%ff%fe".to_owned(), "..%2f..%2fetc".to_owned(), "Ω".repeat(60)]
    {
        let uri: String = garbage.chars().map(|c| if c.is_ascii() { c.to_string() } else { "%CE%A9".to_owned() }).collect();
        for page in ["", "/mening", "/stuk/0", "/bestand/x", "/klaar/advies", "/stuk/x"] {
            let reply = council.get(&format!("/raad/{uri}{page}")).await;
            assert_eq!(reply.status, StatusCode::NOT_FOUND, "{page}: {}", reply.status);
            assert!(reply.text().contains("Deze link werkt niet"), "{}", reply.text());
            assert!(reply.bytes.len() < 8_000, "what cannot be ours is not repeated");
        }
    }
    let request = Request::get(format!("/raad/{}", "0".repeat(64))).header(header::ACCEPT_LANGUAGE, "en-GB,nl");
    let english = council.house.send(request.body(Body::empty()).expect("a request")).await;
    assert!(english.text().contains("This link does not work"));
}

#[tokio::test]
async fn the_script_hears_when_a_link_stops_working() {
    let council = Council::open().await;
    council.ask_advice().await;
    let ria = council.link("ria").await;
    let works = council.get(&format!("{ria}/werkt")).await;
    let home = council.page(&ria).await;
    assert!(home.contains(&format!("data-version=\"{}\"", works.text())), "{home}");
    council.house.clock.by(Duration::from_hours(24 * 200));
    assert_eq!(council.get(&format!("{ria}/werkt")).await.status, StatusCode::NOT_FOUND);
    for (path, kind) in [("/raad.css", "text/css; charset=utf-8"), ("/raad.js", "text/javascript; charset=utf-8")] {
        let reply = council.get(path).await;
        assert_eq!((reply.status, reply.header(header::CONTENT_TYPE)), (StatusCode::OK, kind));
    }
}
