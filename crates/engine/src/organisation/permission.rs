//! Who may do what in an organisation: the first line of every decision.

use super::command::OrganisationCommand;
use super::state::Organisation;
use crate::context::{Actor, Context, Role};
use crate::permission::Need;
use crate::rejection::Rejection;

/// Refuses whoever may not send `command`.
pub(super) fn permit(
    organisation: &Organisation,
    context: &Context<'_>,
    command: &OrganisationCommand,
) -> Result<(), Rejection> {
    let need = need(organisation, command);
    if fulfils(context, &need) { Ok(()) } else { Err(Rejection::NotPermitted { need }) }
}

fn need(organisation: &Organisation, command: &OrganisationCommand) -> Need {
    match command {
        OrganisationCommand::DefineEvidence { .. }
        | OrganisationCommand::SetBoard { .. }
        | OrganisationCommand::SetBody { .. }
        | OrganisationCommand::Consult { .. } => Need::Administrator,
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
        // The rest is about a project.
        _ => false,
    }
}
