//! R5 (engine): random commands, decided by the engine and by the naive model; no panic, no divergence, and the folded
//! log is the state. `TRECHTER_SEED` replays a run, `TRECHTER_COUNT` sets its length.

use std::collections::BTreeSet;

use engine::*;

use crate::scenario::*;
use crate::small_model::Model;

/// `SplitMix64`: enough to draw commands, and the same everywhere.
pub struct Draw(pub u64);

impl Draw {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn of<T: Copy>(&mut self, list: &[T]) -> T {
        let at = self.next() % list.len() as u64;
        list[usize::try_from(at).unwrap()]
    }

    pub fn chance(&mut self, percent: u64) -> bool {
        self.next() % 100 < percent
    }

    pub fn act(&mut self) -> (u8, Act) {
        let artefact = self.of(&["idea", "risks", "ict-check"]);
        let criterion = self.of(&["fits", "ict-early", "client-safety", "ict-ready"]);
        let party = match (self.chance(70), artefact, criterion) {
            (true, _, "ict-early" | "ict-ready") => "ict",
            (true, _, "client-safety") => "quality",
            (true, _, "fits") => "care",
            _ => self.of(&["innovation", "care", "ict", "quality", "steering"]),
        };
        let act = match self.next() % 20 {
            0 => answer_fact("impact", FactValue::Level(level(self.of(&["small", "middle", "large"])))).into(),
            1 => {
                let value = FactValue::Level(level(self.of(&["small", "middle", "large"])));
                confirm_fact("impact", value).into()
            }
            2..=3 => {
                let changed = self.of(&[&["goal"][..], &["risks"], &["conclusion"], &["risks", "conclusion"], &[]]);
                let hash = self.of(&[1, 2, 3, 4, 5]);
                let mut act = submit(artefact, hash, changed);
                if let Command::SubmitRevision { stage, .. } = &mut act.command
                    && self.chance(15)
                {
                    *stage = Stage::Concept;
                }
                act
            }
            4..=9 => {
                let verdict = if self.chance(95) { Verdict::Approve } else { Verdict::RequestChanges };
                let party = match (self.chance(85), artefact, self.chance(50)) {
                    (true, "idea", true) => "innovation",
                    (true, "idea" | "risks", false) => "care",
                    (true, _, _) => "quality",
                    _ => party,
                };
                review(artefact, party, verdict).into()
            }
            10..=14 => {
                let answer = self.of(&[
                    Answer::Met,
                    Answer::Met,
                    Answer::Met,
                    Answer::Met,
                    Answer::Met,
                    Answer::NotMet,
                    Answer::NotApplicable,
                ]);
                if self.chance(50) { judge(criterion, party, answer) } else { in_practice(criterion, party, answer) }.into()
            }
            15..=16 => {
                let artefacts = if self.chance(60) { vec![artefact] } else { vec![] };
                let criteria = if self.chance(60) { vec![criterion] } else { vec![] };
                confirm(party, &artefacts, &criteria).into()
            }
            _ => {
                let rework = Outcome::Rework { to: phase(self.of(&["idea", "exploration", "selection"])) };
                let outcome = match self.next() % 10 {
                    0 if self.chance(5) => Outcome::Stop,
                    0..=2 => rework,
                    _ => Outcome::Go,
                };
                decide_gate(self.of(&["g0", "g1"]), outcome).into()
            }
        };
        (self.person_for(&act), act)
    }

    /// Mostly somebody who has the right to it, so that projects get far; else anybody.
    fn person_for(&mut self, act: &Act) -> u8 {
        let anybody = [LEAD, INNOVATOR, CARE, CARE_2, ICT, ICT_2, QUALITY, CHAIR, STEERING, MANAGER, OUTSIDER];
        let party = match &act.command {
            _ if self.chance(20) => return self.of(&anybody),
            Command::ReviewRevision { party, .. }
            | Command::JudgeCriterion { party, .. }
            | Command::ConfirmAnswers { party, .. } => party.as_str().to_owned(),
            Command::SubmitRevision { artefact, .. } => match artefact.as_str() {
                "idea" => return LEAD,
                "risks" => "care".to_owned(),
                _ => "ict".to_owned(),
            },
            Command::DecideGate { gate, .. } if gate.as_str() == "g0" => "innovation".to_owned(),
            Command::DecideGate { .. } => return CHAIR,
            Command::ConfirmFacts { .. } => return QUALITY,
            _ => return LEAD,
        };
        match party.as_str() {
            "care" => self.of(&[CARE, CARE_2]),
            "ict" => self.of(&[ICT, ICT_2]),
            "quality" => QUALITY,
            "steering" => CHAIR,
            _ => INNOVATOR,
        }
    }
}

