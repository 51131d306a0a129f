//! The pages as their templates see them. Templates are compiled in, so a broken one does not build.

use askama::Template;
use notification::Language;
use notification::texts::say;

use super::content::Block;
use super::form::Wrong;

/// What stands around every page of a link.
pub struct Frame {
    /// In which language.
    pub language: Language,
    /// The name of the page.
    pub title: String,
    /// What the body is called.
    pub body: String,
    /// Of which organisation.
    pub of: String,
    /// Whose page it is.
    pub whose: String,
    /// The coach, if the body has one.
    pub coach: Option<String>,
    /// What is said before the phone number.
    pub call: String,
    /// The phone number, and as a link.
    pub phone: Option<(String, String)>,
    /// The start.
    pub home: String,
    /// Under which name the browser keeps what is typed; nothing in it opens anything.
    pub keep: String,
    /// Where the script asks whether the link still works.
    pub works: String,
    /// What was put before the body last.
    pub version: u64,
}

impl Frame {
    /// A text without blanks.
    pub fn t(&self, id: &str) -> String {
        say(self.language, id, &[])
    }

    /// The language of the page.
    pub fn lang(&self) -> &'static str {
        self.language.tag()
    }
}

/// A link in a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Go {
    /// Where to.
    pub href: String,
    /// What it says.
    pub label: String,
}

/// One of the three steps.
pub struct Stage {
    /// What it is.
    pub title: String,
    /// What it is for, and who sees it.
    pub text: String,
    /// What was done, if it was.
    pub done: Option<String>,
    /// What can be done.
    pub go: Option<Go>,
    /// Whether that is the next thing for this person.
    pub next: bool,
}

/// A part of what became of the answer.
pub struct Told {
    /// What it is about.
    pub title: String,
    /// The first line, in bold.
    pub first: String,
    /// What people wrote.
    pub text: Vec<Block>,
    /// When, by whom, and the reference.
    pub small: Vec<String>,
}

/// The start.
#[derive(Template)]
#[template(path = "council/home.html")]
pub struct Home {
    /// Around it.
    pub frame: Frame,
    /// What kind of page, and until when.
    pub kind: String,
    /// Until when.
    pub until: Option<String>,
    /// The question.
    pub question: String,
    /// What is news since it began.
    pub news: Vec<String>,
    /// A greeting and what is asked.
    pub intro: Vec<String>,
    /// What the right means.
    pub right: Vec<String>,
    /// What became of the answer, if there is one.
    pub told: Vec<Told>,
    /// The plain summary.
    pub summary: Vec<Block>,
    /// The documents.
    pub documents: Vec<Go>,
    /// The three steps, while they can be taken.
    pub stages: Vec<Stage>,
    /// What else can be done.
    pub more: Vec<Go>,
}

/// A question.
#[derive(Template)]
#[template(path = "council/question.html")]
pub struct Question {
    /// Around it.
    pub frame: Frame,
    /// What is wrong.
    pub wrong: Option<Wrong>,
    /// Where it is sent.
    pub action: String,
    /// The question.
    pub title: String,
    /// The how manieth question it is, where there are more.
    pub progress: Option<String>,
    /// What is said below it.
    pub intro: Vec<String>,
    /// Whether it may stay empty.
    pub optional: bool,
    /// The name of its field.
    pub id: &'static str,
    /// The field.
    pub field: Field,
    /// What was filled in on other screens.
    pub hidden: Vec<(String, String)>,
    /// The screen before it; without one the start.
    pub back: Option<&'static str>,
    /// The name of the act, for what the browser keeps.
    pub act: &'static str,
}

/// A field as it is shown.
pub enum Field {
    /// One of these.
    Choice(Vec<Choice>),
    /// Some of these.
    Many(Vec<Choice>),
    /// Text.
    Text {
        /// What helps.
        hint: String,
        /// What was typed.
        value: String,
    },
    /// Text, or a file.
    Minutes {
        /// What helps.
        hint: String,
        /// What was typed.
        value: String,
        /// The name of the file that came in.
        file: Option<String>,
    },
    /// A day.
    Day {
        /// What helps.
        hint: String,
        /// What was chosen.
        value: String,
        /// The first day.
        first: String,
        /// The last day.
        last: String,
    },
    /// Numbers: the name of the field, its label, and what was typed.
    Numbers(String, Vec<(&'static str, String, String)>),
}

/// Something to choose.
pub struct Choice {
    /// Its place, for the id.
    pub at: usize,
    /// What is sent.
    pub value: String,
    /// What it says.
    pub label: String,
    /// Whether it was chosen.
    pub chosen: bool,
}

/// Where the answers are checked.
#[derive(Template)]
#[template(path = "council/check.html")]
pub struct Check {
    /// Around it.
    pub frame: Frame,
    /// What is in the way.
    pub problem: Option<Problem>,
    /// Where it is sent.
    pub action: String,
    /// The question.
    pub title: String,
    /// What to know before.
    pub warning: Vec<String>,
    /// The screen, its label, and what was answered.
    pub answers: Vec<(&'static str, String, String)>,
    /// Everything that was filled in.
    pub hidden: Vec<(String, String)>,
    /// The button that names the act; none when it can not be done any more.
    pub button: Option<String>,
}

/// Why something was not done.
pub struct Problem {
    /// In a few words.
    pub title: String,
    /// What happened and what to do.
    pub text: String,
    /// What to read first.
    pub go: Option<Go>,
}

/// After an act.
#[derive(Template)]
#[template(path = "council/done.html")]
pub struct Done {
    /// Around it.
    pub frame: Frame,
    /// The name of the act.
    pub act: &'static str,
    /// What was done.
    pub title: String,
    /// What that means.
    pub lines: Vec<String>,
    /// What happens next.
    pub next: Vec<String>,
    /// The answer, to read it again.
    pub told: Vec<Told>,
}

/// The opinions.
#[derive(Template)]
#[template(path = "council/together.html")]
pub struct Together {
    /// Around it.
    pub frame: Frame,
    /// Who can read this.
    pub private: String,
    /// What is missing of the reader.
    pub own: Option<Go>,
    /// The opinions.
    pub opinions: Vec<Told>,
    /// Who gave none yet.
    pub waiting: Vec<String>,
}

/// A document.
#[derive(Template)]
#[template(path = "council/document.html")]
pub struct Document {
    /// Around it.
    pub frame: Frame,
    /// Which version.
    pub version: String,
    /// What it says.
    pub blocks: Vec<Block>,
    /// Its files.
    pub files: Vec<Go>,
}

/// A page beside every consultation: a link that does not work, something that broke.
#[derive(Template)]
#[template(path = "council/plain.html")]
pub struct Plain {
    /// The name of the page.
    pub title: String,
    /// What it says.
    pub lines: Vec<String>,
    /// Where a new link is asked, with the token, the heading, the text and the button.
    pub renew: Option<(String, String, String, String)>,
    /// Where to go.
    pub go: Option<Go>,
}
