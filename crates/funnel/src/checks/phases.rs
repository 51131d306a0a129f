//! Phases can be reached, gates lead on and are decided, terms are possible.

use engine::limits::TERM_DAYS;

use super::{RETIRED, route};
use crate::check::Check;
use crate::file::{File, Gate, Rule};
use crate::limits::{AGE_DAYS, MEMBERS};
use crate::path::Path;
use crate::problem::Findings;

pub(super) fn check(file: &File, findings: &mut Findings<'_>) {
    let Some(first) = file.phases.first() else {
        findings.report(&Path::of("phases"), Check::NoPhase {});
        return;
    };
    if first.involves.is_empty() {
        findings.report(&Path::of("phases").at(0), Check::NobodyInvolvedAtStart {});
    }
    let route = route(file);
    // Where a gate leads nowhere or back, that is the problem, not what comes after it.
    let leads_on = |at: usize| {
        let gate = file.phases[at].gate.as_ref();
        gate.is_some_and(|gate| gate.go_to != RETIRED && gate.recurs_after_days.is_none())
    };
    let is_cut = route.last().is_some_and(|last| leads_on(*last));
    for (p, phase) in file.phases.iter().enumerate() {
        if !is_cut && !route.contains(&p) {
            findings.report(&Path::of("phases").at(p).key("id"), Check::UnreachablePhase { phase: phase.id.clone() });
        }
        if let Some(gate) = &phase.gate {
            leads(file, p, gate, findings);
            terms(file, gate, &Path::of("phases").at(p).key("gate"), findings);
        }
    }
    for (p, party) in file.parties.iter().enumerate() {
        quorum(party.answers, &Path::of("parties").at(p).key("answers"), findings);
    }
    term(file.extra_decision_days, TERM_DAYS, &Path::of("extra_decision_days"), findings);
    for (c, closing) in file.closing.iter().enumerate() {
        term(closing.days, TERM_DAYS, &Path::of("closing").at(c).key("days"), findings);
    }
    for (a, artefact) in file.artefacts.iter().enumerate() {
        term(artefact.review_days, TERM_DAYS, &Path::of("artefacts").at(a).key("review_days"), findings);
    }
}

/// Where the outcomes of a gate lead, and who decides. Unknown phases are reported with the other names.
fn leads(file: &File, p: usize, gate: &Gate, findings: &mut Findings<'_>) {
    let path = Path::of("phases").at(p).key("gate");
    let from = &file.phases[p].id;
    let position = |id: &String| file.phases.iter().position(|phase| phase.id == *id);
    let recurs = gate.recurs_after_days.is_some();
    if position(&gate.go_to).is_some_and(|to| to < p || (to == p && !recurs)) {
        findings.report(&path.key("go_to"), Check::GoesBack { from: from.clone(), to: gate.go_to.clone() });
    }
    if let Some(to) = gate.stop_to.as_ref().filter(|to| position(to).is_some_and(|to| to <= p)) {
        findings.report(&path.key("stop_to"), Check::GoesBack { from: from.clone(), to: to.clone() });
    }
    for (r, to) in gate.rework_to.iter().enumerate() {
        if position(to).is_some_and(|to| to > p) {
            let check = Check::ReworkForward { from: from.clone(), to: to.clone() };
            findings.report(&path.key("rework_to").at(r), check);
        }
    }
    if gate.decided_by.as_ref().is_none_or(String::is_empty) {
        findings.report(&path.key("decided_by"), Check::DecidedByNobody { gate: gate.id.clone() });
    }
}

fn terms(file: &File, gate: &Gate, path: &Path, findings: &mut Findings<'_>) {
    term(gate.term_days, TERM_DAYS, &path.key("term_days"), findings);
    if let Some(days) = gate.recurs_after_days {
        term(days, AGE_DAYS, &path.key("recurs_after_days"), findings);
    }
    if let Some(rule) = gate.decides {
        quorum(rule, &path.key("decides"), findings);
    }
    for (n, need) in gate.needs.iter().enumerate() {
        let path = path.key("needs").at(n);
        if let Some(age) = need.maximum_age_days {
            term(age, AGE_DAYS, &path.key("maximum_age_days"), findings);
        }
        let Some(artefact) = file.artefacts.iter().find(|artefact| artefact.id == need.artefact) else { continue };
        // With as many days as the round has, nothing is left to write the document.
        let fits = artefact.review_days < gate.term_days;
        if !fits && is_possible(artefact.review_days, TERM_DAYS) && is_possible(gate.term_days, TERM_DAYS) {
            let check = Check::TermDoesNotFit {
                artefact: artefact.id.clone(),
                review_days: artefact.review_days,
                gate: gate.id.clone(),
                term_days: gate.term_days,
            };
            findings.report(&path.key("artefact"), check);
        }
    }
}

/// A rule that some party can meet (law 7).
fn quorum(rule: Rule, path: &Path, findings: &mut Findings<'_>) {
    let possible = match rule {
        Rule::KOf(k) => (1..=MEMBERS).contains(&k),
        Rule::Percentage(percent) => (1..=100).contains(&percent),
        Rule::Any | Rule::Chair | Rule::All => true,
    };
    if !possible {
        findings.report(path, Check::QuorumOutOfRange { members: MEMBERS });
    }
}

fn is_possible(days: u32, limit: u16) -> bool {
    (1..=u32::from(limit)).contains(&days)
}

fn term(days: u32, limit: u16, path: &Path, findings: &mut Findings<'_>) {
    if !is_possible(days, limit) {
        findings.report(path, Check::TermOutOfRange { days, limit });
    }
}
