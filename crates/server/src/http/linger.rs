//! An answer that comes before the request is in whole reaches its reader all the same.
//!
//! A file that is too large, of a wrong type, or for which there is no room is refused while it still comes in. A connection
//! that is closed with unread bytes is reset, and a reset can take the answer along: a browser then says that the connection
//! broke in place of what was wrong. So what still comes is read and thrown away, for a while, behind the answer.

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, HttpBody};
use axum::extract::Request;
use axum::http::header;
use axum::middleware::Next;
use axum::response::Response;
use bytes::Bytes;
use futures::StreamExt;
use hyper::body::{Frame, SizeHint};

/// Bytes that are read and thrown away at most: the largest upload, and something over.
const BYTES: usize = 64 * 1024 * 1024;
/// How long that may take.
const WITHIN: Duration = Duration::from_secs(20);

/// What is left of a body when nobody reads it any more.
type Rest = Arc<Mutex<Option<Body>>>;

/// A body that gives back what is left of it.
struct Lent {
    body: Option<Body>,
    rest: Rest,
}

impl HttpBody for Lent {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        self.body.as_mut().map_or(Poll::Ready(None), |body| Pin::new(body).poll_frame(cx))
    }

    fn is_end_stream(&self) -> bool {
        self.body.as_ref().is_none_or(HttpBody::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        self.body.as_ref().map_or_else(|| SizeHint::with_exact(0), HttpBody::size_hint)
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        *self.rest.lock().unwrap_or_else(PoisonError::into_inner) = self.body.take();
    }
}

/// Runs a request, and reads what is left of its body behind the answer. A client that asks before it sends is not invited to.
pub async fn linger(request: Request, next: Next) -> Response {
    if request.body().is_end_stream() || request.headers().contains_key(header::EXPECT) {
        return next.run(request).await;
    }
    let rest = Rest::default();
    let request = request.map(|body| Body::new(Lent { body: Some(body), rest: Arc::clone(&rest) }));
    let response = next.run(request).await;
    let left = rest.lock().unwrap_or_else(PoisonError::into_inner).take().filter(|body| !body.is_end_stream());
    if let Some(body) = left {
        tokio::spawn(tokio::time::timeout(WITHIN, drain(body)));
    }
    response
}

/// Reads until the end, or as much as is allowed.
async fn drain(body: Body) {
    let (mut chunks, mut read) = (body.into_data_stream(), 0);
    while let Some(Ok(chunk)) = chunks.next().await {
        read += chunk.len();
        if read > BYTES {
            return;
        }
    }
}
