//! Deciding a gate (laws 1, 2, 3, 4, 5, 7, 10 and 13).

use super::moving::{close, go_on, open_round};
use crate::ballots::{Cast, Choice, Matter, Voting};
use crate::command::{NewCondition, Outcome};
use crate::conditions::{Demand, Terms};
use crate::context::Context;
use crate::event::{Counted, Event};
use crate::funnel::{AnswerRule, Funnel, Gate};
use crate::ids::{GateKey, PartyKey, PersonId};
use crate::limits;
use crate::project::Project;
use crate::readiness::{Blocker, Readiness, Waiter, readiness};
use crate::rejection::Rejection;
use crate::text::TextRef;

/// A decision as it was taken.
pub(super) struct Deciding {
    pub gate: GateKey,
    pub outcome: Outcome,
    pub motivation: TextRef,
    pub lessons: Option<TextRef>,
    pub conditions: Vec<NewCondition>,
}

pub(super) fn decide_gate(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    given: Deciding,
) -> Result<Vec<Event>, Rejection> {
    let open = project.round.as_ref().map(|round| round.gate.clone());
    let (Some(gate), Some(readiness)) =
        (funnel.open_gate(project).filter(|gate| gate.key == given.gate), readiness(funnel, project, context))
    else {
        return Err(Rejection::GateNotOpen { gate: given.gate, open });
    };
    let matter = Matter::Decision { gate: gate.key.clone(), round: readiness.round };
    let choice = &Choice::Decision(given.outcome.clone());
    let (vote, counted) = vote(funnel, project, context, gate, matter, choice, given.motivation)?;
    let terms = allowed(funnel, project, context, gate, &readiness, &given)?;
    let Deciding { outcome, motivation, lessons, .. } = given;
    let Some(counted) = counted else { return Ok(vote.into_iter().collect()) };
    let mut events: Vec<Event> = vote.into_iter().collect();
    events.push(Event::GateDecided {
        gate: gate.key.clone(),
        round: readiness.round,
        outcome: outcome.clone(),
        motivation,
        lessons,
        party: gate.decided_by.clone(),
        counted,
        rested_on: readiness.evidence,
    });
    events.extend(project.conditions.opening(terms)?);
    follow(funnel, project, context, gate, &outcome, &mut events)?;
    Ok(events)
}

/// The vote, and whether the deciding party's rule is met with this outcome. Nobody decides alone on a project they lead.
pub(super) fn vote(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    gate: &Gate,
    matter: Matter,
    choice: &Choice,
    motivation: TextRef,
) -> Result<(Option<Event>, Option<Counted>), Rejection> {
    let one_decides = matches!(gate.rule, AnswerRule::Any | AnswerRule::Chair);
    let lead = |person: PersonId| one_decides && person == project.lead;
    let voting =
        Voting { party: &gate.decided_by, rule: gate.rule, excluded: &lead, relaxed: funnel.relaxed(), asking: None };
    let cast = voting.cast(project, context, matter, choice.clone(), Some(motivation), Rejection::LeadDecidesAlone)?;
    let Cast { vote, answer } = cast;
    // The vote that completes the number must be for what this decision says; it always is, since only this vote is new.
    let counted = answer.filter(|(reached, _)| reached == choice).map(|(_, counted)| counted);
    let alone = counted.is_some_and(|counted| counted.votes == 1 && !one_decides);
    if alone && context.actor.person().is_some_and(|person| person.id == project.lead) && !funnel.relaxed() {
        return Err(Rejection::LeadDecidesAlone);
    }
    Ok((vote, counted))
}

