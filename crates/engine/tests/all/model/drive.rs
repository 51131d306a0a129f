//! R5 (engine): random commands, decided by the engine and by the naive model; no panic, no divergence, and the folded log is
//! the state. `TRECHTER_SEED` replays a run, `TRECHTER_COUNT` sets its length.

use std::collections::BTreeMap;

use engine::{Actor, Event, Project, due};

use super::acts::{After, Answer, Do, Judging, Meeting, Outcome, Wish};
use super::bodies::{Choice, Say, Verdict};
use super::engine_side::agree;
use super::funnel::begin;
use super::helpful::doer;
use super::translate::command;
use super::world::{CRITERIA, Day, EVERYBODY, Name, PARTIES};
use super::{Broken, Life, Model};
use crate::random::{Draw, commands, environment};
use crate::scenario::{Scenario, actor, recorded};

impl Draw {
    pub fn below(&mut self, limit: u64) -> Day {
        Day::try_from(self.next() % limit).unwrap()
    }

    pub fn hash(&mut self) -> u8 {
        u8::try_from(1 + self.next() % 60).unwrap()
    }

    /// A day around today.
    fn around(&mut self, day: Day) -> Day {
        (day + self.below(20) - 6).max(0)
    }

    fn party(&mut self) -> Name {
        let at = self.below(PARTIES.len() as u64);
        PARTIES[usize::try_from(at).unwrap()].name
    }

    fn judging(&mut self) -> (Name, Judging) {
        let at = self.below(CRITERIA.len() as u64);
        let known = &CRITERIA[usize::try_from(at).unwrap()];
        let party = if self.chance(90) { self.of(known.parties) } else { self.party() };
        let answer = self.of(&[Answer::Met, Answer::Met, Answer::Met, Answer::NotMet, Answer::NotApplicable]);
        (party, Judging { criterion: known.name, answer, practice: self.chance(60), reason: self.chance(90) })
    }

    fn reviewing(&mut self) -> (Name, Name) {
        self.of(&[
            ("idea", "innovation"),
            ("idea", "care"),
            ("risks", "quality"),
            ("risks", "ict"),
            ("risks", "privacy"),
            ("plan", "privacy"),
            ("plan", "care"),
        ])
    }

    fn wish(&mut self, model: &Model) -> Wish {
        use super::acts::Demand;
        let demand = self.of(&[
            Demand::Agreed,
            Demand::Agreed,
            Demand::Document("plan"),
            Demand::Document("risks"),
            Demand::Criterion("ict-ready", "ict"),
            Demand::Criterion("safety", "quality"),
        ]);
        let blocks = if self.chance(25) { Some(self.of(&["g0", "g1", "g2", "g3", "g4"])) } else { None };
        let due = self.around(model.day + 8);
        Wish { demand, text: self.chance(90), owner: self.of(&[3, 5, 8]), due, blocks }
    }

    fn decision(&mut self, model: &Model) -> Do {
        let open = model.round().map_or("g0", |(gate, _)| gate);
        let gate = if self.chance(95) { open } else { self.of(&["g0", "g1", "g2", "g3", "g4"]) };
        let outcome = match self.below(12) {
            0 if self.chance(40) => Outcome::Stop,
            0..=2 => Outcome::Rework(self.of(&["idea", "explore", "pilot", "use"])),
            3 | 4 => Outcome::Hold(self.around(model.day + 8)),
            5..=7 => Outcome::If,
            _ => Outcome::Go,
        };
        let mut conditions = Vec::new();
        if outcome == Outcome::If {
            let wish = |demand| Wish { demand, text: true, owner: 3, due: model.day + 12, blocks: None };
            conditions.extend(model.may_defer().unwrap_or_default().into_iter().map(wish));
        }
        if self.chance(if outcome == Outcome::If { 40 } else { 5 }) {
            conditions.push(self.wish(model));
        }
        Do::Decide { gate, outcome, lessons: self.chance(85), conditions }
    }

