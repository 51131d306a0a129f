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
    criteria: BTreeSet<&'a str>,
    evidence: BTreeSet<&'a str>,
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
            criteria: file.criteria.iter().map(|x| x.id.as_str()).collect(),
            evidence: file.organisation_evidence.iter().map(|x| x.id.as_str()).collect(),
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
    parties(subject.file, &names, findings);
    in_use(subject.file, &names, findings);
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
    phases(subject, &names, findings);
    for (a, artefact) in subject.file.artefacts.iter().enumerate() {
        let path = Path::of("artefacts").at(a);
        for (w, writer) in artefact.written_by.iter().enumerate().filter(|(_, writer)| *writer != LEAD) {
            one(Kind::Party, writer, &names.parties, &path.key("written_by").at(w), findings);
        }
        each(Kind::Party, &artefact.reviewed_by, &names.parties, &path.key("reviewed_by"), findings);
        for (r, also) in artefact.also_reviewed_by.iter().enumerate() {
            let path = path.key("also_reviewed_by").at(r).key("party");
            one(Kind::Party, &also.party, &names.parties, &path, findings);
        }
        origin(&artefact.themes, &artefact.sources, &names, &path, findings);
        dates(subject, a, &names, &path, findings);
    }
    criteria(subject, &names, findings);
}

fn parties(file: &File, names: &Names<'_>, findings: &mut Findings<'_>) {
    for (p, party) in file.parties.iter().enumerate() {
        let path = Path::of("parties").at(p);
        if let Some(second) = &party.second_reader {
            one(Kind::Party, second, &names.parties, &path.key("second_reader"), findings);
        }
        if let Some(coach) = &party.coached_by {
            one(Kind::Party, coach, &names.parties, &path.key("coached_by"), findings);
        }
        each(Kind::Party, &party.recorded_by, &names.parties, &path.key("recorded_by"), findings);
    }
}

fn phases(subject: &Subject<'_>, names: &Names<'_>, findings: &mut Findings<'_>) {
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
        for (n, consultation) in gate.consultations.iter().enumerate() {
            let path = path.key("consultations").at(n);
            one(Kind::Party, &consultation.body, &names.parties, &path.key("body"), findings);
            if let Some(summary) = &consultation.summary {
                one(Kind::Artefact, summary, &names.artefacts, &path.key("summary"), findings);
            }
            for (d, document) in consultation.documents.iter().enumerate() {
                let path = path.key("documents").at(d);
                one(Kind::Artefact, &document.artefact, &names.artefacts, &path.key("artefact"), findings);
                fields(subject, &document.artefact, &document.fields, &path.key("fields"), findings);
            }
        }
    }
}

/// What use asks refers to.
fn in_use(file: &File, names: &Names<'_>, findings: &mut Findings<'_>) {
    for (e, kind) in file.organisation_evidence.iter().enumerate() {
        let path = Path::of("organisation_evidence").at(e);
        each(Kind::Party, &kind.submitted_by, &names.parties, &path.key("submitted_by"), findings);
        one(Kind::Party, &kind.judged_by, &names.parties, &path.key("judged_by"), findings);
    }
    for (d, duty) in file.duties.iter().enumerate() {
        let path = Path::of("duties").at(d);
        one(Kind::Phase, &duty.phase, &names.phases, &path.key("phase"), findings);
        one(Kind::Party, &duty.party, &names.parties, &path.key("party"), findings);
        if let Some(artefact) = &duty.artefact {
            one(Kind::Artefact, artefact, &names.artefacts, &path.key("artefact"), findings);
        }
    }
    for (c, kind) in file.change_kinds.iter().enumerate() {
        let path = Path::of("change_kinds").at(c);
        each(Kind::Artefact, &kind.reopens.artefacts, &names.artefacts, &path.key("reopens").key("artefacts"), findings);
        each(Kind::Criterion, &kind.reopens.criteria, &names.criteria, &path.key("reopens").key("criteria"), findings);
        if let Some(party) = &kind.small_closed_by {
            one(Kind::Party, party, &names.parties, &path.key("small_closed_by"), findings);
        }
    }
    if let Some(signals) = &file.signals {
        let path = Path::of("signals");
        each(Kind::Criterion, &signals.reopens, &names.criteria, &path.key("reopens"), findings);
        if let Some(party) = signals.handled_by.as_ref().filter(|party| !party.is_empty()) {
            one(Kind::Party, party, &names.parties, &path.key("handled_by"), findings);
        }
        each(Kind::Party, &signals.suspended_by, &names.parties, &path.key("suspended_by"), findings);
    }
    for (r, check) in file.rollout_checks.iter().enumerate() {
        one(Kind::Party, &check.party, &names.parties, &Path::of("rollout_checks").at(r).key("party"), findings);
    }
    if let Some(emergency) = &file.emergency {
        let path = Path::of("emergency");
        one(Kind::Party, &emergency.decided_by, &names.parties, &path.key("decided_by"), findings);
        each(Kind::Party, &emergency.hear, &names.parties, &path.key("hear"), findings);
        one(Kind::Party, &emergency.tell, &names.parties, &path.key("tell"), findings);
    }
}

