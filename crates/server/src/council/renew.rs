//! A new link in place of one that does not work, sent to the address that the organisation has. The answer is the same
//! whether or not there was such a link.

use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::Response;
use engine::{PersonId, ProjectId, Timestamp};
use notification::{BodyNews, Language, Letterhead, Matter, Notice, Recipient, ToBody, render_at};
use persistence::{Letter, LinkToken, NewLink, Store};
use time::{Date, Duration};

use super::pages::Plain;
use super::routes::{plain, words};
use super::visit::{Refused, Visit};
use crate::http::App;
use crate::http::outer::client_address;

/// How often one address can ask for new links in 15 minutes.
pub const RENEWALS: u32 = 20;
/// Calendar days that a link opens the page after the day on which the body should answer.
const DAYS: i64 = 60;

/// A link for somebody of a body: it opens the page until some time after `due`, so that what was done with the advice can
/// be read with the same link.
pub fn new_link(store: &Store, person: PersonId, project: ProjectId, consultation: u32, due: Date) -> NewLink {
    let last = due.checked_add(Duration::days(DAYS + 1)).unwrap_or(due);
    let until = Timestamp::from_utc(last.midnight().assume_utc());
    NewLink { token: store.new_link_token(), person, project, consultation, until }
}

/// `POST /raad/{token}/nieuw`.
pub async fn renew(app: &App, parts: &Parts, token: &str) -> Response {
    let address = client_address(parts, app.settings.proxies);
    let allowed = app.tries_link.take(address, std::time::Instant::now()).is_ok();
    if let Some(token) = LinkToken::parse(token).filter(|_| allowed)
        && let Err(Refused::Broken(error)) = send(app, token).await
    {
        return super::routes::broken(&error);
    }
    let t = words(&parts.headers);
    let lines = vec![t("council-renewed-text"), t("council-renewed-more")];
    plain(StatusCode::OK, &Plain { title: t("council-renewed-title"), lines, renew: None, go: None })
}

/// Sends a new link where there was one of somebody who still belongs to the body; otherwise nothing.
async fn send(app: &App, token: LinkToken) -> Result<(), Refused> {
    let store = &app.store;
    let Some(link) = store.link(&token).await? else { return Ok(()) };
    let visit = match Visit::of(store, token, link, store.now()).await {
        Ok(visit) => visit,
        Err(Refused::Gone) => return Ok(()),
        Err(broken) => return Err(broken),
    };
    let person = &visit.link.person;
    if person.email.is_empty() {
        return Ok(());
    }
    let today = visit.now.today;
    let due = visit.known().and_then(|known| known.term).map_or(today, |term| term.due.max(today));
    let link = new_link(store, person.id, visit.link.project, visit.story.number, due);
    if let Some(letter) = letter(app, &visit, &link) {
        // Too many asked for today is as silent as a link that nobody has.
        store.renew_link(visit.link.organisation.id, link, letter).await?;
    }
    Ok(())
}

fn letter(app: &App, visit: &Visit, link: &NewLink) -> Option<Letter> {
    let organisation = &visit.link.organisation;
    let body = visit.view.definition.funnel.party(&visit.story.body).map(|party| party.name.clone())?;
    let to_body = ToBody {
        consultation: visit.story.number,
        news: BodyNews::Renewed,
        body,
        right: visit.story.right,
        until: None,
        coached: !visit.coaches().is_empty(),
    };
    let notice = Notice {
        project: visit.link.project,
        sequence: visit.story.version,
        on: visit.now.today,
        to: link.person,
        matter: Matter::ToBody(to_body),
    };
    let letterhead = Letterhead {
        organisation: organisation.name.clone(),
        phone: Some(organisation.phone.clone()).filter(|phone| !phone.is_empty()),
        public_url: app.settings.public_url.origin(),
        project: visit.view.title.clone(),
    };
    let person = &visit.link.person;
    let language = Language::find(&person.language).unwrap_or_default();
    let recipient = Recipient { name: person.name.clone(), email: person.email.clone(), language };
    let letter = render_at(&notice, &letterhead, &recipient, &link.token.path())
        .map_err(|error| tracing::error!(%error, "a letter could not be written"))
        .ok()?;
    Some(Letter { subject: letter.subject, text: letter.text, html: letter.html })
}
