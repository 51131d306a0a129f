//! The screens: the files that the web build left, embedded in the binary.

use std::borrow::Cow;

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use bytes::Bytes;
use rust_embed::{EmbeddedFile, RustEmbed};

use super::error::ApiError;
use super::headers;

/// What `web/dist` held when the server was built; read from disk in development builds. Empty where the screens were not
/// built.
#[derive(RustEmbed)]
#[folder = "../../web/dist"]
#[allow_missing = true]
struct Dist;

/// Files whose name holds a hash of their content: a new content has a new name.
const HASHED: &str = "assets/";
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const A_DAY: HeaderValue = HeaderValue::from_static("public, max-age=86400");

/// Answers what no other route takes: a file of the screens, or the page in which they run.
pub async fn web(request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return ApiError::METHOD_NOT_ALLOWED.into_response();
    }
    let path = request.uri().path().trim_start_matches('/');
    if path != "index.html"
        && let Some(file) = Dist::get(path)
    {
        return asset(path, file, request.headers());
    }
    // A route of the screens has no dot in its last part; a missing script must not be answered with a page.
    let looks_like_file = path.rsplit('/').next().is_some_and(|last| last.contains('.')) && path != "index.html";
    if looks_like_file || path.starts_with(HASHED) {
        return ApiError::NOT_FOUND.into_response();
    }
    match Dist::get("index.html") {
        Some(index) => page(Html(body(index.data)).into_response()),
        None => page((StatusCode::OK, Html(NOT_BUILT)).into_response()),
    }
}

fn asset(path: &str, file: EmbeddedFile, asked: &HeaderMap) -> Response {
    let hash = u128::from_be_bytes(*file.metadata.sha256_hash().first_chunk().unwrap_or(&[0; 16]));
    let etag = format!("\"{hash:032x}\"");
    let same = asked.get(header::IF_NONE_MATCH).is_some_and(|seen| seen.as_bytes() == etag.as_bytes());
    let mut response = if same {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(header::CONTENT_TYPE, file.metadata.mimetype().to_owned())], body(file.data)).into_response()
    };
    let fields = response.headers_mut();
    fields.insert(header::CACHE_CONTROL, if path.starts_with(HASHED) { FOR_EVER } else { A_DAY });
    if let Ok(etag) = HeaderValue::from_str(&etag) {
        fields.insert(header::ETAG, etag);
    }
    response
}

/// What is embedded is sent from where it lies; only what a development build read from disk is owned.
fn body(data: Cow<'static, [u8]>) -> Body {
    match data {
        Cow::Borrowed(bytes) => Body::from(Bytes::from_static(bytes)),
        Cow::Owned(bytes) => Body::from(bytes),
    }
}

fn page(mut response: Response) -> Response {
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, headers::SCREENS);
    response.headers_mut().insert(header::CACHE_CONTROL, headers::NO_STORE);
    response
}

const NOT_BUILT: &str = "<!doctype html>
<html lang=\"nl\">
<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Trechter</title></head>
<body>
<h1>De schermen zijn nog niet gebouwd</h1>
<p>Deze server werkt, maar is gebouwd zonder de schermen. Bouw ze en start de server daarna opnieuw:</p>
<pre>cd web &amp;&amp; npm ci &amp;&amp; npm run build
cargo run -p server --bin trechter -- demo</pre>
<p lang=\"en\">The server works but was built without its screens. Build them as shown, then start the server again.</p>
</body>
</html>
";