    fn saying(&mut self, model: &Model) -> Do {
        let newest = model.consultations().max(1);
        let number = newest - u32::try_from(self.below(3)).unwrap().min(newest - 1);
        let day = self.around(model.day);
        let verdict = self.of(&[Verdict::Positive, Verdict::Points, Verdict::Negative, Verdict::Given, Verdict::Withheld]);
        let say = match self.below(17) {
            0 => Say::Accept { document: self.of(&["idea", "risks"]), due: self.chance(40).then_some(day + 8) },
            1 => Say::Decline,
            2 => Say::Opine,
            3 | 4 => Say::Establish(verdict),
            5 => Say::AskExtension(day + 4),
            6 => Say::Extend(day + 4),
            7 => Say::KeepTerm,
            8 => Say::Revise { text: self.chance(50) },
            9 => Say::Choose(self.of(&[Choice::Restart, Choice::Keep, Choice::Until(day), Choice::Until(day + 4)])),
            10 => Say::NoAnswer,
            11 => Say::Confer(day),
            12 => Say::Respond { followed: self.chance(50) },
            13 if self.chance(30) => Say::Withdraw,
            14 => Say::Substitute(day),
            15 => Say::Confirm,
            _ => return self.begins(model),
        };
        Do::Consult { number, say }
    }

    fn begins(&mut self, model: &Model) -> Do {
        let body = self.of(&["council", "works"]);
        match self.below(8) {
            0 if self.chance(50) => Do::Request { body },
            1 if self.chance(50) => {
                Do::Volunteer { body, verdict: self.of(&[Verdict::Positive, Verdict::Negative, Verdict::Given]) }
            }
            _ => {
                let kind = self.of(&["advice", "consent", "tell", "yearly"]);
                let due = if self.chance(25) { Some(self.around(model.day + 6)) } else { None };
                Do::Ask { kind, summary: self.chance(90), due }
            }
        }
    }

    fn using(&mut self, model: &Model) -> Do {
        let near = self.around(model.day);
        let one_of = |draw: &mut Self, open: &[u32]| {
            if open.is_empty() || draw.chance(5) { 1 } else { draw.of(open) }
        };
        match self.below(14) {
            0 | 1 => Do::Change { kind: self.of(&["update", "new-group"]) },
            2 => Do::CloseSmall { change: one_of(self, &model.open_changes()) },
            3 => Do::Signal { on: near },
            4 => Do::Handle { signal: one_of(self, &model.open_signals()) },
            5 => Do::Suspend { party: self.of(&["board", "care", "ict"]) },
            6 => Do::Plan { on: near },
            7 => {
                let answers = vec![(self.of(&["rooms", "staff", "wired"]), self.chance(50))];
                let rollout = one_of(self, &model.planned_rollouts());
                Do::Check { rollout, party: self.of(&["care", "ict"]), answers }
            }
            8 => Do::Start { rollout: one_of(self, &model.planned_rollouts()), on: near },
            9 => Do::Cancel { rollout: one_of(self, &model.planned_rollouts()) },
            10 => Do::Duty { duty: "drill", on: near },
            11 => Do::Work { phase: self.of(&["pilot", "use"]), on: near },
            12 => {
                let heard =
                    self.of(&[&["care", "ict"][..], &["care", "ict"], &["care"], &["care", "ict", "quality"]]).to_vec();
                // Members have to name the same day.
                Do::Allow { until: (model.day / 20 + 1) * 20, heard }
            }
            _ => Do::EndUse,
        }
    }

