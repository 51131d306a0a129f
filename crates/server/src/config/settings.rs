//! The settings as the rest of the server uses them.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::tz::TimeZone;
use notification::SmtpUrl;
use time::Date;
use tracing_subscriber::EnvFilter;

use super::keys::{self, Key};
use super::values::Values;
use super::{ConfigError, Problem, parse};

/// Everything that can be configured, checked.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where the server listens.
    pub listen: SocketAddr,
    /// The address people use.
    pub public_url: PublicUrl,
    /// How open the server is.
    pub profile: Profile,
    /// Where files, and a database without a server of its own, are kept.
    pub data_dir: PathBuf,
    /// Which database.
    pub database_url: Secret,
    /// Whose midnight begins a day.
    pub zone: TimeZone,
    /// Days besides weekends on which terms do not run.
    pub holidays: BTreeSet<Date>,
    /// How mail leaves.
    pub mail: MailSettings,
    /// What is logged.
    pub log: LogSettings,
    /// How people sign in.
    pub sign_in: SignInSettings,
    /// Reverse proxies in front whose `X-Forwarded-For` is believed.
    pub proxies: u8,
    /// Connections open at one time.
    pub max_connections: u32,
    /// How long requests may take to finish when the server stops.
    pub shutdown: Duration,
    /// Who presents it may read `/metrics`.
    pub metrics_token: Option<Secret>,
}

/// How mail leaves.
#[derive(Clone, Debug)]
pub struct MailSettings {
    /// Through which server; `None` leaves it in the mailbox.
    pub smtp_url: Option<SmtpUrl>,
    /// The sender's address.
    pub from: String,
}

/// What is logged, and how.
#[derive(Clone, Debug)]
pub struct LogSettings {
    /// The filter.
    pub filter: String,
    /// How it is written.
    pub format: LogFormat,
}

/// How people sign in.
#[derive(Clone, Copy, Debug)]
pub struct SignInSettings {
    /// How long a session lasts.
    pub session: Duration,
    /// Failed sign-ins of one account in a window of 15 minutes.
    pub tries_account: u32,
    /// Failed sign-ins from one address in a window of 15 minutes.
    pub tries_address: u32,
    /// What hashing a password costs.
    pub password: PasswordCost,
}

/// How open the server is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Only the documents of our own screens; no mailbox page.
    Production,
    /// Any GraphQL document, introspection, the mailbox page.
    Development,
}

/// How the log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object per line.
    Json,
}

/// What hashing a password costs (argon2id, one lane).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PasswordCost {
    /// KiB of memory.
    pub memory_kib: u32,
    /// Passes over that memory.
    pub passes: u32,
}

/// The address people use: scheme, host and port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    https: bool,
    authority: String,
}

impl PublicUrl {
    pub(super) fn new(https: bool, authority: String) -> Self {
        Self { https, authority }
    }

    /// Whether people reach the server over TLS; cookies are then `Secure`.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.https
    }

    /// As a browser writes it in `Origin`; without a slash at the end.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("{}://{}", if self.https { "https" } else { "http" }, self.authority)
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.origin())
    }
}

/// A text that may hold a password: it never shows itself.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Hides a text.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself; for the one place that uses it.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

impl Settings {
    /// Reads the file (if one is named) and the environment.
    ///
    /// # Errors
    /// [`ConfigError`] tells every setting that is wrong, with its value and what is allowed.
    pub fn load(file: Option<&Path>, env: impl IntoIterator<Item = (OsString, OsString)>) -> Result<Self, ConfigError> {
        Self::from_values(&Values::collect(file, env)?)
    }

