//! What time makes happen in organisations (laws 12 and 16).

use std::sync::Arc;

use engine::OrganisationId;

use super::execute::context;
use super::growing::{self, Growing};
use super::row;
use crate::command::Principal;
use crate::error::Error;
use crate::log::not_before;
use crate::roster;
use crate::scope::{Scope, Tx};
use crate::store::{Inner, Store};

/// Organisations looked up at once; those left wait for the next time.
const AT_ONCE: i64 = 10_000;

impl Store {
    /// Sends every organisation whose date has come its due commands; gives the number of events made.
    pub(crate) async fn execute_due_organisations(&self) -> Result<u64, Error> {
        let mut events = 0;
        for organisation in self.due_organisations().await? {
            let inner = Arc::clone(&self.inner);
            match self.write(organisation, move |tx| Box::pin(async move { let_time_act(&inner, tx).await })).await {
                Ok(made) => events += made,
                Err(error @ Error::Database(_)) => return Err(error),
                Err(error) => tracing::error!(%organisation, %error, "time cannot act on an organisation"),
            }
        }
        Ok(events)
    }

    async fn due_organisations(&self) -> Result<Vec<OrganisationId>, Error> {
        let today = self.now().today;
        self.inner
            .connections
            .read(Scope::Worker, false, move |tx| {
                Box::pin(async move {
                    let sql = "SELECT organisation_id FROM organisation_states WHERE due_on <= $1 ORDER BY due_on LIMIT $2";
                    let rows = tx.rows(sql, [today.into(), AT_ONCE.into()]).await?;
                    rows.iter().map(|row| Ok(OrganisationId(row.try_get_by_index(0)?))).collect()
                })
            })
            .await
    }
}

/// Sends an organisation its due commands; gives the number of events. The date on which to look again moves on, also when
/// nothing happened.
async fn let_time_act(inner: &Inner, tx: &Tx<'_>) -> Result<u64, Error> {
    let version = row::hold(tx).await?;
    let roster = roster::at(inner, tx, version).await?;
    let organisation = &roster.organisation;
    let head = row::head(tx, organisation).await?;
    let principal = Principal::system(tx.organisation());
    let now = inner.config.clock.now();
    let now = organisation.last.map_or(now, |last| not_before(now, last));
    let context = context(&principal, &roster, organisation, &inner.config, now, None);
    let commands = engine::due_organisation(organisation, &context);
    let mut growing = Growing::new(organisation.clone(), head);
    for command in commands {
        // What an earlier command of this same moment settled is no longer due.
        if let Ok(events) = engine::decide_organisation(&growing.organisation, &context, command) {
            growing.append(now, &principal.actor, events)?;
        }
    }
    growing::store(inner, tx, &growing, &[], now).await?;
    if growing.links.is_empty() {
        let sql = "UPDATE organisation_states SET due_on = $2 WHERE organisation_id = $1";
        tx.execute(sql, [engine::next_due_organisation(organisation).into()]).await?;
    }
    Ok(growing.links.len() as u64)
}
