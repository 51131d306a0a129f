//! The laws once more, naively: everything that happened is kept in lists, and every question is answered by searching
//! them from the end. It knows the small funnel by heart and shares no code with the engine.

use std::collections::BTreeSet;

use engine::{Answer, Command, FactValue, Outcome, Proof, Stage, Verdict};

use crate::scenario::{Act, CHAIR, LEAD, MANAGER};

type Name = String;

struct Sent {
    artefact: Name,
    author: u8,
    hash: u8,
    stage: Stage,
    changed: Vec<Name>,
}

struct Reviewed {
    artefact: Name,
    party: Name,
    /// How many revisions of the artefact there were.
    at: usize,
    verdict: Verdict,
}

struct Judged {
    gate: &'static str,
    round: usize,
    criterion: Name,
    party: Name,
    answer: Answer,
    proof: Proof,
    /// How many revisions there were of what it rests on.
    at: usize,
}

/// What the small funnel knows of a criterion: gate, party, evidence, named field, proof.
struct Asked {
    name: &'static str,
    gate: &'static str,
    party: &'static str,
    on: Option<&'static str>,
    field: Option<&'static str>,
    proof: Proof,
}

const CRITERIA: [Asked; 4] = [
    Asked { name: "fits", gate: "g0", party: "care", on: Some("idea"), field: Some("goal"), proof: Proof::Paper },
    Asked { name: "ict-early", gate: "g0", party: "ict", on: None, field: None, proof: Proof::Paper },
    Asked {
        name: "client-safety",
        gate: "g1",
        party: "quality",
        on: Some("risks"),
        field: Some("risks"),
        proof: Proof::Paper,
    },
    Asked { name: "ict-ready", gate: "g1", party: "ict", on: Some("ict-check"), field: None, proof: Proof::Practice },
];

fn members(party: &str) -> &'static [u8] {
    match party {
        "innovation" => &[2, 1],
        "care" => &[3, 4],
        "ict" => &[5, 6],
        "quality" => &[7],
        "steering" => &[8, 9],
        _ => &[],
    }
}

fn reviewers(artefact: &str) -> &'static [&'static str] {
    match artefact {
        "idea" => &["innovation", "care"],
        "risks" => &["quality", "care"],
        "ict-check" => &["quality"],
        _ => &[],
    }
}

/// The history of one project.
#[derive(Default)]
pub struct Model {
    sent: Vec<Sent>,
    reviewed: Vec<Reviewed>,
    judged: Vec<Judged>,
    impact: Vec<(u8, FactValue, bool)>,
    /// Every (phase, round of its gate) the project was in.
    pub places: Vec<(&'static str, usize)>,
    pub stopped: bool,
}

impl Model {
    pub fn new() -> Self {
        Self { places: vec![("idea", 1)], ..Self::default() }
    }

    pub fn phase(&self) -> &'static str {
        self.places.last().unwrap().0
    }

    pub fn revisions(&self, artefact: &str) -> usize {
        self.sent.iter().filter(|s| s.artefact == artefact).count()
    }

