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
    }
}
