//! Who hears which news. Planned against the project as it is now: nobody is asked what is settled by then.

use std::collections::{BTreeMap, BTreeSet};

use engine::{
    AdviceVerdict, ArtefactKey, ConditionEvent, ConsultationEvent, Demand, DutyEvent, EmergencyEnd, EmergencyEvent, Event,
    Evidence, ExpiryEvent, Funnel, Label, PartyKey, PersonId, Project, Recorded, SignalKind, Step, Subject, Terms, UseEvent,
    Verdict, Waiter, Writer,
};
use engine::{ChangeEvent, EvidenceId, SignalEvent, TaskKind};

use super::{News, NewsKind};
use crate::notice::{Matter, Roster};

/// Whether an event can be news at all. What a member of a body says among its members never is (law 9).
pub(crate) fn concerns(event: &Event) -> bool {
    if event.private_to().is_some() {
        return false;
    }
    matches!(event, Event::OnBehalf { .. })
        || matches!(event, Event::RevisionReviewed { verdict: Verdict::RequestChanges, .. })
        || matches!(
            event,
            Event::ProjectStarted { .. }
                | Event::Consultation { .. }
                | Event::Condition { .. }
                | Event::ExtraDecisionCalled { .. }
                | Event::RecordContested { .. }
                | Event::EvidenceChanged { .. }
                | Event::Expiry { .. }
                | Event::Duty { .. }
                | Event::Change { .. }
                | Event::Signal { .. }
                | Event::Use { .. }
                | Event::Emergency(_)
                | Event::TaskOverdue { task: TaskKind::MeetCondition(_) | TaskKind::DoDuty(_), .. }
        )
}

/// The news that an event is, for each person who should hear it; never for who made it happen.
pub(crate) fn plan(funnel: &Funnel, project: &Project, roster: &Roster, recorded: &Recorded) -> BTreeMap<PersonId, Matter> {
    let mut told = Told { funnel, project, roster, matters: BTreeMap::new() };
    if !concerns(&recorded.event) {
        return told.matters;
    }
    told.event(recorded.event.answer());
    if let Event::OnBehalf { on_behalf, party, contest_until, event, .. } = &recorded.event {
        // The people of a body hear of it with their own letter, which holds a link.
        if !matches!(**event, Event::Consultation { .. }) {
            let news = News { date: *contest_until, ..told.about_party(NewsKind::RecordMade, party) };
            told.tell(told.chairs(party).chain([on_behalf.person]).collect(), &news);
        }
    }
    if let Subject::Person { id, .. } = &recorded.by {
        told.matters.remove(id);
    }
    told.matters
}

fn plain(kind: NewsKind) -> News {
    News::plain(kind)
}

/// Who is told what.
struct Told<'a> {
    funnel: &'a Funnel,
    project: &'a Project,
    roster: &'a Roster,
    matters: BTreeMap<PersonId, Matter>,
}

impl<'a> Told<'a> {
    fn event(&mut self, event: &Event) {
        match event {
            Event::ProjectStarted { .. } => self.started(),
            Event::RevisionReviewed { on, party, verdict: Verdict::RequestChanges, .. } => self.changes_requested(on, party),
            Event::Consultation { consultation, event } => self.consultation(*consultation, event),
            Event::Condition { condition, event } => self.condition(*condition, event),
            Event::TaskOverdue { task: TaskKind::MeetCondition(number), due } => {
                let Some(terms) = self.terms(*number) else { return };
                let news = News { date: Some(*due), ..self.of_condition(NewsKind::ConditionOverdue, *number, terms) };
                self.tell(self.waiting(&terms.owner).chain([self.project.lead]).collect(), &news);
            }
            Event::TaskOverdue { task: TaskKind::DoDuty(key), due } => {
                let Some(duty) = self.funnel.duty(key) else { return };
                let news = News { about: Some(duty.name.clone()), date: Some(*due), ..plain(NewsKind::DutyOverdue) };
                self.tell(self.members(&duty.party).chain([self.project.lead]).collect(), &news);
            }
            Event::Duty { duty, event: DutyEvent::Began { due, .. } } => {
                let Some(duty) = self.funnel.duty(duty) else { return };
                let news = News { about: Some(duty.name.clone()), date: Some(*due), ..plain(NewsKind::DutyBegan) };
                self.tell(self.members(&duty.party).collect(), &news);
            }
            Event::Expiry { artefact, event } => self.expiry(artefact, event),
            Event::ExtraDecisionCalled { condition, due } if self.project.extra.contains_key(condition) => {
                let news = News { number: Some(*condition), date: Some(*due), ..plain(NewsKind::ExtraDecision) };
                let owner: Vec<_> =
                    self.terms(*condition).into_iter().flat_map(|terms| self.waiting(&terms.owner)).collect();
                self.tell(self.deciders().chain(owner).chain([self.project.lead]).collect(), &news);
            }
            Event::RecordContested { record, .. } => {
                let news = News { number: Some(*record), ..plain(NewsKind::RecordContested) };
                self.tell(self.deciding_chairs().chain([self.project.lead]).collect(), &news);
            }
            Event::EvidenceChanged { evidence, .. } => self.evidence(evidence),
            other => self.in_use(other),
        }
    }

