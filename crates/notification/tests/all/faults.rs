//! Promise E1: a mail server may do what it likes; no mail is reported sent that was refused, none is lost, and each ends
//! sent, or failed and shown to a person.

use std::time::Duration;

use engine::Timestamp;
use notification::{Attempts, Correspondent, Envelope, Mailer, Next, SendError, Step, after, message_id};
use proptest::prelude::*;
use uuid::Uuid;

use crate::fixture::{letter, runner};
use crate::smtp::{At, Fault, SmtpServer};

/// Long enough for the loopback on a busy machine; a stall costs this much.
const PATIENCE: Duration = Duration::from_millis(400);

pub fn envelope(number: u128) -> Envelope {
    let from = Correspondent { name: "Demo Zorg De Linde".to_owned(), address: "post@demo.example".to_owned() };
    let to = Correspondent { name: "Demo ICT (Ilse)".to_owned(), address: "ilse@demo.example".to_owned() };
    let message_id = message_id(Uuid::from_u128(number), &from.address);
    Envelope { from, to, message_id, at: Timestamp(1_763_110_800_000_000), letter: letter() }
}

pub fn mailer(server: &SmtpServer) -> Mailer {
    Mailer::new(&server.url().parse().unwrap(), PATIENCE).unwrap()
}

async fn send_through(fault: Fault) -> (Result<(), SendError>, usize) {
    let server = SmtpServer::start(vec![fault]).await.unwrap();
    let result = mailer(&server).send(&envelope(1)).await;
    (result, server.mails().len())
}

fn step(result: &Result<(), SendError>) -> (&'static str, Option<Step>, Option<u16>) {
    match result {
        Ok(()) => ("sent", None, None),
        Err(SendError::Retry(reason)) => ("retry", Some(reason.step), reason.code),
        Err(SendError::GiveUp(reason)) => ("give up", Some(reason.step), reason.code),
        Err(SendError::Unknown(reason)) => ("unknown", Some(reason.step), reason.code),
    }
}

#[tokio::test]
async fn a_letter_arrives_whole() {
    let server = SmtpServer::start(Vec::new()).await.unwrap();
    mailer(&server).send(&envelope(7)).await.unwrap();
    let mails = server.wait_for(1, PATIENCE).await.unwrap();
    let mail = &mails[0];
    assert_eq!((mail.from.as_str(), mail.to.as_slice()), ("post@demo.example", &["ilse@demo.example".to_owned()][..]));
    assert_eq!((mail.subject().as_str(), mail.text().trim(), mail.told), ("Wilt u dit lezen?", "Beste Ilse,", true));
    assert_eq!(mail.html().trim(), "<p>Beste Ilse,</p>");
    assert_eq!(mail.message_id(), "00000000-0000-0000-0000-000000000007@demo.example");
    let source = mail.source();
    assert!(source.contains("\r\nAuto-Submitted: auto-generated\r\n"), "{source}");
    assert!(source.contains("From: \"Demo Zorg De Linde\" <post@demo.example>\r\n"), "{source}");
    assert!(source.contains("Date: Fri, 14 Nov 2025 09:00:00 +0000\r\n"), "{source}");
}

