//! The laws of the engine as tests that read as their specification.

mod bring_in;
mod conditions;
mod confirm;
mod consulting;
mod consulting_random;
mod consulting_wire;
mod course;
mod facts;
mod gates;
mod judging;
mod migrating;
mod model;
mod organising;
mod parties;
mod random;
mod recording;
mod reviewing;
mod scenario;
mod seen;
mod table;
mod time;
mod voting;
mod waiving;
mod wire;
