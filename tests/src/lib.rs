//! What the end-to-end tests stand on.

#![expect(clippy::missing_panics_doc, reason = "a test that panics has failed, which is what these are for")]

pub mod acts;
pub mod chance;
pub mod council;
pub mod forms;
pub mod house;
pub mod letters;
pub mod life;
pub mod postgres;
pub mod server;
pub mod settle;
pub mod site;
pub mod smtp;
pub mod sql;
pub mod works;
pub mod world;
