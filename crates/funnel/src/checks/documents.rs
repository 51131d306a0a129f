//! Documents can be submitted, are written by somebody and reviewed by somebody else (law 5).

use engine::limits::FILES_PER_REVISION;

use crate::check::Check;
use crate::file::{Artefact, File};
use crate::path::Path;
use crate::problem::Findings;

pub(super) fn check(file: &File, findings: &mut Findings<'_>) {
    for (a, artefact) in file.artefacts.iter().enumerate() {
        let path = Path::of("artefacts").at(a);
        let id = || artefact.id.clone();
        if artefact.written_by.is_empty() {
            findings.report(&path.key("written_by"), Check::WrittenByNobody { artefact: id() });
        }
        if artefact.reviewed_by.is_empty() {
            findings.report(&path.key("reviewed_by"), Check::ReviewedByNobody { artefact: id() });
        } else if artefact.reviewed_by.iter().all(|party| artefact.written_by.contains(party)) {
            findings.report(&path.key("reviewed_by"), Check::ReviewedByAuthorsOnly { artefact: id() });
        }
        files(artefact, &path, findings);
    }
}

fn files(artefact: &Artefact, path: &Path, findings: &mut Findings<'_>) {
    if artefact.form.is_none() && artefact.files.as_ref().is_none_or(|files| !files.required) {
        findings.report(&path.key("id"), Check::NothingToSubmit { artefact: artefact.id.clone() });
    }
    let Some(files) = &artefact.files else { return };
    let possible = (1..=FILES_PER_REVISION).contains(&usize::try_from(files.at_most).unwrap_or(usize::MAX));
    if !possible || files.types.is_empty() {
        let wrong = if possible { "types" } else { "at_most" };
        findings.report(&path.key("files").key(wrong), Check::FileCount { limit: FILES_PER_REVISION });
    }
}
