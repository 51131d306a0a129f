//! Which projects rest on what the organisation keeps, and how a change of it reaches each of them once (laws 4 and 12).
//!
//! A project writes down what it rests on and the last event of the organisation that it knew; the organisation writes down
//! its last event about each of these things. Whoever knew less than happened is looked at by time. Comparing the two needs
//! no lock between them: whichever is written last, the difference is there to be found.

use std::collections::BTreeSet;

use engine::{EvidenceId, Funnel, Lifecycle, Organisation, OrganisationEvent, Project, ProjectId};
use serde_json::json;
use time::Date;

use crate::error::Error;
use crate::scope::{Tx, signed, unsigned};

/// One thing that projects rest on: evidence, of the organisation or of a supplier; or, without a kind, what the
/// organisation settled and agreed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Use {
    pub kind: String,
    pub supplier: String,
}

impl Use {
    fn settled() -> Self {
        Self { kind: String::new(), supplier: String::new() }
    }

    pub(super) fn evidence(id: &EvidenceId) -> Self {
        let supplier = id.supplier.as_ref().map_or_else(String::new, ToString::to_string);
        Self { kind: id.kind.as_str().to_owned(), supplier }
    }
}

/// What a project rests on, and the organisation's last event that it knew; none where it rests on nothing, or was not
/// looked at since such things are written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    pub uses: BTreeSet<Use>,
    pub seen: Option<u64>,
}

impl Known {
    /// As the row says that was read.
    pub(crate) fn stored(funnel: &Funnel, project: &Project, seen: Option<i64>) -> Self {
        Self { uses: of(funnel, project), seen: seen.map(unsigned) }
    }

    /// As it is after a decision that knew this organisation.
    pub(crate) fn now(funnel: &Funnel, project: &Project, organisation: &Organisation) -> Self {
        let uses = of(funnel, project);
        let seen = (!uses.is_empty()).then_some(organisation.sequence);
        Self { uses, seen }
    }

    /// The rows, as the statements take them.
    pub(crate) fn rows(&self) -> String {
        let rows = self.uses.iter().map(|of| json!({ "kind": of.kind, "supplier": of.supplier }));
        serde_json::Value::Array(rows.collect()).to_string()
    }
}

/// What a project rests on while it is under way: every kind of evidence that a criterion of its funnel names, of the
/// organisation and of each of its suppliers, and the agreements of the bodies that its gates ask.
pub(crate) fn of(funnel: &Funnel, project: &Project) -> BTreeSet<Use> {
    if project.lifecycle != Lifecycle::Active {
        return BTreeSet::new();
    }
    let mut uses: BTreeSet<Use> = evidence(funnel, project).iter().map(Use::evidence).collect();
    let asks = funnel.phases.iter().filter_map(|phase| phase.gate.as_ref()).any(|gate| !gate.consultations.is_empty());
    if asks || !uses.is_empty() {
        uses.insert(Use::settled());
    }
    uses
}

fn evidence(funnel: &Funnel, project: &Project) -> BTreeSet<EvidenceId> {
    let asked = funnel.criteria.iter().flat_map(|criterion| &criterion.asked_at);
    let kinds: BTreeSet<_> = asked.flat_map(|asking| &asking.organisation_evidence).collect();
    let of_kind = |kind: &engine::EvidenceKey| {
        let suppliers = project.suppliers.iter().cloned().map(Some).chain([None]);
        suppliers.map(|supplier| EvidenceId { kind: kind.clone(), supplier }).collect::<Vec<_>>()
    };
    kinds.into_iter().flat_map(of_kind).collect()
}

/// The first day on which what a project rests on stands otherwise by itself: the day after evidence or a plan ran out.
pub(crate) fn next_look(funnel: &Funnel, project: &Project, organisation: &Organisation, today: Date) -> Option<Date> {
    if project.lifecycle != Lifecycle::Active {
        return None;
    }
    let ends = evidence(funnel, project).into_iter().flat_map(|id| {
        let valid_until = organisation.evidence.get(&id).and_then(engine::OrganisationEvidence::valid_until);
        [valid_until, organisation.plan_in_force(&id, today).map(|plan| plan.due)]
    });
    ends.flatten().filter(|end| *end >= today).filter_map(Date::next_day).min()
}

/// What an event of the organisation changed for projects.
fn changed(event: &OrganisationEvent) -> Option<Use> {
    match event {
        OrganisationEvent::EvidenceSubmitted { evidence, .. }
        | OrganisationEvent::EvidenceJudged { evidence, .. }
        | OrganisationEvent::PlanAdopted { evidence, .. } => Some(Use::evidence(evidence)),
        OrganisationEvent::EvidenceDefined { .. }
        | OrganisationEvent::Agreed { .. }
        | OrganisationEvent::AgreementRevoked { .. } => Some(Use::settled()),
        // What these say is read when somebody acts; nothing that waits in a project stands otherwise by them.
        OrganisationEvent::BoardSet { .. }
        | OrganisationEvent::BodySet { .. }
        | OrganisationEvent::SupplierNamed { .. }
        | OrganisationEvent::Delegated { .. }
        | OrganisationEvent::DelegationEnded { .. }
        | OrganisationEvent::Consultation { .. }
        | OrganisationEvent::ExpiryNoted { .. } => None,
    }
}

/// What these events changed for projects, with the last that did.
pub(super) fn changes<'a>(events: impl IntoIterator<Item = (u64, &'a OrganisationEvent)>) -> Vec<(Use, u64)> {
    let mut last = std::collections::BTreeMap::new();
    for (sequence, event) in events {
        if let Some(of) = changed(event) {
            last.insert(of, sequence);
        }
    }
    last.into_iter().collect()
}

/// Writes down what changed for projects.
pub(super) async fn note(tx: &Tx<'_>, changes: &[(Use, u64)]) -> Result<(), Error> {
    for (of, sequence) in changes {
        let sql = "INSERT INTO organisation_changes (organisation_id, kind, supplier, sequence) VALUES ($1, $2, $3, $4) \
                   ON CONFLICT (organisation_id, kind, supplier) DO UPDATE SET sequence = excluded.sequence";
        tx.execute(sql, [of.kind.as_str().into(), of.supplier.as_str().into(), signed(*sequence).into()]).await?;
    }
    Ok(())
}

/// What a project wrote down, for `verify`: with the organisation's last event it knew, and whether one came since.
pub(crate) struct Written {
    pub uses: BTreeSet<Use>,
    pub seen: Option<u64>,
    pub behind: bool,
}

pub(crate) async fn written(tx: &Tx<'_>, project: ProjectId) -> Result<Written, Error> {
    let sql = "SELECT u.kind, u.supplier, u.seen, coalesce(c.sequence, 0) FROM evidence_use u \
               LEFT JOIN organisation_changes c ON c.organisation_id = $1 AND c.kind = u.kind AND c.supplier = u.supplier \
               WHERE u.organisation_id = $1 AND u.project_id = $2";
    let mut written = Written { uses: BTreeSet::new(), seen: None, behind: false };
    for row in tx.rows(sql, [project.0.into()]).await? {
        let (seen, changed): (i64, i64) = (row.try_get_by_index(2)?, row.try_get_by_index(3)?);
        written.uses.insert(Use { kind: row.try_get_by_index(0)?, supplier: row.try_get_by_index(1)? });
        written.seen = Some(written.seen.map_or(unsigned(seen), |other| other.min(unsigned(seen))));
        written.behind |= changed > seen;
    }
    Ok(written)
}
