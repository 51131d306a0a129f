//! Lists are within their limits and name nothing twice.

use std::collections::BTreeSet;

use engine::limits::{ARTEFACTS, CRITERIA, EVIDENCE_KINDS, FACTS, PARTIES, PHASES};

use crate::check::Check;
use crate::file::{Evidence, File};
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
    at_most(file.organisation_evidence.len(), EVIDENCE_KINDS, &Path::of("organisation_evidence"));
    at_most(file.duties.len(), LIST, &Path::of("duties"));
    at_most(file.change_kinds.len(), LIST, &Path::of("change_kinds"));
    at_most(file.rollout_checks.len(), LIST, &Path::of("rollout_checks"));
    for (f, fact) in file.facts.iter().enumerate() {
        at_most(fact.derived.len(), LEVELS, &Path::of("facts").at(f).key("derived"));
    }
    for (p, party) in file.parties.iter().enumerate() {
        distinct(&party.recorded_by, &Path::of("parties").at(p).key("recorded_by"), |path| path, findings);
    }
    in_phases(file, findings);
    in_use(file, findings);
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
        let path = path.key("gate").key("consultations");
        if gate.consultations.len() > LIST {
            findings.report(&path, Check::TooMany { count: gate.consultations.len(), limit: LIST });
        }
        for (n, consultation) in gate.consultations.iter().enumerate() {
            let path = path.at(n).key("documents");
            distinct(consultation.documents.iter().map(|d| &d.artefact), &path, |path| path.key("artefact"), findings);
            for (d, document) in consultation.documents.iter().enumerate() {
                distinct(&document.fields, &path.at(d).key("fields"), |path| path, findings);
            }
        }
    }
}

fn in_use(file: &File, findings: &mut Findings<'_>) {
    for (e, kind) in file.organisation_evidence.iter().enumerate() {
        let path = Path::of("organisation_evidence").at(e);
        distinct(&kind.submitted_by, &path.key("submitted_by"), |path| path, findings);
    }
    for (c, kind) in file.change_kinds.iter().enumerate() {
        let path = Path::of("change_kinds").at(c).key("reopens");
        distinct(&kind.reopens.artefacts, &path.key("artefacts"), |path| path, findings);
        distinct(&kind.reopens.criteria, &path.key("criteria"), |path| path, findings);
    }
    if let Some(signals) = &file.signals {
        let path = Path::of("signals");
        distinct(&signals.reopens, &path.key("reopens"), |path| path, findings);
        distinct(&signals.suspended_by, &path.key("suspended_by"), |path| path, findings);
    }
    if let Some(emergency) = &file.emergency {
        distinct(&emergency.hear, &Path::of("emergency").key("hear"), |path| path, findings);
    }
}

fn in_artefacts(file: &File, findings: &mut Findings<'_>) {
    for (a, artefact) in file.artefacts.iter().enumerate() {
        let path = Path::of("artefacts").at(a);
        distinct(&artefact.themes, &path.key("themes"), |path| path, findings);
        distinct(&artefact.sources, &path.key("sources"), |path| path, findings);
        distinct(&artefact.written_by, &path.key("written_by"), |path| path, findings);
        distinct(&artefact.reviewed_by, &path.key("reviewed_by"), |path| path, findings);
        let also = path.key("also_reviewed_by");
        distinct(artefact.also_reviewed_by.iter().map(|also| &also.party), &also, |path| path.key("party"), findings);
        for (r, reviewer) in artefact.also_reviewed_by.iter().enumerate() {
            if artefact.reviewed_by.contains(&reviewer.party) {
                let path = also.at(r).key("party");
                findings.report(&path, Check::DuplicateEntry { entry: reviewer.party.clone() });
            }
        }
        distinct(&artefact.watched_in, &path.key("watched_in"), |path| path, findings);
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
            let own = |e: &Evidence| e.artefact.clone().or_else(|| e.organisation.clone());
            let names: Vec<_> = asking.rests_on.iter().map(|e| own(e).unwrap_or_default()).collect();
            distinct(&names, &path, |path| path, findings);
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
