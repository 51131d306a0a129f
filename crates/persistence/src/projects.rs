//! Projects as they are read.

use std::sync::Arc;

use funnel::Definition;
use engine::{FunnelVersionId, Lifecycle, PersonId, PhaseKey, Project, ProjectId, Timestamp};

use crate::command::Principal;
use crate::error::Error;
use crate::page::{Page, PageRequest};
use crate::roster::Roster;
use crate::store::{Store, unbuilt};

/// One project with everything the engine needs to answer questions about it.
#[derive(Clone, Debug)]
pub struct ProjectView {
    /// The state.
    pub state: Project,
    /// The funnel version it runs on, with its forms.
    pub definition: Arc<Definition>,
    /// What it is called; empty when erased.
    pub title: String,
    /// What it is about; empty when erased.
    pub summary: String,
    /// When it started.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// Grows with every change; for caches and subscriptions, never sent back by clients.
    pub version: u64,
    /// The people and parties of the organisation at the same moment.
    pub roster: Arc<Roster>,
}

/// One project in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectItem {
    /// Which.
    pub id: ProjectId,
    /// What it is called; empty when erased.
    pub title: String,
    /// In which phase.
    pub phase: PhaseKey,
    /// Whether it still moves.
    pub lifecycle: Lifecycle,
    /// Who leads it.
    pub lead: PersonId,
    /// On which funnel version.
    pub funnel: FunnelVersionId,
    /// When it started.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// Grows with every change.
    pub version: u64,
}

/// Which projects to list; nothing set lists all that may be seen, last changed first.
#[derive(Clone, Debug, Default)]
pub struct ProjectFilter {
    /// Only in this phase.
    pub phase: Option<PhaseKey>,
    /// Only under way, or only finished.
    pub lifecycle: Option<Lifecycle>,
    /// Only with this lead.
    pub lead: Option<PersonId>,
}

impl Store {
    /// One project.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it may not be seen.
    pub async fn project(&self, principal: &Principal, project: ProjectId) -> Result<ProjectView, Error> {
        let _ = (principal, project);
        unbuilt()
    }

    /// The projects that may be seen, last changed first.
    ///
    /// # Errors
    /// [`Error::Page`] for a cursor of another list.
    pub async fn projects(
        &self,
        principal: &Principal,
        filter: &ProjectFilter,
        page: &PageRequest,
    ) -> Result<Page<ProjectItem>, Error> {
        let _ = (principal, filter, page);
        unbuilt()
    }

    /// How many projects may be seen.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn count_projects(&self, principal: &Principal, filter: &ProjectFilter) -> Result<u64, Error> {
        let _ = (principal, filter);
        unbuilt()
    }
}
