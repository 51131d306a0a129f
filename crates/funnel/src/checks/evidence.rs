//! Whenever a criterion or a body is asked, its evidence is asked too; what comes before a signing is asked; and every
//! condition holds for some project.

use engine::{FactKey, When};

use super::proof::{Follows, Prover, TooMany, in_words};
use super::{Subject, route};
use crate::check::Check;
use crate::condition::value;
use crate::file::{Asking, Derivation, Fact};
use crate::limits::COMBINATIONS;
use crate::path::Path;
use crate::problem::Findings;

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let follows = follows(subject);
    let mut prover = Prover::new(subject.kinds, &follows);
    for (&(p, n), when) in &subject.conditions.needs {
        let path = Path::of("phases").at(p).key("gate").key("needs").at(n).key("when");
        can_hold(when, &mut prover, &path, findings);
    }
    for (&(a, r), when) in &subject.conditions.reviewers {
        let path = Path::of("artefacts").at(a).key("also_reviewed_by").at(r).key("when");
        can_hold(when, &mut prover, &path, findings);
    }
    let route = route(subject.file);
    shown(subject, &route, &mut prover, findings);
    contracts(subject, &route, &mut prover, findings);
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

/// The facts that follow from others. One whose lines could not be read has its own problem, and is taken as any other.
fn follows(subject: &Subject<'_>) -> Vec<Follows> {
    let facts = subject.file.facts.iter().enumerate().filter(|(_, fact)| !fact.derived.is_empty());
    let one = |(f, fact): (usize, &Fact)| {
        let line = |(d, written): (usize, &Derivation)| {
            Some((subject.conditions.derivations.get(&(f, d))?.clone(), value(&written.value)?))
        };
        let lines = fact.derived.iter().enumerate().map(line).collect::<Option<_>>()?;
        Some(Follows { fact: FactKey::parse(&*fact.id).ok()?, heavier: value(&fact.heavier)?, lines })
    };
    facts.filter_map(one).collect()
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
    // A gate that no project reaches has its own problem.
    let Some(at) = position(subject, route, &asking.gate) else { return };
    for (e, artefact, _) in asking.documents() {
        let Some(needed) = needed(subject, &route[..=at], artefact) else { continue };
        let check = match prover.counterexample(when, &needed) {
            Ok(None) => continue,
            Ok(Some(project)) => {
                let example = if needed.is_empty() { String::new() } else { in_words(&project) };
                Check::EvidenceOff { artefact: artefact.to_owned(), gate: asking.gate.clone(), example }
            }
            Err(TooMany) => Check::TooManyCombinations { limit: COMBINATIONS },
        };
        findings.report(&path.at(e).key("artefact"), check);
    }
}

/// Whether what a body is shown is needed by every project that asks it.
fn shown(subject: &Subject<'_>, route: &[usize], prover: &mut Prover<'_>, findings: &mut Findings<'_>) {
    for (at, p) in route.iter().enumerate() {
        let Some(gate) = &subject.file.phases[*p].gate else { continue };
        for (n, consultation) in gate.consultations.iter().enumerate() {
            let path = Path::of("phases").at(*p).key("gate").key("consultations").at(n);
            let Some(when) = subject.conditions.consultations.get(&(*p, n)) else { continue };
            if !can_hold(when, prover, &path.key("when"), findings) {
                continue;
            }
            let summary = consultation.summary.iter().map(|id| (id, path.key("summary")));
            let documents = consultation.documents.iter().enumerate();
            let documents = documents.map(|(d, on)| (&on.artefact, path.key("documents").at(d).key("artefact")));
            for (artefact, path) in summary.chain(documents) {
                let Some(needed) = needed(subject, &route[..=at], artefact) else { continue };
                let check = match prover.counterexample(when, &needed) {
                    Ok(None) => continue,
                    Ok(Some(project)) => {
                        let example = if needed.is_empty() { String::new() } else { in_words(&project) };
                        Check::ShownOff { artefact: artefact.clone(), gate: gate.id.clone(), example }
                    }
                    Err(TooMany) => Check::TooManyCombinations { limit: COMBINATIONS },
                };
                findings.report(&path, check);
            }
        }
    }
}

/// Whether what comes before a signing is asked, of that party, of every project that needs the document (law 6).
fn contracts(subject: &Subject<'_>, route: &[usize], prover: &mut Prover<'_>, findings: &mut Findings<'_>) {
    for (a, artefact) in subject.file.artefacts.iter().enumerate() {
        let Some(contract) = &artefact.contract else { continue };
        let Some(c) = subject.file.criteria.iter().position(|criterion| criterion.id == contract.after) else { continue };
        let Some(asked_when) = subject.conditions.criteria.get(&c) else { continue };
        let criterion = &subject.file.criteria[c];
        for (at, p) in route.iter().enumerate() {
            let needs = subject.file.phases[*p].gate.iter().flat_map(|gate| &gate.needs).enumerate();
            let Some((n, _)) = needs.into_iter().find(|(_, need)| need.artefact == artefact.id) else { continue };
            let Some(when) = subject.conditions.needs.get(&(*p, n)) else { continue };
            let by_then = |asking: &Asking| position(subject, &route[..=at], &asking.gate).is_some();
            let asked = criterion.asked_at.iter().any(by_then) && criterion.parties.contains(&contract.party);
            let conclusions: Vec<&When> = asked.then_some(asked_when).into_iter().collect();
            let check = match prover.counterexample(when, &conclusions) {
                Ok(None) => continue,
                Ok(Some(project)) => {
                    let example = if asked { in_words(&project) } else { String::new() };
                    let (criterion, party) = (contract.after.clone(), contract.party.clone());
                    Check::ContractAfterNothing { artefact: artefact.id.clone(), criterion, party, example }
                }
                Err(TooMany) => Check::TooManyCombinations { limit: COMBINATIONS },
            };
            findings.report(&Path::of("artefacts").at(a).key("contract").key("after"), check);
            break;
        }
    }
}

/// The place of a gate on the route.
fn position(subject: &Subject<'_>, route: &[usize], gate: &str) -> Option<usize> {
    route.iter().position(|p| subject.file.phases[*p].gate.as_ref().is_some_and(|known| known.id == gate))
}

/// The conditions under which a document is needed on this part of the route. None for an unknown document, and where a
/// condition could not be read: that is reported, and what it would prove is not known.
fn needed<'a>(subject: &'a Subject<'_>, route: &[usize], artefact: &str) -> Option<Vec<&'a When>> {
    if !subject.file.artefacts.iter().any(|known| known.id == artefact) {
        return None;
    }
    let mut needed = Vec::new();
    for p in route {
        for (n, need) in subject.file.phases[*p].gate.iter().flat_map(|gate| &gate.needs).enumerate() {
            if need.artefact == artefact {
                needed.push(subject.conditions.needs.get(&(*p, n))?);
            }
        }
    }
    Some(needed)
}
