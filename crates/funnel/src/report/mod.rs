//! Reports on a funnel: what of each framework it covers, how much work it asks, and what a new version changes (law 19).

mod burden;
mod coverage;
mod diff;
mod project;
mod words;

pub use burden::{Act, ActKind, Burden, By, Load, Sum, burden, load};
pub use coverage::{FrameworkCoverage, ThemeCoverage, coverage};
pub use diff::diff;
pub use project::Facts;
