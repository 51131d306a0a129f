//! Who asks, in which language, and what is at hand while one request runs.

use async_graphql::dataloader::DataLoader;
use async_graphql::runtime::{TokioSpawner, TokioTimer};
use async_graphql::{Context, Data, Request, Result};
use engine::{Label, PersonId};
use persistence::{Principal, Store};
use std::time::Duration;

use crate::error::{ErrorCode, refuse};
use crate::loaders::{ConsultationLoader, DraftLoader, FileLoader, ProjectLoader, TextLoader};

/// The language of names and messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Dutch.
    #[default]
    Dutch,
    /// English.
    English,
}

impl Language {
    /// The text of a label in this language.
    #[must_use]
    pub fn pick(self, label: &Label) -> String {
        match self {
            Self::Dutch => label.nl.clone(),
            Self::English => label.en.clone(),
        }
    }
}

/// Who asks.
pub(crate) struct Session {
    pub store: Store,
    pub principal: Principal,
    pub language: Language,
}

impl Session {
    /// The acting person; every caller of the API is one.
    pub fn person(&self) -> Result<PersonId> {
        self.principal.person().ok_or_else(|| refuse(ErrorCode::Unauthenticated, "sign in first"))
    }
}

/// The session of the request.
///
/// # Errors
/// `UNAUTHENTICATED` when nobody signed in.
pub(crate) fn session<'a>(context: &Context<'a>) -> Result<&'a Session> {
    context.data_opt::<Session>().ok_or_else(|| refuse(ErrorCode::Unauthenticated, "sign in first"))
}

/// Batches look-ups of one request. The delay is zero: one millisecond per level is the library's default, and it costs
/// more than the statements it saves.
fn loader<L: Send + Sync + 'static>(loader: L) -> DataLoader<L> {
    DataLoader::new(loader, TokioSpawner::current(), TokioTimer::default()).delay(Duration::ZERO)
}

/// Puts the session and its loaders into a request.
pub(crate) fn attach(request: Request, store: &Store, principal: &Principal, language: Language) -> Request {
    request
        .data(loader(TextLoader { store: store.clone(), principal: principal.clone() }))
        .data(loader(FileLoader { store: store.clone(), principal: principal.clone() }))
        .data(loader(DraftLoader { store: store.clone(), principal: principal.clone() }))
        .data(loader(ConsultationLoader { store: store.clone(), principal: principal.clone() }))
        .data(loader(ProjectLoader { store: store.clone(), principal: principal.clone() }))
        .data(Session { store: store.clone(), principal: principal.clone(), language })
}

/// The same for a WebSocket, whose requests share one session.
pub(crate) fn attach_data(data: &mut Data, store: &Store, principal: &Principal, language: Language) {
    data.insert(loader(TextLoader { store: store.clone(), principal: principal.clone() }));
    data.insert(loader(FileLoader { store: store.clone(), principal: principal.clone() }));
    data.insert(loader(DraftLoader { store: store.clone(), principal: principal.clone() }));
    data.insert(loader(ConsultationLoader { store: store.clone(), principal: principal.clone() }));
    data.insert(loader(ProjectLoader { store: store.clone(), principal: principal.clone() }));
    data.insert(Session { store: store.clone(), principal: principal.clone(), language });
}
