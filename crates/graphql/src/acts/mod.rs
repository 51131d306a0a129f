//! Acts by room: each file maps the inputs of one room to commands of the engine.

pub(crate) mod consultation;
pub(crate) mod in_use;
pub(crate) mod on_behalf;
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
    let command = match on_behalf {
        Some(input) => Command::OnBehalf { on_behalf: input.read(context, project).await?, command: Box::new(command) },
        None => command,
    };
    act(context, key, project, command, seen).await
}
