//! Who hears what happens in the organisation itself. Planned against the organisation as it is now.

use std::collections::{BTreeMap, BTreeSet};

use engine::{
    ConsultationEvent, EvidenceId, Label, Organisation, OrganisationEvent, OrganisationRecorded, PartyKey, PersonId,
    ProjectId,
};

use super::{News, NewsKind};
use crate::notice::{Matter, Notice, Roster};

/// The notices that an event of the organisation gives, each person once and never who made it happen; `names` says what its
/// parties are called. What a member of a body said among its members is nobody's (law 9).
#[must_use]
pub fn plan(
    organisation: &Organisation,
    roster: &Roster,
    names: &BTreeMap<PartyKey, Label>,
    recorded: &OrganisationRecorded,
) -> Vec<Notice> {
    let told = Told { organisation, roster, names, recorded };
    let Some((mut people, news)) = told.event() else { return Vec::new() };
    if let Some(person) = recorded.by.person() {
        people.remove(&person);
    }
    let known = people.into_iter().filter(|person| roster.people.contains_key(person));
    let notice = |to| Notice {
        project: ProjectId(organisation.id.0),
        sequence: recorded.sequence,
        on: recorded.at.today,
        to,
        matter: Matter::News(news.clone()),
    };
    known.map(notice).collect()
}

struct Told<'a> {
    organisation: &'a Organisation,
    roster: &'a Roster,
    names: &'a BTreeMap<PartyKey, Label>,
    recorded: &'a OrganisationRecorded,
}

type Heard = (BTreeSet<PersonId>, News);

impl Told<'_> {
    fn event(&self) -> Option<Heard> {
        match &self.recorded.event {
            OrganisationEvent::EvidenceSubmitted { evidence, revision, authors, .. } => {
                let known = self.organisation.evidence.get(evidence)?;
                let waits = known.current.number == *revision
                    && known.judgement.as_ref().is_none_or(|judgement| judgement.revision != *revision);
                let kind = self.organisation.settings.evidence.get(&evidence.kind).filter(|_| waits)?;
                // Law 5: nobody judges what they helped write.
                let judges = self.members(&kind.judged_by).difference(authors).copied().collect();
                Some((judges, self.of_evidence(NewsKind::EvidenceToJudge, evidence)))
            }
            OrganisationEvent::EvidenceJudged { evidence, revision, sufficient: false, .. } => {
                let known = self.organisation.evidence.get(evidence)?;
                (known.current.number == *revision).then(|| self.to_owners(NewsKind::EvidenceInsufficient, evidence))?
            }
            OrganisationEvent::ExpiryNoted { evidence, valid_until } => {
                let known = self.organisation.evidence.get(evidence)?;
                let (people, news) = (known.valid_until() == Some(*valid_until))
                    .then(|| self.to_owners(NewsKind::EvidenceExpires, evidence))??;
                Some((people, News { date: Some(*valid_until), ..news }))
            }
            OrganisationEvent::Delegated { delegation, party, to, last, .. } => {
                self.organisation.delegations.standing.get(delegation)?;
                let news = News { date: Some(*last), ..self.about(NewsKind::StandIn, party) };
                Some(([*to].into(), news))
            }
            OrganisationEvent::Consultation { consultation, event } => self.consultation(*consultation, event),
            _ => None,
        }
    }

    fn consultation(&self, number: u32, event: &ConsultationEvent) -> Option<Heard> {
        let known = self.organisation.consultations.standing.get(&number)?;
        let kind = match event {
            ConsultationEvent::Opened { .. } if known.is_asked() => NewsKind::BodyAsked,
            ConsultationEvent::Informed { .. } => NewsKind::BodyInformed,
            ConsultationEvent::Reminded if known.is_asked() => NewsKind::BodyReminded,
            ConsultationEvent::Responded { .. } => NewsKind::BodyAnswered,
            _ => return None,
        };
        let body = &known.body;
        let coach = self.organisation.settings.bodies.get(body).and_then(|rules| rules.coached_by.as_ref());
        let mut people = if kind == NewsKind::BodyReminded {
            let chairs = self.roster.parties.of(body).iter().filter(|member| member.chair);
            chairs.map(|member| member.person).collect()
        } else {
            self.members(body)
        };
        people.extend(coach.into_iter().flat_map(|coach| self.members(coach)));
        let date = known.term.map(|term| term.due);
        Some((people, News { date, number: Some(number), ..self.about(kind, body) }))
    }

    fn to_owners(&self, kind: NewsKind, evidence: &EvidenceId) -> Option<Heard> {
        let owners = &self.organisation.settings.evidence.get(&evidence.kind)?.submitted_by;
        let people = owners.iter().flat_map(|party| self.members(party)).collect();
        Some((people, self.of_evidence(kind, evidence)))
    }

    fn of_evidence(&self, kind: NewsKind, evidence: &EvidenceId) -> News {
        let name = self.organisation.settings.evidence.get(&evidence.kind).map(|kind| kind.name.clone());
        News { about: name, ..News::plain(kind) }
    }

    fn about(&self, kind: NewsKind, party: &PartyKey) -> News {
        let unnamed = || Label { nl: party.to_string(), en: party.to_string() };
        let name = self.names.get(party).cloned().unwrap_or_else(unnamed);
        News { about: Some(name), ..News::plain(kind) }
    }

    fn members(&self, party: &PartyKey) -> BTreeSet<PersonId> {
        self.roster.parties.of(party).iter().map(|member| member.person).collect()
    }
}
