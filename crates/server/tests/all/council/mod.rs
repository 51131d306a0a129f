//! The council's page by personal link, over HTTP.

mod answering;
mod links;
mod private;
mod reading;
mod shots;
pub mod world;
