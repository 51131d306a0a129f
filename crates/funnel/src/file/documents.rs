//! The documents that gates ask.

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use super::{Bilingual, Condition};

/// A kind of document.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Artefact {
    /// The id, such as `risicoanalyse`.
    pub id: String,
    /// The name on the screen.
    pub name: Bilingual,
    /// What it is for, in plain words.
    pub help: Bilingual,
    /// The themes it answers, as `framework/theme`.
    #[serde(default)]
    pub themes: Vec<String>,
    /// Where it comes from.
    #[serde(default)]
    pub sources: Vec<String>,
    /// Who writes it: `lead`, or a party. The first is asked.
    pub written_by: Vec<String>,
    /// The parties that approve it.
    pub reviewed_by: Vec<String>,
    /// The parties that approve it too in some projects, such as from a medium impact on.
    #[serde(default)]
    pub also_reviewed_by: Vec<AlsoReviewer>,
    /// Working days that a reviewing party has.
    #[schemars(range(max = 65_535))]
    pub review_days: u32,
    /// The form, as JSON Schema 2020-12.
    #[serde(default)]
    #[schemars(schema_with = "form_schema")]
    pub form: Option<Value>,
    /// Which files it has.
    #[serde(default)]
    #[schemars(with = "Files")]
    pub files: Option<Files>,
    /// Days that a revision counts, from its submission; without this and `ends_on` for ever.
    #[serde(default)]
    #[schemars(with = "u32", range(max = 65_535))]
    pub valid_days: Option<u32>,
    /// The date field of its form with the last day it counts, such as `certificates.valid_until`. The earlier end holds.
    #[serde(default)]
    #[schemars(with = "String")]
    pub ends_on: Option<String>,
    /// Days ahead that its writers hear of its end; without this 60.
    #[serde(default)]
    #[schemars(with = "u32", range(max = 65_535))]
    pub notice_days: Option<u32>,
    /// The phases in which its writers hear of its end; without this in every phase.
    #[serde(default)]
    pub watched_in: Vec<String>,
    /// Where it binds the organisation: what comes before its signing.
    #[serde(default)]
    #[schemars(with = "Contract")]
    pub contract: Option<Contract>,
}

/// A party that approves a document in some projects.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AlsoReviewer {
    /// Which party.
    pub party: String,
    /// In which projects.
    pub when: Condition,
}

/// What comes before the signing of a document.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contract {
    /// The date field of its form with the day of signing.
    pub signed_on: String,
    /// The criterion that is met first, such as `ict-gereed`.
    pub after: String,
    /// The party whose answer on it counts.
    pub party: String,
}

/// The files of a document.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Files {
    /// Whether at least one is needed.
    #[serde(default)]
    pub required: bool,
    /// How many at most.
    #[schemars(range(max = 65_535))]
    pub at_most: u32,
    /// Which kinds.
    pub types: Vec<FileType>,
}

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FileType {
    /// PDF document.
    Pdf,
    /// PNG picture.
    Png,
    /// JPEG picture.
    Jpeg,
    /// Word document.
    Docx,
    /// Excel sheet.
    Xlsx,
    /// `PowerPoint` presentation.
    Pptx,
    /// `OpenDocument` text.
    Odt,
    /// `OpenDocument` sheet.
    Ods,
}

impl FileType {
    /// The media type that an upload of this kind has.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
        }
    }
}

fn form_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    schemars::json_schema!({ "type": "object" })
}
