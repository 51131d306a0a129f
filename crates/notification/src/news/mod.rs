//! News for the people of the provider: what happened on the way that somebody should know the same day, because it waits
//! for them or because it changes what they may count on.

mod organisation;
mod plan;

use engine::{ArtefactKey, Label, ProjectId};
use serde::{Deserialize, Serialize};
use time::Date;

use crate::clean::clean_line;
use crate::render::{Way, Words, fit};
use crate::texts::{Language, Value, say, written};

pub use organisation::plan as plan_organisation;
pub(crate) use plan::{concerns, plan};

/// What somebody of the provider should know. Names come from the funnel; nothing that people typed is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct News {
    /// What happened.
    pub kind: NewsKind,
    /// What it is about, as the funnel names it: a body, a document, a duty, a party.
    pub about: Option<Label>,
    /// The document to open, where it is about one.
    pub artefact: Option<ArtefactKey>,
    /// Its number in the project, such as that of a condition.
    pub number: Option<u32>,
    /// The date that matters: until when something is asked, or when it ran out.
    pub date: Option<Date>,
    /// A word of the API by which the text is chosen, such as a verdict.
    pub word: Option<String>,
    /// The word that stands in its place now, where an answer was replaced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead: Option<String>,
}

impl News {
    /// Nothing but that it happened.
    pub(crate) fn plain(kind: NewsKind) -> Self {
        Self { kind, about: None, artefact: None, number: None, date: None, word: None, instead: None }
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $name:literal, $asks:literal;)+) => {
        /// What happened, as far as the provider's people are written about it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum NewsKind {
            $($(#[$doc])* $kind,)+
        }

        impl NewsKind {
            /// Everything it can be.
            pub const ALL: &'static [Self] = &[$(Self::$kind,)+];

            /// The name in the database and in the texts.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$kind => $name,)+
                }
            }

            /// Whether its date is one until which something is asked of the recipient.
            pub(crate) fn asks(self) -> bool {
                match self {
                    $(Self::$kind => $asks,)+
                }
            }
        }
    };
}

kinds! {
    /// A project began in which a party of the recipient takes part.
    Involved = "involved", false;
    /// A document was submitted on which a party of the recipient answers a question.
    PleaseJudge = "please_judge", true;
    /// The answer of a party of the recipient went stale with a new version.
    AnswerStale = "answer_stale", true;
    /// An answer that the recipient gave for their party was replaced by that of another member.
    AnswerReplaced = "answer_replaced", false;
    /// Nothing is in the way of the decision that the recipient takes.
    GateReady = "gate_ready", true;
    /// A party that read a document asks for changes.
    ChangesRequested = "changes_requested", false;
    /// A body established its advice or its consent.
    AdviceGiven = "advice_given", false;
    /// A body withheld its consent.
    ConsentWithheld = "consent_withheld", false;
    /// A body asks to be asked.
    AdviceRequested = "advice_requested", false;
    /// A body asks for more time.
    TimeAsked = "time_asked", false;
    /// A body's term passed without an answer.
    TermPassed = "term_passed", false;
    /// A condition has the recipient as its owner.
    ConditionAssigned = "condition_assigned", true;
    /// A condition was reported as met.
    ConditionReported = "condition_reported", false;
    /// A condition was sent back to its owner.
    ConditionSentBack = "condition_sent_back", true;
    /// A condition got another date.
    ConditionPostponed = "condition_postponed", true;
    /// The date of a condition comes near; its owner is told once.
    ConditionNear = "condition_near", true;
    /// A condition is late.
    ConditionOverdue = "condition_overdue", false;
    /// A document runs out soon.
    DocumentExpires = "document_expires", true;
    /// A document ran out.
    DocumentExpired = "document_expired", false;
    /// A recurring duty began.
    DutyBegan = "duty_began", true;
    /// A recurring duty is late.
    DutyOverdue = "duty_overdue", false;
    /// Something changes in use.
    ChangeReported = "change_reported", true;
    /// Something went wrong, or a client told something.
    SignalReported = "signal_reported", false;
    /// The use was suspended.
    UseSuspended = "use_suspended", false;
    /// A party no longer holds the use back.
    UseResumed = "use_resumed", false;
    /// An overdue condition calls an extra decision.
    ExtraDecision = "extra_decision", true;
    /// Use before the gate decided was allowed; for the body that is told the same day.
    EmergencyTold = "emergency_told", false;
    /// The same, for the people of the project.
    EmergencyAllowed = "emergency_allowed", false;
    /// Use before the gate decided ended.
    EmergencyEnded = "emergency_ended", false;
    /// Somebody entered an answer on the recipient's behalf, or on that of their party.
    RecordMade = "record_made", false;
    /// An answer that was entered on somebody's behalf was contested.
    RecordContested = "record_contested", false;
    /// Evidence of the organisation that answers rest on changed or ran out.
    EvidenceChanged = "evidence_changed", false;
    /// Evidence of the organisation waits for the party that judges it.
    EvidenceToJudge = "evidence_to_judge", false;
    /// Evidence of the organisation was found insufficient.
    EvidenceInsufficient = "evidence_insufficient", false;
    /// Evidence of the organisation runs out soon.
    EvidenceExpires = "evidence_expires", true;
    /// Somebody stands in for a member who is away.
    StandIn = "stand_in", false;
    /// A body is asked about a funnel or evidence.
    BodyAsked = "body_asked", true;
    /// A body is told about a funnel or evidence.
    BodyInformed = "body_informed", false;
    /// A body's time is nearly over; its chair and coach are told, kindly and once.
    BodyReminded = "body_reminded", true;
    /// A body's advice about a funnel or evidence was answered.
    BodyAnswered = "body_answered", false;
}

