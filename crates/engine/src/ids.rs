//! Identifiers: UUIDs for what exists, keys for what a funnel defines.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;
use uuid::Uuid;

use crate::limits;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

ids! {
    /// A care provider; the tenant.
    OrganisationId,
    /// One e-health project.
    ProjectId,
    /// A person within one organisation.
    PersonId,
    /// One published, immutable version of a funnel.
    FunnelVersionId,
    /// A text that a person typed, held beside the log so that it can be erased.
    ContentId,
    /// An uploaded file.
    FileId,
}

/// Why a key was refused.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{0}` is not a key: a key is 1 to {max} characters of a-z, 0-9, - and _, and starts with a letter", max = limits::KEY_LENGTH)]
pub struct KeyError(pub String);

fn is_key(text: &str) -> bool {
    text.len() <= limits::KEY_LENGTH
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_')
}

/// `risks.*.measure`-like paths: segments of letters, digits, `-`, `_`, joined by dots.
fn is_path(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= limits::FIELD_PATH_LENGTH
        && text.split('.').all(|s| !s.is_empty() && s.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'))
}

/// The text of a key. It is copied into every check, blocker and task, so a copy is a count; and it is looked up all the
/// time, so its first sixteen bytes stand beside it: most comparisons end there.
#[derive(Clone)]
struct KeyText {
    /// As numbers, big-endian, with zeros behind a shorter text: they sort as the text does.
    head: [u64; 2],
    text: Arc<str>,
}

impl KeyText {
    fn new(text: &str) -> Self {
        let mut head = [[0; 8]; 2];
        for (at, byte) in head.as_flattened_mut().iter_mut().zip(text.bytes()) {
            *at = byte;
        }
        Self { head: head.map(u64::from_be_bytes), text: text.into() }
    }

    /// Whether the head is all of it: a key has no zeros, so a zero at its end is the end of the text.
    fn is_short(&self) -> bool {
        self.head[1].trailing_zeros() >= 8
    }
}

impl PartialEq for KeyText {
    fn eq(&self, other: &Self) -> bool {
        self.head == other.head && (self.is_short() || Arc::ptr_eq(&self.text, &other.text) || self.text == other.text)
    }
}

impl Eq for KeyText {}

impl PartialOrd for KeyText {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for KeyText {
    fn cmp(&self, other: &Self) -> Ordering {
        match self.head.cmp(&other.head) {
            Ordering::Equal if !self.is_short() => self.text.cmp(&other.text),
            order => order,
        }
    }
}

impl Hash for KeyText {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl fmt::Debug for KeyText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(f)
    }
}

macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident: $valid:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(KeyText);

        impl $name {
            /// Checks `text` against the form of a key.
            ///
            /// # Errors
            /// [`KeyError`] names the text that is not a key.
            pub fn parse(text: impl Into<String>) -> Result<Self, KeyError> {
                let text = text.into();
                if $valid(&text) { Ok(Self(KeyText::new(&text))) } else { Err(KeyError(text)) }
            }

            /// The key as written in the funnel.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0.text
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::parse(String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
            }
        }
    )+};
}

keys! {
    /// Names a funnel, such as `innovatietrechter-ggz`.
    FunnelKey: is_key,
    /// Names a phase, such as `verkenning`.
    PhaseKey: is_key,
    /// Names a gate, such as `g1`.
    GateKey: is_key,
    /// Names a party, such as `ict`.
    PartyKey: is_key,
    /// Names a fact, such as `personal_data`.
    FactKey: is_key,
    /// Names a level of a fact, such as `middel`.
    LevelKey: is_key,
    /// Names a kind of artefact, such as `risicoanalyse`.
    ArtefactKey: is_key,
    /// Names a criterion, such as `client-risico`.
    CriterionKey: is_key,
    /// Names a kind of evidence of the organisation, such as `nen7510`.
    EvidenceKey: is_key,
    /// Names a supplier of the organisation.
    SupplierKey: is_key,
    /// Names a consultation of a gate, such as `advies-clientenraad`.
    ConsultationKey: is_key,
    /// Names a closing duty, such as `gegevens-terug`.
    ClosingKey: is_key,
    /// Names a recurring duty, such as `oefening-uitval`.
    DutyKey: is_key,
    /// Names a kind of change in use, such as `nieuwe-koppeling`.
    ChangeKey: is_key,
    /// Names a check before a rollout, such as `iedereen-geoefend`.
    RolloutCheckKey: is_key,
    /// Names a top-level field of a form (or a path below it, joined by dots) that a criterion rests on.
    FieldPath: is_path,
}
