//! Acts on documents, criteria and gates.

mod inputs;

use std::collections::BTreeMap;

use async_graphql::{Context, Object, Result, SimpleObject};
use engine::{
    ArtefactKey, Command, CriterionKey, FactKey, FileId, FunnelVersionId, GateKey, Outcome, PartyKey, PersonId, PhaseKey,
    ProjectId, Seen, StartProject,
};
use persistence::{Acted, Limit, StartRequest, SubmitDraft};
use time::Date;

pub(crate) use inputs::{FactInput, SeenRevision};

use self::inputs::{
    AnswerFactsInput, ConfirmAnswersInput, ConfirmFactInput, ConfirmFactsInput, DecideGateInput, DiscardDraftInput,
    JudgeCriterionInput, ReviewRevisionInput, SaveDraftInput, StartProjectInput, SubmitRevisionInput,
};
use crate::acts::{act_for, for_whom};
use crate::course::{AnsweredInput, ConditionInput};
use crate::enums::OutcomeKind;
use crate::error::{input as wrong, problem};
use crate::mutation::{
    ProjectPayload, act, act_as, fact_value, hash, idempotency, key, optional, payload, seen_revisions, text, uuid, version,
};
use crate::session::{Session, session};
use crate::types::artefact::Artefact;
use crate::types::project::Project;
use crate::types::project_id;

/// Files in one draft, whatever the funnel allows.
const MAX_DRAFT_FILES: usize = engine::limits::FILES_PER_REVISION;

/// Acts on documents, criteria and gates.
#[derive(Default)]
pub struct GateMutation;

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

async fn draft_payload(session: &Session, project: ProjectId, artefact: ArtefactKey) -> Result<DraftPayload> {
    let view = session.store.project(&session.principal, project).await.map_err(problem)?;
    Ok(DraftPayload { artefact: Artefact::new(Project::new(view), artefact) })
}
