//! A project with everything full at once: how large its state becomes, and which part is the largest.

use std::collections::{BTreeMap, BTreeSet};

use engine::*;

use crate::live::{BOARD, folds, live_funnel};
use crate::scenario::*;
use crate::table::expect;

const DOCUMENTS: usize = 30;
const CRITERIA: usize = 60;
const EVENTS: u64 = 10_000;
const COUNCIL: u8 = 20;
const LATER: u8 = 30;
const PARTIES: &[&str] = &["board", "care", "council", "ict", "innovation", "quality", "steering"];
/// No project comes near this: every list at its limit, every criterion open to two parties, every task late. An ordinary
/// project stays within [`limits::STATE_BYTES`]; this one shows that nothing grows without a limit.
const FULL_BYTES: usize = 4 * limits::STATE_BYTES;

fn document(n: usize) -> String {
    format!("document-of-a-kind-{n:02}")
}

fn question(n: usize) -> String {
    format!("question-of-a-kind-{n:02}")
}

/// The funnel of use, whose last gate asks for 30 documents and 60 criteria of two parties each.
fn large() -> Funnel {
    let mut f = live_funnel();
    let kind = f.artefact(&artefact("risks")).unwrap().clone();
    let asked = f.criterion(&criterion("still-safe")).unwrap().clone();
    f.artefacts = (0..DOCUMENTS)
        .map(|n| ArtefactKind { key: artefact(&document(n)), written_by: vec![Writer::Lead], ..kind.clone() })
        .collect();
    for kind in &mut f.artefacts {
        kind.files = Some(FilePolicy { required: false, at_most: 2, media_types: vec!["application/pdf".into()] });
    }
    f.criteria = (0..CRITERIA)
        .map(|n| Criterion {
            key: criterion(&question(n)),
            parties: vec![party("quality"), party("ict")],
            legal: false,
            waivable_by: Some(party("steering")),
            ..asked.clone()
        })
        .collect();
    for (n, criterion) in f.criteria.iter_mut().enumerate() {
        criterion.asked_at[0].rests_on[0].artefact = artefact(&document(n % DOCUMENTS));
    }
    for party in &mut f.parties {
        party.recorded_by = vec![PartyKey::parse("innovation").unwrap()];
        if party.key.as_str() == "ict" {
            party.rule = AnswerRule::KOf(2);
        }
    }
    let last = f.phases[2].gate.as_mut().unwrap();
    last.requirements = (0..DOCUMENTS)
        .map(|n| Requirement {
            artefact: artefact(&document(n)),
            stage: Stage::Final,
            maximum_age_days: None,
            deferrable: false,
            when: When::Always,
        })
        .collect();
    last.consultations = (0..4)
        .map(|n| ConsultationKind {
            key: ConsultationKey::parse(format!("advice-{n}")).unwrap(),
            body: party("council"),
            right: Right::Advice,
            when: When::Always,
            question: label("Advice?"),
            term_days: 10,
            waiting_days: 5,
            summary: None,
            documents: (0..3).map(|d| RestsOn { artefact: artefact(&document(n * 3 + d)), fields: Vec::new() }).collect(),
        })
        .collect();
    f.phases[0].gate.as_mut().unwrap().requirements.clear();
    f.phases[1].gate.as_mut().unwrap().requirements.clear();
    f.duties.retain(|duty| duty.artefact.is_none());
    for kind in &mut f.change_kinds {
        kind.artefacts = (0..3).map(|n| artefact(&document(n))).collect();
        kind.criteria = (0..6).map(|n| criterion(&question(n))).collect();
    }
    f.signals.as_mut().unwrap().reopens = vec![criterion(&question(0))];
    f
}

fn begin() -> Scenario {
    let mut parties = parties();
    let chair = |n| vec![Member { person: person(n), chair: true }];
    parties.members.insert(party("board"), chair(BOARD));
    parties.members.insert(party("council"), chair(COUNCIL));
    Scenario::on(large(), parties)
}

/// Goes on with so many agreed conditions.
fn goes_on(s: &mut Scenario, who: u8, at: &str, conditions: usize) {
    let agreed = |_| NewCondition {
        demand: Demand::Agreed,
        text: Some(text(1)),
        owner: person(CARE),
        due: moment(u16::from(LATER)).today,
        blocks: Some(gate("g2")),
    };
    let conditions = (0..conditions).map(agreed).collect();
    let outcome = Outcome::ConditionalGo;
    s.given(who, Command::DecideGate { gate: gate(at), outcome, motivation: text(2), lessons: None, conditions });
}

fn submitted(n: usize, hash: u8) -> Act {
    let mut act = submit(&document(n), hash, &["risks", "conclusion"]);
    if let Command::SubmitRevision { files, .. } = &mut act.command {
        let file = |n| FileRef { id: FileId(uuid(n)), hash: Hash([hash; 32]), media_type: "application/pdf".into() };
        files.extend([1, 2].map(file));
    }
    act
}

/// Every document reviewed, every criterion answered by one party and voted on in the other.
fn answered(s: &mut Scenario, hash: u8) {
    for n in 0..DOCUMENTS {
        s.given(LEAD, submitted(n, hash));
        s.given(QUALITY, review(&document(n), "quality", Verdict::Approve));
        s.given(CARE_2, review(&document(n), "care", Verdict::Approve));
    }
    for n in 0..CRITERIA {
        s.given(QUALITY, judge(&question(n), "quality", Answer::NotMet));
        s.given(ICT, judge(&question(n), "ict", Answer::NotMet));
        s.given(ICT_2, judge(&question(n), "ict", Answer::NotMet));
        s.given(ICT, judge(&question(n), "ict", Answer::Met));
    }
}

