//! Events are written for ever: one golden line per variant, in a file.

use std::collections::{BTreeMap, BTreeSet};

use engine::*;

use crate::scenario::*;
use crate::table::expect;

fn one_answer() -> Counted {
    Counted { rule: AnswerRule::KOf(2), members: 3, votes: 2, delegated_by: Some(person(9)), own_work: true }
}

fn conditions() -> Vec<Event> {
    let terms = |demand, owner| Terms {
        demand,
        text: Some(text(7)),
        owner,
        accepted_by: party("quality"),
        due: moment(40).today,
        blocks: Some(gate("g1")),
    };
    let condition = |event| Event::Condition { condition: 3, event };
    let opened = |demand, owner| condition(ConditionEvent::Opened { terms: terms(demand, owner) });
    let (risks, safety) = (artefact("risks"), criterion("client-safety"));
    let ict = Waiter::Party(party("ict"));
    vec![
        opened(Demand::Document { artefact: risks, stage: Stage::Final }, Waiter::Person(person(3))),
        opened(Demand::Criterion { criterion: safety, party: party("quality") }, ict.clone()),
        opened(Demand::Agreed, ict.clone()),
        opened(Demand::Closing { duty: ClosingKey::parse("data-returned").unwrap() }, ict),
        condition(ConditionEvent::Reported { note: text(8) }),
        condition(ConditionEvent::SentBack { note: text(9) }),
        condition(ConditionEvent::Postponed { due: moment(60).today }),
        condition(ConditionEvent::Accepted { note: None }),
    ]
}

fn votes() -> Vec<Event> {
    let vote = |matter, choice| Event::VoteCast {
        matter,
        party: party("steering"),
        choice,
        note: Some(text(10)),
        members: vec![person(8), person(9)],
        rests_on: Vec::new(),
    };
    let small = FactValue::Level(level("small"));
    let (risks, safety) = (artefact("risks"), criterion("client-safety"));
    vec![
        vote(Matter::Review { artefact: risks, revision: 2 }, Choice::Review(Verdict::Approve)),
        vote(
            Matter::Judgement { criterion: safety.clone(), gate: None, round: 2 },
            Choice::Judgement(Answer::Met, Proof::Practice),
        ),
        vote(Matter::Fact { fact: fact("impact") }, Choice::Fact(small)),
        vote(Matter::Decision { gate: gate("g1"), round: 2 }, Choice::Decision(Outcome::ConditionalGo)),
        vote(Matter::Extra { condition: 3 }, Choice::Aftermath(Aftermath::Pause)),
        vote(Matter::Reopening, Choice::Reopening(phase("idea"))),
        vote(Matter::Waiver { criterion: safety }, Choice::Waive),
    ]
}

/// A vote on a criterion names what it rests on.
fn vote_on_evidence(at: Option<GateKey>) -> Event {
    Event::VoteCast {
        matter: Matter::Judgement { criterion: criterion("client-safety"), gate: at, round: 3 },
        party: party("quality"),
        choice: Choice::Judgement(Answer::Met, Proof::Paper),
        note: None,
        members: vec![person(7)],
        rests_on: vec![evidence()],
    }
}

fn course() -> Vec<Event> {
    let (by, counted) = (party("steering"), one_answer());
    let (motivation, due) = (text(11), moment(30).today);
    let extra = |aftermath| Event::ExtraDecided {
        condition: 3,
        aftermath,
        motivation,
        lessons: None,
        party: party("steering"),
        counted,
    };
    vec![
        Event::RoundPlanned { gate: gate("g1"), on: due },
        Event::HoldEnded { due },
        Event::CriterionWaived {
            gate: gate("g1"),
            criterion: criterion("fits"),
            party: by.clone(),
            reason: motivation,
            counted,
        },
        Event::ProjectRetired { gate: gate("g1") },
        Event::ProjectClosed,
        Event::ProjectReopened { gate: gate("g1"), motivation, party: by, counted },
        Event::ProjectBroughtIn { phase: phase("selection"), reason: motivation, unrecorded: vec![phase("idea")] },
        Event::ProjectMigrated {
            from: FunnelVersionId(uuid(9)),
            to: FunnelVersionId(uuid(10)),
            phase: phase("exploration"),
            involved: vec![party("ict")],
            blocks: BTreeMap::from([(3, gate("g1"))]),
            keeps_round: false,
            lapsed: vec![2],
        },
        Event::ExtraDecisionCalled { condition: 3, due },
        extra(Aftermath::GoOn { due }),
        extra(Aftermath::Pause),
        extra(Aftermath::Stop),
    ]
}

