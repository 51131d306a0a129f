//! The order of a run: in every round each reference and each of ours, one after the other, on a machine that is as loaded
//! for one as for the other.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::acts::{Acts, Clients, Documents};
use crate::cluster::{Cluster, Script};
use crate::goals::{GROUP, PIPE, POSTGRAPHILE, ROWS, RT};
use crate::load::{self, Length, Sample};
use crate::machine::{Machine, NOISE};
use crate::postgraphile::Postgraphile;
use crate::report::{DECIDE, GO, INBOX, JUDGE, LARGE, NO_RLS, Name, PAGE, Report, SUBMIT, TRECHTER};
use crate::served::Served;
use crate::settings::{Database, Settings};
use crate::sqlite::{Act, Reference};
use crate::world::{World, decisions};
use crate::{engine_only, postgraphile, report, world};

/// How often a noisy measurement is made in all.
const TRIES: usize = 3;
/// How long a quiet moment is waited for before it is made again.
const QUIET: Duration = Duration::from_millis(400);
/// Tries to find a quiet moment.
const LOOKS: usize = 12;
/// The database of ours, and that of the references.
const OURS: &str = "trechter";
const THEIRS: &str = "reference";
/// Documents submitted in one measurement at most.
const SUBMISSIONS: usize = 1_200;

/// Runs everything and reports it.
pub fn run(check: bool) -> Result<()> {
    let settings = Settings::read(check)?;
    if !settings.trechter.exists() {
        bail!("{} is not built; use `make bench`", settings.trechter.display());
    }
    sweep(&settings.folder);
    fs::create_dir_all(&settings.folder)?;
    let mut bench = Bench { settings, report: Report::default(), begun: Instant::now(), round: 0 };
    let done = bench.everything();
    // The logs are worth more than a clean disk when something failed.
    if done.is_ok() {
        let _ = fs::remove_dir_all(&bench.settings.folder);
    }
    done?;
    bench.report.print();
    let binary = report::size(&bench.settings.trechter);
    if !check {
        println!("\nbinary {binary:.1} MiB (goal ≤ {:.0})", crate::goals::BINARY);
        bench.report.write(&bench.settings, binary)?;
        println!("written to bench/results/latest.json");
    }
    println!("\ndone in {:.0} s", bench.begun.elapsed().as_secs_f64());
    Ok(())
}

/// Ends and removes what runs that were broken off left behind: a folder per process, with a cluster that outlives it.
fn sweep(own: &Path) {
    let folders = own.parent().and_then(|all| fs::read_dir(all).ok()).into_iter().flatten().flatten();
    for folder in folders.map(|entry| entry.path()) {
        let running = folder.file_name().is_some_and(|process| Path::new("/proc").join(process).exists());
        if running {
            continue;
        }
        let process = fs::read_to_string(folder.join("postgresql/data/postmaster.pid")).unwrap_or_default();
        let process = process.lines().next().unwrap_or_default().trim().to_owned();
        let command = fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
        // The number may be another's by now.
        if String::from_utf8_lossy(&command).contains(&folder.display().to_string()) {
            let _ = Command::new("kill").args(["-QUIT", &process]).status();
        }
        let _ = fs::remove_dir_all(&folder);
    }
}

struct Bench {
    settings: Settings,
    report: Report,
    begun: Instant,
    round: usize,
}

/// One database with everything in it, and the way to a server on it.
struct Ours {
    database: Database,
    url: String,
    url_without_row_security: Option<String>,
    data: PathBuf,
    acts: Acts,
}

impl Bench {
    fn say(&self, what: &str) {
        println!("[{:>4.0} s] {what}", self.begun.elapsed().as_secs_f64());
    }

    fn everything(&mut self) -> Result<()> {
        for database in self.settings.databases.clone() {
            match database {
                Database::Postgresql => self.postgresql()?,
                Database::Sqlite => self.sqlite()?,
            }
        }
        Ok(())
    }