    /// Law 6: who takes part from the first phase hears it at the start. A body hears when it is asked, in its own letter.
    fn started(&mut self) {
        let phase = self.funnel.phase(&self.project.phase).map(|phase| phase.name.clone());
        let news = News { about: phase, ..plain(NewsKind::Involved) };
        let gates = || self.funnel.phases.iter().filter_map(|phase| phase.gate.as_ref());
        let is_body = |party: &PartyKey| gates().flat_map(|gate| &gate.consultations).any(|kind| kind.body == *party);
        let parties = self.project.involved.keys().filter(|party| !is_body(party));
        let people: Vec<_> = parties.flat_map(|party| self.members(party)).collect();
        self.tell(people.into_iter().chain([self.project.lead]).collect(), &news);
    }

    /// Whoever wrote the revision, and the lead; not when it was replaced since, or the party thought better of it.
    fn changes_requested(&mut self, on: &Evidence, party: &PartyKey) {
        let Some(document) = self.project.artefacts.get(&on.artefact) else { return };
        let review = document.reviews.get(party).filter(|review| review.verdict == Verdict::RequestChanges);
        let stands = document.current.number == on.revision && review.is_some_and(|r| r.revision == on.revision);
        let Some(kind) = self.funnel.artefact(&on.artefact).filter(|_| stands) else { return };
        let about = Some(kind.name.clone());
        let news = News { about, artefact: Some(on.artefact.clone()), ..plain(NewsKind::ChangesRequested) };
        self.tell(document.current.authors.iter().copied().chain([self.project.lead]).collect(), &news);
    }

    fn in_use(&mut self, event: &Event) {
        match event {
            Event::Change { change, event: ChangeEvent::Reported { kind, reopened, .. } } => {
                let about = self.funnel.change_kind(kind).map(|kind| kind.name.clone());
                let date = Some(reopened.due);
                let news = News { about, date, number: Some(*change), ..plain(NewsKind::ChangeReported) };
                let asked = reopened.artefacts.values().flatten().chain(reopened.criteria.values().flat_map(|c| &c.parties));
                let asked: Vec<_> = asked.flat_map(|party| self.members(party)).collect();
                self.tell(asked.into_iter().chain([self.project.lead]).collect(), &news);
            }
            Event::Signal { signal, event: SignalEvent::Reported { kind, on, .. } } => {
                let word = match kind {
                    SignalKind::Incident => "incident",
                    SignalKind::DataBreach => "data_breach",
                    SignalKind::Complaint => "complaint",
                    SignalKind::Experience => "experience",
                };
                let (number, word) = (Some(*signal), Some(word.to_owned()));
                let news = News { number, date: Some(*on), word, ..plain(NewsKind::SignalReported) };
                self.tell(self.guards().chain([self.project.lead]).collect(), &news);
            }
            Event::Use { party, event } => {
                let kind = match event {
                    UseEvent::Suspended { .. } => NewsKind::UseSuspended,
                    UseEvent::Resumed { .. } => NewsKind::UseResumed,
                };
                let news = self.about_party(kind, party);
                self.tell(self.guards().chain(self.involved()).chain([self.project.lead]).collect(), &news);
            }
            Event::Emergency(EmergencyEvent::Allowed { party, until, told, .. }) => {
                let news = News { date: Some(*until), ..self.about_party(NewsKind::EmergencyAllowed, party) };
                self.tell(self.involved().chain([self.project.lead]).collect(), &news);
                // The body hears it in its own words, also where it takes part.
                let news = News { date: Some(*until), ..self.about_party(NewsKind::EmergencyTold, told) };
                self.tell(self.members(told).chain(self.coaches(told)).collect(), &news);
            }
            Event::Emergency(EmergencyEvent::Ended { how }) => {
                let word = match how {
                    EmergencyEnd::Term => "term",
                    EmergencyEnd::Early { .. } => "early",
                    EmergencyEnd::WentLive => "went_live",
                    EmergencyEnd::Stopped => "stopped",
                };
                let news = News { word: Some(word.to_owned()), ..plain(NewsKind::EmergencyEnded) };
                let told: Vec<_> = self.funnel.emergency.iter().flat_map(|rules| self.members(&rules.tell)).collect();
                self.tell(self.involved().chain(told).chain([self.project.lead]).collect(), &news);
            }
            _ => {}
        }
    }

