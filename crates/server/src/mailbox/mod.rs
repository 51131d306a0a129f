//! `/postvak`: every mail as its recipient would receive it. In a demo and in development only; elsewhere there is no such
//! page.

use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, header};
use axum::response::{Html, IntoResponse, Response};
use engine::Timestamp;
use minijinja::value::Value;
use minijinja::{Environment, UndefinedBehavior, context};
use persistence::{DeliveryId, DeliveryItem, DeliveryStatus, PageRequest, Principal};
use serde::Deserialize;
use std::sync::LazyLock;
use uuid::Uuid;

use crate::clock::wall_time;
use crate::config::Profile;
use crate::http::App;
use crate::http::error::ApiError;

/// Mails on one page.
const PAGE: u32 = 50;

/// The pages themselves: our own style sheet within, a frame of our own, nothing else.
const PAGE_POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
);
/// The mail in its frame: its own styles, no scripts, no pictures from elsewhere; links open outside the frame.
const MAIL_POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'self'; form-action 'none'; \
     frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
);

/// The shipped pages; names that end in `.html` are escaped.
static PAGES: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut pages = Environment::new();
    pages.set_undefined_behavior(UndefinedBehavior::Strict);
    let shipped = [
        ("frame.html", include_str!("../../templates/frame.html")),
        ("mailbox.html", include_str!("../../templates/mailbox.html")),
        ("mail.html", include_str!("../../templates/mail.html")),
    ];
    for (name, source) in shipped {
        if let Err(error) = pages.add_template(name, source) {
            tracing::error!(%error, name, "a page is broken");
        }
    }
    pages
});

/// Which part of the list.
#[derive(Default, Deserialize)]
pub struct Part {
    /// Of which organisation; the first when absent.
    organisatie: Option<Uuid>,
    /// After which mail.
    na: Option<String>,
}

fn open(app: &App) -> Result<(), ApiError> {
    let shown = app.demo || app.settings.profile == Profile::Development;
    if shown { Ok(()) } else { Err(ApiError::NOT_FOUND) }
}

/// The list, newest first.
///
/// # Errors
/// [`ApiError::NOT_FOUND`] in production.
pub async fn list(State(app): State<App>, Query(part): Query<Part>) -> Result<Response, ApiError> {
    open(&app)?;
    let organisations = app.store.organisations().await?;
    let chosen = organisations.iter().find(|o| part.organisatie.is_none_or(|id| o.id.0 == id));
    let request = PageRequest::parse(PAGE, part.na.as_deref()).map_err(|_| ApiError::BAD_REQUEST)?;
    let (mails, next) = match chosen {
        Some(organisation) => {
            let page = app.store.deliveries(&Principal::system(organisation.id), &request).await?;
            (page.items, page.next)
        }
        None => (Vec::new(), None),
    };
    let name = chosen.map_or("", |organisation| organisation.name.as_str());
    let mails: Vec<Value> = mails.iter().map(|mail| row(&app, name, mail)).collect();
    let others: Vec<Value> =
        organisations.iter().map(|o| context! { id => o.id.to_string(), name => o.name.clone() }).collect();
    let cells = context! {
        organisation => chosen.map(|o| context! { id => o.id.to_string(), name => o.name.clone() }),
        organisations => if others.len() > 1 { others } else { Vec::new() },
        mails,
        next => next.map(|cursor| cursor.as_str().to_owned()),
        sends => app.sends_mail,
    };
    page("mailbox.html", &cells)
}

/// One mail: its headers, its HTML in a frame, its text.
///
/// # Errors
/// [`ApiError::NOT_FOUND`] in production, and when there is no such mail.
pub async fn show(State(app): State<App>, Path(id): Path<String>) -> Result<Response, ApiError> {
    let (organisation, mail) = find(&app, &id).await?;
    let cells = context! { mail => row(&app, &organisation, &mail), text => mail.letter.text };
    page("mail.html", &cells)
}

/// The HTML of one mail, for its frame.
///
/// # Errors
/// As [`show`].
pub async fn html(State(app): State<App>, Path(id): Path<String>) -> Result<Response, ApiError> {
    let (_, mail) = find(&app, &id).await?;
    // The one thing added: links open in a new tab, since nothing of ours may be shown within a frame.
    let html = mail.letter.html.replacen("<head>", "<head><base target=\"_blank\">", 1);
    let mut response = Html(html).into_response();
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, MAIL_POLICY);
    Ok(response)
}

/// A mail, and the name of the organisation that wrote it.
async fn find(app: &App, id: &str) -> Result<(String, DeliveryItem), ApiError> {
    open(app)?;
    let id = DeliveryId(Uuid::parse_str(id).map_err(|_| ApiError::NOT_FOUND)?);
    for organisation in app.store.organisations().await? {
        match app.store.delivery(&Principal::system(organisation.id), id).await {
            Err(persistence::Error::NotFound) => {}
            found => return Ok((organisation.name, found?)),
        }
    }
    Err(ApiError::NOT_FOUND)
}

fn row(app: &App, organisation: &str, mail: &DeliveryItem) -> Value {
    let at = |at: Timestamp| wall_time(at, &app.settings.zone);
    context! {
        id => mail.id.to_string(),
        subject => mail.letter.subject.clone(),
        to_name => mail.to_name.clone(),
        to_address => mail.to_address.clone(),
        from => format!("{organisation} <{}>", app.settings.mail.from),
        message_id => notification::message_id(mail.id.0, &app.settings.mail.from),
        at => at(mail.created_at),
        sent_at => mail.sent_at.map(at),
        status => status(app, mail),
        error => mail.last_error.clone(),
    }
}

fn status(app: &App, mail: &DeliveryItem) -> &'static str {
    match mail.status {
        DeliveryStatus::Waiting if app.sends_mail => "wacht op verzenden",
        DeliveryStatus::Waiting => "blijft in dit postvak",
        DeliveryStatus::Sent => "verzonden",
        DeliveryStatus::Unknown => "misschien verzonden",
        DeliveryStatus::Failed => "niet verzonden",
    }
}

fn page(name: &str, cells: &Value) -> Result<Response, ApiError> {
    let html = PAGES.get_template(name).and_then(|template| template.render(cells)).map_err(|error| {
        tracing::error!(%error, name, "a page could not be written");
        ApiError::INTERNAL
    })?;
    let mut response = Html(html).into_response();
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, PAGE_POLICY);
    Ok(response)
}
