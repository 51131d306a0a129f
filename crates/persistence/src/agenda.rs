//! What waits for a body that decides gates, for its meeting. Like tasks, an agenda is derived and never stored.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use engine::{AnswerRule, Funnel, FunnelVersionId, GateKey, PartyKey, PersonId, PhaseKey, TaskKind};
use funnel::Definition;
use sea_orm::FromQueryResult;
use time::Date;
use time::macros::format_description;
use uuid::Uuid;

use crate::command::Principal;
use crate::error::Error;
use crate::funnels::definition;
use crate::page::{Cursor, Page, PageProblem, PageRequest};
use crate::projects::{ProjectView, ViewRow};
use crate::roster::{self, Acting};
use crate::scope::Tx;
use crate::store::{Inner, Store};
use crate::visible::Query;

/// Funnel versions that are looked at, the newest first: far more than projects run on at the same time.
const VERSIONS: i64 = 200;

/// Names the order of the list in its cursors.
const ORDER: &str = "agenda";

/// Stands where a gate is not ready: after every real date.
const NOT_READY: Date = Date::MAX;

/// A project on the agenda, as a page sorts it.
struct Placed {
    due: Date,
    id: Uuid,
    view: ProjectView,
}

#[derive(FromQueryResult)]
struct PlaceRow {
    ready_due: Date,
}

/// The versions of the funnels, as they were published.
async fn versions(inner: &Inner, tx: &Tx<'_>) -> Result<Vec<(FunnelVersionId, Arc<Definition>)>, Error> {
    let sql = "SELECT id FROM funnel_versions WHERE organisation_id = $1 ORDER BY published_at DESC, id DESC LIMIT $2";
    let mut all = Vec::new();
    for row in tx.rows(sql, [VERSIONS.into()]).await? {
        let id = FunnelVersionId(row.try_get_by_index(0)?);
        all.push((id, definition(inner, tx, id).await?));
    }
    Ok(all)
}

/// The parties for which somebody takes or enters decisions under this funnel (laws 7 and 14).
fn meets<'f>(funnel: &'f Funnel, acting: &'f [Acting]) -> impl Iterator<Item = &'f PartyKey> {
    let gates = funnel.phases.iter().filter_map(|phase| phase.gate.as_ref());
    let decides = |gate: &engine::Gate| {
        let of_party = |one: &&Acting| one.party == gate.decided_by;
        acting.iter().filter(of_party).any(|one| one.chair || gate.rule != AnswerRule::Chair)
    };
    let enters = |gate: &engine::Gate| {
        let recorders = funnel.party(&gate.decided_by).map(|party| &party.recorded_by[..]).unwrap_or_default();
        acting.iter().any(|one| recorders.contains(&one.party))
    };
    gates.filter(move |gate| decides(gate) || enters(gate)).map(|gate| &gate.decided_by)
}

/// Under which versions a project in which phase stands before which gate of a party.
type Gates = BTreeMap<(PhaseKey, GateKey), Vec<FunnelVersionId>>;

fn gates(versions: &[(FunnelVersionId, Arc<Definition>)], party: &PartyKey) -> Gates {
    let mut gates = Gates::new();
    for (version, definition) in versions {
        for phase in &definition.funnel.phases {
            if let Some(gate) = phase.gate.as_ref().filter(|gate| gate.decided_by == *party) {
                gates.entry((phase.key.clone(), gate.key.clone())).or_default().push(*version);
            }
        }
    }
    gates
}

