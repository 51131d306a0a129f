//! What happened: the log as people read it.

use engine::{ArtefactKey, Hash, ProjectId, Recorded, Revision, Subject};

use crate::command::Principal;
use crate::error::Error;
use crate::page::{Page, PageRequest};
use crate::store::{Store, unbuilt};

/// One event of a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineItem {
    /// Of which project.
    pub project: ProjectId,
    /// What the project is called.
    pub project_title: String,
    /// The event.
    pub recorded: Recorded,
    /// Its place in the chain: SHA-256(hash before ‖ canonical bytes).
    pub hash: Hash,
}

/// One revision of a document, current or superseded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevisionItem {
    /// The event that submitted it.
    pub sequence: u64,
    /// Who submitted it.
    pub by: Subject,
    /// What it consists of.
    pub revision: Revision,
    /// The form fields that changed against the revision before it.
    pub changed_fields: std::collections::BTreeSet<engine::FieldPath>,
}

impl Store {
    /// The events of a project, newest first.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the project may not be seen; [`Error::Page`] for a cursor of another list;
    /// [`Error::Corrupt`] for an event that cannot be read.
    pub async fn timeline(
        &self,
        principal: &Principal,
        project: ProjectId,
        page: &PageRequest,
    ) -> Result<Page<TimelineItem>, Error> {
        let _ = (principal, project, page);
        unbuilt()
    }

    /// What the acting person did, over all projects, newest first.
    ///
    /// # Errors
    /// As [`Store::timeline`].
    pub async fn acts(&self, principal: &Principal, page: &PageRequest) -> Result<Page<TimelineItem>, Error> {
        let _ = (principal, page);
        unbuilt()
    }

    /// The revisions of a document, newest first.
    ///
    /// # Errors
    /// As [`Store::timeline`].
    pub async fn revisions(
        &self,
        principal: &Principal,
        project: ProjectId,
        artefact: &ArtefactKey,
        page: &PageRequest,
    ) -> Result<Page<RevisionItem>, Error> {
        let _ = (principal, project, artefact, page);
        unbuilt()
    }

    /// One revision of a document by its ordinal.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none or the project may not be seen.
    pub async fn revision(
        &self,
        principal: &Principal,
        project: ProjectId,
        artefact: &ArtefactKey,
        number: u32,
    ) -> Result<RevisionItem, Error> {
        let _ = (principal, project, artefact, number);
        unbuilt()
    }
}
