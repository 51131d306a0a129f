//! Opening a link: who comes, on what, and what they may do there now.

use std::collections::HashMap;

use engine::{
    AdviceVerdict, Consultation, ContentId, Contestable, Exhibit, Member, Minutes, Moment, PartyKey, PersonId, Right,
    Settled, Step, TextRef,
};
use notification::texts::{Value, say, written};
use notification::{Language, texts};
use persistence::{Error, FileRow, Link, LinkToken, ProjectView, Store};
use time::Date;

use super::story::Story;
use crate::http::error::ApiError;

/// Why a page cannot be shown.
#[derive(Debug)]
pub enum Refused {
    /// The link is unknown, has ended, or its person does not belong to the body any more. All look the same.
    Gone,
    /// Something of ours broke.
    Broken(ApiError),
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        if matches!(error, Error::NotFound) { Self::Gone } else { Self::Broken(error.into()) }
    }
}

/// Somebody at the page of one consultation, at one moment.
#[derive(Debug)]
pub struct Visit {
    /// The secret in the path.
    pub token: LinkToken,
    /// Whose link it is.
    pub link: Link,
    /// The project.
    pub view: ProjectView,
    /// What happened.
    pub story: Story,
    /// The texts it refers to; erased ones are empty.
    pub texts: HashMap<ContentId, Option<String>>,
    /// The minutes of an answer that was entered for the body, where they are a file.
    pub minutes: Option<FileRow>,
    /// When.
    pub now: Moment,
    /// In which language.
    pub language: Language,
    /// Their membership of the body, if they belong to it.
    pub own: Option<Member>,
    /// Whether they support it.
    pub coach: bool,
    /// Whether they may enter what it answered elsewhere.
    pub recorder: bool,
}

impl Visit {
    /// Opens a link. Reads only.
    ///
    /// # Errors
    /// [`Refused`].
    pub async fn open(store: &Store, token: &str) -> Result<Self, Refused> {
        let token = LinkToken::parse(token).ok_or(Refused::Gone)?;
        let link = store.link(&token).await?.ok_or(Refused::Gone)?;
        let now = store.now();
        if link.until < now.at {
            return Err(Refused::Gone);
        }
        Self::of(store, token, link, now).await
    }

    /// The same for a link that may have ended: for who asks for a new one.
    ///
    /// # Errors
    /// [`Refused`].
    pub async fn of(from: &Store, token: LinkToken, link: Link, now: Moment) -> Result<Self, Refused> {
        let log = from.consultation(&link.principal, link.project, link.consultation).await?;
        let story = Story::tell(link.consultation, &log.events).ok_or(Refused::Gone)?;
        let view = log.project;
        let person = link.person.id;
        if !view.definition.funnel.deliberates(&view.roster.members, &story.body, person) {
            return Err(Refused::Gone);
        }
        let ids: Vec<ContentId> = story.texts().iter().map(|text| text.id).collect();
        let texts = from.texts(&link.principal, &ids).await?;
        let minutes = match story.minutes() {
            Some(Minutes::File(file)) => from.files(&link.principal, &[file.id]).await?.pop(),
            _ => None,
        };
        let membership = |party: &PartyKey| view.roster.members.membership(party, person);
        let definition = view.definition.funnel.party(&story.body);
        let coach = view.definition.funnel.coach(&story.body).is_some_and(|party| membership(party).is_some());
        let recorder = definition.is_some_and(|party| party.recorded_by.iter().any(|party| membership(party).is_some()));
        Ok(Self {
            own: membership(&story.body)
                .map(|own| Member { chair: own.chair || stands_in(&view, &story.body, person, now), ..own }),
            coach,
            recorder,
            language: Language::find(&link.person.language).unwrap_or_default(),
            texts,
            minutes,
            token,
            link,
            view,
            story,
            now,
        })
    }

    /// Whether they belong to the body.
    pub fn is_member(&self) -> bool {
        self.own.is_some()
    }

    /// Whether they speak for the body.
    pub fn is_chair(&self) -> bool {
        self.own.is_some_and(|member| member.chair)
    }

    /// The consultation as the project's state has it, while it stands.
    pub fn known(&self) -> Option<&Consultation> {
        self.view.state.consultations.standing.get(&self.story.number)
    }

    /// Whether the body has a question to answer now.
    pub fn is_asked(&self) -> bool {
        self.known().is_some_and(Consultation::is_asked)
    }

    /// Whether the body can still answer: late is not too late.
    pub fn takes_answers(&self) -> bool {
        self.known().is_some_and(|known| known.is_asked() || known.step == Step::Unanswered)
    }

