//! End to end, faults, architecture, schema: one test binary.

mod apart;
mod architecture;
mod bad_input;
mod bring_in;
mod certificate;
mod faults;
mod hostile;
mod http_journey;
mod journey;
mod kills;
mod meanwhile;
mod meeting;
mod races;
mod shown;
mod small;
mod told;
mod whole;

/// The program that people run, built for these tests.
const TRECHTER: &str = env!("CARGO_BIN_EXE_trechter-tested");