/// Whether the gate allows this outcome now; gives the conditions that it opens.
fn allowed(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    gate: &Gate,
    readiness: &Readiness,
    given: &Deciding,
) -> Result<Vec<Terms>, Rejection> {
    let blockers = || readiness.blockers().cloned().collect::<Vec<_>>();
    if !given.conditions.is_empty() && given.outcome != Outcome::ConditionalGo {
        return Err(Rejection::OutcomeTakesNoConditions);
    }
    match &given.outcome {
        Outcome::Go => match blockers() {
            blockers if blockers.is_empty() => Ok(Vec::new()),
            blockers => Err(Rejection::NotReady { blockers }),
        },
        Outcome::ConditionalGo => conditional(funnel, context, gate, &blockers(), &given.conditions),
        Outcome::Rework { to } if !gate.rework_to.contains(to) => {
            Err(Rejection::ReworkTarget { to: to.clone(), allowed: gate.rework_to.clone() })
        }
        Outcome::Rework { .. } => Ok(Vec::new()),
        Outcome::Hold { review_on } => {
            super::future(context, *review_on, limits::HOLD_DAYS)?;
            Ok(Vec::new())
        }
        Outcome::Stop if given.lessons.is_none() => Err(Rejection::LessonsNeeded),
        Outcome::Stop if gate.stop_to.is_some() => Ok(Vec::new()),
        Outcome::Stop => Ok(super::moving::closing(funnel, project, context)),
    }
}

/// Law 3: every missing item that the funnel lets be deferred becomes a condition; what it does not let be deferred keeps
/// the gate shut.
fn conditional(
    funnel: &Funnel,
    context: &Context<'_>,
    gate: &Gate,
    blockers: &[Blocker],
    conditions: &[NewCondition],
) -> Result<Vec<Terms>, Rejection> {
    super::within(conditions.len(), limits::CONDITIONS_PER_DECISION)?;
    let fixed: Vec<_> = blockers.iter().filter(|b| b.deferred_as(funnel, gate).is_none()).cloned().collect();
    if !fixed.is_empty() {
        return Err(Rejection::NotDeferrable { blockers: fixed });
    }
    let demands: Vec<Demand> = blockers.iter().filter_map(|b| b.deferred_as(funnel, gate)).collect();
    let uncovered: Vec<_> = blockers
        .iter()
        .filter(|b| !conditions.iter().any(|c| b.deferred_as(funnel, gate).as_ref() == Some(&c.demand)))
        .cloned()
        .collect();
    if !uncovered.is_empty() {
        return Err(Rejection::ConditionMissing { blockers: uncovered });
    }
    conditions.iter().map(|condition| terms(funnel, context, gate, &demands, condition)).collect()
}

fn terms(
    funnel: &Funnel,
    context: &Context<'_>,
    gate: &Gate,
    missing: &[Demand],
    condition: &NewCondition,
) -> Result<Terms, Rejection> {
    let NewCondition { demand, text, owner, due, blocks } = condition;
    super::future(context, *due, limits::CONDITION_DAYS)?;
    let deferred = *demand != Demand::Agreed;
    if deferred && !missing.contains(demand) {
        return Err(Rejection::NothingDeferred { demand: demand.clone() });
    }
    if !deferred && text.is_none() {
        return Err(Rejection::MotivationNeeded);
    }
    let later = funnel.gates_after(&gate.key);
    let blocks = blocks.clone().or_else(|| later.first().cloned());
    if blocks.as_ref().is_some_and(|blocked| !later.contains(blocked)) {
        return Err(Rejection::BlocksNoLaterGate { gate: gate.key.clone(), later });
    }
    let accepted_by = accepting(funnel, gate, demand);
    Ok(Terms { demand: demand.clone(), text: *text, owner: Waiter::Person(*owner), accepted_by, due: *due, blocks })
}

/// Who says that a condition is met: who would have approved or judged it, else who decided.
pub(super) fn accepting(funnel: &Funnel, gate: &Gate, demand: &Demand) -> PartyKey {
    let named = match demand {
        Demand::Document { artefact, .. } => funnel.artefact(artefact).and_then(|kind| kind.reviewed_by.first()),
        Demand::Criterion { party, .. } => Some(party),
        Demand::Agreed | Demand::Closing { .. } => None,
    };
    named.unwrap_or(&gate.decided_by).clone()
}

/// What an outcome brings about.
fn follow(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    gate: &Gate,
    outcome: &Outcome,
    events: &mut Vec<Event>,
) -> Result<(), Rejection> {
    match outcome {
        Outcome::Hold { .. } => {}
        Outcome::Stop => close(funnel, project, context, gate, events),
        Outcome::Go | Outcome::ConditionalGo => go_on(funnel, project, context, gate, events)?,
        Outcome::Rework { to } if *to != project.phase => super::moving::enter(funnel, project, context, to, events),
        Outcome::Rework { .. } => open_round(project, context, gate, events),
    }
    Ok(())
}
