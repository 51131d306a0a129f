//! The command line.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::commands;
use crate::config::{ConfigError, Settings};

/// Trechter: the innovation funnel of care providers.
#[derive(Debug, Parser)]
#[command(name = "trechter", version, arg_required_else_help = true, max_term_width = 100)]
struct Cli {
    /// A TOML file with settings; the environment wins over it.
    #[arg(long, global = true, env = "TRECHTER_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serves the screens, the API and the mail worker on one port until SIGTERM or Ctrl-C.
    Serve,
    /// Serves two demo organisations with their projects; makes them on the first start, in the folder `demo` of the data folder.
    Demo,
    /// Brings the schema of the database up to date.
    Migrate,
    /// Folds every event log and compares it with what is stored; ends with 1 and the first bad event when they differ.
    Verify,
    /// Works on funnel files.
    #[command(subcommand)]
    Funnel(FunnelCommand),
    /// Lists every setting with its value, where the value comes from, and what it is for.
    Config,
}

#[derive(Debug, Subcommand)]
enum FunnelCommand {
    /// Checks funnel files as publishing does; ends with 1 and every problem's line and column when one is wrong.
    Check {
        /// The files.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Shows which documents and criteria answer each theme of each framework.
    Coverage {
        /// The file.
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Shows how much work a funnel asks up to use: acts and minutes per party, for each impact.
    Burden {
        /// The file.
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Shows what a new version of a funnel changes, in Dutch and English.
    Diff {
        /// The version before.
        #[arg(value_name = "OLD")]
        old: PathBuf,
        /// The version after.
        #[arg(value_name = "NEW")]
        new: PathBuf,
    },
}

/// Reads the command line and does what it says. Ends with 0, with 1 when the work failed or found something wrong, and
/// with 2 when the command line or the configuration is wrong.
#[must_use]
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(&cli) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("trechter: {error:#}");
            if error.is::<ConfigError>() { ExitCode::from(2) } else { ExitCode::FAILURE }
        }
    }
}

fn run(cli: &Cli) -> anyhow::Result<ExitCode> {
    match &cli.command {
        Command::Config => commands::config::show(cli.config.as_deref()),
        Command::Funnel(FunnelCommand::Check { files }) => Ok(commands::funnel::check(files)),
        Command::Funnel(FunnelCommand::Coverage { file }) => Ok(commands::funnel::coverage(file)),
        Command::Funnel(FunnelCommand::Burden { file }) => Ok(commands::funnel::burden(file)),
        Command::Funnel(FunnelCommand::Diff { old, new }) => Ok(commands::funnel::diff(old, new)),
        Command::Serve => commands::serve::serve_until_signal(settings(cli)?),
        Command::Demo => commands::demo::demo(settings(cli)?),
        Command::Migrate => commands::migrate::migrate(&settings(cli)?),
        Command::Verify => commands::verify::verify(&settings(cli)?),
    }
}

fn settings(cli: &Cli) -> Result<Settings, ConfigError> {
    let settings = Settings::load(cli.config.as_deref(), std::env::vars_os())?;
    crate::log::start(&settings.log);
    crate::log::panics();
    Ok(settings)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        super::Cli::command().debug_assert();
    }
}
