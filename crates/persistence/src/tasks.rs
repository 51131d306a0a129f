//! What waits for whom, over all projects.

use engine::{FunnelVersionId, PartyKey, PersonId, PhaseKey, ProjectId, Task, TaskKind, Timestamp, Waiter};
use sea_orm::FromQueryResult;
use time::Date;
use time::macros::format_description;
use uuid::Uuid;

use crate::command::Principal;
use crate::error::Error;
use crate::page::{Cursor, Page, PageProblem, PageRequest};
use crate::projects::must_see;
use crate::store::Store;
use crate::visible::Query;

/// One task in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskItem {
    /// Of which project.
    pub project: ProjectId,
    /// What the project is called.
    pub project_title: String,
    /// In which phase it is.
    pub phase: PhaseKey,
    /// On which funnel version it runs: names and questions are there.
    pub funnel: FunnelVersionId,
    /// What is asked, of whom, since and until when.
    pub task: Task,
}

/// Which tasks to list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskFilter {
    /// What waits for this person, or for a party this person belongs to now.
    Mine,
    /// What waits for somebody else, in projects that may be seen.
    Others,
    /// Everything that waits in one project.
    Project(ProjectId),
}

#[derive(FromQueryResult)]
struct Row {
    project_id: Uuid,
    title: String,
    phase: String,
    funnel_version_id: Uuid,
    kind: String,
    party: Option<String>,
    person_id: Option<Uuid>,
    since: i64,
    due_on: Date,
    confirmable: bool,
    revision: Option<i64>,
}

impl Row {
    fn item(self) -> Result<TaskItem, Error> {
        let corrupt = || Error::corrupt("tasks", format!("{}/{}", self.project_id, self.kind));
        let waits_for = match (&self.party, self.person_id) {
            (Some(party), None) => Waiter::Party(PartyKey::parse(party.as_str()).map_err(|_| corrupt())?),
            (None, Some(person)) => Waiter::Person(PersonId(person)),
            _ => return Err(corrupt()),
        };
        let task = Task {
            kind: TaskKind::try_from(self.kind.clone()).map_err(|_| corrupt())?,
            waits_for,
            since: Timestamp(self.since),
            due: self.due_on,
            confirmable: self.confirmable,
            revision: self.revision.map(u32::try_from).transpose().map_err(|_| corrupt())?,
            chair_only: false,
            not_by: std::collections::BTreeSet::new(),
        };
        Ok(TaskItem {
            project: ProjectId(self.project_id),
            phase: PhaseKey::parse(self.phase.as_str()).map_err(|_| corrupt())?,
            funnel: FunnelVersionId(self.funnel_version_id),
            project_title: self.title,
            task,
        })
    }
}

/// Names the order of the list in its cursors.
const DUE: &str = "tasks-due";

/// The tasks of a filter. Membership is that of now: who left a party no longer finds its tasks.
fn query(columns: &str, principal: &Principal, filter: TaskFilter) -> Query {
    let mut query = Query::new(format!(
        "SELECT {columns} FROM tasks t JOIN projects p ON p.id = t.project_id AND p.organisation_id = $1 \
         WHERE t.organisation_id = $1"
    ));
    // Time has no tasks of its own.
    let me = principal.person().map_or(Uuid::nil(), |person| person.0);
    let mine = |query: &mut Query| {
        let me = query.bind(me);
        format!(
            "(t.person_id = {me} OR (t.party IS NOT NULL AND t.party IN \
             (SELECT m.party FROM memberships m WHERE m.organisation_id = $1 AND m.person_id = {me})))"
        )
    };
    match filter {
        TaskFilter::Mine => {
            let mine = mine(&mut query);
            query.push(&format!("AND {mine}"));
        }
        TaskFilter::Others => {
            // `IS NOT TRUE` would do on PostgreSQL alone; a task of a party has no person, which makes the first part null.
            let mine = mine(&mut query);
            query.push(&format!("AND NOT coalesce({mine}, false)")).visible(principal);
        }
        TaskFilter::Project(project) => {
            query.equal("t.project_id", project.0);
        }
    }
    query
}

