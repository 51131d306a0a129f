//! How far an open gate is: every check with its state, whom it waits for and since when, and which outcomes are possible.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use serde::{Deserialize, Serialize};
use time::Date;

use crate::command::{Answer, Verdict};
use crate::conditions::{Condition, Demand};
use crate::consultation::{self, ConsultationBlock};
use crate::context::Context;
use crate::event::Evidence;
use crate::funnel::{ArtefactKind, Asking, Criterion, Funnel, Gate, Requirement, RestsOn, Stage, Writer};
use crate::ids::{ArtefactKey, ConsultationKey, CriterionKey, GateKey, PartyKey, PersonId, PhaseKey};
use crate::moment::Timestamp;
use crate::organisation::{self, EvidenceId, EvidenceStanding, PlanInForce};
use crate::project::{Artefact, Judgement, Project, Round};
use crate::recorded;
use crate::rejection::Law;
use crate::tasks::{Task, TaskKind};
use crate::{changes, doers, early, expiries, signals, suspension};

/// How far the open gate is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Readiness {
    /// Which gate.
    pub gate: GateKey,
    /// In which round.
    pub round: u32,
    /// Every requirement, then every criterion and party, then every consultation, in the order of the funnel.
    pub checks: Vec<Check>,
    /// The outcomes in the order of law 10.
    pub offers: Vec<Offer>,
    /// The revisions a decision would rest on.
    pub evidence: Vec<Evidence>,
    /// The board's plans for gaps in the organisation's evidence: conditions of the organisation that all gates show
    /// (law 3).
    pub plans: Vec<PlanInForce>,
}

/// One thing that *go* needs (law 2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// How it stands.
    pub state: CheckState,
    /// What it is: a document, or a criterion for one party.
    pub on: CheckSubject,
    /// What is in the way; empty when done.
    pub blockers: Vec<Blocker>,
    /// Whether *go* needs it; a criterion may only inform.
    pub blocking: bool,
    /// What people can do about it now.
    pub tasks: Vec<Task>,
}

/// What a check is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckSubject {
    /// A required document.
    Document(ArtefactKey),
    /// A criterion, for one party.
    Criterion(CriterionKey, PartyKey),
    /// A decision of an earlier round that was contested.
    Decision(GateKey),
    /// A consultation: one that the gate demands, or that a body began itself.
    Consultation {
        /// Which body.
        body: PartyKey,
        /// Its number, once it is there.
        consultation: Option<u32>,
        /// Which of the gate's, where the gate demands it.
        kind: Option<ConsultationKey>,
    },
    /// A condition of an earlier decision (law 3).
    Condition(u32),
    /// A change in use that is open (law 12).
    Change(u32),
    /// A signal that was not handled (law 12).
    Signal(u32),
    /// What rested on a document that ran out in use (law 12).
    Expiry(ArtefactKey),
    /// A party that suspended the use (law 12).
    Suspension(PartyKey),
    /// A contract that was signed too early (law 6); it only informs.
    Contract(ArtefactKey),
    /// A phase whose work began too early (law 6); it only informs.
    Work(PhaseKey),
}

/// How a check stands; the status words of the screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckState {
    /// Goedgekeurd / voldoet.
    Done,
    /// Wacht op beoordeling.
    Waiting,
    /// Aanpassen: changes requested, or a criterion is not met.
    Adjust,
    /// Nog te doen.
    ToDo,
    /// Kan nog niet: its documents are not there yet.
    NotYet,
    /// Verouderd: an earlier answer no longer rests on what is on file.
    Stale,
    /// Verlopen: the document ran out, or is older than the gate allows.
    Expired,
    /// Ontheffing: set aside with a reason.
    Waived,
}

