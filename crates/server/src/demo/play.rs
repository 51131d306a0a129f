//! Playing the story: each step is a request as a screen would send it, with what its author saw.

use std::collections::BTreeMap;

use anyhow::{Context, bail};
use engine::{Command, Outcome, ProjectId, Seen, StartProject};
use jiff::{ToSpan, Zoned};
use persistence::{Error, IdempotencyKey, Limit, Principal, ProjectView, Request, StartRequest, Store, Text};

use super::story::{Act, Decision, Step};
use super::{Cast, PastClock};
use crate::worker::Worker;

/// Plays all steps in order. Between two days it does what time and the mail worker would have done.
pub(super) async fn play(
    store: &Store,
    worker: &Worker,
    clock: &PastClock,
    cast: &Cast,
    steps: Vec<(Zoned, Step)>,
) -> anyhow::Result<()> {
    let mut projects: BTreeMap<String, ProjectId> = BTreeMap::new();
    let mut last: Option<Zoned> = None;
    for (number, (at, step)) in steps.into_iter().enumerate() {
        if let Some(last) = last.filter(|last| last.date() < at.date()) {
            nights(store, worker, clock, &last, &at).await?;
        }
        clock.put(at.timestamp());
        let told = || format!("step {number}: {} in {} on {}", step.who, step.project, at.date());
        one(store, cast, &mut projects, number, &step).await.with_context(told)?;
        while worker.mail().await? {}
        last = Some(at);
    }
    if let Some(last) = last {
        nights(store, worker, clock, &last, &Zoned::now()).await?;
    }
    Ok(())
}

/// Every morning between two moments, what became late is noted.
async fn nights(store: &Store, worker: &Worker, clock: &PastClock, from: &Zoned, to: &Zoned) -> anyhow::Result<()> {
    let mut morning = from.start_of_day()?.checked_add(1.day())?;
    while morning < *to {
        clock.put(morning.checked_add(1.minute())?.timestamp());
        store.execute_due().await?;
        while worker.mail().await? {}
        morning = morning.checked_add(1.day())?;
    }
    Ok(())
}

async fn one(
    store: &Store,
    cast: &Cast,
    projects: &mut BTreeMap<String, ProjectId>,
    number: usize,
    step: &Step,
) -> anyhow::Result<()> {
    let (person, principal) = cast.people.get(&step.who).context("nobody has this key")?;
    let key = IdempotencyKey::parse(&format!("demo-{}-{number}", step.project))?;
    if let Act::Start { title, summary } = &step.act {
        let (title, summary) = (Text::parse(title, Limit::Title)?, Text::parse(summary, Limit::Summary)?);
        let command = StartProject { title, summary, lead: *person, funnel: cast.funnel, bring_in: None };
        let receipt = store.start(principal, StartRequest { key, command }).await?;
        projects.insert(step.project.clone(), receipt.project);
        return Ok(());
    }
    let project = *projects.get(&step.project).context("the project was not started")?;
    let view = store.project(&Principal::system(cast.organisation), project).await?;
    let request = Request { key, seen: seen(store, &view), command: command(&step.act, &view)? };
    match (store.execute(principal, project, request).await, step.refused) {
        // A key that was used: done before a break. The project has gone on since, so the request is not quite the same.
        (Ok(_) | Err(Error::KeyReused), false) | (Err(Error::Rejected(_)), true) => Ok(()),
        (Ok(_), true) => bail!("this should have been refused"),
        (Err(error), _) => Err(error.into()),
    }
}

/// What somebody sees who looks at the whole project.
fn seen(store: &Store, view: &ProjectView) -> Seen {
    let context = engine::Context {
        actor: &engine::Actor::System,
        now: store.now(),
        parties: &view.roster.members,
        organisation: &view.roster.organisation,
        on_behalf_of: None,
        calendar: store.calendar(),
        migrate_to: None,
        submission: None,
    };
    let readiness = engine::readiness(&view.definition.funnel, &view.state, &context);
    Seen {
        round: view.state.round.as_ref().map(|round| round.number),
        revisions: view.state.artefacts.iter().map(|(key, artefact)| (key.clone(), artefact.current.hash)).collect(),
        readiness: readiness.map(|readiness| readiness.digest()),
    }
}

fn command(act: &Act, view: &ProjectView) -> anyhow::Result<Command<Text>> {
    let note = |text: &Option<String>| text.as_deref().map(|text| Text::parse(text, Limit::Note)).transpose();
    Ok(match act.clone() {
        Act::Start { .. } => bail!("a start is no command on a project"),
        Act::Facts { answers } => Command::AnswerFacts { answers },
        Act::ConfirmFact { fact } => {
            let value = view.state.facts.get(&fact).context("the fact was not answered")?.value.clone();
            Command::ConfirmFacts { facts: [(fact, value)].into() }
        }
        Act::Submit { artefact, stage, answers } => {
            let answers = Some(Text::parse(&answers.to_string(), Limit::Answers)?);
            Command::SubmitRevision { artefact, stage, answers, files: Vec::new() }
        }
        Act::Review { artefact, party, verdict, note: why } => {
            Command::ReviewRevision { artefact, party, verdict, note: note(&why)?, answers: Vec::new() }
        }
        Act::Judge { criterion, party, answer, proof, motivation } => {
            Command::JudgeCriterion { criterion, party, answer, proof, motivation: note(&motivation)? }
        }
        Act::Decide { gate, outcome, motivation, lessons } => {
            let outcome = match outcome {
                Decision::Go => Outcome::Go,
                Decision::Stop => Outcome::Stop,
            };
            let motivation = Text::parse(&motivation, Limit::Note)?;
            Command::DecideGate { gate, outcome, motivation, lessons: note(&lessons)?, conditions: Vec::new() }
        }
    })
}
