//! What was done too early (law 6): a contract signed before the party that has to judge said yes, and work that began before
//! its gate. Neither is refused, because it happened; both are flagged for good.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use time::Date;

use crate::command::Answer;
use crate::context::{Context, Submission};
use crate::event::{Event, Recorded};
use crate::fold::FoldError;
use crate::funnel::{ArtefactKind, Contract, Funnel};
use crate::ids::{ArtefactKey, CriterionKey, PartyKey, PersonId, PhaseKey};
use crate::permission::Need;
use crate::project::Project;
use crate::readiness::{Blocker, Check, CheckState, CheckSubject};
use crate::rejection::Rejection;
use crate::text::TextRef;

/// What was done too early, and what is needed to see it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Early {
    /// When a party first answered *met*, for the criteria that come before a contract.
    pub first_met: BTreeMap<CriterionKey, BTreeMap<PartyKey, Date>>,
    /// Contracts signed before that; these stay.
    pub contracts: BTreeMap<ArtefactKey, SignedEarly>,
    /// Phases whose work began before their gate was passed; these stay.
    pub work: BTreeMap<PhaseKey, BegunEarly>,
}

/// A contract that was signed too early.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedEarly {
    /// Which revision said so.
    pub revision: u32,
    /// When it was signed.
    pub signed_on: Date,
    /// What comes first.
    pub criterion: CriterionKey,
    /// Whose answer.
    pub party: PartyKey,
    /// When that party first answered *met*, if it had by then.
    pub answered_on: Option<Date>,
}

/// Work that began too early.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BegunEarly {
    /// When it began.
    pub on: Date,
    /// Who said so.
    pub by: PersonId,
    /// What began.
    pub note: TextRef,
}

/// What happened with regard to the order of things.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum EarlyEvent {
    /// A party answered *met* for the first time on a criterion that comes before a contract.
    FirstMet {
        /// Which.
        criterion: CriterionKey,
        /// Who.
        party: PartyKey,
        /// When; the day of the meeting where the answer was recorded on somebody's behalf (law 14).
        on: Date,
    },
    /// A contract was signed before that.
    ContractSigned {
        /// Which.
        artefact: ArtefactKey,
        /// How.
        signed: SignedEarly,
    },
    /// Somebody reported when the work of a phase began.
    WorkBegan {
        /// Of which phase.
        phase: PhaseKey,
        /// When.
        on: Date,
        /// What began.
        note: TextRef,
        /// When the project came into that phase, if it had by then. Work that began before is flagged.
        entered: Option<Date>,
    },
}

impl Early {
    pub(crate) fn apply(&mut self, event: &EarlyEvent, recorded: &Recorded) -> Result<(), FoldError> {
        match event {
            EarlyEvent::FirstMet { criterion, party, on } => {
                let by = self.first_met.entry(criterion.clone()).or_default();
                by.entry(party.clone()).or_insert(*on);
            }
            EarlyEvent::ContractSigned { artefact, signed } => {
                self.contracts.insert(artefact.clone(), signed.clone());
            }
            EarlyEvent::WorkBegan { phase, on, note, entered } => {
                let by = recorded.by.person().ok_or(FoldError::OutOfPlace(recorded.sequence))?;
                if is_early(*on, *entered) {
                    let begun = BegunEarly { on: *on, by, note: *note };
                    // The earliest date says most.
                    let kept = self.work.entry(phase.clone()).or_insert_with(|| begun.clone());
                    if begun.on < kept.on {
                        *kept = begun;
                    }
                }
            }
        }
        Ok(())
    }

    fn answered_on(&self, contract: &Contract) -> Option<Date> {
        self.first_met.get(&contract.criterion)?.get(&contract.party).copied()
    }
}

fn is_early(on: Date, entered: Option<Date>) -> bool {
    entered.is_none_or(|entered| on < entered)
}

