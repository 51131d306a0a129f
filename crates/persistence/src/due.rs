//! What time makes happen (law 16).

use std::collections::HashSet;
use std::sync::Arc;

use engine::{OrganisationId, ProjectId};
use uuid::Uuid;

use crate::command::Principal;
use crate::error::Error;
use crate::funnels::definition;
use crate::hot;
use crate::log::{Beside, Growing, Surroundings, not_before, store};
use crate::organisations::Known;
use crate::project_row::Opened;
use crate::roster;
use crate::scope::{Scope, Tx};
use crate::store::{Inner, Store};

/// Projects looked up at once.
const AT_ONCE: i64 = 500;

impl Store {
    /// Does what time makes happen (law 16), in all organisations: sends every due command of every organisation and project
    /// whose date has come, and tells every project of changes in what the organisation keeps that did not reach it yet.
    /// Gives the number of events made. Doing it again, or late, makes nothing double.
    ///
    /// # Errors
    /// [`Error::Database`]; what was done before stays done. A damaged project is logged and passed over.
    pub async fn execute_due(&self) -> Result<u64, Error> {
        let mut seen = HashSet::new();
        // First the organisations: what happens there is news for their projects at this same moment.
        let mut events = self.execute_due_organisations().await?;
        loop {
            let due = self.due_projects().await?;
            let fresh: Vec<_> = due.into_iter().filter(|(_, project)| seen.insert(*project)).collect();
            if fresh.is_empty() {
                return Ok(events);
            }
            for (organisation, project) in fresh {
                let inner = Arc::clone(&self.inner);
                let done = self
                    .write(organisation, move |tx| Box::pin(async move { let_time_act(&inner, tx, project).await }))
                    .await;
                match done {
                    Ok((made, sequence)) => {
                        if made > 0 {
                            self.changed(organisation, project, sequence);
                        }
                        events += made;
                    }
                    Err(error @ Error::Database(_)) => return Err(error),
                    Err(error) => tracing::error!(%organisation, %project, %error, "time cannot act on a project"),
                }
            }
        }
    }

    async fn due_projects(&self) -> Result<Vec<(OrganisationId, ProjectId)>, Error> {
        let today = self.now().today;
        self.inner
            .connections
            .read(Scope::Worker, false, move |tx| {
                Box::pin(async move {
                    let sql = "SELECT organisation_id, id FROM projects WHERE due_on <= $1 ORDER BY due_on, id LIMIT $2";
                    let mut rows = tx.rows(sql, [today.into(), AT_ONCE.into()]).await?;
                    let behind = "SELECT DISTINCT u.organisation_id, u.project_id FROM organisation_changes c \
                                  JOIN evidence_use u ON u.organisation_id = c.organisation_id AND u.kind = c.kind \
                                  AND u.supplier = c.supplier AND u.seen < c.sequence \
                                  ORDER BY u.project_id LIMIT $1";
                    rows.extend(tx.rows(behind, [AT_ONCE.into()]).await?);
                    let ids = |row: &sea_orm::QueryResult| {
                        Ok((OrganisationId(row.try_get_by_index(0)?), ProjectId(row.try_get_by_index(1)?)))
                    };
                    rows.iter().map(ids).collect()
                })
            })
            .await
    }
}

/// Sends a project its due commands; gives the number of events and the last of them. The date on which to look again
/// moves on, also when nothing happened.
async fn let_time_act(inner: &Inner, tx: &Tx<'_>, id: ProjectId) -> Result<(u64, u64), Error> {
    let row = hot::load(tx, id, Uuid::nil(), "").await?.ok_or(Error::NotFound)?;
    let roster = roster::at(inner, tx, row.roster_version).await?;
    let opened = Opened::from_row(tx, id, &row).await?;
    let definition = definition(inner, tx, opened.project.funnel).await?;
    let principal = Principal::system(tx.organisation());
    let now = not_before(inner.config.clock.now(), opened.project.last);
    let surroundings = Surroundings::of(&principal, &roster, &inner.config, &definition, now);
    let known = Known::stored(&definition.funnel, &opened.project, row.seen);
    let context = surroundings.context(None);
    let commands = engine::due(&definition.funnel, &opened.project, &context);
    let mut growing = Growing { project: Some(opened.project), head: opened.head, links: Vec::new() };
    for command in commands {
        let Some(project) = &growing.project else { break };
        // What an earlier command of this same moment settled is no longer due.
        if let Ok(events) = engine::decide(&definition.funnel, project, &context, command) {
            growing.append(surroundings.now, &principal.actor, events)?;
        }
    }
    let made = growing.links.len() as u64;
    let sequence = growing.project.as_ref().map_or(0, |project| project.sequence);
    let beside = Beside {
        version: opened.version + 1,
        created_at: opened.created_at,
        title: "",
        contents: &[],
        receipt: None,
        known: Some(known),
    };
    store(tx, &surroundings, &growing, beside).await?;
    Ok((made, sequence))
}
