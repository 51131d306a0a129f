//! The engine alone, in this process: what `decide`, `apply` and the answers cost before anything is stored.

use std::cell::RefCell;
use std::hint::black_box;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};
use engine::{
    Answer, Command, ContentId, CriterionKey, Event, Funnel, GateKey, Hash, Outcome, PartyKey, PhaseKey, Project, Proof,
    Recorded, Subject, TextRef,
};
use persistence::{Principal, ProjectView, Store};
use serde_json::{Value, json};

use crate::counted::{self, Kept};
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
    /// Of each of [`OPERATIONS`].
    pub micros: Vec<(&'static str, f64)>,
    /// The same in instructions, where they were counted.
    pub instructions: Vec<(&'static str, u64)>,
}

impl Figures {
    /// For the results.
    pub fn json(&self) -> Value {
        let micros: serde_json::Map<String, Value> =
            self.micros.iter().map(|(name, micros)| ((*name).to_owned(), json!(micros))).collect();
        let instructions: serde_json::Map<String, Value> =
            self.instructions.iter().map(|(name, count)| ((*name).to_owned(), json!(count))).collect();
        json!({ "what": self.what, "state_bytes": self.state, "micros": micros, "instructions": instructions })
    }

    /// Microseconds that a command waits for the engine: to decide a gate, take it into the state, and see what is next.
    pub fn command(&self) -> f64 {
        let of = |name| self.micros.iter().find(|(known, _)| *known == name).map_or(0.0, |(_, micros)| *micros);
        of("decide a gate") + of("apply") + of("readiness")
    }
}

/// Measures on a project of the shipped funnel, on one of the 32 KiB state, and on the largest.
pub async fn measure(store: &Store, world: &World, calls: usize) -> Result<Vec<Figures>> {
    let owner = &world.organisations[0];
    let (_, shipped) = funnel::shipped::FIRST_PART;
    let source = crate::large::source(shipped, DOCUMENTS, CRITERIA)?;
    let funnel = store.publish_funnel(owner.id, &source).await?;
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
    let (judge, chair) = (owner.who("quality")?, owner.who("chair")?);
    let mut most = one("31 documents, 60 criteria", store, &largest, judge, chair, calls)?;
    let kept = Kept::new(&source, &largest.state, &context(store, &largest, judge), judge.id, chair.id);
    // When everything is done once only, as small as can be, callgrind shows that it can run.
    let counted = if calls < OPERATIONS.len() * 10 { &[][..] } else { &OPERATIONS[..] };
    most.instructions = counted::count(&kept, &std::env::temp_dir(), counted)?;
    figures.push(most);
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

/// What is asked of the engine, in the order of the tables.
pub const OPERATIONS: [&str; 7] =
    ["decide a judgement", "decide a gate", "apply", "readiness", "tasks", "read the state", "write the state"];

/// One project, and the questions that are asked of the engine about it.
pub struct Asked<'a> {
    funnel: &'a Funnel,
    project: &'a Project,
    judge: engine::Context<'a>,
    chair: engine::Context<'a>,
    judgement: Command,
    decision: Command,
    state: String,
    /// The event of the judgement, and the project that takes it again and again.
    event: Event,
    growing: RefCell<Project>,
}

impl<'a> Asked<'a> {
    /// Prepares the questions; each of them must have an answer.
    pub fn new(
        funnel: &'a Funnel,
        project: &'a Project,
        judge: engine::Context<'a>,
        chair: engine::Context<'a>,
    ) -> Result<Self> {
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
        engine::decide(funnel, project, &chair, decision.clone())?;
        let mut events = engine::decide(funnel, project, &judge, judgement.clone())?;
        Ok(Self {
            event: events.pop().context("a judgement without an event")?,
            growing: RefCell::new(project.clone()),
            state: serde_json::to_string(project)?,
            funnel,
            project,
            judge,
            chair,
            judgement,
            decision,
        })
    }

    /// Asks once. It stands by itself in the program, so that callgrind can count what it executes.
    #[inline(never)]
    pub fn call(&self, operation: &str) -> Result<()> {
        match operation {
            "decide a judgement" => {
                drop(black_box(engine::decide(self.funnel, self.project, &self.judge, self.judgement.clone())?));
            }
            "decide a gate" => {
                drop(black_box(engine::decide(self.funnel, self.project, &self.chair, self.decision.clone())?));
            }
            "apply" => {
                let mut project = self.growing.borrow_mut();
                let sequence = project.sequence + 1;
                let by = Subject::System;
                let by = self.judge.actor.person().map_or(by, |p| Subject::Person { id: p.id, function: String::new() });
                project.apply(&Recorded { sequence, at: self.judge.now, by, event: self.event.clone() })?;
            }
            "readiness" => drop(black_box(engine::readiness(self.funnel, self.project, &self.chair))),
            "tasks" => drop(black_box(engine::tasks(self.funnel, self.project, &self.chair))),
            "read the state" => drop(black_box(serde_json::from_str::<Project>(&self.state)?)),
            "write the state" => drop(black_box(serde_json::to_string(self.project)?)),
            other => bail!("the engine is not asked to `{other}`"),
        }
        Ok(())
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
    let asked = Asked::new(funnel, &view.state, context(store, view, judge), context(store, view, chair))?;
    let mut micros = Vec::with_capacity(OPERATIONS.len());
    for operation in OPERATIONS {
        let mut done = Ok(());
        micros.push((operation, time(calls, || done = std::mem::replace(&mut done, Ok(())).and(asked.call(operation)))));
        done?;
    }
    Ok(Figures { what, state: asked.state.len(), micros, instructions: Vec::new() })
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
