//! What the end-to-end tests stand on.

pub mod acts;
pub mod postgres;
pub mod smtp;
pub mod world;
