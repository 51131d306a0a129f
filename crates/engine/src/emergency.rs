//! Emergency use (law 15): the board may allow use before the gate decided, for a while, and everything that is missing becomes
//! a condition.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use time::{Date, Duration};

use crate::ballots::{Cast, Choice, Matter, Voting, rule_of};
use crate::command::Command;
use crate::conditions::{Demand, Terms};
use crate::context::Context;
use crate::event::{Counted, Event, Recorded};
use crate::fold::FoldError;
use crate::funnel::{EmergencyRules, Funnel, Gate, Stage};
use crate::ids::{ArtefactKey, PartyKey, PersonId};
use crate::moment::Moment;
use crate::permission::{Need, answering};
use crate::project::{Lifecycle, Project};
use crate::readiness::{Check, CheckSubject, Waiter, first_writer, readiness};
use crate::rejection::Rejection;
use crate::text::TextRef;

/// Whether emergency use is going on, and whether it can be allowed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Emergency {
    /// The use that goes on.
    pub open: Option<EmergencyUse>,
    /// Whether it was allowed since the last decision of a gate: the term is not started twice.
    pub spent: bool,
}

/// Use that was allowed before the gate decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmergencyUse {
    /// Since when.
    pub since: Moment,
    /// Its last day.
    pub until: Date,
    /// Who acted for the board.
    pub by: PersonId,
    /// Why.
    pub reason: TextRef,
}

/// What can be done about emergency use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EmergencyAct<T = TextRef> {
    /// The board allows it.
    Allow {
        /// Its last day.
        until: Date,
        /// Why it cannot wait.
        reason: T,
        /// What each party that must be heard said.
        heard: BTreeMap<PartyKey, T>,
    },
    /// The board ends it early.
    End {
        /// Why.
        reason: T,
    },
    /// Its term is over; only the system sends this.
    EndOfTerm,
}

/// What happened about emergency use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum EmergencyEvent {
    /// It was allowed, and the council is told of it this same day. What is missing follows as conditions.
    Allowed {
        /// By which party.
        party: PartyKey,
        /// Its last day.
        until: Date,
        /// Why it cannot wait.
        reason: TextRef,
        /// What each party said.
        heard: BTreeMap<PartyKey, TextRef>,
        /// The party that is told.
        told: PartyKey,
        /// The membership counted.
        counted: Counted,
    },
    /// It ended.
    Ended {
        /// How.
        how: EmergencyEnd,
    },
}

/// How emergency use ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum EmergencyEnd {
    /// By itself, after its last day.
    Term,
    /// The board ended it early.
    Early {
        /// Why.
        reason: TextRef,
    },
    /// A gate decided that the product goes into use.
    WentLive,
    /// The project stopped.
    Stopped,
}

impl<T> EmergencyAct<T> {
    /// Replaces every text by what `store` makes of it.
    pub(crate) fn map_text<U>(self, mut store: impl FnMut(T) -> U) -> EmergencyAct<U> {
        match self {
            Self::Allow { until, reason, heard } => EmergencyAct::Allow {
                until,
                reason: store(reason),
                heard: heard.into_iter().map(|(party, said)| (party, store(said))).collect(),
            },
            Self::End { reason } => EmergencyAct::End { reason: store(reason) },
            Self::EndOfTerm => EmergencyAct::EndOfTerm,
        }
    }
}

impl Emergency {
    pub(crate) fn apply(&mut self, event: &EmergencyEvent, recorded: &Recorded) -> Result<(), FoldError> {
        let out_of_place = || FoldError::OutOfPlace(recorded.sequence);
        match event {
            EmergencyEvent::Allowed { until, reason, .. } => {
                let by = recorded.by.person().ok_or_else(out_of_place)?;
                self.open = Some(EmergencyUse { since: recorded.at, until: *until, by, reason: *reason });
                self.spent = true;
            }
            EmergencyEvent::Ended { how } => {
                self.open.take().ok_or_else(out_of_place)?;
                self.spent = self.spent && *how != EmergencyEnd::WentLive;
            }
        }
        Ok(())
    }
}

/// Who may do this about emergency use.
pub(crate) fn need(funnel: &Funnel, context: &Context<'_>, act: &EmergencyAct) -> Need {
    match (act, &funnel.emergency) {
        (EmergencyAct::EndOfTerm, _) => Need::System,
        (_, None) => Need::Person,
        (EmergencyAct::Allow { .. }, Some(rules)) => answering(funnel, context, &rules.decided_by),
        // Ending is the safe side: any member does.
        (EmergencyAct::End { .. }, Some(rules)) => Need::Member(vec![rules.decided_by.clone()]),
    }
}

/// Decides about emergency use.
///
/// # Errors
/// A funnel without it (law 19), a product in use already, a term too long, parties that were not heard (law 15), the lead
/// deciding alone (law 5).
pub(crate) fn decide(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    act: EmergencyAct,
) -> Result<Vec<Event>, Rejection> {
    let rules = funnel.emergency.as_ref().ok_or(Rejection::NoEmergencyUseHere)?;
    let ended = |how| Ok(vec![Event::Emergency(EmergencyEvent::Ended { how })]);
    match (act, &project.emergency.open) {
        (EmergencyAct::Allow { until, reason, heard }, None) => allow(funnel, project, context, rules, until, reason, heard),
        (EmergencyAct::Allow { .. }, Some(_)) => Err(Rejection::EmergencySpent),
        (EmergencyAct::End { reason }, Some(_)) => ended(EmergencyEnd::Early { reason }),
        (EmergencyAct::EndOfTerm, Some(open)) if open.until < context.now.today => ended(EmergencyEnd::Term),
        (EmergencyAct::EndOfTerm, _) => Err(Rejection::NotOverdue),
        (EmergencyAct::End { .. }, None) => Err(Rejection::NoEmergencyUse),
    }
}

