//! `trechter verify`.

use std::process::ExitCode;

use anyhow::Context;
use persistence::{Finding, Place, Store, VerifyReport};

use super::block_on;
use crate::config::Settings;
use crate::open::store_config;

/// Checks everything that follows from the event logs, and prints the first bad event of each project.
///
/// # Errors
/// The database cannot be opened or read; what is damaged is printed and makes the exit code 1.
pub fn verify(settings: &Settings) -> anyhow::Result<ExitCode> {
    let report = block_on(async {
        let store = Store::open_read_only(&store_config(settings)).await.context("cannot open the database")?;
        let report = store.verify().await.context("cannot read the database")?;
        store.close().await;
        Ok(report)
    })?;
    let VerifyReport { organisations, projects, events, contents, files, findings } = &report;
    println!("{organisations} organisations, {projects} projects, {events} events, {contents} texts, {files} files");
    for finding in findings {
        println!("{}", line(finding));
    }
    if findings.is_empty() {
        println!("Everything is as the event logs say.");
        Ok(ExitCode::SUCCESS)
    } else {
        println!("{} of them wrong.", findings.len());
        Ok(ExitCode::FAILURE)
    }
}

fn line(finding: &Finding) -> String {
    let Finding { organisation, project, place, message } = finding;
    let place = match place {
        Place::Event(sequence) => format!("event {sequence}"),
        Place::Head => "head of the chain".to_owned(),
        Place::State => "state".to_owned(),
        Place::Table(table) => format!("table {table}"),
        Place::Content(id) => format!("text {id}"),
        Place::File(id) => format!("file {id}"),
    };
    let project = project.map_or_else(String::new, |project| format!(" project {project}"));
    format!("organisation {organisation}{project} {place}: {message}")
}
