//! Pages of projects.

use async_graphql::{Context, Object, Result, SimpleObject};
use persistence::{PageRequest, ProjectFilter};

use crate::error::problem;
use crate::session::{Session, session};
use crate::types::int;
use crate::types::page::PageInfo;
use crate::types::project::Project;

/// A page of projects.
pub struct ProjectConnection {
    edges: Vec<ProjectEdge>,
    filter: ProjectFilter,
    page_info: PageInfo,
}

/// A row.
#[derive(Clone, SimpleObject)]
pub struct ProjectEdge {
    /// Where it stands.
    cursor: String,
    /// The project.
    node: Project,
}

impl ProjectConnection {
    pub(crate) async fn load(session: &Session, filter: ProjectFilter, request: &PageRequest) -> Result<Self> {
        let page = session.store.projects(&session.principal, &filter, request).await.map_err(problem)?;
        let page_info = PageInfo::of(&page.cursors, page.next.as_ref());
        let mut edges = Vec::with_capacity(page.items.len());
        for (item, cursor) in page.items.iter().zip(&page.cursors) {
            match session.store.project(&session.principal, item.id).await {
                Ok(view) => edges.push(ProjectEdge { cursor: cursor.as_str().to_owned(), node: Project::new(view) }),
                // It went out of sight between the two reads.
                Err(persistence::Error::NotFound) => {}
                Err(error) => return Err(problem(error)),
            }
        }
        Ok(Self { edges, filter, page_info })
    }
}

#[Object]
impl ProjectConnection {
    /// Rows.
    async fn edges(&self) -> &[ProjectEdge] {
        &self.edges
    }

    /// Where the page ends.
    async fn page_info(&self) -> &PageInfo {
        &self.page_info
    }

    /// How many there are in all; counted only when asked.
    async fn total_count(&self, context: &Context<'_>) -> Result<i32> {
        let session = session(context)?;
        session.store.count_projects(&session.principal, &self.filter).await.map(int).map_err(problem)
    }
}
