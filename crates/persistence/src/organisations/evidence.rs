//! What a submission of evidence consists of: its text, its files, its author.

use std::collections::BTreeSet;

use engine::{EvidenceId, FileRef, Hash, Organisation, OrganisationCommand, Submission, TextRef, limits};

use super::execute::without;
use super::files;
use crate::canonical;
use crate::command::Principal;
use crate::error::Error;
use crate::hot::NewContent;
use crate::scope::Tx;
use crate::submission::text_of;

/// A command with what the engine needs to know of it.
pub(super) struct Prepared {
    pub command: OrganisationCommand,
    pub submission: Option<Submission>,
    /// Whether every file that it names was uploaded for this very evidence, with this hash and type.
    pub files_known: bool,
}

/// Computes what `SubmitEvidence` submits; other commands pass through. There is no draft of evidence: its author is who
/// submits it. A text that is the current revision's keeps its reference, so that sending it again changes nothing.
pub(super) async fn prepare(
    tx: &Tx<'_>,
    principal: &Principal,
    organisation: &Organisation,
    command: OrganisationCommand,
    contents: &mut Vec<NewContent>,
) -> Result<Prepared, Error> {
    let OrganisationCommand::SubmitEvidence { evidence, text, files, valid_until } = command else {
        return Ok(Prepared { command, submission: None, files_known: true });
    };
    let current = organisation.evidence.get(&evidence).map(|known| &known.current);
    let text = match (text, current.and_then(|current| current.text)) {
        (Some(fresh), Some(before)) if is_same(tx, fresh, before, contents).await? => {
            without(contents, fresh.id);
            Some(before)
        }
        (text, _) => text,
    };
    let files_known = files_known(tx, &evidence, &files).await?;
    let hashes: Vec<_> = files.iter().map(|file| file.hash).collect();
    let submission = submission(text.map(|text| text.hash), &hashes, principal);
    let command = OrganisationCommand::SubmitEvidence { evidence, text, files, valid_until };
    Ok(Prepared { command, submission: Some(submission), files_known })
}

/// What judgements will name: over the text and the files.
pub(super) fn submission(text: Option<Hash>, files: &[Hash], principal: &Principal) -> Submission {
    Submission {
        hash: canonical::revision(text, files),
        authors: principal.person().into_iter().collect(),
        changed_fields: BTreeSet::new(),
        files_changed: false,
        ends_on: None,
        signed_on: None,
    }
}

async fn is_same(tx: &Tx<'_>, fresh: TextRef, before: TextRef, contents: &[NewContent]) -> Result<bool, Error> {
    let typed = contents.iter().find(|content| content.id == fresh.id).map(|content| content.body.as_str());
    Ok(text_of(tx, before.id).await?.as_deref() == typed)
}

/// Too many files are not looked up: the engine refuses them.
async fn files_known(tx: &Tx<'_>, evidence: &EvidenceId, asked: &[FileRef]) -> Result<bool, Error> {
    if asked.len() > limits::FILES_PER_REVISION {
        return Ok(true);
    }
    Ok(files::references(tx, evidence, asked).await? == asked)
}
