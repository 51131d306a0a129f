//! Texts and form answers beside the log.

use std::collections::HashMap;

use engine::ContentId;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::command::Principal;
use crate::error::Error;
use crate::store::Store;
use crate::visible::Query;

/// Texts looked up in one statement; far below what SQLite takes, and few lengths so that statements stay prepared.
const AT_ONCE: usize = 200;

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    body: Option<String>,
}

impl Store {
    /// The texts behind references, many at once: of projects that may be seen, and of the organisation itself. An erased
    /// text is `None`; what may not be seen is absent.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn texts(
        &self,
        principal: &Principal,
        ids: &[ContentId],
    ) -> Result<HashMap<ContentId, Option<String>>, Error> {
        let queries: Vec<(usize, Query, Query)> = ids
            .chunks(AT_ONCE)
            .map(|ids| {
                let mut query = Query::new(
                    "SELECT c.id, c.body FROM contents c JOIN projects p ON p.id = c.project_id AND p.organisation_id = $1 \
                     WHERE c.organisation_id = $1",
                );
                query.visible(principal, self.now().today).among("c.id", ids.iter().map(|id| id.0));
                // Under its own id stands what the organisation itself said.
                let mut own = Query::new("SELECT id, body FROM contents WHERE organisation_id = $1 AND project_id = $1");
                own.among("id", ids.iter().map(|id| id.0));
                (ids.len(), query, own)
            })
            .collect();
        if queries.is_empty() {
            return Ok(HashMap::new());
        }
        self.read(principal.organisation, move |tx| {
            Box::pin(async move {
                let mut texts = HashMap::new();
                for (asked, query, own) in queries {
                    let mut rows: Vec<Row> = tx.all(&query.sql, query.values).await?;
                    if rows.len() < asked {
                        rows.extend(tx.all::<Row>(&own.sql, own.values).await?);
                    }
                    texts.extend(rows.into_iter().map(|row| (ContentId(row.id), row.body)));
                }
                Ok(texts)
            })
        })
        .await
    }
}
