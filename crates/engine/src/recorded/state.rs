//! What was recorded on behalf of people and can still be contested.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use time::Date;

use super::closed::Closed;
use super::contest::Contestable;
use crate::event::{Event, Recorded, Subject};
use crate::fold::FoldError;
use crate::ids::{GateKey, PartyKey, PersonId};
use crate::limits;
use crate::moment::Timestamp;
use crate::project::{Judgement, Project};

/// The records of a project that can still be contested.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Records {
    /// By number; those whose term passed are dropped as new ones come.
    pub open: BTreeMap<u32, Record>,
    /// The number of the last one, from 1.
    pub last: u32,
    /// Decisions that wait for a new look.
    pub contested: Vec<ContestedDecision>,
    /// What was closed on answers that can still be contested.
    pub closed: Vec<Closed>,
}

/// One answer that was recorded on somebody's behalf.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Whose answer.
    pub person: PersonId,
    /// For which party.
    pub party: PartyKey,
    /// Which answers: one act may approve a document and answer its criteria (law 7).
    pub what: Vec<Contestable>,
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
            while records.open.len() >= limits::CONTESTABLE && !records.open.contains_key(record) {
                records.open.pop_first();
            }
            let fresh = || Record { person: on_behalf.person, party: party.clone(), what: Vec::new(), until: *until };
            records.open.entry(*record).or_insert_with(fresh).what.push(what);
        }
        records.prune_closed();
        Ok(())
    }

    /// Takes a contest in: the answer falls back to open, if it still is the one that was recorded.
    pub(crate) fn take_contest(&mut self, number: u32, recorded: &Recorded) -> Result<(), FoldError> {
        let record = self.records.open.remove(&number).ok_or(FoldError::OutOfPlace(recorded.sequence))?;
        for what in record.what {
            self.fall_back(what, record.person, recorded.at.at);
        }
        self.reopen_closed(number);
        Ok(())
    }

    fn fall_back(&mut self, what: Contestable, person: PersonId, at: Timestamp) {
        match what {
            Contestable::Review { artefact, revision, party } => {
                if let Some(document) = self.artefacts.get_mut(&artefact) {
                    document.reviews.retain(|by, review| *by != party || review.revision != revision || review.by != person);
                }
            }
            Contestable::Vote { matter, party, members } => {
                for ballot in self.ballots.iter_mut().filter(|b| b.matter == matter && b.party == party) {
                    ballot.votes.retain(|voter, _| !members.contains(voter));
                    ballot.rests_on.retain(|voter, _| !members.contains(voter));
                }
                self.ballots.retain(|ballot| !ballot.votes.is_empty());
            }
            Contestable::Judgement { gate, round, criterion, party } => {
                // An answer given in another round since is not the one that was recorded; one that went along into it is.
                let recorded = |answer: &Judgement| answer.gate == gate && answer.round == round && answer.by == person;
                self.reopened.withdrawn(&criterion, &party, recorded);
                if let Some(answers) = self.round.as_mut().and_then(|open| open.judgements.get_mut(&criterion)) {
                    answers.retain(|by, answer| *by != party || !recorded(answer));
                }
            }
            Contestable::Fact { fact } => {
                if let Some(answer) = self.facts.get_mut(&fact) {
                    answer.confirmed = false;
                }
            }
            Contestable::Decision { gate, round } => {
                self.records.contested.retain(|contested| contested.gate != gate);
                self.records.contested.push(ContestedDecision { gate, round, at });
            }
            // The consultation, and emergency use, have an event of their own.
            Contestable::Advice { .. } | Contestable::Overleg { .. } | Contestable::Emergency => {}
        }
    }
}

impl Records {
    /// What was answered anew since is no longer what was recorded: contesting the record leaves the new answer standing
    /// (laws 14 and 17).
    pub(crate) fn answered_anew(&mut self, event: &Event) {
        self.closed_answered_anew(event);
        let Some(new) = Contestable::of(event) else { return };
        for record in self.open.values_mut() {
            record.what.retain_mut(|known| known.outlasts(&new));
        }
        self.open.retain(|_, record| !record.what.is_empty());
        self.prune_closed();
    }

    /// A gate was decided, again or with its earlier decision upheld: that is the new look.
    pub(crate) fn looked_at(&mut self, gate: &GateKey) {
        self.contested.retain(|contested| contested.gate != *gate);
    }
}
