//! Promise E3: whatever people typed as names, titles and addresses: no panic, no further header, no further recipient.

use notification::{Language, Mailer, clean_line, render};
use proptest::prelude::*;

use crate::faults::envelope;
use crate::fixture::{Log, funnel, letterhead, recipient, roster, runner};
use crate::smtp::SmtpServer;

/// Text with far more mischief in it than people type.
fn mischief() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => any::<String>(),
        2 => "[ -~]{0,40}",
        1 => "\\PC{0,200}",
        1 => prop::sample::select(vec![
            "\r\n", "\n", "\r", "\0", "\u{2028}", "\u{202e}", "\u{feff}", "\r\nBcc: all@demo.example", "\n\n<script>",
            "\r\n.\r\n", "\r\nRCPT TO:<all@demo.example>", "\"", "\\", "<", ">", ",", ";", ":", "@", "=?utf-8?q?=0d=0aBcc:?=",
            "--=_trechter_letter", "\r\n--=_trechter_letter--\r\n", "{{ 7 * 7 }}", "{ $name }", "&lt;", "é", "𝒜", "👩‍⚕️",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

fn address() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => mischief(),
        3 => "[a-z0-9._+'=\"\\\\<>, -]{1,20}@[a-z0-9.-]{1,20}",
        2 => (mischief(), "[a-z]{1,8}@demo\\.example").prop_map(|(tail, address)| address + &tail),
        6 => Just("ilse@demo.example".to_owned()),
    ]
}

const HEADERS: [&str; 8] = ["From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type"];

#[test]
fn what_people_typed_makes_no_header_and_no_recipient() {
    let (mut runner, cases, seed) = runner("TRECHTER_E3_MAILS", 10_000);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let server = runtime.block_on(SmtpServer::start(Vec::new())).unwrap();
    let mailer = Mailer::new(&server.url().parse().unwrap(), notification::SEND_TIMEOUT).unwrap();
    let mut log = Log::started();
    let submitted = log.submit(1, engine::Stage::Final);
    let notice = notification::plan(&funnel(), &log.project(), &roster(), &submitted).remove(0);
    let taken = std::cell::Cell::new(0_usize);
    let typed = (mischief(), mischief(), mischief(), mischief(), address());
    let run = runner.run(&typed, |(name, title, organisation, phone, address)| {
        let mut head = letterhead();
        (head.project, head.organisation, head.phone) = (title, organisation.clone(), Some(phone));
        let letter = render(&notice, &head, &recipient(&name, Language::En)).unwrap();
        prop_assert!(letter.subject.chars().count() <= notification::SUBJECT_LENGTH);
        let mut envelope = envelope(1);
        (envelope.letter, envelope.to.name, envelope.from.name) = (letter, name, organisation);
        envelope.to.address.clone_from(&address);
        let result = runtime.block_on(mailer.send(&envelope));
        prop_assert_eq!(server.mail_count(), taken.get() + usize::from(result.is_ok()), "{:?}", result);
        if result.is_ok() {
            taken.set(server.mail_count());
            let mail = server.last_mail().unwrap();
            let mut names = mail.header_names();
            names.sort_unstable();
            let mut expected = HEADERS.map(str::to_owned);
            expected.sort_unstable();
            prop_assert_eq!(names, expected, "{}", mail.source());
            prop_assert_eq!(&mail.to, &[clean_line(&address)]);
            prop_assert_eq!(mail.parts(), 3, "the alternative and its two parts: {}", mail.source());
            prop_assert_eq!(mail.subject(), envelope.letter.subject);
            prop_assert_eq!(mail.text().replace("\r\n", "\n"), envelope.letter.text);
        }
        Ok(())
    });
    println!("E3: seed {seed}, {cases} mails from mischief, {} of them with an address that can be written to", taken.get());
    run.unwrap();
    assert!(taken.get() > 0);
}
