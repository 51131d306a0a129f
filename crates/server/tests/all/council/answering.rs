//! Opinions, the advice of the chair, what the coach enters, more time: each step on a screen of its own.

use axum::http::{StatusCode, header};
use engine::{AdviceVerdict, ConsultationAct, Following, OrganisationCommand, Response, Step};
use persistence::{IdempotencyKey, OrganisationRequest, PageRequest};

use super::world::{Council, hidden, note, party};

const OPINION: &[&[(&str, &str)]] = &[&[("keuze", "maar")], &[("waarom", "Ik wil een knop om te stoppen.")]];
const ADVICE: &[&[(&str, &str)]] =
    &[&[("oordeel", "positive_with_points")], &[("tekst", "Goed plan. Maak de letters groter.")], &[("minderheid", "")]];

#[tokio::test]
async fn a_member_gives_an_opinion_and_changes_it() {
    let council = Council::open().await;
    council.ask_advice().await;
    let ria = council.link("ria").await;
    let path = format!("{ria}/mening");
    let done = council.whole(&path, OPINION).await;
    assert!(done.contains("Uw mening is bewaard"), "{done}");
    let home = council.page(&ria).await;
    assert!(home.contains("Wijzig uw mening") && home.contains("1 van de 3 leden"), "{home}");
    council.whole(&path, &[&[("keuze", "weet-niet")], &[("waarom", "")]]).await;
    // Another member reads the last one; who gave none is named.
    let together = council.page(&format!("{}/samen", council.link("voorzitter").await)).await;
    assert!(together.contains("Ik weet het niet") && !together.contains("knop om te stoppen"), "{together}");
    assert!(together.contains("Demo jan") && together.contains("U heeft zelf nog geen mening"), "{together}");
}

#[tokio::test]
async fn two_members_at_once_both_succeed() {
    let council = Council::open().await;
    council.ask_advice().await;
    let (ria, jan) = (council.link("ria").await, council.link("jan").await);
    let (ria, jan) = (format!("{ria}/mening"), format!("{jan}/mening"));
    let (one, two) = tokio::join!(council.whole(&ria, OPINION), council.whole(&jan, OPINION));
    assert!(one.contains("Uw mening is bewaard") && two.contains("Your opinion is saved"), "each in their own language");
    let together = council.page(&format!("{}/samen", council.link("coach").await)).await;
    assert!(together.contains("Demo ria") && together.contains("Demo jan"), "{together}");
}

#[tokio::test]
async fn the_chair_establishes_the_advice_and_everybody_reads_what_became_of_it() {
    let council = Council::open().await;
    let number = council.ask_advice().await;
    let (chair, ria) = (council.link("voorzitter").await, council.link("ria").await);
    let path = format!("{chair}/advies");
    let check = council.until_check(&path, ADVICE).await;
    assert!(check.contains(">Advies vastleggen<") && check.contains("Ja, als er iets anders gaat"), "{check}");
    assert!(check.matches(">Wijzig <").count() == 3, "each answer can be changed: {check}");
    // Changing one answer comes back to the check page.
    let again = council.fill(&path, &check, &[("naar", "tekst")]).await.text();
    assert!(again.contains("Maak de letters groter.</textarea>"), "{again}");
    let check = council.fill(&path, &again, &[("tekst", "Goed plan. Maak alles groter.")]).await.text();
    assert!(check.contains("Maak alles groter.") && check.contains("name=\"vastleggen\""), "{check}");
    let reply = council.fill(&path, &check, &[("vastleggen", "ja")]).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    let done = council.page(reply.header(header::LOCATION)).await;
    assert!(done.contains("Het advies van de raad is vastgelegd") && done.contains("Kenmerk: 1-"), "{done}");
    assert!(
        done.contains("U krijgt een e-mail als") && done.contains("Er wordt rond"),
        "what happens next, and when: {done}"
    );
    assert!(matches!(council.state().await.consultations.standing[&number].step, Step::Advised));

    let home = council.page(&ria).await;
    assert!(home.contains("Ons advies") && home.contains("heeft nog niet geantwoord"), "{home}");
    assert!(!home.contains("/mening"), "nothing is asked any more: {home}");
    let today = council.house.store.now().today;
    council.on("lead", number, ConsultationAct::Confer { on: today, note: note("Wij spraken elkaar.") }).await;
    let response = Response { following: Following::Partly, reason: note("De letters worden groter.\n\nDe rest later.") };
    council.on("lead", number, ConsultationAct::Respond { response }).await;
    let home = council.page(&ria).await;
    assert!(
        home.contains("doet een deel van wat de raad adviseert") && home.contains("De letters worden groter."),
        "{home}"
    );
    assert!(home.contains("Wij spraken elkaar.") && home.contains("Het besluit mag pas vanaf"), "{home}");
    let mails = council.mails().await;
    let told = mails.iter().filter(|mail| mail.letter.subject.starts_with("Dit doen wij met uw advies"));
    assert_eq!(told.count(), 3, "the chair, a member and the coach; the third member reads English");
}

