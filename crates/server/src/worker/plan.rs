//! From events to letters in the outbox.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use engine::{Actor, Label, OrganisationId, PartyKey, ProjectId, Task};
use notification::{
    Language, Letterhead, Matter, Notice, Recipient, concerns, draft, greeting, moves_gate, plan, plan_gate,
    plan_organisation,
};
use persistence::{
    Addressee, Error, GREETING_MARK, LINK_MARK, Letter, NewLetter, NewLink, NewNotice, OrganisationView, ProjectView,
    Roster, Store, Unplanned,
};
use tracing::error;

use super::Worker;
use crate::council::new_link;

/// Events planned in one transaction.
const EVENTS: u32 = 200;

impl Worker {
    /// Plans the oldest events of an organisation and of its projects; tells whether there were any.
    pub(super) async fn plan(&self, organisation: OrganisationId) -> Result<bool, Error> {
        let view = self.store.organisation(organisation).await?;
        let own = self.plan_own(&view).await?;
        Ok(self.plan_projects(&view).await? || own)
    }

    /// What happened in the organisation itself.
    async fn plan_own(&self, view: &OrganisationView) -> Result<bool, Error> {
        let events = self.store.unplanned_of_organisation(view.id, EVENTS).await?;
        if events.is_empty() {
            return Ok(false);
        }
        let roster = self.store.roster(view.id).await?;
        let people = recipients(&roster);
        let names = roster
            .parties
            .values()
            .map(|party| (party.key.clone(), Label { nl: party.name_nl.clone(), en: party.name_en.clone() }));
        let names: BTreeMap<PartyKey, Label> = names.collect();
        let notices = events.iter().flat_map(|event| plan_organisation(&roster.organisation, &people, &names, event));
        let letters = letters_of(&self.store, &self.letterhead(view, &view.name), &people, notices);
        let stored = self.store.planned_of_organisation(view.id, &events, letters).await?;
        metrics::counter!("trechter_mail_total", "state" => "planned").increment(stored);
        Ok(true)
    }

    async fn plan_projects(&self, view: &OrganisationView) -> Result<bool, Error> {
        let organisation = view.id;
        let mut events = self.store.unplanned(organisation, EVENTS).await?;
        if events.is_empty() {
            return Ok(false);
        }
        let concerned: BTreeSet<_> = events.iter().filter(|e| concerns(&e.recorded.event)).map(|e| e.project).collect();
        let mut projects = BTreeMap::new();
        if !concerned.is_empty() {
            // As they are now: nobody is asked about a version that was replaced.
            for (id, project) in self.store.projects_now(organisation, concerned.into_iter().collect()).await? {
                match project {
                    Ok(project) => drop(projects.insert(id, project)),
                    // One project that cannot be read must not keep the mail of all others waiting.
                    Err(problem) => {
                        error!(project = %id, error = %problem, "no mail is planned for a damaged project");
                        events.retain(|event| event.project != id);
                    }
                }
            }
        }
        if events.is_empty() {
            return Ok(false);
        }
        let stored = self.store.planned(organisation, &events, self.letters(view, &projects, &events)).await?;
        metrics::counter!("trechter_mail_total", "state" => "planned").increment(stored);
        Ok(true)
    }

    fn letters(
        &self,
        view: &OrganisationView,
        projects: &BTreeMap<ProjectId, ProjectView>,
        events: &[Unplanned],
    ) -> Vec<NewLetter> {
        let mut by_project: BTreeMap<ProjectId, Vec<&Unplanned>> = BTreeMap::new();
        for event in events {
            by_project.entry(event.project).or_default().push(event);
        }
        let mut known: Option<(Arc<Roster>, notification::Roster)> = None;
        let mut letters = Vec::new();
        for (id, events) in by_project {
            let Some(project) = projects.get(&id) else { continue };
            if known.as_ref().is_none_or(|(roster, _)| !Arc::ptr_eq(roster, &project.roster)) {
                known = Some((Arc::clone(&project.roster), recipients(&project.roster)));
            }
            let Some((_, roster)) = &known else { continue };
            let (funnel, state) = (&project.definition.funnel, &project.state);
            let mut notices: Vec<Notice> =
                events.iter().flat_map(|event| plan(funnel, state, roster, &event.recorded)).collect();
            let moving: Vec<_> = events.iter().filter(|event| moves_gate(&event.recorded.event)).collect();
            // What waits for whom costs more than a letter: it is asked once, and only where it can matter.
            if !moving.is_empty() {
                let tasks = self.tasks(project);
                notices.extend(moving.iter().flat_map(|event| plan_gate(funnel, state, roster, &event.recorded, &tasks)));
            }
            letters.extend(letters_of(&self.store, &self.letterhead(view, &project.title), roster, notices));
        }
        letters
    }