fn recorded_for(of: u8, command: Command) -> Command {
    let on_behalf = OnBehalf {
        person: person(of),
        occurred_on: moment(0).today,
        present: BTreeSet::from([person(of)]),
        votes: None,
        minutes: Minutes::Text(text(3)),
    };
    Command::OnBehalf { on_behalf, command: Box::new(command) }
}

fn in_use(s: &mut Scenario) {
    let suppliers = (0..limits::SUPPLIERS).map(|n| SupplierKey::parse(format!("supplier-{n:02}")).unwrap()).collect();
    s.given(LEAD, Command::NameSuppliers { suppliers });
    for n in 0..4 {
        let kind = ConsultationKey::parse(format!("advice-{n}")).unwrap();
        let command = ConsultationCommand::Open { kind, question: text(4), summary: Some(text(5)), due: None };
        s.given(LEAD, Command::Consultation { command });
    }
    for _ in 4..limits::CONSULTATIONS {
        let command = ConsultationCommand::Request { body: party("council"), question: text(6) };
        s.given(COUNCIL, Command::Consultation { command });
    }
    for _ in 0..limits::OPEN_CHANGES {
        s.given(ICT, Command::Change(ChangeAct::Report { kind: change("supplier-update"), text: text(7) }));
    }
    for _ in 0..limits::OPEN_SIGNALS {
        let (kind, reference, on) = (SignalKind::Complaint, text(8), moment(0).today);
        s.given(CARE, Command::Signal(SignalAct::Report { kind, reference, on }));
    }
    for n in 1..=limits::PLANNED_ROLLOUTS {
        s.given(LEAD, Command::Rollout(RolloutAct::Plan { name: text(9), on: moment(u16::from(LATER)).today }));
        let (rollout, party) = (u32::try_from(n).unwrap(), party("care"));
        let answers = BTreeMap::from([(rollout_check("trained"), true), (rollout_check("helped"), true)]);
        s.given(CARE, Command::Rollout(RolloutAct::Answer { rollout, party, answers }));
    }
    for n in 0..10 {
        s.given(CHAIR, Command::WaiveCriterion { criterion: criterion(&question(n)), reason: text(10) });
    }
    for n in 0..limits::CONTESTABLE {
        let of = review(&document(n % DOCUMENTS), "quality", Verdict::Approve);
        s.given(INNOVATOR, recorded_for(QUALITY, of));
    }
    s.given(BOARD, Command::Use { party: party("board"), act: UseAct::Suspend { reason: text(11) } });
}

/// What takes how many bytes, the largest first.
fn parts(project: &Project) -> Vec<(usize, String)> {
    let state = serde_json::to_value(project).unwrap();
    let size = |(key, value): (&String, &serde_json::Value)| (value.to_string().len(), key.clone());
    let mut parts: Vec<_> = state.as_object().unwrap().iter().map(size).collect();
    parts.sort_unstable_by(|a, b| b.cmp(a));
    parts
}

/// The names in a state, one line per place; what is a key of the funnel, a person or a number in it is `*`.
fn names(value: &serde_json::Value, place: &str, found: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::Object(fields) => {
            for (name, value) in fields {
                let is_key = !name.chars().all(|c| c.is_ascii_alphabetic() || c == '_') || PARTIES.contains(&name.as_str());
                let place = format!("{place}.{}", if is_key { "*" } else { name });
                names(value, &place, found);
            }
        }
        serde_json::Value::Array(values) => {
            for value in values {
                names(value, &format!("{place}[]"), found);
            }
        }
        _ => {
            found.insert(place.to_owned());
        }
    }
}

#[test]
fn a_project_with_everything_full_tells_what_is_largest() {
    let mut s = begin();
    goes_on(&mut s, INNOVATOR, "g0", limits::OPEN_CONDITIONS - limits::CONDITIONS_PER_DECISION);
    goes_on(&mut s, CHAIR, "g1", limits::CONDITIONS_PER_DECISION);
    let mut hash = 1;
    while s.project.sequence < EVENTS {
        answered(&mut s, hash);
        hash += 1;
    }
    let answered_bytes = serde_json::to_vec(&s.project).unwrap().len();
    in_use(&mut s);
    let full_bytes = serde_json::to_vec(&s.project).unwrap().len();
    s.day = u16::from(LATER) + 1;
    for command in due(&s.funnel, &s.project, &s.context(&Actor::System, None)) {
        if let Ok(events) = s.decide_as(&Actor::System, command.into()) {
            s.take(&Actor::System, events);
        }
    }
    let late_bytes = serde_json::to_vec(&s.project).unwrap().len();
    folds(&s);
    println!(
        "full: {} events, {answered_bytes} bytes answered, {full_bytes} with all of use, {late_bytes} all late; {:?}",
        s.project.sequence,
        &parts(&s.project)[..14]
    );
    assert!(late_bytes <= FULL_BYTES, "{late_bytes} bytes");
    // States are kept: when this file changes, the store's `STATE_FORMAT` gets a new number, and reads older ones from the log.
    let mut found = BTreeSet::new();
    names(&serde_json::to_value(&s.project).unwrap(), "project", &mut found);
    expect("state.txt", &(found.into_iter().collect::<Vec<_>>().join("\n") + "\n"));
}
