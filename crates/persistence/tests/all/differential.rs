//! The same random commands on both databases: the same answers, the same logs to the last hash, the same lists.
//!
//! `TRECHTER_SEED` replays one seed; each run prints its count and seeds.

use engine::{Answer, Command, CriterionKey, FactKey, FactValue, Outcome, PhaseKey, ProjectId, Proof, TaskKind, Verdict};
use persistence::{PageRequest, ProjectFilter, Request, TaskFilter, Text};

use crate::world::{Backend, World, approve, decide, judge, key, note, party, plan, submit_answers};

const SEEDS: [u64; 3] = [1, 2, 3];
const COMMANDS: usize = 120;
const WHO: [&str; 8] = ["lead", "care", "ict", "ict-2", "chair", "manager", "reader", "outsider"];

struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % limit as u64).unwrap()
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    /// A criterion that is often there, and now and then is not.
    fn criterion(&mut self) -> CriterionKey {
        CriterionKey::parse(format!("c{}", self.below(18))).unwrap()
    }

    fn command(&mut self) -> Command<Text> {
        let reason = |chance: &mut Self| (chance.below(2) == 0).then(|| note("Demo: omdat."));
        match self.below(12) {
            0 | 1 => {
                let texts = [r#"{"goal":"a"}"#, r#"{"goal":"b"}"#, r#"{"goal":"b","note":"n"}"#, "{}", "[]"];
                submit_answers(self.pick(&texts))
            }
            2 => approve(),
            3 => {
                let verdict = self.pick(&[Verdict::Approve, Verdict::RequestChanges]);
                let note = reason(self);
                Command::ReviewRevision {
                    artefact: plan(),
                    party: party(self.pick(&["ict", "zorg"])),
                    verdict,
                    note,
                    answers: Vec::new(),
                }
            }
            4..=6 => judge(self.below(16)),
            7 => Command::JudgeCriterion {
                criterion: self.criterion(),
                party: party("ict"),
                answer: self.pick(&[Answer::Met, Answer::NotMet, Answer::NotApplicable]),
                proof: self.pick(&[Proof::Paper, Proof::Practice]),
                motivation: reason(self),
            },
            8 => {
                let criteria = (0..self.below(4)).map(|_| self.criterion()).collect();
                Command::ConfirmAnswers { party: party("ict"), artefacts: vec![plan()], criteria }
            }
            9 => {
                let amount = i64::try_from(self.below(3)).unwrap();
                Command::AnswerFacts { answers: [(FactKey::parse("costs").unwrap(), FactValue::Amount(amount))].into() }
            }
            10 => {
                let rework = Outcome::Rework { to: PhaseKey::parse("idee").unwrap() };
                decide(if self.below(4) == 0 { Outcome::Go } else { rework })
            }
            _ => Command::NoteOverdue { task: TaskKind::Submit(plan()) },
        }
    }
}

/// Somebody who may send the command, so that most are decided on more than permission.
fn suited(command: &Command<Text>) -> &'static str {
    match command {
        Command::SubmitRevision { .. } => "care",
        Command::DecideGate { .. } => "chair",
        Command::AnswerFacts { .. } => "lead",
        _ => "ict",
    }
}

/// Runs the commands of a seed; gives everything that can be seen of what they did.
async fn run(backend: Backend, seed: u64) -> Vec<String> {
    let world = World::new(backend).await;
    let mut chance = Chance(seed);
    let mut story = Vec::new();
    let mut projects = Vec::new();
    for n in 0..3 {
        projects.push(world.start(&format!("Demo {n}")).await);
    }
    for n in 0..COMMANDS {
        let (project, command) = (chance.pick(&projects), chance.command());
        let who = if chance.below(4) == 0 { chance.pick(&WHO) } else { suited(&command) };
        let looked = if chance.below(5) == 0 { engine::Seen::default() } else { world.seen(project).await };
        // Now and then a key comes again: with the same content, or with another.
        let name = format!("k{}", if chance.below(8) == 0 { n / 2 } else { n });
        let request = Request { key: key(name), seen: looked, command };
        let done = world.store.execute(world.who(who), project, request.clone()).await;
        story.push(format!("{n} {who} {:?}: {done:?}", request.command));
        if chance.below(10) == 0 {
            let again = world.store.execute(world.who(who), project, request).await;
            story.push(format!("{n} again: {again:?}"));
        }
        if chance.below(20) == 0 {
            world.clock.advance_days(i64::try_from(chance.below(12)).unwrap());
            story.push(format!("{n} time: {:?}", world.store.execute_due().await));
        }
    }
    world.verify().await;
    for project in projects {
        story.extend(everything(&world, project).await);
    }
    story
}

async fn everything(world: &World, project: ProjectId) -> Vec<String> {
    let (store, manager, all) = (&world.store, world.who("manager"), &PageRequest::start());
    let view = store.project(manager, project).await.unwrap();
    let mut seen = vec![format!("{:?} {} {}", view.state, view.title, view.version)];
    let log = store.timeline(manager, project, all).await.unwrap();
    seen.extend(log.items.iter().map(|item| format!("{:?} {}", item.recorded, item.hash)));
    for filter in [TaskFilter::Project(project), TaskFilter::Mine, TaskFilter::Others] {
        let tasks = store.tasks(world.who("ict"), filter, all).await.unwrap();
        seen.extend(tasks.items.iter().map(|item| format!("{item:?}")));
    }
    let list = store.projects(manager, &ProjectFilter::default(), all).await.unwrap();
    seen.extend(list.items.iter().map(|item| format!("{item:?}")));
    let acts = store.acts(world.who("ict"), all).await.unwrap();
    seen.extend(acts.items.iter().map(|item| format!("{item:?}")));
    seen
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_databases_tell_the_same_story() {
    let seeds = match std::env::var("TRECHTER_SEED") {
        Ok(seed) => vec![seed.parse().expect("TRECHTER_SEED is a number")],
        Err(_) => SEEDS.to_vec(),
    };
    for seed in &seeds {
        let (sqlite, postgres) = tokio::join!(run(Backend::Sqlite, *seed), run(Backend::Postgres, *seed));
        for (at, (one, other)) in sqlite.iter().zip(&postgres).enumerate() {
            assert_eq!(one, other, "seed {seed}, line {at}");
        }
        assert_eq!(sqlite.len(), postgres.len(), "seed {seed}");
        let accepted = sqlite.iter().filter(|line| line.contains(": Ok(Receipt")).count();
        assert!(accepted > COMMANDS / 6, "seed {seed}: only {accepted} commands were accepted");
    }
    println!("differential: {COMMANDS} commands on both databases for each of the seeds {seeds:?}");
}
