//! Recorded on behalf (law 14): what was answered in a meeting, on paper or by phone is entered by somebody else, and the
//! person can contest it.

mod closed;
mod contest;
mod record;
mod state;

pub use closed::{Cause, Closed};
pub use contest::Contestable;
pub use record::{Minutes, OnBehalf, Votes};
pub use state::{ContestedDecision, Record, Records};

pub(crate) use contest::{checks, contest, uphold, uphold_need};
pub(crate) use record::{need, record};
