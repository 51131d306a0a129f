//! Settings: what is wrong is told with its name, its value and what is allowed; all of it at once.

use std::ffi::OsString;
use std::io::Write;

use server::config::{ConfigError, Profile, Settings, keys};

fn env(pairs: &[(&str, &str)]) -> Vec<(OsString, OsString)> {
    pairs.iter().map(|(name, value)| (name.into(), value.into())).collect()
}

fn refused(pairs: &[(&str, &str)]) -> String {
    Settings::load(None, env(pairs)).expect_err("should be refused").to_string()
}

fn file(name: &str, text: &str) -> std::path::PathBuf {
    let path = std::env::temp_dir().join(format!("trechter-config-{}-{name}.toml", std::process::id()));
    std::fs::File::create(&path).and_then(|mut f| f.write_all(text.as_bytes())).expect("a temporary file");
    path
}

#[test]
fn nobody_has_to_set_anything() {
    let settings = Settings::defaults().expect("the defaults");
    assert_eq!(settings.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(settings.public_url.origin(), "http://127.0.0.1:8080");
    assert_eq!(settings.database_url.reveal(), "sqlite://./var/trechter.sqlite?mode=rwc");
    assert_eq!(settings.profile, Profile::Production);
    assert_eq!(settings.zone.iana_name(), Some("Europe/Amsterdam"));
    assert!(settings.mail.smtp_url.is_none());
}

#[test]
fn the_environment_wins_over_the_file() {
    let path = file("wins", "listen = \"0.0.0.0:1\"\nprofile = \"development\"\nholidays = [2026-12-25, \"2026-12-26\"]\n");
    let settings = Settings::load(Some(&path), env(&[("TRECHTER_LISTEN", "127.0.0.1:2")])).expect("settings");
    assert_eq!(settings.listen.port(), 2);
    assert_eq!(settings.profile, Profile::Development);
    assert_eq!(settings.holidays.len(), 2);
}

#[test]
fn every_problem_is_told_at_once() {
    let text =
        refused(&[("TRECHTER_LISTEN", "everywhere"), ("TRECHTER_PROFILE", "test"), ("TRECHTER_ZONE", "Mars/Olympus")]);
    assert!(
        text.contains("TRECHTER_LISTEN (environment): `everywhere` is not taken; allowed: an address and a port"),
        "{text}"
    );
    assert!(
        text.contains("TRECHTER_PROFILE (environment): `test` is not taken; allowed: production or development"),
        "{text}"
    );
    assert!(text.contains("TRECHTER_ZONE"), "{text}");
}

#[test]
fn unknown_settings_are_refused_with_the_name_that_was_meant() {
    let text = refused(&[("TRECHTER_LISTENS", "127.0.0.1:2")]);
    assert!(text.contains("TRECHTER_LISTENS (environment): no such setting; did you mean TRECHTER_LISTEN?"), "{text}");
    let path = file("unknown", "datadir = \"x\"\ncolour = 3\n");
    let text = Settings::load(Some(&path), []).expect_err("refused").to_string();
    assert!(text.contains("datadir") && text.contains("did you mean data_dir?"), "{text}");
    assert!(text.contains("colour") && text.contains("lists them all"), "{text}");
}

#[test]
fn what_a_container_platform_adds_is_no_setting() {
    let pairs = [("TRECHTER_PORT", "tcp://10.0.0.1:80"), ("TRECHTER_SERVICE_HOST", "10.0.0.1"), ("TRECHTER_CONFIG", "x")];
    assert!(Settings::load(None, env(&pairs)).is_ok());
}

#[test]
fn a_file_that_is_no_toml_is_told_with_its_line() {
    let path = file("broken", "listen = \n");
    let error = Settings::load(Some(&path), []).expect_err("refused");
    assert!(matches!(&error, ConfigError::NotToml { reason, .. } if reason.contains("line 1")), "{error}");
    let error = Settings::load(Some(std::path::Path::new("no/such/file.toml")), []).expect_err("refused");
    assert!(matches!(error, ConfigError::Unreadable { .. }));
}

#[test]
fn passwords_are_never_shown() {
    let text = refused(&[("TRECHTER_DATABASE_URL", "mysql://trechter:hush@db/x"), ("TRECHTER_METRICS_TOKEN", "hush hush")]);
    assert!(!text.contains("hush"), "{text}");
    assert!(text.contains("mysql://trechter:***@db/x"), "{text}");
    let settings = Settings::load(None, env(&[("TRECHTER_DATABASE_URL", "postgres://a:hush@db/x")])).expect("settings");
    assert!(!format!("{settings:?}").contains("hush"));
}

#[test]
fn values_that_would_break_headers_or_origins_are_refused() {
    for url in ["https://a.example/path", "ftp://a.example", "https://u:p@a.example", "https://", "https://a b"] {
        assert!(refused(&[("TRECHTER_PUBLIC_URL", url)]).contains("TRECHTER_PUBLIC_URL"), "{url}");
    }
    for from in ["nobody", "A <a@b.example>", "a@b\r\nBcc: x@b.example", "a@b@c", "@b"] {
        assert!(refused(&[("TRECHTER_MAIL_FROM", from)]).contains("TRECHTER_MAIL_FROM"), "{from}");
    }
    for days in ["25-12-2026", "2026-12-25;2026-12-26", "2026-02-30"] {
        assert!(refused(&[("TRECHTER_HOLIDAYS", days)]).contains("TRECHTER_HOLIDAYS"), "{days}");
    }
}

#[test]
fn production_never_hashes_cheaply() {
    assert!(refused(&[("TRECHTER_PASSWORD_MEMORY_KIB", "8")]).contains("at least 19456 in production"));
    let cheap =
        [("TRECHTER_PROFILE", "development"), ("TRECHTER_PASSWORD_MEMORY_KIB", "8"), ("TRECHTER_PASSWORD_PASSES", "1")];
    assert!(Settings::load(None, env(&cheap)).is_ok());
}

#[test]
fn every_setting_has_one_name() {
    for key in keys::KEYS {
        assert_eq!(keys::by_env(&key.env()).map(|k| k.name), Some(key.name));
        assert!(!keys::is_foreign(&key.env()), "{}", key.name);
    }
}

#[test]
fn the_documentation_shows_every_setting_as_it_is() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/configuration.md");
    let written = std::fs::read_to_string(&path).expect("docs/configuration.md");
    let (before, rest) = written.split_once("<!-- settings -->\n").expect("the place where the table begins");
    let (_, after) = rest.split_once("<!-- /settings -->").expect("the place where the table ends");
    let fresh = format!("{before}<!-- settings -->\n{}<!-- /settings -->{after}", keys::table());
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        return std::fs::write(&path, &fresh).expect("written");
    }
    assert!(fresh == written, "docs/configuration.md is not fresh: run this test with UPDATE_EXPECT=1");
}
