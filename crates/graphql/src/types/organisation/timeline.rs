//! What happened in the organisation.

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use engine::{ConsultationEvent, OrganisationEvent as What, Subject, TextRef};
use persistence::{OrganisationTimelineItem, PageRequest};
use time::{Date, OffsetDateTime};

use super::Own;
use crate::enums::{EventKind, OrganisationEventKind};
use crate::error::problem;
use crate::session::Session;
use crate::types::evidence::EvidenceName;
use crate::types::page::PageInfo;
use crate::types::people::{Party, Person};
use crate::types::timeline::said;
use crate::types::{instant, int, text};

/// A page of events.
#[derive(SimpleObject)]
pub struct OrganisationEventConnection {
    /// Rows.
    edges: Vec<OrganisationEventEdge>,
    /// Where the page ends.
    page_info: PageInfo,
}

/// A row.
#[derive(SimpleObject)]
pub struct OrganisationEventEdge {
    /// Where it stands.
    cursor: String,
    /// The event.
    node: Event,
}

impl OrganisationEventConnection {
    pub(super) async fn load(own: &Own, session: &Session, request: &PageRequest) -> Result<Self> {
        let page = session.store.organisation_timeline(&session.principal, request).await.map_err(problem)?;
        let page_info = PageInfo::of(&page.cursors, page.next.as_ref());
        let edges = page.items.into_iter().zip(&page.cursors).map(|(item, cursor)| OrganisationEventEdge {
            cursor: cursor.as_str().to_owned(),
            node: Event { own: own.clone(), item },
        });
        Ok(Self { edges: edges.collect(), page_info })
    }
}

/// One event.
pub struct Event {
    own: Own,
    item: OrganisationTimelineItem,
}

impl Event {
    fn what(&self) -> &What {
        &self.item.recorded.event
    }

    fn typed(&self) -> Option<TextRef> {
        match self.what() {
            What::SupplierNamed { name, .. } => Some(*name),
            What::EvidenceSubmitted { text, .. } => *text,
            What::EvidenceJudged { motivation, .. } => *motivation,
            What::PlanAdopted { plan, .. } => Some(*plan),
            What::Agreed { text, .. } => Some(*text),
            What::AgreementRevoked { reason, .. } => Some(*reason),
            What::Consultation { event, .. } => said::of_consultation(event),
            What::EvidenceDefined { .. }
            | What::BoardSet { .. }
            | What::BodySet { .. }
            | What::Delegated { .. }
            | What::DelegationEnded { .. }
            | What::ExpiryNoted { .. } => None,
        }
    }
}

#[Object(name = "OrganisationEvent")]
impl Event {
    /// Id.
    async fn id(&self) -> ID {
        ID(format!("{}/{}", self.own.state().id, self.item.recorded.sequence))
    }

    /// Position in the organisation's log.
    async fn sequence(&self) -> i32 {
        int(self.item.recorded.sequence)
    }

    /// What happened.
    async fn kind(&self) -> OrganisationEventKind {
        self.what().into()
    }

    /// What happened in a consultation.
    async fn consulted(&self) -> Option<EventKind> {
        match self.what() {
            What::Consultation { event, .. } => Some(event.into()),
            _ => None,
        }
    }

    /// When.
    async fn at(&self) -> OffsetDateTime {
        instant(self.item.recorded.at.at)
    }

    /// Through whom; null for time.
    async fn person(&self) -> Option<Person> {
        self.item.recorded.by.person().map(|id| self.own.person(id))
    }

    /// In which function, as it was then.
    async fn function(&self) -> Option<&str> {
        match &self.item.recorded.by {
            Subject::Person { function, .. } => Some(function),
            Subject::System => None,
        }
    }

    /// The evidence it is about.
    async fn evidence(&self) -> Option<EvidenceName> {
        match self.what() {
            What::EvidenceSubmitted { evidence, .. }
            | What::EvidenceJudged { evidence, .. }
            | What::PlanAdopted { evidence, .. }
            | What::ExpiryNoted { evidence, .. } => Some(EvidenceName::of(&self.own.roster, self.own.language, evidence)),
            _ => None,
        }
    }

    /// The name of the kind of evidence that was adopted or changed.
    async fn evidence_kind(&self) -> Option<String> {
        match self.what() {
            What::EvidenceDefined { kind } => Some(self.own.language.pick(&kind.name)),
            _ => None,
        }
    }

    /// The party or body it is about.
    async fn party(&self) -> Option<Party> {
        let party = match self.what() {
            What::BoardSet { party }
            | What::BodySet { body: party, .. }
            | What::Delegated { party, .. }
            | What::EvidenceJudged { party, .. }
            | What::PlanAdopted { party, .. }
            | What::Agreed { body: party, .. } => party,
            What::Consultation {
                event: ConsultationEvent::Opened { body, .. } | ConsultationEvent::Informed { body, .. },
                ..
            } => body,
            What::Consultation { consultation, .. } => &self.own.state().consultations.standing.get(consultation)?.body,
            _ => return None,
        };
        Some(self.own.party(party))
    }

    /// Whose answers were delegated.
    async fn from(&self) -> Option<Person> {
        match self.what() {
            What::Delegated { from, .. } => Some(self.own.person(*from)),
            _ => None,
        }
    }

    /// By whom they are given.
    async fn to(&self) -> Option<Person> {
        match self.what() {
            What::Delegated { to, .. } => Some(self.own.person(*to)),
            _ => None,
        }
    }

    /// The supplier that got its name, by key.
    async fn supplier(&self) -> Option<String> {
        match self.what() {
            What::SupplierNamed { supplier, .. } => Some(supplier.to_string()),
            _ => None,
        }
    }

    /// The number of the consultation, the agreement or the delegation it is about.
    async fn number(&self) -> Option<i32> {
        match self.what() {
            What::Consultation { consultation: number, .. }
            | What::Agreed { agreement: number, .. }
            | What::AgreementRevoked { agreement: number, .. }
            | What::Delegated { delegation: number, .. }
            | What::DelegationEnded { delegation: number } => Some(int(*number)),
            _ => None,
        }
    }

    /// The revision of the evidence.
    async fn revision(&self) -> Option<i32> {
        match self.what() {
            What::EvidenceSubmitted { revision, .. } | What::EvidenceJudged { revision, .. } => Some(int(*revision)),
            _ => None,
        }
    }

    /// Whether evidence was judged sufficient.
    async fn sufficient(&self) -> Option<bool> {
        match self.what() {
            What::EvidenceJudged { sufficient, .. } => Some(*sufficient),
            _ => None,
        }
    }

    /// The date that goes with it: by when, or until when.
    async fn due(&self) -> Option<Date> {
        match self.what() {
            What::PlanAdopted { due, .. } => Some(*due),
            What::Delegated { last, .. } => Some(*last),
            What::EvidenceSubmitted { valid_until, .. } | What::EvidenceJudged { valid_until, .. } => *valid_until,
            What::ExpiryNoted { valid_until, .. } => Some(*valid_until),
            What::Consultation { event: ConsultationEvent::Opened { term, .. }, .. } => Some(term.due),
            _ => None,
        }
    }

    /// What was typed. Null when there is nothing or it was erased.
    async fn text(&self, context: &Context<'_>) -> Result<Option<String>> {
        text(context, self.typed()).await
    }

    /// The chain's hash after this event.
    async fn hash(&self) -> String {
        self.item.hash.to_string()
    }
}
