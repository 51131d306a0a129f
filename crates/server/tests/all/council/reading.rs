//! What a body is shown: the question, the summary, documents and files; and what it is only told.

use axum::http::{StatusCode, header};
use engine::ConsultationAct;

use super::world::{Council, PDF, note};

#[tokio::test]
async fn the_summary_and_the_documents_are_readable() {
    let council = Council::open().await;
    council.ask_advice().await;
    let ria = council.link("ria").await;
    let home = council.page(&ria).await;
    for part in [
        "<html lang=\"nl\">",
        "Wat vindt u van de slaapcoach-app?",
        "Hallo Demo ria.",
        "U heeft tijd tot en met",
        "<h3>Wat is het?</h3>",
        "<li>U kiest zelf of u de app gebruikt.</li>",
        "Altijd",
        "Zegt de raad niets, dan is dat geen ja.",
        "Uw eigen mening",
        "Samen bespreken",
        "Advies van de raad",
        "Demo voorzitter",
        "Vraag het uw coach: Demo coach.",
        "href=\"tel:000\"",
        "Liever op papier of aan de telefoon?",
        "Vraag om meer tijd",
    ] {
        assert!(home.contains(part), "{part} is not in {home}");
    }
    let document = council.page(&format!("{ria}/stuk/1")).await;
    for part in ["Wat kan er misgaan?", "U kunt er een lenen.", "maandag 2 november", "<p class=\"typed\">Ja</p>"] {
        assert!(document.contains(part), "{part} is not in {document}");
    }
    let summary = council.page(&format!("{ria}/stuk/0")).await;
    let path = format!("{ria}/bestand/{}", council.file);
    assert!(
        summary.contains(&path) && summary.contains(&format!("Uitleg met plaatjes.pdf ({} bytes)", PDF.len())),
        "{summary}"
    );
    let file = council.get(&path).await;
    assert_eq!((file.status, file.bytes.as_slice()), (StatusCode::OK, PDF));
    assert!(file.header(header::CONTENT_DISPOSITION).starts_with("attachment"));
    assert!(file.header(header::CONTENT_SECURITY_POLICY).ends_with("sandbox"));
    // Only what this body was shown: no other file of the project, and of nobody else.
    for id in ["x", "01a207d3-bcb2-77e2-a856-99b85dbe49c0"] {
        assert_eq!(council.get(&format!("{ria}/bestand/{id}")).await.status, StatusCode::NOT_FOUND, "{id}");
    }
    // The works council was not shown that file's document.
    council.ask("weten", "Wij gaan een app proberen.", Some("Wat is het?\n\nEen app.")).await;
    let works_council = council.link("or").await;
    assert_eq!(council.get(&format!("{works_council}/stuk/1")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_newer_version_is_not_shown_in_place_of_the_one_that_was_asked() {
    let council = Council::open().await;
    council.ask_advice().await;
    council.submit("samenvatting", &serde_json::json!({ "what": "Iets heel anders." }), Vec::new()).await;
    let home = council.page(&council.link("ria").await).await;
    assert!(home.contains("De app helpt u om beter te slapen.") && !home.contains("Iets heel anders."), "{home}");
}

#[tokio::test]
async fn a_body_that_is_told_sees_what_it_is_told_and_can_ask_to_be_asked() {
    let council = Council::open().await;
    council.ask("weten", "Wij gaan een app proberen.", Some("Wat is het?\n\nEen app om te slapen.")).await;
    let link = council.link("or").await;
    let home = council.page(&link).await;
    for part in ["Ter informatie", "Wij gaan een app proberen.", "Een app om te slapen.", "U hoeft niets te doen."] {
        assert!(home.contains(part), "{part} is not in {home}");
    }
    assert!(!home.contains("/mening") && !home.contains("In drie stappen"), "nothing is asked: {home}");
    assert!(home.contains("Ondernemingsraad") && home.contains("Bel Demo een"), "its own words, and no coach: {home}");
    let done = council.whole(&format!("{link}/verzoek"), &[&[("vraag", "Over de werkdruk van dit plan.")]]).await;
    assert!(done.contains("Het verzoek van de raad is vastgelegd"), "{done}");
    let state = council.state().await;
    assert_eq!(state.consultations.last, 2);
}

#[tokio::test]
async fn a_question_that_was_taken_back_says_so() {
    let council = Council::open().await;
    let number = council.ask_advice().await;
    let ria = council.link("ria").await;
    council.on("lead", number, ConsultationAct::Withdraw { reason: note("De leverancier stopt.") }).await;
    let home = council.page(&ria).await;
    assert!(home.contains("De vraag is ingetrokken") && home.contains("De leverancier stopt."), "{home}");
    assert!(!home.contains("/mening"), "{home}");
}
