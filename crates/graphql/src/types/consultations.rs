//! What bodies were asked and said about a project (laws 8 and 9).

use async_graphql::{Context, Object, Result, SimpleObject};
use engine::{
    Actor, AdviceVerdict as Verdict, CheckSubject, Command, ConsultationAct, ConsultationBlock, ConsultationCommand,
    Exhibit, Origin, Right, Settled, Step, Summary, TextRef,
};
use time::{Date, OffsetDateTime};

use crate::enums::{
    AdviceVerdict, ConsultationAction, ConsultationEnd, ConsultationLack, ConsultationOrigin, ConsultationRight,
    ConsultationStep, Following,
};
use crate::session::{Session, session};
use crate::types::funnel::{ArtefactKind, Gate};
use crate::types::people::Party;
use crate::types::project::{Project, some_text};
use crate::types::readiness::Evidence;
use crate::types::{instant, int, text};

/// One consultation.
#[derive(Clone)]
pub struct Consultation {
    project: Project,
    number: u32,
    known: engine::Consultation,
}

/// The time that a body has.
#[derive(SimpleObject)]
pub struct ConsultationTerm {
    /// Working days, at the least.
    days: i32,
    /// The last day; working days counted around the body's meetings and holidays.
    due: Date,
    /// The day of the one kind reminder.
    remind_on: Date,
    /// Whether that last day is behind us. Nothing follows from it by itself.
    passed: bool,
}

/// What a body said.
#[derive(SimpleObject)]
pub struct Advice {
    /// In one word.
    verdict: AdviceVerdict,
    /// In its own words; null when they were erased.
    text: Option<String>,
    /// What a minority thinks, where the body included it.
    minority: Option<String>,
    /// On which day.
    on: Option<Date>,
}

/// The provider's reasoned answer to advice.
#[derive(SimpleObject)]
pub struct Response {
    /// Whether the advice is followed.
    following: Following,
    /// Why, and what is done with each point; null when it was erased.
    reason: Option<String>,
}

impl Consultation {
    /// The consultation with this number, while it matters.
    pub(crate) fn of(project: &Project, number: u32) -> Option<Self> {
        let known = project.0.state.consultations.standing.get(&number)?.clone();
        Some(Self { project: project.clone(), number, known })
    }

    /// Every consultation that matters, newest first.
    pub(crate) fn all(project: &Project) -> Vec<Self> {
        let numbers = project.0.state.consultations.standing.keys().rev();
        numbers.filter_map(|number| Self::of(project, *number)).collect()
    }

    /// The bodies for which the viewer speaks and may begin something.
    pub(crate) fn bodies_of(project: &Project, session: &Session) -> Vec<Party> {
        let spoken = project.spoken(session);
        let begins = |body: &&engine::PartyKey| {
            let command = ConsultationCommand::Request { body: (*body).clone(), question: some_text() };
            project.viewer_can(session, Command::Consultation { command })
        };
        let parties = project.0.definition.funnel.parties.iter().map(|party| &party.key);
        parties.filter(begins).map(|body| spoken.party(body)).collect()
    }

    fn command(&self, act: ConsultationAct) -> Command {
        Command::Consultation { command: ConsultationCommand::On { consultation: self.number, act } }
    }

    /// What can be done at all, each as an act that fits where the consultation is.
    fn acts(&self, today: Date) -> Vec<(ConsultationAction, ConsultationAct)> {
        use ConsultationAction as A;
        let some = some_text();
        let later = self.known.term.map_or(today, |term| term.due.max(today));
        let until = later.next_day().unwrap_or(later);
        let verdict = match self.known.right {
            Right::Consent => Verdict::ConsentWithheld,
            Right::Advice | Right::Information => Verdict::Negative,
        };
        let advice = engine::Advice { verdict, text: some, minority: None };
        let response = engine::Response { following: engine::Following::Followed, reason: some };
        vec![
            (A::AcceptRequest, ConsultationAct::Accept { summary: some, documents: Vec::new(), due: None }),
            (A::DeclineRequest, ConsultationAct::Decline { reason: some }),
            (A::GiveOpinion, ConsultationAct::Opine { opinion: some }),
            (A::EstablishAdvice, ConsultationAct::Establish { advice }),
            (A::AskExtension, ConsultationAct::AskExtension { until, reason: some }),
            (A::ExtendTerm, ConsultationAct::Extend { until }),
            (A::KeepTerm, ConsultationAct::KeepTerm { reason: some }),
            (A::ReviseSummary, ConsultationAct::ReviseSummary { summary: Some(some) }),
            (A::ChooseTerm, ConsultationAct::ChooseTerm { choice: engine::TermChoice::Keep }),
            (A::RecordNoAnswer, ConsultationAct::RecordNoAnswer { note: None }),
            (A::Confer, ConsultationAct::Confer { on: today, note: some }),
            (A::RespondToAdvice, ConsultationAct::Respond { response }),
            (A::WithdrawConsultation, ConsultationAct::Withdraw { reason: some }),
            (A::SubstituteConsent, ConsultationAct::Substitute { on: today, text: some }),
            (A::ConfirmAdvice, ConsultationAct::Confirm),
        ]
    }

