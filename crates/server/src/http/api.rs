//! `POST /graphql` and `GET /graphql/ws`.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use async_graphql_axum::{GraphQLProtocol, GraphQLWebSocket};
use axum::extract::ws::WebSocketUpgrade;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use graphql::{Api, ApiConfig, Operations, operation_hash};
use persistence::{Session, Store};
use tokio::sync::OwnedSemaphorePermit;
use tracing::{Instrument, Span, error};

use super::App;
use super::body;
use super::error::ApiError;
use crate::config::Profile;
use crate::session::{self, SignedIn, cookie};

/// The documents of our own screens by their hash, as the web build wrote them.
const OPERATIONS: &str = include_str!(concat!(env!("OUT_DIR"), "/operations.json"));
/// The only language spoken over a WebSocket.
const PROTOCOL: &str = "graphql-transport-ws";
/// Bytes of one message over a WebSocket.
const MESSAGE: usize = 64 * 1024;
/// How long the other end of a WebSocket may be silent.
const KEEP_ALIVE: Duration = Duration::from_mins(1);
/// How often to look whether the person behind a WebSocket is still signed in.
const STILL_SIGNED_IN: Duration = Duration::from_mins(1);

/// The API over a store: in production only for the documents of our own screens.
#[must_use]
pub fn api(store: Store, profile: Profile) -> Api {
    let config = match profile {
        Profile::Development => ApiConfig { operations: Operations::Any, introspection: true },
        Profile::Production => ApiConfig { operations: Operations::Only(Arc::new(known())), introspection: false },
    };
    Api::new(store, config)
}

/// The hashes are computed here once more: a list that was edited by hand must not let anything else in.
fn known() -> HashSet<String> {
    let documents: BTreeMap<String, String> = serde_json::from_str(OPERATIONS).unwrap_or_else(|error| {
        error!(%error, "the list of the screens' documents is broken; the API takes none");
        BTreeMap::new()
    });
    documents.values().map(|document| operation_hash(document)).collect()
}

/// Runs one document. It runs on a task of its own: when the client hangs up, the work is finished all the same. Dropped
/// halfway, it could leave a database connection within a transaction.
///
/// # Errors
/// What is wrong with the request; what is wrong with the document is in the body of the answer.
pub async fn graphql(State(app): State<App>, request: Request) -> Result<Response, ApiError> {
    let (parts, body) = request.into_parts();
    let body = body::json(&parts.headers, body, body::GRAPHQL).await?;
    let work = async move {
        let session = session::find(&parts.headers, &app).await?;
        let own = || session.as_ref().map(session::language);
        let language = session::asked_language(&parts.headers).or_else(own).unwrap_or_default();
        let principal = session.as_ref().map(|session| &session.principal);
        Ok::<_, ApiError>(app.api.execute(principal, language, &body).await)
    };
    let reply = tokio::spawn(work.instrument(Span::current())).await.map_err(|error| {
        error!(%error, "a document ended in a panic");
        ApiError::INTERNAL
    })??;
    let status = StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    Ok((status, [(header::CONTENT_TYPE, "application/json")], reply.body).into_response())
}

/// Opens a WebSocket for subscriptions, for a signed-in person on our own pages.
///
/// # Errors
/// [`ApiError::CROSS_SITE`] for the pages of others: browsers send our cookie along with them.
pub async fn socket(
    State(app): State<App>,
    headers: HeaderMap,
    SignedIn(session): SignedIn,
    protocol: Result<GraphQLProtocol, StatusCode>,
    upgrade: Result<WebSocketUpgrade, axum::extract::ws::rejection::WebSocketUpgradeRejection>,
) -> Result<Response, ApiError> {
    if !is_own_page(&headers, &app) {
        return Err(ApiError::CROSS_SITE);
    }
    let speaks = headers.get_all(header::SEC_WEBSOCKET_PROTOCOL).iter().filter_map(|value| value.to_str().ok());
    let speaks = speaks.flat_map(|list| list.split(',')).any(|name| name.trim() == PROTOCOL);
    let (Ok(protocol), Ok(upgrade), true) = (protocol, upgrade, speaks) else { return Err(ApiError::BAD_REQUEST) };
    let place = app.sockets.clone().try_acquire_owned().map_err(|_| ApiError::UNAVAILABLE.retry_after(30))?;
    let upgrade = upgrade.protocols([PROTOCOL]).max_message_size(MESSAGE).max_frame_size(MESSAGE);
    let token = cookie::token(&headers, app.settings.public_url.is_https()).unwrap_or_default().to_owned();
    Ok(upgrade.on_upgrade(move |stream| run(app, session, token, protocol, stream, place)))
}

async fn run(
    app: App,
    session: Session,
    token: String,
    protocol: GraphQLProtocol,
    stream: axum::extract::ws::WebSocket,
    place: OwnedSemaphorePermit,
) {
    let data = app.api.session_data(&session.principal, session::language(&session));
    let socket = GraphQLWebSocket::new(stream, app.api.clone(), protocol).with_data(data).keepalive_timeout(KEEP_ALIVE);
    tokio::select! {
        () = socket.serve() => {}
        () = app.stop.wait() => {}
        () = signed_out(&app.store, &token) => {}
    }
    drop(place);
}

/// Waits until a session has ended. While the database cannot tell, the socket stays: what runs on it cannot read either.
async fn signed_out(store: &Store, token: &str) {
    loop {
        tokio::time::sleep(STILL_SIGNED_IN).await;
        if matches!(store.session(token).await, Ok(None)) {
            return;
        }
    }
}

/// Whether a page of ours opened the socket: its origin is the public URL, or the host the request was sent to.
fn is_own_page(headers: &HeaderMap, app: &App) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let Some(origin) = text(header::ORIGIN) else { return false };
    let own_host = origin.split_once("://").is_some_and(|(_, host)| Some(host) == text(header::HOST));
    origin == app.settings.public_url.origin() || own_host
}