fn evidence() -> Evidence {
    Evidence { artefact: artefact("risks"), revision: 2, hash: Hash([7; 32]) }
}

/// One of each.
fn examples() -> Vec<Event> {
    let (fact, value) = (fact("impact"), FactValue::Level(level("small")));
    let submitted = Event::RevisionSubmitted {
        artefact: artefact("risks"),
        revision: 2,
        hash: Hash([7; 32]),
        stage: Stage::Concept,
        answers: Some(text(3)),
        files: vec![FileRef { id: FileId(uuid(4)), hash: Hash([4; 32]), media_type: "application/pdf".into() }],
        authors: BTreeSet::from([person(3), person(4)]),
        changed_fields: BTreeSet::from([field("risks"), field("conclusion.text")]),
        files_changed: true,
        review_due: moment(7).today,
        valid_until: Some(moment(365).today),
        signed_on: None,
    };
    let reviewed = Event::RevisionReviewed {
        on: evidence(),
        party: party("quality"),
        verdict: Verdict::RequestChanges,
        note: Some(text(5)),
        confirmed: false,
        counted: one_answer(),
    };
    let judged = Event::CriterionJudged {
        gate: gate("g1"),
        round: 2,
        criterion: criterion("client-safety"),
        party: party("quality"),
        answer: Answer::NotApplicable,
        proof: Proof::Practice,
        motivation: None,
        rests_on: vec![evidence()],
        organisation: Vec::new(),
        confirmed: true,
        counted: one_answer(),
    };
    let decided = |outcome| Event::GateDecided {
        gate: gate("g1"),
        round: 2,
        outcome,
        motivation: text(6),
        lessons: None,
        party: party("steering"),
        counted: one_answer(),
        rested_on: vec![evidence()],
    };
    let mut all = vec![
        Event::ProjectStarted {
            project: ProjectId(uuid(2)),
            organisation: OrganisationId(uuid(1)),
            title: text(1),
            summary: text(2),
            lead: person(1),
            funnel: FunnelVersionId(uuid(9)),
        },
        Event::PhaseEntered { phase: phase("idea"), involved: vec![party("ict"), party("care")] },
        Event::RoundOpened { gate: gate("g0"), round: 1, due: moment(14).today },
        Event::FactsAnswered {
            answers: BTreeMap::from([
                (fact.clone(), value.clone()),
                (crate::scenario::fact("amount"), FactValue::Amount(12_000)),
                (crate::scenario::fact("personal_data"), FactValue::Boolean(true)),
            ]),
        },
        Event::FactConfirmed { fact, value, party: party("quality"), counted: one_answer() },
        submitted,
        reviewed,
        judged,
        decided(Outcome::Go),
        decided(Outcome::Rework { to: phase("idea") }),
        decided(Outcome::Stop),
        decided(Outcome::ConditionalGo),
        decided(Outcome::Hold { review_on: moment(90).today }),
        Event::ProjectStopped { gate: gate("g1") },
        Event::TaskOverdue { task: TaskKind::Review(artefact("risks"), party("quality")), due: moment(7).today },
    ];
    all.extend(conditions());
    all.extend(votes());
    all.extend(course());
    all.push(vote_on_evidence(None));
    all.push(Event::Condition { condition: 3, event: ConditionEvent::Reminded { due: moment(60).today } });
    all.push(vote_on_evidence(Some(gate("g1"))));
    all.iter().for_each(known);
    all
}

