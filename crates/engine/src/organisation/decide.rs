//! What may happen in an organisation (laws 3, 5, 8, 11 and 17).

use time::{Date, Duration};

use super::agreement::size;
use super::command::{About, BroughtEvidence, OrganisationCommand};
use super::delegation::{Delegation, delegate};
use super::event::OrganisationEvent;
use super::evidence::{EvidenceId, EvidenceStanding};
use super::permission::permit;
use super::settings::{BodyRules, EvidenceKind};
use super::state::Organisation;
use crate::consultation::{ConsultationEvent, Exhibit, Known, Origin, Right, Summary, counted_one, has_members, term};
use crate::context::Context;
use crate::decide::future;
use crate::facts::When;
use crate::funnel::{AnswerRule, Proof};
use crate::ids::{PartyKey, SupplierKey};
use crate::limits;
use crate::rejection::Rejection;
use crate::text::{FileRef, TextRef};

/// Decides a command: the events that happen, or the rule that refuses it.
///
/// # Errors
/// One [`Rejection`] per rule; permission is the first line.
pub fn decide_organisation(
    organisation: &Organisation,
    context: &Context<'_>,
    command: OrganisationCommand,
) -> Result<Vec<OrganisationEvent>, Rejection> {
    permit(organisation, context, &command)?;
    let event = match command {
        OrganisationCommand::DefineEvidence { kind } => define(organisation, kind)?,
        OrganisationCommand::SetBoard { party } => OrganisationEvent::BoardSet { party },
        OrganisationCommand::SetBody { body, rules } => set_body(organisation, body, rules)?,
        OrganisationCommand::NameSupplier { supplier, name } => name_supplier(organisation, supplier, name)?,
        OrganisationCommand::BringInSupplier { supplier, name, evidence } => {
            return bring_in(organisation, context, supplier, name, evidence);
        }
        OrganisationCommand::Delegate { party, from, to, first, last } => {
            delegate(organisation, context, Delegation { party, from, to, first, last })?
        }
        OrganisationCommand::EndDelegation { delegation } => {
            let standing = organisation.delegations.standing.get(&delegation);
            if standing.is_none_or(|known| known.last < context.now.today) {
                return Err(Rejection::NoDelegation { delegation });
            }
            OrganisationEvent::DelegationEnded { delegation }
        }
        OrganisationCommand::SubmitEvidence { evidence, text, files, valid_until } => {
            submit(organisation, context, evidence, text, files, valid_until)?
        }
        OrganisationCommand::JudgeEvidence { evidence, revision, sufficient, proof, motivation } => {
            judge(organisation, context, evidence, revision, sufficient, proof, motivation)?
        }
        OrganisationCommand::AdoptPlan { evidence, plan, due } => adopt(organisation, context, evidence, plan, due)?,
        OrganisationCommand::Agree { body, when, text } => agree(organisation, context, body, when, text)?,
        OrganisationCommand::Revoke { agreement, reason } => {
            if !organisation.agreements.standing.contains_key(&agreement) {
                return Err(Rejection::NoAgreement { agreement });
            }
            OrganisationEvent::AgreementRevoked { agreement, reason }
        }
        OrganisationCommand::Consult { about, body, right, question, summary, due } => {
            consult(organisation, context, &about, body, right, question, summary, due)?
        }
        OrganisationCommand::Consultation { consultation, act } => {
            let known = organisation.consultations.standing.get(&consultation);
            let known = known.ok_or(Rejection::NotAtThisStep { consultation })?;
            let exhibits: Vec<_> = known.exhibits.iter().map(|exhibit| current(organisation, exhibit)).collect();
            let changed = exhibits != known.exhibits;
            let asked = Known { number: consultation, consultation: known, exhibits, summary: None, changed };
            OrganisationEvent::Consultation { consultation, event: asked.decide(context, act)? }
        }
        OrganisationCommand::NoteExpiry { evidence } => {
            let valid_until = super::tasks::expiring(organisation, &evidence, context.now.today);
            OrganisationEvent::ExpiryNoted { evidence, valid_until: valid_until.ok_or(Rejection::NothingPassed)? }
        }
    };
    Ok(vec![event])
}

fn at_most(count: usize, limit: usize) -> Result<(), Rejection> {
    if count <= limit { Ok(()) } else { Err(Rejection::ListLength { count, limit }) }
}

