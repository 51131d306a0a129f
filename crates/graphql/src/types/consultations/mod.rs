//! What bodies were asked and said about a project (laws 8 and 9).

mod register;
mod to_open;

use std::sync::Arc;

use async_graphql::dataloader::DataLoader;
use async_graphql::{Context, Object, Result, SimpleObject};
use engine::{
    AdviceVerdict as Verdict, CheckSubject, Command, ConsultationAct, ConsultationBlock, ConsultationCommand,
    ConsultationEvent, Event, Exhibit, OrganisationCommand, Origin, ProjectId, Right, Settled, Step, Summary, TextRef,
};
use persistence::{Roster, TimelineItem};
use time::{Date, OffsetDateTime};

pub use self::register::RegisteredConsultation;
pub use self::to_open::ConsultationToOpen;
use crate::enums::{
    AdviceVerdict, ConsultationAction, ConsultationEnd, ConsultationLack, ConsultationOrigin, ConsultationRight,
    ConsultationStep, Following,
};
use crate::error::{ErrorCode, problem, refuse};
use crate::loaders::ConsultationLoader;
use crate::session::{Session, session};
use crate::types::evidence::EvidenceName;
use crate::types::funnel::{FunnelVersion, Gate};
use crate::types::organisation::Own;
use crate::types::people::{Party, Person};
use crate::types::project::{Project, some_text};
use crate::types::readiness::Evidence;
use crate::types::{instant, int, text};

/// One consultation.
#[derive(Clone)]
pub struct Consultation {
    place: Place,
    number: u32,
    known: engine::Consultation,
}

/// Whose consultation it is.
#[derive(Clone)]
enum Place {
    Project(Project),
    Organisation(Own),
}

impl Place {
    fn party(&self, session: &Session, key: &engine::PartyKey) -> Party {
        match self {
            Self::Project(project) => project.spoken(session).party(key),
            Self::Organisation(own) => own.party(key),
        }
    }

    fn project(&self) -> Option<&Project> {
        match self {
            Self::Project(project) => Some(project),
            Self::Organisation(_) => None,
        }
    }
}

