//! What a task is about, where it has a number alone.

use async_graphql::Result;
use async_graphql::{Context, dataloader::DataLoader};
use engine::{Demand, TaskKind as Kind};

use crate::error::{ErrorCode, refuse};
use crate::loaders::ProjectLoader;
use crate::session::session;
use crate::types::project::Project;
use crate::types::text;

/// The words of it: what the condition asks, the body of the consultation, the team or location of the rollout. Null where
/// the task names its thing itself, where the thing is over, and where its words were erased. `known` is the project, where
/// it was read already.
pub(super) async fn about(
    context: &Context<'_>,
    project: engine::ProjectId,
    known: Option<&Project>,
    kind: &Kind,
) -> Result<Option<String>> {
    if !has_number(kind) {
        return Ok(None);
    }
    match known {
        Some(project) => words(context, project, kind).await,
        None => match read(context, project).await? {
            Some(project) => words(context, &project, kind).await,
            None => Ok(None),
        },
    }
}

fn has_number(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Consultation(..)
            | Kind::DecideExtra(_)
            | Kind::MeetCondition(_)
            | Kind::AcceptCondition(_)
            | Kind::CheckRollout(..)
            | Kind::StartRollout(_)
    )
}

async fn read(context: &Context<'_>, project: engine::ProjectId) -> Result<Option<Project>> {
    let found = context.data::<DataLoader<ProjectLoader>>()?.load_one(project).await;
    found.map_err(|error| {
        tracing::error!(%error, "the project of a task could not be read");
        refuse(ErrorCode::Unavailable, "a project could not be read")
    })
}

async fn words(context: &Context<'_>, project: &Project, kind: &Kind) -> Result<Option<String>> {
    let state = &project.0.state;
    let spoken = project.spoken(session(context)?);
    match kind {
        Kind::Consultation(_, number) => {
            let known = state.consultations.standing.get(number);
            Ok(known.map(|consultation| spoken.party(&consultation.body).name))
        }
        Kind::CheckRollout(number, _) | Kind::StartRollout(number) => {
            text(context, state.rollouts.planned.get(number).map(|rollout| rollout.name)).await
        }
        Kind::MeetCondition(number) | Kind::AcceptCondition(number) | Kind::DecideExtra(number) => {
            let Some(condition) = state.conditions.open.get(number) else { return Ok(None) };
            let funnel = &spoken.definition.funnel;
            Ok(match &condition.terms.demand {
                Demand::Document { artefact, .. } => funnel.artefact(artefact).map(|kind| spoken.language.pick(&kind.name)),
                Demand::Criterion { criterion, .. } => {
                    funnel.criterion(criterion).map(|criterion| spoken.language.pick(&criterion.question))
                }
                Demand::Closing { duty } => {
                    let closing = funnel.closing.iter().find(|closing| closing.key == *duty);
                    closing.map(|closing| spoken.language.pick(&closing.name))
                }
                Demand::Agreed => text(context, condition.terms.text).await?,
            })
        }
        _ => Ok(None),
    }
}
