//! What happened, one word for each kind of event.

use async_graphql::Enum;
use engine::{
    ChangeEvent, ConditionEvent, ConsultationEvent, DutyEvent, EarlyEvent, EmergencyEvent, Event, ExpiryEvent, RolloutEvent,
    SignalEvent, UseEvent,
};

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum EventKind {
    /// A project began.
    ProjectStarted,
    /// It came into a phase.
    PhaseEntered,
    /// A gate opened.
    RoundOpened,
    /// Questions were answered.
    FactsAnswered,
    /// An answer was confirmed.
    FactConfirmed,
    /// A document got its next revision.
    RevisionSubmitted,
    /// A party reviewed it.
    RevisionReviewed,
    /// A party answered a criterion.
    CriterionJudged,
    /// A gate was decided.
    GateDecided,
    /// The project ended.
    ProjectStopped,
    /// A task passed its date.
    TaskOverdue,
    /// A recurring gate will open again.
    RoundPlanned,
    /// A hold ended.
    HoldEnded,
    /// Members of a party voted.
    VoteCast,
    /// A criterion was set aside.
    CriterionWaived,
    /// The project went out of use.
    ProjectRetired,
    /// Everything that stopping asks for is done.
    ProjectClosed,
    /// A stopped project goes on.
    ProjectReopened,
    /// A running project came in.
    ProjectBroughtIn,
    /// The project went on under another version.
    ProjectMigrated,
    /// An overdue condition called a decision.
    ExtraDecisionCalled,
    /// That decision was taken.
    ExtraDecided,
    /// A condition was imposed.
    ConditionOpened,
    /// Its owner reported it as met.
    ConditionReported,
    /// It was accepted as met.
    ConditionAccepted,
    /// It was sent back.
    ConditionSentBack,
    /// Its owner was reminded ahead of its date.
    ConditionReminded,
    /// It got a new date.
    ConditionPostponed,
    /// A body was told.
    BodyInformed,
    /// A body was asked.
    ConsultationOpened,
    /// A body asked to be asked.
    ConsultationRequested,
    /// It was not asked what it requested.
    ConsultationDeclined,
    /// A body advised unasked.
    AdviceVolunteered,
    /// A body's chair established what it says.
    AdviceEstablished,
    /// A body asked for more time.
    ExtensionAsked,
    /// It got more time.
    TermExtended,
    /// It did not get the time it asked.
    TermKept,
    /// A new summary was put before a body.
    SummaryRevised,
    /// Its chair chose what that does to the term.
    TermChosen,
    /// A person recorded that no answer came.
    NoAnswerRecorded,
    /// Provider and body talked (overleg).
    Conferred,
    /// The provider answered the advice.
    AdviceAnswered,
    /// Who asked took it back.
    ConsultationWithdrawn,
    /// The competent body consented in place of this one.
    ConsentSubstituted,
    /// A body's answer stands on changed documents.
    AdviceConfirmed,
    /// A body was reminded, kindly and once.
    BodyReminded,
    /// A term passed without an answer.
    TermPassed,
    /// A waiting time is over.
    WaitOver,
    /// What was recorded for a body was contested.
    AdviceContested,
    /// A conversation that was recorded was contested.
    OverlegContested,
    /// The suppliers were named.
    SuppliersNamed,
    /// Evidence of the organisation changed.
    EvidenceChanged,
    /// What was recorded was contested.
    RecordContested,
    /// A contested decision stands.
    DecisionUpheld,
    /// A party said *met* for the first time on what a contract waits for.
    FirstMet,
    /// A contract was signed too early.
    ContractSignedEarly,
    /// The work of a phase began.
    WorkBegan,
    /// A document will run out.
    DocumentExpiring,
    /// A document ran out.
    DocumentExpired,
    /// What ran out was renewed.
    DocumentRenewed,
    /// A recurring duty got its date.
    DutyBegan,
    /// A recurring duty was done.
    DutyDone,
    /// A change in use was reported.
    ChangeReported,
    /// Everything that a change asked was answered.
    ChangeClosed,
    /// A change was closed as small.
    ChangeClosedAsSmall,
    /// A signal was reported.
    SignalReported,
    /// A signal was handled.
    SignalHandled,
    /// The use was suspended.
    UseSuspended,
    /// A party lets the use go on.
    UseResumed,
    /// The start of a team or location was planned.
    RolloutPlanned,
    /// Checks of a rollout were answered.
    RolloutChecked,
    /// A team or location started.
    RolloutStarted,
    /// A rollout was called off.
    RolloutCancelled,
    /// Use before the gate decided was allowed.
    EmergencyAllowed,
    /// That use ended.
    EmergencyEnded,
    /// Something else, of which `name` says what.
    Other,
}

