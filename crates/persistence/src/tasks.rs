//! What waits for whom, over all projects.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use engine::{
    ConsultationTask, FunnelVersionId, PartyKey, PersonId, PhaseKey, ProjectId, Task, TaskKind, Timestamp, Waiter,
};
use sea_orm::FromQueryResult;
use time::Date;
use time::macros::format_description;
use uuid::Uuid;

use crate::command::Principal;
use crate::error::Error;
use crate::page::{Cursor, Page, PageProblem, PageRequest};
use crate::projects::must_see;
use crate::roster::{self, Acting};
use crate::scope::Tx;
use crate::store::{Inner, Store};
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
    /// What waits for this person: by name, as a member of a party now, or for a member they stand in for today. What they
    /// may not do themselves, such as judge their own work, or answer for a party whose chair does, is not among it.
    Mine,
    /// Everything else that waits, in projects that may be seen.
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
    chair_only: bool,
    not_by: String,
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
            chair_only: self.chair_only,
            not_by: people(&self.not_by).ok_or_else(corrupt)?,
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

/// Whom a task does not wait for, as its row says.
pub(crate) fn excluded(task: &Task) -> String {
    let ids: Vec<String> = task.not_by.iter().map(|person| person.0.simple().to_string()).collect();
    ids.join(",")
}

fn people(text: &str) -> Option<BTreeSet<PersonId>> {
    let ids = text.split(',').filter(|id| !id.is_empty());
    ids.map(|id| Uuid::parse_str(id).ok().map(PersonId)).collect()
}

/// Names the order of the list in its cursors.
const DUE: &str = "tasks-due";

/// With which memberships somebody asks for tasks.
struct Asking {
    principal: Principal,
    today: Date,
    by_party: BTreeMap<PartyKey, Vec<Acting>>,
}

impl Asking {
    /// Membership is that of now: who left a party no longer finds its tasks. Time has no tasks of its own.
    async fn new(inner: &Inner, tx: &Tx<'_>, principal: &Principal) -> Result<Self, Error> {
        let today = inner.config.clock.now().today;
        let mut by_party: BTreeMap<PartyKey, Vec<Acting>> = BTreeMap::new();
        if let Some(person) = principal.person() {
            for acting in roster::now(inner, tx).await?.acting(person, today) {
                by_party.entry(acting.party.clone()).or_default().push(acting);
            }
        }
        Ok(Self { principal: principal.clone(), today, by_party })
    }

    fn person(&self) -> Uuid {
        self.principal.person().map_or(Uuid::nil(), |person| person.0)
    }

    /// The tasks that wait for this person, a condition for each place where they can stand: by name, or with a party. A
    /// task waits for a party or for a person, so none is in two of them, and each is read in order from an index.
    fn places(&self, query: &mut Query) -> Vec<String> {
        let me = query.bind(self.person());
        let mut places = vec![format!("person_id = {me}")];
        let hidden = |query: &mut Query, person: Uuid| query.bind(format!("%{}%", person.simple()));
        for (party, memberships) in &self.by_party {
            let own_work = hidden(query, self.person());
            // What a body says comes from within it: who stands in from outside has no voice there (law 9).
            let inside = memberships.iter().any(|acting| acting.away.is_none());
            let within = if inside { String::new() } else { not_of_a_body() };
            let ways: Vec<String> = memberships
                .iter()
                .map(|acting| {
                    let chair = if acting.chair { "true" } else { "NOT chair_only" };
                    match acting.away {
                        Some(away) => {
                            let away = hidden(query, away.0);
                            format!("({chair} AND not_by NOT LIKE {away}{within})")
                        }
                        None => chair.to_owned(),
                    }
                })
                .collect();
            let party = query.bind(party.as_str());
            places.push(format!("party = {party} AND not_by NOT LIKE {own_work} AND ({})", ways.join(" OR ")));
        }
        places
    }

    /// Only tasks of projects that may be seen; finding them out once is cheaper than asking of every row.
    fn in_sight(&self, query: &mut Query) -> String {
        if self.principal.person().is_none() || self.principal.sees_all() {
            return String::new();
        }
        let (me, today) = (query.bind(self.person()), query.bind(self.today));
        format!(
            "AND project_id IN (SELECT p.id FROM projects p WHERE p.organisation_id = $1 AND p.lead_id = {me} \
             UNION SELECT i.project_id FROM involvement i JOIN memberships m \
             ON m.organisation_id = i.organisation_id AND m.party = i.party \
             WHERE i.organisation_id = $1 AND m.person_id = {me} \
             UNION SELECT i.project_id FROM involvement i JOIN stand_ins s \
             ON s.organisation_id = i.organisation_id AND s.party = i.party \
             WHERE i.organisation_id = $1 AND s.person_id = {me} AND s.first_on <= {today} AND s.last_on >= {today})"
        )
    }

