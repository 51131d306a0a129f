//! The row of a project as a value of the engine.

use engine::{Hash, Lifecycle, OrganisationId, Project, ProjectId, Recorded};
use sea_orm::FromQueryResult;

use crate::error::Error;
use crate::hot::LoadedRow;
use crate::scope::Tx;

/// How the state is written. A row in another format is folded again from its log. It grows whenever a name or a type in the
/// state changes; most of the names stand in what the engine's test of a full project holds them to.
pub(crate) const STATE_FORMAT: i64 = 3;

/// A project with its place in the chain.
pub(crate) struct Opened {
    pub project: Project,
    pub head: Hash,
    pub version: i64,
    pub created_at: i64,
}

impl Opened {
    pub(crate) async fn from_row(tx: &Tx<'_>, id: ProjectId, row: &LoadedRow) -> Result<Self, Error> {
        let project = state(tx, id, row.state_format, &row.state).await?;
        let head = hash("projects", id, &row.head)?;
        Ok(Self { project, head, version: row.version, created_at: row.created_at })
    }
}

/// Reads a state, and holds it against the row's own names: a row that was swapped for another fails closed.
pub(crate) async fn state(tx: &Tx<'_>, id: ProjectId, format: i64, state: &str) -> Result<Project, Error> {
    let project: Project = if format == STATE_FORMAT {
        serde_json::from_str(state).map_err(|_| Error::corrupt("projects", id))?
    } else {
        Project::fold(&log(tx, id).await?).map_err(|_| Error::corrupt("events", id))?
    };
    let own = project.id == id && project.organisation == tx.organisation();
    if own { Ok(project) } else { Err(Error::corrupt("projects", id)) }
}

pub(crate) fn hash(table: &'static str, id: impl ToString, bytes: &[u8]) -> Result<Hash, Error> {
    bytes.try_into().map(Hash).map_err(|_| Error::corrupt(table, id))
}

/// An event's row.
#[derive(Debug, FromQueryResult)]
pub(crate) struct EventRow {
    pub sequence: i64,
    pub hash: Vec<u8>,
    pub body: String,
}

impl EventRow {
    pub(crate) fn recorded(&self, project: ProjectId) -> Result<Recorded, Error> {
        let corrupt = || Error::corrupt("events", format!("{project}/{}", self.sequence));
        let recorded: Recorded = serde_json::from_str(&self.body).map_err(|_| corrupt())?;
        if i64::try_from(recorded.sequence) == Ok(self.sequence) { Ok(recorded) } else { Err(corrupt()) }
    }
}

/// The whole log of a project.
pub(crate) async fn log(tx: &Tx<'_>, project: ProjectId) -> Result<Vec<Recorded>, Error> {
    let sql = "SELECT sequence, hash, body FROM events WHERE organisation_id = $1 AND project_id = $2 ORDER BY sequence";
    let rows: Vec<EventRow> = tx.all(sql, [project.0.into()]).await?;
    rows.iter().map(|row| row.recorded(project)).collect()
}

pub(crate) fn lifecycle_word(lifecycle: Lifecycle) -> &'static str {
    match lifecycle {
        Lifecycle::Active => "active",
        Lifecycle::Stopped => "stopped",
        Lifecycle::Retired => "retired",
    }
}

pub(crate) fn lifecycle(word: &str) -> Option<Lifecycle> {
    [Lifecycle::Active, Lifecycle::Stopped, Lifecycle::Retired]
        .into_iter()
        .find(|lifecycle| lifecycle_word(*lifecycle) == word)
}

/// Whether the organisation exists in this scope.
pub(crate) async fn organisation_exists(tx: &Tx<'_>, organisation: OrganisationId) -> Result<(), Error> {
    let found = tx.row("SELECT 1 AS one FROM organisations WHERE id = $1", []).await?;
    if found.is_some() && tx.organisation() == organisation { Ok(()) } else { Err(Error::NotFound) }
}
