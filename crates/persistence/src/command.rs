//! A request to the store: who, what, and what they saw.

use engine::{Actor, ArtefactKey, Command, OrganisationId, PersonId, ProjectId, Role, Seen, Stage, StartProject};
use thiserror::Error;
use uuid::Uuid;

use crate::projects::ProjectView;
use crate::text::Text;

/// Who acts, in which organisation. Person, function and roles are read again in the transaction of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Principal {
    /// The tenant.
    pub organisation: OrganisationId,
    /// A person of that organisation, or time.
    pub actor: Actor,
}

impl Principal {
    /// Time itself, in one organisation; sees everything there.
    #[must_use]
    pub fn system(organisation: OrganisationId) -> Self {
        Self { organisation, actor: Actor::System }
    }

    /// The person, if it is one.
    #[must_use]
    pub fn person(&self) -> Option<PersonId> {
        self.actor.person().map(|person| person.id)
    }

    /// Whether every project of the organisation may be seen.
    pub(crate) fn sees_all(&self) -> bool {
        match &self.actor {
            Actor::System => true,
            Actor::Person(person) => {
                [Role::Administrator, Role::InnovationManager, Role::Reader].iter().any(|role| person.roles.contains(role))
            }
        }
    }

    /// The principal as the idempotency table knows it; time is the nil id.
    pub(crate) fn key(&self) -> Uuid {
        self.person().map_or(Uuid::nil(), |person| person.0)
    }
}

/// Names one request of one principal, so that sending it twice does it once.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct IdempotencyKey(String);

/// The key is not 1 to 80 visible ASCII characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("an idempotency key is 1 to {} visible ASCII characters", IdempotencyKey::LENGTH)]
pub struct KeyProblem;

impl IdempotencyKey {
    /// Characters at most.
    pub const LENGTH: usize = 80;

    /// Checks a key.
    ///
    /// # Errors
    /// [`KeyProblem`] when it is empty, too long, or has other characters.
    pub fn parse(text: &str) -> Result<Self, KeyProblem> {
        let fits = (1..=Self::LENGTH).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic());
        if fits { Ok(Self(text.to_owned())) } else { Err(KeyProblem) }
    }

    /// The key as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A command on a project.
#[derive(Clone, Debug)]
pub struct Request {
    /// Names the request.
    pub key: IdempotencyKey,
    /// What its author saw.
    pub seen: Seen,
    /// What is asked; form answers are JSON text.
    pub command: Command<Text>,
}

/// A draft to submit as it stands.
#[derive(Clone, Debug)]
pub struct SubmitDraft {
    /// Names the request.
    pub key: IdempotencyKey,
    /// What its author saw.
    pub seen: Seen,
    /// Of which artefact.
    pub artefact: ArtefactKey,
    /// How far it is.
    pub stage: Stage,
    /// The version of the draft that its author saw.
    pub version: u32,
}

/// A project to start.
#[derive(Clone, Debug)]
pub struct StartRequest {
    /// Names the request.
    pub key: IdempotencyKey,
    /// What is asked.
    pub command: StartProject<Text>,
}

/// What a request did, and what it left.
#[derive(Clone, Debug)]
pub struct Acted {
    /// What it did.
    pub receipt: Receipt,
    /// The project right after it, as its transaction had it; absent when the request had been done before.
    pub project: Option<ProjectView>,
}

/// What a request did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// To which project.
    pub project: ProjectId,
    /// The first event it made; when it made none, one past `last_sequence`.
    pub first_sequence: u64,
    /// The project's last event after it.
    pub last_sequence: u64,
    /// Whether the request had been done before, and this is its receipt of then.
    pub replayed: bool,
}
