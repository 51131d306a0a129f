//! The tests of the notification crate: one binary.

mod council;
mod faults;
mod fixture;
mod fuzz;
mod gate;
mod letters;
mod news;
mod planning;
mod replaced;
mod retrying;
// The end-to-end tests use the same server; there is one copy of it.
#[path = "../../../../tests/src/smtp.rs"]
mod smtp;
mod smtp_urls;
mod texts;
