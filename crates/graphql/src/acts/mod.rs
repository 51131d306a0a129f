//! Acts by room: each file maps the inputs of one room to commands of the engine.

pub(crate) mod consultation;
pub(crate) mod gate;
pub(crate) mod in_use;
pub(crate) mod meeting;
pub(crate) mod on_behalf;
pub(crate) mod organisation;
pub(crate) mod recorded;

use async_graphql::{Context, ID, Result};
use engine::{Command, Seen};
use persistence::Text;

use crate::acts::on_behalf::OnBehalfInput;
use crate::mutation::{ProjectPayload, act};

/// An act that somebody may enter for somebody else.
pub(crate) async fn act_for(
    context: &Context<'_>,
    (key, project): (&str, &ID),
    on_behalf: Option<OnBehalfInput>,
    command: Command<Text>,
    seen: Seen,
) -> Result<ProjectPayload> {
    let command = for_whom(context, project, on_behalf, command).await?;
    act(context, key, project, command, seen).await
}

/// A command of the viewer, or of whom the viewer enters it for.
pub(crate) async fn for_whom(
    context: &Context<'_>,
    project: &ID,
    on_behalf: Option<OnBehalfInput>,
    command: Command<Text>,
) -> Result<Command<Text>> {
    let Some(input) = on_behalf else { return Ok(command) };
    Ok(Command::OnBehalf { on_behalf: input.read(context, project).await?, command: Box::new(command) })
}
