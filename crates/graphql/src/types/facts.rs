//! Questions about a project and their answers.

use async_graphql::{Context, Json, Object, Result, SimpleObject};
use engine::{Command, FactDefinition, FactKey};
use funnel::Definition;
use serde_json::Value;

use crate::enums::FactKind;
use crate::session::{Language, session};
use crate::types::people::{Party, Person};
use crate::types::project::Project;

/// A level of a fact.
#[derive(SimpleObject)]
pub struct FactLevel {
    /// The name in the funnel.
    key: String,
    /// The name on the screen.
    name: String,
}

/// The levels of a fact, light to heavy; none where it takes another kind of answer.
fn levels(definition: &Definition, fact: &FactDefinition, language: Language) -> Vec<FactLevel> {
    let engine::FactKind::Levels(levels) = &fact.kind else { return Vec::new() };
    let name = |level: &engine::LevelKey| {
        let label = definition.level(&fact.key, level);
        label.map_or_else(|| level.to_string(), |label| language.pick(label))
    };
    levels.iter().map(|level| FactLevel { key: level.to_string(), name: name(level) }).collect()
}

fn help(definition: &Definition, fact: &FactKey, language: Language) -> Option<String> {
    definition.facts.get(fact).and_then(|texts| texts.help.as_ref()).map(|help| language.pick(help))
}

fn kind(fact: &FactDefinition) -> FactKind {
    match fact.kind {
        engine::FactKind::Levels(_) => FactKind::Levels,
        engine::FactKind::Amount => FactKind::Amount,
        engine::FactKind::Boolean => FactKind::Boolean,
    }
}

/// A question that a funnel asks about each of its projects.
#[derive(SimpleObject)]
pub struct FactQuestion {
    /// The name in the funnel.
    key: String,
    /// The question.
    question: String,
    /// What is meant.
    help: Option<String>,
    /// The type of the answer.
    kind: FactKind,
    /// Its levels, light to heavy.
    levels: Vec<FactLevel>,
}

impl FactQuestion {
    /// All of them in the funnel's order, what follows from other answers too: a condition may rest on any.
    pub(crate) fn all(definition: &Definition, language: Language) -> Vec<Self> {
        let one = |fact: &FactDefinition| Self {
            key: fact.key.to_string(),
            question: language.pick(&fact.question),
            help: help(definition, &fact.key, language),
            kind: kind(fact),
            levels: levels(definition, fact, language),
        };
        definition.funnel.facts.iter().map(one).collect()
    }
}

/// A question about a project and its answer.
pub struct Fact {
    project: Project,
    key: FactKey,
}

impl Fact {
    pub(crate) fn new(project: Project, key: FactKey) -> Self {
        Self { project, key }
    }

    fn definition(&self) -> Option<&engine::FactDefinition> {
        self.project.0.definition.funnel.fact(&self.key)
    }

    fn answer(&self) -> Option<&engine::FactAnswer> {
        self.project.0.state.facts.get(&self.key)
    }

    fn derived_value(&self) -> Option<&engine::FactValue> {
        self.project.0.definition.funnel.derived_value(&self.key, &self.project.0.state.facts)
    }

    /// What can be confirmed: what follows from other answers, or the answer itself.
    fn proposed(&self) -> Option<&engine::FactValue> {
        self.derived_value().or_else(|| self.answer().map(|answer| &answer.value))
    }

    /// The same, while it is not confirmed.
    fn unconfirmed(&self) -> Option<engine::FactValue> {
        let value = self.proposed()?;
        let confirmed = self.answer().is_some_and(|answer| answer.confirmed && answer.value == *value);
        (!confirmed).then(|| value.clone())
    }
}

fn json(value: &impl serde::Serialize) -> Json<Value> {
    Json(serde_json::to_value(value).unwrap_or_default())
}

#[Object]
impl Fact {
    /// The name in the funnel.
    async fn key(&self) -> &str {
        self.key.as_str()
    }

    /// The question.
    async fn question(&self, context: &Context<'_>) -> Result<String> {
        let language = session(context)?.language;
        Ok(self.definition().map(|fact| language.pick(&fact.question)).unwrap_or_default())
    }

    /// What is meant.
    async fn help(&self, context: &Context<'_>) -> Result<Option<String>> {
        Ok(help(&self.project.0.definition, &self.key, session(context)?.language))
    }

    /// The type of the answer.
    async fn kind(&self) -> FactKind {
        self.definition().map_or(FactKind::Boolean, kind)
    }

    /// Its levels, light to heavy.
    async fn levels(&self, context: &Context<'_>) -> Result<Vec<FactLevel>> {
        let language = session(context)?.language;
        Ok(self.definition().map(|fact| levels(&self.project.0.definition, fact, language)).unwrap_or_default())
    }

    /// The answer; null when there is none.
    async fn value(&self) -> Option<Json<Value>> {
        self.answer().map(|answer| json(&answer.value))
    }

    /// The value that counts now: the heavier one until it is answered and, where needed, confirmed.
    async fn effective(&self) -> Json<Value> {
        json(&self.project.0.definition.funnel.fact_value(&self.key, &self.project.0.state.facts))
    }

    /// The value that follows from other answers, where nobody answers this question; null where people do.
    async fn derived(&self) -> Option<Json<Value>> {
        self.derived_value().map(json)
    }

    /// Whether the answer, or what follows from other answers, is confirmed.
    async fn confirmed(&self) -> bool {
        self.answer().is_some_and(|answer| answer.confirmed && self.proposed() == Some(&answer.value))
    }

    /// Who must confirm a lighter answer.
    async fn confirmed_by(&self, context: &Context<'_>) -> Result<Option<Party>> {
        let spoken = self.project.spoken(session(context)?);
        Ok(self.definition().and_then(|fact| fact.confirmed_by.as_ref()).map(|party| spoken.party(party)))
    }

    /// Who answered.
    async fn answered_by(&self) -> Option<Person> {
        self.answer().map(|answer| self.project.person(answer.by))
    }

    /// Whether the viewer may confirm the answer now.
    async fn viewer_can_confirm(&self, context: &Context<'_>) -> Result<bool> {
        let Some(value) = self.unconfirmed() else { return Ok(false) };
        let command = Command::ConfirmFacts { facts: [(self.key.clone(), value)].into() };
        Ok(self.project.viewer_can(session(context)?, command))
    }

    /// Whether the viewer may enter the confirmation for somebody who gave it elsewhere (law 14).
    async fn viewer_can_record(&self, context: &Context<'_>) -> Result<bool> {
        let session = session(context)?;
        let Some(value) = self.unconfirmed() else { return Ok(false) };
        let Some(party) = self.definition().and_then(|fact| fact.confirmed_by.as_ref()) else { return Ok(false) };
        let command = Command::ConfirmFacts { facts: [(self.key.clone(), value)].into() };
        Ok(self.project.viewer_can_record(session, party, &command))
    }
}
