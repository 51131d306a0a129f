//! Where letters lead. People of a body have no account: what is no letter to their body leads to their own page, with a link
//! of its own, or, for who never got one, nowhere.

use std::collections::{BTreeMap, BTreeSet};

use engine::{Event, Funnel, OrganisationId, Parties, PartyKey, PersonId, ProjectId};
use notification::{Matter, NewsKind, Notice, Way};
use persistence::{Error, LINK_MARK, NewLink, Principal, Store, TimelineItem};

use crate::council::new_link;

/// What is known of people who cannot sign in.
#[derive(Debug, Default)]
pub(super) struct Ways {
    /// Each with the last consultation they got a link for and still belong to, by project.
    without_account: BTreeMap<PersonId, BTreeMap<ProjectId, u32>>,
}

/// Where one letter leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leads {
    /// To the screens.
    Screens,
    /// To the page of this consultation.
    Page(u32),
    /// Nowhere.
    Nowhere,
}

impl Leads {
    /// As letters know it; the path of a page comes with each addressee.
    pub(super) fn way(self) -> Way<'static> {
        match self {
            Self::Screens => Way::Screens,
            Self::Page(_) => Way::Page(LINK_MARK),
            Self::Nowhere => Way::Nowhere,
        }
    }
}

impl Ways {
    /// Looks up who of the people that `notices` are for cannot sign in: members of bodies and their coaches alone, in a few
    /// statements, and in none where no notice is for them.
    pub(super) async fn look_up(
        store: &Store,
        organisation: OrganisationId,
        funnels: &BTreeMap<ProjectId, (&Funnel, &Parties)>,
        notices: &[&Notice],
    ) -> Result<Self, Error> {
        let bodies: BTreeSet<PersonId> = funnels.values().flat_map(|(funnel, parties)| of_bodies(funnel, parties)).collect();
        let for_them = notices.iter().filter(|notice| match &notice.matter {
            Matter::ToBody(_) => false,
            Matter::News(news) => is_of_body(news.kind) || bodies.contains(&notice.to),
            Matter::PleaseReview { .. } | Matter::DecisionTaken { .. } => bodies.contains(&notice.to),
        });
        let people: BTreeSet<PersonId> = for_them.clone().map(|notice| notice.to).collect();
        if people.is_empty() {
            return Ok(Self::default());
        }
        let projects = for_them.map(|notice| notice.project).collect();
        let linked = store.without_account(organisation, people, projects).await?;
        let projects: BTreeSet<ProjectId> = linked.values().flat_map(BTreeMap::keys).copied().collect();
        let projects: Vec<ProjectId> = projects.into_iter().collect();
        let bodies = bodies_asked(store, organisation, &projects).await?;
        // Whoever went over to another body since reads the page of the old one no more.
        let belongs = |person: PersonId, project: ProjectId, number: u32| {
            let asked = bodies.get(&project).and_then(|asked| asked.get(&number)).zip(funnels.get(&project));
            asked.is_some_and(|(body, (funnel, parties))| funnel.deliberates(parties, body, person))
        };
        let last = |person, linked: BTreeMap<ProjectId, BTreeSet<u32>>| {
            let last = |project, numbers: BTreeSet<u32>| numbers.into_iter().rev().find(|n| belongs(person, project, *n));
            linked.into_iter().filter_map(|(project, numbers)| Some((project, last(project, numbers)?))).collect()
        };
        let without_account = linked.into_iter().map(|(person, linked)| (person, last(person, linked)));
        Ok(Self { without_account: without_account.collect() })
    }

    /// Where the letter with this notice leads.
    pub(super) fn of(&self, notice: &Notice) -> Leads {
        if let Matter::ToBody(to_body) = &notice.matter {
            return Leads::Page(to_body.consultation);
        }
        let Some(last) = self.without_account.get(&notice.to) else { return Leads::Screens };
        last.get(&notice.project).filter(|_| notice.only_tells()).map_or(Leads::Nowhere, |number| Leads::Page(*number))
    }
}

/// Which body each consultation of these projects asks.
async fn bodies_asked(
    store: &Store,
    organisation: OrganisationId,
    projects: &[ProjectId],
) -> Result<BTreeMap<ProjectId, BTreeMap<u32, PartyKey>>, Error> {
    if projects.is_empty() {
        return Ok(BTreeMap::new());
    }
    let logs = store.consultation_logs(&Principal::system(organisation), projects).await?;
    let asked = |item: &TimelineItem| match item.recorded.event.answer() {
        Event::Consultation { consultation, event } => Some((*consultation, event.begun_for()?.clone())),
        _ => None,
    };
    Ok(logs.into_iter().map(|(project, log)| (project, log.iter().filter_map(asked).collect())).collect())
}

/// The link that stands in a letter.
pub(super) fn link(store: &Store, notice: &Notice, leads: Leads) -> Option<NewLink> {
    let Leads::Page(consultation) = leads else { return None };
    let until = match &notice.matter {
        Matter::ToBody(to_body) => to_body.until,
        _ => None,
    };
    let due = until.unwrap_or(notice.on).max(notice.on);
    Some(new_link(store, notice.to, notice.project, consultation, due))
}

/// The members of the bodies that a funnel consults, and their coaches.
fn of_bodies(funnel: &Funnel, parties: &Parties) -> BTreeSet<PersonId> {
    let gates = funnel.phases.iter().filter_map(|phase| phase.gate.as_ref());
    let bodies = gates.flat_map(|gate| &gate.consultations).map(|kind| &kind.body);
    let with_coaches = bodies.flat_map(|body| std::iter::once(body).chain(funnel.coach(body)));
    let parties_of: BTreeSet<&PartyKey> = with_coaches.collect();
    parties_of.into_iter().flat_map(|party| parties.of(party)).map(|member| member.person).collect()
}

/// What the organisation asks or tells a body, about a funnel or its evidence.
fn is_of_body(kind: NewsKind) -> bool {
    matches!(kind, NewsKind::BodyAsked | NewsKind::BodyInformed | NewsKind::BodyReminded | NewsKind::BodyAnswered)
}
