//! Entering what somebody answered elsewhere.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use time::Date;

use super::contest::Contestable;
use crate::command::Command;
use crate::consultation::{ConsultationAct, ConsultationCommand, happened};
use crate::context::{Actor, Context};
use crate::decide::decide;
use crate::early::EarlyEvent;
use crate::emergency::{EmergencyAct, EmergencyEnd, EmergencyEvent};
use crate::event::Event;
use crate::funnel::Funnel;
use crate::ids::{ArtefactKey, CriterionKey, PartyKey, PersonId};
use crate::limits;
use crate::organisation::{Delegation, Organisation};
use crate::permission::Need;
use crate::project::Project;
use crate::rejection::Rejection;
use crate::text::{FileRef, TextRef};

/// Where an answer came from that somebody else enters. `T` as in [`crate::Command`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnBehalf<T = TextRef> {
    /// Whose answer it is.
    pub person: PersonId,
    /// On which day it was given; not in the future, and not before what it is about.
    pub occurred_on: Date,
    /// Who was present, as far as they are known here.
    pub present: BTreeSet<PersonId>,
    /// The votes, where there was a vote.
    pub votes: Option<Votes>,
    /// What shows it.
    pub minutes: Minutes<T>,
}

/// The votes in a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Votes {
    /// Voor.
    #[serde(rename = "for")]
    pub in_favour: u16,
    /// Tegen.
    pub against: u16,
    /// Onthouden.
    pub abstained: u16,
}

/// What shows that it was so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Minutes<T = TextRef> {
    /// Minutes as text, or a note of a phone call.
    Text(T),
    /// Minutes as a file, or a scan.
    File(FileRef),
}

impl<T> OnBehalf<T> {
    pub(crate) fn map_text<U>(self, store: &mut dyn FnMut(T) -> U) -> OnBehalf<U> {
        let Self { person, occurred_on, present, votes, minutes } = self;
        let minutes = match minutes {
            Minutes::Text(text) => Minutes::Text(store(text)),
            Minutes::File(file) => Minutes::File(file),
        };
        OnBehalf { person, occurred_on, present, votes, minutes }
    }
}

impl Votes {
    fn sum(self) -> usize {
        usize::from(self.in_favour) + usize::from(self.against) + usize::from(self.abstained)
    }
}

/// Who may enter this: the recorders of the party whose answer it is. A member's own opinion is entered by the coach alone
/// (law 9).
pub(crate) fn need(funnel: &Funnel, project: &Project, command: &Command) -> Need {
    let Some(party) = party_of(funnel, project, command) else { return Need::Person };
    if let Command::Consultation { command: ConsultationCommand::On { act: ConsultationAct::Opine { .. }, .. } } = command {
        return Need::Member(funnel.coach(&party).cloned().into_iter().collect());
    }
    Need::Member(funnel.party(&party).map(|p| p.recorded_by.clone()).unwrap_or_default())
}

/// The party whose answer a command is; `None` when it cannot be entered for somebody else.
fn party_of(funnel: &Funnel, project: &Project, command: &Command) -> Option<PartyKey> {
    match command {
        Command::ReviewRevision { party, .. } | Command::JudgeCriterion { party, .. } => Some(party.clone()),
        Command::ConfirmFacts { facts } => {
            let mut parties = facts.keys().map(|fact| funnel.fact(fact).and_then(|known| known.confirmed_by.as_ref()));
            let first = parties.next()??;
            parties.all(|party| party == Some(first)).then(|| first.clone())
        }
        Command::DecideGate { gate, .. } => Some(funnel.gate(gate)?.decided_by.clone()),
        // Boards decide in meetings (law 15).
        Command::Emergency(EmergencyAct::Allow { .. } | EmergencyAct::End { .. }) => {
            Some(funnel.emergency.as_ref()?.decided_by.clone())
        }
        Command::Consultation { command } => match command {
            ConsultationCommand::Request { body, .. } | ConsultationCommand::Volunteer { body, .. } => Some(body.clone()),
            ConsultationCommand::On { consultation, act } => {
                let answers = matches!(
                    act,
                    ConsultationAct::Establish { .. }
                        | ConsultationAct::Opine { .. }
                        | ConsultationAct::Confer { .. }
                        | ConsultationAct::Confirm
                );
                let known = project.consultations.standing.get(consultation).filter(|_| answers)?;
                Some(known.body.clone())
            }
            ConsultationCommand::Open { .. } => None,
        },
        _ => None,
    }
}

