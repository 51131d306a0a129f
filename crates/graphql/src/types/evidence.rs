//! Evidence of the organisation, as projects name it.

use async_graphql::SimpleObject;
use persistence::Roster;

use crate::session::Language;

/// Evidence of the organisation: its kind, and whose it is.
#[derive(Clone, SimpleObject)]
pub struct EvidenceName {
    /// The name of its kind in funnels.
    kind: String,
    /// The name of its kind on the screen.
    name: String,
    /// The supplier whose it is; null for the organisation's own.
    supplier: Option<String>,
}

impl EvidenceName {
    pub(crate) fn of(roster: &Roster, language: Language, evidence: &engine::EvidenceId) -> Self {
        let kind = roster.organisation.settings.evidence.get(&evidence.kind);
        Self {
            kind: evidence.kind.to_string(),
            name: kind.map_or_else(|| evidence.kind.to_string(), |kind| language.pick(&kind.name)),
            supplier: evidence.supplier.as_ref().map(ToString::to_string),
        }
    }
}
