//! Words about consultations of bodies.

use async_graphql::Enum;

mirror! {
    /// What a body may do.
    ConsultationRight = "engine::Right" { Information, Advice, Consent }
    /// Advice in one word.
    AdviceVerdict = "engine::AdviceVerdict" { Positive, PositiveWithPoints, Negative, ConsentGiven, ConsentWithheld }
    /// Whether advice is followed; following a part is deviating too.
    Following = "engine::Following" { Followed, Partly, NotFollowed }
    /// What is asked of somebody in a consultation.
    ConsultationTask = "engine::ConsultationTask" {
        Advise, ChooseTerm, ConfirmAdvice, AnswerRequest, ExtendTerm, ReviseSummary, RecordNoAnswer, Confer, Respond
    }
}

/// What called for a consultation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum ConsultationOrigin {
    /// A gate of the funnel.
    Gate,
    /// The body itself.
    Body,
    /// The organisation.
    Organisation,
}

/// Where a consultation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum ConsultationStep {
    /// The body asked to be asked.
    Requested,
    /// The body deliberates.
    Asked,
    /// Consent was asked and no answer came; silence is not consent.
    Unanswered,
    /// The body advised and waits for the response.
    Advised,
    /// The body withheld its consent.
    Withheld,
    /// It is closed.
    Settled,
}

impl From<&engine::Step> for ConsultationStep {
    fn from(step: &engine::Step) -> Self {
        match step {
            engine::Step::Requested => Self::Requested,
            engine::Step::Asked => Self::Asked,
            engine::Step::Unanswered => Self::Unanswered,
            engine::Step::Advised => Self::Advised,
            engine::Step::Withheld => Self::Withheld,
            engine::Step::Settled { .. } => Self::Settled,
        }
    }
}

/// How a consultation was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum ConsultationEnd {
    /// The body was told.
    Informed,
    /// It answered, and where needed it was answered.
    Answered,
    /// Advice was asked and no answer came, as a person recorded.
    NoAnswer,
    /// The competent body consented in its place.
    Substituted,
}

impl From<engine::Settled> for ConsultationEnd {
    fn from(settled: engine::Settled) -> Self {
        match settled {
            engine::Settled::Informed => Self::Informed,
            engine::Settled::Answered(_) => Self::Answered,
            engine::Settled::NoAnswer => Self::NoAnswer,
            engine::Settled::Substituted => Self::Substituted,
        }
    }
}

/// What a consultation still lacks before *go*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum ConsultationLack {
    /// The lead has not asked the body.
    NotOpened,
    /// The body asked to be asked.
    Requested,
    /// The body deliberates; its silence says nothing.
    Open,
    /// The provider has not answered the advice.
    ResponseMissing,
    /// Negative advice, and nobody talked with the body.
    OverlegMissing,
    /// The body's law gives it time after a response that deviates.
    Waiting,
    /// The body withheld its consent.
    ConsentWithheld,
    /// No answer came within the term, and that is no consent.
    NoConsent,
    /// What the answer rests on changed.
    Stale,
}

impl From<engine::ConsultationBlock> for ConsultationLack {
    fn from(block: engine::ConsultationBlock) -> Self {
        use engine::ConsultationBlock as B;
        match block {
            B::NotOpened => Self::NotOpened,
            B::Requested => Self::Requested,
            B::Open => Self::Open,
            B::ResponseMissing => Self::ResponseMissing,
            B::OverlegMissing => Self::OverlegMissing,
            B::WaitingUntil(_) => Self::Waiting,
            B::ConsentWithheld => Self::ConsentWithheld,
            B::NoConsent => Self::NoConsent,
            B::Stale => Self::Stale,
        }
    }
}

/// What a new summary does to the term, as the chair chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum TermChoice {
    /// The whole term again.
    Restart,
    /// Until a day between the earlier end and that of a restart.
    Extend,
    /// As it was.
    Keep,
}

/// What somebody can do in a consultation; each is a mutation of that name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum ConsultationAction {
    /// Ask the advice that the body requested to give.
    AcceptRequest,
    /// Not ask what the body requested, with the reason.
    DeclineRequest,
    /// Give an own opinion, among the members.
    GiveOpinion,
    /// Establish what the body says.
    EstablishAdvice,
    /// Ask for more time.
    AskExtension,
    /// Give more time.
    ExtendTerm,
    /// Not give the time that was asked.
    KeepTerm,
    /// Put a new summary, or new documents, before the body.
    ReviseSummary,
    /// Choose what the new summary does to the term.
    ChooseTerm,
    /// Record that no answer came.
    RecordNoAnswer,
    /// Write down the conversation with the body.
    Confer,
    /// Answer the advice with reasons.
    RespondToAdvice,
    /// Take the question back.
    WithdrawConsultation,
    /// Write down that the competent body consented in place of this one.
    SubstituteConsent,
    /// Say that the answer stands on changed documents.
    ConfirmAdvice,
}
