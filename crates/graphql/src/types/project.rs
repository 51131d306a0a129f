//! A project as the screens see it. Everything is computed from one row that was read once.

use std::sync::{Arc, OnceLock};

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use engine::{Actor, ArtefactKey, Command, GateKey, TextRef};
use persistence::ProjectView;
use time::OffsetDateTime;

use crate::enums::{Lifecycle, PhaseState, ProjectAction};
use crate::error::problem;
use crate::session::{Session, session};
use crate::types::artefact::Artefact;
use crate::types::asked_again::asked_again;
use crate::types::conditions::Condition;
use crate::types::consultations::{Consultation, ConsultationToOpen, RegisteredConsultation};
use crate::types::facts::Fact;
use crate::types::funnel::{FunnelVersion, Phase, Spoken};
use crate::types::in_use::InUse;
use crate::types::people::{Party, Person};
use crate::types::readiness::{Check, Readiness};
use crate::types::recorded::{ContestedDecision, Early, Record};
use crate::types::rollouts::Emergency;
use crate::types::tasks::Task;
use crate::types::timeline::EventConnection;
use crate::types::{instant, int, page_request, page_weight, text};

/// One project. Cheap to clone.
#[derive(Clone)]
pub struct Project(pub(crate) Arc<ProjectView>, Arc<OnceLock<Option<Arc<engine::Readiness>>>>);

impl Project {
    pub(crate) fn new(view: ProjectView) -> Self {
        Self(Arc::new(view), Arc::default())
    }

    pub(crate) fn spoken(&self, session: &Session) -> Spoken {
        Spoken { definition: self.0.definition.clone(), language: session.language }
    }

    /// Asks the engine something about this project for one actor.
    pub(crate) fn ask<T>(
        &self,
        session: &Session,
        actor: &Actor,
        question: impl FnOnce(&engine::Funnel, &engine::Project, &engine::Context<'_>) -> T,
    ) -> T {
        let context = engine::Context {
            actor,
            now: session.store.now(),
            parties: &self.0.roster.members,
            organisation: &self.0.roster.organisation,
            on_behalf_of: None,
            calendar: session.store.calendar(),
            migrate_to: None,
            submission: None,
        };
        question(&self.0.definition.funnel, &self.0.state, &context)
    }

    /// Whether the engine would accept this command of the viewer now.
    pub(crate) fn viewer_can(&self, session: &Session, command: Command) -> bool {
        self.ask(session, &session.principal.actor, |f, p, c| engine::decide(f, p, c, command).is_ok())
    }

    /// Whether the viewer has the right to this command at all.
    pub(crate) fn viewer_may(&self, session: &Session, command: &Command) -> bool {
        self.0.state.lifecycle == engine::Lifecycle::Active
            && self.ask(session, &session.principal.actor, |f, p, c| engine::permit(f, p, c, command).is_ok())
    }

    /// How far the open gate is. Many fields of one answer ask it, so it is found out once.
    pub(crate) fn readiness_now(&self, session: &Session) -> Option<Arc<engine::Readiness>> {
        let ask = || self.ask(session, &Actor::System, engine::readiness).map(Arc::new);
        self.1.get_or_init(ask).clone()
    }

    pub(crate) fn person(&self, id: engine::PersonId) -> Person {
        Person::of(&self.0.roster, id)
    }
}

/// A text that stands for any text when the engine is asked whether something would be allowed.
pub(crate) fn some_text() -> TextRef {
    TextRef { id: engine::ContentId(uuid::Uuid::nil()), hash: engine::Hash([0; 32]) }
}

#[Object]
impl Project {
    /// Id.
    async fn id(&self) -> ID {
        ID(self.0.state.id.to_string())
    }

    /// What it is called; empty when erased.
    async fn title(&self) -> &str {
        &self.0.title
    }

    /// What it is about; empty when erased.
    async fn summary(&self, context: &Context<'_>) -> Result<String> {
        match &self.0.summary {
            Some(summary) => Ok(summary.clone()),
            None => Ok(text(context, Some(self.0.state.summary)).await?.unwrap_or_default()),
        }
    }

    /// Who leads it.
    async fn lead(&self) -> Person {
        self.person(self.0.state.lead)
    }

    /// Whether it still moves.
    async fn lifecycle(&self) -> Lifecycle {
        self.0.state.lifecycle.into()
    }

    /// Its last event; grows with every change.
    async fn version(&self) -> i32 {
        int(self.0.state.sequence)
    }

    /// When everything that stopping or retiring asks for was done.
    async fn closed_at(&self) -> Option<OffsetDateTime> {
        self.0.state.closed.map(|moment| instant(moment.at))
    }

    /// Set while its gate is on hold: when it is looked at again.
    async fn review_on(&self) -> Option<time::Date> {
        self.0.state.hold.map(|hold| hold.review_on)
    }

    /// When its recurring gate opens next; null while it is open, or where none recurs.
    async fn next_round_on(&self) -> Option<time::Date> {
        self.0.state.planned.as_ref().map(|planned| planned.on)
    }

