//! What happened: the log as people read it.

use std::sync::Arc;

use engine::{ArtefactKey, Event, Hash, ProjectId, Recorded, Revision, Subject};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::command::Principal;
use crate::error::Error;
use crate::page::{Cursor, Page, PageProblem, PageRequest};
use crate::project_row::{EventRow, hash};
use crate::projects::must_see;
use crate::scope::signed;
use crate::store::Store;
use crate::visible::Query;

/// One event of a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineItem {
    /// Of which project.
    pub project: ProjectId,
    /// What the project is called.
    pub project_title: String,
    /// The event.
    pub recorded: Recorded,
    /// Its place in the chain: SHA-256(hash before ‖ canonical bytes).
    pub hash: Hash,
}

/// One revision of a document, current or superseded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevisionItem {
    /// The event that submitted it.
    pub sequence: u64,
    /// Who submitted it.
    pub by: Subject,
    /// What it consists of.
    pub revision: Revision,
    /// The form fields that changed against the revision before it.
    pub changed_fields: std::collections::BTreeSet<engine::FieldPath>,
}

#[derive(FromQueryResult)]
pub(crate) struct Row {
    project_id: Uuid,
    title: String,
    sequence: i64,
    hash: Vec<u8>,
    body: String,
}

impl Row {
    pub(crate) fn item(self) -> Result<TimelineItem, Error> {
        let project = ProjectId(self.project_id);
        let row = EventRow { sequence: self.sequence, hash: self.hash, body: self.body };
        Ok(TimelineItem {
            project,
            project_title: self.title,
            recorded: row.recorded(project)?,
            hash: hash("events", project, &row.hash)?,
        })
    }
}

/// Names the orders of the lists in their cursors.
const LOG: &str = "timeline";
const ACTS: &str = "acts";

pub(crate) const EVENTS: &str = "SELECT e.project_id, p.title, e.sequence, e.hash, e.body \
                      FROM events e JOIN projects p ON p.id = e.project_id AND p.organisation_id = $1 \
                      WHERE e.organisation_id = $1";

fn before(query: &mut Query, page: &PageRequest) -> Result<(), Error> {
    if let Some(cursor) = &page.after {
        let [sequence] = cursor.values::<1>(LOG)?;
        let sequence = query.bind(sequence.parse::<i64>().map_err(|_| PageProblem::Cursor)?);
        query.push(&format!("AND e.sequence < {sequence}"));
    }
    query.push("ORDER BY e.sequence DESC");
    let limit = query.bind(page.fetch());
    query.push(&format!("LIMIT {limit}"));
    Ok(())
}

fn in_log(item: &TimelineItem) -> Cursor {
    Cursor::of(LOG, &[&item.recorded.sequence])
}

fn revision(item: &TimelineItem) -> Result<RevisionItem, Error> {
    let Recorded { sequence, at, by, event } = &item.recorded;
    let Event::RevisionSubmitted {
        revision,
        hash,
        stage,
        answers,
        files,
        authors,
        changed_fields,
        review_due,
        artefact: _,
        valid_until,
        signed_on: _,
        files_changed: _,
    } = event
    else {
        return Err(Error::corrupt("events", format!("{}/{sequence}", item.project)));
    };
    Ok(RevisionItem {
        sequence: *sequence,
        by: by.clone(),
        revision: Revision {
            number: *revision,
            hash: *hash,
            stage: *stage,
            answers: *answers,
            files: files.clone(),
            authors: authors.clone(),
            at: *at,
            valid_until: *valid_until,
            review_due: *review_due,
        },
        changed_fields: changed_fields.clone(),
    })
}

impl Store {
    /// The events of a project, newest first.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the project may not be seen; [`Error::Page`] for a cursor of another list;
    /// [`Error::Corrupt`] for an event that cannot be read.
    pub async fn timeline(
        &self,
        principal: &Principal,
        project: ProjectId,
        page: &PageRequest,
    ) -> Result<Page<TimelineItem>, Error> {
        let mut query = Query::new(EVENTS);
        query.equal("e.project_id", project.0);
        // What a member of a body said among its members is theirs alone (law 9).
        query.push("AND e.kind <> 'consultation-opined'");
        before(&mut query, page)?;
        Ok(Page::of(self.events(principal, project, query).await?, page, in_log))
    }