/// Decides an answer for the person who gave it elsewhere: everything that person must meet, they meet here too. What
/// follows from the answer (the next phase, a new round) happens as usual.
///
/// # Errors
/// What the answer itself is refused for; a date that cannot be (law 14); the lead entering a decision (law 5).
pub(crate) fn record(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    on_behalf: &OnBehalf,
    command: Command,
) -> Result<Vec<Event>, Rejection> {
    let party = party_of(funnel, project, &command).ok_or(Rejection::NotRecordable)?;
    let person = context.on_behalf_of.filter(|person| person.id == on_behalf.person);
    let person = person.ok_or(Rejection::UnknownPerson { person: on_behalf.person })?;
    let decision = matches!(command, Command::DecideGate { .. } | Command::Emergency(EmergencyAct::Allow { .. }));
    if decision && context.actor.person().is_some_and(|recorder| recorder.id == project.lead) {
        return Err(Rejection::LeadRecordsDecision);
    }
    if on_behalf.present.len() > limits::PRESENT {
        return Err(Rejection::ListLength { count: on_behalf.present.len(), limit: limits::PRESENT });
    }
    if on_behalf.votes.is_some_and(|votes| votes.sum() > on_behalf.present.len()) {
        return Err(Rejection::MoreVotesThanPresent);
    }
    happened(context, on_behalf.occurred_on, earliest(funnel, project, &command))?;
    let actor = Actor::Person(person.clone());
    let together = together(context, on_behalf, &party);
    let organisation = together.as_ref().unwrap_or(context.organisation);
    let inner = Context { actor: &actor, on_behalf_of: None, organisation, ..context.clone() };
    let events = decide(funnel, project, &inner, command)?;
    let record = project.records.last + 1;
    let contest_until = context.calendar.after_working_days(context.now.today, funnel.contest_days);
    let wrap = |event: Event| {
        // Law 6 counts from the day on which the party answered, not from the day on which that was entered.
        if let Event::Early(EarlyEvent::FirstMet { criterion, party, .. }) = event {
            return Event::Early(EarlyEvent::FirstMet { criterion, party, on: on_behalf.occurred_on });
        }
        if !is_answer(&event) {
            return event;
        }
        Event::OnBehalf {
            record,
            on_behalf: on_behalf.clone(),
            function: person.function.clone(),
            party: party.clone(),
            contest_until: Contestable::of(&event).map(|_| contest_until),
            event: Box::new(event),
        }
    };
    Ok(events.into_iter().map(wrap).collect())
}

/// A unanimous vote counts for everybody present: as if they had delegated it for the day. Of a divided one it is not known
/// here who voted what, so each vote is recorded by itself: `None`.
fn together(context: &Context<'_>, on_behalf: &OnBehalf, party: &PartyKey) -> Option<Organisation> {
    let (today, to) = (context.now.today, on_behalf.person);
    on_behalf.votes.filter(|votes| usize::from(votes.in_favour) == on_behalf.present.len())?;
    let mut organisation = context.organisation.clone();
    let delegations = &mut organisation.delegations;
    for from in on_behalf.present.iter().filter(|person| **person != to) {
        delegations.last += 1;
        let vote = Delegation { party: party.clone(), from: *from, to, first: today, last: today };
        delegations.standing.insert(delegations.last, vote);
    }
    Some(organisation)
}

/// The answer itself, as against what follows from it.
fn is_answer(event: &Event) -> bool {
    matches!(
        event,
        Event::VoteCast { .. }
            | Event::RevisionReviewed { .. }
            | Event::CriterionJudged { .. }
            | Event::FactConfirmed { .. }
            | Event::GateDecided { .. }
            | Event::Emergency(EmergencyEvent::Allowed { .. } | EmergencyEvent::Ended { how: EmergencyEnd::Early { .. } })
            | Event::Consultation { .. }
    )
}

/// The first day on which this answer can have been given: what it is about was there.
fn earliest(funnel: &Funnel, project: &Project, command: &Command) -> Date {
    let started = project.entered.values().map(|entered| entered.today).min().unwrap_or(project.last.today);
    let submitted = |artefact: &ArtefactKey| project.artefacts.get(artefact).map(|a| a.current.at.today);
    let opened = project.round.as_ref().map(|round| round.opened.today);
    let rests_on = |criterion: &CriterionKey| {
        let asking = project.round.as_ref().and_then(|round| funnel.criterion(criterion)?.asking(&round.gate));
        asking.into_iter().flat_map(|asking| &asking.rests_on).filter_map(|r| submitted(&r.artefact)).max()
    };
    let about = match command {
        Command::ReviewRevision { artefact, .. } => submitted(artefact),
        Command::JudgeCriterion { criterion, .. } => rests_on(criterion).max(opened),
        Command::DecideGate { .. } => opened,
        Command::Consultation { command: ConsultationCommand::On { consultation, .. } } => {
            project.consultations.standing.get(consultation).map(|known| known.opened.today)
        }
        _ => None,
    };
    about.map_or(started, |day| day.max(started))
}
