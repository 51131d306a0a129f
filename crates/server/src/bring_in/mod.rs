//! `POST /bring-in/{what}` shows what a file would bring in, row by row; nothing is kept. `GET /bring-in/{what}/{file}` gives
//! an empty file to fill in.
//!
//! ```text
//! body: an .xlsx or CSV file, whole and as it is (no multipart), at most 4 MB and 500 rows
//! → 200 { file, columns, problems, warnings,
//!         rows: [{ row, key, title, shown, problems, warnings, project, input }] }
//! ```
//!
//! `input` is what the mutation `bringInProject` takes, but for its key; it is null for a row that cannot come in. `key` is
//! made of the file's hash and the row's number, so that the same row of the same file comes in once, however often it is
//! sent: the row is sent with `{...input, key}`. `project` says which project that row was before. Each problem names its
//! code, its cell and what to do, in both languages. A file that cannot be read at all gets an error with its reason.

mod columns;
mod look;
mod rows;
mod said;
mod template;
mod values;

use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use engine::Hash;
use notification::Language;
use persistence::Error;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::files::name;
use crate::http::App;
use crate::http::body;
use crate::http::error::ApiError;
use crate::session::{self, SignedIn};

/// The language of the names that are shown.
fn language(headers: &HeaderMap, session: &persistence::Session) -> Language {
    match session::asked_language(headers).unwrap_or_else(|| session::language(session)) {
        graphql::Language::Dutch => Language::Nl,
        graphql::Language::English => Language::En,
    }
}

async fn permitted(app: &App, session: &persistence::Session, what: &str) -> Result<(), ApiError> {
    if what != "projects" {
        return Err(ApiError::NOT_FOUND);
    }
    app.store.may_bring_in(&session.principal).await.map_err(|error| match error {
        Error::Rejected(_) => ApiError::NOT_ADMINISTRATOR,
        other => other.into(),
    })
}

/// Shows what a file would bring in.
///
/// # Errors
/// [`ApiError::NOT_ADMINISTRATOR`] before anything is read; why the file cannot be read.
pub async fn preview(
    State(app): State<App>,
    SignedIn(session): SignedIn,
    Path(what): Path<String>,
    request: Request,
) -> Result<Json<Value>, ApiError> {
    permitted(&app, &session, &what).await?;
    let (parts, body) = request.into_parts();
    let bytes = body::raw(&parts.headers, body, table::BYTES).await.map_err(|error| match error {
        ApiError { code: "too_large", .. } => ApiError::TABLE_TOO_LARGE,
        other => other,
    })?;
    let hash = Hash(Sha256::digest(&bytes).into());
    // Unpacking is work for the processor, not for the threads that serve; and a file that ends the reader is damaged.
    let read = tokio::task::spawn_blocking(move || table::read(&bytes)).await;
    let table = read.map_err(|_| ApiError::TABLE_DAMAGED)??;
    let language = language(&parts.headers, &session);
    let known = look::Known::now(&app.store, &session.principal, language).await?;
    let view = rows::preview(&app.store, &session.principal, &known, &table, hash).await?;
    metrics::counter!("trechter_tables_total").increment(1);
    Ok(Json(view))
}

/// Gives an empty file to fill in, with a column for each question that the funnels of the organisation ask.
///
/// # Errors
/// [`ApiError::NOT_ADMINISTRATOR`]; [`ApiError::NOT_FOUND`] for another name than those of [`template`].
pub async fn template(
    State(app): State<App>,
    SignedIn(session): SignedIn,
    Path((what, file)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    permitted(&app, &session, &what).await?;
    let known = look::Known::now(&app.store, &session.principal, language(&headers, &session)).await?;
    let (media_type, bytes) = template::write(&known, &file)?;
    let fields = [
        (header::CONTENT_TYPE, media_type.to_owned()),
        (header::CONTENT_DISPOSITION, name::attachment(&file)),
        (header::CACHE_CONTROL, "private, no-cache".to_owned()),
    ];
    Ok((fields, bytes).into_response())
}
