//! What the engine says, in words. Each match is exhaustive: a new variant does not compile without its text.

use engine::{
    ArtefactKey, Blocker, CriterionKey, Difference, Event, FactKey, FactValue, Funnel, GateKey, Label, Need, Outcome,
    PartyKey, PhaseKey, Rejection, TaskKind, WayOut,
};

use super::dates::written;
use super::{Language, Value, say};

type Arguments<'a> = Vec<(&'static str, Value<'a>)>;

/// A refusal in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What is wrong, why, and what to do: two to four short sentences.
    pub message: String,
    /// The way out alone, for beside a link.
    pub way_out: String,
}

/// A refusal in words.
#[must_use]
pub fn rejection(funnel: &Funnel, rejection: &Rejection, language: Language) -> Said {
    let names = Names { funnel, language };
    let way_out = rejection.way_out();
    let (act, way_arguments) = names.way_out(&way_out);
    let written = serde_json::to_value(rejection).unwrap_or_default();
    // The fields under their own names, and beside them what some texts need made ready.
    let fields = names.fields(&written);
    let mut arguments = names.rejection(rejection);
    arguments.extend(borrowed(&fields));
    Said {
        message: say(language, &format!("rejection-{}", word(&written["rule"])), &arguments),
        way_out: say(language, &format!("wayout-{act}"), &way_arguments),
    }
}

/// What is in the way of *go*, in words.
#[must_use]
pub fn blocker(funnel: &Funnel, blocker: &Blocker, language: Language) -> String {
    let written = serde_json::to_value(blocker).unwrap_or_default();
    let arguments = Names { funnel, language }.fields(&written);
    say(language, &format!("blocker-{}", word(&written["kind"])), &borrowed(&arguments))
}

/// What changed since somebody looked, in words.
#[must_use]
pub fn difference(funnel: &Funnel, difference: &Difference, language: Language) -> String {
    let names = Names { funnel, language };
    match difference {
        Difference::Revision { artefact, number, .. } => {
            let revision = number.map_or("none".into(), Value::from);
            say(language, "difference-revision", &[("artefact", names.artefact(artefact)), ("revision", revision)])
        }
        Difference::Round { current, .. } => {
            say(language, "difference-round", &[("round", current.map_or("none".into(), Value::from))])
        }
        Difference::Readiness { .. } => say(language, "difference-readiness", &[]),
    }
}

/// What somebody is asked to do, in words: a verb and a thing.
#[must_use]
pub fn task(funnel: &Funnel, task: &TaskKind, language: Language) -> String {
    let names = Names { funnel, language };
    let written = String::from(task.clone());
    let mut parts = written.split(':');
    let verb = parts.next().unwrap_or_default();
    let subject = parts.next().unwrap_or_default();
    match task {
        TaskKind::AnswerFact(fact) | TaskKind::ConfirmFact(fact) => {
            say(language, &format!("task-{verb}"), &[("fact", names.fact(fact))])
        }
        TaskKind::Submit(artefact) | TaskKind::Review(artefact, _) | TaskKind::Renew(artefact) => {
            say(language, &format!("task-{verb}"), &[("artefact", names.artefact(artefact))])
        }
        TaskKind::Judge(criterion, _) => say(language, "task-judge", &[("criterion", names.criterion(criterion))]),
        TaskKind::Decide(gate) | TaskKind::UpholdDecision(gate) => {
            say(language, &format!("task-{verb}"), &[("gate", names.gate(gate))])
        }
        TaskKind::DecideExtra(number) | TaskKind::MeetCondition(number) | TaskKind::AcceptCondition(number) => {
            say(language, &format!("task-{verb}"), &[("condition", (*number).into())])
        }
        TaskKind::HandleSignal(number) | TaskKind::CheckRollout(number, _) | TaskKind::StartRollout(number) => {
            say(language, &format!("task-{verb}"), &[("number", (*number).into())])
        }
        TaskKind::Consultation(_, number) => {
            say(language, &format!("task-consultation-{verb}"), &[("number", (*number).into())])
        }
        TaskKind::OpenConsultation(_) => say(language, "task-open_consultation", &[]),
        TaskKind::DoDuty(duty) => {
            let name = funnel.duty(duty).map_or(duty.as_str(), |duty| language.of(&duty.name));
            say(language, "task-do_duty", &[("duty", name.into())])
        }
        TaskKind::JudgeEvidence(_) | TaskKind::SubmitEvidence(_) => {
            say(language, &format!("task-{verb}"), &[("evidence", subject.into())])
        }
    }
}