fn define(organisation: &Organisation, kind: EvidenceKind) -> Result<OrganisationEvent, Rejection> {
    let known = &organisation.settings.evidence;
    at_most(known.len() + usize::from(!known.contains_key(&kind.key)), limits::EVIDENCE_KINDS)?;
    at_most(kind.submitted_by.len(), limits::PARTIES)?;
    Ok(OrganisationEvent::EvidenceDefined { kind })
}

fn set_body(organisation: &Organisation, body: PartyKey, rules: BodyRules) -> Result<OrganisationEvent, Rejection> {
    let known = &organisation.settings.bodies;
    at_most(known.len() + usize::from(!known.contains_key(&body)), limits::PARTIES)?;
    at_most(rules.meetings.len(), limits::MEETINGS)?;
    at_most(rules.recess.len(), limits::MEETINGS)?;
    at_most(usize::from(rules.term_days), usize::from(limits::TERM_DAYS))?;
    at_most(usize::from(rules.waiting_days), usize::from(limits::TERM_DAYS))?;
    Ok(OrganisationEvent::BodySet { body, rules })
}

fn name_supplier(organisation: &Organisation, supplier: SupplierKey, name: TextRef) -> Result<OrganisationEvent, Rejection> {
    let known = &organisation.suppliers;
    at_most(known.len() + usize::from(!known.contains_key(&supplier)), limits::NAMED_SUPPLIERS)?;
    Ok(OrganisationEvent::SupplierNamed { supplier, name })
}

/// A supplier that has its name keeps it; evidence that stands there already is refused as that of anybody else is.
fn bring_in(
    organisation: &Organisation,
    context: &Context<'_>,
    supplier: SupplierKey,
    name: TextRef,
    brought: Option<BroughtEvidence>,
) -> Result<Vec<OrganisationEvent>, Rejection> {
    let mut events = Vec::new();
    if !organisation.suppliers.contains_key(&supplier) {
        events.push(name_supplier(organisation, supplier.clone(), name)?);
    }
    if let Some(BroughtEvidence { kind, text, valid_until }) = brought {
        let evidence = EvidenceId { kind, supplier: Some(supplier) };
        events.push(submit(organisation, context, evidence, Some(text), Vec::new(), valid_until)?);
    }
    Ok(events)
}

/// The kind of this evidence, if it takes a supplier where it has one.
fn kind<'a>(organisation: &'a Organisation, evidence: &EvidenceId) -> Result<&'a EvidenceKind, Rejection> {
    let kind = organisation.settings.evidence.get(&evidence.kind);
    kind.filter(|kind| kind.of_supplier == evidence.supplier.is_some())
        .ok_or_else(|| Rejection::UnknownEvidence { evidence: evidence.clone() })
}

fn submit(
    organisation: &Organisation,
    context: &Context<'_>,
    evidence: EvidenceId,
    text: Option<TextRef>,
    files: Vec<FileRef>,
    valid_until: Option<Date>,
) -> Result<OrganisationEvent, Rejection> {
    kind(organisation, &evidence)?;
    at_most(files.len(), limits::FILES_PER_REVISION)?;
    let submission = context.submission.filter(|_| text.is_some() || !files.is_empty());
    let submission = submission.ok_or_else(|| Rejection::EvidenceEmpty { evidence: evidence.clone() })?;
    let current = organisation.evidence.get(&evidence).map(|known| &known.current);
    if current.is_some_and(|current| current.hash == submission.hash && current.valid_until == valid_until) {
        return Err(Rejection::EvidenceUnchanged { evidence });
    }
    if current.is_none() {
        at_most(organisation.evidence.len() + 1, limits::ORGANISATION_EVIDENCE)?;
    }
    Ok(OrganisationEvent::EvidenceSubmitted {
        revision: current.map_or(1, |current| current.number + 1),
        hash: submission.hash,
        text,
        files,
        valid_until,
        authors: submission.authors.clone(),
        evidence,
    })
}