/// How many tasks a filter has. Counting reads every row, so it asks of each as little as it can: what is the same for all
/// of them is found out once, and the lists of [`query`], which stop after a page, have their own text.
fn counting(principal: &Principal, filter: TaskFilter) -> Query {
    let me = principal.person().map_or(Uuid::nil(), |person| person.0);
    let mut count = Query::new("SELECT");
    match filter {
        TaskFilter::Mine => {
            let me = count.bind(me);
            // A task waits for a party or for a person, so nothing is counted twice.
            count.push(&format!(
                "(SELECT count(*) FROM tasks WHERE organisation_id = $1 AND person_id = {me}) + \
                 (SELECT count(*) FROM tasks WHERE organisation_id = $1 AND party IN \
                 (SELECT party FROM memberships WHERE organisation_id = $1 AND person_id = {me}))"
            ));
        }
        TaskFilter::Others => {
            let me = count.bind(me);
            count.push(&format!(
                "count(*) FROM tasks t WHERE t.organisation_id = $1 AND (t.person_id IS NULL OR t.person_id <> {me}) \
                 AND (t.party IS NULL OR t.party NOT IN \
                 (SELECT m.party FROM memberships m WHERE m.organisation_id = $1 AND m.person_id = {me}))"
            ));
            if !principal.sees_all() {
                count.push(&format!(
                    "AND t.project_id IN (SELECT p.id FROM projects p WHERE p.organisation_id = $1 AND p.lead_id = {me} \
                     UNION SELECT i.project_id FROM involvement i JOIN memberships m \
                     ON m.organisation_id = i.organisation_id AND m.party = i.party \
                     WHERE i.organisation_id = $1 AND m.person_id = {me})"
                ));
            }
        }
        TaskFilter::Project(_) => return query("count(*)", principal, filter),
    }
    count
}

impl Store {
    /// Open tasks by due date, the earliest first. What is done is in [`Store::acts`].
    ///
    /// # Errors
    /// [`Error::Page`] for a cursor of another list; [`Error::NotFound`] for a project that may not be seen.
    pub async fn tasks(
        &self,
        principal: &Principal,
        filter: TaskFilter,
        page: &PageRequest,
    ) -> Result<Page<TaskItem>, Error> {
        let columns = "t.project_id, p.title, p.phase, p.funnel_version_id, t.kind, t.party, t.person_id, t.since, t.due_on, \
                       t.confirmable, t.revision";
        let mut query = query(columns, principal, filter);
        if let Some(cursor) = &page.after {
            let [due, project, kind] = cursor.values::<3>(DUE)?;
            let date = format_description!("[year]-[month]-[day]");
            let due = query.bind(Date::parse(&due, &date).map_err(|_| PageProblem::Cursor)?);
            let project = query.bind(Uuid::parse_str(&project).map_err(|_| PageProblem::Cursor)?);
            let kind = query.bind(kind);
            query.push(&format!("AND (t.due_on, t.project_id, t.kind) > ({due}, {project}, {kind})"));
        }
        query.push("ORDER BY t.due_on, t.project_id, t.kind");
        let limit = query.bind(page.fetch());
        query.push(&format!("LIMIT {limit}"));
        let principal = principal.clone();
        let rows: Vec<Row> = self
            .read(principal.organisation, move |tx| {
                Box::pin(async move {
                    if let TaskFilter::Project(project) = filter {
                        must_see(tx, &principal, project).await?;
                    }
                    tx.all(&query.sql, query.values).await
                })
            })
            .await?;
        let items = rows.into_iter().map(Row::item).collect::<Result<_, _>>()?;
        Ok(Page::of(items, page, |item: &TaskItem| {
            Cursor::of(DUE, &[&item.task.due, &item.project, &String::from(item.task.kind.clone())])
        }))
    }

    /// How many open tasks there are.
    ///
    /// # Errors
    /// [`Error::Database`]; [`Error::NotFound`] for a project that may not be seen.
    pub async fn count_tasks(&self, principal: &Principal, filter: TaskFilter) -> Result<u64, Error> {
        let (query, principal) = (counting(principal, filter), principal.clone());
        self.read(principal.organisation, move |tx| {
            Box::pin(async move {
                if let TaskFilter::Project(project) = filter {
                    must_see(tx, &principal, project).await?;
                }
                tx.number(&query.sql, query.values).await
            })
        })
        .await
    }
}
