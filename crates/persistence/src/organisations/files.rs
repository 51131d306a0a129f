//! Files of evidence: uploaded before it is submitted, as those of documents are.

use std::sync::Arc;

use engine::{EvidenceId, FileId, FileRef, Hash, Need, OrganisationCommand, PersonId, Rejection, Timestamp};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::evidence::submission;
use super::execute::context;
use super::row;
use crate::command::Principal;
use crate::error::Error;
use crate::files::{FileOf, FileRow, Staged};
use crate::project_row::hash;
use crate::roster;
use crate::scope::{Tx, signed, unsigned};
use crate::store::{Inner, Store};
use crate::text::Text;
use crate::visible::Query;

/// What is said of an upload for evidence.
#[derive(Clone, Debug)]
pub struct NewEvidenceFile {
    /// For which evidence.
    pub evidence: EvidenceId,
    /// Its name.
    pub name: Text,
    /// Media type, sniffed from [`Staged::head`].
    pub media_type: String,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    evidence: String,
    name: String,
    size: i64,
    media_type: String,
    hash: Vec<u8>,
    uploaded_by: Uuid,
    uploaded_at: i64,
}

const SELECT: &str = "SELECT id, evidence, name, size, media_type, hash, uploaded_by, uploaded_at \
                      FROM organisation_files WHERE organisation_id = $1";

impl Row {
    fn file(self) -> Result<FileRow, Error> {
        let evidence = EvidenceId::try_from(self.evidence).map_err(|_| Error::corrupt("organisation_files", self.id))?;
        Ok(FileRow {
            id: FileId(self.id),
            of: FileOf::Evidence(evidence),
            name: self.name,
            size: unsigned(self.size),
            media_type: self.media_type,
            hash: hash("organisation_files", self.id, &self.hash)?,
            uploaded_by: PersonId(self.uploaded_by),
            uploaded_at: Timestamp(self.uploaded_at),
        })
    }
}

/// Those of these files that are of evidence. Everybody in an organisation may see what all its projects rest on.
pub(crate) async fn of_evidence(tx: &Tx<'_>, ids: &[FileId]) -> Result<Vec<FileRow>, Error> {
    let mut query = Query::new(SELECT);
    query.among("id", ids.iter().map(|id| id.0));
    let rows: Vec<Row> = tx.all(&query.sql, query.values).await?;
    rows.into_iter().map(Row::file).collect()
}

/// The files that a command names, as they were uploaded for this evidence; what was not is left out.
pub(super) async fn references(tx: &Tx<'_>, evidence: &EvidenceId, asked: &[FileRef]) -> Result<Vec<FileRef>, Error> {
    let ids: Vec<FileId> = asked.iter().map(|file| file.id).collect();
    let known = of_evidence(tx, &ids).await?;
    let own = |id: &FileId| known.iter().find(|row| row.id == *id && row.of == FileOf::Evidence(evidence.clone()));
    Ok(ids.iter().filter_map(own).map(FileRow::reference).collect())
}

/// Who may submit this evidence, as the engine says of a submission with one file.
async fn submitter(
    inner: &Inner,
    tx: &Tx<'_>,
    principal: &Principal,
    evidence: &EvidenceId,
    version: i64,
) -> Result<PersonId, Error> {
    let roster = roster::at(inner, tx, version).await?;
    let principal = roster.current(principal)?;
    let file = FileRef { id: FileId(Uuid::nil()), hash: Hash([0; 32]), media_type: String::new() };
    let submission = submission(None, &[file.hash], &principal);
    let now = inner.config.clock.now();
    let context = context(&principal, &roster, &roster.organisation, &inner.config, now, Some(&submission));
    let (evidence, files) = (evidence.clone(), vec![file]);
    let submit = OrganisationCommand::SubmitEvidence { evidence, text: None, files, valid_until: None };
    engine::decide_organisation(&roster.organisation, &context, submit)?;
    principal.person().ok_or(Error::Rejected(Rejection::NotPermitted { need: Need::Person }))
}

impl Store {
    /// Whether this person may submit this evidence; asked before an upload is taken in.
    ///
    /// # Errors
    /// [`Error::Rejected`] when not.
    pub async fn may_submit_evidence(&self, principal: &Principal, evidence: &EvidenceId) -> Result<(), Error> {
        let (inner, asking, evidence) = (Arc::clone(&self.inner), principal.clone(), evidence.clone());
        self.read(principal.organisation, move |tx| {
            Box::pin(async move {
                let version = roster::now(&inner, tx).await?.version;
                submitter(&inner, tx, &asking, &evidence, version).await.map(|_| ())
            })
        })
        .await
    }

    /// Gives a staged upload its place among the files of evidence; `SubmitEvidence` then names it.
    ///
    /// # Errors
    /// [`Error::Rejected`] for who may not submit the evidence.
    pub async fn keep_evidence_file(
        &self,
        principal: &Principal,
        file: NewEvidenceFile,
        staged: Staged,
    ) -> Result<FileRow, Error> {
        self.may_submit_evidence(principal, &file.evidence).await?;
        let (hash, size) = (staged.hash(), staged.size());
        staged.settle().await?;
        let (inner, asking, id) = (Arc::clone(&self.inner), principal.clone(), FileId(self.inner.new_id()));
        self.write(principal.organisation, move |tx| {
            Box::pin(async move {
                let version = row::hold(tx).await?;
                let uploaded_by = submitter(&inner, tx, &asking, &file.evidence, version).await?;
                let uploaded_at = inner.config.clock.now().at;
                let NewEvidenceFile { evidence, name, media_type } = file;
                let (of, name) = (FileOf::Evidence(evidence.clone()), name.into_string());
                let row = FileRow { id, of, name, size, media_type, hash, uploaded_by, uploaded_at };
                let sql = "INSERT INTO organisation_files (organisation_id, id, evidence, name, size, media_type, hash, \
                           uploaded_by, uploaded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
                let values = [
                    row.id.0.into(),
                    evidence.to_string().into(),
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
