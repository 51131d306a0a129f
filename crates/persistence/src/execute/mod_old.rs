//! The only way a project changes.

use std::sync::Arc;

use engine::{
    ArtefactKey, Command, ContentId, Event, Hash, OrganisationId, PersonId, ProjectId, Rejection, Seen, Stage, StartProject,
    TextRef, Timestamp,
};
use serde::Serialize;
use uuid::Uuid;

use crate::canonical::{self, BEGINNING};
use crate::command::{Acted, IdempotencyKey, Principal, Receipt, Request, StartRequest, SubmitDraft};
use crate::drafts::Place;
use crate::error::Error;
use crate::funnels::definition as funnel_version;
use crate::hot::{self, LoadedRow, NewContent, NewReceipt};
use crate::log::{Beside, Growing, Surroundings, not_before, store};
use crate::organisations::Known;
use crate::project_row::{Opened, hash};
use crate::projects::ProjectView;
use crate::roster::{self, PersonView};
use crate::scope::{Tx, signed, unsigned};
use crate::store::{Inner, Store};
use crate::submission::{self, Answers, Parts, Prepared};
use crate::text::{Limit, Text};

/// Tries of a transaction that met another one.
const TRIES: usize = 4;

impl Store {
    /// Does what `request` asks of a project: all of it in one transaction, or nothing. Runs to its end even when the
    /// caller goes away.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a project that may not be seen; a refusal for permission wins over a conflict, a conflict
    /// over every other refusal, and the form's problems come last.
    pub async fn execute(&self, principal: &Principal, project: ProjectId, request: Request) -> Result<Receipt, Error> {
        Ok(self.execute_and_show(principal, project, request).await?.receipt)
    }

    /// The same, and shows the project as the request left it: reading it again would cost as much as the request.
    ///
    /// # Errors
    /// As [`Store::execute`].
    pub async fn execute_and_show(
        &self,
        principal: &Principal,
        project: ProjectId,
        request: Request,
    ) -> Result<Acted, Error> {
        let hash = request_hash(Some(project), Some(&request.seen), &request.command)?;
        let Request { key, seen, command } = request;
        let asked = Asked::Command(Checked::new(command)?);
        self.run(Execution { principal: principal.clone(), project, key, seen, asked, hash }).await
    }

    /// Submits a draft as it stands, in one transaction; the draft is gone with it. As idempotent as
    /// [`Store::execute`], also after the draft is gone.
    ///
    /// # Errors
    /// As [`Store::execute`]; [`Error::DraftChanged`] when the draft is another version than the author saw.
    pub async fn submit_draft(
        &self,
        principal: &Principal,
        project: ProjectId,
        request: SubmitDraft,
    ) -> Result<Receipt, Error> {
        Ok(self.submit_draft_and_show(principal, project, request).await?.receipt)
    }

    /// The same, and shows the project as the submission left it.
    ///
    /// # Errors
    /// As [`Store::submit_draft`].
    pub async fn submit_draft_and_show(
        &self,
        principal: &Principal,
        project: ProjectId,
        request: SubmitDraft,
    ) -> Result<Acted, Error> {
        let SubmitDraft { key, seen, artefact, stage, version } = request;
        let content = serde_json::json!({ "submit_draft": { "artefact": artefact, "stage": stage, "version": version } });
        let hash = request_hash(Some(project), Some(&seen), &content)?;
        let asked = Asked::Draft { artefact, stage, version };
        self.run(Execution { principal: principal.clone(), project, key, seen, asked, hash }).await
    }

    async fn run(&self, execution: Execution) -> Result<Acted, Error> {
        let organisation = execution.principal.organisation;
        let work = Arc::new(execution);
        let acted = self
            .until_settled(organisation, move |inner, tx| {
                let work = Arc::clone(&work);
                Box::pin(async move { work.run(&inner, tx).await })
            })
            .await?;
        self.announce(organisation, acted.receipt);
        Ok(acted)
    }

    /// Starts a project; its id is made here and stands in the receipt.
    ///
    /// # Errors
    /// As [`Store::execute`]; [`Error::NotFound`] when the funnel version, the lead or who sees to what is missing is unknown.
    pub async fn start(&self, principal: &Principal, request: StartRequest) -> Result<Receipt, Error> {
        let hash = request_hash(None, None, &request.command)?;
        let work = Arc::new((principal.clone(), request, hash));
        let receipt = self
            .until_settled(principal.organisation, move |inner, tx| {
                let work = Arc::clone(&work);
                Box::pin(async move { start(&inner, tx, &work.0, &work.1, work.2).await })
            })
            .await?;
        Ok(self.announce(principal.organisation, receipt))
    }

