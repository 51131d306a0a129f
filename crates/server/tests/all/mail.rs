//! The worker: what happens becomes mail, and what happens to mail is remembered.

use std::collections::BTreeSet;
use std::time::Duration;

use engine::{ArtefactKey, Command, PartyKey, Seen, Stage};
use persistence::{DeliveryItem, DeliveryStatus, IdempotencyKey, Limit, NewPerson, PageRequest, Principal, Request, Text};
use serde_json::json;
use server::worker;
use tests::smtp::{At, Fault, SmtpServer};

use crate::house::{House, text};

/// A house with one colleague who reviews ideas for care, and an idea that waits for that.
async fn house(smtp: Option<&SmtpServer>) -> House {
    let url = smtp.map(SmtpServer::url);
    let mut pairs = vec![("TRECHTER_PROFILE", "development"), ("TRECHTER_MAIL_FROM", "trechter@een.example")];
    pairs.extend(url.as_deref().map(|url| ("TRECHTER_SMTP_URL", url)));
    let house = House::with(&pairs).await;
    // The colleague comes later, and was nobody to write to when the project began.
    let worker = worker(&house.app).expect("a worker");
    while worker.mail().await.expect("work") {}
    let colleague = NewPerson {
        account: None,
        name: text("Demo collega"),
        email: Text::parse("collega@een.example", Limit::Address).expect("an address"),
        function: text("behandelaar"),
        roles: BTreeSet::new(),
        language: "nl".into(),
    };
    let colleague = house.store.create_person(house.organisation, colleague).await.expect("a person");
    let care = PartyKey::parse("zorg").expect("a key");
    house.store.set_member(house.organisation, &care, colleague, false).await.expect("a member");
    let words = json!({ "need": "n", "goal": "g", "audience": "a", "measure": "m" }).to_string();
    let command = Command::SubmitRevision {
        artefact: ArtefactKey::parse("idee").expect("a key"),
        stage: Stage::Final,
        answers: Some(Text::parse(&words, Limit::Answers).expect("answers")),
        files: Vec::new(),
    };
    let lead = engine::Person { id: house.lead, function: String::new(), roles: BTreeSet::new() };
    let principal = Principal { organisation: house.organisation, actor: engine::Actor::Person(lead) };
    let request = Request { key: IdempotencyKey::parse("submit").expect("a key"), seen: Seen::default(), command };
    house.store.execute(&principal, house.project, request).await.expect("a revision");
    house
}

/// Does all the work there is now, and gives the one mail as it stands.
async fn work(house: &House) -> DeliveryItem {
    let worker = worker(&house.app).expect("a worker");
    while worker.mail().await.expect("work") {}
    let system = Principal::system(house.organisation);
    let mut page = house.store.deliveries(&system, &PageRequest::start()).await.expect("deliveries");
    assert_eq!(page.items.len(), 1);
    page.items.remove(0)
}

#[tokio::test]
async fn a_review_is_asked_for_once() {
    let smtp = SmtpServer::start(vec![]).await.expect("a mail server");
    let house = house(Some(&smtp)).await;
    let sent = work(&house).await;
    assert_eq!((sent.status, sent.attempts), (DeliveryStatus::Sent, 1));
    let mail = smtp.last_mail().expect("a mail");
    assert_eq!((mail.from.as_str(), smtp.mail_count()), ("trechter@een.example", 1));
    assert!(mail.source().contains("Demo een"), "the organisation is the sender: {}", mail.source());
    assert!(mail.subject().contains("Ideeformulier"), "{}", mail.subject());
    assert!(mail.text().contains("http://127.0.0.1:8080/projecten/"), "{}", mail.text());
    work(&house).await;
    assert_eq!(smtp.mail_count(), 1, "nothing is sent twice");
}

#[tokio::test]
async fn without_a_mail_server_it_stays_in_the_mailbox() {
    let house = house(None).await;
    let waiting = work(&house).await;
    assert_eq!((waiting.status, waiting.attempts), (DeliveryStatus::Waiting, 0));
    let page = house.get("/postvak", "").await.text();
    assert!(page.contains("Ideeformulier") && page.contains("blijft in dit postvak"), "{page}");
    let mail = house.get(&format!("/postvak/{}", waiting.id), "").await.text();
    assert!(mail.contains("Demo een &lt;trechter@een.example&gt;"), "{mail}");
}

#[tokio::test]
async fn a_refusal_for_now_is_tried_again() {
    let smtp = SmtpServer::start(vec![Fault::Reply(451, At::Rcpt)]).await.expect("a mail server");
    let house = house(Some(&smtp)).await;
    assert_eq!(work(&house).await.status, DeliveryStatus::Waiting);
    assert_eq!(smtp.connections(), 1, "not before its time");
    house.clock.by(Duration::from_mins(2));
    let sent = work(&house).await;
    assert_eq!((sent.status, sent.attempts, smtp.mail_count()), (DeliveryStatus::Sent, 2, 1));
}

#[tokio::test]
async fn a_refusal_for_good_is_shown() {
    let smtp = SmtpServer::start(vec![Fault::Reply(550, At::Rcpt)]).await.expect("a mail server");
    let house = house(Some(&smtp)).await;
    let failed = work(&house).await;
    assert_eq!((failed.status, smtp.mail_count()), (DeliveryStatus::Failed, 0));
    assert!(failed.last_error.is_some_and(|error| error.contains("refused")));
    assert!(house.get("/postvak", "").await.text().contains("niet verzonden"));
}

#[tokio::test]
async fn what_perhaps_arrived_is_sent_once_more_and_never_again() {
    let faults = vec![Fault::DropAfterDot, Fault::Reply(451, At::Rcpt), Fault::DropAfterDot];
    let smtp = SmtpServer::start(faults).await.expect("a mail server");
    let house = house(Some(&smtp)).await;
    assert_eq!(work(&house).await.status, DeliveryStatus::Unknown);
    house.clock.by(Duration::from_mins(5));
    assert_eq!(work(&house).await.attempts, 1, "not within ten minutes");
    house.clock.by(Duration::from_mins(6));
    assert_eq!(work(&house).await.status, DeliveryStatus::Unknown, "a refusal for now takes no certainty back");
    house.clock.by(Duration::from_mins(6));
    assert_eq!(work(&house).await.status, DeliveryStatus::Failed, "twice uncertain is for a person");
    house.clock.by(Duration::from_hours(48));
    work(&house).await;
    let mails = smtp.mails();
    assert_eq!(mails.len(), 2);
    assert_eq!(mails[0].message_id(), mails[1].message_id());
    assert_eq!(mails[0].source(), mails[1].source(), "byte for byte the same");
}
