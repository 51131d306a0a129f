//! What can be done: each mutation builds one request and ends in `Store::execute`.

use std::collections::BTreeMap;

use async_graphql::{Context, ErrorExtensions as _, ID, InputObject, Json, MergedObject, Object, Result, SimpleObject};
use engine::{
    ArtefactKey, Command, CriterionKey, FactKey, FactValue, FileId, FunnelVersionId, GateKey, Hash, KeyError, Outcome,
    PartyKey, PersonId, PhaseKey, ProjectId, Seen, StartProject,
};
use persistence::{Acted, IdempotencyKey, Limit, Request, StartRequest, SubmitDraft, Text};
use serde_json::Value;
use time::Date;
use uuid::Uuid;

use crate::acts::consultation::ConsultationMutation;
use crate::acts::in_use::InUseMutation;
use crate::acts::meeting::MeetingInput;
use crate::acts::on_behalf::OnBehalfInput;
use crate::acts::organisation::OrganisationMutation;
use crate::acts::recorded::RecordedMutation;
use crate::acts::{act_for, for_whom};
use crate::course::{AnsweredInput, ConditionInput, CourseMutation};
use crate::enums::{Answer, OutcomeKind, Proof, Stage, Verdict};
use crate::error::{ErrorCode, input as wrong, problem, refuse, text as wrong_text};
use crate::session::{Session, session};
use crate::types::artefact::Artefact;
use crate::types::project::Project;
use crate::types::{int, project_id};

/// Files in one draft, whatever the funnel allows.
const MAX_DRAFT_FILES: usize = engine::limits::FILES_PER_REVISION;

/// Acts.
#[derive(MergedObject, Default)]
pub struct Mutation(
    GateMutation,
    CourseMutation,
    ConsultationMutation,
    InUseMutation,
    RecordedMutation,
    OrganisationMutation,
);

/// Acts on documents, criteria and gates.
#[derive(Default)]
pub struct GateMutation;

/// Starts a project.
#[derive(InputObject)]
struct StartProjectInput {
    /// Idempotency key: 1 to 80 visible ASCII characters, new for each act, the same when it is sent again.
    key: String,
    /// What it is called.
    title: String,
    /// What it is about.
    summary: String,
    /// Who leads it.
    lead_id: ID,
    /// On which version of which funnel.
    funnel_id: ID,
}

