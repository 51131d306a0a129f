//! Who should know of an event. Planned against the project as it is *now*, which may be long after the event.

use std::collections::{BTreeMap, BTreeSet};

use engine::{
    ArtefactKey, Event, Funnel, Label, Lifecycle, Outcome, PartyKey, PersonId, Project, Recorded, Subject, Verdict,
};

use crate::council;
use crate::gate;
use crate::news;
use crate::notice::{Matter, Notice, Roster};
use crate::replaced::may_replace;

/// Whether an event can give notices at all. Of every other nothing needs to be looked up.
#[must_use]
pub fn concerns(event: &Event) -> bool {
    // What concerns the people of a body is among the news; what its members say among themselves is not (law 9).
    matches!(event.answer(), Event::RevisionSubmitted { .. } | Event::GateDecided { .. })
        || news::concerns(event)
        || gate::moves_gate(event)
        || may_replace(event).is_some()
}

/// The notices that `recorded` gives, each person once.
///
/// A submitted revision asks the members of every party that still has to review it, unless they wrote it (law 5), and
/// only while it is the current one and the open gate waits for reviews of it. A decision is told to the lead, the
/// deciding party, everyone who answered on what it rested on, and the members of every party involved; not to the
/// person who recorded it. Everything else on the way that somebody should know the same day is news: see
/// [`crate::NewsKind`]. What a member of a body said among its members is nobody's (law 9). Whoever is not among the
/// roster's people gets nothing.
#[must_use]
pub fn plan(funnel: &Funnel, project: &Project, roster: &Roster, recorded: &Recorded) -> Vec<Notice> {
    if !concerns(&recorded.event) {
        return Vec::new();
    }
    let mut matters = match recorded.event.answer() {
        Event::RevisionSubmitted { artefact, revision, .. } => please_review(funnel, project, roster, artefact, *revision),
        Event::GateDecided { .. } => decision_taken(funnel, project, roster, recorded),
        // What is no news either is seen in the inbox and the timeline.
        _ => BTreeMap::new(),
    };
    // Whose answer was entered by somebody else is told that, rather than what it was.
    matters.extend(news::plan(funnel, project, roster, recorded));
    // The people of a body get their own words, with a personal link.
    matters.extend(council::plan(funnel, project, roster, recorded));
    let known = matters.into_iter().filter(|(person, _)| roster.people.contains_key(person));
    known
        .map(|(to, matter)| Notice { project: project.id, sequence: recorded.sequence, on: recorded.at.today, to, matter })
        .collect()
}

fn please_review(
    funnel: &Funnel,
    project: &Project,
    roster: &Roster,
    artefact: &ArtefactKey,
    revision: u32,
) -> BTreeMap<PersonId, Matter> {
    let mut parties_of: BTreeMap<PersonId, Vec<Label>> = BTreeMap::new();
    let Some(kind) = funnel.artefact(artefact) else { return BTreeMap::new() };
    let Some(document) = project.artefacts.get(artefact).filter(|d| d.current.number == revision) else {
        return BTreeMap::new();
    };
    if !waits_for_review(funnel, project, artefact) {
        return BTreeMap::new();
    }
    let reviewed = |party: &PartyKey| document.reviews.get(party).is_some_and(|r| r.revision == revision);
    for party in funnel.reviewers(kind, &project.facts).filter(|p| project.involved.contains_key(*p) && !reviewed(p)) {
        let Some(definition) = funnel.party(party) else { continue };
        // Also where the chair answers for the party: its members should read what their chair will answer on.
        for member in roster.parties.of(party).iter().filter(|m| !document.current.authors.contains(&m.person)) {
            parties_of.entry(member.person).or_default().push(definition.name.clone());
        }
    }
    let due = document.current.review_due;
    let matter =
        |parties| Matter::PleaseReview { artefact: artefact.clone(), name: kind.name.clone(), revision, parties, due };
    parties_of.into_iter().map(|(person, parties)| (person, matter(parties))).collect()
}

/// Whether the inbox would ask for reviews too: not of a finished project, not of a concept where the open gate asks the
/// final document, not while a party's request for changes sends the current revision back to its writers.
fn waits_for_review(funnel: &Funnel, project: &Project, artefact: &ArtefactKey) -> bool {
    let Some(document) = project.artefacts.get(artefact) else { return false };
    let current = &document.current;
    let sent_back = document.reviews.values().any(|r| r.revision == current.number && r.verdict == Verdict::RequestChanges);
    let more_asked = funnel.open_gate(project).is_some_and(|gate| {
        let asks_more = |stage| stage > current.stage;
        let here = gate.requirements.iter().filter(|r| r.artefact == *artefact && funnel.holds(&r.when, &project.facts));
        here.map(|r| r.stage).min().is_some_and(asks_more)
    });
    project.lifecycle == Lifecycle::Active && !sent_back && !more_asked
}

fn decision_taken(funnel: &Funnel, project: &Project, roster: &Roster, recorded: &Recorded) -> BTreeMap<PersonId, Matter> {
    let Event::GateDecided { gate, outcome, party, .. } = recorded.event.answer() else { return BTreeMap::new() };
    let (Some(definition), Some(decider)) = (funnel.gate(gate), funnel.party(party)) else { return BTreeMap::new() };
    let phase = match outcome {
        Outcome::Stop => definition.stop_to.as_ref().and_then(|to| funnel.phase(to)),
        Outcome::Rework { to } => funnel.phase(to),
        Outcome::Hold { .. } => funnel.phase(&project.phase),
        Outcome::ConditionalGo | Outcome::Go => definition.go_to.as_ref().and_then(|to| funnel.phase(to)),
    };
    let here = phase.is_some_and(|phase| phase.gate.as_ref().is_some_and(|g| g.key == *gate));
    let matter = Matter::DecisionTaken {
        gate: gate.clone(),
        name: definition.name.clone(),
        party: decider.name.clone(),
        outcome: outcome.clone(),
        phase: phase.map(|phase| phase.name.clone()),
        here,
    };
    let mut people = everyone_concerned(project, roster, party);
    if let Subject::Person { id, .. } = &recorded.by {
        people.remove(id);
    }
    people.into_iter().map(|person| (person, matter.clone())).collect()
}

/// The lead, the deciding party, everyone whose answer is on file, and the members of every party involved.
fn everyone_concerned(project: &Project, roster: &Roster, decider: &PartyKey) -> BTreeSet<PersonId> {
    let parties = project.involved.keys().chain([decider]);
    let members = parties.flat_map(|party| roster.parties.of(party).iter().map(|m| m.person));
    let reviewers = project.artefacts.values().flat_map(|a| a.reviews.values().map(|r| r.by));
    let judges = project.round.iter().flat_map(|r| r.judgements.values().flat_map(|by| by.values().map(|j| j.by)));
    members.chain(reviewers).chain(judges).chain([project.lead]).collect()
}
