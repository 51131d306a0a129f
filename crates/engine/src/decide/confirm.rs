//! Standing by earlier answers on new evidence, many in one act (law 4). The confirmation names the new hashes.

use super::judge::{self, Given, asked, proven};
use super::review::{self, reviewable};
use super::{CONFIRMATIONS, involved, within};
use crate::command::{Answer, Verdict};
use crate::context::Context;
use crate::event::Event;
use crate::funnel::Funnel;
use crate::ids::{ArtefactKey, CriterionKey, PartyKey};
use crate::organisation;
use crate::project::{Judgement, Project};
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
            Some(confirmed) => events.extend(confirmed),
            None => no_review.push(artefact.clone()),
        }
    }
    for criterion in criteria {
        match confirm_judgement(funnel, project, context, party, criterion)? {
            Some(confirmed) => events.extend(confirmed),
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
) -> Result<Option<Vec<Event>>, Rejection> {
    let document = match reviewable(funnel, project, artefact, party) {
        Err(Rejection::NothingSubmitted { .. }) => return Ok(None),
        other => other?,
    };
    let Some(earlier) = document.reviews.get(party) else { return Ok(None) };
    let again = project.reopened.waits_for_review(artefact, party);
    if (earlier.revision == document.current.number && !again) || earlier.verdict != Verdict::Approve {
        return Ok(None);
    }
    let (verdict, note) = (earlier.verdict, earlier.note);
    review::answer(funnel, project, context, artefact, party, document, verdict, note, true).map(Some)
}

fn confirm_judgement(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    party: &PartyKey,
    key: &CriterionKey,
) -> Result<Option<Vec<Event>>, Rejection> {
    let (_, asked) = asked(funnel, project, key, party)?;
    let asking = asked.asking;
    let stale = |earlier: &&Judgement| asked.stale || organisation::changed(earlier, asking, project, context);
    let Some(earlier) = asked.earlier.filter(stale) else { return Ok(None) };
    if earlier.answer == Answer::Met {
        proven(project, context, asking, key, earlier.proof)?;
    }
    let given = Given {
        criterion: key.clone(),
        party: party.clone(),
        answer: earlier.answer,
        proof: earlier.proof,
        motivation: earlier.motivation,
    };
    judge::answer(funnel, project, context, &given, true).map(Some)
}
