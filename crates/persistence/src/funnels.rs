//! Published funnel versions: immutable, cached for ever.

use std::sync::Arc;

use funnel::Definition;
use engine::{FunnelVersionId, OrganisationId};

use crate::error::Error;
use crate::store::{Store, unbuilt};

/// A published version in a list.
#[derive(Clone, Debug)]
pub struct FunnelItem {
    /// Which.
    pub id: FunnelVersionId,
    /// What it says.
    pub definition: Arc<Definition>,
}

impl Store {
    /// Publishes a funnel from its file. The same text again gives the same version.
    ///
    /// # Errors
    /// [`Error::Funnel`] with every problem of the publishing checks; [`Error::Exists`] when this version number of this
    /// funnel was published with another text.
    pub async fn publish_funnel(&self, organisation: OrganisationId, source: &str) -> Result<FunnelVersionId, Error> {
        let _ = (organisation, source);
        unbuilt()
    }

    /// One version.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn definition(&self, organisation: OrganisationId, id: FunnelVersionId) -> Result<Arc<Definition>, Error> {
        let _ = (organisation, id);
        unbuilt()
    }

    /// The text of one version, as it was published.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn funnel_source(&self, organisation: OrganisationId, id: FunnelVersionId) -> Result<String, Error> {
        let _ = (organisation, id);
        unbuilt()
    }

    /// The newest version of each funnel.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn funnels(&self, organisation: OrganisationId) -> Result<Vec<FunnelItem>, Error> {
        let _ = organisation;
        unbuilt()
    }
}
