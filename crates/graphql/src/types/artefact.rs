//! Documents, their revisions, reviews and drafts.

use async_graphql::dataloader::DataLoader;
use async_graphql::{Context, ID, Json, Object, Result, SimpleObject};
use engine::{ArtefactKey, Command, FileId, Subject, TextRef};
use serde_json::Value;
use time::{Date, OffsetDateTime};

use crate::enums::{Stage, Verdict};
use crate::error::{ErrorCode, problem, refuse};
use crate::loaders::{DraftLoader, FileLoader};
use crate::session::session;
use crate::types::funnel::ArtefactKind;
use crate::types::page::PageInfo;
use crate::types::people::{Party, Person};
use crate::types::project::{Project, some_text};
use crate::types::{instant, int, page_request, page_weight, text};

/// A document of a project.
#[derive(Clone)]
pub struct Artefact {
    project: Project,
    key: ArtefactKey,
}

impl Artefact {
    pub(crate) fn new(project: Project, key: ArtefactKey) -> Self {
        Self { project, key }
    }

    fn document(&self) -> Option<&engine::Artefact> {
        self.project.0.state.artefacts.get(&self.key)
    }

    fn kind_definition(&self) -> Option<&engine::ArtefactKind> {
        self.project.0.definition.funnel.artefact(&self.key)
    }

    /// The review that is asked about when only the right to it matters.
    fn review(&self, party: &engine::PartyKey) -> Command {
        Command::ReviewRevision {
            artefact: self.key.clone(),
            party: party.clone(),
            verdict: engine::Verdict::RequestChanges,
            note: Some(some_text()),
            answers: Vec::new(),
        }
    }

    /// The submission that is asked about when only the right to it matters.
    fn submit(&self) -> Command {
        let artefact = self.key.clone();
        Command::SubmitRevision { artefact, stage: engine::Stage::Final, answers: None, files: Vec::new() }
    }
}

#[Object]
impl Artefact {
    /// Id.
    async fn id(&self) -> ID {
        ID(format!("{}/{}", self.project.0.state.id, self.key))
    }

    /// Of which kind.
    async fn kind(&self, context: &Context<'_>) -> Result<ArtefactKind> {
        Ok(self.project.spoken(session(context)?).kind_in(&self.key, &self.project.0.state.facts))
    }

    /// Whether the open gate needs it.
    async fn needed_now(&self, context: &Context<'_>) -> Result<bool> {
        Ok(self.project.needs(session(context)?, &self.key))
    }

    /// How far the open gate needs it to be.
    async fn stage_needed(&self) -> Option<Stage> {
        let gate = self.project.0.definition.funnel.gate(self.project.open_gate()?)?;
        gate.requirements.iter().find(|r| r.artefact == self.key).map(|r| r.stage.into())
    }

    /// The revision that counts.
    async fn current(&self) -> Option<Revision> {
        let revision = self.document()?.current.clone();
        Some(Revision { project: self.project.clone(), revision, by: None, changed_fields: Vec::new() })
    }

    /// Every revision, newest first.
    #[graphql(complexity = "page_weight(first, child_complexity)")]
    async fn revisions(
        &self,
        context: &Context<'_>,
        #[graphql(default = 20)] first: i32,
        after: Option<String>,
    ) -> Result<RevisionConnection> {
        let session = session(context)?;
        let request = page_request(first, after.as_deref())?;
        let id = self.project.0.state.id;
        let page = session.store.revisions(&session.principal, id, &self.key, &request).await.map_err(problem)?;
        let page_info = PageInfo::of(&page.cursors, page.next.as_ref());
        let edges = page.items.into_iter().zip(&page.cursors).map(|(item, cursor)| RevisionEdge {
            cursor: cursor.as_str().to_owned(),
            node: Revision::of(self.project.clone(), item),
        });
        Ok(RevisionConnection { edges: edges.collect(), page_info })
    }

    /// One revision by its ordinal.
    async fn revision(&self, context: &Context<'_>, number: i32) -> Result<Option<Revision>> {
        let session = session(context)?;
        let Ok(number) = u32::try_from(number) else { return Ok(None) };
        match session.store.revision(&session.principal, self.project.0.state.id, &self.key, number).await {
            Ok(item) => Ok(Some(Revision::of(self.project.clone(), item))),
            Err(persistence::Error::NotFound) => Ok(None),
            Err(error) => Err(problem(error)),
        }
    }

