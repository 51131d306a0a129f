//! `trechter demo`.

use std::process::ExitCode;

use crate::config::Settings;

/// later
pub fn demo(_: Settings) -> anyhow::Result<ExitCode> {
    anyhow::bail!("later")
}
