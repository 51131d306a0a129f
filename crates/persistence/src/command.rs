//! A request to the store: who, what, and what they saw.

use engine::{
    Actor, ArtefactKey, Command, GateKey, OrganisationId, PartyKey, PersonId, ProjectId, Role, Seen, Stage, StartProject,
};
use thiserror::Error;
use time::Date;
use uuid::Uuid;

use crate::canonical;
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

/// Names one request of one principal, so that sending it twice does it once. One that a meeting gives is of whoever enters
/// what the meeting decided: two people who enter the same do it once.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct IdempotencyKey {
    text: String,
    of_meeting: bool,
}

/// One decision of one meeting: who held it, when, and what was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingDecision {
    /// The party that met.
    pub party: PartyKey,
    /// On which day.
    pub held_on: Date,
    /// About which project.
    pub project: ProjectId,
    /// At which gate.
    pub gate: GateKey,
    /// In which round.
    pub round: u32,
    /// Whose vote it is, where the votes are entered one by one.
    pub voter: Option<PersonId>,
}

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
        if fits { Ok(Self { text: text.to_owned(), of_meeting: false }) } else { Err(KeyProblem) }
    }

    /// The key of a decision of a meeting: the same for everybody who enters it.
    #[must_use]
    pub fn of_meeting(decision: &MeetingDecision) -> Self {
        let MeetingDecision { party, held_on, project, gate, round, voter } = decision;
        let voter = voter.map(|voter| voter.to_string()).unwrap_or_default();
        // None of the parts holds a line end.
        let named = format!("{party}\n{held_on}\n{project}\n{gate}\n{round}\n{voter}");
        Self { text: format!("meeting:{}", canonical::sha256(&[named.as_bytes()])), of_meeting: true }
    }

    /// Whether it is of a meeting, whoever enters what was decided there.
    pub(crate) fn is_of_meeting(&self) -> bool {
        self.of_meeting
    }

    /// As whose request the table of receipts knows it: a meeting's is nobody's in particular.
    pub(crate) fn owner(&self, principal: &Principal) -> Uuid {
        if self.of_meeting { Uuid::max() } else { principal.key() }
    }

    /// The key as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
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
