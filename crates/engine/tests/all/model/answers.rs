//! Facts, documents, reviews and judgements: what rests on what, and what went stale (laws 2, 4, 5, 6 and 11).

use super::acts::{Answer, Dates, Judging};
use super::parties::{Choice, Matter, Poll};
use super::world::{self, Asked, Criterion, Name, When, criterion, document, the_party};
use super::{Broken, Confirmed, Judged, Model, Reviewed, Sent, Told};

/// The party that confirms a lighter answer, where one must (law 5).
pub fn confirmed_by(fact: Name) -> Option<Name> {
    match fact {
        "impact" => Some("quality"),
        "personal" => Some("privacy"),
        _ => None,
    }
}

pub(super) fn heavier(fact: Name) -> Name {
    if fact == "impact" { "large" } else { "yes" }
}

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
    pub(super) fn last_told(&self, fact: Name) -> Option<&Told> {
        self.told.iter().rev().find(|told| told.fact == fact)
    }

    pub(super) fn told_value(&self, fact: Name) -> Option<Name> {
        self.last_told(fact).map(|told| told.value)
    }

    /// Whether the present answer was confirmed.
    pub(super) fn confirmed(&self, fact: Name) -> bool {
        let since = self.last_told(fact).map_or(0, |told| told.at);
        self.confirmed.iter().any(|confirmed| confirmed.fact == fact && confirmed.at > since && !confirmed.void)
    }

    /// The value that counts now (law 5).
    fn counts(&self, fact: Name) -> Name {
        match self.last_told(fact) {
            Some(told) if confirmed_by(fact).is_none() || self.confirmed(fact) => told.value,
            _ => heavier(fact),
        }
    }

    pub(super) fn holds(&self, when: When) -> bool {
        match when {
            When::Always => true,
            When::Middle => self.counts("impact") != "small",
            When::Personal => self.counts("personal") == "yes",
        }
    }

    pub(super) fn is_no_research(&self) -> bool {
        self.counts("research") == "no"
    }

    pub(super) fn take_told(&mut self, who: u8, fact: Name, value: Name) {
        // The same answer again keeps its confirmation.
        if self.last_told(fact).is_none_or(|told| told.value != value) {
            self.told.push(Told { at: self.clock, fact, value, by: who });
        }
    }

    pub(super) fn fact_poll<'a>(&self, fact: Name, value: Name, own: &'a dyn Fn(u8) -> bool) -> Poll<'a> {
        let party = confirmed_by(fact).unwrap();
        // Votes on an earlier answer, also one of the same value, were on something else.
        let told = self.last_told(fact).map_or(0, |told| told.at);
        let since = told.max(self.turned);
        Poll { party, rule: the_party(party).rule, matter: Matter::Fact(fact), choice: Choice::Fact(value), own, since }
    }

    pub(super) fn breaks_fact(&self, who: u8, fact: Name, value: Name) -> Broken {
        let Some(party) = confirmed_by(fact) else { return Broken::from([5]) };
        let mut broken = Broken::new();
        if !self.involved(party) {
            broken.insert(6);
        }
        let told = self.last_told(fact);
        if told.is_none_or(|told| told.value != value) {
            broken.insert(17);
        }
        let by = told.map(|told| told.by);
        if broken.is_empty() && !self.confirmed(fact) {
            broken.extend(self.breaks_vote(who, &self.fact_poll(fact, value, &|person| by == Some(person))));
        }
        broken
    }

    pub(super) fn take_fact(&mut self, who: u8, fact: Name, value: Name) {
        if self.confirmed(fact) {
            return;
        }
        let by = self.last_told(fact).map(|told| told.by);
        let own = |person| by == Some(person);
        if self.vote(who, &self.fact_poll(fact, value, &own)).is_some() {
            self.confirmed.push(Confirmed { at: self.clock, fact, void: false });
        }
    }

    pub(super) fn revisions(&self, name: Name) -> usize {
        self.sent.iter().filter(|sent| sent.document == name).count()
    }

    pub(super) fn latest(&self, name: Name) -> Option<&Sent> {
        self.sent.iter().rev().find(|sent| sent.document == name)
    }

    /// The same again changes nothing, unless it gives more time or is what a duty asks (laws 4 and 12).
    pub(super) fn breaks_submission(&self, name: Name, hash: u8, complete: bool, dates: Dates) -> Broken {
        let mut broken = self.breaks_dates(name, dates);
        let same = self.latest(name).filter(|sent| sent.hash == hash && sent.complete == complete);
        let longer = |sent: &Sent| self.last_day(name, dates.ends) > sent.until;
        if same.is_some_and(|sent| !longer(sent) && !self.duty_wants(name)) {
            broken.insert(4);
        }
        broken
    }

    pub(super) fn reviewers(&self, name: Name) -> impl Iterator<Item = Name> {
        document(name).reviewers.iter().filter(|(_, when)| self.holds(*when)).map(|(party, _)| *party)
    }

    pub(super) fn last_review(&self, name: Name, party: Name) -> Option<&Reviewed> {
        let last = self.reviewed.iter().rev().find(|r| r.document == name && r.party == party);
        last.filter(|review| !review.void)
    }

    pub(super) fn review_poll<'a>(&self, name: Name, party: Name, approve: bool, own: &'a dyn Fn(u8) -> bool) -> Poll<'a> {
        let answered = self.reviewed.iter().rev().find(|r| r.document == name && r.party == party).map_or(0, |r| r.at);
        Poll {
            party,
            rule: the_party(party).rule,
            matter: Matter::Review(name, self.revisions(name)),
            choice: Choice::Review(approve),
            own,
            since: answered.max(self.turned),
        }
    }

    pub(super) fn wrote(&self, name: Name) -> impl Fn(u8) -> bool + use<> {
        let author = self.latest(name).filter(|_| !self.relaxed).map(|sent| sent.author);
        move |person| author == Some(person)
    }

    pub(super) fn breaks_review(&self, who: u8, name: Name, party: Name, approve: bool, reason: bool) -> Broken {
        let mut broken = Broken::new();
        if !self.reviewers(name).any(|reviewer| reviewer == party) {
            broken.insert(2);
        }
        if !self.involved(party) {
            broken.insert(6);
        }
        if self.latest(name).is_none() {
            broken.insert(2);
        }
        if !approve && !reason {
            broken.insert(10);
        }
        broken.extend(self.breaks_vote(who, &self.review_poll(name, party, approve, &self.wrote(name))));
        broken
    }

    pub(super) fn take_review(&mut self, who: u8, name: Name, party: Name, approve: bool) {
        let own = self.wrote(name);
        let poll = self.review_poll(name, party, approve, &own);
        if let Some(Choice::Review(approve)) = self.vote(who, &poll) {
            let (at, revision) = (self.clock, self.revisions(name));
            self.reviewed.push(Reviewed { at, document: name, party, revision, approve, void: false });
        }
    }

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
        !again || now.asked.on.iter().any(moved) || self.organisation_changed(now, judged)
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

    fn repeats_review(&self, name: Name, party: Name) -> bool {
        let earlier = self.last_review(name, party);
        let again = self.asked_again_to_review(name, party);
        earlier.is_some_and(|r| r.approve && (again || r.revision != self.revisions(name)))
    }

    fn repeats_judgement(&self, now: &AskedNow, party: Name) -> Option<Judging> {
        let earlier = self.judgement(now, party).filter(|j| self.is_stale(now, j))?;
        let (criterion, answer, practice) = (earlier.criterion, earlier.answer, earlier.practice);
        Some(Judging { criterion, answer, practice, reason: true })
    }

    /// Standing by earlier answers, many in one act (law 4).
    pub(super) fn breaks_confirmation(&self, who: u8, party: Name, documents: &[Name], criteria: &[Name]) -> Broken {
        let mut broken = Broken::new();
        if documents.is_empty() && criteria.is_empty() {
            broken.insert(17);
        }
        if !self.involved(party) {
            broken.insert(6);
        }
        for name in documents {
            let reviews = self.reviewers(name).any(|reviewer| reviewer == party);
            if !reviews {
                broken.insert(2);
            } else if self.latest(name).is_none() || !self.repeats_review(name, party) {
                broken.insert(4);
            } else {
                broken.extend(self.breaks_review(who, name, party, true, true));
            }
        }
        for name in criteria {
            let Some(now) = self.asked_now(name, party) else {
                broken.insert(if self.knows(name) { 2 } else { 19 });
                continue;
            };
            match self.repeats_judgement(&now, party) {
                None => broken.extend([4]),
                Some(judging) => broken.extend(self.breaks_judging(who, party, &judging)),
            }
        }
        broken
    }

    pub(super) fn take_confirmation(&mut self, who: u8, party: Name, documents: &[Name], criteria: &[Name]) {
        for name in documents {
            self.take_review(who, name, party, true);
        }
        for name in criteria {
            let now = self.asked_now(name, party).unwrap();
            let judging = self.repeats_judgement(&now, party).unwrap();
            self.take_judging(who, party, &judging);
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
