//! The publishing checks (law 19).

/// The writer that is no party: the lead of the project.
pub(crate) const LEAD: &str = "lead";
