//! Contesting what was recorded on one's behalf: the answer is open again; a decision calls for a new look (law 14).

use serde::{Deserialize, Serialize};

use super::state::ContestedDecision;
use crate::ballots::Matter;
use crate::consultation::{ConsultationEvent, Step, counted_one};
use crate::context::Context;
use crate::emergency::{EmergencyEnd, EmergencyEvent};
use crate::event::Event;
use crate::funnel::{AnswerRule, Funnel};
use crate::ids::{ArtefactKey, CriterionKey, FactKey, GateKey, PartyKey, PersonId};
use crate::permission::Need;
use crate::project::{Project, Round};
use crate::readiness::{Blocker, Check, CheckState, CheckSubject, Waiter};
use crate::rejection::Rejection;
use crate::tasks::{Task, TaskKind};
use crate::text::TextRef;

/// An answer that was recorded on somebody's behalf and can be contested.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Contestable {
    /// A party's review.
    Review {
        /// Of which artefact.
        artefact: ArtefactKey,
        /// Of which revision.
        revision: u32,
        /// By which party.
        party: PartyKey,
    },
    /// Votes that are not their party's answer yet.
    Vote {
        /// On what.
        matter: Matter,
        /// In which party.
        party: PartyKey,
        /// Whose.
        members: Vec<PersonId>,
    },
    /// A party's judgement.
    Judgement {
        /// At which gate.
        gate: GateKey,
        /// In which round.
        round: u32,
        /// On which criterion.
        criterion: CriterionKey,
        /// By which party.
        party: PartyKey,
    },
    /// A party's confirmation of an answer.
    Fact {
        /// Of which.
        fact: FactKey,
    },
    /// A decision.
    Decision {
        /// Of which gate.
        gate: GateKey,
        /// In which round.
        round: u32,
    },
    /// What a body said.
    Advice {
        /// In which consultation.
        consultation: u32,
    },
    /// That the board allowed emergency use.
    Emergency,
    /// A conversation with a body.
    Overleg {
        /// In which consultation.
        consultation: u32,
    },
}

impl Contestable {
    /// Whether something of this answer is left after a new one. Each member's vote is an answer of its own.
    pub(super) fn outlasts(&mut self, new: &Self) -> bool {
        match (self, new) {
            (Self::Vote { matter, party, members }, Self::Vote { matter: on, party: of, members: voted })
                if matter == on && party == of =>
            {
                members.retain(|member| !voted.contains(member));
                !members.is_empty()
            }
            (known, new) => known != new,
        }
    }

    /// What of an event can be contested.
    pub(crate) fn of(event: &Event) -> Option<Self> {
        match event {
            Event::VoteCast { matter, party, members, .. } => {
                Some(Self::Vote { matter: matter.clone(), party: party.clone(), members: members.clone() })
            }
            Event::RevisionReviewed { on, party, .. } => {
                Some(Self::Review { artefact: on.artefact.clone(), revision: on.revision, party: party.clone() })
            }
            Event::CriterionJudged { gate, round, criterion, party, .. } => Some(Self::Judgement {
                gate: gate.clone(),
                round: *round,
                criterion: criterion.clone(),
                party: party.clone(),
            }),
            Event::FactConfirmed { fact, .. } => Some(Self::Fact { fact: fact.clone() }),
            Event::Emergency(EmergencyEvent::Allowed { .. }) => Some(Self::Emergency),
            Event::GateDecided { gate, round, .. } => Some(Self::Decision { gate: gate.clone(), round: *round }),
            Event::Consultation { consultation, event } => match event {
                ConsultationEvent::Established { .. }
                | ConsultationEvent::Volunteered { .. }
                | ConsultationEvent::Confirmed { .. } => Some(Self::Advice { consultation: *consultation }),
                ConsultationEvent::Conferred { .. } => Some(Self::Overleg { consultation: *consultation }),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Contests a record: the person whose answer it was to be, or the chair of the party.
pub(crate) fn contest(
    project: &Project,
    context: &Context<'_>,
    number: u32,
    reason: TextRef,
) -> Result<Vec<Event>, Rejection> {
    let record = project.records.open.get(&number).ok_or(Rejection::NotContestable { record: number })?;
    if context.now.today > record.until {
        return Err(Rejection::ContestTooLate { record: number, until: record.until });
    }
    let contested = Event::RecordContested { record: number, what: record.what.clone(), reason };
    let in_consultations = record.what.iter().filter_map(|what| consultation_event(project, what));
    // Use that was never allowed ends at once: that is the safe side.
    let allowed = project.emergency.open.is_some() && record.what.contains(&Contestable::Emergency);
    let ended = EmergencyEvent::Ended { how: EmergencyEnd::Early { reason } };
    let in_use = allowed.then_some(Event::Emergency(ended));
    Ok([contested].into_iter().chain(in_consultations).chain(in_use).collect())
}

/// What a contest does in the consultation it is about, as far as that still stands.
fn consultation_event(project: &Project, what: &Contestable) -> Option<Event> {
    let (consultation, event) = match what {
        Contestable::Advice { consultation } => (*consultation, ConsultationEvent::Contested),
        Contestable::Overleg { consultation } => (*consultation, ConsultationEvent::OverlegContested),
        _ => return None,
    };
    let known = project.consultations.standing.get(&consultation)?;
    (known.step != Step::Asked).then_some(Event::Consultation { consultation, event })
}

/// Who upholds a contested decision: whoever decides the gate; the chair where members vote.
pub(crate) fn uphold_need(funnel: &Funnel, gate: &GateKey) -> Need {
    match funnel.gate(gate) {
        Some(gate) if gate.rule == AnswerRule::Any => Need::Member(vec![gate.decided_by.clone()]),
        Some(gate) => Need::Chair(gate.decided_by.clone()),
        None => Need::Person,
    }
}

/// The new look at a contested decision: it stands. Otherwise the gate in front of the project sends it back.
pub(crate) fn uphold(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    key: &GateKey,
    motivation: TextRef,
) -> Result<Vec<Event>, Rejection> {
    let contested = project.records.contested.iter().find(|contested| contested.gate == *key);
    let contested = contested.ok_or_else(|| Rejection::DecisionNotContested { gate: key.clone() })?;
    let gate = funnel.gate(key).ok_or_else(|| Rejection::DecisionNotContested { gate: key.clone() })?;
    if context.is_own_work(&gate.decided_by, |person| person == project.lead) {
        return Err(Rejection::LeadDecidesAlone);
    }
    Ok(vec![Event::DecisionUpheld {
        gate: key.clone(),
        round: contested.round,
        motivation,
        party: gate.decided_by.clone(),
        counted: counted_one(context, &gate.decided_by, gate.rule),
    }])
}

/// The checks of contested decisions; they stand at whatever gate is open. At the gate itself the next decision is the new
/// look.
pub(crate) fn checks<'a>(
    funnel: &'a Funnel,
    project: &'a Project,
    round: &'a Round,
) -> impl Iterator<Item = Check> + use<'a> {
    let elsewhere = project.records.contested.iter().filter(|contested| contested.gate != round.gate);
    elsewhere.filter_map(move |contested| {
        let ContestedDecision { gate, round: of, at } = contested;
        let decided_by = funnel.gate(gate)?.decided_by.clone();
        Some(Check {
            state: CheckState::Adjust,
            on: CheckSubject::Decision(gate.clone()),
            blockers: vec![Blocker::DecisionContested { gate: gate.clone(), round: *of }],
            blocking: true,
            tasks: vec![Task::new(TaskKind::UpholdDecision(gate.clone()), Waiter::Party(decided_by), *at, round.due)],
        })
    })
}
