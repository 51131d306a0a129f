//! HTTP: the routes, and the layers around them.

pub mod body;
pub mod error;
pub mod figures;
pub mod headers;
mod health;
pub mod outer;
mod web;

use std::ops::Deref;
use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::response::IntoResponse;
use axum::routing::get;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::{CsrfLayer, ProtectionError};

use crate::config::Settings;
use crate::stop::Stop;
use error::ApiError;

/// What every handler may use.
#[derive(Clone)]
pub struct App(Arc<Parts>);

/// The parts of a running server.
pub struct Parts {
    /// The settings.
    pub settings: Settings,
    /// Tells when the server is to stop.
    pub stop: Stop,
}

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl App {
    /// Shares the parts.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(parts))
    }
}

/// The router with everything around it.
///
/// # Errors
/// The public URL cannot be an origin; the configuration has checked that before.
pub fn router(app: &App) -> anyhow::Result<Router> {
    let csrf = CsrfLayer::new()
        .add_trusted_origin(app.settings.public_url.origin())?
        .with_rejection_response(|_: ProtectionError| ApiError::CROSS_SITE.into_response());
    let routes = Router::new()
        .route("/healthz", get(health::healthz))
        .route("/readyz", get(health::readyz))
        .route("/metrics", get(figures::figures))
        .fallback(web::web)
        .method_not_allowed_fallback(|| async { ApiError::METHOD_NOT_ALLOWED });
    Ok(routes
        .layer(csrf)
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(app.clone(), outer::outer))
        .with_state(app.clone()))
}
