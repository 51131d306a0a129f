//! A party's approval of a revision, or its request for changes (laws 4, 5 and 7).

use super::involved;
use super::judge::{self, Given};
use crate::ballots::{Cast, Choice, Matter, Voting, rule_of};
use crate::command::{Answered, Verdict};
use crate::context::Context;
use crate::event::Event;
use crate::funnel::Funnel;
use crate::ids::{ArtefactKey, PartyKey};
use crate::limits;
use crate::project::{Artefact, Project};
use crate::readiness::evidence;
use crate::rejection::Rejection;
use crate::reopened::AskedNow;
use crate::text::TextRef;

/// A review as it was given, with the answers on criteria that rest on the same document alone.
pub(super) struct Reviewing {
    pub artefact: ArtefactKey,
    pub party: PartyKey,
    pub verdict: Verdict,
    pub note: Option<TextRef>,
    pub answers: Vec<Answered>,
}

pub(super) fn review(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    given: Reviewing,
) -> Result<Vec<Event>, Rejection> {
    let Reviewing { artefact, party, verdict, note, answers } = given;
    let document = reviewable(funnel, project, &artefact, &party)?;
    if verdict == Verdict::RequestChanges && note.is_none() {
        return Err(Rejection::MotivationNeeded);
    }
    if answers.len() > limits::CONFIRMATIONS_PER_COMMAND {
        return Err(Rejection::ListLength { count: answers.len(), limit: limits::CONFIRMATIONS_PER_COMMAND });
    }
    let mut events = answer(funnel, project, context, &artefact, &party, document, verdict, note, false)?;
    for Answered { criterion, answer, proof, motivation } in answers {
        let given = Given { criterion, party: party.clone(), answer, proof, motivation };
        let (_, AskedNow { asking, .. }) = judge::asked(funnel, project, &given.criterion, &party)?;
        if !asking.rests_on.iter().all(|r| r.artefact == artefact) || asking.rests_on.is_empty() {
            return Err(Rejection::RestsOnMore { criterion: given.criterion });
        }
        events.extend(judge::judge(funnel, project, context, &given)?);
    }
    Ok(events)
}

/// The document, if this party reviews it and there is something to review.
pub(super) fn reviewable<'a>(
    funnel: &Funnel,
    project: &'a Project,
    artefact: &ArtefactKey,
    party: &PartyKey,
) -> Result<&'a Artefact, Rejection> {
    let kind = funnel.artefact(artefact).ok_or_else(|| Rejection::UnknownArtefact { artefact: artefact.clone() })?;
    if !funnel.reviewers(kind, &project.facts).any(|reviewer| reviewer == party) {
        return Err(Rejection::NotAReviewer { party: party.clone(), artefact: artefact.clone() });
    }
    involved(project, party)?;
    project.artefacts.get(artefact).ok_or_else(|| Rejection::NothingSubmitted { artefact: artefact.clone() })
}

/// The vote, and the party's answer once its rule is met. Nobody reviews a revision they helped write (law 5).
#[expect(clippy::too_many_arguments, reason = "one answer has these parts, and both callers have them apart")]
pub(super) fn answer(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    artefact: &ArtefactKey,
    party: &PartyKey,
    document: &Artefact,
    verdict: Verdict,
    note: Option<TextRef>,
    confirmed: bool,
) -> Result<Vec<Event>, Rejection> {
    let voting = Voting {
        party,
        rule: rule_of(funnel, party),
        excluded: &|person| document.current.authors.contains(&person),
        relaxed: funnel.relaxed(),
        asking: None,
    };
    let matter = Matter::Review { artefact: artefact.clone(), revision: document.current.number };
    let own = Rejection::OwnRevision { artefact: artefact.clone() };
    let Cast { vote, answer } = voting.cast(project, context, matter, Choice::Review(verdict), note, own)?;
    let reviewed = answer.and_then(|(choice, counted)| match choice {
        Choice::Review(verdict) => {
            let on = evidence(project, artefact)?;
            Some(Event::RevisionReviewed { on, party: party.clone(), verdict, note, confirmed, counted })
        }
        _ => None,
    });
    Ok(vote.into_iter().chain(reviewed).collect())
}
