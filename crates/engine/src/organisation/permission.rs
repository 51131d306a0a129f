//! Who may do what in an organisation: the first line of every decision.

use super::command::OrganisationCommand;
use super::state::Organisation;
use crate::context::{Actor, Context, Role};
use crate::permission::{Need, from_within};
use crate::rejection::Rejection;

/// Refuses whoever may not send `command`.
pub(super) fn permit(
    organisation: &Organisation,
    context: &Context<'_>,
    command: &OrganisationCommand,
) -> Result<(), Rejection> {
    let need = need(organisation, context, command);
    let speaks = matches!(
        command,
        OrganisationCommand::Agree { .. } | OrganisationCommand::Revoke { .. } | OrganisationCommand::Consultation { .. }
    );
    let permitted = fulfils(context, &need) && (!speaks || from_within(context, &need));
    if permitted { Ok(()) } else { Err(Rejection::NotPermitted { need }) }
}

fn need(organisation: &Organisation, context: &Context<'_>, command: &OrganisationCommand) -> Need {
    let actor = context.actor.person().map(|person| person.id);
    match command {
        OrganisationCommand::DefineEvidence { .. }
        | OrganisationCommand::SetBoard { .. }
        | OrganisationCommand::SetBody { .. }
        | OrganisationCommand::NameSupplier { .. }
        | OrganisationCommand::BringInSupplier { .. }
        | OrganisationCommand::Consult { .. } => Need::Administrator,
        // A member for the own absence; the chair or an administrator for somebody who is away already.
        OrganisationCommand::Delegate { from, .. } if actor == Some(*from) => Need::Person,
        OrganisationCommand::Delegate { party, .. } => Need::ChairOrAdministrator(party.clone()),
        OrganisationCommand::EndDelegation { delegation } => match organisation.delegations.standing.get(delegation) {
            Some(known) if actor != Some(known.from) && actor != Some(known.to) => {
                Need::ChairOrAdministrator(known.party.clone())
            }
            _ => Need::Person,
        },
        OrganisationCommand::SubmitEvidence { evidence, .. } => match organisation.settings.evidence.get(&evidence.kind) {
            Some(kind) => Need::Member(kind.submitted_by.clone()),
            None => Need::Person,
        },
        OrganisationCommand::JudgeEvidence { evidence, .. } => match organisation.settings.evidence.get(&evidence.kind) {
            Some(kind) => Need::Member(vec![kind.judged_by.clone()]),
            None => Need::Person,
        },
        OrganisationCommand::AdoptPlan { .. } => match &organisation.settings.board {
            Some(board) => Need::Chair(board.clone()),
            None => Need::Person,
        },
        OrganisationCommand::Agree { body, .. } => Need::Chair(body.clone()),
        OrganisationCommand::Revoke { agreement, .. } => match organisation.agreements.standing.get(agreement) {
            Some(agreement) => Need::Chair(agreement.body.clone()),
            None => Need::Person,
        },
        OrganisationCommand::Consultation { consultation, act } => {
            match organisation.consultations.standing.get(consultation) {
                Some(known) => {
                    let rules = organisation.settings.bodies.get(&known.body);
                    let coaches = rules.and_then(|rules| rules.coached_by.clone()).into_iter().collect();
                    act.need(known, Need::Administrator, coaches)
                }
                None => Need::Person,
            }
        }
        OrganisationCommand::NoteExpiry { .. } => Need::System,
    }
}

fn fulfils(context: &Context<'_>, need: &Need) -> bool {
    let Actor::Person(person) = context.actor else { return *need == Need::System };
    match need {
        Need::Person => true,
        Need::Administrator => person.roles.contains(&Role::Administrator),
        Need::Member(keys) => keys.iter().any(|key| context.memberships(key, person.id).next().is_some()),
        Need::Chair(key) => context.memberships(key, person.id).any(|member| member.chair),
        // Who stands in for the chair does not name others to stand in: one hop.
        Need::ChairOrAdministrator(key) => {
            person.roles.contains(&Role::Administrator)
                || context.parties.membership(key, person.id).is_some_and(|member| member.chair)
        }
        // The rest is about a project.
        _ => false,
    }
}