    /// What earlier decisions still demand, oldest first.
    #[graphql(complexity = "12 * child_complexity")]
    async fn conditions(&self) -> Vec<Condition> {
        Condition::all(self)
    }

    /// What bodies were asked and said, as far as it still matters; newest first.
    #[graphql(complexity = "6 * child_complexity")]
    async fn consultations(&self) -> Vec<Consultation> {
        Consultation::all(self)
    }

    /// One consultation by its number; null when it is over, or there is none.
    async fn consultation(&self, number: i32) -> Option<Consultation> {
        Consultation::of(self, u32::try_from(number).ok()?)
    }

    /// Every consultation that there was and what became of it, newest first.
    #[graphql(complexity = "12 * child_complexity")]
    async fn consultation_register(&self, context: &Context<'_>) -> Result<Vec<RegisteredConsultation>> {
        RegisteredConsultation::all(self, session(context)?).await
    }

    /// The consultations that the open gate asks for and that are still to be opened.
    #[graphql(complexity = "4 * child_complexity")]
    async fn consultations_to_open(&self, context: &Context<'_>) -> Result<Vec<ConsultationToOpen>> {
        Ok(ConsultationToOpen::all(self, session(context)?))
    }

    /// The bodies for which the viewer may ask to be asked, or advise unasked.
    async fn viewer_can_volunteer_for(&self, context: &Context<'_>) -> Result<Vec<Party>> {
        Ok(Consultation::bodies_of(self, session(context)?))
    }

    /// What happens around and after going live.
    async fn in_use(&self) -> InUse {
        InUse(self.clone())
    }

    /// Use before the gate decided.
    async fn emergency(&self) -> Emergency {
        Emergency(self.clone())
    }

    /// What came too early.
    async fn early(&self) -> Early {
        Early(self.clone())
    }

    /// Who supplies what it brings in, by key.
    async fn suppliers(&self) -> Vec<String> {
        self.0.state.suppliers.iter().map(ToString::to_string).collect()
    }

    /// Answers that were entered for somebody and can still be contested, oldest first.
    #[graphql(complexity = "6 * child_complexity")]
    async fn records(&self, context: &Context<'_>) -> Result<Vec<Record>> {
        Ok(Record::all(self, session(context)?.store.now().today))
    }

    /// Decisions that were contested and not looked at anew.
    #[graphql(complexity = "2 * child_complexity")]
    async fn contested_decisions(&self) -> Vec<ContestedDecision> {
        ContestedDecision::all(self)
    }

    /// What the viewer can do with it now, beside answering and deciding its gate.
    #[graphql(name = "viewerCan")]
    async fn viewer_can_now(&self, context: &Context<'_>) -> Result<Vec<ProjectAction>> {
        Ok(self.actions(session(context)?))
    }

    /// The phases in which the viewer may let it go on, when it was stopped.
    async fn reopens_in(&self, context: &Context<'_>) -> Result<Vec<Phase>> {
        let session = session(context)?;
        let spoken = self.spoken(session);
        Ok(self.phases_to_reopen(session).iter().map(|phase| spoken.phase(phase)).collect())
    }

    /// In which phase it is.
    async fn phase(&self, context: &Context<'_>) -> Result<Phase> {
        Ok(self.spoken(session(context)?).phase(&self.0.state.phase))
    }

    /// Since when.
    async fn phase_since(&self) -> OffsetDateTime {
        instant(self.0.state.phase_since.at)
    }

    /// When it started.
    async fn created_at(&self) -> OffsetDateTime {
        instant(self.0.created_at)
    }

    /// When it last changed.
    async fn updated_at(&self) -> OffsetDateTime {
        instant(self.0.updated_at)
    }

    /// On which version of the funnel.
    async fn funnel(&self) -> FunnelVersion {
        FunnelVersion { id: self.0.state.funnel, definition: self.0.definition.clone() }
    }

    /// The phases of the funnel, in order, with where the project stands.
    #[graphql(complexity = "8 * child_complexity")]
    async fn phases(&self, context: &Context<'_>) -> Result<Vec<ProjectPhase>> {
        let spoken = self.spoken(session(context)?);
        let phases = &self.0.definition.funnel.phases;
        let current = phases.iter().position(|p| p.key == self.0.state.phase).unwrap_or(0);
        let one = |(at, phase): (usize, &engine::Phase)| ProjectPhase {
            phase: spoken.phase(&phase.key),
            state: match at.cmp(&current) {
                std::cmp::Ordering::Less => PhaseState::Done,
                std::cmp::Ordering::Equal => PhaseState::Current,
                std::cmp::Ordering::Greater => PhaseState::Later,
            },
            entered_at: self.0.state.entered.get(&phase.key).map(|moment| instant(moment.at)),
        };
        Ok(phases.iter().enumerate().map(one).collect())
    }

    /// How far the open gate is; null when none is open.
    async fn readiness(&self, context: &Context<'_>) -> Result<Option<Readiness>> {
        let readiness = self.readiness_now(session(context)?);
        Ok(readiness.map(|readiness| Readiness { project: self.clone(), readiness }))
    }

