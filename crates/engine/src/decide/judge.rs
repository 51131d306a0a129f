//! A party's answer on a criterion in the open round, or again outside it (laws 2, 5, 7 and 11).

use super::involved;
use crate::ballots::{Cast, Choice, Matter, Voting, rule_of};
use crate::command::Answer;
use crate::context::Context;
use crate::event::{Event, Evidence};
use crate::expiries::is_expired;
use crate::funnel::{Asking, Criterion, Funnel, Proof};
use crate::ids::{ArtefactKey, CriterionKey, PartyKey, PersonId};
use crate::organisation;
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
    let (criterion, AskedNow { asking, .. }) = asked(funnel, project, &given.criterion, &given.party)?;
    involved(project, &given.party)?;
    match given.answer {
        Answer::Met => proven(project, context, asking, &given.criterion, given.proof)?,
        Answer::NotApplicable if !criterion.not_applicable_allowed => {
            return Err(Rejection::NotApplicableNotAllowed { criterion: given.criterion.clone() });
        }
        Answer::NotMet | Answer::NotApplicable if given.motivation.is_none() => return Err(Rejection::MotivationNeeded),
        Answer::NotMet | Answer::NotApplicable => {}
    }
    answer(funnel, project, context, given, false)
}

/// Law 11: *met* needs its evidence, in practice where that is demanded; what ran out proves nothing (law 12).
pub(super) fn proven(
    project: &Project,
    context: &Context<'_>,
    asking: &Asking,
    key: &CriterionKey,
    proof: Proof,
) -> Result<(), Rejection> {
    let lacking = organisation::lacking(asking, project, context);
    if !lacking.is_empty() {
        let evidence = lacking.into_iter().map(|(evidence, _)| evidence).collect();
        return Err(Rejection::OrganisationEvidenceMissing { criterion: key.clone(), evidence });
    }
    let (_, missing) = current_evidence(project, asking);
    if !missing.is_empty() {
        return Err(Rejection::EvidenceMissing { criterion: key.clone(), artefacts: missing });
    }
    let evidence = asking.rests_on.iter().map(|rests_on| &rests_on.artefact);
    let expired: Vec<_> = evidence.filter(|artefact| is_expired(project, artefact, context.now.today)).cloned().collect();
    if !expired.is_empty() {
        return Err(Rejection::EvidenceExpired { criterion: key.clone(), artefacts: expired });
    }
    if proof < asking.proof {
        return Err(Rejection::PracticeDemanded { criterion: key.clone() });
    }
    Ok(())
}

/// The vote, and the party's answer once its rule is met. Nobody judges on their own revision alone (law 5); for a legal
/// criterion that is never relaxed.
pub(super) fn answer(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    given: &Given,
    confirmed: bool,
) -> Result<Vec<Event>, Rejection> {
    let (criterion, asked) = asked(funnel, project, &given.criterion, &given.party)?;
    let (rests_on, _) = current_evidence(project, asked.asking);
    let voting = Voting {
        party: &given.party,
        rule: rule_of(funnel, &given.party),
        excluded: &|person| wrote_all(project, &rests_on, person),
        relaxed: funnel.relaxed() && !criterion.legal,
        asking: Some(asked.asking),
    };
    let matter =
        Matter::Judgement { criterion: given.criterion.clone(), gate: Some(asked.gate.clone()), round: asked.round };
    let own = Rejection::OwnEvidenceAlone { criterion: given.criterion.clone() };
    let choice = Choice::Judgement(given.answer, given.proof);
    let Cast { vote, answer } = voting.cast(project, context, matter, choice, given.motivation, own)?;
    let judged = answer.and_then(|(choice, counted)| match choice {
        Choice::Judgement(answer, proof) => Some(Event::CriterionJudged {
            gate: asked.gate.clone(),
            round: asked.round,
            criterion: given.criterion.clone(),
            party: given.party.clone(),
            answer,
            proof,
            motivation: given.motivation,
            rests_on: rests_on.clone(),
            organisation: organisation::freeze(asked.asking, project, context),
            confirmed,
            counted,
        }),
        _ => None,
    });
    Ok(vote.into_iter().chain(judged).collect())
}

/// Law 5: whether all that an answer would rest on is this person's own work.
pub(crate) fn wrote_all(project: &Project, rests_on: &[Evidence], person: PersonId) -> bool {
    let wrote = |e: &Evidence| project.artefacts.get(&e.artefact).is_some_and(|a| a.current.authors.contains(&person));
    !rests_on.is_empty() && rests_on.iter().all(wrote)
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
pub(crate) fn current_evidence(project: &Project, asking: &Asking) -> (Vec<Evidence>, Vec<ArtefactKey>) {
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
