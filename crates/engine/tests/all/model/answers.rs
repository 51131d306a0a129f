//! Facts, documents and reviews, and standing by earlier answers (laws 2, 4, 5 and 6).

use super::acts::{Dates, Judging};
use super::judging::AskedNow;
use super::parties::{Choice, Matter, Poll};
use super::world::{Name, When, document, the_party};
use super::{Broken, Confirmed, Model, Reviewed, Sent, Told};

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