/// Answers questions about a project.
#[derive(InputObject)]
struct AnswerFactsInput {
    /// Idempotency key.
    key: String,
    /// Which project.
    project_id: ID,
    /// The answers.
    answers: Vec<FactInput>,
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
struct ConfirmFactInput {
    /// Idempotency key.
    key: String,
    /// Which project.
    project_id: ID,
    /// Which question.
    fact: String,
    /// The answer that was seen.
    value: Json<Value>,
    /// Where somebody enters it for somebody else.
    on_behalf: Option<OnBehalfInput>,
}

/// Confirms several answers for the party that the funnel names, in one act.
#[derive(InputObject)]
struct ConfirmFactsInput {
    /// Idempotency key.
    key: String,
    /// Which project.
    project_id: ID,
    /// The answers that were seen.
    facts: Vec<FactInput>,
    /// Where somebody enters it for somebody else.
    on_behalf: Option<OnBehalfInput>,
}

/// Saves what is being written.
#[derive(InputObject)]
struct SaveDraftInput {
    /// Which project.
    project_id: ID,
    /// Which document.
    artefact: String,
    /// The version of the draft that was seen; 0 when there was none.
    #[graphql(default)]
    version: i32,
    /// The form answers, as far as they are.
    answers: Option<Json<Value>>,
    /// The uploaded files.
    #[graphql(default)]
    file_ids: Vec<ID>,
}

/// Throws a draft away.
#[derive(InputObject)]
struct DiscardDraftInput {
    /// Which project.
    project_id: ID,
    /// Which document.
    artefact: String,
    /// The version of the draft that was seen.
    version: i32,
}

/// Submits the draft as the next revision.
#[derive(InputObject)]
struct SubmitRevisionInput {
    /// Idempotency key.
    key: String,
    /// Which project.
    project_id: ID,
    /// Which document.
    artefact: String,
    /// How far it is.
    stage: Stage,
    /// The version of the draft that was seen.
    draft_version: i32,
    /// The hash of the current revision that was seen; null when there was none.
    seen_revision: Option<String>,
}

/// Approves a revision or requests changes, for a party.
#[derive(InputObject)]
struct ReviewRevisionInput {
    /// Idempotency key.
    key: String,
    /// Which project.
    project_id: ID,
    /// Which document.
    artefact: String,
    /// For which party.
    party: String,
    /// The verdict.
    verdict: Verdict,
    /// Why; needed when changes are requested.
    note: Option<String>,
    /// The party's answers on criteria that rest on this document alone, given in the same act.
    #[graphql(default)]
    answers: Vec<AnsweredInput>,
    /// The hash of the revision that was read.
    seen_revision: String,
    /// Where somebody enters it for somebody else.
    on_behalf: Option<OnBehalfInput>,
}

/// A revision that was read.
#[derive(InputObject)]
pub(crate) struct SeenRevision {
    /// Of which document.
    artefact: String,
    /// Its hash.
    hash: String,
}

/// Answers a criterion for a party.
#[derive(InputObject)]
struct JudgeCriterionInput {
    /// Idempotency key.
    key: String,
    /// Which project.
    project_id: ID,
    /// Which criterion.
    criterion: String,
    /// For which party.
    party: String,
    /// The answer.
    answer: Answer,
    /// On paper or in practice.
    #[graphql(default_with = "Proof::Paper")]
    proof: Proof,
    /// Why; needed unless the answer is *met*.
    motivation: Option<String>,
    /// The round that was seen; null when none was open and the criterion is asked again in use.
    seen_round: Option<i32>,
    /// The evidence that was read.
    #[graphql(default)]
    seen_revisions: Vec<SeenRevision>,
    /// Where somebody enters it for somebody else.
    on_behalf: Option<OnBehalfInput>,
}

/// Stands by earlier answers of a party, many in one act.
#[derive(InputObject)]
struct ConfirmAnswersInput {
    /// Idempotency key.
    key: String,
    /// Which project.
    project_id: ID,
    /// For which party.
    party: String,
    /// Reviews to repeat, by document.
    #[graphql(default)]
    artefacts: Vec<String>,
    /// Judgements to repeat, by criterion.
    #[graphql(default)]
    criteria: Vec<String>,
    /// The revisions that were read.
    #[graphql(default)]
    seen_revisions: Vec<SeenRevision>,
}

/// Decides a gate.
#[derive(InputObject)]
struct DecideGateInput {
    /// Idempotency key.
    key: String,
    /// Which project.
    project_id: ID,
    /// Which gate.
    gate: String,
    /// The outcome.
    outcome: OutcomeKind,
    /// For *rework*: the phase to go back to.
    rework_to: Option<String>,
    /// For *hold*: when it is looked at again.
    review_on: Option<Date>,
    /// For *stop*: what was learned.
    lessons: Option<String>,
    /// For *conditional go*: what is still demanded.
    #[graphql(default)]
    conditions: Vec<ConditionInput>,
    /// Why.
    motivation: String,
    /// The readiness digest that was seen.
    seen_readiness: String,
    /// Where somebody enters it for somebody else.
    on_behalf: Option<OnBehalfInput>,
    /// Where a meeting took it.
    meeting: Option<MeetingInput>,
}

/// A project after an act.
#[derive(SimpleObject)]
pub(crate) struct ProjectPayload {
    /// The project as it is now.
    project: Project,
    /// What the act made.
    receipt: Receipt,
}

/// What an act made.
#[derive(SimpleObject)]
pub(crate) struct Receipt {
    /// Its first event.
    first_sequence: i32,
    /// Its last event.
    last_sequence: i32,
    /// Whether the act had been done before, and this is its receipt of then.
    replayed: bool,
}

impl Receipt {
    pub(crate) fn new(first: u64, last: u64, replayed: bool) -> Self {
        Self { first_sequence: int(first), last_sequence: int(last), replayed }
    }
}

/// A document after its draft was saved or thrown away.
#[derive(SimpleObject)]
struct DraftPayload {
    /// The document.
    artefact: Artefact,
}

#[Object]
impl GateMutation {
    /// Starts a project in the first phase of its funnel.
    async fn start_project(&self, context: &Context<'_>, input: StartProjectInput) -> Result<ProjectPayload> {
        let session = session(context)?;
        let command = StartProject {
            title: text("title", &input.title, Limit::Title)?,
            summary: text("summary", &input.summary, Limit::Summary)?,
            lead: PersonId(uuid("leadId", &input.lead_id)?),
            funnel: FunnelVersionId(uuid("funnelId", &input.funnel_id)?),
            bring_in: None,
        };
        let request = StartRequest { key: idempotency(&input.key)?, command };
        let receipt = session.store.start(&session.principal, request).await.map_err(problem)?;
        payload(session, Acted { receipt, project: None }).await
    }