    /// Whether the answer rests on documents that have newer versions.
    pub fn is_outdated(&self) -> bool {
        let answered = |known: &&Consultation| {
            matches!(known.step, Step::Settled { how: Settled::Answered(_) | Settled::Substituted, .. })
        };
        let outdated = |exhibit: &Exhibit| match exhibit {
            Exhibit::Document(seen) => {
                let current = self.view.state.artefacts.get(&seen.artefact);
                current.is_some_and(|document| document.current.hash != seen.hash)
            }
            Exhibit::Funnel(_) | Exhibit::Evidence { .. } => false,
        };
        self.known().filter(answered).is_some_and(|known| known.exhibits.iter().any(outdated))
    }

    /// The record of what was entered for the body, while this person can contest it, with the last day for that.
    pub fn contestable(&self) -> Option<(u32, Date)> {
        let about = Contestable::Advice { consultation: self.story.number };
        let open = self.view.state.records.open.iter().find(|(_, record)| record.what.contains(&about))?;
        let may = self.is_chair() || open.1.person == self.link.person.id;
        (may && self.now.today <= open.1.until).then_some((*open.0, open.1.until))
    }

    /// The members of the body, its chairs first.
    pub fn members(&self) -> Vec<Member> {
        let mut members = self.view.roster.members.of(&self.story.body).to_vec();
        members.sort_by_key(|member| (!member.chair, self.name(member.person)));
        members
    }

    /// The chair for whom an answer is entered.
    pub fn chair(&self) -> Option<PersonId> {
        self.members().into_iter().find(|member| member.chair).map(|member| member.person)
    }

    /// The coaches of the body.
    pub fn coaches(&self) -> Vec<PersonId> {
        let party = self.view.definition.funnel.coach(&self.story.body);
        party.into_iter().flat_map(|party| self.view.roster.members.of(party)).map(|member| member.person).collect()
    }

    /// What somebody is called.
    pub fn name(&self, person: PersonId) -> String {
        let known = self.view.roster.persons.get(&person).map(|person| person.name.clone());
        known.filter(|name| !name.is_empty()).unwrap_or_else(|| self.say("council-former-member", &[]))
    }

    /// What the body is called.
    pub fn body(&self) -> String {
        let definition = self.view.definition.funnel.party(&self.story.body);
        definition.map_or_else(|| self.story.body.to_string(), |party| self.language.of(&party.name).to_owned())
    }

    /// What the organisation is called.
    pub fn organisation(&self) -> &str {
        &self.link.organisation.name
    }

    /// A text of the pages.
    pub fn say(&self, id: &str, arguments: &[(&str, Value<'_>)]) -> String {
        say(self.language, id, arguments)
    }

    /// A text in which the organisation is named.
    pub fn say_organisation(&self, id: &str) -> String {
        self.say(id, &[("organisation", self.organisation().into())])
    }

    /// A text that differs with what the body may do.
    pub fn say_right(&self, id: &str) -> String {
        self.say(id, &[("right", self.right().into())])
    }

    /// A text with a day in it.
    pub fn say_date(&self, id: &str, date: Date) -> String {
        self.say(id, &[("date", self.date(date).into())])
    }

    /// A day in words.
    pub fn date(&self, date: Date) -> String {
        written(self.language, date, self.now.today)
    }

    /// The right as the texts know it.
    pub fn right(&self) -> &'static str {
        match self.story.right {
            Right::Information => "information",
            Right::Advice => "advice",
            Right::Consent => "consent",
        }
    }

    /// The answer of a body in words.
    pub fn verdict(&self, verdict: AdviceVerdict) -> String {
        self.say(&format!("council-verdict-{}", word(&verdict)), &[])
    }

    /// What people typed; a sentence in its place when it was erased.
    pub fn text(&self, text: TextRef) -> String {
        let found = self.texts.get(&text.id).cloned().flatten();
        found.unwrap_or_else(|| self.say("council-document-erased", &[]))
    }

    /// A path of this link.
    pub fn path(&self, rest: &str) -> String {
        if rest.is_empty() { self.token.path() } else { format!("{}/{rest}", self.token.path()) }
    }

    /// A refusal of the engine in words.
    pub fn refusal(&self, rejection: &engine::Rejection) -> String {
        texts::rejection(&self.view.definition.funnel, rejection, self.language).message
    }
}

/// Whether the chair of the body delegated to somebody for today (law 7).
fn stands_in(view: &ProjectView, body: &PartyKey, person: PersonId, now: Moment) -> bool {
    let chairs = |from: PersonId| view.roster.members.membership(body, from).is_some_and(|member| member.chair);
    let mut to_them = view.roster.organisation.delegations.to(person, now.today);
    to_them.any(|delegation| delegation.party == *body && chairs(delegation.from))
}

/// The word under which a value without fields is written.
pub fn word(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}
