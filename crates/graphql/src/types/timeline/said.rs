//! What people typed in an event, and its dates.

#![expect(clippy::match_same_arms, reason = "one arm for each room of the engine")]

use engine::{
    ChangeEvent, Choice, ConditionEvent, ConsultationEvent, DutyEvent, EarlyEvent, EmergencyEnd, EmergencyEvent, Event,
    ExpiryEvent, Outcome, RolloutEvent, SignalEvent, Summary, TextRef, UseEvent,
};
use time::Date;

/// The text that goes with an event: a motivation, a note, a question.
pub(super) fn typed(event: &Event) -> Option<TextRef> {
    match event {
        Event::ProjectStarted { title, .. } => Some(*title),
        Event::RevisionReviewed { note, .. } | Event::VoteCast { note, .. } => *note,
        Event::CriterionJudged { motivation, .. } => *motivation,
        Event::GateDecided { motivation, .. }
        | Event::ProjectReopened { motivation, .. }
        | Event::DecisionUpheld { motivation, .. }
        | Event::ExtraDecided { motivation, .. } => Some(*motivation),
        Event::CriterionWaived { reason, .. }
        | Event::RecordContested { reason, .. }
        | Event::ProjectBroughtIn { reason, .. } => Some(*reason),
        Event::Condition { event, .. } => match event {
            ConditionEvent::Opened { terms } => terms.text,
            ConditionEvent::Reported { note } | ConditionEvent::SentBack { note } => Some(*note),
            ConditionEvent::Accepted { note } => *note,
            ConditionEvent::Reminded { .. } | ConditionEvent::Postponed { .. } => None,
        },
        Event::Consultation { event, .. } => of_consultation(event),
        Event::Early(EarlyEvent::WorkBegan { note, .. }) => Some(*note),
        _ => in_use(event),
    }
}

pub(crate) fn of_consultation(event: &ConsultationEvent) -> Option<TextRef> {
    use ConsultationEvent as C;
    match event {
        C::Informed { question, .. } | C::Opened { question, .. } | C::Requested { question, .. } => Some(*question),
        C::Declined { reason } | C::TermKept { reason } | C::Withdrawn { reason } | C::ExtensionAsked { reason, .. } => {
            Some(*reason)
        }
        C::Volunteered { advice, .. } | C::Established { advice, .. } => Some(advice.text),
        C::SummaryRevised { summary: Summary::Text(text), .. } | C::Substituted { text, .. } => Some(*text),
        C::NoAnswer { note } => *note,
        C::Conferred { note, .. } => Some(*note),
        C::Responded { response, .. } => Some(response.reason),
        // What members say among themselves is shown nowhere here (law 9).
        C::Opined { .. }
        | C::SummaryRevised { .. }
        | C::Extended { .. }
        | C::TermChosen { .. }
        | C::Confirmed { .. }
        | C::Reminded
        | C::TermPassed
        | C::WaitOver
        | C::Contested
        | C::OverlegContested => None,
    }
}

fn in_use(event: &Event) -> Option<TextRef> {
    match event {
        Event::Duty { event: DutyEvent::Done { note, .. }, .. } => *note,
        Event::Change { event: ChangeEvent::Reported { text, .. }, .. } => Some(*text),
        Event::Change { event: ChangeEvent::ClosedAsSmall { note }, .. } => Some(*note),
        Event::Signal { event, .. } => match event {
            SignalEvent::Reported { reference, .. } => Some(*reference),
            SignalEvent::Handled { note } => Some(*note),
        },
        Event::Use { event: UseEvent::Suspended { reason } | UseEvent::Resumed { reason }, .. } => Some(*reason),
        Event::Rollout { event: RolloutEvent::Planned { name, .. }, .. } => Some(*name),
        Event::Rollout { event: RolloutEvent::Cancelled { reason }, .. } => Some(*reason),
        Event::Emergency(
            EmergencyEvent::Allowed { reason, .. } | EmergencyEvent::Ended { how: EmergencyEnd::Early { reason } },
        ) => Some(*reason),
        _ => None,
    }
}

/// What was learned, where something stopped.
pub(super) fn lessons(event: &Event) -> Option<TextRef> {
    match event {
        Event::GateDecided { lessons, .. } | Event::ExtraDecided { lessons, .. } => *lessons,
        _ => None,
    }
}

/// What a minority of a body thinks, where the body included it.
pub(super) fn minority(event: &Event) -> Option<TextRef> {
    match event {
        Event::Consultation {
            event: ConsultationEvent::Volunteered { advice, .. } | ConsultationEvent::Established { advice, .. },
            ..
        } => advice.minority,
        _ => None,
    }
}

/// The date on which something is to happen.
pub(super) fn due(event: &Event) -> Option<Date> {
    match event {
        Event::RoundOpened { due, .. }
        | Event::TaskOverdue { due, .. }
        | Event::HoldEnded { due }
        | Event::RoundPlanned { on: due, .. }
        | Event::ExtraDecisionCalled { due, .. }
        | Event::Condition { event: ConditionEvent::Postponed { due } | ConditionEvent::Reminded { due }, .. } => Some(*due),
        Event::Condition { event: ConditionEvent::Opened { terms }, .. } => Some(terms.due),
        Event::RevisionSubmitted { review_due, .. } => Some(*review_due),
        Event::Consultation { event, .. } => match event {
            ConsultationEvent::Opened { term, .. }
            | ConsultationEvent::Extended { term }
            | ConsultationEvent::SummaryRevised { term, .. }
            | ConsultationEvent::TermChosen { term, .. } => Some(term.due),
            ConsultationEvent::ExtensionAsked { until, .. } => Some(*until),
            ConsultationEvent::Responded { waits_until, .. } => *waits_until,
            _ => None,
        },
        Event::Expiry { event: ExpiryEvent::Expiring { until, .. } | ExpiryEvent::Expired { until, .. }, .. } => {
            Some(*until)
        }
        Event::Duty { event: DutyEvent::Began { due, .. }, .. } => Some(*due),
        Event::Duty { event: DutyEvent::Done { next, .. }, .. } => Some(*next),
        Event::Change { event: ChangeEvent::Reported { reopened, .. }, .. }
        | Event::Signal { event: SignalEvent::Reported { reopened, .. }, .. } => Some(reopened.due),
        Event::Rollout { event: RolloutEvent::Planned { on, .. }, .. } => Some(*on),
        Event::Emergency(EmergencyEvent::Allowed { until, .. }) => Some(*until),
        _ => None,
    }
}

/// The day on which something happened, where that is not the day on which it was entered.
pub(super) fn held_on(event: &Event) -> Option<Date> {
    match event {
        Event::Consultation {
            event: ConsultationEvent::Conferred { on, .. } | ConsultationEvent::Substituted { on, .. },
            ..
        }
        | Event::Early(EarlyEvent::WorkBegan { on, .. })
        | Event::Signal { event: SignalEvent::Reported { on, .. }, .. }
        | Event::Rollout { event: RolloutEvent::Started { on }, .. } => Some(*on),
        Event::Early(EarlyEvent::ContractSigned { signed, .. }) => Some(signed.signed_on),
        Event::Duty { event: DutyEvent::Done { held_on, .. }, .. } => Some(*held_on),
        Event::RevisionSubmitted { signed_on, .. } => *signed_on,
        _ => None,
    }
}

/// The outcome of a decision, or the one that a member voted for.
pub(super) fn outcome(event: &Event) -> Option<&Outcome> {
    match event {
        Event::GateDecided { outcome, .. } | Event::VoteCast { choice: Choice::Decision(outcome), .. } => Some(outcome),
        _ => None,
    }
}
