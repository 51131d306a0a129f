//! `trechter verify`: folds every log, of organisations and of projects, and compares everything that follows from it.

use std::collections::BTreeSet;
use std::sync::Arc;

use engine::{ContentId, FileRef, Funnel, Hash, Organisation, OrganisationId, Project, ProjectId, Recorded, TextRef};
use futures::StreamExt as _;
use sea_orm::{FromQueryResult, QueryResult};
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use time::Date;
use uuid::Uuid;

use crate::canonical::{self, BEGINNING, sha256};
use crate::command::Principal;
use crate::error::Error;
use crate::funnels::definition;
use crate::hot::{describe, person};
use crate::log::Surroundings;
use crate::organisations::{examine, uses_of, written_uses};
use crate::project_row::{STATE_FORMAT, lifecycle_word};
use crate::roster;
use crate::scope::{Scope, Tx, signed, unsigned};
use crate::store::{Inner, Store};
use crate::tasks::excluded;

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VerifyReport {
    /// Organisations looked at.
    pub organisations: u64,
    /// Projects looked at.
    pub projects: u64,
    /// Events looked at.
    pub events: u64,
    /// Texts looked at.
    pub contents: u64,
    /// Files looked at.
    pub files: u64,
    /// Everything that is not as it should be; per log the first bad event only.
    pub findings: Vec<Finding>,
}

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Whose.
    pub organisation: OrganisationId,
    /// In which project; none where it is the organisation itself.
    pub project: Option<ProjectId>,
    /// Where.
    pub place: Place,
    /// What is wrong, in one English sentence for the operator.
    pub message: String,
}

/// Where something is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// An event of the log: the first one that does not hold.
    Event(u64),
    /// The head of the chain or the number of events.
    Head,
    /// The state beside the log.
    State,
    /// A read table beside the log.
    Table(&'static str),
    /// A text.
    Content(ContentId),
    /// A file.
    File(engine::FileId),
}

/// Events read at once.
const EVENTS: i64 = 500;
/// The date by which time is asked to look at a project as soon as it comes by, such as after its parties changed.
const LOOK_SOON: Date = time::macros::date!(1970 - 01 - 01);
/// Projects named at once.
const PROJECTS: i64 = 1_000;

#[derive(FromQueryResult)]
struct ProjectRow {
    sequence: i64,
    head: Vec<u8>,
    state_format: i64,
    state: String,
    title: String,
    phase: String,
    lifecycle: String,
    lead_id: Uuid,
    funnel_version_id: Uuid,
    due_on: Option<Date>,
    tasks_on: Date,
    roster_version: i64,
}

#[derive(FromQueryResult)]
struct EventRow {
    sequence: i64,
    at: i64,
    kind: String,
    subject: Option<String>,
    person_id: Option<Uuid>,
    hash: Vec<u8>,
    body: String,
}

/// One project under examination.
struct Examination<'a> {
    inner: &'a Inner,
    tx: &'a Tx<'a>,
    project: ProjectId,
    report: VerifyReport,
    /// Texts that the log names, and files, to be hashed after the transaction.
    named: Texts,
}

/// The texts and files that a log names.
#[derive(Default)]
pub(crate) struct Texts {
    pub texts: Vec<TextRef>,
    pub files: Vec<FileRef>,
}

