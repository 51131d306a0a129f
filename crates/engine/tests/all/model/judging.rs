//! Judgements: what is asked now, what an answer rests on, and when it went stale (laws 2, 4, 5, 6, 11 and 12).

use super::acts::{Answer, Judging};
use super::parties::{Choice, Matter, Poll};
use super::world::{self, Asked, Criterion, Name, criterion, the_party};
use super::{Broken, Judged, Model, Sent};

/// What the open gate, or a cause outside it, asks of a party.
pub struct AskedNow {
    pub criterion: &'static Criterion,
    pub asked: &'static Asked,
    pub gate: Name,
    pub round: usize,
    /// Whether a cause asks it outside a round (law 12).
    pub again: bool,
}

impl Model {
    /// The criterion as it is asked of the party now.
    pub(super) fn asked_now(&self, name: Name, party: Name) -> Option<AskedNow> {
        let criterion = criterion(name);
        if !self.knows(name) || !criterion.parties.contains(&party) || !self.holds(criterion.when) {
            return None;
        }
        let open = self.open_round().and_then(|open| Some((open, world::asking(criterion, open.gate)?)));
        match open {
            Some((open, asked)) => Some(AskedNow { criterion, asked, gate: open.gate, round: open.number, again: false }),
            None => self.asked_by_cause(name, party),
        }
    }

    /// The party's latest answer, if it is still in sight: of this round, or of those that were taken along into it.
    pub(super) fn judgement(&self, now: &AskedNow, party: Name) -> Option<&Judged> {
        if now.again {
            return self.answered_since(now.criterion.name, party);
        }
        let rounds = self.opened.iter().rev().filter(|o| o.gate == now.gate);
        let first = rounds.take_while_inclusive(|o| o.carries).last().map_or(1, |o| o.number);
        let in_sight =
            |j: &&Judged| j.criterion == now.criterion.name && j.party == party && j.gate == now.gate && j.round >= first;
        self.judged.iter().rev().find(in_sight).filter(|judged| !judged.void)
    }

    /// Whether what is named of a document changed after this moment (law 4): by field, or by file.
    pub(super) fn changed_after(&self, on: (Name, Option<Name>), at: usize) -> bool {
        self.sent.iter().rev().take_while(|sent| sent.at > at).any(|sent| self.touches(sent, on))
    }

    /// Whether a submission changed what is named of a document.
    fn touches(&self, sent: &Sent, on: (Name, Option<Name>)) -> bool {
        let first = || self.sent.iter().find(|s| s.document == on.0).is_some_and(|s| s.at == sent.at);
        sent.document == on.0 && on.1.is_none_or(|field| sent.file || sent.changed.contains(&field) || first())
    }

    pub(super) fn is_stale(&self, now: &AskedNow, judged: &Judged) -> bool {
        let again = now.again || (judged.round == now.round && !self.asked_again_to_judge(judged.criterion, judged.party));
        let moved = |on: &(Name, Option<Name>)| self.changed_after(*on, judged.at) || self.ran_out(on.0, judged.at);
        !again
            || now.asked.on.iter().any(|on| moved(on) || self.never_saw(judged, on.0))
            || self.organisation_changed(now, judged)
    }

    /// Whether an answer names nothing of a document that is there (law 4): it was given on the terms of a gate that did not
    /// ask about it, and is asked now on those of another.
    fn never_saw(&self, judged: &Judged, document: Name) -> bool {
        let then = world::asking(world::criterion(judged.criterion), judged.gate);
        self.latest(document).is_some() && !then.is_some_and(|asked| asked.on.iter().any(|(name, _)| *name == document))
    }

    /// Whether somebody wrote everything that an answer would rest on.
    pub(super) fn wrote_all(&self, now: &AskedNow) -> impl Fn(u8) -> bool + use<> {
        let there: Vec<u8> = now.asked.on.iter().filter_map(|(d, _)| self.latest(d)).map(|sent| sent.author).collect();
        let applies = !self.relaxed || now.criterion.legal;
        move |person| applies && !there.is_empty() && there.iter().all(|author| *author == person)
    }