    /// What the acting person did, over all projects, newest first.
    ///
    /// # Errors
    /// As [`Store::timeline`].
    pub async fn acts(&self, principal: &Principal, page: &PageRequest) -> Result<Page<TimelineItem>, Error> {
        let Some(person) = principal.person() else { return Ok(Page::of(Vec::new(), page, in_log)) };
        let mut query = Query::new(EVENTS);
        query.equal("e.person_id", person.0).visible(principal, self.now().today);
        if let Some(cursor) = &page.after {
            let [at, project, sequence] = cursor.values::<3>(ACTS)?;
            let at = query.bind(at.parse::<i64>().map_err(|_| PageProblem::Cursor)?);
            let project = query.bind(Uuid::parse_str(&project).map_err(|_| PageProblem::Cursor)?);
            let sequence = query.bind(sequence.parse::<i64>().map_err(|_| PageProblem::Cursor)?);
            query.push(&format!("AND (e.at, e.project_id, e.sequence) < ({at}, {project}, {sequence})"));
        }
        query.push("ORDER BY e.at DESC, e.project_id DESC, e.sequence DESC");
        let limit = query.bind(page.fetch());
        query.push(&format!("LIMIT {limit}"));
        let rows: Vec<Row> = self
            .read(principal.organisation, move |tx| Box::pin(async move { tx.all(&query.sql, query.values).await }))
            .await?;
        let items = rows.into_iter().map(Row::item).collect::<Result<_, _>>()?;
        Ok(Page::of(items, page, |item: &TimelineItem| {
            Cursor::of(ACTS, &[&item.recorded.at.at.0, &item.project, &item.recorded.sequence])
        }))
    }

    /// The revisions of a document, newest first.
    ///
    /// # Errors
    /// As [`Store::timeline`].
    pub async fn revisions(
        &self,
        principal: &Principal,
        project: ProjectId,
        artefact: &ArtefactKey,
        page: &PageRequest,
    ) -> Result<Page<RevisionItem>, Error> {
        let mut query = of_artefact(project, artefact);
        before(&mut query, page)?;
        let events = Page::of(self.events(principal, project, query).await?, page, in_log);
        let items = events.items.iter().map(revision).collect::<Result<_, _>>()?;
        Ok(Page { items, cursors: events.cursors, next: events.next })
    }

    /// One revision of a document by its ordinal.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none or the project may not be seen.
    pub async fn revision(
        &self,
        principal: &Principal,
        project: ProjectId,
        artefact: &ArtefactKey,
        number: u32,
    ) -> Result<RevisionItem, Error> {
        let mut query = of_artefact(project, artefact);
        query.push("ORDER BY e.sequence LIMIT 1 OFFSET");
        let earlier = query.bind(signed(u64::from(number.checked_sub(1).ok_or(Error::NotFound)?)));
        query.push(&earlier);
        let events = self.events(principal, project, query).await?;
        let found = revision(events.first().ok_or(Error::NotFound)?)?;
        if found.revision.number == number { Ok(found) } else { Err(Error::corrupt("events", project)) }
    }

    async fn events(&self, principal: &Principal, project: ProjectId, query: Query) -> Result<Vec<TimelineItem>, Error> {
        let (inner, principal) = (Arc::clone(&self.inner), principal.clone());
        let rows: Vec<Row> = self
            .read(principal.organisation, move |tx| {
                Box::pin(async move {
                    must_see(&inner, tx, &principal, project).await?;
                    tx.all(&query.sql, query.values).await
                })
            })
            .await?;
        rows.into_iter().map(Row::item).collect()
    }
}

fn of_artefact(project: ProjectId, artefact: &ArtefactKey) -> Query {
    let mut query = Query::new(EVENTS);
    query.equal("e.project_id", project.0).push("AND e.kind = 'revision_submitted'");
    query.equal("e.subject", artefact.as_str());
    query
}
