//! Every setting of the server: its names, its default, what it takes and what it is for. `trechter config` and
//! `docs/configuration.md` print this table, so a setting cannot exist without an explanation.

/// One setting.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// Its name in the TOML file; the environment takes it in capitals after `TRECHTER_`.
    pub name: &'static str,
    /// Its value when nobody sets it, as text; `None` when it is then absent or derived from other settings.
    pub default: Option<&'static str>,
    /// What it takes.
    pub allowed: &'static str,
    /// What it is for.
    pub meaning: &'static str,
    /// How much of the value may be shown.
    pub shown: Shown,
}

/// How much of a value may be shown in logs and by `trechter config`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// All of it.
    Whole,
    /// All but the password in the URL.
    WithoutPassword,
    /// Only whether it is there.
    Never,
}

impl Key {
    /// Its name in the environment.
    #[must_use]
    pub fn env(&self) -> String {
        format!("{PREFIX}{}", self.name.to_ascii_uppercase())
    }
}

/// What every environment variable of the server begins with.
pub const PREFIX: &str = "TRECHTER_";

const fn key(name: &'static str, default: &'static str, allowed: &'static str, meaning: &'static str) -> Key {
    Key { name, default: Some(default), allowed, meaning, shown: Shown::Whole }
}

const fn optional(name: &'static str, allowed: &'static str, meaning: &'static str, shown: Shown) -> Key {
    Key { name, default: None, allowed, meaning, shown }
}

/// Every setting, in the order in which it is explained.
pub const KEYS: &[Key] = &[
    key("listen", "127.0.0.1:8080", "an address and a port, such as 0.0.0.0:8080", "where the server listens"),
    optional(
        "public_url",
        "https://host or http://host:port, without a path",
        "the address people use; in mails, cookies and origin checks (default: http:// and the listen address)",
        Shown::Whole,
    ),
    key("data_dir", "./var", "a folder that the server may write", "where files and the SQLite database are kept"),
    optional(
        "database_url",
        "sqlite://path or postgres://user:password@host/database",
        "which database (default: trechter.sqlite in the data folder)",
        Shown::WithoutPassword,
    ),
    optional(
        "smtp_url",
        "smtps://user:password@host:465 or smtp://host:587?tls=required, opportunistic or none",
        "through which server mail leaves; without it mail stays in the mailbox",
        Shown::WithoutPassword,
    ),
    key(
        "mail_from",
        "trechter@localhost",
        "one e-mail address",
        "the sender's address; the organisation's name stands before it",
    ),
    key(
        "profile",
        "production",
        "production or development",
        "development opens the API to any document and shows the mailbox",
    ),
    key("log", "info", "a filter such as info or server=debug,info", "what is logged"),
    key("log_format", "text", "text or json", "how it is logged"),
    key("zone", "Europe/Amsterdam", "a time zone of the IANA database", "whose midnight begins a day"),
    key(
        "holidays",
        "",
        "dates such as 2026-12-25, with commas between them",
        "days besides weekends on which terms do not run",
    ),
    key("session_hours", "12", "1 to 720", "hours until a person signs in again"),
    key("sign_in_tries", "10", "1 to 1000", "failed sign-ins of one account in 15 minutes"),
    key("sign_in_tries_address", "100", "1 to 100000", "failed sign-ins from one address in 15 minutes"),
    key(
        "password_memory_kib",
        "19456",
        "8 to 1048576; at least 19456 in production",
        "KiB of memory that hashing a password takes (argon2id)",
    ),
    key("password_passes", "2", "1 to 10; at least 2 in production", "passes over that memory"),
    key("proxies", "0", "0 to 5", "reverse proxies in front whose X-Forwarded-For is believed"),
    key("max_connections", "1000", "10 to 100000", "connections open at one time"),
    key("shutdown_seconds", "20", "1 to 300", "how long requests may take to finish when the server stops"),
    optional(
        "metrics_token",
        "16 to 200 visible ASCII characters",
        "who presents it as a bearer token may read /metrics; without it only this machine may",
        Shown::Never,
    ),
];

/// The setting of this name in the file.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.name == name)
}

/// The setting of this name in the environment.
#[must_use]
pub fn by_env(variable: &str) -> Option<&'static Key> {
    by_name(&variable.strip_prefix(PREFIX)?.to_ascii_lowercase()).filter(|key| key.env() == variable)
}

/// Variables that begin like ours but are not settings: the configuration file's own path, those of test runs, and those
/// that container platforms derive from a service of this name (`TRECHTER_PORT=tcp://…`).
#[must_use]
pub fn is_foreign(variable: &str) -> bool {
    variable == "TRECHTER_CONFIG"
        || ["CI_", "TEST_", "E2E_", "BENCH_", "SERVICE_", "PORT_"].iter().any(|part| {
            variable.strip_prefix(PREFIX).is_some_and(|rest| rest.starts_with(part) || rest == part.trim_end_matches('_'))
        })
}

/// The setting whose name looks most like `name`, if one comes near.
#[must_use]
pub fn nearest(name: &str) -> Option<&'static Key> {
    let name = name.to_ascii_lowercase();
    let (distance, key) = KEYS.iter().map(|key| (distance(&name, key.name), key)).min_by_key(|(d, _)| *d)?;
    (distance <= 3 && distance < key.name.len()).then_some(key)
}

/// The settings as a table in Markdown, for `docs/configuration.md`.
#[must_use]
pub fn table() -> String {
    let cell = |text: &str| text.replace('|', "\\|");
    let row = |key: &Key| {
        let default = key.default.filter(|text| !text.is_empty()).map_or_else(|| "–".to_owned(), |text| format!("`{text}`"));
        let (allowed, meaning) = (cell(key.allowed), cell(key.meaning));
        format!("| `{}` | `{}` | {default} | {allowed} | {meaning} |\n", key.env(), key.name)
    };
    let head = "| environment | file | default | takes | what it is for |\n|---|---|---|---|---|\n";
    head.to_owned() + &KEYS.iter().map(row).collect::<String>()
}

/// Insertions, deletions and replacements between two names.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.bytes().enumerate() {
            let replaced = corner + usize::from(x != y);
            corner = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(corner + 1);
        }
    }
    row[b.len()]
}
