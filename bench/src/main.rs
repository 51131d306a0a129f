//! `make bench`: how fast Trechter is through the whole stack, as ratios to references that are measured in the same run.
//!
//! ```text
//! bench          everything, on both databases; prints tables and writes bench/results/latest.json
//! bench check    every scenario once, on SQLite, as small as can be; ends with 1 when one fails
//! ```
//!
//! `docs/performance.md` tells what is measured and how.

mod acts;
mod cluster;
mod counted;
mod engine_only;
mod goals;
mod http;
mod large;
mod load;
mod machine;
mod making;
mod postgraphile;
mod report;
mod run;
mod served;
mod settings;
mod sqlite;
mod world;

use std::process::ExitCode;

fn main() -> ExitCode {
    let mode = std::env::args().nth(1);
    let done = match mode.as_deref() {
        None => run::run(false),
        Some("check") => run::run(true),
        // For callgrind; nobody types this.
        Some("engine") => match std::env::args().skip(2).collect::<Vec<_>>().as_slice() {
            [file, operation, calls] => counted::alone(file, operation, calls),
            _ => Err(anyhow::anyhow!("`bench engine FILE OPERATION CALLS`")),
        },
        Some(other) => Err(anyhow::anyhow!("`{other}` is not known: `bench` or `bench check`")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error:#}");
            ExitCode::FAILURE
        }
    }
}
