//! The subcommands, one file each.

pub mod config;
pub mod demo;
pub mod funnel;
pub mod migrate;
pub mod serve;
pub mod verify;

/// Runs to the end on threads for every core.
fn block_on<T>(work: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(work)
}
