//! Consultations: a participation body or adviser is informed, asked for advice or for consent (laws 8 and 9).
//!
//! ```text
//! Requested ─┬─ declined                       a body asks to be asked
//!            └→ Asked ─┬─ positive ──────────────────────────→ Settled
//!  the gate asks ──────┤─ with points, negative → Advised ─ response → Settled (and waits)
//!                      ├─ consent given ─────────────────────→ Settled
//!                      ├─ consent withheld → Withheld ─┬─ vervangende toestemming → Settled
//!                      └─ no answer: advice → Settled; consent → Unanswered ─┘
//! ```
//!
//! Silence is never consent: nothing here turns the passing of a term into an answer.

mod act;
mod decide;
mod definition;
mod event;
mod gate;
mod in_project;
mod state;

pub use act::{Advice, AdviceVerdict, ConsultationAct, ConsultationCommand, Following, Response, TermChoice};
pub use definition::{ConsultationKind, Right};
pub use event::{ConsultationEvent, Term};
pub use gate::{ConsultationBlock, ConsultationTask};
pub use state::{Advised, Consultation, Consultations, Exhibit, Origin, Settled, Step, Summary};

pub(crate) use decide::{
    Known, counted_one, due as due_now, happened, has_members, next_due as next_of, overleg_missing, term,
};
pub(crate) use gate::{checks, due, next_due, tasks};
pub(crate) use in_project::{decide, need};
