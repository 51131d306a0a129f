//! What people of a body can do through their link, each as questions and as one command.

use std::collections::BTreeSet;

use engine::{
    Advice, AdviceVerdict, Command, ConsultationAct, ConsultationCommand, Exhibit, FileRef, Minutes, OnBehalf, PersonId,
    Right, Seen, TermChoice, Votes,
};
use persistence::{Limit, Text};
use time::Duration;

use super::form::{Filled, Input, Screen, VOTES, Wrong, count, day};
use super::visit::{Visit, word};

/// Something to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// A member gives an own opinion, or the coach enters it.
    Opinion,
    /// The chair establishes what the body says, or the coach enters it.
    Advice,
    /// The body asks for more time.
    Time,
    /// The chair chooses the term after a new summary.
    Term,
    /// The chair lets the answer stand on changed documents.
    Confirm,
    /// Who it was entered for says that it is not right.
    Contest,
    /// The chair asks to be asked.
    Request,
}

impl Act {
    /// Every act, the most usual first.
    pub const ALL: [Self; 7] =
        [Self::Opinion, Self::Advice, Self::Time, Self::Term, Self::Confirm, Self::Contest, Self::Request];

    /// Its word in paths.
    pub fn word(self) -> &'static str {
        match self {
            Self::Opinion => "mening",
            Self::Advice => "advies",
            Self::Time => "tijd",
            Self::Term => "termijn",
            Self::Confirm => "bevestigen",
            Self::Contest => "klopt-niet",
            Self::Request => "verzoek",
        }
    }

    /// Its name in the texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Opinion => "opinion",
            Self::Advice => "advice",
            Self::Time => "time",
            Self::Term => "term",
            Self::Confirm => "confirm",
            Self::Contest => "contest",
            Self::Request => "request",
        }
    }

    /// The act with this word.
    pub fn find(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.word() == word)
    }

    /// Whether this person can do it now.
    pub fn may(self, visit: &Visit) -> bool {
        match self {
            Self::Opinion => visit.is_asked() && (visit.is_member() || visit.coach),
            Self::Advice => visit.takes_answers() && (visit.is_chair() || (visit.coach && visit.recorder)),
            Self::Time => visit.is_asked(),
            Self::Term => {
                visit.is_asked() && visit.is_chair() && visit.known().is_some_and(|known| known.term_before.is_some())
            }
            Self::Confirm => visit.is_chair() && visit.is_outdated(),
            Self::Contest => visit.contestable().is_some(),
            Self::Request => visit.is_chair() && visit.story.right == Right::Information,
        }
    }

    /// The questions that it asks, one for each screen.
    pub fn screens(self, visit: &Visit) -> Vec<Screen> {
        match self {
            Self::Opinion => opinion(visit),
            Self::Advice => advice(visit),
            Self::Time => more_time(visit),
            Self::Term => term(visit),
            Self::Confirm => confirm(visit),
            Self::Contest => {
                let until = visit.contestable().map(|(_, until)| visit.say_date("council-contest-until", until));
                vec![text(visit, "reden", "contest-reason", until.into_iter().collect(), false)]
            }
            Self::Request => vec![text(visit, "vraag", "request-question", Vec::new(), false)],
        }
    }

    /// What is said where the answers are checked.
    pub fn warning(self, visit: &Visit) -> Vec<String> {
        match self {
            Self::Opinion => vec![visit.say("council-opinion-private", &[])],
            Self::Advice if visit.is_chair() => {
                vec![visit.say_organisation("council-advice-public"), visit.say("council-advice-check-text", &[])]
            }
            Self::Advice => {
                vec![visit.say_organisation("council-advice-public"), visit.say("council-advice-check-coach", &[])]
            }
            _ => Vec::new(),
        }
    }

    /// The command, with what its author saw. The minutes of what was said elsewhere are this file, where there is one.
    ///
    /// # Errors
    /// What is wrong with an answer, for what the screens did not catch.
    pub fn command(self, visit: &Visit, filled: &Filled, file: Option<FileRef>) -> Result<(Command<Text>, Seen), Wrong> {
        let mut seen = Seen::default();
        let number = visit.story.number;
        let on = |act| Command::Consultation { command: ConsultationCommand::On { consultation: number, act } };
        let command = match self {
            Self::Opinion => {
                let opinion = opinion_text(visit, filled)?;
                let act = on(ConsultationAct::Opine { opinion });
                if visit.is_member() { act } else { on_behalf(visit, filled, None, person(visit, filled.get("wie"))?, act)? }
            }
            Self::Advice => {
                let advice = Advice {
                    verdict: verdict(visit, filled.get("oordeel"))?,
                    text: note(visit, "tekst", filled.get("tekst"))?,
                    minority: optional(visit, "minderheid", filled.get("minderheid"))?,
                };
                seen.revisions = shown_documents(visit);
                let act = on(ConsultationAct::Establish { advice });
                match visit.chair() {
                    _ if visit.is_chair() => act,
                    Some(chair) => on_behalf(visit, filled, file, chair, act)?,
                    None => return Err(wrong("oordeel", &visit.say_organisation("council-no-chair"))),
                }
            }
            Self::Time => {
                let until = chosen_day(visit, filled, "tot")?;
                on(ConsultationAct::AskExtension { until, reason: note(visit, "reden", filled.get("reden"))? })
            }
            Self::Term => {
                let choice = if filled.get("keuze") == "opnieuw" { TermChoice::Restart } else { TermChoice::Keep };
                on(ConsultationAct::ChooseTerm { choice })
            }
            Self::Confirm if filled.get("keuze") != "ja" => {
                return Err(wrong("keuze", &visit.say_organisation("council-confirm-no-error")));
            }
            Self::Confirm => {
                seen.revisions = current_documents(visit);
                on(ConsultationAct::Confirm)
            }
            Self::Contest => {
                let (record, _) = visit.contestable().ok_or_else(|| wrong("reden", ""))?;
                Command::Contest { record, reason: note(visit, "reden", filled.get("reden"))? }
            }
            Self::Request => {
                let (body, question) = (visit.story.body.clone(), note(visit, "vraag", filled.get("vraag"))?);
                Command::Consultation { command: ConsultationCommand::Request { body, question } }
            }
        };
        Ok((command, seen))
    }
}

