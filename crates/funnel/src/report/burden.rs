//! How much work a funnel asks of a project up to use: acts and minutes, per party, for each impact.
//!
//! One *go* at each gate is counted; a round of rework comes on top. The minutes are estimates of ours, not measured: they
//! compare funnels and parties, and say little of one project.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use engine::{
    ArtefactKey, Asking, Criterion, CriterionKey, Gate, GateKey, LevelKey, PartyKey, Requirement, Right, Stage, Writer,
};
use serde_json::Value;

use super::project::{Facts, heaviest, heaviest_of, holds, impact, lightest_of};
use crate::definition::Definition;

/// Minutes to begin a document, and for each field of its form.
const WRITE: (u32, u32) = (15, 5);
/// Minutes to read a document, and for each criterion answered with it.
const REVIEW: (u32, u32) = (10, 5);
/// Minutes for an answer that is given on its own.
const JUDGE: u32 = 10;
/// Minutes in which a body or adviser comes to its advice.
const ADVISE: u32 = 60;
/// Minutes to answer advice with reasons.
const RESPOND: u32 = 20;
/// Minutes to confirm one fact.
const CONFIRM: u32 = 3;
/// Minutes to decide.
const DECIDE: u32 = 15;

/// The work that one impact asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Burden {
    /// The level; none where the funnel has no fact with levels.
    pub level: Option<LevelKey>,
    /// Of a project of this level in which nothing else is heavy that need not be.
    pub least: Load,
    /// Of a project of this level in which as much is heavy as it allows.
    pub most: Load,
}

/// The work of one project up to use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Load {
    /// Its facts.
    pub facts: Facts,
    /// The criteria it is asked, each counted once.
    pub criteria: BTreeSet<CriterionKey>,
    /// What has to be done, gate by gate.
    pub acts: Vec<Act>,
}

/// One thing that somebody does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// For which gate.
    pub gate: GateKey,
    /// Who.
    pub by: By,
    /// What.
    pub kind: ActKind,
    /// The document, criterion, consultation, facts (with a space between them) or gate that it is about.
    pub about: String,
    /// Estimated minutes.
    pub minutes: u32,
}

/// Who does something.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// The project's lead.
    Lead,
    /// A party.
    Party(PartyKey),
}

impl fmt::Display for By {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Lead => f.write_str("lead"),
            Self::Party(party) => party.fmt(f),
        }
    }
}

/// The kinds of acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActKind {
    /// A document is submitted.
    Submission,
    /// A party reviews it, with its criteria that rest on it alone (law 7).
    Review,
    /// A party answers a criterion on its own.
    Judgement,
    /// A body or adviser advises, or answers a request for consent.
    Advice,
    /// The lead answers it with reasons (law 8).
    Response,
    /// A party confirms its lighter facts (law 5).
    Confirmation,
    /// The chair decides for the party.
    Decision,
}

/// Acts and their minutes, added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// How many acts.
    pub acts: usize,
    /// Estimated minutes.
    pub minutes: u32,
}

impl Load {
    /// All acts together.
    #[must_use]
    pub fn sum(&self) -> Sum {
        self.added(|_| true)
    }

    /// The acts of each who does something.
    #[must_use]
    pub fn by_party(&self) -> BTreeMap<By, Sum> {
        let all: BTreeSet<&By> = self.acts.iter().map(|act| &act.by).collect();
        all.into_iter().map(|by| (by.clone(), self.added(|act| act.by == *by))).collect()
    }

    /// How many acts there are of a kind.
    #[must_use]
    pub fn of_kind(&self, kind: ActKind) -> usize {
        self.acts.iter().filter(|act| act.kind == kind).count()
    }

    fn added(&self, wanted: impl Fn(&Act) -> bool) -> Sum {
        self.acts
            .iter()
            .filter(|act| wanted(act))
            .fold(Sum::default(), |sum, act| Sum { acts: sum.acts + 1, minutes: sum.minutes.saturating_add(act.minutes) })
    }
}

/// The work for each level of impact, from light to heavy.
#[must_use]
pub fn burden(definition: &Definition) -> Vec<Burden> {
    let funnel = &definition.funnel;
    let Some((fact, levels)) = impact(funnel) else {
        let load = load(definition, &heaviest(funnel));
        return vec![Burden { level: None, least: load.clone(), most: load }];
    };
    let of_level = |level: &LevelKey| {
        let light = lightest_of(funnel, fact, level).into_iter().map(|facts| load(definition, &facts));
        let most = load(definition, &heaviest_of(funnel, fact, level));
        let least = light.min_by_key(|load| load.acts.len()).unwrap_or_else(|| most.clone());
        Burden { level: Some(level.clone()), least, most }
    };
    levels.iter().map(of_level).collect()
}

/// The work of a project with these facts, up to the phase in which it is in use, or to the end where there is none.
#[must_use]
pub fn load(definition: &Definition, facts: &Facts) -> Load {
    let mut count = Count {
        definition,
        facts,
        submitted: BTreeMap::new(),
        days: 0,
        load: Load { facts: facts.clone(), criteria: BTreeSet::new(), acts: Vec::new() },
    };
    let gates = gates(definition);
    if let Some(first) = gates.first() {
        count.confirmations(&first.key);
    }
    for gate in gates {
        count.gate(gate);
    }
    count.load
}

/// The gates on the way to use, in order.
fn gates(definition: &Definition) -> Vec<&Gate> {
    let funnel = &definition.funnel;
    let mut gates: Vec<&Gate> = Vec::new();
    let mut next = funnel.phases.first();
    while let Some(phase) = next.filter(|phase| !phase.live) {
        let Some(gate) = phase.gate.as_ref().filter(|gate| !gates.iter().any(|known| known.key == gate.key)) else { break };
        gates.push(gate);
        next = gate.go_to.as_ref().and_then(|to| funnel.phase(to));
    }
    gates
}

