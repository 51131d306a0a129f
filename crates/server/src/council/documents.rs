//! The documents that a body was shown: its summary, their answers made readable, and their files.

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use engine::{Evidence, Exhibit, FileId, Revision, Summary};
use persistence::{FileRow, Store};
use uuid::Uuid;

use super::content::{self, Block};
use super::pages::{Document, Go};
use super::routes::{page, refused_page};
use super::visit::{Refused, Visit};
use crate::files;
use crate::http::App;

/// The plain summary of what is asked.
///
/// # Errors
/// [`Refused`].
pub async fn summary(store: &Store, visit: &Visit) -> Result<Vec<Block>, Refused> {
    match &visit.story.summary {
        None => Ok(Vec::new()),
        Some(Summary::Text(text)) => Ok(content::of_text(&visit.text(*text))),
        Some(Summary::Revision(evidence)) => {
            let revision = revision(store, visit, evidence).await?;
            answers(store, visit, evidence, &revision).await
        }
    }
}

/// The version of a document that the body was shown.
async fn revision(store: &Store, visit: &Visit, evidence: &Evidence) -> Result<Revision, Refused> {
    let found = store.revision(&visit.link.principal, visit.link.project, &evidence.artefact, evidence.revision).await?;
    Ok(found.revision)
}

async fn answers(store: &Store, visit: &Visit, evidence: &Evidence, revision: &Revision) -> Result<Vec<Block>, Refused> {
    let Some(text) = revision.answers else { return Ok(Vec::new()) };
    let texts = store.texts(&visit.link.principal, &[text.id]).await?;
    let Some(Some(body)) = texts.get(&text.id) else {
        return Ok(vec![Block::Paragraph(visit.say("council-document-erased", &[]))]);
    };
    let answers = serde_json::from_str(body).unwrap_or_default();
    let form = visit.view.definition.forms.get(&evidence.artefact);
    let schema = form.map_or(&serde_json::Value::Null, |form| form.schema());
    Ok(content::of_answers(schema, &answers, visit.language, visit.now.today))
}

/// `GET /raad/{token}/stuk/{at}`.
pub async fn document(
    State(app): State<App>,
    path: Result<Path<(String, usize)>, PathRejection>,
    headers: HeaderMap,
) -> Response {
    let Ok(Path((token, at))) = path else { return refused_page(&Refused::Gone, "", &headers) };
    match shown(&app, &token, at).await {
        Ok(response) => response,
        Err(refused) => refused_page(&refused, &token, &headers),
    }
}

async fn shown(app: &App, token: &str, at: usize) -> Result<Response, Refused> {
    let visit = Visit::open(&app.store, token).await?;
    let Some(Exhibit::Document(evidence)) = visit.story.exhibits.get(at) else {
        return Ok(super::routes::not_here(&visit, "council-document-elsewhere"));
    };
    let revision = revision(&app.store, &visit, evidence).await?;
    let ids: Vec<FileId> = revision.files.iter().map(|file| file.id).collect();
    let mut files = Vec::new();
    for file in app.store.files(&visit.link.principal, &ids).await? {
        files.push(visit.file(&file));
    }
    let name = visit.view.definition.funnel.artefact(&evidence.artefact);
    let name = name.map_or_else(|| evidence.artefact.to_string(), |kind| visit.language.of(&kind.name).to_owned());
    let arguments = [("version", evidence.revision.to_string().into()), ("date", visit.date(revision.at.today).into())];
    let blocks = answers(&app.store, &visit, evidence, &revision).await?;
    let version = visit.say("council-document-version", &arguments);
    Ok(page(&Document { frame: visit.frame(name), version, blocks, files }))
}

impl Visit {
    /// The way to a file, with its name and how large it is.
    pub fn file(&self, file: &FileRow) -> Go {
        let arguments = [("name", file.name.clone().into()), ("size", size(file.size).into())];
        Go { href: self.path(&format!("bestand/{}", file.id)), label: self.say("council-document-file", &arguments) }
    }
}

/// How large a file is, as people write it.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{} MB", bytes.div_ceil(1_000_000)),
    }
}

/// `GET /raad/{token}/bestand/{id}`: a file of a document that this body was shown, or the minutes of its answer, and no other.
pub async fn file(
    State(app): State<App>,
    path: Result<Path<(String, String)>, PathRejection>,
    headers: HeaderMap,
) -> Response {
    let Ok(Path((token, id))) = path else { return refused_page(&Refused::Gone, "", &headers) };
    match given(&app, &token, &id, &headers).await {
        Ok(response) => response,
        Err(refused) => refused_page(&refused, &token, &headers),
    }
}

async fn given(app: &App, token: &str, id: &str, headers: &HeaderMap) -> Result<Response, Refused> {
    let visit = Visit::open(&app.store, token).await?;
    let id = Uuid::parse_str(id).ok().map(FileId);
    if let Some(minutes) = visit.minutes.as_ref().filter(|minutes| Some(minutes.id) == id) {
        let (row, bytes) = app.store.open_file(&visit.link.principal, minutes.id).await?;
        return Ok(files::attachment(&row, bytes, headers));
    }
    for exhibit in &visit.story.exhibits {
        let Exhibit::Document(evidence) = exhibit else { continue };
        let files = revision(&app.store, &visit, evidence).await?.files;
        if let Some(file) = files.iter().find(|file| Some(file.id) == id) {
            let (row, bytes) = app.store.open_file(&visit.link.principal, file.id).await?;
            return Ok(files::attachment(&row, bytes, headers));
        }
    }
    Ok(super::routes::not_here(&visit, "council-document-elsewhere"))
}
