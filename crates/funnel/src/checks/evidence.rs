//! Whenever a criterion is on, its evidence is asked; and every condition holds for some project.

use engine::When;

use super::proof::{Prover, TooMany, in_words};
use super::{Subject, route};
use crate::check::Check;
use crate::file::Asking;
use crate::limits::COMBINATIONS;
use crate::path::Path;
use crate::problem::Findings;

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let mut prover = Prover::new(subject.kinds);
    for (&(p, n), when) in &subject.conditions.needs {
        let path = Path::of("phases").at(p).key("gate").key("needs").at(n).key("when");
        can_hold(when, &mut prover, &path, findings);
    }
    let route = route(subject.file);
    for (c, criterion) in subject.file.criteria.iter().enumerate() {
        let path = Path::of("criteria").at(c);
        let Some(when) = subject.conditions.criteria.get(&c) else { continue };
        if !can_hold(when, &mut prover, &path.key("when"), findings) {
            continue;
        }
        for (g, asking) in criterion.asked_at.iter().enumerate() {
            let path = path.key("asked_at").at(g).key("rests_on");
            rests(subject, &route, when, asking, &mut prover, &path, findings);
        }
    }
}

/// Whether a condition holds for some project; reported when it does not.
fn can_hold(when: &When, prover: &mut Prover<'_>, path: &Path, findings: &mut Findings<'_>) -> bool {
    match prover.counterexample(when, &[]) {
        Ok(Some(_)) => true,
        Ok(None) => {
            findings.report(path, Check::NeverHolds {});
            false
        }
        Err(TooMany) => {
            findings.report(path, Check::TooManyCombinations { limit: COMBINATIONS });
            false
        }
    }
}

/// Whether the evidence of a criterion is needed, at this gate or an earlier one, by every project that is asked it.
fn rests(
    subject: &Subject<'_>,
    route: &[usize],
    when: &When,
    asking: &Asking,
    prover: &mut Prover<'_>,
    path: &Path,
    findings: &mut Findings<'_>,
) {
    let phases = &subject.file.phases;
    let at_gate = |p: &usize| phases[*p].gate.as_ref().is_some_and(|gate| gate.id == asking.gate);
    // A gate that no project reaches has its own problem.
    let Some(at) = route.iter().position(at_gate) else { return };
    for (e, evidence) in asking.rests_on.iter().enumerate() {
        if !subject.file.artefacts.iter().any(|artefact| artefact.id == evidence.artefact) {
            continue;
        }
        let mut needed = Vec::new();
        let mut all_read = true;
        for p in &route[..=at] {
            for (n, need) in phases[*p].gate.iter().flat_map(|gate| &gate.needs).enumerate() {
                if need.artefact == evidence.artefact {
                    let condition = subject.conditions.needs.get(&(*p, n));
                    all_read &= condition.is_some();
                    needed.extend(condition);
                }
            }
        }
        // A condition that could not be read is reported; what it would prove is not known.
        if !all_read {
            continue;
        }
        let check = match prover.counterexample(when, &needed) {
            Ok(None) => continue,
            Ok(Some(project)) => {
                let example = if needed.is_empty() { String::new() } else { in_words(&project) };
                Check::EvidenceOff { artefact: evidence.artefact.clone(), gate: asking.gate.clone(), example }
            }
            Err(TooMany) => Check::TooManyCombinations { limit: COMBINATIONS },
        };
        findings.report(&path.at(e).key("artefact"), check);
    }
}
