//! Closed loops: so many clients, each sending its next operation when the last was answered.

use std::sync::Barrier;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow, bail};

use crate::machine::{Cost, Machine};

/// How long clients run before they are measured: connections are made, caches filled.
const WARM: Duration = Duration::from_millis(300);
/// How often a window in which nothing was finished is made that much longer, on a machine that has no time for us.
const LONGER: usize = 30;

/// One client.
pub trait Client: Send {
    /// Does its next operation; `false` when it has none left, and did nothing.
    fn step(&mut self) -> Result<bool>;
}

/// How long clients run.
#[derive(Clone, Copy, Debug)]
pub enum Length {
    /// So long, after a while to warm up.
    Window(Duration),
    /// Until no client has anything left; the first operation counts.
    Everything,
}

/// What one measurement showed.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// Operations.
    pub operations: usize,
    /// Operations per second.
    pub per_second: f64,
    /// Half of them took no longer, in milliseconds.
    pub p50: f64,
    /// 99 of 100 took no longer, in milliseconds.
    pub p99: f64,
    /// Milliseconds of processor time for one operation, of server and database without the load generator.
    pub cpu: f64,
    /// The share of the machine that others used.
    pub others: f64,
}

impl Sample {
    /// From the times of all operations, in microseconds.
    #[expect(clippy::cast_precision_loss, reason = "far below 2⁵²")]
    pub fn of(mut times: Vec<u32>, cost: Cost) -> Result<Self> {
        if times.is_empty() {
            bail!("not one operation was finished");
        }
        times.sort_unstable();
        let at = |share: usize| f64::from(times[((times.len() - 1) * share) / 100]) / 1_000.0;
        let operations = times.len();
        Ok(Self {
            operations,
            per_second: operations as f64 / cost.lasted.as_secs_f64(),
            p50: at(50),
            p99: at(99),
            cpu: cost.cpu * 1_000.0 / operations as f64,
            others: cost.others,
        })
    }
}

struct Gate {
    start: Barrier,
    measuring: AtomicBool,
    over: AtomicBool,
    finished: AtomicUsize,
}

/// Runs the clients, one thread each, and measures.
///
/// # Errors
/// What the first client that failed said: a bench that counts errors as answers is worth nothing.
pub fn run(clients: Vec<Box<dyn Client + '_>>, length: Length, machine: &Machine) -> Result<Sample> {
    let gate = Gate {
        start: Barrier::new(clients.len() + 1),
        measuring: AtomicBool::new(matches!(length, Length::Everything)),
        over: AtomicBool::new(false),
        finished: AtomicUsize::new(0),
    };
    let gate = &gate;
    thread::scope(|scope| {
        let running: Vec<_> = clients.into_iter().map(|client| scope.spawn(move || one(client, gate))).collect();
        let before_start = machine.look();
        gate.start.wait();
        let (before, after) = match length {
            Length::Everything => (before_start, None),
            Length::Window(window) => {
                thread::sleep(WARM);
                let before = machine.look();
                gate.measuring.store(true, Ordering::SeqCst);
                for _ in 0..LONGER {
                    thread::sleep(window);
                    if gate.finished.load(Ordering::SeqCst) > 0 || gate.over.load(Ordering::SeqCst) {
                        break;
                    }
                }
                gate.measuring.store(false, Ordering::SeqCst);
                let after = machine.look();
                gate.over.store(true, Ordering::SeqCst);
                (before, Some(after))
            }
        };
        let mut times = Vec::new();
        for client in running {
            times.extend(client.join().map_err(|_| anyhow!("a client panicked"))??);
        }
        let after = after.unwrap_or_else(|| machine.look());
        Sample::of(times, before.until(&after))
    })
}

/// One client's loop; gives the times of its operations in microseconds.
fn one(mut client: Box<dyn Client + '_>, gate: &Gate) -> Result<Vec<u32>> {
    let mut times = Vec::with_capacity(16 * 1024);
    gate.start.wait();
    while !gate.over.load(Ordering::Relaxed) {
        let started = Instant::now();
        let stepped = client.step();
        if !matches!(stepped, Ok(true)) {
            // The others need not go on for nothing.
            if stepped.is_err() {
                gate.over.store(true, Ordering::SeqCst);
            }
            stepped?;
            break;
        }
        if gate.measuring.load(Ordering::Relaxed) {
            gate.finished.fetch_add(1, Ordering::Relaxed);
            times.push(u32::try_from(started.elapsed().as_micros()).unwrap_or(u32::MAX));
        }
    }
    Ok(times)
}