    /// Understands collected values.
    ///
    /// # Errors
    /// As [`Settings::load`].
    pub fn from_values(values: &Values) -> Result<Self, ConfigError> {
        let mut read = Reader { values, problems: Vec::new() };
        let profile = read.value("profile", profile);
        let sign_in = sign_in(&mut read, profile);
        let mail = mail(&mut read);
        let log = log(&mut read);
        let listen = read.value("listen", |text| text.parse::<SocketAddr>().ok());
        let public_url = read.value("public_url", parse::public_url);
        let data_dir = read.value("data_dir", |text| Some(PathBuf::from(text)).filter(|p| !p.as_os_str().is_empty()));
        let database_url = read.value("database_url", parse::database_url).map(Secret);
        let zone = read.value("zone", |text| TimeZone::get(text).ok());
        let holidays = read.value("holidays", parse::holidays);
        let proxies = read.value("proxies", |text| parse::number(text, 0..=5));
        let max_connections = read.value("max_connections", |text| parse::number(text, 10..=100_000));
        let shutdown = read.value("shutdown_seconds", |text| parse::number(text, 1..=300)).map(Duration::from_secs);
        let metrics_token = read.value("metrics_token", parse::metrics_token).map(Secret);
        // A missing value always comes with a problem, so asking for all of them together loses nothing.
        let settings = listen.zip(data_dir).and_then(|(listen, data_dir)| {
            Some(Self {
                public_url: public_url.unwrap_or_else(|| PublicUrl::new(false, listen.to_string())),
                database_url: database_url.unwrap_or_else(|| sqlite_in(&data_dir)),
                listen,
                data_dir,
                profile: profile?,
                zone: zone?,
                holidays: holidays?,
                mail: mail?,
                log: log?,
                sign_in: sign_in?,
                proxies: proxies?,
                max_connections: max_connections?,
                shutdown: shutdown?,
                metrics_token,
            })
        });
        match settings {
            Some(settings) if read.problems.is_empty() => Ok(settings),
            _ => Err(ConfigError::Problems(read.problems)),
        }
    }

    /// The same for a demo: in a folder of its own, and without a mail server, since its addresses belong to nobody.
    #[must_use]
    pub fn for_demo(mut self) -> Self {
        let own_database = self.database_url != sqlite_in(&self.data_dir);
        self.data_dir = self.data_dir.join("demo");
        if !own_database {
            self.database_url = sqlite_in(&self.data_dir);
        }
        self.mail.smtp_url = None;
        self
    }

    /// The settings that nobody set, for tests and for `demo`.
    ///
    /// # Errors
    /// None in practice: a test reads the defaults.
    pub fn defaults() -> Result<Self, ConfigError> {
        Self::load(None, [])
    }
}

fn profile(text: &str) -> Option<Profile> {
    match text {
        "production" => Some(Profile::Production),
        "development" => Some(Profile::Development),
        _ => None,
    }
}

fn sign_in(read: &mut Reader<'_>, profile: Option<Profile>) -> Option<SignInSettings> {
    // Tests and demos may hash cheaply; a production server never does by accident.
    let (memory, passes) = if profile == Some(Profile::Production) { (19_456, 2) } else { (8, 1) };
    let memory_kib = read.value("password_memory_kib", |text| parse::number(text, memory..=1_048_576));
    let passes = read.value("password_passes", |text| parse::number(text, passes..=10));
    let hours = read.value("session_hours", |text| parse::number::<u64>(text, 1..=720));
    let tries_account = read.value("sign_in_tries", |text| parse::number(text, 1..=1_000));
    let tries_address = read.value("sign_in_tries_address", |text| parse::number(text, 1..=100_000));
    Some(SignInSettings {
        session: Duration::from_secs(3_600 * hours?),
        tries_account: tries_account?,
        tries_address: tries_address?,
        password: PasswordCost { memory_kib: memory_kib?, passes: passes? },
    })
}

fn mail(read: &mut Reader<'_>) -> Option<MailSettings> {
    let smtp_url = read.value("smtp_url", |text| text.parse::<SmtpUrl>().ok());
    let from = read.value("mail_from", parse::mail_from);
    Some(MailSettings { smtp_url, from: from? })
}

fn log(read: &mut Reader<'_>) -> Option<LogSettings> {
    let filter = read.value("log", |text| EnvFilter::try_new(text).ok().map(|_| text.to_owned()));
    let format = read.value("log_format", |text| match text {
        "text" => Some(LogFormat::Text),
        "json" => Some(LogFormat::Json),
        _ => None,
    });
    Some(LogSettings { filter: filter?, format: format? })
}

/// The database file in a data folder; made when it is not there.
#[must_use]
pub(crate) fn sqlite_in(data_dir: &Path) -> Secret {
    Secret(format!("sqlite://{}?mode=rwc", data_dir.join("trechter.sqlite").display()))
}

/// Reads setting after setting and remembers what was wrong.
struct Reader<'a> {
    values: &'a Values,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    /// The value of a setting; `None` when it has none, or none that is taken.
    fn value<T>(&mut self, name: &str, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let key: &Key = keys::by_name(name)?;
        let value = self.values.get(key)?;
        let result = read(value.text.trim());
        if result.is_none() {
            self.problems.push(Problem::bad(key, &value.text, value.source.clone()));
        }
        result
    }
}
