//! `/healthz`: the process answers. `/readyz`: it can do its work.

use std::time::{Duration, Instant};

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::App;

/// The process answers; nothing else is looked at.
pub async fn healthz() -> Response {
    Json(json!({ "status": "ok" })).into_response()
}

/// How long the database may take to answer.
const WITHIN: Duration = Duration::from_secs(2);

/// The database answers, with the schema this server was started on, and the server is not stopping; or the reason why not.
pub async fn readyz(State(app): State<App>) -> Response {
    match not_ready(&app).await {
        None => Json(json!({ "status": "ready" })).into_response(),
        Some(reason) => {
            (StatusCode::SERVICE_UNAVAILABLE, Json(json!({ "status": "not_ready", "reason": reason }))).into_response()
        }
    }
}

async fn not_ready(app: &App) -> Option<String> {
    if app.stop.is_stopping() {
        return Some("stopping".to_owned());
    }
    let started = Instant::now();
    let store = app.store.clone();
    // A task of its own: given up here, it must not be dropped in the middle of a query.
    let ping = tokio::spawn(async move { store.ping().await });
    let reason = match tokio::time::timeout(WITHIN, ping).await {
        Ok(Ok(Ok(()))) => None,
        Ok(Ok(Err(persistence::Error::Database(error)))) => Some(format!("database {}", error.failure.as_str())),
        Ok(Ok(Err(_)) | Err(_)) => Some("database".to_owned()),
        Err(_) => Some("database slow".to_owned()),
    };
    metrics::histogram!("trechter_database_seconds", "what" => "ping").record(started.elapsed().as_secs_f64());
    reason
}