fn allow(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    rules: &EmergencyRules,
    until: Date,
    reason: TextRef,
    heard: BTreeMap<PartyKey, TextRef>,
) -> Result<Vec<Event>, Rejection> {
    let today = context.now.today;
    if funnel.is_live(project) {
        return Err(Rejection::AlreadyInUse);
    }
    if project.emergency.spent {
        return Err(Rejection::EmergencySpent);
    }
    if !project.suspended.is_empty() {
        return Err(Rejection::UseSuspended { parties: project.suspended.keys().cloned().collect() });
    }
    let latest = today.checked_add(Duration::days(i64::from(rules.term_days))).unwrap_or(today);
    if until < today || until > latest {
        return Err(Rejection::EmergencyTerm { latest });
    }
    let silent: Vec<PartyKey> = rules.hear.iter().filter(|party| !heard.contains_key(*party)).cloned().collect();
    if !silent.is_empty() {
        return Err(Rejection::PartiesNotHeard { parties: silent });
    }
    if let Some(party) = heard.keys().find(|party| !rules.hear.contains(party)) {
        return Err(Rejection::NotToBeHeard { party: party.clone() });
    }
    let (party, told) = (rules.decided_by.clone(), rules.tell.clone());
    let voting = Voting {
        party: &party,
        rule: rule_of(funnel, &party),
        excluded: &|person| person == project.lead,
        relaxed: funnel.relaxed(),
        asking: None,
    };
    let choice = Choice::EmergencyUntil(until);
    let Cast { vote, answer } =
        voting.cast(project, context, Matter::Emergency, choice, Some(reason), Rejection::LeadDecidesAlone)?;
    let mut events: Vec<Event> = vote.into_iter().collect();
    let Some((_, counted)) = answer else { return Ok(events) };
    events.push(Event::Emergency(EmergencyEvent::Allowed { party, until, reason, heard, told, counted }));
    events.extend(project.conditions.opening(missing(funnel, project, context, until))?);
    Ok(events)
}

/// Everything that the open gate misses, as conditions. They block no gate of their own: the gate asks the same itself.
fn missing(funnel: &Funnel, project: &Project, context: &Context<'_>, until: Date) -> Vec<Terms> {
    let Some((gate, readiness)) = funnel.open_gate(project).zip(readiness(funnel, project, context)) else {
        return Vec::new();
    };
    let demanded = |terms: &Terms| project.conditions.open.values().any(|open| open.terms.demand == terms.demand);
    let checks = readiness.checks.iter().filter(|check| check.blocking && !check.blockers.is_empty());
    checks.filter_map(|check| terms(funnel, project, gate, check, until)).filter(|terms| !demanded(terms)).collect()
}

fn terms(funnel: &Funnel, project: &Project, gate: &Gate, check: &Check, until: Date) -> Option<Terms> {
    let terms = |demand, owner, accepted_by| Terms { demand, text: None, owner, accepted_by, due: until, blocks: None };
    match &check.on {
        CheckSubject::Document(key) => {
            let kind = funnel.artefact(key)?;
            let accepted_by = kind.reviewed_by.first().unwrap_or(&gate.decided_by).clone();
            let demand = Demand::Document { artefact: key.clone(), stage: stage(gate, key) };
            Some(terms(demand, first_writer(kind, project.lead), accepted_by))
        }
        CheckSubject::Criterion(criterion, party) => {
            let demand = Demand::Criterion { criterion: criterion.clone(), party: party.clone() };
            Some(terms(demand, Waiter::Party(party.clone()), party.clone()))
        }
        // These have an owner and a date already; a consultation goes on beside the use, and silence stays no consent.
        CheckSubject::Condition(_)
        | CheckSubject::Consultation { .. }
        | CheckSubject::Decision(_)
        | CheckSubject::Change(_)
        | CheckSubject::Signal(_)
        | CheckSubject::Expiry(_)
        | CheckSubject::Suspension(_)
        | CheckSubject::Contract(_)
        | CheckSubject::Work(_) => None,
    }
}

/// How far the gate asks a document; the furthest where it asks it twice.
fn stage(gate: &Gate, artefact: &ArtefactKey) -> Stage {
    let asked = gate.requirements.iter().filter(|requirement| requirement.artefact == *artefact);
    asked.map(|requirement| requirement.stage).max().unwrap_or(Stage::Final)
}

/// The commands that time sends now.
pub(crate) fn due(project: &Project, today: Date) -> Option<Command> {
    let over = date(project).is_some_and(|on| on <= today);
    over.then_some(Command::Emergency(EmergencyAct::EndOfTerm))
}

/// The day after its last.
pub(crate) fn date(project: &Project) -> Option<Date> {
    let open = project.emergency.open.as_ref().filter(|_| project.lifecycle == Lifecycle::Active)?;
    Some(open.until.next_day().unwrap_or(open.until))
}

/// How what just happened ends emergency use.
pub(crate) fn ends(funnel: &Funnel, project: &Project, events: &[Event]) -> Option<Event> {
    project.emergency.open.as_ref()?;
    let how = events.iter().find_map(|event| match event {
        Event::PhaseEntered { phase, .. } if funnel.phase(phase).is_some_and(|phase| phase.live) => {
            Some(EmergencyEnd::WentLive)
        }
        Event::ProjectStopped { .. } => Some(EmergencyEnd::Stopped),
        _ => None,
    })?;
    Some(Event::Emergency(EmergencyEvent::Ended { how }))
}
