//! `trechter verify`: folds every log and compares everything that follows from it.

use engine::{OrganisationId, ProjectId};

use crate::error::Error;
use crate::store::{Store, unbuilt};

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VerifyReport {
    /// Projects looked at.
    pub projects: u64,
    /// Events looked at.
    pub events: u64,
    /// Texts looked at.
    pub contents: u64,
    /// Files looked at.
    pub files: u64,
    /// Everything that is not as it should be; per project the first bad event only.
    pub findings: Vec<Finding>,
}

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Whose.
    pub organisation: OrganisationId,
    /// In which project.
    pub project: ProjectId,
    /// Where.
    pub place: Place,
    /// What is wrong, in one English sentence for the operator.
    pub message: String,
}

/// Where something is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// An event of the log: the first one that does not hold.
    Event(u64),
    /// The head of the chain or the number of events.
    Head,
    /// The state beside the log.
    State,
    /// A read table beside the log.
    Table(&'static str),
    /// A text.
    Content(engine::ContentId),
    /// A file.
    File(engine::FileId),
}

impl Store {
    /// Looks at everything, project by project. Reads only.
    ///
    /// # Errors
    /// [`Error::Database`] when it cannot be read; what is damaged is a finding, not an error.
    pub async fn verify(&self) -> Result<VerifyReport, Error> {
        unbuilt()
    }
}
