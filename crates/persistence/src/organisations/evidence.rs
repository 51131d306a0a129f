//! What a submission of evidence consists of: its text, its files, its author.

use std::collections::BTreeSet;

use engine::{BroughtEvidence, EvidenceId, FileRef, Hash, Organisation, OrganisationCommand, Submission, TextRef, limits};

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

/// Computes what a command submits; one that submits nothing passes through. There is no draft of evidence: its author is
/// who submits it. A text that is the current revision's keeps its reference, so that sending it again changes nothing.
pub(super) async fn prepare(
    tx: &Tx<'_>,
    principal: &Principal,
    organisation: &Organisation,
    command: OrganisationCommand,
    contents: &mut Vec<NewContent>,
) -> Result<Prepared, Error> {
    match command {
        OrganisationCommand::SubmitEvidence { evidence, text, files, valid_until } => {
            let text = match text {
                Some(fresh) => Some(kept(tx, organisation, &evidence, fresh, contents).await?),
                None => None,
            };
            let files_known = files_known(tx, &evidence, &files).await?;
            let hashes: Vec<_> = files.iter().map(|file| file.hash).collect();
            let submission = submission(text.map(|text| text.hash), &hashes, principal);
            let command = OrganisationCommand::SubmitEvidence { evidence, text, files, valid_until };
            Ok(Prepared { command, submission: Some(submission), files_known })
        }
        OrganisationCommand::BringInSupplier { supplier, name, evidence } => {
            // A name that is not taken over is nowhere: it does not stand beside the log either.
            if organisation.suppliers.contains_key(&supplier) {
                without(contents, name.id);
            }
            let Some(BroughtEvidence { kind, text, valid_until }) = evidence else {
                let command = OrganisationCommand::BringInSupplier { supplier, name, evidence: None };
                return Ok(Prepared { command, submission: None, files_known: true });
            };
            let id = EvidenceId { kind: kind.clone(), supplier: Some(supplier.clone()) };
            let text = kept(tx, organisation, &id, text, contents).await?;
            let submission = submission(Some(text.hash), &[], principal);
            let evidence = Some(BroughtEvidence { kind, text, valid_until });
            let command = OrganisationCommand::BringInSupplier { supplier, name, evidence };
            Ok(Prepared { command, submission: Some(submission), files_known: true })
        }
        command => Ok(Prepared { command, submission: None, files_known: true }),
    }
}

/// The reference of a text that evidence gets: that of its current revision where it says the same.
async fn kept(
    tx: &Tx<'_>,
    organisation: &Organisation,
    evidence: &EvidenceId,
    fresh: TextRef,
    contents: &mut Vec<NewContent>,
) -> Result<TextRef, Error> {
    match organisation.evidence.get(evidence).and_then(|known| known.current.text) {
        Some(before) if is_same(tx, fresh, before, contents).await? => {
            without(contents, fresh.id);
            Ok(before)
        }
        _ => Ok(fresh),
    }
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
