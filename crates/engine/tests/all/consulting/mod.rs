//! Laws 8 and 9: bodies are informed, asked for advice or for consent; silence is not consent; the council deliberates in
//! private. And law 16: a council is reminded kindly once.

mod answering;
mod asking;
mod standing;
mod terms;

use engine::*;

use crate::scenario::*;

/// A member of the client council, its chair, and its coach.
pub const COUNCIL: u8 = 20;
pub const COUNCIL_CHAIR: u8 = 21;
pub const COACH: u8 = 22;
/// The chair of the works council.
pub const WORKS: u8 = 23;

pub fn kind(key: &str, body: &str, right: Right, documents: &[&str]) -> ConsultationKind {
    let on = |d: &&str| RestsOn { artefact: artefact(d), fields: Vec::new() };
    let label = Label { nl: key.into(), en: key.into() };
    ConsultationKind {
        key: consultation(key),
        body: party(body),
        right,
        when: When::Always,
        question: label,
        term_days: 10,
        waiting_days: 30,
        summary: None,
        documents: documents.iter().map(on).collect(),
    }
}

fn consultation(key: &str) -> ConsultationKey {
    ConsultationKey::parse(key).unwrap()
}

/// The small funnel with a client council (coached) and a works council, asked at `g1` as `kinds` says.
pub fn consulting(kinds: Vec<ConsultationKind>) -> Scenario {
    let mut s = Scenario::ready();
    let people = |key: &str, coached_by: Option<&str>| PartyDefinition {
        coached_by: coached_by.map(party),
        ..s.funnel.party(&party("steering")).cloned().map(|p| PartyDefinition { key: party(key), ..p }).unwrap()
    };
    let added = [people("council", Some("coach")), people("coach", None), people("works", None)];
    s.funnel.parties.extend(added);
    let member = |n, chair| Member { person: person(n), chair };
    s.parties.members.insert(party("council"), vec![member(COUNCIL_CHAIR, true), member(COUNCIL, false)]);
    s.parties.members.insert(party("coach"), vec![member(COACH, false)]);
    s.parties.members.insert(party("works"), vec![member(WORKS, true)]);
    s.funnel.phases[1].gate.as_mut().unwrap().consultations = kinds;
    s
}

pub fn advice() -> Scenario {
    consulting(vec![kind("advice", "council", Right::Advice, &["risks"])])
}

fn consent() -> Scenario {
    consulting(vec![kind("consent", "council", Right::Consent, &["risks"])])
}

pub fn command(command: ConsultationCommand) -> Command {
    Command::Consultation { command }
}

pub fn open(key: &str) -> Command {
    let kind = consultation(key);
    command(ConsultationCommand::Open { kind, question: text(60), summary: Some(text(61)), due: None })
}

pub fn on(consultation: u32, act: ConsultationAct) -> Command {
    command(ConsultationCommand::On { consultation, act })
}

pub fn says(verdict: AdviceVerdict) -> ConsultationAct {
    ConsultationAct::Establish { advice: Advice { verdict, text: text(62), minority: None } }
}

fn respond(following: Following) -> ConsultationAct {
    ConsultationAct::Respond { response: Response { following, reason: text(63) } }
}

pub fn confer(day: u16) -> ConsultationAct {
    ConsultationAct::Confer { on: moment(day).today, note: text(64) }
}

fn lacks(s: &Scenario) -> Vec<ConsultationBlock> {
    let lacks = |blocker: Blocker| match blocker {
        Blocker::Consultation { lacks, .. } => Some(lacks),
        _ => None,
    };
    s.blockers().into_iter().filter_map(lacks).collect()
}

fn wait(s: &Scenario, what: &TaskKind) -> Option<Waiter> {
    s.tasks().into_iter().find(|task| task.kind == *what).map(|task| task.waits_for)
}

fn by_time(s: &mut Scenario) -> Vec<Event> {
    let commands = due(&s.funnel, &s.project, &s.context(&Actor::System, None));
    let mut happened = Vec::new();
    for command in commands {
        let events = s.decide_as(&Actor::System, command.clone().into()).unwrap();
        s.take(&Actor::System, events.clone());
        if matches!(command, Command::Consultation { .. }) {
            s.decide_as(&Actor::System, command.into()).expect_err("happens once");
            happened.extend(events);
        }
    }
    happened
}

fn is_time(events: &[Event], expected: &ConsultationEvent) -> bool {
    matches!(events, [Event::Consultation { event, .. }] if event == expected)
}
