//! Who may do what. The first line of every decision.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::command::Command;
use crate::consultation;
use crate::context::{Actor, Context, Role};
use crate::decide::extra;
use crate::funnel::{AnswerRule, Funnel, Gate, Writer};
use crate::ids::{PartyKey, PersonId};
use crate::project::Project;
use crate::recorded;
use crate::rejection::Rejection;
use crate::{changes, conditions, duties, early, emergency, rollouts, signals, suspension};

/// Who may do what was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// Any person of the organisation.
    Person,
    /// An innovation manager.
    InnovationManager,
    /// The project's lead or an innovation manager.
    Lead,
    /// A member of one of these parties.
    Member(Vec<PartyKey>),
    /// The chair of this party.
    Chair(PartyKey),
    /// The chair of this party, or, where that one person cannot, a member of these parties.
    ChairOrMember(PartyKey, Vec<PartyKey>),
    /// An administrator.
    Administrator,
    /// The chair of this party, or an administrator.
    ChairOrAdministrator(PartyKey),
    /// The lead, or a member of one of these parties.
    LeadOrMember(Vec<PartyKey>),
    /// The lead, an innovation manager, or this person.
    LeadOrPerson(PersonId),
    /// This person, on whose behalf something was recorded, or the chair of this party.
    PersonOrChair(PersonId, PartyKey),
    /// Somebody with the same right who did not take part in it.
    SomebodyElse,
    /// Time itself.
    System,
}

impl fmt::Display for Need {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parties = |keys: &[PartyKey]| keys.iter().map(PartyKey::as_str).collect::<Vec<_>>().join(" or ");
        match self {
            Self::Person => f.write_str("a person"),
            Self::InnovationManager => f.write_str("an innovation manager"),
            Self::Lead => f.write_str("the project lead or an innovation manager"),
            Self::Member(keys) => write!(f, "a member of {}", parties(keys)),
            Self::Chair(key) => write!(f, "the chair of {key}"),
            Self::ChairOrMember(chaired, of) => write!(f, "the chair of {chaired}, or a member of {}", parties(of)),
            Self::Administrator => f.write_str("an administrator"),
            Self::ChairOrAdministrator(key) => write!(f, "the chair of {key} or an administrator"),
            Self::LeadOrMember(keys) => write!(f, "the project lead or a member of {}", parties(keys)),
            Self::LeadOrPerson(_) => f.write_str("the project lead or the owner"),
            Self::PersonOrChair(_, key) => write!(f, "the person it was recorded for or the chair of {key}"),
            Self::SomebodyElse => f.write_str("somebody who did not take part in it"),
            Self::System => f.write_str("the system"),
        }
    }
}

/// Whether the actor fulfils `need`.
pub(crate) fn fulfils(project: &Project, context: &Context<'_>, need: &Need) -> bool {
    let Actor::Person(person) = context.actor else { return *need == Need::System };
    let member = |keys: &[PartyKey]| keys.iter().any(|key| context.memberships(key, person.id).next().is_some());
    match need {
        Need::System | Need::SomebodyElse => false,
        Need::Person => true,
        Need::InnovationManager => person.roles.contains(&Role::InnovationManager),
        Need::Lead => project.lead == person.id || person.roles.contains(&Role::InnovationManager),
        Need::Member(keys) => member(keys),
        Need::Chair(key) => context.memberships(key, person.id).any(|member| member.chair),
        Need::ChairOrMember(chaired, of) => context.memberships(chaired, person.id).any(|m| m.chair) || member(of),
        Need::Administrator => person.roles.contains(&Role::Administrator),
        Need::ChairOrAdministrator(key) => {
            [Need::Chair(key.clone()), Need::Administrator].iter().any(|either| fulfils(project, context, either))
        }
        Need::LeadOrPerson(owner) => *owner == person.id || fulfils(project, context, &Need::Lead),
        Need::PersonOrChair(recorded_for, key) => {
            *recorded_for == person.id || fulfils(project, context, &Need::Chair(key.clone()))
        }
        Need::LeadOrMember(keys) => project.lead == person.id || member(keys),
    }
}

/// Refuses whoever may not send `command`. Unknown names are not its business: those the command itself refuses.
///
/// # Errors
/// [`Rejection::NotPermitted`] says who may.
pub fn permit(funnel: &Funnel, project: &Project, context: &Context<'_>, command: &Command) -> Result<(), Rejection> {
    let need = need(funnel, project, context, command);
    let within = !matches!(command, Command::Consultation { .. }) || from_within(context, &need);
    if within && fulfils(project, context, &need) { Ok(()) } else { Err(Rejection::NotPermitted { need }) }
}

/// Law 9: what a body says comes from a member of it. A delegation to somebody outside gives no voice in it, whatever the
/// funnel takes for a body.
pub(crate) fn from_within(context: &Context<'_>, need: &Need) -> bool {
    let body = match need {
        Need::Chair(body) => body,
        Need::Member(parties) if parties.len() == 1 => &parties[0],
        _ => return true,
    };
    context.actor.person().is_some_and(|person| context.parties.membership(body, person.id).is_some())
}

