//! What happened in a consultation. Everything that a term or a refusal rested on is copied in (law 18).

use serde::{Deserialize, Serialize};
use time::Date;

use super::act::{Advice, Response, TermChoice};
use super::definition::Right;
use super::state::{Exhibit, Origin, Summary};
use crate::event::Counted;
use crate::ids::{PartyKey, PersonId};
use crate::text::TextRef;

/// What happened in one consultation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ConsultationEvent {
    /// A body was told; nothing more is asked of it.
    Informed {
        /// What called for it.
        origin: Origin,
        /// Which body.
        body: PartyKey,
        /// Of what.
        question: TextRef,
        /// The plain summary.
        summary: Summary,
        /// What it was shown.
        exhibits: Vec<Exhibit>,
        /// Who belonged to the body then.
        informed: Vec<PersonId>,
        /// The agreement by which the body only wants to be informed of this project.
        agreement: Option<u32>,
        /// The earlier consultation that this one takes the place of.
        replaces: Option<u32>,
    },
    /// A body was asked.
    Opened {
        /// What called for it.
        origin: Origin,
        /// Which body.
        body: PartyKey,
        /// What it may do.
        right: Right,
        /// The question.
        question: TextRef,
        /// The plain summary.
        summary: Summary,
        /// What it was shown.
        exhibits: Vec<Exhibit>,
        /// The term.
        term: Term,
        /// Calendar days of waiting after a deviating response.
        waiting_days: u16,
        /// The earlier consultation that this one takes the place of.
        replaces: Option<u32>,
    },
    /// A body asked to be asked.
    Requested {
        /// Which body.
        body: PartyKey,
        /// On what.
        question: TextRef,
    },
    /// It was not asked what it requested.
    Declined {
        /// Why.
        reason: TextRef,
    },
    /// A body gave advice that nobody asked.
    Volunteered {
        /// Which body.
        body: PartyKey,
        /// Its advice.
        advice: Advice,
        /// Calendar days of waiting after a deviating response.
        waiting_days: u16,
        /// The membership then.
        counted: Counted,
    },
    /// A member gave their own opinion. Private to the body and its coach (law 9).
    Opined {
        /// Which body.
        body: PartyKey,
        /// The opinion.
        opinion: TextRef,
    },
    /// The chair established what the body says.
    Established {
        /// What.
        advice: Advice,
        /// The membership then.
        counted: Counted,
    },
    /// The body asked for more time.
    ExtensionAsked {
        /// Until when.
        until: Date,
        /// Why.
        reason: TextRef,
    },
    /// The body got more time.
    Extended {
        /// The new term.
        term: Term,
    },
    /// The body did not get the time it asked.
    TermKept {
        /// Why.
        reason: TextRef,
    },
    /// A new summary or new documents were put before the body. Until its chair chooses, its term starts again.
    SummaryRevised {
        /// The plain summary.
        summary: Summary,
        /// What it is shown now.
        exhibits: Vec<Exhibit>,
        /// The term of a restart.
        term: Term,
    },
    /// The chair chose the term.
    TermChosen {
        /// The choice.
        choice: TermChoice,
        /// The term that follows.
        term: Term,
    },
    /// A person recorded that no answer came.
    NoAnswer {
        /// A remark.
        note: Option<TextRef>,
    },
    /// The provider and the body talked.
    Conferred {
        /// When.
        on: Date,
        /// What was said.
        note: TextRef,
    },
    /// The provider answered the advice.
    Responded {
        /// The answer.
        response: Response,
        /// The first day on which the decision may be taken, where the body's law gives a waiting time.
        waits_until: Option<Date>,
    },
    /// Who asked took it back.
    Withdrawn {
        /// Why.
        reason: TextRef,
    },
    /// The competent body consented in place of this one.
    Substituted {
        /// When.
        on: Date,
        /// By whom, and what it says.
        text: TextRef,
    },
    /// The chair said that the answer stands on these documents.
    Confirmed {
        /// What it rests on now.
        exhibits: Vec<Exhibit>,
        /// The membership then.
        counted: Counted,
    },
    /// The body was reminded, kindly and once, through its coach and chair.
    Reminded,
    /// The term passed without an answer. Nothing follows from that by itself.
    TermPassed,
    /// The waiting time after a deviating response is over.
    WaitOver,
    /// What was recorded on the body's behalf was contested: it has to answer again (law 14).
    Contested,
    /// The conversation that was recorded was contested: a response that deviates needs one again (law 14).
    OverlegContested,
}

/// The time that a body has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Working days, at the least.
    pub days: u16,
    /// The last day.
    pub due: Date,
    /// The day of the one reminder.
    pub remind: Date,
}

impl ConsultationEvent {
    /// The body that alone may see this, with its coach (law 9).
    #[must_use]
    pub fn private_to(&self) -> Option<&PartyKey> {
        match self {
            Self::Opined { body, .. } => Some(body),
            _ => None,
        }
    }

    /// The body that is asked or told something, or speaks up, where a consultation begins with this.
    #[must_use]
    pub fn begun_for(&self) -> Option<&PartyKey> {
        match self {
            Self::Informed { body, .. }
            | Self::Opened { body, .. }
            | Self::Requested { body, .. }
            | Self::Volunteered { body, .. } => Some(body),
            _ => None,
        }
    }
}
