//! Suppliers that are there already, and what they have on file: each row of a file is a supplier, or one piece of its
//! evidence.

mod columns;
mod look;
mod rows;
mod seen;
mod template;

use engine::Hash;
use notification::Language;
use persistence::{Error, Principal, Store};
use serde_json::Value;
use table::Table;

use self::look::Known;
use super::template::{Form, Template};

/// The names of the files to fill in, in Dutch and in English.
pub const FILES: [&str; 2] = ["leveranciers", "suppliers"];

/// What the table would bring in; names of kinds and parties in this language.
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

/// An empty file, with the kinds of evidence that suppliers have here.
///
/// # Errors
/// [`Error::Database`].
pub async fn template(store: &Store, principal: &Principal, form: Form) -> Result<Template, Error> {
    Ok(template::write(&Known::now(store, principal, form.language).await?, form))
}
