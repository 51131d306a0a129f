//! How a project begins.

use engine::{ContentId, Event, Hash, OrganisationId, ProjectId, StartProject, TextRef};

use super::receipts::{earlier_receipt, new_receipt};
use crate::canonical::{self, BEGINNING};
use crate::command::{Principal, Receipt, StartRequest};
use crate::error::Error;
use crate::funnels::definition as funnel_version;
use crate::hot::NewContent;
use crate::log::{Beside, Growing, Surroundings, store};
use crate::roster;
use crate::scope::Tx;
use crate::store::Inner;
use crate::text::Text;

/// Starts a project under a new id, unless the same request did so before.
pub(super) async fn start(
    inner: &Inner,
    tx: &Tx<'_>,
    principal: &Principal,
    request: &StartRequest,
    hash: Hash,
) -> Result<Receipt, Error> {
    if let Some(receipt) = earlier_receipt(tx, principal, &request.key, hash).await? {
        return Ok(receipt);
    }
    let roster = roster::now(inner, tx).await?;
    let principal = roster.current(principal)?;
    let definition = funnel_version(inner, tx, request.command.funnel).await?;
    let now = inner.config.clock.now();
    let surroundings = Surroundings::of(&principal, &roster, &inner.config, &definition, now);
    let id = ProjectId(inner.new_id());
    let (events, contents) = starting(inner, tx.organisation(), &surroundings, id, &request.command)?;
    let mut growing = Growing { project: None, head: BEGINNING, links: Vec::new() };
    growing.append(now, &principal.actor, events)?;
    let receipt = Receipt { project: id, first_sequence: 1, last_sequence: growing.links.len() as u64, replayed: false };
    let beside = Beside {
        version: 1,
        created_at: now.at.0,
        title: request.command.title.as_str(),
        contents: &contents,
        receipt: Some(new_receipt(&principal, &request.key, hash, &receipt)),
        known: None,
    };
    store(tx, &surroundings, &growing, beside).await?;
    Ok(receipt)
}

/// What happens when a project starts, with its texts beside the log; nothing is written yet.
pub(crate) fn starting(
    inner: &Inner,
    organisation: OrganisationId,
    surroundings: &Surroundings<'_>,
    id: ProjectId,
    command: &StartProject<Text>,
) -> Result<(Vec<Event>, Vec<NewContent>), Error> {
    let owner = command.bring_in.as_ref().map(|given| &given.owner);
    if [Some(&command.lead), owner].into_iter().flatten().any(|person| !surroundings.roster.persons.contains_key(person)) {
        return Err(Error::NotFound);
    }
    let mut contents = Vec::new();
    let command: StartProject = command.clone().map_text(|text| put_beside(inner, text.into_string(), &mut contents));
    let funnel = &surroundings.definition.funnel;
    Ok((engine::start(funnel, &surroundings.context(None), organisation, id, &command)?, contents))
}

/// Salts and hashes a text; the log gets the reference alone.
pub(crate) fn put_beside(inner: &Inner, body: String, contents: &mut Vec<NewContent>) -> TextRef {
    let (id, salt) = (ContentId(inner.new_id()), inner.random::<16>());
    let hash = canonical::sha256(&[&salt, body.as_bytes()]);
    contents.push(NewContent { id, salt, body });
    TextRef { id, hash }
}
