//! What somebody who wants the project to go on would do next.

use super::acts::{Answer, Block, Demand, Do, Judging, Lack, Meeting, OrgDo, Outcome, Wish};
use super::bodies::{Choice, Say, Verdict};
use super::organisation::{Id, Standing, kind};
use super::world::{self, LEAD, Name, document, gate, the_party};
use super::{Life, Model};
use crate::random::Draw;

/// Whoever may do this, more or less.
pub fn doer(draw: &mut Draw, model: &Model, act: &Do) -> u8 {
    let party: Name = match act {
        Do::Submit { document: name, .. } => match document(name).written_by {
            Some(party) => party,
            None => return LEAD,
        },
        Do::Review { party, .. }
        | Do::Judge { party, .. }
        | Do::Confirm { party, .. }
        | Do::Resume { party }
        | Do::Suspend { party }
        | Do::Check { party, .. } => party,
        Do::Organisation(OrgDo::Submit { id, .. }) => kind(id.0).submitted_by,
        Do::Organisation(OrgDo::Judge { id, .. }) => kind(id.0).judged_by,
        Do::Allow { .. } | Do::EndUse | Do::Organisation(_) => "board",
        Do::Handle { .. } => "quality",
        Do::Contest { record } => {
            return model.contestable().iter().find(|(number, _)| number == record).map_or(LEAD, |(_, person)| *person);
        }
        Do::Record { act, .. } => return if matches!(**act, Do::Consult { .. }) { world::COACH } else { world::INNOVATOR },
        Do::CloseSmall { .. } | Do::Duty { .. } | Do::Change { .. } => "ict",
        Do::ConfirmFact { fact, .. } => super::answers::confirmed_by(fact).unwrap_or("care"),
        Do::Waive { criterion } => world::criterion(criterion).waivable_by.unwrap_or("steering"),
        Do::Decide { gate: name, .. } | Do::Uphold { gate: name } => gate(name).decided_by,
        Do::Extra { .. } => model.gate_of(model.phase()).decided_by,
        Do::Reopen { .. } => match model.life {
            Life::Stopped(by) => gate(by).decided_by,
            _ => "steering",
        },
        Do::Meet { condition, act } => match model.open_debt(*condition) {
            Some(debt) if *act == Meeting::Report => match debt.owner {
                Ok(owner) => return owner,
                Err(party) => party,
            },
            Some(debt) => debt.accepted_by,
            None => "care",
        },
        Do::Request { body } | Do::Volunteer { body, .. } => body,
        Do::Consult { number, say } => match (say, model.body_of(*number)) {
            (Say::Establish(_) | Say::Choose(_) | Say::Confirm | Say::Opine | Say::AskExtension(_), Some(body)) => body,
            (Say::Withdraw, Some(body)) if model.begun_by_body(*number) => body,
            _ => return LEAD,
        },
        Do::Migrate { .. } => return world::MANAGER,
        _ => return LEAD,
    };
    let members = the_party(party).members;
    if draw.chance(60) { draw.of(members) } else { members[0] }
}

impl Model {
    /// A next step towards the end.
    pub fn helpful(&self, draw: &mut Draw) -> Do {
        if self.life != Life::Active {
            return self.winding_up(draw);
        }
        if let Some(number) = self.extras().first().copied().filter(|_| draw.chance(50)) {
            let after = super::acts::After::GoOn(self.day + 5 + draw.below(30));
            return Do::Extra { condition: number, after, lessons: true };
        }
        if self.allowed_until().is_some() && draw.chance(2) {
            return Do::EndUse;
        }
        if self.phase() == world::LIVE && draw.chance(35) {
            return self.in_daily_use(draw);
        }
        let Some((open, _)) = self.round() else { return Do::OpenRound };
        let blocks: Vec<Block> = self.blocks().into_iter().collect();
        if blocks.is_empty() {
            return Do::Decide { gate: open, outcome: Outcome::Go, lessons: false, conditions: Vec::new() };
        }
        if draw.chance(12)
            && let Some(demands) = self.may_defer()
        {
            let wish = |demand| Wish { demand, text: true, owner: 3, due: self.day + 1 + draw.below(30), blocks: None };
            let conditions = demands.into_iter().map(wish).collect();
            return Do::Decide { gate: open, outcome: Outcome::If, lessons: false, conditions };
        }
        let block = draw.of(&blocks);
        self.against(draw, block)
    }

    /// A document that ran out is renewed, or what rested on it is answered again.
    fn renewed(&self, draw: &mut Draw) -> Do {
        let over: Vec<Name> = ["risks", "plan"].into_iter().filter(|name| self.is_expired(name)).collect();
        if over.is_empty() {
            return Self::answered_again(draw, &["safety", "still-good"]);
        }
        let name = draw.of(&over);
        self.submit(draw, name)
    }

