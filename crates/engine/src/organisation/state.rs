//! The state of an organisation, and the only place where it changes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use time::Date;

use super::agreement::{Agreement, Agreements};
use super::delegation::{Delegation, Delegations};
use super::event::{OrganisationEvent, OrganisationRecorded};
use super::evidence::{
    EvidenceId, EvidenceJudgement, EvidenceRevision, EvidenceStanding, ImprovementPlan, OrganisationEvidence,
};
use super::settings::Settings;
use crate::consultation::{Consultation, ConsultationEvent, Consultations, Exhibit};
use crate::fold::FoldError;
use crate::ids::{OrganisationId, SupplierKey};
use crate::moment::Moment;
use crate::text::TextRef;

/// The state of an organisation: what it settled, keeps and agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// Which.
    pub id: OrganisationId,
    /// Its settings.
    pub settings: Settings,
    /// What its suppliers are called.
    pub suppliers: BTreeMap<SupplierKey, TextRef>,
    /// Who answers for whom while somebody is away (law 7).
    pub delegations: Delegations,
    /// Its evidence.
    pub evidence: BTreeMap<EvidenceId, OrganisationEvidence>,
    /// The board's plans for gaps (law 3).
    pub plans: BTreeMap<EvidenceId, ImprovementPlan>,
    /// What its bodies only want to be informed of (law 8).
    pub agreements: Agreements,
    /// What its bodies were asked about funnels and evidence.
    pub consultations: Consultations,
    /// Position of the last event; 0 when there was none.
    pub sequence: u64,
    /// When the last event happened.
    pub last: Option<Moment>,
}

impl Organisation {
    /// An organisation in which nothing happened yet.
    #[must_use]
    pub fn new(id: OrganisationId) -> Self {
        Self {
            id,
            settings: Settings::default(),
            suppliers: BTreeMap::new(),
            delegations: Delegations::default(),
            evidence: BTreeMap::new(),
            plans: BTreeMap::new(),
            agreements: Agreements::default(),
            consultations: Consultations::default(),
            sequence: 0,
            last: None,
        }
    }

