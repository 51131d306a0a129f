//! `POST /files` and `GET /files/{id}`: uploads come in as a stream and go out as attachments, never shown in place.

pub mod kind;
pub mod name;

use std::io;
use std::time::Duration;

use axum::Json;
use axum::body::Body;
use axum::extract::multipart::Field;
use axum::extract::{FromRequest, Multipart, Path, Query, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use engine::{ArtefactKey, EvidenceId, EvidenceKey, FileId, ProjectId, Rejection, SupplierKey};
use futures::Stream;
use persistence::{Error, FileBytes, FileRow, NewEvidenceFile, NewFile, NewRecordFile, Principal, Staged, Text};
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::http::App;
use crate::http::body::announced;
use crate::http::error::ApiError;
use crate::session::SignedIn;

/// What an upload may weigh with everything around the file.
pub const BODY: usize = 50_000_000 + 64 * 1024;
/// How long the next bytes may take to come.
const NEXT_BYTES_WITHIN: Duration = Duration::from_secs(30);
/// How long a whole upload may take: 50 MB at 60 kB a second.
pub const WHOLE_WITHIN: Duration = Duration::from_mins(15);

/// What a file is for, as the address says it: a document (`project` and `artefact`), evidence of the organisation
/// (`evidence`, and `supplier` where each has its own), or the minutes of what is recorded on somebody's behalf (`record`,
/// the project). Minutes of a meeting that came in for one project are given to another one with `copy`, without a body.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    project: Option<Uuid>,
    artefact: Option<String>,
    evidence: Option<String>,
    supplier: Option<String>,
    record: Option<Uuid>,
    /// The same file as this one, that came in for another record.
    copy: Option<Uuid>,
}

/// What a file is for.
enum For {
    Document(ProjectId, ArtefactKey),
    Evidence(EvidenceId),
    Record(ProjectId),
}

impl Target {
    /// One thing, and nothing beside it.
    fn read(self) -> Result<For, ApiError> {
        match self {
            Self {
                project: Some(project),
                artefact: Some(artefact),
                evidence: None,
                supplier: None,
                record: None,
                copy: None,
            } => {
                let artefact = ArtefactKey::parse(artefact).map_err(|_| ApiError::NOT_FOUND)?;
                Ok(For::Document(ProjectId(project), artefact))
            }
            Self { project: None, artefact: None, evidence: Some(kind), supplier, record: None, copy: None } => {
                let kind = EvidenceKey::parse(kind).map_err(|_| ApiError::NOT_FOUND)?;
                let supplier = supplier.map(SupplierKey::parse).transpose().map_err(|_| ApiError::NOT_FOUND)?;
                Ok(For::Evidence(EvidenceId { kind, supplier }))
            }
            Self { project: None, artefact: None, evidence: None, supplier: None, record: Some(project), copy: None } => {
                Ok(For::Record(ProjectId(project)))
            }
            _ => Err(ApiError::BAD_REQUEST),
        }
    }
}

impl For {
    /// Whether this person may add a file to it.
    async fn permit(&self, app: &App, principal: &Principal) -> Result<(), ApiError> {
        match self {
            Self::Document(project, artefact) => app.store.may_write(principal, *project, artefact).await?,
            Self::Evidence(evidence) => {
                app.store.may_submit_evidence(principal, evidence).await.map_err(|error| match error {
                    // Evidence that does not exist is nobody's to see.
                    Error::Rejected(Rejection::UnknownEvidence { .. }) => ApiError::NOT_FOUND,
                    Error::Rejected(_) => ApiError::NOT_SUBMITTER,
                    other => other.into(),
                })?;
            }
            Self::Record(project) => app.store.may_record(principal, *project).await.map_err(|error| match error {
                Error::Rejected(_) => ApiError::NOT_RECORDER,
                other => other.into(),
            })?,
        }
        Ok(())
    }

    /// Gives an upload its place.
    async fn keep(
        self,
        app: &App,
        principal: &Principal,
        (name, media_type): (Text, String),
        staged: Staged,
    ) -> Result<FileRow, Error> {
        match self {
            Self::Document(project, artefact) => {
                app.store.keep_file(principal, NewFile { project, artefact, name, media_type }, staged).await
            }
            Self::Evidence(evidence) => {
                app.store.keep_evidence_file(principal, NewEvidenceFile { evidence, name, media_type }, staged).await
            }
            Self::Record(project) => {
                app.store.keep_record_file(principal, NewRecordFile { project, name, media_type }, staged).await
            }
        }
    }
}