    /// The analysis of risks once more, as its duty asks.
    fn repeated(&self, draw: &mut Draw) -> Do {
        if self.duty_wants("risks") { self.submit(draw, "risks") } else { Self::answered_again(draw, &["safety"]) }
    }

    fn in_daily_use(&self, draw: &mut Draw) -> Do {
        let rollouts = self.planned_rollouts();
        let all = |party: Name| {
            super::in_use::CHECKS.iter().filter(move |(_, by)| *by == party).map(|(check, _)| (*check, true)).collect()
        };
        match draw.below(6) {
            0 if !self.open_changes().is_empty() => Self::answered_again(draw, &["still-good", "safety"]),
            1 if !self.open_signals().is_empty() => Self::answered_again(draw, &["safety"]),
            2 if draw.chance(50) => Do::Duty { duty: "drill", on: self.day },
            2 => self.repeated(draw),
            3 if rollouts.is_empty() => Do::Plan { on: self.day + draw.below(20) },
            _ if rollouts.is_empty() => Do::OpenRound,
            _ if self.checked(rollouts[0]) => Do::Start { rollout: rollouts[0], on: self.day },
            _ => {
                let party = draw.of(&["care", "ict"]);
                Do::Check { rollout: rollouts[0], party, answers: all(party) }
            }
        }
    }

    fn winding_up(&self, draw: &mut Draw) -> Do {
        let open: Vec<u32> = self.open_debts().map(|debt| debt.number).collect();
        if open.is_empty() || draw.chance(10) {
            return Do::Reopen { phase: draw.of(&["idea", "explore", "pilot", "use"]) };
        }
        let number = draw.of(&open);
        self.met(draw, number)
    }

    /// What keeps a document from being accepted as what a condition demands.
    fn towards(&self, draw: &mut Draw, number: u32) -> Option<Do> {
        let Demand::Document(name, complete) = self.open_debt(number)?.demand else { return None };
        if self.life != Life::Active || (self.approved(name, complete) && !self.is_expired(name)) {
            return None;
        }
        let sent = self.latest(name).filter(|sent| sent.complete || !complete);
        let party = self.reviewers(name).find(|party| self.review_block(name, party).is_some());
        match (sent, party) {
            (Some(_), Some(party)) if !self.is_expired(name) => {
                Some(Do::Review { document: name, party, approve: true, reason: false, with: Vec::new() })
            }
            _ => Some(self.submit(draw, name)),
        }
    }

    fn met(&self, draw: &mut Draw, number: u32) -> Do {
        if draw.chance(85)
            && let Some(act) = self.towards(draw, number)
        {
            return act;
        }
        let act = if self.reported(number).is_some() { Meeting::Accept } else { Meeting::Report };
        Do::Meet { condition: number, act }
    }

    fn submit(&self, draw: &mut Draw, name: Name) -> Do {
        let day = self.day;
        let changed: &[&[Name]] = match name {
            "idea" => &[&["goal"], &[]],
            "risks" => &[&["risks"], &["conclusion"], &["risks", "conclusion"]],
            _ => &[&["how"], &[]],
        };
        let file = name == "plan" && draw.chance(15);
        let dates = draw.dates(name, day);
        Do::Submit { document: name, hash: draw.hash(), complete: draw.chance(90), changed: draw.of(changed), file, dates }
    }

    /// Everything this party can confirm now.
    fn confirm(&self, party: Name) -> Do {
        let blocks = self.blocks();
        let documents = blocks.iter().filter_map(|block| match block {
            Block::StaleReview(name, by) if *by == party => Some(*name),
            _ => None,
        });
        let criteria = blocks.iter().filter_map(|block| match block {
            Block::Stale(name, by) if *by == party => Some(*name),
            _ => None,
        });
        Do::Confirm { party, documents: documents.collect(), criteria: criteria.collect() }
    }

    fn met_by(criterion: Name, practice: bool) -> Judging {
        Judging { criterion, answer: Answer::Met, practice, reason: true }
    }

