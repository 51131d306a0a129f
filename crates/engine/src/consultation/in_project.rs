//! Consultations about a project: who may act, and what opening one takes.

use std::collections::BTreeSet;

use super::act::{ConsultationAct, ConsultationCommand};
use super::decide::{Known, has_members, term, volunteered};
use super::definition::{ConsultationKind, OwnTerm, Right};
use super::event::ConsultationEvent;
use super::state::{Consultation, Exhibit, Origin, Step, Summary};
use crate::context::Context;
use crate::event::{Event, Evidence};
use crate::funnel::{Funnel, Gate, RestsOn};
use crate::ids::{ArtefactKey, ConsultationKey, PartyKey};
use crate::limits;
use crate::permission::Need;
use crate::project::Project;
use crate::readiness::{changed_since, evidence};
use crate::rejection::Rejection;
use crate::text::TextRef;

/// Who may do this.
pub(crate) fn need(funnel: &Funnel, project: &Project, command: &ConsultationCommand) -> Need {
    match command {
        ConsultationCommand::Open { .. } => Need::Lead,
        ConsultationCommand::Request { body, .. } | ConsultationCommand::Volunteer { body, .. } => Need::Chair(body.clone()),
        ConsultationCommand::On { consultation, act } => match project.consultations.standing.get(consultation) {
            Some(known) => act.need(known, Need::Lead, funnel.coach(&known.body).cloned().into_iter().collect()),
            None => Need::Person,
        },
    }
}

impl<T> ConsultationAct<T> {
    /// Who may do this: the provider, the body, its chair or time.
    pub(crate) fn need(&self, known: &Consultation, provider: Need, coaches: Vec<PartyKey>) -> Need {
        let chair = || Need::Chair(known.body.clone());
        match self {
            Self::Withdraw { .. } if known.origin == Origin::Body => chair(),
            Self::Accept { .. }
            | Self::Decline { .. }
            | Self::Extend { .. }
            | Self::KeepTerm { .. }
            | Self::ReviseSummary { .. }
            | Self::RecordNoAnswer { .. }
            | Self::Confer { .. }
            | Self::Respond { .. }
            | Self::Substitute { .. }
            | Self::Withdraw { .. } => provider,
            Self::Opine { .. } => Need::Member(vec![known.body.clone()]),
            Self::AskExtension { .. } => Need::Member([vec![known.body.clone()], coaches].concat()),
            Self::Establish { .. } | Self::ChooseTerm { .. } | Self::Confirm => chair(),
            Self::NoteTime => Need::System,
        }
    }
}

/// Decides a consultation command about a project.
///
/// # Errors
/// What the gate does not ask, a term that is too short, a step that is not there: see the variants of law 8.
pub(crate) fn decide(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    command: ConsultationCommand,
) -> Result<Vec<Event>, Rejection> {
    let next = project.consultations.last + 1;
    let (consultation, event) = match command {
        ConsultationCommand::Open { kind, question, summary, due } => {
            (next, open(funnel, project, context, &kind, question, summary, due)?)
        }
        ConsultationCommand::Request { body, question } => {
            own_term(funnel, context, &body)?;
            room(project)?;
            (next, ConsultationEvent::Requested { body, question })
        }
        ConsultationCommand::Volunteer { body, advice } => {
            let own = own_term(funnel, context, &body)?;
            room(project)?;
            (next, volunteered(context, next, body, advice, own.waiting_days)?)
        }
        ConsultationCommand::On { consultation, act } => (consultation, on(funnel, project, context, consultation, act)?),
    };
    Ok(vec![Event::Consultation { consultation, event }])
}

fn on(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    number: u32,
    act: ConsultationAct,
) -> Result<ConsultationEvent, Rejection> {
    let not_now = Rejection::NotAtThisStep { consultation: number };
    let consultation = project.consultations.standing.get(&number).ok_or(not_now.clone())?;
    if let ConsultationAct::Accept { summary, documents, due } = act {
        let Some(question) = consultation.question.filter(|_| consultation.step == Step::Requested) else {
            return Err(not_now);
        };
        let own = own_term(funnel, context, &consultation.body)?;
        has_members(context, &consultation.body)?;
        return Ok(ConsultationEvent::Opened {
            origin: Origin::Body,
            body: consultation.body.clone(),
            right: Right::Advice,
            question,
            summary: Summary::Text(summary),
            exhibits: shown(project, &documents)?,
            term: term(context, &consultation.body, own.days, due)?,
            waiting_days: own.waiting_days,
            replaces: None,
        });
    }
    let (summary, exhibits) = current(funnel, project, consultation);
    let changed = changed(funnel, project, consultation);
    Known { number, consultation, exhibits, summary, changed }.decide(context, act)
}

