//! Refusals. One variant per rule; each names its law and what would lift it.

mod answer;
mod rules;

pub use answer::{Law, WayOut};
pub use rules::Rejection;
