//! A party's answer on a criterion in the open round, or again outside it (laws 2, 5, 7 and 11).

use super::{counted_by_party, involved};
use crate::command::Answer;
use crate::context::Context;
use crate::event::{Event, Evidence};
use crate::expiries::is_expired;
use crate::funnel::{Asking, Criterion, Funnel, Proof};
use crate::ids::{ArtefactKey, CriterionKey, PartyKey};
use crate::project::Project;
use crate::readiness::evidence;
use crate::rejection::Rejection;
use crate::reopened::{AskedNow, asked_now};
use crate::text::TextRef;

/// The answer as it was given.
pub(super) struct Given {
    pub criterion: CriterionKey,
    pub party: PartyKey,
    pub answer: Answer,
    pub proof: Proof,
    pub motivation: Option<TextRef>,
}

pub(super) fn judge(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    given: &Given,
) -> Result<Vec<Event>, Rejection> {
    let (criterion, asked) = asked(funnel, project, &given.criterion, &given.party)?;
    let asking = asked.asking;
    involved(project, &given.party)?;
    let (rests_on, missing) = current_evidence(project, asking);
    match given.answer {
        Answer::Met => {
            if !missing.is_empty() {
                return Err(Rejection::EvidenceMissing { criterion: given.criterion.clone(), artefacts: missing });
            }
            unexpired(&given.criterion, project, context, asking)?;
            if given.proof < asking.proof {
                return Err(Rejection::PracticeDemanded { criterion: given.criterion.clone() });
            }
        }
        Answer::NotApplicable if !criterion.not_applicable_allowed => {
            return Err(Rejection::NotApplicableNotAllowed { criterion: given.criterion.clone() });
        }
        Answer::NotMet | Answer::NotApplicable if given.motivation.is_none() => return Err(Rejection::MotivationNeeded),
        Answer::NotMet | Answer::NotApplicable => {}
    }
    not_on_own_documents_alone(&given.criterion, project, context, &rests_on)?;
    Ok(vec![Event::CriterionJudged {
        gate: asked.gate.clone(),
        round: asked.round,
        criterion: given.criterion.clone(),
        party: given.party.clone(),
        answer: given.answer,
        proof: given.proof,
        motivation: given.motivation,
        rests_on,
        confirmed: false,
        counted: counted_by_party(funnel, context, &given.party),
    }])
}

/// The criterion, if it is asked of this party now: by the open round, or again outside it (law 12).
pub(super) fn asked<'a>(
    funnel: &'a Funnel,
    project: &'a Project,
    key: &CriterionKey,
    party: &PartyKey,
) -> Result<(&'a Criterion, AskedNow<'a>), Rejection> {
    let criterion = funnel.criterion(key).ok_or_else(|| Rejection::UnknownCriterion { criterion: key.clone() })?;
    match asked_now(project, criterion, party) {
        Some(asked) if criterion.parties.contains(party) && funnel.holds(&criterion.when, &project.facts) => {
            Ok((criterion, asked))
        }
        _ => Err(Rejection::NotAsked { criterion: key.clone(), party: party.clone() }),
    }
}

/// The current revisions that the criterion rests on, and the artefacts that have none.
pub(super) fn current_evidence(project: &Project, asking: &Asking) -> (Vec<Evidence>, Vec<ArtefactKey>) {
    let mut found = Vec::new();
    let mut missing = Vec::new();
    for rests_on in &asking.rests_on {
        match evidence(project, &rests_on.artefact) {
            Some(evidence) => found.push(evidence),
            None => missing.push(rests_on.artefact.clone()),
        }
    }
    (found, missing)
}

/// Law 12: what ran out proves nothing.
pub(super) fn unexpired(
    criterion: &CriterionKey,
    project: &Project,
    context: &Context<'_>,
    asking: &Asking,
) -> Result<(), Rejection> {
    let evidence = asking.rests_on.iter().map(|rests_on| &rests_on.artefact);
    let artefacts: Vec<_> = evidence.filter(|key| is_expired(project, key, context.now.today)).cloned().collect();
    if artefacts.is_empty() {
        return Ok(());
    }
    Err(Rejection::EvidenceExpired { criterion: criterion.clone(), artefacts })
}

/// Law 5: nobody judges on their own revision alone.
pub(super) fn not_on_own_documents_alone(
    criterion: &CriterionKey,
    project: &Project,
    context: &Context<'_>,
    rests_on: &[Evidence],
) -> Result<(), Rejection> {
    let Some(person) = context.actor.person() else { return Ok(()) };
    let own = |e: &Evidence| project.artefacts.get(&e.artefact).is_some_and(|a| a.current.authors.contains(&person.id));
    if !rests_on.is_empty() && rests_on.iter().all(own) {
        return Err(Rejection::OwnEvidenceAlone { criterion: criterion.clone() });
    }
    Ok(())
}
