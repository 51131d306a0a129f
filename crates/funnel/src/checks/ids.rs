//! Ids are keys of the engine, not reserved, and unique within their kind.

use std::collections::BTreeMap;

use engine::PartyKey;

use super::{LEAD, RETIRED};
use crate::check::Check;
use crate::file::File;
use crate::path::Path;
use crate::problem::Findings;
use crate::words::Kind;

pub(super) fn check(file: &File, findings: &mut Findings<'_>) {
    key(&file.funnel, &Path::of("funnel"), findings);
    unique(Kind::Framework, file.frameworks.iter().map(|x| x.id.as_str()), &Path::of("frameworks"), findings);
    for (f, framework) in file.frameworks.iter().enumerate() {
        let path = Path::of("frameworks").at(f).key("themes");
        unique(Kind::Theme, framework.themes.iter().map(|x| x.id.as_str()), &path, findings);
    }
    unique(Kind::Source, file.sources.iter().map(|x| x.id.as_str()), &Path::of("sources"), findings);
    unique(Kind::Party, file.parties.iter().map(|x| x.id.as_str()), &Path::of("parties"), findings);
    if let Some(p) = file.parties.iter().position(|party| party.id == LEAD) {
        findings.report(&Path::of("parties").at(p).key("id"), Check::ReservedId { id: LEAD.to_owned() });
    }
    if let Some(p) = file.phases.iter().position(|phase| phase.id == RETIRED) {
        findings.report(&Path::of("phases").at(p).key("id"), Check::ReservedId { id: RETIRED.to_owned() });
    }
    unique(Kind::Fact, file.facts.iter().map(|x| x.id.as_str()), &Path::of("facts"), findings);
    for (f, fact) in file.facts.iter().enumerate() {
        let path = Path::of("facts").at(f).key("levels");
        unique(Kind::Level, fact.levels.iter().map(|x| x.id.as_str()), &path, findings);
    }
    unique(Kind::Phase, file.phases.iter().map(|x| x.id.as_str()), &Path::of("phases"), findings);
    gates(file, findings);
    unique(Kind::Artefact, file.artefacts.iter().map(|x| x.id.as_str()), &Path::of("artefacts"), findings);
    unique(
        Kind::Evidence,
        file.organisation_evidence.iter().map(|x| x.id.as_str()),
        &Path::of("organisation_evidence"),
        findings,
    );
    unique(Kind::Duty, file.duties.iter().map(|x| x.id.as_str()), &Path::of("duties"), findings);
    unique(Kind::Change, file.change_kinds.iter().map(|x| x.id.as_str()), &Path::of("change_kinds"), findings);
    unique(Kind::RolloutCheck, file.rollout_checks.iter().map(|x| x.id.as_str()), &Path::of("rollout_checks"), findings);
    unique(Kind::Closing, file.closing.iter().map(|x| x.id.as_str()), &Path::of("closing"), findings);
    unique(Kind::Criterion, file.criteria.iter().map(|x| x.id.as_str()), &Path::of("criteria"), findings);
}

fn gates(file: &File, findings: &mut Findings<'_>) {
    let mut seen = BTreeMap::new();
    for (p, phase) in file.phases.iter().enumerate() {
        let Some(gate) = &phase.gate else { continue };
        let path = Path::of("phases").at(p).key("gate").key("id");
        once(Kind::Gate, &gate.id, path, &mut seen, findings);
        let path = Path::of("phases").at(p).key("gate").key("consultations");
        unique(Kind::Consultation, gate.consultations.iter().map(|x| x.id.as_str()), &path, findings);
    }
}

fn unique<'a>(kind: Kind, ids: impl Iterator<Item = &'a str>, list: &Path, findings: &mut Findings<'_>) {
    let mut seen = BTreeMap::new();
    for (position, id) in ids.enumerate() {
        once(kind, id, list.at(position).key("id"), &mut seen, findings);
    }
}

fn once<'a>(kind: Kind, id: &'a str, path: Path, seen: &mut BTreeMap<&'a str, Path>, findings: &mut Findings<'_>) {
    key(id, &path, findings);
    match seen.get(id) {
        Some(first) => {
            let first = findings.line(first);
            findings.report(&path, Check::DuplicateId { kind, id: id.to_owned(), first });
        }
        None => {
            seen.insert(id, path);
        }
    }
}

/// All kinds of keys have the same form, so one stands for all.
fn key(id: &str, path: &Path, findings: &mut Findings<'_>) {
    if PartyKey::parse(id).is_err() {
        findings.report(path, Check::BadId { id: id.to_owned() });
    }
}
