//! `trechter demo`.

use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::Context;
use persistence::Store;

use super::block_on;
use super::serve::{listen, run};
use crate::Stop;
use crate::config::Settings;
use crate::demo::{self, PASSWORD, World};
use crate::open::store_config;

/// Serves the demo, after making it on the first start.
///
/// # Errors
/// The port or the database cannot be used.
pub fn demo(settings: Settings) -> anyhow::Result<ExitCode> {
    let settings = settings.for_demo();
    block_on(async {
        let stop = Stop::default();
        stop.on_signals()?;
        let listener = listen(&settings).await?;
        std::fs::create_dir_all(&settings.data_dir)
            .with_context(|| format!("cannot make the folder {}", settings.data_dir.display()))?;
        demo::make(&settings).await?;
        let store = Store::open(&store_config(&settings)).await.context("cannot open the database")?;
        welcome(&settings, &demo::worlds()?, &mut io::stdout().lock())?;
        run(listener, settings, store, true, stop).await
    })?;
    Ok(ExitCode::SUCCESS)
}

fn welcome(settings: &Settings, worlds: &[World], out: &mut impl Write) -> io::Result<()> {
    let url = &settings.public_url;
    writeln!(out, "\n  Trechter  {url}/\n  Postvak   {url}/postvak\n")?;
    writeln!(out, "  Wachtwoord van iedereen: {PASSWORD}")?;
    for World { organisation, .. } in worlds {
        writeln!(out, "\n{}\n", organisation.name)?;
        for person in &organisation.persons {
            writeln!(out, "  {:<22} {}", person.email(), person.name)?;
        }
    }
    writeln!(out, "\n  Stoppen: Ctrl-C\n")?;
    out.flush()
}
