//! `/metrics`: figures for Prometheus, for whoever holds the token or sits on this machine.

use std::sync::OnceLock;

use axum::extract::{Request, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use sha2::{Digest, Sha256};

use super::App;
use super::error::ApiError;
use super::outer::is_local;
use crate::config::{Profile, Secret};

/// Seconds; from a cached page to a slow upload.
const BUCKETS: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0, 30.0];

static HANDLE: OnceLock<Option<PrometheusHandle>> = OnceLock::new();

/// Starts counting, once per process.
pub fn start() {
    HANDLE.get_or_init(|| {
        let seconds = Matcher::Suffix("_seconds".to_owned());
        let builder = PrometheusBuilder::new().set_buckets_for_metric(seconds, &BUCKETS).ok()?;
        let recorder = builder.build_recorder();
        let handle = recorder.handle();
        // Another recorder may be there already where the library is embedded; its owner reads the figures then.
        metrics::set_global_recorder(recorder).ok().map(|()| handle)
    });
}

/// Folds what was measured; called by a timer, so that figures do not pile up between two readings.
pub fn upkeep() {
    if let Some(Some(handle)) = HANDLE.get() {
        handle.run_upkeep();
    }
}

/// The figures as Prometheus reads them.
pub async fn figures(State(app): State<App>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let settings = &app.settings;
    let bearer = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "));
    let known = match &settings.metrics_token {
        Some(token) => bearer.is_some_and(|bearer| same(bearer, token)),
        None => settings.profile == Profile::Development || is_local(&parts),
    };
    if !known {
        return ApiError::NOT_FOUND.into_response();
    }
    match HANDLE.get() {
        Some(Some(handle)) => ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], handle.render()).into_response(),
        _ => ApiError::UNAVAILABLE.into_response(),
    }
}

/// Compares hashes, so that the time taken says nothing about the token.
fn same(given: &str, token: &Secret) -> bool {
    Sha256::digest(given.as_bytes()) == Sha256::digest(token.reveal().as_bytes())
}
