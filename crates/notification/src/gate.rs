//! Letters that follow from how far the open gate is: who still answers on a document that was just submitted, whose answer
//! went stale with it (law 4), and that everything is there to decide. Whom a task waits for is the engine's to say.

use std::collections::BTreeMap;

use engine::{
    Answer, ArtefactKey, Event, Funnel, GateKey, Label, PersonId, Project, Recorded, Subject, Task, TaskKind, Verdict,
    Waiter,
};

use crate::news::{News, NewsKind};
use crate::notice::{Matter, Notice, NoticeKind, Roster};
use crate::plan::plan;

/// Whether an event can ask somebody for an answer at the open gate, or be the last thing that its decision needed. Only of
/// such events [`plan_gate`] and [`plan_ready`] have anything to say.
#[must_use]
pub fn moves_gate(event: &Event) -> bool {
    matches!(event.answer(), Event::RevisionSubmitted { .. }) || completes(event)
}

/// What can take the last obstacle away: an answer, or what time brings, such as the end of a body's waiting time or of a
/// hold.
#[must_use]
pub fn completes(event: &Event) -> bool {
    matches!(
        event.answer(),
        Event::RevisionReviewed { verdict: Verdict::Approve, .. }
            | Event::CriterionJudged { answer: Answer::Met | Answer::NotApplicable, .. }
            | Event::CriterionWaived { .. }
            | Event::FactConfirmed { .. }
            | Event::FactsAnswered { .. }
            | Event::Consultation { .. }
            | Event::Condition { .. }
            | Event::HoldEnded { .. }
            | Event::RoundOpened { .. }
            | Event::EvidenceChanged { .. }
            | Event::DecisionUpheld { .. }
            | Event::Expiry { .. }
            | Event::Change { .. }
            | Event::Signal { .. }
            | Event::Use { .. }
            | Event::ProjectMigrated { .. }
    ) && event.private_to().is_none()
}

/// The round whose decision can be taken by these tasks, if it can.
#[must_use]
pub fn ready_round(project: &Project, tasks: &[Task]) -> Option<(GateKey, u32)> {
    let round = project.round.as_ref()?;
    let waits = tasks.iter().any(|task| task.kind == TaskKind::Decide(round.gate.clone()));
    waits.then(|| (round.gate.clone(), round.number))
}

/// The notices that `recorded` gives about the open gate, where `tasks` are those of the project now.
///
/// A submitted revision asks whoever answers a criterion on it and has not yet, and tells those whose answer went stale;
/// whoever is asked to review the document is not asked twice. Nobody hears of their own act.
#[must_use]
pub fn plan_gate(funnel: &Funnel, project: &Project, roster: &Roster, recorded: &Recorded, tasks: &[Task]) -> Vec<Notice> {
    let Event::RevisionSubmitted { artefact, revision, .. } = recorded.event.answer() else { return Vec::new() };
    let mut told = BTreeMap::new();
    for task in tasks {
        let Some(news) = asked_again(funnel, project, task, artefact, *revision) else { continue };
        for person in people(roster, task) {
            // That an answer went stale outweighs a question that is new.
            let known: &mut News = told.entry(person).or_insert_with(|| news.clone());
            if news.kind == NewsKind::AnswerStale {
                known.clone_from(&news);
            }
        }
    }
    for notice in plan(funnel, project, roster, recorded) {
        if notice.kind() == NoticeKind::PleaseReview {
            told.remove(&notice.to);
        }
    }
    notices(project, roster, recorded, told)
}

/// That everything is there for the decision of the open gate, for those who take it, where `tasks` are those of the project
/// now; nothing where it is not so. `recorded` is the last event that can have made it so: whoever did that knows. Whether it
/// was told already for this round is for whoever keeps that to say, by [`ready_round`].
#[must_use]
pub fn plan_ready(funnel: &Funnel, project: &Project, roster: &Roster, recorded: &Recorded, tasks: &[Task]) -> Vec<Notice> {
    let deciding = tasks.iter().filter(|task| matches!(task.kind, TaskKind::Decide(_)));
    let told = deciding.filter_map(|task| {
        let TaskKind::Decide(gate) = &task.kind else { return None };
        let news = news(NewsKind::GateReady, funnel.gate(gate)?.name.clone(), None, task);
        Some(people(roster, task).into_iter().map(move |person| (person, news.clone())))
    });
    notices(project, roster, recorded, told.flatten().collect())
}

fn notices(project: &Project, roster: &Roster, recorded: &Recorded, mut told: BTreeMap<PersonId, News>) -> Vec<Notice> {
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

/// What a judgement that is open says about this revision; nothing when it rests on other documents, or on a later version.
fn asked_again(funnel: &Funnel, project: &Project, task: &Task, artefact: &ArtefactKey, revision: u32) -> Option<News> {
    let TaskKind::Judge(key, _) = &task.kind else { return None };
    let asking = funnel.criterion(key)?.asking(&project.round.as_ref()?.gate)?;
    let rests_here = asking.rests_on.iter().any(|rests_on| rests_on.artefact == *artefact);
    let newest = project.artefacts.get(artefact)?.current.number == revision;
    let kind = if task.confirmable { NewsKind::AnswerStale } else { NewsKind::PleaseJudge };
    let document = funnel.artefact(artefact).filter(|_| rests_here && newest)?;
    Some(news(kind, document.name.clone(), Some(artefact.clone()), task))
}

fn news(kind: NewsKind, about: Label, artefact: Option<ArtefactKey>, task: &Task) -> News {
    News { about: Some(about), artefact, date: Some(task.due), ..News::plain(kind) }
}

/// The members that a task waits for.
fn people(roster: &Roster, task: &Task) -> Vec<PersonId> {
    match &task.waits_for {
        Waiter::Person(person) => vec![*person],
        Waiter::Party(party) => {
            let members = roster.parties.of(party).iter().filter(|member| member.chair || !task.chair_only);
            members.map(|member| member.person).filter(|person| !task.not_by.contains(person)).collect()
        }
    }
}
