//! A wake-up over WebSocket: which project changed; the client reads again.

use std::sync::Arc;

use async_graphql::{Context, ID, Result, SimpleObject, Subscription as Subscribed};
use futures::Stream;
use persistence::Error;
use tokio::sync::broadcast::error::RecvError;

use crate::session::{Session, session};
use crate::types::project_id;

/// Wake-ups.
pub struct Subscription;

/// A project changed.
#[derive(SimpleObject)]
pub struct ProjectChange {
    /// Which.
    project_id: ID,
    /// Its last event.
    version: u64,
}

#[Subscribed]
impl Subscription {
    /// Projects that the viewer may see, as they change; one of them when its id is given.
    async fn project_changed(
        &self,
        context: &Context<'_>,
        project_id: Option<ID>,
    ) -> Result<impl Stream<Item = ProjectChange> + use<>> {
        let session = session(context)?;
        let wanted = project_id.as_ref().map(self::project_id).transpose()?;
        let own = Arc::new(Session {
            store: session.store.clone(),
            principal: session.principal.clone(),
            language: session.language,
        });
        let receiver = own.store.subscribe();
        Ok(futures::stream::unfold((receiver, own), move |(mut receiver, own)| async move {
            loop {
                let changed = match receiver.recv().await {
                    Ok(changed) => changed,
                    // The reader was slow: it missed some, and the next one makes it read again.
                    Err(RecvError::Lagged(_)) => continue,
                    Err(RecvError::Closed) => return None,
                };
                let concerns = changed.organisation == own.principal.organisation
                    && wanted.is_none_or(|wanted| wanted == changed.project);
                if !concerns {
                    continue;
                }
                match own.store.project(&own.principal, changed.project).await {
                    Ok(_) => {
                        let change =
                            ProjectChange { project_id: ID(changed.project.to_string()), version: changed.sequence };
                        return Some((change, (receiver, own)));
                    }
                    Err(Error::NotFound) => {}
                    Err(error) => tracing::warn!(%error, "a change could not be passed on"),
                }
            }
        }))
    }
}
