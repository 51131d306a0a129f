//! What happens without anybody asking: mail is planned and sent, and time passes.
//!
//! Two loops run beside the requests. Each does everything there is to do, then sleeps until a project changes or a short
//! time has passed: the change is only a wake-up, the tables are the truth.

mod plan;
mod send;
mod time;
mod way;

use std::sync::Arc;
use std::time::Duration;

use notification::{Mailer, MailerError, SEND_TIMEOUT};
use persistence::{Error, Store};
use tokio::sync::broadcast::error::RecvError;
use tokio::task::JoinHandle;
use tracing::{error, warn};

use crate::config::{MailSettings, PublicUrl};
use crate::stop::Stop;

/// How long to sleep when nothing wakes us: mail that was put off, and events of other processes, are found then.
const POLL: Duration = Duration::from_secs(5);
/// How long to sleep after the database failed.
const RECOVER: Duration = Duration::from_secs(10);

/// What the loops work with. Cheap to clone.
#[derive(Clone)]
pub struct Worker {
    store: Store,
    public_url: String,
    from: String,
    mailer: Option<Arc<Mailer>>,
    stop: Stop,
}

/// The running loops.
pub struct Handles(Vec<JoinHandle<()>>);

impl Handles {
    /// Waits until every loop has finished the batch it was in.
    pub async fn finished(self) {
        for handle in self.0 {
            if let Err(error) = handle.await {
                error!(%error, "a worker loop broke");
            }
        }
    }
}

impl Worker {
    /// A worker on a store. Without a mail server its letters stay in the mailbox.
    ///
    /// # Errors
    /// [`MailerError`] when the mail server's name cannot be used.
    pub fn new(store: Store, mail: &MailSettings, public_url: &PublicUrl, stop: Stop) -> Result<Self, MailerError> {
        let mailer = mail.smtp_url.as_ref().map(|url| Mailer::new(url, SEND_TIMEOUT)).transpose()?.map(Arc::new);
        Ok(Self { store, public_url: public_url.origin(), from: mail.from.clone(), mailer, stop })
    }

    /// Starts the loops.
    #[must_use]
    pub fn start(self) -> Handles {
        let (mail, time) = (self.clone(), self.clone());
        let mail = tokio::spawn(supervise(self.stop.clone(), "mail", move || mail.clone().mail_loop()));
        let time = tokio::spawn(supervise(self.stop.clone(), "time", move || time.clone().time_loop()));
        Handles(vec![mail, time])
    }

    async fn mail_loop(self) {
        let mut changes = self.store.subscribe();
        while !self.stop.is_stopping() {
            let sleep = match self.mail().await {
                Ok(true) => continue,
                Ok(false) => POLL,
                Err(error) => {
                    warn!(%error, "the mail worker waits for the database");
                    RECOVER
                }
            };
            tokio::select! {
                () = self.stop.wait() => {}
                () = tokio::time::sleep(sleep) => {}
                // Lagging means that much changed: a reason to look, like any other.
                change = changes.recv() => match change {
                    Ok(_) => count_changes(1),
                    Err(RecvError::Lagged(missed)) => count_changes(missed),
                    Err(RecvError::Closed) => return,
                },
            }
        }
    }

    /// Plans and sends one batch per organisation; tells whether there may be more. Tests call it to do the work now.
    ///
    /// # Errors
    /// [`Error`] of the store; what was done stays done.
    pub async fn mail(&self) -> Result<bool, Error> {
        let work = self.store.work().await?;
        let mut did = false;
        for organisation in work.unplanned {
            did |= self.plan(organisation).await?;
        }
        if let Some(mailer) = &self.mailer {
            for organisation in work.deliveries {
                did |= self.send(mailer, organisation).await?;
            }
        }
        Ok(did)
    }
}

/// Counts commands that changed a project.
fn count_changes(changes: u64) {
    metrics::counter!("trechter_project_changes_total").increment(changes);
}

/// Runs a loop, and runs it again when it panics: one broken letter must not end all mail.
async fn supervise<F: Future<Output = ()> + Send + 'static>(stop: Stop, name: &str, work: impl Fn() -> F) {
    while let Err(error) = tokio::spawn(work()).await {
        error!(%error, name, "a worker loop broke and starts again");
        tokio::select! {
            () = stop.wait() => return,
            () = tokio::time::sleep(RECOVER) => {}
        }
    }
}
