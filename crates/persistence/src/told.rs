//! What a worker that plans mail has to know beside the projects: what was told before, what was answered before, and who cannot
//! sign in.

use std::collections::{BTreeMap, BTreeSet};

use engine::{GateKey, OrganisationId, PersonId, ProjectId, Recorded};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::error::Error;
use crate::hot;
use crate::planning::{NewLetter, Rows, Unplanned, planned_rows};
use crate::project_row::EventRow;
use crate::scope::Tx;
use crate::store::Store;
use crate::visible::Query;

/// Answers on one document or question that are looked back at, the latest first: more than any round ever has.
const ANSWERS: i64 = 500;

/// For which round a project's deciders now know that they can decide; none when something is in the way again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GateTold {
    /// In which project.
    pub project: ProjectId,
    /// The gate and its round.
    pub round: Option<(GateKey, u32)>,
}

#[derive(FromQueryResult)]
struct ToldRow {
    project_id: Uuid,
    gate: String,
    round: i64,
}

#[derive(FromQueryResult)]
struct LinkRow {
    person_id: Uuid,
    project_id: Uuid,
    consultation: i64,
}

impl Store {
    /// For which round of their open gate the deciders of these projects were told that everything is there. A project of
    /// which nobody was told is left out.
    ///
    /// # Errors
    /// [`Error::Database`], [`Error::Corrupt`].
    pub async fn gates_told(
        &self,
        organisation: OrganisationId,
        projects: BTreeSet<ProjectId>,
    ) -> Result<BTreeMap<ProjectId, (GateKey, u32)>, Error> {
        let mut query = Query::new("SELECT project_id, gate, round FROM gates_told WHERE organisation_id = $1");
        query.among("project_id", projects.iter().map(|project| project.0));
        let rows: Vec<ToldRow> =
            self.read(organisation, move |tx| Box::pin(async move { tx.all(&query.sql, query.values).await })).await?;
        let told = rows.into_iter().map(|ToldRow { project_id, gate, round }| {
            let corrupt = || Error::corrupt("gates_told", project_id);
            let gate = GateKey::parse(gate).map_err(|_| corrupt())?;
            Ok((ProjectId(project_id), (gate, u32::try_from(round).map_err(|_| corrupt())?)))
        });
        told.collect()
    }

    /// As [`Store::planned`], with what is known from now on of gates that can be decided: all in one transaction.
    ///
    /// # Errors
    /// [`Error::Database`]; then the events stay unplanned.
    pub async fn planned_and_told(
        &self,
        organisation: OrganisationId,
        events: &[Unplanned],
        letters: Vec<NewLetter>,
        told: Vec<GateTold>,
    ) -> Result<u64, Error> {
        let (planned, rows) = (planned_rows(events), Rows::of(&self.inner, letters));
        self.write(organisation, move |tx| {
            Box::pin(async move {
                for gate in told {
                    keep(tx, gate, rows.now).await?;
                }
                hot::plan(tx, &planned, &rows).await
            })
        })
        .await
    }

    /// The answers of parties in a project on these documents and questions, by their keys; the latest, in any order.
    ///
    /// # Errors
    /// [`Error::Database`], [`Error::Corrupt`].
    pub async fn answers_on(
        &self,
        organisation: OrganisationId,
        project: ProjectId,
        subjects: BTreeSet<String>,
    ) -> Result<Vec<Recorded>, Error> {
        let mut query = Query::new("SELECT e.sequence, e.hash, e.body FROM events e WHERE e.organisation_id = $1");
        query.equal("e.project_id", project.0).among("e.kind", ["revision_reviewed", "criterion_judged"]);
        query.among("e.subject", subjects).push("ORDER BY e.sequence DESC");
        let limit = query.bind(ANSWERS);
        query.push(&format!("LIMIT {limit}"));
        let rows: Vec<EventRow> =
            self.read(organisation, move |tx| Box::pin(async move { tx.all(&query.sql, query.values).await })).await?;
        rows.iter().map(|row| row.recorded(project)).collect()
    }

    /// Who of these people cannot sign in, with the consultations in each of these projects for which they were sent a
    /// personal link.
    ///
    /// # Errors
    /// [`Error::Database`], [`Error::Corrupt`].
    pub async fn without_account(
        &self,
        organisation: OrganisationId,
        people: BTreeSet<PersonId>,
        projects: BTreeSet<ProjectId>,
    ) -> Result<BTreeMap<PersonId, BTreeMap<ProjectId, BTreeSet<u32>>>, Error> {
        let mut persons = Query::new("SELECT id FROM persons WHERE organisation_id = $1 AND account_id IS NULL");
        persons.among("id", people.iter().map(|person| person.0));
        let mut links =
            Query::new("SELECT DISTINCT person_id, project_id, consultation FROM links WHERE organisation_id = $1");
        links.among("person_id", people.iter().map(|person| person.0));
        links.among("project_id", projects.iter().map(|project| project.0));
        self.read(organisation, move |tx| {
            Box::pin(async move {
                let mut found: BTreeMap<PersonId, BTreeMap<ProjectId, BTreeSet<u32>>> = BTreeMap::new();
                for row in tx.rows(&persons.sql, persons.values).await? {
                    found.insert(PersonId(row.try_get_by_index(0)?), BTreeMap::new());
                }
                if found.is_empty() {
                    return Ok(found);
                }
                let rows: Vec<LinkRow> = tx.all(&links.sql, links.values).await?;
                for LinkRow { person_id, project_id, consultation } in rows {
                    let Some(linked) = found.get_mut(&PersonId(person_id)) else { continue };
                    let number = u32::try_from(consultation).map_err(|_| Error::corrupt("links", person_id))?;
                    linked.entry(ProjectId(project_id)).or_default().insert(number);
                }
                Ok(found)
            })
        })
        .await
    }
}

async fn keep(tx: &Tx<'_>, told: GateTold, now: i64) -> Result<(), Error> {
    let project = told.project.0.into();
    let Some((gate, round)) = told.round else {
        let sql = "DELETE FROM gates_told WHERE organisation_id = $1 AND project_id = $2";
        return tx.execute(sql, [project]).await.map(|_| ());
    };
    let sql = "INSERT INTO gates_told (organisation_id, project_id, gate, round, told_at) VALUES ($1, $2, $3, $4, $5) \
               ON CONFLICT (project_id) DO UPDATE SET gate = excluded.gate, round = excluded.round, \
               told_at = excluded.told_at";
    let values = [project, gate.as_str().into(), i64::from(round).into(), now.into()];
    tx.execute(sql, values).await.map(|_| ())
}