    /// Tries again while two transactions met at the same row; the second then sees what the first did.
    pub(crate) async fn until_settled<T, F>(&self, organisation: OrganisationId, body: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: for<'a> Fn(Arc<Inner>, &'a Tx<'a>) -> crate::scope::Work<'a, T> + Send + Sync + 'static,
    {
        let body = Arc::new(body);
        let mut tries = TRIES;
        loop {
            let (inner, body) = (Arc::clone(&self.inner), Arc::clone(&body));
            let done = self.write(organisation, move |tx| body(inner, tx)).await;
            tries -= 1;
            match done {
                Err(error) if error.is_race() && tries > 0 => {}
                done => return done,
            }
        }
    }

    fn announce(&self, organisation: OrganisationId, receipt: Receipt) -> Receipt {
        if !receipt.replayed && receipt.first_sequence <= receipt.last_sequence {
            self.changed(organisation, receipt.project, receipt.last_sequence);
        }
        receipt
    }
}

/// What makes two requests the same: project, what was seen, and the command with its plain texts.
fn request_hash(project: Option<ProjectId>, seen: Option<&Seen>, command: &impl Serialize) -> Result<Hash, Error> {
    let value = serde_json::json!({ "project": project, "seen": seen, "command": command });
    let text = canonical::json(&value).map_err(|error| crate::text::TextProblem::Json(error.to_string()))?;
    Ok(canonical::sha256(&[text.as_bytes()]))
}

/// A command whose form answers were parsed.
struct Checked {
    command: Command<Text>,
    answers: Option<Answers>,
}

impl Checked {
    fn new(command: Command<Text>) -> Result<Self, Error> {
        Ok(Self { answers: Answers::of(&command)?, command })
    }
}

/// What is asked: a command, or to submit what lies in the draft.
enum Asked {
    Command(Checked),
    Draft { artefact: ArtefactKey, stage: Stage, version: u32 },
}

/// One request, checked at the door.
struct Execution {
    principal: Principal,
    project: ProjectId,
    key: IdempotencyKey,
    seen: Seen,
    asked: Asked,
    hash: Hash,
}

impl Execution {
    async fn run(&self, inner: &Inner, tx: &Tx<'_>) -> Result<Acted, Error> {
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
        let surroundings = Surroundings {
            principal: &principal,
            roster: &roster,
            calendar: &inner.config.calendar,
            definition: &definition,
            migrate_to: None,
            on_behalf_of: None,
            now,
        };
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
            principal: &principal,
            roster: &roster,
            calendar: &inner.config.calendar,
            definition: &definition,
            migrate_to: next.as_ref().map(|(version, definition)| (*version, &**definition)),
            on_behalf_of: on_behalf_of.as_ref(),
            now,
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

async fn start(
    inner: &Inner,
    tx: &Tx<'_>,
    principal: &Principal,
    request: &StartRequest,
    hash: Hash,
) -> Result<Receipt, Error> {
    if let Some(receipt) = earlier_receipt(tx, principal, &request.key, hash).await? {
        return Ok(receipt);
    }
    let roster = roster::now(inner, tx).await?;
    let principal = roster.current(principal)?;
    let definition = funnel_version(inner, tx, request.command.funnel).await?;
    let surroundings = Surroundings {
        principal: &principal,
        roster: &roster,
        calendar: &inner.config.calendar,
        definition: &definition,
        migrate_to: None,
        on_behalf_of: None,
        now: inner.config.clock.now(),
    };
    let id = ProjectId(inner.new_id());
    let now = surroundings.now;
    let (events, contents) = starting(inner, tx.organisation(), &surroundings, id, &request.command)?;
    let mut growing = Growing { project: None, head: BEGINNING, links: Vec::new() };
    growing.append(now, &principal.actor, events)?;
    let receipt = Receipt { project: id, first_sequence: 1, last_sequence: growing.links.len() as u64, replayed: false };
    let beside = Beside {
        version: 1,
        created_at: now.at.0,
        title: request.command.title.as_str(),
        contents: &contents,
        receipt: Some(new_receipt(&principal, &request.key, hash, &receipt)),
        known: None,
    };
    store(tx, &surroundings, &growing, beside).await?;
    Ok(receipt)
}

/// What happens when a project starts, with its texts beside the log; nothing is written yet.
pub(crate) fn starting(
    inner: &Inner,
    organisation: OrganisationId,
    surroundings: &Surroundings<'_>,
    id: ProjectId,
    command: &StartProject<Text>,
) -> Result<(Vec<Event>, Vec<NewContent>), Error> {
    let owner = command.bring_in.as_ref().map(|given| &given.owner);
    if [Some(&command.lead), owner].into_iter().flatten().any(|person| !surroundings.roster.persons.contains_key(person)) {
        return Err(Error::NotFound);
    }
    let mut contents = Vec::new();
    let command: StartProject = command.clone().map_text(|text| put_beside(inner, text.into_string(), &mut contents));
    let funnel = &surroundings.definition.funnel;
    Ok((engine::start(funnel, &surroundings.context(None), organisation, id, &command)?, contents))
}

/// Salts and hashes a text; the log gets the reference alone.
pub(crate) fn put_beside(inner: &Inner, body: String, contents: &mut Vec<NewContent>) -> TextRef {
    let (id, salt) = (ContentId(inner.new_id()), inner.random::<16>());
    let hash = canonical::sha256(&[&salt, body.as_bytes()]);
    contents.push(NewContent { id, salt, body });
    TextRef { id, hash }
}

fn new_receipt<'a>(principal: &Principal, key: &'a IdempotencyKey, hash: Hash, receipt: &Receipt) -> NewReceipt<'a> {
    NewReceipt {
        principal: key.owner(principal),
        key: key.as_str(),
        hash,
        first_sequence: receipt.first_sequence,
        last_sequence: receipt.last_sequence,
    }
}

/// The receipt that came with the row, if the key was used before.
fn stored_receipt(row: &LoadedRow, asked: Hash) -> Result<Option<Receipt>, Error> {
    let (Some(stored), Some(project), Some(first), Some(last)) =
        (&row.request_hash, row.request_project, row.first_sequence, row.last_sequence)
    else {
        return Ok(None);
    };
    if hash("requests", project, stored)? != asked {
        return Err(Error::KeyReused);
    }
    let (first_sequence, last_sequence) = (unsigned(first), unsigned(last));
    Ok(Some(Receipt { project: ProjectId(project), first_sequence, last_sequence, replayed: true }))
}

async fn earlier_receipt(
    tx: &Tx<'_>,
    principal: &Principal,
    key: &IdempotencyKey,
    asked: Hash,
) -> Result<Option<Receipt>, Error> {
    let sql = "SELECT hash, project_id, first_sequence, last_sequence FROM requests \
               WHERE organisation_id = $1 AND principal = $2 AND key = $3";
    let Some(row) = tx.row(sql, [principal.key().into(), key.as_str().into()]).await? else { return Ok(None) };
    let (stored, project): (Vec<u8>, Uuid) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
    if hash("requests", project, &stored)? != asked {
        return Err(Error::KeyReused);
    }
    let (first, last): (i64, i64) = (row.try_get_by_index(2)?, row.try_get_by_index(3)?);
    let (first_sequence, last_sequence) = (unsigned(first), unsigned(last));
    Ok(Some(Receipt { project: ProjectId(project), first_sequence, last_sequence, replayed: true }))
}

/// Days that a receipt is kept.
const RECEIPT_DAYS: i64 = 30;

impl Store {
    /// Forgets what has no more use, in all organisations: sessions that ended, and receipts older than 30 days. Gives the
    /// number of rows.
    ///
    /// # Errors
    /// [`Error::Database`]; what was forgotten before stays so.
    pub async fn forget_old(&self) -> Result<u64, Error> {
        let mut forgotten = self.forget_old_sessions().await?;
        for organisation in self.organisations().await? {
            forgotten += self.forget_old_requests(organisation.id).await?;
        }
        Ok(forgotten)
    }

    /// Forgets the receipts of an organisation that are older than 30 days. Gives their number.
    ///
    /// # Errors
    /// [`Error::Database`].
    async fn forget_old_requests(&self, organisation: OrganisationId) -> Result<u64, Error> {
        let before = self.now().at.0 - RECEIPT_DAYS * 24 * 3_600 * 1_000_000;
        self.write(organisation, move |tx| {
            let sql = "DELETE FROM requests WHERE organisation_id = $1 AND at < $2";
            Box::pin(async move { tx.execute(sql, [signed(unsigned(before)).into()]).await })
        })
        .await
    }
}