/// One thing in the way of *go*.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Blocker {
    /// The document has no revision.
    DocumentMissing {
        /// Which.
        artefact: ArtefactKey,
    },
    /// The document is a concept where the final is needed.
    DocumentIsConcept {
        /// Which.
        artefact: ArtefactKey,
    },
    /// The document is older than the gate allows.
    DocumentTooOld {
        /// Which.
        artefact: ArtefactKey,
    },
    /// A party has not reviewed the document.
    ReviewOpen {
        /// Which.
        artefact: ArtefactKey,
        /// Who.
        party: PartyKey,
    },
    /// A party reviewed an earlier revision.
    ReviewStale {
        /// Which.
        artefact: ArtefactKey,
        /// Who.
        party: PartyKey,
    },
    /// A party requested changes.
    ChangesRequested {
        /// Which.
        artefact: ArtefactKey,
        /// Who.
        party: PartyKey,
    },
    /// A party has not answered.
    JudgementOpen {
        /// Which.
        criterion: CriterionKey,
        /// Who.
        party: PartyKey,
    },
    /// A party's answer rests on evidence that changed.
    JudgementStale {
        /// Which.
        criterion: CriterionKey,
        /// Who.
        party: PartyKey,
    },
    /// A condition of an earlier decision is open.
    ConditionOpen {
        /// Its number.
        condition: u32,
    },
    /// A party answered *not met*.
    NotMet {
        /// Which.
        criterion: CriterionKey,
        /// Who.
        party: PartyKey,
    },
    /// Evidence of the organisation that the criterion rests on is not there, or does not count (laws 2 and 12).
    OrganisationEvidence {
        /// Which criterion.
        criterion: CriterionKey,
        /// Who answers it.
        party: PartyKey,
        /// Which evidence.
        evidence: EvidenceId,
        /// How it stands.
        standing: EvidenceStanding,
    },
    /// A decision that was recorded on somebody's behalf was contested, and nobody looked at it anew (law 14).
    DecisionContested {
        /// Of which gate.
        gate: GateKey,
        /// In which round.
        round: u32,
    },
    /// A consultation lacks something (law 8).
    Consultation {
        /// Which body.
        body: PartyKey,
        /// Its number, once it is there.
        consultation: Option<u32>,
        /// Which of the gate's, where the gate demands it.
        #[serde(rename = "of")]
        kind: Option<ConsultationKey>,
        /// What.
        lacks: ConsultationBlock,
    },
    /// The document ran out.
    DocumentExpired {
        /// Which.
        artefact: ArtefactKey,
    },
    /// What the criterion rests on ran out.
    EvidenceExpired {
        /// Which.
        criterion: CriterionKey,
        /// Who answers it.
        party: PartyKey,
    },
    /// What rested on a document that ran out in use was not answered again.
    ExpiryOpen {
        /// Which document.
        artefact: ArtefactKey,
    },
    /// A change in use is open.
    ChangeOpen {
        /// Its number.
        change: u32,
    },
    /// A signal was not handled.
    SignalOpen {
        /// Its number.
        signal: u32,
    },
    /// The use is suspended.
    UseSuspended {
        /// By whom.
        party: PartyKey,
    },
    /// A contract was signed before a party said *met*.
    SignedEarly {
        /// Which.
        artefact: ArtefactKey,
        /// On what.
        criterion: CriterionKey,
        /// Who.
        party: PartyKey,
    },
    /// The work of a phase began before its gate was passed.
    BegunEarly {
        /// Of which phase.
        phase: PhaseKey,
    },
}

impl Blocker {
    /// The law that makes it one.
    #[must_use]
    pub fn law(&self) -> Law {
        Law(match self {
            Self::ReviewStale { .. }
            | Self::JudgementStale { .. }
            | Self::Consultation { lacks: ConsultationBlock::Stale, .. } => 4,
            Self::Consultation { .. } => 8,
            Self::DecisionContested { .. } => 14,
            Self::ConditionOpen { .. } => 3,
            Self::SignedEarly { .. } | Self::BegunEarly { .. } => 6,
            Self::DocumentTooOld { .. }
            | Self::OrganisationEvidence { standing: EvidenceStanding::Expired(_), .. }
            | Self::DocumentExpired { .. }
            | Self::EvidenceExpired { .. }
            | Self::ExpiryOpen { .. }
            | Self::ChangeOpen { .. }
            | Self::SignalOpen { .. }
            | Self::UseSuspended { .. } => 12,
            _ => 2,
        })
    }
}