    /// What is being written; only for who may submit it.
    async fn draft(&self, context: &Context<'_>) -> Result<Option<Draft>> {
        let session = session(context)?;
        if !self.project.viewer_may(session, &self.submit()) {
            return Ok(None);
        }
        let wanted = (self.project.0.state.id, self.key.clone());
        let draft = context.data::<DataLoader<DraftLoader>>()?.load_one(wanted).await.map_err(|error| {
            tracing::error!(%error, "a draft could not be read");
            refuse(ErrorCode::Unavailable, "a draft could not be read")
        })?;
        Ok(draft.map(|draft| Draft { project: self.project.clone(), draft }))
    }

    /// Each party's latest review.
    #[graphql(complexity = "3 * child_complexity")]
    async fn reviews(&self, context: &Context<'_>) -> Result<Vec<Review>> {
        let spoken = self.project.spoken(session(context)?);
        let Some(document) = self.document() else { return Ok(Vec::new()) };
        let one = |(party, review): (&engine::PartyKey, &engine::Review)| Review {
            project: self.project.clone(),
            party: spoken.party(party),
            stale: review.revision != document.current.number,
            review: review.clone(),
        };
        Ok(document.reviews.iter().map(one).collect())
    }

    /// Whether the viewer may submit it.
    async fn viewer_can_submit(&self, context: &Context<'_>) -> Result<bool> {
        Ok(self.project.viewer_may(session(context)?, &self.submit()))
    }

    /// The parties for which the viewer may review the current revision now.
    async fn viewer_can_review_for(&self, context: &Context<'_>) -> Result<Vec<Party>> {
        let session = session(context)?;
        let spoken = self.project.spoken(session);
        let Some(kind) = self.kind_definition() else { return Ok(Vec::new()) };
        let can = |party: &&engine::PartyKey| self.project.viewer_can(session, self.review(party));
        let (state, funnel) = (&self.project.0.state, &self.project.0.definition.funnel);
        Ok(funnel.reviewers(kind, &state.facts).filter(can).map(|party| spoken.party(party)).collect())
    }

    /// The parties whose review of the current revision the viewer may enter for somebody of it (law 14).
    async fn viewer_can_record_for(&self, context: &Context<'_>) -> Result<Vec<Party>> {
        let session = session(context)?;
        let spoken = self.project.spoken(session);
        let Some(kind) = self.kind_definition() else { return Ok(Vec::new()) };
        let can = |party: &&engine::PartyKey| self.project.viewer_can_record(session, party, &self.review(party));
        let (state, funnel) = (&self.project.0.state, &self.project.0.definition.funnel);
        Ok(funnel.reviewers(kind, &state.facts).filter(can).map(|party| spoken.party(party)).collect())
    }
}

/// A page of revisions.
#[derive(SimpleObject)]
pub struct RevisionConnection {
    /// Rows.
    edges: Vec<RevisionEdge>,
    /// Where the page ends.
    page_info: PageInfo,
}

/// A row.
#[derive(SimpleObject)]
pub struct RevisionEdge {
    /// Where it stands.
    cursor: String,
    /// The revision.
    node: Revision,
}

/// One immutable version of a document.
pub struct Revision {
    project: Project,
    revision: engine::Revision,
    by: Option<engine::PersonId>,
    changed_fields: Vec<String>,
}

impl Revision {
    fn of(project: Project, item: persistence::RevisionItem) -> Self {
        let by = match item.by {
            Subject::Person { id, .. } => Some(id),
            Subject::System => None,
        };
        let changed_fields = item.changed_fields.iter().map(ToString::to_string).collect();
        Self { project, revision: item.revision, by, changed_fields }
    }
}

#[Object]
impl Revision {
    /// Its ordinal, from 1.
    async fn number(&self) -> i32 {
        int(self.revision.number)
    }

    /// What reviews and judgements name.
    async fn hash(&self) -> String {
        self.revision.hash.to_string()
    }

    /// How far it is.
    async fn stage(&self) -> Stage {
        self.revision.stage.into()
    }

    /// The form answers; null when there are none or they were erased.
    async fn answers(&self, context: &Context<'_>) -> Result<Option<Json<Value>>> {
        answers(context, self.revision.answers).await
    }

    /// The files.
    async fn files(&self, context: &Context<'_>) -> Result<Vec<File>> {
        files(context, self.revision.files.iter().map(|file| file.id)).await
    }

    /// Everyone who wrote it.
    async fn authors(&self) -> Vec<Person> {
        self.revision.authors.iter().map(|id| self.project.person(*id)).collect()
    }