    fn gate(&self) -> Option<&'static str> {
        match self.phase() {
            "idea" => Some("g0"),
            "exploration" => Some("g1"),
            _ => None,
        }
    }

    fn round(&self) -> usize {
        self.places.last().unwrap().1
    }

    fn has_been_in(&self, phase: &str) -> bool {
        self.places.iter().any(|(p, _)| *p == phase)
    }

    fn takes_part(&self, party: &str) -> bool {
        matches!(party, "innovation" | "care" | "ict") || self.has_been_in("exploration")
    }

    fn latest(&self, artefact: &str) -> Option<&Sent> {
        self.sent.iter().rev().find(|s| s.artefact == artefact)
    }

    /// Whether the impact counts as middle or large.
    fn heavy(&self) -> bool {
        match self.impact.last() {
            Some((_, FactValue::Level(level), true)) => level.as_str() != "small",
            _ => true,
        }
    }

    fn is_on(&self, criterion: &str) -> bool {
        criterion != "ict-ready" || self.heavy()
    }

    fn judgement(&self, asked: &Asked) -> Option<&Judged> {
        let since = self.places.iter().rposition(|(p, _)| Some(*p) != Some(self.phase())).map_or(0, |i| i + 1);
        let first_round = self.places[since].1;
        self.judged
            .iter()
            .rev()
            .find(|j| j.criterion == asked.name && j.party == asked.party && j.gate == asked.gate && j.round >= first_round)
    }

    fn is_stale(&self, asked: &Asked, judged: &Judged) -> bool {
        if judged.round != self.round() {
            return true;
        }
        let Some(on) = asked.on else { return false };
        if judged.at == 0 {
            // Answered before there was anything to read.
            return self.revisions(on) > 0;
        }
        let newer = self.sent.iter().filter(|s| s.artefact == on).skip(judged.at);
        match asked.field {
            Some(field) => newer.into_iter().any(|s| s.changed.iter().any(|c| c == field)),
            None => newer.into_iter().next().is_some(),
        }
    }

    /// Every point in the way of go, as text.
    pub fn blockers(&self) -> BTreeSet<String> {
        let mut points = BTreeSet::new();
        let needed: &[&str] = match (self.gate(), self.heavy()) {
            (Some("g0"), _) => &["idea"],
            (Some("g1"), true) => &["risks", "ict-check"],
            (Some("g1"), false) => &["risks"],
            _ => &[],
        };
        for artefact in needed {
            let Some(latest) = self.latest(artefact) else {
                points.insert(format!("missing {artefact}"));
                continue;
            };
            if latest.stage == Stage::Concept && *artefact != "risks" {
                points.insert(format!("concept {artefact}"));
                continue;
            }
            for party in reviewers(artefact) {
                let last = self.reviewed.iter().rev().find(|r| r.artefact == *artefact && r.party == *party);
                match last {
                    None => points.insert(format!("review {artefact} {party}")),
                    Some(r) if r.at < self.revisions(artefact) => points.insert(format!("stale review {artefact} {party}")),
                    Some(r) if r.verdict == Verdict::RequestChanges => points.insert(format!("changes {artefact} {party}")),
                    Some(_) => false,
                };
            }
        }
        for asked in CRITERIA.iter().filter(|a| Some(a.gate) == self.gate() && self.is_on(a.name)) {
            let (name, party) = (asked.name, asked.party);
            match self.judgement(asked) {
                None => points.insert(format!("open {name} {party}")),
                Some(j) if self.is_stale(asked, j) => points.insert(format!("stale {name} {party}")),
                Some(j) if j.answer == Answer::NotMet => points.insert(format!("not met {name} {party}")),
                Some(_) => false,
            };
        }
        points
    }

    /// The law that refuses this, or nothing.
    pub fn refuses(&self, who: u8, act: &Act) -> Option<u8> {
        let member = |party: &str| members(party).contains(&who);
        let answers_for = |party: &str| if party == "steering" { who == CHAIR } else { member(party) };
        let permitted = match &act.command {
            Command::AnswerFacts { .. } => who == LEAD || who == MANAGER,
            Command::ConfirmFacts { .. } => member("quality"),
            Command::SubmitRevision { artefact, .. } => match artefact.as_str() {
                "idea" => who == LEAD,
                "risks" => member("care"),
                _ => member("ict"),
            },
            Command::ReviewRevision { party, .. }
            | Command::JudgeCriterion { party, .. }
            | Command::ConfirmAnswers { party, .. } => answers_for(party.as_str()),
            Command::DecideGate { gate, .. } if gate.as_str() == "g0" => member("innovation"),
            Command::DecideGate { .. } => who == CHAIR,
            // The model tells only of the commands above; the story sends no others.
            _ => false,
        };
        if !permitted {
            return Some(18);
        }
        if self.stopped {
            return Some(1);
        }
        match &act.command {
            Command::ConfirmFacts { facts } => self.refuses_fact(who, facts.values().next().unwrap()),
            Command::SubmitRevision { artefact, stage, .. } => {
                let same = self.latest(artefact.as_str()).is_some_and(|s| s.hash == act.hash && s.stage == *stage);
                same.then_some(4)
            }
            Command::ReviewRevision { artefact, party, .. } => self.refuses_review(who, artefact.as_str(), party.as_str()),
            Command::JudgeCriterion { criterion, party, answer, proof, .. } => {
                self.refuses_judgement(who, criterion.as_str(), party.as_str(), *answer, *proof)
            }
            Command::ConfirmAnswers { party, artefacts, criteria } => self.refuses_confirmation(
                who,
                party.as_str(),
                artefacts.first().map(engine::ArtefactKey::as_str),
                criteria.first().map(engine::CriterionKey::as_str),
            ),
            Command::DecideGate { gate, outcome, .. } => self.refuses_decision(who, gate.as_str(), outcome),
            _ => None,
        }
    }

    fn refuses_fact(&self, who: u8, value: &FactValue) -> Option<u8> {
        if !self.takes_part("quality") {
            return Some(6);
        }
        match self.impact.last() {
            Some((by, answered, _)) if answered == value => (*by == who).then_some(5),
            _ => Some(17),
        }
    }

    fn refuses_review(&self, who: u8, artefact: &str, party: &str) -> Option<u8> {
        if !reviewers(artefact).contains(&party) {
            return Some(2);
        }
        if !self.takes_part(party) {
            return Some(6);
        }
        match self.latest(artefact) {
            None => Some(2),
            Some(sent) => (sent.author == who).then_some(5),
        }
    }

    fn refuses_judgement(&self, who: u8, name: &str, party: &str, answer: Answer, proof: Proof) -> Option<u8> {
        let asked = CRITERIA.iter().find(|a| a.name == name).unwrap();
        if asked.party != party || Some(asked.gate) != self.gate() || !self.is_on(name) {
            return Some(2);
        }
        let document = asked.on.map(|on| self.latest(on));
        if answer == Answer::Met && document.as_ref().is_some_and(Option::is_none) {
            return Some(11);
        }
        if answer == Answer::Met && asked.proof == Proof::Practice && proof == Proof::Paper {
            return Some(11);
        }
        if answer == Answer::NotApplicable && name != "ict-ready" {
            return Some(2);
        }
        document.flatten().is_some_and(|d| d.author == who).then_some(5)
    }

    fn refuses_confirmation(&self, who: u8, party: &str, artefact: Option<&str>, criterion: Option<&str>) -> Option<u8> {
        if artefact.is_none() && criterion.is_none() {
            return Some(17);
        }
        if !self.takes_part(party) {
            return Some(6);
        }
        let mut nothing = false;
        if let Some(artefact) = artefact {
            if !reviewers(artefact).contains(&party) {
                return Some(2);
            }
            let last = self.reviewed.iter().rev().find(|r| r.artefact == artefact && r.party == party);
            match last {
                Some(r) if r.at < self.revisions(artefact) && r.verdict == Verdict::Approve => {
                    if self.latest(artefact).unwrap().author == who {
                        return Some(5);
                    }
                }
                _ => nothing = true,
            }
        }
        if let Some(name) = criterion {
            let asked = CRITERIA.iter().find(|a| a.name == name).unwrap();
            if asked.party != party || Some(asked.gate) != self.gate() || !self.is_on(name) {
                return Some(2);
            }
            match self.judgement(asked) {
                Some(j) if self.is_stale(asked, j) => {
                    if asked.on.and_then(|on| self.latest(on)).is_some_and(|d| d.author == who) {
                        return Some(5);
                    }
                }
                _ => nothing = true,
            }
        }
        nothing.then_some(4)
    }

    fn refuses_decision(&self, who: u8, gate: &str, outcome: &Outcome) -> Option<u8> {
        if self.gate() != Some(gate) {
            return Some(1);
        }
        if who == LEAD {
            return Some(5);
        }
        match outcome {
            Outcome::Go if !self.blockers().is_empty() => Some(2),
            Outcome::Rework { to } if to.as_str() == "selection" => Some(1),
            Outcome::Rework { to } if to.as_str() == "exploration" && gate == "g0" => Some(1),
            _ => None,
        }
    }

    /// Takes what was not refused.
    pub fn take(&mut self, who: u8, act: &Act) {
        match &act.command {
            Command::AnswerFacts { answers } => {
                for (name, value) in answers {
                    let same = self.impact.last().is_some_and(|(_, v, _)| v == value);
                    if name.as_str() == "impact" && !same {
                        self.impact.push((who, value.clone(), false));
                    }
                }
            }
            Command::ConfirmFacts { .. } => self.impact.last_mut().unwrap().2 = true,
            Command::SubmitRevision { artefact, stage, .. } => self.sent.push(Sent {
                artefact: artefact.as_str().into(),
                author: who,
                hash: act.hash,
                stage: *stage,
                changed: act.changed.iter().map(|f| f.as_str().into()).collect(),
            }),
            Command::ReviewRevision { artefact, party, verdict, .. } => {
                self.push_review(artefact.as_str(), party.as_str(), *verdict);
            }
            Command::JudgeCriterion { criterion, party, answer, proof, .. } => {
                self.push_judgement(criterion.as_str(), party.as_str(), *answer, *proof);
            }
            Command::ConfirmAnswers { party, artefacts, criteria } => {
                for artefact in artefacts {
                    self.push_review(artefact.as_str(), party.as_str(), Verdict::Approve);
                }
                for name in criteria {
                    let asked = CRITERIA.iter().find(|a| a.name == name.as_str()).unwrap();
                    let (answer, proof) = self.judgement(asked).map(|j| (j.answer, j.proof)).unwrap();
                    self.push_judgement(name.as_str(), party.as_str(), answer, proof);
                }
            }
            Command::DecideGate { outcome, .. } => self.move_on(outcome),
            _ => {}
        }
    }

    fn push_review(&mut self, artefact: &str, party: &str, verdict: Verdict) {
        let at = self.revisions(artefact);
        self.reviewed.push(Reviewed { artefact: artefact.into(), party: party.into(), at, verdict });
    }

    fn push_judgement(&mut self, name: &str, party: &str, answer: Answer, proof: Proof) {
        let asked = CRITERIA.iter().find(|a| a.name == name).unwrap();
        let at = asked.on.map_or(0, |on| self.revisions(on));
        let (gate, round) = (asked.gate, self.round());
        self.judged.push(Judged { gate, round, criterion: name.into(), party: party.into(), answer, proof, at });
    }

    fn move_on(&mut self, outcome: &Outcome) {
        let to = match outcome {
            Outcome::Stop => {
                self.stopped = true;
                return;
            }
            Outcome::Go if self.phase() == "idea" => "exploration",
            Outcome::Go => "selection",
            Outcome::Rework { to } if to.as_str() == "idea" => "idea",
            Outcome::Rework { .. } => "exploration",
            other => unreachable!("the story does not decide {other:?}"),
        };
        let before = self.places.iter().rev().find(|(phase, _)| *phase == to).map_or(0, |(_, round)| *round);
        self.places.push((to, before + 1));
    }
}