/// An outcome in words. `phase` is the name of the phase it leads to; `here` whether that is the phase the gate closes.
#[must_use]
pub fn outcome(outcome: &Outcome, phase: &str, here: bool, language: Language) -> String {
    match outcome {
        Outcome::Stop => say(language, "outcome-stop", &[]),
        Outcome::Rework { .. } if here => say(language, "outcome-rework_here", &[]),
        Outcome::Rework { .. } => say(language, "outcome-rework", &[("phase", phase.into())]),
        Outcome::Hold { .. } => say(language, "outcome-hold", &[]),
        Outcome::ConditionalGo if phase.is_empty() => say(language, "outcome-conditional_go_retire", &[]),
        Outcome::ConditionalGo => say(language, "outcome-conditional_go", &[("phase", phase.into())]),
        Outcome::Go if phase.is_empty() => say(language, "outcome-go_retire", &[]),
        Outcome::Go => say(language, "outcome-go", &[("phase", phase.into())]),
    }
}

/// The id of the sentence that tells an event in a timeline. Its variables are `$who` and what the event names:
/// `$party`, `$artefact`, `$revision`, `$criterion`, `$answer`, `$verdict`, `$gate`, `$round`, `$outcome`, `$phase`,
/// `$parties` (`none` when empty), `$fact`, `$count`, `$task`, `$date`, `$condition`, `$what` (what a condition is about, or
/// `none`), `$number`, `$subject` (a duty or a kind of change), `$signal`, `$aftermath`, `$evidence`, `$suppliers` (how many).
#[must_use]
pub fn event_id(event: &Event) -> String {
    let written = serde_json::to_value(event).unwrap_or_default();
    let confirmed =
        matches!(event, Event::RevisionReviewed { confirmed: true, .. } | Event::CriterionJudged { confirmed: true, .. });
    let (outer, fields) = tagged(&written);
    let inner = fields.and_then(|fields| fields.get("event")).map(|event| tagged(event).0);
    match inner.filter(|_| !matches!(event, Event::OnBehalf { .. })) {
        Some(inner) => format!("event-{outer}-{inner}"),
        None if matches!(event, Event::Early(_) | Event::Emergency(_)) => {
            format!("event-{outer}-{}", fields.map_or("", |fields| tagged(fields).0))
        }
        None if confirmed => format!("event-{outer}-confirmed"),
        None => format!("event-{outer}"),
    }
}

/// The tag under which a variant is written, and what it holds.
fn tagged(written: &serde_json::Value) -> (&str, Option<&serde_json::Value>) {
    match written {
        serde_json::Value::String(tag) => (tag, None),
        serde_json::Value::Object(fields) => {
            fields.iter().next().map_or(("", None), |(tag, held)| (tag.as_str(), Some(held)))
        }
        _ => ("", None),
    }
}

/// Names in a row: *a, b and c* (`word` is `and`) or *a, b or c* (`or`).
#[must_use]
pub fn list<S: AsRef<str>>(language: Language, word: &str, names: &[S]) -> String {
    let Some((last, others)) = names.split_last() else { return String::new() };
    if others.is_empty() {
        return last.as_ref().to_owned();
    }
    let others: Vec<&str> = others.iter().map(AsRef::as_ref).collect();
    format!("{} {} {}", others.join(", "), say(language, &format!("list-{word}"), &[]), last.as_ref())
}

/// The names that a funnel gives to its keys, in one language. An unknown key is its own name.
#[derive(Clone, Copy)]
struct Names<'a> {
    funnel: &'a Funnel,
    language: Language,
}

