//! The rows of an organisation: its state, its head, its log.

use engine::{Hash, Organisation, OrganisationRecorded};
use sea_orm::FromQueryResult;

use crate::canonical::BEGINNING;
use crate::error::Error;
use crate::project_row::hash;
use crate::scope::{Tx, signed};

/// How the state is written. A row in another format is folded again from its log.
pub(super) const STATE_FORMAT: i64 = 1;

/// Holds the organisation until the transaction ends, and gives its roster's version. On SQLite there is one writer; on
/// PostgreSQL whoever else changes the organisation or its people waits. Rows that only point at it do not.
pub(super) async fn hold(tx: &Tx<'_>) -> Result<i64, Error> {
    let hold = if tx.is_postgres() { "FOR NO KEY UPDATE" } else { "" };
    let sql = format!("SELECT roster_version FROM organisations WHERE id = $1 {hold}");
    let row = tx.row(&sql, []).await?.ok_or(Error::NotFound)?;
    Ok(row.try_get_by_index(0)?)
}

#[derive(FromQueryResult)]
struct StateRow {
    sequence: i64,
    state_format: i64,
    state: String,
}

/// The organisation as it is; one in which nothing happened has no row.
pub(crate) async fn load(tx: &Tx<'_>) -> Result<Organisation, Error> {
    let id = tx.organisation();
    let sql = "SELECT sequence, state_format, state FROM organisation_states WHERE organisation_id = $1";
    let row: Option<StateRow> = tx.one(sql, []).await?;
    let Some(StateRow { sequence, state_format, state }) = row else { return Ok(Organisation::new(id)) };
    let corrupt = || Error::corrupt("organisation_states", id);
    let organisation: Organisation = if state_format == STATE_FORMAT {
        serde_json::from_str(&state).map_err(|_| corrupt())?
    } else {
        Organisation::fold(id, &log(tx).await?).map_err(|_| Error::corrupt("organisation_events", id))?
    };
    // A row that was swapped for another fails closed.
    let own = organisation.id == id && signed(organisation.sequence) == sequence;
    if own { Ok(organisation) } else { Err(corrupt()) }
}

/// The head of the chain, which must belong to this state.
pub(super) async fn head(tx: &Tx<'_>, organisation: &Organisation) -> Result<Hash, Error> {
    let sql = "SELECT sequence, head FROM organisation_states WHERE organisation_id = $1";
    let corrupt = || Error::corrupt("organisation_states", organisation.id);
    let Some(row) = tx.row(sql, []).await? else {
        return if organisation.sequence == 0 { Ok(BEGINNING) } else { Err(corrupt()) };
    };
    let (sequence, head): (i64, Vec<u8>) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
    if sequence != signed(organisation.sequence) {
        return Err(corrupt());
    }
    hash("organisation_states", organisation.id, &head)
}

/// An event's row.
#[derive(Debug, FromQueryResult)]
pub(super) struct EventRow {
    pub sequence: i64,
    pub body: String,
}

impl EventRow {
    pub(super) fn recorded(&self) -> Result<OrganisationRecorded, Error> {
        let corrupt = || Error::corrupt("organisation_events", self.sequence);
        let recorded: OrganisationRecorded = serde_json::from_str(&self.body).map_err(|_| corrupt())?;
        if signed(recorded.sequence) == self.sequence { Ok(recorded) } else { Err(corrupt()) }
    }
}

/// The whole log of the organisation.
async fn log(tx: &Tx<'_>) -> Result<Vec<OrganisationRecorded>, Error> {
    let sql = "SELECT sequence, body FROM organisation_events WHERE organisation_id = $1 ORDER BY sequence";
    let rows: Vec<EventRow> = tx.all(sql, []).await?;
    rows.iter().map(EventRow::recorded).collect()
}
