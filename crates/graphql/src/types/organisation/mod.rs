//! The organisation: what it settled, keeps and agreed for all its projects.

mod agreed;
mod evidence;
mod timeline;
mod waiting;

use std::collections::BTreeSet;
use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use engine::{EvidenceId, OrganisationCommand, PartyKey, Submission};
use persistence::Roster;
use time::Date;

use self::agreed::{Agreement, Delegation};
use self::evidence::{Evidence, EvidenceKind};
use self::timeline::OrganisationEventConnection;
use self::waiting::OrganisationTask;
use crate::error::problem;
use crate::session::{Language, Session, session};
use crate::types::consultations::Consultation;
use crate::types::people::{Party, Person};
use crate::types::{int, page_request, page_weight, text};

/// Who and what an organisation is, at one moment; everything here is made from one.
#[derive(Clone)]
pub(crate) struct Own {
    pub roster: Arc<Roster>,
    pub language: Language,
}

impl Own {
    pub(crate) async fn of(session: &Session) -> Result<Self> {
        let roster = session.store.roster(session.principal.organisation).await.map_err(problem)?;
        Ok(Self { roster, language: session.language })
    }

    pub(crate) fn state(&self) -> &engine::Organisation {
        &self.roster.organisation
    }

    pub(crate) fn party(&self, key: &PartyKey) -> Party {
        let name = self.roster.parties.get(key).map(|party| match self.language {
            Language::Dutch => party.name_nl.clone(),
            Language::English => party.name_en.clone(),
        });
        Party { key: key.to_string(), name: name.unwrap_or_else(|| key.to_string()) }
    }

    pub(crate) fn person(&self, id: engine::PersonId) -> Person {
        Person::of(&self.roster, id)
    }

    /// Whether the engine would accept this of the viewer now.
    pub(crate) fn can(&self, session: &Session, command: OrganisationCommand) -> bool {
        // What a submission consists of is known when it is made; its author is who submits it.
        let submission = Submission {
            hash: engine::Hash([0; 32]),
            authors: session.principal.person().into_iter().collect(),
            changed_fields: BTreeSet::new(),
            files_changed: false,
            ends_on: None,
            signed_on: None,
        };
        let context = engine::Context {
            actor: &session.principal.actor,
            now: session.store.now(),
            parties: &self.roster.members,
            organisation: self.state(),
            on_behalf_of: None,
            calendar: session.store.calendar(),
            migrate_to: None,
            submission: Some(&submission),
        };
        engine::decide_organisation(self.state(), &context, command).is_ok()
    }
}

/// A care provider.
pub struct Organisation {
    name: String,
    own: Own,
}

impl Organisation {
    pub(crate) async fn of(session: &Session) -> Result<Self> {
        let view = session.store.organisation(session.principal.organisation).await.map_err(problem)?;
        Ok(Self { name: view.name, own: Own::of(session).await? })
    }
}

/// The rules of a body.
#[derive(SimpleObject)]
pub struct Body {
    /// Which body.
    body: Party,
    /// Working days it has at the least.
    term_days: i32,
    /// Calendar days of waiting after a deviating response.
    waiting_days: i32,
    /// The days on which it meets.
    meetings: Vec<Date>,
    /// Its holidays.
    recess: Vec<Period>,
    /// The party that supports it.
    coached_by: Option<Party>,
}

/// The first and the last day of a period.
#[derive(SimpleObject)]
pub struct Period {
    /// From this day on.
    first: Date,
    /// Until and with this day.
    last: Date,
}

/// A supplier.
pub struct Supplier {
    key: String,
    name: Option<engine::TextRef>,
}

#[Object]
impl Supplier {
    /// The name that projects and evidence use.
    async fn key(&self) -> &str {
        &self.key
    }

    /// What it is called; the key where nobody said, or it was erased.
    async fn name(&self, context: &Context<'_>) -> Result<String> {
        Ok(text(context, self.name).await?.unwrap_or_else(|| self.key.clone()))
    }
}

#[Object]
impl Organisation {
    /// Id.
    async fn id(&self) -> ID {
        ID(self.own.state().id.to_string())
    }

    /// Name.
    async fn name(&self) -> &str {
        &self.name
    }

    /// Its last event; grows with every change of what it settles, keeps and agrees.
    async fn version(&self) -> i32 {
        int(self.own.state().sequence)
    }

    /// The party that adopts improvement plans.
    async fn board(&self) -> Option<Party> {
        self.own.state().settings.board.as_ref().map(|party| self.own.party(party))
    }

    /// Every party of the organisation.
    #[graphql(complexity = "20 * child_complexity")]
    async fn parties(&self) -> Vec<Party> {
        self.own.roster.parties.keys().map(|key| self.own.party(key)).collect()
    }

    /// The rules of its bodies.
    #[graphql(complexity = "6 * child_complexity")]
    async fn bodies(&self) -> Vec<Body> {
        let one = |(body, rules): (&PartyKey, &engine::BodyRules)| Body {
            body: self.own.party(body),
            term_days: int(rules.term_days),
            waiting_days: int(rules.waiting_days),
            meetings: rules.meetings.iter().copied().collect(),
            recess: rules.recess.iter().map(|(first, last)| Period { first: *first, last: *last }).collect(),
            coached_by: rules.coached_by.as_ref().map(|party| self.own.party(party)),
        };
        self.own.state().settings.bodies.iter().map(one).collect()
    }

