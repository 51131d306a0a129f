//! `POST /bring-in/{what}` shows what a file would bring in, row by row; nothing is kept. `GET /bring-in/{what}/{file}` gives
//! an empty file to fill in. What comes in: `projects` or `suppliers`.
//!
//! ```text
//! body: an .xlsx or CSV file, whole and as it is (no multipart), at most 4 MB and 500 rows
//! → 200 { file, columns, problems, warnings,
//!         rows: [{ row, key, title, shown, problems, warnings, project or here, input }] }
//!
//! headings which column says what          template  empty files
//! cells    what the cells of a row say     projects  what a row says of a project
//! said     what is wrong, and where        suppliers what a row says of a supplier and its evidence
//! shown    the answer around the rows
//! ```
//!
//! `input` is what the mutation (`bringInProject`, `bringInSupplier`) takes, but for its key; it is null for a row that
//! cannot come in. `key` is made of the file's hash and the row's number, so that the same row of the same file comes in once,
//! however often it is sent: the row is sent with `{...input, key}`. `project` says which project that row was before, `here`
//! that all of a row about a supplier is here already. Each problem names its code, its cell and what to do, in both
//! languages. A file that cannot be read at all gets an error with its reason.

mod cells;
mod headings;
mod projects;
mod said;
mod shown;
mod suppliers;
mod template;

use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use engine::Hash;
use notification::Language;
use persistence::Error;
use serde_json::Value;
use sha2::{Digest, Sha256};

use self::template::Form;
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

/// What comes in from a file.
#[derive(Clone, Copy)]
enum What {
    Projects,
    Suppliers,
}

impl What {
    /// What the address names, for somebody who may bring it in.
    async fn permitted(app: &App, session: &persistence::Session, word: &str) -> Result<Self, ApiError> {
        let what = match word {
            "projects" => Self::Projects,
            "suppliers" => Self::Suppliers,
            _ => return Err(ApiError::NOT_FOUND),
        };
        match app.store.may_bring_in(&session.principal).await {
            Ok(()) => Ok(what),
            Err(Error::Rejected(_)) => Err(match what {
                Self::Projects => ApiError::NOT_ADMINISTRATOR,
                Self::Suppliers => ApiError::NOT_ADMINISTRATOR_OF_SUPPLIERS,
            }),
            Err(other) => Err(other.into()),
        }
    }
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
    let what = What::permitted(&app, &session, &what).await?;
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
    let (store, principal) = (&app.store, &session.principal);
    let view = match what {
        What::Projects => projects::preview(store, principal, language, &table, hash).await?,
        What::Suppliers => suppliers::preview(store, principal, language, &table, hash).await?,
    };
    metrics::counter!("trechter_tables_total").increment(1);
    Ok(Json(view))
}

/// Gives an empty file to fill in, with headings in the language of its name.
///
/// # Errors
/// [`ApiError::NOT_ADMINISTRATOR`]; [`ApiError::NOT_FOUND`] for another name than those of [`Form::find`].
pub async fn template(
    State(app): State<App>,
    SignedIn(session): SignedIn,
    Path((what, file)): Path<(String, String)>,
) -> Result<Response, ApiError> {
    let what = What::permitted(&app, &session, &what).await?;
    let names = match what {
        What::Projects => projects::FILES,
        What::Suppliers => suppliers::FILES,
    };
    let form = Form::find(&file, names).ok_or(ApiError::NOT_FOUND)?;
    let (store, principal) = (&app.store, &session.principal);
    let template = match what {
        What::Projects => projects::template(store, principal, form).await?,
        What::Suppliers => suppliers::template(store, principal, form).await?,
    };
    let (media_type, bytes) = form.write(template)?;
    let fields = [
        (header::CONTENT_TYPE, media_type.to_owned()),
        (header::CONTENT_DISPOSITION, name::attachment(&file)),
        (header::CACHE_CONTROL, "private, no-cache".to_owned()),
    ];
    Ok((fields, bytes).into_response())
}
