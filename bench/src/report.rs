//! What was measured: as tables for people, as JSON for programs.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use serde_json::{Value, json};

use crate::acts::Sizes;
use crate::engine_only::Figures;
use crate::goals::{self, Goal, Measure};
use crate::load::Sample;
use crate::machine::NOISE;
use crate::settings::{Database, Settings};

/// Scenario: a gate is decided, and a next round opens.
pub const DECIDE: &str = "decide gate";
/// Scenario: a gate is passed.
pub const GO: &str = "decide gate: go";
/// Scenario: a party answers a criterion.
pub const JUDGE: &str = "judge criterion";
/// Scenario: a draft becomes the next revision.
pub const SUBMIT: &str = "submit revision";
/// Scenario: the page of a project.
pub const PAGE: &str = "project page";
/// Scenario: *Mijn taken*.
pub const INBOX: &str = "inbox";

/// The server as it is.
pub const TRECHTER: &str = "trechter";
/// The same without row-level security.
pub const NO_RLS: &str = "trechter, no RLS";
/// The same on projects with a state over 32 KiB.
pub const LARGE: &str = "trechter, 32 KiB";

/// What a measurement is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// On which database.
    pub database: Database,
    /// What is done.
    pub scenario: &'static str,
    /// By which program.
    pub program: &'static str,
    /// With how many clients.
    pub clients: usize,
}

/// Everything that a run showed.
#[derive(Default)]
pub struct Report {
    /// One sample per round.
    pub samples: BTreeMap<Name, Vec<Sample>>,
    /// Milliseconds from start to first answer, by program.
    pub starts: BTreeMap<String, Vec<f64>>,
    /// MiB, by program and moment.
    pub memory: BTreeMap<String, f64>,
    /// Events whose letters were not planned yet when a measurement ended.
    pub backlog: BTreeMap<String, u64>,
    /// What the engine alone costs.
    pub engine: Vec<Figures>,
    /// How much a page and an inbox hold.
    pub sizes: Option<Sizes>,
}

fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values
}

/// The median; of an even number the mean of the two in the middle.
pub fn median(values: impl Iterator<Item = f64>) -> f64 {
    let values = sorted(values);
    match values.len() {
        0 => f64::NAN,
        count if count % 2 == 1 => values[count / 2],
        count => f64::midpoint(values[count / 2 - 1], values[count / 2]),
    }
}

/// How the rounds of one measurement look together.
struct Together {
    rate: f64,
    spread: (f64, f64),
    p50: f64,
    p99: f64,
    cpu: f64,
    others: f64,
    noisy: usize,
    rounds: usize,
}

impl Together {
    fn of(samples: &[Sample]) -> Self {
        let rates = sorted(samples.iter().map(|sample| sample.per_second));
        Self {
            rate: median(rates.iter().copied()),
            spread: (rates.first().copied().unwrap_or(f64::NAN), rates.last().copied().unwrap_or(f64::NAN)),
            p50: median(samples.iter().map(|sample| sample.p50)),
            p99: median(samples.iter().map(|sample| sample.p99)),
            cpu: median(samples.iter().map(|sample| sample.cpu)),
            others: samples.iter().map(|sample| sample.others).fold(0.0, f64::max),
            noisy: samples.iter().filter(|sample| sample.others > NOISE).count(),
            rounds: samples.len(),
        }
    }

    fn noise(&self) -> String {
        if self.noisy == 0 { String::new() } else { format!("noisy {}/{}", self.noisy, self.rounds) }
    }
}

/// A ratio and what is wanted of it.
struct Ratio {
    goal: Goal,
    value: f64,
    spread: (f64, f64),
    noisy: bool,
}

impl Ratio {
    fn word(&self) -> &'static str {
        if self.goal.aim.is_nan() {
            ""
        } else if self.goal.holds(self.value, self.goal.aim) {
            "met"
        } else if self.goal.floor.is_some_and(|floor| self.goal.holds(self.value, floor)) {
            "short of the goal, above the floor"
        } else {
            "short"
        }
    }

    fn wanted(&self) -> String {
        let (sign, Goal { aim, floor, .. }) = (if self.goal.measure == Measure::Rate { '≥' } else { '≤' }, self.goal);
        match (aim.is_nan(), floor) {
            (true, _) => "–".to_owned(),
            (_, Some(floor)) => format!("{sign} {aim} (floor {floor})"),
            (_, None) => format!("{sign} {aim}"),
        }
    }

    fn what(&self) -> String {
        let ours = self.goal.ours();
        let (theirs, clients, database) = self.goal.against;
        let clients = if clients == ours.clients { String::new() } else { format!(" with {clients} clients") };
        let database = if database == ours.database { String::new() } else { format!(" on {}", database.name()) };
        let measure = if self.goal.measure == Measure::P99 { ", p99" } else { "" };
        format!(
            "{} {}, {} clients{measure}: × {theirs}{clients}{database}",
            ours.database.name(),
            ours.scenario,
            ours.clients
        )
    }
}

