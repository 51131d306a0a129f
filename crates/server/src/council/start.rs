//! The start, and what stands around every page.

use engine::{Right, Step};
use notification::texts::{self, Value};
use sha2::{Digest, Sha256};

use super::acts::Act;
use super::content::Block;
use super::pages::{Frame, Go, Home, Stage};
use super::visit::Visit;

impl Visit {
    /// What stands around a page.
    pub fn frame(&self, title: String) -> Frame {
        let coaches: Vec<String> = self.coaches().into_iter().map(|coach| self.name(coach)).collect();
        let coaches = texts::list(self.language, "or", &coaches);
        let coach = (!coaches.is_empty()).then(|| self.say("council-help-coach", &[("coaches", coaches.into())]));
        let phone = Some(self.link.organisation.phone.clone()).filter(|phone| !phone.is_empty());
        let call = match &coach {
            Some(_) => self.say("council-help-phone", &[]),
            None => self.say_organisation("council-help-phone-only"),
        };
        let dial = |phone: &str| phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>();
        Frame {
            language: self.language,
            title,
            body: self.body(),
            of: self.say_organisation("council-of"),
            whose: self.say("council-whose", &[("name", (&self.link.person.name).into())]),
            coach,
            call,
            phone: phone.map(|phone| (format!("tel:{}", dial(&phone)), phone)),
            home: self.path(""),
            keep: kept_under(self.token.as_str()),
            works: self.path("werkt"),
            version: self.story.version,
        }
    }

    /// The question in the words of who asks.
    pub fn question(&self) -> String {
        self.story.question.map_or_else(|| self.view.title.clone(), |question| self.text(question))
    }

    /// The start.
    pub fn home(&self, summary: Vec<Block>) -> Home {
        let (kind, until) = self.kind();
        let question = self.question();
        Home {
            frame: self.frame(question.clone()),
            kind,
            until,
            question,
            news: self.news(),
            intro: vec![
                self.say("council-hello", &[("name", (&self.link.person.name).into())]),
                match self.story.right {
                    Right::Advice | Right::Consent if !self.takes_answers() => self.say("council-intro-after", &[]),
                    _ => self.say_organisation(&format!("council-intro-{}", self.right())),
                },
            ],
            right: self.right_said(),
            told: self.told(),
            summary,
            documents: self.documents(),
            stages: self.stages(),
            more: self.more(),
        }
    }

    fn kind(&self) -> (String, Option<String>) {
        let closed = || (self.say("council-title-closed", &[]), None);
        let Some(known) = self.known() else { return closed() };
        match (&known.step, known.term) {
            _ if self.story.right == Right::Information => (self.say("council-title-information", &[]), None),
            (Step::Requested, _) => (self.say("council-title-requested", &[]), None),
            (Step::Asked | Step::Unanswered, Some(term)) => {
                let id = if term.due < self.now.today { "council-passed" } else { "council-until" };
                (self.say_right("council-title-asked"), Some(self.say_date(id, term.due)))
            }
            (Step::Settled { .. }, _) => closed(),
            _ => (self.say_right("council-title-asked"), None),
        }
    }

    fn news(&self) -> Vec<String> {
        let story = &self.story;
        let revised = story.revised.filter(|_| self.is_asked()).map(|on| self.say_date("council-summary-revised", on));
        let asked = story.extension.filter(|_| self.is_asked()).map(|until| self.say_date("council-extension-asked", until));
        let contested = story.contested.then(|| self.say("council-contested", &[]));
        let kept = story.kept.filter(|_| self.is_asked()).map(|reason| {
            let (title, why) = (self.say("council-term-kept-heading", &[]), self.say("council-reason", &[]));
            format!("{title}. {why} {}", self.text(reason))
        });
        revised.into_iter().chain(asked).chain(kept).chain(contested).collect()
    }

    fn right_said(&self) -> Vec<String> {
        if self.story.right != Right::Information && !self.takes_answers() {
            return Vec::new();
        }
        let right = self.say_organisation(&format!("council-right-{}", self.right()));
        let silence = (self.story.right != Right::Information).then(|| self.say("council-silence", &[]));
        std::iter::once(right).chain(silence).collect()
    }

    fn documents(&self) -> Vec<Go> {
        let funnel = &self.view.definition.funnel;
        let documents = self.story.exhibits.iter().enumerate().filter_map(|(at, exhibit)| {
            let engine::Exhibit::Document(evidence) = exhibit else { return None };
            let name = funnel.artefact(&evidence.artefact).map(|kind| self.language.of(&kind.name).to_owned());
            let name = name.unwrap_or_else(|| evidence.artefact.to_string());
            let arguments = [("name", name.into()), ("version", evidence.revision.to_string().into())];
            Some(Go { href: self.path(&format!("stuk/{at}")), label: self.say("council-document", &arguments) })
        });
        documents.collect()
    }

    fn stages(&self) -> Vec<Stage> {
        if self.story.right == Right::Information || !self.takes_answers() {
            return Vec::new();
        }
        let own = self.story.opinions.get(&self.link.person.id);
        let go = |act: Act, id: &str| act.may(self).then(|| Go { href: self.path(act.word()), label: self.say(id, &[]) });
        let own_act = match own {
            _ if !self.is_member() => "council-step-own-coach",
            Some(_) => "council-step-own-change",
            None => "council-step-own-act",
        };
        let members = self.members();
        let given = members.iter().filter(|member| self.story.opinions.contains_key(&member.person)).count();
        let counts: [(&str, Value<'_>); 2] = [("count", given.into()), ("members", members.len().into())];
        let chair = self.chair().map_or_else(|| "none".to_owned(), |chair| self.name(chair));
        let formal = if self.is_chair() {
            self.say_organisation("council-step-formal-chair")
        } else if Act::Advice.may(self) {
            self.say("council-step-formal-coach", &[])
        } else {
            self.say("council-step-formal-wait", &[("chair", chair.into())])
        };
        let record = if self.is_chair() {
            self.say_right("council-step-formal-act")
        } else {
            self.say("council-step-formal-act-coach", &[])
        };
        let next = self.is_member() && own.is_none();
        vec![
            Stage {
                title: self.say("council-step-own", &[]),
                text: self.say_organisation("council-step-own-text"),
                done: own.map(|opinion| self.say_date("council-step-own-done", opinion.on)),
                go: go(Act::Opinion, own_act),
                next,
            },
            Stage {
                title: self.say("council-step-together", &[]),
                text: self.say("council-step-together-text", &counts),
                done: None,
                go: Some(Go { href: self.path("samen"), label: self.say("council-step-together-act", &[]) }),
                next: false,
            },
            Stage {
                title: self.say_right("council-step-formal"),
                text: formal,
                done: None,
                go: Act::Advice.may(self).then(|| Go { href: self.path(Act::Advice.word()), label: record }),
                next: !next && Act::Advice.may(self),
            },
        ]
    }

    fn more(&self) -> Vec<Go> {
        let acts = [Act::Time, Act::Term, Act::Confirm, Act::Contest, Act::Request];
        let acts = acts.into_iter().filter(|act| act.may(self));
        let mut more: Vec<Go> = acts
            .map(|act| Go { href: self.path(act.word()), label: self.say(&format!("council-{}-act", act.name()), &[]) })
            .collect();
        if !self.takes_answers() && !self.story.opinions.is_empty() {
            more.push(Go { href: self.path("samen"), label: self.say("council-step-together-act", &[]) });
        }
        more
    }
}

/// The name under which a browser keeps what is typed: made of the token, and not the token.
fn kept_under(token: &str) -> String {
    let hash = Sha256::digest(format!("kept under {token}"));
    hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