    /// Who submitted it; in `current` only known when one person wrote it.
    async fn submitted_by(&self) -> Option<Person> {
        let only = self.revision.authors.first().filter(|_| self.revision.authors.len() == 1).copied();
        self.by.or(only).map(|id| self.project.person(id))
    }

    /// When it was submitted.
    async fn submitted_at(&self) -> OffsetDateTime {
        instant(self.revision.at.at)
    }

    /// Until when the reviewing parties have.
    async fn review_due(&self) -> Date {
        self.revision.review_due
    }

    /// Its last day, where it runs out.
    async fn valid_until(&self) -> Option<Date> {
        self.revision.valid_until
    }

    /// The form fields that changed against the revision before it; listed by `revisions` and `revision`.
    async fn changed_fields(&self) -> &[String] {
        &self.changed_fields
    }
}

async fn answers(context: &Context<'_>, reference: Option<TextRef>) -> Result<Option<Json<Value>>> {
    let Some(text) = text(context, reference).await? else { return Ok(None) };
    serde_json::from_str(&text).map(|value| Some(Json(value))).map_err(|error| {
        tracing::error!(%error, "form answers are not JSON");
        refuse(ErrorCode::Internal, "the answers of the form could not be read")
    })
}

pub(crate) async fn files(context: &Context<'_>, ids: impl Iterator<Item = FileId>) -> Result<Vec<File>> {
    let ids: Vec<FileId> = ids.collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = context.data::<DataLoader<FileLoader>>()?.load_many(ids.clone()).await.map_err(|error| {
        tracing::error!(%error, "files could not be read");
        refuse(ErrorCode::Unavailable, "the files could not be read")
    })?;
    Ok(ids.iter().filter_map(|id| rows.remove(id)).map(File).collect())
}

/// An uploaded file.
pub struct File(persistence::FileRow);

#[Object]
impl File {
    /// Id.
    async fn id(&self) -> ID {
        ID(self.0.id.to_string())
    }

    /// Its name; empty when erased.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Media type, as found in its bytes.
    async fn media_type(&self) -> &str {
        &self.0.media_type
    }

    /// Bytes.
    async fn size(&self) -> i32 {
        int(self.0.size)
    }

    /// SHA-256 of the bytes.
    async fn sha256(&self) -> String {
        self.0.hash.to_string()
    }

    /// Where it can be fetched, by who may see the project.
    async fn url(&self) -> String {
        format!("/files/{}", self.0.id)
    }
}

/// A party's review.
pub struct Review {
    project: Project,
    party: Party,
    stale: bool,
    review: engine::Review,
}

#[Object]
impl Review {
    /// Which party.
    async fn party(&self) -> &Party {
        &self.party
    }

    /// Of which revision.
    async fn revision(&self) -> i32 {
        int(self.review.revision)
    }

    /// The verdict.
    async fn verdict(&self) -> Verdict {
        self.review.verdict.into()
    }

    /// Why; null when nothing was said or it was erased.
    async fn note(&self, context: &Context<'_>) -> Result<Option<String>> {
        text(context, self.review.note).await
    }

    /// By whom.
    async fn by(&self) -> Person {
        self.project.person(self.review.by)
    }

    /// When.
    async fn at(&self) -> OffsetDateTime {
        instant(self.review.at)
    }

    /// Whether a newer revision is there.
    async fn stale(&self) -> bool {
        self.stale
    }
}

/// What is being written.
pub struct Draft {
    project: Project,
    draft: persistence::Draft,
}

#[Object]
impl Draft {
    /// Grows with each save; a save names the one it saw.
    async fn version(&self) -> i32 {
        int(self.draft.version)
    }

    /// The form answers so far.
    async fn answers(&self) -> Result<Option<Json<Value>>> {
        let Some(text) = &self.draft.answers else { return Ok(None) };
        serde_json::from_str(text)
            .map(|value| Some(Json(value)))
            .map_err(|_| refuse(ErrorCode::Internal, "the answers of the draft could not be read"))
    }

    /// The files.
    async fn files(&self, context: &Context<'_>) -> Result<Vec<File>> {
        files(context, self.draft.files.iter().copied()).await
    }

    /// Everyone who saved it.
    async fn authors(&self) -> Vec<Person> {
        self.draft.authors.iter().map(|id| self.project.person(*id)).collect()
    }

    /// When it was last saved.
    async fn updated_at(&self) -> OffsetDateTime {
        instant(self.draft.saved_at)
    }
}
