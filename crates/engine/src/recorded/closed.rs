//! What was closed on answers that can still be contested: contesting one of them asks it again (laws 12 and 14).

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::contest::Contestable;
use super::state::{Record, Records};
use crate::changes::Change;
use crate::event::Event;
use crate::ids::{ArtefactKey, CriterionKey, PartyKey};
use crate::project::{Judgement, Lifecycle, Project, Review};
use crate::reopened::{AskedAgain, Reopening};

/// A change, or a document that ran out, of which everything was answered again, partly on somebody's behalf.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// What was closed.
    pub cause: Cause,
    /// What each record, by number, asks again when it is contested.
    pub again: BTreeMap<u32, Reopening>,
}

/// What asks again outside a round, and closes with the last answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// A change.
    Change {
        /// Its number.
        number: u32,
        /// As it was.
        change: Change,
    },
    /// A document that ran out.
    Expiry {
        /// Which.
        artefact: ArtefactKey,
    },
}

impl Project {
    /// Remembers on which contestable answers a cause closes. It is called while they are still in sight.
    pub(crate) fn closes(&mut self, cause: Cause, reopening: &Reopening) {
        let rests = |(number, record): (&u32, &Record)| Some((*number, self.rests_on(record, reopening)?));
        let again: BTreeMap<u32, Reopening> = self.records.open.iter().filter_map(rests).collect();
        if !again.is_empty() {
            self.records.closed.push(Closed { cause, again });
        }
    }

    /// The part of a reopening that was answered by a record.
    fn rests_on(&self, record: &Record, reopening: &Reopening) -> Option<Reopening> {
        let judged = |criterion: &CriterionKey, party: &PartyKey| {
            let answer = self.reopened.answers.get(criterion).and_then(|by| by.get(party)).and_then(Option::as_ref);
            answer.is_some_and(|answer| record.is_judgement(criterion, party, answer))
        };
        let reviewed = |artefact: &ArtefactKey| {
            self.artefacts.get(artefact).is_some_and(|document| {
                let recorded = |(party, review): (&PartyKey, &Review)| {
                    let (artefact, revision, party) = (artefact.clone(), review.revision, party.clone());
                    review.revision == document.current.number
                        && review.by == record.person
                        && record.what.contains(&Contestable::Review { artefact, revision, party })
                };
                document.reviews.iter().any(recorded)
            })
        };
        let criteria = reopening.criteria.iter().filter_map(|(criterion, asked)| {
            let parties: BTreeSet<_> = asked.parties.iter().filter(|party| judged(criterion, party)).cloned().collect();
            (!parties.is_empty()).then(|| (criterion.clone(), AskedAgain { parties, ..asked.clone() }))
        });
        let artefacts = reopening.artefacts.keys().filter(|artefact| reviewed(artefact));
        let again = Reopening {
            artefacts: artefacts.map(|artefact| (artefact.clone(), BTreeSet::new())).collect(),
            criteria: criteria.collect(),
            due: reopening.due,
        };
        (!again.is_empty()).then_some(again)
    }

    /// A record was contested: what was closed on it is open again, for what it answered alone.
    pub(super) fn reopen_closed(&mut self, record: u32) {
        let mut again = Vec::new();
        for closed in &mut self.records.closed {
            again.extend(closed.again.remove(&record).map(|reopening| (closed.cause.clone(), reopening)));
        }
        self.records.prune_closed();
        if self.lifecycle != Lifecycle::Active {
            return;
        }
        for (cause, reopening) in again {
            self.reopened.open(&reopening);
            match cause {
                Cause::Change { number, change } => {
                    let closed = || Change { reopened: Reopening::nothing(reopening.due), ..change };
                    self.changes.open.entry(number).or_insert_with(closed).reopened.extend(reopening);
                }
                Cause::Expiry { artefact } => {
                    let closed = || Reopening::nothing(reopening.due);
                    self.expiries.open.entry(artefact).or_insert_with(closed).extend(reopening);
                }
            }
        }
    }
}

impl Record {
    /// Whether this answer is the one that was recorded.
    fn is_judgement(&self, criterion: &CriterionKey, party: &PartyKey, answer: &Judgement) -> bool {
        let what = Contestable::Judgement {
            gate: answer.gate.clone(),
            round: answer.round,
            criterion: criterion.clone(),
            party: party.clone(),
        };
        answer.by == self.person && self.what.contains(&what)
    }
}

impl Records {
    /// What was answered anew since rests on no record any more, wherever it was answered; a new version of a document asks
    /// its reviewers itself.
    pub(super) fn closed_answered_anew(&mut self, event: &Event) {
        let Self { open, closed, .. } = self;
        for (number, reopening) in closed.iter_mut().flat_map(|closed| closed.again.iter_mut()) {
            match event {
                Event::CriterionJudged { criterion, party, .. } => {
                    if let Some(asked) = reopening.criteria.get_mut(criterion) {
                        asked.parties.remove(party);
                    }
                    reopening.criteria.retain(|_, asked| !asked.parties.is_empty());
                }
                Event::RevisionReviewed { on, party, .. } if open.get(number).is_some_and(|of| of.party == *party) => {
                    reopening.artefacts.remove(&on.artefact);
                }
                Event::RevisionSubmitted { artefact, .. } => {
                    reopening.artefacts.remove(artefact);
                }
                _ => {}
            }
        }
    }

    /// Forgets what no record that can be contested would ask again.
    pub(super) fn prune_closed(&mut self) {
        let Self { open, closed, .. } = self;
        for one in closed.iter_mut() {
            one.again.retain(|number, reopening| open.contains_key(number) && !reopening.is_empty());
        }
        closed.retain(|one| !one.again.is_empty());
    }
}