#[tokio::test]
async fn each_fault_has_its_meaning() {
    use Step::{Connect, Data, Handover, Recipient, Sender};
    let reply = Fault::Reply;
    let cases = [
        // The five of the promise.
        (Fault::Stall(At::Data), "retry", Data, None, 0),
        (reply(451, At::Rcpt), "retry", Recipient, Some(451), 0),
        (reply(550, At::Rcpt), "give up", Recipient, Some(550), 0),
        (Fault::DropBeforeDot, "unknown", Handover, None, 0),
        (Fault::DropAfterDot, "unknown", Handover, None, 1),
        // And their relatives.
        (Fault::Stall(At::Connect), "retry", Connect, None, 0),
        (Fault::Stall(At::Hello), "retry", Connect, None, 0),
        (Fault::Stall(At::Mail), "retry", Sender, None, 0),
        (Fault::Stall(At::Rcpt), "retry", Recipient, None, 0),
        (Fault::Stall(At::Dot), "unknown", Handover, None, 0),
        (reply(421, At::Connect), "retry", Connect, Some(421), 0),
        (reply(554, At::Connect), "retry", Connect, Some(554), 0),
        (reply(450, At::Mail), "retry", Sender, Some(450), 0),
        (reply(452, At::Data), "retry", Data, Some(452), 0),
        (reply(250, At::Data), "retry", Data, None, 0),
        (reply(552, At::Dot), "give up", Handover, Some(552), 0),
        (reply(554, At::Dot), "give up", Handover, Some(554), 0),
        (reply(451, At::Dot), "retry", Handover, Some(451), 0),
        (reply(421, At::Dot), "retry", Handover, Some(421), 0),
        (reply(354, At::Dot), "unknown", Handover, None, 0),
        (reply(252, At::Dot), "unknown", Handover, None, 0),
        (Fault::Drop(At::Connect), "retry", Connect, None, 0),
        (Fault::Drop(At::Data), "retry", Data, None, 0),
        (Fault::Garbage(b"\xff\xfe\0\r\n".to_vec(), At::Rcpt), "retry", Recipient, None, 0),
        (Fault::Garbage(b"HTTP/1.1 200 OK\r\n\r\n".to_vec(), At::Connect), "retry", Connect, None, 0),
        (Fault::Garbage(b"250-half of an answer\r\n".to_vec(), At::Dot), "unknown", Handover, None, 0),
        (Fault::Garbage(vec![b'2'; 1 << 20], At::Dot), "unknown", Handover, None, 0),
    ];
    for (fault, meaning, at, code, kept) in cases {
        let (result, mails) = send_through(fault.clone()).await;
        assert_eq!((step(&result), mails), ((meaning, Some(at), code), kept), "{fault:?} gave {result:?}");
    }
}

#[tokio::test]
async fn a_taken_mail_is_sent_whatever_the_goodbye() {
    for fault in [Fault::Drop(At::Quit), Fault::Reply(554, At::Quit)] {
        assert_eq!(send_through(fault).await, (Ok(()), 1));
    }
}

#[tokio::test]
async fn nobody_listening_is_tried_again() {
    let server = SmtpServer::start(Vec::new()).await.unwrap();
    let mailer = mailer(&server);
    drop(server);
    // The port is closed as soon as the runtime drops the listener; until then the connection is dropped instead.
    let result = mailer.send(&envelope(1)).await;
    assert!(matches!(step(&result), ("retry" | "sent", _, _)), "{result:?}");
}

#[tokio::test]
async fn a_server_without_the_protection_that_was_asked_gets_nothing() {
    let server = SmtpServer::start(Vec::new()).await.unwrap();
    let plain = server.url();
    let urls = [
        format!("{plain}?tls=required"),
        plain.replace("smtp://", "smtps://"),
        plain.replace("smtp://", "smtp://post:geheim@"),
    ];
    for url in urls {
        let result = Mailer::new(&url.parse().unwrap(), PATIENCE).unwrap().send(&envelope(1)).await;
        assert_eq!(step(&result), ("retry", Some(Step::Connect), None), "{url}: {result:?}");
    }
    assert_eq!(server.mail_count(), 0);
}

#[tokio::test]
async fn a_message_after_a_broken_one_has_its_own_connection() {
    // The measured trap: a pooled connection, given up midway, answers the next message with the words for this one.
    let faults = vec![Fault::Stall(At::Data), Fault::Reply(554, At::Dot), Fault::None];
    let server = SmtpServer::start(faults).await.unwrap();
    let mailer = mailer(&server);
    let meanings = [mailer.send(&envelope(1)).await, mailer.send(&envelope(2)).await, mailer.send(&envelope(3)).await];
    assert_eq!(meanings.each_ref().map(|result| step(result).0), ["retry", "give up", "sent"]);
    let ids: Vec<String> = server.mails().iter().map(crate::smtp::Mail::message_id).collect();
    assert_eq!(ids, ["00000000-0000-0000-0000-000000000003@demo.example"]);
    assert_eq!(server.connections(), 3);
}