    /// Answers questions about the project (kenmerken).
    async fn answer_facts(&self, context: &Context<'_>, input: AnswerFactsInput) -> Result<ProjectPayload> {
        let mut answers = BTreeMap::new();
        for answer in input.answers {
            answers.insert(key("answers", FactKey::parse(answer.fact))?, fact_value(answer.value.0)?);
        }
        act(context, &input.key, &input.project_id, Command::AnswerFacts { answers }, Seen::default()).await
    }

    /// Confirms an answer that switches requirements off.
    async fn confirm_fact(&self, context: &Context<'_>, input: ConfirmFactInput) -> Result<ProjectPayload> {
        let fact = key("fact", FactKey::parse(input.fact))?;
        let command = Command::ConfirmFacts { facts: BTreeMap::from([(fact, fact_value(input.value.0)?)]) };
        act_for(context, (&input.key, &input.project_id), input.on_behalf, command, Seen::default()).await
    }

    /// Confirms several answers that switch requirements off, in one act.
    async fn confirm_facts(&self, context: &Context<'_>, input: ConfirmFactsInput) -> Result<ProjectPayload> {
        let mut facts = BTreeMap::new();
        for seen in input.facts {
            facts.insert(key("facts", FactKey::parse(seen.fact))?, fact_value(seen.value.0)?);
        }
        let command = Command::ConfirmFacts { facts };
        act_for(context, (&input.key, &input.project_id), input.on_behalf, command, Seen::default()).await
    }

    /// Saves what is being written.
    async fn save_draft(&self, context: &Context<'_>, input: SaveDraftInput) -> Result<DraftPayload> {
        let session = session(context)?;
        let (project, artefact) = (project_id(&input.project_id)?, key("artefact", ArtefactKey::parse(input.artefact))?);
        if input.file_ids.len() > MAX_DRAFT_FILES {
            return Err(wrong("fileIds", format!("at most {MAX_DRAFT_FILES} files")));
        }
        let files = input.file_ids.iter().map(|id| uuid("fileIds", id).map(FileId)).collect::<Result<Vec<_>>>()?;
        let answers = input.answers.map(|a| text("answers", &a.0.to_string(), Limit::Answers)).transpose()?;
        let version = version("version", input.version)?;
        let saved = session.store.save_draft(&session.principal, project, &artefact, version, answers, files).await;
        saved.map_err(problem)?;
        draft_payload(session, project, artefact).await
    }

    /// Throws a draft away.
    async fn discard_draft(&self, context: &Context<'_>, input: DiscardDraftInput) -> Result<DraftPayload> {
        let session = session(context)?;
        let (project, artefact) = (project_id(&input.project_id)?, key("artefact", ArtefactKey::parse(input.artefact))?);
        let version = version("version", input.version)?;
        session.store.discard_draft(&session.principal, project, &artefact, version).await.map_err(problem)?;
        draft_payload(session, project, artefact).await
    }

    /// Submits the draft as the next revision.
    async fn submit_revision(&self, context: &Context<'_>, input: SubmitRevisionInput) -> Result<ProjectPayload> {
        let session = session(context)?;
        let (id, artefact) = (project_id(&input.project_id)?, key("artefact", ArtefactKey::parse(input.artefact))?);
        let seen = Seen {
            revisions: input
                .seen_revision
                .map(|h| Ok((artefact.clone(), hash("seenRevision", &h)?)))
                .into_iter()
                .collect::<Result<_>>()?,
            ..Seen::default()
        };
        let (key, version) = (idempotency(&input.key)?, version("draftVersion", input.draft_version)?);
        let request = SubmitDraft { key, seen, artefact, stage: input.stage.into(), version };
        let acted = session.store.submit_draft_and_show(&session.principal, id, request).await.map_err(problem)?;
        payload(session, acted).await
    }

