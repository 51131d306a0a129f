//! `trechter serve`.

use std::process::ExitCode;

use anyhow::Context;
use tokio::net::TcpListener;
use tracing::info;

use crate::config::Settings;
use crate::http::{App, Parts, router};
use crate::{Connections, Stop, serve};

/// Serves until a signal.
///
/// # Errors
/// The database cannot be opened, or the address cannot be listened on.
pub fn serve_until_signal(settings: Settings) -> anyhow::Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(run(settings))?;
    Ok(ExitCode::SUCCESS)
}

async fn run(settings: Settings) -> anyhow::Result<()> {
    let stop = Stop::default();
    stop.on_signals()?;
    let listener =
        TcpListener::bind(settings.listen).await.with_context(|| format!("cannot listen on {}", settings.listen))?;
    let connections = Connections {
        at_most: settings.max_connections,
        head_within: Connections::HEAD_WITHIN,
        finish_within: settings.shutdown,
    };
    let app = App::new(Parts { settings, stop: stop.clone() });
    let router = router(&app)?;
    info!(address = %listener.local_addr()?, url = %app.settings.public_url, "serving");
    serve(listener, router, connections, &stop).await?;
    info!("stopped");
    Ok(())
}
