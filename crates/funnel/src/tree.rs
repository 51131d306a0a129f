//! The YAML of a file as a tree in which every value knows where it stands, in the order of the file.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use serde_saphyr::{Location, Spanned};

use crate::path::{Path, Step};

/// A value and where it stands.
#[derive(Debug)]
pub(crate) struct Tree {
    pub at: Place,
    pub node: Node,
}

/// A line and column, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub line: u64,
    pub column: u64,
}

#[derive(Debug)]
pub(crate) enum Node {
    Scalar(Value),
    List(Vec<Tree>),
    Mapping(Vec<(String, Place, Tree)>),
}

impl Tree {
    /// The place to show for `path`: of the value, of the key when the value spans lines, or of the nearest part that exists.
    pub fn place(&self, path: &Path) -> Place {
        let (mut tree, mut at) = (self, self.at);
        for step in path.steps() {
            let Some((place, child)) = tree.child(step) else { break };
            (tree, at) = (child, place);
        }
        at
    }

    /// The value at `path`.
    pub fn get(&self, path: &Path) -> Option<&Tree> {
        path.steps().iter().try_fold(self, |tree, step| tree.child(step).map(|(_, child)| child))
    }

    fn child(&self, step: &Step) -> Option<(Place, &Tree)> {
        match (&self.node, step) {
            (Node::List(items), Step::Index(at)) => items.get(*at).map(|item| (item.at, item)),
            (Node::Mapping(entries), Step::Key(key)) => {
                let (_, key_at, value) = entries.iter().find(|(name, _, _)| name == key)?;
                let at = if matches!(value.node, Node::Scalar(_)) { value.at } else { *key_at };
                Some((at, value))
            }
            _ => None,
        }
    }

    /// The same value without places.
    pub fn to_json(&self) -> Value {
        match &self.node {
            Node::Scalar(value) => value.clone(),
            Node::List(items) => items.iter().map(Tree::to_json).collect(),
            Node::Mapping(entries) => {
                Value::Object(entries.iter().map(|(key, _, value)| (key.clone(), value.to_json())).collect::<Map<_, _>>())
            }
        }
    }

    /// The text of a scalar.
    pub fn text(&self) -> Option<&str> {
        if let Node::Scalar(Value::String(text)) = &self.node { Some(text) } else { None }
    }

    /// The items of a list; none for another value.
    pub fn list(&self) -> impl Iterator<Item = &Tree> {
        if let Node::List(items) = &self.node { items.as_slice() } else { &[] }.iter()
    }

    /// The names of a mapping in the order of the file; none for another value.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.mapping().iter().map(|(key, _, _)| key.as_str())
    }

    /// An entry of a mapping.
    pub fn entry(&self, key: &str) -> Option<&Tree> {
        self.mapping().iter().find(|(name, _, _)| name == key).map(|(_, _, value)| value)
    }

    /// The entries of the mapping that is an entry of this one.
    pub fn entries<'a>(&'a self, key: &str) -> impl Iterator<Item = (&'a str, &'a Tree)> + use<'a> {
        let inner = self.entry(key).map(Tree::mapping).unwrap_or_default();
        inner.iter().map(|(name, _, value)| (name.as_str(), value))
    }

    /// The items of the list that is an entry of this mapping.
    pub fn items<'a>(&'a self, key: &str) -> impl Iterator<Item = &'a Tree> + use<'a> {
        self.entry(key).into_iter().flat_map(Tree::list)
    }

    /// The entries of a mapping; none for another value.
    pub fn mapping(&self) -> &[(String, Place, Tree)] {
        if let Node::Mapping(entries) = &self.node { entries } else { &[] }
    }
}

impl From<Location> for Place {
    fn from(at: Location) -> Self {
        // Something synthetic has no place; the first line is better than line 0.
        Self { line: at.line().max(1), column: at.column().max(1) }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let spanned = Spanned::<Node>::deserialize(deserializer)?;
        Ok(Self { at: spanned.referenced.into(), node: spanned.value })
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, number, true, false, list or mapping")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Node, E> {
        Ok(Node::Scalar(Value::Null))
    }

    fn visit_none<E: de::Error>(self) -> Result<Node, E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Scalar(value.into()))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Scalar(value.into()))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Scalar(value.into()))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Node, E> {
        let number = Number::from_f64(value).ok_or_else(|| E::custom("a number must be finite"))?;
        Ok(Node::Scalar(number.into()))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Scalar(value.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut entries = Vec::new();
        while let Some((key, value)) = map.next_entry::<Spanned<String>, Tree>()? {
            entries.push((key.value, key.referenced.into(), value));
        }
        Ok(Node::Mapping(entries))
    }
}
