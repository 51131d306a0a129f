//! What the engine costs grows with the size of the funnel, and not with its square, nor with how long a project lives.

use std::hint::black_box;
use std::time::{Duration, Instant};

use engine::*;

use crate::live::live_funnel;
use crate::scenario::*;

/// Documents of the small funnel; it has twice as many criteria, each open to two parties.
const SMALL: usize = 20;
/// How many times larger the large one is.
const TIMES: usize = 16;
/// How much slower it may be: what grows with the square would be 256 times slower. The rest is for a busy machine.
const AT_MOST: u128 = 80;

fn document(n: usize) -> String {
    format!("document-{n:04}")
}

fn funnel(documents: usize) -> Funnel {
    let mut funnel = live_funnel();
    let kind = funnel.artefact(&artefact("risks")).unwrap().clone();
    let asked = funnel.criterion(&criterion("still-safe")).unwrap().clone();
    funnel.artefacts = (0..documents)
        .map(|n| ArtefactKind { key: artefact(&document(n)), written_by: vec![Writer::Lead], ..kind.clone() })
        .collect();
    let first = funnel.phases[0].gate.as_ref().unwrap().key.clone();
    let criterion = |n: usize| {
        let mut one = Criterion {
            key: criterion(&format!("question-{n:04}")),
            parties: vec![party("quality"), party("ict")],
            ..asked.clone()
        };
        one.asked_at[0].gate = first.clone();
        one.asked_at[0].rests_on[0].artefact = artefact(&document(n % documents));
        one
    };
    funnel.criteria = (0..2 * documents).map(criterion).collect();
    let gate = funnel.phases[0].gate.as_mut().unwrap();
    gate.requirements = (0..documents)
        .map(|n| Requirement {
            artefact: artefact(&document(n)),
            stage: Stage::Final,
            maximum_age_days: None,
            deferrable: false,
            when: When::Always,
        })
        .collect();
    // The lists were filled after something was looked up in them; a copy finds its order anew.
    funnel.clone()
}

/// A project with every document there, and everything to be reviewed and judged.
fn waiting(documents: usize) -> Scenario {
    let mut scenario = Scenario::on(funnel(documents), parties());
    for n in 0..documents {
        scenario.given(LEAD, submit(&document(n), 1, &["risks", "conclusion"]));
    }
    scenario
}

type Question = fn(&Funnel, &Project, &Context<'_>) -> usize;

fn took(scenario: &Scenario, question: Question) -> Duration {
    let context = scenario.context(&Actor::System, None);
    let started = Instant::now();
    black_box(question(&scenario.funnel, &scenario.project, &context));
    started.elapsed()
}

/// How many times longer the second takes: the median of pairs asked in turn, so that a busy machine disturbs both alike.
fn times_longer(one: &Scenario, other: &Scenario, question: Question) -> u128 {
    let pair = || took(other, question).as_nanos() / took(one, question).as_nanos().max(1);
    let mut ratios: Vec<u128> = (0..31).map(|_| pair()).collect();
    ratios.sort_unstable();
    ratios[ratios.len() / 2]
}

fn checks(funnel: &Funnel, project: &Project, context: &Context<'_>) -> usize {
    readiness(funnel, project, context).expect("a round is open").checks.len()
}

fn waits(funnel: &Funnel, project: &Project, context: &Context<'_>) -> usize {
    tasks(funnel, project, context).len()
}

#[test]
fn readiness_and_tasks_grow_with_the_funnel_and_not_with_its_square() {
    let (small, large) = (waiting(SMALL), waiting(SMALL * TIMES));
    let context = large.context(&Actor::System, None);
    assert!(waits(&large.funnel, &large.project, &context) >= 5 * SMALL * TIMES, "everything waits");
    for (what, question) in [("readiness", checks as Question), ("tasks", waits)] {
        let times = times_longer(&small, &large, question);
        println!("{what}: {times} times longer on a funnel {TIMES} times as large");
        assert!(times <= AT_MOST, "{what}: {times} times longer on a funnel {TIMES} times as large");
    }
}

#[test]
fn readiness_does_not_grow_with_history() {
    let young = waiting(SMALL);
    let mut old = waiting(SMALL);
    for round in 2..=100 {
        for n in 0..SMALL {
            old.given(LEAD, submit(&document(n), round, &["risks", "conclusion"]));
        }
    }
    assert!(old.project.sequence > 50 * young.project.sequence);
    let times = times_longer(&young, &old, checks);
    println!("readiness: {times} times longer after {} events", old.project.sequence);
    assert!(times <= 3, "{times} times longer after {} events", old.project.sequence);
}
