//! What the engine says, in the model's words.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::LazyLock;

use engine::*;

use super::acts::{Block, Demand, Lack};
use super::bodies::KINDS;
use super::early::Signed;
use super::in_use::DUTIES;
use super::org_side::{evidence_of, same_organisation, standing};
use super::organisation::{EVIDENCE, SUPPLIERS};
use super::world::{self, CLOSING, CRITERIA, DOCUMENTS, FACTS, GATES, Name, PARTIES};
use super::{Life, Model};
use crate::scenario::{Scenario, artefact, criterion};

/// The model's own word for a key of the funnel.
pub fn name(key: &str) -> Name {
    static NAMES: LazyLock<HashMap<Name, Name>> = LazyLock::new(|| names().map(|name| (name, name)).collect());
    NAMES.get(key).unwrap_or_else(|| panic!("{key} is unknown"))
}

fn names() -> impl Iterator<Item = Name> {
    let gates = GATES.iter().flat_map(|gate| [gate.name, gate.phase]);
    let documents = DOCUMENTS.iter().map(|document| document.name);
    let others = CRITERIA.iter().map(|c| c.name).chain(PARTIES.iter().map(|p| p.name)).chain(KINDS.iter().map(|k| k.name));
    let organisation = EVIDENCE.iter().map(|kind| kind.name).chain(SUPPLIERS);
    let small = CLOSING.into_iter().map(|closing| closing.0).chain(organisation).chain(FACTS);
    let small = small.chain(DUTIES.iter().map(|duty| duty.0));
    gates.chain(documents).chain(others).chain(small)
}

pub fn day(date: ::time::Date) -> world::Day {
    i32::try_from((date - super::funnel::date(0)).whole_days()).unwrap()
}

fn lack(lacks: ConsultationBlock) -> Lack {
    match lacks {
        ConsultationBlock::NotOpened => Lack::NotAsked,
        ConsultationBlock::Requested => Lack::Requested,
        ConsultationBlock::Open => Lack::Answer,
        ConsultationBlock::ResponseMissing => Lack::Response,
        ConsultationBlock::OverlegMissing => Lack::Overleg,
        ConsultationBlock::WaitingUntil(until) => Lack::Wait(day(until)),
        ConsultationBlock::ConsentWithheld => Lack::Withheld,
        ConsultationBlock::NoConsent => Lack::NoConsent,
        ConsultationBlock::Stale => Lack::Stale,
    }
}

fn block(blocker: &Blocker) -> Block {
    let a = |key: &ArtefactKey| name(key.as_str());
    let c = |key: &CriterionKey| name(key.as_str());
    let p = |key: &PartyKey| name(key.as_str());
    match blocker {
        Blocker::DocumentMissing { artefact } => Block::Missing(a(artefact)),
        Blocker::DocumentIsConcept { artefact } => Block::Concept(a(artefact)),
        Blocker::DocumentTooOld { artefact } => Block::Old(a(artefact)),
        Blocker::DocumentExpired { artefact } => Block::Expired(a(artefact)),
        Blocker::ReviewOpen { artefact, party } => Block::Review(a(artefact), p(party)),
        Blocker::ReviewStale { artefact, party } => Block::StaleReview(a(artefact), p(party)),
        Blocker::ChangesRequested { artefact, party } => Block::Changes(a(artefact), p(party)),
        Blocker::JudgementOpen { criterion, party } => Block::Open(c(criterion), p(party)),
        Blocker::JudgementStale { criterion, party } => Block::Stale(c(criterion), p(party)),
        Blocker::NotMet { criterion, party } => Block::NotMet(c(criterion), p(party)),
        Blocker::EvidenceExpired { criterion, party } => Block::EvidenceExpired(c(criterion), p(party)),
        Blocker::OrganisationEvidence { criterion, party, evidence, standing: how } => {
            Block::Gap(c(criterion), p(party), evidence_of(evidence), standing(*how))
        }
        Blocker::ConditionOpen { condition } => Block::Condition(*condition),
        Blocker::DecisionContested { gate, round } => Block::Contested(name(gate.as_str()), *round as usize),
        Blocker::Consultation { body, consultation, kind, lacks } => Block::Body {
            body: p(body),
            number: *consultation,
            kind: kind.as_ref().map(|kind| name(kind.as_str())),
            lacks: lack(*lacks),
        },
        Blocker::ExpiryOpen { artefact } => Block::ExpiryOpen(a(artefact)),
        Blocker::ChangeOpen { change } => Block::Change(*change),
        Blocker::SignalOpen { signal } => Block::Signal(*signal),
        Blocker::UseSuspended { party } => Block::Suspended(p(party)),
        other => unreachable!("the story does not lead to {other:?}"),
    }
}

fn demand(demand: &engine::Demand) -> Demand {
    match demand {
        engine::Demand::Document { artefact, stage } => Demand::Document(name(artefact.as_str()), *stage == Stage::Final),
        engine::Demand::Criterion { criterion, party } => Demand::Criterion(name(criterion.as_str()), name(party.as_str())),
        engine::Demand::Agreed => Demand::Agreed,
        engine::Demand::Closing { duty } => Demand::Closing(name(duty.as_str())),
    }
}