impl Report {
    /// Takes a sample.
    pub fn add(&mut self, name: Name, sample: Sample) {
        self.samples.entry(name).or_default().push(sample);
    }

    /// Round by round, because ours and the reference of one round met the same machine.
    fn ratios(&self) -> Vec<Ratio> {
        let of = |goal: Goal| {
            let (ours, theirs) = (self.samples.get(&goal.ours())?, self.samples.get(&goal.theirs())?);
            let measure = |sample: &Sample| if goal.measure == Measure::Rate { sample.per_second } else { sample.p99 };
            let ratios = sorted(ours.iter().zip(theirs).map(|(ours, theirs)| measure(ours) / measure(theirs)));
            let noisy = ours.iter().chain(theirs).any(|sample| sample.others > NOISE);
            let spread = (*ratios.first()?, *ratios.last()?);
            Some(Ratio { goal, value: median(ratios.into_iter()), spread, noisy })
        };
        goals::goals().into_iter().filter_map(of).collect()
    }

    /// Prints the tables.
    pub fn print(&self) {
        let mut last = None;
        for (name, samples) in &self.samples {
            if last != Some((name.database, name.scenario)) {
                println!("\n{} · {}", name.database.name(), name.scenario);
                println!(
                    "  {:<20} {:>7} {:>9} {:>19} {:>8} {:>8} {:>9} {:>7}",
                    "program", "clients", "ops/s", "spread", "p50 ms", "p99 ms", "CPU ms/op", "others"
                );
                last = Some((name.database, name.scenario));
            }
            let all = Together::of(samples);
            let spread = format!("{:.0}–{:.0}", all.spread.0, all.spread.1);
            println!(
                "  {:<20} {:>7} {:>9.0} {:>19} {:>8.2} {:>8.2} {:>9.3} {:>6.0}% {}",
                name.program,
                name.clients,
                all.rate,
                spread,
                all.p50,
                all.p99,
                all.cpu,
                100.0 * all.others,
                all.noise()
            );
        }
        self.print_slowest();
        println!("\nratios, the median of the rounds (spread)");
        for ratio in self.ratios() {
            println!(
                "  {:<68} {:>5.2} ({:.2}–{:.2})  goal {:<20} {}{}",
                ratio.what(),
                ratio.value,
                ratio.spread.0,
                ratio.spread.1,
                ratio.wanted(),
                ratio.word(),
                if ratio.noisy { " · noisy" } else { "" }
            );
        }
        self.print_rest();
    }

    /// On SQLite the time of the slowest decisions has a goal of its own.
    fn print_slowest(&self) {
        let decisions =
            |name: &&Name| name.database == Database::Sqlite && name.scenario == DECIDE && name.program == TRECHTER;
        for name in self.samples.keys().filter(decisions) {
            let p99 = Together::of(&self.samples[name]).p99;
            let word = if p99 <= goals::SQLITE_P99 { "met" } else { "short" };
            println!(
                "\nsqlite decide gate, {} clients: p99 {p99:.1} ms, goal ≤ {} ms {word}",
                name.clients,
                goals::SQLITE_P99
            );
        }
    }

