//! Forms with a file: the minutes of a meeting in which a body answered.

use axum::extract::multipart::MultipartRejection;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{HeaderMap, header};
use engine::{FileId, FileRef};
use notification::Language;
use persistence::FileOf;
use uuid::Uuid;

use super::form::{FIELDS, FILE, Filled, NO_FILE, Wrong};
use super::routes::FORM;
use super::visit::Visit;
use crate::files;
use crate::http::App;
use crate::http::error::ApiError;

/// Bytes of a form with a file at most.
pub const BODY: usize = FORM + files::BODY;
/// The field of the file.
const FIELD: &str = "bestand";

/// Whether a form is sent with its files.
pub fn has_files(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("multipart/form-data"))
}

/// Reads a form with a file: what was filled in, with the id and the name of the file that came in. What is wrong with the
/// file is told beside it, so that what was typed is not lost. The secret stands before the file, or nothing is taken in.
///
/// # Errors
/// What is wrong with the form as a whole.
pub async fn read(app: &App, visit: &Visit, request: Request) -> Result<(Filled, Option<Wrong>), ApiError> {
    let parts: Result<Multipart, MultipartRejection> = Multipart::from_request(request, &()).await;
    let mut parts = parts.map_err(|_| ApiError::BAD_REQUEST)?;
    let receive = async {
        let (mut pairs, mut length) = (Vec::new(), 0);
        let mut came: Option<Result<[String; 2], ApiError>> = None;
        loop {
            let mut part = match files::next_part(&mut parts).await {
                Ok(Some(part)) => part,
                Ok(None) => break,
                // What is wrong with the file was told; what stands before it was read.
                Err(_) if came.as_ref().is_some_and(Result::is_err) => break,
                Err(error) => return Err(error),
            };
            let name = part.name().unwrap_or_default().to_owned();
            if name == FIELD {
                let is_known = pairs.iter().any(|(name, value)| name == "token" && value == visit.token.as_str());
                // A browser sends an empty part where no file was chosen.
                let is_chosen = part.file_name().is_some_and(|name| !name.is_empty());
                if is_chosen && is_known && came.is_none() && visit.coach && visit.recorder {
                    let row = files::take_minutes(app, &visit.link.principal, visit.link.project, part).await;
                    came = Some(row.map(|row| [row.id.to_string(), row.name]));
                }
                continue;
            }
            let mut value = Vec::new();
            while let Some(bytes) = part.chunk().await.map_err(|_| ApiError::BROKEN_OFF)? {
                length += bytes.len();
                if length > FORM {
                    return Err(ApiError::TOO_LARGE);
                }
                value.extend_from_slice(&bytes);
            }
            if pairs.len() == FIELDS {
                return Err(ApiError::BAD_REQUEST);
            }
            pairs.push((name, String::from_utf8(value).map_err(|_| ApiError::BAD_REQUEST)?));
        }
        Ok((Filled::read(pairs).ok_or(ApiError::BAD_REQUEST)?, came))
    };
    let (mut filled, came) = tokio::time::timeout(files::WHOLE_WITHIN, receive).await.unwrap_or(Err(ApiError::TOO_SLOW))?;
    if filled.get(NO_FILE) == "ja" {
        for name in FILE {
            filled.drop(name);
        }
    }
    filled.drop(NO_FILE);
    let wrong = match came {
        Some(Ok(values)) => {
            FILE.iter().zip(&values).for_each(|(name, value)| filled.set(name, value));
            None
        }
        Some(Err(error)) => {
            let text = if visit.language == Language::Nl { error.nl } else { error.en };
            Some(Wrong { field: FIELD.to_owned(), text: text.to_owned() })
        }
        None => None,
    };
    Ok((filled, wrong))
}

/// The file that came in before, as minutes name it; none where no file did.
///
/// # Errors
/// What to do when it is not there, or somebody else sent it.
pub async fn reference(app: &App, visit: &Visit, filled: &Filled) -> Result<Option<FileRef>, Wrong> {
    let id = filled.get(FILE[0]);
    if id.is_empty() {
        return Ok(None);
    }
    let principal = &visit.link.principal;
    let rows = match Uuid::parse_str(id) {
        Ok(id) => app.store.files(principal, &[FileId(id)]).await.unwrap_or_default(),
        Err(_) => Vec::new(),
    };
    let own = rows
        .into_iter()
        .find(|row| row.of == FileOf::Record { project: visit.link.project } && Some(row.uploaded_by) == principal.person());
    let gone = || Wrong { field: FIELD.to_owned(), text: visit.say("council-error-file-gone", &[]) };
    own.map(|row| Some(row.reference())).ok_or_else(gone)
}