/// Takes in one file for a document, evidence or record to which this person may add one.
///
/// # Errors
/// What is wrong with the request, the file or the right to write. Nothing is kept then.
pub async fn upload(
    State(app): State<App>,
    SignedIn(session): SignedIn,
    target: Result<Query<Target>, axum::extract::rejection::QueryRejection>,
    request: Request,
) -> Result<(StatusCode, Json<Value>), ApiError> {
    let Query(target) = target.map_err(|_| ApiError::BAD_REQUEST)?;
    if let Target {
        project: None,
        artefact: None,
        evidence: None,
        supplier: None,
        record: Some(project),
        copy: Some(file),
    } = target
    {
        let row = app.store.copy_record_file(&session.principal, ProjectId(project), FileId(file)).await;
        let row = row.map_err(|error| match error {
            Error::Rejected(_) => ApiError::NOT_RECORDER,
            other => other.into(),
        })?;
        return Ok((StatusCode::CREATED, Json(view(&row))));
    }
    let target = target.read()?;
    if announced(request.headers()).is_some_and(|length| length > BODY as u64) {
        return Err(ApiError::FILE_TOO_LARGE);
    }
    target.permit(&app, &session.principal).await?;
    let mut parts = Multipart::from_request(request, &()).await.map_err(|_| ApiError::NOT_MULTIPART)?;
    let receive = async {
        let file = next_part(&mut parts).await?.ok_or(ApiError::BAD_REQUEST)?;
        let given = file.file_name().ok_or(ApiError::FILE_NAME)?.to_owned();
        let staged = app.store.stage(Box::pin(chunks(file))).await?;
        // One file per request, so that one answer tells about one file.
        if next_part(&mut parts).await?.is_some() {
            return Err(ApiError::BAD_REQUEST);
        }
        settle(&app, &session.principal, target, staged, &given).await
    };
    let row = tokio::time::timeout(WHOLE_WITHIN, receive).await.unwrap_or(Err(ApiError::TOO_SLOW))?;
    Ok((StatusCode::CREATED, Json(view(&row))))
}

/// Looks at what came in, and gives it its place.
async fn settle(app: &App, principal: &Principal, target: For, staged: Staged, given: &str) -> Result<FileRow, ApiError> {
    let kind = kind::sniff(staged.head(), given).ok_or(ApiError::FILE_TYPE)?;
    let name = name::clean(given, kind.extensions).ok_or(ApiError::FILE_NAME)?;
    let row = target.keep(app, principal, (name, kind.media_type.to_owned()), staged).await?;
    metrics::counter!("trechter_uploads_total").increment(1);
    Ok(row)
}

/// Takes in the minutes of what is recorded in this project, as one part of a form. Its sender may record there.
///
/// # Errors
/// What is wrong with the file, or with sending it. Nothing is kept then.
pub async fn take_minutes(
    app: &App,
    principal: &Principal,
    project: ProjectId,
    part: Field<'_>,
) -> Result<FileRow, ApiError> {
    let target = For::Record(project);
    target.permit(app, principal).await?;
    let given = part.file_name().ok_or(ApiError::FILE_NAME)?.to_owned();
    let staged = app.store.stage(Box::pin(chunks(part))).await?;
    settle(app, principal, target, staged, &given).await
}

/// The next part of a form; none after the last.
///
/// # Errors
/// [`ApiError::TOO_SLOW`], [`ApiError::FILE_TOO_LARGE`] or [`ApiError::BROKEN_OFF`] when it does not come.
pub async fn next_part(parts: &mut Multipart) -> Result<Option<Field<'_>>, ApiError> {
    let next = tokio::time::timeout(NEXT_BYTES_WITHIN, parts.next_field()).await.map_err(|_| ApiError::TOO_SLOW)?;
    next.map_err(|error| match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => ApiError::FILE_TOO_LARGE,
        _ => ApiError::BROKEN_OFF,
    })
}

/// The bytes of a file; an error when the next ones do not come in time.
fn chunks(field: Field<'_>) -> impl Stream<Item = Result<Bytes, io::Error>> + Send {
    futures::stream::try_unfold(field, |mut field| async {
        let chunk = tokio::time::timeout(NEXT_BYTES_WITHIN, field.chunk()).await.map_err(io::Error::other)?;
        Ok(chunk.map_err(io::Error::other)?.map(|chunk| (chunk, field)))
    })
}

fn view(row: &FileRow) -> Value {
    json!({
        "id": row.id.0,
        "name": row.name,
        "size": row.size,
        "mediaType": row.media_type,
        "sha256": row.hash.to_string(),
    })
}

/// Gives a file to somebody who may see its project.
///
/// # Errors
/// [`ApiError::NOT_FOUND`] when it is not there or not theirs to see.
pub async fn download(
    State(app): State<App>,
    SignedIn(session): SignedIn,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let id = Uuid::parse_str(&id).map_err(|_| ApiError::NOT_FOUND)?;
    let (row, bytes) = app.store.open_file(&session.principal, FileId(id)).await?;
    Ok(attachment(&row, bytes, &headers))
}

/// A file as an attachment, or that it is the one that the client has.
pub fn attachment(row: &FileRow, bytes: FileBytes, headers: &HeaderMap) -> Response {
    let etag = format!("\"{}\"", row.hash);
    let seen = headers.get_all(header::IF_NONE_MATCH).iter().any(|value| value.as_bytes() == etag.as_bytes());
    let mut response =
        if seen { StatusCode::NOT_MODIFIED.into_response() } else { Body::from_stream(bytes).into_response() };
    let fields = response.headers_mut();
    let mut set = |name, value: String| {
        if let Ok(value) = HeaderValue::from_str(&value) {
            fields.insert(name, value);
        }
    };
    set(header::ETAG, etag);
    // Kept by this browser alone, and asked again each time: rights may have changed.
    set(header::CACHE_CONTROL, "private, no-cache".to_owned());
    if !seen {
        let charset = if row.media_type.starts_with("text/") { "; charset=utf-8" } else { "" };
        set(header::CONTENT_TYPE, format!("{}{charset}", row.media_type));
        set(header::CONTENT_LENGTH, row.size.to_string());
        set(header::CONTENT_DISPOSITION, name::attachment(&row.name));
    }
    response
}