    fn consultation(&mut self, number: u32, event: &ConsultationEvent) {
        let Some(known) = self.project.consultations.standing.get(&number) else { return };
        let (kind, date) = match event {
            ConsultationEvent::Established { advice, .. } | ConsultationEvent::Volunteered { advice, .. }
                if !known.is_asked() =>
            {
                let withheld = advice.verdict == AdviceVerdict::ConsentWithheld;
                (if withheld { NewsKind::ConsentWithheld } else { NewsKind::AdviceGiven }, None)
            }
            ConsultationEvent::Requested { .. } if known.step == Step::Requested => (NewsKind::AdviceRequested, None),
            ConsultationEvent::ExtensionAsked { until, .. } if known.extension_asked == Some(*until) => {
                (NewsKind::TimeAsked, Some(*until))
            }
            ConsultationEvent::TermPassed if known.is_asked() => (NewsKind::TermPassed, known.term.map(|term| term.due)),
            _ => return,
        };
        let word = match event {
            ConsultationEvent::Established { advice, .. } | ConsultationEvent::Volunteered { advice, .. } => {
                Some(verdict(advice.verdict).to_owned())
            }
            _ => None,
        };
        let news = News { number: Some(number), date, word, ..self.about_party(kind, &known.body) };
        if kind == NewsKind::ConsentWithheld {
            self.tell(self.deciding_chairs().collect(), &news);
        }
        self.tell([self.project.lead].into(), &news);
    }

    fn condition(&mut self, number: u32, event: &ConditionEvent) {
        let Some(open) = self.project.conditions.open.get(&number) else { return };
        let terms = &open.terms;
        let to_owner = |kind| (kind, self.waiting(&terms.owner).collect::<BTreeSet<_>>());
        let (kind, people) = match event {
            ConditionEvent::Opened { .. } => to_owner(NewsKind::ConditionAssigned),
            ConditionEvent::Reported { .. } if open.reported.is_some() => {
                (NewsKind::ConditionReported, self.members(&terms.accepted_by).collect())
            }
            ConditionEvent::Reminded { due } if open.reported.is_none() && terms.due == *due => {
                to_owner(NewsKind::ConditionNear)
            }
            ConditionEvent::SentBack { .. } if open.reported.is_none() => to_owner(NewsKind::ConditionSentBack),
            ConditionEvent::Postponed { .. } => to_owner(NewsKind::ConditionPostponed),
            _ => return,
        };
        let news = self.of_condition(kind, number, terms);
        self.tell(people, &news);
    }

    fn expiry(&mut self, artefact: &ArtefactKey, event: &ExpiryEvent) {
        let (kind, revision, until) = match event {
            ExpiryEvent::Expiring { revision, until } => (NewsKind::DocumentExpires, revision, until),
            ExpiryEvent::Expired { revision, until, .. } => (NewsKind::DocumentExpired, revision, until),
            ExpiryEvent::Renewed { .. } => return,
        };
        let current = self.project.artefacts.get(artefact).map(|document| document.current.number);
        let Some(document) = self.funnel.artefact(artefact).filter(|_| current == Some(*revision)) else { return };
        let news =
            News { about: Some(document.name.clone()), artefact: Some(artefact.clone()), date: Some(*until), ..plain(kind) };
        let writers: BTreeSet<_> = document.written_by.iter().flat_map(|writer| self.writers(writer)).collect();
        let nobody = writers.is_empty();
        self.tell(writers, &news);
        if nobody || kind == NewsKind::DocumentExpired {
            self.tell([self.project.lead].into(), &news);
        }
    }

    /// Whoever answered on evidence that changed, and the lead.
    fn evidence(&mut self, evidence: &EvidenceId) {
        let about = self.funnel.evidence.iter().find(|kind| kind.key == evidence.kind).map(|kind| kind.name.clone());
        let news = News { about, ..plain(NewsKind::EvidenceChanged) };
        let judgements = self.project.round.iter().flat_map(|round| round.judgements.values().flatten());
        let resting = judgements.filter(|(_, judgement)| judgement.organisation.iter().any(|f| f.evidence == *evidence));
        let parties: BTreeSet<&PartyKey> = resting.map(|(party, _)| party).collect();
        let people: BTreeSet<_> = parties.into_iter().flat_map(|party| self.members(party)).collect();
        self.tell(people.into_iter().chain([self.project.lead]).collect(), &news);
    }