    /// Criteria that are asked again while no open gate asks them, for each party: because something changed, went wrong or
    /// ran out (law 12).
    #[graphql(complexity = "4 * child_complexity")]
    async fn asked_again(&self, context: &Context<'_>) -> Result<Vec<Check>> {
        Ok(asked_again(self, session(context)?))
    }

    /// Questions about the project and their answers.
    #[graphql(complexity = "10 * child_complexity")]
    async fn facts(&self) -> Vec<Fact> {
        let facts = &self.0.definition.funnel.facts;
        facts.iter().map(|fact| Fact::new(self.clone(), fact.key.clone())).collect()
    }

    /// The documents: those the open gate needs first, then those with a revision, then the others of the funnel.
    #[graphql(complexity = "10 * child_complexity")]
    async fn artefacts(&self, context: &Context<'_>) -> Result<Vec<Artefact>> {
        let session = session(context)?;
        let mut kinds: Vec<_> = self.0.definition.funnel.artefacts.iter().map(|kind| &kind.key).collect();
        kinds.sort_by_cached_key(|key| (!self.needs(session, key), !self.0.state.artefacts.contains_key(key)));
        Ok(kinds.into_iter().map(|key| Artefact::new(self.clone(), key.clone())).collect())
    }

    /// One document by its key; null when the funnel has none of that name.
    async fn artefact(&self, key: String) -> Option<Artefact> {
        let key = ArtefactKey::parse(key).ok()?;
        self.0.definition.funnel.artefact(&key)?;
        Some(Artefact::new(self.clone(), key))
    }

    /// Which parties take part, and since when.
    #[graphql(complexity = "10 * child_complexity")]
    async fn involvement(&self, context: &Context<'_>) -> Result<Vec<Involvement>> {
        let spoken = self.spoken(session(context)?);
        let one = |(key, since): (&engine::PartyKey, &engine::Moment)| Involvement {
            party: spoken.party(key),
            since: instant(since.at),
            people: self.0.roster.members.of(key).iter().map(|member| self.person(member.person)).collect(),
        };
        let mut involved: Vec<_> = self.0.state.involved.iter().collect();
        involved.sort_by_key(|(_, since)| **since);
        Ok(involved.into_iter().map(one).collect())
    }

    /// What waits for whom.
    #[graphql(complexity = "10 * child_complexity")]
    async fn tasks(&self, context: &Context<'_>) -> Result<Vec<Task>> {
        let tasks = self.ask(session(context)?, &Actor::System, engine::tasks);
        Ok(tasks.into_iter().map(|task| Task::of_project(self, task)).collect())
    }

    /// What happened, newest first.
    #[graphql(complexity = "page_weight(first, child_complexity)")]
    async fn timeline(
        &self,
        context: &Context<'_>,
        #[graphql(default = 30)] first: i32,
        after: Option<String>,
    ) -> Result<EventConnection> {
        let session = session(context)?;
        let request = page_request(first, after.as_deref())?;
        let page = session.store.timeline(&session.principal, self.0.state.id, &request).await.map_err(problem)?;
        let standing = self.0.state.consultations.standing.iter();
        let bodies = standing.map(|(number, known)| (*number, known.body.clone())).collect();
        Ok(EventConnection::of(&self.spoken(session), &self.0.roster, bodies, page))
    }

    /// Whether the viewer answers questions about the project.
    async fn viewer_can_answer_facts(&self, context: &Context<'_>) -> Result<bool> {
        let nothing = Command::AnswerFacts { answers: std::collections::BTreeMap::new() };
        Ok(self.viewer_may(session(context)?, &nothing))
    }
}

impl Project {
    /// Whether the open gate needs this document.
    pub(crate) fn needs(&self, session: &Session, artefact: &ArtefactKey) -> bool {
        let about = |check: &engine::Check| matches!(&check.on, engine::CheckSubject::Document(key) if key == artefact);
        self.readiness_now(session).is_some_and(|readiness| readiness.checks.iter().any(about))
    }

    /// The gate whose round is open.
    pub(crate) fn open_gate(&self) -> Option<&GateKey> {
        self.0.state.round.as_ref().map(|round| &round.gate)
    }
}

/// A phase of the funnel and where the project stands.
#[derive(SimpleObject)]
pub struct ProjectPhase {
    /// Which.
    phase: Phase,
    /// Behind, in, or before it.
    state: PhaseState,
    /// When the project first came into it.
    entered_at: Option<OffsetDateTime>,
}

/// A party that takes part.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct Involvement {
    /// Which.
    party: Party,
    /// Since when.
    since: OffsetDateTime,
    #[graphql(skip)]
    people: Vec<Person>,
}

#[async_graphql::ComplexObject]
impl Involvement {
    /// Who belongs to it now.
    #[graphql(complexity = "5 * child_complexity")]
    async fn people(&self) -> &[Person] {
        &self.people
    }
}
