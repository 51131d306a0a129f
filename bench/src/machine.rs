//! What processes cost, and how much of the machine others used meanwhile. All of it from `/proc`.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::time::{Duration, Instant};

/// Ticks of a second in `/proc` (`USER_HZ`, the same on every Linux).
const TICKS: f64 = 100.0;
/// Bytes of a page, as `/proc/…/stat` counts them.
const PAGE: u64 = 4096;
/// More of the machine than this in other hands makes a measurement noisy.
pub const NOISE: f64 = 0.15;

struct Process {
    parent: u32,
    /// User and system time of the process and of its children that ended and were waited for.
    ticks: u64,
    pages: u64,
}

fn processes() -> HashMap<u32, Process> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let ids = entries.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    ids.filter_map(|id| Some((id, process(id)?))).collect()
}

fn process(id: u32) -> Option<Process> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    // The name stands in brackets and may hold anything.
    let fields: Vec<&str> = stat[stat.rfind(')')? + 2..].split(' ').collect();
    let number = |at: usize| fields.get(at).and_then(|field| field.parse::<u64>().ok());
    let ticks = (11..15).filter_map(number).sum();
    Some(Process { parent: u32::try_from(number(1)?).ok()?, ticks, pages: number(21)? })
}

/// These processes and all that descend from them.
fn descendants(all: &HashMap<u32, Process>, roots: &[u32]) -> HashSet<u32> {
    let mut found: HashSet<u32> = roots.iter().copied().filter(|id| all.contains_key(id)).collect();
    loop {
        let more: Vec<u32> =
            all.iter().filter(|(id, p)| !found.contains(id) && found.contains(&p.parent)).map(|(id, _)| *id).collect();
        if more.is_empty() {
            return found;
        }
        found.extend(more);
    }
}

fn ticks(all: &HashMap<u32, Process>, roots: &[u32]) -> u64 {
    descendants(all, roots).iter().map(|id| all[id].ticks).sum()
}

/// Resident memory of a process and its descendants, in MiB; shared pages count once for each.
pub fn resident(root: u32) -> f64 {
    let all = processes();
    let pages: u64 = descendants(&all, &[root]).iter().map(|id| all[id].pages).sum();
    mebibytes(pages * PAGE)
}

/// The most memory that a process ever had resident, in MiB.
pub fn peak(id: u32) -> f64 {
    let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.trim().trim_end_matches("kB").trim().parse::<u64>().ok());
    mebibytes(kib.unwrap_or(0) * 1024)
}

#[expect(clippy::cast_precision_loss, reason = "for people to read")]
fn mebibytes(bytes: u64) -> f64 {
    bytes as f64 / (1024.0 * 1024.0)
}

/// Watches the machine for one measurement.
#[derive(Clone, Debug, Default)]
pub struct Machine {
    /// Processes of this bench that are not its children: the database cluster.
    pub ours: Vec<u32>,
    /// Processes whose cost is counted: server and database.
    pub counted: Vec<u32>,
}

/// The machine at one moment.
#[derive(Debug)]
pub struct Moment {
    at: Instant,
    whole: u64,
    idle: u64,
    ours: u64,
    counted: u64,
}

/// What happened between two moments.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    /// How long it was.
    pub lasted: Duration,
    /// Seconds of processor time of what is counted.
    pub cpu: f64,
    /// The share of all processors that somebody else used, time stolen by other machines included.
    pub others: f64,
}

impl Machine {
    /// Counts these.
    pub fn counting(ours: &[u32], counted: &[u32]) -> Self {
        Self { ours: ours.to_vec(), counted: counted.to_vec() }
    }

    /// Looks.
    pub fn look(&self) -> Moment {
        let stat = fs::read_to_string("/proc/stat").unwrap_or_default();
        let line = stat.lines().next().unwrap_or_default();
        let fields: Vec<u64> = line.split_whitespace().skip(1).filter_map(|field| field.parse().ok()).collect();
        let all = processes();
        let mut roots = vec![std::process::id()];
        roots.extend(&self.ours);
        roots.extend(&self.counted);
        Moment {
            at: Instant::now(),
            // Guests are counted in user time already.
            whole: fields.iter().take(8).sum(),
            // Idle, and idle while the disk is busy.
            idle: fields.iter().skip(3).take(2).sum(),
            ours: ticks(&all, &roots),
            counted: ticks(&all, &self.counted),
        }
    }
}

impl Moment {
    /// What happened from this moment to `later`.
    #[expect(clippy::cast_precision_loss, reason = "ticks of some seconds")]
    pub fn until(&self, later: &Self) -> Cost {
        let between = |a: u64, b: u64| b.saturating_sub(a) as f64;
        let whole = between(self.whole, later.whole).max(1.0);
        let used = whole - between(self.idle, later.idle) - between(self.ours, later.ours);
        Cost {
            lasted: later.at - self.at,
            cpu: between(self.counted, later.counted) / TICKS,
            others: (used / whole).clamp(0.0, 1.0),
        }
    }
}