#[tokio::test]
async fn a_double_press_is_one_act() {
    let council = Council::open().await;
    council.ask_advice().await;
    let path = format!("{}/advies", council.link("voorzitter").await);
    let check = council.until_check(&path, ADVICE).await;
    let press = || council.fill(&path, &check, &[("vastleggen", "ja")]);
    let (one, two) = tokio::join!(press(), press());
    let three = press().await;
    for reply in [one, two, three] {
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    }
    let log = council.house.store.consultation(&council.principal("lead"), council.project, 1).await.expect("a log");
    assert_eq!(log.events.len(), 2, "asked and answered: {log:?}");
    // Another device with another check page finds out, and loses nothing.
    let other = council.get(&path).await;
    assert!(other.status == StatusCode::NOT_FOUND && other.text().contains("Dit kan hier niet"));
}

#[tokio::test]
async fn what_was_typed_is_never_lost() {
    let council = Council::open().await;
    let number = council.ask("instemming", "Stemt u in met de regels?", Some("Wat is het?\n\nEr komen regels.")).await;
    let path = format!("{}/advies", council.link("voorzitter").await);
    // Nothing chosen: the summary on top leads to the question.
    let first = council.page(&path).await;
    assert!(first.contains("Ja, wij stemmen in") && !first.contains("Nee, liever niet"), "words of this right: {first}");
    let wrong = council.fill(&path, &first, &[]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text().contains("<a href=\"#oordeel\">Kies een antwoord.</a>"), "{}", wrong.text());
    let text = council.fill(&path, &first, &[("oordeel", "consent_given")]).await.text();
    let long = "a".repeat(10_001);
    let wrong = council.fill(&path, &text, &[("tekst", &long)]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text().contains("10001") && wrong.text().contains(&long), "it is all there still");
    let minority = council.fill(&path, &text, &[("tekst", "Ja <b>graag</b> & \"snel\".")]).await.text();
    let check = council.fill(&path, &minority, &[("minderheid", "Een lid twijfelt.")]).await.text();
    assert!(check.contains("Ja &#60;b&#62;graag&#60;/b&#62; &#38; &#34;snel&#34;."), "{check}");

    // Meanwhile the lead puts a new summary before the council.
    let summary = Some(note("Er komen ook regels voor bezoek."));
    council.on("lead", number, ConsultationAct::ReviseSummary { summary }).await;
    let conflict = council.fill(&path, &check, &[("vastleggen", "ja")]).await;
    assert_eq!(conflict.status, StatusCode::CONFLICT);
    let shown = conflict.text();
    assert!(shown.contains("De uitleg is veranderd op") && shown.contains("Een lid twijfelt."), "{shown}");
    assert!(council.state().await.consultations.standing[&number].is_asked(), "nothing was established");
    let reply = council.fill(&path, &shown, &[("vastleggen", "ja")]).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "who read it can go on: {}", reply.text());

    // A second chair's page finds the answer there, and keeps what was typed.
    let late = council.fill(&path, &check, &[("vastleggen", "ja"), ("sleutel", "another")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.text().contains("Er is al een antwoord") && late.text().contains("Een lid twijfelt."), "{}", late.text());
}

