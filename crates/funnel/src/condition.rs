//! Conditions of a file as the engine's: data over facts, read once, so that every check speaks of what the engine will do.

use std::collections::BTreeMap;

use engine::{FactKey, FactKind, FactValue, Label, LevelKey, When};
use serde_json::Value;

use crate::check::Check;
use crate::file::{Condition, Fact, FactType, File};
use crate::form::wording::plain;
use crate::limits;
use crate::path::Path;
use crate::problem::Findings;
use crate::words::Kind;

/// The conditions of a file. Nothing stands for one that could not be read; that is reported.
#[derive(Debug, Default)]
pub(crate) struct Conditions {
    /// Of each need, by the position of its phase and its own.
    pub needs: BTreeMap<(usize, usize), When>,
    /// Of each criterion, by its position.
    pub criteria: BTreeMap<usize, When>,
    /// Of each derivation, by the position of its fact and its own.
    pub derivations: BTreeMap<(usize, usize), When>,
    /// Of each closing duty, by its position.
    pub closing: BTreeMap<usize, When>,
    /// Of each further reviewer, by the position of its document and its own.
    pub reviewers: BTreeMap<(usize, usize), When>,
    /// Of each consultation, by the position of its phase and its own.
    pub consultations: BTreeMap<(usize, usize), When>,
}

/// The facts of a file by id, with the type of their answers.
pub(crate) type FactKinds = BTreeMap<String, FactKind>;

/// The types of the facts; of facts with the same id the first counts.
pub(crate) fn fact_kinds(file: &File) -> FactKinds {
    let mut kinds = FactKinds::new();
    for fact in &file.facts {
        kinds.entry(fact.id.clone()).or_insert_with(|| fact_kind(fact));
    }
    kinds
}

pub(crate) fn fact_kind(fact: &Fact) -> FactKind {
    match fact.kind {
        FactType::Boolean => FactKind::Boolean,
        FactType::Amount => FactKind::Amount,
        FactType::Levels => FactKind::Levels(fact.levels.iter().filter_map(|l| LevelKey::parse(&*l.id).ok()).collect()),
    }
}

/// Reads every condition of the file.
pub(crate) fn read(file: &File, kinds: &FactKinds, findings: &mut Findings<'_>) -> Conditions {
    let mut conditions = Conditions::default();
    for (p, phase) in file.phases.iter().enumerate() {
        for (n, need) in phase.gate.iter().flat_map(|gate| &gate.needs).enumerate() {
            let path = Path::of("phases").at(p).key("gate").key("needs").at(n).key("when");
            if let Some(when) = optional(need.when.as_ref(), kinds, &path, findings) {
                conditions.needs.insert((p, n), when);
            }
        }
        for (n, consultation) in phase.gate.iter().flat_map(|gate| &gate.consultations).enumerate() {
            let path = Path::of("phases").at(p).key("gate").key("consultations").at(n).key("when");
            if let Some(when) = optional(consultation.when.as_ref(), kinds, &path, findings) {
                conditions.consultations.insert((p, n), when);
            }
        }
    }
    for (a, artefact) in file.artefacts.iter().enumerate() {
        for (r, also) in artefact.also_reviewed_by.iter().enumerate() {
            let path = Path::of("artefacts").at(a).key("also_reviewed_by").at(r).key("when");
            if let Some(when) = optional(Some(&also.when), kinds, &path, findings) {
                conditions.reviewers.insert((a, r), when);
            }
        }
    }
    for (c, criterion) in file.criteria.iter().enumerate() {
        let path = Path::of("criteria").at(c).key("when");
        if let Some(when) = optional(criterion.when.as_ref(), kinds, &path, findings) {
            conditions.criteria.insert(c, when);
        }
    }
    for (f, fact) in file.facts.iter().enumerate() {
        for (d, derivation) in fact.derived.iter().enumerate() {
            let path = Path::of("facts").at(f).key("derived").at(d).key("when");
            if let Some(when) = optional(derivation.when.as_ref(), kinds, &path, findings) {
                conditions.derivations.insert((f, d), when);
            }
        }
    }
    for (c, closing) in file.closing.iter().enumerate() {
        let path = Path::of("closing").at(c).key("when");
        if let Some(when) = optional(closing.when.as_ref(), kinds, &path, findings) {
            conditions.closing.insert(c, when);
        }
    }
    conditions
}

