//! Words about use, and what can be done with a project beside its gate.

use async_graphql::Enum;

mirror! {
    /// What went wrong, or was experienced.
    SignalKind = "engine::SignalKind" { Incident, DataBreach, Complaint, Experience }
}

/// What somebody can do with a project beside answering and deciding its gate; each is a mutation of that name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum ProjectAction {
    /// Answer questions about the project.
    AnswerFacts,
    /// Open the planned round of a recurring gate earlier.
    OpenRound,
    /// End a hold before its review date.
    EndHold,
    /// Let a stopped project go on.
    ReopenProject,
    /// Let it go on under another version of its funnel.
    MigrateProject,
    /// Say who supplies what it brings in.
    NameSuppliers,
    /// Say when the work of a phase began.
    ReportWork,
    /// Report a change in use.
    ReportChange,
    /// Report a signal.
    ReportSignal,
    /// Suspend the use.
    SuspendUse,
    /// Plan the start of a team or location.
    PlanRollout,
    /// Allow use before the gate decided.
    AllowEmergencyUse,
    /// End that use before its last day.
    EndEmergencyUse,
}

/// What was recorded on somebody's behalf.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum RecordedKind {
    /// A party's review.
    Review,
    /// A vote that is not its party's answer yet.
    Vote,
    /// A party's answer on a criterion.
    Judgement,
    /// A confirmation of an answer about the project.
    Fact,
    /// A decision of a gate.
    Decision,
    /// What a body said.
    Advice,
    /// A conversation with a body.
    Overleg,
    /// That the board allowed emergency use.
    Emergency,
}

impl From<&engine::Contestable> for RecordedKind {
    fn from(what: &engine::Contestable) -> Self {
        use engine::Contestable as C;
        match what {
            C::Review { .. } => Self::Review,
            C::Vote { .. } => Self::Vote,
            C::Judgement { .. } => Self::Judgement,
            C::Fact { .. } => Self::Fact,
            C::Decision { .. } => Self::Decision,
            C::Advice { .. } => Self::Advice,
            C::Overleg { .. } => Self::Overleg,
            C::Emergency => Self::Emergency,
        }
    }
}
