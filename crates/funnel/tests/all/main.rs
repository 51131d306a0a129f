//! What the crate promises, seen from outside.

mod docs;
mod faults;
mod forms;
mod garbage;
mod reports;
mod shipped;
