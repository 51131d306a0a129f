//! The schema as introspection tells it, and selections that ask for everything.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use tests::acts::Acts as _;

use super::sides::Side;

const INTROSPECTION: &str = "{ __schema { queryType { name } mutationType { name } subscriptionType { name } types { \
    kind name fields { name args { name type { ...t } } type { ...t } } inputFields { name type { ...t } } } } } \
    fragment t on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }";

/// Fields within each other at most; the API takes 14 in all.
const DEEP: usize = 9;
/// Tokens in one piece of a selection at most; a document may have 2,000.
const PIECE: usize = 600;

/// A field and what it takes.
#[derive(Debug)]
pub struct Field {
    /// Its arguments, with their named types.
    pub arguments: Vec<(String, String)>,
    /// The named type of what it gives.
    pub gives: String,
}

/// The schema.
#[derive(Debug, Default)]
pub struct Shape {
    /// The root types: of queries, mutations and subscriptions.
    pub roots: Vec<String>,
    /// Types with fields, by name.
    pub types: BTreeMap<String, BTreeMap<String, Field>>,
    /// Input objects, by name: each field with its named type.
    pub inputs: BTreeMap<String, Vec<(String, String)>>,
}

/// The name of a type without its lists and bangs.
fn named(kind: &Value) -> String {
    kind["name"].as_str().map_or_else(|| named(&kind["ofType"]), str::to_owned)
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn pairs(value: &Value) -> Vec<(String, String)> {
    list(value).map(|one| (one["name"].as_str().expect("a name").to_owned(), named(&one["type"]))).collect()
}

impl Shape {
    /// Asks the running API.
    pub async fn ask(side: &Side) -> Self {
        let told = side.data("lead", INTROSPECTION, json!({})).await;
        let schema = &told["__schema"];
        let mut shape = Self::default();
        for root in ["queryType", "mutationType", "subscriptionType"] {
            shape.roots.extend(schema[root]["name"].as_str().map(str::to_owned));
        }
        for kind in list(&schema["types"]) {
            let name = kind["name"].as_str().expect("a name").to_owned();
            if name.starts_with("__") {
                continue;
            }
            match kind["kind"].as_str() {
                Some("OBJECT") => {
                    let fields = list(&kind["fields"]).map(|field| {
                        let own = Field { arguments: pairs(&field["args"]), gives: named(&field["type"]) };
                        (field["name"].as_str().expect("a name").to_owned(), own)
                    });
                    shape.types.insert(name, fields.collect());
                }
                Some("INPUT_OBJECT") => {
                    shape.inputs.insert(name, pairs(&kind["inputFields"]));
                }
                Some("ENUM" | "SCALAR") => {}
                other => panic!("{name} is of the new kind {other:?}: say here how it is selected"),
            }
        }
        assert!(shape.roots.len() == 3 && shape.types.len() > 20, "introspection tells too little: {shape:#?}");
        shape
    }

    /// Every field that takes arguments, as `Type.field`.
    pub fn called(&self) -> BTreeSet<String> {
        let all = self
            .types
            .iter()
            .flat_map(|(name, fields)| fields.iter().map(move |(field, own)| (name, field, !own.arguments.is_empty())));
        let root = |name: &String| self.roots.contains(name);
        all.filter(|(name, _, takes)| *takes || root(name)).map(|(name, field, _)| format!("{name}.{field}")).collect()
    }

    /// Every argument of `Type.field` with its named type, those within input objects as paths: `input.answers.fact`.
    pub fn leaves(&self, call: &str) -> Vec<(String, String)> {
        let (kind, field) = call.split_once('.').expect("Type.field");
        let mut leaves = Vec::new();
        for (name, of) in &self.types[kind][field].arguments {
            self.walk(name.clone(), of, &mut leaves);
        }
        leaves
    }

    fn walk(&self, path: String, of: &str, leaves: &mut Vec<(String, String)>) {
        match self.inputs.get(of) {
            Some(fields) => {
                for (name, of) in fields {
                    self.walk(format!("{path}.{name}"), of, leaves);
                }
            }
            None => leaves.push((path, of.to_owned())),
        }
    }

    /// Every field of every type, as `Type.field`.
    pub fn fields(&self) -> BTreeSet<String> {
        let all = self.types.iter().flat_map(|(name, fields)| fields.keys().map(move |field| format!("{name}.{field}")));
        all.collect()
    }

    /// The named type of what `Type.field` gives.
    pub fn gives(&self, call: &str) -> &str {
        let (kind, field) = call.split_once('.').expect("Type.field");
        &self.types[kind][field].gives
    }

    /// Selections that together ask for every field below what `call` gives, none of them too large. `arguments` are those
    /// of fields within; what is asked is noted in `asked`.
    pub fn selections(&self, call: &str, arguments: &BTreeMap<&str, &str>, asked: &mut BTreeSet<String>) -> Vec<String> {
        asked.insert(call.to_owned());
        let kind = self.gives(call).to_owned();
        if !self.types.contains_key(&kind) {
            return vec![String::new()];
        }
        let mut making = Making { shape: self, arguments, asked, path: vec![kind.clone()] };
        making.within(&kind).into_iter().map(|text| format!("{{ {text} }}")).collect()
    }
}

/// A selection in the making.
struct Making<'a> {
    shape: &'a Shape,
    arguments: &'a BTreeMap<&'a str, &'a str>,
    asked: &'a mut BTreeSet<String>,
    /// The types that it is within.
    path: Vec<String>,
}

impl Making<'_> {
    /// Everything below a type, in pieces.
    fn within(&mut self, kind: &str) -> Vec<String> {
        let names: Vec<String> = self.shape.types[kind].keys().cloned().collect();
        let mut pieces: Vec<String> = Vec::new();
        for piece in names.iter().flat_map(|name| self.field(kind, name)) {
            match pieces.last_mut() {
                Some(last) if tokens(last) + tokens(&piece) <= PIECE => {
                    last.push(' ');
                    last.push_str(&piece);
                }
                _ => pieces.push(piece),
            }
        }
        pieces
    }

    fn field(&mut self, kind: &str, name: &str) -> Vec<String> {
        let field = &self.shape.types[kind][name];
        let call = format!("{kind}.{name}");
        let takes = if field.arguments.is_empty() {
            String::new()
        } else {
            let given = self.arguments.get(call.as_str());
            format!("({})", given.unwrap_or_else(|| panic!("{call} takes arguments: add it to the harness' table")))
        };
        if !self.shape.types.contains_key(&field.gives) {
            self.asked.insert(call);
            return vec![format!("{name}{takes}")];
        }
        if self.path.contains(&field.gives) || self.path.len() > DEEP {
            return Vec::new();
        }
        self.path.push(field.gives.clone());
        let within = self.within(&field.gives);
        self.path.pop();
        self.asked.insert(call);
        within.into_iter().map(|piece| format!("{name}{takes} {{ {piece} }}")).collect()
    }
}

/// About what the guard counts.
fn tokens(text: &str) -> usize {
    text.split_whitespace().count()
}
