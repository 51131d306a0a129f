//! The only way a project changes.

mod execution;
mod receipts;
mod start;

use std::sync::Arc;

use engine::{OrganisationId, ProjectId};

use crate::command::{Acted, Principal, Receipt, Request, StartRequest, SubmitDraft};
use crate::error::Error;
use crate::scope::Tx;
use crate::store::{Inner, Store};

pub(crate) use start::{put_beside, starting};

use self::execution::{Asked, Checked, Execution};
use self::receipts::request_hash;
use self::start::start;

/// Tries of a transaction that met another one.
const TRIES: usize = 4;

impl Store {
    /// Does what `request` asks of a project: all of it in one transaction, or nothing. Runs to its end even when the
    /// caller goes away.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a project that may not be seen; a refusal for permission wins over a conflict, a conflict
    /// over every other refusal, and the form's problems come last.
    pub async fn execute(&self, principal: &Principal, project: ProjectId, request: Request) -> Result<Receipt, Error> {
        Ok(self.execute_and_show(principal, project, request).await?.receipt)
    }

    /// The same, and shows the project as the request left it: reading it again would cost as much as the request.
    ///
    /// # Errors
    /// As [`Store::execute`].
    pub async fn execute_and_show(
        &self,
        principal: &Principal,
        project: ProjectId,
        request: Request,
    ) -> Result<Acted, Error> {
        let hash = request_hash(Some(project), Some(&request.seen), &request.command)?;
        let Request { key, seen, command } = request;
        let asked = Asked::Command(Checked::new(command)?);
        self.run(Execution { principal: principal.clone(), project, key, seen, asked, hash }).await
    }

    /// Submits a draft as it stands, in one transaction; the draft is gone with it. As idempotent as
    /// [`Store::execute`], also after the draft is gone.
    ///
    /// # Errors
    /// As [`Store::execute`]; [`Error::DraftChanged`] when the draft is another version than the author saw.
    pub async fn submit_draft(
        &self,
        principal: &Principal,
        project: ProjectId,
        request: SubmitDraft,
    ) -> Result<Receipt, Error> {
        Ok(self.submit_draft_and_show(principal, project, request).await?.receipt)
    }

    /// The same, and shows the project as the submission left it.
    ///
    /// # Errors
    /// As [`Store::submit_draft`].
    pub async fn submit_draft_and_show(
        &self,
        principal: &Principal,
        project: ProjectId,
        request: SubmitDraft,
    ) -> Result<Acted, Error> {
        let SubmitDraft { key, seen, artefact, stage, version } = request;
        let content = serde_json::json!({ "submit_draft": { "artefact": artefact, "stage": stage, "version": version } });
        let hash = request_hash(Some(project), Some(&seen), &content)?;
        let asked = Asked::Draft { artefact, stage, version };
        self.run(Execution { principal: principal.clone(), project, key, seen, asked, hash }).await
    }

    async fn run(&self, execution: Execution) -> Result<Acted, Error> {
        let organisation = execution.principal.organisation;
        let work = Arc::new(execution);
        let acted = self
            .until_settled(organisation, move |inner, tx| {
                let work = Arc::clone(&work);
                Box::pin(async move { work.run(&inner, tx).await })
            })
            .await?;
        self.announce(organisation, acted.receipt);
        Ok(acted)
    }

    /// Starts a project; its id is made here and stands in the receipt.
    ///
    /// # Errors
    /// As [`Store::execute`]; [`Error::NotFound`] when the funnel version, the lead or who sees to what is missing is unknown.
    pub async fn start(&self, principal: &Principal, request: StartRequest) -> Result<Receipt, Error> {
        let hash = request_hash(None, None, &request.command)?;
        let work = Arc::new((principal.clone(), request, hash));
        let receipt = self
            .until_settled(principal.organisation, move |inner, tx| {
                let work = Arc::clone(&work);
                Box::pin(async move { start(&inner, tx, &work.0, &work.1, work.2).await })
            })
            .await?;
        Ok(self.announce(principal.organisation, receipt))
    }

    /// Tries again while two transactions met at the same row; the second then sees what the first did.
    pub(crate) async fn until_settled<T, F>(&self, organisation: OrganisationId, body: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: for<'a> Fn(Arc<Inner>, &'a Tx<'a>) -> crate::scope::Work<'a, T> + Send + Sync + 'static,
    {
        let body = Arc::new(body);
        let mut tries = TRIES;
        loop {
            let (inner, body) = (Arc::clone(&self.inner), Arc::clone(&body));
            let done = self.write(organisation, move |tx| body(inner, tx)).await;
            tries -= 1;
            match done {
                Err(error) if error.is_race() && tries > 0 => {}
                done => return done,
            }
        }
    }

    fn announce(&self, organisation: OrganisationId, receipt: Receipt) -> Receipt {
        if !receipt.replayed && receipt.first_sequence <= receipt.last_sequence {
            self.changed(organisation, receipt.project, receipt.last_sequence);
        }
        receipt
    }
}
