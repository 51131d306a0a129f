//! The configured address of the mail server.

use notification::{Mailer, SEND_TIMEOUT, SmtpUrl, SmtpUrlError};

fn debug(text: &str) -> String {
    format!("{:?}", text.parse::<SmtpUrl>().unwrap())
}

fn refused(text: &str) -> SmtpUrlError {
    text.parse::<SmtpUrl>().unwrap_err()
}

#[test]
fn the_safe_choice_is_the_default() {
    let cases = [
        ("smtps://mail.demo.example", "mail.demo.example", 465, "Wrapped"),
        ("smtp://mail.demo.example", "mail.demo.example", 587, "Required"),
        ("smtp://mail.demo.example:25?tls=none", "mail.demo.example", 25, "None"),
        ("smtp://mail.demo.example/?tls=opportunistic", "mail.demo.example", 587, "Opportunistic"),
        ("smtp://127.0.0.1:1025", "127.0.0.1", 1025, "None"),
        ("smtp://localhost", "localhost", 587, "None"),
        ("smtp://[::1]:1025", "::1", 1025, "None"),
        ("smtp://[2001:db8::1]", "2001:db8::1", 587, "Required"),
    ];
    for (text, host, port, tls) in cases {
        assert_eq!(
            debug(text),
            format!("SmtpUrl {{ host: {host:?}, port: {port}, tls: {tls}, credentials: None }}"),
            "{text}"
        );
    }
}

#[test]
fn user_and_password_are_never_shown() {
    let text = "smtps://post%40demo.example:geh%3Aeim%2Fnis@mail.demo.example";
    let url: SmtpUrl = text.parse().unwrap();
    let mailer = Mailer::new(&url, SEND_TIMEOUT).unwrap();
    for shown in [format!("{url:?}"), format!("{url}"), format!("{mailer:?}")] {
        assert!(!shown.contains("geh") && !shown.contains("post"), "{shown}");
    }
    let broken = refused("smtp://post:geheim@mail.demo.example?tls=maybe");
    assert!(!broken.to_string().contains("geheim"), "{broken}");
}

#[test]
fn each_mistake_has_its_own_sentence() {
    let cases = [
        ("mail.demo.example", "cannot be read"),
        ("http://mail.demo.example", "must begin with smtp:// or smtps://"),
        ("smtp://", "has no host"),
        ("smtp:mail.demo.example", "has no host"),
        ("smtp://mail.demo.example/inbox", "something after the host"),
        ("smtp://mail.demo.example#x", "something after the host"),
        ("smtp://mail.demo.example?ssl=1", "unknown parameter `ssl`"),
        ("smtp://mail.demo.example?tls=yes", "`tls=yes` is unknown"),
        ("smtps://mail.demo.example?tls=required", "leave out `tls=`"),
        ("smtps://user@mail.demo.example", "both a user and a password"),
        ("smtps://:secret@mail.demo.example", "both a user and a password"),
        ("smtps://user:%ff@mail.demo.example", "not valid text"),
        ("smtp://user:secret@mail.demo.example?tls=none", "sent unprotected"),
        ("smtp://user:secret@mail.demo.example?tls=opportunistic", "sent unprotected"),
        ("smtp://mail.demo.example:99999", "cannot be read"),
    ];
    for (text, sentence) in cases {
        let said = refused(text).to_string();
        assert!(said.contains(sentence), "{text}: {said}");
    }
}
