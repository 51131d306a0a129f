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
/// Calendar days before its date that the owner of a condition hears of it, once for that date.
pub const CONDITION_NOTICE_DAYS: i64 = 7;
/// Days from *hold* to its review date.
pub const HOLD_DAYS: u16 = 366;
/// Conditions of one project that are open at the same time.
pub const OPEN_CONDITIONS: usize = 100;
/// Consultations of one project (or of the organisation) that are open at the same time.
pub const CONSULTATIONS: usize = 20;
/// Documents shown in one consultation.
pub const EXHIBITS: usize = 12;
/// Calendar days from the day of asking to the end of a body's term.
pub const CONSULTATION_DAYS: i64 = 400;
/// Working days in which a provider answers a body while no gate is open.
pub const ANSWER_DAYS: u16 = 10;
/// Working days before the end of a body's term on which it is reminded, once.
pub const REMINDER_DAYS: u16 = 5;
/// People named as present at one meeting.
pub const PRESENT: usize = 100;
/// Answers recorded on behalf of people that can be contested at the same time; the oldest give way.
pub const CONTESTABLE: usize = 30;
/// Kinds of evidence that one organisation keeps.
pub const EVIDENCE_KINDS: usize = 100;
/// Evidence of one organisation, with that of its suppliers.
pub const ORGANISATION_EVIDENCE: usize = 200;
/// Suppliers of one project.
pub const SUPPLIERS: usize = 20;
/// Suppliers that an organisation gave a name.
pub const NAMED_SUPPLIERS: usize = 500;
/// Delegations of an organisation that are not over.
pub const DELEGATIONS: usize = 500;
/// Calendar days ahead on which a delegation ends at the latest.
pub const DELEGATION_DAYS: i64 = 366;
/// Agreements of an organisation's bodies that are in force.
pub const AGREEMENTS: usize = 100;
/// Conditions in one agreement.
pub const AGREEMENT_CONDITIONS: usize = 50;
/// Meetings, and holidays, written down of one body.
pub const MEETINGS: usize = 200;
/// Calendar days that an improvement plan may take.
pub const PLAN_DAYS: u16 = 730;
/// Calendar days before evidence expires that its owners hear of it.
pub const EXPIRY_NOTICE_DAYS: i64 = 60;
/// Working days that the party of a kind of evidence has to judge it.
pub const EVIDENCE_JUDGE_DAYS: u16 = 10;
/// Changes in use of one project that are open at the same time.
pub const OPEN_CHANGES: usize = 20;
/// Signals of one project that are open at the same time.
pub const OPEN_SIGNALS: usize = 50;
/// Rollouts of one project that are planned and did not start yet.
pub const PLANNED_ROLLOUTS: usize = 50;
/// Bytes of the serialised state of one project (checked by a test after 10,000 events).
pub const STATE_BYTES: usize = 64 * 1024;