    /// Approves the current revision of a document, or requests changes.
    async fn review_revision(&self, context: &Context<'_>, input: ReviewRevisionInput) -> Result<ProjectPayload> {
        let artefact = key("artefact", ArtefactKey::parse(input.artefact))?;
        let seen = Seen {
            revisions: BTreeMap::from([(artefact.clone(), hash("seenRevision", &input.seen_revision)?)]),
            ..Seen::default()
        };
        let command = Command::ReviewRevision {
            artefact,
            party: key("party", PartyKey::parse(input.party))?,
            verdict: input.verdict.into(),
            note: optional("note", input.note.as_deref())?,
            answers: input.answers.into_iter().map(AnsweredInput::read).collect::<Result<_>>()?,
        };
        act_for(context, (&input.key, &input.project_id), input.on_behalf, command, seen).await
    }

    /// Answers a criterion in the open round.
    async fn judge_criterion(&self, context: &Context<'_>, input: JudgeCriterionInput) -> Result<ProjectPayload> {
        let command = Command::JudgeCriterion {
            criterion: key("criterion", CriterionKey::parse(input.criterion))?,
            party: key("party", PartyKey::parse(input.party))?,
            answer: input.answer.into(),
            proof: input.proof.into(),
            motivation: optional("motivation", input.motivation.as_deref())?,
        };
        let round = input.seen_round.map(|round| version("seenRound", round)).transpose()?;
        let seen = Seen { round, revisions: seen_revisions(input.seen_revisions)?, readiness: None };
        act_for(context, (&input.key, &input.project_id), input.on_behalf, command, seen).await
    }

    /// Stands by earlier answers on the new evidence.
    async fn confirm_answers(&self, context: &Context<'_>, input: ConfirmAnswersInput) -> Result<ProjectPayload> {
        let artefacts = input.artefacts.into_iter().map(|a| key("artefacts", ArtefactKey::parse(a)));
        let criteria = input.criteria.into_iter().map(|c| key("criteria", CriterionKey::parse(c)));
        let command = Command::ConfirmAnswers {
            party: key("party", PartyKey::parse(input.party))?,
            artefacts: artefacts.collect::<Result<_>>()?,
            criteria: criteria.collect::<Result<_>>()?,
        };
        let seen = Seen { revisions: seen_revisions(input.seen_revisions)?, ..Seen::default() };
        act(context, &input.key, &input.project_id, command, seen).await
    }