/// What a consultation of the organisation is about.
#[derive(SimpleObject)]
pub struct ConsultationSubject {
    /// A version of a funnel.
    funnel: Option<FunnelVersion>,
    /// Evidence of the organisation.
    evidence: Option<EvidenceName>,
    /// The revision of that evidence.
    revision: Option<i32>,
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
        Some(Self { place: Place::Project(project.clone()), number, known })
    }

    /// Every consultation of the organisation that matters, newest first.
    pub(crate) fn of_organisation(own: &Own) -> Vec<Self> {
        let standing = own.state().consultations.standing.iter().rev();
        let one = |(number, known): (&u32, &engine::Consultation)| Self {
            place: Place::Organisation(own.clone()),
            number: *number,
            known: known.clone(),
        };
        standing.map(one).collect()
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

    /// Whether the engine would accept this act of the viewer now.
    fn can(&self, session: &Session, act: ConsultationAct) -> bool {
        let consultation = self.number;
        match &self.place {
            Place::Project(project) => {
                let command = ConsultationCommand::On { consultation, act };
                project.viewer_can(session, Command::Consultation { command })
            }
            Place::Organisation(own) => own.can(session, OrganisationCommand::Consultation { consultation, act }),
        }
    }

    /// Whether the viewer may enter this act for somebody of the body; nothing of the organisation is entered so.
    fn can_record(&self, session: &Session, act: ConsultationAct) -> bool {
        let command = ConsultationCommand::On { consultation: self.number, act };
        let command = Command::Consultation { command };
        self.place.project().is_some_and(|project| project.viewer_can_record(session, &self.known.body, &command))
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
    fn accepted(&self, session: &Session, can: impl Fn(ConsultationAct) -> bool) -> Vec<ConsultationAction> {
        let acts = self.acts(session.store.now().today).into_iter();
        acts.filter_map(|(action, act)| can(act).then_some(action)).collect()
    }

    /// The last thing of its kind that was said in this consultation, as its log has it.
    async fn said<T>(
        &self,
        context: &Context<'_>,
        find: &(dyn Fn(&ConsultationEvent, Date) -> Option<T> + Sync),
    ) -> Result<Option<T>> {
        let Some(project) = self.place.project() else { return Ok(None) };
        let log = log_of(context, project.0.state.id).await?;
        let of_this = log.iter().rev().filter_map(|item| match item.recorded.event.answer() {
            Event::Consultation { consultation, event } if *consultation == self.number => {
                find(event, item.recorded.at.today)
            }
            _ => None,
        });
        Ok({ of_this }.next())
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
        Ok(self.place.party(session(context)?, &self.known.body))
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
        let session = session(context)?;
        let (Origin::Gate { gate, .. }, Some(project)) = (&self.known.origin, self.place.project()) else { return Ok(None) };
        Ok(project.spoken(session).gate(gate))
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
        let session = session(context)?;
        let (Some(Summary::Revision(revision)), Some(project)) = (&self.known.summary, self.place.project()) else {
            return Ok(None);
        };
        Ok(Some(Evidence::of(&project.spoken(session), revision)))
    }

    /// The documents that the body was shown; its answer rests on them.
    #[graphql(complexity = "4 * child_complexity")]
    async fn exhibits(&self, context: &Context<'_>) -> Result<Vec<Evidence>> {
        let session = session(context)?;
        let Some(spoken) = self.place.project().map(|project| project.spoken(session)) else { return Ok(Vec::new()) };
        let document = |exhibit: &Exhibit| match exhibit {
            Exhibit::Document(evidence) => Some(Evidence::of(&spoken, evidence)),
            Exhibit::Funnel(_) | Exhibit::Evidence { .. } => None,
        };
        Ok(self.known.exhibits.iter().filter_map(document).collect())
    }

    /// What a consultation of the organisation is about.
    async fn about(&self, context: &Context<'_>) -> Result<Vec<ConsultationSubject>> {
        let session = session(context)?;
        let Place::Organisation(own) = &self.place else { return Ok(Vec::new()) };
        let mut about = Vec::new();
        for exhibit in &self.known.exhibits {
            about.push(match exhibit {
                Exhibit::Funnel(id) => {
                    let definition = session.store.definition(session.principal.organisation, *id).await.map_err(problem)?;
                    let funnel = Some(FunnelVersion { id: *id, definition });
                    ConsultationSubject { funnel, evidence: None, revision: None }
                }
                Exhibit::Evidence { evidence, revision, .. } => ConsultationSubject {
                    funnel: None,
                    evidence: Some(EvidenceName::of(&own.roster, session.language, evidence)),
                    revision: Some(int(*revision)),
                },
                Exhibit::Document(_) => continue,
            });
        }
        Ok(about)
    }

    /// What its members said among themselves, oldest first: for the body and its coach alone, nothing for others.
    #[graphql(complexity = "10 * child_complexity")]
    async fn opinions(&self, context: &Context<'_>) -> Result<Vec<Opinion>> {
        let session = session(context)?;
        let (opinions, roster) = match &self.place {
            Place::Project(project) => {
                let id = project.0.state.id;
                (session.store.opinions(&session.principal, id, self.number).await, &project.0.roster)
            }
            Place::Organisation(own) => {
                (session.store.organisation_opinions(&session.principal, self.number).await, &own.roster)
            }
        };
        let one = |opinion| Opinion { roster: Arc::clone(roster), opinion };
        Ok(opinions.map_err(problem)?.into_iter().map(one).collect())
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
        let session = session(context)?;
        let readiness = self.place.project().and_then(|project| project.readiness_now(session));
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
        // The state keeps advice while it waits for an answer; the log keeps it for good.
        let advice = self.said(context, &advice).await?;
        Ok(Some(Advice {
            verdict: verdict.into(),
            text: text(context, advice.as_ref().map(|(advice, _)| advice.text)).await?,
            minority: text(context, advice.as_ref().and_then(|(advice, _)| advice.minority)).await?,
            on: advice.map(|(_, on)| on),
        }))
    }

    /// The day of the last conversation about the advice (overleg).
    async fn conferred_on(&self) -> Option<Date> {
        self.advised().and_then(|advised| advised.conferred)
    }

    /// The provider's answer to the advice.
    async fn response(&self, context: &Context<'_>) -> Result<Option<Response>> {
        let Some(following) = self.advised().and_then(|advised| advised.following) else { return Ok(None) };
        let reason = self.said(context, &response).await?;
        Ok(Some(Response { following: following.into(), reason: text(context, reason).await? }))
    }

    /// What the viewer can do in it now.
    async fn viewer_can(&self, context: &Context<'_>) -> Result<Vec<ConsultationAction>> {
        let session = session(context)?;
        Ok(self.accepted(session, |act| self.can(session, act)))
    }

    /// What the viewer can enter for somebody of the body who answered elsewhere (law 14).
    async fn viewer_can_record(&self, context: &Context<'_>) -> Result<Vec<ConsultationAction>> {
        let session = session(context)?;
        Ok(self.accepted(session, |act| self.can_record(session, act)))
    }
}

/// What happened in the consultations of a project, oldest first; of many projects it is read at once. One that went out of
/// sight meanwhile has nothing.
async fn log_of(context: &Context<'_>, project: ProjectId) -> Result<Arc<Vec<TimelineItem>>> {
    let logs = context.data::<DataLoader<ConsultationLoader>>()?;
    let found = logs.load_one(project).await.map_err(|error| {
        tracing::error!(%error, "what happened in a consultation could not be read");
        refuse(ErrorCode::Unavailable, "what happened in a consultation could not be read")
    })?;
    Ok(found.unwrap_or_default())
}

fn advice(event: &ConsultationEvent, on: Date) -> Option<(engine::Advice, Date)> {
    match event {
        ConsultationEvent::Established { advice, .. } | ConsultationEvent::Volunteered { advice, .. } => {
            Some((advice.clone(), on))
        }
        _ => None,
    }
}

fn response(event: &ConsultationEvent, _: Date) -> Option<TextRef> {
    match event {
        ConsultationEvent::Responded { response, .. } => Some(response.reason),
        _ => None,
    }
}

/// What one member of a body said among its members.
pub struct Opinion {
    roster: Arc<Roster>,
    opinion: persistence::Opinion,
}

#[Object]
impl Opinion {
    /// Whose opinion it is, also where the coach wrote it down.
    async fn person(&self) -> Option<Person> {
        self.opinion.person.map(|id| Person::of(&self.roster, id))
    }

    /// Who wrote it down.
    async fn by(&self) -> Option<Person> {
        self.opinion.by.map(|id| Person::of(&self.roster, id))
    }

    /// When.
    async fn at(&self) -> OffsetDateTime {
        instant(self.opinion.at.at)
    }

    /// What they said; null when it was erased.
    async fn text(&self, context: &Context<'_>) -> Result<Option<String>> {
        text(context, Some(self.opinion.text)).await
    }
}

fn lack(blocker: &engine::Blocker) -> Option<ConsultationBlock> {
    match blocker {
        engine::Blocker::Consultation { lacks, .. } => Some(*lacks),
        _ => None,
    }
}