    fn against(&self, draw: &mut Draw, block: Block) -> Do {
        match block {
            Block::Missing(name)
            | Block::Concept(name)
            | Block::Old(name)
            | Block::Expired(name)
            | Block::Changes(name, _) => self.submit(draw, name),
            Block::StaleReview(_, party) | Block::Stale(_, party) if draw.chance(50) => self.confirm(party),
            Block::Review(name, party) | Block::StaleReview(name, party) => {
                let along = match name {
                    "risks" if party == "quality" => vec![Self::met_by("safety", true)],
                    "plan" if party == "privacy" && draw.chance(50) => vec![Self::met_by("private", true)],
                    _ => Vec::new(),
                };
                let with = if draw.chance(30) { along } else { Vec::new() };
                Do::Review { document: name, party, approve: true, reason: false, with }
            }
            Block::Open(name, party) | Block::Stale(name, party) | Block::NotMet(name, party) => {
                let missing = self.asked_now(name, party).and_then(|now| {
                    now.asked.on.iter().map(|(document, _)| *document).find(|document| self.latest(document).is_none())
                });
                match missing {
                    Some(document) => self.submit(draw, document),
                    None => Do::Judge { party, judging: Self::met_by(name, draw.chance(80)) },
                }
            }
            Block::Gap(_, _, id, how) => self.mend(draw, id, how),
            Block::Condition(number) => self.met(draw, number),
            Block::Body { number, kind, lacks, .. } => self.in_body(draw, number, kind, lacks),
            Block::Suspended(party) => Do::Resume { party },
            Block::Contested(gate, _) => Do::Uphold { gate },
            Block::Change(change) if draw.chance(15) => Do::CloseSmall { change },
            Block::Change(_) => Self::answered_again(draw, &["still-good", "safety"]),
            Block::EvidenceExpired(..) | Block::ExpiryOpen(_) => self.renewed(draw),
            Block::Signal(signal) if draw.chance(50) => Do::Handle { signal },
            Block::Signal(_) => Self::answered_again(draw, &["safety"]),
        }
    }

    /// The organisation closes its gap, or plans to.
    fn mend(&self, draw: &mut Draw, id: Id, how: Standing) -> Do {
        if id == ("certificate", None) {
            return Do::Suppliers { names: draw.of(&[&["acme"][..], &["bolt"], &["acme", "bolt"]]).to_vec() };
        }
        if draw.chance(8) {
            return Do::Organisation(OrgDo::Plan { id, due: self.day + 1 + draw.below(40) });
        }
        Do::Organisation(match how {
            Standing::Unjudged => {
                let (revision, sufficient) = (self.evidence_revisions(id), draw.chance(80));
                OrgDo::Judge { id, revision, sufficient, reason: true }
            }
            _ => OrgDo::Submit { id, hash: draw.hash(), until: draw.until(self.day), empty: false },
        })
    }

    /// Something that is asked again outside a round.
    fn answered_again(draw: &mut Draw, criteria: &[Name]) -> Do {
        let (name, party) = draw.of(&[("plan", "privacy"), ("risks", "quality"), ("risks", "ict"), ("risks", "privacy")]);
        match draw.below(4) {
            0 => Do::Review { document: name, party, approve: true, reason: false, with: Vec::new() },
            1 => Do::Confirm { party, documents: vec![name], criteria: Vec::new() },
            _ => {
                let name = draw.of(criteria);
                let party = draw.of(world::criterion(name).parties);
                Do::Judge { party, judging: Self::met_by(name, true) }
            }
        }
    }

    fn in_body(&self, draw: &mut Draw, number: Option<u32>, kind: Option<Name>, lacks: Lack) -> Do {
        let on = |say| Do::Consult { number: number.unwrap_or(0), say };
        let ask = || Do::Ask { kind: kind.unwrap_or("advice"), summary: true, due: None };
        match lacks {
            Lack::Requested if draw.chance(60) => on(Say::Accept { document: "idea", due: None }),
            Lack::Requested => on(Say::Decline),
            Lack::Answer if number.is_some_and(|number| self.chooses(number)) && draw.chance(60) => {
                on(Say::Choose(draw.of(&[Choice::Keep, Choice::Restart])))
            }
            Lack::Answer if draw.chance(75) => on(Say::Establish(Self::verdict(draw, kind))),
            Lack::Answer => {
                let later = self.day + 6 + draw.below(6);
                let more = Say::AskExtension(later);
                on(draw.of(&[more, more, Say::Extend(later), Say::KeepTerm, Say::Revise { text: true }, Say::NoAnswer]))
            }
            Lack::Overleg => on(Say::Confer(self.day)),
            Lack::Response if draw.chance(30) => on(Say::Confer(self.day)),
            Lack::Response => on(Say::Respond { followed: draw.chance(50) }),
            Lack::Wait(_) => Do::OpenRound,
            Lack::Withheld if draw.chance(40) => on(Say::Substitute(self.day)),
            Lack::Withheld if draw.chance(50) => self.submit(draw, "plan"),
            Lack::Stale if draw.chance(70) => on(Say::Confirm),
            Lack::NotAsked | Lack::Withheld | Lack::NoConsent | Lack::Stale => ask(),
        }
    }

    fn verdict(draw: &mut Draw, kind: Option<Name>) -> Verdict {
        if kind == Some("consent") {
            draw.of(&[Verdict::Given, Verdict::Given, Verdict::Withheld])
        } else {
            draw.of(&[Verdict::Positive, Verdict::Positive, Verdict::Points, Verdict::Negative])
        }
    }
}