impl Examination<'_> {
    fn found(&mut self, place: Place, message: impl Into<String>) {
        let (organisation, project) = (self.tx.organisation(), Some(self.project));
        self.report.findings.push(Finding { organisation, project, place, message: message.into() });
    }

    async fn run(&mut self) -> Result<(), Error> {
        self.report.projects = 1;
        let sql = "SELECT p.sequence, p.head, p.state_format, p.state, p.title, p.phase, p.lifecycle, p.lead_id, \
                   p.funnel_version_id, p.due_on, p.tasks_on, o.roster_version \
                   FROM projects p JOIN organisations o ON o.id = p.organisation_id \
                   WHERE p.organisation_id = $1 AND p.id = $2";
        let Some(row): Option<ProjectRow> = self.tx.one(sql, [self.project.0.into()]).await? else {
            self.found(Place::State, "the log has no project");
            return Ok(());
        };
        let Some((project, head)) = self.log().await? else { return Ok(()) };
        if signed(project.sequence) != row.sequence || head.0.as_slice() != row.head {
            self.found(
                Place::Head,
                format!("the log ends at event {}, the project says {}", project.sequence, row.sequence),
            );
        }
        self.state(&project, &row).await?;
        self.contents().await?;
        self.tables(&project, &row).await
    }

    /// Walks the chain; stops at the first event that does not hold.
    async fn log(&mut self) -> Result<Option<(Project, Hash)>, Error> {
        let (mut project, mut head) = (None::<Project>, BEGINNING);
        loop {
            let last = project.as_ref().map_or(0, |project| project.sequence);
            let sql = "SELECT sequence, at, kind, subject, person_id, hash, body FROM events \
                       WHERE organisation_id = $1 AND project_id = $2 AND sequence > $3 ORDER BY sequence LIMIT $4";
            let rows: Vec<EventRow> = self.tx.all(sql, [self.project.0.into(), signed(last).into(), EVENTS.into()]).await?;
            if rows.is_empty() {
                break;
            }
            for row in rows {
                self.report.events += 1;
                let expected = project.as_ref().map_or(1, |project| project.sequence + 1);
                match step(&mut project, head, expected, self.project, self.tx.organisation(), &row) {
                    Ok((recorded, next)) => {
                        head = next;
                        references(&recorded.event, &mut self.named);
                    }
                    Err(message) => {
                        self.found(Place::Event(expected), message);
                        return Ok(None);
                    }
                }
            }
        }
        if let Some(project) = project {
            Ok(Some((project, head)))
        } else {
            self.found(Place::Event(1), "the log is empty");
            Ok(None)
        }
    }

    async fn state(&mut self, folded: &Project, row: &ProjectRow) -> Result<(), Error> {
        let same = row.state_format != STATE_FORMAT
            || serde_json::from_str::<Project>(&row.state).is_ok_and(|stored| stored == *folded);
        if !same {
            self.found(Place::State, "the state is not what the log folds to");
        }
        let columns = row.phase == folded.phase.as_str()
            && row.lifecycle == lifecycle_word(folded.lifecycle)
            && row.lead_id == folded.lead.0
            && row.funnel_version_id == folded.funnel.0;
        if !columns {
            self.found(Place::Table("projects"), "the columns of the list are not what the state says");
        }
        let sql = "SELECT body FROM contents WHERE organisation_id = $1 AND id = $2";
        let title = self.tx.row(sql, [folded.title.id.0.into()]).await?;
        let title: Option<String> = title.map(|row| row.try_get_by_index(0)).transpose()?.flatten();
        if title.unwrap_or_default() != row.title {
            self.found(Place::Table("projects"), "the title of the list is not the project's title");
        }
        Ok(())
    }

    async fn contents(&mut self) -> Result<(), Error> {
        for text in std::mem::take(&mut self.named.texts) {
            self.report.contents += 1;
            if let Err(message) = text_holds(self.tx, &text, self.project.0).await? {
                self.found(Place::Content(text.id), message);
            }
        }
        Ok(())
    }

    async fn tables(&mut self, project: &Project, row: &ProjectRow) -> Result<(), Error> {
        let roster = match roster::at(self.inner, self.tx, row.roster_version).await {
            Ok(roster) => roster,
            // It is found with the organisation itself; without it there is nothing to compare with.
            Err(Error::Corrupt { .. }) => return Ok(()),
            Err(error) => return Err(error),
        };
        let Ok(definition) = definition(self.inner, self.tx, project.funnel).await else {
            self.found(Place::Table("funnel_versions"), "the funnel version is missing or was changed");
            return Ok(());
        };
        let principal = Principal::system(self.tx.organisation());
        let now = engine::Moment { at: project.last.at, today: row.tasks_on };
        let surroundings = Surroundings::of(&principal, &roster, &self.inner.config, &definition, now);
        let context = surroundings.context(None);
        let looked_at = row.due_on != Some(LOOK_SOON);
        if self.uses(project, &definition.funnel, &roster.organisation).await? && looked_at {
            self.tasks(&engine::tasks(&definition.funnel, project, &context)).await?;
        }
        let involved: BTreeSet<String> = project.involved.keys().map(ToString::to_string).collect();
        let sql = "SELECT party FROM involvement WHERE organisation_id = $1 AND project_id = $2";
        let rows = self.tx.rows(sql, [self.project.0.into()]).await?;
        let stored = rows.iter().map(|row| Ok(row.try_get_by_index(0)?)).collect::<Result<BTreeSet<String>, Error>>()?;
        if involved != stored {
            self.found(Place::Table("involvement"), "the parties are not those of the state");
        }
        Ok(())
    }

    async fn tasks(&mut self, tasks: &[engine::Task]) -> Result<(), Error> {
        let expected: BTreeSet<String> = tasks.iter().map(task_line).collect();
        let sql = "SELECT kind, party, person_id, since, due_on, confirmable, revision, chair_only, not_by FROM tasks \
                   WHERE organisation_id = $1 AND project_id = $2";
        let rows = self.tx.rows(sql, [self.project.0.into()]).await?;
        let stored = rows.iter().map(stored_task_line).collect::<Result<BTreeSet<_>, Error>>()?;
        if expected != stored {
            self.found(Place::Table("tasks"), "the tasks are not what the state gives");
        }
        Ok(())
    }

    /// What the project rests on of its organisation; tells whether it knows what happened there. One that does not yet is
    /// looked at by time within minutes, and its tasks are those of before.
    async fn uses(&mut self, project: &Project, funnel: &Funnel, organisation: &Organisation) -> Result<bool, Error> {
        let expected = uses_of(funnel, project);
        let written = written_uses(self.tx, self.project).await?;
        let unwritten = written.uses.is_empty() && organisation.sequence == 0;
        if written.uses != expected && !unwritten {
            self.found(Place::Table("evidence_use"), "what the project rests on is not what its state says");
        }
        if written.seen.is_some_and(|seen| seen > organisation.sequence) {
            self.found(Place::Table("evidence_use"), "the project knows more of its organisation than happened");
        }
        Ok(!written.behind)
    }
}

