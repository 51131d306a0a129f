//! What a gate asks of participation bodies and advisers (law 8).

use serde::{Deserialize, Serialize};

use crate::context::Parties;
use crate::facts::When;
use crate::funnel::{Funnel, Gate, Label, RestsOn};
use crate::ids::{ArtefactKey, ConsultationKey, GateKey, PartyKey, PersonId};
use crate::project::Project;

/// A consultation that a gate demands before *go*. Its terms are settings, never law in code: a provider takes them from
/// its own rules (such as the *medezeggenschapsregeling*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsultationKind {
    /// The name within its gate.
    pub key: ConsultationKey,
    /// The council, works council, expert group or officer that is asked.
    pub body: PartyKey,
    /// What it may do.
    pub right: Right,
    /// When it is asked.
    pub when: When,
    /// A suggestion for the question, in plain words.
    pub question: Label,
    /// Working days that the body has, at the least.
    pub term_days: u16,
    /// Calendar days between a response that deviates from the advice and the decision.
    pub waiting_days: u16,
    /// The document that is the plain summary; without one the lead writes it in the request.
    pub summary: Option<ArtefactKey>,
    /// What the body rests its answer on; a change elsewhere in a form leaves the answer standing (law 4).
    pub documents: Vec<RestsOn>,
}

/// What a body may do (law 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// Ter informatie: it is told.
    Information,
    /// Adviesaanvraag: it is heard, and answered with reasons.
    Advice,
    /// Instemmingsverzoek: without its consent the gate stays shut.
    Consent,
}

/// How long a body has when it was not asked by a gate but asked itself: as long as its longest term in this funnel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct OwnTerm {
    /// Working days.
    pub days: u16,
    /// Calendar days of waiting after a deviating response.
    pub waiting_days: u16,
}

impl Gate {
    /// A consultation of this gate.
    #[must_use]
    pub fn consultation(&self, key: &ConsultationKey) -> Option<&ConsultationKind> {
        self.consultations.iter().find(|kind| kind.key == *key)
    }
}

impl Funnel {
    /// The consultations that `gate` demands of this project now, before what bodies agreed.
    pub fn consulted_at<'a>(&'a self, gate: &'a Gate, project: &'a Project) -> impl Iterator<Item = &'a ConsultationKind> {
        gate.consultations.iter().filter(|kind| self.holds(&kind.when, &project.facts))
    }

    /// The kind with this name at this gate.
    pub(crate) fn consultation_kind(&self, gate: &GateKey, key: &ConsultationKey) -> Option<&ConsultationKind> {
        self.gate(gate)?.consultation(key)
    }

    /// The party that supports this body: its coach.
    #[must_use]
    pub fn coach(&self, body: &PartyKey) -> Option<&PartyKey> {
        self.party(body).and_then(|party| party.coached_by.as_ref())
    }

    /// Whether somebody may know what the members of this body say among themselves: its members and its coach, and nobody
    /// else (law 9).
    #[must_use]
    pub fn deliberates(&self, parties: &Parties, body: &PartyKey, person: PersonId) -> bool {
        [Some(body), self.coach(body)].into_iter().flatten().any(|party| parties.membership(party, person).is_some())
    }

    /// The term of a body that is consulted somewhere in this funnel; `None` when it is no body here.
    pub(crate) fn own_term(&self, body: &PartyKey) -> Option<OwnTerm> {
        let gates = self.phases.iter().filter_map(|phase| phase.gate.as_ref());
        let kinds = gates.flat_map(|gate| &gate.consultations).filter(|kind| kind.body == *body);
        kinds.fold(None, |longest: Option<OwnTerm>, kind| {
            let longest = longest.unwrap_or_default();
            Some(OwnTerm {
                days: longest.days.max(kind.term_days),
                waiting_days: longest.waiting_days.max(kind.waiting_days),
            })
        })
    }
}