/// When a document ends and what comes before its signing: dates of its own form, and what is defined here.
fn dates(subject: &Subject<'_>, a: usize, names: &Names<'_>, path: &Path, findings: &mut Findings<'_>) {
    let artefact = &subject.file.artefacts[a];
    each(Kind::Phase, &artefact.watched_in, &names.phases, &path.key("watched_in"), findings);
    let contract = artefact.contract.as_ref();
    if let Some(contract) = contract {
        let path = path.key("contract");
        one(Kind::Criterion, &contract.after, &names.criteria, &path.key("after"), findings);
        one(Kind::Party, &contract.party, &names.parties, &path.key("party"), findings);
    }
    let ends = artefact.ends_on.iter().map(|field| (field, path.key("ends_on")));
    let signed = contract.map(|contract| (&contract.signed_on, path.key("contract").key("signed_on")));
    for (field, path) in ends.chain(signed) {
        let form = subject.forms.get(&a);
        if form.is_none() && artefact.form.is_some() {
            continue;
        }
        let is_date = form.is_some_and(|form| form::is_date(form.schema(), field));
        if !is_date || FieldPath::parse(field.as_str()).is_err() {
            findings.report(&path, Check::NotADate { artefact: artefact.id.clone(), field: field.clone() });
        }
    }
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
        match (&evidence.artefact, &evidence.organisation) {
            (Some(artefact), None) => {
                one(Kind::Artefact, artefact, &names.artefacts, &path.key("artefact"), findings);
                fields(subject, artefact, &evidence.fields, &path.key("fields"), findings);
            }
            (None, Some(id)) if evidence.fields.is_empty() => {
                one(Kind::Evidence, id, &names.evidence, &path.key("organisation"), findings);
            }
            _ => findings.report(&path, Check::EvidenceShape {}),
        }
    }
}

/// The fields that something rests on are in the form of its document. An unknown document is reported itself.
fn fields(subject: &Subject<'_>, artefact: &str, fields: &[String], path: &Path, findings: &mut Findings<'_>) {
    let Some(a) = subject.file.artefacts.iter().position(|x| x.id == artefact) else { return };
    let form = subject.forms.get(&a);
    if form.is_none() && subject.file.artefacts[a].form.is_some() {
        // A form that does not compile is reported itself; its fields are not known.
        return;
    }
    for (f, field) in fields.iter().enumerate() {
        let found = form.is_some_and(|form| form::resolves(form.schema(), field));
        if !found || FieldPath::parse(field.as_str()).is_err() {
            let known = form.map_or_else(|| "–".to_owned(), |form| form::known(form.schema()));
            let check = Check::UnknownField { artefact: artefact.to_owned(), field: field.clone(), known };
            findings.report(&path.at(f), check);
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
