//! The organisation itself.

use engine::OrganisationId;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::error::Error;
use crate::scope::Scope;
use crate::store::Store;

/// A care provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationView {
    /// Which.
    pub id: OrganisationId,
    /// What it is called.
    pub name: String,
    /// The telephone number in its mails.
    pub phone: String,
    /// The language it writes in: `nl` or `en`.
    pub language: String,
}

#[derive(FromQueryResult)]
pub(crate) struct OrganisationRow {
    id: Uuid,
    name: String,
    phone: String,
    language: String,
}

impl From<OrganisationRow> for OrganisationView {
    fn from(row: OrganisationRow) -> Self {
        Self { id: OrganisationId(row.id), name: row.name, phone: row.phone, language: row.language }
    }
}

impl Store {
    /// An organisation.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn organisation(&self, organisation: OrganisationId) -> Result<OrganisationView, Error> {
        self.read(organisation, |tx| {
            Box::pin(async move {
                let sql = "SELECT id, name, phone, language FROM organisations WHERE id = $1";
                let row: Option<OrganisationRow> = tx.one(sql, []).await?;
                row.map(OrganisationView::from).ok_or(Error::NotFound)
            })
        })
        .await
    }

    /// All organisations; for the worker, `verify` and the demo, never for a person.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn organisations(&self) -> Result<Vec<OrganisationView>, Error> {
        self.inner
            .connections
            .read(Scope::Worker, false, |tx| {
                Box::pin(async move {
                    let sql = "SELECT id, name, phone, language FROM organisations ORDER BY id";
                    let rows: Vec<OrganisationRow> = tx.all(sql, []).await?;
                    Ok(rows.into_iter().map(OrganisationView::from).collect())
                })
            })
            .await
    }
}
