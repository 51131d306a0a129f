//! What the open gate still wants to ask of bodies.

use async_graphql::SimpleObject;
use engine::{Actor, Command, ConsultationCommand, Right};
use time::Date;

use crate::enums::ConsultationRight;
use crate::session::Session;
use crate::types::funnel::{ArtefactKind, Gate};
use crate::types::int;
use crate::types::people::Party;
use crate::types::project::{Project, some_text};

/// A consultation that the open gate asks for and that is still to be opened, or opened anew.
#[derive(SimpleObject)]
pub struct ConsultationToOpen {
    /// The name within the gate; what `openConsultation` takes.
    key: String,
    /// The gate.
    gate: Option<Gate>,
    /// Which body.
    body: Party,
    /// What the body may do in this project; an agreement may leave it with information.
    right: ConsultationRight,
    /// Whether that is less than the funnel gives it, because the body agreed to it.
    by_agreement: bool,
    /// A suggestion for the question, in plain words.
    question: String,
    /// Working days that the body has at the least.
    term_days: i32,
    /// The last day of the term if it is opened today; null while it cannot be opened.
    due: Option<Date>,
    /// The document that is the plain summary; without one the lead writes it in the request.
    summary: Option<ArtefactKind>,
    /// The documents that the body should be shown.
    documents: Vec<ArtefactKind>,
    /// Those of them that are not there yet.
    missing: Vec<ArtefactKind>,
    /// Whether the body has members; without any it cannot be asked.
    has_members: bool,
    /// The number of the earlier consultation that it takes the place of.
    replaces: Option<i32>,
    /// Whether the viewer may open it, once its documents are there.
    viewer_can_open: bool,
}

impl ConsultationToOpen {
    /// What the open gate still waits for the lead to ask.
    pub(crate) fn all(project: &Project, session: &Session) -> Vec<Self> {
        let Some(readiness) = project.readiness_now(session) else { return Vec::new() };
        let tasks = readiness.checks.iter().flat_map(|check| &check.tasks);
        let kinds = tasks.filter_map(|task| match &task.kind {
            engine::TaskKind::OpenConsultation(kind) => Some(kind),
            _ => None,
        });
        let gate = project.0.definition.funnel.gate(&readiness.gate);
        kinds.filter_map(|kind| Some(Self::of(project, session, gate?, gate?.consultation(kind)?))).collect()
    }

    fn of(project: &Project, session: &Session, gate: &engine::Gate, kind: &engine::ConsultationKind) -> Self {
        let spoken = project.spoken(session);
        let summary = kind.summary.is_none().then(some_text);
        let command = ConsultationCommand::Open { kind: kind.key.clone(), question: some_text(), summary, due: None };
        let command = Command::Consultation { command };
        let lead = project.lead_actor();
        let opened = project.ask(session, &lead, |f, p, c| engine::decide(f, p, c, command.clone()));
        let (right, due) = match opened.as_deref() {
            Ok([engine::Event::Consultation { event, .. }]) => match event {
                engine::ConsultationEvent::Opened { right, term, .. } => (*right, Some(term.due)),
                _ => (Right::Information, None),
            },
            _ => (kind.right, None),
        };
        let missing = match &opened {
            Err(engine::Rejection::DocumentsMissing { artefacts }) => artefacts.as_slice(),
            _ => &[],
        };
        let earlier = project.0.state.consultations.for_gate(&gate.key, &kind.key);
        Self {
            key: kind.key.to_string(),
            gate: spoken.gate(&gate.key),
            body: spoken.party(&kind.body),
            right: right.into(),
            by_agreement: right != kind.right,
            question: session.language.pick(&kind.question),
            term_days: int(kind.term_days),
            due,
            summary: kind.summary.as_ref().map(|artefact| spoken.kind(artefact)),
            documents: kind.documents.iter().map(|document| spoken.kind(&document.artefact)).collect(),
            missing: missing.iter().map(|artefact| spoken.kind(artefact)).collect(),
            has_members: !project.0.roster.members.of(&kind.body).is_empty(),
            replaces: earlier.map(|(number, _)| int(number)),
            viewer_can_open: project.viewer_may(session, &command),
        }
    }
}

impl Project {
    /// The lead, as far as asking what the engine would answer needs one.
    pub(crate) fn lead_actor(&self) -> Actor {
        let roles = std::collections::BTreeSet::new();
        Actor::Person(engine::Person { id: self.0.state.lead, function: String::new(), roles })
    }
}
