//! From events to letters in the outbox.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use engine::{Actor, GateKey, Label, OrganisationId, PartyKey, ProjectId, Recorded, Task};
use notification::{
    Language, Letterhead, Notice, Recipient, Way, completes, concerns, draft, greeting, may_replace, moves_gate, plan,
    plan_gate, plan_organisation, plan_ready, plan_replaced, ready_round,
};
use persistence::{
    Addressee, Error, GREETING_MARK, GateTold, Letter, NewLetter, NewNotice, OrganisationView, ProjectView, Roster, Store,
    Unplanned,
};
use tracing::error;

use super::Worker;
use super::way::{Ways, link};

/// Events planned in one transaction.
const EVENTS: u32 = 200;

/// What was planned of a batch.
#[derive(Default)]
struct Planned {
    /// Who should know what, by project, with the people of that moment.
    notices: Vec<(ProjectId, Arc<notification::Roster>, Vec<Notice>)>,
    /// What is told, from now on, about gates that can be decided.
    told: Vec<GateTold>,
}

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
        let notices: Vec<Notice> =
            events.iter().flat_map(|event| plan_organisation(&roster.organisation, &people, &names, event)).collect();
        let ways = Ways::look_up(&self.store, view.id, &BTreeMap::new(), &notices.iter().collect::<Vec<_>>()).await?;
        let letters = letters_of(&self.store, &self.letterhead(view, &view.name), &people, &ways, notices);
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
        let told = self.store.gates_told(organisation, events.iter().map(|event| event.project).collect()).await?;
        // Of a project whose deciders know that they can decide, any event may be what takes that away.
        let matters = |e: &&Unplanned| concerns(&e.recorded.event) || told.contains_key(&e.project);
        let concerned: BTreeSet<_> = events.iter().filter(matters).map(|e| e.project).collect();
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
        let planned = self.notices(organisation, &projects, &events, &told).await?;
        let letters = self.letters(view, &projects, planned.notices).await?;
        let stored = self.store.planned_and_told(organisation, &events, letters, planned.told).await?;
        metrics::counter!("trechter_mail_total", "state" => "planned").increment(stored);
        Ok(true)
    }

    /// What people should know of these events, by project.
    async fn notices(
        &self,
        organisation: OrganisationId,
        projects: &BTreeMap<ProjectId, ProjectView>,
        events: &[Unplanned],
        told: &BTreeMap<ProjectId, (GateKey, u32)>,
    ) -> Result<Planned, Error> {
        let mut by_project: BTreeMap<ProjectId, Vec<&Recorded>> = BTreeMap::new();
        for event in events {
            by_project.entry(event.project).or_default().push(&event.recorded);
        }
        let mut planned = Planned::default();
        let mut known: Option<(Arc<Roster>, Arc<notification::Roster>)> = None;
        for (id, events) in by_project {
            let Some(project) = projects.get(&id) else { continue };
            if known.as_ref().is_none_or(|(roster, _)| !Arc::ptr_eq(roster, &project.roster)) {
                known = Some((Arc::clone(&project.roster), Arc::new(recipients(&project.roster))));
            }
            let Some((_, roster)) = &known else { continue };
            let (funnel, state) = (&project.definition.funnel, &project.state);
            let mut notices: Vec<Notice> = events.iter().flat_map(|event| plan(funnel, state, roster, event)).collect();
            let replacing: BTreeSet<String> =
                events.iter().filter_map(|event| may_replace(&event.event)).map(str::to_owned).collect();
            if !replacing.is_empty() {
                let answers = self.store.answers_on(organisation, id, replacing).await?;
                notices.extend(events.iter().filter_map(|event| plan_replaced(funnel, state, roster, event, &answers)));
            }
            // What waits for whom costs more than a letter: it is asked once, and only where it can matter.
            let told = told.get(&id);
            if told.is_some() || events.iter().any(|event| moves_gate(&event.event)) {
                let tasks = self.tasks(project);
                notices.extend(events.iter().flat_map(|event| plan_gate(funnel, state, roster, event, &tasks)));
                let ready = ready_round(state, &tasks);
                let last = events.iter().rev().find(|event| completes(&event.event));
                if let Some(last) = last.filter(|_| ready.is_some() && ready.as_ref() != told) {
                    notices.extend(plan_ready(funnel, state, roster, last, &tasks));
                    planned.told.push(GateTold { project: id, round: ready });
                } else if told.is_some() && ready.is_none() {
                    planned.told.push(GateTold { project: id, round: None });
                }
            }
            planned.notices.push((id, Arc::clone(roster), notices));
        }
        Ok(planned)
    }

    async fn letters(
        &self,
        view: &OrganisationView,
        projects: &BTreeMap<ProjectId, ProjectView>,
        planned: Vec<(ProjectId, Arc<notification::Roster>, Vec<Notice>)>,
    ) -> Result<Vec<NewLetter>, Error> {
        let funnels = planned.iter().filter(|(_, _, notices)| !notices.is_empty());
        let of = |id| projects.get(id).map(|project: &ProjectView| &project.definition.funnel);
        let funnels = funnels.filter_map(|(id, roster, _)| Some((*id, (of(id)?, &roster.parties)))).collect();
        let notices: Vec<&Notice> = planned.iter().flat_map(|(_, _, notices)| notices).collect();
        let ways = Ways::look_up(&self.store, view.id, &funnels, &notices).await?;
        let mut letters = Vec::new();
        for (id, roster, notices) in planned {
            let Some(project) = projects.get(&id) else { continue };
            letters.extend(letters_of(&self.store, &self.letterhead(view, &project.title), &roster, &ways, notices));
        }
        Ok(letters)
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

/// The letters about one project, or about the organisation: whoever is told the same in the same language, and is led the
/// same way, shares one.
fn letters_of(
    store: &Store,
    letterhead: &Letterhead,
    roster: &notification::Roster,
    ways: &Ways,
    notices: impl IntoIterator<Item = Notice>,
) -> Vec<NewLetter> {
    let mut seen = HashSet::new();
    let mut shared: Vec<(Notice, Language, Way<'static>, Vec<Addressee>)> = Vec::new();
    for notice in notices {
        let Some(recipient) = roster.people.get(&notice.to) else { continue };
        if !seen.insert((notice.sequence, notice.to, notice.kind())) {
            continue;
        }
        let words = greeting(recipient);
        let leads = ways.of(&notice);
        let (way, link) = (leads.way(), link(store, &notice, leads));
        let to = Addressee { person: notice.to, greeting: words.text, greeting_html: words.html, link };
        let same = |(of, language, led, _): &&mut (Notice, Language, Way<'_>, _)| {
            *language == recipient.language && *led == way && of.sequence == notice.sequence && of.matter == notice.matter
        };
        match shared.iter_mut().find(same) {
            Some((.., addressees)) => addressees.push(to),
            None => shared.push((notice, recipient.language, way, vec![to])),
        }
    }
    shared.into_iter().filter_map(|(notice, language, way, to)| letter(&notice, language, letterhead, way, to)).collect()
}

/// Everybody who can get mail: who was erased has no address.
fn recipients(roster: &Roster) -> notification::Roster {
    let people = roster.persons.values().filter(|person| !person.email.is_empty()).map(|person| {
        let language = Language::find(&person.language).unwrap_or(Language::Nl);
        (person.id, Recipient { name: person.name.clone(), email: person.email.clone(), language })
    });
    notification::Roster { people: people.collect(), parties: roster.members.clone() }
}

fn letter(
    notice: &Notice,
    language: Language,
    letterhead: &Letterhead,
    way: Way<'_>,
    to: Vec<Addressee>,
) -> Option<NewLetter> {
    let letter = draft(notice, letterhead, language, GREETING_MARK, way);
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
