//! What the rows above said: the same supplier has one name and one key in the whole file, and each piece of evidence stands
//! in one row.

use std::collections::BTreeMap;

use engine::{EvidenceId, SupplierKey};

use super::look::{Known, key_of};
use crate::bring_in::headings::plain;
use crate::bring_in::said::Said;

/// The rows above.
#[derive(Default)]
pub struct Seen {
    /// By key: what it was called, and in which row.
    keys: BTreeMap<SupplierKey, (String, u32)>,
    /// By name: its key, and in which row.
    names: BTreeMap<String, (SupplierKey, u32)>,
    evidence: BTreeMap<EvidenceId, u32>,
}

/// The supplier of a row.
pub struct Found {
    /// Which.
    pub key: SupplierKey,
    /// The row above that named it first.
    pub before: Option<u32>,
}

impl Seen {
    /// The supplier with this name, and this key where somebody wrote one. A name that is new gets a key made of it.
    pub fn supplier(&mut self, known: &Known, row: u32, name: &str, written: Option<SupplierKey>) -> Result<Found, Said> {
        let called = plain(name);
        let above = self.names.get(&called);
        let by_name = || above.map(|(key, _)| key.clone()).or_else(|| known.supplier(name).cloned());
        let key = match written {
            Some(key) => match above {
                Some((other, at)) if *other != key => {
                    return Err(Said::whole("supplier_two_keys", &[("row", (*at).into())]));
                }
                _ => key,
            },
            None => by_name().or_else(|| key_of(name)).ok_or_else(|| Said::whole("supplier_no_key", &[]))?,
        };
        // A key may stand in the place of the name; another name than the known one is no new name.
        let other = known.suppliers.get(&key).filter(|other| !other.is_empty() && plain(other) != called);
        if let Some(other) = other.filter(|_| called != key.as_str()) {
            return Err(Said::whole("supplier_other_name", &[("name", other.into())]));
        }
        let before = match self.keys.get(&key) {
            Some((other, at)) if *other != called => {
                return Err(Said::whole("supplier_two_names", &[("row", (*at).into())]));
            }
            Some((_, at)) => Some(*at),
            None => None,
        };
        self.keys.entry(key.clone()).or_insert_with(|| (called.clone(), row));
        self.names.entry(called).or_insert_with(|| (key.clone(), row));
        Ok(Found { key, before })
    }

    /// The row above with the same evidence.
    pub fn evidence(&mut self, evidence: &EvidenceId, row: u32) -> Option<u32> {
        let before = self.evidence.get(evidence).copied();
        self.evidence.entry(evidence.clone()).or_insert(row);
        before
    }
}
