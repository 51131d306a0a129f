//! The organisation: the second aggregate. It owns what all its projects share (laws 3 and 8).
//!
//! ```text
//! decide_organisation(&Organisation, &Context, OrganisationCommand) -> Result<Vec<OrganisationEvent>, Rejection>
//! Organisation::apply(&mut self, &OrganisationRecorded)                  the only place where it changes
//! organisation_tasks / due_organisation (&Organisation, &Context)
//! ```
//!
//! Evidence that is judged once and used by every project, the names of suppliers, who answers for whom while somebody is
//! away, the improvement plans that the board adopts for its gaps, what
//! bodies agreed to be only informed of, and consultations about a version of a funnel or about evidence. Projects read it
//! through [`crate::Context`]; whatever they decide on it is copied into their own events.

mod agreement;
mod command;
mod decide;
mod delegation;
mod event;
mod evidence;
mod permission;
mod settings;
mod state;
mod tasks;
mod used;

pub use agreement::{Agreement, Agreements};
pub use command::{About, BroughtEvidence, OrganisationCommand};
pub use decide::decide_organisation;
pub use delegation::{Delegation, Delegations};
pub use event::{OrganisationEvent, OrganisationRecorded};
pub use evidence::{
    EvidenceId, EvidenceJudgement, EvidenceRevision, EvidenceStanding, Frozen, ImprovementPlan, OrganisationEvidence,
};
pub use settings::{BodyRules, EvidenceKind, Settings};
pub use state::Organisation;
pub use tasks::{due_organisation, next_due_organisation, organisation_tasks};
pub use used::PlanInForce;

pub(crate) use used::{changed, due, freeze, gap, lacking, lay_on, name_suppliers, next_due, note_changed, plans};
