//! What a row can name: the kinds of evidence that suppliers have, and the suppliers that are known.

use std::collections::BTreeMap;
use std::sync::Arc;

use engine::{EvidenceId, EvidenceKind, SupplierKey, limits};
use notification::Language;
use persistence::{Error, Principal, Roster, Store};
use time::Date;
use unicode_normalization::UnicodeNormalization as _;

use crate::bring_in::headings::plain;

/// Characters of a key that is made of a name; the screens make the same one.
const KEY: usize = 40;

/// What is known while a table is read.
pub struct Known {
    /// In which language names are shown.
    pub language: Language,
    /// Today, where the provider is.
    pub today: Date,
    /// What the known suppliers are called; empty where a name was erased.
    pub suppliers: BTreeMap<SupplierKey, String>,
    roster: Arc<Roster>,
}

impl Known {
    /// Reads it.
    pub async fn now(store: &Store, principal: &Principal, language: Language) -> Result<Self, Error> {
        let roster = store.roster(principal.organisation).await?;
        let named = &roster.organisation.suppliers;
        let ids: Vec<_> = named.values().map(|name| name.id).collect();
        let mut texts = store.texts(principal, &ids).await?;
        let suppliers = named.iter().map(|(key, name)| {
            let name = texts.remove(&name.id).flatten().unwrap_or_default();
            (key.clone(), name)
        });
        Ok(Self { language, today: store.now().today, suppliers: suppliers.collect(), roster })
    }

    /// The kinds of evidence of which each supplier has its own.
    pub fn kinds(&self) -> impl Iterator<Item = &EvidenceKind> {
        self.roster.organisation.settings.evidence.values().filter(|kind| kind.of_supplier)
    }

    /// The kind with this key or name.
    pub fn kind(&self, written: &str) -> Option<&EvidenceKind> {
        let written = plain(written);
        let mut kinds = self.kinds();
        kinds.find(|kind| [kind.key.as_str(), &kind.name.nl, &kind.name.en].iter().any(|name| plain(name) == written))
    }

    /// What a kind is called.
    pub fn say<'k>(&self, kind: &'k EvidenceKind) -> &'k str {
        self.language.of(&kind.name)
    }

    /// What the kinds are called, in one line.
    pub fn choices(&self) -> String {
        self.kinds().map(|kind| self.say(kind)).collect::<Vec<_>>().join(", ")
    }

    /// What the party is called that judges evidence of this kind.
    pub fn judge(&self, kind: &EvidenceKind) -> String {
        match (self.roster.parties.get(&kind.judged_by), self.language) {
            (Some(party), Language::Nl) => party.name_nl.clone(),
            (Some(party), Language::En) => party.name_en.clone(),
            (None, _) => kind.judged_by.to_string(),
        }
    }

    /// The revision of this evidence that counts, where there is one.
    pub fn revision(&self, evidence: &EvidenceId) -> Option<u32> {
        self.roster.organisation.evidence.get(evidence).map(|known| known.current.number)
    }

    /// The known supplier of this name.
    pub fn supplier(&self, name: &str) -> Option<&SupplierKey> {
        let name = plain(name);
        self.suppliers.iter().find(|(key, known)| plain(known) == name || key.as_str() == name).map(|(key, _)| key)
    }
}

/// The key that a name gives: small letters, digits and hyphens, with a letter in front. None for a name without any.
pub fn key_of(name: &str) -> Option<SupplierKey> {
    const { assert!(KEY + 2 <= limits::KEY_LENGTH) };
    let mut key = String::new();
    for letter in name.nfd().flat_map(char::to_lowercase) {
        if letter.is_ascii_alphanumeric() {
            key.push(letter);
        } else if !is_mark(letter) && !key.ends_with('-') && !key.is_empty() {
            key.push('-');
        }
    }
    key.truncate(KEY);
    let key = key.trim_end_matches('-');
    let key = if key.starts_with(|first: char| first.is_ascii_digit()) { format!("n-{key}") } else { key.to_owned() };
    SupplierKey::parse(key).ok()
}

fn is_mark(letter: char) -> bool {
    unicode_normalization::char::is_combining_mark(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gives_the_key_that_the_screens_make() {
        let cases = [
            ("Demo Zorgsoftware B.V.", Some("demo-zorgsoftware-b-v")),
            ("  Café Ünïcode & Co ", Some("cafe-unicode-co")),
            ("3M", Some("n-3m")),
            ("日本", None),
            ("---", None),
        ];
        for (name, key) in cases {
            assert_eq!(key_of(name).as_ref().map(SupplierKey::as_str), key, "{name}");
        }
        let long = key_of(&"abc ".repeat(30)).map(|key| key.to_string()).unwrap_or_default();
        assert_eq!(long, format!("{}abc", "abc-".repeat(9)).chars().take(40).collect::<String>());
    }
}
