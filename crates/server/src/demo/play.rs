//! Playing the story day by day: what time does in the morning, what people do, and the letters of the evening.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use engine::{BringIn, ProjectId, StartProject};
use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{ToSpan, Zoned};
use persistence::{Error, IdempotencyKey, Limit, OrganisationRequest, StartRequest, Store, Text};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::acts;
use super::own::{OwnAct, OwnStep};
use super::people::World;
use super::scene::Scene;
use super::story::{Act, Step, Tale, Verb};
use super::work::{Chosen, work};
use super::{Cast, PastClock, own};
use crate::worker::Worker;

/// Days on which a work of some weeks is done.
const DAYS_OF_WORK: u16 = 5;

/// How far the story was told; kept after each simulated day, so that a making that was broken off goes on there.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Progress {
    /// The day from which the story counts back.
    today: String,
    /// The last day that was told to its end.
    told: Option<String>,
    /// The projects that were started, by organisation and key.
    projects: BTreeMap<String, ProjectId>,
}

impl Progress {
    /// What an earlier making left, or the beginning.
    pub fn read(path: &Path, today: Date) -> Self {
        let kept = std::fs::read(path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        kept.unwrap_or(Self { today: today.to_string(), told: None, projects: BTreeMap::new() })
    }

    /// The day from which the story counts back.
    pub fn today(&self) -> Result<Date, jiff::Error> {
        self.today.parse()
    }

    /// The first day that was not told to its end; `first` where none was.
    fn next(&self, first: Date) -> Result<Date, jiff::Error> {
        self.told.as_ref().map_or(Ok(first), |day| day.parse::<Date>()?.tomorrow())
    }

    fn keep(&self, path: &Path) -> anyhow::Result<()> {
        Ok(std::fs::write(path, serde_json::to_vec(self)?)?)
    }
}

/// What happens at one moment.
#[derive(Clone, Copy)]
pub(super) enum What<'a> {
    /// Something in a project, on the how manieth day of how many.
    Step { world: usize, tale: &'a Tale, number: usize, step: &'a Step, day: u16, days: u16 },
    /// Something about the organisation itself.
    Own { world: usize, number: usize, step: &'a OwnStep },
}

/// Everything that happens, in order.
///
/// # Errors
/// The story is broken; a test excludes it.
pub(super) fn moments<'a>(worlds: &'a [World], today: Date, zone: &TimeZone) -> anyhow::Result<Vec<(Zoned, What<'a>)>> {
    let mut moments = Vec::new();
    for (world, told) in worlds.iter().enumerate() {
        for (number, step) in told.organisation.steps.iter().enumerate() {
            moments.push((moment(today, step.ago, &step.at, zone)?, What::Own { world, number, step }));
        }
        for tale in &told.tales {
            for (number, step) in tale.step.iter().enumerate() {
                for (day, days, ago) in days(step).with_context(|| format!("{} step {number}", tale.key))? {
                    let what = What::Step { world, tale, number, step, day, days };
                    moments.push((moment(today, ago, &step.at, zone)?, what));
                }
            }
        }
    }
    moments.sort_by_key(|(at, _)| at.timestamp());
    Ok(moments)
}

/// The days of a step: the how manieth of how many, and how many working days ago.
fn days(step: &Step) -> anyhow::Result<Vec<(u16, u16, u16)>> {
    let Act::Work { days, .. } = &step.act else { return Ok(vec![(0, 1, step.ago)]) };
    let (length, count) = ((*days).max(1), (*days).clamp(1, DAYS_OF_WORK));
    if length > step.ago {
        bail!("work of {length} days that began {} days ago", step.ago);
    }
    Ok((0..count).map(|day| (day, count, step.ago - (length - 1) * day / (count - 1).max(1))).collect())
}

fn moment(today: Date, ago: u16, at: &str, zone: &TimeZone) -> anyhow::Result<Zoned> {
    if ago == 0 {
        bail!("what happens today is not told");
    }
    Ok(working_days_before(today, ago)?.to_datetime(at.parse::<Time>()?).to_zoned(zone.clone())?)
}

fn working_days_before(today: Date, days: u16) -> Result<Date, jiff::Error> {
    let mut day = today;
    let mut left = days;
    while left > 0 {
        day = day.yesterday()?;
        if !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            left -= 1;
        }
    }
    Ok(day)
}

/// What is needed to tell.
pub(super) struct Stage<'a> {
    pub store: &'a Store,
    pub worker: &'a Worker,
    pub clock: &'a Arc<PastClock>,
    pub worlds: &'a [World],
    pub casts: &'a [Cast],
    pub kept: &'a Path,
}