impl News {
    /// Where in the web application it can be read.
    pub(crate) fn path(&self, project: ProjectId) -> String {
        match (self.kind, &self.artefact, self.number) {
            (_, Some(artefact), _) => format!("/projecten/{project}/documenten/{artefact}"),
            (
                NewsKind::AdviceGiven
                | NewsKind::ConsentWithheld
                | NewsKind::AdviceRequested
                | NewsKind::TimeAsked
                | NewsKind::TermPassed,
                None,
                Some(number),
            ) => format!("/projecten/{project}/advies/{number}"),
            (
                NewsKind::DutyBegan
                | NewsKind::DutyOverdue
                | NewsKind::ChangeReported
                | NewsKind::SignalReported
                | NewsKind::UseSuspended
                | NewsKind::UseResumed
                | NewsKind::EmergencyAllowed
                | NewsKind::EmergencyEnded,
                ..,
            ) => format!("/projecten/{project}/gebruik"),
            // Whoever stands in answers what waits for the one who is away.
            (NewsKind::StandIn, ..) => "/taken".to_owned(),
            (NewsKind::EvidenceToJudge | NewsKind::EvidenceInsufficient | NewsKind::EvidenceExpires, ..) => {
                "/organisatie#bewijs".to_owned()
            }
            (
                NewsKind::BodyAsked | NewsKind::BodyInformed | NewsKind::BodyReminded | NewsKind::BodyAnswered,
                _,
                Some(number),
            ) => format!("/organisatie/advies/{number}"),
            (NewsKind::BodyAsked | NewsKind::BodyInformed | NewsKind::BodyReminded | NewsKind::BodyAnswered, ..) => {
                "/organisatie#vragen".to_owned()
            }
            _ => format!("/projecten/{project}"),
        }
    }
}

/// The words of a letter with this news.
pub(crate) fn words(news: &News, on: Date, project: &str, language: Language, way: Way<'_>) -> Words {
    let about = news.about.as_ref().map_or_else(|| "none".to_owned(), |about| clean_line(language.of(about)));
    let date = written(language, news.date.unwrap_or(on), on);
    let day = written(language, on, on);
    let text = |part: &str, project: &str, about: &str| {
        let arguments: [(&str, Value<'_>); 8] = [
            ("project", project.into()),
            ("about", about.into()),
            ("number", news.number.unwrap_or(0).into()),
            ("date", (&date).into()),
            ("day", (&day).into()),
            ("word", news.word.as_deref().unwrap_or("none").into()),
            ("instead", news.instead.as_deref().unwrap_or("none").into()),
            ("reader", way.reader().into()),
        ];
        say(language, &format!("mail-{}-{part}", news.kind.as_str()), &arguments)
    };
    let due = news.date.filter(|_| news.kind.asks()).map(|_| (say(language, "mail-news-due", &[]), date.clone()));
    Words {
        subject: fit(project, &about, |project, about| text("subject", project, about)),
        heading: text("heading", project, &about),
        body: text("body", project, &about),
        act: Some(text("act", project, &about)),
        lines: due.into_iter().collect(),
        button: text("button", project, &about),
        reason: say(language, "mail-decision_taken-reason", &[]),
    }
}
