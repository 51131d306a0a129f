//! The security headers that every answer carries, errors included. A route may set a stricter or other policy itself;
//! what it sets stays.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

/// What the screens may do: run our own scripts and styles, talk to our own server, and nothing else.
pub const SCREENS: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
     manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
);

/// For everything that is not a page: nothing may run, wherever it ends up.
pub const NOTHING: HeaderValue =
    HeaderValue::from_static("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox");

/// Never kept by a browser or a proxy.
pub const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");

const PERMISSIONS: HeaderName = HeaderName::from_static("permissions-policy");
const OPENER: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const RESOURCE: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// Completes the headers of an answer.
pub fn complete(headers: &mut HeaderMap, https: bool) {
    let mut default = |name: HeaderName, value: HeaderValue| {
        headers.entry(name).or_insert(value);
    };
    default(header::CONTENT_SECURITY_POLICY, NOTHING);
    default(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    default(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    default(header::CACHE_CONTROL, NO_STORE);
    default(PERMISSIONS, HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=(), usb=()"));
    default(OPENER, HeaderValue::from_static("same-origin"));
    default(RESOURCE, HeaderValue::from_static("same-origin"));
    if https {
        default(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=63072000; includeSubDomains"));
    }
}
