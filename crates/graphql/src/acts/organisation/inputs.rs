//! What the acts on the organisation take.

use async_graphql::{ID, InputObject, Json};
use serde_json::Value;
use time::Date;

use crate::enums::{AdviceVerdict, ConsultationAction, ConsultationRight, FactComparison, Following, Proof, TermChoice};

/// Adopts or changes a kind of evidence.
#[derive(InputObject)]
pub(crate) struct DefineEvidenceInput {
    /// Idempotency key.
    pub key: String,
    /// The name in funnels.
    pub kind: String,
    /// The name on the screen, Dutch.
    pub name_nl: String,
    /// The name on the screen, English.
    pub name_en: String,
    /// Whether each supplier has its own.
    #[graphql(default)]
    pub of_supplier: bool,
    /// The parties that submit it.
    pub submitted_by: Vec<String>,
    /// The party that judges it, once for all projects.
    pub judged_by: String,
    /// Calendar days that a judgement counts, at the most.
    pub valid_days: Option<i32>,
}

/// Says which party adopts improvement plans.
#[derive(InputObject)]
pub(crate) struct SetBoardInput {
    /// Idempotency key.
    pub key: String,
    /// Which.
    pub party: String,
}

/// The first and the last day of a period.
#[derive(InputObject)]
pub(crate) struct PeriodInput {
    /// From this day on.
    pub first: Date,
    /// Until and with this day.
    pub last: Date,
}

/// Writes down the rules of a body.
#[derive(InputObject)]
pub(crate) struct SetBodyInput {
    /// Idempotency key.
    pub key: String,
    /// Which body.
    pub body: String,
    /// Working days it has at the least, where a funnel gives fewer.
    #[graphql(default)]
    pub term_days: i32,
    /// Calendar days of waiting after a deviating response, where a funnel gives fewer.
    #[graphql(default)]
    pub waiting_days: i32,
    /// The days on which it meets.
    #[graphql(default)]
    pub meetings: Vec<Date>,
    /// Its holidays; they do not count in a term.
    #[graphql(default)]
    pub recess: Vec<PeriodInput>,
    /// The party that supports it.
    pub coached_by: Option<String>,
}

/// Says what a supplier is called.
#[derive(InputObject)]
pub(crate) struct NameSupplierInput {
    /// Idempotency key.
    pub key: String,
    /// Which.
    pub supplier: String,
    /// Its name.
    pub name: String,
}

/// Brings in a supplier that is there already, with evidence of one kind where a list has it.
#[derive(InputObject)]
pub(crate) struct BringInSupplierInput {
    /// Idempotency key.
    pub key: String,
    /// Which.
    pub supplier: String,
    /// Its name; one that it has stays.
    pub name: String,
    /// The kind of its evidence; without it the supplier comes in alone.
    pub kind: Option<String>,
    /// The evidence in words; needed with a kind.
    pub text: Option<String>,
    /// The last day that the evidence says of itself.
    pub valid_until: Option<Date>,
}

/// Lets somebody answer for a member for a period.
#[derive(InputObject)]
pub(crate) struct DelegateInput {
    /// Idempotency key.
    pub key: String,
    /// In which party.
    pub party: String,
    /// Whose answers.
    pub from_id: ID,
    /// By whom.
    pub to_id: ID,
    /// From this day on; not before today.
    pub first: Date,
    /// Until and with this day.
    pub last: Date,
}

/// Takes a delegation back before its last day.
#[derive(InputObject)]
pub(crate) struct EndDelegationInput {
    /// Idempotency key.
    pub key: String,
    /// Its number.
    pub delegation: i32,
}

/// Submits the next revision of evidence.
#[derive(InputObject)]
pub(crate) struct SubmitEvidenceInput {
    /// Idempotency key.
    pub key: String,
    /// Of which kind.
    pub kind: String,
    /// Whose, where each supplier has its own.
    pub supplier: Option<String>,
    /// In words; or else files.
    pub text: Option<String>,
    /// The uploaded files.
    #[graphql(default)]
    pub file_ids: Vec<ID>,
    /// The last day that it says of itself.
    pub valid_until: Option<Date>,
}