    fn terms(&self, condition: u32) -> Option<&'a Terms> {
        self.project.conditions.open.get(&condition).map(|open| &open.terms)
    }

    fn of_condition(&self, kind: NewsKind, number: u32, terms: &Terms) -> News {
        let (about, artefact) = match &terms.demand {
            Demand::Document { artefact, .. } => {
                (self.funnel.artefact(artefact).map(|kind| kind.name.clone()), Some(artefact.clone()))
            }
            Demand::Criterion { criterion, .. } => (self.funnel.criterion(criterion).map(|c| c.question.clone()), None),
            Demand::Agreed | Demand::Closing { .. } => (None, None),
        };
        News { about, artefact, number: Some(number), date: Some(terms.due), ..plain(kind) }
    }

    fn about_party(&self, kind: NewsKind, party: &PartyKey) -> News {
        let unnamed = || Label { nl: party.to_string(), en: party.to_string() };
        let name = self.funnel.party(party).map_or_else(unnamed, |party| party.name.clone());
        News { about: Some(name), ..plain(kind) }
    }

    fn members(&self, party: &PartyKey) -> impl Iterator<Item = PersonId> + use<'a> {
        self.roster.parties.of(party).iter().map(|member| member.person)
    }

    fn chairs(&self, party: &PartyKey) -> impl Iterator<Item = PersonId> + use<'a> {
        self.roster.parties.of(party).iter().filter(|member| member.chair).map(|member| member.person)
    }

    fn coaches(&self, body: &PartyKey) -> Vec<PersonId> {
        self.funnel.coach(body).into_iter().flat_map(|coach| self.members(coach)).collect()
    }

    fn waiting(&self, waiter: &Waiter) -> Box<dyn Iterator<Item = PersonId> + 'a> {
        match waiter {
            Waiter::Party(party) => Box::new(self.members(party)),
            Waiter::Person(person) => Box::new([*person].into_iter()),
        }
    }

    fn writers(&self, writer: &Writer) -> Vec<PersonId> {
        match writer {
            Writer::Lead => vec![self.project.lead],
            Writer::Party(party) => self.members(party).collect(),
        }
    }

    fn involved(&self) -> impl Iterator<Item = PersonId> + use<'a> {
        let roster = self.roster;
        self.project.involved.keys().flat_map(|party| roster.parties.of(party)).map(|member| member.person)
    }

    /// Who decides the gate of this phase.
    fn decider(&self) -> Option<&'a PartyKey> {
        let phase = self.funnel.phase(&self.project.phase).and_then(|phase| phase.gate.as_ref());
        self.funnel.open_gate(self.project).or(phase).map(|gate| &gate.decided_by)
    }

    fn deciders(&self) -> impl Iterator<Item = PersonId> + use<'a> {
        let roster = self.roster;
        self.decider().into_iter().flat_map(|party| roster.parties.of(party)).map(|member| member.person)
    }

    fn deciding_chairs(&self) -> impl Iterator<Item = PersonId> + use<'a> {
        let roster = self.roster;
        let members = self.decider().into_iter().flat_map(|party| roster.parties.of(party));
        members.filter(|member| member.chair).map(|member| member.person)
    }

    /// Who handles signals, and who may suspend the use.
    fn guards(&self) -> impl Iterator<Item = PersonId> + use<'a> {
        let (roster, decider) = (self.roster, self.decider());
        let rules = self.funnel.signals.iter();
        let parties = rules.flat_map(|rules| rules.suspended_by.iter().chain([&rules.handled_by])).chain(decider);
        parties.flat_map(|party| roster.parties.of(party)).map(|member| member.person)
    }

    fn tell(&mut self, people: BTreeSet<PersonId>, news: &News) {
        self.matters.extend(people.into_iter().map(|person| (person, Matter::News(news.clone()))));
    }
}

fn verdict(verdict: AdviceVerdict) -> &'static str {
    match verdict {
        AdviceVerdict::Positive => "positive",
        AdviceVerdict::PositiveWithPoints => "positive_with_points",
        AdviceVerdict::Negative => "negative",
        AdviceVerdict::ConsentGiven => "consent_given",
        AdviceVerdict::ConsentWithheld => "consent_withheld",
    }
}
