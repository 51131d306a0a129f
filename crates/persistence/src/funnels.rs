//! Published funnel versions: immutable, cached for ever.

use std::sync::Arc;

use engine::{FunnelVersionId, OrganisationId};
use funnel::Definition;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::canonical::sha256;
use crate::error::Error;
use crate::project_row::organisation_exists;
use crate::scope::Tx;
use crate::store::{Inner, Store};

/// A published version in a list.
#[derive(Clone, Debug)]
pub struct FunnelItem {
    /// Which.
    pub id: FunnelVersionId,
    /// What it says.
    pub definition: Arc<Definition>,
}

#[derive(FromQueryResult)]
struct SourceRow {
    id: Uuid,
    source: String,
    sha256: Vec<u8>,
}

impl SourceRow {
    /// A version was checked when it was published; a text that differs from then, or no longer parses, is damage.
    fn parse(&self) -> Result<Arc<Definition>, Error> {
        let corrupt = || Error::corrupt("funnel_versions", self.id);
        if sha256(&[self.source.as_bytes()]).0.as_slice() != self.sha256 {
            return Err(corrupt());
        }
        funnel::parse(&self.source).map(Arc::new).map_err(|_| corrupt())
    }
}

/// A version, from the cache or from its row.
pub(crate) async fn definition(inner: &Inner, tx: &Tx<'_>, id: FunnelVersionId) -> Result<Arc<Definition>, Error> {
    if let Some(definition) = inner.cached_definition(tx.organisation(), id) {
        return Ok(definition);
    }
    let sql = "SELECT id, source, sha256 FROM funnel_versions WHERE organisation_id = $1 AND id = $2";
    let row: SourceRow = tx.one(sql, [id.0.into()]).await?.ok_or(Error::NotFound)?;
    let definition = row.parse()?;
    inner.cache_definition(tx.organisation(), id, &definition);
    Ok(definition)
}

impl Store {
    /// Publishes a funnel from its file. The same text again gives the same version.
    ///
    /// # Errors
    /// [`Error::Funnel`] with every problem of the publishing checks; [`Error::Exists`] when this version number of this
    /// funnel was published with another text.
    pub async fn publish_funnel(&self, organisation: OrganisationId, source: &str) -> Result<FunnelVersionId, Error> {
        let definition = Arc::new(funnel::parse(source).map_err(Error::Funnel)?);
        let hash = sha256(&[source.as_bytes()]).0.to_vec();
        let (inner, source) = (Arc::clone(&self.inner), source.to_owned());
        self.write(organisation, move |tx| {
            Box::pin(async move {
                organisation_exists(tx, organisation).await?;
                let (key, version) = (definition.funnel.key.as_str().to_owned(), i64::from(definition.version));
                let found = "SELECT id, source, sha256 FROM funnel_versions \
                             WHERE organisation_id = $1 AND key = $2 AND version = $3";
                let published: Option<SourceRow> = tx.one(found, [key.clone().into(), version.into()]).await?;
                if let Some(published) = published {
                    let same = published.sha256 == hash;
                    return if same { Ok(FunnelVersionId(published.id)) } else { Err(Error::Exists) };
                }
                let id = inner.new_id();
                let insert = "INSERT INTO funnel_versions (organisation_id, id, key, version, source, sha256, published_at) \
                              VALUES ($1, $2, $3, $4, $5, $6, $7)";
                let now = inner.config.clock.now().at.0;
                let values = [id.into(), key.into(), version.into(), source.into(), hash.into(), now.into()];
                tx.execute(insert, values).await?;
                Ok(FunnelVersionId(id))
            })
        })
        .await
    }

    /// One version.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn definition(&self, organisation: OrganisationId, id: FunnelVersionId) -> Result<Arc<Definition>, Error> {
        if let Some(definition) = self.inner.cached_definition(organisation, id) {
            return Ok(definition);
        }
        let inner = Arc::clone(&self.inner);
        self.read(organisation, move |tx| Box::pin(async move { definition(&inner, tx, id).await })).await
    }

    /// The text of one version, as it was published.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn funnel_source(&self, organisation: OrganisationId, id: FunnelVersionId) -> Result<String, Error> {
        self.read(organisation, move |tx| {
            Box::pin(async move {
                let sql = "SELECT id, source, sha256 FROM funnel_versions WHERE organisation_id = $1 AND id = $2";
                let row: Option<SourceRow> = tx.one(sql, [id.0.into()]).await?;
                row.map(|row| row.source).ok_or(Error::NotFound)
            })
        })
        .await
    }

    /// The newest version of each funnel.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn funnels(&self, organisation: OrganisationId) -> Result<Vec<FunnelItem>, Error> {
        let inner = Arc::clone(&self.inner);
        self.read(organisation, move |tx| {
            Box::pin(async move {
                let sql = "SELECT id FROM funnel_versions f WHERE organisation_id = $1 AND version = \
                           (SELECT max(version) FROM funnel_versions n WHERE n.organisation_id = $1 AND n.key = f.key) \
                           ORDER BY key";
                let mut items = Vec::new();
                for row in tx.rows(sql, []).await? {
                    let id = FunnelVersionId(row.try_get_by_index(0)?);
                    items.push(FunnelItem { id, definition: definition(&inner, tx, id).await? });
                }
                Ok(items)
            })
        })
        .await
    }
}
