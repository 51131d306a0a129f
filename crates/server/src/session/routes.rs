//! `POST /sign-in`, `POST /sign-out`, `GET /session`.

use std::time::{Duration, Instant};

use axum::Json;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use engine::Timestamp;
use persistence::{Account, Session};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use tracing::{info, warn};

use super::{OrganisationView, SessionView, SignedIn, cookie, password};
use crate::http::App;
use crate::http::body;
use crate::http::error::ApiError;
use crate::http::outer::client_address;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Credentials {
    email: String,
    password: String,
}

/// Signs in with an address and a password. The answer for an unknown address and for a wrong password is the same, in
/// text, status and time.
///
/// # Errors
/// [`ApiError::WRONG_PASSWORD`], [`ApiError::TOO_MANY_TRIES`], or what is wrong with the request.
pub async fn sign_in(State(app): State<App>, request: Request) -> Result<Response, ApiError> {
    let (parts, body) = request.into_parts();
    let body = body::json(&parts.headers, body, body::SIGN_IN).await?;
    let Credentials { email, password } = serde_json::from_slice(&body).map_err(|_| ApiError::BAD_REQUEST)?;
    let email = email.trim().to_lowercase();
    let address = client_address(&parts, app.settings.proxies);
    // Addresses of people are kept as hashes, so that a memory dump of the counters names nobody.
    let key: [u8; 32] = Sha256::digest(email.as_bytes()).into();
    let now = Instant::now();
    let wait = app.tries_address.take(address, now).and_then(|()| app.tries_account.take(key, now));
    if let Err(wait) = wait {
        warn!("too many attempts to sign in");
        metrics::counter!("trechter_sign_ins_total", "outcome" => "limited").increment(1);
        return Err(ApiError::TOO_MANY_TRIES.retry_after(wait.as_secs() + 1));
    }
    let account = check(&app, &email, &password).await?;
    let Some(account) = account else {
        metrics::counter!("trechter_sign_ins_total", "outcome" => "wrong").increment(1);
        return Err(ApiError::WRONG_PASSWORD);
    };
    app.tries_account.forget(&key);
    app.tries_address.give_back(&address);
    // A browser that was signed in gets a new token; the old one ends here.
    if let Some(old) = cookie::token(&parts.headers, app.settings.public_url.is_https()) {
        app.store.revoke_session(old).await?;
    }
    let response = open(&app, &account).await?;
    info!(account = %account.id, "signed in");
    metrics::counter!("trechter_sign_ins_total", "outcome" => "in").increment(1);
    Ok(response)
}

/// The account of an address, if the password is its.
async fn check(app: &App, email: &str, password: &str) -> Result<Option<Account>, ApiError> {
    let fits = password.len() <= password::LONGEST;
    let account = app.store.account_by_email(email).await?;
    let stored = account.as_ref().map(|account| account.password_hash.as_str());
    let matches = app.passwords.matches(password, stored).await.map_err(|error| {
        tracing::error!(%error, "a password could not be checked");
        ApiError::INTERNAL
    })?;
    Ok(account.filter(|_| matches && fits))
}

/// Starts a session as the account's first person.
async fn open(app: &App, account: &Account) -> Result<Response, ApiError> {
    let mut persons = app.store.persons_of(account.id).await?;
    if persons.is_empty() {
        // An account that is nobody any more is told no more than a stranger.
        return Err(ApiError::WRONG_PASSWORD);
    }
    let first = persons.swap_remove(0);
    let lasts = app.settings.sign_in.session;
    let expires = later(app.store.now().at, lasts);
    let token = app.store.create_session(account.id, first.organisation.id, first.person.id, expires).await?;
    let session = app.store.session(token.as_str()).await?.ok_or(ApiError::INTERNAL)?;
    let view = view(app, session).await?;
    let mut response = Json(view).into_response();
    let https = app.settings.public_url.is_https();
    put_cookie(response.headers_mut(), cookie::set(token.as_str(), https, lasts));
    Ok(response)
}

/// Signs out: the token is worth nothing from here on, wherever it is.
///
/// # Errors
/// The database cannot be reached.
pub async fn sign_out(State(app): State<App>, headers: HeaderMap) -> Result<Response, ApiError> {
    let https = app.settings.public_url.is_https();
    if let Some(token) = cookie::token(&headers, https) {
        app.store.revoke_session(token).await?;
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    put_cookie(response.headers_mut(), cookie::clear(https));
    Ok(response)
}

/// Who is signed in.
///
/// # Errors
/// [`ApiError::UNAUTHENTICATED`] when nobody is.
pub async fn session(State(app): State<App>, SignedIn(session): SignedIn) -> Result<Json<SessionView>, ApiError> {
    view(&app, session).await.map(Json)
}

async fn view(app: &App, session: Session) -> Result<SessionView, ApiError> {
    let mut persons = app.store.persons_of(session.account).await?;
    persons.sort_by_key(|person| person.organisation.id != session.organisation.id);
    let english = session.person.language == "en";
    Ok(SessionView {
        person: session.person.into(),
        organisation: session.organisation.into(),
        organisations: persons.into_iter().map(|person| OrganisationView::from(person.organisation)).collect(),
        languages: if english { ["en", "nl"] } else { ["nl", "en"] },
        is_demo: app.demo,
    })
}

fn put_cookie(headers: &mut HeaderMap, cookie: Option<HeaderValue>) {
    if let Some(cookie) = cookie {
        headers.append(header::SET_COOKIE, cookie);
    }
}

/// `at` and `by` later; both are far from the ends of time.
fn later(at: Timestamp, by: Duration) -> Timestamp {
    Timestamp(at.0.saturating_add(i64::try_from(by.as_micros()).unwrap_or(i64::MAX)))
}
