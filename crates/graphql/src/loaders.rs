//! One statement per kind of thing and request, however many fields ask.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use engine::{ArtefactKey, ContentId, FileId, ProjectId};
use persistence::{Draft, Error, FileRow, Principal, Store, TimelineItem};

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

/// Drafts: one read for each project, however many of its documents a page shows.
pub(crate) struct DraftLoader {
    pub store: Store,
    pub principal: Principal,
}

impl Loader<(ProjectId, ArtefactKey)> for DraftLoader {
    type Value = Draft;
    type Error = Arc<Error>;

    async fn load(
        &self,
        keys: &[(ProjectId, ArtefactKey)],
    ) -> Result<HashMap<(ProjectId, ArtefactKey), Draft>, Self::Error> {
        let mut asked: BTreeMap<ProjectId, BTreeSet<ArtefactKey>> = BTreeMap::new();
        for (project, artefact) in keys {
            asked.entry(*project).or_default().insert(artefact.clone());
        }
        let mut found = HashMap::new();
        for (project, artefacts) in asked {
            match self.store.drafts(&self.principal, project, artefacts).await {
                Ok(drafts) => found.extend(drafts.into_iter().map(|(artefact, draft)| ((project, artefact), draft))),
                Err(Error::NotFound) => {}
                Err(error) => return Err(Arc::new(error)),
            }
        }
        Ok(found)
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
