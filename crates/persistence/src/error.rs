//! Errors are data. Database text stays inside, for logs.

use engine::{Conflict, PersonId, Rejection, Timestamp};
use funnel::{FormProblem, Problem};
use sea_orm::{DbErr, RuntimeErr, SqlErr};
use thiserror::Error;

use crate::drafts::Draft;
use crate::page::PageProblem;
use crate::text::TextProblem;

/// Why the store did not do what was asked. Nothing changed.
#[derive(Debug, Error)]
pub enum Error {
    /// A rule of the engine refuses it.
    #[error(transparent)]
    Rejected(#[from] Rejection),
    /// What the author saw is not what is there (law 17).
    #[error("what you saw has changed")]
    Conflict(Conflict),
    /// The same idempotency key came before with other content.
    #[error("this key was used before for another request")]
    KeyReused,
    /// What this meeting decided was entered before, in other words.
    #[error("what this meeting decided was entered before")]
    EnteredBefore {
        /// By whom.
        by: Option<PersonId>,
        /// What they are called; empty when erased.
        name: String,
        /// When.
        at: Timestamp,
    },
    /// The form answers break the rules of their form.
    #[error("{} answers of the form are not right", .0.len())]
    Form(Vec<FormProblem>),
    /// A text is refused.
    #[error(transparent)]
    Text(#[from] TextProblem),
    /// A page was asked for that does not exist.
    #[error(transparent)]
    Page(#[from] PageProblem),
    /// It does not exist, or may not be seen.
    #[error("not found")]
    NotFound,
    /// Somebody else saved the draft in between; this is what they saved.
    #[error("the draft was saved by somebody else")]
    DraftChanged(Option<Box<Draft>>),
    /// It exists already: an e-mail address, a party key.
    #[error("it exists already")]
    Exists,
    /// The file is empty.
    #[error("the file is empty")]
    FileEmpty,
    /// The file is larger than [`crate::MAX_FILE_BYTES`].
    #[error("the file is larger than {limit} bytes")]
    FileTooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// The upload broke off before its end.
    #[error("the upload broke off")]
    FileBrokenOff,
    /// A funnel that breaks the publishing checks (law 19).
    #[error("{} problems in the funnel", .0.len())]
    Funnel(Vec<Problem>),
    /// A row cannot be what it says: tampered with, damaged, or written by a newer Trechter. Fails closed.
    #[error("a row of {table} is damaged")]
    Corrupt {
        /// In which table.
        table: &'static str,
        /// Which row.
        id: String,
    },
    /// The database or the disk failed; nothing was half written.
    #[error("the database failed ({})", .0.failure.as_str())]
    Database(#[source] DatabaseError),
}

/// A failure of the database or the disk. Its text is for logs only.
#[derive(Debug, Error)]
#[error("{failure:?}: {text}")]
pub struct DatabaseError {
    /// What kind of failure.
    pub failure: Failure,
    pub(crate) text: String,
}

/// The kinds of failure that an operator acts on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The disk is full.
    Full,
    /// The database is away, or the connection broke.
    Away,
    /// The store is closing.
    Closed,
    /// Too much waits at the same time.
    Busy,
    /// Two writers met; trying again helps.
    Raced,
    /// Anything else.
    Other,
}

impl Failure {
    /// One word for logs and metrics.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Away => "away",
            Self::Closed => "closed",
            Self::Busy => "busy",
            Self::Raced => "raced",
            Self::Other => "other",
        }
    }
}

impl DatabaseError {
    pub(crate) fn new(failure: Failure, text: impl Into<String>) -> Self {
        Self { failure, text: text.into() }
    }
}

impl Error {
    #[expect(clippy::needless_pass_by_value, reason = "ids are small and callers own them")]
    pub(crate) fn corrupt(table: &'static str, id: impl ToString) -> Self {
        Self::Corrupt { table, id: id.to_string() }
    }

    pub(crate) fn failed(failure: Failure, text: impl Into<String>) -> Self {
        Self::Database(DatabaseError::new(failure, text))
    }

    /// Whether a second try of the same transaction can succeed where this one failed.
    pub(crate) fn is_race(&self) -> bool {
        matches!(self, Self::Database(error) if error.failure == Failure::Raced)
    }
}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        let failure = match (&error, error.sql_err()) {
            (_, Some(SqlErr::UniqueConstraintViolation(_))) => Failure::Raced,
            (DbErr::ConnectionAcquire(_), _) => Failure::Busy,
            (DbErr::Conn(_), _) => Failure::Away,
            (DbErr::Exec(RuntimeErr::SqlxError(inner)) | DbErr::Query(RuntimeErr::SqlxError(inner)), _) => classify(inner),
            _ => Failure::Other,
        };
        Self::failed(failure, error.to_string())
    }
}

impl From<sea_orm::SqlxError> for Error {
    fn from(error: sea_orm::SqlxError) -> Self {
        Self::failed(classify(&error), error.to_string())
    }
}

/// SQLite's result codes and PostgreSQL's SQLSTATEs.
pub(crate) fn classify(error: &sea_orm::SqlxError) -> Failure {
    use sea_orm::SqlxError;
    match error {
        SqlxError::Io(_) | SqlxError::WorkerCrashed | SqlxError::Protocol(_) => Failure::Away,
        SqlxError::PoolTimedOut => Failure::Busy,
        SqlxError::PoolClosed => Failure::Closed,
        SqlxError::Database(inner) => match inner.code().as_deref() {
            Some("13" | "53100") => Failure::Full,
            Some("40001" | "40P01" | "5" | "517" | "2067" | "1555" | "23505") => Failure::Raced,
            Some(code) if code.starts_with("08") || code.starts_with("57P") => Failure::Away,
            _ => Failure::Other,
        },
        _ => Failure::Other,
    }
}

/// Why the store could not be opened.
#[derive(Debug, Error)]
pub enum OpenError {
    /// The URL names no database that Trechter knows.
    #[error("the database URL must start with sqlite:// or postgres://")]
    Url,
    /// Another process has this SQLite database open.
    #[error("another process has this database open")]
    Locked,
    /// The database was made by another version, and migrating was not asked for.
    #[error("the database needs migrating")]
    NeedsMigration,
    /// The folder for files and the lock cannot be used.
    #[error("the data folder cannot be used")]
    Folder(#[source] std::io::Error),
    /// The database cannot be reached or refuses.
    #[error("the database cannot be opened: {0}")]
    Database(#[source] DatabaseError),
}

impl From<DbErr> for OpenError {
    fn from(error: DbErr) -> Self {
        match Error::from(error) {
            Error::Database(error) => Self::Database(error),
            other => Self::Database(DatabaseError::new(Failure::Other, other.to_string())),
        }
    }
}

impl From<Error> for OpenError {
    fn from(error: Error) -> Self {
        match error {
            Error::Database(error) => Self::Database(error),
            other => Self::Database(DatabaseError::new(Failure::Other, other.to_string())),
        }
    }
}
