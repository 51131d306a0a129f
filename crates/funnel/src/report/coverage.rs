//! Which documents and criteria answer each theme of each framework.

use engine::{ArtefactKey, CriterionKey, Label};

use crate::definition::{Definition, Origin, ThemeRef};

/// What a funnel does with one framework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameworkCoverage {
    /// The id of the framework.
    pub id: String,
    /// Its name on the screen.
    pub name: Label,
    /// Its themes, in order.
    pub themes: Vec<ThemeCoverage>,
}

/// What answers one theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeCoverage {
    /// The id of the theme within its framework.
    pub id: String,
    /// Its name on the screen.
    pub name: Label,
    /// The documents that answer it, in the order of the file.
    pub artefacts: Vec<ArtefactKey>,
    /// The criteria that answer it, in the order of the file.
    pub criteria: Vec<CriterionKey>,
}

impl ThemeCoverage {
    /// Whether anything answers it. A theme that is not covered may be left out on purpose; the report only shows it.
    #[must_use]
    pub fn is_covered(&self) -> bool {
        !self.artefacts.is_empty() || !self.criteria.is_empty()
    }
}

impl FrameworkCoverage {
    /// How many of its themes something answers.
    #[must_use]
    pub fn covered(&self) -> usize {
        self.themes.iter().filter(|theme| theme.is_covered()).count()
    }
}

/// What answers each theme of each framework that the funnel names.
#[must_use]
pub fn coverage(definition: &Definition) -> Vec<FrameworkCoverage> {
    let funnel = &definition.funnel;
    let of_framework = |framework: &crate::Framework| {
        let of_theme = |theme: &crate::Theme| {
            let wanted = ThemeRef { framework: framework.id.clone(), theme: theme.id.clone() };
            let answers = |origin: Option<&Origin>| origin.is_some_and(|origin| origin.themes.contains(&wanted));
            let artefacts = funnel.artefacts.iter().map(|kind| &kind.key);
            let criteria = funnel.criteria.iter().map(|criterion| &criterion.key);
            ThemeCoverage {
                id: theme.id.clone(),
                name: theme.name.clone(),
                artefacts: artefacts.filter(|key| answers(definition.artefact_origins.get(*key))).cloned().collect(),
                criteria: criteria.filter(|key| answers(definition.criterion_origins.get(*key))).cloned().collect(),
            }
        };
        FrameworkCoverage {
            id: framework.id.clone(),
            name: framework.name.clone(),
            themes: framework.themes.iter().map(of_theme).collect(),
        }
    };
    definition.frameworks.iter().map(of_framework).collect()
}
