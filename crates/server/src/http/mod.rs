//! HTTP: the routes, and the layers around them.

mod api;
pub mod body;
pub mod error;
pub mod figures;
pub mod headers;
mod health;
mod linger;
pub mod outer;
mod web;

use std::net::IpAddr;
use std::ops::Deref;
use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{Extensions, HeaderMap, StatusCode, Version, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, get, post};
use graphql::Api;
use persistence::Store;
use tokio::sync::Semaphore;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate};
use tower_http::csrf::{CsrfLayer, ProtectionError};

use crate::config::Settings;
use crate::session::password::{PasswordError, Passwords};
use crate::session::tries::Tries;
use crate::stop::Stop;
use crate::{bring_in, council, files, mailbox, session};
use error::ApiError;

/// What every handler may use.
#[derive(Clone)]
pub struct App(Arc<Parts>);

/// The parts of a running server.
pub struct Parts {
    /// The settings.
    pub settings: Settings,
    /// Whether everything here is made up.
    pub demo: bool,
    /// Whether mail leaves this server.
    pub sends_mail: bool,
    /// Tells when the server is to stop.
    pub stop: Stop,
    /// Where everything is kept.
    pub store: Store,
    /// The GraphQL API.
    pub api: Api,
    /// Hashes and checks passwords.
    pub passwords: Passwords,
    /// Tries to sign in, by hash of the account's address.
    pub tries_account: Tries<[u8; 32]>,
    /// Tries to sign in, by address of the client.
    pub tries_address: Tries<IpAddr>,
    /// Asking for new personal links, by address of the client.
    pub tries_link: Tries<IpAddr>,
    /// Places for sockets of subscriptions.
    pub sockets: Arc<Semaphore>,
}

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl App {
    /// Puts the parts together.
    ///
    /// # Errors
    /// [`PasswordError`] when passwords cannot be hashed at the configured cost.
    pub fn new(settings: Settings, store: Store, demo: bool, stop: Stop) -> Result<Self, PasswordError> {
        figures::start();
        let sign_in = settings.sign_in;
        Ok(Self(Arc::new(Parts {
            demo,
            sends_mail: settings.mail.smtp_url.is_some(),
            stop,
            api: api::api(store.clone(), settings.profile),
            store,
            passwords: Passwords::new(sign_in.password)?,
            tries_account: Tries::new(sign_in.tries_account),
            tries_address: Tries::new(sign_in.tries_address),
            tries_link: Tries::new(council::RENEWALS),
            sockets: Arc::new(Semaphore::new(settings.max_connections as usize)),
            settings,
        })))
    }
}

/// The routes beside the screens, with their methods. A test walks through this list, so a route that is not on it does not
/// exist.
pub const ROUTES: &[(&str, &str)] = &[
    ("POST", "/graphql"),
    ("GET", "/graphql/ws"),
    ("POST", "/sign-in"),
    ("POST", "/sign-out"),
    ("GET", "/session"),
    ("POST", "/files"),
    ("GET", "/files/{id}"),
    ("POST", "/bring-in/{what}"),
    ("GET", "/bring-in/{what}/{file}"),
    ("GET", "/postvak"),
    ("GET", "/postvak/{id}"),
    ("GET", "/postvak/{id}/html"),
    ("GET", "/raad.css"),
    ("GET", "/raad.js"),
    ("GET", "/raad/{token}"),
    ("GET", "/raad/{token}/{word}"),
    ("POST", "/raad/{token}/{word}"),
    ("GET", "/raad/{token}/stuk/{at}"),
    ("GET", "/raad/{token}/bestand/{id}"),
    ("GET", "/raad/{token}/klaar/{word}"),
    ("GET", "/healthz"),
    ("GET", "/readyz"),
    ("GET", "/metrics"),
];

fn handler(method: &str, path: &str) -> Option<MethodRouter<App>> {
    Some(match (method, path) {
        ("POST", "/graphql") => post(api::graphql),
        ("GET", "/graphql/ws") => get(api::socket),
        ("POST", "/sign-in") => post(session::sign_in),
        ("POST", "/sign-out") => post(session::sign_out),
        ("GET", "/session") => get(session::session),
        ("POST", "/files") => post(files::upload).layer(DefaultBodyLimit::max(files::BODY)),
        ("GET", "/files/{id}") => get(files::download),
        ("POST", "/bring-in/{what}") => post(bring_in::preview),
        ("GET", "/bring-in/{what}/{file}") => get(bring_in::template),
        ("GET", "/postvak") => get(mailbox::list),
        ("GET", "/postvak/{id}") => get(mailbox::show),
        ("GET", "/postvak/{id}/html") => get(mailbox::html),
        ("GET", "/raad.css") => get(council::style),
        ("GET", "/raad.js") => get(council::script),
        ("GET", "/raad/{token}") => get(council::home),
        ("GET", "/raad/{token}/{word}") => get(council::show),
        ("POST", "/raad/{token}/{word}") => post(council::send).layer(DefaultBodyLimit::max(council::BODY)),
        ("GET", "/raad/{token}/stuk/{at}") => get(council::document),
        ("GET", "/raad/{token}/bestand/{id}") => get(council::file),
        ("GET", "/raad/{token}/klaar/{word}") => get(council::done),
        ("GET", "/healthz") => get(health::healthz),
        ("GET", "/readyz") => get(health::readyz),
        ("GET", "/metrics") => get(figures::figures),
        _ => return None,
    })
}

/// The router with everything around it.
///
/// # Errors
/// The public URL cannot be an origin; the configuration has checked that before.
pub fn router(app: &App) -> anyhow::Result<Router> {
    let csrf = CsrfLayer::new()
        .add_trusted_origin(app.settings.public_url.origin())?
        // These take no cookie but a secret in the body, and browsers hide the origin of a page that sends no referrer.
        .with_insecure_bypass(|_, uri| uri.path().starts_with(persistence::LINK_PATH))
        .with_rejection_response(|_: ProtectionError| ApiError::CROSS_SITE.into_response());
    let routes = ROUTES.iter().fold(Router::new(), |router, (method, path)| match handler(method, path) {
        Some(handler) => router.route(path, handler),
        None => router,
    });
    let routes = routes.fallback(web::web).method_not_allowed_fallback(|| async { ApiError::METHOD_NOT_ALLOWED });
    Ok(routes
        .layer(csrf)
        .layer(CompressionLayer::new().compress_when(DefaultPredicate::new().and(is_shown)))
        .layer(from_fn_with_state(app.clone(), outer::outer))
        .layer(from_fn(linger::linger))
        .with_state(app.clone()))
}

/// What is shown is compressed; attachments are kept as they are, with their length, and are mostly compressed already.
fn is_shown(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    !headers.contains_key(header::CONTENT_DISPOSITION)
}
