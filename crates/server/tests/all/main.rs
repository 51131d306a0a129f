//! Tests of the server through its real router.

mod commands;
mod config;
mod council;
mod demo;
mod headers;
mod house;
mod mail;
mod mailbox;
mod serving;
mod sign_in;
mod sockets;
mod uploads;