impl From<&Event> for EventKind {
    fn from(event: &Event) -> Self {
        match event {
            Event::ProjectStarted { .. } => Self::ProjectStarted,
            Event::PhaseEntered { .. } => Self::PhaseEntered,
            Event::RoundOpened { .. } => Self::RoundOpened,
            Event::FactsAnswered { .. } => Self::FactsAnswered,
            Event::FactConfirmed { .. } => Self::FactConfirmed,
            Event::RevisionSubmitted { .. } => Self::RevisionSubmitted,
            Event::RevisionReviewed { .. } => Self::RevisionReviewed,
            Event::CriterionJudged { .. } => Self::CriterionJudged,
            Event::GateDecided { .. } => Self::GateDecided,
            Event::ProjectStopped { .. } => Self::ProjectStopped,
            Event::TaskOverdue { .. } => Self::TaskOverdue,
            Event::RoundPlanned { .. } => Self::RoundPlanned,
            Event::HoldEnded { .. } => Self::HoldEnded,
            Event::VoteCast { .. } => Self::VoteCast,
            Event::CriterionWaived { .. } => Self::CriterionWaived,
            Event::ProjectRetired { .. } => Self::ProjectRetired,
            Event::ProjectClosed => Self::ProjectClosed,
            Event::ProjectReopened { .. } => Self::ProjectReopened,
            Event::ProjectBroughtIn { .. } => Self::ProjectBroughtIn,
            Event::ProjectMigrated { .. } => Self::ProjectMigrated,
            Event::ExtraDecisionCalled { .. } => Self::ExtraDecisionCalled,
            Event::ExtraDecided { .. } => Self::ExtraDecided,
            Event::Condition { event, .. } => of_condition(event),
            Event::Consultation { event, .. } => of_consultation(event),
            Event::OnBehalf { event, .. } => Self::from(&**event),
            Event::SuppliersNamed { .. } => Self::SuppliersNamed,
            Event::EvidenceChanged { .. } => Self::EvidenceChanged,
            Event::RecordContested { .. } => Self::RecordContested,
            Event::DecisionUpheld { .. } => Self::DecisionUpheld,
            Event::Early(event) => match event {
                EarlyEvent::FirstMet { .. } => Self::FirstMet,
                EarlyEvent::ContractSigned { .. } => Self::ContractSignedEarly,
                EarlyEvent::WorkBegan { .. } => Self::WorkBegan,
            },
            Event::Expiry { .. }
            | Event::Duty { .. }
            | Event::Change { .. }
            | Event::Signal { .. }
            | Event::Use { .. }
            | Event::Rollout { .. }
            | Event::Emergency(_) => in_use(event),
        }
    }
}

impl From<&ConsultationEvent> for EventKind {
    fn from(event: &ConsultationEvent) -> Self {
        of_consultation(event)
    }
}

