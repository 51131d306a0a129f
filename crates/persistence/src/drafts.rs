//! Drafts: what is being written, outside the log.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use engine::{
    ArtefactKey, Command, FileId, Lifecycle, Moment, Need, PersonId, ProjectId, Rejection, Stage, Timestamp, limits,
};
use funnel::Definition;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::canonical;
use crate::command::Principal;
use crate::error::Error;
use crate::funnels::definition;
use crate::hot::{self, LoadedRow};
use crate::log::Surroundings;
use crate::project_row::Opened;
use crate::roster::{self, Roster};
use crate::scope::{Tx, Work};
use crate::store::{Inner, Store};
use crate::text::Text;
use crate::visible::Query;

/// The draft of one artefact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Grows with each save, from 1; a save names the one it saw.
    pub version: u32,
    /// The form answers as JSON, incomplete or wrong as they may be.
    pub answers: Option<String>,
    /// The files.
    pub files: Vec<FileId>,
    /// Everyone who saved it.
    pub authors: BTreeSet<PersonId>,
    /// Who saved it last.
    pub saved_by: PersonId,
    /// When.
    pub saved_at: Timestamp,
}

#[derive(FromQueryResult)]
struct Row {
    artefact: String,
    version: i64,
    answers: Option<String>,
    files: String,
    authors: String,
    saved_by: Uuid,
    saved_at: i64,
}

impl Row {
    const SELECT: &'static str = "SELECT artefact, version, answers, files, authors, saved_by, saved_at FROM drafts \
                                  WHERE organisation_id = $1";

    fn draft(self, project: ProjectId) -> Result<Draft, Error> {
        let corrupt = || Error::corrupt("drafts", project);
        Ok(Draft {
            version: u32::try_from(self.version).map_err(|_| corrupt())?,
            answers: self.answers,
            files: serde_json::from_str(&self.files).map_err(|_| corrupt())?,
            authors: serde_json::from_str(&self.authors).map_err(|_| corrupt())?,
            saved_by: PersonId(self.saved_by),
            saved_at: Timestamp(self.saved_at),
        })
    }
}

/// Whose draft of what.
pub(crate) struct Place {
    pub principal: Principal,
    pub project: ProjectId,
    pub artefact: ArtefactKey,
}

impl Place {
    /// Only who may submit the artefact may save or discard its draft; the project's row is held meanwhile, so that a
    /// submission and a save wait for each other.
    pub(crate) async fn writer(&self, inner: &Inner, tx: &Tx<'_>) -> Result<PersonId, Error> {
        let row = hot::load(tx, self.project, Uuid::nil(), "").await?.ok_or(Error::NotFound)?;
        self.permitted(inner, tx, row).await
    }

    async fn permitted(&self, inner: &Inner, tx: &Tx<'_>, row: LoadedRow) -> Result<PersonId, Error> {
        Desk::at(inner, tx, &self.principal, self.project, &row).await?.permits(inner, &self.artefact)
    }

    async fn find(&self, tx: &Tx<'_>) -> Result<Option<Draft>, Error> {
        let mut query = Query::new(Row::SELECT);
        query.equal("project_id", self.project.0).equal("artefact", self.artefact.as_str());
        let row: Option<Row> = tx.one(&query.sql, query.values).await?;
        row.map(|row| row.draft(self.project)).transpose()
    }

    /// What is there, if it is the version that was seen.
    pub(crate) async fn seen(&self, tx: &Tx<'_>, seen: u32) -> Result<Option<Draft>, Error> {
        let current = self.find(tx).await?;
        let same = current.as_ref().map_or(0, |draft| draft.version) == seen;
        if same { Ok(current) } else { Err(Error::DraftChanged(current.map(Box::new))) }
    }

