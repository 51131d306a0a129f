//! Planning mail: events whose notices are not planned yet become notices, letters and deliveries, a batch at a time.

use std::collections::BTreeMap;
use std::sync::Arc;

use engine::{OrganisationId, PersonId, ProjectId, Recorded};
use sea_orm::FromQueryResult;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::error::Error;
use crate::links::NewLink;
use crate::mail::Letter;
use crate::project_row::EventRow;
use crate::projects::{ProjectView, ViewRow};
use crate::scope::signed;
use crate::store::{Inner, Store};
use crate::visible::Query;

/// An event whose notices are not planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unplanned {
    /// In which project.
    pub project: ProjectId,
    /// The event.
    pub recorded: Recorded,
}

/// Something that people should know; unique on event, recipient and kind.
#[derive(Clone, Debug, PartialEq)]
pub struct NewNotice {
    /// In which project.
    pub project: ProjectId,
    /// Because of which event.
    pub sequence: u64,
    /// What kind, such as `please_review`.
    pub kind: String,
    /// The particulars of the notice.
    pub data: Value,
}

/// Somebody who gets a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addressee {
    /// Who.
    pub person: PersonId,
    /// How the letter greets them, as plain text.
    pub greeting: String,
    /// The same for the HTML, escaped.
    pub greeting_html: String,
    /// The personal link that stands in their letter; it comes to be with the letter.
    pub link: Option<NewLink>,
}

/// One letter about one or more notices, to everybody who gets it in these words.
#[derive(Clone, Debug, PartialEq)]
pub struct NewLetter {
    /// About what. Whoever has all of these already gets nothing.
    pub notices: Vec<NewNotice>,
    /// What it says, with [`crate::GREETING_MARK`] for the greeting and [`crate::LINK_MARK`] for the path of a personal link.
    pub letter: Letter,
    /// To whom.
    pub to: Vec<Addressee>,
}

/// Events planned in one go at most.
const PLAN_AT_ONCE: u32 = 500;

#[derive(FromQueryResult)]
struct UnplannedRow {
    project_id: Uuid,
    sequence: i64,
    hash: Vec<u8>,
    body: String,
}

impl Store {
    /// The oldest unplanned events of an organisation, at most `limit` (and at most 500).
    ///
    /// # Errors
    /// [`Error::Corrupt`] for an event that cannot be read.
    pub async fn unplanned(&self, organisation: OrganisationId, limit: u32) -> Result<Vec<Unplanned>, Error> {
        let limit = i64::from(limit.min(PLAN_AT_ONCE));
        let rows: Vec<UnplannedRow> = self
            .read(organisation, move |tx| {
                let sql = "SELECT u.project_id, u.sequence, e.hash, e.body FROM unplanned_events u \
                           JOIN events e ON e.project_id = u.project_id AND e.sequence = u.sequence \
                           AND e.organisation_id = $1 WHERE u.organisation_id = $1 \
                           ORDER BY u.at, u.project_id, u.sequence LIMIT $2";
                Box::pin(async move { tx.all(sql, [limit.into()]).await })
            })
            .await?;
        let unplanned = rows.into_iter().map(|UnplannedRow { project_id, sequence, hash, body }| {
            let project = ProjectId(project_id);
            Ok(Unplanned { project, recorded: EventRow { sequence, hash, body }.recorded(project)? })
        });
        unplanned.collect()
    }

    /// These projects as they are now, read in one go, for the system alone. One that is damaged has its own error and
    /// keeps none of the others back; one that is not there is left out.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn projects_now(
        &self,
        organisation: OrganisationId,
        projects: Vec<ProjectId>,
    ) -> Result<BTreeMap<ProjectId, Result<ProjectView, Error>>, Error> {
        let inner = Arc::clone(&self.inner);
        self.read(organisation, move |tx| {
            Box::pin(async move {
                let mut query = Query::new(ViewRow::SELECT);
                query.among("p.id", projects.iter().map(|project| project.0));
                let rows: Vec<ViewRow> = tx.all(&query.sql, query.values).await?;
                let mut views = BTreeMap::new();
                for row in rows {
                    let id = ProjectId(row.id);
                    match row.view(&inner, tx).await {
                        Err(error @ Error::Database(_)) => return Err(error),
                        view => views.insert(id, view),
                    };
                }
                Ok(views)
            })
        })
        .await
    }

    /// Stores what was planned for `events` and takes them off the list, all in one transaction; gives the number of
    /// e-mails. Two workers that plan the same event store its notices once.
    ///
    /// # Errors
    /// [`Error::Database`]; then the events stay unplanned.
    pub async fn planned(
        &self,
        organisation: OrganisationId,
        events: &[Unplanned],
        letters: Vec<NewLetter>,
    ) -> Result<u64, Error> {
        self.planned_and_told(organisation, events, letters, Vec::new()).await
    }
}

/// The events of a batch, as the statements take them.
pub(crate) fn planned_rows(events: &[Unplanned]) -> Vec<Value> {
    let row = |event: &Unplanned| json!({ "project": simple(event.project.0), "sequence": signed(event.recorded.sequence) });
    events.iter().map(row).collect()
}

/// The rows of a batch, as the statements take them.
pub(crate) struct Rows {
    pub letters: Vec<Value>,
    pub deliveries: Vec<Value>,
    pub notices: Vec<Value>,
    pub links: Vec<Value>,
    pub now: i64,
}

impl Rows {
    pub(crate) fn of(inner: &Inner, letters: Vec<NewLetter>) -> Self {
        let now = inner.config.clock.now().at.0;
        let none = Vec::new;
        let mut rows = Self { letters: none(), deliveries: none(), notices: none(), links: none(), now };
        for NewLetter { notices, letter, to } in letters {
            let id = simple(inner.new_id());
            rows.letters.push(json!({ "id": id, "subject": letter.subject, "text": letter.text, "html": letter.html }));
            for Addressee { person, greeting, greeting_html, link } in to {
                let (delivery, person) = (simple(inner.new_id()), simple(person.0));
                for notice in &notices {
                    rows.notices.push(json!({
                        "id": simple(inner.new_id()),
                        "project": simple(notice.project.0),
                        "sequence": signed(notice.sequence),
                        "kind": notice.kind,
                        "person": person,
                        "delivery": delivery,
                        "data": notice.data.to_string(),
                    }));
                }
                rows.deliveries.push(json!({
                    "id": delivery, "letter": id, "person": person, "greeting": greeting, "greeting_html": greeting_html,
                    "link": link.as_ref().map(|link| link.token.as_str()),
                }));
                rows.links.extend(link.map(|link| {
                    json!({
                        "hash": link.token.hash().to_string(),
                        "delivery": delivery,
                        "person": person,
                        "project": simple(link.project.0),
                        "consultation": link.consultation,
                        "until": link.until.0,
                    })
                }));
            }
        }
        rows
    }
}

pub(crate) fn simple(id: Uuid) -> String {
    id.simple().to_string()
}
