//! The small funnel with a phase of use: what runs out, recurs, changes and goes wrong.

use std::collections::BTreeSet;

use engine::*;

use crate::scenario::*;

pub const BOARD: u8 = 12;

/// The small funnel, whose last phase is use, with a gate that leads back to it.
pub fn live_funnel() -> Funnel {
    let mut f = funnel();
    let mut g2 = f.gate(&gate("g1")).unwrap().clone();
    g2.key = gate("g2");
    g2.go_to = Some(phase("selection"));
    g2.rework_to = vec![phase("selection")];
    g2.requirements = Vec::new();
    let last = f.phases.last_mut().unwrap();
    (last.live, last.gate) = (true, Some(g2));
    let mut still_safe = f.criterion(&criterion("client-safety")).unwrap().clone();
    still_safe.key = criterion("still-safe");
    still_safe.asked_at[0].gate = gate("g2");
    f.criteria.push(still_safe);
    for key in ["board", "council"] {
        f.parties.push(PartyDefinition { key: party(key), ..f.parties[0].clone() });
        f.phases[0].involves.push(party(key));
    }
    let mut agreement = f.artefact(&artefact("idea")).unwrap().clone();
    agreement.key = artefact("agreement");
    agreement.reviewed_by = vec![party("ict")];
    agreement.contract =
        Some(Contract { signed_on: field("signed"), criterion: criterion("ict-ready"), party: party("ict") });
    agreement.validity = Some(Validity { ends_on: Some(field("ends")), ..Validity::default() });
    f.artefacts.push(agreement);
    let risks = f.artefacts.iter_mut().find(|kind| kind.key == artefact("risks")).unwrap();
    risks.validity = Some(Validity { days: Some(100), notice_days: 30, ..Validity::default() });
    in_use(&mut f);
    f
}

fn in_use(f: &mut Funnel) {
    let each = |key: &str, by: &str, on: Option<&str>, days| Duty {
        key: duty(key),
        name: label(key),
        phase: phase("selection"),
        party: party(by),
        every_days: days,
        artefact: on.map(artefact),
    };
    f.duties = vec![each("drill", "ict", None, 90), each("safety", "care", Some("risks"), 60)];
    let kind = |key: &str, on: &str, criteria: &[&str], small: Option<&str>| ChangeKind {
        key: change(key),
        name: label(key),
        artefacts: vec![artefact(on)],
        criteria: criteria.iter().map(|c| criterion(c)).collect(),
        small_closed_by: small.map(party),
        term_days: 10,
    };
    f.change_kinds = vec![
        kind("supplier-update", "ict-check", &["ict-ready"], Some("ict")),
        kind("new-group", "risks", &["client-safety", "still-safe"], None),
    ];
    f.signals = Some(SignalRules {
        reopens: vec![criterion("client-safety")],
        handled_by: party("quality"),
        suspended_by: vec![party("board"), party("care")],
        term_days: 5,
    });
    let check = |key: &str, by: &str| RolloutCheck { key: rollout_check(key), question: label(key), party: party(by) };
    f.rollout_checks = vec![check("trained", "care"), check("helped", "care"), check("connected", "ict")];
    f.emergency = Some(EmergencyRules {
        decided_by: party("board"),
        hear: vec![party("care"), party("ict")],
        tell: party("council"),
        term_days: 30,
    });
}

/// On the live funnel, in exploration, with nothing done.
pub fn exploring() -> Scenario {
    let mut s = Scenario::start();
    s.funnel = live_funnel();
    s.parties.members.insert(party("board"), vec![Member { person: person(BOARD), chair: true }]);
    s.given(LEAD, submit("idea", 1, &["goal"]));
    s.given(INNOVATOR, review("idea", "innovation", Verdict::Approve));
    s.given(CARE, review("idea", "care", Verdict::Approve));
    s.given(CARE, judge("fits", "care", Answer::Met));
    s.given(ICT, judge("ict-early", "ict", Answer::Met));
    s.given(INNOVATOR, decide_gate("g0", Outcome::Go));
    s
}

/// The same, with everything done.
pub fn ready() -> Scenario {
    let mut s = exploring();
    approve_risks(&mut s, 2);
    s.given(ICT, submit("ict-check", 3, &[]));
    s.given(QUALITY, review("ict-check", "quality", Verdict::Approve));
    s.given(QUALITY, judge("client-safety", "quality", Answer::Met));
    s.given(ICT_2, in_practice("ict-ready", "ict", Answer::Met));
    s
}

/// In use, with the round of its gate open.
pub fn live() -> Scenario {
    let mut s = ready();
    s.given(CHAIR, decide_gate("g1", Outcome::Go));
    s
}

/// A new revision of the risks, approved by both its parties.
pub fn approve_risks(s: &mut Scenario, hash: u8) {
    s.given(CARE, submit("risks", hash, &["risks"]));
    s.given(QUALITY, review("risks", "quality", Verdict::Approve));
    s.given(CARE_2, review("risks", "care", Verdict::Approve));
}

/// The same, entered by an innovator for somebody who did it elsewhere on `day` (law 14).
pub fn recorded_for(s: &mut Scenario, of: u8, day: u16, command: Command) -> Command {
    s.funnel.parties.iter_mut().for_each(|known| known.recorded_by = vec![party("innovation")]);
    let on_behalf = OnBehalf {
        person: person(of),
        occurred_on: moment(day).today,
        present: BTreeSet::from([person(of)]),
        votes: None,
        minutes: Minutes::Text(text(90)),
    };
    Command::OnBehalf { on_behalf, command: Box::new(command) }
}

/// What time would do now.
pub fn due_now(s: &Scenario) -> Vec<Command> {
    due(&s.funnel, &s.project, &s.context(&Actor::System, None))
}

pub fn next(s: &Scenario) -> Option<::time::Date> {
    next_due(&s.funnel, &s.project, &s.context(&Actor::System, None))
}

/// Lets time do what it does now, and tells what happened. Nothing may be left, and nothing may happen twice.
#[track_caller]
pub fn time_passes(s: &mut Scenario, day: u16) -> Vec<Event> {
    s.day = day;
    let mut happened = Vec::new();
    for command in due_now(s) {
        let events = s.decide_as(&Actor::System, command.clone().into()).unwrap();
        s.take(&Actor::System, events.clone());
        happened.extend(events);
        assert_eq!(s.decide_as(&Actor::System, command.into()).unwrap_err(), Rejection::NotOverdue);
    }
    assert_eq!(due_now(s), []);
    happened
}

pub fn kinds(s: &Scenario) -> Vec<TaskKind> {
    s.tasks().into_iter().map(|task| task.kind).collect()
}

/// The state is what its log folds to, and both are what is written down.
#[track_caller]
pub fn folds(s: &Scenario) {
    assert_eq!(Project::fold(&s.log).unwrap(), s.project);
    let written = serde_json::to_string(&s.project).unwrap();
    assert_eq!(serde_json::from_str::<Project>(&written).unwrap(), s.project);
}
