//! Planning mail about what happens in the organisation itself. Its unplanned events and notices stand with those of
//! projects, under the organisation's own id.

use engine::{OrganisationId, OrganisationRecorded, ProjectId};
use serde_json::json;

use super::row::EventRow;
use crate::error::Error;
use crate::hot;
use crate::planning::{NewLetter, Rows, simple};
use crate::scope::signed;
use crate::store::Store;

/// Events planned in one go at most.
const PLAN_AT_ONCE: u32 = 500;

impl Store {
    /// The oldest unplanned events of the organisation itself, at most `limit` (and at most 500).
    ///
    /// # Errors
    /// [`Error::Corrupt`] for an event that cannot be read.
    pub async fn unplanned_of_organisation(
        &self,
        organisation: OrganisationId,
        limit: u32,
    ) -> Result<Vec<OrganisationRecorded>, Error> {
        let limit = i64::from(limit.min(PLAN_AT_ONCE));
        let rows: Vec<EventRow> = self
            .read(organisation, move |tx| {
                let sql = "SELECT e.sequence, e.body FROM unplanned_events u \
                           JOIN organisation_events e ON e.organisation_id = $1 AND e.sequence = u.sequence \
                           WHERE u.organisation_id = $1 AND u.project_id = $1 ORDER BY u.sequence LIMIT $2";
                Box::pin(async move { tx.all(sql, [limit.into()]).await })
            })
            .await?;
        rows.iter().map(EventRow::recorded).collect()
    }

    /// Stores what was planned for `events` of the organisation itself and takes them off the list, in one transaction;
    /// gives the number of e-mails. The notices name the organisation's own id as their project's.
    ///
    /// # Errors
    /// [`Error::Database`]; then the events stay unplanned.
    pub async fn planned_of_organisation(
        &self,
        organisation: OrganisationId,
        events: &[OrganisationRecorded],
        letters: Vec<NewLetter>,
    ) -> Result<u64, Error> {
        let own = ProjectId(organisation.0);
        let planned: Vec<_> =
            events.iter().map(|event| json!({ "project": simple(own.0), "sequence": signed(event.sequence) })).collect();
        let rows = Rows::of(&self.inner, letters);
        self.write(organisation, move |tx| Box::pin(async move { hot::plan(tx, &planned, &rows).await })).await
    }
}
