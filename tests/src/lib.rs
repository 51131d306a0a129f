//! What the end-to-end tests stand on.

#![expect(clippy::missing_panics_doc, reason = "a test that panics has failed, which is what these are for")]

pub mod acts;
pub mod postgres;
pub mod smtp;
pub mod world;