/// One link of the chain: in its place, in canonical form, hashed, and folding.
fn step(
    project: &mut Option<Project>,
    head: Hash,
    expected: u64,
    id: ProjectId,
    organisation: OrganisationId,
    row: &EventRow,
) -> Result<(Recorded, Hash), &'static str> {
    if unsigned(row.sequence) != expected {
        return Err("the event is missing");
    }
    let next = canonical::link(head, &row.body);
    if next.0.as_slice() != row.hash {
        return Err("the event is not the one that was hashed");
    }
    let recorded: Recorded = serde_json::from_str(&row.body).map_err(|_| "the event cannot be read")?;
    if canonical::json(&recorded).ok().as_deref() != Some(&row.body) {
        return Err("the event is not in canonical form");
    }
    let (kind, subject) = describe(&recorded.event);
    let by = person(&recorded.by).map(|id| id.0);
    let columns = row.kind == kind
        && row.subject.as_deref() == subject
        && row.at == recorded.at.at.0
        && row.person_id == by
        && recorded.sequence == expected;
    if !columns {
        return Err("the columns beside the event are not what it says");
    }
    let folded = match project {
        Some(project) if recorded.at.at < project.last.at => return Err("time runs back"),
        Some(project) => project.apply(&recorded),
        None => Project::begin(&recorded).map(|begun| *project = Some(begun)),
    };
    folded.map_err(|_| "the event does not continue the log")?;
    let own = project.as_ref().is_some_and(|project| project.id == id && project.organisation == organisation);
    if own { Ok((recorded, next)) } else { Err("the log belongs to another project") }
}

/// The texts and files that an event names, wherever it names them, so that none of a new kind is forgotten.
pub(crate) fn references(event: &impl Serialize, named: &mut Texts) {
    fn walk(written: &Value, named: &mut Texts) {
        match written {
            Value::Object(fields) if fields.contains_key("hash") && fields.contains_key("media_type") => {
                named.files.extend(serde_json::from_value::<FileRef>(written.clone()));
            }
            Value::Object(fields) if fields.len() == 2 && fields.contains_key("hash") && fields.contains_key("id") => {
                named.texts.extend(serde_json::from_value::<TextRef>(written.clone()));
            }
            Value::Object(fields) => fields.values().for_each(|value| walk(value, named)),
            Value::Array(values) => values.iter().for_each(|value| walk(value, named)),
            _ => {}
        }
    }
    walk(&serde_json::to_value(event).unwrap_or_default(), named);
}