fn optional(condition: Option<&Condition>, kinds: &FactKinds, path: &Path, findings: &mut Findings<'_>) -> Option<When> {
    let Some(condition) = condition else { return Some(When::Always) };
    let mut parts = 0;
    if !fits(condition, limits::CONDITION_DEPTH, &mut parts) {
        findings.report(path, Check::ConditionTooLarge {});
        return None;
    }
    one(condition, kinds, path, findings)
}

/// Whether a condition is within its limits.
fn fits(condition: &Condition, depth: usize, parts: &mut usize) -> bool {
    *parts += 1;
    let inner = condition.all.iter().flatten().chain(condition.any.iter().flatten()).chain(condition.not.as_deref());
    *parts <= limits::CONDITION_PARTS && depth > 0 && inner.into_iter().all(|part| fits(part, depth - 1, parts))
}

fn one(condition: &Condition, kinds: &FactKinds, path: &Path, findings: &mut Findings<'_>) -> Option<When> {
    let Condition { all, any, not, fact, is, at_least } = condition;
    match (all, any, not, fact, is, at_least) {
        (Some(all), None, None, None, None, None) => Some(When::All(each(all, kinds, &path.key("all"), findings)?)),
        (None, Some(any), None, None, None, None) => Some(When::Any(each(any, kinds, &path.key("any"), findings)?)),
        (None, None, Some(not), None, None, None) => Some(When::Not(Box::new(one(not, kinds, &path.key("not"), findings)?))),
        (None, None, None, Some(fact), Some(is), None) => {
            let (key, value) = compared(fact, is, kinds, path, "is", findings)?;
            Some(When::Is(key, value))
        }
        (None, None, None, Some(fact), None, Some(at_least)) => {
            let (key, value) = compared(fact, at_least, kinds, path, "at_least", findings)?;
            Some(When::AtLeast(key, value))
        }
        _ => {
            findings.report(path, Check::ConditionShape {});
            None
        }
    }
}

fn each(conditions: &[Condition], kinds: &FactKinds, path: &Path, findings: &mut Findings<'_>) -> Option<Vec<When>> {
    // Every part is read before giving up, so that all of its problems are reported.
    let read: Vec<_> = conditions.iter().enumerate().map(|(i, part)| one(part, kinds, &path.at(i), findings)).collect();
    read.into_iter().collect()
}

fn compared(
    fact: &str,
    written: &Value,
    kinds: &FactKinds,
    path: &Path,
    entry: &str,
    findings: &mut Findings<'_>,
) -> Option<(FactKey, FactValue)> {
    let Some(kind) = kinds.get(fact) else {
        let known = kinds.keys().cloned().collect::<Vec<_>>().join(", ");
        findings.report(&path.key("fact"), Check::Unknown { kind: Kind::Fact, id: fact.to_owned(), known });
        return None;
    };
    let value = value(written).filter(|value| kind.weight(value).is_some());
    if value.is_none() {
        let check = Check::ValueType { fact: fact.to_owned(), value: plain(written), takes: takes(kind) };
        findings.report(&path.key(entry), check);
    }
    Some((FactKey::parse(fact).ok()?, value?))
}

/// A value as written in the file, whatever the type of its fact.
pub(crate) fn value(written: &Value) -> Option<FactValue> {
    match written {
        Value::Bool(yes) => Some(FactValue::Boolean(*yes)),
        Value::Number(number) => number.as_i64().map(FactValue::Amount),
        Value::String(level) => LevelKey::parse(level.as_str()).ok().map(FactValue::Level),
        _ => None,
    }
}

/// The values that a fact takes, in words.
pub(crate) fn takes(kind: &FactKind) -> Label {
    match kind {
        FactKind::Boolean => Label { nl: "true of false".to_owned(), en: "true or false".to_owned() },
        FactKind::Amount => Label { nl: "een heel getal".to_owned(), en: "a whole number".to_owned() },
        FactKind::Levels(levels) => {
            let levels = levels.iter().map(LevelKey::as_str).collect::<Vec<_>>();
            Label { nl: levels.join(" of "), en: levels.join(" or ") }
        }
    }
}