    fn print_rest(&self) {
        let against = |value: f64, (goal, floor): (f64, f64)| {
            let word = if value <= goal {
                "met"
            } else if value <= floor {
                "short of the goal, above the floor"
            } else {
                "short"
            };
            format!("goal ≤ {goal:.0} (floor {floor:.0}) {word}")
        };
        println!("\nstart to the first ready answer, ms");
        for (what, times) in &self.starts {
            let time = median(times.iter().copied());
            let goal = if what.starts_with(TRECHTER) { against(time, goals::START) } else { String::new() };
            println!("  {what:<44} {time:>8.1}  {goal}");
        }
        println!("\nmemory, MiB resident");
        for (what, used) in &self.memory {
            let goal = match what {
                what if !what.starts_with(TRECHTER) => String::new(),
                what if what.ends_with("idle") => against(*used, goals::IDLE),
                _ => against(*used, goals::LOADED),
            };
            println!("  {what:<44} {used:>8.1}  {goal}");
        }
        println!("\nevents whose letters still had to be planned when a measurement ended, at most");
        for (what, events) in &self.backlog {
            println!("  {what:<44} {events:>8}");
        }
        for figures in &self.engine {
            println!("\nengine alone, {} (state {} bytes), µs", figures.what, figures.state);
            for (what, micros) in &figures.micros {
                let count = figures.instructions.iter().find(|(counted, _)| counted == what);
                let count = count.map_or_else(String::new, |(_, count)| format!("{count:>12} instructions"));
                println!("  {what:<44} {micros:>8.2}  {count}");
            }
        }
        self.print_share();
        if let Some(sizes) = self.sizes {
            println!(
                "\na project page has {} objects in {} bytes, an inbox {} rows",
                sizes.page, sizes.page_bytes, sizes.inbox
            );
        }
    }

    /// What the engine costs beside the commit that follows it, both with nobody else there.
    fn print_share(&self) {
        let alone = |name: &&Name| {
            name.database == Database::Sqlite && name.program == goals::GROUP && name.scenario == DECIDE && name.clients == 1
        };
        let Some(samples) = self.samples.keys().find(alone).map(|name| &self.samples[name]) else { return };
        let commit = 1e6 / median(samples.iter().map(|sample| sample.per_second));
        println!("\nthe engine (a gate decided, applied, readiness) × the SQLite commit that follows");
        for figures in &self.engine {
            let share = figures.command() / commit;
            let word = if share <= 0.1 { "met" } else { "short" };
            println!("  {:<44} {share:>8.3}  goal ≤ 0.1 {word}", figures.what);
        }
    }

    /// Everything, for programs.
    pub fn json(&self, settings: &Settings, binary: f64) -> Value {
        let samples = |(name, samples): (&Name, &Vec<Sample>)| {
            let rounds: Vec<Value> = samples.iter().map(sample).collect();
            json!({ "database": name.database.name(), "scenario": name.scenario, "program": name.program,
                    "clients": name.clients, "rounds": rounds })
        };
        let ratio = |ratio: Ratio| {
            json!({ "what": ratio.what(), "value": ratio.value, "spread": [ratio.spread.0, ratio.spread.1],
                    "goal": ratio.wanted(), "result": ratio.word(), "noisy": ratio.noisy })
        };
        json!({
            "machine": machine(),
            "settings": { "projects": settings.projects, "window_seconds": settings.window.as_secs_f64(),
                          "rounds": settings.rounds },
            "samples": self.samples.iter().map(samples).collect::<Vec<_>>(),
            "ratios": self.ratios().into_iter().map(ratio).collect::<Vec<_>>(),
            "start_ms": self.starts,
            "memory_mib": self.memory,
            "backlog_events": self.backlog,
            "engine": self.engine.iter().map(Figures::json).collect::<Vec<_>>(),
            "binary_mib": binary,
        })
    }

    /// Writes `bench/results/latest.json`.
    pub fn write(&self, settings: &Settings, binary: f64) -> Result<()> {
        let folder = crate::settings::root().join("bench/results");
        std::fs::create_dir_all(&folder)?;
        let text = serde_json::to_string_pretty(&self.json(settings, binary))?;
        Ok(std::fs::write(folder.join("latest.json"), text + "\n")?)
    }
}

fn sample(sample: &Sample) -> Value {
    json!({ "operations": sample.operations, "per_second": sample.per_second, "p50_ms": sample.p50, "p99_ms": sample.p99,
            "cpu_ms": sample.cpu, "others": sample.others, "noisy": sample.others > NOISE })
}

/// The class of the machine; nothing that names it.
fn machine() -> Value {
    let text = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model =
        text.lines().find_map(|line| line.strip_prefix("model name")).map(|line| line.trim_start_matches([' ', '\t', ':']));
    json!({ "cores": std::thread::available_parallelism().map_or(0, usize::from), "model": model })
}

/// Size of a file, in MiB.
pub fn size(path: &Path) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "for people to read")]
    let bytes = std::fs::metadata(path).map_or(0, |file| file.len()) as f64;
    bytes / (1024.0 * 1024.0)
}
