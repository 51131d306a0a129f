//! What the body said, and what became of it.

use engine::{Following, Minutes, OnBehalf, Step};
use notification::texts;
use time::Date;

use super::content::{self, Block};
use super::pages::Told;
use super::story::{Answered, End, Given};
use super::visit::{Visit, word};

impl Visit {
    /// What became of the answer.
    pub fn told(&self) -> Vec<Told> {
        let story = &self.story;
        let mut told = Vec::new();
        if let Some(given) = &story.answer {
            told.push(self.answer_told(given));
        }
        let withheld = self.known().is_some_and(|known| known.step == Step::Withheld);
        let heading = || self.say("council-story", &[]);
        if withheld {
            told.push(Told {
                title: heading(),
                first: self.say("council-withheld", &[]),
                text: Vec::new(),
                small: Vec::new(),
            });
        }
        for (on, note) in &story.talks {
            told.push(Told {
                title: self.say("council-conferred-heading", &[]),
                first: self.say_date("council-conferred-on", *on),
                text: content::of_text(&self.text(*note)),
                small: Vec::new(),
            });
        }
        if let Some(response) = &story.response {
            told.push(self.response_told(response));
        } else if self.known().is_some_and(|known| known.step == Step::Advised) {
            let first = self.say_organisation("council-no-response");
            told.push(Told { title: heading(), first, text: Vec::new(), small: Vec::new() });
        }
        if let Some(end) = &story.end {
            told.push(self.end_told(end, heading()));
        }
        if let Some((on, gate, outcome)) = &story.decision {
            let arguments = [("date", self.date(*on).into()), ("outcome", self.outcome(gate, outcome).into())];
            told.push(Told {
                title: self.say("council-decision-heading", &[]),
                first: self.say("council-decision-on", &arguments),
                text: Vec::new(),
                small: Vec::new(),
            });
        }
        told
    }

    /// What the body said.
    pub fn answer_told(&self, given: &Given) -> Told {
        let mut text = content::of_text(&self.text(given.advice.text));
        if let Some(minority) = given.advice.minority {
            text.push(Block::Heading(self.say("council-minority-heading", &[])));
            text.extend(content::of_text(&self.text(minority)));
        }
        let shown = given.recorded.as_ref().map(|(_, on_behalf)| on_behalf);
        text.extend(shown.map(|on_behalf| self.minutes_told(on_behalf)).unwrap_or_default());
        let who = |person: Option<engine::PersonId>| person.map_or_else(String::new, |person| self.name(person));
        let established = if let Some((entered_by, on_behalf)) = &given.recorded {
            let arguments = [
                ("who", self.name(*entered_by).into()),
                ("whom", self.name(on_behalf.person).into()),
                ("date", self.date(on_behalf.occurred_on).into()),
            ];
            self.say("council-recorded-by", &arguments)
        } else {
            let arguments = [("date", self.date(given.on).into()), ("who", who(given.by).into())];
            self.say("council-established-on", &arguments)
        };
        let reference = self.say("council-reference", &[("reference", self.reference(given).into())]);
        Told {
            title: self.say_right("council-our-advice"),
            first: self.verdict(given.advice.verdict),
            text,
            small: [established].into_iter().chain(shown.and_then(|of| self.votes_told(of))).chain([reference]).collect(),
        }
    }

    /// Who were there, and what shows the answer that was entered for the body: it says whether that is right (law 14).
    fn minutes_told(&self, on_behalf: &OnBehalf) -> Vec<Block> {
        let mut blocks = Vec::new();
        if !on_behalf.present.is_empty() {
            blocks.push(Block::Heading(self.say("council-advice-present-label", &[])));
            blocks.push(Block::List(on_behalf.present.iter().map(|person| self.name(*person)).collect()));
        }
        blocks.push(Block::Heading(self.say("council-advice-minutes-label", &[])));
        match (&on_behalf.minutes, &self.minutes) {
            (Minutes::Text(text), _) => blocks.extend(content::of_text(&self.text(*text))),
            (Minutes::File(_), Some(file)) => blocks.push(Block::File(self.file(file))),
            (Minutes::File(_), None) => blocks.push(Block::Paragraph(self.say("council-document-erased", &[]))),
        }
        blocks
    }

    fn votes_told(&self, on_behalf: &OnBehalf) -> Option<String> {
        on_behalf.votes.map(|votes| self.say_votes([votes.in_favour, votes.against, votes.abstained]))
    }

    /// Votes in favour, against, and who abstained.
    pub fn say_votes(&self, counted: [impl ToString; 3]) -> String {
        let [for_it, against, abstained] = counted.map(|count| count.to_string().into());
        self.say("council-advice-votes-said", &[("for", for_it), ("against", against), ("abstained", abstained)])
    }

    fn response_told(&self, answered: &Answered) -> Told {
        let waits = answered.waits_until.map(|until| self.say_date("council-waits-until", until));
        let following: Following = answered.response.following;
        Told {
            title: self.say_organisation("council-responded-heading"),
            first: self.say_organisation(&format!("council-following-{}", word(&following))),
            text: content::of_text(&self.text(answered.response.reason)),
            small: std::iter::once(self.say_date("council-responded-on", answered.on)).chain(waits).collect(),
        }
    }

    fn end_told(&self, end: &End, title: String) -> Told {
        let (first, reason) = match end {
            End::Withdrawn(reason) => (self.say("council-withdrawn", &[]), Some(*reason)),
            End::Declined(reason) => (self.say_organisation("council-declined"), Some(*reason)),
            End::NoAnswer => (self.say("council-no-answer", &[]), None),
            End::Substituted(on, text) => (self.say_date("council-substituted", *on), Some(*text)),
        };
        let text = reason.map(|reason| content::of_text(&self.text(reason))).unwrap_or_default();
        Told { title, first, text, small: Vec::new() }
    }

    /// The number under which an answer is found again: of the consultation, and of its place in the chain of the log.
    pub fn reference(&self, given: &Given) -> String {
        let hash = given.hash.to_string().to_uppercase();
        format!("{}-{}-{}", self.story.number, &hash[..4], &hash[4..8])
    }

    fn outcome(&self, gate: &engine::GateKey, outcome: &engine::Outcome) -> String {
        use engine::Outcome;
        let funnel = &self.view.definition.funnel;
        let gate = funnel.gate(gate);
        let phase = match outcome {
            Outcome::Stop => gate.and_then(|gate| gate.stop_to.as_ref()),
            Outcome::Rework { to } => Some(to),
            Outcome::Hold { .. } => None,
            Outcome::ConditionalGo | Outcome::Go => gate.and_then(|gate| gate.go_to.as_ref()),
        };
        let name = phase.and_then(|phase| funnel.phase(phase)).map_or("", |phase| self.language.of(&phase.name));
        texts::outcome(outcome, name, false, self.language)
    }

    /// Until when this link opens the page.
    pub fn opens_until(&self) -> Date {
        self.link.until.to_utc().date()
    }
}
