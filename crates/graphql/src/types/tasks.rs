//! What waits for whom.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use engine::{PhaseKey, TaskKind as Kind};
use persistence::{PageRequest, Roster, TaskFilter};
use time::{Date, OffsetDateTime};

use crate::enums::{ConsultationTask, TaskKind, TaskList};
use crate::error::problem;
use crate::session::{Session, session};
use crate::types::evidence::EvidenceName;
use crate::types::funnel::{ArtefactKind, Criterion, Gate, Spoken};
use crate::types::page::PageInfo;
use crate::types::people::{Party, Person};
use crate::types::project::Project;
use crate::types::task_about::about;
use crate::types::{instant, int};

/// Something that waits for a party or person.
#[derive(Clone)]
pub struct Task {
    spoken: Spoken,
    roster: Arc<Roster>,
    project: TaskProject,
    /// In which phase the project is: a criterion is asked as the gate of that phase asks it.
    phase: PhaseKey,
    task: engine::Task,
    of: engine::ProjectId,
    /// The project, where the task was asked of it.
    known: Option<Project>,
}

/// The project of a task.
#[derive(Clone, SimpleObject)]
pub struct TaskProject {
    /// Id.
    id: ID,
    /// What it is called.
    title: String,
}

impl TaskProject {
    pub(crate) fn new(id: engine::ProjectId, title: String) -> Self {
        Self { id: ID(id.to_string()), title }
    }
}

impl Task {
    pub(crate) fn of_project(project: &Project, task: engine::Task) -> Self {
        Self {
            // Names are only asked of a task when it is shown, in the language of then.
            spoken: Spoken { definition: project.0.definition.clone(), language: crate::session::Language::default() },
            roster: project.0.roster.clone(),
            project: TaskProject::new(project.0.state.id, project.0.title.clone()),
            phase: project.0.state.phase.clone(),
            task,
            of: project.0.state.id,
            known: Some(project.clone()),
        }
    }

    fn spoken(&self, context: &Context<'_>) -> Result<Spoken> {
        Ok(Spoken { definition: self.spoken.definition.clone(), language: session(context)?.language })
    }
}

#[Object]
impl Task {
    /// Id.
    async fn id(&self) -> ID {
        ID(format!("{}/{}", self.project.id.as_str(), String::from(self.task.kind.clone())))
    }

    /// What is asked.
    async fn kind(&self) -> TaskKind {
        (&self.task.kind).into()
    }

    /// In which project.
    async fn project(&self) -> &TaskProject {
        &self.project
    }

    /// The document, when it is about one.
    async fn artefact(&self, context: &Context<'_>) -> Result<Option<ArtefactKind>> {
        let spoken = self.spoken(context)?;
        Ok(match &self.task.kind {
            Kind::Submit(key) | Kind::Review(key, _) | Kind::Renew(key) => Some(spoken.kind(key)),
            _ => None,
        })
    }

    /// The criterion, when it is about one.
    async fn criterion(&self, context: &Context<'_>) -> Result<Option<Criterion>> {
        let spoken = self.spoken(context)?;
        Ok(match &self.task.kind {
            Kind::Judge(key, _) => spoken.criterion_in(key, &self.phase),
            _ => None,
        })
    }

    /// The question about the project, when it is about one.
    async fn fact(&self, context: &Context<'_>) -> Result<Option<TaskFact>> {
        let spoken = self.spoken(context)?;
        let (Kind::AnswerFact(key) | Kind::ConfirmFact(key)) = &self.task.kind else { return Ok(None) };
        let question = spoken.definition.funnel.fact(key).map(|fact| spoken.language.pick(&fact.question));
        Ok(Some(TaskFact { key: key.to_string(), question: question.unwrap_or_default() }))
    }

    /// The gate, when it is about one.
    async fn gate(&self, context: &Context<'_>) -> Result<Option<Gate>> {
        let spoken = self.spoken(context)?;
        Ok(match &self.task.kind {
            Kind::Decide(key) | Kind::UpholdDecision(key) => spoken.gate(key),
            _ => None,
        })
    }

    /// The number of the condition, when it is about one.
    async fn condition(&self) -> Option<i32> {
        match &self.task.kind {
            Kind::DecideExtra(number) | Kind::MeetCondition(number) | Kind::AcceptCondition(number) => Some(int(*number)),
            _ => None,
        }
    }

    /// The number of the consultation, when it is about one that is there.
    async fn consultation(&self) -> Option<i32> {
        match &self.task.kind {
            Kind::Consultation(_, number) => Some(int(*number)),
            _ => None,
        }
    }

    /// Which of the gate's consultations is to be opened.
    async fn consultation_kind(&self) -> Option<&str> {
        match &self.task.kind {
            Kind::OpenConsultation(kind) => Some(kind.as_str()),
            _ => None,
        }
    }

    /// What is asked in the consultation.
    async fn consultation_task(&self) -> Option<ConsultationTask> {
        match &self.task.kind {
            Kind::Consultation(what, _) => Some((*what).into()),
            _ => None,
        }
    }

    /// The body that is consulted, as far as it is known from here: the one that it waits for, or that is to be asked.
    async fn body(&self, context: &Context<'_>) -> Result<Option<Party>> {
        let spoken = self.spoken(context)?;
        let gates = || spoken.definition.funnel.phases.iter().filter_map(|phase| phase.gate.as_ref());
        Ok(match (&self.task.kind, &self.task.waits_for) {
            (Kind::OpenConsultation(kind), _) => {
                gates().find_map(|gate| gate.consultation(kind)).map(|kind| spoken.party(&kind.body))
            }
            (Kind::Consultation(..), engine::Waiter::Party(body)) => Some(spoken.party(body)),
            _ => None,
        })
    }

