//! The organisation as an aggregate: what it settled, keeps and agreed for all its projects (laws 3, 8, 9 and 12).
//!
//! The same path as that of a project: receipt, permission, decision, log with its chain, state, texts. The organisation's
//! row is held from the first statement on, so its commands and changes of its people wait for each other. Its state is a
//! part of the [`crate::Roster`]: every command draws a new version of it, so that every project reads it anew.

mod due;
mod evidence;
mod execute;
mod files;
mod growing;
mod opinions;
mod planning;
mod row;
mod timeline;
mod users;
mod uses;
mod verify;
mod would;

pub use execute::{OrganisationReceipt, OrganisationRequest};
pub use files::NewEvidenceFile;
pub use timeline::{OrganisationTask, OrganisationTimelineItem};
pub use users::EvidenceUser;

pub(crate) use files::of_evidence;
pub(crate) use row::load;
pub(crate) use uses::{Known, next_look, of as uses_of, written as written_uses};
pub(crate) use verify::examine;
