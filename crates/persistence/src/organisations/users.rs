//! The projects that rest on evidence of the organisation, for who looks at that evidence.

use engine::{EvidenceId, ProjectId};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::uses::Use;
use crate::command::Principal;
use crate::error::Error;
use crate::store::Store;
use crate::visible::Query;

/// Projects listed at most; whoever has more looks at the list of projects.
const AT_MOST: i64 = 200;

/// A project that rests on evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceUser {
    /// Which.
    pub project: ProjectId,
    /// What it is called; empty when erased.
    pub title: String,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    title: String,
}

impl Store {
    /// The projects that rest on this evidence and that the principal may see, by title; 200 at most.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn evidence_users(&self, principal: &Principal, evidence: &EvidenceId) -> Result<Vec<EvidenceUser>, Error> {
        let Use { kind, supplier } = Use::evidence(evidence);
        let mut query = Query::new(
            "SELECT p.id, p.title FROM evidence_use u \
             JOIN projects p ON p.id = u.project_id AND p.organisation_id = u.organisation_id \
             WHERE u.organisation_id = $1",
        );
        query
            .equal("u.kind", kind)
            .equal("u.supplier", supplier)
            .visible(principal, self.now().today)
            .push("ORDER BY p.title, p.id");
        let limit = query.bind(AT_MOST);
        query.push(&format!("LIMIT {limit}"));
        let rows: Vec<Row> = self
            .read(principal.organisation, move |tx| Box::pin(async move { tx.all(&query.sql, query.values).await }))
            .await?;
        Ok(rows.into_iter().map(|row| EvidenceUser { project: ProjectId(row.id), title: row.title }).collect())
    }
}
