//! Drafts: what is being written, outside the log.

use std::collections::BTreeSet;

use engine::{ArtefactKey, FileId, PersonId, ProjectId, Timestamp};

use crate::command::Principal;
use crate::error::Error;
use crate::store::{Store, unbuilt};
use crate::text::Text;

/// The draft of one artefact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Grows with each save, from 1; a save names the one it saw.
    pub version: u32,
    /// The form answers as JSON, incomplete or wrong as they may be.
    pub answers: Option<String>,
    /// The files.
    pub files: Vec<FileId>,
    /// Everyone who saved it.
    pub authors: BTreeSet<PersonId>,
    /// Who saved it last.
    pub saved_by: PersonId,
    /// When.
    pub saved_at: Timestamp,
}

impl Store {
    /// The draft of an artefact, for those who may write it.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the project may not be seen, or not written by this person.
    pub async fn draft(
        &self,
        principal: &Principal,
        project: ProjectId,
        artefact: &ArtefactKey,
    ) -> Result<Option<Draft>, Error> {
        let _ = (principal, project, artefact);
        unbuilt()
    }

    /// Saves a draft over version `seen` (0 when there was none).
    ///
    /// # Errors
    /// [`Error::DraftChanged`] with what is there when it is another version; [`Error::Rejected`] for who may not write.
    pub async fn save_draft(
        &self,
        principal: &Principal,
        project: ProjectId,
        artefact: &ArtefactKey,
        seen: u32,
        answers: Option<Text>,
        files: Vec<FileId>,
    ) -> Result<Draft, Error> {
        let _ = (principal, project, artefact, seen, answers, files);
        unbuilt()
    }

    /// Throws a draft away if it is still version `seen`.
    ///
    /// # Errors
    /// As [`Store::save_draft`].
    pub async fn discard_draft(
        &self,
        principal: &Principal,
        project: ProjectId,
        artefact: &ArtefactKey,
        seen: u32,
    ) -> Result<(), Error> {
        let _ = (principal, project, artefact, seen);
        unbuilt()
    }

    /// Whether this person may write the artefact; asked before an upload is taken in.
    ///
    /// # Errors
    /// [`Error::NotFound`] or [`Error::Rejected`] when not.
    pub async fn may_write(&self, principal: &Principal, project: ProjectId, artefact: &ArtefactKey) -> Result<(), Error> {
        let _ = (principal, project, artefact);
        unbuilt()
    }
}
