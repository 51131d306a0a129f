//! The cookie that holds the token of a session.

use std::time::Duration;

use axum::http::{HeaderMap, HeaderValue, header};

/// Over TLS. The prefix makes browsers refuse it without `Secure`, with a domain, or for another path.
const SECURE: &str = "__Host-trechter";
/// Where the server is reached over plain HTTP (a demo, development): browsers refuse `Secure` there.
const PLAIN: &str = "trechter";

fn name(https: bool) -> &'static str {
    if https { SECURE } else { PLAIN }
}

/// The token in the cookie of a request, if it has one that could be ours: 64 hexadecimal characters.
#[must_use]
pub fn token(headers: &HeaderMap, https: bool) -> Option<&str> {
    let texts = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut cookies = texts.flat_map(|text| text.split(';')).filter_map(|cookie| cookie.trim().split_once('='));
    let (_, token) = cookies.find(|(key, _)| *key == name(https))?;
    (token.len() == 64 && token.bytes().all(|b| b.is_ascii_hexdigit())).then_some(token)
}

/// Sets the cookie for as long as the session lasts.
#[must_use]
pub fn set(token: &str, https: bool, lasts: Duration) -> Option<HeaderValue> {
    write(token, https, lasts.as_secs())
}

/// Takes the cookie away.
#[must_use]
pub fn clear(https: bool) -> Option<HeaderValue> {
    write("", https, 0)
}

fn write(token: &str, https: bool, seconds: u64) -> Option<HeaderValue> {
    let secure = if https { "; Secure" } else { "" };
    let text = format!("{}={token}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}", name(https));
    let mut value = HeaderValue::from_str(&text).ok()?;
    value.set_sensitive(true);
    Some(value)
}
