//! From the bytes of a request to the bytes of its answer.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use async_graphql::parser::parse_query;
use async_graphql::parser::types::ExecutableDocument;
use async_graphql::{Data, Executor, Request, Response, SDLExportOptions, Schema, ServerError, ValidationMode};
use futures::StreamExt as _;
use futures::stream::BoxStream;
use persistence::{Principal, Store};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use crate::error::{ErrorCode, refuse};
use crate::guard::guard;
use crate::mutation::Mutation;
use crate::query::Query;
use crate::session::{Language, attach, attach_data};
use crate::subscription::Subscription;

/// Fields in depth; the project page needs ten.
const MAX_DEPTH: usize = 14;
/// Weighted fields; a list counts its length times what is asked of each entry.
const MAX_COMPLEXITY: usize = 20_000;

/// SHA-256 of a document, exactly as sent, in hexadecimal.
#[must_use]
pub fn operation_hash(document: &str) -> String {
    Sha256::digest(document.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Which documents are taken.
#[derive(Clone, Debug)]
pub enum Operations {
    /// Only these, by [`operation_hash`]: those of our own screens.
    Only(Arc<HashSet<String>>),
    /// Any that passes the guard; for development and API tokens.
    Any,
}

/// How the API behaves.
#[derive(Clone, Debug)]
pub struct ApiConfig {
    /// Which documents are taken.
    pub operations: Operations,
    /// Whether a client may ask for the schema; off outside development.
    pub introspection: bool,
}

/// The API. Cheap to clone.
#[derive(Clone)]
pub struct Api {
    schema: Schema<Query, Mutation, Subscription>,
    store: Store,
    operations: Operations,
    parsed: Arc<Mutex<HashMap<String, ExecutableDocument>>>,
}

/// An answer over HTTP.
#[derive(Clone, Debug)]
pub struct Reply {
    /// HTTP status: 200 when the document ran (even when fields failed), 400, 401 or 422 when it did not.
    pub status: u16,
    /// JSON as in the GraphQL specification, section 7.
    pub body: Vec<u8>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Body {
    query: String,
    #[serde(default)]
    variables: Option<serde_json::Map<String, serde_json::Value>>,
    #[serde(default)]
    operation_name: Option<String>,
    // Some clients send it; nothing is taken from it.
    #[serde(default, rename = "extensions")]
    _extensions: Option<serde::de::IgnoredAny>,
}

impl Api {
    /// Builds the schema over a store.
    #[must_use]
    pub fn new(store: Store, config: ApiConfig) -> Self {
        let mut builder = Schema::build(Query, Mutation::default(), Subscription)
            .limit_depth(MAX_DEPTH)
            .limit_complexity(MAX_COMPLEXITY)
            .register_output_type::<ErrorCode>()
            .disable_suggestions();
        if !config.introspection {
            builder = builder.disable_introspection();
        }
        if matches!(config.operations, Operations::Only(_)) {
            // Documents on the list were validated when the screens were built; doing it again for every request costs as
            // much as running them. Their variables are still read as their types, and depth and weight still count.
            builder = builder.validation_mode(ValidationMode::Fast);
        }
        Self { schema: builder.finish(), store, operations: config.operations, parsed: Arc::default() }
    }

    /// The printed schema: `schema.graphql`.
    #[must_use]
    pub fn sdl() -> String {
        let schema = Schema::build(Query, Mutation::default(), Subscription).register_output_type::<ErrorCode>().finish();
        schema.sdl_with_options(SDLExportOptions::new().sorted_fields().sorted_arguments().sorted_enum_items())
    }

    /// Runs the JSON body of one request for `principal`; nobody signed in gets `UNAUTHENTICATED`.
    pub async fn execute(&self, principal: Option<&Principal>, language: Language, body: &[u8]) -> Reply {
        let Ok(body) = serde_json::from_slice::<Body>(body) else {
            return failed(400, ErrorCode::InputInvalid, "send {\"query\": …, \"variables\": {…}} as JSON");
        };
        let Some(principal) = principal else {
            return failed(401, ErrorCode::Unauthenticated, "sign in first");
        };
        let known = match self.admit(&body.query) {
            Ok(known) => known,
            Err((code, message)) => return failed(422, code, message),
        };
        let variables = body.variables.map(serde_json::Value::Object).unwrap_or_default();
        let mut request = Request::new(body.query).variables(async_graphql::Variables::from_json(variables));
        request.operation_name = body.operation_name;
        if let Some(document) = known.and_then(|hash| self.parsed(hash, &request.query)) {
            request.set_parsed_query(document);
        }
        let response = self.schema.execute(attach(request, &self.store, principal, language)).await;
        Reply { status: 200, body: serde_json::to_vec(&response).unwrap_or_default() }
    }

    /// What a WebSocket of `principal` runs on; each document passes the same doors.
    #[must_use]
    pub fn session_data(&self, principal: &Principal, language: Language) -> Data {
        let mut data = Data::default();
        attach_data(&mut data, &self.store, principal, language);
        data
    }

    /// The allow-list and the guard; gives the hash of a document of the screens.
    fn admit(&self, document: &str) -> Result<Option<String>, (ErrorCode, String)> {
        match &self.operations {
            Operations::Only(known) => {
                let hash = operation_hash(document);
                if known.contains(&hash) {
                    return Ok(Some(hash));
                }
                Err((ErrorCode::InputInvalid, "only the operations of the screens are taken without an API token".into()))
            }
            Operations::Any => {
                guard(document).map(|()| None).map_err(|refusal| (ErrorCode::TooComplex, refusal.to_string()))
            }
        }
    }

    /// A document of the screens as it was parsed the first time: parsing the project page again costs more than running
    /// it. Only the screens' documents are kept, so there are never more than they have.
    fn parsed(&self, hash: String, document: &str) -> Option<ExecutableDocument> {
        let mut kept = self.parsed.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(document) = kept.get(&hash) {
            return Some(document.clone());
        }
        // What does not parse is refused where it runs.
        let document = parse_query(document).ok()?;
        kept.insert(hash, document.clone());
        Some(document)
    }
}

fn server_error(code: ErrorCode, message: impl Into<String>) -> ServerError {
    refuse(code, message).into_server_error(async_graphql::Pos::default())
}

fn failed(status: u16, code: ErrorCode, message: impl Into<String>) -> Reply {
    let response = Response::from_errors(vec![server_error(code, message)]);
    Reply { status, body: serde_json::to_vec(&response).unwrap_or_default() }
}

/// For `WebSockets`.
impl Executor for Api {
    async fn execute(&self, request: Request) -> Response {
        match self.admit(&request.query) {
            Ok(_) => self.schema.execute(request).await,
            Err((code, message)) => Response::from_errors(vec![server_error(code, message)]),
        }
    }

    fn execute_stream(&self, request: Request, session_data: Option<Arc<Data>>) -> BoxStream<'static, Response> {
        match self.admit(&request.query) {
            Ok(_) => self.schema.execute_stream_with_session_data(request, session_data.unwrap_or_default()),
            Err((code, message)) => {
                let response = Response::from_errors(vec![server_error(code, message)]);
                futures::stream::once(async { response }).boxed()
            }
        }
    }
}