    /// What the engine would accept, as `command` puts it.
    fn accepted(&self, session: &Session, can: impl Fn(Command) -> bool) -> Vec<ConsultationAction> {
        let acts = self.acts(session.store.now().today).into_iter();
        acts.filter_map(|(action, act)| can(self.command(act)).then_some(action)).collect()
    }

    /// The advice that wants or wanted a response.
    fn advised(&self) -> Option<&engine::Advised> {
        self.known.advised.as_ref()
    }
}

#[Object]
impl Consultation {
    /// Its number in the project.
    async fn number(&self) -> i32 {
        int(self.number)
    }

    /// Which body.
    async fn body(&self, context: &Context<'_>) -> Result<Party> {
        Ok(self.project.spoken(session(context)?).party(&self.known.body))
    }

    /// What it may do.
    async fn right(&self) -> ConsultationRight {
        self.known.right.into()
    }

    /// What called for it.
    async fn origin(&self) -> ConsultationOrigin {
        match self.known.origin {
            Origin::Gate { .. } => ConsultationOrigin::Gate,
            Origin::Body => ConsultationOrigin::Body,
            Origin::Organisation => ConsultationOrigin::Organisation,
        }
    }

    /// The gate that called for it, where one did.
    async fn gate(&self, context: &Context<'_>) -> Result<Option<Gate>> {
        let Origin::Gate { gate, .. } = &self.known.origin else { return Ok(None) };
        Ok(self.project.spoken(session(context)?).gate(gate))
    }

    /// Which of the gate's consultations it is.
    async fn kind(&self) -> Option<&str> {
        match &self.known.origin {
            Origin::Gate { kind, .. } => Some(kind.as_str()),
            Origin::Body | Origin::Organisation => None,
        }
    }

    /// The question; null where a body advised of its own accord.
    async fn question(&self, context: &Context<'_>) -> Result<Option<String>> {
        text(context, self.known.question).await
    }

    /// The plain summary, where it was written in the request.
    async fn summary(&self, context: &Context<'_>) -> Result<Option<String>> {
        let Some(Summary::Text(summary)) = &self.known.summary else { return Ok(None) };
        text(context, Some(*summary)).await
    }

    /// The plain summary, where it is a document of the project.
    async fn summary_revision(&self, context: &Context<'_>) -> Result<Option<Evidence>> {
        let Some(Summary::Revision(revision)) = &self.known.summary else { return Ok(None) };
        Ok(Some(Evidence::of(&self.project.spoken(session(context)?), revision)))
    }

    /// The documents that the body was shown; its answer rests on them.
    #[graphql(complexity = "4 * child_complexity")]
    async fn exhibits(&self, context: &Context<'_>) -> Result<Vec<Evidence>> {
        let spoken = self.project.spoken(session(context)?);
        let document = |exhibit: &Exhibit| match exhibit {
            Exhibit::Document(evidence) => Some(Evidence::of(&spoken, evidence)),
            Exhibit::Funnel(_) | Exhibit::Evidence { .. } => None,
        };
        Ok(self.known.exhibits.iter().filter_map(document).collect())
    }

    /// When the body was asked, or began by itself.
    async fn opened_at(&self) -> OffsetDateTime {
        instant(self.known.opened.at)
    }

    /// Since when it is where it is.
    async fn since(&self) -> OffsetDateTime {
        instant(self.known.since)
    }

    /// The body's time, once it was asked.
    async fn term(&self, context: &Context<'_>) -> Result<Option<ConsultationTerm>> {
        let today = session(context)?.store.now().today;
        Ok(self.known.term.map(|term| ConsultationTerm {
            days: int(term.days),
            due: term.due,
            remind_on: term.remind,
            passed: term.due < today,
        }))
    }