/// Law 14: what occurred does not lie in the future.
pub(crate) fn not_in_the_future(context: &Context<'_>, date: Date) -> Result<(), Rejection> {
    if date > context.now.today { Err(Rejection::DateInFuture { date }) } else { Ok(()) }
}

/// The flag of a contract that is submitted with a date of signing, the first time that date is seen.
///
/// # Errors
/// [`Rejection::DateInFuture`] when it is not signed yet.
pub(crate) fn contract(
    project: &Project,
    context: &Context<'_>,
    kind: &ArtefactKind,
    revision: u32,
    submission: &Submission,
) -> Result<Option<Event>, Rejection> {
    let (Some(contract), Some(signed_on)) = (&kind.contract, submission.signed_on) else { return Ok(None) };
    not_in_the_future(context, signed_on)?;
    let answered_on = project.early.answered_on(contract);
    let known = project.early.contracts.get(&kind.key).is_some_and(|flag| flag.signed_on == signed_on);
    if known || !is_early(signed_on, answered_on) {
        return Ok(None);
    }
    let (criterion, party) = (contract.criterion.clone(), contract.party.clone());
    let signed = SignedEarly { revision, signed_on, criterion, party, answered_on };
    Ok(Some(Event::Early(EarlyEvent::ContractSigned { artefact: kind.key.clone(), signed })))
}

/// The first *met* of a party on which a contract waits, among what just happened.
pub(crate) fn first_met(funnel: &Funnel, project: &Project, today: Date, events: &[Event]) -> Vec<Event> {
    let contracts: Vec<&Contract> = funnel.artefacts.iter().filter_map(|kind| kind.contract.as_ref()).collect();
    let met = events.iter().filter_map(|event| match event {
        Event::CriterionJudged { criterion, party, answer: Answer::Met, .. } => Some((criterion, party)),
        _ => None,
    });
    let named = met.filter(|(criterion, party)| contracts.iter().any(|c| c.criterion == **criterion && c.party == **party));
    let first =
        named.filter(|(criterion, party)| project.early.first_met.get(*criterion).is_none_or(|by| !by.contains_key(*party)));
    first
        .map(|(criterion, party)| {
            Event::Early(EarlyEvent::FirstMet { criterion: criterion.clone(), party: party.clone(), on: today })
        })
        .collect()
}

/// Anyone of the project may say when work began.
pub(crate) fn need(project: &Project) -> Need {
    Need::LeadOrMember(project.involved.keys().cloned().collect())
}

/// Reports when the work of a phase began.
///
/// # Errors
/// An unknown phase (law 19), or a date in the future (law 14).
pub(crate) fn work_began(
    funnel: &Funnel,
    project: &Project,
    context: &Context<'_>,
    phase: PhaseKey,
    on: Date,
    note: TextRef,
) -> Result<Vec<Event>, Rejection> {
    if funnel.phase(&phase).is_none() {
        return Err(Rejection::UnknownPhase { phase });
    }
    not_in_the_future(context, on)?;
    let entered = project.entered.get(&phase).map(|moment| moment.today);
    Ok(vec![Event::Early(EarlyEvent::WorkBegan { phase, on, note, entered })])
}

/// What every gate sees from then on. It does not keep the gate shut: it happened.
pub(crate) fn checks(project: &Project) -> Vec<Check> {
    let flag =
        |on, blocker| Check { state: CheckState::Adjust, on, blockers: vec![blocker], blocking: false, tasks: Vec::new() };
    let contracts = project.early.contracts.iter().map(|(artefact, signed)| {
        let (criterion, party) = (signed.criterion.clone(), signed.party.clone());
        flag(CheckSubject::Contract(artefact.clone()), Blocker::SignedEarly { artefact: artefact.clone(), criterion, party })
    });
    let work = project
        .early
        .work
        .keys()
        .map(|phase| flag(CheckSubject::Work(phase.clone()), Blocker::BegunEarly { phase: phase.clone() }));
    contracts.chain(work).collect()
}