/// Judges evidence, once for all projects.
#[derive(InputObject)]
pub(crate) struct JudgeEvidenceInput {
    /// Idempotency key.
    pub key: String,
    /// Of which kind.
    pub kind: String,
    /// Whose, where each supplier has its own.
    pub supplier: Option<String>,
    /// The revision that was looked at.
    pub revision: i32,
    /// Whether it is sufficient.
    pub sufficient: bool,
    /// On paper or in practice.
    #[graphql(default_with = "Proof::Paper")]
    pub proof: Proof,
    /// Why; needed when it is not sufficient.
    pub motivation: Option<String>,
}

/// The board adopts an improvement plan for a gap.
#[derive(InputObject)]
pub(crate) struct AdoptPlanInput {
    /// Idempotency key.
    pub key: String,
    /// In evidence of which kind.
    pub kind: String,
    /// Whose, where each supplier has its own.
    pub supplier: Option<String>,
    /// What is done.
    pub plan: String,
    /// By when.
    pub due: Date,
}

/// A condition on a fact of projects.
#[derive(InputObject)]
pub(crate) struct FactConditionInput {
    /// Which question.
    pub fact: String,
    /// The answer: true or false, a whole number, or the key of a level.
    pub value: Json<Value>,
    /// Which other answers count too.
    #[graphql(default_with = "FactComparison::Exactly")]
    pub comparison: FactComparison,
}

/// A body agrees that it only wants to be informed of some projects.
#[derive(InputObject)]
pub(crate) struct AgreeInput {
    /// Idempotency key.
    pub key: String,
    /// Which body.
    pub body: String,
    /// Of which projects: those for which all of this holds; without any, of all.
    #[graphql(default)]
    pub conditions: Vec<FactConditionInput>,
    /// The written agreement.
    pub text: String,
}

/// A body takes its agreement back.
#[derive(InputObject)]
pub(crate) struct RevokeAgreementInput {
    /// Idempotency key.
    pub key: String,
    /// The number of the agreement.
    pub agreement: i32,
    /// Why.
    pub reason: String,
}

/// Asks a body about a version of a funnel, or about evidence.
#[derive(InputObject)]
pub(crate) struct ConsultBodyInput {
    /// Idempotency key.
    pub key: String,
    /// About this version of a funnel; or else evidence.
    pub funnel_id: Option<ID>,
    /// About evidence of this kind.
    pub kind: Option<String>,
    /// Whose, where each supplier has its own.
    pub supplier: Option<String>,
    /// Which body.
    pub body: String,
    /// What it may do.
    pub right: ConsultationRight,
    /// The question.
    pub question: String,
    /// The plain summary.
    pub summary: String,
    /// By when, where the body gets longer than its term.
    pub due: Option<Date>,
}

/// An act in a consultation of the organisation.
#[derive(InputObject)]
pub(crate) struct OrganisationConsultationInput {
    /// Idempotency key.
    pub key: String,
    /// Its number.
    pub consultation: i32,
    /// What is done.
    pub action: ConsultationAction,
    /// What is said: the opinion, the advice, the reason, the note or the new summary.
    pub text: Option<String>,
    /// For advice: in one word.
    pub verdict: Option<AdviceVerdict>,
    /// For advice: what a minority thinks, only if the body includes it.
    pub minority: Option<String>,
    /// For a response: whether the advice is followed.
    pub following: Option<Following>,
    /// For more time: until when.
    pub until: Option<Date>,
    /// For a conversation or consent in place of the body's: when it was.
    pub on: Option<Date>,
    /// For the term after a new summary: the choice.
    pub choice: Option<TermChoice>,
}
