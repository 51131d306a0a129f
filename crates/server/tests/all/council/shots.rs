//! Every page as a file, to be looked at in a browser: `TRECHTER_TEST_SHOTS=folder` names where. Without it nothing is
//! written, and the walk through the pages is the test.

use std::path::Path;

use engine::{ConsultationAct, Following, Response};

use super::world::{Council, note};

/// Keeps a page with its style within, so that it can be opened as a file.
async fn keep(council: &Council, name: &str, page: &str) {
    let Some(folder) = std::env::var_os("TRECHTER_TEST_SHOTS") else { return };
    let style = council.get("/raad.css").await.text();
    let page = page.replace("<link rel=\"stylesheet\" href=\"/raad.css\">", &format!("<style>{style}</style>"));
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(Path::new(&folder).join(format!("{name}.html")), page).expect("a page");
}

#[tokio::test]
async fn every_page_can_be_walked_through() {
    let council = Council::open().await;
    let number = council.ask_advice().await;
    let (chair, ria, coach) = (council.link("voorzitter").await, council.link("ria").await, council.link("coach").await);
    keep(&council, "01-begin-lid", &council.page(&ria).await).await;
    keep(&council, "02-stuk", &council.page(&format!("{ria}/stuk/1")).await).await;
    let path = format!("{ria}/mening");
    let choice = council.page(&path).await;
    keep(&council, "03-mening", &choice).await;
    keep(&council, "04-mening-fout", &council.fill(&path, &choice, &[]).await.text()).await;
    let why = council.fill(&path, &choice, &[("keuze", "maar")]).await.text();
    keep(&council, "05-waarom", &why).await;
    let check = council.fill(&path, &why, &[("waarom", "Ik wil een knop om te stoppen.")]).await.text();
    keep(&council, "06-mening-controle", &check).await;
    let done = council.whole(&path, &[&[("keuze", "maar")], &[("waarom", "Ik wil een knop om te stoppen.")]]).await;
    keep(&council, "07-mening-klaar", &done).await;
    keep(&council, "08-samen", &council.page(&format!("{chair}/samen")).await).await;
    keep(&council, "09-begin-voorzitter", &council.page(&chair).await).await;
    keep(&council, "10-begin-coach", &council.page(&coach).await).await;
    let time = format!("{ria}/tijd");
    keep(&council, "11-tijd", &council.page(&time).await).await;
    let path = format!("{chair}/advies");
    keep(&council, "12-advies", &council.page(&path).await).await;
    let advice: &[&[(&str, &str)]] = &[
        &[("oordeel", "positive_with_points")],
        &[("tekst", "De raad vindt het een goed plan.\n\nWel moeten de letters groter.")],
        &[("minderheid", "Een lid wil de app niet.")],
    ];
    let check = council.until_check(&path, advice).await;
    keep(&council, "13-advies-controle", &check).await;
    let coach_path = format!("{coach}/advies");
    let mut shown = council.page(&coach_path).await;
    let today = council.house.store.now().today.to_string();
    let steps: [&[(&str, &str)]; 6] = [
        &[("oordeel", "positive")],
        &[("tekst", "Goed.")],
        &[("minderheid", "")],
        &[("dag", &today)],
        &[("hoe", "vergadering")],
        &[],
    ];
    for (at, step) in steps.into_iter().enumerate() {
        shown = council.fill(&coach_path, &shown, step).await.text();
        keep(&council, &format!("14-coach-{at}"), &shown).await;
    }
    let done = council.whole(&path, advice).await;
    keep(&council, "15-advies-klaar", &done).await;
    let today = council.house.store.now().today;
    council.on("lead", number, ConsultationAct::Confer { on: today, note: note("Wij spraken over de letters.") }).await;
    let reason = note("De letters worden groter. Dat is in maart klaar.");
    let response = Response { following: Following::Partly, reason };
    council.on("lead", number, ConsultationAct::Respond { response }).await;
    keep(&council, "16-begin-na-antwoord", &council.page(&ria).await).await;
    council.ask("weten", "Wij gaan een app proberen.", Some("Wat is het?\n\nEen app om beter te slapen.")).await;
    keep(&council, "17-ter-informatie", &council.page(&council.link("or").await).await).await;
    keep(&council, "18-werkt-niet", &council.get("/raad/x").await.text()).await;
    let token = "0".repeat(64);
    let renewed = council.post(&format!("/raad/{token}/nieuw"), &[("token", &token)]).await.text();
    keep(&council, "19-nieuwe-link", &renewed).await;
}
