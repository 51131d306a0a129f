//! Standing by earlier answers on new evidence, many in one act (law 4). The confirmation names the new hashes.

use super::judge::{asked, current_evidence, not_on_own_documents_alone, unexpired};
use super::review::not_the_author;
use super::{CONFIRMATIONS, counted_by_party, involved, within};
use crate::command::{Answer, Verdict};
use crate::context::Context;
use crate::event::Event;
use crate::funnel::Funnel;
use crate::ids::{ArtefactKey, CriterionKey, PartyKey};
use crate::project::Project;
use crate::readiness::evidence;
use crate::rejection::Rejection;

pub(super) fn confirm(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    party: &PartyKey,
    artefacts: &[ArtefactKey],
    criteria: &[CriterionKey],
) -> Result<Vec<Event>, Rejection> {
    within(artefacts.len() + criteria.len(), CONFIRMATIONS)?;
    involved(project, party)?;
    let mut events = Vec::with_capacity(artefacts.len() + criteria.len());
    let (mut no_review, mut no_judgement) = (Vec::new(), Vec::new());
    for artefact in artefacts {
        match confirm_review(funnel, project, context, party, artefact)? {
            Some(event) => events.push(event),
            None => no_review.push(artefact.clone()),
        }
    }
    for criterion in criteria {
        match confirm_judgement(funnel, project, context, party, criterion)? {
            Some(event) => events.push(event),
            None => no_judgement.push(criterion.clone()),
        }
    }
    if no_review.is_empty() && no_judgement.is_empty() {
        Ok(events)
    } else {
        Err(Rejection::NothingToConfirm { artefacts: no_review, criteria: no_judgement })
    }
}

/// Repeats an approval of an earlier revision on the current one; a request for changes is never repeated unread.
fn confirm_review(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    party: &PartyKey,
    artefact: &ArtefactKey,
) -> Result<Option<Event>, Rejection> {
    let kind = funnel.artefact(artefact).ok_or_else(|| Rejection::UnknownArtefact { artefact: artefact.clone() })?;
    if !kind.reviewed_by.contains(party) {
        return Err(Rejection::NotAReviewer { party: party.clone(), artefact: artefact.clone() });
    }
    let (Some(document), Some(on)) = (project.artefacts.get(artefact), evidence(project, artefact)) else {
        return Ok(None);
    };
    let Some(earlier) = document.reviews.get(party) else { return Ok(None) };
    let again = project.reopened.waits_for_review(artefact, party);
    if (earlier.revision == document.current.number && !again) || earlier.verdict != Verdict::Approve {
        return Ok(None);
    }
    not_the_author(artefact, &document.current, context)?;
    Ok(Some(Event::RevisionReviewed {
        on,
        party: party.clone(),
        verdict: earlier.verdict,
        note: earlier.note,
        confirmed: true,
        counted: counted_by_party(funnel, context, party),
    }))
}

fn confirm_judgement(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    party: &PartyKey,
    key: &CriterionKey,
) -> Result<Option<Event>, Rejection> {
    let (_, asked) = asked(funnel, project, key, party)?;
    let asking = asked.asking;
    let Some(earlier) = asked.earlier.filter(|_| asked.stale) else { return Ok(None) };
    let (rests_on, missing) = current_evidence(project, asking);
    if earlier.answer == Answer::Met && earlier.proof < asking.proof {
        return Err(Rejection::PracticeDemanded { criterion: key.clone() });
    }
    if earlier.answer == Answer::Met && !missing.is_empty() {
        return Err(Rejection::EvidenceMissing { criterion: key.clone(), artefacts: missing });
    }
    if earlier.answer == Answer::Met {
        unexpired(key, project, context, asking)?;
    }
    not_on_own_documents_alone(key, project, context, &rests_on)?;
    Ok(Some(Event::CriterionJudged {
        gate: asked.gate.clone(),
        round: asked.round,
        criterion: key.clone(),
        party: party.clone(),
        answer: earlier.answer,
        proof: earlier.proof,
        motivation: earlier.motivation,
        rests_on,
        confirmed: true,
        counted: counted_by_party(funnel, context, party),
    }))
}