/// Whose answer the coach enters, from where, and on which day it was given (law 14).
fn on_behalf(
    visit: &Visit,
    filled: &Filled,
    file: Option<FileRef>,
    person: PersonId,
    command: Command<Text>,
) -> Result<Command<Text>, Wrong> {
    let how = visit.say(&format!("council-advice-how-{}", how(filled.get("hoe"))), &[]);
    let proof = filled.get("verslag").trim();
    let minutes = if proof.is_empty() { how } else { format!("{how}.\n\n{proof}") };
    let present = filled.all("aanwezig").map(|id| self::person(visit, id)).collect::<Result<BTreeSet<_>, _>>()?;
    let voted = VOTES.iter().any(|name| !filled.get(name).trim().is_empty());
    let [in_favour, against, abstained] = VOTES.map(|name| count(filled, name).unwrap_or(0));
    let on_behalf = OnBehalf {
        person,
        occurred_on: chosen_day(visit, filled, "dag")?,
        present,
        votes: voted.then_some(Votes { in_favour, against, abstained }),
        minutes: match file {
            Some(file) => Minutes::File(file),
            None => Minutes::Text(note(visit, "verslag", &minutes)?),
        },
    };
    Ok(Command::OnBehalf { on_behalf, command: Box::new(command) })
}

fn how(word: &str) -> &'static str {
    match word {
        "vergadering" => "meeting",
        "telefoon" => "phone",
        _ => "paper",
    }
}

/// The opinion as it is kept: the choice in words, and below it why.
fn opinion_text(visit: &Visit, filled: &Filled) -> Result<Text, Wrong> {
    let choices = opinions(visit);
    let choice = choices.iter().find(|(value, _)| value == filled.get("keuze"));
    let (_, choice) = choice.ok_or_else(|| wrong("keuze", &visit.say("council-error-choose", &[])))?;
    let why = filled.get("waarom").trim();
    note(visit, "waarom", &if why.is_empty() { choice.clone() } else { format!("{choice}\n\n{why}") })
}

fn opinions(visit: &Visit) -> Vec<(String, String)> {
    let option = |value: &str, name: &str| (value.to_owned(), visit.say(&format!("council-opinion-{name}"), &[]));
    vec![option("ja", "yes"), option("maar", "but"), option("nee", "no"), option("weet-niet", "unsure")]
}

