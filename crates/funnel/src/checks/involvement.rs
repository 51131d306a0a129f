//! A party is asked nothing before it takes part (law 6).

use std::collections::{BTreeMap, BTreeSet};

use engine::{FactKey, When};

use super::{LEAD, Subject, route};
use crate::check::Check;
use crate::file::File;
use crate::path::Path;
use crate::problem::Findings;
use crate::words::Asked;

/// When who takes part, along the route of a project.
struct Involvement<'a> {
    file: &'a File,
    /// The positions of the phases on the route.
    route: Vec<usize>,
    /// For each phase of the route, the parties that take part by then.
    by_then: Vec<BTreeSet<&'a str>>,
}

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    // When nobody takes part at the start, that is the problem; everything else follows from it.
    if subject.file.phases.first().is_some_and(|first| first.involves.is_empty()) {
        return;
    }
    let involvement = Involvement::of(subject.file);
    involvement.deciders(findings);
    involvement.documents(findings);
    involvement.criteria(findings);
    involvement.confirmations(subject, findings);
    involvement.bodies(findings);
    involvement.in_use(findings);
}

impl<'a> Involvement<'a> {
    fn of(file: &'a File) -> Self {
        let route = route(file);
        let mut so_far = BTreeSet::new();
        let by_then = route
            .iter()
            .map(|p| {
                so_far.extend(file.phases[*p].involves.iter().map(String::as_str));
                so_far.clone()
            })
            .collect();
        Self { file, route, by_then }
    }

    /// Whether a party that exists is asked too early at this point of the route.
    fn is_too_early(&self, party: &str, at: usize) -> bool {
        self.file.parties.iter().any(|known| known.id == party) && !self.by_then[at].contains(party)
    }

    fn phase(&self, at: usize) -> String {
        self.file.phases[self.route[at]].id.clone()
    }

    fn ask(&self, party: &str, asked: Asked, at: usize, path: &Path, findings: &mut Findings<'_>) {
        if self.is_too_early(party, at) {
            let check = Check::PartyNotInvolved { party: party.to_owned(), asked, phase: self.phase(at) };
            findings.report(path, check);
        }
    }

    fn deciders(&self, findings: &mut Findings<'_>) {
        for (at, p) in self.route.iter().enumerate() {
            let Some(gate) = &self.file.phases[*p].gate else { continue };
            let Some(party) = gate.decided_by.as_deref().filter(|party| self.is_too_early(party, at)) else { continue };
            let check = Check::DeciderNotInvolved { gate: gate.id.clone(), party: party.to_owned(), phase: self.phase(at) };
            findings.report(&Path::of("phases").at(*p).key("gate").key("decided_by"), check);
        }
    }

    /// Who writes and reviews a document is there when it is first needed.
    fn documents(&self, findings: &mut Findings<'_>) {
        for (a, artefact) in self.file.artefacts.iter().enumerate() {
            let needs = |p: &usize| {
                let gate = self.file.phases[*p].gate.as_ref();
                gate.is_some_and(|gate| gate.needs.iter().any(|need| need.artefact == artefact.id))
            };
            let Some(at) = self.route.iter().position(needs) else { continue };
            let path = Path::of("artefacts").at(a);
            for (w, writer) in artefact.written_by.iter().enumerate().filter(|(_, writer)| *writer != LEAD) {
                self.ask(writer, Asked::Write, at, &path.key("written_by").at(w), findings);
            }
            for (r, reviewer) in artefact.reviewed_by.iter().enumerate() {
                self.ask(reviewer, Asked::Review, at, &path.key("reviewed_by").at(r), findings);
            }
            for (r, also) in artefact.also_reviewed_by.iter().enumerate() {
                let path = path.key("also_reviewed_by").at(r).key("party");
                self.ask(&also.party, Asked::Review, at, &path, findings);
            }
        }
    }

    /// Who answers a criterion is there at the first gate that asks it.
    fn criteria(&self, findings: &mut Findings<'_>) {
        for (c, criterion) in self.file.criteria.iter().enumerate() {
            let asks = |p: &usize| {
                let gate = self.file.phases[*p].gate.as_ref();
                gate.is_some_and(|gate| criterion.asked_at.iter().any(|asking| asking.gate == gate.id))
            };
            let Some(at) = self.route.iter().position(asks) else { continue };
            for (p, party) in criterion.parties.iter().enumerate() {
                self.ask(party, Asked::Judge, at, &Path::of("criteria").at(c).key("parties").at(p), findings);
            }
        }
    }

