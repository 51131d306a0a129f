//! A party's approval of a revision, or its request for changes (laws 4, 5 and 7).

use super::{counted_by_party, involved};
use crate::command::Verdict;
use crate::context::Context;
use crate::event::Event;
use crate::funnel::Funnel;
use crate::ids::{ArtefactKey, PartyKey};
use crate::project::{Project, Revision};
use crate::readiness::evidence;
use crate::rejection::Rejection;
use crate::text::TextRef;

pub(super) fn review(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    artefact: &ArtefactKey,
    party: PartyKey,
    verdict: Verdict,
    note: Option<TextRef>,
) -> Result<Vec<Event>, Rejection> {
    let kind = funnel.artefact(artefact).ok_or_else(|| Rejection::UnknownArtefact { artefact: artefact.clone() })?;
    if !kind.reviewed_by.contains(&party) {
        return Err(Rejection::NotAReviewer { party, artefact: artefact.clone() });
    }
    involved(project, &party)?;
    let nothing = || Rejection::NothingSubmitted { artefact: artefact.clone() };
    let on = evidence(project, artefact).ok_or_else(nothing)?;
    let document = project.artefacts.get(artefact).ok_or_else(nothing)?;
    not_the_author(artefact, &document.current, context)?;
    if verdict == Verdict::RequestChanges && note.is_none() {
        return Err(Rejection::MotivationNeeded);
    }
    let counted = counted_by_party(funnel, context, &party);
    Ok(vec![Event::RevisionReviewed { on, party, verdict, note, confirmed: false, counted }])
}

/// Law 5: nobody reviews a revision they helped write.
pub(super) fn not_the_author(artefact: &ArtefactKey, revision: &Revision, context: &Context<'_>) -> Result<(), Rejection> {
    match context.actor.person() {
        Some(person) if revision.authors.contains(&person.id) => Err(Rejection::OwnRevision { artefact: artefact.clone() }),
        _ => Ok(()),
    }
}
