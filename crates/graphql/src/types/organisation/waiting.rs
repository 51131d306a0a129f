//! What waits in the organisation itself.

use async_graphql::{Context, ID, Object, Result};
use engine::TaskKind as Kind;
use time::{Date, OffsetDateTime};

use super::Own;
use crate::enums::{ConsultationTask, TaskKind};
use crate::error::problem;
use crate::session::{Session, session};
use crate::types::evidence::EvidenceName;
use crate::types::people::{Party, Person};
use crate::types::{instant, int};

/// Something that waits for a party or person, about no project in particular.
pub struct OrganisationTask {
    own: Own,
    waiting: persistence::OrganisationTask,
}

impl OrganisationTask {
    pub(super) async fn all(own: &Own, session: &Session) -> Result<Vec<Self>> {
        let tasks = session.store.organisation_tasks(&session.principal).await.map_err(problem)?;
        Ok(tasks.into_iter().map(|waiting| Self { own: own.clone(), waiting }).collect())
    }

    fn task(&self) -> &engine::Task {
        &self.waiting.task
    }
}

#[Object]
impl OrganisationTask {
    /// Id.
    async fn id(&self) -> ID {
        ID(format!("{}/{}", self.own.state().id, String::from(self.task().kind.clone())))
    }

    /// What is asked.
    async fn kind(&self) -> TaskKind {
        (&self.task().kind).into()
    }

    /// Whether it waits for the viewer or a party of the viewer.
    async fn mine(&self) -> bool {
        self.waiting.mine
    }

    /// The evidence it is about.
    async fn evidence(&self) -> Option<EvidenceName> {
        match &self.task().kind {
            Kind::JudgeEvidence(id) | Kind::SubmitEvidence(id) => {
                Some(EvidenceName::of(&self.own.roster, self.own.language, id))
            }
            _ => None,
        }
    }

    /// The number of the consultation it is about.
    async fn consultation(&self) -> Option<i32> {
        match &self.task().kind {
            Kind::Consultation(_, number) => Some(int(*number)),
            _ => None,
        }
    }

    /// What is asked in the consultation.
    async fn consultation_task(&self) -> Option<ConsultationTask> {
        match &self.task().kind {
            Kind::Consultation(what, _) => Some((*what).into()),
            _ => None,
        }
    }

    /// The party it waits for, if it is one.
    async fn party(&self) -> Option<Party> {
        match &self.task().waits_for {
            engine::Waiter::Party(key) => Some(self.own.party(key)),
            engine::Waiter::Person(_) => None,
        }
    }

    /// The person it waits for, if it is one.
    async fn person(&self) -> Option<Person> {
        match &self.task().waits_for {
            engine::Waiter::Party(_) => None,
            engine::Waiter::Person(id) => Some(self.own.person(*id)),
        }
    }

    /// Since when.
    async fn since(&self) -> OffsetDateTime {
        instant(self.task().since)
    }

    /// Until when.
    async fn due(&self) -> Date {
        self.task().due
    }

    /// Whether that date is behind us.
    async fn late(&self, context: &Context<'_>) -> Result<bool> {
        Ok(self.task().due < session(context)?.store.now().today)
    }
}