impl Stage<'_> {
    /// Tells the story on from where it was, through `until` at the latest.
    pub async fn play(&self, moments: Vec<(Zoned, What<'_>)>, mut progress: Progress, until: &Zoned) -> anyhow::Result<()> {
        let Some(first) = moments.first().map(|(at, _)| at.date()) else { return Ok(()) };
        let mut day = progress.next(first)?;
        let from = day;
        let mut moments = moments.into_iter().skip_while(|(at, _)| at.date() < from).peekable();
        while day <= until.date() {
            let morning = day.at(0, 1, 0, 0).to_zoned(self.clock.zone.clone())?;
            self.clock.put(morning.timestamp().min(until.timestamp()));
            let mut happened = self.store.execute_due().await? > 0;
            while let Some((at, what)) = moments.next_if(|(at, _)| at.date() == day) {
                self.clock.put(at.timestamp());
                self.tell(&mut progress, what).await.with_context(|| told(&what, day))?;
                happened = true;
            }
            while happened && self.worker.mail().await? {}
            if happened {
                progress.told = Some(day.to_string());
                progress.keep(self.kept)?;
            }
            day = day.checked_add(1.day())?;
        }
        Ok(())
    }

    async fn tell(&self, progress: &mut Progress, what: What<'_>) -> anyhow::Result<()> {
        match what {
            What::Own { world, number, step } => self.own(world, number, step).await,
            What::Step { world, tale, number, step, day, days } => {
                let key = format!("{world}/{}", tale.key);
                let request = IdempotencyKey::parse(&format!("demo-{world}-{}-{number}", tale.key))?;
                if matches!(step.act, Act::Start | Act::BringIn { .. }) {
                    let project = self.start(world, tale, step, request).await?;
                    progress.projects.insert(key, project);
                    return Ok(());
                }
                let project = *progress.projects.get(&key).context("the project was not started")?;
                let (cast, texts) = (&self.casts[world], &self.worlds[world].texts);
                let scene = Scene { store: self.store, clock: self.clock, cast, tale, texts, project };
                if let Act::Work { skip, only, .. } = &step.act {
                    return work(&scene, &Chosen { skip, only }, day, days).await;
                }
                one(&scene, step, request).await
            }
        }
    }

    async fn start(&self, world: usize, tale: &Tale, step: &Step, key: IdempotencyKey) -> anyhow::Result<ProjectId> {
        let cast = &self.casts[world];
        let lead = cast.person(&tale.lead)?;
        let principal = cast.principal(cast.person(step.who.as_ref().unwrap_or(&tale.lead))?).context("nobody")?;
        let bring_in = match &step.act {
            Act::BringIn { phase, reason, due } => Some(BringIn {
                phase: phase.clone(),
                reason: Text::parse(reason, Limit::Note)?,
                facts: tale.facts.clone(),
                owner: lead,
                due: self.store.now().today.saturating_add(time::Duration::days(i64::from(*due))),
            }),
            _ => None,
        };
        let command = StartProject {
            title: Text::parse(&tale.title, Limit::Title)?,
            summary: Text::parse(&tale.summary, Limit::Summary)?,
            lead,
            funnel: cast.funnel(self.store).await?.id,
            bring_in,
        };
        Ok(self.store.start(principal, StartRequest { key, command }).await?.project)
    }

    async fn own(&self, world: usize, number: usize, step: &OwnStep) -> anyhow::Result<()> {
        let cast = &self.casts[world];
        if matches!(step.act, OwnAct::Publish) {
            self.store.publish_funnel(cast.organisation, self.worlds[world].funnel()?).await?;
            return Ok(());
        }
        let kinds = &cast.funnel(self.store).await?.definition.funnel.evidence;
        let principal = cast.principal(cast.person(&step.who)?).context("nobody")?;
        for (nth, command) in own::commands(&step.act, cast, kinds, self.store.now().today)?.into_iter().enumerate() {
            let key = IdempotencyKey::parse(&format!("demo-{world}-own-{number}-{nth}"))?;
            match self.store.execute_organisation(principal, OrganisationRequest { key, command }).await {
                Ok(_) | Err(Error::KeyReused) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }
}

fn told(what: &What<'_>, day: Date) -> String {
    match what {
        What::Step { tale, number, step, .. } => format!("{} step {number} on {day}: {:?}", tale.key, step.act),
        What::Own { number, step, .. } => format!("organisation step {number} on {day}: {:?}", step.act),
    }
}

/// One act of one person; a decision of several goes on until it is taken.
async fn one(scene: &Scene<'_>, step: &Step, key: IdempotencyKey) -> anyhow::Result<()> {
    let view = scene.view().await?;
    let who = scene.person(step.who.as_ref().unwrap_or(&scene.tale.lead))?;
    let command = acts::command(scene, &view, who, step).await?;
    match (scene.send(&view, who, key, command).await, step.refused) {
        (Ok(_), false) | (Err(Error::Rejected(_)), true) => {}
        // A key that was used: done before a break. The project has gone on since, so the request is not quite the same.
        (Err(Error::KeyReused), _) => return Ok(()),
        (Ok(_), true) => bail!("this should have been refused"),
        (Err(error), _) => return Err(error.into()),
    }
    let Act::Decide(decision) = &step.act else { return Ok(()) };
    if decision.outcome == Verb::Hold || step.refused {
        return Ok(());
    }
    let round = view.state.round.as_ref().map(|round| (round.gate.clone(), round.number));
    let gate = view.definition.funnel.open_gate(&view.state).context("no gate is open")?;
    for member in view.roster.members.of(&gate.decided_by).iter().filter(|member| member.person != who) {
        let now = scene.view().await?;
        if now.state.round.as_ref().map(|round| (round.gate.clone(), round.number)) != round {
            return Ok(());
        }
        scene.clock.advance();
        let key = IdempotencyKey::parse(&Uuid::now_v7().to_string())?;
        scene.send(&now, member.person, key, acts::decide(scene, &now, decision)?).await?;
    }
    let now = scene.view().await?;
    if now.state.round.as_ref().map(|round| (round.gate.clone(), round.number)) == round {
        bail!("the gate was not decided");
    }
    Ok(())
}
