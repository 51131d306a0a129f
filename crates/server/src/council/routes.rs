//! The handlers: what comes in, step by step, and what is shown.

use askama::Template;
use axum::Form;
use axum::extract::rejection::{FormRejection, PathRejection};
use axum::extract::{DefaultBodyLimit, FromRequest, Path, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use notification::Language;
use notification::texts::say;
use persistence::{Error, IdempotencyKey, LinkToken, Request as StoreRequest};
use uuid::Uuid;

use super::acts::Act;
use super::documents;
use super::form::{Filled, Screen, Wrong};
use super::pages::{Check, Done, Go, Plain, Problem, Together, Told};
use super::renew;
use super::upload;
use super::visit::{Refused, Visit};
use crate::http::App;
use crate::http::error::ApiError;

/// Bytes of a form without a file at most.
pub const FORM: usize = 256 * 1024;

/// What a page may do: our own style and script, our own forms, and nothing else.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; \
     base-uri 'none'; frame-ancestors 'none'",
);

type Token = Result<Path<String>, PathRejection>;
type TokenAndWord = Result<Path<(String, String)>, PathRejection>;

/// `GET /raad/{token}`.
pub async fn home(State(app): State<App>, path: Token, headers: HeaderMap) -> Response {
    let Ok(Path(token)) = path else { return refused_page(&Refused::Gone, "", &headers) };
    let shown = async {
        let visit = Visit::open(&app.store, &token).await?;
        let summary = documents::summary(&app.store, &visit).await?;
        Ok(page(&visit.home(summary)))
    };
    shown.await.unwrap_or_else(|refused| refused_page(&refused, &token, &headers))
}

/// `GET /raad/{token}/{word}`.
pub async fn show(State(app): State<App>, path: TokenAndWord, headers: HeaderMap) -> Response {
    let Ok(Path((token, word))) = path else { return refused_page(&Refused::Gone, "", &headers) };
    match Visit::open(&app.store, &token).await {
        Ok(visit) => match (word.as_str(), Act::find(&word)) {
            ("samen", _) => together(&visit),
            ("werkt", _) => (StatusCode::OK, visit.story.version.to_string()).into_response(),
            (_, Some(act)) if act.may(&visit) => {
                let screens = act.screens(&visit);
                visit
                    .ask(act, 0, &screens, &Filled::default(), None)
                    .map_or_else(|| not_here(&visit, ""), |asked| page(&asked))
            }
            _ => not_here(&visit, "council-refused-text"),
        },
        Err(refused) => refused_page(&refused, &token, &headers),
    }
}

fn together(visit: &Visit) -> Response {
    let opinion = |(person, opinion): (&engine::PersonId, &super::story::Opinion)| {
        let typed = visit.text(opinion.text);
        let (first, rest) = typed.split_once("\n\n").unwrap_or((&typed, ""));
        let entered =
            opinion.entered_by.map(|who| visit.say("council-together-entered", &[("who", visit.name(who).into())]));
        Told {
            title: visit.name(*person),
            first: first.to_owned(),
            text: super::content::of_text(rest),
            small: std::iter::once(visit.say_date("council-together-on", opinion.on)).chain(entered).collect(),
        }
    };
    let opinions: Vec<Told> = visit.story.opinions.iter().map(opinion).collect();
    let silent = |person: &engine::PersonId| !visit.story.opinions.contains_key(person);
    let waiting = visit.members().into_iter().map(|member| member.person).filter(silent);
    let own = visit.is_member() && silent(&visit.link.person.id) && Act::Opinion.may(visit);
    page(&Together {
        frame: visit.frame(visit.say("council-together-title", &[])),
        private: visit.say_organisation("council-together-private"),
        own: own.then(|| Go { href: visit.path(Act::Opinion.word()), label: visit.say("council-step-own-act", &[]) }),
        waiting: if visit.is_asked() { waiting.map(|person| visit.name(person)).collect() } else { Vec::new() },
        opinions,
    })
}

