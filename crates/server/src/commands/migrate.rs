//! `trechter migrate`.

use std::process::ExitCode;

use anyhow::Context;
use persistence::Store;

use super::block_on;
use crate::config::Settings;
use crate::open::store_config;

/// Brings the schema up to date.
///
/// # Errors
/// The database cannot be reached, or another process has it open.
pub fn migrate(settings: &Settings) -> anyhow::Result<ExitCode> {
    block_on(async { Store::migrate(&store_config(settings)).await.context("cannot migrate the database") })?;
    println!("The schema of the database is up to date.");
    Ok(ExitCode::SUCCESS)
}
