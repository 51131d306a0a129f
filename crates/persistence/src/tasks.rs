//! What waits for whom, over all projects.

use engine::{FunnelVersionId, PhaseKey, ProjectId, Task};

use crate::command::Principal;
use crate::error::Error;
use crate::page::{Page, PageRequest};
use crate::store::{Store, unbuilt};

/// One task in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskItem {
    /// Of which project.
    pub project: ProjectId,
    /// What the project is called.
    pub project_title: String,
    /// In which phase it is.
    pub phase: PhaseKey,
    /// On which funnel version it runs: names and questions are there.
    pub funnel: FunnelVersionId,
    /// What is asked, of whom, since and until when.
    pub task: Task,
}

/// Which tasks to list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskFilter {
    /// What waits for this person, or for a party this person belongs to now.
    Mine,
    /// What waits for somebody else, in projects that may be seen.
    Others,
    /// Everything that waits in one project.
    Project(ProjectId),
}

impl Store {
    /// Open tasks by due date, the earliest first. What is done is in [`Store::acts`].
    ///
    /// # Errors
    /// [`Error::Page`] for a cursor of another list; [`Error::NotFound`] for a project that may not be seen.
    pub async fn tasks(
        &self,
        principal: &Principal,
        filter: TaskFilter,
        page: &PageRequest,
    ) -> Result<Page<TaskItem>, Error> {
        let _ = (principal, filter, page);
        unbuilt()
    }

    /// How many open tasks there are.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn count_tasks(&self, principal: &Principal, filter: TaskFilter) -> Result<u64, Error> {
        let _ = (principal, filter);
        unbuilt()
    }
}
