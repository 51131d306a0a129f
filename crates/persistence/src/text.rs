//! Text that people type, checked at the door.

use std::fmt;

use serde::{Serialize, Serializer};
use thiserror::Error;

/// How long a kind of text may be. Every text that enters the store has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// The name of a project or a file: 200 characters, one line.
    Title,
    /// A summary in a few sentences: 4,000 characters.
    Summary,
    /// A note, motivation or reason: 10,000 characters.
    Note,
    /// The answers of a form as JSON: 256 KiB.
    Answers,
    /// The name of a person, party or organisation, or a function: 120 characters, one line.
    Name,
    /// An e-mail address: 254 characters (RFC 5321), one line.
    Address,
}

impl Limit {
    /// Characters; for [`Limit::Answers`] bytes.
    #[must_use]
    pub fn length(self) -> usize {
        match self {
            Self::Title => 200,
            Self::Summary => 4_000,
            Self::Note => 10_000,
            Self::Answers => 256 * 1024,
            Self::Name => 120,
            Self::Address => 254,
        }
    }

    fn one_line(self) -> bool {
        matches!(self, Self::Title | Self::Name | Self::Address)
    }

    fn measure(self, text: &str) -> usize {
        if self == Self::Answers { text.len() } else { text.chars().count() }
    }
}

/// Why a text was refused.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TextProblem {
    /// Nothing but white space.
    #[error("the text is empty")]
    Empty,
    /// Longer than its limit.
    #[error("the text has {length} characters; at most {limit} are taken")]
    TooLong {
        /// How long it is.
        length: usize,
        /// How long it may be.
        limit: usize,
    },
    /// A NUL, another control character, or a character that turns the direction of text around.
    #[error("the text holds the character U+{:04X}, which is not taken", u32::from(*character))]
    Character {
        /// Which.
        character: char,
    },
    /// An e-mail address without one `@` between two parts.
    #[error("this is not an e-mail address")]
    Address,
    /// Form answers that are not a JSON object, or too deeply nested, or with numbers that cannot be kept exactly.
    #[error("the answers are not a JSON object that can be kept: {0}")]
    Json(String),
}

/// Text of a person: without control and bidi characters, trimmed, from one character to its limit.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Text(String);

impl Text {
    /// Checks and trims `text`. Line ends become `\n`; in a text of one line they are refused.
    ///
    /// # Errors
    /// [`TextProblem`] names the first thing that is wrong.
    pub fn parse(text: &str, limit: Limit) -> Result<Self, TextProblem> {
        let text = text.trim().replace("\r\n", "\n");
        if text.is_empty() {
            return Err(TextProblem::Empty);
        }
        let length = limit.measure(&text);
        if length > limit.length() {
            return Err(TextProblem::TooLong { length, limit: limit.length() });
        }
        check_characters(&text, limit.one_line())?;
        if limit == Limit::Address && !is_address(&text) {
            return Err(TextProblem::Address);
        }
        Ok(Self(text))
    }

    /// The text itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text itself, owned.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }
}

/// Refuses characters that cannot be stored (NUL), that hide text, or that turn its direction around.
pub(crate) fn check_characters(text: &str, one_line: bool) -> Result<(), TextProblem> {
    let refused = |c: &char| {
        let white = !one_line && matches!(c, '\n' | '\t');
        (c.is_control() && !white)
            || matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
            || (one_line && matches!(c, '\u{2028}' | '\u{2029}'))
    };
    match text.chars().find(refused) {
        Some(character) => Err(TextProblem::Character { character }),
        None => Ok(()),
    }
}

fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let plain = |part: &str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || "<>()[],;:\"\\@".contains(c));
    plain(local) && plain(domain)
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Typed text does not belong in logs.
        write!(f, "Text({} characters)", self.0.chars().count())
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}
