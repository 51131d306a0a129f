//! How projects rest on evidence of the organisation (laws 3, 4, 11 and 12).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use time::Date;

use super::evidence::{EvidenceId, EvidenceStanding, Frozen};
use crate::command::{Answer, Command};
use crate::context::Context;
use crate::event::Event;
use crate::funnel::{Asking, Funnel};
use crate::ids::{CriterionKey, PartyKey, SupplierKey};
use crate::limits;
use crate::project::{Judgement, Lifecycle, Project};
use crate::readiness::{Blocker, Check, CheckState};
use crate::rejection::Rejection;

/// A plan of the board for a gap in evidence, as every gate shows it (law 3).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PlanInForce {
    /// In which evidence.
    pub evidence: EvidenceId,
    /// By when the gap is closed.
    pub due: Date,
}

/// The plans in force, for all gates to show.
pub(crate) fn plans(context: &Context<'_>) -> Vec<PlanInForce> {
    let today = context.now.today;
    let in_force = context.organisation.plans.iter().filter(|(_, plan)| plan.due >= today);
    in_force.map(|(evidence, plan)| PlanInForce { evidence: evidence.clone(), due: plan.due }).collect()
}

/// The evidence that a criterion rests on in this project: of a kind that suppliers have, that of each of its suppliers.
fn needed(asking: &Asking, project: &Project, context: &Context<'_>) -> Vec<EvidenceId> {
    let of_supplier = |key| context.organisation.settings.evidence.get(key).is_some_and(|kind| kind.of_supplier);
    let mut needed = Vec::new();
    for kind in &asking.organisation_evidence {
        if of_supplier(kind) && !project.suppliers.is_empty() {
            let of = |supplier: &SupplierKey| EvidenceId { kind: kind.clone(), supplier: Some(supplier.clone()) };
            needed.extend(project.suppliers.iter().map(of));
        } else {
            needed.push(EvidenceId { kind: kind.clone(), supplier: None });
        }
    }
    needed
}

/// What a criterion rests on and cannot: law 11 refuses *met* while there is any.
pub(crate) fn lacking(asking: &Asking, project: &Project, context: &Context<'_>) -> Vec<(EvidenceId, EvidenceStanding)> {
    let standing = |id: EvidenceId| {
        let standing = context.organisation.standing(&id, context.now.today);
        (standing != EvidenceStanding::Valid).then_some((id, standing))
    };
    needed(asking, project, context).into_iter().filter_map(standing).collect()
}

/// The revisions of the organisation's evidence that a judgement rests on now.
pub(crate) fn freeze(asking: &Asking, project: &Project, context: &Context<'_>) -> Vec<Frozen> {
    let frozen = |id: EvidenceId| {
        let known = context.organisation.evidence.get(&id)?;
        let (revision, hash) = (known.current.number, known.current.hash);
        Some(Frozen { evidence: id, revision, hash, valid_until: known.valid_until() })
    };
    needed(asking, project, context).into_iter().filter_map(frozen).collect()
}

/// Law 4: whether the evidence under a judgement is another than it was, or no longer counts.
pub(crate) fn changed(judgement: &Judgement, asking: &Asking, project: &Project, context: &Context<'_>) -> bool {
    if asking.organisation_evidence.is_empty() {
        return !judgement.organisation.is_empty();
    }
    let same = |now: &Frozen| {
        judgement.organisation.iter().any(|then| then.evidence == now.evidence && then.revision == now.revision)
    };
    let now = freeze(asking, project, context);
    now.len() != judgement.organisation.len()
        || !now.iter().all(same)
        || (judgement.answer == Answer::Met && !lacking(asking, project, context).is_empty())
}