fn open(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    key: &ConsultationKey,
    question: TextRef,
    summary: Option<TextRef>,
    due: Option<time::Date>,
) -> Result<ConsultationEvent, Rejection> {
    let not_asked = || Rejection::ConsultationNotAsked { consultation: key.clone() };
    let gate = funnel.open_gate(project).ok_or_else(not_asked)?;
    let kind = gate.consultation(key).filter(|kind| funnel.holds(&kind.when, &project.facts)).ok_or_else(not_asked)?;
    has_members(context, &kind.body)?;
    let earlier = project.consultations.for_gate(&gate.key, key);
    let (right, agreement) = effective(funnel, project, context, kind);
    let replaces = earlier.map(|(number, known)| replaceable(funnel, project, number, known)).transpose()?;
    if replaces.is_none() {
        room(project)?;
    }
    missing_documents(funnel, project, gate, kind)?;
    let (summary, exhibits) = exhibits_of(project, kind, summary);
    let summary = summary.ok_or_else(|| match &kind.summary {
        Some(artefact) => Rejection::DocumentsMissing { artefacts: vec![artefact.clone()] },
        None => Rejection::SummaryNeeded,
    })?;
    if let Some((number, known)) = earlier
        && matches!(known.step, Step::Withheld)
        && !exhibits.is_empty()
        && exhibits == known.exhibits
    {
        return Err(Rejection::ProposalUnchanged { consultation: number });
    }
    let (origin, body) = (Origin::Gate { gate: gate.key.clone(), kind: key.clone() }, kind.body.clone());
    if right == Right::Information {
        let informed = context.parties.of(&body).iter().map(|member| member.person).collect();
        return Ok(ConsultationEvent::Informed { origin, body, question, summary, exhibits, informed, agreement, replaces });
    }
    let term = term(context, &body, kind.term_days, due)?;
    let waiting_days = context.organisation.settings.bodies.get(&body).map_or(0, |rules| rules.waiting_days);
    let waiting_days = waiting_days.max(kind.waiting_days);
    Ok(ConsultationEvent::Opened { origin, body, right, question, summary, exhibits, term, waiting_days, replaces })
}

/// What a body may do here: what the funnel gives it, unless it agreed that it only wants to be informed of projects like
/// this one.
pub(crate) fn effective(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    kind: &ConsultationKind,
) -> (Right, Option<u32>) {
    match context.organisation.agreements.covering(&kind.body, funnel, project) {
        Some(agreement) if kind.right != Right::Information => (Right::Information, Some(agreement)),
        _ => (kind.right, None),
    }
}

/// An earlier consultation gives way to a new one when it cannot open the gate as it is.
fn replaceable(funnel: &Funnel, project: &Project, number: u32, known: &Consultation) -> Result<u32, Rejection> {
    let gives_way = match &known.step {
        Step::Withheld | Step::Unanswered => true,
        Step::Settled { .. } => known.right == Right::Information || changed(funnel, project, known),
        Step::Requested | Step::Asked | Step::Advised => false,
    };
    if gives_way { Ok(number) } else { Err(Rejection::ConsultationStands { consultation: number }) }
}

/// The documents that the body should be shown and that this gate asks for now, but that are not there.
fn missing_documents(funnel: &Funnel, project: &Project, gate: &Gate, kind: &ConsultationKind) -> Result<(), Rejection> {
    let off = |artefact: &ArtefactKey| {
        let mut asked = gate.requirements.iter().filter(|requirement| requirement.artefact == *artefact).peekable();
        asked.peek().is_some() && !asked.any(|requirement| funnel.holds(&requirement.when, &project.facts))
    };
    let absent = |artefact: &&ArtefactKey| !project.artefacts.contains_key(*artefact) && !off(artefact);
    let artefacts: Vec<_> = kind.documents.iter().map(|r| &r.artefact).filter(absent).cloned().collect();
    if artefacts.is_empty() { Ok(()) } else { Err(Rejection::DocumentsMissing { artefacts }) }
}

/// What the body is shown of a kind now. A summary that is a document is an exhibit too.
fn exhibits_of(project: &Project, kind: &ConsultationKind, text: Option<TextRef>) -> (Option<Summary>, Vec<Exhibit>) {
    let of_document = || Some(Summary::Revision(evidence(project, kind.summary.as_ref()?)?));
    let summary = text.map(Summary::Text).or_else(of_document);
    let first = match &summary {
        Some(Summary::Revision(evidence)) => Some(evidence.clone()),
        _ => None,
    };
    let documents = kind.documents.iter().filter_map(|rests_on| evidence(project, &rests_on.artefact));
    let mut seen: Vec<Evidence> = Vec::new();
    for evidence in first.into_iter().chain(documents) {
        if !seen.contains(&evidence) {
            seen.push(evidence);
        }
    }
    (summary, seen.into_iter().map(Exhibit::Document).collect())
}

