//! What a row can name: the funnels and people of the organisation, and the day it is.

use std::collections::BTreeMap;
use std::sync::Arc;

use engine::{FactDefinition, FactKey, Label, LevelKey, Phase};
use notification::Language;
use persistence::{Error, FunnelItem, PersonView, Principal, Roster, Store};
use time::Date;

use crate::bring_in::headings::plain;

/// What is known while a table is read.
pub struct Known {
    /// In which language names are shown.
    pub language: Language,
    /// The newest version of each funnel.
    pub funnels: Vec<FunnelItem>,
    /// Today, where the provider is.
    pub today: Date,
    roster: Arc<Roster>,
}

/// Whether somebody wrote this name: its key, or what it is called in either language.
fn is_called(written: &str, key: &str, label: &Label) -> bool {
    let written = plain(written);
    [key, &label.nl, &label.en].iter().any(|name| plain(name) == written)
}

impl Known {
    /// Reads it.
    pub async fn now(store: &Store, principal: &Principal, language: Language) -> Result<Self, Error> {
        let funnels = store.funnels(principal.organisation).await?;
        let roster = store.roster(principal.organisation).await?;
        Ok(Self { language, funnels, today: store.now().today, roster })
    }

    /// The funnel with this key or name.
    pub fn funnel(&self, written: &str) -> Option<&FunnelItem> {
        self.funnels.iter().find(|item| {
            let funnel = &item.definition.funnel;
            is_called(written, funnel.key.as_str(), &funnel.name)
        })
    }

    /// The person with this address.
    pub fn person(&self, address: &str) -> Option<&PersonView> {
        let address = address.trim().to_lowercase();
        let mut people = self.roster.persons.values();
        people.find(|person| !person.email.is_empty() && person.email.to_lowercase() == address)
    }

    /// The questions of all funnels, by their key: the first that asks it.
    pub fn facts(&self) -> BTreeMap<&FactKey, &FactDefinition> {
        let all = self.funnels.iter().rev().flat_map(|item| &item.definition.funnel.facts);
        all.filter(|fact| fact.derived.is_empty()).map(|fact| (&fact.key, fact)).collect()
    }

    /// The question with this key or in these words, whichever funnel asks it.
    pub fn fact(&self, written: &str) -> Option<&FactKey> {
        let mut all = self.funnels.iter().flat_map(|item| &item.definition.funnel.facts);
        all.find(|fact| is_called(written, fact.key.as_str(), &fact.question)).map(|fact| &fact.key)
    }

    /// A name of the funnel as it is shown.
    pub fn say<'l>(&self, label: &'l Label) -> &'l str {
        self.language.of(label)
    }
}

/// The phase of a funnel with this key or name.
pub fn phase<'f>(funnel: &'f FunnelItem, written: &str) -> Option<&'f Phase> {
    funnel.definition.funnel.phases.iter().find(|phase| is_called(written, phase.key.as_str(), &phase.name))
}

/// The levels of a question with their names, from light to heavy.
pub fn levels<'f>(funnel: &'f FunnelItem, fact: &FactDefinition) -> Vec<(&'f LevelKey, &'f Label)> {
    let texts = funnel.definition.facts.get(&fact.key);
    texts.map(|texts| texts.levels.iter().map(|(key, label)| (key, label)).collect()).unwrap_or_default()
}

/// The level that somebody wrote.
pub fn level<'f>(levels: &[(&'f LevelKey, &'f Label)], written: &str) -> Option<&'f LevelKey> {
    levels.iter().find(|(key, label)| is_called(written, key.as_str(), label)).map(|(key, _)| *key)
}
