//! Words about the organisation.

use async_graphql::Enum;

/// How evidence stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum EvidenceStanding {
    /// Nothing was submitted.
    Missing,
    /// The current revision was not judged.
    Unjudged,
    /// It was judged insufficient.
    Insufficient,
    /// It ran out.
    Expired,
    /// Projects can rest on it.
    Valid,
}

impl From<engine::EvidenceStanding> for EvidenceStanding {
    fn from(standing: engine::EvidenceStanding) -> Self {
        use engine::EvidenceStanding as S;
        match standing {
            S::Missing => Self::Missing,
            S::Unjudged => Self::Unjudged,
            S::Insufficient => Self::Insufficient,
            S::Expired(_) => Self::Expired,
            S::Valid => Self::Valid,
        }
    }
}

/// What happened in the organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum OrganisationEventKind {
    /// A kind of evidence was adopted or changed.
    EvidenceDefined,
    /// The party that adopts improvement plans was named.
    BoardSet,
    /// The rules of a body were written down.
    BodySet,
    /// A supplier got its name.
    SupplierNamed,
    /// Somebody answers for a member for a period.
    Delegated,
    /// A delegation was taken back.
    DelegationEnded,
    /// Evidence got its next revision.
    EvidenceSubmitted,
    /// A party judged evidence.
    EvidenceJudged,
    /// The board adopted an improvement plan.
    PlanAdopted,
    /// A body agreed to be only informed of some projects.
    Agreed,
    /// A body took its agreement back.
    AgreementRevoked,
    /// Something happened in a consultation; `consulted` says what.
    Consultation,
    /// Owners heard that evidence expires.
    ExpiryNoted,
}

impl From<&engine::OrganisationEvent> for OrganisationEventKind {
    fn from(event: &engine::OrganisationEvent) -> Self {
        use engine::OrganisationEvent as E;
        match event {
            E::EvidenceDefined { .. } => Self::EvidenceDefined,
            E::BoardSet { .. } => Self::BoardSet,
            E::BodySet { .. } => Self::BodySet,
            E::SupplierNamed { .. } => Self::SupplierNamed,
            E::Delegated { .. } => Self::Delegated,
            E::DelegationEnded { .. } => Self::DelegationEnded,
            E::EvidenceSubmitted { .. } => Self::EvidenceSubmitted,
            E::EvidenceJudged { .. } => Self::EvidenceJudged,
            E::PlanAdopted { .. } => Self::PlanAdopted,
            E::Agreed { .. } => Self::Agreed,
            E::AgreementRevoked { .. } => Self::AgreementRevoked,
            E::Consultation { .. } => Self::Consultation,
            E::ExpiryNoted { .. } => Self::ExpiryNoted,
        }
    }
}