    /// Bodies and advisers are there when they are asked.
    fn bodies(&self, findings: &mut Findings<'_>) {
        for (at, p) in self.route.iter().enumerate() {
            let consultations = self.file.phases[*p].gate.iter().flat_map(|gate| &gate.consultations);
            for (n, consultation) in consultations.enumerate() {
                let path = Path::of("phases").at(*p).key("gate").key("consultations").at(n).key("body");
                self.ask(&consultation.body, Asked::Advise, at, &path, findings);
            }
        }
    }

    /// Who sees to use is there when it begins, or when the phase of the duty does.
    fn in_use(&self, findings: &mut Findings<'_>) {
        for (d, duty) in self.file.duties.iter().enumerate() {
            let Some(at) = self.route.iter().position(|p| self.file.phases[*p].id == duty.phase) else { continue };
            self.ask(&duty.party, Asked::See, at, &Path::of("duties").at(d).key("party"), findings);
        }
        let Some(live) = self.route.iter().position(|p| self.file.phases[*p].live) else { return };
        if let Some(signals) = &self.file.signals {
            let path = Path::of("signals");
            if let Some(party) = &signals.handled_by {
                self.ask(party, Asked::Handle, live, &path.key("handled_by"), findings);
            }
        }
        for (r, check) in self.file.rollout_checks.iter().enumerate() {
            self.ask(&check.party, Asked::Start, live, &Path::of("rollout_checks").at(r).key("party"), findings);
        }
        for (c, kind) in self.file.change_kinds.iter().enumerate() {
            if let Some(party) = &kind.small_closed_by {
                self.ask(party, Asked::Close, live, &Path::of("change_kinds").at(c).key("small_closed_by"), findings);
            }
        }
    }

    /// Who confirms a fact is there when its answer first decides something; otherwise the heavier value would hold at that
    /// gate whatever the answer. A fact that decides nothing is confirmed some time.
    fn confirmations(&self, subject: &Subject<'_>, findings: &mut Findings<'_>) {
        let Some(last) = self.route.len().checked_sub(1) else { return };
        let first = self.first_use(subject);
        for (f, fact) in self.file.facts.iter().enumerate() {
            let Some(party) = &fact.confirmed_by else { continue };
            let at = first.get(fact.id.as_str()).copied().unwrap_or(last);
            self.ask(party, Asked::Confirm, at, &Path::of("facts").at(f).key("confirmed_by"), findings);
        }
    }

    /// For each fact, the first point of the route where a condition looks at it.
    fn first_use(&self, subject: &'a Subject<'_>) -> BTreeMap<&'a str, usize> {
        let mut first = BTreeMap::new();
        for (at, p) in self.route.iter().enumerate() {
            let Some(gate) = &self.file.phases[*p].gate else { continue };
            let needs = (0..gate.needs.len()).filter_map(|n| subject.conditions.needs.get(&(*p, n)));
            let asked = self.file.criteria.iter().enumerate();
            let asked = asked.filter(|(_, criterion)| criterion.asked_at.iter().any(|asking| asking.gate == gate.id));
            let consulted = (0..gate.consultations.len()).filter_map(|n| subject.conditions.consultations.get(&(*p, n)));
            let conditions = needs.chain(consulted).chain(asked.filter_map(|(c, _)| subject.conditions.criteria.get(&c)));
            for fact in conditions.flat_map(facts) {
                first.entry(fact.as_str()).or_insert(at);
            }
        }
        first
    }
}

/// The facts that a condition looks at, some perhaps twice.
pub(super) fn facts(when: &When) -> Vec<&FactKey> {
    match when {
        When::Always => Vec::new(),
        When::All(parts) | When::Any(parts) => parts.iter().flat_map(facts).collect(),
        When::Not(part) => facts(part),
        When::Is(fact, _) | When::AtLeast(fact, _) => vec![fact],
    }
}
