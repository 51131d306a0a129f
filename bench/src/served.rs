//! The server under measurement: the very program, as a process of its own, with its default settings.

use std::fs::{self, File};
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::http::Connection;
use crate::machine;

/// How long the server may take to start or to stop.
const PATIENCE: Duration = Duration::from_mins(1);
/// How often it is asked whether it is ready.
const ASK: Duration = Duration::from_millis(1);

/// A running server; ended with the value.
pub struct Served {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
    /// From starting the process to the first `/readyz` that said yes.
    pub started: Duration,
}

impl Served {
    /// Starts `trechter serve` in its production profile and waits until it is ready.
    pub fn start(trechter: &Path, database: &str, data: &Path) -> Result<Self> {
        fs::create_dir_all(data)?;
        let address = free_address()?;
        let log = File::create(data.join("server.log"))?;
        let mut command = Command::new(trechter);
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("TRECHTER_")) {
            command.env_remove(name);
        }
        command.arg("serve").env("TRECHTER_LISTEN", address.to_string()).env("TRECHTER_DATABASE_URL", database);
        command.env("TRECHTER_DATA_DIR", data).stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
        let begun = Instant::now();
        let child = command.spawn().with_context(|| format!("{} cannot be started", trechter.display()))?;
        let mut served = Self { child, address, started: Duration::ZERO };
        while !ready(address) {
            if let Some(status) = served.child.try_wait()? {
                let said = fs::read_to_string(data.join("server.log")).unwrap_or_default();
                bail!("the server ended with {status}: {said}");
            }
            if begun.elapsed() > PATIENCE {
                bail!("the server was not ready within {PATIENCE:?}");
            }
            thread::sleep(ASK);
        }
        served.started = begun.elapsed();
        Ok(served)
    }

    /// The number of its process.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// Its memory now, in MiB.
    pub fn resident(&self) -> f64 {
        machine::resident(self.process())
    }

    /// The most memory that it had, in MiB.
    pub fn peak(&self) -> f64 {
        machine::peak(self.process())
    }

    /// Asks it to stop, as an operator would, and waits until it did.
    pub fn stop(mut self) -> Result<()> {
        let asked = Command::new("kill").arg("-TERM").arg(self.process().to_string()).status()?;
        let begun = Instant::now();
        while asked.success() && begun.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait()? {
                if status.success() {
                    return Ok(());
                }
                bail!("the server ended with {status}");
            }
            thread::sleep(ASK);
        }
        bail!("the server did not stop")
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port that nobody listens on.
pub fn free_address() -> Result<SocketAddr> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?)
}

fn ready(address: SocketAddr) -> bool {
    let asked = Connection::open(address).and_then(|mut connection| connection.get("/readyz").map(|answer| answer.status));
    matches!(asked, Ok(200))
}