    fn anything(&mut self, model: &Model) -> Do {
        match self.below(40) {
            0..=2 => {
                let fact = self.of(&["impact", "personal", "research"]);
                let value = if fact == "impact" { self.of(&["small", "middle", "large"]) } else { self.of(&["yes", "no"]) };
                Do::Tell { fact, value }
            }
            3..=7 => {
                let fact = self.of(&["impact", "personal", "personal", "personal", "research"]);
                let value = if fact == "impact" { self.of(&["small", "middle", "large"]) } else { self.of(&["yes", "no"]) };
                Do::ConfirmFact { fact, value }
            }
            8..=10 => {
                let document = self.of(&["idea", "risks", "plan"]);
                let changed: &[Name] = self.of(&[&["goal"][..], &["risks"], &["how"], &["conclusion"], &[]]);
                Do::Submit { document, hash: self.hash() % 6, complete: self.chance(70), changed, file: self.chance(10) }
            }
            11..=13 => {
                let (document, party) = self.reviewing();
                let with = if self.chance(15) { vec![self.judging().1] } else { Vec::new() };
                Do::Review { document, party, approve: self.chance(75), reason: self.chance(90), with }
            }
            14..=16 => {
                let (party, judging) = self.judging();
                Do::Judge { party, judging }
            }
            17 | 18 => {
                let party = self.party();
                let documents = if self.chance(50) { vec![self.of(&["idea", "risks", "plan"])] } else { Vec::new() };
                let criteria = if self.chance(50) { vec![self.judging().1.criterion] } else { Vec::new() };
                Do::Confirm { party, documents, criteria }
            }
            19..=22 => self.decision(model),
            23 | 24 => Do::Waive { criterion: self.judging().1.criterion },
            25 if self.chance(50) => Do::OpenRound,
            25 => Do::EndHold,
            26 => {
                let number = model.extras().first().copied().unwrap_or(1);
                let after = match self.below(4) {
                    0 => After::Stop,
                    1 => After::Pause,
                    _ => After::GoOn(self.around(model.day + 8)),
                };
                Do::Extra { condition: number, after, lessons: self.chance(80) }
            }
            27 => Do::Reopen { phase: self.of(&["idea", "explore", "pilot", "use", "out"]) },
            28..=31 => {
                let open: Vec<u32> = model.open_debts().map(|debt| debt.number).collect();
                let condition = if open.is_empty() || self.chance(5) { 1 } else { self.of(&open) };
                Do::Meet { condition, act: self.of(&[Meeting::Report, Meeting::Accept, Meeting::Accept, Meeting::SendBack]) }
            }
            32 => Do::Resume { party: self.party() },
            33..=35 => self.using(model),
            _ => self.saying(model),
        }
    }

    /// Somebody, and what they try. What breaks a law is drawn again now and then, so that projects get far.
    fn somebody(&mut self, model: &Model) -> (u8, Do, Broken) {
        let mut tried = None;
        for _ in 0..3 {
            let act = if self.chance(45) { model.helpful(self) } else { self.anything(model) };
            let who = if self.chance(7) { self.of(&EVERYBODY) } else { doer(self, model, &act) };
            let broken = model.broken(who, &act);
            let good = broken.is_empty();
            tried = Some((who, act, broken));
            if good || self.chance(35) {
                break;
            }
        }
        tried.unwrap()
    }
}

/// What a run reached.
#[derive(Default)]
struct Reached {
    accepted: BTreeMap<&'static str, u64>,
    laws: BTreeMap<u8, u64>,
    projects: u64,
    in_use: u64,
    retired: u64,
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

    /// Both decide the command; the engine's answer has to be the model's.
    fn send(&mut self, who: u8, act: &Do, broken: &Broken, reached: &mut Reached) -> Result<(), String> {
        match self.engine.when(who, command(act)) {
            Err(rejection) => {
                let law = rejection.law().0;
                *reached.laws.entry(law).or_default() += 1;
                if broken.contains(&law) {
                    return Ok(());
                }
                Err(format!("refused by {rejection:?}; by the model it breaks {broken:?}"))
            }
            Ok(_) if !broken.is_empty() => Err(format!("accepted; by the model it breaks {broken:?}")),
            Ok(events) => {
                *reached.accepted.entry(act.kind()).or_default() += 1;
                self.take(&actor(who), events)?;
                self.model.take(who, act);
                agree(&self.engine, &self.model)
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
        for _ in 0..300 {
            let s = &self.engine;
            let Some(command) = due(&s.funnel, &s.project, &s.context(&Actor::System, None)).into_iter().next() else {
                return agree(&self.engine, &self.model);
            };
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
    let (seed, count) = (environment("TRECHTER_SEED", 20_260_105), commands(17));
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
            both = Both::begin(draw.chance(30));
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
const KINDS: [&str; 53] = [
    "tell",
    "confirm a fact",
    "submit",
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
    println!("accepted: {:?}", reached.accepted);
    println!("refused by law: {:?}", reached.laws);
    if count >= 50_000 {
        for kind in KINDS {
            assert!(reached.accepted.get(kind).is_some_and(|times| *times >= count / 50_000), "too few of: {kind}");
        }
        assert!(reached.in_use > 0 && reached.retired > 0 && accepted * 100 > count * 15, "too few commands reach anything");
    }
}
