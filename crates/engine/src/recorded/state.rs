//! What was recorded on behalf of people and can still be contested.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use time::Date;

use super::contest::Contestable;
use crate::event::{Event, Recorded, Subject};
use crate::fold::FoldError;
use crate::ids::{GateKey, PartyKey, PersonId};
use crate::limits;
use crate::moment::Timestamp;
use crate::project::Project;

/// The records of a project that can still be contested.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Records {
    /// By number; those whose term passed are dropped as new ones come.
    pub open: BTreeMap<u32, Record>,
    /// The number of the last one, from 1.
    pub last: u32,
    /// Decisions that wait for a new look.
    pub contested: Vec<ContestedDecision>,
}

/// One answer that was recorded on somebody's behalf.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Whose answer.
    pub person: PersonId,
    /// For which party.
    pub party: PartyKey,
    /// Which answer.
    pub what: Contestable,
    /// The last day on which it can be contested.
    pub until: Date,
}

/// A decision that was contested and not looked at anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContestedDecision {
    /// Of which gate.
    pub gate: GateKey,
    /// In which round.
    pub round: u32,
    /// Since when.
    pub at: Timestamp,
}

impl Project {
    /// Takes an answer in that was recorded on somebody's behalf: as if that person had given it.
    pub(crate) fn take_on_behalf(&mut self, recorded: &Recorded) -> Result<(), FoldError> {
        let Event::OnBehalf { record, on_behalf, function, party, contest_until, event } = &recorded.event else {
            return Ok(());
        };
        if matches!(**event, Event::OnBehalf { .. } | Event::ProjectStarted { .. }) {
            return Err(FoldError::OutOfPlace(recorded.sequence));
        }
        let by = Subject::Person { id: on_behalf.person, function: function.clone() };
        self.change(&Recorded { by, event: (**event).clone(), ..recorded.clone() })?;
        let records = &mut self.records;
        records.last = *record;
        records.open.retain(|_, open| open.until >= recorded.at.today);
        if let (Some(until), Some(what)) = (contest_until, Contestable::of(event)) {
            while records.open.len() >= limits::CONTESTABLE {
                records.open.pop_first();
            }
            let entry = Record { person: on_behalf.person, party: party.clone(), what, until: *until };
            records.open.insert(*record, entry);
        }
        Ok(())
    }

    /// Takes a contest in: the answer falls back to open, if it still is the one that was recorded.
    pub(crate) fn take_contest(&mut self, number: u32, recorded: &Recorded) -> Result<(), FoldError> {
        let record = self.records.open.remove(&number).ok_or(FoldError::OutOfPlace(recorded.sequence))?;
        match record.what {
            Contestable::Review { artefact, revision, party } => {
                if let Some(document) = self.artefacts.get_mut(&artefact) {
                    document
                        .reviews
                        .retain(|by, review| *by != party || review.revision != revision || review.by != record.person);
                }
            }
            Contestable::Judgement { gate, round, criterion, party } => {
                self.reopened.withdrawn(&criterion, &party, record.person);
                let open = self.round.as_mut().filter(|open| open.gate == gate);
                if let Some(answers) = open.and_then(|open| open.judgements.get_mut(&criterion)) {
                    answers.retain(|by, answer| *by != party || answer.round != round || answer.by != record.person);
                }
            }
            Contestable::Fact { fact } => {
                if let Some(answer) = self.facts.get_mut(&fact) {
                    answer.confirmed = false;
                }
            }
            Contestable::Decision { gate, round } => {
                self.records.contested.retain(|contested| contested.gate != gate);
                self.records.contested.push(ContestedDecision { gate, round, at: recorded.at.at });
            }
            // The consultation has an event of its own.
            Contestable::Advice { .. } | Contestable::Overleg { .. } => {}
        }
        Ok(())
    }
}

impl Records {
    /// A gate was decided, again or with its earlier decision upheld: that is the new look.
    pub(crate) fn looked_at(&mut self, gate: &GateKey) {
        self.contested.retain(|contested| contested.gate != *gate);
    }
}
