//! The acts that steer a project beside its gates: conditions, waivers, holds, endings, going on again, bring-in, migration.

use std::collections::BTreeMap;

use async_graphql::{Context, ID, InputObject, Object, Result};
use engine::{
    Aftermath, Answered, BringIn, Command, ConditionAct, CriterionKey, Demand, FactKey, FunnelVersionId, GateKey,
    NewCondition, PartyKey, PersonId, PhaseKey, Seen, StartProject,
};
use persistence::{Acted, Limit, StartRequest, Text};
use time::Date;

use crate::acts::gate::FactInput;
use crate::enums::{AftermathKind, Answer, ConditionStep, DemandKind, Proof, Stage};
use crate::error::{input as wrong, problem};
use crate::mutation::{ProjectPayload, act, fact_value, idempotency, key, optional, payload, text, uuid, version};
use crate::session::session;

/// Acts that steer a project.
#[derive(Default)]
pub struct CourseMutation;

/// A party's answer on a criterion that goes with its review.
#[derive(InputObject)]
pub(crate) struct AnsweredInput {
    /// Which criterion.
    criterion: String,
    /// The answer.
    answer: Answer,
    /// On paper or in practice.
    #[graphql(default_with = "Proof::Paper")]
    proof: Proof,
    /// Why; needed unless the answer is *met*.
    motivation: Option<String>,
}

impl AnsweredInput {
    pub(crate) fn read(self) -> Result<Answered<Text>> {
        Ok(Answered {
            criterion: key("answers", CriterionKey::parse(self.criterion))?,
            answer: self.answer.into(),
            proof: self.proof.into(),
            motivation: optional("answers", self.motivation.as_deref())?,
        })
    }
}

/// What a conditional go still demands.
#[derive(InputObject)]
pub(crate) struct ConditionInput {
    /// What it is about; closing work comes by itself.
    kind: DemandKind,
    /// The document, when it is about one.
    artefact: Option<String>,
    /// How far the document must be.
    #[graphql(default_with = "Stage::Final")]
    stage: Stage,
    /// The criterion, when it is about one.
    criterion: Option<String>,
    /// The party that answers the criterion.
    party: Option<String>,
    /// In words; needed when it is only agreed.
    text: Option<String>,
    /// Who sees to it.
    owner_id: ID,
    /// By when.
    due: Date,
    /// The later gate that it blocks; the next one when none is named.
    blocks: Option<String>,
}

impl ConditionInput {
    pub(crate) fn read(self) -> Result<NewCondition<Text>> {
        let demand = match (self.kind, self.artefact, self.criterion, self.party) {
            (DemandKind::Document, Some(artefact), None, None) => Demand::Document {
                artefact: key("conditions", engine::ArtefactKey::parse(artefact))?,
                stage: self.stage.into(),
            },
            (DemandKind::Criterion, None, Some(criterion), Some(party)) => Demand::Criterion {
                criterion: key("conditions", CriterionKey::parse(criterion))?,
                party: key("conditions", PartyKey::parse(party))?,
            },
            (DemandKind::Agreed, None, None, None) => Demand::Agreed,
            _ => return Err(wrong("conditions", "name the document, or the criterion and its party, or neither")),
        };
        Ok(NewCondition {
            demand,
            text: optional("conditions", self.text.as_deref())?,
            owner: PersonId(uuid("conditions", &self.owner_id)?),
            due: self.due,
            blocks: self.blocks.map(|gate| key("conditions", GateKey::parse(gate))).transpose()?,
        })
    }
}

/// Works on an open condition.
#[derive(InputObject)]
struct WorkOnConditionInput {
    /// Idempotency key.
    key: String,
    /// Which project.
    project_id: ID,
    /// The number of the condition.
    condition: i32,
    /// What is done with it.
    step: ConditionStep,
    /// How it was met, why it is sent back, or a remark.
    note: Option<String>,
}

/// Sets a criterion aside at the open gate.
#[derive(InputObject)]
struct WaiveCriterionInput {
    /// Idempotency key.
    key: String,
    /// Which project.
    project_id: ID,
    /// Which criterion.
    criterion: String,
    /// Why.
    reason: String,
    /// The round that was seen.
    seen_round: i32,
}

/// Decides what an overdue condition leads to.
#[derive(InputObject)]
struct DecideExtraInput {
    /// Idempotency key.
    key: String,
    /// Which project.
    project_id: ID,
    /// The number of the condition.
    condition: i32,
    /// What follows.
    aftermath: AftermathKind,
    /// For *go on*: the new date.
    due: Option<Date>,
    /// Why.
    motivation: String,
    /// For *stop*: what was learned.
    lessons: Option<String>,
}

/// An act that needs no more than its project.
#[derive(InputObject)]
struct ProjectInput {
    /// Idempotency key.
    key: String,
    /// Which project.
    project_id: ID,
}

/// Lets a stopped project go on again.
#[derive(InputObject)]
struct ReopenProjectInput {
    /// Idempotency key.
    key: String,
    /// Which project.
    project_id: ID,
    /// In which phase; no later than the one it left.
    phase: String,
    /// Why.
    motivation: String,
}

/// Lets a project go on under another version of its funnel.
#[derive(InputObject)]
struct MigrateProjectInput {
    /// Idempotency key.
    key: String,
    /// Which project.
    project_id: ID,
    /// Which version.
    funnel_id: ID,
    /// The phase it is in there, where its present phase is gone.
    phase: Option<String>,
}

