//! Letters that follow from how far the open gate is: who still answers on a document that was just submitted, whose answer
//! went stale with it (law 4), and that everything is there to decide.

use std::collections::{BTreeMap, BTreeSet};

use engine::{
    Answer, AnswerRule, ArtefactKey, CheckState, CheckSubject, Event, Funnel, OfferedOutcome, PersonId, Project, Readiness,
    Recorded, Subject, Verdict,
};

use crate::news::{News, NewsKind};
use crate::notice::{Matter, Notice, NoticeKind, Roster};
use crate::plan::plan;

/// Whether an event can ask somebody for an answer at the open gate, or be the last thing that its decision needed. Only of
/// such events [`plan_gate`] has anything to say.
#[must_use]
pub fn moves_gate(event: &Event) -> bool {
    matches!(event.answer(), Event::RevisionSubmitted { .. }) || completes(event.answer())
}

/// What can take the last obstacle away. Time can too; then the task of those who decide says so, and no letter.
fn completes(event: &Event) -> bool {
    matches!(
        event,
        Event::RevisionReviewed { verdict: Verdict::Approve, .. }
            | Event::CriterionJudged { answer: Answer::Met | Answer::NotApplicable, .. }
            | Event::CriterionWaived { .. }
            | Event::FactConfirmed { .. }
            | Event::FactsAnswered { .. }
            | Event::Consultation { .. }
            | Event::Condition { .. }
    ) && event.private_to().is_none()
}

/// The notices that `recorded` gives about the open gate, where `readiness` says how far it is now.
///
/// A submitted revision asks the members of each party that answers a criterion on it and has not yet, and tells those
/// whose answer went stale; whoever is asked to review the document, or wrote it, is not asked twice. When nothing is in
/// the way of *go* after the last event of the project, those who decide hear it. Nobody hears of their own act.
#[must_use]
pub fn plan_gate(
    funnel: &Funnel,
    project: &Project,
    roster: &Roster,
    recorded: &Recorded,
    readiness: &Readiness,
) -> Vec<Notice> {
    let mut told: BTreeMap<PersonId, News> = match recorded.event.answer() {
        Event::RevisionSubmitted { artefact, revision, .. } => {
            answers_on(funnel, project, roster, readiness, artefact, *revision)
        }
        event if completes(event) && recorded.sequence == project.sequence => deciders(funnel, project, roster, readiness),
        _ => BTreeMap::new(),
    };
    for notice in plan(funnel, project, roster, recorded) {
        if notice.kind() == NoticeKind::PleaseReview {
            told.remove(&notice.to);
        }
    }
    if let Subject::Person { id, .. } = &recorded.by {
        told.remove(id);
    }
    let known = told.into_iter().filter(|(person, _)| roster.people.contains_key(person));
    let notice = |(to, news)| Notice {
        project: project.id,
        sequence: recorded.sequence,
        on: recorded.at.today,
        to,
        matter: Matter::News(news),
    };
    known.map(notice).collect()
}

/// Who answers a criterion on this revision: news of an answer that went stale outweighs a question that is new.
fn answers_on(
    funnel: &Funnel,
    project: &Project,
    roster: &Roster,
    readiness: &Readiness,
    artefact: &ArtefactKey,
    revision: u32,
) -> BTreeMap<PersonId, News> {
    let mut told: BTreeMap<PersonId, NewsKind> = BTreeMap::new();
    let (Some(kind), Some(round)) = (funnel.artefact(artefact), &project.round) else { return BTreeMap::new() };
    let Some(document) = project.artefacts.get(artefact).filter(|document| document.current.number == revision) else {
        return BTreeMap::new();
    };
    for check in &readiness.checks {
        let CheckSubject::Criterion(key, party) = &check.on else { continue };
        let news = match check.state {
            CheckState::Stale => NewsKind::AnswerStale,
            CheckState::Waiting => NewsKind::PleaseJudge,
            _ => continue,
        };
        let asking = funnel.criterion(key).and_then(|criterion| criterion.asking(&round.gate));
        if !asking.is_some_and(|asking| asking.rests_on.iter().any(|rests_on| rests_on.artefact == *artefact)) {
            continue;
        }
        for member in roster.parties.of(party).iter().filter(|m| !document.current.authors.contains(&m.person)) {
            let kind_of = told.entry(member.person).or_insert(news);
            if news == NewsKind::AnswerStale {
                *kind_of = news;
            }
        }
    }
    let about = |news| News {
        kind: news,
        about: Some(kind.name.clone()),
        artefact: Some(artefact.clone()),
        number: None,
        date: Some(round.due),
        word: None,
    };
    told.into_iter().map(|(person, news)| (person, about(news))).collect()
}

/// Who can decide, once nothing is in the way.
fn deciders(funnel: &Funnel, project: &Project, roster: &Roster, readiness: &Readiness) -> BTreeMap<PersonId, News> {
    let go = readiness.offers.iter().any(|offer| offer.outcome == OfferedOutcome::Go && offer.allowed);
    let (Some(gate), Some(round)) = (funnel.open_gate(project).filter(|_| go), &project.round) else {
        return BTreeMap::new();
    };
    let members = roster.parties.of(&gate.decided_by);
    let chair_decides = gate.rule == AnswerRule::Chair;
    let people: BTreeSet<PersonId> = members.iter().filter(|m| m.chair || !chair_decides).map(|m| m.person).collect();
    let news = News {
        kind: NewsKind::GateReady,
        about: Some(gate.name.clone()),
        artefact: None,
        number: None,
        date: Some(round.due),
        word: None,
    };
    people.into_iter().map(|person| (person, news.clone())).collect()
}
