//! The Store: the only crate that knows SQL, and the only way a project changes.
//!
//! ```text
//! Store::execute(&Principal, ProjectId, Request{key, seen, command})   one command, one transaction
//! Store::submit_draft(&Principal, ProjectId, SubmitDraft{key, …})      the same, with what was being written
//! Store::start(&Principal, StartRequest{key, command})                 a new project
//! Store::execute_organisation(&Principal, OrganisationRequest{…})      one command on the organisation itself
//! Store::execute_due()                                                 what time makes happen
//! ```
//!
//! One transaction looks up the idempotency key, loads the project's row, lets the engine decide, and appends the events
//! with their hash chain, the texts, the state, the read tables and the receipt. Every read takes a [`Principal`] or an
//! organisation, and what may not be seen is [`Error::NotFound`]. The database is chosen by its URL: SQLite with one writer
//! that lets waiting commands share a commit, or PostgreSQL with row-level security behind the organisation's scope.

mod accounts;
mod agenda;
mod bring_in;
mod canonical;
mod command;
mod config;
mod connection;
mod consultation;
mod contents;
mod drafts;
mod due;
mod error;
mod execute;
mod files;
mod funnels;
mod hot;
mod ids;
mod links;
mod log;
mod mail;
mod organisation;
mod organisations;
mod page;
mod planning;
mod project_row;
mod projects;
mod record_files;
mod roster;
mod scope;
mod seed;
mod store;
mod submission;
mod tasks;
mod text;
mod timeline;
mod told;
mod verify;
mod visible;

pub use accounts::{Account, AccountPerson, Session, SessionToken};
pub use command::{
    Acted, IdempotencyKey, KeyProblem, MeetingDecision, Principal, Receipt, Request, StartRequest, SubmitDraft,
};
pub use config::{Clock, Randomness, StoreConfig};
pub use consultation::{ConsultationLog, Opinion};
pub use drafts::Draft;
pub use error::{DatabaseError, Error, Failure, OpenError};
pub use files::{FileBytes, FileOf, FileRow, MAX_FILE_BYTES, NewFile, Staged};
pub use funnels::FunnelItem;
pub use hot::event_name;
pub use ids::{AccountId, DeliveryId, NoticeId};
pub use links::{LINK_PATH, Link, LinkToken, NewLink, RENEWALS_A_DAY};
pub use mail::{ClaimedDelivery, DeliveryItem, DeliveryOutcome, DeliveryStatus, GREETING_MARK, LINK_MARK, Letter, Work};
pub use organisation::OrganisationView;
pub use organisations::{
    EvidenceUser, NewEvidenceFile, OrganisationReceipt, OrganisationRequest, OrganisationTask, OrganisationTimelineItem,
};
pub use page::{Cursor, MAX_PAGE, Page, PageProblem, PageRequest};
pub use planning::{Addressee, NewLetter, NewNotice, Unplanned};
pub use projects::{ProjectFilter, ProjectItem, ProjectView};
pub use record_files::NewRecordFile;
pub use roster::{PartyView, PersonView, Roster};
pub use seed::{NewOrganisation, NewParty, NewPerson};
pub use store::{Changed, Store};
pub use tasks::{TaskFilter, TaskItem};
pub use text::{Limit, Text, TextProblem};
pub use timeline::{RevisionItem, TimelineItem};
pub use told::GateTold;
pub use verify::{Finding, Place, VerifyReport};
