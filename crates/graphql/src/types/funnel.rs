//! The definition as the screens see it, in the viewer's language.

use std::collections::BTreeMap;
use std::sync::Arc;

use async_graphql::{ID, Json, Object, SimpleObject};
use engine::{
    AnswerRule, ArtefactKey, Asking, CriterionKey, FactAnswer, FactKey, FunnelVersionId, GateKey, PartyKey, PhaseKey,
};
use funnel::Definition;
use serde_json::Value;

use crate::enums::Proof;
use crate::session::Language;
use crate::types::facts::FactQuestion;
use crate::types::int;
use crate::types::people::Party;

/// A definition in a language; everything here is made from one.
#[derive(Clone)]
pub(crate) struct Spoken {
    pub definition: Arc<Definition>,
    pub language: Language,
}

impl Spoken {
    pub fn party(&self, key: &PartyKey) -> Party {
        let name = self.definition.funnel.party(key).map_or_else(|| key.to_string(), |p| self.language.pick(&p.name));
        Party { key: key.to_string(), name }
    }

    pub fn phase(&self, key: &PhaseKey) -> Phase {
        let name = self.definition.funnel.phase(key).map_or_else(|| key.to_string(), |p| self.language.pick(&p.name));
        Phase { key: key.to_string(), name }
    }

    pub fn gate(&self, key: &GateKey) -> Option<Gate> {
        let gate = self.definition.funnel.gate(key)?;
        Some(Gate {
            key: key.to_string(),
            name: self.language.pick(&gate.name),
            question: self.language.pick(&gate.question),
            decided_by: self.party(&gate.decided_by),
            chair_decides: gate.rule == AnswerRule::Chair,
            go_to: gate.go_to.as_ref().map(|phase| self.phase(phase)),
            stop_to: gate.stop_to.as_ref().map(|phase| self.phase(phase)),
        })
    }

    pub fn kind(&self, key: &ArtefactKey) -> ArtefactKind {
        ArtefactKind { key: key.clone(), spoken: self.clone(), reviewers: None }
    }

    /// The same in a project with these answers: a light one has fewer reviewers.
    pub fn kind_in(&self, key: &ArtefactKey, facts: &BTreeMap<FactKey, FactAnswer>) -> ArtefactKind {
        let funnel = &self.definition.funnel;
        let reviewers = funnel.artefact(key).map(|kind| funnel.reviewers(kind, facts).cloned().collect());
        ArtefactKind { reviewers, ..self.kind(key) }
    }

    pub fn criterion(&self, key: &CriterionKey, gate: Option<&GateKey>) -> Option<Criterion> {
        let criterion = self.definition.funnel.criterion(key)?;
        let asking = gate.and_then(|gate| criterion.asking(gate)).or_else(|| criterion.asked_at.first())?;
        Some(self.criterion_as(criterion, asking))
    }

    /// A criterion as a project in this phase is asked it: by the gate of the phase, or, when the gates that ask it are
    /// passed, as the last of them did.
    pub fn criterion_in(&self, key: &CriterionKey, phase: &PhaseKey) -> Option<Criterion> {
        let criterion = self.definition.funnel.criterion(key)?;
        let here = self.definition.funnel.phase(phase).and_then(|phase| phase.gate.as_ref());
        let asking = here.and_then(|gate| criterion.asking(&gate.key)).or_else(|| criterion.asked_at.last())?;
        Some(self.criterion_as(criterion, asking))
    }

    fn criterion_as(&self, criterion: &engine::Criterion, asking: &Asking) -> Criterion {
        Criterion {
            key: criterion.key.to_string(),
            question: self.language.pick(&criterion.question),
            help: self.language.pick(&criterion.help),
            legal: criterion.legal,
            blocking: criterion.blocking,
            deferrable: criterion.deferrable && !criterion.legal,
            waivable_by: criterion.waivable_by.as_ref().filter(|_| !criterion.legal).map(|party| self.party(party)),
            not_applicable_allowed: criterion.not_applicable_allowed,
            proof: asking.proof.into(),
            rests_on: self.rests_on(asking),
        }
    }

    fn rests_on(&self, asking: &Asking) -> Vec<RestsOn> {
        let one = |r: &engine::RestsOn| RestsOn {
            kind: self.kind(&r.artefact),
            fields: r.fields.iter().map(ToString::to_string).collect(),
        };
        asking.rests_on.iter().map(one).collect()
    }
}

/// A phase.
#[derive(Clone, SimpleObject)]
pub struct Phase {
    /// The name in the funnel.
    pub key: String,
    /// The name on the screen.
    pub name: String,
}

/// The decision at the end of a phase.
#[derive(SimpleObject)]
pub struct Gate {
    /// The name in the funnel.
    key: String,
    /// The name on the screen.
    name: String,
    /// What is decided.
    question: String,
    /// By whom.
    decided_by: Party,
    /// Whether its chair decides for it; else any member does, or members vote.
    chair_decides: bool,
    /// Where *go* leads; null where it takes the product out of use.
    go_to: Option<Phase>,
    /// Where *stop* leads; null where it is the end.
    stop_to: Option<Phase>,
}

