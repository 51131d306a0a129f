//! The server of Trechter: HTTP, sign-in, worker loops, configuration, subcommands.
//!
//! ```text
//! trechter <subcommand>  → cli → commands::{serve, demo, migrate, verify, funnel, config}
//! serve                  → http::router(App) behind serve(listener, …), beside the worker's loops, until Stop
//! ```
//!
//! Everything that decides lies in the engine; everything that records lies in persistence. Here requests come in, are
//! checked for who sent them and how, and are handed on.

mod bring_in;
pub mod cli;
mod clock;
mod commands;
pub mod config;
mod council;
pub mod demo;
mod files;
pub mod http;
mod log;
mod mailbox;
mod open;
mod serve;
mod session;
mod stop;
pub mod worker;

pub use clock::{SystemClock, SystemRandomness, moment};
pub use http::{App, ROUTES, router};
pub use open::{store_config, worker};
pub use serve::{Connections, serve};
pub use session::password::{PasswordError, Passwords};
pub use stop::Stop;