impl Blocker {
    /// The condition that a conditional go at `gate` would make of it, where the funnel lets it be deferred (law 3).
    #[must_use]
    pub fn deferred_as(&self, funnel: &Funnel, gate: &Gate) -> Option<Demand> {
        match self {
            Self::DocumentMissing { artefact }
            | Self::DocumentIsConcept { artefact }
            | Self::DocumentTooOld { artefact }
            | Self::DocumentExpired { artefact }
            | Self::ReviewOpen { artefact, .. }
            | Self::ReviewStale { artefact, .. }
            | Self::ChangesRequested { artefact, .. } => {
                let requirement = gate.requirements.iter().find(|r| r.artefact == *artefact && r.deferrable)?;
                Some(Demand::Document { artefact: artefact.clone(), stage: requirement.stage })
            }
            Self::JudgementOpen { criterion, party }
            | Self::JudgementStale { criterion, party }
            | Self::EvidenceExpired { criterion, party }
            | Self::NotMet { criterion, party } => {
                let definition = funnel.criterion(criterion).filter(|c| c.deferrable && !c.legal)?;
                Some(Demand::Criterion { criterion: definition.key.clone(), party: party.clone() })
            }
            // What is open in use waits for its own answers, and what came too early cannot be undone.
            Self::OrganisationEvidence { .. }
            | Self::ConditionOpen { .. }
            | Self::Consultation { .. }
            | Self::DecisionContested { .. }
            | Self::ExpiryOpen { .. }
            | Self::ChangeOpen { .. }
            | Self::SignalOpen { .. }
            | Self::UseSuspended { .. }
            | Self::SignedEarly { .. }
            | Self::BegunEarly { .. } => None,
        }
    }
}

/// Whom something waits for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Waiter {
    /// A party.
    Party(PartyKey),
    /// One person, such as the lead.
    Person(PersonId),
}

/// The outcomes of a gate in the order of law 10, without what their decider still chooses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfferedOutcome {
    /// Nee, stoppen.
    Stop,
    /// Terug: eerst …
    Rework {
        /// The phase to go back to.
        to: PhaseKey,
    },
    /// Even wachten.
    Hold,
    /// Ja, mits …
    ConditionalGo,
    /// Ja, doorgaan.
    Go,
}

/// An outcome that the gate offers or forbids (law 10).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Which.
    pub outcome: OfferedOutcome,
    /// The rule that allows or forbids it.
    pub law: Law,
    /// Whether it is possible now.
    pub allowed: bool,
    /// The phase the project would be in.
    pub leads_to: Option<PhaseKey>,
}

impl Readiness {
    /// Everything in the way of *go*.
    pub fn blockers(&self) -> impl Iterator<Item = &Blocker> {
        self.checks.iter().filter(|check| check.blocking).flat_map(|check| &check.blockers)
    }

    /// What a decider must have seen: changes when, and only when, the checks, their evidence or the round change.
    /// It detects change between two reads by one build; it proves nothing (the log does).
    #[must_use]
    pub fn digest(&self) -> String {
        let mut hasher = DefaultHasher::new();
        (&self.gate, self.round, &self.evidence, &self.plans).hash(&mut hasher);
        for check in &self.checks {
            (check.state, &check.blockers, check.blocking).hash(&mut hasher);
        }
        format!("{:016x}", hasher.finish())
    }
}

