//! Projects that exist already (law 1): each row of a file is one.

mod columns;
mod look;
mod rows;
mod template;
mod values;

use engine::Hash;
use notification::Language;
use persistence::{Error, Principal, Store};
use serde_json::Value;
use table::Table;

use self::look::Known;
use super::template::{Form, Template};

/// The names of the files to fill in, in Dutch and in English.
pub const FILES: [&str; 2] = ["projecten", "projects"];

/// What the table would bring in; names of funnels and phases in this language.
///
/// # Errors
/// [`Error::Database`].
pub async fn preview(
    store: &Store,
    principal: &Principal,
    language: Language,
    table: &Table,
    hash: Hash,
) -> Result<Value, Error> {
    let known = Known::now(store, principal, language).await?;
    rows::preview(store, principal, &known, table, hash).await
}

/// An empty file, with a column for each question that the funnels of the organisation ask.
///
/// # Errors
/// [`Error::Database`].
pub async fn template(store: &Store, principal: &Principal, form: Form) -> Result<Template, Error> {
    Ok(template::write(&Known::now(store, principal, form.language).await?, form))
}