/// Counts gate by gate.
struct Count<'a> {
    definition: &'a Definition,
    facts: &'a Facts,
    /// How far each document is, and on which day it was submitted.
    submitted: BTreeMap<ArtefactKey, (Stage, u32)>,
    /// Calendar days since the start, where every round takes its term.
    days: u32,
    load: Load,
}

impl Count<'_> {
    fn act(&mut self, gate: &GateKey, by: By, kind: ActKind, about: &str, minutes: u32) {
        self.load.acts.push(Act { gate: gate.clone(), by, kind, about: about.to_string(), minutes });
    }

    fn holds(&self, when: &engine::When) -> bool {
        holds(&self.definition.funnel, when, self.facts)
    }

    /// A fact on its heavier value is not confirmed; a party confirms all of its lighter facts in one act.
    fn confirmations(&mut self, gate: &GateKey) {
        let definition = self.definition;
        let mut by_party: BTreeMap<&PartyKey, Vec<&str>> = BTreeMap::new();
        for fact in &definition.funnel.facts {
            let lighter = self.facts.get(&fact.key).is_some_and(|value| *value != fact.heavier);
            if let Some(party) = fact.confirmed_by.as_ref().filter(|_| lighter) {
                by_party.entry(party).or_default().push(fact.key.as_str());
            }
        }
        for (party, facts) in by_party {
            let minutes = facts.iter().fold(0, |sum, _| sum + CONFIRM);
            self.act(gate, By::Party(party.clone()), ActKind::Confirmation, &facts.join(" "), minutes);
        }
    }

    fn gate(&mut self, gate: &Gate) {
        let definition = self.definition;
        // Five working days are a week.
        self.days += u32::from(gate.term_days) * 7 / 5;
        let asked = definition.funnel.asked_at(&gate.key).filter(|(criterion, _)| self.holds(&criterion.when));
        let asked: Vec<(&Criterion, &Asking)> = asked.collect();
        self.load.criteria.extend(asked.iter().map(|(criterion, _)| criterion.key.clone()));
        let mut answered: BTreeSet<(&CriterionKey, &PartyKey)> = BTreeSet::new();
        for requirement in &gate.requirements {
            if self.holds(&requirement.when) && self.is_anew(requirement) {
                self.document(gate, requirement, &asked, &mut answered);
            }
        }
        for (criterion, _) in &asked {
            for party in criterion.parties.iter().filter(|party| !answered.contains(&(&criterion.key, *party))) {
                self.act(&gate.key, By::Party(party.clone()), ActKind::Judgement, criterion.key.as_str(), JUDGE);
            }
        }
        for kind in &gate.consultations {
            if kind.right != Right::Information && self.holds(&kind.when) {
                self.act(&gate.key, By::Party(kind.body.clone()), ActKind::Advice, kind.key.as_str(), ADVISE);
                self.act(&gate.key, By::Lead, ActKind::Response, kind.key.as_str(), RESPOND);
            }
        }
        self.act(&gate.key, By::Party(gate.decided_by.clone()), ActKind::Decision, gate.key.as_str(), DECIDE);
    }

    /// Whether a document is submitted for this gate: for the first time, from concept to final, or because the earlier
    /// one will be too old when every round takes its term.
    fn is_anew(&self, requirement: &Requirement) -> bool {
        let Some((stage, on)) = self.submitted.get(&requirement.artefact) else { return true };
        let is_old = |age: u16| self.days - on > u32::from(age);
        *stage < requirement.stage || requirement.maximum_age_days.is_some_and(is_old)
    }

    /// A submission, and each review of it with the criteria that rest on it alone.
    fn document<'b>(
        &mut self,
        gate: &Gate,
        requirement: &Requirement,
        asked: &[(&'b Criterion, &'b Asking)],
        answered: &mut BTreeSet<(&'b CriterionKey, &'b PartyKey)>,
    ) {
        let definition = self.definition;
        let Some(kind) = definition.funnel.artefact(&requirement.artefact) else { return };
        self.submitted.insert(kind.key.clone(), (requirement.stage, self.days));
        let fields = definition.forms.get(&kind.key).and_then(|form| form.schema().get("properties")?.as_object());
        let fields = fields.map_or(0, serde_json::Map::<String, Value>::len);
        let by = match kind.written_by.first() {
            Some(Writer::Party(party)) => By::Party(party.clone()),
            Some(Writer::Lead) | None => By::Lead,
        };
        let minutes = WRITE.0 + WRITE.1 * u32::try_from(fields).unwrap_or(u32::MAX / WRITE.1 / 2);
        self.act(&gate.key, by, ActKind::Submission, kind.key.as_str(), minutes);
        let alone = |asking: &Asking| {
            asking.organisation_evidence.is_empty() && matches!(&*asking.rests_on, [on] if on.artefact == kind.key)
        };
        let also = kind.also_reviewed_by.iter().filter(|also| self.holds(&also.when)).map(|also| &also.party);
        let reviewers: Vec<&PartyKey> = kind.reviewed_by.iter().chain(also).collect();
        for party in reviewers {
            let mut minutes = REVIEW.0;
            for (criterion, _) in asked.iter().filter(|(_, asking)| alone(asking)) {
                if let Some(party) = criterion.parties.iter().find(|asked| *asked == party)
                    && answered.insert((&criterion.key, party))
                {
                    minutes += REVIEW.1;
                }
            }
            self.act(&gate.key, By::Party(party.clone()), ActKind::Review, kind.key.as_str(), minutes);
        }
    }
}
