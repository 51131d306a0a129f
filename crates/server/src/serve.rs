//! Accepting connections: at most so many, none that dawdles, and none cut off when the server stops.

use std::io;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1::Builder;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tower::ServiceExt;
use tracing::{debug, warn};

use crate::http::outer::Peer;
use crate::stop::Stop;

/// Headers of one request at most.
const HEADERS: usize = 100;
/// Bytes of the head of one request at most.
const HEAD_BYTES: usize = 64 * 1024;
/// How long to wait before accepting again when the system has no descriptors left.
const BREATHE: Duration = Duration::from_millis(100);

/// How connections are treated.
#[derive(Clone, Copy, Debug)]
pub struct Connections {
    /// Open at one time; others wait in the queue of the system.
    pub at_most: u32,
    /// How long a client may take to send the head of a request; also how long an idle connection is kept.
    pub head_within: Duration,
    /// How long requests may take to finish after the wish to stop.
    pub finish_within: Duration,
}

impl Connections {
    /// The usual patience: thirty seconds for a head.
    pub const HEAD_WITHIN: Duration = Duration::from_secs(30);
}

/// Serves until `stop`, then lets running requests finish.
///
/// # Errors
/// The listener is broken. Trouble with one connection ends that connection only.
pub async fn serve(listener: TcpListener, router: Router, connections: Connections, stop: &Stop) -> io::Result<()> {
    let mut builder = Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(connections.head_within);
    builder.max_headers(HEADERS).max_buf_size(HEAD_BYTES);
    let builder = Arc::new(builder);
    let places = Arc::new(Semaphore::new(connections.at_most as usize));
    while let Some((stream, peer, place)) = next(&listener, &places, stop).await? {
        let (builder, router, stop) = (builder.clone(), router.clone(), stop.clone());
        tokio::spawn(async move {
            if let Err(error) = one(stream, router, peer, &builder, &stop).await {
                debug!(%error, "a connection ended early");
            }
            drop(place);
        });
    }
    drop(listener);
    let all = places.acquire_many(connections.at_most);
    if tokio::time::timeout(connections.finish_within, all).await.is_err() {
        warn!("some requests did not finish in time and are cut off");
    }
    Ok(())
}

/// The next connection and its place; `None` when the server is to stop.
async fn next(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
    stop: &Stop,
) -> io::Result<Option<(TcpStream, Peer, tokio::sync::OwnedSemaphorePermit)>> {
    let place = tokio::select! {
        () = stop.wait() => return Ok(None),
        place = places.clone().acquire_owned() => place.map_err(io::Error::other)?,
    };
    loop {
        let accepted = tokio::select! {
            () = stop.wait() => return Ok(None),
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok((stream, peer)) => return Ok(Some((stream, Peer(peer), place))),
            Err(error) if is_about_one_connection(&error) => {}
            Err(error) => {
                warn!(%error, "cannot accept a connection");
                tokio::time::sleep(BREATHE).await;
            }
        }
    }
}

/// Serves one connection; after the wish to stop it answers what it has begun and closes.
async fn one(stream: TcpStream, router: Router, peer: Peer, builder: &Builder, stop: &Stop) -> anyhow::Result<()> {
    // Answers are written whole; waiting to fill packets only adds time.
    stream.set_nodelay(true)?;
    let service = router.map_request(move |request: Request<Incoming>| {
        let mut request = request.map(axum::body::Body::new);
        request.extensions_mut().insert(peer);
        request
    });
    let connection = builder.serve_connection(TokioIo::new(stream), TowerToHyperService::new(service));
    let mut connection = pin!(connection.with_upgrades());
    tokio::select! {
        ended = connection.as_mut() => return Ok(ended?),
        () = stop.wait() => connection.as_mut().graceful_shutdown(),
    }
    Ok(connection.await?)
}

fn is_about_one_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}