/// Fails to compile when a variant is added without an example above.
fn known(event: &Event) {
    match event {
        Event::ProjectStarted { .. }
        | Event::PhaseEntered { .. }
        | Event::RoundOpened { .. }
        | Event::FactsAnswered { .. }
        | Event::FactConfirmed { .. }
        | Event::RevisionSubmitted { .. }
        | Event::RevisionReviewed { .. }
        | Event::CriterionJudged { .. }
        | Event::GateDecided { .. }
        | Event::ProjectStopped { .. }
        | Event::Condition { event: ConditionEvent::Opened { .. } | ConditionEvent::Reported { .. }, .. }
        | Event::Condition { event: ConditionEvent::Postponed { .. } | ConditionEvent::Reminded { .. }, .. }
        | Event::Condition { event: ConditionEvent::SentBack { .. } | ConditionEvent::Accepted { .. }, .. }
        | Event::Consultation { .. }
        | Event::SuppliersNamed { .. }
        | Event::EvidenceChanged { .. }
        | Event::OnBehalf { .. }
        | Event::RecordContested { .. }
        | Event::DecisionUpheld { .. }
        | Event::RoundPlanned { .. }
        | Event::HoldEnded { .. }
        | Event::VoteCast { .. }
        | Event::CriterionWaived { .. }
        | Event::ProjectRetired { .. }
        | Event::ProjectClosed
        | Event::ProjectReopened { .. }
        | Event::ProjectBroughtIn { .. }
        | Event::ProjectMigrated { .. }
        | Event::ExtraDecisionCalled { .. }
        | Event::ExtraDecided { .. }
        | Event::TaskOverdue { .. }
        // Use has golden lines of its own.
        | Event::Early(_)
        | Event::Expiry { .. }
        | Event::Duty { .. }
        | Event::Change { .. }
        | Event::Signal { .. }
        | Event::Use { .. }
        | Event::Rollout { .. }
        | Event::Emergency(_) => {}
    }
}

#[test]
fn every_event_is_written_as_agreed_and_read_back() {
    let mut lines = String::new();
    for (n, event) in examples().into_iter().enumerate() {
        let event = recorded(
            n as u64 + 1,
            3,
            &if matches!(event, Event::TaskOverdue { .. }) { Actor::System } else { actor(7) },
            event,
        );
        let line = serde_json::to_string(&event).unwrap();
        assert_eq!(serde_json::from_str::<Recorded>(&line).unwrap(), event);
        lines.push_str(&line);
        lines.push('\n');
    }
    expect("events.jsonl", &lines);
}

#[test]
fn an_unknown_variant_or_field_fails_closed() {
    let event = recorded(1, 0, &actor(1), Event::ProjectStopped { gate: gate("g1") });
    let line = serde_json::to_string(&event).unwrap();
    assert!(serde_json::from_str::<Recorded>(&line.replace("project_stopped", "project_paused")).is_err());
    assert!(serde_json::from_str::<Recorded>(&line.replace("\"gate\"", "\"extra\":1,\"gate\"")).is_err());
}

#[test]
fn keys_hashes_and_tasks_have_one_form() {
    for bad in ["", "Idea", "1a", "a b", "a\u{202e}b", &"a".repeat(61)] {
        assert!(ArtefactKey::parse(bad).is_err(), "{bad:?}");
    }
    assert!(FieldPath::parse("risks.0.measure").is_ok());
    assert!(FieldPath::parse("risks..measure").is_err());
    assert!(Hash::parse(&"0f".repeat(32)).is_ok());
    assert!(Hash::parse(&"0F".repeat(32)).is_err() && Hash::parse("0f").is_err());
    for bad in ["submit", "review:risks", "submit:risks:care", "judge:a:b:c", "x:y"] {
        assert!(TaskKind::try_from(bad.to_owned()).is_err(), "{bad:?}");
    }
}