    /// Makes a measurement; makes it again when others used too much of the machine, and keeps the quietest.
    fn measure(&mut self, name: Name, mut once: impl FnMut(&Settings) -> Result<Sample>) -> Result<()> {
        let mut best: Option<Sample> = None;
        for number in 0..TRIES {
            let sample = once(&self.settings).with_context(|| format!("{name:?}"))?;
            if best.is_none_or(|best| sample.others < best.others) {
                best = Some(sample);
            }
            let noisy = best.is_some_and(|best| best.others > NOISE);
            if !noisy || number + 1 == TRIES || self.begun.elapsed() > self.settings.patience {
                break;
            }
            wait_for_quiet();
        }
        let sample = best.context("no sample")?;
        self.say(&format!(
            "{:<10} {:<15} {:<20} {:>2} clients  {:>8.0}/s  p99 {:>7.2} ms  CPU {:>6.3} ms  others {:>3.0}%{}",
            name.database.name(),
            name.scenario,
            name.program,
            name.clients,
            sample.per_second,
            sample.p99,
            sample.cpu,
            100.0 * sample.others,
            if sample.others > NOISE { "  noisy" } else { "" }
        ));
        self.report.add(name, sample);
        Ok(())
    }

    fn make(&mut self, database: Database, url: &str, data: &Path) -> Result<Acts> {
        self.say(&format!("making {} projects on {} by real commands", self.settings.projects, database.name()));
        let runtime = tokio::runtime::Runtime::new()?;
        runtime.block_on(async {
            let store = world::open(url, data).await?;
            let world = World::make(&store, &self.settings).await?;
            if database == Database::Sqlite {
                self.report.engine =
                    engine_only::measure(&store, &world, if self.settings.check { 50 } else { 5_000 }).await?;
            }
            let acts = Acts::prepare(&store, &world, &Documents::read(&self.settings.operations)?).await?;
            store.close().await;
            Ok(acts)
        })
    }

    fn serve(&mut self, ours: &Ours, url: &str) -> Result<Served> {
        let served = Served::start(&self.settings.trechter, url, &ours.data)?;
        let name = format!("{TRECHTER} on {}", ours.database.name());
        self.report.starts.entry(name.clone()).or_default().push(served.started.as_secs_f64() * 1_000.0);
        if self.round == 0 && url == ours.url {
            thread::sleep(QUIET);
            self.report.memory.entry(format!("{name}, idle")).or_insert_with(|| served.resident());
        }
        Ok(served)
    }

    fn end(&mut self, ours: &Ours, served: Served) -> Result<()> {
        let peak = served.peak();
        let most =
            self.report.memory.entry(format!("{TRECHTER} on {}, at most under load", ours.database.name())).or_default();
        *most = most.max(peak);
        served.stop()
    }

    fn postgresql(&mut self) -> Result<()> {
        let folder = self.settings.folder.join("postgresql");
        let cluster = Cluster::start(&folder)?;
        cluster.create(OURS)?;
        let (url, data) = (cluster.url(OURS), self.settings.folder.join("data-postgresql"));
        let acts = self.make(Database::Postgresql, &url, &data)?;
        let bypass = cluster.url_without_row_security(OURS)?;
        let ours = Ours { database: Database::Postgresql, url, url_without_row_security: Some(bypass), data, acts };
        // What was made is not what is measured: nobody gets letters about it.
        cluster.psql(OURS, "DELETE FROM unplanned_events")?;
        cluster.psql(OURS, "VACUUM ANALYZE")?;
        self.say("making the references on postgresql");
        cluster.create_reference(THEIRS, self.settings.projects)?;
        postgraphile::install()?;
        let peer = Postgraphile::start(&cluster.url(THEIRS), self.settings.projects, &self.settings.folder)?;
        let name = format!("{POSTGRAPHILE}, two processes");
        self.report.starts.entry(name.clone()).or_default().push(peer.started.as_secs_f64() * 1_000.0);
        self.report.memory.insert(format!("{name}, idle"), peer.resident());
        self.warm(&peer)?;
        for round in 0..self.settings.rounds {
            self.round = round;
            for clients in self.settings.clients.clone() {
                self.postgresql_once(&cluster, &peer, &ours, clients)?;
            }
        }
        self.report.memory.insert(format!("{name}, after load"), peer.resident());
        Ok(())
    }

    /// Node.js compiles what it has run often enough.
    fn warm(&self, peer: &Postgraphile) -> Result<()> {
        for inbox in [false, true] {
            let window = Length::Window(self.settings.window * 2);
            load::run(peer.clients(inbox, self.settings.middle)?, window, &Machine::default())?;
        }
        Ok(())
    }

