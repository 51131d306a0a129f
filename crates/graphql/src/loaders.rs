//! One statement per kind of thing and request, however many fields ask.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use engine::{ContentId, FileId, ProjectId};
use persistence::{Error, FileRow, Principal, Store, TimelineItem};

use crate::types::project::Project;

/// Texts typed by people.
pub(crate) struct TextLoader {
    pub store: Store,
    pub principal: Principal,
}

impl Loader<ContentId> for TextLoader {
    type Value = Option<String>;
    type Error = Arc<Error>;

    async fn load(&self, keys: &[ContentId]) -> Result<HashMap<ContentId, Self::Value>, Self::Error> {
        self.store.texts(&self.principal, keys).await.map_err(Arc::new)
    }
}

/// Uploaded files.
pub(crate) struct FileLoader {
    pub store: Store,
    pub principal: Principal,
}

impl Loader<FileId> for FileLoader {
    type Value = FileRow;
    type Error = Arc<Error>;

    async fn load(&self, keys: &[FileId]) -> Result<HashMap<FileId, FileRow>, Self::Error> {
        let rows = self.store.files(&self.principal, keys).await.map_err(Arc::new)?;
        Ok(rows.into_iter().map(|row| (row.id, row)).collect())
    }
}

/// What happened in the consultations of projects.
pub(crate) struct ConsultationLoader {
    pub store: Store,
    pub principal: Principal,
}

impl Loader<ProjectId> for ConsultationLoader {
    type Value = Arc<Vec<TimelineItem>>;
    type Error = Arc<Error>;

    async fn load(&self, keys: &[ProjectId]) -> Result<HashMap<ProjectId, Self::Value>, Self::Error> {
        let logs = self.store.consultation_logs(&self.principal, keys).await.map_err(Arc::new)?;
        Ok(logs.into_iter().map(|(project, log)| (project, Arc::new(log))).collect())
    }
}

/// Projects behind what a list names by number alone: each is read once, however many entries of a page are about it.
pub(crate) struct ProjectLoader {
    pub store: Store,
    pub principal: Principal,
}

impl Loader<ProjectId> for ProjectLoader {
    type Value = Project;
    type Error = Arc<Error>;

    /// One read for each project; one that may not be seen is left out.
    async fn load(&self, keys: &[ProjectId]) -> Result<HashMap<ProjectId, Project>, Self::Error> {
        let mut found = HashMap::with_capacity(keys.len());
        for key in keys {
            match self.store.project(&self.principal, *key).await {
                Ok(view) => {
                    found.insert(*key, Project::new(view));
                }
                Err(Error::NotFound) => {}
                Err(error) => return Err(Arc::new(error)),
            }
        }
        Ok(found)
    }
}
