//! Named limits. Every text, list and number that enters the engine has one.

/// Characters in a key of a funnel.
pub const KEY_LENGTH: usize = 60;
/// Characters in the path of a form field.
pub const FIELD_PATH_LENGTH: usize = 120;
/// Facts answered in one command.
pub const FACTS_PER_COMMAND: usize = 100;
/// Earlier answers confirmed in one command.
pub const CONFIRMATIONS_PER_COMMAND: usize = 200;
/// Files in one revision, whatever the funnel allows.
pub const FILES_PER_REVISION: usize = 20;
/// Working days in any term of a funnel.
pub const TERM_DAYS: u16 = 260;
/// Phases in a funnel.
pub const PHASES: usize = 50;
/// Criteria in a funnel.
pub const CRITERIA: usize = 1_000;
/// Kinds of artefacts in a funnel.
pub const ARTEFACTS: usize = 500;
/// Facts in a funnel.
pub const FACTS: usize = 200;
/// Parties in a funnel.
pub const PARTIES: usize = 200;
/// Conditions that one decision imposes.
pub const CONDITIONS_PER_DECISION: usize = 60;
/// Days from a decision to the date of a condition it imposes.
pub const CONDITION_DAYS: u16 = 730;
/// Days from *hold* to its review date.
pub const HOLD_DAYS: u16 = 366;
/// Conditions of one project that are open at the same time.
pub const OPEN_CONDITIONS: usize = 100;
/// Changes in use of one project that are open at the same time.
pub const OPEN_CHANGES: usize = 20;
/// Signals of one project that are open at the same time.
pub const OPEN_SIGNALS: usize = 50;
/// Rollouts of one project that are planned and did not start yet.
pub const PLANNED_ROLLOUTS: usize = 50;
/// Bytes of the serialised state of one project (checked by a test after 10,000 events).
pub const STATE_BYTES: usize = 64 * 1024;
