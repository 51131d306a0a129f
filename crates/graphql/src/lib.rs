//! The GraphQL API: everything the screens use, and nothing they must know besides.
//!
//! A request passes the allow-list or the guard, then the schema. Resolvers read through `Store` and end in
//! `Store::execute`; every `viewerCan…` asks the engine, so the screens hold no policy. `schema.graphql` is the printed
//! schema, proved fresh by a test.

#![expect(clippy::unused_async, reason = "the library's macros make every resolver async")]
#![expect(clippy::struct_field_names, reason = "fields are named as in the schema")]

mod acts;
mod api;
mod course;
mod enums;
mod error;
mod guard;
mod loaders;
mod mutation;
mod query;
mod session;
mod subscription;
mod types;

pub use api::{Api, ApiConfig, Operations, Reply, operation_hash};
pub use error::ErrorCode;
pub use guard::{Guarded, MAX_ALIASES, MAX_DIRECTIVES, MAX_DOCUMENT_BYTES, MAX_NESTING, MAX_SPREADS, MAX_TOKENS, guard};
pub use session::Language;