/// How far the open gate is, or `None` when no round is open.
#[must_use]
pub fn readiness(funnel: &Funnel, project: &Project, context: &Context<'_>) -> Option<Readiness> {
    let round = project.round.as_ref()?;
    let gate = funnel.gate(&round.gate)?;
    let on = |when: &_| funnel.holds(when, &project.facts);
    let needed: Vec<_> = gate.requirements.iter().filter(|r| on(&r.when)).collect();
    let documents = needed
        .iter()
        .filter_map(|r| Some(document_check(funnel, funnel.artefact(&r.artefact)?, r, project, round, context)));
    let asked = funnel.asked_at(&gate.key).filter(|(criterion, _)| on(&criterion.when)).collect::<Vec<_>>();
    let criteria = asked.iter().flat_map(|(criterion, asking)| {
        criterion.parties.iter().map(move |party| {
            let given = round.judgements.get(&criterion.key).and_then(|by| by.get(party));
            let check = criterion_check(funnel, criterion, asking, party, project, round, context);
            organisation::lay_on(check, asking, given, &criterion.key, party, project, context)
        })
    });
    let consultations = consultation::checks(funnel, project, gate, round, context);
    let conditions = project.conditions.blocking(&gate.key).map(|(number, condition)| condition_check(number, condition));
    let contested = recorded::checks(funnel, project, round);
    let mut checks: Vec<Check> = documents.chain(criteria).chain(conditions).chain(consultations).chain(contested).collect();
    let mut rests_on: Vec<&ArtefactKey> = needed.iter().map(|r| &r.artefact).collect();
    checks.extend(in_use_checks(funnel, project, context.now.today, &rests_on));
    rests_on.extend(asked.iter().flat_map(|(_, asking)| asking.rests_on.iter().map(|r| &r.artefact)));
    rests_on.sort();
    rests_on.dedup();
    for task in checks.iter_mut().flat_map(|check| &mut check.tasks) {
        *task = doers::narrow(funnel, project, context, task.clone());
    }
    let evidence = rests_on.into_iter().filter_map(|key| evidence(project, key)).collect();
    Some(Readiness {
        gate: gate.key.clone(),
        round: round.number,
        offers: offers(funnel, gate, &checks),
        checks,
        evidence,
        plans: organisation::plans(context),
    })
}

/// What time and use put in the way, whatever the gate asks (laws 6 and 12).
fn in_use_checks(funnel: &Funnel, project: &Project, today: Date, documents: &[&ArtefactKey]) -> Vec<Check> {
    let mut checks = changes::checks(funnel, project, today);
    checks.extend(signals::checks(funnel, project, today));
    checks.extend(expiries::checks(funnel, project, today, documents));
    checks.extend(suspension::checks(project));
    checks.extend(early::checks(project));
    checks
}

fn offers(funnel: &Funnel, gate: &Gate, checks: &[Check]) -> Vec<Offer> {
    let blockers = || checks.iter().filter(|check| check.blocking).flat_map(|check| &check.blockers);
    let clear = blockers().next().is_none();
    let deferrable = blockers().all(|blocker| blocker.deferred_as(funnel, gate).is_some());
    let stop = Offer { outcome: OfferedOutcome::Stop, law: Law(13), allowed: true, leads_to: gate.stop_to.clone() };
    let rework = gate.rework_to.iter().map(|to| Offer {
        outcome: OfferedOutcome::Rework { to: to.clone() },
        law: Law(10),
        allowed: true,
        leads_to: Some(to.clone()),
    });
    let offer = |outcome, law, allowed, leads_to| Offer { outcome, law: Law(law), allowed, leads_to };
    // The review date is the decider's to choose; the offer only says that holding is possible.
    let hold = offer(OfferedOutcome::Hold, 10, true, None);
    let conditional = offer(OfferedOutcome::ConditionalGo, 3, deferrable, gate.go_to.clone());
    let go = offer(OfferedOutcome::Go, 2, clear, gate.go_to.clone());
    std::iter::once(stop).chain(rework).chain([hold, conditional, go]).collect()
}

