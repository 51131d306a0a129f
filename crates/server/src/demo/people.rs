//! The people of the demo, plainly made up.

use std::collections::BTreeSet;

use engine::{PartyKey, Role};
use serde::Deserialize;

/// The password of everybody in the demo. It protects nothing: all data is made up, and the demo listens on this machine
/// alone unless somebody decides otherwise.
pub const PASSWORD: &str = "demo-trechter";

/// The demo organisation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// What it is called.
    pub name: String,
    /// The telephone number in its mails.
    pub phone: String,
    /// Who works there.
    #[serde(rename = "person")]
    pub persons: Vec<DemoPerson>,
}

/// Somebody in the demo.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoPerson {
    /// The name in the story, and before the `@`.
    pub key: String,
    /// Name; begins with *Demo*.
    pub name: String,
    /// Function.
    pub function: String,
    /// Roles.
    #[serde(default)]
    pub roles: BTreeSet<Role>,
    /// The parties of which this is a member.
    #[serde(default)]
    pub parties: Vec<PartyKey>,
    /// The parties that this person chairs.
    #[serde(default)]
    pub chairs: Vec<PartyKey>,
}

impl DemoPerson {
    /// The address: `demo.example` can belong to nobody (RFC 2606).
    #[must_use]
    pub fn email(&self) -> String {
        format!("{}@demo.example", self.key)
    }
}

/// Reads the organisation.
///
/// # Errors
/// The shipped file is broken; a test excludes it.
pub fn organisation() -> Result<Organisation, toml::de::Error> {
    toml::from_str(include_str!("../../demo/organisation.toml"))
}
