//! The people of the demo, plainly made up, and what each organisation brings along.

use std::collections::BTreeSet;

use engine::{PartyKey, Role};
use serde::Deserialize;

use super::own::OwnStep;
use super::story::Tale;
use super::texts::Texts;

/// The password of everybody in the demo. It protects nothing: all data is made up, and the demo listens on this machine
/// alone unless somebody decides otherwise.
pub const PASSWORD: &str = "demo-trechter";

/// A demo organisation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// What it is called.
    pub name: String,
    /// The telephone number in its mails.
    pub phone: String,
    /// Which of the shipped funnels it uses.
    pub funnel: String,
    /// The version of it that it began with, where that is an earlier one: the shipped one comes with a step of the story.
    pub began_with: Option<u32>,
    /// The parties of it that nobody here belongs to.
    #[serde(default)]
    pub lacks: Vec<PartyKey>,
    /// Who works there. Nobody works in two: the address is the account.
    #[serde(rename = "person")]
    pub persons: Vec<DemoPerson>,
    /// What happened to the organisation itself.
    #[serde(default, rename = "step")]
    pub steps: Vec<OwnStep>,
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

/// An organisation with all that is told of it.
#[derive(Debug)]
pub struct World {
    /// Itself.
    pub organisation: Organisation,
    /// What its documents say.
    pub texts: Texts,
    /// Its projects.
    pub tales: Vec<Tale>,
}

impl World {
    /// The text of its funnel, as it is shipped.
    ///
    /// # Errors
    /// It names none of the shipped ones.
    pub fn funnel(&self) -> anyhow::Result<&'static str> {
        let known = funnel::shipped::ALL.iter().find(|(name, _)| *name == self.organisation.funnel);
        known.map(|(_, source)| *source).ok_or_else(|| anyhow::anyhow!("no funnel {}", self.organisation.funnel))
    }

    /// The text of its funnel as the story begins.
    ///
    /// # Errors
    /// There is no such funnel or version.
    pub fn first_funnel(&self) -> anyhow::Result<&'static str> {
        let Some(wanted) = self.organisation.began_with else { return self.funnel() };
        let name = self.organisation.funnel.as_str();
        let known = funnel::shipped::EARLIER.iter().find(|(key, version, _)| (*key, *version) == (name, wanted));
        known.map(|(_, _, source)| *source).ok_or_else(|| anyhow::anyhow!("no version {wanted} of {name}"))
    }
}

/// Reads a file of the demo, with its name in the error.
macro_rules! read {
    ($path:literal) => {
        toml::from_str(include_str!(concat!("../../demo/", $path))).map_err(|error| anyhow::anyhow!("{}: {error}", $path))?
    };
}

/// Reads everything that is told.
///
/// # Errors
/// A shipped file is broken; a test excludes it.
pub fn worlds() -> anyhow::Result<Vec<World>> {
    let ggz = World {
        organisation: read!("ggz/organisation.toml"),
        texts: read!("ggz/texts.toml"),
        tales: vec![
            read!("ggz/crisis.toml"),
            read!("ggz/vr.toml"),
            read!("ggz/beeldbellen.toml"),
            read!("ggz/modules.toml"),
            read!("ggz/sensoren.toml"),
            read!("ggz/portaal.toml"),
            read!("ggz/medicatie.toml"),
            read!("ggz/chat.toml"),
            read!("ggz/triage.toml"),
            read!("ggz/alarm.toml"),
            read!("ggz/afspraak.toml"),
            read!("ggz/vragenlijsten.toml"),
            read!("ggz/inchecken.toml"),
            read!("ggz/vragenkaart.toml"),
            read!("ggz/slaapcoach.toml"),
        ],
    };
    let youth = World {
        organisation: read!("jeugdzorg/organisation.toml"),
        texts: read!("jeugdzorg/texts.toml"),
        tales: vec![read!("jeugdzorg/chat.toml"), read!("jeugdzorg/beeldbellen.toml"), read!("jeugdzorg/dagboek.toml")],
    };
    Ok(vec![ggz, youth])
}
