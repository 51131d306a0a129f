//! What the acts in consultations take.

use async_graphql::{ID, InputObject, Result};
use engine::Advice;
use persistence::{Limit, Text};
use time::Date;

use crate::acts::gate::SeenRevision;
use crate::acts::on_behalf::OnBehalfInput;
use crate::enums::{AdviceVerdict, Following, TermChoice};
use crate::mutation::{optional, text};

/// Asks a body what the open gate demands.
#[derive(InputObject)]
pub(crate) struct OpenConsultationInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// Which consultation of the gate.
    pub kind: String,
    /// The question, in plain words.
    pub question: String,
    /// The plain summary; not given where a document is the summary.
    pub summary: Option<String>,
    /// By when, where the body gets longer than its term.
    pub due: Option<Date>,
}

/// A body asks to be asked, on anything.
#[derive(InputObject)]
pub(crate) struct RequestConsultationInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// Which body.
    pub body: String,
    /// On what.
    pub question: String,
    /// Where somebody enters it for the chair.
    pub on_behalf: Option<OnBehalfInput>,
}

/// What a body says, as its chair establishes it.
#[derive(InputObject)]
pub(crate) struct AdviceInput {
    /// In one word.
    pub verdict: AdviceVerdict,
    /// In its own words.
    pub text: String,
    /// What a minority thinks, only if the body includes it.
    pub minority: Option<String>,
}

impl AdviceInput {
    pub(crate) fn read(&self) -> Result<Advice<Text>> {
        Ok(Advice {
            verdict: self.verdict.into(),
            text: text("text", &self.text, Limit::Note)?,
            minority: optional("minority", self.minority.as_deref())?,
        })
    }
}

/// A body gives advice that nobody asked.
#[derive(InputObject)]
pub(crate) struct VolunteerAdviceInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// Which body.
    pub body: String,
    /// Its advice.
    pub advice: AdviceInput,
    /// Where somebody enters it for the chair.
    pub on_behalf: Option<OnBehalfInput>,
}

/// Asks the advice that a body requested to give.
#[derive(InputObject)]
pub(crate) struct AcceptRequestInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// The number of the consultation.
    pub consultation: i32,
    /// The plain summary.
    pub summary: String,
    /// The documents it is about.
    #[graphql(default)]
    pub documents: Vec<String>,
    /// By when, where the body gets longer than its term.
    pub due: Option<Date>,
}

/// An act in a consultation that needs a reason.
#[derive(InputObject)]
pub(crate) struct ConsultationReasonInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// The number of the consultation.
    pub consultation: i32,
    /// Why.
    pub reason: String,
}

/// A member's own opinion.
#[derive(InputObject)]
pub(crate) struct GiveOpinionInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// The number of the consultation.
    pub consultation: i32,
    /// The opinion; only the body and its coach ever see it.
    pub opinion: String,
    /// Where the coach enters it for a member.
    pub on_behalf: Option<OnBehalfInput>,
}

/// The chair establishes what the body says.
#[derive(InputObject)]
pub(crate) struct EstablishAdviceInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// The number of the consultation.
    pub consultation: i32,
    /// What.
    pub advice: AdviceInput,
    /// The versions that the body was shown, as its chair saw them; none where it answered on paper.
    #[graphql(default)]
    pub seen_revisions: Vec<SeenRevision>,
    /// Where somebody enters it for the chair.
    pub on_behalf: Option<OnBehalfInput>,
}

/// A body asks for more time.
#[derive(InputObject)]
pub(crate) struct AskExtensionInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// The number of the consultation.
    pub consultation: i32,
    /// Until when.
    pub until: Date,
    /// Why.
    pub reason: String,
}

/// Gives a body more time.
#[derive(InputObject)]
pub(crate) struct ExtendTermInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// The number of the consultation.
    pub consultation: i32,
    /// Until when.
    pub until: Date,
}

/// Puts a new summary, or new documents, before a body.
#[derive(InputObject)]
pub(crate) struct ReviseSummaryInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// The number of the consultation.
    pub consultation: i32,
    /// The new summary; not given where a document is the summary.
    pub summary: Option<String>,
}

/// The chair chooses what the new summary does to the term.
#[derive(InputObject)]
pub(crate) struct ChooseTermInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// The number of the consultation.
    pub consultation: i32,
    /// The choice.
    pub choice: TermChoice,
    /// For *extend*: until when.
    pub until: Option<Date>,
}

/// Records that no answer came within the term.
#[derive(InputObject)]
pub(crate) struct RecordNoAnswerInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// The number of the consultation.
    pub consultation: i32,
    /// A remark.
    pub note: Option<String>,
}

/// Writes down the conversation with a body about not following its advice.
#[derive(InputObject)]
pub(crate) struct ConferInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// The number of the consultation.
    pub consultation: i32,
    /// When it was held.
    pub on: Date,
    /// What was said.
    pub note: String,
    /// Where somebody enters it for somebody else.
    pub on_behalf: Option<OnBehalfInput>,
}

/// The provider's reasoned answer.
#[derive(InputObject)]
pub(crate) struct RespondToAdviceInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// The number of the consultation.
    pub consultation: i32,
    /// Whether the advice is followed.
    pub following: Following,
    /// Why, and what is done with each point.
    pub reason: String,
}

/// The competent body consented in place of this one.
#[derive(InputObject)]
pub(crate) struct SubstituteConsentInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// The number of the consultation.
    pub consultation: i32,
    /// When.
    pub on: Date,
    /// By whom, and what it says.
    pub text: String,
}

/// The chair says that the answer stands although its documents changed.
#[derive(InputObject)]
pub(crate) struct ConfirmAdviceInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// The number of the consultation.
    pub consultation: i32,
    /// The revisions that were read.
    #[graphql(default)]
    pub seen_revisions: Vec<SeenRevision>,
    /// Where somebody enters it for the chair.
    pub on_behalf: Option<OnBehalfInput>,
}