    /// The kinds of evidence that it keeps.
    #[graphql(complexity = "10 * child_complexity")]
    async fn evidence_kinds(&self) -> Vec<EvidenceKind> {
        self.own.state().settings.evidence.values().map(|kind| EvidenceKind::of(&self.own, kind)).collect()
    }

    /// The kinds that criteria of its funnels rest on and that it does not keep yet.
    #[graphql(complexity = "10 * child_complexity")]
    async fn evidence_kinds_wanted(&self, context: &Context<'_>) -> Result<Vec<EvidenceKind>> {
        let session = session(context)?;
        let funnels = session.store.funnels(session.principal.organisation).await.map_err(problem)?;
        let mut known: BTreeSet<_> = self.own.state().settings.evidence.keys().cloned().collect();
        let declared = funnels.iter().flat_map(|item| &item.definition.funnel.evidence);
        let wanted = declared.filter(|kind| known.insert(kind.key.clone()));
        Ok(wanted.map(|kind| EvidenceKind::of(&self.own, kind)).collect())
    }

    /// Its evidence and that of its suppliers, also what is missing.
    #[graphql(complexity = "15 * child_complexity")]
    async fn evidence(&self) -> Vec<Evidence> {
        self.ids().into_iter().map(|id| Evidence::new(&self.own, id)).collect()
    }

    /// Evidence of one kind, of a supplier where each has its own; null when it keeps no such evidence.
    async fn evidence_of(&self, kind: String, supplier: Option<String>) -> Option<Evidence> {
        let id = self
            .ids()
            .into_iter()
            .find(|id| id.kind.as_str() == kind && id.supplier.as_ref().map(ToString::to_string) == supplier)?;
        Some(Evidence::new(&self.own, id))
    }

    /// Its suppliers by key.
    #[graphql(complexity = "10 * child_complexity")]
    async fn suppliers(&self) -> Vec<Supplier> {
        let named = self.own.state().suppliers.iter();
        named.map(|(key, name)| Supplier { key: key.to_string(), name: Some(*name) }).collect()
    }

    /// What its bodies only want to be informed of.
    #[graphql(complexity = "4 * child_complexity")]
    async fn agreements(&self) -> Vec<Agreement> {
        Agreement::all(&self.own)
    }

    /// Who answers for whom while somebody is away.
    #[graphql(complexity = "6 * child_complexity")]
    async fn delegations(&self) -> Vec<Delegation> {
        Delegation::all(&self.own)
    }

    /// What its bodies were asked about funnels and evidence, as far as it still matters; newest first.
    #[graphql(complexity = "4 * child_complexity")]
    async fn consultations(&self) -> Vec<Consultation> {
        Consultation::of_organisation(&self.own)
    }

    /// What waits in the organisation itself, the earliest date first.
    #[graphql(complexity = "10 * child_complexity")]
    async fn tasks(&self, context: &Context<'_>) -> Result<Vec<OrganisationTask>> {
        OrganisationTask::all(&self.own, session(context)?).await
    }

    /// What happened, newest first.
    #[graphql(complexity = "page_weight(first, child_complexity)")]
    async fn timeline(
        &self,
        context: &Context<'_>,
        #[graphql(default = 30)] first: i32,
        after: Option<String>,
    ) -> Result<OrganisationEventConnection> {
        let request = page_request(first, after.as_deref())?;
        OrganisationEventConnection::load(&self.own, session(context)?, &request).await
    }

    /// Whether the viewer may settle things: kinds of evidence, the board, bodies, suppliers, and asking bodies.
    async fn viewer_can_configure(&self, context: &Context<'_>) -> Result<bool> {
        let Some(party) = self.own.roster.parties.keys().next().cloned() else { return Ok(false) };
        Ok(self.own.can(session(context)?, OrganisationCommand::SetBoard { party }))
    }

    /// The bodies for which the viewer may agree to be only informed.
    async fn viewer_can_agree_for(&self, context: &Context<'_>) -> Result<Vec<Party>> {
        let session = session(context)?;
        let agrees = |body: &&PartyKey| {
            let (when, text) = (engine::When::Always, crate::types::project::some_text());
            self.own.can(session, OrganisationCommand::Agree { body: (*body).clone(), when, text })
        };
        Ok(self.own.roster.parties.keys().filter(agrees).map(|body| self.own.party(body)).collect())
    }
}

impl Organisation {
    /// Every evidence that it keeps or should have.
    fn ids(&self) -> BTreeSet<EvidenceId> {
        let state = self.own.state();
        let mut ids: BTreeSet<EvidenceId> = state.evidence.keys().cloned().collect();
        for (kind, settings) in &state.settings.evidence {
            if settings.of_supplier {
                let of =
                    |supplier: &engine::SupplierKey| EvidenceId { kind: kind.clone(), supplier: Some(supplier.clone()) };
                ids.extend(state.suppliers.keys().map(of));
            } else {
                ids.insert(EvidenceId { kind: kind.clone(), supplier: None });
            }
        }
        ids
    }
}