/// Law 5: nobody judges what they helped write. Law 17: a judgement names the revision that was looked at.
fn judge(
    organisation: &Organisation,
    context: &Context<'_>,
    evidence: EvidenceId,
    revision: u32,
    sufficient: bool,
    proof: Proof,
    motivation: Option<TextRef>,
) -> Result<OrganisationEvent, Rejection> {
    let kind = kind(organisation, &evidence)?;
    let known = organisation.evidence.get(&evidence).filter(|known| known.current.number == revision);
    let Some(known) = known else {
        let current = organisation.evidence.get(&evidence).map(|known| known.current.number);
        return Err(Rejection::EvidenceRevision { evidence, current });
    };
    let current = &known.current;
    if context.is_own_work(&kind.judged_by, |person| current.authors.contains(&person)) {
        return Err(Rejection::OwnOrganisationEvidence { evidence });
    }
    if !sufficient && motivation.is_none() {
        return Err(Rejection::MotivationNeeded);
    }
    let of_kind = kind.valid_days.map(|days| context.now.today.saturating_add(Duration::days(i64::from(days))));
    Ok(OrganisationEvent::EvidenceJudged {
        revision,
        hash: current.hash,
        sufficient,
        proof,
        motivation,
        valid_until: [current.valid_until, of_kind].into_iter().flatten().min(),
        party: kind.judged_by.clone(),
        counted: counted_one(context, &kind.judged_by, AnswerRule::Any),
        evidence,
    })
}

/// Law 3: a gap in evidence of the organisation may be one condition of the organisation, adopted by its board.
fn adopt(
    organisation: &Organisation,
    context: &Context<'_>,
    evidence: EvidenceId,
    plan: TextRef,
    due: Date,
) -> Result<OrganisationEvent, Rejection> {
    let Some(board) = organisation.settings.board.clone() else { return Err(Rejection::NoBoard) };
    kind(organisation, &evidence)?;
    if organisation.standing(&evidence, context.now.today) == EvidenceStanding::Valid {
        return Err(Rejection::NoGap { evidence });
    }
    future(context, due, limits::PLAN_DAYS)?;
    let counted = counted_one(context, &board, AnswerRule::Chair);
    Ok(OrganisationEvent::PlanAdopted { evidence, plan, due, party: board, counted })
}

fn agree(
    organisation: &Organisation,
    context: &Context<'_>,
    body: PartyKey,
    when: When,
    text: TextRef,
) -> Result<OrganisationEvent, Rejection> {
    at_most(organisation.agreements.standing.len() + 1, limits::AGREEMENTS)?;
    at_most(size(&when, limits::AGREEMENT_CONDITIONS), limits::AGREEMENT_CONDITIONS)?;
    let counted = counted_one(context, &body, AnswerRule::Chair);
    Ok(OrganisationEvent::Agreed { agreement: organisation.agreements.last + 1, body, when, text, counted })
}

#[expect(clippy::too_many_arguments, reason = "the parts of one request")]
fn consult(
    organisation: &Organisation,
    context: &Context<'_>,
    about: &About,
    body: PartyKey,
    right: Right,
    question: TextRef,
    summary: TextRef,
    due: Option<Date>,
) -> Result<OrganisationEvent, Rejection> {
    has_members(context, &body)?;
    at_most(organisation.consultations.standing.len() + 1, limits::CONSULTATIONS)?;
    let exhibit = match about {
        About::Funnel(version) => Exhibit::Funnel(*version),
        About::Evidence(evidence) => of_evidence(organisation, evidence)
            .ok_or_else(|| Rejection::EvidenceRevision { evidence: evidence.clone(), current: None })?,
    };
    let consultation = organisation.consultations.last + 1;
    let (summary, exhibits, origin) = (Summary::Text(summary), vec![exhibit], Origin::Organisation);
    let event = if right == Right::Information {
        let informed = context.parties.of(&body).iter().map(|member| member.person).collect();
        let (agreement, replaces) = (None, None);
        ConsultationEvent::Informed { origin, body, question, summary, exhibits, informed, agreement, replaces }
    } else {
        let waiting_days = organisation.settings.bodies.get(&body).map_or(0, |rules| rules.waiting_days);
        let (term, replaces) = (term(context, &body, 0, due)?, None);
        ConsultationEvent::Opened { origin, body, right, question, summary, exhibits, term, waiting_days, replaces }
    };
    Ok(OrganisationEvent::Consultation { consultation, event })
}

fn of_evidence(organisation: &Organisation, evidence: &EvidenceId) -> Option<Exhibit> {
    let current = &organisation.evidence.get(evidence)?.current;
    Some(Exhibit::Evidence { evidence: evidence.clone(), revision: current.number, hash: current.hash })
}

/// What an exhibit is now.
pub(super) fn current(organisation: &Organisation, exhibit: &Exhibit) -> Exhibit {
    match exhibit {
        Exhibit::Evidence { evidence, .. } => of_evidence(organisation, evidence).unwrap_or_else(|| exhibit.clone()),
        Exhibit::Document(_) | Exhibit::Funnel(_) => exhibit.clone(),
    }
}
