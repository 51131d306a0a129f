//! The laws of the engine as tests that read as their specification.

mod confirm;
mod consulting;
mod consulting_wire;
mod facts;
mod gates;
mod judging;
mod model;
mod parties;
mod random;
mod recording;
mod reviewing;
mod scenario;
mod seen;
mod table;
mod time;
mod wire;