/// The current revision of an artefact, as evidence.
pub(crate) fn evidence(project: &Project, artefact: &ArtefactKey) -> Option<Evidence> {
    let current = &project.artefacts.get(artefact)?.current;
    Some(Evidence { artefact: artefact.clone(), revision: current.number, hash: current.hash })
}

fn document_check(
    funnel: &Funnel,
    kind: &ArtefactKind,
    requirement: &Requirement,
    project: &Project,
    round: &Round,
    context: &Context<'_>,
) -> Check {
    let key = &kind.key;
    let on = CheckSubject::Document(key.clone());
    let document = project.artefacts.get(key);
    let submit = |since| Task {
        revision: document.map(|d| d.current.number),
        ..Task::new(TaskKind::Submit(key.clone()), first_writer(kind, project.lead), since, round.due)
    };
    let check = |state, blockers, tasks| Check { state, on: on.clone(), blockers, blocking: true, tasks };
    let Some(document) = document else {
        let missing = vec![Blocker::DocumentMissing { artefact: key.clone() }];
        return check(CheckState::ToDo, missing, vec![submit(round.opened.at)]);
    };
    let revision = &document.current;
    if revision.stage < requirement.stage {
        let concept = vec![Blocker::DocumentIsConcept { artefact: key.clone() }];
        return check(CheckState::ToDo, concept, vec![submit(round.opened.at.max(revision.at.at))]);
    }
    let age = (context.now.today - revision.at.today).whole_days();
    if requirement.maximum_age_days.is_some_and(|limit| age > i64::from(limit)) {
        let old = vec![Blocker::DocumentTooOld { artefact: key.clone() }];
        return check(CheckState::Expired, old, vec![submit(round.opened.at)]);
    }
    if expiries::is_expired(project, key, context.now.today) {
        let expired = vec![Blocker::DocumentExpired { artefact: key.clone() }];
        let renew = Task { kind: TaskKind::Renew(key.clone()), ..submit(round.opened.at) };
        return check(CheckState::Expired, expired, vec![renew]);
    }
    let reviewers = || funnel.reviewers(kind, &project.facts);
    let blockers: Vec<_> = reviewers().filter_map(|party| review_blocker(key, document, party, project)).collect();
    if let Some(requested) = changes_requested(funnel, kind, document, project) {
        return check(CheckState::Adjust, blockers, vec![submit(requested)]);
    }
    let tasks = reviewers().filter_map(|party| review_task(key, document, party, project)).collect();
    check(review_state(&blockers), blockers, tasks)
}

fn condition_check(number: u32, condition: &Condition) -> Check {
    let state = if condition.reported.is_some() { CheckState::Waiting } else { CheckState::ToDo };
    let blockers = vec![Blocker::ConditionOpen { condition: number }];
    // Its tasks stand with the conditions, whether a gate is open or not.
    Check { state, on: CheckSubject::Condition(number), blockers, blocking: true, tasks: Vec::new() }
}

fn review_state(blockers: &[Blocker]) -> CheckState {
    if blockers.is_empty() {
        CheckState::Done
    } else if blockers.iter().any(|b| matches!(b, Blocker::ReviewStale { .. })) {
        CheckState::Stale
    } else {
        CheckState::Waiting
    }
}

pub(crate) fn first_writer(kind: &ArtefactKind, lead: PersonId) -> Waiter {
    match kind.written_by.first() {
        Some(Writer::Party(party)) => Waiter::Party(party.clone()),
        Some(Writer::Lead) | None => Waiter::Person(lead),
    }
}

/// What keeps a document from being approved at `stage`, whatever gate asks.
pub(crate) fn approval_blockers(funnel: &Funnel, kind: &ArtefactKind, stage: Stage, project: &Project) -> Vec<Blocker> {
    let key = &kind.key;
    match project.artefacts.get(key) {
        None => vec![Blocker::DocumentMissing { artefact: key.clone() }],
        Some(document) if document.current.stage < stage => vec![Blocker::DocumentIsConcept { artefact: key.clone() }],
        Some(document) => {
            let reviewers = funnel.reviewers(kind, &project.facts);
            reviewers.filter_map(|party| review_blocker(key, document, party, project)).collect()
        }
    }
}