    async fn files_exist(&self, tx: &Tx<'_>, files: &[FileId]) -> Result<(), Error> {
        if files.len() > limits::FILES_PER_REVISION {
            let (count, limit) = (files.len(), limits::FILES_PER_REVISION);
            return Err(Rejection::ListLength { count, limit }.into());
        }
        if files.is_empty() {
            return Ok(());
        }
        let mut query = Query::new("SELECT count(*) FROM files WHERE organisation_id = $1");
        query.equal("project_id", self.project.0).equal("artefact", self.artefact.as_str());
        query.among("id", files.iter().map(|file| file.0));
        let distinct: BTreeSet<_> = files.iter().collect();
        let found = tx.number(&query.sql, query.values).await?;
        if found == distinct.len() as u64 { Ok(()) } else { Err(Error::NotFound) }
    }

    async fn save(&self, tx: &Tx<'_>, draft: &Draft) -> Result<(), Error> {
        let sql = "INSERT INTO drafts \
                   (organisation_id, project_id, artefact, version, answers, files, authors, saved_by, saved_at) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
                   ON CONFLICT (project_id, artefact) DO UPDATE SET version = excluded.version, \
                   answers = excluded.answers, files = excluded.files, authors = excluded.authors, \
                   saved_by = excluded.saved_by, saved_at = excluded.saved_at";
        let values = [
            self.project.0.into(),
            self.artefact.as_str().into(),
            i64::from(draft.version).into(),
            draft.answers.clone().into(),
            serde_json::json!(draft.files).to_string().into(),
            serde_json::json!(draft.authors).to_string().into(),
            draft.saved_by.0.into(),
            draft.saved_at.0.into(),
        ];
        tx.execute(sql, values).await.map(|_| ())
    }
}

/// Who wants to write in a project, and the project as it stands.
struct Desk {
    principal: Principal,
    opened: Opened,
    definition: Arc<Definition>,
    roster: Arc<Roster>,
    now: Moment,
}

impl Desk {
    async fn at(
        inner: &Inner,
        tx: &Tx<'_>,
        principal: &Principal,
        project: ProjectId,
        row: &LoadedRow,
    ) -> Result<Self, Error> {
        let roster = roster::at(inner, tx, row.roster_version).await?;
        let principal = roster.current(principal)?;
        let opened = Opened::from_row(tx, project, row).await?;
        let now = inner.config.clock.now();
        if !roster.may_see(&principal, &opened.project, now.today) {
            return Err(Error::NotFound);
        }
        let definition = definition(inner, tx, opened.project.funnel).await?;
        Ok(Self { principal, opened, definition, roster, now })
    }

    /// Gives who writes, where they may.
    fn permits(&self, inner: &Inner, artefact: &ArtefactKey) -> Result<PersonId, Error> {
        let Self { principal, opened, definition, roster, now } = self;
        let surroundings = Surroundings::of(principal, roster, &inner.config, definition, *now);
        let submit =
            Command::SubmitRevision { artefact: artefact.clone(), stage: Stage::Concept, answers: None, files: Vec::new() };
        engine::permit(&definition.funnel, &opened.project, &surroundings.context(None), &submit)?;
        if opened.project.lifecycle != Lifecycle::Active {
            return Err(Rejection::ProjectFinished { lifecycle: opened.project.lifecycle }.into());
        }
        if definition.funnel.artefact(artefact).is_none() {
            return Err(Rejection::UnknownArtefact { artefact: artefact.clone() }.into());
        }
        principal.person().ok_or(Error::Rejected(Rejection::NotPermitted { need: Need::Person }))
    }
}

impl Store {
    /// The drafts of these artefacts of a project that are there and that this person may write; others see none. Looking
    /// holds nothing.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the project may not be seen.
    pub async fn drafts(
        &self,
        principal: &Principal,
        project: ProjectId,
        artefacts: BTreeSet<ArtefactKey>,
    ) -> Result<BTreeMap<ArtefactKey, Draft>, Error> {
        let (inner, principal) = (Arc::clone(&self.inner), principal.clone());
        self.read(principal.organisation, move |tx| {
            Box::pin(async move {
                let row = hot::look(tx, project).await?.ok_or(Error::NotFound)?;
                let desk = Desk::at(&inner, tx, &principal, project, &row).await?;
                let written: Vec<_> = artefacts.iter().filter(|key| desk.permits(&inner, key).is_ok()).collect();
                let mut query = Query::new(Row::SELECT);
                query.equal("project_id", project.0).among("artefact", written.iter().map(|key| key.as_str()));
                let rows: Vec<Row> = tx.all(&query.sql, query.values).await?;
                let named = |row: Row| {
                    let key = ArtefactKey::parse(row.artefact.as_str()).map_err(|_| Error::corrupt("drafts", project))?;
                    Ok((key, row.draft(project)?))
                };
                rows.into_iter().map(named).collect()
            })
        })
        .await
    }

