//! What somebody should know.

use std::collections::BTreeMap;

use engine::{ArtefactKey, GateKey, Label, Outcome, Parties, PersonId, ProjectId};
use serde::{Deserialize, Serialize};
use time::Date;

use crate::council::{BodyNews, ToBody};
use crate::news::{News, NewsKind};
use crate::texts::Language;

/// One thing that one person should know. There is at most one for each event, recipient and kind. It holds names from
/// the funnel and nothing that people typed, so it can be stored and outlives an erasure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// About which project; the organisation's own id where it is about the organisation itself.
    pub project: ProjectId,
    /// About which event in its log.
    pub sequence: u64,
    /// The date of the event, in the organisation's zone. Dates of another year are written with their year.
    pub on: Date,
    /// Whom it is for.
    pub to: PersonId,
    /// What it is.
    pub matter: Matter,
}

/// What a notice is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Matter {
    /// What happened on the way, for the people of the provider.
    News(News),
    /// A revision waits for the review of the recipient's parties.
    PleaseReview {
        /// Of which artefact.
        artefact: ArtefactKey,
        /// Its name.
        name: Label,
        /// The revision.
        revision: u32,
        /// The recipient's parties that review it.
        parties: Vec<Label>,
        /// Until when they have.
        due: Date,
    },
    /// A gate was decided.
    DecisionTaken {
        /// Which gate.
        gate: GateKey,
        /// Its name.
        name: Label,
        /// The party that decided.
        party: Label,
        /// How.
        outcome: Outcome,
        /// The phase that the project is in now; none when it stopped.
        phase: Option<Label>,
        /// Whether rework leads to the very phase that the gate closes.
        here: bool,
    },
    /// Something for the people of a body that is consulted; its letter holds a personal link.
    ToBody(ToBody),
}

/// The kind of a notice, as it is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// See [`Matter::News`].
    News(NewsKind),
    /// See [`Matter::PleaseReview`].
    PleaseReview,
    /// See [`Matter::DecisionTaken`].
    DecisionTaken,
    /// See [`Matter::ToBody`].
    Council(BodyNews),
}

impl NoticeKind {
    /// The name in the database and in the texts.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::News(kind) => kind.as_str(),
            Self::PleaseReview => "please_review",
            Self::DecisionTaken => "decision_taken",
            Self::Council(news) => news.kind(),
        }
    }
}

impl Notice {
    /// The kind; together with event and recipient it makes a notice unique.
    #[must_use]
    pub fn kind(&self) -> NoticeKind {
        match &self.matter {
            Matter::News(news) => NoticeKind::News(news.kind),
            Matter::PleaseReview { .. } => NoticeKind::PleaseReview,
            Matter::DecisionTaken { .. } => NoticeKind::DecisionTaken,
            Matter::ToBody(to_body) => NoticeKind::Council(to_body.news),
        }
    }

    /// Whether it only tells, so that the page of somebody without an account is a place to read more. What asks for something
    /// that is done on the screens is not.
    #[must_use]
    pub fn only_tells(&self) -> bool {
        match &self.matter {
            Matter::News(news) => !news.kind.asks(),
            Matter::DecisionTaken { .. } => true,
            Matter::PleaseReview { .. } | Matter::ToBody(_) => false,
        }
    }

    /// Where in the web application the recipient can act on it or read it. People of a body get a personal link instead,
    /// with [`crate::render_at`].
    #[must_use]
    pub fn path(&self) -> String {
        let project = self.project;
        match &self.matter {
            Matter::News(news) => news.path(project),
            Matter::PleaseReview { artefact, .. } => format!("/projecten/{project}/documenten/{artefact}"),
            Matter::DecisionTaken { .. } | Matter::ToBody(_) => format!("/projecten/{project}"),
        }
    }
}

/// Somebody who can get mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// The full name.
    pub name: String,
    /// The address.
    pub email: String,
    /// The language of the letter.
    pub language: Language,
}

/// The people of an organisation at the moment of planning.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    /// Everyone who can get mail; who is not here gets none.
    pub people: BTreeMap<PersonId, Recipient>,
    /// Who belongs to which party.
    pub parties: Parties,
}
