//! Every text is there in both languages, within its limit, and without invisible characters.

use crate::check::Check;
use crate::file::{Bilingual, File};
use crate::form::is_unwanted;
use crate::limits::{HELP_LENGTH, NAME_LENGTH};
use crate::path::Path;
use crate::problem::Findings;
use crate::words::Language;

pub(super) fn check(file: &File, findings: &mut Findings<'_>) {
    let mut name = |text: &Bilingual, path: &Path| one(text, NAME_LENGTH, path, findings);
    name(&file.name, &Path::of("name"));
    for (f, framework) in file.frameworks.iter().enumerate() {
        let at = Path::of("frameworks").at(f);
        name(&framework.name, &at.key("name"));
        for (t, theme) in framework.themes.iter().enumerate() {
            name(&theme.name, &at.key("themes").at(t).key("name"));
        }
    }
    for (s, source) in file.sources.iter().enumerate() {
        name(&source.name, &Path::of("sources").at(s).key("name"));
    }
    for (p, party) in file.parties.iter().enumerate() {
        name(&party.name, &Path::of("parties").at(p).key("name"));
    }
    for (f, fact) in file.facts.iter().enumerate() {
        let at = Path::of("facts").at(f);
        name(&fact.question, &at.key("question"));
        for (l, level) in fact.levels.iter().enumerate() {
            name(&level.name, &at.key("levels").at(l).key("name"));
        }
    }
    for (p, phase) in file.phases.iter().enumerate() {
        let at = Path::of("phases").at(p);
        name(&phase.name, &at.key("name"));
        if let Some(gate) = &phase.gate {
            name(&gate.name, &at.key("gate").key("name"));
            name(&gate.question, &at.key("gate").key("question"));
            for (n, consultation) in gate.consultations.iter().enumerate() {
                name(&consultation.question, &at.key("gate").key("consultations").at(n).key("question"));
            }
        }
    }
    for (a, artefact) in file.artefacts.iter().enumerate() {
        name(&artefact.name, &Path::of("artefacts").at(a).key("name"));
    }
    for (c, criterion) in file.criteria.iter().enumerate() {
        name(&criterion.question, &Path::of("criteria").at(c).key("question"));
    }
    for (e, kind) in file.organisation_evidence.iter().enumerate() {
        name(&kind.name, &Path::of("organisation_evidence").at(e).key("name"));
    }
    for (d, duty) in file.duties.iter().enumerate() {
        name(&duty.name, &Path::of("duties").at(d).key("name"));
    }
    for (c, kind) in file.change_kinds.iter().enumerate() {
        name(&kind.name, &Path::of("change_kinds").at(c).key("name"));
    }
    for (r, check) in file.rollout_checks.iter().enumerate() {
        name(&check.question, &Path::of("rollout_checks").at(r).key("question"));
    }
    for (c, closing) in file.closing.iter().enumerate() {
        name(&closing.name, &Path::of("closing").at(c).key("name"));
    }
    helps(file, findings);
}

fn helps(file: &File, findings: &mut Findings<'_>) {
    let mut help = |text: &Bilingual, path: &Path| one(text, HELP_LENGTH, &path.key("help"), findings);
    for (f, fact) in file.facts.iter().enumerate() {
        if let Some(text) = &fact.help {
            help(text, &Path::of("facts").at(f));
        }
    }
    for (a, artefact) in file.artefacts.iter().enumerate() {
        help(&artefact.help, &Path::of("artefacts").at(a));
    }
    let evidence = file.organisation_evidence.iter().map(|kind| &kind.help);
    let duties = file.duties.iter().map(|duty| &duty.help);
    let changes = file.change_kinds.iter().map(|kind| &kind.help);
    let closing = file.closing.iter().map(|closing| &closing.help);
    let optional = evidence.enumerate().map(|(n, help)| ("organisation_evidence", n, help));
    let optional = optional.chain(duties.enumerate().map(|(n, help)| ("duties", n, help)));
    let optional = optional.chain(changes.enumerate().map(|(n, help)| ("change_kinds", n, help)));
    let optional = optional.chain(closing.enumerate().map(|(n, help)| ("closing", n, help)));
    for (list, n, text) in optional {
        if let Some(text) = text {
            help(text, &Path::of(list).at(n));
        }
    }
    for (c, criterion) in file.criteria.iter().enumerate() {
        help(&criterion.help, &Path::of("criteria").at(c));
    }
}

fn one(text: &Bilingual, limit: usize, path: &Path, findings: &mut Findings<'_>) {
    for language in Language::ALL {
        let written = match language {
            Language::Dutch => &text.nl,
            Language::English => &text.en,
        };
        let at = path.key(language.code());
        let Some(written) = written.as_deref().filter(|written| !written.trim().is_empty()) else {
            findings.report(&at, Check::TextMissing { language });
            continue;
        };
        let length = written.chars().count();
        if length > limit {
            findings.report(&at, Check::TextTooLong { length, limit });
        }
        if let Some(bad) = written.chars().find(|character| is_unwanted(*character)) {
            findings.report(&at, Check::TextCharacters { character: format!("U+{:04X}", u32::from(bad)) });
        }
    }
}
