//! The store on both databases: each body runs on SQLite and on a private PostgreSQL.

#[path = "../../../../tests/src/postgres.rs"]
#[expect(dead_code, reason = "shared with test binaries that use more of it")]
mod postgres;
mod world;

mod accounts;
mod cancelled;
mod differential;
mod documents;
mod doors;
mod evidence;
mod execute;
mod inbox;
mod links;
mod mail;
mod organisation;
mod pages;
mod races;
mod security;
mod tamper;
mod time;
mod told;
