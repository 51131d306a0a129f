//! The publishing checks (law 19). Each file checks one side of a funnel; all run, so that an author sees every problem.
//! They look at the file as written rather than at the engine's funnel, which exists only when nothing is wrong.

mod criteria;
mod documents;
mod evidence;
mod facts;
mod ids;
mod in_use;
mod involvement;
mod lists;
mod names;
mod parties;
mod phases;
mod proof;
mod terms;
mod texts;

use std::collections::BTreeMap;

use crate::condition::{Conditions, FactKinds};
use crate::file::File;
use crate::form::Form;
use crate::problem::Findings;

/// The writer that is no party: the lead of the project.
pub(crate) const LEAD: &str = "lead";

/// Where *go* takes the product out of use; no phase.
pub(crate) const RETIRED: &str = "retired";

/// A file with what was read from it so far.
pub(crate) struct Subject<'a> {
    pub file: &'a File,
    pub kinds: &'a FactKinds,
    pub conditions: &'a Conditions,
    /// The forms that compile, by the position of their document.
    pub forms: &'a BTreeMap<usize, Form>,
}

/// Runs every check.
pub(crate) fn all(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    texts::check(subject.file, findings);
    ids::check(subject.file, findings);
    lists::check(subject.file, findings);
    names::check(subject, findings);
    facts::check(subject.file, findings);
    phases::check(subject.file, findings);
    involvement::check(subject, findings);
    documents::check(subject.file, findings);
    criteria::check(subject.file, findings);
    parties::check(subject.file, findings);
    evidence::check(subject, findings);
    in_use::check(subject.file, findings);
    terms::check(subject.file, findings);
}

/// The positions of the phases that a project can come through, in order: from the first along every *go*, and where *go*
/// stays in its phase along *stop*. Ends where a phase has no gate, leads nowhere, or leads back.
pub(crate) fn route(file: &File) -> Vec<usize> {
    let mut route = Vec::new();
    let mut next = (!file.phases.is_empty()).then_some(0);
    while let Some(at) = next {
        route.push(at);
        let gate = file.phases[at].gate.as_ref();
        let position = |to: &String| file.phases.iter().position(|phase| phase.id == *to).filter(|to| *to > at);
        next = gate.and_then(|gate| position(&gate.go_to).or_else(|| gate.stop_to.as_ref().and_then(position)));
    }
    route
}

/// The ids of a list, for a message.
fn join<'a>(ids: impl IntoIterator<Item = &'a str>) -> String {
    let ids: Vec<_> = ids.into_iter().collect();
    if ids.is_empty() { "–".to_owned() } else { ids.join(", ") }
}
