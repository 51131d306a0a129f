//! What a funnel refers to is defined in it.

use std::collections::BTreeSet;

use engine::FieldPath;

use super::{LEAD, RETIRED, Subject, join};
use crate::check::Check;
use crate::file::{Asking, File};
use crate::form;
use crate::path::Path;
use crate::problem::Findings;
use crate::words::Kind;

/// The ids of a file by kind.
struct Names<'a> {
    parties: BTreeSet<&'a str>,
    phases: BTreeSet<&'a str>,
    gates: BTreeSet<&'a str>,
    artefacts: BTreeSet<&'a str>,
    sources: BTreeSet<&'a str>,
    themes: BTreeSet<String>,
}

impl<'a> Names<'a> {
    fn of(file: &'a File) -> Self {
        Self {
            parties: file.parties.iter().map(|x| x.id.as_str()).collect(),
            phases: file.phases.iter().map(|x| x.id.as_str()).collect(),
            gates: file.phases.iter().filter_map(|x| x.gate.as_ref()).map(|x| x.id.as_str()).collect(),
            artefacts: file.artefacts.iter().map(|x| x.id.as_str()).collect(),
            sources: file.sources.iter().map(|x| x.id.as_str()).collect(),
            themes: file.frameworks.iter().flat_map(|f| f.themes.iter().map(|t| format!("{}/{}", f.id, t.id))).collect(),
        }
    }
}

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let names = Names::of(subject.file);
    for (f, fact) in subject.file.facts.iter().enumerate() {
        if let Some(party) = &fact.confirmed_by {
            one(Kind::Party, party, &names.parties, &Path::of("facts").at(f).key("confirmed_by"), findings);
        }
    }
    for (p, party) in subject.file.parties.iter().enumerate() {
        if let Some(second) = &party.second_reader {
            one(Kind::Party, second, &names.parties, &Path::of("parties").at(p).key("second_reader"), findings);
        }
    }
    for (c, closing) in subject.file.closing.iter().enumerate() {
        let path = Path::of("closing").at(c);
        one(Kind::Party, &closing.accepted_by, &names.parties, &path.key("accepted_by"), findings);
        if let Some(owner) = &closing.owner {
            one(Kind::Party, owner, &names.parties, &path.key("owner"), findings);
        }
        if let Some(phase) = &closing.from_phase {
            one(Kind::Phase, phase, &names.phases, &path.key("from_phase"), findings);
        }
    }
    for (p, phase) in subject.file.phases.iter().enumerate() {
        let path = Path::of("phases").at(p);
        each(Kind::Party, &phase.involves, &names.parties, &path.key("involves"), findings);
        let Some(gate) = &phase.gate else { continue };
        let path = path.key("gate");
        if let Some(party) = gate.decided_by.as_ref().filter(|party| !party.is_empty()) {
            one(Kind::Party, party, &names.parties, &path.key("decided_by"), findings);
        }
        if gate.go_to != RETIRED {
            one(Kind::Phase, &gate.go_to, &names.phases, &path.key("go_to"), findings);
        }
        if let Some(to) = &gate.stop_to {
            one(Kind::Phase, to, &names.phases, &path.key("stop_to"), findings);
        }
        each(Kind::Phase, &gate.rework_to, &names.phases, &path.key("rework_to"), findings);
        for (n, need) in gate.needs.iter().enumerate() {
            let path = path.key("needs").at(n).key("artefact");
            one(Kind::Artefact, &need.artefact, &names.artefacts, &path, findings);
        }
    }
    for (a, artefact) in subject.file.artefacts.iter().enumerate() {
        let path = Path::of("artefacts").at(a);
        for (w, writer) in artefact.written_by.iter().enumerate().filter(|(_, writer)| *writer != LEAD) {
            one(Kind::Party, writer, &names.parties, &path.key("written_by").at(w), findings);
        }
        each(Kind::Party, &artefact.reviewed_by, &names.parties, &path.key("reviewed_by"), findings);
        origin(&artefact.themes, &artefact.sources, &names, &path, findings);
    }
    criteria(subject, &names, findings);
}

fn criteria(subject: &Subject<'_>, names: &Names<'_>, findings: &mut Findings<'_>) {
    for (c, criterion) in subject.file.criteria.iter().enumerate() {
        let path = Path::of("criteria").at(c);
        each(Kind::Party, &criterion.parties, &names.parties, &path.key("parties"), findings);
        if let Some(party) = &criterion.waivable_by {
            one(Kind::Party, party, &names.parties, &path.key("waivable_by"), findings);
        }
        origin(&criterion.themes, &criterion.sources, names, &path, findings);
        for (g, asking) in criterion.asked_at.iter().enumerate() {
            let path = path.key("asked_at").at(g);
            one(Kind::Gate, &asking.gate, &names.gates, &path.key("gate"), findings);
            evidence(subject, asking, names, &path.key("rests_on"), findings);
        }
    }
}

fn evidence(subject: &Subject<'_>, asking: &Asking, names: &Names<'_>, path: &Path, findings: &mut Findings<'_>) {
    for (e, evidence) in asking.rests_on.iter().enumerate() {
        let path = path.at(e);
        one(Kind::Artefact, &evidence.artefact, &names.artefacts, &path.key("artefact"), findings);
        let Some(a) = subject.file.artefacts.iter().position(|x| x.id == evidence.artefact) else { continue };
        let form = subject.forms.get(&a);
        if form.is_none() && subject.file.artefacts[a].form.is_some() {
            // A form that does not compile is reported itself; its fields are not known.
            continue;
        }
        for (f, field) in evidence.fields.iter().enumerate() {
            let found = form.is_some_and(|form| form::resolves(form.schema(), field));
            if !found || FieldPath::parse(field.as_str()).is_err() {
                let known = form.map_or_else(|| "–".to_owned(), |form| form::known(form.schema()));
                let check = Check::UnknownField { artefact: evidence.artefact.clone(), field: field.clone(), known };
                findings.report(&path.key("fields").at(f), check);
            }
        }
    }
}

fn origin(themes: &[String], sources: &[String], names: &Names<'_>, path: &Path, findings: &mut Findings<'_>) {
    let known = names.themes.iter().map(String::as_str).collect();
    each(Kind::Theme, themes, &known, &path.key("themes"), findings);
    each(Kind::Source, sources, &names.sources, &path.key("sources"), findings);
}

fn each(kind: Kind, ids: &[String], known: &BTreeSet<&str>, path: &Path, findings: &mut Findings<'_>) {
    for (position, id) in ids.iter().enumerate() {
        one(kind, id, known, &path.at(position), findings);
    }
}

fn one(kind: Kind, id: &str, known: &BTreeSet<&str>, path: &Path, findings: &mut Findings<'_>) {
    if !known.contains(id) {
        let known = join(known.iter().copied());
        findings.report(path, Check::Unknown { kind, id: id.to_owned(), known });
    }
}
