//! `trechter serve`.

use std::process::ExitCode;

use anyhow::Context;
use persistence::Store;
use tokio::net::TcpListener;
use tracing::{info, warn};

use super::block_on;
use crate::config::{Profile, Settings};
use crate::http::{App, router};
use crate::open::{store_config, worker};
use crate::{Connections, Stop, serve};

/// Serves until a signal.
///
/// # Errors
/// The database cannot be opened, or the address cannot be listened on.
pub fn serve_until_signal(settings: Settings) -> anyhow::Result<ExitCode> {
    block_on(async {
        let stop = Stop::default();
        stop.on_signals()?;
        // Before the database: a port that is taken is told at once.
        let listener = listen(&settings).await?;
        let store = Store::open(&store_config(&settings)).await.context("cannot open the database")?;
        warn_of_gaps(&settings);
        run(listener, settings, store, false, stop).await
    })?;
    Ok(ExitCode::SUCCESS)
}

/// Says what works but is not how a server for real people should be.
fn warn_of_gaps(settings: &Settings) {
    if settings.profile == Profile::Development {
        warn!("development: anybody can read all mail at /postvak, and the API takes any document");
        return;
    }
    if settings.mail.smtp_url.is_none() {
        warn!("no mail server is configured: mail waits until there is one (TRECHTER_SMTP_URL)");
    }
    let ip = settings.listen.ip();
    if !settings.public_url.is_https() && !ip.is_loopback() {
        warn!("people reach this server without TLS: passwords and sessions can be read on their way (TRECHTER_PUBLIC_URL)");
    }
    if ip.is_unspecified() && settings.public_url.origin().ends_with(&settings.listen.to_string()) {
        warn!("links in mails will not work: set the address that people use (TRECHTER_PUBLIC_URL)");
    }
}

/// Takes the port.
pub(super) async fn listen(settings: &Settings) -> anyhow::Result<TcpListener> {
    TcpListener::bind(settings.listen).await.with_context(|| format!("cannot listen on {}", settings.listen))
}

/// Serves on a port that was taken, with the worker beside it, until the wish to stop; then finishes what was begun.
pub(super) async fn run(
    listener: TcpListener,
    settings: Settings,
    store: Store,
    demo: bool,
    stop: Stop,
) -> anyhow::Result<()> {
    let connections = Connections {
        at_most: settings.max_connections,
        head_within: Connections::HEAD_WITHIN,
        finish_within: settings.shutdown,
    };
    let app = App::new(settings, store.clone(), demo, stop.clone())?;
    let router = router(&app)?;
    let handles = worker(&app)?.start();
    info!(address = %listener.local_addr()?, url = %app.settings.public_url, "serving");
    let served = serve(listener, router, connections, &stop).await;
    // However serving ended, the loops are told, finish their batch, and only then is the database closed.
    stop.now();
    handles.finished().await;
    store.close().await;
    info!("stopped");
    Ok(served?)
}