    /// The draft of an artefact, for those who may write it; others have none.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the project may not be seen.
    pub async fn draft(
        &self,
        principal: &Principal,
        project: ProjectId,
        artefact: &ArtefactKey,
    ) -> Result<Option<Draft>, Error> {
        Ok(self.drafts(principal, project, BTreeSet::from([artefact.clone()])).await?.remove(artefact))
    }

    /// Saves a draft over version `seen` (0 when there was none).
    ///
    /// # Errors
    /// [`Error::DraftChanged`] with what is there when it is another version; [`Error::Rejected`] for who may not write;
    /// [`Error::NotFound`] for a file that was not uploaded for this artefact.
    pub async fn save_draft(
        &self,
        principal: &Principal,
        project: ProjectId,
        artefact: &ArtefactKey,
        seen: u32,
        answers: Option<Text>,
        files: Vec<FileId>,
    ) -> Result<Draft, Error> {
        let answers = answers.map(|text| canonical::answers(text.as_str())).transpose()?.map(|(_, canonical)| canonical);
        let place = Place { principal: principal.clone(), project, artefact: artefact.clone() };
        self.at_place(place, move |place, inner, tx| {
            Box::pin(async move {
                let saved_by = place.writer(&inner, tx).await?;
                let before = place.seen(tx, seen).await?;
                place.files_exist(tx, &files).await?;
                let mut authors = before.map(|draft| draft.authors).unwrap_or_default();
                authors.insert(saved_by);
                let saved_at = inner.config.clock.now().at;
                let draft = Draft { version: seen.saturating_add(1), answers, files, authors, saved_by, saved_at };
                place.save(tx, &draft).await?;
                Ok(draft)
            })
        })
        .await
    }

    /// Throws a draft away if it is still version `seen`.
    ///
    /// # Errors
    /// As [`Store::save_draft`].
    pub async fn discard_draft(
        &self,
        principal: &Principal,
        project: ProjectId,
        artefact: &ArtefactKey,
        seen: u32,
    ) -> Result<(), Error> {
        let place = Place { principal: principal.clone(), project, artefact: artefact.clone() };
        self.at_place(place, move |place, inner, tx| {
            Box::pin(async move {
                place.writer(&inner, tx).await?;
                place.seen(tx, seen).await?;
                let sql = "DELETE FROM drafts WHERE organisation_id = $1 AND project_id = $2 AND artefact = $3";
                tx.execute(sql, [place.project.0.into(), place.artefact.as_str().into()]).await.map(|_| ())
            })
        })
        .await
    }

    /// Whether this person may write the artefact; asked before an upload is taken in.
    ///
    /// # Errors
    /// [`Error::NotFound`] or [`Error::Rejected`] when not.
    pub async fn may_write(&self, principal: &Principal, project: ProjectId, artefact: &ArtefactKey) -> Result<(), Error> {
        let place = Place { principal: principal.clone(), project, artefact: artefact.clone() };
        self.at_place(place, |place, inner, tx| Box::pin(async move { place.writer(&inner, tx).await.map(|_| ()) })).await
    }

    async fn at_place<T, F>(&self, place: Place, body: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: for<'a> FnOnce(Place, Arc<Inner>, &'a Tx<'a>) -> Work<'a, T> + Send + 'static,
    {
        let inner = Arc::clone(&self.inner);
        self.write(place.principal.organisation, move |tx| body(place, inner, tx)).await
    }
}
