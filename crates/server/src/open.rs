//! From settings to the store and the worker.

use std::sync::Arc;

use engine::Calendar;
use notification::MailerError;
use persistence::{Clock, Randomness, StoreConfig};

use crate::clock::{SystemClock, SystemRandomness};
use crate::config::Settings;
use crate::http::App;
use crate::worker::Worker;

/// How the store of these settings is opened, on the system's clock and randomness.
#[must_use]
pub fn store_config(settings: &Settings) -> StoreConfig {
    let clock = Arc::new(SystemClock::new(settings.zone.clone()));
    store_config_with(settings, clock, Arc::new(SystemRandomness))
}

/// The same on a clock and randomness of the caller.
#[must_use]
pub fn store_config_with(settings: &Settings, clock: Arc<dyn Clock>, randomness: Arc<dyn Randomness>) -> StoreConfig {
    let mut config = StoreConfig::new(settings.database_url.reveal(), &settings.data_dir, clock, randomness);
    config.calendar = Arc::new(Calendar { holidays: settings.holidays.clone() });
    config
}

/// The worker beside an application.
///
/// # Errors
/// [`MailerError`] when the mail server's name cannot be used.
pub fn worker(app: &App) -> Result<Worker, MailerError> {
    Worker::new(app.store.clone(), &app.settings.mail, &app.settings.public_url, app.stop.clone())
}
