//! Who is signed in, and signing in and out.

pub mod cookie;
pub mod password;
mod routes;
pub mod tries;

use std::time::Instant;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use engine::Role;
use persistence::Session;
use serde::Serialize;
use uuid::Uuid;

use crate::http::App;
use crate::http::error::ApiError;
pub use routes::{session, sign_in, sign_out};

/// The session of a request; a handler that takes it is for signed-in people only.
pub struct SignedIn(pub Session);

impl FromRequestParts<App> for SignedIn {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        find(&parts.headers, app).await?.map(Self).ok_or(ApiError::UNAUTHENTICATED)
    }
}

/// The session that the cookie of a request names, if it is not expired or revoked.
///
/// # Errors
/// [`ApiError::UNAVAILABLE`] or [`ApiError::INTERNAL`] when the database cannot tell.
pub async fn find(headers: &HeaderMap, app: &App) -> Result<Option<Session>, ApiError> {
    let Some(token) = cookie::token(headers, app.settings.public_url.is_https()) else { return Ok(None) };
    let started = Instant::now();
    let session = app.store.session(token).await.map_err(ApiError::from)?;
    metrics::histogram!("trechter_database_seconds", "what" => "session").record(started.elapsed().as_secs_f64());
    Ok(session)
}

/// The language of names and messages for this person.
#[must_use]
pub fn language(session: &Session) -> graphql::Language {
    if session.person.language == "en" { graphql::Language::English } else { graphql::Language::Dutch }
}

/// The language that a request asks for: the screens send the one that was chosen on the device. The first of a list
/// counts; another language than ours asks for none.
#[must_use]
pub fn asked_language(headers: &HeaderMap) -> Option<graphql::Language> {
    let asked = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?.get(..2)?;
    match asked.to_ascii_lowercase().as_str() {
        "nl" => Some(graphql::Language::Dutch),
        "en" => Some(graphql::Language::English),
        _ => None,
    }
}

/// A session as the screens read it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SessionView {
    person: PersonView,
    organisation: OrganisationView,
    /// Every organisation where this account is a person; the first is the one signed in to.
    organisations: Vec<OrganisationView>,
    /// Those the server speaks, the person's own first.
    languages: [&'static str; 2],
    /// Whether everything here is made up.
    is_demo: bool,
}

#[derive(Debug, Serialize)]
pub struct PersonView {
    id: Uuid,
    name: String,
    function: String,
    roles: Vec<Role>,
}

#[derive(Debug, Serialize)]
pub struct OrganisationView {
    id: Uuid,
    name: String,
}

impl From<persistence::PersonView> for PersonView {
    fn from(person: persistence::PersonView) -> Self {
        let roles = person.roles.into_iter().collect();
        Self { id: person.id.0, name: person.name, function: person.function, roles }
    }
}

impl From<persistence::OrganisationView> for OrganisationView {
    fn from(organisation: persistence::OrganisationView) -> Self {
        Self { id: organisation.id.0, name: organisation.name }
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn the_first_language_that_a_request_names_is_the_one_it_gets() {
        let asked = |value: &'static str| {
            asked_language(&HeaderMap::from_iter([(header::ACCEPT_LANGUAGE, HeaderValue::from_static(value))]))
        };
        assert_eq!(asked("en"), Some(graphql::Language::English));
        assert_eq!(asked("EN-gb,nl;q=0.5"), Some(graphql::Language::English));
        assert_eq!(asked("nl-NL,en"), Some(graphql::Language::Dutch));
        for other in ["fr", "*", "", "e"] {
            assert_eq!(asked(other), None, "{other}");
        }
        assert_eq!(asked_language(&HeaderMap::new()), None);
    }
}