/// When a party that is asked requested changes on the current revision.
pub(crate) fn changes_requested(
    funnel: &Funnel,
    kind: &ArtefactKind,
    document: &Artefact,
    project: &Project,
) -> Option<Timestamp> {
    let current = document.current.number;
    let requested = |r: &&crate::project::Review| r.revision == current && r.verdict == Verdict::RequestChanges;
    let reviews = funnel.reviewers(kind, &project.facts).filter_map(|party| document.reviews.get(party));
    reviews.filter(requested).map(|r| r.at).max()
}

pub(crate) fn review_blocker(
    key: &ArtefactKey,
    document: &Artefact,
    party: &PartyKey,
    project: &Project,
) -> Option<Blocker> {
    let (artefact, party_key) = (key.clone(), party.clone());
    match document.reviews.get(party) {
        None => Some(Blocker::ReviewOpen { artefact, party: party_key }),
        Some(review) if review.revision != document.current.number => {
            Some(Blocker::ReviewStale { artefact, party: party_key })
        }
        Some(review) if review.verdict == Verdict::RequestChanges => {
            Some(Blocker::ChangesRequested { artefact, party: party_key })
        }
        // A change in use asks for a new approval of the same revision (law 12).
        Some(_) if project.reopened.waits_for_review(key, party) => {
            Some(Blocker::ReviewStale { artefact, party: party_key })
        }
        Some(_) => None,
    }
}

pub(crate) fn review_task(key: &ArtefactKey, document: &Artefact, party: &PartyKey, project: &Project) -> Option<Task> {
    let blocker = review_blocker(key, document, party, project)?;
    // An approval can be confirmed on the next revision; a request for changes asks to be looked at again.
    let approved_before = document.reviews.get(party).is_some_and(|r| r.verdict == Verdict::Approve);
    let (review, current) = (TaskKind::Review(key.clone(), party.clone()), &document.current);
    Some(Task {
        confirmable: approved_before && matches!(blocker, Blocker::ReviewStale { .. }),
        revision: Some(current.number),
        ..Task::new(review, Waiter::Party(party.clone()), current.at.at, current.review_due)
    })
}

fn criterion_check(
    funnel: &Funnel,
    criterion: &Criterion,
    asking: &Asking,
    party: &PartyKey,
    project: &Project,
    round: &Round,
    context: &Context<'_>,
) -> Check {
    let (key, party_key) = (criterion.key.clone(), party.clone());
    let on = CheckSubject::Criterion(key.clone(), party_key.clone());
    if project.waivers.get(&key).is_some_and(|waiver| waiver.gate == round.gate) && !criterion.legal {
        return Check {
            state: CheckState::Waived,
            on,
            blockers: Vec::new(),
            blocking: criterion.blocking,
            tasks: Vec::new(),
        };
    }
    let given = round.judgements.get(&criterion.key).and_then(|by| by.get(party));
    let documents_there = asking.rests_on.iter().all(|r| project.artefacts.contains_key(&r.artefact));
    let again = project.reopened.waits_for_answer(&criterion.key, party);
    let changed = |j: &Judgement| is_stale(j, asking, project, round) || organisation::changed(j, asking, project, context);
    let stale = given.is_some_and(|j| again || changed(j));
    let expired: Vec<_> =
        asking.rests_on.iter().filter(|r| expiries::is_expired(project, &r.artefact, context.now.today)).collect();
    let (standing, blocker) = match given {
        _ if !expired.is_empty() => {
            (CheckState::Expired, Some(Blocker::EvidenceExpired { criterion: key, party: party_key }))
        }
        None if !documents_there => (CheckState::NotYet, Some(Blocker::JudgementOpen { criterion: key, party: party_key })),
        None => (CheckState::Waiting, Some(Blocker::JudgementOpen { criterion: key, party: party_key })),
        Some(_) if stale => (CheckState::Stale, Some(Blocker::JudgementStale { criterion: key, party: party_key })),
        Some(j) if j.answer == Answer::NotMet => {
            (CheckState::Adjust, Some(Blocker::NotMet { criterion: key, party: party_key }))
        }
        Some(_) => (CheckState::Done, None),
    };
    let newest = asking.rests_on.iter().filter_map(|r| project.artefacts.get(&r.artefact)).map(|a| a.current.at.at).max();
    let since = newest.map_or(round.opened.at, |at| at.max(round.opened.at));
    let judge = TaskKind::Judge(criterion.key.clone(), party.clone());
    let judge = Task { confirmable: stale, ..Task::new(judge, Waiter::Party(party.clone()), since, round.due) };
    let tasks = match standing {
        CheckState::Done | CheckState::Waived => Vec::new(),
        CheckState::Adjust => adjust_tasks(funnel, asking, project, judge),
        CheckState::Expired => renewals(funnel, &expired, project, &judge),
        _ => vec![judge],
    };
    Check { state: standing, on, blockers: blocker.into_iter().collect(), blocking: criterion.blocking, tasks }
}

