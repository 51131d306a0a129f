//! What happened in a consultation, told from its log: also when the project's state has long forgotten it.

use std::collections::BTreeMap;

use engine::{
    Advice, ConsultationEvent, Event, Exhibit, GateKey, Hash, Minutes, OnBehalf, Origin, Outcome, PartyKey, PersonId,
    Recorded, Response, Right, Subject, Summary, Term, TextRef,
};
use persistence::TimelineItem;
use time::Date;

/// One consultation from its beginning to now.
#[derive(Debug)]
pub struct Story {
    /// Its number in the project.
    pub number: u32,
    /// Which body.
    pub body: PartyKey,
    /// What it may do.
    pub right: Right,
    /// What called for it.
    pub origin: Option<Origin>,
    /// The question; none where the body gave advice of its own accord.
    pub question: Option<TextRef>,
    /// The plain summary.
    pub summary: Option<Summary>,
    /// The documents that it was shown.
    pub exhibits: Vec<Exhibit>,
    /// Its time.
    pub term: Option<Term>,
    /// The event that last put something before the body. An answer names it, so that nobody answers what they did not read.
    pub version: u64,
    /// When the summary or the documents were changed, if they were.
    pub revised: Option<Date>,
    /// The last opinion of each member; empty for whoever may not read them.
    pub opinions: BTreeMap<PersonId, Opinion>,
    /// Until when the body asked for more time, while that is not answered.
    pub extension: Option<Date>,
    /// Why it did not get more time.
    pub kept: Option<TextRef>,
    /// What the body said.
    pub answer: Option<Given>,
    /// Talks about it: the day, and what was said.
    pub talks: Vec<(Date, TextRef)>,
    /// What the provider answered.
    pub response: Option<Answered>,
    /// How it ended, where that was not by an answer.
    pub end: Option<End>,
    /// Whether what was entered for the body was contested, and it has not answered since.
    pub contested: bool,
    /// The decision of the gate that asked.
    pub decision: Option<(Date, GateKey, Outcome)>,
}

/// A member's own opinion.
#[derive(Clone, Debug)]
pub struct Opinion {
    /// The words.
    pub text: TextRef,
    /// On which day.
    pub on: Date,
    /// Who entered it, where that was somebody else.
    pub entered_by: Option<PersonId>,
}

/// What the body said.
#[derive(Clone, Debug)]
pub struct Given {
    /// The answer.
    pub advice: Advice,
    /// On which day it was put on record.
    pub on: Date,
    /// Who established it.
    pub by: Option<PersonId>,
    /// Who entered it for them, from where, and on which day it was given.
    pub recorded: Option<(PersonId, OnBehalf)>,
    /// The place in the chain of the log, from which its reference is made.
    pub hash: Hash,
}

/// What the provider answered.
#[derive(Clone, Debug)]
pub struct Answered {
    /// The answer.
    pub response: Response,
    /// When.
    pub on: Date,
    /// The first day on which may be decided.
    pub waits_until: Option<Date>,
}

/// How a consultation ended without an answer that stands.
#[derive(Clone, Debug)]
pub enum End {
    /// Who asked took it back.
    Withdrawn(TextRef),
    /// It was not asked what it wanted to be asked.
    Declined(TextRef),
    /// No answer came, as a person recorded.
    NoAnswer,
    /// Another consented in its place.
    Substituted(Date, TextRef),
}

impl Story {
    /// Tells a consultation from its events, oldest first. `None` when its beginning is not among them.
    pub fn tell(number: u32, events: &[TimelineItem]) -> Option<Self> {
        let mut story: Option<Self> = None;
        for item in events {
            match item.recorded.event.answer() {
                Event::Consultation { event, .. } => match (&mut story, begin(number, item, event)) {
                    (Some(known), Some(begun)) => known.begin_again(begun),
                    (known @ None, Some(begun)) => *known = Some(begun),
                    (Some(known), None) => known.take(item, event),
                    (None, None) => return None,
                },
                Event::GateDecided { gate, outcome, .. } => {
                    if let Some(story) = story.as_mut().filter(|story| story.is_of(gate) && story.decision.is_none()) {
                        story.decision = Some((item.recorded.at.today, gate.clone(), outcome.clone()));
                    }
                }
                _ => {}
            }
        }
        story
    }

    fn is_of(&self, gate: &GateKey) -> bool {
        matches!(&self.origin, Some(Origin::Gate { gate: of, .. }) if of == gate)
    }

    /// The question was asked that the body requested.
    fn begin_again(&mut self, begun: Self) {
        *self = begun;
    }