#[tokio::test]
async fn the_coach_enters_what_was_said_in_a_meeting_and_the_chair_can_contest_it() {
    let council = Council::open().await;
    let number = council.ask_advice().await;
    let coach = council.link("coach").await;
    let today = council.house.store.now().today.to_string();
    let ria = council.people["ria"].to_string();
    let jan = council.people["jan"].to_string();
    // First an opinion that somebody gave by phone.
    let opinion: &[&[(&str, &str)]] = &[
        &[("wie", &ria)],
        &[("keuze", "nee")],
        &[("waarom", "Te ingewikkeld")],
        &[("dag", &today)],
        &[("hoe", "telefoon")],
    ];
    let done = council.whole(&format!("{coach}/mening"), opinion).await;
    assert!(done.contains("De mening is bewaard"), "{done}");
    let together = council.page(&format!("{coach}/samen")).await;
    assert!(together.contains("Te ingewikkeld") && together.contains("Ingevuld door Demo coach"), "{together}");
    // Then the advice of the meeting. A day in the future, or more votes than people, is refused with its reason.
    let path = format!("{coach}/advies");
    let shown = council.page(&path).await;
    let shown = council.fill(&path, &shown, &[("oordeel", "negative")]).await.text();
    let shown = council.fill(&path, &shown, &[("tekst", "Doe dit niet.")]).await.text();
    let day = council.fill(&path, &shown, &[("minderheid", "")]).await.text();
    let refused = council.fill(&path, &day, &[("dag", "2999-01-01")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let shown = council.fill(&path, &day, &[("dag", &today)]).await.text();
    let shown = council.fill(&path, &shown, &[("hoe", "vergadering")]).await.text();
    let shown = council.fill(&path, &shown, &[("aanwezig", &ria), ("aanwezig", &jan)]).await.text();
    let refused = council.fill(&path, &shown, &[("voor", "twee")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Vul een heel getal in") && refused.text().contains("value=\"twee\""));
    let shown = council.fill(&path, &shown, &[("voor", "0"), ("tegen", "9"), ("onthouden", "")]).await.text();
    let check = council.fill(&path, &shown, &[("verslag", "Punt 4 van het verslag.")]).await.text();
    assert!(check.contains("Demo ria, Demo jan") && check.contains("9 tegen"), "{check}");
    let refused = council.fill(&path, &check, &[("vastleggen", "ja")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text());
    assert!(refused.text().contains("Dit is niet gelukt") && refused.text().contains("Punt 4 van het verslag."));
    let shown = council.fill(&path, &refused.text(), &[("naar", "stemmen")]).await.text();
    let check = council.fill(&path, &shown, &[("voor", "0"), ("tegen", "2"), ("onthouden", "")]).await.text();
    let reply = council.fill(&path, &check, &[("vastleggen", "ja")]).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    let done = council.page(reply.header(header::LOCATION)).await;
    for told in ["Ingevuld door Demo coach, namens Demo voorzitter", "<li>Demo ria</li><li>Demo jan</li>", "0 voor, 2 tegen"]
    {
        assert!(done.contains(told), "{told}: {done}");
    }
    let home = council.page(&council.link("voorzitter").await).await;
    assert!(home.contains("Waaruit het blijkt") && home.contains("Punt 4 van het verslag."), "{home}");

    let mails = council.mails().await;
    let asked: Vec<_> = mails.iter().filter(|mail| mail.letter.subject.starts_with("Klopt dit?")).collect();
    assert!(asked.len() == 1 && asked[0].to_address == "voorzitter@een.example", "{asked:?}");
    let chair = council.link("voorzitter").await;
    let done = council.whole(&format!("{chair}/klopt-niet"), &[&[("reden", "Wij stemden verdeeld.")]]).await;
    assert!(done.contains("U zei dat het antwoord niet klopte"), "{done}");
    assert!(council.state().await.consultations.standing[&number].is_asked(), "the council answers again");
    assert!(council.page(&chair).await.contains("De raad kan opnieuw antwoorden"));
}

#[tokio::test]
async fn the_coach_sends_the_minutes_of_the_meeting_as_a_file() {
    let council = Council::open().await;
    council.ask_advice().await;
    let coach = council.link("coach").await;
    let today = council.house.store.now().today.to_string();
    let path = format!("{coach}/advies");
    let screens: [&[(&str, &str)]; 6] = [
        &[("oordeel", "negative")],
        &[("tekst", "Doe dit niet.")],
        &[("minderheid", "")],
        &[("dag", &today)],
        &[("hoe", "vergadering")],
        &[],
    ];
    let mut shown = council.page(&path).await;
    for filled in screens {
        shown = council.fill(&path, &shown, filled).await.text();
    }
    let shown = council.fill(&path, &shown, &[("voor", ""), ("tegen", "")]).await.text();
    assert!(shown.contains("enctype=\"multipart/form-data\"") && shown.contains("type=\"file\""), "{shown}");

    // Nothing, a file that is not taken, and an empty one are told; what was typed stays.
    let none = council.fill_with_file(&path, &shown, &[("verslag", " ")], ("", b"")).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.text().contains("of kies een bestand"), "{}", none.text());
    let script = council.fill_with_file(&path, &shown, &[("verslag", "Punt 4")], ("a.sh", b"#!/bin/sh\n")).await;
    assert_eq!(script.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(script.text().contains("Dit soort bestand kan niet") && script.text().contains("Punt 4"), "{}", script.text());
    let empty = council.fill_with_file(&path, &shown, &[("verslag", "")], ("leeg.pdf", b"")).await;
    assert!(empty.text().contains("Dit bestand is leeg"), "{}", empty.text());
    let large = vec![b'x'; 300 * 1024];
    let large = council.fill_with_file(&path, &shown, &[("verslag", std::str::from_utf8(&large).unwrap())], ("", b"")).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);

    let minutes = ("Verslag <raad>.pdf", b"%PDF-1.7 verslag".as_slice());
    let both = council.fill_with_file(&path, &shown, &[("verslag", "Punt 4")], minutes).await;
    assert!(both.text().contains("Kies één van de twee") && both.text().contains("Verslag raad.pdf"), "{}", both.text());
    let away = council.fill_with_file(&path, &both.text(), &[("verslag", ""), ("bestand-weg", "ja")], ("", b"")).await;
    assert!(away.text().contains("of kies een bestand"), "{}", away.text());
    let check = council.fill_with_file(&path, &both.text(), &[("verslag", "")], ("", b"")).await;
    assert_eq!(check.status, StatusCode::OK);
    let check = check.text();
    assert!(check.contains("Verslag raad.pdf") && check.contains("name=\"vastleggen\""), "{check}");

    // An id of no file, as somebody could put into the page.
    let id = hidden(&check).into_iter().find(|(name, _)| name == "bestand-id").expect("a file").1;
    let wrong = check.replace(&id, "01890000-0000-7000-8000-000000000000");
    let wrong = council.fill(&path, &wrong, &[("vastleggen", "ja")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text().contains("Dit bestand is er niet meer"), "{}", wrong.text());
    let reply = council.fill(&path, &check, &[("vastleggen", "ja")]).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    let twice = council.fill(&path, &check, &[("vastleggen", "ja")]).await;
    assert_eq!(twice.status, StatusCode::SEE_OTHER, "{}", twice.text());

    // The provider reads the file beside what was recorded.
    let lead = council.principal("lead");
    let file = engine::FileId(id.parse().expect("an id"));
    let (row, _) = council.house.store.open_file(&lead, file).await.expect("a file");
    assert_eq!((row.name.as_str(), row.media_type.as_str()), ("Verslag raad.pdf", "application/pdf"));
    let log = council.house.store.timeline(&lead, council.project, &PageRequest::start()).await.expect("a timeline");
    assert!(format!("{log:?}").contains(&format!("{file:?}")), "the record names the file");

    // So does the council itself, and only this council: the chair says whether it is right.
    let chair = council.link("voorzitter").await;
    let home = council.page(&chair).await;
    assert!(home.contains("Waaruit het blijkt") && home.contains("Verslag raad.pdf"), "{home}");
    let read = council.get(&format!("{chair}/bestand/{id}")).await;
    assert_eq!((read.status, read.text().as_str()), (StatusCode::OK, "%PDF-1.7 verslag"));
    council.ask("weten", "Wij gaan een app proberen.", Some("Wat is het?\n\nEen app.")).await;
    let works = council.link("or").await;
    assert!(!council.page(&works).await.contains("Verslag raad.pdf"));
    assert_eq!(council.get(&format!("{works}/bestand/{id}")).await.status, StatusCode::NOT_FOUND);

    // A member sends no files, and a wrong secret in the body takes nothing in.
    let ria = council.link("ria").await;
    let sent = council.fill_with_file(&format!("{ria}/mening"), &shown, &[], minutes).await;
    assert_eq!(sent.status, StatusCode::BAD_REQUEST, "the secret of another link");
}

#[tokio::test]
async fn more_time_is_asked_given_and_refused() {
    let council = Council::open().await;
    let number = council.ask_advice().await;
    let ria = council.link("ria").await;
    let due = council.state().await.consultations.standing[&number].term.expect("a term").due;
    let later = |days: i64| (due + time::Duration::days(days)).to_string();
    let path = format!("{ria}/tijd");
    let shown = council.page(&path).await;
    let refused = council.fill(&path, &shown, &[("tot", &due.to_string())]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "not the day it has already");
    let done = council.whole(&path, &[&[("tot", &later(14))], &[("reden", "Wij vergaderen pas daarna.")]]).await;
    assert!(done.contains("De raad heeft om meer tijd gevraagd"), "{done}");
    assert!(council.page(&ria).await.contains("De raad vroeg om meer tijd"));
    council.on("lead", number, ConsultationAct::KeepTerm { reason: note("De leverancier wacht.") }).await;
    assert!(council.page(&ria).await.contains("De leverancier wacht."));
    council.on("lead", number, ConsultationAct::Extend { until: due + time::Duration::days(14) }).await;
    let home = council.page(&ria).await;
    assert!(!home.contains("De leverancier wacht."), "{home}");
    let mails = council.mails().await;
    for subject in ["Geen extra tijd voor", "U heeft meer tijd voor"] {
        assert!(mails.iter().any(|mail| mail.letter.subject.starts_with(subject)), "{subject}");
    }
}

#[tokio::test]
async fn after_a_new_summary_the_chair_chooses_the_term() {
    let council = Council::open().await;
    let number = council.ask("instemming", "Stemt u in?", Some("Er komen regels.")).await;
    council.house.clock.by(std::time::Duration::from_hours(48));
    let summary = Some(note("Er komen andere regels."));
    council.on("lead", number, ConsultationAct::ReviseSummary { summary }).await;
    let chair = council.link("voorzitter").await;
    let home = council.page(&chair).await;
    assert!(home.contains("De uitleg is veranderd op") && home.contains("Er komen andere regels."), "{home}");
    let ria = council.link("ria").await;
    assert_eq!(council.get(&format!("{ria}/termijn")).await.status, StatusCode::NOT_FOUND, "the chair's alone");
    let done = council.whole(&format!("{chair}/termijn"), &[&[("keuze", "houden")]]).await;
    assert!(done.contains("De raad heeft tijd tot en met"), "{done}");
    let known = &council.state().await.consultations.standing[&number];
    assert!(known.term_before.is_none() && known.is_asked());
}

#[tokio::test]
async fn an_answer_that_rests_on_an_old_document_is_confirmed() {
    let council = Council::open().await;
    let number = council.ask_advice().await;
    let chair = council.link("voorzitter").await;
    let positive: &[&[(&str, &str)]] = &[&[("oordeel", "positive")], &[("tekst", "Goed.")], &[("minderheid", "")]];
    council.whole(&format!("{chair}/advies"), positive).await;
    let summary = serde_json::json!({ "what": "Een app, nu ook voor uw tablet." });
    council.submit("samenvatting", &summary, Vec::new()).await;
    let path = format!("{chair}/bevestigen");
    assert!(council.page(&chair).await.contains("Zeg of ons antwoord nog klopt"));
    let check = council.until_check(&path, &[&[("keuze", "nee")]]).await;
    let refused = council.fill(&path, &check, &[("vastleggen", "ja")]).await;
    assert!(refused.text().contains("Bel dan uw coach"), "{}", refused.text());
    let done = council.whole(&path, &[&[("keuze", "ja")]]).await;
    assert!(done.contains("Het antwoord van de raad blijft staan"), "{done}");
    let known = council.state().await.consultations.standing[&number].clone();
    assert!(matches!(known.step, Step::Settled { .. }));
    assert!(!council.page(&chair).await.contains("Zeg of ons antwoord nog klopt"));
}

#[tokio::test]
async fn advice_after_the_term_still_counts() {
    let council = Council::open().await;
    let number = council.ask_advice().await;
    let chair = council.link("voorzitter").await;
    let due = council.state().await.consultations.standing[&number].term.expect("a term").due;
    // Past the term by the organisation's own calendar.
    let days = u64::try_from((due - council.house.store.now().today).whole_days()).expect("ahead") + 2;
    council.house.clock.by_days(days);
    council.house.store.execute_due().await.expect("time acts");
    let home = council.page(&chair).await;
    assert!(home.contains("U kunt nog antwoorden"), "{home}");
    let done = council.whole(&format!("{chair}/advies"), ADVICE).await;
    assert!(done.contains("Het advies van de raad is vastgelegd"), "{done}");
    let advised = council.state().await.consultations.standing[&number].advised.clone().expect("advice");
    assert_eq!(advised.advice.verdict, AdviceVerdict::PositiveWithPoints);
}

#[tokio::test]
async fn a_chair_who_is_away_is_stood_in_for() {
    let council = Council::open().await;
    council.ask_advice().await;
    let path = format!("{}/advies", council.link("ria").await);
    assert_eq!(council.get(&path).await.status, StatusCode::NOT_FOUND, "a member does not speak for the council");
    let today = council.house.store.now().today;
    let command = OrganisationCommand::Delegate {
        party: party("clientenraad"),
        from: council.people["voorzitter"],
        to: council.people["ria"],
        first: today,
        last: today,
    };
    let request = OrganisationRequest { key: IdempotencyKey::parse("away").expect("a key"), command };
    council.house.store.execute_organisation(&council.principal("voorzitter"), request).await.expect("delegated");
    let done = council.whole(&path, ADVICE).await;
    assert!(done.contains("door Demo ria"), "{done}");
}