    fn list(&self, filter: TaskFilter, page: &PageRequest) -> Result<Query, Error> {
        let mut query = Query::new("SELECT");
        let after = after(&mut query, page)?;
        let limit = query.bind(page.fetch());
        let ordered = format!("{after} ORDER BY due_on, project_id, kind LIMIT {limit}");
        let rows = match filter {
            TaskFilter::Mine => {
                // Each place gives its first rows; the first of all are among them.
                let one = |(n, place): (usize, String)| {
                    format!("SELECT * FROM (SELECT * FROM tasks WHERE organisation_id = $1 AND {place} {ordered}) AS t{n}")
                };
                let places: Vec<String> = self.places(&mut query).into_iter().enumerate().map(one).collect();
                places.join(" UNION ALL ")
            }
            TaskFilter::Others => {
                let mine = self.places(&mut query).join(" OR ");
                let in_sight = self.in_sight(&mut query);
                format!(
                    "SELECT * FROM tasks WHERE organisation_id = $1 {in_sight} AND NOT coalesce({mine}, false) {ordered}"
                )
            }
            TaskFilter::Project(project) => {
                let project = query.bind(project.0);
                format!("SELECT * FROM tasks WHERE organisation_id = $1 AND project_id = {project} {ordered}")
            }
        };
        query.push(&format!(
            "t.project_id, p.title, p.phase, p.funnel_version_id, t.kind, t.party, t.person_id, t.since, t.due_on, \
             t.confirmable, t.revision, t.chair_only, t.not_by FROM ({rows}) AS t \
             JOIN projects p ON p.id = t.project_id AND p.organisation_id = $1 \
             ORDER BY t.due_on, t.project_id, t.kind LIMIT {limit}"
        ));
        Ok(query)
    }

    /// How many tasks a filter has. Counting reads every row, so what waits for others is everything in sight but what waits
    /// for this person.
    fn count(&self, filter: TaskFilter) -> Query {
        let mut query = Query::new("SELECT");
        let sum = |query: &mut Query, asking: &Self, in_sight: &str| {
            let one =
                |place: String| format!("(SELECT count(*) FROM tasks WHERE organisation_id = $1 AND {place} {in_sight})");
            asking.places(query).into_iter().map(one).collect::<Vec<_>>().join(" + ")
        };
        let sql = match filter {
            TaskFilter::Mine => sum(&mut query, self, ""),
            TaskFilter::Others => {
                let in_sight = self.in_sight(&mut query);
                let mine = sum(&mut query, self, &in_sight);
                format!("(SELECT count(*) FROM tasks WHERE organisation_id = $1 {in_sight}) - ({mine})")
            }
            TaskFilter::Project(project) => {
                let project = query.bind(project.0);
                format!("count(*) FROM tasks WHERE organisation_id = $1 AND project_id = {project}")
            }
        };
        query.push(&sql);
        query
    }
}

/// Leaves out what waits for a body in a consultation, by the words with which such tasks begin.
fn not_of_a_body() -> String {
    let words = ConsultationTask::ALL.iter().filter(|task| task.is_of_body());
    words.map(|task| format!(" AND kind NOT LIKE '{}:%'", task.as_str())).collect()
}

/// Where the page starts.
fn after(query: &mut Query, page: &PageRequest) -> Result<String, Error> {
    let Some(cursor) = &page.after else { return Ok(String::new()) };
    let [due, project, kind] = cursor.values::<3>(DUE)?;
    let date = format_description!("[year]-[month]-[day]");
    let due = query.bind(Date::parse(&due, &date).map_err(|_| PageProblem::Cursor)?);
    let project = query.bind(Uuid::parse_str(&project).map_err(|_| PageProblem::Cursor)?);
    let kind = query.bind(kind);
    Ok(format!("AND (due_on, project_id, kind) > ({due}, {project}, {kind})"))
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
        let (inner, principal, wanted) = (Arc::clone(&self.inner), principal.clone(), page.clone());
        let rows: Vec<Row> = self
            .read(principal.organisation, move |tx| {
                Box::pin(async move {
                    if let TaskFilter::Project(project) = filter {
                        must_see(&inner, tx, &principal, project).await?;
                    }
                    let query = Asking::new(&inner, tx, &principal).await?.list(filter, &wanted)?;
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
        let (inner, principal) = (Arc::clone(&self.inner), principal.clone());
        self.read(principal.organisation, move |tx| {
            Box::pin(async move {
                if let TaskFilter::Project(project) = filter {
                    must_see(&inner, tx, &principal, project).await?;
                }
                let query = Asking::new(&inner, tx, &principal).await?.count(filter);
                tx.number(&query.sql, query.values).await
            })
        })
        .await
    }
}
