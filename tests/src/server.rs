//! The server as an operator runs it: a process of its own, that can be stopped, killed and looked at.

use std::collections::VecDeque;
use std::io::BufReader;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::time::{Duration, Instant};

use serde_json::Value;

/// How long a start may take on a busy machine.
const START: Duration = Duration::from_mins(1);
/// How long stopping may take.
const STOP: Duration = Duration::from_mins(1);
/// Lines of the log that are kept.
const LINES: usize = 400;
/// How often to look whether a process has ended.
const LOOK: Duration = Duration::from_millis(2);

/// How a server is run.
#[derive(Clone, Debug)]
pub struct Program {
    binary: PathBuf,
    data_dir: PathBuf,
    database_url: String,
    settings: Vec<(String, String)>,
    /// Commands before the program, such as those that set a limit.
    before: Vec<String>,
}

impl Program {
    /// The program at `program`, on a data folder and a database. It takes nothing else from its surroundings.
    #[must_use]
    pub fn new(program: &str, data_dir: &Path, database_url: &str) -> Self {
        let program = Self {
            binary: program.into(),
            data_dir: data_dir.to_owned(),
            database_url: database_url.to_owned(),
            settings: Vec::new(),
            before: Vec::new(),
        };
        // Passwords are hashed as cheaply as can be; what is tested here is not how slow that is.
        program
            .with("TRECHTER_PROFILE", "development")
            .with("TRECHTER_PASSWORD_MEMORY_KIB", "8")
            .with("TRECHTER_PASSWORD_PASSES", "1")
            .with("TRECHTER_LOG", "warn,server=info")
    }

    /// The same with a setting.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.settings.retain(|(known, _)| known != name);
        self.settings.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same, run by another command: the words of `before` stand before the program.
    #[must_use]
    pub fn run_by(mut self, before: &[&str]) -> Self {
        self.before = before.iter().map(ToString::to_string).collect();
        self
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut words = self.before.iter().map(AsRef::as_ref).chain([self.binary.as_os_str()]);
        let mut command = Command::new(words.next().expect("a program"));
        command.args(words).args(arguments).env_clear().stdin(Stdio::null());
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("TRECHTER_DATA_DIR", &self.data_dir).env("TRECHTER_DATABASE_URL", &self.database_url);
        command.envs(self.settings.iter().map(|(name, value)| (name, value)));
        command
    }

    /// Runs another subcommand to its end.
    #[must_use]
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("it runs")
    }

    /// Checks the store with `trechter verify`; gives the exit code and what it printed.
    #[must_use]
    pub fn verify(&self) -> (Option<i32>, String) {
        let output = self.run(&["verify"]);
        let told = [&output.stdout[..], &output.stderr[..]].concat();
        (output.status.code(), String::from_utf8_lossy(&told).into_owned())
    }

    /// Starts the server and waits until it serves.
    ///
    /// # Panics
    /// When it ends or is silent for a minute; its log is told.
    #[must_use]
    pub fn serve(&self) -> Server {
        let mut command = self.command(&["serve"]);
        command.env("TRECHTER_LISTEN", "127.0.0.1:0").env("TRECHTER_LOG_FORMAT", "json");
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("it starts");
        let lines = Arc::new(Mutex::new(Log::default()));
        let (tell, told) = mpsc::channel();
        let (stderr, kept) = (child.stderr.take().expect("its log"), lines.clone());
        std::thread::spawn(move || read(BufReader::new(stderr), &kept, &tell));
        let address = told.recv_timeout(START);
        let mut server = Server { child, address: SocketAddr::from(([127, 0, 0, 1], 0)), lines };
        server.address = address.unwrap_or_else(|_| panic!("the server did not start: {}", server.log()));
        server
    }
}

/// Keeps the last lines of the log, and tells the address when the server says that it serves.
fn read(log: impl std::io::BufRead, lines: &Mutex<Log>, tell: &mpsc::Sender<SocketAddr>) {
    for line in log.lines().map_while(Result::ok) {
        let parsed: Value = serde_json::from_str(&line).unwrap_or_default();
        if parsed["message"] == "serving"
            && let Some(address) = parsed["address"].as_str().and_then(|text| text.parse().ok())
        {
            // Nobody waits for a second address.
            let _ = tell.send(address);
        }
        let mut lines = lines.lock().unwrap_or_else(PoisonError::into_inner);
        if parsed["level"] == "ERROR" && lines.errors.len() < LINES {
            lines.errors.push(line.clone());
        }
        if lines.last.len() == LINES {
            lines.last.pop_front();
        }
        lines.last.push_back(line);
    }
}

/// What is kept of a log.
#[derive(Debug, Default)]
struct Log {
    last: VecDeque<String>,
    errors: Vec<String>,
}

/// A server that runs; killed when dropped.
#[derive(Debug)]
pub struct Server {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
    lines: Arc<Mutex<Log>>,
}

impl Server {
    /// Its process.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// The last lines of its log.
    #[must_use]
    pub fn log(&self) -> String {
        let lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        lines.last.iter().map(String::as_str).collect::<Vec<_>>().join("\n")
    }

    /// What it logged as errors, panics among them: the first of them.
    #[must_use]
    pub fn errors(&self) -> Vec<String> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner).errors.clone()
    }

    /// Ends it at once, as `kill -9` does.
    pub fn kill(mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("it ended");
    }

    /// Ends it as an operator does, with SIGTERM, and waits for it.
    #[must_use]
    pub fn stop(mut self) -> ExitStatus {
        let asked = Command::new("kill").args(["-TERM", &self.id().to_string()]).status().expect("kill runs");
        assert!(asked.success(), "SIGTERM was not sent");
        let end = Instant::now() + STOP;
        while Instant::now() < end {
            if let Some(status) = self.child.try_wait().expect("its state") {
                return status;
            }
            std::thread::sleep(LOOK);
        }
        panic!("the server did not stop: {}", self.log());
    }

    /// Whether it still runs.
    pub fn is_alive(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// The most memory it ever had, in bytes (`VmHWM`).
    #[must_use]
    pub fn peak_memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.id())).expect("its status");
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("VmHWM");
        let kib: u64 = line.trim().trim_end_matches(" kB").trim().parse().expect("a number");
        kib * 1024
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
