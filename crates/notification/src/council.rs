//! News for the people of a body that is consulted: its members and its coach, and nobody of the provider. Each letter holds
//! a personal link in place of a path of the screens.

use std::collections::{BTreeMap, BTreeSet};

use engine::{Consultation, ConsultationEvent, Event, Funnel, Label, PersonId, Project, Recorded, Right, Subject};
use serde::{Deserialize, Serialize};
use time::Date;

use crate::clean::clean_line;
use crate::notice::{Matter, Roster};
use crate::render::{Words, fit};
use crate::texts::{Language, Value, say, written};

/// What somebody of a body should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToBody {
    /// In which consultation.
    pub consultation: u32,
    /// What happened.
    pub news: BodyNews,
    /// The name of the body.
    pub body: Label,
    /// What it may do.
    pub right: Right,
    /// Until when it can answer; for what was recorded on its behalf, until when that can be contested.
    pub until: Option<Date>,
    /// Whether it has a coach, with whom it can answer on paper or by phone.
    pub coached: bool,
}

/// What happened in a consultation, as far as its body is written about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BodyNews {
    /// It is asked for advice or consent.
    Asked,
    /// It is told; nothing is asked.
    Informed,
    /// There is a new explanation, or there are new documents.
    Revised,
    /// It has more time.
    Extended,
    /// It does not get the time it asked.
    TermKept,
    /// Its time is nearly over; its chair and coach are told, kindly and once (law 16).
    Reminded,
    /// Its answer was established.
    Established,
    /// Its answer was entered by somebody else; its chair can contest that (law 14).
    Recorded,
    /// The provider answered its advice.
    Answered,
    /// Somebody asked for a new link.
    Renewed,
}

impl BodyNews {
    /// Everything it can be.
    pub const ALL: [Self; 10] = [
        Self::Asked,
        Self::Informed,
        Self::Revised,
        Self::Extended,
        Self::TermKept,
        Self::Reminded,
        Self::Established,
        Self::Recorded,
        Self::Answered,
        Self::Renewed,
    ];

    /// The name in the texts.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Informed => "informed",
            Self::Revised => "revised",
            Self::Extended => "extended",
            Self::TermKept => "term_kept",
            Self::Reminded => "reminded",
            Self::Established => "established",
            Self::Recorded => "recorded",
            Self::Answered => "answered",
            Self::Renewed => "renewed",
        }
    }

    /// The kind of its notice, as it is stored.
    #[must_use]
    pub fn kind(self) -> &'static str {
        match self {
            Self::Asked => "council_asked",
            Self::Informed => "council_informed",
            Self::Revised => "council_revised",
            Self::Extended => "council_extended",
            Self::TermKept => "council_term_kept",
            Self::Reminded => "council_reminded",
            Self::Established => "council_established",
            Self::Recorded => "council_recorded",
            Self::Answered => "council_answered",
            Self::Renewed => "council_renewed",
        }
    }
}

/// Who of the body hears of an event. Planned against the project as it is now: nobody is asked what is answered by then.
pub(crate) fn plan(funnel: &Funnel, project: &Project, roster: &Roster, recorded: &Recorded) -> BTreeMap<PersonId, Matter> {
    let Event::Consultation { consultation, event } = recorded.event.answer() else { return BTreeMap::new() };
    let Some(known) = project.consultations.standing.get(consultation) else { return BTreeMap::new() };
    let news = match event {
        ConsultationEvent::Opened { .. } if known.is_asked() => BodyNews::Asked,
        ConsultationEvent::Informed { .. } => BodyNews::Informed,
        ConsultationEvent::SummaryRevised { .. } if known.is_asked() => BodyNews::Revised,
        ConsultationEvent::Extended { .. } if known.is_asked() => BodyNews::Extended,
        ConsultationEvent::TermKept { .. } if known.is_asked() => BodyNews::TermKept,
        ConsultationEvent::Reminded if known.is_asked() => BodyNews::Reminded,
        ConsultationEvent::Established { .. } if !known.is_asked() => BodyNews::Established,
        ConsultationEvent::Responded { .. } => BodyNews::Answered,
        _ => return BTreeMap::new(),
    };
    let body = Body { funnel, roster, consultation: *consultation, known };
    let mut matters: BTreeMap<PersonId, Matter> = match news {
        BodyNews::Reminded | BodyNews::TermKept => body.chair_and_coach(),
        _ => body.everybody(),
    }
    .into_iter()
    .map(|person| (person, body.matter(news, known.term.map(|term| term.due))))
    .collect();
    if let Event::OnBehalf { on_behalf, contest_until, .. } = &recorded.event {
        let contesting = body.chairs().into_iter().chain([on_behalf.person]);
        matters.extend(contesting.map(|person| (person, body.matter(BodyNews::Recorded, *contest_until))));
    }
    if let Subject::Person { id, .. } = &recorded.by {
        matters.remove(id);
    }
    matters
}

/// The people of a body.
struct Body<'a> {
    funnel: &'a Funnel,
    roster: &'a Roster,
    consultation: u32,
    known: &'a Consultation,
}

impl Body<'_> {
    fn coaches(&self) -> impl Iterator<Item = PersonId> {
        let coach = self.funnel.coach(&self.known.body);
        coach.into_iter().flat_map(|coach| self.roster.parties.of(coach)).map(|member| member.person)
    }

    fn everybody(&self) -> BTreeSet<PersonId> {
        let members = self.roster.parties.of(&self.known.body).iter().map(|member| member.person);
        members.chain(self.coaches()).collect()
    }

    fn chairs(&self) -> BTreeSet<PersonId> {
        let members = self.roster.parties.of(&self.known.body).iter();
        members.filter(|member| member.chair).map(|member| member.person).collect()
    }

    fn chair_and_coach(&self) -> BTreeSet<PersonId> {
        self.chairs().into_iter().chain(self.coaches()).collect()
    }

    fn matter(&self, news: BodyNews, until: Option<Date>) -> Matter {
        let name = self.funnel.party(&self.known.body).map(|party| party.name.clone());
        let key = || Label { nl: self.known.body.to_string(), en: self.known.body.to_string() };
        Matter::ToBody(ToBody {
            consultation: self.consultation,
            news,
            body: name.unwrap_or_else(key),
            right: self.known.right,
            until,
            coached: self.coaches().next().is_some(),
        })
    }
}

/// The words of a letter to somebody of a body.
pub(crate) fn words(to_body: &ToBody, on: Date, project: &str, language: Language) -> Words {
    let ToBody { news, body, right, until, coached, .. } = to_body;
    let body = clean_line(language.of(body));
    let date = until.map_or_else(|| "none".to_owned(), |until| written(language, until, on));
    let right = match right {
        Right::Information => "information",
        Right::Advice => "advice",
        Right::Consent => "consent",
    };
    let text = |part: &str, project: &str, body: &str| {
        let arguments: [(&str, Value<'_>); 4] =
            [("project", project.into()), ("body", body.into()), ("date", (&date).into()), ("right", right.into())];
        say(language, &format!("council-mail-{}-{part}", news.as_str()), &arguments)
    };
    let help = if *coached { "council-mail-coached" } else { "council-mail-uncoached" };
    Words {
        subject: fit(project, &body, |project, body| text("subject", project, body)),
        heading: text("heading", project, &body),
        body: text("body", project, &body),
        act: Some(text("act", project, &body)),
        lines: Vec::new(),
        button: text("button", project, &body),
        reason: format!("{} {}", say(language, "council-mail-own", &[]), say(language, help, &[])),
    }
}
