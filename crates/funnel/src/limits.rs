//! Named limits of definitions and of form answers. Counts of what a funnel holds are in [`engine::limits`].

/// Bytes of a funnel file.
pub const MAX_FILE_BYTES: usize = 512 * 1024;
/// Nested lists and mappings in a funnel file.
pub const FILE_DEPTH: usize = 40;
/// Values in a funnel file, counting what anchors repeat.
pub const FILE_NODES: usize = 60_000;
/// Problems reported for one file.
pub const PROBLEMS: usize = 500;
/// Characters in a name or a question.
pub const NAME_LENGTH: usize = 300;
/// Characters in a help text.
pub const HELP_LENGTH: usize = 4_000;
/// Levels of one fact.
pub const LEVELS: usize = 20;
/// Frameworks in a funnel.
pub const FRAMEWORKS: usize = 20;
/// Themes of one framework.
pub const THEMES: usize = 200;
/// Sources in a funnel.
pub const SOURCES: usize = 100;
/// Entries in any other list of a definition, such as the requirements of a gate.
pub const LIST: usize = 500;
/// Days in a maximum age: ten years.
pub const AGE_DAYS: u16 = 3_660;
/// Days ahead that writers hear of the end of a document, where the funnel does not say.
pub const NOTICE_DAYS: u16 = 60;
/// Nested `all`, `any` and `not` in one condition.
pub const CONDITION_DEPTH: usize = 16;
/// Parts of one condition.
pub const CONDITION_PARTS: usize = 200;
/// Combinations of facts tried to prove one condition.
pub const COMBINATIONS: usize = 20_000;
/// Combinations of facts tried for one file.
pub const COMBINATIONS_IN_ALL: usize = 2_000_000;
/// Fields in one form, counting the columns of tables.
pub const FORM_FIELDS: usize = 200;
/// Nested schemas in one form.
pub const FORM_DEPTH: usize = 16;
/// Bytes of the answers of one form.
pub const ANSWERS_BYTES: usize = 256 * 1024;
/// Nested lists and objects in the answers of one form.
pub const ANSWERS_DEPTH: usize = 16;
/// Problems reported for the answers of one form.
pub const FORM_PROBLEMS: usize = 100;
/// Patterns in all forms of one file.
pub const PATTERNS: usize = 100;
/// Bytes of one compiled pattern.
pub const PATTERN_BYTES: usize = 512 * 1024;
/// Members that a quorum can ask.
pub const MEMBERS: u32 = 1_000;
