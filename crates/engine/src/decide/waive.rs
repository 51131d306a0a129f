//! Setting a criterion aside at one gate: with a reason, by a party that may, never for a legal criterion (law 2).

use super::involved;
use crate::ballots::{Cast, Choice, Matter, Voting, rule_of};
use crate::context::Context;
use crate::event::Event;
use crate::funnel::Funnel;
use crate::ids::CriterionKey;
use crate::project::Project;
use crate::rejection::Rejection;
use crate::text::TextRef;

pub(super) fn waive(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    key: CriterionKey,
    reason: TextRef,
) -> Result<Vec<Event>, Rejection> {
    let criterion = funnel.criterion(&key).ok_or_else(|| Rejection::UnknownCriterion { criterion: key.clone() })?;
    if criterion.legal {
        return Err(Rejection::LegalNeverWaived { criterion: key });
    }
    let Some(party) = &criterion.waivable_by else { return Err(Rejection::NotWaivable { criterion: key }) };
    involved(project, party)?;
    let asked = project.round.as_ref().filter(|r| criterion.asking(&r.gate).is_some());
    let Some(round) = asked.filter(|_| funnel.holds(&criterion.when, &project.facts)) else {
        return Err(Rejection::NotAsked { criterion: key, party: party.clone() });
    };
    if project.waiver(&key, &round.gate).is_some() {
        return Ok(Vec::new());
    }
    let voting = Voting {
        party,
        rule: rule_of(funnel, party),
        excluded: &|person| person == project.lead,
        relaxed: funnel.relaxed(),
        asking: None,
    };
    let matter = Matter::Waiver { criterion: key.clone() };
    let Cast { vote, answer } =
        voting.cast(project, context, matter, Choice::Waive, Some(reason), Rejection::LeadDecidesAlone)?;
    let waived = answer.map(|(_, counted)| Event::CriterionWaived {
        gate: round.gate.clone(),
        criterion: key,
        party: party.clone(),
        reason,
        counted,
    });
    Ok(vote.into_iter().chain(waived).collect())
}