fn of_condition(event: &ConditionEvent) -> EventKind {
    match event {
        ConditionEvent::Opened { .. } => EventKind::ConditionOpened,
        ConditionEvent::Reported { .. } => EventKind::ConditionReported,
        ConditionEvent::Accepted { .. } => EventKind::ConditionAccepted,
        ConditionEvent::SentBack { .. } => EventKind::ConditionSentBack,
        ConditionEvent::Reminded { .. } => EventKind::ConditionReminded,
        ConditionEvent::Postponed { .. } => EventKind::ConditionPostponed,
    }
}

fn of_consultation(event: &ConsultationEvent) -> EventKind {
    use ConsultationEvent as C;
    match event {
        C::Informed { .. } => EventKind::BodyInformed,
        C::Opened { .. } => EventKind::ConsultationOpened,
        C::Requested { .. } => EventKind::ConsultationRequested,
        C::Declined { .. } => EventKind::ConsultationDeclined,
        C::Volunteered { .. } => EventKind::AdviceVolunteered,
        // Among its members (law 9); no list shows it.
        C::Opined { .. } => EventKind::Other,
        C::Established { .. } => EventKind::AdviceEstablished,
        C::ExtensionAsked { .. } => EventKind::ExtensionAsked,
        C::Extended { .. } => EventKind::TermExtended,
        C::TermKept { .. } => EventKind::TermKept,
        C::SummaryRevised { .. } => EventKind::SummaryRevised,
        C::TermChosen { .. } => EventKind::TermChosen,
        C::NoAnswer { .. } => EventKind::NoAnswerRecorded,
        C::Conferred { .. } => EventKind::Conferred,
        C::Responded { .. } => EventKind::AdviceAnswered,
        C::Withdrawn { .. } => EventKind::ConsultationWithdrawn,
        C::Substituted { .. } => EventKind::ConsentSubstituted,
        C::Confirmed { .. } => EventKind::AdviceConfirmed,
        C::Reminded => EventKind::BodyReminded,
        C::TermPassed => EventKind::TermPassed,
        C::WaitOver => EventKind::WaitOver,
        C::Contested => EventKind::AdviceContested,
        C::OverlegContested => EventKind::OverlegContested,
    }
}

fn in_use(event: &Event) -> EventKind {
    match event {
        Event::Expiry { event, .. } => match event {
            ExpiryEvent::Expiring { .. } => EventKind::DocumentExpiring,
            ExpiryEvent::Expired { .. } => EventKind::DocumentExpired,
            ExpiryEvent::Renewed { .. } => EventKind::DocumentRenewed,
        },
        Event::Duty { event, .. } => match event {
            DutyEvent::Began { .. } => EventKind::DutyBegan,
            DutyEvent::Done { .. } => EventKind::DutyDone,
        },
        Event::Change { event, .. } => match event {
            ChangeEvent::Reported { .. } => EventKind::ChangeReported,
            ChangeEvent::Closed => EventKind::ChangeClosed,
            ChangeEvent::ClosedAsSmall { .. } => EventKind::ChangeClosedAsSmall,
        },
        Event::Signal { event, .. } => match event {
            SignalEvent::Reported { .. } => EventKind::SignalReported,
            SignalEvent::Handled { .. } => EventKind::SignalHandled,
        },
        Event::Use { event, .. } => match event {
            UseEvent::Suspended { .. } => EventKind::UseSuspended,
            UseEvent::Resumed { .. } => EventKind::UseResumed,
        },
        Event::Rollout { event, .. } => match event {
            RolloutEvent::Planned { .. } => EventKind::RolloutPlanned,
            RolloutEvent::Answered { .. } => EventKind::RolloutChecked,
            RolloutEvent::Started { .. } => EventKind::RolloutStarted,
            RolloutEvent::Cancelled { .. } => EventKind::RolloutCancelled,
        },
        Event::Emergency(event) => match event {
            EmergencyEvent::Allowed { .. } => EventKind::EmergencyAllowed,
            EmergencyEvent::Ended { .. } => EventKind::EmergencyEnded,
        },
        _ => EventKind::Other,
    }
}