/// Lays what a criterion's evidence of the organisation means over its check. A gap for which the board adopted a plan
/// does not keep the gate shut: it is the organisation's condition, until its date.
pub(crate) fn lay_on(
    mut check: Check,
    asking: &Asking,
    given: Option<&Judgement>,
    criterion: &CriterionKey,
    party: &PartyKey,
    project: &Project,
    context: &Context<'_>,
) -> Check {
    if asking.organisation_evidence.is_empty() || check.state == CheckState::Waived {
        return check;
    }
    let lacking = lacking(asking, project, context);
    let expired = lacking.iter().any(|(_, standing)| matches!(standing, EvidenceStanding::Expired(_)));
    if !lacking.is_empty() {
        let today = context.now.today;
        let planned = |(id, _): &(EvidenceId, EvidenceStanding)| context.organisation.plan_in_force(id, today).is_some();
        check.blocking &= !lacking.iter().all(planned);
        check.state = match given {
            _ if expired => CheckState::Expired,
            Some(judgement) if judgement.answer == Answer::Met => CheckState::Stale,
            Some(_) => CheckState::Adjust,
            None => CheckState::NotYet,
        };
        check.blockers = lacking
            .into_iter()
            .map(|(evidence, standing)| Blocker::OrganisationEvidence {
                criterion: criterion.clone(),
                party: party.clone(),
                evidence,
                standing,
            })
            .collect();
        // Nobody of the project can mend it; the organisation's own tasks do.
        check.tasks.clear();
    }
    check
}

/// The evidence under the open round's answers that changed, with its ordinal, where that was not noted yet.
fn news(project: &Project, context: &Context<'_>) -> Vec<(EvidenceId, u32)> {
    let Some(round) = project.round.as_ref().filter(|_| project.lifecycle == Lifecycle::Active) else { return Vec::new() };
    let used = round.judgements.values().flat_map(|by| by.values()).flat_map(|judgement| &judgement.organisation);
    let changed: BTreeSet<(EvidenceId, u32)> = used
        .filter_map(|frozen| {
            let known = context.organisation.evidence.get(&frozen.evidence)?;
            let noted = project.evidence_noted.get(&frozen.evidence).copied().unwrap_or(0);
            let differs =
                known.current.number != frozen.revision || known.standing(context.now.today) != EvidenceStanding::Valid;
            (differs && known.changes > noted).then(|| (frozen.evidence.clone(), known.changes))
        })
        .collect();
    changed.into_iter().collect()
}

/// The day after the last on which evidence under the open round's answers counts; none of evidence of which all was noted.
pub(crate) fn next_due(project: &Project, context: &Context<'_>) -> Option<Date> {
    let round = project.round.as_ref().filter(|_| project.lifecycle == Lifecycle::Active)?;
    let used = round.judgements.values().flat_map(|by| by.values()).flat_map(|judgement| &judgement.organisation);
    let ends = used.filter_map(|frozen| {
        let known = context.organisation.evidence.get(&frozen.evidence)?;
        let noted = project.evidence_noted.get(&frozen.evidence).copied().unwrap_or(0);
        known.valid_until().filter(|_| known.changes > noted)?.next_day()
    });
    ends.min()
}

/// The commands that tell this project of changed evidence, once per evidence and change.
pub(crate) fn due(project: &Project, context: &Context<'_>) -> impl Iterator<Item = Command> {
    news(project, context).into_iter().map(|(evidence, change)| Command::NoteEvidenceChanged { evidence, change })
}

/// Notes that evidence under this project's answers changed.
pub(crate) fn note_changed(
    project: &Project,
    context: &Context<'_>,
    evidence: EvidenceId,
    change: u32,
) -> Result<Vec<Event>, Rejection> {
    if !news(project, context).contains(&(evidence.clone(), change)) {
        return Err(Rejection::NothingPassed);
    }
    Ok(vec![Event::EvidenceChanged { evidence, change }])
}

/// Says who supplies what the project brings in.
pub(crate) fn name_suppliers(project: &Project, suppliers: BTreeSet<SupplierKey>) -> Result<Vec<Event>, Rejection> {
    if suppliers.len() > limits::SUPPLIERS {
        return Err(Rejection::ListLength { count: suppliers.len(), limit: limits::SUPPLIERS });
    }
    if suppliers == project.suppliers { Ok(Vec::new()) } else { Ok(vec![Event::SuppliersNamed { suppliers }]) }
}

/// Whether a funnel rests on evidence that it does not declare; for the publishing checks (law 19).
impl Funnel {
    /// The kinds of evidence that criteria rest on and that [`Funnel::evidence`] does not declare.
    #[must_use]
    pub fn undeclared_evidence(&self) -> Vec<(&CriterionKey, &crate::ids::EvidenceKey)> {
        let used = self.criteria.iter().flat_map(|criterion| {
            let kinds = criterion.asked_at.iter().flat_map(|asking| &asking.organisation_evidence);
            kinds.map(move |kind| (&criterion.key, kind))
        });
        used.filter(|(_, kind)| self.evidence.iter().all(|declared| declared.key != **kind)).collect()
    }
}
