//! An answer that a colleague's took the place of: two members of a party of which any may answer, at once or one after the
//! other. The later answer stands (law 7); whoever gave the first is told, with both.

use engine::{
    Answer, AnswerRule, ArtefactKey, Event, Evidence, Funnel, Label, PartyKey, PersonId, Project, Recorded, Verdict,
};

use crate::news::{News, NewsKind};
use crate::notice::{Matter, Notice, Roster};

/// An answer of a party that one member gives.
#[derive(Debug)]
struct Given<'a> {
    on: On<'a>,
    party: &'a PartyKey,
    word: &'static str,
}

/// What an answer is on. A new version, or a new round, is asked anew: an answer there replaces nothing.
#[derive(Debug, PartialEq, Eq)]
enum On<'a> {
    Document(&'a Evidence),
    Criterion { key: &'a engine::CriterionKey, gate: &'a engine::GateKey, round: u32, rests_on: &'a [Evidence] },
}

impl<'a> Given<'a> {
    fn of(event: &'a Event) -> Option<Self> {
        let (given, counted) = match event.answer() {
            Event::RevisionReviewed { on, party, verdict, counted, .. } => {
                let word = match verdict {
                    Verdict::Approve => "approve",
                    Verdict::RequestChanges => "request_changes",
                };
                (Self { on: On::Document(on), party, word }, counted)
            }
            Event::CriterionJudged { gate, round, criterion, party, answer, rests_on, counted, .. } => {
                let word = match answer {
                    Answer::Met => "met",
                    Answer::NotMet => "not_met",
                    Answer::NotApplicable => "not_applicable",
                };
                (Self { on: On::Criterion { key: criterion, gate, round: *round, rests_on }, party, word }, counted)
            }
            _ => return None,
        };
        (counted.rule == AnswerRule::Any && counted.members > 1).then_some(given)
    }

    fn name(&self, funnel: &Funnel) -> Option<Label> {
        match &self.on {
            On::Document(on) => funnel.artefact(&on.artefact).map(|kind| kind.name.clone()),
            On::Criterion { key, .. } => funnel.criterion(key).map(|criterion| criterion.question.clone()),
        }
    }

    /// The document to look at.
    fn artefact(&self) -> Option<ArtefactKey> {
        match &self.on {
            On::Document(on) => Some(on.artefact.clone()),
            On::Criterion { rests_on, .. } => rests_on.first().map(|on| on.artefact.clone()),
        }
    }

    /// Whose answer stands on this now, where that can still be seen.
    fn standing(&self, project: &Project) -> Option<PersonId> {
        match &self.on {
            On::Document(on) => {
                let review = project.artefacts.get(&on.artefact)?.reviews.get(self.party)?;
                (review.revision == on.revision).then_some(review.by)
            }
            On::Criterion { key, gate, round, .. } => {
                let open = project.round.as_ref().filter(|open| open.gate == **gate && open.number == *round)?;
                Some(open.judgements.get(*key)?.get(self.party)?.by)
            }
        }
    }
}

/// What an event answers, if it can take the place of a colleague's answer: the key by which events before it are looked up.
#[must_use]
pub fn may_replace(event: &Event) -> Option<&str> {
    Given::of(event).map(|given| match given.on {
        On::Document(on) => on.artefact.as_str(),
        On::Criterion { key, .. } => key.as_str(),
    })
}

/// The notice for whoever gave the answer whose place `recorded` took, where both differ; `answers` are those given in the
/// project on the same, in any order. Nothing for who answered again in the meantime: then theirs stands.
#[must_use]
pub fn plan_replaced(
    funnel: &Funnel,
    project: &Project,
    roster: &Roster,
    recorded: &Recorded,
    answers: &[Recorded],
) -> Option<Notice> {
    let given = Given::of(&recorded.event)?;
    let earlier = answers.iter().filter(|other| other.sequence < recorded.sequence);
    let same = earlier.filter_map(|other| {
        let known = Given::of(&other.event).filter(|known| known.on == given.on && known.party == given.party)?;
        Some((other, known))
    });
    let (first, replaced) = same.max_by_key(|(other, _)| other.sequence)?;
    let (first, second) = (who(first)?, who(recorded)?);
    let told = first != second && replaced.word != given.word && given.standing(project) != Some(first);
    let known = told && roster.people.contains_key(&first);
    let news = News {
        about: given.name(funnel),
        artefact: given.artefact(),
        word: Some(replaced.word.to_owned()),
        instead: Some(given.word.to_owned()),
        ..News::plain(NewsKind::AnswerReplaced)
    };
    known.then_some(Notice {
        project: project.id,
        sequence: recorded.sequence,
        on: recorded.at.today,
        to: first,
        matter: Matter::News(news),
    })
}

/// Whose answer it is, whoever entered it.
fn who(recorded: &Recorded) -> Option<PersonId> {
    match &recorded.event {
        Event::OnBehalf { on_behalf, .. } => Some(on_behalf.person),
        _ => recorded.by.person(),
    }
}
