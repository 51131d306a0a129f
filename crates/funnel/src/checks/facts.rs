//! Facts have the parts of their type. (Values in conditions are checked where conditions are read.)

use crate::check::Check;
use crate::condition::{fact_kind, takes, value};
use crate::file::{FactType, File};
use crate::form::wording::plain;
use crate::path::Path;
use crate::problem::Findings;

pub(super) fn check(file: &File, findings: &mut Findings<'_>) {
    for (f, fact) in file.facts.iter().enumerate() {
        let path = Path::of("facts").at(f);
        let wanted = fact.kind == FactType::Levels;
        if (wanted && fact.levels.len() < 2) || (!wanted && !fact.levels.is_empty()) {
            findings.report(&path.key("levels"), Check::Levels { wanted });
            continue;
        }
        let kind = fact_kind(fact);
        if value(&fact.heavier).and_then(|heavier| kind.weight(&heavier)).is_none() {
            let check = Check::HeavierType { fact: fact.id.clone(), value: plain(&fact.heavier), takes: takes(&kind) };
            findings.report(&path.key("heavier"), check);
        }
        derived(file, f, &path.key("derived"), findings);
    }
}

/// What a derived fact can become is of its type, and it always becomes something.
fn derived(file: &File, f: usize, path: &Path, findings: &mut Findings<'_>) {
    let fact = &file.facts[f];
    let kind = fact_kind(fact);
    for (d, derivation) in fact.derived.iter().enumerate() {
        if value(&derivation.value).and_then(|value| kind.weight(&value)).is_none() {
            let check = Check::ValueType { fact: fact.id.clone(), value: plain(&derivation.value), takes: takes(&kind) };
            findings.report(&path.at(d).key("value"), check);
        }
        let is_last = d + 1 == fact.derived.len();
        if is_last != derivation.when.is_none() {
            findings.report(&path.at(d), Check::DerivationOrder { fact: fact.id.clone() });
        }
    }
}
