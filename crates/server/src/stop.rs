//! The wish to stop, told to everything that runs.

use std::sync::Arc;

use tokio::sync::watch;

/// Tells everything that holds a copy when the server is to stop. Asking twice changes nothing.
#[derive(Clone, Debug)]
pub struct Stop(Arc<watch::Sender<bool>>);

impl Default for Stop {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(false)))
    }
}

impl Stop {
    /// Asks everything to stop.
    pub fn now(&self) {
        self.0.send_replace(true);
    }

    /// Whether somebody asked.
    #[must_use]
    pub fn is_stopping(&self) -> bool {
        *self.0.borrow()
    }

    /// Waits until somebody asks.
    pub async fn wait(&self) {
        // The sender lives as long as `self`, so waiting cannot fail.
        let _ = self.0.subscribe().wait_for(|stopping| *stopping).await;
    }

    /// Asks when the process gets SIGTERM or SIGINT; a second signal ends the process at once.
    ///
    /// # Errors
    /// The system does not let us listen to signals.
    pub fn on_signals(&self) -> std::io::Result<()> {
        use tokio::signal::unix::{SignalKind, signal};
        let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
        let stop = self.clone();
        tokio::spawn(async move {
            let mut asked = false;
            loop {
                tokio::select! {
                    _ = terminate.recv() => {}
                    _ = interrupt.recv() => {}
                }
                if asked {
                    tracing::warn!("asked again: stopping at once");
                    std::process::exit(130);
                }
                asked = true;
                tracing::info!("stopping: no new requests, finishing those that run");
                stop.now();
            }
        });
        Ok(())
    }
}
