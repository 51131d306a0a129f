//! Reading a body: never more than its limit, never longer than its time.

use std::time::Duration;

use axum::body::Body;
use axum::http::{HeaderMap, header};
use bytes::{Bytes, BytesMut};
use futures::StreamExt;

use super::error::ApiError;

/// Bytes of a GraphQL request.
pub const GRAPHQL: usize = 256 * 1024;
/// Bytes of a sign-in.
pub const SIGN_IN: usize = 8 * 1024;
/// How long the whole of such a body may take to arrive.
const ARRIVES_WITHIN: Duration = Duration::from_secs(30);

/// Reads a JSON body whole.
///
/// # Errors
/// [`ApiError::CONTENT_TYPE`] unless it is `application/json`: a form of another site can post anything else.
/// [`ApiError::TOO_LARGE`], [`ApiError::TOO_SLOW`] or [`ApiError::BROKEN_OFF`] when it does not come in whole.
pub async fn json(headers: &HeaderMap, body: Body, limit: usize) -> Result<Bytes, ApiError> {
    if !is_json(headers) {
        return Err(ApiError::CONTENT_TYPE);
    }
    raw(headers, body, limit).await
}

/// Reads a body of any type whole.
///
/// # Errors
/// [`ApiError::TOO_LARGE`], [`ApiError::TOO_SLOW`] or [`ApiError::BROKEN_OFF`] when it does not come in whole.
pub async fn raw(headers: &HeaderMap, body: Body, limit: usize) -> Result<Bytes, ApiError> {
    if announced(headers).is_some_and(|length| length > limit as u64) {
        return Err(ApiError::TOO_LARGE);
    }
    tokio::time::timeout(ARRIVES_WITHIN, collect(body, limit)).await.unwrap_or(Err(ApiError::TOO_SLOW))
}

async fn collect(body: Body, limit: usize) -> Result<Bytes, ApiError> {
    let mut stream = body.into_data_stream();
    let mut whole = BytesMut::new();
    while let Some(chunk) = stream.next().await {
        let chunk = chunk.map_err(|_| ApiError::BROKEN_OFF)?;
        if whole.len() + chunk.len() > limit {
            return Err(ApiError::TOO_LARGE);
        }
        whole.extend_from_slice(&chunk);
    }
    Ok(whole.freeze())
}

/// The length that the client announces.
#[must_use]
pub fn announced(headers: &HeaderMap) -> Option<u64> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

fn is_json(headers: &HeaderMap) -> bool {
    let Some(value) = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()) else { return false };
    let (kind, parameters) = value.split_once(';').unwrap_or((value, ""));
    let utf8 = parameters.trim().is_empty() || parameters.trim().to_ascii_lowercase().replace('"', "") == "charset=utf-8";
    kind.trim().eq_ignore_ascii_case("application/json") && utf8
}