/// Who may send `command`.
pub(crate) fn need(funnel: &Funnel, project: &Project, context: &Context<'_>, command: &Command) -> Need {
    let answering = |party: &PartyKey| answering(funnel, context, party);
    let by_time_or = |need: Need| if context.actor.person().is_none() { Need::System } else { need };
    match command {
        Command::AnswerFacts { .. } | Command::NameSuppliers { .. } => Need::Lead,
        Command::ConfirmFacts { facts } => {
            // Every party that is named, where somebody belongs to several; the first that is lacking is what is told.
            let needs = facts.keys().filter_map(|fact| funnel.fact(fact)?.confirmed_by.as_ref()).map(answering);
            let mut needs = needs.collect::<Vec<_>>();
            let lacking = needs.iter().position(|need| !fulfils(project, context, need)).unwrap_or(0);
            if needs.is_empty() { Need::Person } else { needs.swap_remove(lacking) }
        }
        Command::SubmitRevision { artefact, .. } => {
            funnel.artefact(artefact).map_or(Need::Person, |kind| writers(&kind.written_by))
        }
        Command::ReviewRevision { party, .. }
        | Command::JudgeCriterion { party, .. }
        | Command::ConfirmAnswers { party, .. } => answering(party),
        Command::WaiveCriterion { criterion, .. } => {
            match funnel.criterion(criterion).and_then(|c| c.waivable_by.as_ref()) {
                Some(party) => answering(party),
                None => Need::Person,
            }
        }
        Command::Consultation { command } => consultation::need(funnel, project, command),
        Command::OnBehalf { command, .. } => recorded::need(funnel, project, command),
        Command::Contest { record, .. } => match project.records.open.get(record) {
            Some(open) => Need::PersonOrChair(open.person, open.party.clone()),
            None => Need::Person,
        },
        Command::UpholdDecision { gate, .. } => recorded::uphold_need(funnel, gate),
        Command::DecideGate { gate, .. } => {
            // The gate of another phase is refused for that reason, so that a decider learns what is wrong.
            deciding(funnel.gate(gate).or_else(|| funnel.open_gate(project)))
        }
        Command::OpenRound | Command::EndHold => by_time_or(Need::Lead),
        Command::DecideExtra { .. } => deciding(extra::deciding_gate(funnel, project)),
        Command::ReopenProject { .. } => deciding(project.stopped_by.as_ref().and_then(|gate| funnel.gate(gate))),
        Command::MigrateProject { .. } => Need::InnovationManager,
        Command::Condition { condition, act } => conditions::need(project, *condition, act),
        Command::ReportWork { .. } => early::need(project),
        Command::Duty { duty, act } => duties::need(funnel, duty, act),
        Command::Change(act) => changes::need(funnel, project, act),
        Command::Signal(act) => signals::need(funnel, act),
        Command::Use { party, .. } => suspension::need(party),
        Command::Rollout(act) => rollouts::need(act),
        Command::Emergency(act) => emergency::need(funnel, context, act),
        Command::CallExtraDecision { .. }
        | Command::NoteEvidenceChanged { .. }
        | Command::NoteExpiry { .. }
        | Command::NoteOverdue { .. } => Need::System,
    }
}

fn deciding(gate: Option<&Gate>) -> Need {
    gate.map_or(Need::Person, |gate| by_rule(gate.rule, &gate.decided_by))
}

/// Members of the party, by its rule; where it is a party of one, also the second reader that the funnel names (law 5).
pub(crate) fn answering(funnel: &Funnel, context: &Context<'_>, party: &PartyKey) -> Need {
    let definition = funnel.party(party);
    let need = by_rule(definition.map_or(AnswerRule::Any, |p| p.rule), party);
    let second = definition.and_then(|p| p.second_reader.clone()).filter(|_| context.parties.of(party).len() <= 1);
    match (need, second) {
        (Need::Member(mut parties), Some(second)) => {
            parties.push(second);
            Need::Member(parties)
        }
        (Need::Chair(chaired), Some(second)) => Need::ChairOrMember(chaired, vec![second]),
        (need, _) => need,
    }
}

fn by_rule(rule: AnswerRule, party: &PartyKey) -> Need {
    match rule {
        AnswerRule::Chair => Need::Chair(party.clone()),
        AnswerRule::Any | AnswerRule::KOf(_) | AnswerRule::Percentage(_) | AnswerRule::All => {
            Need::Member(vec![party.clone()])
        }
    }
}

fn writers(written_by: &[Writer]) -> Need {
    let parties: Vec<_> = written_by
        .iter()
        .filter_map(|writer| match writer {
            Writer::Lead => None,
            Writer::Party(key) => Some(key.clone()),
        })
        .collect();
    if written_by.contains(&Writer::Lead) { Need::LeadOrMember(parties) } else { Need::Member(parties) }
}
