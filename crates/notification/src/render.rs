//! A notice as a letter: subject, plain text, and HTML with the same words.

use std::sync::LazyLock;

use minijinja::value::Value as Cell;
use minijinja::{Environment, UndefinedBehavior, context};
use thiserror::Error;

use crate::clean::{clean_header, clean_line, clean_short, shorten};
use crate::council;
use crate::news;
use crate::notice::{Matter, Notice, Recipient};
use crate::texts::{self, Language, Value, list, say, written};

/// Characters of a subject; what is longer is cut in the project's title first, so that the question and the date stay.
pub const SUBJECT_LENGTH: usize = 150;
/// Characters of any other name in a letter.
const NAME_LENGTH: usize = 200;
/// Characters that a shortened name in a subject keeps at least.
const SHORTEST_NAME: usize = 16;

/// What stands on every letter of an organisation about one project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letterhead {
    /// The organisation's name.
    pub organisation: String,
    /// A phone number for questions, where the organisation gave one.
    pub phone: Option<String>,
    /// Where the web application is, such as `https://trechter.example`; with or without a slash at the end.
    pub public_url: String,
    /// What the project is called.
    pub project: String,
}

/// A letter, ready for its envelope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// One line of at most [`SUBJECT_LENGTH`] characters.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The HTML.
    pub html: String,
}

/// A letter could not be made: a template is broken.
#[derive(Debug, Error)]
#[error("the letter could not be made: {0}")]
pub struct RenderError(#[from] minijinja::Error);

/// Where a letter leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way<'a> {
    /// To the screens, at [`Notice::path`]: its reader signs in there.
    Screens,
    /// To the personal page at this path, without an account.
    Page(&'a str),
    /// Nowhere: its reader can sign in nowhere and has no page, so the letter says it all.
    Nowhere,
}

impl Way<'_> {
    /// Who reads, as the texts know it: somebody who signs in, or who comes by a personal link, or neither.
    pub(crate) fn reader(self) -> &'static str {
        match self {
            Self::Screens => "account",
            Self::Page(_) => "page",
            Self::Nowhere => "none",
        }
    }
}

/// The words of a letter, before they are laid out. Everything typed by people is one clean line.
pub(crate) struct Words {
    pub(crate) subject: String,
    pub(crate) heading: String,
    pub(crate) body: String,
    pub(crate) act: Option<String>,
    /// Label and value, such as *Graag uiterlijk* and the date.
    pub(crate) lines: Vec<(String, String)>,
    pub(crate) button: String,
    pub(crate) reason: String,
}

/// How a letter greets its reader, for the plain text and escaped for the HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Greeting {
    /// For the plain text.
    pub text: String,
    /// For the HTML.
    pub html: String,
}

/// How letters greet `recipient`.
#[must_use]
pub fn greeting(recipient: &Recipient) -> Greeting {
    let name = clean_short(&recipient.name, NAME_LENGTH);
    let text = say(recipient.language, "mail-greeting", &[("name", name.into())]);
    Greeting { html: minijinja::HtmlEscape(&text).to_string(), text }
}

/// Writes the letter that tells `recipient` of `notice`, in the recipient's language.
///
/// # Errors
/// [`RenderError`] when a shipped template is broken; tests exclude it.
pub fn render(notice: &Notice, letterhead: &Letterhead, recipient: &Recipient) -> Result<Letter, RenderError> {
    draft(notice, letterhead, recipient.language, &greeting(recipient).text, Way::Screens)
}

/// The same, with a link to this path: a personal one.
///
/// # Errors
/// As [`render`].
pub fn render_at(
    notice: &Notice,
    letterhead: &Letterhead,
    recipient: &Recipient,
    path: &str,
) -> Result<Letter, RenderError> {
    draft(notice, letterhead, recipient.language, &greeting(recipient).text, Way::Page(path))
}

/// The same letter for everybody who is told of `notice` in these words and this language: `greeting` stands where each
/// of them is greeted and `path` where the link leads; whoever keeps the letter puts a [`Greeting`], and a personal link,
/// in their place. Whom the notice is for plays no part.
///
/// # Errors
/// As [`render`].
pub fn draft(
    notice: &Notice,
    letterhead: &Letterhead,
    language: Language,
    greeting: &str,
    way: Way<'_>,
) -> Result<Letter, RenderError> {
    let project = clean_short(&letterhead.project, NAME_LENGTH);
    let mut words = words(notice, &project, language, way);
    let organisation = clean_short(&letterhead.organisation, NAME_LENGTH);
    if !matches!(notice.matter, Matter::ToBody(_)) {
        without_account(&mut words, &organisation, language, way);
    }
    let path = match way {
        Way::Screens => Some(notice.path()),
        Way::Page(path) => Some(path.to_owned()),
        Way::Nowhere => None,
    };
    let phone = letterhead.phone.as_deref().map(clean_line).filter(|phone| !phone.is_empty());
    let base = clean_line(&letterhead.public_url);
    let lines: Vec<Cell> = words.lines.iter().map(|(label, value)| context!(label, value)).collect();
    let cells = context! {
        lang => language.tag(),
        heading => words.heading,
        greeting => greeting,
        body => words.body,
        act => words.act,
        lines => lines,
        button => words.button,
        url => path.map(|path| link(&format!("{}{}", base.trim_end_matches('/'), path))),
        link => say(language, "mail-link", &[]),
        reason => words.reason,
        sender => say(language, "mail-sender", &[("organisation", (&organisation).into())]),
        questions => phone.map(|phone| say(language, "mail-questions", &[("phone", phone.into())])),
        organisation => organisation,
    };
    let text = TEMPLATES.get_template("letter.txt")?.render(&cells)?;
    let html = TEMPLATES.get_template("letter.html")?.render(&cells)?;
    Ok(Letter { subject: words.subject, text, html })
}