/// `POST /raad/{token}/{word}`.
pub async fn send(State(app): State<App>, path: TokenAndWord, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let headers = parts.headers.clone();
    let Ok(Path((token, word))) = path else { return refused_page(&Refused::Gone, "", &headers) };
    if is_of_another_site(&headers, &app) {
        return refused_page(&Refused::Broken(ApiError::CROSS_SITE), &token, &headers);
    }
    let mut request = Request::from_parts(parts.clone(), body);
    if upload::has_files(&headers) {
        return with_files(&app, &token, &word, request).await;
    }
    DefaultBodyLimit::max(FORM).apply(&mut request);
    let form: Result<Form<Vec<(String, String)>>, FormRejection> = Form::from_request(request, &()).await;
    // Whoever sends knows the secret, and not only the path that a browser remembered.
    let filled = form.ok().and_then(|Form(pairs)| Filled::read(pairs)).filter(|filled| filled.get("token") == token);
    let Some(filled) = filled else { return refused_page(&Refused::Broken(ApiError::BAD_REQUEST), &token, &headers) };
    if word == "nieuw" {
        return renew::renew(&app, &parts, &token).await;
    }
    match Visit::open(&app.store, &token).await {
        Ok(visit) => match Act::find(&word) {
            Some(act) => step(&app, &visit, act, filled, None).await,
            None => not_here(&visit, "council-refused-text"),
        },
        Err(refused) => refused_page(&refused, &token, &headers),
    }
}

/// The same for a form with a file: who may not send one is told before any of it is read.
async fn with_files(app: &App, token: &str, word: &str, request: Request) -> Response {
    let headers = request.headers().clone();
    let refused = |refused: &Refused| refused_page(refused, token, &headers);
    let visit = match Visit::open(&app.store, token).await {
        Ok(visit) => visit,
        Err(gone) => return refused(&gone),
    };
    let Some(act) = Act::find(word) else { return not_here(&visit, "council-refused-text") };
    match upload::read(app, &visit, request).await {
        Ok((filled, wrong)) if filled.get("token") == token => step(app, &visit, act, filled, wrong).await,
        Ok(_) => refused(&Refused::Broken(ApiError::BAD_REQUEST)),
        Err(error) => refused(&Refused::Broken(error)),
    }
}

/// Browsers that say where a form comes from say so truthfully. One that hides it (a page without referrer has the origin
/// `null`) is known by the secret in the body.
fn is_of_another_site(headers: &HeaderMap, app: &App) -> bool {
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    let site = text(header::HeaderName::from_static("sec-fetch-site"));
    let origin = text(header::ORIGIN).filter(|origin| *origin != "null");
    let own = |origin: &str| {
        origin == app.settings.public_url.origin()
            || origin.split_once("://").is_some_and(|(_, host)| Some(host) == text(header::HOST))
    };
    site.is_some_and(|site| !matches!(site, "same-origin" | "none")) || origin.is_some_and(|origin| !own(origin))
}

/// One step of an act: the next question, the check page, or the act. What is wrong with a file is told first.
async fn step(app: &App, visit: &Visit, act: Act, filled: Filled, wrong: Option<Wrong>) -> Response {
    let screens = act.screens(visit);
    if !act.may(visit) {
        return meanwhile(app, visit, act, &screens, &filled).await;
    }
    let place = |id: &str| screens.iter().position(|screen| screen.id == id);
    let ask = |at, wrong, status| match visit.ask(act, at, &screens, &filled, wrong) {
        Some(question) => with_status(status, page(&question)),
        None => not_here(visit, "council-refused-text"),
    };
    if let (Some(wrong), Some(at)) = (wrong, place("verslag")) {
        return ask(at, Some(wrong), StatusCode::UNPROCESSABLE_ENTITY);
    }
    if filled.get("vastleggen") == "ja" {
        return match first_wrong(visit, &screens, &filled) {
            Some((at, wrong)) => ask(at, Some(wrong), StatusCode::UNPROCESSABLE_ENTITY),
            None => commit(app, visit, act, &screens, &filled).await,
        };
    }
    if let Some(at) = place(filled.get("naar")) {
        return ask(at, None, StatusCode::OK);
    }
    let Some(at) = place(filled.get("stap")) else { return ask(0, None, StatusCode::OK) };
    if let Some(wrong) = screens[at].wrong(visit, &filled) {
        return ask(at, Some(wrong), StatusCode::UNPROCESSABLE_ENTITY);
    }
    let mut filled = filled.clone();
    filled.pass(screens[at].id);
    let passed = filled.passed();
    match screens.iter().position(|screen| !passed.contains(screen.id)) {
        Some(next) => match visit.ask(act, next, &screens, &filled, None) {
            Some(question) => page(&question),
            None => not_here(visit, "council-refused-text"),
        },
        None => match first_wrong(visit, &screens, &filled) {
            Some((at, wrong)) => ask(at, Some(wrong), StatusCode::UNPROCESSABLE_ENTITY),
            None => page(&check(visit, act, &screens, &filled, None)),
        },
    }
}