    /// Decides the open gate.
    async fn decide_gate(&self, context: &Context<'_>, input: DecideGateInput) -> Result<ProjectPayload> {
        let outcome = outcome(input.outcome, input.rework_to, input.review_on)?;
        let gate = key("gate", GateKey::parse(input.gate))?;
        let name = idempotency(&input.key)?;
        let name = input.meeting.map(|meeting| meeting.key(&input.project_id, &gate)).transpose()?.unwrap_or(name);
        let command = Command::DecideGate {
            gate,
            outcome,
            motivation: text("motivation", &input.motivation, Limit::Note)?,
            lessons: optional("lessons", input.lessons.as_deref())?,
            conditions: input.conditions.into_iter().map(ConditionInput::read).collect::<Result<_>>()?,
        };
        let seen = Seen { readiness: Some(input.seen_readiness), ..Seen::default() };
        let command = for_whom(context, &input.project_id, input.on_behalf, command).await?;
        act_as(context, name, &input.project_id, command, seen).await
    }
}

fn outcome(kind: OutcomeKind, rework_to: Option<String>, review_on: Option<Date>) -> Result<Outcome> {
    match (kind, rework_to, review_on) {
        (OutcomeKind::Stop, None, None) => Ok(Outcome::Stop),
        (OutcomeKind::ConditionalGo, None, None) => Ok(Outcome::ConditionalGo),
        (OutcomeKind::Go, None, None) => Ok(Outcome::Go),
        (OutcomeKind::Rework, Some(to), None) => Ok(Outcome::Rework { to: key("reworkTo", PhaseKey::parse(to))? }),
        (OutcomeKind::Rework, None, _) => Err(wrong("reworkTo", "say which phase to go back to")),
        (OutcomeKind::Hold, None, Some(review_on)) => Ok(Outcome::Hold { review_on }),
        (OutcomeKind::Hold, None, None) => Err(wrong("reviewOn", "say when it is looked at again")),
        (_, Some(_), _) => Err(wrong("reworkTo", "only rework goes back to a phase")),
        (_, _, Some(_)) => Err(wrong("reviewOn", "only hold has a review date")),
    }
}

pub(crate) async fn act(
    context: &Context<'_>,
    name: &str,
    project: &ID,
    command: Command<Text>,
    seen: Seen,
) -> Result<ProjectPayload> {
    act_as(context, idempotency(name)?, project, command, seen).await
}

async fn act_as(
    context: &Context<'_>,
    key: IdempotencyKey,
    project: &ID,
    command: Command<Text>,
    seen: Seen,
) -> Result<ProjectPayload> {
    let session = session(context)?;
    let request = Request { key, seen, command };
    let acted = session.store.execute_and_show(&session.principal, project_id(project)?, request).await.map_err(problem)?;
    payload(session, acted).await
}

/// The project as the act left it, or as it is now when there was nothing left to do.
pub(crate) async fn payload(session: &Session, acted: Acted) -> Result<ProjectPayload> {
    let Acted { receipt, project } = acted;
    let view = match project {
        Some(view) => view,
        None => session.store.project(&session.principal, receipt.project).await.map_err(problem)?,
    };
    let receipt = Receipt::new(receipt.first_sequence, receipt.last_sequence, receipt.replayed);
    Ok(ProjectPayload { project: Project::new(view), receipt })
}

async fn draft_payload(session: &Session, project: ProjectId, artefact: ArtefactKey) -> Result<DraftPayload> {
    let view = session.store.project(&session.principal, project).await.map_err(problem)?;
    Ok(DraftPayload { artefact: Artefact::new(Project::new(view), artefact) })
}

pub(crate) fn idempotency(text: &str) -> Result<IdempotencyKey> {
    IdempotencyKey::parse(text).map_err(|error| wrong("key", error.to_string()))
}

pub(crate) fn text(field: &str, value: &str, limit: Limit) -> Result<Text> {
    Text::parse(value, limit).map_err(|error| wrong_text(field, &error))
}

/// An empty note is no note.
pub(crate) fn optional(field: &str, value: Option<&str>) -> Result<Option<Text>> {
    value.filter(|v| !v.trim().is_empty()).map(|v| text(field, v, Limit::Note)).transpose()
}

pub(crate) fn key<K>(field: &str, parsed: Result<K, KeyError>) -> Result<K> {
    parsed.map_err(|error| wrong(field, error.to_string()))
}

pub(crate) fn uuid(field: &str, id: &ID) -> Result<Uuid> {
    let not_found = || refuse(ErrorCode::NotFound, "not found").extend_with(|_, e| e.set("field", field));
    Uuid::try_parse(id).map_err(|_| not_found())
}

pub(crate) fn version(field: &str, value: i32) -> Result<u32> {
    u32::try_from(value).map_err(|_| wrong(field, "not below 0"))
}

fn hash(field: &str, text: &str) -> Result<Hash> {
    Hash::parse(text).map_err(|error| wrong(field, error.to_string()))
}

pub(crate) fn seen_revisions(seen: Vec<SeenRevision>) -> Result<BTreeMap<ArtefactKey, Hash>> {
    if seen.len() > engine::limits::CONFIRMATIONS_PER_COMMAND {
        return Err(wrong("seenRevisions", "too many"));
    }
    seen.into_iter()
        .map(|one| Ok((key("seenRevisions", ArtefactKey::parse(one.artefact))?, hash("seenRevisions", &one.hash)?)))
        .collect()
}

pub(crate) fn fact_value(value: Value) -> Result<FactValue> {
    serde_json::from_value(value).map_err(|_| wrong("value", "true, false, a whole number or the key of a level"))
}