/// What differs for somebody who cannot sign in: the button opens their own page, or they are told whom to ask.
fn without_account(words: &mut Words, organisation: &str, language: Language, way: Way<'_>) {
    let more = match way {
        Way::Screens => return,
        Way::Page(_) => {
            words.button = say(language, "mail-own_page-button", &[]);
            words.reason = format!("{} {}", words.reason, say(language, "council-mail-own", &[]));
            say(language, "mail-own_page-more", &[])
        }
        Way::Nowhere => say(language, "mail-no_page-more", &[("organisation", organisation.into())]),
    };
    let act = words.act.take();
    words.act = Some(act.into_iter().chain([more]).collect::<Vec<_>>().join(" "));
}

/// A link that is shown as people copy it. The escaping of HTML would hide its slashes from whoever reads the source;
/// a link of plain characters needs none, nor the mark of a personal one.
fn link(url: &str) -> Cell {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~:/%#[]\x02".contains(&b);
    if url.bytes().all(plain) { Cell::from_safe_string(url.to_owned()) } else { Cell::from(url) }
}

/// The shipped templates; a name that ends in `.html` is escaped. A template that cannot be parsed is not among them.
static TEMPLATES: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut templates = Environment::new();
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    let shipped =
        [("letter.txt", include_str!("../templates/letter.txt")), ("letter.html", include_str!("../templates/letter.html"))];
    for (name, source) in shipped {
        if let Err(error) = templates.add_template(name, source) {
            tracing::error!(%error, name, "a mail template is broken");
        }
    }
    templates
});

fn words(notice: &Notice, project: &str, language: Language, way: Way<'_>) -> Words {
    match &notice.matter {
        Matter::News(news) => news::words(news, notice.on, project, language, way),
        Matter::PleaseReview { name, revision, parties, due, .. } => {
            let artefact = clean_line(language.of(name));
            let due = written(language, *due, notice.on);
            let parties: Vec<String> = parties.iter().map(|party| clean_line(language.of(party))).collect();
            let subject = |project: &str, artefact: &str| {
                let arguments = [("artefact", artefact.into()), ("project", project.into()), ("date", (&due).into())];
                say(language, "mail-please_review-subject", &arguments)
            };
            let version =
                [("project", Value::from(project)), ("artefact", (&artefact).into()), ("revision", (*revision).into())];
            let parties = list(language, "and", &parties);
            Words {
                subject: fit(project, &artefact, subject),
                heading: say(language, "mail-please_review-heading", &[("artefact", (&artefact).into())]),
                body: say(language, "mail-please_review-body", &version),
                act: Some(say(language, "mail-please_review-act", &[])),
                lines: vec![(say(language, "mail-please_review-due", &[]), due.clone())],
                button: say(language, "mail-please_review-button", &[]),
                reason: say(language, "mail-please_review-reason", &[("parties", parties.into())]),
            }
        }
        Matter::DecisionTaken { .. } => decision_words(notice, project, language, way),
        Matter::ToBody(to_body) => council::words(to_body, notice.on, project, language),
    }
}

fn decision_words(notice: &Notice, project: &str, language: Language, way: Way<'_>) -> Words {
    let Matter::DecisionTaken { name, party, outcome, phase, here, .. } = &notice.matter else {
        return words(notice, project, language, way);
    };
    let phase = phase.as_ref().map_or_else(String::new, |phase| clean_line(language.of(phase)));
    let date = written(language, notice.on, notice.on);
    let said = texts::outcome(outcome, &phase, *here, language);
    let subject = |project: &str, said: &str| {
        let arguments = [("project", project.into()), ("outcome", said.into()), ("date", (&date).into())];
        say(language, "mail-decision_taken-subject", &arguments)
    };
    let kind = match outcome {
        engine::Outcome::Stop => "stop",
        engine::Outcome::Rework { .. } => "rework",
        engine::Outcome::Hold { .. } => "hold",
        engine::Outcome::ConditionalGo => "conditional_go",
        engine::Outcome::Go => "go",
    };
    let (party, gate) = (clean_line(language.of(party)), clean_line(language.of(name)));
    Words {
        subject: fit(project, &said, subject),
        heading: say(language, "mail-decision_taken-heading", &[("project", project.into())]),
        body: say(language, "mail-decision_taken-body", &[("party", party.into()), ("gate", gate.into())]),
        act: Some(next(kind, &phase, language, way)),
        lines: vec![
            (say(language, "mail-decision_taken-outcome", &[]), said.clone()),
            (say(language, "mail-decision_taken-date", &[]), date.clone()),
        ],
        button: say(language, "mail-decision_taken-button", &[]),
        reason: say(language, "mail-decision_taken-reason", &[]),
    }
}

/// What a decision means for its reader: whoever has no account has no tasks to look at.
fn next(outcome: &str, phase: &str, language: Language, way: Way<'_>) -> String {
    let arguments = [("outcome", outcome.into()), ("phase", phase.into()), ("reader", way.reader().into())];
    say(language, "mail-decision_taken-next", &arguments)
}

/// A subject within its limit: shortens the project's title first, then the other name, then, at the very last, itself.
pub(crate) fn fit(project: &str, other: &str, subject: impl Fn(&str, &str) -> String) -> String {
    let over = |line: &str| line.chars().count().saturating_sub(SUBJECT_LENGTH);
    let less = |name: &str, by: usize| shorten(name, name.chars().count().saturating_sub(by).max(SHORTEST_NAME));
    let whole = subject(project, other);
    let project = less(project, over(&whole));
    let other = less(other, over(&subject(&project, other)));
    clean_header(&subject(&project, &other), SUBJECT_LENGTH)
}