fn first_wrong(visit: &Visit, screens: &[Screen], filled: &Filled) -> Option<(usize, Wrong)> {
    screens.iter().enumerate().find_map(|(at, screen)| screen.wrong(visit, filled).map(|wrong| (at, wrong)))
}

/// The check page. Each time it is shown it draws a fresh key, so that what is sent from it twice happens once.
fn check(visit: &Visit, act: Act, screens: &[Screen], filled: &Filled, problem: Option<Problem>) -> Check {
    let name = act.name();
    let mut hidden = visit.carried(filled, &[]);
    hidden.push(("sleutel".to_owned(), Uuid::now_v7().simple().to_string()));
    let title = visit.say(&format!("council-{name}-check"), &[]);
    let button = match act {
        Act::Advice => visit.say_right("council-advice-commit"),
        _ => visit.say(&format!("council-{name}-commit"), &[]),
    };
    Check {
        frame: visit.frame(title.clone()),
        problem,
        action: visit.path(act.word()),
        title,
        warning: act.warning(visit),
        answers: screens.iter().map(|screen| (screen.id, screen.label.clone(), screen.said(visit, filled))).collect(),
        hidden,
        button: Some(button),
    }
}

async fn commit(app: &App, visit: &Visit, act: Act, screens: &[Screen], filled: &Filled) -> Response {
    if filled.get("versie") != visit.story.version.to_string() {
        let on = visit.story.revised.unwrap_or(visit.now.today);
        let mut filled = filled.clone();
        // What is shown from here on is what they now read.
        filled.set("versie", &visit.story.version.to_string());
        let problem = Problem {
            title: visit.say("council-check-changed", &[]),
            text: visit.say_date("council-check-changed-text", on),
            go: Some(Go { href: visit.path(""), label: visit.say("council-check-read", &[]) }),
        };
        return with_status(StatusCode::CONFLICT, page(&check(visit, act, screens, &filled, Some(problem))));
    }
    let command = match upload::reference(app, visit, filled).await {
        Ok(file) => act.command(visit, filled, file),
        Err(wrong) => Err(wrong),
    };
    let (command, seen) = match command {
        Ok(command) => command,
        Err(wrong) => {
            let field = if wrong.field == "bestand" { "verslag" } else { wrong.field.as_str() };
            let at = screens.iter().position(|screen| screen.id == field).unwrap_or(0);
            let asked = visit.ask(act, at, screens, filled, Some(wrong));
            let asked = asked.map_or_else(|| not_here(visit, "council-refused-text"), |asked| page(&asked));
            return with_status(StatusCode::UNPROCESSABLE_ENTITY, asked);
        }
    };
    let Ok(key) = IdempotencyKey::parse(&format!("raad-{}", filled.get("sleutel"))) else {
        return page(&check(visit, act, screens, filled, None));
    };
    let request = StoreRequest { key, seen, command };
    match app.store.execute(&visit.link.principal, visit.link.project, request).await {
        Ok(_) => {
            metrics::counter!("trechter_council_acts_total", "act" => act.name()).increment(1);
            see(visit, act)
        }
        // The same key with other words: what was sent first is done; what it was is told on the next page.
        Err(Error::KeyReused) => see(visit, act),
        Err(error) => not_done(visit, act, screens, filled, error),
    }
}

