//! A party's answer on a criterion in the open round (laws 2, 5, 7 and 11).

use super::{counted_by_party, involved};
use crate::command::Answer;
use crate::context::Context;
use crate::event::{Event, Evidence};
use crate::funnel::{Asking, Criterion, Funnel, Proof};
use crate::ids::{ArtefactKey, CriterionKey, PartyKey};
use crate::project::{Project, Round};
use crate::readiness::evidence;
use crate::rejection::Rejection;
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
    let (criterion, asking, round) = asked(funnel, project, &given.criterion, &given.party)?;
    involved(project, &given.party)?;
    let (rests_on, missing) = current_evidence(project, asking);
    match given.answer {
        Answer::Met => {
            if !missing.is_empty() {
                return Err(Rejection::EvidenceMissing { criterion: given.criterion.clone(), artefacts: missing });
            }
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
        gate: round.gate.clone(),
        round: round.number,
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

/// The criterion, if it is asked of this party in the open round.
pub(super) fn asked<'a>(
    funnel: &'a Funnel,
    project: &'a Project,
    key: &CriterionKey,
    party: &PartyKey,
) -> Result<(&'a Criterion, &'a Asking, &'a Round), Rejection> {
    let criterion = funnel.criterion(key).ok_or_else(|| Rejection::UnknownCriterion { criterion: key.clone() })?;
    let asking = project.round.as_ref().and_then(|round| Some((criterion.asking(&round.gate)?, round)));
    match asking {
        Some((asking, round)) if criterion.parties.contains(party) && funnel.holds(&criterion.when, &project.facts) => {
            Ok((criterion, asking, round))
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
