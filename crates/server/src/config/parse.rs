//! From text to typed values. Each function gives `None` for what is not taken; the caller names the setting.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::str::FromStr;

use time::Date;
use time::macros::format_description;

use super::settings::PublicUrl;

/// At most this many holidays, enough for a century.
const HOLIDAYS: usize = 2_000;

pub(super) fn number<N: FromStr + PartialOrd>(text: &str, range: RangeInclusive<N>) -> Option<N> {
    text.parse().ok().filter(|number| range.contains(number))
}

/// Scheme, host and port; a path, query or user would not survive in an origin.
pub(super) fn public_url(text: &str) -> Option<PublicUrl> {
    let text = text.strip_suffix('/').unwrap_or(text);
    let (scheme, authority) = text.split_once("://")?;
    let https = match scheme {
        "https" => true,
        "http" => false,
        _ => return None,
    };
    let authority: axum::http::uri::Authority = authority.parse().ok()?;
    let clean = authority.as_str().bytes().all(|b| b.is_ascii_graphic() && b != b'@') && !authority.host().is_empty();
    clean.then(|| PublicUrl::new(https, authority.as_str().to_ascii_lowercase()))
}

pub(super) fn database_url(text: &str) -> Option<String> {
    let known = ["sqlite://", "postgres://", "postgresql://"].iter().any(|s| text.len() > s.len() && text.starts_with(s));
    known.then(|| text.to_owned())
}

/// One plain address. No control characters, so that no header can be added to a mail.
pub(super) fn mail_from(text: &str) -> Option<String> {
    let (local, host) = text.split_once('@')?;
    let part =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_graphic() && !b"@<>()[]\\,;:\"".contains(&b));
    (part(local) && part(host)).then(|| text.to_owned())
}

pub(super) fn holidays(text: &str) -> Option<BTreeSet<Date>> {
    let format = format_description!("[year]-[month]-[day]");
    let days = text.split(',').map(str::trim).filter(|day| !day.is_empty());
    let days: Option<BTreeSet<Date>> = days.map(|day| Date::parse(day, format).ok()).collect();
    days.filter(|days| days.len() <= HOLIDAYS)
}

pub(super) fn metrics_token(text: &str) -> Option<String> {
    ((16..=200).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_graphic())).then(|| text.to_owned())
}
