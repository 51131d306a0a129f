//! That a request is done once: what makes two the same, and what is kept of one that was done.

use engine::{Hash, OrganisationId, ProjectId, Seen};
use serde::Serialize;
use uuid::Uuid;

use crate::canonical;
use crate::command::{IdempotencyKey, Principal, Receipt};
use crate::error::Error;
use crate::hot::{LoadedRow, NewReceipt};
use crate::project_row::hash;
use crate::scope::{Tx, signed, unsigned};
use crate::store::Store;

/// What makes two requests the same: project, what was seen, and the command with its plain texts.
pub(super) fn request_hash(
    project: Option<ProjectId>,
    seen: Option<&Seen>,
    command: &impl Serialize,
) -> Result<Hash, Error> {
    let value = serde_json::json!({ "project": project, "seen": seen, "command": command });
    let text = canonical::json(&value).map_err(|error| crate::text::TextProblem::Json(error.to_string()))?;
    Ok(canonical::sha256(&[text.as_bytes()]))
}

pub(super) fn new_receipt<'a>(
    principal: &Principal,
    key: &'a IdempotencyKey,
    hash: Hash,
    receipt: &Receipt,
) -> NewReceipt<'a> {
    NewReceipt {
        principal: key.owner(principal),
        key: key.as_str(),
        hash,
        first_sequence: receipt.first_sequence,
        last_sequence: receipt.last_sequence,
    }
}

/// The receipt that came with the row, if the key was used before.
pub(super) fn stored_receipt(row: &LoadedRow, asked: Hash) -> Result<Option<Receipt>, Error> {
    let (Some(stored), Some(project), Some(first), Some(last)) =
        (&row.request_hash, row.request_project, row.first_sequence, row.last_sequence)
    else {
        return Ok(None);
    };
    if hash("requests", project, stored)? != asked {
        return Err(Error::KeyReused);
    }
    let (first_sequence, last_sequence) = (unsigned(first), unsigned(last));
    Ok(Some(Receipt { project: ProjectId(project), first_sequence, last_sequence, replayed: true }))
}

pub(super) async fn earlier_receipt(
    tx: &Tx<'_>,
    principal: &Principal,
    key: &IdempotencyKey,
    asked: Hash,
) -> Result<Option<Receipt>, Error> {
    let sql = "SELECT hash, project_id, first_sequence, last_sequence FROM requests \
               WHERE organisation_id = $1 AND principal = $2 AND key = $3";
    let Some(row) = tx.row(sql, [principal.key().into(), key.as_str().into()]).await? else { return Ok(None) };
    let (stored, project): (Vec<u8>, Uuid) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
    if hash("requests", project, &stored)? != asked {
        return Err(Error::KeyReused);
    }
    let (first, last): (i64, i64) = (row.try_get_by_index(2)?, row.try_get_by_index(3)?);
    let (first_sequence, last_sequence) = (unsigned(first), unsigned(last));
    Ok(Some(Receipt { project: ProjectId(project), first_sequence, last_sequence, replayed: true }))
}

/// Days that a receipt is kept.
const RECEIPT_DAYS: i64 = 30;

impl Store {
    /// Forgets what has no more use, in all organisations: sessions that ended, and receipts older than 30 days. Gives the
    /// number of rows.
    ///
    /// # Errors
    /// [`Error::Database`]; what was forgotten before stays so.
    pub async fn forget_old(&self) -> Result<u64, Error> {
        let mut forgotten = self.forget_old_sessions().await?;
        for organisation in self.organisations().await? {
            forgotten += self.forget_old_requests(organisation.id).await?;
        }
        Ok(forgotten)
    }

    /// Forgets the receipts of an organisation that are older than 30 days. Gives their number.
    ///
    /// # Errors
    /// [`Error::Database`].
    async fn forget_old_requests(&self, organisation: OrganisationId) -> Result<u64, Error> {
        let before = self.now().at.0 - RECEIPT_DAYS * 24 * 3_600 * 1_000_000;
        self.write(organisation, move |tx| {
            let sql = "DELETE FROM requests WHERE organisation_id = $1 AND at < $2";
            Box::pin(async move { tx.execute(sql, [signed(unsigned(before)).into()]).await })
        })
        .await
    }
}