/// What engine and model say about the same thing, where they differ.
pub fn differ<T: PartialEq + std::fmt::Debug>(what: &str, engine: &T, model: &T) -> Result<(), String> {
    if engine == model { Ok(()) } else { Err(format!("{what}: the engine says {engine:?}, the model {model:?}")) }
}

/// Whether engine and model see the same project.
pub fn agree(s: &Scenario, model: &Model) -> Result<(), String> {
    let project = &s.project;
    let life = match project.lifecycle {
        Lifecycle::Active => Life::Active,
        Lifecycle::Stopped => Life::Stopped(name(project.stopped_by.as_ref().unwrap().as_str())),
        Lifecycle::Retired => Life::Retired,
    };
    differ("lifecycle", &life, &model.life)?;
    differ("closed", &project.closed.is_some(), &model.closed)?;
    differ("phase", &project.phase.as_str(), &model.phase())?;
    let round = project.round.as_ref().map(|round| (name(round.gate.as_str()), round.number as usize));
    differ("round", &round, &model.round())?;
    differ("hold", &project.hold.map(|hold| day(hold.review_on)), &model.held_until)?;
    differ("planned", &project.planned.as_ref().map(|p| day(p.on)), &model.planned)?;
    let conditions = project.conditions.open.iter().map(|(n, c)| (*n, day(c.terms.due), c.reported.is_some()));
    let debts = model.open_debts().map(|d| (d.number, model.due_of(d.number), model.reported(d.number).is_some()));
    differ("conditions", &conditions.collect::<Vec<_>>(), &debts.collect())?;
    let terms =
        project.conditions.open.iter().map(|(n, c)| (*n, demand(&c.terms.demand), name(c.terms.accepted_by.as_str())));
    let wanted = model.open_debts().map(|d| (d.number, d.demand, d.accepted_by));
    differ("terms of conditions", &terms.collect::<Vec<_>>(), &wanted.collect())?;
    let shut = project.conditions.open.values().map(|c| c.terms.blocks.as_ref().map(|gate| name(gate.as_str())));
    let shuts = model.open_debts().map(|d| d.blocks);
    differ("gates that conditions keep shut", &shut.collect::<Vec<_>>(), &shuts.collect())?;
    differ("extra decisions", &project.extra.keys().copied().collect::<Vec<_>>(), &model.extras())?;
    let held: BTreeSet<Name> = project.suspended.keys().map(|party| name(party.as_str())).collect();
    differ("suspensions", &held, &model.suspending())?;
    differ("changes", &project.changes.open.keys().copied().collect::<Vec<_>>(), &model.open_changes())?;
    differ("signals", &project.signals.open.keys().copied().collect::<Vec<_>>(), &model.open_signals())?;
    differ("rollouts", &project.rollouts.planned.keys().copied().collect::<Vec<_>>(), &model.planned_rollouts())?;
    differ("emergency use", &project.emergency.open.as_ref().map(|open| day(open.until)), &model.allowed_until())?;
    agree_on_time(s, model)?;
    same_organisation(s, model)?;
    if project.round.is_some() {
        let blocks: BTreeSet<Block> = s.readiness().blockers().map(block).collect();
        differ("readiness", &blocks, &model.blocks())?;
    }
    Ok(())
}

/// What time did to documents, and what was done too early or again and again.
fn agree_on_time(s: &Scenario, model: &Model) -> Result<(), String> {
    let project = &s.project;
    for known in DOCUMENTS.iter().map(|document| document.name) {
        let noted = |by: &BTreeMap<ArtefactKey, Noted>| by.get(&artefact(known)).map(|noted| noted.revision as usize);
        let heard = (noted(&project.expiries.expiring), noted(&project.expiries.expired));
        differ("what writers heard", &heard, &model.heard(known))?;
    }
    let open: Vec<Name> = project.expiries.open.keys().map(|key| name(key.as_str())).collect();
    differ("what ran out in use", &open, &model.open_expiries())?;
    let signed = |signed: &SignedEarly| Signed {
        revision: signed.revision as usize,
        on: day(signed.signed_on),
        answered: signed.answered_on.map(day),
    };
    let unrecorded: BTreeSet<Name> = project.unrecorded.iter().map(|phase| name(phase.as_str())).collect();
    differ("phases before it came in", &unrecorded, &model.before.iter().copied().collect())?;
    let contracts = project.early.contracts.iter().map(|(key, flag)| (name(key.as_str()), signed(flag))).collect();
    differ("contracts before ICT", &contracts, &model.signed_early())?;
    let first = |by: &BTreeMap<PartyKey, ::time::Date>| by.values().next().copied().map(day);
    let met = project.early.first_met.get(&criterion("ict-ready")).and_then(first);
    differ("first answer of ICT", &met, &model.first_met("ict-ready", "ict"))?;
    let work = project.early.work.iter().map(|(key, begun)| (name(key.as_str()), day(begun.on))).collect();
    differ("work before its gate", &work, &model.begun_early())?;
    let duties = project.duties.iter().map(|(key, duty)| (name(key.as_str()), day(duty.due)));
    let live = project.lifecycle == Lifecycle::Active;
    let duties: BTreeMap<Name, world::Day> = duties.filter(|_| live).collect();
    differ("duties", &duties, &model.duties())
}