    fn take(&mut self, item: &TimelineItem, event: &ConsultationEvent) {
        let Recorded { sequence, at, .. } = &item.recorded;
        match event {
            ConsultationEvent::Opined { opinion, .. } => self.opined(item, *opinion),
            ConsultationEvent::Established { advice, .. } => self.answer = Some(given(item, advice.clone())),
            ConsultationEvent::ExtensionAsked { until, .. } => (self.extension, self.kept) = (Some(*until), None),
            ConsultationEvent::Extended { term } => (self.term, self.extension, self.kept) = (Some(*term), None, None),
            ConsultationEvent::TermKept { reason } => (self.extension, self.kept) = (None, Some(*reason)),
            ConsultationEvent::SummaryRevised { summary, exhibits, term } => {
                (self.summary, self.term) = (Some(summary.clone()), Some(*term));
                self.exhibits.clone_from(exhibits);
                (self.version, self.revised) = (*sequence, Some(at.today));
            }
            ConsultationEvent::TermChosen { term, .. } => self.term = Some(*term),
            ConsultationEvent::NoAnswer { .. } => self.end = Some(End::NoAnswer),
            ConsultationEvent::Conferred { on, note } => self.talks.push((*on, *note)),
            ConsultationEvent::Responded { response, waits_until } => {
                self.response = Some(Answered { response: response.clone(), on: at.today, waits_until: *waits_until });
            }
            ConsultationEvent::Withdrawn { reason } => self.end = Some(End::Withdrawn(*reason)),
            ConsultationEvent::Declined { reason } => self.end = Some(End::Declined(*reason)),
            ConsultationEvent::Substituted { on, text } => self.end = Some(End::Substituted(*on, *text)),
            ConsultationEvent::Confirmed { exhibits, .. } => self.exhibits.clone_from(exhibits),
            ConsultationEvent::Contested => {
                (self.answer, self.response, self.contested) = (None, None, true);
            }
            ConsultationEvent::OverlegContested => self.response = None,
            ConsultationEvent::WaitOver => {
                if let Some(response) = &mut self.response {
                    response.waits_until = None;
                }
            }
            ConsultationEvent::Reminded
            | ConsultationEvent::TermPassed
            | ConsultationEvent::Informed { .. }
            | ConsultationEvent::Opened { .. }
            | ConsultationEvent::Requested { .. }
            | ConsultationEvent::Volunteered { .. } => {}
        }
        if self.answer.is_some() {
            self.contested = false;
            self.end = self.end.take().filter(|end| !matches!(end, End::NoAnswer));
        }
    }

    fn opined(&mut self, item: &TimelineItem, text: TextRef) {
        let (whose, entered_by) = whose(item);
        if let Some(whose) = whose {
            self.opinions.insert(whose, Opinion { text, on: item.recorded.at.today, entered_by });
        }
    }

    /// What shows the answer that was entered for the body.
    pub fn minutes(&self) -> Option<&Minutes> {
        let (_, on_behalf) = self.answer.as_ref()?.recorded.as_ref()?;
        Some(&on_behalf.minutes)
    }

    /// Every text that it refers to.
    pub fn texts(&self) -> Vec<TextRef> {
        let advice = self.answer.iter().flat_map(|given| [Some(given.advice.text), given.advice.minority]).flatten();
        let minutes = self.minutes().and_then(|minutes| match minutes {
            Minutes::Text(text) => Some(*text),
            Minutes::File(_) => None,
        });
        let response = self.response.iter().map(|answered| answered.response.reason);
        let end = self.end.iter().filter_map(|end| match end {
            End::Withdrawn(text) | End::Declined(text) | End::Substituted(_, text) => Some(*text),
            End::NoAnswer => None,
        });
        let summary = self.summary.iter().filter_map(|summary| match summary {
            Summary::Text(text) => Some(*text),
            Summary::Revision(_) => None,
        });
        let opinions = self.opinions.values().map(|opinion| opinion.text);
        let talks = self.talks.iter().map(|(_, text)| *text);
        let own = self.question.into_iter().chain(self.kept);
        own.chain(summary).chain(opinions).chain(advice).chain(minutes).chain(talks).chain(response).chain(end).collect()
    }
}

/// Whose act an event is, and who entered it for them.
fn whose(item: &TimelineItem) -> (Option<PersonId>, Option<PersonId>) {
    let actor = match &item.recorded.by {
        Subject::Person { id, .. } => Some(*id),
        Subject::System => None,
    };
    match &item.recorded.event {
        Event::OnBehalf { on_behalf, .. } => (Some(on_behalf.person), actor),
        _ => (actor, None),
    }
}

fn given(item: &TimelineItem, advice: Advice) -> Given {
    let (by, entered_by) = whose(item);
    let recorded = match &item.recorded.event {
        Event::OnBehalf { on_behalf, .. } => entered_by.map(|who| (who, on_behalf.clone())),
        _ => None,
    };
    Given { advice, on: item.recorded.at.today, by, recorded, hash: item.hash }
}

/// The story that an event begins.
fn begin(number: u32, item: &TimelineItem, event: &ConsultationEvent) -> Option<Story> {
    let fresh = |body: &PartyKey, right| Story {
        number,
        body: body.clone(),
        right,
        origin: None,
        question: None,
        summary: None,
        exhibits: Vec::new(),
        term: None,
        version: item.recorded.sequence,
        revised: None,
        opinions: BTreeMap::new(),
        extension: None,
        kept: None,
        answer: None,
        talks: Vec::new(),
        response: None,
        end: None,
        contested: false,
        decision: None,
    };
    let shown = |story: Story, origin: &Origin, question: &TextRef, summary: &Summary, exhibits: &Vec<Exhibit>| Story {
        origin: Some(origin.clone()),
        question: Some(*question),
        summary: Some(summary.clone()),
        exhibits: exhibits.clone(),
        ..story
    };
    match event {
        ConsultationEvent::Informed { origin, body, question, summary, exhibits, .. } => {
            Some(shown(fresh(body, Right::Information), origin, question, summary, exhibits))
        }
        ConsultationEvent::Opened { origin, body, right, question, summary, exhibits, term, .. } => {
            let story = shown(fresh(body, *right), origin, question, summary, exhibits);
            Some(Story { term: Some(*term), ..story })
        }
        ConsultationEvent::Requested { body, question } => {
            Some(Story { question: Some(*question), ..fresh(body, Right::Advice) })
        }
        ConsultationEvent::Volunteered { body, advice, .. } => {
            Some(Story { answer: Some(given(item, advice.clone())), ..fresh(body, Right::Advice) })
        }
        _ => None,
    }
}