    /// What it is about in words, where the task has a number alone: what the condition asks, the body of the consultation,
    /// the team or location of the rollout. Null otherwise, and where those words were erased.
    #[graphql(complexity = 5)]
    async fn about(&self, context: &Context<'_>) -> Result<Option<String>> {
        about(context, self.of, self.known.as_ref(), &self.task.kind).await
    }

    /// The duty, the signal or the rollout, when it is about one.
    async fn in_use(&self, context: &Context<'_>) -> Result<Option<TaskInUse>> {
        let spoken = self.spoken(context)?;
        let numbered = |number: &u32| TaskInUse { number: Some(int(*number)), ..TaskInUse::default() };
        Ok(match &self.task.kind {
            Kind::DoDuty(key) => {
                let duty = spoken.definition.funnel.duty(key);
                let name = duty.map_or_else(|| key.to_string(), |duty| spoken.language.pick(&duty.name));
                Some(TaskInUse { key: Some(key.to_string()), name: Some(name), number: None })
            }
            Kind::HandleSignal(number) | Kind::CheckRollout(number, _) | Kind::StartRollout(number) => {
                Some(numbered(number))
            }
            _ => None,
        })
    }

    /// The evidence of the organisation, when it is about one.
    async fn evidence(&self, context: &Context<'_>) -> Result<Option<EvidenceName>> {
        let language = session(context)?.language;
        Ok(match &self.task.kind {
            Kind::JudgeEvidence(id) | Kind::SubmitEvidence(id) => Some(EvidenceName::of(&self.roster, language, id)),
            _ => None,
        })
    }

    /// The party it waits for, if it is one.
    async fn party(&self, context: &Context<'_>) -> Result<Option<Party>> {
        let spoken = self.spoken(context)?;
        Ok(match &self.task.waits_for {
            engine::Waiter::Party(key) => Some(spoken.party(key)),
            engine::Waiter::Person(_) => None,
        })
    }

    /// The person it waits for, if it is one.
    async fn person(&self) -> Option<Person> {
        match &self.task.waits_for {
            engine::Waiter::Party(_) => None,
            engine::Waiter::Person(id) => Some(Person::of(&self.roster, *id)),
        }
    }

    /// Since when.
    async fn since(&self) -> OffsetDateTime {
        instant(self.task.since)
    }

    /// Until when.
    async fn due(&self) -> Date {
        self.task.due
    }

    /// Whether that date is behind us.
    async fn late(&self, context: &Context<'_>) -> Result<bool> {
        Ok(self.task.due < session(context)?.store.now().today)
    }

    /// Whether an earlier answer can be confirmed in one act.
    async fn confirmable(&self) -> bool {
        self.task.confirmable
    }

    /// The revision it is about.
    async fn revision(&self) -> Option<i32> {
        self.task.revision.map(int)
    }
}

/// What a task in use is about.
#[derive(Default, SimpleObject)]
pub struct TaskInUse {
    /// The name of the duty in the funnel.
    key: Option<String>,
    /// The name of the duty on the screen.
    name: Option<String>,
    /// The number of the signal or the rollout in the project.
    number: Option<i32>,
}

/// The question of a task.
#[derive(SimpleObject)]
pub struct TaskFact {
    /// The name in the funnel.
    key: String,
    /// The question.
    question: String,
}

/// A page of tasks.
pub struct TaskConnection {
    edges: Vec<TaskEdge>,
    filter: TaskFilter,
    page_info: PageInfo,
}

/// A row.
#[derive(Clone, SimpleObject)]
pub struct TaskEdge {
    /// Where it stands.
    cursor: String,
    /// The task.
    node: Task,
}

impl TaskConnection {
    pub(crate) async fn load(session: &Session, list: TaskList, request: &PageRequest) -> Result<Self> {
        let filter = match list {
            TaskList::WaitingForMe => TaskFilter::Mine,
            TaskList::WaitingForOthers => TaskFilter::Others,
        };
        let organisation = session.principal.organisation;
        let page = session.store.tasks(&session.principal, filter, request).await.map_err(problem)?;
        let roster = session.store.roster(organisation).await.map_err(problem)?;
        let page_info = PageInfo::of(&page.cursors, page.next.as_ref());
        let mut edges = Vec::with_capacity(page.items.len());
        for (item, cursor) in page.items.into_iter().zip(&page.cursors) {
            // Published versions are cached for ever: this is a look-up, not a query.
            let definition = session.store.definition(organisation, item.funnel).await.map_err(problem)?;
            let (of, project) = (item.project, TaskProject::new(item.project, item.project_title));
            let spoken = Spoken { definition, language: session.language };
            let (roster, phase, task) = (roster.clone(), item.phase, item.task);
            let node = Task { spoken, roster, project, phase, task, of, known: None };
            edges.push(TaskEdge { cursor: cursor.as_str().to_owned(), node });
        }
        Ok(Self { edges, filter, page_info })
    }
}

#[Object]
impl TaskConnection {
    /// Rows.
    async fn edges(&self) -> &[TaskEdge] {
        &self.edges
    }

    /// Where the page ends.
    async fn page_info(&self) -> &PageInfo {
        &self.page_info
    }

    /// How many there are in all; counted only when asked.
    async fn total_count(&self, context: &Context<'_>) -> Result<i32> {
        let session = session(context)?;
        session.store.count_tasks(&session.principal, self.filter).await.map(int).map_err(problem)
    }
}