fn points(s: &Scenario) -> BTreeSet<String> {
    if s.project.round.is_none() {
        return BTreeSet::new();
    }
    let text = |blocker: &Blocker| match blocker {
        Blocker::DocumentMissing { artefact } => format!("missing {artefact}"),
        Blocker::DocumentIsConcept { artefact } => format!("concept {artefact}"),
        Blocker::DocumentTooOld { artefact } => format!("old {artefact}"),
        Blocker::ReviewOpen { artefact, party } => format!("review {artefact} {party}"),
        Blocker::ReviewStale { artefact, party } => format!("stale review {artefact} {party}"),
        Blocker::ChangesRequested { artefact, party } => format!("changes {artefact} {party}"),
        Blocker::JudgementOpen { criterion, party } => format!("open {criterion} {party}"),
        Blocker::JudgementStale { criterion, party } => format!("stale {criterion} {party}"),
        Blocker::NotMet { criterion, party } => format!("not met {criterion} {party}"),
        Blocker::DecisionContested { gate, .. } => format!("contested {gate}"),
        Blocker::Consultation { body, .. } => format!("consultation {body}"),
        other => unreachable!("the story does not lead to {other:?}"),
    };
    s.readiness().blockers().map(text).collect()
}

pub fn environment(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(otherwise)
}

/// How many commands a driver draws: so many percent of `TRECHTER_COUNT`, which is a million where nothing is said. The
/// drivers together draw all of them.
pub fn commands(percent: u64) -> u64 {
    environment("TRECHTER_COUNT", 1_000_000) / 100 * percent
}

#[test]
fn random_commands_agree_with_the_model() {
    let (seed, count) = (environment("TRECHTER_SEED", 20_260_105), commands(87));
    let mut draw = Draw(seed);
    let (mut scenario, mut model) = (Scenario::start(), Model::new());
    let (mut accepted, mut went_on, mut projects) = (0_u64, 0_u64, 1_u64);
    for step in 0..count {
        let (who, act) = draw.act();
        let decided = scenario.when(who, act.clone());
        let expected = model.refuses(who, &act);
        let refused = decided.as_ref().err().map(|r| r.law().0);
        assert_eq!(refused, expected, "seed {seed}, step {step}: person {who}, {:?}, {decided:?}", act.command);
        if let Ok(events) = decided {
            accepted += 1;
            scenario.take(&actor(who), events);
            model.take(who, &act);
            let context = format!("seed {seed}, step {step}: {:?}", act.command);
            assert_eq!(scenario.project.phase.as_str(), model.phase(), "{context}");
            assert_eq!(scenario.project.lifecycle == Lifecycle::Stopped, model.stopped, "{context}");
            if !model.stopped {
                assert_eq!(points(&scenario), model.blockers(), "{context}");
            }
        }
        let finished = model.stopped || model.phase() == "selection";
        if (finished && draw.chance(10)) || scenario.log.len() > 300 {
            assert_eq!(Project::fold(&scenario.log).unwrap(), scenario.project, "seed {seed}, step {step}");
            went_on += u64::from(model.phase() == "selection");
            (scenario, model) = (Scenario::start(), Model::new());
            projects += 1;
        }
    }
    assert!(accepted > count / 50 && (count < 50_000 || went_on > 0), "too few commands reach anything");
    println!(
        "R5 engine: {count} commands, {accepted} accepted, {projects} projects, {went_on} reached the last phase, 0 divergences, seed {seed}"
    );
}

#[test]
fn the_state_stays_small_after_ten_thousand_events() {
    let mut s = Scenario::exploring();
    for n in 0..3_400_u16 {
        s.given(CARE, submit("risks", u8::try_from(n % 200).unwrap() + 2, &["risks"]));
        s.given(QUALITY, review("risks", "quality", Verdict::RequestChanges));
        s.given(QUALITY, judge("client-safety", "quality", Answer::NotMet));
    }
    assert!(s.project.sequence > 10_000);
    let bytes = serde_json::to_vec(&s.project).unwrap().len();
    assert!(bytes <= limits::STATE_BYTES, "{bytes} bytes");
    assert!(bytes < 8 * 1024, "an ordinary project stays under 8 KiB; this one has {bytes} bytes");
    assert_eq!(Project::fold(&s.log).unwrap(), s.project);
}