/// The current revisions of these documents.
fn shown(project: &Project, documents: &[ArtefactKey]) -> Result<Vec<Exhibit>, Rejection> {
    if documents.len() > limits::EXHIBITS {
        return Err(Rejection::ListLength { count: documents.len(), limit: limits::EXHIBITS });
    }
    let absent = |artefact: &&ArtefactKey| !project.artefacts.contains_key(*artefact);
    let artefacts: Vec<_> = documents.iter().filter(absent).cloned().collect();
    if !artefacts.is_empty() {
        return Err(Rejection::DocumentsMissing { artefacts });
    }
    let once: BTreeSet<&ArtefactKey> = documents.iter().collect();
    Ok(once.into_iter().filter_map(|key| evidence(project, key)).map(Exhibit::Document).collect())
}

/// What the body would be shown today.
fn current(funnel: &Funnel, project: &Project, known: &Consultation) -> (Option<Summary>, Vec<Exhibit>) {
    if let Origin::Gate { gate, kind } = &known.origin
        && let Some(kind) = funnel.consultation_kind(gate, kind)
    {
        let text = match &known.summary {
            Some(Summary::Text(text)) => Some(*text),
            _ => None,
        };
        return exhibits_of(project, kind, text);
    }
    let now = known.exhibits.iter().map(|exhibit| match exhibit {
        Exhibit::Document(seen) => Exhibit::Document(evidence(project, &seen.artefact).unwrap_or_else(|| seen.clone())),
        Exhibit::Funnel(_) | Exhibit::Evidence { .. } => exhibit.clone(),
    });
    (known.summary.clone(), now.collect())
}

/// Law 4: whether what the body's answer rests on changed since it was shown.
pub(crate) fn changed(funnel: &Funnel, project: &Project, known: &Consultation) -> bool {
    let seen = |artefact: &ArtefactKey| {
        let documents = known.exhibits.iter().filter_map(|exhibit| match exhibit {
            Exhibit::Document(evidence) => Some(evidence),
            Exhibit::Funnel(_) | Exhibit::Evidence { .. } => None,
        });
        documents.filter(|e| e.artefact == *artefact).map(|e| e.revision).next()
    };
    let changed = |rests_on: &RestsOn| {
        let document = project.artefacts.get(&rests_on.artefact);
        document.is_some_and(|document| changed_since(document, rests_on, seen(&rests_on.artefact).unwrap_or(0)))
    };
    let whole = |artefact: &ArtefactKey| RestsOn { artefact: artefact.clone(), fields: Vec::new() };
    if let Origin::Gate { gate, kind } = &known.origin
        && let Some(kind) = funnel.consultation_kind(gate, kind)
    {
        let summary = match &known.summary {
            Some(Summary::Revision(evidence)) => Some(whole(&evidence.artefact)),
            _ => None,
        };
        // A summary that is among the documents counts by their fields.
        let summary = summary.filter(|s| kind.documents.iter().all(|d| d.artefact != s.artefact));
        return summary.iter().chain(&kind.documents).any(changed);
    }
    known.exhibits.iter().any(|exhibit| match exhibit {
        Exhibit::Document(evidence) => changed(&whole(&evidence.artefact)),
        Exhibit::Funnel(_) | Exhibit::Evidence { .. } => false,
    })
}

/// The time of a body that begins something itself: it is consulted in this funnel, or the organisation knows its rules.
fn own_term(funnel: &Funnel, context: &Context<'_>, body: &PartyKey) -> Result<OwnTerm, Rejection> {
    let rules = context.organisation.settings.bodies.get(body);
    match (funnel.own_term(body), rules) {
        (None, None) => Err(Rejection::NotABody { party: body.clone() }),
        (term, rules) => {
            let OwnTerm { days, waiting_days } = term.unwrap_or_default();
            let waiting_days = waiting_days.max(rules.map_or(0, |rules| rules.waiting_days));
            Ok(OwnTerm { days, waiting_days })
        }
    }
}

/// Law 17: nobody can fill a project with consultations.
fn room(project: &Project) -> Result<(), Rejection> {
    let open = project.consultations.standing.values().filter(|known| !known.is_settled()).count();
    if open >= limits::CONSULTATIONS {
        return Err(Rejection::ListLength { count: open + 1, limit: limits::CONSULTATIONS });
    }
    Ok(())
}