/// The page after an act, by a redirect: loading it again sends nothing again.
fn see(visit: &Visit, act: Act) -> Response {
    let to = visit.path(&format!("klaar/{}", act.word()));
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(to) = HeaderValue::from_str(&to) {
        response.headers_mut().insert(header::LOCATION, to);
    }
    response
}

fn not_done(visit: &Visit, act: Act, screens: &[Screen], filled: &Filled, error: Error) -> Response {
    let (status, text) = match error {
        Error::Rejected(rejection) => (StatusCode::UNPROCESSABLE_ENTITY, visit.refusal(&rejection)),
        Error::Conflict(_) => (StatusCode::CONFLICT, visit.say_date("council-check-changed-text", visit.now.today)),
        other => {
            let error = ApiError::from(other);
            (error.status, visit.say("council-busy", &[]))
        }
    };
    let problem = Problem { title: visit.say("council-not-now", &[]), text, go: None };
    with_status(status, page(&check(visit, act, screens, filled, Some(problem))))
}

/// What was being filled in cannot be done any more: says why, and shows what was typed. Unless it was this very act that
/// did it: then a second press finds it done.
async fn meanwhile(app: &App, visit: &Visit, act: Act, screens: &[Screen], filled: &Filled) -> Response {
    if filled.get("vastleggen") == "ja" && !filled.get("sleutel").is_empty() && was_done(app, visit, act, filled).await {
        return see(visit, act);
    }
    let text = match &visit.story.answer {
        Some(given) => visit.say_date("council-answered-meanwhile", given.on),
        None => visit.say("council-closed-meanwhile", &[]),
    };
    let problem = Problem { title: visit.say("council-not-now", &[]), text, go: None };
    let mut shown = check(visit, act, screens, filled, Some(problem));
    shown.button = None;
    with_status(StatusCode::CONFLICT, page(&shown))
}

/// Whether the same request was done before; then the store gives its receipt and changes nothing.
async fn was_done(app: &App, visit: &Visit, act: Act, filled: &Filled) -> bool {
    let Ok(key) = IdempotencyKey::parse(&format!("raad-{}", filled.get("sleutel"))) else { return false };
    let Ok(file) = upload::reference(app, visit, filled).await else { return false };
    let Ok((command, seen)) = act.command(visit, filled, file) else { return false };
    let request = StoreRequest { key, seen, command };
    let done = app.store.execute(&visit.link.principal, visit.link.project, request).await;
    matches!(done, Ok(_) | Err(Error::KeyReused))
}

/// `GET /raad/{token}/klaar/{word}`.
pub async fn done(State(app): State<App>, path: TokenAndWord, headers: HeaderMap) -> Response {
    let Ok(Path((token, word))) = path else { return refused_page(&Refused::Gone, "", &headers) };
    match Visit::open(&app.store, &token).await {
        Ok(visit) => match Act::find(&word).and_then(|act| after(&visit, act)) {
            Some(done) => page(&done),
            None => not_here(&visit, "council-refused-text"),
        },
        Err(refused) => refused_page(&refused, &token, &headers),
    }
}

