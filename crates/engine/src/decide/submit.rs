//! Submitting the next revision of a document (laws 4, 6 and 12).

use crate::context::Context;
use crate::event::Event;
use crate::funnel::{ArtefactKind, Funnel, Stage};
use crate::ids::ArtefactKey;
use crate::limits;
use crate::project::Project;
use crate::rejection::Rejection;
use crate::text::{FileRef, TextRef};
use crate::{duties, early, expiries};

pub(super) fn submit(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    artefact: ArtefactKey,
    stage: Stage,
    answers: Option<TextRef>,
    files: Vec<FileRef>,
) -> Result<Vec<Event>, Rejection> {
    let Some(kind) = funnel.artefact(&artefact) else { return Err(Rejection::UnknownArtefact { artefact }) };
    complete(kind, answers.as_ref(), &files)?;
    let Some(submission) = context.submission else { return Err(Rejection::NothingSubmitted { artefact }) };
    let current = project.artefacts.get(&artefact).map(|a| &a.current);
    let valid_until = expiries::valid_until(kind, context, submission)?;
    let same = current.is_some_and(|c| c.hash == submission.hash && c.stage == stage);
    // Looked at again and found to be right still: that renews it, and does what recurs (law 12).
    let renews = current.is_some_and(|c| valid_until > c.valid_until) || duties::is_proved_by(funnel, project, &artefact);
    if same && !renews {
        return Err(Rejection::NothingChanged { artefact });
    }
    let revision = current.map_or(1, |c| c.number + 1);
    let flag = early::contract(project, context, kind, revision, submission)?;
    let ran_out = expiries::unnoted(funnel, project, context, kind);
    let submitted = Event::RevisionSubmitted {
        revision,
        hash: submission.hash,
        stage,
        answers,
        files,
        authors: submission.authors.clone(),
        changed_fields: submission.changed_fields.clone(),
        files_changed: submission.files_changed,
        review_due: context.calendar.after_working_days(context.now.today, kind.review_days),
        valid_until,
        signed_on: submission.signed_on.filter(|_| kind.contract.is_some()),
        artefact,
    };
    Ok(ran_out.into_iter().chain([submitted]).chain(flag).collect())
}

/// Whether a revision has the parts that its kind asks for, and no others.
fn complete(kind: &ArtefactKind, answers: Option<&TextRef>, files: &[FileRef]) -> Result<(), Rejection> {
    let artefact = kind.key.clone();
    if kind.has_form != answers.is_some() {
        return Err(if kind.has_form { Rejection::FormNeeded { artefact } } else { Rejection::NoForm { artefact } });
    }
    let at_most = kind.files.as_ref().map_or(0, |policy| policy.at_most);
    if files.len() > usize::from(at_most).min(limits::FILES_PER_REVISION) {
        return Err(Rejection::TooManyFiles { artefact, at_most });
    }
    let Some(policy) = &kind.files else { return Ok(()) };
    if policy.required && files.is_empty() {
        return Err(Rejection::FileNeeded { artefact });
    }
    match files.iter().find(|file| !policy.media_types.contains(&file.media_type)) {
        Some(file) => Err(Rejection::FileTypeNotAllowed {
            artefact,
            media_type: file.media_type.clone(),
            allowed: policy.media_types.clone(),
        }),
        None => Ok(()),
    }
}
