//! What anybody might try, with the skew of real life: mostly those who may, mostly what helps.

use super::acts::{After, Answer, Dates, Do, Judging, Meeting, OrgDo, Outcome, Wish};
use super::bodies::{Choice, Say, Verdict};
use super::helpful::doer;
use super::world::{CRITERIA, Day, EVERYBODY, FIRST, Name, OTHER, PARTIES};
use super::{Broken, Life, Model};
use crate::random::Draw;

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

    /// What a document says of its last day and its signing; seldom a day that cannot be.
    pub fn dates(&mut self, document: Name, day: Day) -> Dates {
        if document != "plan" {
            return Dates::default();
        }
        let ends = if self.chance(4) { day - 1 } else { day + self.below(80) };
        let signed = self.chance(25).then(|| if self.chance(8) { day + 1 } else { (day - self.below(25)).max(0) });
        Dates { ends: Some(ends), signed }
    }

    pub fn until(&mut self, day: Day) -> Option<Day> {
        self.chance(60).then(|| day + self.below(100) - 5)
    }

    fn organising(&mut self, model: &Model) -> Do {
        let id =
            self.of(&[("norm", None), ("certificate", Some("acme")), ("certificate", Some("bolt")), ("certificate", None)]);
        let revisions = model.evidence_revisions(id);
        Do::Organisation(match self.below(7) {
            0 | 1 => OrgDo::Submit { id, hash: self.hash() % 4, until: self.until(model.day), empty: self.chance(4) },
            2..=4 => {
                let revision = if self.chance(90) { revisions } else { revisions + 1 };
                OrgDo::Judge { id, revision, sufficient: self.chance(65), reason: self.chance(85) }
            }
            5 => OrgDo::Plan { id, due: self.around(model.day + 8) },
            _ => return Do::Suppliers { names: self.of(&[&["acme"][..], &["bolt"], &["acme", "bolt"], &[]]).to_vec() },
        })
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
            Demand::Document("plan", true),
            Demand::Document("risks", true),
            Demand::Criterion("ict-ready", "ict"),
            Demand::Criterion("safety", "quality"),
        ]);
        let blocks = if self.chance(25) { Some(self.of(&["g0", "g1", "g2", "pilot-gate", "g3", "g4"])) } else { None };
        let due = self.around(model.day + 8);
        Wish { demand, text: self.chance(90), owner: self.of(&[3, 5, 8]), due, blocks }
    }

    fn decision(&mut self, model: &Model) -> Do {
        let open = model.round().map_or("g0", |(gate, _)| gate);
        let gate = if self.chance(95) { open } else { self.of(&["g0", "g1", "g2", "pilot-gate", "g3", "g4"]) };
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
        if self.chance(70)
            && let Some((number, say)) = model.fitting(self)
        {
            return Do::Consult { number, say };
        }
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
            0 | 1 if self.chance(50) => Do::Request { body },
            2 if self.chance(50) => {
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
            10 => Do::Duty { duty: self.of(&["drill", "drill", "drill", "risks-again"]), on: near },
            11 => Do::Work { phase: self.of(&["pilot", "use"]), on: near },
            12 => {
                let heard =
                    self.of(&[&["care", "ict"][..], &["care", "ict"], &["care"], &["care", "ict", "quality"]]).to_vec();
                // Members have to name the same day.
                Do::Allow { until: (model.day / 20 + 1) * 20, heard }
            }
            _ if model.allowed_until().is_some() || self.chance(10) => Do::EndUse,
            _ => Do::Work { phase: self.of(&["pilot", "use"]), on: near },
        }
    }

    fn anything(&mut self, model: &Model) -> Do {
        match self.below(43) {
            42 => {
                let to = if self.chance(85) { FIRST + OTHER - model.version() } else { self.of(&[FIRST, OTHER, 11]) };
                let phase = self.chance(25).then(|| self.of(&["idea", "explore", "pilot", "use", "out", "nowhere"]));
                Do::Migrate { to, phase }
            }
            40 | 41 => self.organising(model),
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
                let (hash, dates) = (self.hash() % 6, self.dates(document, model.day));
                Do::Submit { document, hash, complete: self.chance(70), changed, file: self.chance(10), dates }
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
            25 if model.round().is_none() || self.chance(15) => Do::OpenRound,
            25 => Do::EndHold,
            26 if !model.extras().is_empty() || self.chance(15) => {
                let number = model.extras().first().copied().unwrap_or(1);
                let after = match self.below(4) {
                    0 => After::Stop,
                    1 => After::Pause,
                    _ => After::GoOn(self.around(model.day + 8)),
                };
                Do::Extra { condition: number, after, lessons: self.chance(80) }
            }
            27 if model.life != Life::Active || self.chance(15) => {
                Do::Reopen { phase: self.of(&["idea", "explore", "pilot", "use", "out"]) }
            }
            28..=31 => {
                let open: Vec<u32> = model.open_debts().map(|debt| debt.number).collect();
                let condition = if open.is_empty() || self.chance(5) { 1 } else { self.of(&open) };
                Do::Meet { condition, act: self.of(&[Meeting::Report, Meeting::Accept, Meeting::Accept, Meeting::SendBack]) }
            }
            32 => Do::Resume { party: self.party() },
            33..=35 => self.using(model),
            36 if self.chance(60) => match (model.doubted(), model.contestable().first()) {
                (Some(gate), _) if self.chance(40) => Do::Uphold { gate },
                (_, Some((record, _))) => Do::Contest { record: *record },
                (Some(gate), _) => Do::Uphold { gate },
                (None, None) if self.chance(10) => Do::Uphold { gate: "g0" },
                (None, None) => self.saying(model),
            },
            _ => self.saying(model),
        }
    }

    /// Somebody, and what they try. What breaks a law is drawn again now and then, so that projects get far.
    pub fn somebody(&mut self, model: &Model) -> (u8, Do, Broken) {
        let mut tried = None;
        for _ in 0..3 {
            let mut act = if self.chance(45) { model.helpful(self) } else { self.anything(model) };
            let who = if self.chance(7) { self.of(&EVERYBODY) } else { doer(self, model, &act) };
            let mut who = who;
            if self.chance(6) && act.is_told_of() {
                let on = model.day - self.below(4);
                act = Do::Record { person: who, on, act: Box::new(act) };
                who = doer(self, model, &act);
            }
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