fn opinion(visit: &Visit) -> Vec<Screen> {
    let private = visit.say("council-opinion-private", &[]);
    let own = visit.is_member();
    let screen = |id, name: &str, title: String, intro, input, optional| Screen {
        id,
        title,
        intro,
        input,
        optional,
        label: visit.say(&format!("council-opinion-{name}-label"), &[]),
    };
    let title = if own { visit.say_right("council-opinion-choice") } else { visit.say("council-opinion-choice-coach", &[]) };
    let choice = screen("keuze", "choice", title, vec![private], Input::Choice(opinions(visit)), false);
    let title = visit.say(if own { "council-opinion-why" } else { "council-opinion-why-coach" }, &[]);
    let hint = visit.say("council-opinion-why-hint", &[]);
    let why = screen("waarom", "why", title, Vec::new(), Input::Text { hint }, true);
    if own {
        return vec![choice, why];
    }
    let who = visit.say("council-opinion-who", &[]);
    let who = screen("wie", "who", who, Vec::new(), Input::Choice(people(visit)), false);
    vec![who, choice, why, answered_on(visit), answered_how(visit)]
}

fn advice(visit: &Visit) -> Vec<Screen> {
    let all = [
        AdviceVerdict::Positive,
        AdviceVerdict::PositiveWithPoints,
        AdviceVerdict::Negative,
        AdviceVerdict::ConsentGiven,
        AdviceVerdict::ConsentWithheld,
    ];
    let fitting = all.into_iter().filter(|verdict| verdict.fits(visit.story.right));
    let options = fitting.map(|verdict| (word(&verdict), visit.verdict(verdict))).collect();
    let verdict = Screen {
        id: "oordeel",
        title: visit.say_right("council-advice-verdict"),
        intro: vec![visit.say_organisation("council-advice-public")],
        input: Input::Choice(options),
        optional: false,
        label: visit.say_right("council-advice-verdict-label"),
    };
    let mut screens = vec![
        verdict,
        text(visit, "tekst", "advice-text", Vec::new(), false),
        text(visit, "minderheid", "advice-minority", Vec::new(), true),
    ];
    if !visit.is_chair() {
        let present = Screen {
            id: "aanwezig",
            title: visit.say("council-advice-present", &[]),
            intro: Vec::new(),
            input: Input::Many(people(visit)),
            optional: true,
            label: visit.say("council-advice-present-label", &[]),
        };
        let votes = Screen {
            id: "stemmen",
            title: visit.say("council-advice-votes", &[]),
            intro: Vec::new(),
            input: Input::Votes { hint: visit.say("council-advice-votes-hint", &[]) },
            optional: true,
            label: visit.say("council-advice-votes-label", &[]),
        };
        let minutes = text(visit, "verslag", "advice-minutes", Vec::new(), false);
        let minutes = Screen { input: Input::Minutes { hint: visit.say("council-advice-minutes-hint", &[]) }, ..minutes };
        screens.extend([answered_on(visit), answered_how(visit), present, votes, minutes]);
    }
    screens
}

fn answered_on(visit: &Visit) -> Screen {
    let first = visit.known().map(|known| known.opened.today);
    Screen {
        id: "dag",
        title: visit.say("council-advice-on", &[]),
        intro: Vec::new(),
        input: Input::Day { hint: String::new(), first, last: Some(visit.now.today) },
        optional: false,
        label: visit.say("council-advice-on-label", &[]),
    }
}

fn answered_how(visit: &Visit) -> Screen {
    let option = |value: &str| (value.to_owned(), visit.say(&format!("council-advice-how-{}", how(value)), &[]));
    Screen {
        id: "hoe",
        title: visit.say("council-advice-how", &[]),
        intro: Vec::new(),
        input: Input::Choice(vec![option("vergadering"), option("papier"), option("telefoon")]),
        optional: false,
        label: visit.say("council-advice-how-label", &[]),
    }
}

fn more_time(visit: &Visit) -> Vec<Screen> {
    let due = visit.known().and_then(|known| known.term).map(|term| term.due);
    let after = due.unwrap_or(visit.now.today).max(visit.now.today);
    let first = after.next_day();
    let last = visit.now.today.checked_add(Duration::days(engine::limits::CONSULTATION_DAYS));
    let until = Screen {
        id: "tot",
        title: visit.say("council-time-until", &[]),
        intro: Vec::new(),
        input: Input::Day { hint: visit.say_date("council-time-until-hint", due.unwrap_or(after)), first, last },
        optional: false,
        label: visit.say("council-time-until-label", &[]),
    };
    vec![until, text(visit, "reden", "time-reason", Vec::new(), false)]
}