    fn postgresql_once(&mut self, cluster: &Cluster, peer: &Postgraphile, ours: &Ours, clients: usize) -> Result<()> {
        let database = Database::Postgresql;
        let machine = Machine::counting(&[cluster.process, peer.process()], &[cluster.process]);
        let name = |scenario, program| Name { database, scenario, program, clients };
        let pgbench = |file| {
            move |s: &Settings| {
                let script = Script { file, database: THEIRS, projects: s.projects };
                cluster.pgbench(&script, clients, s.window, &machine_of(cluster, peer))
            }
        };
        self.measure(name(DECIDE, RT), pgbench("decide_rt.sql"))?;
        self.measure(name(DECIDE, PIPE), pgbench("decide_pipe.sql"))?;
        let served = self.serve(ours, &ours.url)?;
        self.writes(ours, &served, TRECHTER, &[cluster.process], clients)?;
        self.forget(ours, Some(cluster), name(DECIDE, TRECHTER))?;
        // One reference stands for both: a judgement and a submission record as much.
        for (file, program) in [("record_rt.sql", RT), ("record_pipe.sql", PIPE)] {
            self.measure(name(JUDGE, program), pgbench(file))?;
            let same = self.report.samples.get(&name(JUDGE, program)).and_then(|samples| samples.last().copied());
            self.report.add(name(SUBMIT, program), same.context("no sample")?);
        }
        self.measure(name(PAGE, ROWS), pgbench("page.sql"))?;
        self.measure(name(INBOX, ROWS), pgbench("inbox.sql"))?;
        for (scenario, inbox) in [(PAGE, false), (INBOX, true)] {
            let counted = Machine::counting(&machine.ours, &[cluster.process, peer.process()]);
            self.measure(name(scenario, POSTGRAPHILE), |s| {
                load::run(peer.clients(inbox, clients)?, Length::Window(s.window), &counted)
            })?;
        }
        self.reads(ours, &served, TRECHTER, &[cluster.process], clients)?;
        self.end(ours, served)?;
        if let (true, Some(url)) = (clients == self.settings.middle, &ours.url_without_row_security) {
            let served = self.serve(ours, url)?;
            self.writes(ours, &served, NO_RLS, &[cluster.process], clients)?;
            self.forget(ours, Some(cluster), name(DECIDE, NO_RLS))?;
            self.reads(ours, &served, NO_RLS, &[cluster.process], clients)?;
            self.end(ours, served)?;
        }
        Ok(())
    }

    fn sqlite(&mut self) -> Result<()> {
        let data = self.settings.folder.join("data-sqlite");
        fs::create_dir_all(&data)?;
        let url = format!("sqlite://{}?mode=rwc", data.join("trechter.sqlite").display());
        let acts = self.make(Database::Sqlite, &url, &data)?;
        crate::sqlite::forget_unplanned(&data.join("trechter.sqlite"))?;
        let ours = Ours { database: Database::Sqlite, url, url_without_row_security: None, data, acts };
        self.say("making the references on sqlite");
        let reference = Reference::create(self.settings.folder.join("reference.sqlite"), self.settings.projects)?;
        for round in 0..self.settings.rounds {
            self.round = round;
            for clients in self.settings.clients.clone() {
                self.sqlite_once(&reference, &ours, clients)?;
            }
        }
        Ok(())
    }

    fn sqlite_once(&mut self, reference: &Reference, ours: &Ours, clients: usize) -> Result<()> {
        let name = |scenario, program| Name { database: Database::Sqlite, scenario, program, clients };
        // The reference runs in this very process.
        let machine = Machine::counting(&[], &[std::process::id()]);
        let group = |act| {
            let machine = machine.clone();
            move |s: &Settings| {
                let writer = reference.writer()?;
                let sample = load::run(writer.clients(act, clients), Length::Window(s.window), &machine)?;
                writer.end()?;
                Ok(sample)
            }
        };
        self.measure(name(DECIDE, GROUP), group(Act::Decide))?;
        let served = self.serve(ours, &ours.url)?;
        if self.report.sizes.is_none() {
            self.report.sizes = Some(ours.acts.sizes(served.address)?);
        }
        self.writes(ours, &served, TRECHTER, &[], clients)?;
        self.forget(ours, None, name(DECIDE, TRECHTER))?;
        self.measure(name(JUDGE, GROUP), group(Act::Record))?;
        let same = self.report.samples.get(&name(JUDGE, GROUP)).and_then(|samples| samples.last().copied());
        self.report.add(name(SUBMIT, GROUP), same.context("no sample")?);
        for (scenario, inbox) in [(PAGE, false), (INBOX, true)] {
            self.measure(name(scenario, ROWS), |s| {
                load::run(reference.readers(inbox, clients)?, Length::Window(s.window), &machine)
            })?;
        }
        self.reads(ours, &served, TRECHTER, &[], clients)?;
        self.end(ours, served)
    }

