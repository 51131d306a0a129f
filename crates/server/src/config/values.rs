//! Where values come from: the defaults, a TOML file, the environment. The environment wins.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};

use super::keys::{self, KEYS, Key, Shown};
use super::{ConfigError, Problem};

/// Where a value was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Nobody set it.
    Default,
    /// The configuration file.
    File(PathBuf),
    /// The environment.
    Environment,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Environment => f.write_str("environment"),
        }
    }
}

/// One value as it was written, before it is understood.
#[derive(Clone, Debug)]
pub struct Value {
    /// The text.
    pub text: String,
    /// Where it stands.
    pub source: Source,
}

/// The values of all settings that have one.
#[derive(Clone, Debug, Default)]
pub struct Values {
    by_name: BTreeMap<&'static str, Value>,
}

impl Values {
    /// Collects the values of the defaults, the file and the environment.
    ///
    /// # Errors
    /// The file cannot be read or is not TOML; or it or the environment names settings that do not exist.
    pub fn collect(file: Option<&Path>, env: impl IntoIterator<Item = (OsString, OsString)>) -> Result<Self, ConfigError> {
        let mut values = Self::default();
        for key in KEYS {
            if let Some(default) = key.default {
                values.set(key, default.to_owned(), Source::Default);
            }
        }
        let mut problems = Vec::new();
        if let Some(path) = file {
            values.read_file(path, &mut problems)?;
        }
        values.read_env(env, &mut problems);
        if problems.is_empty() { Ok(values) } else { Err(ConfigError::Problems(problems)) }
    }

    fn set(&mut self, key: &'static Key, text: String, source: Source) {
        self.by_name.insert(key.name, Value { text, source });
    }

    /// The value of a setting; `None` when it has none.
    #[must_use]
    pub fn get(&self, key: &Key) -> Option<&Value> {
        self.by_name.get(key.name)
    }

    fn read_file(&mut self, path: &Path, problems: &mut Vec<Problem>) -> Result<(), ConfigError> {
        let text = std::fs::read_to_string(path)
            .map_err(|error| ConfigError::Unreadable { path: path.to_owned(), reason: error.to_string() })?;
        let table: toml::Table = text
            .parse()
            .map_err(|error: toml::de::Error| ConfigError::NotToml { path: path.to_owned(), reason: error.to_string() })?;
        let source = Source::File(path.to_owned());
        for (name, value) in table {
            let Some(key) = keys::by_name(&name) else {
                problems.push(Problem::unknown(
                    name.clone(),
                    source.clone(),
                    keys::nearest(&name).map(|key| key.name.to_owned()),
                ));
                continue;
            };
            match written(&value) {
                Some(text) => self.set(key, text, source.clone()),
                None => problems.push(Problem::bad(key, value.to_string(), source.clone())),
            }
        }
        Ok(())
    }

    fn read_env(&mut self, env: impl IntoIterator<Item = (OsString, OsString)>, problems: &mut Vec<Problem>) {
        for (variable, text) in env {
            let Some(variable) = variable.to_str().filter(|v| v.starts_with(keys::PREFIX) && !keys::is_foreign(v)) else {
                continue;
            };
            let Some(key) = keys::by_env(variable) else {
                let near = keys::nearest(&variable[keys::PREFIX.len()..]).map(Key::env);
                problems.push(Problem::unknown(variable.to_owned(), Source::Environment, near));
                continue;
            };
            match text.into_string() {
                // An empty variable is how shells and container files write "not set".
                Ok(text) if text.is_empty() => {}
                Ok(text) => self.set(key, text, Source::Environment),
                Err(text) => problems.push(Problem::bad(key, text.to_string_lossy(), Source::Environment)),
            }
        }
    }
}

/// A TOML value as the text that the environment would hold; `None` for tables and the like.
fn written(value: &toml::Value) -> Option<String> {
    match value {
        toml::Value::String(text) => Some(text.clone()),
        toml::Value::Integer(number) => Some(number.to_string()),
        toml::Value::Boolean(yes) => Some(yes.to_string()),
        toml::Value::Datetime(date) => Some(date.to_string()),
        toml::Value::Array(items) => {
            let texts: Option<Vec<_>> =
                items.iter().map(|item| if item.is_array() { None } else { written(item) }).collect();
            texts.map(|texts| texts.join(","))
        }
        toml::Value::Float(_) | toml::Value::Table(_) => None,
    }
}

/// A value as it may be shown: whole, without the password in its URL, or not at all.
#[must_use]
pub fn mask(key: &Key, text: &str) -> String {
    match key.shown {
        Shown::Whole => text.to_owned(),
        Shown::Never => "***".to_owned(),
        Shown::WithoutPassword => without_password(text),
    }
}

/// `scheme://user:***@host/…`; a text that has a password in no place known to us is shown up to its scheme only.
fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return "***".to_owned() };
    let without_query = rest.split(['?', '#']).next().unwrap_or("");
    match without_query.rsplit_once('@') {
        Some((user, host)) => {
            let name = user.split_once(':').map_or(user, |(name, _)| name);
            format!("{scheme}://{name}:***@{host}")
        }
        None => format!("{scheme}://{without_query}"),
    }
}
