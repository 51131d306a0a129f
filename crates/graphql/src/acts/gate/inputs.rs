//! What is sent with acts on documents, criteria and gates.

use async_graphql::{ID, InputObject, Json};
use serde_json::Value;
use time::Date;

use crate::acts::meeting::MeetingInput;
use crate::acts::on_behalf::OnBehalfInput;
use crate::course::{AnsweredInput, ConditionInput};
use crate::enums::{Answer, OutcomeKind, Proof, Stage, Verdict};

/// Starts a project.
#[derive(InputObject)]
pub(super) struct StartProjectInput {
    /// Idempotency key: 1 to 80 visible ASCII characters, new for each act, the same when it is sent again.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub summary: String,
    /// Who leads it.
    pub lead_id: ID,
    /// On which version of which funnel.
    pub funnel_id: ID,
}

/// Answers questions about a project.
#[derive(InputObject)]
pub(super) struct AnswerFactsInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// The answers.
    pub answers: Vec<FactInput>,
}

/// One answer.
#[derive(InputObject)]
pub(crate) struct FactInput {
    /// Which question.
    pub fact: String,
    /// true or false, a whole number, or the key of a level.
    pub value: Json<Value>,
}

/// Confirms an answer for the party that the funnel names.
#[derive(InputObject)]
pub(super) struct ConfirmFactInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// Which question.
    pub fact: String,
    /// The answer that was seen.
    pub value: Json<Value>,
    /// Where somebody enters it for somebody else.
    pub on_behalf: Option<OnBehalfInput>,
}

/// Confirms several answers for the party that the funnel names, in one act.
#[derive(InputObject)]
pub(super) struct ConfirmFactsInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// The answers that were seen.
    pub facts: Vec<FactInput>,
    /// Where somebody enters it for somebody else.
    pub on_behalf: Option<OnBehalfInput>,
}

/// Saves what is being written.
#[derive(InputObject)]
pub(super) struct SaveDraftInput {
    /// Which project.
    pub project_id: ID,
    /// Which document.
    pub artefact: String,
    /// The version of the draft that was seen; 0 when there was none.
    #[graphql(default)]
    pub version: i32,
    /// The form answers, as far as they are.
    pub answers: Option<Json<Value>>,
    /// The uploaded files.
    #[graphql(default)]
    pub file_ids: Vec<ID>,
}

/// Throws a draft away.
#[derive(InputObject)]
pub(super) struct DiscardDraftInput {
    /// Which project.
    pub project_id: ID,
    /// Which document.
    pub artefact: String,
    /// The version of the draft that was seen.
    pub version: i32,
}

/// Submits the draft as the next revision.
#[derive(InputObject)]
pub(super) struct SubmitRevisionInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// Which document.
    pub artefact: String,
    /// How far it is.
    pub stage: Stage,
    /// The version of the draft that was seen.
    pub draft_version: i32,
    /// The hash of the current revision that was seen; null when there was none.
    pub seen_revision: Option<String>,
}

/// Approves a revision or requests changes, for a party.
#[derive(InputObject)]
pub(super) struct ReviewRevisionInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// Which document.
    pub artefact: String,
    /// For which party.
    pub party: String,
    /// The verdict.
    pub verdict: Verdict,
    /// Why; needed when changes are requested.
    pub note: Option<String>,
    /// The party's answers on criteria that rest on this document alone, given in the same act.
    #[graphql(default)]
    pub answers: Vec<AnsweredInput>,
    /// The hash of the revision that was read.
    pub seen_revision: String,
    /// Where somebody enters it for somebody else.
    pub on_behalf: Option<OnBehalfInput>,
}

/// A revision that was read.
#[derive(InputObject)]
pub(crate) struct SeenRevision {
    /// Of which document.
    pub artefact: String,
    /// Its hash.
    pub hash: String,
}

/// Answers a criterion for a party.
#[derive(InputObject)]
pub(super) struct JudgeCriterionInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// Which criterion.
    pub criterion: String,
    /// For which party.
    pub party: String,
    /// The answer.
    pub answer: Answer,
    /// On paper or in practice.
    #[graphql(default_with = "Proof::Paper")]
    pub proof: Proof,
    /// Why; needed unless the answer is *met*.
    pub motivation: Option<String>,
    /// The round that was seen; null when none was open and the criterion is asked again in use.
    pub seen_round: Option<i32>,
    /// The evidence that was read.
    #[graphql(default)]
    pub seen_revisions: Vec<SeenRevision>,
    /// Where somebody enters it for somebody else.
    pub on_behalf: Option<OnBehalfInput>,
}

/// Stands by earlier answers of a party, many in one act.
#[derive(InputObject)]
pub(super) struct ConfirmAnswersInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// For which party.
    pub party: String,
    /// Reviews to repeat, by document.
    #[graphql(default)]
    pub artefacts: Vec<String>,
    /// Judgements to repeat, by criterion.
    #[graphql(default)]
    pub criteria: Vec<String>,
    /// The revisions that were read.
    #[graphql(default)]
    pub seen_revisions: Vec<SeenRevision>,
}

/// Decides a gate.
#[derive(InputObject)]
pub(super) struct DecideGateInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// Which gate.
    pub gate: String,
    /// The outcome.
    pub outcome: OutcomeKind,
    /// For *rework*: the phase to go back to.
    pub rework_to: Option<String>,
    /// For *hold*: when it is looked at again.
    pub review_on: Option<Date>,
    /// For *stop*: what was learned.
    pub lessons: Option<String>,
    /// For *conditional go*: what is still demanded.
    #[graphql(default)]
    pub conditions: Vec<ConditionInput>,
    /// Why.
    pub motivation: String,
    /// The readiness digest that was seen.
    pub seen_readiness: String,
    /// Where somebody enters it for somebody else.
    pub on_behalf: Option<OnBehalfInput>,
    /// Where a meeting took it.
    pub meeting: Option<MeetingInput>,
}
