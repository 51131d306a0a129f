//! The binary itself: what it prints, how it ends, and that it stops when it is told to.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, ChildStderr, Command, Output, Stdio};

use serde_json::Value;

struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let path = std::env::temp_dir().join(format!("trechter-commands-{}", uuid::Uuid::now_v7()));
        std::fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_trechter"));
        command.args(arguments).current_dir(&self.0).env_clear().env("TRECHTER_DATA_DIR", self.0.join("data"));
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("it runs")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn alone_it_shows_its_help() {
    let output = Folder::new().run(&[]);
    assert_eq!(output.status.code(), Some(2));
    for word in ["serve", "demo", "migrate", "verify", "funnel", "config", "--config"] {
        assert!(err(&output).contains(word), "{word}");
    }
}

#[test]
fn settings_are_listed_without_their_secrets() {
    let folder = Folder::new();
    let url = "postgres://trechter:hush@db.example/trechter";
    let output = folder.command(&["config"]).env("TRECHTER_DATABASE_URL", url).output().expect("it runs");
    let text = out(&output);
    assert!(output.status.success(), "{}", err(&output));
    assert!(text.contains("TRECHTER_DATABASE_URL = postgres://trechter:***@db.example/trechter  [environment]"), "{text}");
    assert!(text.contains("TRECHTER_LISTEN = 127.0.0.1:8080  [default]") && !text.contains("hush"), "{text}");
    assert!(!folder.0.join("data").exists(), "asking changes nothing");
}

#[test]
fn a_wrong_setting_ends_it_at_once() {
    let folder = Folder::new();
    for command in ["serve", "demo", "migrate", "verify", "config"] {
        let output = folder.command(&[command]).env("TRECHTER_LISTEN", "nowhere").output().expect("it runs");
        assert_eq!(output.status.code(), Some(2), "{command}");
        assert!(err(&output).contains("TRECHTER_LISTEN (environment): `nowhere` is not taken"), "{}", err(&output));
    }
}

#[test]
fn funnels_are_checked_with_their_places() {
    let folder = Folder::new();
    let (_, source) = funnel::shipped::FIRST_PART;
    std::fs::write(folder.0.join("right.yaml"), source).expect("written");
    std::fs::write(folder.0.join("wrong.yaml"), source.replacen("go_to: verkenning", "go_to: nergens", 1)).expect("written");
    let right = folder.run(&["funnel", "check", "right.yaml"]);
    assert!(
        right.status.success() && out(&right).contains("right.yaml: right (innovatietrechter-ggz version"),
        "{}",
        out(&right)
    );
    let wrong = folder.run(&["funnel", "check", "right.yaml", "wrong.yaml", "none.yaml"]);
    assert_eq!(wrong.status.code(), Some(1));
    let line = source.lines().position(|line| line.contains("go_to: verkenning")).map_or(0, |at| at + 1);
    assert!(out(&wrong).contains(&format!("wrong.yaml:{line}:")), "{}", out(&wrong));
    assert!(out(&wrong).contains("none.yaml: cannot be read"), "{}", out(&wrong));
    assert_eq!(folder.run(&["funnel", "check"]).status.code(), Some(2), "no file is a mistake on the command line");
}

#[test]
fn funnels_are_reported_on() {
    let folder = Folder::new();
    let (_, source) = funnel::shipped::ALL[0];
    std::fs::write(folder.0.join("old.yaml"), source).expect("written");
    std::fs::write(folder.0.join("new.yaml"), source.replacen("term_days: 15", "term_days: 16", 1)).expect("written");
    std::fs::write(folder.0.join("wrong.yaml"), "funnel: 3").expect("written");
    let coverage = folder.run(&["funnel", "coverage", "old.yaml"]);
    assert!(coverage.status.success() && out(&coverage).contains("themes covered"), "{}", out(&coverage));
    let burden = folder.run(&["funnel", "burden", "old.yaml"]);
    assert!(burden.status.success() && out(&burden).contains("  least: 7 criteria"), "{}", out(&burden));
    let diff = folder.run(&["funnel", "diff", "old.yaml", "new.yaml"]);
    assert!(diff.status.success() && out(&diff).contains("was 15 and is now 16."), "{}", out(&diff));
    assert_eq!(out(&folder.run(&["funnel", "diff", "old.yaml", "old.yaml"])), "no differences\n");
    for command in [&["funnel", "coverage", "wrong.yaml"][..], &["funnel", "diff", "old.yaml", "wrong.yaml"]] {
        let output = folder.run(command);
        assert_eq!(output.status.code(), Some(1));
        assert!(out(&output).contains("wrong.yaml:"), "{}", out(&output));
    }
}

#[test]
fn migrating_and_verifying_an_empty_database() {
    let folder = Folder::new();
    assert_eq!(folder.run(&["verify"]).status.code(), Some(1), "there is nothing to verify");
    assert!(folder.run(&["migrate"]).status.success());
    assert!(folder.run(&["migrate"]).status.success(), "and again");
    let verified = folder.run(&["verify"]);
    assert!(verified.status.success(), "{}", err(&verified));
    assert!(out(&verified).contains("0 projects, 0 events"), "{}", out(&verified));
}

/// A server that runs; killed when the test gives up on it.
struct Running {
    child: Child,
    log: BufReader<ChildStderr>,
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Running {
    fn start(folder: &Folder) -> Self {
        let mut command = folder.command(&["serve"]);
        command.env("TRECHTER_LISTEN", "127.0.0.1:0").env("TRECHTER_LOG_FORMAT", "json").stderr(Stdio::piped());
        let mut child = command.spawn().expect("it starts");
        let log = BufReader::new(child.stderr.take().expect("its log"));
        Self { child, log }
    }

    /// Waits until it serves; gives its address.
    fn address(&mut self) -> String {
        loop {
            let mut line = String::new();
            assert_ne!(self.log.read_line(&mut line).expect("a line"), 0, "it ended");
            let line: Value = serde_json::from_str(&line).expect("every line is JSON");
            if line["message"] == "serving" {
                return line["address"].as_str().expect("an address").to_owned();
            }
        }
    }
}

#[test]
fn it_serves_alone_and_stops_when_told() {
    let folder = Folder::new();
    let mut server = Running::start(&folder);
    let mut stream = TcpStream::connect(server.address()).expect("a connection");
    stream.write_all(b"GET /readyz HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n").expect("written");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    assert!(answer.contains("{\"status\":\"ready\"}"), "{answer}");

    let second = folder.command(&["serve"]).env("TRECHTER_LISTEN", "127.0.0.1:0").output().expect("it runs");
    assert_eq!(second.status.code(), Some(1));
    assert!(err(&second).contains("another process has this database open"), "{}", err(&second));
    assert!(folder.run(&["verify"]).status.success(), "verifying only reads");

    let pid = server.child.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &pid]).status().expect("kill").success());
    assert_eq!(server.child.wait().expect("it ends").code(), Some(0));
    let mut rest = String::new();
    server.log.read_to_string(&mut rest).expect("the log");
    let told: Vec<Value> = rest.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert!(told.iter().any(|line| line["message"] == "stopped"), "{rest}");
    let answered = told.iter().find(|line| line["message"] == "answered").expect("the request");
    assert_eq!(answered["span"]["route"], "/readyz");
    assert_eq!(answered["span"]["id"].as_str().map(str::len), Some(32));
}
