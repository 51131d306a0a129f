//! Phases can be reached, gates lead on and are decided.

use super::{RETIRED, route};
use crate::check::Check;
use crate::file::{File, Gate};
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
        }
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
