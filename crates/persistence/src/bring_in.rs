//! What a file is looked at with before anything comes in: who may, what would be refused, and what is here already. Nothing
//! is written.

use std::collections::BTreeMap;
use std::sync::Arc;

use engine::{Need, ProjectId, Rejection, Role, StartProject};
use uuid::Uuid;

use crate::command::{IdempotencyKey, Principal};
use crate::error::Error;
use crate::execute::starting;
use crate::funnels::definition;
use crate::log::Surroundings;
use crate::roster;
use crate::store::Store;
use crate::text::Text;
use crate::visible::Query;

/// Values in one statement.
const AT_ONCE: usize = 200;

impl Store {
    /// Whether this person may bring in what exists already: projects (law 1), suppliers.
    ///
    /// # Errors
    /// [`Error::Rejected`] when not.
    pub async fn may_bring_in(&self, principal: &Principal) -> Result<(), Error> {
        let roster = self.roster(principal.organisation).await?;
        let principal = roster.current(principal)?;
        let is_administrator = |person: &engine::Person| person.roles.contains(&Role::Administrator);
        if principal.actor.person().is_some_and(is_administrator) {
            Ok(())
        } else {
            Err(Rejection::NotPermitted { need: Need::Administrator }.into())
        }
    }

    /// What [`Store::start`] would say of each of these, all at one moment.
    ///
    /// # Errors
    /// [`Error::Database`]; what a project would be refused for stands in its place in the list.
    pub async fn would_start(
        &self,
        principal: &Principal,
        commands: Vec<StartProject<Text>>,
    ) -> Result<Vec<Result<(), Error>>, Error> {
        let (inner, asking) = (Arc::clone(&self.inner), principal.clone());
        self.read(principal.organisation, move |tx| {
            Box::pin(async move {
                let roster = roster::now(&inner, tx).await?;
                let principal = roster.current(&asking)?;
                let mut said = Vec::with_capacity(commands.len());
                for command in &commands {
                    let definition = match definition(&inner, tx, command.funnel).await {
                        Err(Error::NotFound) => {
                            said.push(Err(Error::NotFound));
                            continue;
                        }
                        found => found?,
                    };
                    let now = inner.config.clock.now();
                    let surroundings = Surroundings::of(&principal, &roster, &inner.config, &definition, now);
                    let id = ProjectId(inner.new_id());
                    said.push(starting(&inner, tx.organisation(), &surroundings, id, command).map(|_| ()));
                }
                Ok(said)
            })
        })
        .await
    }

    /// The projects that may be seen and are called one of these; capitals make no difference.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn projects_called(
        &self,
        principal: &Principal,
        titles: &[String],
    ) -> Result<Vec<(ProjectId, String)>, Error> {
        // What a database calls a small letter differs: some know those of ASCII alone.
        let small: Vec<String> =
            titles.iter().flat_map(|title| [title.to_lowercase(), title.to_ascii_lowercase()]).collect();
        let mut found = Vec::new();
        for titles in small.chunks(AT_ONCE) {
            let mut query = Query::new("SELECT p.id, p.title FROM projects p WHERE p.organisation_id = $1");
            query.visible(principal, self.now().today).among("lower(p.title)", titles.iter().map(String::as_str));
            let rows = self.read(principal.organisation, move |tx| {
                Box::pin(async move {
                    let rows = tx.rows(&query.sql, query.values).await?;
                    let read = |row: &sea_orm::QueryResult| -> Result<(Uuid, String), Error> {
                        Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))
                    };
                    rows.iter().map(read).collect::<Result<Vec<_>, _>>()
                })
            });
            found.extend(rows.await?.into_iter().map(|(id, title)| (ProjectId(id), title)));
        }
        found.sort();
        found.dedup();
        Ok(found)
    }

    /// What this person did under one of these keys: the projects that they started or changed, or, for an act on the
    /// organisation, its own id.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn done_under(
        &self,
        principal: &Principal,
        keys: &[IdempotencyKey],
    ) -> Result<BTreeMap<String, ProjectId>, Error> {
        let mut found = BTreeMap::new();
        for keys in keys.chunks(AT_ONCE) {
            let mut query = Query::new("SELECT r.key, r.project_id FROM requests r WHERE r.organisation_id = $1");
            query.equal("r.principal", principal.key()).among("r.key", keys.iter().map(IdempotencyKey::as_str));
            let rows = self.read(principal.organisation, move |tx| {
                Box::pin(async move {
                    let rows = tx.rows(&query.sql, query.values).await?;
                    let read = |row: &sea_orm::QueryResult| -> Result<(String, Uuid), Error> {
                        Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))
                    };
                    rows.iter().map(read).collect::<Result<Vec<_>, _>>()
                })
            });
            found.extend(rows.await?.into_iter().map(|(key, id)| (key, ProjectId(id))));
        }
        Ok(found)
    }
}
