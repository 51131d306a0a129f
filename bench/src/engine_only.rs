//! The engine alone, in this process: what `decide`, `apply` and the answers cost before anything is stored.

use std::hint::black_box;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};
use engine::{
    Answer, Command, ContentId, CriterionKey, GateKey, Hash, Outcome, PartyKey, PhaseKey, Project, Proof, Recorded, Subject,
    TextRef,
};
use persistence::{Principal, ProjectView, Store};
use serde_json::{Value, json};

use crate::making::Making;
use crate::world::{Place, Somebody, World};

/// Documents and criteria that the largest funnel has besides the shipped ones: 31 and 60 in all.
const DOCUMENTS: usize = 27;
const CRITERIA: usize = 2;

/// What the engine costs on one project, in microseconds for one call.
#[derive(Clone, Debug)]
pub struct Figures {
    /// Which project.
    pub what: &'static str,
    /// Bytes of its state as JSON.
    pub state: usize,
    /// `decide` of a judgement, of a decision, `apply` of its events, `readiness`, `tasks`, reading and writing the state.
    pub micros: Vec<(&'static str, f64)>,
}

impl Figures {
    /// For the results.
    pub fn json(&self) -> Value {
        let micros: serde_json::Map<String, Value> =
            self.micros.iter().map(|(name, micros)| ((*name).to_owned(), json!(micros))).collect();
        json!({ "what": self.what, "state_bytes": self.state, "micros": micros })
    }
}

/// Measures on a project of the shipped funnel, on one of the 32 KiB state, and on the largest.
pub async fn measure(store: &Store, world: &World, calls: usize) -> Result<Vec<Figures>> {
    let owner = &world.organisations[0];
    let (_, shipped) = funnel::shipped::FIRST_PART;
    let funnel = store.publish_funnel(owner.id, &crate::large::source(shipped, DOCUMENTS, CRITERIA)?).await?;
    let mut largest = Making::start(store, owner, usize::MAX, funnel).await?;
    largest.reach_first_gate().await?;
    largest.through_first_gate().await?;
    largest.copies(DOCUMENTS, CRITERIA).await?;
    let largest = store.project(&Principal::system(owner.id), largest.project).await?;
    let first = |places: &[Place]| places.first().copied().context("no project");
    let mut figures = Vec::new();
    for (what, place) in [("shipped funnel", first(&world.pools.decide)?), ("32 KiB state", first(&world.pools.large)?)] {
        let owner = world.organisation(place);
        let view = store.project(&Principal::system(owner.id), place.project).await?;
        figures.push(one(what, store, &view, owner.who("quality")?, owner.who("chair")?, calls)?);
    }
    figures.push(one("31 documents, 60 criteria", store, &largest, owner.who("quality")?, owner.who("chair")?, calls)?);
    Ok(figures)
}

fn context<'a>(store: &'a Store, view: &'a ProjectView, who: &'a Somebody) -> engine::Context<'a> {
    engine::Context {
        actor: &who.principal.actor,
        now: store.now(),
        parties: &view.roster.members,
        calendar: store.calendar(),
        organisation: &view.roster.organisation,
        on_behalf_of: None,
        migrate_to: None,
        submission: None,
    }
}

fn one(
    what: &'static str,
    store: &Store,
    view: &ProjectView,
    judge: &Somebody,
    chair: &Somebody,
    calls: usize,
) -> Result<Figures> {
    let funnel = &view.definition.funnel;
    let (as_judge, as_chair) = (context(store, view, judge), context(store, view, chair));
    let text = TextRef { id: ContentId(uuid::Uuid::nil()), hash: Hash([0; 32]) };
    let judgement = Command::JudgeCriterion {
        criterion: CriterionKey::parse("client-risico")?,
        party: PartyKey::parse("kwaliteit")?,
        answer: Answer::Met,
        proof: Proof::Paper,
        motivation: Some(text),
    };
    let decision = Command::DecideGate {
        gate: GateKey::parse("g1")?,
        outcome: Outcome::Rework { to: PhaseKey::parse("verkenning")? },
        motivation: text,
        lessons: None,
        conditions: Vec::new(),
    };
    let state = serde_json::to_string(&view.state)?;
    let mut project: Project = view.state.clone();
    let by = Subject::Person { id: judge.id, function: "bench".to_owned() };
    let mut decided = Vec::with_capacity(calls);
    let judge_time = time(calls, || {
        decided.push(engine::decide(funnel, &view.state, &as_judge, judgement.clone()));
    });
    let decide_time = time(calls, || {
        black_box(engine::decide(funnel, &view.state, &as_chair, decision.clone())).ok();
    });
    if engine::decide(funnel, &view.state, &as_chair, decision.clone()).is_err() {
        bail!("the engine refuses the decision");
    }
    let mut events = Vec::with_capacity(calls);
    for (number, decided) in decided.into_iter().enumerate() {
        let event = decided?.pop().context("a judgement without an event")?;
        let sequence = project.sequence + 1 + number as u64;
        events.push(Recorded { sequence, at: as_judge.now, by: by.clone(), event });
    }
    let mut next = events.iter();
    let mut applied = Ok(());
    let apply_time = time(calls, || {
        if let (Some(event), Ok(())) = (next.next(), &applied) {
            applied = project.apply(event);
        }
    });
    applied?;
    let readiness_time = time(calls, || drop(black_box(engine::readiness(funnel, &project, &as_chair))));
    let tasks_time = time(calls, || drop(black_box(engine::tasks(funnel, &project, &as_chair))));
    let read_time = time(calls, || drop(black_box(serde_json::from_str::<Project>(&state))));
    let write_time = time(calls, || drop(black_box(serde_json::to_string(&project))));
    let micros = vec![
        ("decide a judgement", judge_time),
        ("decide a gate", decide_time),
        ("apply", apply_time),
        ("readiness", readiness_time),
        ("tasks", tasks_time),
        ("read the state", read_time),
        ("write the state", write_time),
    ];
    Ok(Figures { what, state: state.len(), micros })
}

/// The median of five parts, in microseconds for one call.
#[expect(clippy::cast_precision_loss, reason = "some thousands")]
fn time(calls: usize, mut call: impl FnMut()) -> f64 {
    let part = (calls / 5).max(1);
    let mut parts: Vec<f64> = (0..calls.div_ceil(part))
        .map(|_| {
            let started = Instant::now();
            (0..part).for_each(|_| call());
            started.elapsed().as_secs_f64() * 1e6 / part as f64
        })
        .collect();
    parts.sort_by(f64::total_cmp);
    parts[parts.len() / 2]
}
