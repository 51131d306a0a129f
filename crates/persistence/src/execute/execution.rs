//! One request to a project, from its row to the log.

use std::sync::Arc;

use engine::{
    ArtefactKey, Command, ContentId, Event, Hash, PersonId, ProjectId, Rejection, Seen, Stage, TextRef, Timestamp,
};
use uuid::Uuid;

use super::receipts::{new_receipt, stored_receipt};
use super::start::put_beside;
use crate::command::{Acted, IdempotencyKey, Principal, Receipt};
use crate::drafts::Place;
use crate::error::Error;
use crate::funnels::definition as funnel_version;
use crate::hot::{self, LoadedRow, NewContent};
use crate::log::{Beside, Growing, Surroundings, not_before, store};
use crate::organisations::Known;
use crate::project_row::Opened;
use crate::projects::ProjectView;
use crate::roster::{self, PersonView};
use crate::scope::{Tx, unsigned};
use crate::store::Inner;
use crate::submission::{self, Answers, Parts, Prepared};
use crate::text::{Limit, Text};

/// A command whose form answers were parsed.
pub(super) struct Checked {
    command: Command<Text>,
    answers: Option<Answers>,
}

impl Checked {
    pub(super) fn new(command: Command<Text>) -> Result<Self, Error> {
        Ok(Self { answers: Answers::of(&command)?, command })
    }
}

/// What is asked: a command, or to submit what lies in the draft.
pub(super) enum Asked {
    Command(Checked),
    Draft { artefact: ArtefactKey, stage: Stage, version: u32 },
}

/// One request, checked at the door.
pub(super) struct Execution {
    pub principal: Principal,
    pub project: ProjectId,
    pub key: IdempotencyKey,
    pub seen: Seen,
    pub asked: Asked,
    pub hash: Hash,
}

impl Execution {
    pub(super) async fn run(&self, inner: &Inner, tx: &Tx<'_>) -> Result<Acted, Error> {
        let done = |receipt| Acted { receipt, project: None };
        let row = self.load(tx).await?;
        if let Some(receipt) = self.done_before(inner, tx, &row).await? {
            return Ok(done(receipt));
        }
        match self.decide(inner, tx, &row).await {
            // On PostgreSQL the same request may have succeeded while this one waited for the row. Then what it asked is
            // done, and the refusal only says that it cannot be done twice.
            Err(refused @ (Error::Rejected(_) | Error::Conflict(_) | Error::Form(_) | Error::DraftChanged(_)))
                if tx.is_postgres() =>
            {
                let row = self.load(tx).await?;
                self.done_before(inner, tx, &row).await?.map(done).ok_or(refused)
            }
            done => done,
        }
    }

    async fn load(&self, tx: &Tx<'_>) -> Result<LoadedRow, Error> {
        let owner = self.key.owner(&self.principal);
        hot::load(tx, self.project, owner, self.key.as_str()).await?.ok_or(Error::NotFound)
    }

    /// The receipt of the same request, when it was done before. What a meeting decided may have been entered by somebody
    /// else: then only who may enter it too is told so.
    async fn done_before(&self, inner: &Inner, tx: &Tx<'_>, row: &LoadedRow) -> Result<Option<Receipt>, Error> {
        if self.key.is_of_meeting() && row.request_hash.is_some() {
            self.may_enter(inner, tx, row).await?;
        }
        match stored_receipt(row, self.hash) {
            Err(Error::KeyReused) if self.key.is_of_meeting() => Err(self.entered_by(inner, tx, row).await?),
            stored => stored,
        }
    }

    /// Refuses whoever may not see the project, or may not act on it so.
    async fn may_enter(&self, inner: &Inner, tx: &Tx<'_>, row: &LoadedRow) -> Result<(), Error> {
        let roster = roster::at(inner, tx, row.roster_version).await?;
        let principal = roster.current(&self.principal)?;
        let opened = Opened::from_row(tx, self.project, row).await?;
        let now = not_before(inner.config.clock.now(), opened.project.last);
        if !roster.may_see(&principal, &opened.project, now.today) {
            return Err(Error::NotFound);
        }
        let Asked::Command(Checked { command, .. }) = &self.asked else { return Ok(()) };
        let definition = funnel_version(inner, tx, opened.project.funnel).await?;
        let surroundings = Surroundings::of(&principal, &roster, &inner.config, &definition, now);
        // Who may act does not depend on what is said.
        let command = command.clone().map_text(|_| TextRef { id: ContentId(Uuid::nil()), hash: Hash([0; 32]) });
        Ok(engine::permit(&definition.funnel, &opened.project, &surroundings.context(None), &command)?)
    }

