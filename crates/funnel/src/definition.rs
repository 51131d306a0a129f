//! A funnel definition as the rest of Trechter uses it.

use std::collections::BTreeMap;

use engine::{ArtefactKey, ChangeKey, CriterionKey, DutyKey, EvidenceKey, FactKey, Funnel, Label, LevelKey};

use crate::form::Form;

/// A checked funnel file.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// What the engine decides on.
    pub funnel: Funnel,
    /// The version that its author gave it, from 1.
    pub version: u32,
    /// The forms of the documents that have one.
    pub forms: BTreeMap<ArtefactKey, Form>,
    /// The texts of the facts beside their questions.
    pub facts: BTreeMap<FactKey, FactTexts>,
    /// The frameworks that documents and criteria refer to, in order.
    pub frameworks: Vec<Framework>,
    /// The sources that documents and criteria refer to, in order.
    pub sources: Vec<Source>,
    /// What each document answers and comes from.
    pub artefact_origins: BTreeMap<ArtefactKey, Origin>,
    /// What each criterion answers and comes from.
    pub criterion_origins: BTreeMap<CriterionKey, Origin>,
    /// What evidence, duties and changes mean, where the file says so.
    pub helps: Helps,
}

/// Help texts that the engine does not need.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Helps {
    /// Of evidence of the organisation.
    pub evidence: BTreeMap<EvidenceKey, Label>,
    /// Of recurring duties.
    pub duties: BTreeMap<DutyKey, Label>,
    /// Of kinds of changes.
    pub change_kinds: BTreeMap<ChangeKey, Label>,
}

/// The texts of a fact that the engine does not need.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FactTexts {
    /// What is meant.
    pub help: Option<Label>,
    /// The names of its levels, from light to heavy.
    pub levels: Vec<(LevelKey, Label)>,
}

/// A set of norms or themes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Framework {
    /// The id.
    pub id: String,
    /// The name on the screen.
    pub name: Label,
    /// Its themes, in order.
    pub themes: Vec<Theme>,
}

/// A theme of a framework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// The id within the framework.
    pub id: String,
    /// The name on the screen.
    pub name: Label,
}

/// A publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The id.
    pub id: String,
    /// The title.
    pub name: Label,
}

/// What a document or criterion answers, and where it comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The themes it answers.
    pub themes: Vec<ThemeRef>,
    /// The ids of its sources.
    pub sources: Vec<String>,
}

/// Refers to a theme of a framework in the same definition.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ThemeRef {
    /// The framework.
    pub framework: String,
    /// The theme within it.
    pub theme: String,
}

/// Looking things up.
impl Definition {
    /// The name of a theme.
    #[must_use]
    pub fn theme(&self, theme: &ThemeRef) -> Option<&Label> {
        let framework = self.frameworks.iter().find(|framework| framework.id == theme.framework)?;
        framework.themes.iter().find(|known| known.id == theme.theme).map(|known| &known.name)
    }

    /// The name of a source.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Label> {
        self.sources.iter().find(|source| source.id == id).map(|source| &source.name)
    }

    /// The name of a level of a fact.
    #[must_use]
    pub fn level(&self, fact: &FactKey, level: &LevelKey) -> Option<&Label> {
        self.facts.get(fact)?.levels.iter().find(|(key, _)| key == level).map(|(_, name)| name)
    }
}
