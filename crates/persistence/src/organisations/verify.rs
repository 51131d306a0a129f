//! `trechter verify` on an organisation: its chain, its state, its texts, and what its projects are told of.

use std::collections::BTreeSet;

use engine::{FileRef, Hash, Organisation, OrganisationRecorded, TextRef};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::growing::event_name;
use super::row::STATE_FORMAT;
use super::uses;
use crate::canonical::{self, BEGINNING};
use crate::error::Error;
use crate::hot::person;
use crate::scope::{Tx, signed, unsigned};
use crate::verify::{Place, Texts, references, text_holds};

/// Events read at once.
const EVENTS: i64 = 500;

/// What was found in one organisation.
#[derive(Default)]
pub(crate) struct Examined {
    pub events: u64,
    pub contents: u64,
    pub files: Vec<FileRef>,
    pub findings: Vec<(Place, String)>,
}

#[derive(FromQueryResult)]
struct StateRow {
    sequence: i64,
    head: Vec<u8>,
    state_format: i64,
    state: String,
}

#[derive(FromQueryResult)]
struct EventRow {
    sequence: i64,
    at: i64,
    kind: String,
    person_id: Option<Uuid>,
    private_to: Option<String>,
    hash: Vec<u8>,
    body: String,
}

/// An organisation's log as it folds.
struct Folded {
    organisation: Organisation,
    head: Hash,
    texts: Texts,
    events: Vec<(u64, engine::OrganisationEvent)>,
}

impl Examined {
    fn found(&mut self, place: Place, message: impl Into<String>) {
        self.findings.push((place, message.into()));
    }
}

pub(crate) async fn examine(tx: &Tx<'_>) -> Result<Examined, Error> {
    let mut examined = Examined::default();
    let sql = "SELECT sequence, head, state_format, state FROM organisation_states WHERE organisation_id = $1";
    let row: Option<StateRow> = tx.one(sql, []).await?;
    let Some(folded) = fold(tx, &mut examined).await? else { return Ok(examined) };
    match row {
        Some(row) => state(&folded, &row, &mut examined),
        None if folded.organisation.sequence > 0 => examined.found(Place::State, "the log has no organisation"),
        None => {}
    }
    contents(tx, &folded.texts, &mut examined).await?;
    changes(tx, &folded, &mut examined).await?;
    examined.files = folded.texts.files;
    Ok(examined)
}

/// Walks the chain; stops at the first event that does not hold.
async fn fold(tx: &Tx<'_>, examined: &mut Examined) -> Result<Option<Folded>, Error> {
    let organisation = Organisation::new(tx.organisation());
    let mut folded = Folded { organisation, head: BEGINNING, texts: Texts::default(), events: Vec::new() };
    loop {
        let sql = "SELECT sequence, at, kind, person_id, private_to, hash, body FROM organisation_events \
                   WHERE organisation_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3";
        let last = folded.organisation.sequence;
        let rows: Vec<EventRow> = tx.all(sql, [signed(last).into(), EVENTS.into()]).await?;
        if rows.is_empty() {
            return Ok(Some(folded));
        }
        for row in rows {
            examined.events += 1;
            let expected = folded.organisation.sequence + 1;
            match step(&mut folded, expected, &row) {
                Ok(recorded) => {
                    references(&recorded.event, &mut folded.texts);
                    folded.events.push((recorded.sequence, recorded.event));
                }
                Err(message) => {
                    examined.found(Place::Event(expected), message);
                    return Ok(None);
                }
            }
        }
    }
}

/// One link of the chain: in its place, in canonical form, hashed, and folding.
fn step(folded: &mut Folded, expected: u64, row: &EventRow) -> Result<OrganisationRecorded, &'static str> {
    if unsigned(row.sequence) != expected {
        return Err("the event is missing");
    }
    let next = canonical::link(folded.head, &row.body);
    if next.0.as_slice() != row.hash {
        return Err("the event is not the one that was hashed");
    }
    let recorded: OrganisationRecorded = serde_json::from_str(&row.body).map_err(|_| "the event cannot be read")?;
    if canonical::json(&recorded).ok().as_deref() != Some(&row.body) {
        return Err("the event is not in canonical form");
    }
    let columns = row.kind == event_name(&recorded.event)
        && row.private_to.as_deref() == recorded.event.private_to().map(engine::PartyKey::as_str)
        && row.at == recorded.at.at.0
        && row.person_id == person(&recorded.by).map(|id| id.0);
    if !columns {
        return Err("the columns beside the event are not what it says");
    }
    if folded.organisation.last.is_some_and(|last| recorded.at.at < last.at) {
        return Err("time runs back");
    }
    folded.organisation.apply(&recorded).map_err(|_| "the event does not continue the log")?;
    folded.head = next;
    Ok(recorded)
}

fn state(folded: &Folded, row: &StateRow, examined: &mut Examined) {
    let sequence = folded.organisation.sequence;
    if signed(sequence) != row.sequence || folded.head.0.as_slice() != row.head {
        examined.found(Place::Head, format!("the log ends at event {sequence}, the organisation says {}", row.sequence));
    }
    let same = row.state_format != STATE_FORMAT
        || serde_json::from_str::<Organisation>(&row.state).is_ok_and(|stored| stored == folded.organisation);
    if !same {
        examined.found(Place::State, "the state is not what the log folds to");
    }
}

async fn contents(tx: &Tx<'_>, texts: &Texts, examined: &mut Examined) -> Result<(), Error> {
    for text in &texts.texts {
        examined.contents += 1;
        let TextRef { id, .. } = text;
        if let Err(message) = text_holds(tx, text, tx.organisation().0).await? {
            examined.found(Place::Content(*id), message);
        }
    }
    Ok(())
}

/// What projects are told of is what the log says.
async fn changes(tx: &Tx<'_>, folded: &Folded, examined: &mut Examined) -> Result<(), Error> {
    let expected = uses::changes(folded.events.iter().map(|(sequence, event)| (*sequence, event)));
    let expected: BTreeSet<_> =
        expected.into_iter().map(|(of, sequence)| (of.kind, of.supplier, signed(sequence))).collect();
    let sql = "SELECT kind, supplier, sequence FROM organisation_changes WHERE organisation_id = $1";
    let rows = tx.rows(sql, []).await?;
    let stored = rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?)));
    if stored.collect::<Result<BTreeSet<(String, String, i64)>, Error>>()? != expected {
        examined.found(Place::Table("organisation_changes"), "the changes for projects are not those of the log");
    }
    Ok(())
}