    /// Who entered what the meeting decided, and when.
    async fn entered_by(&self, inner: &Inner, tx: &Tx<'_>, row: &LoadedRow) -> Result<Error, Error> {
        let roster = roster::at(inner, tx, row.roster_version).await?;
        let sql = "SELECT person_id, at FROM events WHERE organisation_id = $1 AND project_id = $2 AND sequence = $3";
        let values = [row.request_project.unwrap_or(self.project.0).into(), row.first_sequence.into()];
        let event = tx.row(sql, values).await?.ok_or_else(|| Error::corrupt("requests", self.project))?;
        let (by, at): (Option<Uuid>, i64) = (event.try_get_by_index(0)?, event.try_get_by_index(1)?);
        let by = by.map(PersonId);
        let name = by.and_then(|by| roster.persons.get(&by)).map(|person| person.name.clone()).unwrap_or_default();
        Ok(Error::EnteredBefore { by, name, at: Timestamp(at) })
    }

    async fn decide(&self, inner: &Inner, tx: &Tx<'_>, row: &LoadedRow) -> Result<Acted, Error> {
        let roster = roster::at(inner, tx, row.roster_version).await?;
        let principal = roster.current(&self.principal)?;
        let opened = Opened::from_row(tx, self.project, row).await?;
        if !roster.may_see(&principal, &opened.project, inner.config.clock.now().today) {
            return Err(Error::NotFound);
        }
        let next = match &self.asked {
            Asked::Command(Checked { command: Command::MigrateProject { to, .. }, .. }) => {
                Some((*to, funnel_version(inner, tx, *to).await?))
            }
            _ => None,
        };
        let on_behalf_of = match &self.asked {
            Asked::Command(Checked { command: Command::OnBehalf { on_behalf, .. }, .. }) => {
                roster.persons.get(&on_behalf.person).map(PersonView::person)
            }
            _ => None,
        };
        let definition = funnel_version(inner, tx, opened.project.funnel).await?;
        let now = not_before(inner.config.clock.now(), opened.project.last);
        let surroundings = Surroundings {
            migrate_to: next.as_ref().map(|(version, definition)| (*version, &**definition)),
            on_behalf_of: on_behalf_of.as_ref(),
            ..Surroundings::of(&principal, &roster, &inner.config, &definition, now)
        };
        let from_draft;
        let checked = match &self.asked {
            Asked::Command(checked) => checked,
            Asked::Draft { artefact, stage, version } => {
                from_draft = self.draft(tx, &surroundings, &opened, artefact, *stage, *version).await?;
                &from_draft
            }
        };
        let (command, contents, prepared) = self.beside_the_log(inner, tx, &surroundings, &opened, checked).await?;
        let events = judge(&surroundings, &opened, command, &self.seen, prepared.as_ref())?;
        let before = opened.project.sequence;
        let known = Known::stored(&definition.funnel, &opened.project, row.seen);
        let contents = if events.is_empty() { Vec::new() } else { contents };
        let mut growing = Growing { project: Some(opened.project), head: opened.head, links: Vec::new() };
        growing.append(now, &principal.actor, events)?;
        let receipt = Receipt {
            project: self.project,
            first_sequence: before + 1,
            last_sequence: before + growing.links.len() as u64,
            replayed: false,
        };
        let beside = Beside {
            version: opened.version + 1,
            created_at: opened.created_at,
            title: "",
            contents: &contents,
            receipt: Some(new_receipt(&self.principal, &self.key, self.hash, &receipt)),
            known: Some(known),
        };
        store(tx, &surroundings, &growing, beside).await?;
        if let (Some(Prepared { draft: true, .. }), Command::SubmitRevision { artefact, .. }) = (&prepared, &checked.command)
        {
            let sql = "DELETE FROM drafts WHERE organisation_id = $1 AND project_id = $2 AND artefact = $3";
            tx.execute(sql, [self.project.0.into(), artefact.as_str().into()]).await?;
        }
        // After a migration the project is shown under its new version.
        let now_on = growing.project.as_ref().map(|project| project.funnel);
        let shown = next.as_ref().filter(|(version, _)| now_on == Some(*version)).map_or(&definition, |(_, next)| next);
        let project = growing.project.map(|state| ProjectView {
            version: unsigned(row.version + 1),
            state,
            title: row.title.clone(),
            summary: None,
            created_at: Timestamp(row.created_at),
            updated_at: now.at,
            definition: Arc::clone(shown),
            roster: Arc::clone(&roster),
        });
        Ok(Acted { receipt, project })
    }

