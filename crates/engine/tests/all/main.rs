//! The laws of the engine as tests that read as their specification.

mod changes;
mod confirm;
mod duties;
mod early;
mod emergency;
mod expiries;
mod facts;
mod gates;
mod judging;
mod live;
mod model;
mod parties;
mod random;
mod reviewing;
mod rollouts;
mod scenario;
mod seen;
mod signals;
mod table;
mod time;
mod wire;
mod wire_in_use;