/// The projects that stand before these gates, those that can be decided first, by date; the others as they began.
fn standing(principal: &Principal, today: Date, gates: &Gates, page: &PageRequest) -> Result<Query, Error> {
    let mut query = Query::new("SELECT");
    let never = query.bind(NOT_READY);
    query.push(&format!(
        "a.ready_due, p.id, p.version, p.state_format, p.state, p.title, p.created_at, p.updated_at, o.roster_version \
         FROM (SELECT p.id, coalesce(t.due_on, {never}) AS ready_due FROM projects p LEFT JOIN tasks t \
         ON t.organisation_id = $1 AND t.project_id = p.id"
    ));
    let tasks: BTreeSet<String> = gates.keys().map(|(_, gate)| String::from(TaskKind::Decide(gate.clone()))).collect();
    query.among("t.kind", tasks);
    query.push("WHERE p.organisation_id = $1 AND p.lifecycle = 'active'");
    let before: Vec<String> = gates
        .iter()
        .map(|((phase, _), versions)| {
            let phase = query.bind(phase.as_str());
            let versions: Vec<String> = versions.iter().map(|version| query.bind(version.0)).collect();
            format!("(p.phase = {phase} AND p.funnel_version_id IN ({}))", versions.join(", "))
        })
        .collect();
    query.push(&if before.is_empty() { "AND 1 = 0".to_owned() } else { format!("AND ({})", before.join(" OR ")) });
    query.visible(principal, today);
    if let Some(cursor) = &page.after {
        let [due, id] = cursor.values::<2>(ORDER)?;
        let date = format_description!("[year]-[month]-[day]");
        let due = query.bind(Date::parse(&due, &date).map_err(|_| PageProblem::Cursor)?);
        let id = query.bind(Uuid::parse_str(&id).map_err(|_| PageProblem::Cursor)?);
        query.push(&format!("AND (coalesce(t.due_on, {never}), p.id) > ({due}, {id})"));
    }
    let limit = query.bind(page.fetch());
    query.push(&format!(
        "ORDER BY ready_due, p.id LIMIT {limit}) AS a JOIN projects p ON p.id = a.id AND p.organisation_id = $1 \
         JOIN organisations o ON o.id = p.organisation_id ORDER BY a.ready_due, a.id"
    ));
    Ok(query)
}

/// Somebody's memberships today; time holds no meetings.
fn acting(roster: &roster::Roster, person: Option<PersonId>, today: Date) -> Vec<Acting> {
    person.map(|person| roster.acting(person, today)).unwrap_or_default()
}

impl Store {
    /// The parties for which somebody may hold a meeting: those that decide gates and for which they decide or enter the
    /// decision, under any of the published funnels.
    ///
    /// # Errors
    /// [`Error::Database`]; [`Error::Corrupt`] for a funnel version that is damaged.
    pub async fn meets(&self, principal: &Principal) -> Result<BTreeSet<PartyKey>, Error> {
        let (inner, principal) = (Arc::clone(&self.inner), principal.clone());
        self.read(principal.organisation, move |tx| {
            Box::pin(async move {
                let today = inner.config.clock.now().today;
                let acting = acting(&*roster::now(&inner, tx).await?, principal.person(), today);
                let mut parties = BTreeSet::new();
                if !acting.is_empty() {
                    for (_, definition) in versions(&inner, tx).await? {
                        parties.extend(meets(&definition.funnel, &acting).cloned());
                    }
                }
                Ok(parties)
            })
        })
        .await
    }

    /// The projects that stand before a gate of this party and that may be seen, for its meeting: those that can be decided
    /// now first, by date, then the others in the order in which they began. All in one statement.
    ///
    /// # Errors
    /// [`Error::NotFound`] unless the principal [meets](Store::meets) for the party; [`Error::Page`] for a cursor of another
    /// list.
    pub async fn agenda(
        &self,
        principal: &Principal,
        party: &PartyKey,
        page: &PageRequest,
    ) -> Result<Page<ProjectView>, Error> {
        let (inner, asking, party, wanted) = (Arc::clone(&self.inner), principal.clone(), party.clone(), page.clone());
        let placed: Vec<Placed> = self
            .read(principal.organisation, move |tx| {
                Box::pin(async move {
                    let today = inner.config.clock.now().today;
                    let acting = acting(&*roster::now(&inner, tx).await?, asking.person(), today);
                    let versions = versions(&inner, tx).await?;
                    if !versions.iter().any(|(_, one)| meets(&one.funnel, &acting).any(|met| *met == party)) {
                        return Err(Error::NotFound);
                    }
                    let query = standing(&asking, today, &gates(&versions, &party), &wanted)?;
                    let mut placed = Vec::new();
                    for row in tx.rows(&query.sql, query.values).await? {
                        let PlaceRow { ready_due: due } = PlaceRow::from_query_result(&row, "")?;
                        let view = ViewRow::from_query_result(&row, "")?.view(&inner, tx).await?;
                        placed.push(Placed { due, id: view.state.id.0, view });
                    }
                    Ok(placed)
                })
            })
            .await?;
        let Page { items, cursors, next } = Page::of(placed, page, |one| Cursor::of(ORDER, &[&one.due, &one.id]));
        Ok(Page { items: items.into_iter().map(|placed| placed.view).collect(), cursors, next })
    }
}
