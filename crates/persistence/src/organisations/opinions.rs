//! What members of a body say among themselves in a consultation of the organisation (law 9).

use std::collections::BTreeSet;

use engine::{ConsultationEvent, OrganisationEvent, PartyKey};

use super::row::EventRow;
use super::timeline::consultation as consultation_of;
use crate::consultation::{AT_MOST, Opinion};
use crate::error::Error;
use crate::hot::person;
use crate::scope::Tx;
use crate::visible::Query;

/// The opinions in a consultation of the organisation, for somebody who may know what these bodies deliberate.
pub(super) async fn of_organisation(
    tx: &Tx<'_>,
    bodies: &BTreeSet<PartyKey>,
    consultation: u32,
) -> Result<Vec<Opinion>, Error> {
    let mut query = Query::new("SELECT sequence, body FROM organisation_events WHERE organisation_id = $1");
    query.among("private_to", bodies.iter().map(|body| body.as_str().to_owned())).push("ORDER BY sequence");
    let limit = query.bind(AT_MOST);
    query.push(&format!("LIMIT {limit}"));
    let rows: Vec<EventRow> = tx.all(&query.sql, query.values).await?;
    let mut opinions = Vec::new();
    for recorded in rows.iter().map(EventRow::recorded) {
        let recorded = recorded?;
        if consultation_of(&recorded.event) != Some(consultation) {
            continue;
        }
        if let OrganisationEvent::Consultation { event: ConsultationEvent::Opined { body, opinion }, .. } = &recorded.event {
            let by = person(&recorded.by);
            let (sequence, at, body, text) = (recorded.sequence, recorded.at, body.clone(), *opinion);
            opinions.push(Opinion { sequence, at, person: by, by, body, text });
        }
    }
    Ok(opinions)
}
