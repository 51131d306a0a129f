//! What time makes happen (law 16).

use std::time::Duration;

use tracing::{error, info};

use super::Worker;

/// How often to look at the clock: so a new day is noticed within a minute of midnight, and a server that was down
/// catches up when it starts.
const TICK: Duration = Duration::from_mins(1);

impl Worker {
    pub(super) async fn time_loop(self) {
        let mut tidied = None;
        while !self.stop.is_stopping() {
            match self.store.execute_due().await {
                Ok(0) => {}
                Ok(events) => info!(events, "time made things happen"),
                // The next look finds the same work again.
                Err(error) => error!(%error, "could not note what is late"),
            }
            // Once a day, and at the start of a server that is seldom up for one.
            let today = self.store.now().today;
            if tidied != Some(today) {
                match self.store.forget_old().await {
                    Ok(_) => tidied = Some(today),
                    Err(error) => error!(%error, "could not forget what is old"),
                }
            }
            crate::http::figures::upkeep();
            tokio::select! {
                () = self.stop.wait() => {}
                () = tokio::time::sleep(TICK) => {}
            }
        }
    }
}