    pub(super) fn judge_poll<'a>(
        &self,
        now: &AskedNow,
        party: Name,
        judging: &Judging,
        own: &'a dyn Fn(u8) -> bool,
    ) -> Poll<'a> {
        let name = now.criterion.name;
        let answered = self.judged.iter().rev().find(|j| j.criterion == name && j.party == party).map_or(0, |j| j.at);
        // Who voted on evidence that changed since voted on something else (law 4).
        let touches = |sent: &&Sent| now.asked.on.iter().any(|on| self.touches(sent, *on));
        let changed = self.sent.iter().rev().find(touches).map(|sent| sent.at);
        Poll {
            party,
            rule: the_party(party).rule,
            matter: Matter::Judge(name, now.gate, now.round),
            choice: Choice::Judge(judging.answer, judging.practice),
            own,
            since: answered.max(changed.unwrap_or(0)).max(self.decided_at()).max(self.left).max(self.turned),
        }
    }

    pub(super) fn breaks_judging(&self, who: u8, party: Name, judging: &Judging) -> Broken {
        let mut broken = Broken::new();
        if !self.involved(party) {
            broken.insert(6);
        }
        let Some(now) = self.asked_now(judging.criterion, party) else {
            broken.insert(if self.knows(judging.criterion) { 2 } else { 19 });
            return broken;
        };
        match judging.answer {
            Answer::Met => broken.extend(self.unproven(&now, judging.practice)),
            Answer::NotApplicable if !now.criterion.not_applicable => broken.extend([2]),
            _ if !judging.reason => broken.extend([10]),
            _ => {}
        }
        broken.extend(self.breaks_vote(who, &self.judge_poll(&now, party, judging, &self.wrote_all(&now))));
        broken
    }

    /// Law 11: *met* needs its evidence, in practice where that is demanded.
    fn unproven(&self, now: &AskedNow, practice: bool) -> Broken {
        let missing = now.asked.on.iter().any(|(d, _)| self.latest(d).is_none());
        let unproven = missing || (now.asked.practice && !practice) || self.rests_on_gap(now);
        let unproven = unproven.then_some(11);
        // What ran out proves nothing (law 12).
        let expired = now.asked.on.iter().any(|(d, _)| self.is_expired(d)).then_some(12);
        unproven.into_iter().chain(expired).collect()
    }

    /// With a review go only answers that rest on that document alone (law 7).
    pub(super) fn breaks_judging_along(&self, who: u8, name: Name, party: Name, judging: &Judging) -> Broken {
        let mut broken = self.breaks_judging(who, party, judging);
        if let Some(now) = self.asked_now(judging.criterion, party)
            && (now.asked.on.is_empty() || now.asked.on.iter().any(|(d, _)| *d != name))
        {
            broken.insert(7);
        }
        broken
    }

    pub(super) fn take_judging(&mut self, who: u8, party: Name, judging: &Judging) {
        let now = self.asked_now(judging.criterion, party).unwrap();
        let own = self.wrote_all(&now);
        let poll = self.judge_poll(&now, party, judging, &own);
        if let Some(Choice::Judge(answer, practice)) = self.vote(who, &poll) {
            let (at, gate, round, on) = (self.clock, now.gate, now.round, self.meeting.unwrap_or(self.day));
            let (criterion, frozen) = (judging.criterion, self.frozen(&now));
            self.judged.push(Judged { at, gate, round, criterion, party, answer, practice, on, frozen, void: false });
        }
    }
}

/// Like `take_while`, with the first that stops it.
trait TakeWhileInclusive: Iterator + Sized {
    fn take_while_inclusive(self, goes_on: impl Fn(&Self::Item) -> bool) -> impl Iterator<Item = Self::Item> {
        let mut stopped = false;
        let mut this = self;
        std::iter::from_fn(move || {
            if stopped {
                return None;
            }
            let item = this.next()?;
            stopped = !goes_on(&item);
            Some(item)
        })
    }
}

impl<I: Iterator> TakeWhileInclusive for I {}
