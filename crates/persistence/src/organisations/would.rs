//! What commands on the organisation would do: looked at before any of them is sent. Nothing is written.

use std::sync::Arc;

use engine::{Hash, OrganisationCommand};

use super::evidence;
use super::execute::context;
use super::growing::Growing;
use crate::command::Principal;
use crate::error::Error;
use crate::execute::put_beside;
use crate::roster;
use crate::store::Store;
use crate::text::Text;

impl Store {
    /// What [`Store::execute_organisation`] would say of each of these, all at one moment and one after the other: each is
    /// looked at as if those before it had been done, so that a limit that they reach together is told of the first beyond it.
    /// No two of them may submit the same evidence.
    ///
    /// # Errors
    /// [`Error::Database`]; what a command would be refused for stands in its place in the list.
    pub async fn would_organise(
        &self,
        principal: &Principal,
        commands: Vec<OrganisationCommand<Text>>,
    ) -> Result<Vec<Result<(), Error>>, Error> {
        let (inner, asking) = (Arc::clone(&self.inner), principal.clone());
        self.read(principal.organisation, move |tx| {
            Box::pin(async move {
                let roster = roster::now(&inner, tx).await?;
                let principal = roster.current(&asking)?;
                let now = inner.config.clock.now();
                // The chain of what does not happen begins anywhere.
                let mut growing = Growing::new(roster.organisation.clone(), Hash([0; 32]));
                let mut said = Vec::with_capacity(commands.len());
                for command in commands {
                    let mut contents = Vec::new();
                    let command = command.map_text(|text| put_beside(&inner, text.into_string(), &mut contents));
                    let known = &growing.organisation;
                    let prepared = evidence::prepare(tx, &principal, known, command, &mut contents).await?;
                    let context = context(&principal, &roster, known, &inner.config, now, prepared.submission.as_ref());
                    match engine::decide_organisation(known, &context, prepared.command) {
                        Ok(events) => {
                            growing.append(now, &principal.actor, events)?;
                            said.push(Ok(()));
                        }
                        Err(rejection) => said.push(Err(rejection.into())),
                    }
                }
                Ok(said)
            })
        })
        .await
    }
}