    /// The command that submits the draft; permission comes before what the draft holds.
    async fn draft(
        &self,
        tx: &Tx<'_>,
        surroundings: &Surroundings<'_>,
        opened: &Opened,
        artefact: &ArtefactKey,
        stage: Stage,
        version: u32,
    ) -> Result<Checked, Error> {
        let submit = |answers, files| Command::SubmitRevision { artefact: artefact.clone(), stage, answers, files };
        let context = surroundings.context(None);
        engine::permit(&surroundings.definition.funnel, &opened.project, &context, &submit(None, Vec::new()))?;
        let place = Place { principal: self.principal.clone(), project: self.project, artefact: artefact.clone() };
        let draft = place.seen(tx, version).await?;
        let draft = draft.ok_or_else(|| Rejection::NothingSubmitted { artefact: artefact.clone() })?;
        let answers = draft.answers.map(|text| Text::parse(&text, Limit::Answers)).transpose()?;
        let files = submission::files(tx, self.project, artefact, &draft.files).await?;
        Checked::new(Command::SubmitRevision { artefact: artefact.clone(), stage, answers, files })
    }

    /// Puts the command's texts beside the log and computes what a submission consists of.
    async fn beside_the_log(
        &self,
        inner: &Inner,
        tx: &Tx<'_>,
        surroundings: &Surroundings<'_>,
        opened: &Opened,
        checked: &Checked,
    ) -> Result<(Command, Vec<NewContent>, Option<Prepared>), Error> {
        let mut contents = Vec::new();
        let command = checked.command.clone().map_text(|text| {
            // The answers of a form are kept in canonical form, so that the same answers are the same bytes.
            let body = checked.answers.as_ref().map_or_else(|| text.into_string(), |answers| answers.canonical.clone());
            put_beside(inner, body, &mut contents)
        });
        let Command::SubmitRevision { artefact, stage, answers: fresh, files } = command else {
            return Ok((command, contents, None));
        };
        let parts = Parts { artefact: &artefact, files: &files, by: surroundings.principal.person(), fresh };
        let prepared =
            submission::prepare(tx, surroundings.definition, &opened.project, checked.answers.as_ref(), &parts).await?;
        if prepared.reuse.is_some() {
            contents.clear();
        }
        let answers = prepared.reuse.or(fresh);
        Ok((Command::SubmitRevision { artefact, stage, answers, files }, contents, Some(prepared)))
    }
}

/// Permission first, then what the author saw, then every other rule, then the form.
fn judge(
    surroundings: &Surroundings<'_>,
    opened: &Opened,
    command: Command,
    seen: &Seen,
    prepared: Option<&Prepared>,
) -> Result<Vec<Event>, Error> {
    let (funnel, project) = (&surroundings.definition.funnel, &opened.project);
    let context = surroundings.context(prepared.map(|prepared| &prepared.submission));
    let conflict = engine::conflict(funnel, project, &context, &command, seen);
    let decided = engine::decide(funnel, project, &context, command);
    #[expect(clippy::match_same_arms, reason = "in the order of precedence: permission, conflict, every other refusal")]
    match (decided, conflict) {
        (Err(rejection @ Rejection::NotPermitted { .. }), _) => Err(rejection.into()),
        (_, Some(conflict)) => Err(Error::Conflict(conflict)),
        (Err(rejection), None) => Err(rejection.into()),
        (Ok(events), None) => match prepared {
            Some(prepared) if !prepared.problems.is_empty() => Err(Error::Form(prepared.problems.clone())),
            _ => Ok(events),
        },
    }
}
