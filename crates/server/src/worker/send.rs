//! From the outbox to the mail server.

use std::time::Duration;

use engine::{OrganisationId, Timestamp};
use notification::{Attempts, Correspondent, Envelope, Letter, Mailer, Next, after, message_id};
use persistence::{ClaimedDelivery, DeliveryOutcome, DeliveryStatus, Error, Principal};
use tracing::{info, warn};

use super::Worker;

/// Letters claimed together.
const BATCH: u32 = 12;
/// How long the claim lasts: longer than the whole batch can take when every send runs into its time limit.
const LEASE_SECONDS: u32 = 900;

impl Worker {
    /// Sends what may be sent now; tells whether there was anything.
    pub(super) async fn send(&self, mailer: &Mailer, organisation: OrganisationId) -> Result<bool, Error> {
        let claimed = self.store.claim_deliveries(organisation, BATCH, LEASE_SECONDS).await?;
        let any = !claimed.is_empty();
        let name = if any { self.store.organisation(organisation).await?.name } else { String::new() };
        let from = Correspondent { name, address: self.from.clone() };
        // One after the other: a crash then leaves at most one letter that was taken but not noted as sent, and so at most
        // one duplicate.
        for delivery in claimed {
            self.send_one(mailer, &from, &delivery).await?;
        }
        Ok(any)
    }

    async fn send_one(&self, mailer: &Mailer, from: &Correspondent, delivery: &ClaimedDelivery) -> Result<(), Error> {
        let before = self.attempts(delivery).await?;
        let result = mailer.send(&envelope(from, delivery)).await;
        let outcome = self.outcome(after(before, &result));
        metrics::counter!("trechter_mail_total", "state" => word(&outcome)).increment(1);
        match &outcome {
            DeliveryOutcome::Sent => info!(delivery = %delivery.id, "mail sent"),
            DeliveryOutcome::Retry { reason, .. }
            | DeliveryOutcome::Unknown { reason, .. }
            | DeliveryOutcome::Failed { reason } => {
                // The mail server's words often repeat the address.
                let reason = reason.replace(&delivery.to_address, "…");
                warn!(delivery = %delivery.id, outcome = word(&outcome), reason, "mail not sent");
            }
        }
        if !self.store.mark_delivery(delivery, &outcome).await? {
            warn!(delivery = %delivery.id, "another worker took this mail over");
        }
        Ok(())
    }

    /// What was tried before this try.
    async fn attempts(&self, delivery: &ClaimedDelivery) -> Result<Attempts, Error> {
        let tried = delivery.attempt.saturating_sub(1);
        let unknown = tried > 0 && {
            let item = self.store.delivery(&Principal::system(delivery.organisation), delivery.id).await?;
            item.status == DeliveryStatus::Unknown
        };
        Ok(Attempts { tried, unknown })
    }

    fn outcome(&self, next: Next) -> DeliveryOutcome {
        match next {
            Next::Sent => DeliveryOutcome::Sent,
            Next::RetryAfter { delay, reason, attempts } => {
                let (at, reason) = (later(self.store.now().at, delay), reason.to_string());
                // Once perhaps sent, always perhaps sent: also when a later try was plainly refused for now.
                if attempts.unknown {
                    DeliveryOutcome::Unknown { at, reason }
                } else {
                    DeliveryOutcome::Retry { at, reason }
                }
            }
            Next::Failed { failure, reason, .. } => {
                DeliveryOutcome::Failed { reason: format!("{}: {reason}", failure.as_str()) }
            }
        }
    }
}

fn envelope(from: &Correspondent, delivery: &ClaimedDelivery) -> Envelope {
    Envelope {
        from: from.clone(),
        to: Correspondent { name: delivery.to_name.clone(), address: delivery.to_address.clone() },
        message_id: message_id(delivery.id.0, &from.address),
        at: made_at(delivery),
        letter: Letter {
            subject: delivery.letter.subject.clone(),
            text: delivery.letter.text.clone(),
            html: delivery.letter.html.clone(),
        },
    }
}

/// When the letter was written: its id holds the moment, so every try carries the same date.
fn made_at(delivery: &ClaimedDelivery) -> Timestamp {
    let (seconds, nanos) = delivery.id.0.get_timestamp().map_or((0, 0), |moment| moment.to_unix());
    Timestamp(i64::try_from(seconds).unwrap_or(0).saturating_mul(1_000_000).saturating_add(i64::from(nanos / 1_000)))
}

fn later(at: Timestamp, by: Duration) -> Timestamp {
    Timestamp(at.0.saturating_add(i64::try_from(by.as_micros()).unwrap_or(i64::MAX)))
}

fn word(outcome: &DeliveryOutcome) -> &'static str {
    match outcome {
        DeliveryOutcome::Sent => "sent",
        DeliveryOutcome::Retry { .. } => "retry",
        DeliveryOutcome::Unknown { .. } => "unknown",
        DeliveryOutcome::Failed { .. } => "failed",
    }
}