    /// The last day of the term before a new summary, until the chair chooses.
    async fn due_before(&self) -> Option<Date> {
        self.known.term_before.map(|term| term.due)
    }

    /// Until when the body asked for more time, until the lead answers.
    async fn extension_asked(&self) -> Option<Date> {
        self.known.extension_asked
    }

    /// Calendar days between a response that deviates and the decision.
    async fn waiting_days(&self) -> i32 {
        int(self.known.waiting_days)
    }

    /// Where it is.
    async fn step(&self) -> ConsultationStep {
        (&self.known.step).into()
    }

    /// How it was closed; null until then.
    async fn ended_as(&self) -> Option<ConsultationEnd> {
        match &self.known.step {
            Step::Settled { how, .. } => Some((*how).into()),
            _ => None,
        }
    }

    /// The first day on which the gate may be decided, where the body's law gives a waiting time.
    async fn waits_until(&self) -> Option<Date> {
        match &self.known.step {
            Step::Settled { waits_until, .. } => *waits_until,
            _ => None,
        }
    }

    /// What it still lacks before *go*.
    async fn lacks(&self, context: &Context<'_>) -> Result<Vec<ConsultationLack>> {
        let readiness = self.project.readiness_now(session(context)?);
        let of_this =
            |on: &CheckSubject| matches!(on, CheckSubject::Consultation { consultation: Some(n), .. } if *n == self.number);
        let checks = readiness.iter().flat_map(|readiness| &readiness.checks).filter(|check| of_this(&check.on));
        Ok(checks.flat_map(|check| &check.blockers).filter_map(lack).map(ConsultationLack::from).collect())
    }

    /// The words that the body's right lets it choose from.
    async fn verdicts(&self) -> Vec<AdviceVerdict> {
        const ALL: [Verdict; 5] = [
            Verdict::Positive,
            Verdict::PositiveWithPoints,
            Verdict::Negative,
            Verdict::ConsentGiven,
            Verdict::ConsentWithheld,
        ];
        ALL.into_iter().filter(|verdict| verdict.fits(self.known.right)).map(AdviceVerdict::from).collect()
    }

    /// What the body said; null until its chair establishes it.
    async fn advice(&self, context: &Context<'_>) -> Result<Option<Advice>> {
        if let Some(engine::Advised { advice, on, .. }) = self.advised() {
            return Ok(Some(Advice {
                verdict: advice.verdict.into(),
                text: text(context, Some(advice.text)).await?,
                minority: text(context, advice.minority).await?,
                on: Some(*on),
            }));
        }
        let verdict = match &self.known.step {
            Step::Withheld => Verdict::ConsentWithheld,
            Step::Settled { how: Settled::Answered(verdict), .. } => *verdict,
            _ => return Ok(None),
        };
        Ok(Some(Advice { verdict: verdict.into(), text: None, minority: None, on: None }))
    }

    /// The day of the last conversation about the advice (overleg).
    async fn conferred_on(&self) -> Option<Date> {
        self.advised().and_then(|advised| advised.conferred)
    }

    /// The provider's answer to the advice.
    async fn response(&self, context: &Context<'_>) -> Result<Option<Response>> {
        let Some(following) = self.advised().and_then(|advised| advised.following) else { return Ok(None) };
        let reason: Option<TextRef> = None;
        Ok(Some(Response { following: following.into(), reason: text(context, reason).await? }))
    }

    /// What the viewer can do in it now.
    async fn viewer_can(&self, context: &Context<'_>) -> Result<Vec<ConsultationAction>> {
        let session = session(context)?;
        Ok(self.accepted(session, |command| self.project.viewer_can(session, command)))
    }

    /// What the viewer can enter for somebody of the body who answered elsewhere (law 14).
    async fn viewer_can_record(&self, context: &Context<'_>) -> Result<Vec<ConsultationAction>> {
        let session = session(context)?;
        let body = &self.known.body;
        Ok(self.accepted(session, |command| self.project.viewer_can_record(session, body, &command)))
    }
}

fn lack(blocker: &engine::Blocker) -> Option<ConsultationBlock> {
    match blocker {
        engine::Blocker::Consultation { lacks, .. } => Some(*lacks),
        _ => None,
    }
}

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
