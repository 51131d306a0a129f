//! Minutes and scans that show what was answered elsewhere (law 14): uploaded before the answer is recorded, by whoever may
//! record answers in the project.

use std::collections::BTreeSet;
use std::sync::Arc;

use engine::{FileId, Funnel, Hash, Lifecycle, Need, PartyKey, PersonId, ProjectId, Rejection, Timestamp};
use sea_orm::FromQueryResult;
use time::Date;
use uuid::Uuid;

use crate::command::Principal;
use crate::error::Error;
use crate::files::{FileOf, FileRow, Staged};
use crate::funnels::definition;
use crate::hot::{self, LoadedRow};
use crate::project_row::{Opened, hash};
use crate::roster;
use crate::scope::{Tx, signed, unsigned};
use crate::store::{Inner, Store};
use crate::text::{Limit, Text};
use crate::visible::Query;

/// What is said of an upload that shows what was recorded.
#[derive(Clone, Debug)]
pub struct NewRecordFile {
    /// In which project.
    pub project: ProjectId,
    /// Its name.
    pub name: Text,
    /// Media type, sniffed from [`Staged::head`].
    pub media_type: String,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    project_id: Uuid,
    name: String,
    size: i64,
    media_type: String,
    hash: Vec<u8>,
    uploaded_by: Uuid,
    uploaded_at: i64,
}

const SELECT: &str = "SELECT f.id, f.project_id, f.name, f.size, f.media_type, f.hash, f.uploaded_by, f.uploaded_at \
                      FROM record_files f JOIN projects p ON p.id = f.project_id AND p.organisation_id = $1 \
                      WHERE f.organisation_id = $1";

impl Row {
    fn file(self) -> Result<FileRow, Error> {
        Ok(FileRow {
            id: FileId(self.id),
            of: FileOf::Record { project: ProjectId(self.project_id) },
            name: self.name,
            size: unsigned(self.size),
            media_type: self.media_type,
            hash: hash("record_files", self.id, &self.hash)?,
            uploaded_by: PersonId(self.uploaded_by),
            uploaded_at: Timestamp(self.uploaded_at),
        })
    }
}

/// Those of these files that show a record in a project that may be seen.
pub(crate) async fn of_records(
    tx: &Tx<'_>,
    principal: &Principal,
    today: Date,
    ids: &[FileId],
) -> Result<Vec<FileRow>, Error> {
    let mut query = Query::new(SELECT);
    query.visible(principal, today).among("f.id", ids.iter().map(|id| id.0));
    let rows: Vec<Row> = tx.all(&query.sql, query.values).await?;
    rows.into_iter().map(Row::file).collect()
}

/// The parties whose members enter what others answered.
fn recorders(funnel: &Funnel) -> BTreeSet<&PartyKey> {
    let recorded = funnel.parties.iter().flat_map(|party| &party.recorded_by);
    recorded.chain(funnel.parties.iter().filter_map(|party| funnel.coach(&party.key))).collect()
}

/// Who may record answers in this project. Which answers is asked when one is recorded.
async fn recorder(
    inner: &Inner,
    tx: &Tx<'_>,
    principal: &Principal,
    project: ProjectId,
    row: LoadedRow,
) -> Result<PersonId, Error> {
    let roster = roster::at(inner, tx, row.roster_version).await?;
    let principal = roster.current(principal)?;
    let opened = Opened::from_row(tx, project, &row).await?;
    let today = inner.config.clock.now().today;
    if !roster.may_see(&principal, &opened.project, today) {
        return Err(Error::NotFound);
    }
    let definition = definition(inner, tx, opened.project.funnel).await?;
    let recorders = recorders(&definition.funnel);
    let person = principal.person().ok_or(Rejection::NotPermitted { need: Need::Person })?;
    if !roster.acting(person, today).iter().any(|acting| recorders.contains(&acting.party)) {
        let recorders = recorders.into_iter().cloned().collect();
        return Err(Rejection::NotPermitted { need: Need::Member(recorders) }.into());
    }
    if opened.project.lifecycle != Lifecycle::Active {
        return Err(Rejection::ProjectFinished { lifecycle: opened.project.lifecycle }.into());
    }
    Ok(person)
}

impl Store {
    /// Whether this person may record answers of others in this project; asked before an upload is taken in.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the project may not be seen, [`Error::Rejected`] when they may not.
    pub async fn may_record(&self, principal: &Principal, project: ProjectId) -> Result<(), Error> {
        let (inner, asking) = (Arc::clone(&self.inner), principal.clone());
        self.read(principal.organisation, move |tx| {
            Box::pin(async move {
                let row = hot::look(tx, project).await?.ok_or(Error::NotFound)?;
                recorder(&inner, tx, &asking, project, row).await.map(|_| ())
            })
        })
        .await
    }

    /// Gives a staged upload its place among the files of records; the minutes of an answer then name it.
    ///
    /// # Errors
    /// As [`Store::may_record`].
    pub async fn keep_record_file(
        &self,
        principal: &Principal,
        file: NewRecordFile,
        staged: Staged,
    ) -> Result<FileRow, Error> {
        self.may_record(principal, file.project).await?;
        let (hash, size) = (staged.hash(), staged.size());
        staged.settle().await?;
        self.insert_record_file(principal, file, hash, size).await
    }

    /// Gives a file that this person uploaded for a record in one project its place in another one: the minutes of a meeting
    /// are those of each of its decisions.
    ///
    /// # Errors
    /// As [`Store::may_record`]; [`Error::NotFound`] for another file than that.
    pub async fn copy_record_file(&self, principal: &Principal, project: ProjectId, file: FileId) -> Result<FileRow, Error> {
        let (asking, today) = (principal.clone(), self.now().today);
        let known = self
            .read(principal.organisation, move |tx| Box::pin(async move { of_records(tx, &asking, today, &[file]).await }));
        let own = known.await?.into_iter().find(|row| Some(row.uploaded_by) == principal.person());
        let FileRow { name, media_type, hash, size, .. } = own.ok_or(Error::NotFound)?;
        let name = Text::parse(&name, Limit::Title).map_err(|_| Error::corrupt("record_files", file.0))?;
        self.insert_record_file(principal, NewRecordFile { project, name, media_type }, hash, size).await
    }

    /// Its bytes are there.
    async fn insert_record_file(
        &self,
        principal: &Principal,
        file: NewRecordFile,
        hash: Hash,
        size: u64,
    ) -> Result<FileRow, Error> {
        let (inner, asking, id) = (Arc::clone(&self.inner), principal.clone(), FileId(self.inner.new_id()));
        self.write(principal.organisation, move |tx| {
            Box::pin(async move {
                let NewRecordFile { project, name, media_type } = file;
                let row = hot::load(tx, project, Uuid::nil(), "").await?.ok_or(Error::NotFound)?;
                let uploaded_by = recorder(&inner, tx, &asking, project, row).await?;
                let uploaded_at = inner.config.clock.now().at;
                let (of, name) = (FileOf::Record { project }, name.into_string());
                let row = FileRow { id, of, name, size, media_type, hash, uploaded_by, uploaded_at };
                let sql = "INSERT INTO record_files (organisation_id, id, project_id, name, size, media_type, hash, \
                           uploaded_by, uploaded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
                let values = [
                    row.id.0.into(),
                    project.0.into(),
                    row.name.as_str().into(),
                    signed(row.size).into(),
                    row.media_type.as_str().into(),
                    row.hash.0.to_vec().into(),
                    row.uploaded_by.0.into(),
                    row.uploaded_at.0.into(),
                ];
                tx.execute(sql, values).await?;
                Ok(row)
            })
        })
        .await
    }
}
