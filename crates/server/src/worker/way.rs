//! Where letters lead. People of a body have no account: what is no letter to their body leads to their own page, with a link
//! of its own, or, for who never got one, nowhere.

use std::collections::{BTreeMap, BTreeSet};

use engine::{Funnel, OrganisationId, Parties, PartyKey, PersonId, ProjectId};
use notification::{Matter, NewsKind, Notice, Way};
use persistence::{Error, LINK_MARK, NewLink, Store};

use crate::council::new_link;

/// What is known of people who cannot sign in.
#[derive(Debug, Default)]
pub(super) struct Ways {
    /// Each with the last consultation they got a link for, by project.
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
    /// Looks up who of the people that `notices` are for cannot sign in: members of bodies and their coaches alone, in two
    /// statements, and in none where no notice is for them.
    pub(super) async fn look_up(
        store: &Store,
        organisation: OrganisationId,
        funnels: &[(&Funnel, &Parties)],
        notices: &[&Notice],
    ) -> Result<Self, Error> {
        let bodies: BTreeSet<PersonId> = funnels.iter().flat_map(|(funnel, parties)| of_bodies(funnel, parties)).collect();
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
        Ok(Self { without_account: store.without_account(organisation, people, projects).await? })
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