impl<'a> Names<'a> {
    fn name(&self, label: Option<&'a Label>, key: &'a str) -> Value<'a> {
        label.map_or(key, |label| self.language.of(label)).into()
    }

    fn artefact(&self, key: &'a ArtefactKey) -> Value<'a> {
        self.name(self.funnel.artefact(key).map(|a| &a.name), key.as_str())
    }

    fn criterion(&self, key: &'a CriterionKey) -> Value<'a> {
        self.name(self.funnel.criterion(key).map(|c| &c.question), key.as_str())
    }

    fn fact(&self, key: &'a FactKey) -> Value<'a> {
        self.name(self.funnel.fact(key).map(|f| &f.question), key.as_str())
    }

    fn gate(&self, key: &'a GateKey) -> Value<'a> {
        self.name(self.funnel.gate(key).map(|g| &g.name), key.as_str())
    }

    fn party(&self, key: &'a PartyKey) -> Value<'a> {
        self.name(self.funnel.party(key).map(|p| &p.name), key.as_str())
    }

    fn phase(&self, key: &'a PhaseKey) -> Value<'a> {
        self.name(self.funnel.phase(key).map(|p| &p.name), key.as_str())
    }

    /// `or` and `and` rows; empty lists are `none`, for which texts may have their own sentence.
    fn row(&self, word: &str, values: impl Iterator<Item = Value<'a>>) -> Value<'a> {
        let names: Vec<String> = values
            .map(|value| match value {
                Value::Text(text) => text.into_owned(),
                Value::Number(number) => number.to_string(),
            })
            .collect();
        if names.is_empty() { "none".into() } else { list(self.language, word, &names).into() }
    }

    fn artefacts(&self, keys: &'a [ArtefactKey]) -> Value<'a> {
        self.row("and", keys.iter().map(|key| self.artefact(key)))
    }

    fn parties(&self, keys: &'a [PartyKey]) -> Value<'a> {
        self.row("or", keys.iter().map(|key| self.party(key)))
    }

    fn fact_value(&self, value: &'a FactValue) -> Value<'a> {
        match value {
            FactValue::Boolean(true) => say(self.language, "value-yes", &[]).into(),
            FactValue::Boolean(false) => say(self.language, "value-no", &[]).into(),
            FactValue::Amount(amount) => amount.to_string().into(),
            FactValue::Level(level) => level.as_str().into(),
        }
    }

    fn need(&self, need: &'a Need) -> Value<'a> {
        let (id, arguments): (_, Arguments<'_>) = match need {
            Need::Person => ("need-person", vec![]),
            Need::InnovationManager => ("need-innovation_manager", vec![]),
            Need::Lead => ("need-lead", vec![]),
            Need::Member(parties) => ("need-member", vec![("parties", self.parties(parties))]),
            Need::Chair(party) => ("need-chair", vec![("party", self.party(party))]),
            Need::ChairOrMember(party, parties) => {
                ("need-chair_or_member", vec![("party", self.party(party)), ("parties", self.parties(parties))])
            }
            Need::Administrator => ("need-administrator", vec![]),
            Need::ChairOrAdministrator(party) => ("need-chair_or_administrator", vec![("party", self.party(party))]),
            Need::LeadOrPerson(_) => ("need-lead_or_person", vec![]),
            Need::PersonOrChair(_, party) => ("need-person_or_chair", vec![("party", self.party(party))]),
            Need::LeadOrMember(parties) if parties.is_empty() => ("need-lead_only", vec![]),
            Need::LeadOrMember(parties) => ("need-lead_or_member", vec![("parties", self.parties(parties))]),
            Need::SomebodyElse => ("need-somebody_else", vec![]),
            Need::System => ("need-system", vec![]),
        };
        say(self.language, id, &arguments).into()
    }

    fn way_out(&self, way_out: &'a WayOut) -> (&'static str, Arguments<'a>) {
        match way_out {
            WayOut::Ask { need } => ("ask", vec![("need", self.need(need))]),
            WayOut::Submit { artefacts } => ("submit", vec![("artefacts", self.artefacts(artefacts))]),
            WayOut::ClearBlockers => ("clear_blockers", vec![]),
            WayOut::Correct => ("correct", vec![]),
            WayOut::None => ("none", vec![]),
        }
    }

    /// What the text of a refusal needs besides its fields.
    fn rejection(&self, rejection: &'a Rejection) -> Arguments<'a> {
        match rejection {
            Rejection::NotPermitted { need } => vec![("need", self.need(need))],
            Rejection::NotReady { blockers }
            | Rejection::NotDeferrable { blockers }
            | Rejection::ConditionMissing { blockers } => vec![("count", blockers.len().into())],
            Rejection::GateNotOpen { open, .. } => {
                vec![("open", open.as_ref().map_or("none".into(), |open| self.gate(open)))]
            }
            Rejection::BlocksNoLaterGate { later, .. } => {
                vec![("gates", self.row("or", later.iter().map(|gate| self.gate(gate))))]
            }
            Rejection::ReworkTarget { to, allowed } | Rejection::ReopenTarget { to, allowed } => {
                let phases = self.row("or", allowed.iter().map(|phase| self.phase(phase)));
                vec![("phase", self.phase(to)), ("phases", phases)]
            }
            Rejection::TermTooFar { earliest, latest, .. } => {
                // More than a year may lie between these days and today: each is said with its year.
                let whole = |date: &time::Date| Value::from(written(self.language, *date, time::Date::MIN));
                vec![("first", whole(earliest)), ("last", whole(latest))]
            }
            Rejection::DateNotAhead { days, .. } => vec![("most", (*days).into())],
            Rejection::FactType { levels, .. } => {
                vec![("levels", self.row("or", levels.iter().map(|level| level.as_str().into())))]
            }
            Rejection::FactAnswer { current, .. } => {
                vec![("value", current.as_ref().map_or("none".into(), |value| self.fact_value(value)))]
            }
            Rejection::TooManyFiles { at_most, .. } => vec![("most", (*at_most).into())],
            Rejection::FileTypeNotAllowed { media_type, allowed, .. } => {
                let kinds = self.row("or", allowed.iter().map(|kind| kind.as_str().into()));
                vec![("found", media_type.into()), ("kinds", kinds)]
            }
            Rejection::NothingToConfirm { artefacts, criteria } => {
                let artefacts = artefacts.iter().map(|artefact| self.artefact(artefact));
                let subjects = artefacts.chain(criteria.iter().map(|criterion| self.criterion(criterion)));
                vec![("subjects", self.row("and", subjects))]
            }
            Rejection::ListLength { limit, .. } => vec![("most", (*limit).into())],
            _ => Vec::new(),
        }
    }

    /// The fields of a variant under their own names: keys as the funnel names them, dates as people write them, lists as
    /// a row, anything else as its word in the API.
    fn fields(&self, written: &serde_json::Value) -> Vec<(String, Value<'static>)> {
        let Some(fields) = written.as_object() else { return Vec::new() };
        fields.iter().filter_map(|(name, value)| Some((name.clone(), self.field(name, value)?))).collect()
    }

    fn field(&self, name: &str, value: &serde_json::Value) -> Option<Value<'static>> {
        match value {
            serde_json::Value::Null => Some("none".into()),
            serde_json::Value::Bool(yes) => Some(if *yes { "yes" } else { "no" }.into()),
            serde_json::Value::Number(number) => Some(Value::Number(number.as_i64()?)),
            serde_json::Value::String(text) => Some(self.key(name, text).into()),
            serde_json::Value::Array(values) => {
                let texts: Option<Vec<String>> =
                    values.iter().map(|value| Some(self.key(name.trim_end_matches('s'), value.as_str()?))).collect();
                Some(match texts {
                    Some(names) if names.is_empty() => "none".into(),
                    Some(names) => list(self.language, if name == "parties" { "or" } else { "and" }, &names).into(),
                    None => values.len().into(),
                })
            }
            serde_json::Value::Object(fields) => fields.keys().next().map(|tag| tag.clone().into()),
        }
    }

    /// The name of the thing that a field refers to; its own text where it refers to nothing of the funnel.
    fn key(&self, field: &str, text: &str) -> String {
        let funnel = self.funnel;
        let label = match field {
            "artefact" => funnel.artefacts.iter().find(|x| x.key.as_str() == text).map(|x| &x.name),
            "criterion" | "criteria" => funnel.criteria.iter().find(|x| x.key.as_str() == text).map(|x| &x.question),
            "fact" => funnel.facts.iter().find(|x| x.key.as_str() == text).map(|x| &x.question),
            "party" | "partie" | "body" | "to" | "from" => {
                funnel.parties.iter().find(|x| x.key.as_str() == text).map(|x| &x.name)
            }
            "phase" => funnel.phases.iter().find(|x| x.key.as_str() == text).map(|x| &x.name),
            "gate" => {
                let gates = funnel.phases.iter().filter_map(|phase| phase.gate.as_ref());
                gates.into_iter().find(|x| x.key.as_str() == text).map(|x| &x.name)
            }
            "duty" => funnel.duties.iter().find(|x| x.key.as_str() == text).map(|x| &x.name),
            _ => None,
        };
        if let Some(label) = label {
            return self.language.of(label).to_owned();
        }
        let date = time::Date::parse(text, &time::format_description::well_known::Iso8601::DATE);
        date.map_or_else(|_| text.to_owned(), |date| written(self.language, date, date))
    }
}

/// A word of the API, such as the tag under which a variant is written.
fn word(written: &serde_json::Value) -> &str {
    written.as_str().unwrap_or_default()
}

fn borrowed<'v>(arguments: &'v [(String, Value<'v>)]) -> Vec<(&'v str, Value<'v>)> {
    arguments.iter().map(|(name, value)| (name.as_str(), value.clone())).collect()
}
