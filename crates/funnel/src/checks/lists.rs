//! Lists are within their limits and name nothing twice.

use std::collections::BTreeSet;

use engine::limits::{ARTEFACTS, CRITERIA, FACTS, PARTIES, PHASES};

use crate::check::Check;
use crate::file::File;
use crate::limits::{FRAMEWORKS, LEVELS, LIST, SOURCES, THEMES};
use crate::path::Path;
use crate::problem::Findings;

pub(super) fn check(file: &File, findings: &mut Findings<'_>) {
    let mut at_most = |count: usize, limit: usize, path: &Path| {
        if count > limit {
            findings.report(path, Check::TooMany { count, limit });
        }
    };
    at_most(file.frameworks.len(), FRAMEWORKS, &Path::of("frameworks"));
    for (f, framework) in file.frameworks.iter().enumerate() {
        at_most(framework.themes.len(), THEMES, &Path::of("frameworks").at(f).key("themes"));
    }
    at_most(file.sources.len(), SOURCES, &Path::of("sources"));
    at_most(file.parties.len(), PARTIES, &Path::of("parties"));
    at_most(file.facts.len(), FACTS, &Path::of("facts"));
    for (f, fact) in file.facts.iter().enumerate() {
        at_most(fact.levels.len(), LEVELS, &Path::of("facts").at(f).key("levels"));
    }
    at_most(file.phases.len(), PHASES, &Path::of("phases"));
    at_most(file.artefacts.len(), ARTEFACTS, &Path::of("artefacts"));
    at_most(file.criteria.len(), CRITERIA, &Path::of("criteria"));
    at_most(file.closing.len(), LIST, &Path::of("closing"));
    for (f, fact) in file.facts.iter().enumerate() {
        at_most(fact.derived.len(), LEVELS, &Path::of("facts").at(f).key("derived"));
    }
    in_phases(file, findings);
    in_artefacts(file, findings);
    in_criteria(file, findings);
}

fn in_phases(file: &File, findings: &mut Findings<'_>) {
    for (p, phase) in file.phases.iter().enumerate() {
        let path = Path::of("phases").at(p);
        distinct(&phase.involves, &path.key("involves"), |path| path, findings);
        let Some(gate) = &phase.gate else { continue };
        distinct(&gate.rework_to, &path.key("gate").key("rework_to"), |path| path, findings);
        // A gate has one check per document; two needs for it could contradict each other.
        let needed = gate.needs.iter().map(|need| &need.artefact);
        distinct(needed, &path.key("gate").key("needs"), |path| path.key("artefact"), findings);
    }
}

fn in_artefacts(file: &File, findings: &mut Findings<'_>) {
    for (a, artefact) in file.artefacts.iter().enumerate() {
        let path = Path::of("artefacts").at(a);
        distinct(&artefact.themes, &path.key("themes"), |path| path, findings);
        distinct(&artefact.sources, &path.key("sources"), |path| path, findings);
        distinct(&artefact.written_by, &path.key("written_by"), |path| path, findings);
        distinct(&artefact.reviewed_by, &path.key("reviewed_by"), |path| path, findings);
        if let Some(files) = &artefact.files {
            let types: Vec<_> = files.types.iter().map(|kind| format!("{kind:?}").to_lowercase()).collect();
            distinct(&types, &path.key("files").key("types"), |path| path, findings);
        }
    }
}

fn in_criteria(file: &File, findings: &mut Findings<'_>) {
    for (c, criterion) in file.criteria.iter().enumerate() {
        let path = Path::of("criteria").at(c);
        distinct(&criterion.themes, &path.key("themes"), |path| path, findings);
        distinct(&criterion.sources, &path.key("sources"), |path| path, findings);
        distinct(&criterion.parties, &path.key("parties"), |path| path, findings);
        let gates = criterion.asked_at.iter().map(|asking| &asking.gate);
        distinct(gates, &path.key("asked_at"), |path| path.key("gate"), findings);
        for (g, asking) in criterion.asked_at.iter().enumerate() {
            let path = path.key("asked_at").at(g).key("rests_on");
            distinct(asking.rests_on.iter().map(|e| &e.artefact), &path, |path| path.key("artefact"), findings);
            for (e, evidence) in asking.rests_on.iter().enumerate() {
                distinct(&evidence.fields, &path.at(e).key("fields"), |path| path, findings);
            }
        }
    }
}

/// Reports what a list names twice, and a list that is too long; `entry` leads from an item to its name.
fn distinct<'a>(
    names: impl IntoIterator<Item = &'a String>,
    list: &Path,
    entry: impl Fn(Path) -> Path,
    findings: &mut Findings<'_>,
) {
    let mut seen = BTreeSet::new();
    let mut count = 0;
    for (position, name) in names.into_iter().enumerate() {
        count += 1;
        if !seen.insert(name) {
            findings.report(&entry(list.at(position)), Check::DuplicateEntry { entry: name.clone() });
        }
    }
    if count > LIST {
        findings.report(list, Check::TooMany { count, limit: LIST });
    }
}
