//! The texts of people's screens and letters, in Fluent, shared with the web application (`texts/{nl,en}/*.ftl`).

mod dates;
mod say;

use std::sync::LazyLock;

use engine::Label;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde::{Deserialize, Serialize};
use thiserror::Error;
use unic_langid::LanguageIdentifier;

pub use dates::written;
pub use say::{Said, blocker, difference, event_id, list, outcome, rejection, task};

/// A language of the screens and letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Dutch.
    #[default]
    Nl,
    /// English.
    En,
}

impl Language {
    /// Every language, the default first.
    pub const ALL: [Self; 2] = [Self::Nl, Self::En];

    /// The language tag, as in `<html lang>`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }

    /// The language with this tag.
    #[must_use]
    pub fn find(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// A text of the funnel in this language.
    #[must_use]
    pub fn of(self, label: &Label) -> &str {
        match self {
            Self::Nl => &label.nl,
            Self::En => &label.en,
        }
    }

    fn bundle(self) -> &'static FluentBundle<FluentResource> {
        static NL: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| {
            bundle(
                "nl-NL",
                [
                    include_str!("../../../../texts/nl/council.ftl"),
                    include_str!("../../../../texts/nl/mail.ftl"),
                    include_str!("../../../../texts/nl/rejection.ftl"),
                    include_str!("../../../../texts/nl/table.ftl"),
                    include_str!("../../../../texts/nl/words.ftl"),
                ],
            )
        });
        static EN: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| {
            // British: days before months, as in the Dutch texts.
            bundle(
                "en-GB",
                [
                    include_str!("../../../../texts/en/council.ftl"),
                    include_str!("../../../../texts/en/mail.ftl"),
                    include_str!("../../../../texts/en/rejection.ftl"),
                    include_str!("../../../../texts/en/table.ftl"),
                    include_str!("../../../../texts/en/words.ftl"),
                ],
            )
        });
        match self {
            Self::Nl => &NL,
            Self::En => &EN,
        }
    }
}

/// A text could not be said. Tests exclude it for every text and every caller in this repository.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TextError {
    /// No text has this id.
    #[error("there is no text `{0}`")]
    Unknown(String),
    /// A variable is missing, or a text refers to one that is not there.
    #[error("the text `{id}` cannot be filled in: {problem}")]
    Incomplete {
        /// Which text.
        id: String,
        /// What Fluent says.
        problem: String,
    },
}

/// A value for a variable in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// Text, put in as it is.
    Text(std::borrow::Cow<'a, str>),
    /// A whole number, which also chooses between singular and plural.
    Number(i64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u16> for Value<'_> {
    fn from(number: u16) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// The text `id` with its variables filled in.
///
/// # Errors
/// [`TextError`] when there is no such text, or a variable is missing.
pub fn try_say(language: Language, id: &str, arguments: &[(&str, Value<'_>)]) -> Result<String, TextError> {
    let bundle = language.bundle();
    let pattern =
        bundle.get_message(id).and_then(|message| message.value()).ok_or_else(|| TextError::Unknown(id.to_owned()))?;
    let arguments: FluentArgs<'_> = arguments.iter().map(|(name, value)| (*name, fluent(value))).collect();
    let mut problems = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&arguments), &mut problems).into_owned();
    match problems.first() {
        None => Ok(text),
        Some(problem) => Err(TextError::Incomplete { id: id.to_owned(), problem: problem.to_string() }),
    }
}

/// [`try_say`], for texts that tests prove to be complete: says the id when, against all tests, it cannot say the text.
#[must_use]
pub fn say(language: Language, id: &str, arguments: &[(&str, Value<'_>)]) -> String {
    try_say(language, id, arguments).unwrap_or_else(|error| {
        tracing::error!(%error, language = language.tag(), "a text is missing");
        id.to_owned()
    })
}

fn fluent<'a>(value: &'a Value<'_>) -> FluentValue<'a> {
    match value {
        Value::Text(text) => FluentValue::from(text.as_ref()),
        Value::Number(number) => FluentValue::from(*number),
    }
}

fn bundle<const N: usize>(tag: &str, sources: [&str; N]) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // The marks that isolate directions would end up in subjects and links; what is put in is cleaned instead.
    bundle.set_use_isolating(false);
    for source in sources {
        // What cannot be parsed is left out here, and fails a test that reads the same files.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}
