//! R5 (engine): random commands, decided by the engine and by the naive model; no panic, no divergence, and the folded log is
//! the state. `TRECHTER_SEED` replays a run, `TRECHTER_COUNT` sets its length.

use std::collections::BTreeMap;

use engine::{Actor, Command, Event, OrganisationEvent, Project, due};

use super::acts::Do;
use super::bringing_in::Coming;
use super::engine_side::agree;
use super::funnel::{begin, funnel};
use super::staff::agreements;
use super::task_side::{same_late, same_tasks};
use super::translate::{command, version};
use super::world::Day;
use super::{Broken, Life, Model, moving_over, org_side, world};
use crate::random::{Draw, commands, environment};
use crate::scenario::{Scenario, actor, recorded};

/// What a run reached.
#[derive(Default)]
struct Reached {
    tried: BTreeMap<&'static str, u64>,
    accepted: BTreeMap<&'static str, u64>,
    laws: BTreeMap<u8, u64>,
    projects: u64,
    in_use: u64,
    retired: u64,
}

/// What a command led to.
enum Happened {
    InProject(Vec<Event>),
    InOrganisation(Vec<OrganisationEvent>),
}

/// A project, as both see it.
struct Both {
    engine: Scenario,
    model: Model,
}

impl Both {
    fn begin(relaxed: bool) -> Self {
        Self { engine: begin(relaxed), model: Model::new(relaxed) }
    }

    /// The next project: a new one, or one that exists already and comes in.
    fn next(draw: &mut Draw, reached: &mut Reached) -> Result<Self, String> {
        let relaxed = draw.chance(30);
        if draw.chance(70) {
            return Ok(Self::begin(relaxed));
        }
        let coming = Coming::draw(draw);
        *reached.tried.entry("bring in").or_default() += 1;
        let broken = coming.breaks();
        match coming.start(relaxed) {
            Err(rejection) if broken.contains(&rejection.law().0) => Ok(Self::begin(relaxed)),
            Ok(engine) if broken.is_empty() => {
                *reached.accepted.entry("bring in").or_default() += 1;
                let both = Self { engine, model: coming.model(relaxed) };
                agree(&both.engine, &both.model).and_then(|()| same_tasks(&both.engine, &both.model)).map(|_| both)
            }
            other => Err(format!("{:?}; by the model it breaks {broken:?}", other.map(|s| s.log))),
        }
        .map_err(|error| format!("{coming:?}: {error}"))
    }

    /// Both decide the command; the engine's answer has to be the model's.
    fn send(&mut self, who: u8, act: &Do, broken: &Broken, reached: &mut Reached) -> Result<(), String> {
        let by = actor(who);
        *reached.tried.entry(act.kind()).or_default() += 1;
        // A version that the server does not know is not offered to the engine.
        let to = moving_over::target(act).filter(|to| [world::FIRST, world::OTHER].contains(to));
        self.engine.target = to.map(|to| (version(to), funnel(to, self.model.relaxed)));
        let decided = match act {
            Do::Organisation(act) => org_side::decide(&self.engine, &by, act).map(Happened::InOrganisation),
            act => self.engine.when(who, command(act)).map(Happened::InProject),
        };
        match decided {
            Err(rejection) => {
                let law = rejection.law().0;
                *reached.laws.entry(law).or_default() += 1;
                if broken.contains(&law) {
                    return Ok(());
                }
                Err(format!("refused by {rejection:?}; by the model it breaks {broken:?}"))
            }
            Ok(_) if !broken.is_empty() => Err(format!("accepted; by the model it breaks {broken:?}")),
            Ok(happened) => {
                *reached.accepted.entry(act.kind()).or_default() += 1;
                match happened {
                    Happened::InProject(events) => {
                        self.take(&by, events)?;
                        if let Some((_, funnel)) = self.engine.target.take() {
                            self.engine.funnel = funnel;
                        }
                    }
                    Happened::InOrganisation(events) => org_side::take(&mut self.engine, &by, events)?,
                }
                self.model.take(who, act);
                agree(&self.engine, &self.model)?;
                // Every third: both sides search a lot for it, and what differs shows soon enough.
                let often = reached.accepted.values().sum::<u64>() % 3 == 0;
                if often { same_tasks(&self.engine, &self.model).map(|_| ()) } else { Ok(()) }
            }
        }
    }

    fn take(&mut self, by: &Actor, events: Vec<Event>) -> Result<(), String> {
        for event in events {
            let next = recorded(self.engine.project.sequence + 1, self.engine.day, by, event);
            self.engine.project.apply(&next).map_err(|error| format!("{error}: {:?}", next.event))?;
            self.engine.log.push(next);
        }
        Ok(())
    }

