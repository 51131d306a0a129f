//! What people can do in a consultation.

use serde::{Deserialize, Serialize};
use time::Date;

use super::definition::Right;
use crate::ids::{ArtefactKey, ConsultationKey, PartyKey};
use crate::text::TextRef;

/// Begins a consultation, or works on one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsultationCommand<T = TextRef> {
    /// The lead asks what the open gate demands. Information closes at once.
    Open {
        /// Which, of the open gate.
        kind: ConsultationKey,
        /// The question, in plain words.
        question: T,
        /// The plain summary; not given where a document of the funnel is the summary.
        summary: Option<T>,
        /// By when, where the body gets longer than the funnel's term.
        due: Option<Date>,
    },
    /// A body asks to be asked, on anything.
    Request {
        /// Which body.
        body: PartyKey,
        /// On what.
        question: T,
    },
    /// A body gives advice that nobody asked (ongevraagd advies).
    Volunteer {
        /// Which body.
        body: PartyKey,
        /// Its advice.
        advice: Advice<T>,
    },
    /// Works on one that is there.
    On {
        /// Its number.
        consultation: u32,
        /// What is done.
        act: ConsultationAct<T>,
    },
}

/// What people can do with a consultation that is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsultationAct<T = TextRef> {
    /// The lead asks the advice that the body requested to give.
    Accept {
        /// The plain summary.
        summary: T,
        /// The documents it is about.
        documents: Vec<ArtefactKey>,
        /// By when, where the body gets longer than its term.
        due: Option<Date>,
    },
    /// The lead does not ask what the body requested, with the reason.
    Decline {
        /// Why.
        reason: T,
    },
    /// A member's own opinion; only the body and its coach ever see it (law 9).
    Opine {
        /// The opinion.
        opinion: T,
    },
    /// The chair establishes what the body says.
    Establish {
        /// What.
        advice: Advice<T>,
    },
    /// The body asks for more time.
    AskExtension {
        /// Until when.
        until: Date,
        /// Why.
        reason: T,
    },
    /// The lead gives more time.
    Extend {
        /// Until when.
        until: Date,
    },
    /// The lead does not give the time that was asked.
    KeepTerm {
        /// Why.
        reason: T,
    },
    /// The lead puts a new summary, or new documents, before the body: its term starts again until the chair chooses.
    ReviseSummary {
        /// The new summary; not given where a document of the funnel is the summary.
        summary: Option<T>,
    },
    /// The chair chooses what the new summary does to the term.
    ChooseTerm {
        /// The choice.
        choice: TermChoice,
    },
    /// A person records that no answer came within the term. That is never consent.
    RecordNoAnswer {
        /// A remark.
        note: Option<T>,
    },
    /// The conversation with the body about not following it (overleg).
    Confer {
        /// When it was held.
        on: Date,
        /// What was said.
        note: T,
    },
    /// The provider's reasoned answer.
    Respond {
        /// The answer.
        response: Response<T>,
    },
    /// Who asked takes it back.
    Withdraw {
        /// Why.
        reason: T,
    },
    /// The competent body gave consent in place of this one (vervangende toestemming).
    Substitute {
        /// When.
        on: Date,
        /// By whom, and what it says.
        text: T,
    },
    /// The chair says that the answer stands although its documents changed (law 4).
    Confirm,
    /// Time passed: a kind reminder, the end of a term or of a waiting time (law 16); only the system sends this.
    NoteTime,
}

/// What a body says, as its chair establishes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advice<T = TextRef> {
    /// In one word.
    pub verdict: AdviceVerdict,
    /// In its own words.
    pub text: T,
    /// What a minority thinks, only if the body includes it (law 9).
    pub minority: Option<T>,
}

/// The advice in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AdviceVerdict {
    /// Positief.
    Positive,
    /// Positief, als … .
    PositiveWithPoints,
    /// Negatief.
    Negative,
    /// Instemming.
    ConsentGiven,
    /// Geen instemming.
    ConsentWithheld,
}

impl AdviceVerdict {
    /// Whether a body with this right can say this.
    #[must_use]
    pub fn fits(self, right: Right) -> bool {
        let consent = matches!(self, Self::ConsentGiven | Self::ConsentWithheld);
        match right {
            Right::Information => false,
            Right::Advice => !consent,
            Right::Consent => consent,
        }
    }
}

/// The provider's reasoned answer to advice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Response<T = TextRef> {
    /// In one word.
    pub following: Following,
    /// Why, and what is done with each point.
    pub reason: T,
}

/// Whether advice is followed. Following a part is deviating too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Following {
    /// Whole.
    Followed,
    /// Not all of it.
    Partly,
    /// Not at all.
    NotFollowed,
}

/// What a new summary does to the term, as the chair chooses (law 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TermChoice {
    /// The whole term again, from the day of the new summary.
    Restart,
    /// Until this day, between the earlier end and that of a restart.
    Extend {
        /// Until when.
        until: Date,
    },
    /// As it was.
    Keep,
}

impl<T> Advice<T> {
    pub(crate) fn map_text<U>(self, store: &mut dyn FnMut(T) -> U) -> Advice<U> {
        Advice { verdict: self.verdict, text: store(self.text), minority: self.minority.map(store) }
    }
}

impl<T> ConsultationCommand<T> {
    /// Replaces every text by what `store` makes of it.
    pub(crate) fn map_text<U>(self, store: &mut dyn FnMut(T) -> U) -> ConsultationCommand<U> {
        match self {
            Self::Open { kind, question, summary, due } => {
                ConsultationCommand::Open { kind, question: store(question), summary: summary.map(store), due }
            }
            Self::Request { body, question } => ConsultationCommand::Request { body, question: store(question) },
            Self::Volunteer { body, advice } => ConsultationCommand::Volunteer { body, advice: advice.map_text(store) },
            Self::On { consultation, act } => ConsultationCommand::On { consultation, act: act.map_text(store) },
        }
    }
}

impl<T> ConsultationAct<T> {
    /// Replaces every text by what `store` makes of it.
    pub(crate) fn map_text<U>(self, store: &mut dyn FnMut(T) -> U) -> ConsultationAct<U> {
        match self {
            Self::Accept { summary, documents, due } => ConsultationAct::Accept { summary: store(summary), documents, due },
            Self::Decline { reason } => ConsultationAct::Decline { reason: store(reason) },
            Self::Opine { opinion } => ConsultationAct::Opine { opinion: store(opinion) },
            Self::Establish { advice } => ConsultationAct::Establish { advice: advice.map_text(store) },
            Self::AskExtension { until, reason } => ConsultationAct::AskExtension { until, reason: store(reason) },
            Self::Extend { until } => ConsultationAct::Extend { until },
            Self::KeepTerm { reason } => ConsultationAct::KeepTerm { reason: store(reason) },
            Self::ReviseSummary { summary } => ConsultationAct::ReviseSummary { summary: summary.map(store) },
            Self::ChooseTerm { choice } => ConsultationAct::ChooseTerm { choice },
            Self::RecordNoAnswer { note } => ConsultationAct::RecordNoAnswer { note: note.map(store) },
            Self::Confer { on, note } => ConsultationAct::Confer { on, note: store(note) },
            Self::Respond { response: Response { following, reason } } => {
                ConsultationAct::Respond { response: Response { following, reason: store(reason) } }
            }
            Self::Withdraw { reason } => ConsultationAct::Withdraw { reason: store(reason) },
            Self::Substitute { on, text } => ConsultationAct::Substitute { on, text: store(text) },
            Self::Confirm => ConsultationAct::Confirm,
            Self::NoteTime => ConsultationAct::NoteTime,
        }
    }
}