    /// Folds a whole log.
    ///
    /// # Errors
    /// [`FoldError`] when an event does not follow the one before it.
    pub fn fold<'a>(id: OrganisationId, log: impl IntoIterator<Item = &'a OrganisationRecorded>) -> Result<Self, FoldError> {
        let mut organisation = Self::new(id);
        for recorded in log {
            organisation.apply(recorded)?;
        }
        Ok(organisation)
    }

    /// Takes the next event of the log into the state.
    ///
    /// # Errors
    /// [`FoldError::OutOfPlace`] when the event does not follow the last one.
    pub fn apply(&mut self, recorded: &OrganisationRecorded) -> Result<(), FoldError> {
        if recorded.sequence != self.sequence + 1 {
            return Err(FoldError::OutOfPlace(recorded.sequence));
        }
        self.change(recorded)?;
        self.delegations.forget(recorded.at.today);
        self.sequence = recorded.sequence;
        self.last = Some(recorded.at);
        Ok(())
    }

    fn change(&mut self, recorded: &OrganisationRecorded) -> Result<(), FoldError> {
        let out_of_place = || FoldError::OutOfPlace(recorded.sequence);
        match &recorded.event {
            OrganisationEvent::EvidenceDefined { kind } => {
                self.settings.evidence.insert(kind.key.clone(), kind.clone());
            }
            OrganisationEvent::BoardSet { party } => self.settings.board = Some(party.clone()),
            OrganisationEvent::BodySet { body, rules } => {
                self.settings.bodies.insert(body.clone(), rules.clone());
            }
            OrganisationEvent::SupplierNamed { supplier, name } => {
                self.suppliers.insert(supplier.clone(), *name);
            }
            OrganisationEvent::Delegated { delegation, party, from, to, first, last } => {
                self.delegations.last = *delegation;
                let given = Delegation { party: party.clone(), from: *from, to: *to, first: *first, last: *last };
                self.delegations.standing.insert(*delegation, given);
            }
            OrganisationEvent::DelegationEnded { delegation } => {
                self.delegations.standing.remove(delegation).ok_or_else(out_of_place)?;
            }
            OrganisationEvent::EvidenceSubmitted { evidence, revision, hash, text, files, valid_until, authors } => {
                let current = EvidenceRevision {
                    number: *revision,
                    hash: *hash,
                    text: *text,
                    files: files.clone(),
                    valid_until: *valid_until,
                    authors: authors.clone(),
                    at: recorded.at,
                };
                let earlier = self.evidence.remove(evidence);
                let (judgement, changes) = earlier.map_or((None, 0), |e| (e.judgement, e.changes));
                let next = OrganisationEvidence { current, judgement, changes: changes + 1, expiry_noted: false };
                self.evidence.insert(evidence.clone(), next);
            }
            OrganisationEvent::EvidenceJudged { .. } => self.judge(recorded).ok_or_else(out_of_place)?,
            OrganisationEvent::PlanAdopted { evidence, plan, due, .. } => {
                let plan = ImprovementPlan { plan: *plan, due: *due, adopted: recorded.at };
                self.plans.insert(evidence.clone(), plan);
            }
            OrganisationEvent::Agreed { agreement, body, when, text, counted: _ } => {
                self.agreements.last = *agreement;
                let agreed = Agreement { body: body.clone(), when: when.clone(), text: *text, since: recorded.at };
                self.agreements.standing.insert(*agreement, agreed);
            }
            OrganisationEvent::AgreementRevoked { agreement, reason: _ } => {
                self.agreements.standing.remove(agreement).ok_or_else(out_of_place)?;
            }
            OrganisationEvent::Consultation { consultation, event } => {
                self.consultations.apply(*consultation, event, recorded.at, recorded.sequence)?;
                if let ConsultationEvent::Opened { .. } = event
                    && let Some(opened) = self.consultations.standing.get_mut(consultation)
                {
                    opened.asked_by = recorded.by.person();
                }
            }
            OrganisationEvent::ExpiryNoted { evidence, valid_until: _ } => {
                let known = self.evidence.get_mut(evidence).ok_or_else(out_of_place)?;
                known.expiry_noted = true;
                // It runs out by itself, with no event of its own: projects that noted every change so far hear of that too.
                known.changes += 1;
            }
        }
        Ok(())
    }

    fn judge(&mut self, recorded: &OrganisationRecorded) -> Option<()> {
        let OrganisationEvent::EvidenceJudged {
            evidence,
            revision,
            hash: _,
            sufficient,
            proof,
            motivation,
            valid_until,
            party: _,
            counted,
        } = &recorded.event
        else {
            return None;
        };
        let known = self.evidence.get_mut(evidence)?;
        known.judgement = Some(EvidenceJudgement {
            revision: *revision,
            sufficient: *sufficient,
            proof: *proof,
            motivation: *motivation,
            by: recorded.by.person()?,
            at: recorded.at.at,
            valid_until: *valid_until,
            counted: *counted,
        });
        known.changes += 1;
        known.expiry_noted = false;
        if *sufficient {
            self.plans.remove(evidence);
        }
        Some(())
    }

    /// Whether projects can rest on this evidence on this day.
    #[must_use]
    pub fn standing(&self, evidence: &EvidenceId, today: Date) -> EvidenceStanding {
        self.evidence.get(evidence).map_or(EvidenceStanding::Missing, |known| known.standing(today))
    }

    /// The board's plan for this evidence, while its date has not passed.
    #[must_use]
    pub fn plan_in_force(&self, evidence: &EvidenceId, today: Date) -> Option<&ImprovementPlan> {
        self.plans.get(evidence).filter(|plan| plan.due >= today)
    }

    /// The consultations about this that are not settled: what they are about waits for them (law 8).
    pub fn consulted_about<'a>(&'a self, exhibit: &'a Exhibit) -> impl Iterator<Item = (u32, &'a Consultation)> {
        self.consultations
            .standing
            .iter()
            .filter(|(_, known)| known.exhibits.contains(exhibit))
            .map(|(n, known)| (*n, known))
    }
}