    /// Lets time pass for both, and what it makes happen.
    fn wait(&mut self, days: Day) -> Result<(), String> {
        self.engine.day += u16::try_from(days).unwrap();
        self.model.time_passes(Day::from(self.engine.day));
        self.engine.organisation.agreements.standing = agreements(self.model.day);
        org_side::time_passes(&mut self.engine)?;
        let mut late = Vec::new();
        let before = self.engine.project.sequence;
        for _ in 0..300 {
            let s = &self.engine;
            let Some(command) = due(&s.funnel, &s.project, &s.context(&Actor::System, None)).into_iter().next() else {
                if s.project.sequence > before {
                    self.model.close_causes();
                }
                agree(s, &self.model)?;
                let list = same_tasks(s, &self.model)?;
                return same_late(s, &late, &list, self.model.day);
            };
            if let Command::NoteOverdue { task } = &command {
                late.push(task.clone());
            }
            let events = s.decide_as(&Actor::System, command.clone().into()).map_err(|r| format!("{command:?}: {r:?}"))?;
            self.take(&Actor::System, events)?;
        }
        Err("time never rests".to_owned())
    }

    fn is_over(&self, draw: &mut Draw) -> bool {
        (self.model.life != Life::Active && draw.chance(8)) || self.engine.log.len() > 350 || self.engine.day > 700
    }
}

#[test]
fn random_commands_agree_with_the_model_of_the_laws() {
    let (seed, count) = (environment("TRECHTER_SEED", 20_260_105), commands(5));
    let mut draw = Draw(seed);
    let mut reached = Reached::default();
    let mut both = Both::begin(false);
    let mut divergences = Vec::new();
    for step in 0..count {
        let (who, act, broken) = draw.somebody(&both.model);
        let day = both.model.day;
        let mut result = both.send(who, &act, &broken, &mut reached);
        if result.is_ok() && draw.chance(5) {
            let days = 1 + draw.below(9);
            result = both.wait(days).map_err(|error| format!("after {days} days, {error}"));
        }
        if result.is_err() && std::env::var_os("TRECHTER_STORY").is_some() {
            both.engine
                .log
                .iter()
                .for_each(|known| eprintln!("{} {} {:?}: {:?}", known.sequence, known.at.today, known.by, known.event));
        }
        let over = both.is_over(&mut draw);
        if over && Project::fold(&both.engine.log).as_ref() != Ok(&both.engine.project) {
            result = Err("the folded log is not the state".to_owned());
        }
        if over {
            reached.projects += 1;
            reached.in_use += u64::from(both.model.has_been_in("use"));
            reached.retired += u64::from(both.model.life == Life::Retired);
        }
        if over || result.is_err() {
            let next = Both::next(&mut draw, &mut reached);
            result = result.and(next.as_ref().map(|_| ()).map_err(Clone::clone));
            both = next.unwrap_or_else(|_| Both::begin(false));
        }
        if let Err(error) = result {
            divergences.push(format!("seed {seed}, step {step}, day {day}: person {who}, {act:?}\n   {error}"));
            if divergences.len() > 20 {
                break;
            }
        }
    }
    assert!(divergences.is_empty(), "{}", divergences.join("\n"));
    tell(&reached, seed, count);
}

/// What each kind of command must have been accepted at least, in a run of some length.
const KINDS: [&str; 65] = [
    "migrate",
    "migrate to a phase",
    "bring in",
    "tell",
    "confirm a fact",
    "submit",
    "submit a signed contract",
    "review",
    "review with criteria",
    "judge",
    "confirm",
    "confirm in bulk",
    "go",
    "conditional go",
    "rework",
    "hold",
    "stop",
    "waive",
    "open a round",
    "end a hold",
    "extra decision",
    "reopen",
    "report a condition",
    "accept a condition",
    "send a condition back",
    "suspend",
    "resume",
    "change",
    "close a small change",
    "signal",
    "handle a signal",
    "plan a rollout",
    "check a rollout",
    "start a rollout",
    "cancel a rollout",
    "duty",
    "report work",
    "name suppliers",
    "submit evidence",
    "find evidence sufficient",
    "find evidence insufficient",
    "adopt a plan",
    "record on behalf",
    "contest",
    "uphold",
    "allow emergency use",
    "end emergency use",
    "ask a body",
    "request",
    "unsolicited advice",
    "accept a request",
    "decline a request",
    "opine",
    "establish",
    "ask an extension",
    "extend",
    "keep a term",
    "revise a summary",
    "choose a term",
    "no answer",
    "confer",
    "respond",
    "withdraw",
    "substitute",
    "confirm advice",
];

fn tell(reached: &Reached, seed: u64, count: u64) {
    let accepted: u64 = reached.accepted.values().sum();
    let kinds = reached.accepted.len();
    println!(
        "R5 engine, laws: {count} commands, {accepted} accepted ({} %), {kinds} kinds, {} projects, {} in use, {} retired, 0 \
         divergences, seed {seed}",
        accepted * 100 / count.max(1),
        reached.projects,
        reached.in_use,
        reached.retired,
    );
    let share = |(kind, tried): (&&str, &u64)| {
        let accepted = reached.accepted.get(kind).copied().unwrap_or(0);
        format!("{kind} {accepted} ({} %)", accepted * 100 / tried)
    };
    println!("accepted: {}", reached.tried.iter().map(share).collect::<Vec<_>>().join(", "));
    println!("refused by law: {:?}", reached.laws);
    if count >= 40_000 {
        for kind in KINDS {
            assert!(
                reached.accepted.get(kind).is_some_and(|times| *times >= (count / 100_000).max(1)),
                "too few of: {kind}"
            );
        }
        assert!(reached.in_use > 0 && reached.retired > 0 && accepted * 100 > count * 15, "too few commands reach anything");
    }
}
