//! What a submission consists of: checked answers, verified files, authors, and what changed.

use std::collections::BTreeSet;

use engine::{
    ArtefactKey, Command, ContentId, FileId, FileRef, Hash, PersonId, Project, ProjectId, Submission, TextRef, limits,
};
use funnel::{Definition, FormProblem};
use sea_orm::FromQueryResult;
use serde_json::Value;
use uuid::Uuid;

use crate::canonical;
use crate::error::Error;
use crate::project_row::hash;
use crate::scope::Tx;
use crate::text::Text;
use crate::visible::Query;

/// A submission, ready for the engine.
pub(crate) struct Prepared {
    pub submission: Submission,
    /// The rules of the form that the answers break.
    pub problems: Vec<FormProblem>,
    /// Answers that are the same as those of the current revision keep their reference.
    pub reuse: Option<TextRef>,
    /// Whether there is a draft to throw away.
    pub draft: bool,
}

/// Form answers, parsed at the door: as a value and as canonical JSON.
pub(crate) struct Answers {
    pub value: Value,
    pub canonical: String,
}

impl Answers {
    /// The answers of a command, if it has any.
    pub(crate) fn of(command: &Command<Text>) -> Result<Option<Self>, Error> {
        let Command::SubmitRevision { answers: Some(text), .. } = command else { return Ok(None) };
        let (value, canonical) = canonical::answers(text.as_str())?;
        Ok(Some(Self { value, canonical }))
    }
}

/// What is submitted, apart from the answers.
pub(crate) struct Parts<'a> {
    pub artefact: &'a ArtefactKey,
    pub files: &'a [FileRef],
    pub by: Option<PersonId>,
    /// The reference that the answers get when they are new.
    pub fresh: Option<TextRef>,
}

pub(crate) async fn prepare(
    tx: &Tx<'_>,
    definition: &Definition,
    project: &Project,
    answers: Option<&Answers>,
    parts: &Parts<'_>,
) -> Result<Prepared, Error> {
    files_exist(tx, project, parts).await?;
    let current = project.artefacts.get(parts.artefact).map(|document| &document.current);
    let before = match current.and_then(|revision| revision.answers) {
        Some(reference) => text_of(tx, reference.id).await?.map(|text| (reference, text)),
        None => None,
    };
    let same = |canonical: &str| before.as_ref().filter(|(_, text)| text == canonical).map(|(reference, _)| *reference);
    let reuse = answers.and_then(|answers| same(&answers.canonical));
    let before: Option<Value> = match &before {
        Some((reference, text)) => Some(serde_json::from_str(text).map_err(|_| Error::corrupt("contents", reference.id))?),
        None => None,
    };
    let kind = definition.funnel.artefact(parts.artefact);
    let changed_fields = match (kind, answers) {
        (Some(kind), Some(answers)) => funnel::changed_fields(kind, before.as_ref(), &answers.value),
        _ => BTreeSet::new(),
    };
    let problems = match (definition.forms.get(parts.artefact), answers) {
        (Some(form), Some(answers)) => form.check(&answers.value),
        _ => Vec::new(),
    };
    let (mut authors, draft) = draft_authors(tx, project, parts.artefact).await?;
    authors.extend(parts.by);
    let hashes: Vec<Hash> = parts.files.iter().map(|file| file.hash).collect();
    let set = |files: &[FileRef]| files.iter().map(|file| file.hash).collect::<BTreeSet<_>>();
    let files_changed = set(parts.files) != current.map_or_else(BTreeSet::new, |revision| set(&revision.files));
    let answers_hash = answers.and(reuse.or(parts.fresh)).map(|reference| reference.hash);
    let dates = kind.zip(answers).map(|(kind, answers)| funnel::submitted_dates(kind, &answers.value)).unwrap_or_default();
    let submission = Submission {
        hash: canonical::revision(answers_hash, &hashes),
        authors,
        changed_fields,
        files_changed,
        ends_on: dates.ends_on,
        signed_on: dates.signed_on,
    };
    Ok(Prepared { submission, problems, reuse, draft })
}

/// A text, unless it was erased.
pub(crate) async fn text_of(tx: &Tx<'_>, id: ContentId) -> Result<Option<String>, Error> {
    let sql = "SELECT body FROM contents WHERE organisation_id = $1 AND id = $2";
    let row = tx.row(sql, [id.0.into()]).await?.ok_or_else(|| Error::corrupt("contents", id))?;
    Ok(row.try_get_by_index(0)?)
}

#[derive(FromQueryResult)]
struct KnownFile {
    id: Uuid,
    media_type: String,
    hash: Vec<u8>,
}

/// Every file must have been uploaded for this very artefact, with this hash and type.
async fn files_exist(tx: &Tx<'_>, project: &Project, parts: &Parts<'_>) -> Result<(), Error> {
    // More than this the engine refuses; no need to look them up.
    if parts.files.len() > limits::FILES_PER_REVISION {
        return Ok(());
    }
    let ids: Vec<FileId> = parts.files.iter().map(|file| file.id).collect();
    let known = files(tx, project.id, parts.artefact, &ids).await?;
    if known == parts.files { Ok(()) } else { Err(Error::NotFound) }
}

/// Uploaded files of an artefact, as a command names them, in the order of `ids`.
pub(crate) async fn files(
    tx: &Tx<'_>,
    project: ProjectId,
    artefact: &ArtefactKey,
    ids: &[FileId],
) -> Result<Vec<FileRef>, Error> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = Query::new("SELECT id, media_type, hash FROM files WHERE organisation_id = $1");
    query.equal("project_id", project.0).equal("artefact", artefact.as_str()).among("id", ids.iter().map(|id| id.0));
    let known: Vec<KnownFile> = tx.all(&query.sql, query.values).await?;
    let reference = |id: &FileId| {
        let row = known.iter().find(|row| row.id == id.0).ok_or(Error::NotFound)?;
        Ok(FileRef { id: *id, hash: hash("files", id, &row.hash)?, media_type: row.media_type.clone() })
    };
    ids.iter().map(reference).collect()
}

async fn draft_authors(tx: &Tx<'_>, project: &Project, artefact: &ArtefactKey) -> Result<(BTreeSet<PersonId>, bool), Error> {
    let sql = "SELECT authors FROM drafts WHERE organisation_id = $1 AND project_id = $2 AND artefact = $3";
    let Some(row) = tx.row(sql, [project.id.0.into(), artefact.as_str().into()]).await? else {
        return Ok((BTreeSet::new(), false));
    };
    let authors: String = row.try_get_by_index(0)?;
    let authors = serde_json::from_str(&authors).map_err(|_| Error::corrupt("drafts", project.id))?;
    Ok((authors, true))
}
