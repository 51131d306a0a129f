//! Configuration: a TOML file and the environment become one checked [`Settings`].

pub mod keys;
mod parse;
mod settings;
mod values;

use std::fmt;
use std::path::PathBuf;

use thiserror::Error;

use keys::Key;
pub use settings::{
    LogFormat, LogSettings, MailSettings, PasswordCost, Profile, PublicUrl, Secret, Settings, SignInSettings,
};
pub use values::{Source, Values, mask};

/// Why the configuration was refused. The server does not start on half of it.
#[derive(Debug, Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("cannot read the configuration file {}: {reason}", path.display())]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
    /// The file is not TOML.
    #[error("the configuration file {} is not valid TOML: {reason}", path.display())]
    NotToml {
        /// Which file.
        path: PathBuf,
        /// Where and what.
        reason: String,
    },
    /// Settings that do not exist or have a value that is not taken; all of them at once.
    #[error("{}", problems(.0))]
    Problems(Vec<Problem>),
}

/// One setting that was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The name as written.
    pub name: String,
    /// Where it stands.
    pub source: Source,
    /// What is wrong.
    pub wrong: Wrong,
}

/// What is wrong with a setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// There is no such setting.
    Unknown {
        /// The name that was probably meant.
        near: Option<String>,
    },
    /// The value is not taken.
    Value {
        /// The value, masked where it may hold a secret.
        value: String,
        /// What is taken.
        allowed: String,
    },
}

impl Problem {
    fn unknown(name: String, source: Source, near: Option<String>) -> Self {
        Self { name, source, wrong: Wrong::Unknown { near } }
    }

    fn bad(key: &Key, value: impl AsRef<str>, source: Source) -> Self {
        let name = if source == Source::Environment { key.env() } else { key.name.to_owned() };
        Self { name, source, wrong: Wrong::Value { value: mask(key, value.as_ref()), allowed: key.allowed.to_owned() } }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, source, wrong } = self;
        match wrong {
            Wrong::Unknown { near: Some(near) } => write!(f, "{name} ({source}): no such setting; did you mean {near}?"),
            Wrong::Unknown { near: None } => {
                write!(f, "{name} ({source}): no such setting; `trechter config` lists them all")
            }
            Wrong::Value { value, allowed } => write!(f, "{name} ({source}): `{value}` is not taken; allowed: {allowed}"),
        }
    }
}

fn problems(problems: &[Problem]) -> String {
    let lines: Vec<_> = problems.iter().map(|problem| format!("\n  {problem}")).collect();
    format!("the configuration has {} problem(s):{}", problems.len(), lines.concat())
}