/// What helps when a party says *not met*: the writers improve its documents; an answer of its own it gives again itself.
fn adjust_tasks(funnel: &Funnel, asking: &Asking, project: &Project, judge: Task) -> Vec<Task> {
    if asking.rests_on.is_empty() {
        return vec![judge];
    }
    let kinds = asking.rests_on.iter().filter_map(|rests_on| funnel.artefact(&rests_on.artefact));
    kinds
        .map(|kind| Task {
            kind: TaskKind::Submit(kind.key.clone()),
            waits_for: first_writer(kind, project.lead),
            revision: project.artefacts.get(&kind.key).map(|a| a.current.number),
            ..judge.clone()
        })
        .collect()
}

/// What helps when evidence ran out: its writers renew it, and then the party answers again.
fn renewals(funnel: &Funnel, expired: &[&RestsOn], project: &Project, judge: &Task) -> Vec<Task> {
    let kinds = expired.iter().filter_map(|rests_on| funnel.artefact(&rests_on.artefact));
    kinds
        .map(|kind| Task {
            kind: TaskKind::Renew(kind.key.clone()),
            waits_for: first_writer(kind, project.lead),
            confirmable: false,
            revision: project.artefacts.get(&kind.key).map(|a| a.current.number),
            ..judge.clone()
        })
        .collect()
}

/// Whether a judgement of the open round is of an earlier one, or what it rests on changed since.
pub(crate) fn is_stale(judgement: &Judgement, asking: &Asking, project: &Project, round: &Round) -> bool {
    judgement.round != round.number || evidence_changed(judgement, asking, project)
}

/// Whether what a judgement rests on changed since (law 4, by form field and by file) or ran out (law 12).
pub(crate) fn evidence_changed(judgement: &Judgement, asking: &Asking, project: &Project) -> bool {
    asking.rests_on.iter().any(|rests_on| {
        let Some(document) = project.artefacts.get(&rests_on.artefact) else { return false };
        let seen = judgement.rests_on.iter().find(|e| e.artefact == rests_on.artefact).map_or(0, |e| e.revision);
        if project.expiries.ran_out(&rests_on.artefact, seen) {
            return true;
        }
        changed_since(document, rests_on, seen)
    })
}

/// Whether what rests on a document changed since its revision `seen`; 0 means that it was not there.
pub(crate) fn changed_since(document: &Artefact, rests_on: &RestsOn, seen: u32) -> bool {
    if rests_on.fields.is_empty() {
        return document.current.number > seen;
    }
    let changed = |field| document.changed_in.get(field).is_some_and(|revision| *revision > seen);
    document.files_changed_in > seen || rests_on.fields.iter().any(changed)
}
