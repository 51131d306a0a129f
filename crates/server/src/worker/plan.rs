//! From events to letters in the outbox.

use std::collections::{BTreeMap, HashSet};

use engine::{OrganisationId, ProjectId};
use notification::{Language, Letterhead, Matter, Notice, Recipient, plan, render_at};
use persistence::{
    Error, Letter, NewDelivery, NewLink, NewNotice, OrganisationView, Principal, ProjectView, Roster, Unplanned,
};
use tracing::error;

use super::Worker;
use crate::council::new_link;

/// Events planned in one transaction.
const EVENTS: u32 = 100;

impl Worker {
    /// Plans the oldest events of an organisation; tells whether there were any.
    pub(super) async fn plan(&self, organisation: OrganisationId) -> Result<bool, Error> {
        let events = self.store.unplanned(organisation, EVENTS).await?;
        if events.is_empty() {
            return Ok(false);
        }
        let view = self.store.organisation(organisation).await?;
        let mut by_project: BTreeMap<ProjectId, Vec<Unplanned>> = BTreeMap::new();
        for event in events {
            by_project.entry(event.project).or_default().push(event);
        }
        let mut did = false;
        for (project, events) in by_project {
            match self.plan_project(&view, project, &events).await {
                Ok(letters) => {
                    did = true;
                    metrics::counter!("trechter_mail_total", "state" => "planned").increment(letters);
                }
                // One project that cannot be read must not keep the mail of all others waiting.
                Err(Error::Corrupt { table, id }) => error!(%project, table, id, "no mail is planned for a damaged project"),
                Err(error) => return Err(error),
            }
        }
        Ok(did)
    }

    async fn plan_project(&self, view: &OrganisationView, project: ProjectId, events: &[Unplanned]) -> Result<u64, Error> {
        // As the project is now: nobody is asked about a version that was replaced.
        let current = self.store.project(&Principal::system(view.id), project).await?;
        let roster = recipients(&current.roster);
        let mut seen = HashSet::new();
        let notices =
            events.iter().flat_map(|event| plan(&current.definition.funnel, &current.state, &roster, &event.recorded));
        let notices = notices.filter(|notice| seen.insert((notice.sequence, notice.to, notice.kind())));
        let letterhead = self.letterhead(view, &current);
        let deliveries =
            notices.filter_map(|notice| self.delivery(&notice, &letterhead, roster.people.get(&notice.to)?)).collect();
        self.store.planned(view.id, events, deliveries).await
    }

    fn letterhead(&self, view: &OrganisationView, project: &ProjectView) -> Letterhead {
        Letterhead {
            organisation: view.name.clone(),
            phone: Some(view.phone.clone()).filter(|phone| !phone.is_empty()),
            public_url: self.public_url.clone(),
            project: project.title.clone(),
        }
    }

    fn delivery(&self, notice: &Notice, letterhead: &Letterhead, recipient: &Recipient) -> Option<NewDelivery> {
        let link = self.link(notice);
        let path = link.as_ref().map_or_else(|| notice.path(), |link| link.token.path());
        let letter = render_at(notice, letterhead, recipient, &path)
            .map_err(|error| error!(%error, "a letter could not be written"))
            .ok()?;
        let data =
            serde_json::to_value(&notice.matter).map_err(|error| error!(%error, "a notice could not be kept")).ok()?;
        let notices = vec![NewNotice {
            project: notice.project,
            sequence: notice.sequence,
            kind: notice.kind().as_str().to_owned(),
            data,
        }];
        let letter = Letter { subject: letter.subject, text: letter.text, html: letter.html };
        Some(NewDelivery { to: notice.to, notices, letter, link })
    }

    /// People of a body have no account: their letter holds a link of its own.
    fn link(&self, notice: &Notice) -> Option<NewLink> {
        let Matter::ToBody(to_body) = &notice.matter else { return None };
        let due = to_body.until.unwrap_or(notice.on).max(notice.on);
        Some(new_link(&self.store, notice.to, notice.project, to_body.consultation, due))
    }
}

/// Everybody who can get mail: who was erased has no address.
fn recipients(roster: &Roster) -> notification::Roster {
    let people = roster.persons.values().filter(|person| !person.email.is_empty()).map(|person| {
        let language = Language::find(&person.language).unwrap_or(Language::Nl);
        (person.id, Recipient { name: person.name.clone(), email: person.email.clone(), language })
    });
    notification::Roster { people: people.collect(), parties: roster.members.clone() }
}