    fn tasks(&self, project: &ProjectView) -> Vec<Task> {
        let context = engine::Context {
            actor: &Actor::System,
            now: self.store.now(),
            parties: &project.roster.members,
            organisation: &project.roster.organisation,
            on_behalf_of: None,
            calendar: self.store.calendar(),
            migrate_to: None,
            submission: None,
        };
        engine::tasks(&project.definition.funnel, &project.state, &context)
    }

    fn letterhead(&self, view: &OrganisationView, title: &str) -> Letterhead {
        Letterhead {
            organisation: view.name.clone(),
            phone: Some(view.phone.clone()).filter(|phone| !phone.is_empty()),
            public_url: self.public_url.clone(),
            project: title.to_owned(),
        }
    }
}

/// People of a body have no account: their letter holds a link of its own.
fn personal(store: &Store, notice: &Notice) -> Option<NewLink> {
    let Matter::ToBody(to_body) = &notice.matter else { return None };
    let due = to_body.until.unwrap_or(notice.on).max(notice.on);
    Some(new_link(store, notice.to, notice.project, to_body.consultation, due))
}

/// The letters about one project, or about the organisation: whoever is told the same in the same language shares one.
fn letters_of(
    store: &Store,
    letterhead: &Letterhead,
    roster: &notification::Roster,
    notices: impl IntoIterator<Item = Notice>,
) -> Vec<NewLetter> {
    let mut seen = HashSet::new();
    let mut shared: Vec<(Notice, Language, Vec<Addressee>)> = Vec::new();
    for notice in notices {
        let Some(recipient) = roster.people.get(&notice.to) else { continue };
        if !seen.insert((notice.sequence, notice.to, notice.kind())) {
            continue;
        }
        let words = greeting(recipient);
        let link = personal(store, &notice);
        let to = Addressee { person: notice.to, greeting: words.text, greeting_html: words.html, link };
        let same = |(of, language, _): &&mut (Notice, Language, _)| {
            *language == recipient.language && of.sequence == notice.sequence && of.matter == notice.matter
        };
        match shared.iter_mut().find(same) {
            Some((_, _, addressees)) => addressees.push(to),
            None => shared.push((notice, recipient.language, vec![to])),
        }
    }
    shared.into_iter().filter_map(|(notice, language, to)| letter(&notice, language, letterhead, to)).collect()
}

/// Everybody who can get mail: who was erased has no address.
fn recipients(roster: &Roster) -> notification::Roster {
    let people = roster.persons.values().filter(|person| !person.email.is_empty()).map(|person| {
        let language = Language::find(&person.language).unwrap_or(Language::Nl);
        (person.id, Recipient { name: person.name.clone(), email: person.email.clone(), language })
    });
    notification::Roster { people: people.collect(), parties: roster.members.clone() }
}

fn letter(notice: &Notice, language: Language, letterhead: &Letterhead, to: Vec<Addressee>) -> Option<NewLetter> {
    let path = if matches!(notice.matter, Matter::ToBody(_)) { LINK_MARK.to_owned() } else { notice.path() };
    let letter = draft(notice, letterhead, language, GREETING_MARK, &path);
    let letter = letter.map_err(|error| error!(%error, "a letter could not be written")).ok()?;
    let data = serde_json::to_value(&notice.matter).map_err(|error| error!(%error, "a notice could not be kept")).ok()?;
    let notices = vec![NewNotice {
        project: notice.project,
        sequence: notice.sequence,
        kind: notice.kind().as_str().to_owned(),
        data,
    }];
    let letter = Letter { subject: letter.subject, text: letter.text, html: letter.html };
    Some(NewLetter { notices, letter, to })
}
