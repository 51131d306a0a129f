//! End to end, faults, architecture, schema: one test binary.

mod architecture;
mod bad_input;
mod journey;