/// A question at a gate.
#[derive(SimpleObject)]
#[expect(clippy::struct_excessive_bools, reason = "each is a field of its own in the schema")]
pub struct Criterion {
    /// The name in the funnel.
    key: String,
    /// The question.
    question: String,
    /// What is asked and why.
    help: String,
    /// A legal minimum.
    legal: bool,
    /// Whether *go* needs it met.
    blocking: bool,
    /// Whether a conditional go may defer it.
    deferrable: bool,
    /// The party that may set it aside, where one may.
    waivable_by: Option<Party>,
    /// Whether *not applicable* is an answer.
    not_applicable_allowed: bool,
    /// The proof that *met* needs.
    proof: Proof,
    /// The documents it rests on; none for a party's own answer.
    rests_on: Vec<RestsOn>,
}

/// A document that a criterion rests on.
#[derive(SimpleObject)]
pub struct RestsOn {
    /// Which.
    kind: ArtefactKind,
    /// Only these fields; none named means all of it.
    fields: Vec<String>,
}

/// The files of a document.
#[derive(SimpleObject)]
pub struct FilePolicy {
    /// Whether at least one is needed.
    required: bool,
    /// How many at most.
    at_most: i32,
    /// Which types.
    media_types: Vec<String>,
}

/// A kind of document.
#[derive(Clone)]
pub struct ArtefactKind {
    key: ArtefactKey,
    spoken: Spoken,
    /// Who reviews it in one project; without a project, who ever does.
    reviewers: Option<Vec<PartyKey>>,
}

impl ArtefactKind {
    fn definition(&self) -> Option<&engine::ArtefactKind> {
        self.spoken.definition.funnel.artefact(&self.key)
    }
}

#[Object]
impl ArtefactKind {
    /// The name in the funnel.
    async fn key(&self) -> &str {
        self.key.as_str()
    }

    /// The name on the screen.
    async fn name(&self) -> String {
        self.definition().map_or_else(|| self.key.to_string(), |k| self.spoken.language.pick(&k.name))
    }

    /// What it is for.
    async fn help(&self) -> String {
        self.definition().map(|k| self.spoken.language.pick(&k.help)).unwrap_or_default()
    }

    /// Its form as JSON Schema 2020-12, if it has one.
    async fn form(&self) -> Option<Json<Value>> {
        self.spoken.definition.forms.get(&self.key).map(|form| Json(form.schema().clone()))
    }

    /// Its files, if it takes any.
    async fn files(&self) -> Option<FilePolicy> {
        let policy = self.definition()?.files.as_ref()?;
        let media_types = policy.media_types.clone();
        Some(FilePolicy { required: policy.required, at_most: i32::from(policy.at_most), media_types })
    }

    /// The parties that must approve it.
    #[graphql(complexity = "2 * child_complexity")]
    async fn reviewed_by(&self) -> Vec<Party> {
        let Some(kind) = self.definition() else { return Vec::new() };
        if let Some(here) = &self.reviewers {
            return here.iter().map(|party| self.spoken.party(party)).collect();
        }
        let also = kind.also_reviewed_by.iter().map(|also| &also.party);
        kind.reviewed_by.iter().chain(also).map(|party| self.spoken.party(party)).collect()
    }

    /// Working days that a reviewing party has.
    async fn review_days(&self) -> i32 {
        self.definition().map_or(0, |k| int(k.review_days))
    }
}

/// A published version of a funnel.
#[derive(Clone)]
pub struct FunnelVersion {
    pub(crate) id: FunnelVersionId,
    pub(crate) definition: Arc<Definition>,
}

#[Object]
impl FunnelVersion {
    /// Id.
    async fn id(&self) -> ID {
        ID(self.id.to_string())
    }

    /// The name in configuration.
    async fn key(&self) -> &str {
        self.definition.funnel.key.as_str()
    }

    /// The name on the screen.
    async fn name(&self, context: &async_graphql::Context<'_>) -> async_graphql::Result<String> {
        Ok(crate::session::session(context)?.language.pick(&self.definition.funnel.name))
    }

    /// Its phases, in order.
    #[graphql(complexity = "8 * child_complexity")]
    async fn phases(&self, context: &async_graphql::Context<'_>) -> async_graphql::Result<Vec<Phase>> {
        let language = crate::session::session(context)?.language;
        let spoken = Spoken { definition: self.definition.clone(), language };
        Ok(self.definition.funnel.phases.iter().map(|phase| spoken.phase(&phase.key)).collect())
    }

    /// The questions that it asks about each project.
    #[graphql(complexity = "20 * child_complexity")]
    async fn facts(&self, context: &async_graphql::Context<'_>) -> async_graphql::Result<Vec<FactQuestion>> {
        Ok(FactQuestion::all(&self.definition, crate::session::session(context)?.language))
    }

    /// The version that its author gave it.
    async fn version(&self) -> i32 {
        int(self.definition.version)
    }
}
