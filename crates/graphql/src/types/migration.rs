//! What going on under another version of the funnel would do (law 20).

use async_graphql::{Result, SimpleObject};
use engine::{Actor, CheckSubject, FunnelVersionId, Lifecycle, PhaseKey};

use crate::enums::CheckKind;
use crate::error::problem;
use crate::session::Session;
use crate::types::funnel::{ArtefactKind, Criterion, FunnelVersion, Phase, Spoken};
use crate::types::int;
use crate::types::people::Party;
use crate::types::project::Project;

/// What a migration would do to the open gate of a project; nothing is done yet.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct MigrationPreview {
    /// The version it would go on under.
    funnel: FunnelVersion,
    /// The phase it would be in.
    phase: Phase,
    #[graphql(skip)]
    spoken: Spoken,
    /// The version of now: only it has a name for what the other does not ask.
    #[graphql(skip)]
    spoken_now: Spoken,
    #[graphql(skip)]
    migration: engine::Migration,
}

/// Something that a gate asks.
#[derive(SimpleObject)]
pub struct Subject {
    /// What it is about.
    kind: CheckKind,
    /// The document, when it is about one.
    artefact: Option<ArtefactKind>,
    /// The criterion, when it is about one.
    criterion: Option<Criterion>,
    /// The party that answers it, or the body.
    party: Option<Party>,
    /// The number of the condition, consultation, change or signal.
    number: Option<i32>,
}

impl Subject {
    fn of(spoken: &Spoken, subject: &CheckSubject) -> Self {
        use CheckSubject as S;
        let (artefact, criterion, party, number) = match subject {
            S::Document(key) | S::Expiry(key) | S::Contract(key) => (Some(key), None, None, None),
            S::Criterion(key, party) => (None, Some(key), Some(party), None),
            S::Consultation { body, consultation, .. } => (None, None, Some(body), *consultation),
            S::Condition(number) | S::Change(number) | S::Signal(number) => (None, None, None, Some(*number)),
            S::Suspension(party) => (None, None, Some(party), None),
            S::Decision(_) | S::Work(_) => (None, None, None, None),
        };
        Self {
            kind: subject.into(),
            artefact: artefact.map(|key| spoken.kind(key)),
            criterion: criterion.and_then(|key| spoken.criterion(key, None)),
            party: party.map(|key| spoken.party(key)),
            number: number.map(int),
        }
    }

    fn all(spoken: &Spoken, subjects: &[CheckSubject]) -> Vec<Self> {
        subjects.iter().map(|subject| Self::of(spoken, subject)).collect()
    }
}

impl MigrationPreview {
    /// Asks the engine what the migration would do.
    ///
    /// # Errors
    /// `NOT_FOUND` for a version that is not there or a project that may not be seen; `REJECTED` as the migration itself.
    pub(crate) async fn of(
        session: &Session,
        project: &Project,
        to: FunnelVersionId,
        phase: Option<PhaseKey>,
    ) -> Result<Self> {
        if project.0.state.lifecycle != Lifecycle::Active {
            let lifecycle = project.0.state.lifecycle;
            return Err(problem(engine::Rejection::ProjectFinished { lifecycle }.into()));
        }
        let target = session.store.definition(session.principal.organisation, to).await.map_err(problem)?;
        let migration = project.ask(session, &Actor::System, |funnel, state, context| {
            let context = engine::Context { migrate_to: Some((to, &target.funnel)), ..context.clone() };
            engine::migration(funnel, state, &context, to, phase)
        });
        let migration = migration.map_err(|rejection| problem(rejection.into()))?;
        let spoken = Spoken { definition: target.clone(), language: session.language };
        let spoken_now = Spoken { definition: project.0.definition.clone(), language: session.language };
        let phase = spoken.phase(&migration.phase);
        Ok(Self { funnel: FunnelVersion { id: to, definition: target }, phase, spoken, spoken_now, migration })
    }
}

#[async_graphql::ComplexObject]
impl MigrationPreview {
    /// What is asked that was not asked, or not any more, before.
    #[graphql(complexity = "6 * child_complexity")]
    async fn opens(&self) -> Vec<Subject> {
        Subject::all(&self.spoken, &self.migration.opens)
    }

    /// What was asked and is asked no more.
    #[graphql(complexity = "6 * child_complexity")]
    async fn closes(&self) -> Vec<Subject> {
        Subject::all(&self.spoken_now, &self.migration.closes)
    }

    /// What is answered and stays so.
    #[graphql(complexity = "6 * child_complexity")]
    async fn stays(&self) -> Vec<Subject> {
        Subject::all(&self.spoken, &self.migration.stays)
    }
}
