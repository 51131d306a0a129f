//! The style sheet and the script of the pages: our own, small, and optional for reading and answering.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

/// The same variables as the screens have.
const VARIABLES: &str = include_str!("../../../../web/src/style/variables.css");
const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// Kept for an hour: the pages themselves are never kept.
const AN_HOUR: HeaderValue = HeaderValue::from_static("public, max-age=3600");

/// `GET /raad.css`.
pub async fn style() -> Response {
    answer("text/css; charset=utf-8", format!("{VARIABLES}{STYLE}"))
}

/// `GET /raad.js`.
pub async fn script() -> Response {
    answer("text/javascript; charset=utf-8", SCRIPT.to_owned())
}

fn answer(kind: &'static str, body: String) -> Response {
    ([(header::CONTENT_TYPE, HeaderValue::from_static(kind)), (header::CACHE_CONTROL, AN_HOUR)], body).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_is_small() {
        assert!(SCRIPT.len() <= 20 * 1024, "{} bytes", SCRIPT.len());
        assert!(VARIABLES.len() + STYLE.len() <= 20 * 1024);
    }
}
