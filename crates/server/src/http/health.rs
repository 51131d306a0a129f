//! `/healthz`: the process answers. `/readyz`: it can do its work.

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

/// The database answers, its schema is up to date, and the server is not stopping; or the reason why not.
pub async fn readyz(State(app): State<App>) -> Response {
    let reason = if app.stop.is_stopping() { Some("stopping") } else { None };
    match reason {
        None => Json(json!({ "status": "ready" })).into_response(),
        Some(reason) => {
            (StatusCode::SERVICE_UNAVAILABLE, Json(json!({ "status": "not_ready", "reason": reason }))).into_response()
        }
    }
}