/// Every text that a log names must be there with its hash, under the id of whose log it is; otherwise what is wrong. No
/// event erases texts yet, so none may be missing.
pub(crate) async fn text_holds(tx: &Tx<'_>, text: &TextRef, of: Uuid) -> Result<Result<(), &'static str>, Error> {
    let sql = "SELECT salt, body FROM contents WHERE organisation_id = $1 AND id = $2 AND project_id = $3";
    let row = tx.row(sql, [text.id.0.into(), of.into()]).await?;
    let stored: Option<(Option<Vec<u8>>, Option<String>)> = match &row {
        Some(row) => Some((row.try_get_by_index(0)?, row.try_get_by_index(1)?)),
        None => None,
    };
    Ok(match stored {
        Some((Some(salt), Some(body))) if sha256(&[&salt, body.as_bytes()]) == text.hash => Ok(()),
        Some((Some(_), Some(_))) => Err("the text is not the one that was hashed"),
        _ => Err("the text is missing, and no event erased it"),
    })
}

fn task_line(task: &engine::Task) -> String {
    let (party, person) = match &task.waits_for {
        engine::Waiter::Party(party) => (Some(party.to_string()), None),
        engine::Waiter::Person(person) => (None, Some(person.0)),
    };
    let revision = task.revision.map(i64::from);
    format!(
        "{} {party:?} {person:?} {} {} {} {revision:?} {} {}",
        String::from(task.kind.clone()),
        task.since.0,
        task.due,
        task.confirmable,
        task.chair_only,
        excluded(task)
    )
}

fn stored_task_line(row: &QueryResult) -> Result<String, Error> {
    let (kind, party): (String, Option<String>) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
    let (person, since): (Option<Uuid>, i64) = (row.try_get_by_index(2)?, row.try_get_by_index(3)?);
    let (due, confirmable): (Date, bool) = (row.try_get_by_index(4)?, row.try_get_by_index(5)?);
    let revision: Option<i64> = row.try_get_by_index(6)?;
    let (chair_only, not_by): (bool, String) = (row.try_get_by_index(7)?, row.try_get_by_index(8)?);
    Ok(format!("{kind} {party:?} {person:?} {since} {due} {confirmable} {revision:?} {chair_only} {not_by}"))
}

impl Store {
    /// Looks at everything, organisation by organisation and project by project. Reads only.
    ///
    /// # Errors
    /// [`Error::Database`] when it cannot be read; what is damaged is a finding, not an error.
    pub async fn verify(&self) -> Result<VerifyReport, Error> {
        let mut report = VerifyReport::default();
        for organisation in self.organisations().await? {
            self.verify_organisation(organisation.id, &mut report).await?;
            let mut last = Uuid::nil();
            loop {
                let projects = self.project_ids(organisation.id, last).await?;
                let Some(end) = projects.last() else { break };
                last = end.0;
                for project in projects {
                    self.verify_project(organisation.id, project, &mut report).await?;
                }
            }
        }
        Ok(report)
    }

    /// The projects that have a row or a log; a log without a row is found too.
    async fn project_ids(&self, organisation: OrganisationId, after: Uuid) -> Result<Vec<ProjectId>, Error> {
        self.read(organisation, move |tx| {
            Box::pin(async move {
                let sql = "SELECT id FROM projects WHERE organisation_id = $1 AND id > $2 \
                           UNION SELECT project_id FROM events WHERE organisation_id = $1 AND project_id > $2 \
                           ORDER BY 1 LIMIT $3";
                let rows = tx.rows(sql, [after.into(), PROJECTS.into()]).await?;
                rows.iter().map(|row| Ok(ProjectId(row.try_get_by_index(0)?))).collect()
            })
        })
        .await
    }

    async fn verify_project(
        &self,
        organisation: OrganisationId,
        project: ProjectId,
        whole: &mut VerifyReport,
    ) -> Result<(), Error> {
        let inner = Arc::clone(&self.inner);
        let (report, files) = self
            .inner
            .connections
            .read(Scope::Organisation(organisation), true, move |tx| {
                Box::pin(async move {
                    let report = VerifyReport::default();
                    let mut examination = Examination { inner: &inner, tx, project, report, named: Texts::default() };
                    examination.run().await?;
                    Ok((examination.report, examination.named.files))
                })
            })
            .await?;
        whole.projects += report.projects;
        whole.events += report.events;
        whole.contents += report.contents;
        whole.findings.extend(report.findings);
        self.verify_files(organisation, Some(project), files, whole).await
    }

    async fn verify_organisation(&self, organisation: OrganisationId, whole: &mut VerifyReport) -> Result<(), Error> {
        let scope = Scope::Organisation(organisation);
        let examined = self.inner.connections.read(scope, true, |tx| Box::pin(async move { examine(tx).await })).await?;
        whole.organisations += 1;
        whole.events += examined.events;
        whole.contents += examined.contents;
        let finding = |(place, message)| Finding { organisation, project: None, place, message };
        whole.findings.extend(examined.findings.into_iter().map(finding));
        self.verify_files(organisation, None, examined.files, whole).await
    }

    async fn verify_files(
        &self,
        organisation: OrganisationId,
        project: Option<ProjectId>,
        files: Vec<FileRef>,
        whole: &mut VerifyReport,
    ) -> Result<(), Error> {
        for file in files {
            whole.files += 1;
            if !self.file_holds(&file).await? {
                let message = "the file is missing or is not the one that was hashed".to_owned();
                whole.findings.push(Finding { organisation, project, place: Place::File(file.id), message });
            }
        }
        Ok(())
    }

    async fn file_holds(&self, file: &FileRef) -> Result<bool, Error> {
        let Some(mut bytes) = self.bytes_of(file.hash).await? else { return Ok(false) };
        let mut hasher = Sha256::new();
        while let Some(some) = bytes.next().await {
            match some {
                Ok(some) => hasher.update(&some),
                Err(_) => return Ok(false),
            }
        }
        Ok(Hash(hasher.finalize().into()) == file.hash)
    }
}