    /// The scenarios that record something.
    fn writes(
        &mut self,
        ours: &Ours,
        served: &Served,
        program: &'static str,
        database: &[u32],
        clients: usize,
    ) -> Result<()> {
        let counted: Vec<u32> = [&[served.process()], database].concat();
        let machine = Machine::counting(database, &counted);
        let name = |scenario, program| Name { database: ours.database, scenario, program, clients };
        let (acts, address) = (&ours.acts, served.address);
        let run = |clients: Clients, s: &Settings| load::run(clients, Length::Window(s.window), &machine);
        self.measure(name(DECIDE, program), |s| run(acts.decide(address, clients)?, s))?;
        self.measure(name(JUDGE, program), |s| run(acts.judge(address, clients, false)?, s))?;
        self.measure(name(SUBMIT, program), |_| {
            let at_most = if clients == 1 { SUBMISSIONS / 3 } else { SUBMISSIONS };
            load::run(acts.submit(address, clients, at_most)?, Length::Everything, &machine)
        })?;
        if program == TRECHTER && clients == self.settings.middle {
            self.measure(name(GO, program), |s| {
                load::run(acts.go(address, clients, decisions(s))?, Length::Everything, &machine)
            })?;
            self.measure(name(JUDGE, LARGE), |s| run(acts.judge(address, clients, true)?, s))?;
        }
        Ok(())
    }

    /// The scenarios that only read.
    fn reads(
        &mut self,
        ours: &Ours,
        served: &Served,
        program: &'static str,
        database: &[u32],
        clients: usize,
    ) -> Result<()> {
        let counted: Vec<u32> = [&[served.process()], database].concat();
        let machine = Machine::counting(database, &counted);
        let name = |scenario, program| Name { database: ours.database, scenario, program, clients };
        let (acts, address) = (&ours.acts, served.address);
        let run = |clients: Clients, s: &Settings| load::run(clients, Length::Window(s.window), &machine);
        self.measure(name(PAGE, program), |s| run(acts.page(address, clients, false)?, s))?;
        self.measure(name(INBOX, program), |s| run(acts.inbox(address, clients)?, s))?;
        if program == TRECHTER && clients == self.settings.middle {
            self.measure(name(PAGE, LARGE), |s| run(acts.page(address, clients, true)?, s))?;
        }
        Ok(())
    }

    /// Drops the events whose letters were not planned yet, so that what comes next is not measured beside that work.
    fn forget(&mut self, ours: &Ours, cluster: Option<&Cluster>, after: Name) -> Result<()> {
        let events: u64 = match cluster {
            Some(cluster) => {
                let events = cluster.psql(OURS, "SELECT count(*) FROM unplanned_events")?;
                cluster.psql(OURS, "DELETE FROM unplanned_events")?;
                events.parse()?
            }
            None => crate::sqlite::forget_unplanned(&ours.data.join("trechter.sqlite"))?,
        };
        let what = format!("{} on {}, {} clients", after.program, after.database.name(), after.clients);
        let most = self.report.backlog.entry(what).or_default();
        *most = (*most).max(events);
        Ok(())
    }
}

fn machine_of(cluster: &Cluster, peer: &Postgraphile) -> Machine {
    Machine::counting(&[cluster.process, peer.process()], &[cluster.process])
}

fn wait_for_quiet() {
    let machine = Machine::default();
    for _ in 0..LOOKS {
        let before = machine.look();
        thread::sleep(QUIET);
        if before.until(&machine.look()).others <= NOISE {
            return;
        }
    }
}
