//! Going on under another version of the funnel (law 20): decisions and answers are kept, only what changed is asked again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::moving;
use crate::consultation::Origin;
use crate::context::Context;
use crate::event::{Event, Recorded, Subject};
use crate::funnel::{Funnel, Phase};
use crate::ids::{FunnelVersionId, PhaseKey};
use crate::project::Project;
use crate::readiness::{CheckState, CheckSubject, readiness};
use crate::rejection::Rejection;

/// What a migration would do to the open gate of one project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Migration {
    /// The phase it goes on in.
    pub phase: PhaseKey,
    /// What is asked that was not asked, or not any more, before.
    pub opens: Vec<CheckSubject>,
    /// What was asked and is asked no more.
    pub closes: Vec<CheckSubject>,
    /// What is answered and stays so.
    pub stays: Vec<CheckSubject>,
}

/// Shows what [`crate::Command::MigrateProject`] would do, without doing it.
///
/// # Errors
/// The same refusals as the command, but for permission.
pub fn preview(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    to: FunnelVersionId,
    phase: Option<PhaseKey>,
) -> Result<Migration, Rejection> {
    let (_, target) = context.migrate_to.ok_or(Rejection::VersionNotUsable)?;
    let events = migrate(project, context, to, phase)?;
    let mut after = project.clone();
    for event in events {
        let recorded = Recorded { sequence: after.sequence + 1, at: context.now, by: Subject::System, event };
        after.apply(&recorded).map_err(|_| Rejection::VersionNotUsable)?;
    }
    let checks = |funnel: &Funnel, project: &Project| -> Vec<(CheckSubject, bool)> {
        let readiness = readiness(funnel, project, context);
        let checks = readiness.into_iter().flat_map(|r| r.checks);
        checks.map(|check| (check.on, matches!(check.state, CheckState::Done | CheckState::Waived))).collect()
    };
    let (before, now) = (checks(funnel, project), checks(target, &after));
    let was = |subject: &CheckSubject| before.iter().find(|(s, _)| s == subject).map(|(_, done)| *done);
    let mut migration = Migration { phase: after.phase, opens: Vec::new(), closes: Vec::new(), stays: Vec::new() };
    for (subject, done) in &now {
        match (was(subject), done) {
            (_, true) => migration.stays.push(subject.clone()),
            (None | Some(true), false) => migration.opens.push(subject.clone()),
            (Some(false), false) => {}
        }
    }
    let gone = before.into_iter().map(|(s, _)| s).filter(|s| !now.iter().any(|(n, _)| n == s));
    migration.closes.extend(gone);
    Ok(migration)
}

pub(super) fn migrate(
    project: &Project,
    context: &Context<'_>,
    to: FunnelVersionId,
    phase: Option<PhaseKey>,
) -> Result<Vec<Event>, Rejection> {
    let usable = context.migrate_to.filter(|(version, _)| *version == to && to != project.funnel);
    let (_, target) = usable.ok_or(Rejection::VersionNotUsable)?;
    let wanted = phase.unwrap_or_else(|| project.phase.clone());
    let phase = target.phase(&wanted).ok_or(Rejection::PhaseGone { phase: wanted })?;
    // The open or planned round goes on where its gate still closes this phase; any other ends here, undecided.
    let keeps_round = project.phase == phase.key
        && match (&phase.gate, &project.round, &project.planned) {
            (None, None, None) => true,
            (Some(gate), Some(round), _) => gate.key == round.gate,
            (Some(gate), None, Some(planned)) => gate.key == planned.gate,
            _ => false,
        };
    let mut events = vec![Event::ProjectMigrated {
        from: project.funnel,
        to,
        phase: phase.key.clone(),
        involved: involved(target, phase),
        blocks: rebound(target, project, phase),
        keeps_round,
        lapsed: lapsed(target, project),
    }];
    if let Some(gate) = phase.gate.as_ref().filter(|_| !keeps_round) {
        moving::open_or_plan(project, context, gate, &mut events);
    }
    Ok(events)
}

/// Everybody whom the phases up to this one involve (law 6).
fn involved(target: &Funnel, phase: &Phase) -> Vec<crate::ids::PartyKey> {
    let until = target.phases.iter().position(|p| p.key == phase.key).unwrap_or(0);
    target.phases[..=until].iter().flat_map(|phase| phase.involves.iter().cloned()).collect()
}

/// Consultations of a kind that the new version does not have: nothing could close them any more. A body that wants to be
/// heard all the same asks for it (law 8).
fn lapsed(target: &Funnel, project: &Project) -> Vec<u32> {
    let gone = |origin: &Origin| match origin {
        Origin::Gate { gate, kind } => target.gate(gate).and_then(|gate| gate.consultation(kind)).is_none(),
        Origin::Body | Origin::Organisation => false,
    };
    let standing = project.consultations.standing.iter();
    standing.filter(|(_, known)| gone(&known.origin)).map(|(number, _)| *number).collect()
}

/// Conditions never lapse because their gate was renamed: they block the gate of the phase instead.
fn rebound(target: &Funnel, project: &Project, phase: &Phase) -> BTreeMap<u32, crate::ids::GateKey> {
    let Some(gate) = &phase.gate else { return BTreeMap::new() };
    let open = project.conditions.open.iter();
    let gone = open.filter(|(_, c)| c.terms.blocks.as_ref().is_some_and(|blocked| target.gate(blocked).is_none()));
    gone.map(|(number, _)| (*number, gate.key.clone())).collect()
}
