//! The only way an organisation changes.

use std::sync::Arc;

use engine::{About, Context, Hash, Organisation, OrganisationCommand, PartyKey, Submission};

use super::evidence;
use super::growing::{self, Growing};
use super::row;
use crate::canonical;
use crate::command::{IdempotencyKey, Principal};
use crate::config::StoreConfig;
use crate::error::Error;
use crate::execute::put_beside;
use crate::funnels::definition;
use crate::hot::NewContent;
use crate::log::not_before;
use crate::project_row::hash;
use crate::roster::{self, Roster};
use crate::scope::{Tx, unsigned};
use crate::store::{Inner, Store};
use crate::text::{Text, TextProblem};

/// A command on the organisation.
#[derive(Clone, Debug)]
pub struct OrganisationRequest {
    /// Names the request; one key serves one request of a person, on a project or on the organisation.
    pub key: IdempotencyKey,
    /// What is asked.
    pub command: OrganisationCommand<Text>,
}

/// What a request did to the organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrganisationReceipt {
    /// The first event it made; when it made none, one past `last_sequence`.
    pub first_sequence: u64,
    /// The organisation's last event after it.
    pub last_sequence: u64,
    /// Whether the request had been done before, and this is its receipt of then.
    pub replayed: bool,
}

impl Store {
    /// Does what `request` asks of the principal's organisation: all of it in one transaction, or nothing. Runs to its end
    /// even when the caller goes away.
    ///
    /// # Errors
    /// [`Error::Rejected`], for permission before anything else; [`Error::NotFound`] when the command names a party, a
    /// funnel version or an uploaded file that this organisation does not have; [`Error::KeyReused`].
    pub async fn execute_organisation(
        &self,
        principal: &Principal,
        request: OrganisationRequest,
    ) -> Result<OrganisationReceipt, Error> {
        let hash = request_hash(&request.command)?;
        let execution = Arc::new(Execution { principal: principal.clone(), request, hash });
        self.until_settled(principal.organisation, move |inner, tx| {
            let execution = Arc::clone(&execution);
            Box::pin(async move { execution.run(&inner, tx).await })
        })
        .await
    }
}

/// What makes two requests the same: the command with its plain texts.
fn request_hash(command: &OrganisationCommand<Text>) -> Result<Hash, Error> {
    let value = serde_json::json!({ "organisation": command });
    let text = canonical::json(&value).map_err(|error| TextProblem::Json(error.to_string()))?;
    Ok(canonical::sha256(&[text.as_bytes()]))
}

/// What surrounds a decision on the organisation.
pub(super) fn context<'a>(
    principal: &'a Principal,
    roster: &'a Roster,
    organisation: &'a Organisation,
    config: &'a StoreConfig,
    now: engine::Moment,
    submission: Option<&'a Submission>,
) -> Context<'a> {
    Context {
        actor: &principal.actor,
        on_behalf_of: None,
        now,
        parties: &roster.members,
        organisation,
        calendar: &config.calendar,
        migrate_to: None,
        submission,
    }
}

/// One request, checked at the door.
struct Execution {
    principal: Principal,
    request: OrganisationRequest,
    hash: Hash,
}

impl Execution {
    async fn run(&self, inner: &Inner, tx: &Tx<'_>) -> Result<OrganisationReceipt, Error> {
        let version = row::hold(tx).await?;
        if let Some(receipt) = self.earlier_receipt(tx).await? {
            return Ok(receipt);
        }
        let roster = roster::at(inner, tx, version).await?;
        let principal = roster.current(&self.principal)?;
        let organisation = &roster.organisation;
        let head = row::head(tx, organisation).await?;
        let now = inner.config.clock.now();
        let now = organisation.last.map_or(now, |last| not_before(now, last));

        let mut contents = Vec::new();
        let command = self.request.command.clone().map_text(|text| put_beside(inner, text.into_string(), &mut contents));
        let parties = parties(&command);
        let asked_about = match &command {
            OrganisationCommand::Consult { about: About::Funnel(version), .. } => Some(*version),
            _ => None,
        };
        let prepared = evidence::prepare(tx, &principal, organisation, command, &mut contents).await?;
        let context = context(&principal, &roster, organisation, &inner.config, now, prepared.submission.as_ref());
        let events = engine::decide_organisation(organisation, &context, prepared.command)?;
        // The engine knows parties by their members, versions by their id and files by their hash; whether they exist is
        // known here.
        if !prepared.files_known || parties.iter().any(|party| !roster.parties.contains_key(party)) {
            return Err(Error::NotFound);
        }
        if let Some(version) = asked_about {
            definition(inner, tx, version).await?;
        }

        let before = organisation.sequence;
        let mut growing = Growing::new(organisation.clone(), head);
        growing.append(now, &principal.actor, events)?;
        let contents = if growing.links.is_empty() { Vec::new() } else { contents };
        growing::store(inner, tx, &growing, &contents, now).await?;
        let receipt = OrganisationReceipt {
            first_sequence: before + 1,
            last_sequence: growing.organisation.sequence,
            replayed: false,
        };
        self.keep_receipt(tx, &receipt, now).await?;
        Ok(receipt)
    }

    /// Receipts stand with those of projects, under the organisation's own id.
    async fn earlier_receipt(&self, tx: &Tx<'_>) -> Result<Option<OrganisationReceipt>, Error> {
        let sql = "SELECT hash, first_sequence, last_sequence FROM requests \
                   WHERE organisation_id = $1 AND principal = $2 AND key = $3";
        let values = [self.principal.key().into(), self.request.key.as_str().into()];
        let Some(row) = tx.row(sql, values).await? else { return Ok(None) };
        let stored: Vec<u8> = row.try_get_by_index(0)?;
        if hash("requests", tx.organisation(), &stored)? != self.hash {
            return Err(Error::KeyReused);
        }
        let (first, last): (i64, i64) = (row.try_get_by_index(1)?, row.try_get_by_index(2)?);
        let (first_sequence, last_sequence) = (unsigned(first), unsigned(last));
        Ok(Some(OrganisationReceipt { first_sequence, last_sequence, replayed: true }))
    }

    async fn keep_receipt(&self, tx: &Tx<'_>, receipt: &OrganisationReceipt, now: engine::Moment) -> Result<(), Error> {
        let sql = "INSERT INTO requests \
                   (organisation_id, principal, key, hash, project_id, first_sequence, last_sequence, at) \
                   VALUES ($1, $2, $3, $4, $1, $5, $6, $7)";
        let values = [
            self.principal.key().into(),
            self.request.key.as_str().into(),
            self.hash.0.to_vec().into(),
            crate::scope::signed(receipt.first_sequence).into(),
            crate::scope::signed(receipt.last_sequence).into(),
            now.at.0.into(),
        ];
        tx.execute(sql, values).await.map(|_| ())
    }
}

/// The parties that a command names for others to rely on.
fn parties(command: &OrganisationCommand) -> Vec<PartyKey> {
    match command {
        OrganisationCommand::DefineEvidence { kind } => kind.submitted_by.iter().chain([&kind.judged_by]).cloned().collect(),
        OrganisationCommand::SetBoard { party } => vec![party.clone()],
        OrganisationCommand::SetBody { body, rules } => [body].into_iter().chain(&rules.coached_by).cloned().collect(),
        _ => Vec::new(),
    }
}

/// Contents that a command put beside the log, without the one that stands there already.
pub(super) fn without(contents: &mut Vec<NewContent>, id: engine::ContentId) {
    contents.retain(|content| content.id != id);
}