/// The page after an act, as the log has it; none where there is no such act in it.
fn after(visit: &Visit, act: Act) -> Option<Done> {
    let name = act.name();
    let mut title = visit.say_right(&format!("council-{name}-done"));
    let mut lines = Vec::new();
    let (mut next, mut told) = (Vec::new(), Vec::new());
    match act {
        Act::Opinion => {
            if visit.story.opinions.is_empty() {
                return None;
            }
            if !visit.is_member() {
                title = visit.say("council-opinion-done-coach", &[]);
            }
            lines = vec![visit.say("council-opinion-done-text", &[]), visit.say("council-opinion-done-next", &[])];
        }
        Act::Advice => {
            let given = visit.story.answer.as_ref()?;
            next = vec![
                visit.say_organisation("council-advice-done-sent"),
                visit.say_organisation("council-advice-done-answer"),
            ];
            let due = visit.view.state.round.as_ref().filter(|round| round.due >= visit.now.today);
            next.extend(due.map(|round| visit.say_date("council-advice-done-decision", round.due)));
            next.push(visit.say_date("council-advice-done-later", visit.opens_until()));
            told = vec![visit.answer_told(given)];
        }
        Act::Time => {
            visit.story.extension?;
            lines = vec![visit.say_organisation("council-time-done-text")];
        }
        Act::Term => {
            let due = visit.story.term?.due;
            lines = vec![visit.say_date("council-term-done-text", due)];
        }
        Act::Contest if !visit.story.contested => return None,
        Act::Contest | Act::Confirm | Act::Request => {
            lines = vec![visit.say_organisation(&format!("council-{name}-done-text"))];
        }
    }
    Some(Done { frame: visit.frame(title.clone()), act: act.word(), title, lines, next, told })
}

/// A page with its policy.
pub fn page(template: &impl Template) -> Response {
    let mut response = match template.render() {
        Ok(html) => Html(html).into_response(),
        Err(error) => {
            tracing::error!(%error, "a page of the council could not be written");
            return ApiError::INTERNAL.into_response();
        }
    };
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, POLICY);
    response
}

fn with_status(status: StatusCode, mut response: Response) -> Response {
    if response.status() == StatusCode::OK {
        *response.status_mut() = status;
    }
    response
}

/// A page beside every consultation.
pub fn plain(status: StatusCode, shown: &Plain) -> Response {
    with_status(status, page(shown))
}

/// Texts for who is not known: in the first language that the browser asks for, of those we have.
pub fn words(headers: &HeaderMap) -> impl Fn(&str) -> String + use<> {
    let english = crate::session::asked_language(headers) == Some(graphql::Language::English);
    let language = if english { Language::En } else { Language::Nl };
    move |id| say(language, id, &[])
}

/// Why a page is not shown. A link that ended, one that nobody has and one of somebody who left look the same.
pub fn refused_page(refused: &Refused, token: &str, headers: &HeaderMap) -> Response {
    let t = words(headers);
    match refused {
        Refused::Gone => {
            // What cannot be a link of ours is not repeated.
            let token = LinkToken::parse(token).map_or_else(|| "onbekend".to_owned(), |token| token.as_str().to_owned());
            let renew = (token, t("council-gone-new"), t("council-gone-new-text"), t("council-gone-commit"));
            let lines = vec![t("council-gone-text"), t("council-gone-help")];
            plain(StatusCode::NOT_FOUND, &Plain { title: t("council-gone-title"), lines, renew: Some(renew), go: None })
        }
        Refused::Broken(error) => broken_in(error, &t),
    }
}

/// Something of ours broke, or the request cannot be taken.
pub fn broken(error: &ApiError) -> Response {
    broken_in(error, &words(&HeaderMap::new()))
}

fn broken_in(error: &ApiError, t: &impl Fn(&str) -> String) -> Response {
    let ours = error.status.is_server_error();
    let (title, text) = if ours {
        (t("council-broken-title"), t("council-broken-text"))
    } else {
        (t("council-refused-title"), t("council-refused-text"))
    };
    plain(error.status, &Plain { title, lines: vec![text], renew: None, go: None })
}

/// A page of this link that is not there, or not for this person, or not now.
pub fn not_here(visit: &Visit, id: &str) -> Response {
    let id = if id.is_empty() { "council-refused-text" } else { id };
    let go = Some(Go { href: visit.path(""), label: visit.say("council-home", &[]) });
    let (title, lines) = (visit.say("council-refused-title", &[]), vec![visit.say(id, &[])]);
    plain(StatusCode::NOT_FOUND, &Plain { title, lines, renew: None, go })
}
