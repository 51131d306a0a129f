//! What surrounds every request: an id, one line in the log, figures, headers, and an answer even when a handler panics.

use std::net::{IpAddr, SocketAddr};
use std::panic::AssertUnwindSafe;
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use futures::FutureExt;
use tracing::{Instrument, error, info, info_span};
use uuid::Uuid;

use super::App;
use super::error::ApiError;
use super::headers;

/// The id under which the log has a request; in `X-Request-Id` of its answer.
#[derive(Clone, Debug)]
pub struct RequestId(pub String);

/// The other end of the connection; put into each request by [`crate::serve()`].
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub SocketAddr);

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// Runs a request. The path is logged as the route that took it: what people put into paths and queries stays out of logs.
pub async fn outer(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let id = Uuid::now_v7().simple().to_string();
    let started = Instant::now();
    let method = method_name(request.method());
    let route = request.extensions().get::<MatchedPath>().map_or_else(|| "web".to_owned(), |path| path.as_str().to_owned());
    request.extensions_mut().insert(RequestId(id.clone()));
    let span = info_span!("request", id, method, route);
    let answer = AssertUnwindSafe(next.run(request).instrument(span.clone())).catch_unwind().await;
    let _entered = span.enter();
    let mut response = answer.unwrap_or_else(|panic| {
        error!(reason = panic_text(panic.as_ref()), "a handler panicked");
        ApiError::INTERNAL.with_request(Some(&id))
    });
    headers::complete(response.headers_mut(), app.settings.public_url.is_https());
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    record(method, route, response.status(), started);
    response
}

fn record(method: &'static str, route: String, status: StatusCode, started: Instant) {
    let took = started.elapsed();
    metrics::histogram!("trechter_http_request_seconds", "route" => route.clone()).record(took.as_secs_f64());
    metrics::counter!("trechter_http_requests_total", "route" => route, "method" => method, "status" => status.as_str().to_owned())
        .increment(1);
    let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
    info!(status = status.as_u16(), micros, "answered");
}

/// Methods as a closed list, so that a client cannot fill the figures with names of its own.
fn method_name(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

fn panic_text(panic: &(dyn std::any::Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("unknown")
}

/// The address of the client. Behind `proxies` reverse proxies that is the entry of `X-Forwarded-For` that the outermost of
/// them wrote; entries before it are the client's own words and are not believed.
#[must_use]
pub fn client_address(request: &axum::http::request::Parts, proxies: u8) -> IpAddr {
    let peer = request.extensions.get::<Peer>().map_or(IpAddr::from([0, 0, 0, 0]), |peer| peer.0.ip());
    let Some(hops) = usize::from(proxies).checked_sub(1) else { return peer };
    let texts = request.headers.get_all(FORWARDED_FOR).iter().filter_map(|value| value.to_str().ok());
    let entries: Vec<&str> = texts.flat_map(|text| text.split(',')).map(str::trim).collect();
    entries.iter().rev().nth(hops).and_then(|entry| entry.parse().ok()).unwrap_or(peer)
}

/// Whether the request was made on this machine itself, not through a proxy.
#[must_use]
pub fn is_local(request: &axum::http::request::Parts) -> bool {
    let peer = request.extensions.get::<Peer>().is_some_and(|peer| peer.0.ip().to_canonical().is_loopback());
    peer && !request.headers.contains_key(FORWARDED_FOR) && !request.headers.contains_key("forwarded")
}