fn term(visit: &Visit) -> Vec<Screen> {
    let known = visit.known();
    let option = |value: &str, name: &str, term: Option<engine::Term>| {
        term.map(|term| (value.to_owned(), visit.say_date(&format!("council-term-{name}"), term.due)))
    };
    let again = option("opnieuw", "restart", known.and_then(|known| known.term));
    let kept = option("houden", "keep", known.and_then(|known| known.term_before));
    vec![Screen {
        id: "keuze",
        title: visit.say("council-term-choice", &[]),
        intro: Vec::new(),
        input: Input::Choice(again.into_iter().chain(kept).collect()),
        optional: false,
        label: visit.say("council-term-choice-label", &[]),
    }]
}

fn confirm(visit: &Visit) -> Vec<Screen> {
    let option = |value: &str, name: &str| (value.to_owned(), visit.say(&format!("council-confirm-{name}"), &[]));
    vec![Screen {
        id: "keuze",
        title: visit.say("council-confirm-choice", &[]),
        intro: vec![visit.say("council-confirm-intro", &[])],
        input: Input::Choice(vec![option("ja", "yes"), option("nee", "no")]),
        optional: false,
        label: visit.say("council-confirm-choice-label", &[]),
    }]
}

fn text(visit: &Visit, id: &'static str, name: &str, intro: Vec<String>, optional: bool) -> Screen {
    Screen {
        id,
        title: visit.say(&format!("council-{name}"), &[]),
        intro,
        input: Input::Text { hint: visit.say_organisation(&format!("council-{name}-hint")) },
        optional,
        label: visit.say(&format!("council-{name}-label"), &[]),
    }
}

fn people(visit: &Visit) -> Vec<(String, String)> {
    visit.members().into_iter().map(|member| (member.person.to_string(), visit.name(member.person))).collect()
}

/// What the body was shown: its advice rests on that (law 17).
fn shown_documents(visit: &Visit) -> std::collections::BTreeMap<engine::ArtefactKey, engine::Hash> {
    let exhibits = visit.known().into_iter().flat_map(|known| &known.exhibits);
    let shown = exhibits.filter_map(|exhibit| match exhibit {
        Exhibit::Document(evidence) => Some((evidence.artefact.clone(), evidence.hash)),
        Exhibit::Funnel(_) | Exhibit::Evidence { .. } => None,
    });
    shown.collect()
}

/// The documents as they are now: who confirms an answer saw these (law 4).
fn current_documents(visit: &Visit) -> std::collections::BTreeMap<engine::ArtefactKey, engine::Hash> {
    let exhibits = visit.known().into_iter().flat_map(|known| &known.exhibits).filter_map(Exhibit::artefact);
    let current = exhibits.filter_map(|key| Some((key.clone(), visit.view.state.artefacts.get(key)?.current.hash)));
    current.collect()
}

fn wrong(field: &str, text: &str) -> Wrong {
    Wrong { field: field.to_owned(), text: text.to_owned() }
}

fn person(visit: &Visit, id: &str) -> Result<PersonId, Wrong> {
    let found = visit.members().into_iter().map(|member| member.person).find(|person| person.to_string() == id);
    found.ok_or_else(|| wrong("wie", &visit.say("council-error-person", &[])))
}

fn verdict(visit: &Visit, value: &str) -> Result<AdviceVerdict, Wrong> {
    let found: Result<AdviceVerdict, _> = serde_json::from_value(serde_json::Value::String(value.to_owned()));
    found.map_err(|_| wrong("oordeel", &visit.say("council-error-choose", &[])))
}

fn chosen_day(visit: &Visit, filled: &Filled, field: &str) -> Result<time::Date, Wrong> {
    let wrong = || wrong(field, &visit.say("council-error-date", &[("example", visit.date(visit.now.today).into())]));
    day(filled.get(field).trim()).ok_or_else(wrong)
}

fn note(visit: &Visit, field: &str, value: &str) -> Result<Text, Wrong> {
    Text::parse(value, Limit::Note).map_err(|_| wrong(field, &visit.say("council-error-empty", &[])))
}

fn optional(visit: &Visit, field: &str, value: &str) -> Result<Option<Text>, Wrong> {
    if value.trim().is_empty() { Ok(None) } else { note(visit, field, value).map(Some) }
}