/// Brings a running project in, in its real phase.
#[derive(InputObject)]
struct BringInProjectInput {
    /// Idempotency key.
    key: String,
    /// What it is called.
    title: String,
    /// What it is about.
    summary: String,
    /// Who leads it.
    lead_id: ID,
    /// On which version of which funnel.
    funnel_id: ID,
    /// The phase it is really in.
    phase: String,
    /// Why it comes in here.
    reason: String,
    /// What is known about it.
    #[graphql(default)]
    facts: Vec<FactInput>,
    /// Who sees to what is missing.
    owner_id: ID,
    /// By when.
    due: Date,
}

#[Object]
impl CourseMutation {
    /// Reports an open condition as met, accepts it, or sends it back.
    async fn work_on_condition(&self, context: &Context<'_>, input: WorkOnConditionInput) -> Result<ProjectPayload> {
        let note = optional("note", input.note.as_deref())?;
        let needed = || wrong("note", "say how, or why");
        let step = match (input.step, note) {
            (ConditionStep::Report, note) => ConditionAct::Report { note: note.ok_or_else(needed)? },
            (ConditionStep::SendBack, note) => ConditionAct::SendBack { note: note.ok_or_else(needed)? },
            (ConditionStep::Accept, note) => ConditionAct::Accept { note },
        };
        let command = Command::Condition { condition: version("condition", input.condition)?, act: step };
        act(context, &input.key, &input.project_id, command, Seen::default()).await
    }

    /// Sets a criterion aside at the open gate, with a reason; never a legal one.
    async fn waive_criterion(&self, context: &Context<'_>, input: WaiveCriterionInput) -> Result<ProjectPayload> {
        let command = Command::WaiveCriterion {
            criterion: key("criterion", CriterionKey::parse(input.criterion))?,
            reason: text("reason", &input.reason, Limit::Note)?,
        };
        let seen = Seen { round: Some(version("seenRound", input.seen_round)?), ..Seen::default() };
        act(context, &input.key, &input.project_id, command, seen).await
    }

    /// Decides what an overdue condition leads to while the product is in use.
    async fn decide_extra(&self, context: &Context<'_>, input: DecideExtraInput) -> Result<ProjectPayload> {
        let aftermath = match (input.aftermath, input.due) {
            (AftermathKind::GoOn, Some(due)) => Aftermath::GoOn { due },
            (AftermathKind::GoOn, None) => return Err(wrong("due", "say by when")),
            (AftermathKind::Pause, None) => Aftermath::Pause,
            (AftermathKind::Stop, None) => Aftermath::Stop,
            (AftermathKind::Pause | AftermathKind::Stop, Some(_)) => {
                return Err(wrong("due", "only going on has a new date"));
            }
        };
        let command = Command::DecideExtra {
            condition: version("condition", input.condition)?,
            aftermath,
            motivation: text("motivation", &input.motivation, Limit::Note)?,
            lessons: optional("lessons", input.lessons.as_deref())?,
        };
        act(context, &input.key, &input.project_id, command, Seen::default()).await
    }

    /// Opens the planned round of a recurring gate earlier.
    async fn open_round(&self, context: &Context<'_>, input: ProjectInput) -> Result<ProjectPayload> {
        act(context, &input.key, &input.project_id, Command::OpenRound, Seen::default()).await
    }

    /// Ends a hold before its review date.
    async fn end_hold(&self, context: &Context<'_>, input: ProjectInput) -> Result<ProjectPayload> {
        act(context, &input.key, &input.project_id, Command::EndHold, Seen::default()).await
    }

    /// Lets a stopped project go on again.
    async fn reopen_project(&self, context: &Context<'_>, input: ReopenProjectInput) -> Result<ProjectPayload> {
        let command = Command::ReopenProject {
            phase: key("phase", PhaseKey::parse(input.phase))?,
            motivation: text("motivation", &input.motivation, Limit::Note)?,
        };
        act(context, &input.key, &input.project_id, command, Seen::default()).await
    }

    /// Lets a project go on under another version of its funnel; decisions and answers are kept.
    async fn migrate_project(&self, context: &Context<'_>, input: MigrateProjectInput) -> Result<ProjectPayload> {
        let command = Command::MigrateProject {
            to: FunnelVersionId(uuid("funnelId", &input.funnel_id)?),
            phase: input.phase.map(|phase| key("phase", PhaseKey::parse(phase))).transpose()?,
        };
        act(context, &input.key, &input.project_id, command, Seen::default()).await
    }

    /// Brings a running project in, in its real phase; what its earlier gates ask becomes conditions.
    async fn bring_in_project(&self, context: &Context<'_>, input: BringInProjectInput) -> Result<ProjectPayload> {
        let session = session(context)?;
        let mut facts = BTreeMap::new();
        for fact in input.facts {
            facts.insert(key("facts", FactKey::parse(fact.fact))?, fact_value(fact.value.0)?);
        }
        let bring_in = BringIn {
            phase: key("phase", PhaseKey::parse(input.phase))?,
            reason: text("reason", &input.reason, Limit::Note)?,
            facts,
            owner: PersonId(uuid("ownerId", &input.owner_id)?),
            due: input.due,
        };
        let command = StartProject {
            title: text("title", &input.title, Limit::Title)?,
            summary: text("summary", &input.summary, Limit::Summary)?,
            lead: PersonId(uuid("leadId", &input.lead_id)?),
            funnel: FunnelVersionId(uuid("funnelId", &input.funnel_id)?),
            bring_in: Some(bring_in),
        };
        let request = StartRequest { key: idempotency(&input.key)?, command };
        let receipt = session.store.start(&session.principal, request).await.map_err(problem)?;
        payload(session, Acted { receipt, project: None }).await
    }
}
