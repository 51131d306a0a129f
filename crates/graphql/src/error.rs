//! The one place where errors become what a client sees: a code, the rule with its law and way out, and no internals.

use async_graphql::{Enum, ErrorExtensionValues, ErrorExtensions as _, Name, Value};
use engine::Rejection;
use persistence::{Error, Failure};
use serde::Serialize;
use serde_json::json;
use time::format_description::well_known::Rfc3339;
use uuid::Uuid;

/// What kind of error it is; `extensions.code`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum ErrorCode {
    /// A rule of the engine refuses it; `rejection` says which, with its law and the way out.
    Rejected,
    /// What the author saw has changed; `conflict` says what.
    Conflict,
    /// It does not exist, or is not for this viewer.
    NotFound,
    /// The idempotency key came before with other content.
    KeyReused,
    /// What this meeting decided was entered before; `entered` says by whom and when.
    EnteredBefore,
    /// Form answers break their form; `problems` says where.
    FormInvalid,
    /// A text is empty, too long, or has characters that are not taken.
    TextInvalid,
    /// Another part of the input is wrong.
    InputInvalid,
    /// Nobody signed in.
    Unauthenticated,
    /// The document is too large or too complex.
    TooComplex,
    /// The database is away or busy; trying again later helps.
    Unavailable,
    /// Something failed; `requestId` finds it in the log.
    Internal,
}

impl ErrorCode {
    /// As written in the schema.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Rejected => "REJECTED",
            Self::Conflict => "CONFLICT",
            Self::NotFound => "NOT_FOUND",
            Self::KeyReused => "KEY_REUSED",
            Self::EnteredBefore => "ENTERED_BEFORE",
            Self::FormInvalid => "FORM_INVALID",
            Self::TextInvalid => "TEXT_INVALID",
            Self::InputInvalid => "INPUT_INVALID",
            Self::Unauthenticated => "UNAUTHENTICATED",
            Self::TooComplex => "TOO_COMPLEX",
            Self::Unavailable => "UNAVAILABLE",
            Self::Internal => "INTERNAL",
        }
    }
}

/// An error with its code.
pub(crate) fn refuse(code: ErrorCode, message: impl Into<String>) -> async_graphql::Error {
    async_graphql::Error::new(message).extend_with(|_, e| e.set("code", code.as_str()))
}

/// An error about one field of the input.
pub(crate) fn input(field: &str, message: impl Into<String>) -> async_graphql::Error {
    refuse(ErrorCode::InputInvalid, message).extend_with(|_, e| e.set("field", field))
}

fn set(extensions: &mut ErrorExtensionValues, name: &str, value: impl Serialize) {
    let value = serde_json::to_value(value).ok().and_then(|v| Value::from_json(v).ok());
    extensions.set(name, value.unwrap_or(Value::Enum(Name::new("UNREADABLE"))));
}

/// What a client sees of an error of the store.
pub(crate) fn problem(error: Error) -> async_graphql::Error {
    let message = error.to_string();
    match error {
        Error::Rejected(rejection) => rejected(&rejection),
        Error::Conflict(conflict) => {
            refuse(ErrorCode::Conflict, message).extend_with(|_, e| set(e, "conflict", conflict.differences))
        }
        Error::DraftChanged(draft) => refuse(ErrorCode::Conflict, message).extend_with(|_, e| {
            let saved = draft.map(|d| json!({ "version": d.version, "savedBy": d.saved_by }));
            set(e, "draft", saved);
        }),
        Error::KeyReused => refuse(ErrorCode::KeyReused, message),
        Error::EnteredBefore { by, name, at } => refuse(ErrorCode::EnteredBefore, message).extend_with(|_, e| {
            let at = at.to_utc().format(&Rfc3339).ok();
            set(e, "entered", json!({ "personId": by, "name": name, "at": at }));
        }),
        Error::Form(problems) => refuse(ErrorCode::FormInvalid, message).extend_with(|_, e| {
            let list: Vec<_> = problems
                .iter()
                .map(|p| json!({ "path": p.path, "rule": p.rule, "message": { "nl": p.message.nl, "en": p.message.en } }))
                .collect();
            set(e, "problems", list);
        }),
        Error::Text(problem) => text("", &problem),
        Error::Page(problem) => input("first", problem.to_string()),
        Error::NotFound => refuse(ErrorCode::NotFound, message),
        Error::Exists => refuse(ErrorCode::InputInvalid, message),
        Error::Database(failure)
            if matches!(failure.failure, Failure::Away | Failure::Busy | Failure::Full | Failure::Closed) =>
        {
            tracing::warn!(error = %failure, "the database could not be used");
            refuse(ErrorCode::Unavailable, "the database cannot be used now")
                .extend_with(|_, e| e.set("failure", failure.failure.as_str()))
        }
        other => internal(&other),
    }
}

/// A text that was refused, by the field it stood in.
pub(crate) fn text(field: &str, problem: &persistence::TextProblem) -> async_graphql::Error {
    use persistence::TextProblem::{Address, Character, Empty, Json, TooLong};
    let (rule, limit) = match problem {
        Empty => ("empty", None),
        TooLong { limit, .. } => ("too_long", Some(*limit)),
        Character { .. } => ("character", None),
        Address => ("address", None),
        Json(_) => ("json", None),
    };
    refuse(ErrorCode::TextInvalid, problem.to_string()).extend_with(|_, e| {
        e.set("field", field);
        e.set("rule", rule);
        if let Some(limit) = limit {
            e.set("limit", i32::try_from(limit).unwrap_or(i32::MAX));
        }
    })
}

fn rejected(rejection: &Rejection) -> async_graphql::Error {
    refuse(ErrorCode::Rejected, rejection.to_string()).extend_with(|_, e| {
        e.set("law", i32::from(rejection.law().0));
        set(e, "wayOut", rejection.way_out());
        set(e, "rejection", rejection);
    })
}

/// Internals go to the log under an id; the client sees the id.
fn internal(error: &Error) -> async_graphql::Error {
    let id = Uuid::now_v7();
    tracing::error!(request_id = %id, error = ?error, "a resolver failed");
    refuse(ErrorCode::Internal, "something failed on our side").extend_with(|_, e| e.set("requestId", id.to_string()))
}