#[tokio::test]
async fn tries_of_one_delivery_are_the_same_bytes() {
    let server = SmtpServer::start(vec![Fault::DropAfterDot]).await.unwrap();
    let mailer = mailer(&server);
    assert_eq!(step(&mailer.send(&envelope(1)).await).0, "unknown");
    assert_eq!(mailer.send(&envelope(1)).await, Ok(()));
    let mails = server.wait_for(2, PATIENCE).await.unwrap();
    assert_eq!(mails[0].raw, mails[1].raw);
}

#[tokio::test]
async fn an_address_that_is_none_is_given_up_without_the_network() {
    let server = SmtpServer::start(Vec::new()).await.unwrap();
    for address in [
        "",
        "ilse",
        "ilse@",
        "a@b@demo.example",
        "x y@demo.example",
        "x@demo.example>",
        "\"a b\"@demo.example",
        "ï@demo.example",
    ] {
        let mut envelope = envelope(1);
        envelope.to.address = address.to_owned();
        let result = mailer(&server).send(&envelope).await;
        assert_eq!(step(&result), ("give up", Some(Step::Message), None), "{address}");
    }
    assert_eq!(server.connections(), 0);
}

/// Any fault but a stall (those cost the whole patience; they have their own tests).
fn any_fault() -> impl Strategy<Value = Fault> {
    let at = prop::sample::select(At::ALL.to_vec());
    let code = prop::sample::select(vec![421_u16, 450, 451, 452, 550, 552, 554, 250, 251, 354, 199, 600]);
    let bytes = prop::collection::vec(any::<u8>(), 0..200);
    prop_oneof![
        3 => Just(Fault::None),
        4 => (code, at.clone()).prop_map(|(code, at)| Fault::Reply(code, at)),
        2 => at.clone().prop_map(Fault::Drop),
        1 => Just(Fault::DropBeforeDot),
        2 => Just(Fault::DropAfterDot),
        2 => (bytes, at).prop_map(|(bytes, at)| Fault::Garbage(bytes, at)),
    ]
}

/// A server whose reply code at the end of a message is good without having taken it lies; nobody can know.
fn lies(fault: &Fault) -> bool {
    match fault {
        Fault::Reply(250, At::Dot) => true,
        Fault::Garbage(bytes, At::Dot) => bytes.starts_with(b"250"),
        _ => false,
    }
}

/// Follows deliveries through hostile servers to their end, without the waits in between.
#[test]
fn every_mail_ends_sent_or_shown_and_none_is_sent_that_was_refused() {
    let (mut runner, cases, seed) = runner("TRECHTER_E1_MAILS", 2_000);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let plans = prop::collection::vec(any_fault().prop_filter("a lie", |fault| !lies(fault)), 1..12);
    let (sent, shown) = (std::cell::Cell::new(0), std::cell::Cell::new(0));
    let run = runner.run(&plans, |faults| {
        runtime.block_on(async {
            let server = SmtpServer::start(faults).await.unwrap();
            let mailer = mailer(&server);
            let mut attempts = Attempts::default();
            let last = loop {
                match after(attempts, &mailer.send(&envelope(1)).await) {
                    Next::RetryAfter { attempts: stored, .. } => attempts = stored,
                    end => break end,
                }
            };
            let mails = server.mails();
            let told = mails.iter().filter(|mail| mail.told).count();
            prop_assert!(mails.len() <= 2, "at most one duplicate");
            match last {
                Next::Sent => {
                    prop_assert_eq!(told, 1);
                    sent.set(sent.get() + 1);
                }
                Next::Failed { failure, .. } => {
                    prop_assert_eq!(told, 0);
                    prop_assert!(mails.is_empty() || failure != notification::Failure::Exhausted);
                    shown.set(shown.get() + 1);
                }
                Next::RetryAfter { .. } => prop_assert!(false, "still under way"),
            }
            Ok(())
        })
    });
    println!(
        "E1: seed {seed}, {cases} mails through hostile servers: {} sent, {} shown to a person, 0 lost",
        sent.get(),
        shown.get()
    );
    run.unwrap();
    assert!(sent.get() > 0 && shown.get() > 0);
}
