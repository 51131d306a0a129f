//! Bytes that are hashed, and the hashes.

use engine::Hash;
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::text::{TextProblem, check_characters};

/// What stands before the first event of a chain.
pub(crate) const BEGINNING: Hash = Hash([0; 32]);
/// Levels that form answers may be nested.
const DEPTH: usize = 16;
/// Whole numbers beyond this are not exact in JSON (RFC 8785).
pub(crate) const LARGEST_NUMBER: i64 = 1 << 53;

/// The canonical JSON of a value (RFC 8785).
///
/// Our types have text keys and whole numbers below 2⁵³ only, so this cannot fail for them.
pub(crate) fn json(value: &impl Serialize) -> Result<String, serde_json::Error> {
    serde_json_canonicalizer::to_string(value)
}

/// SHA-256 over the parts, one after another.
pub(crate) fn sha256(parts: &[&[u8]]) -> Hash {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    Hash(hasher.finalize().into())
}

/// The next link of a chain: SHA-256(hash before ‖ canonical bytes).
pub(crate) fn link(before: Hash, body: &str) -> Hash {
    sha256(&[&before.0, body.as_bytes()])
}

/// What reviews and judgements of a revision name: SHA-256 over the hash of its answers and the sorted hashes of its files.
pub(crate) fn revision(answers: Option<Hash>, files: &[Hash]) -> Hash {
    let mut files = files.to_vec();
    files.sort();
    let parts: Vec<&[u8]> = answers.iter().chain(&files).map(|hash| hash.0.as_slice()).collect();
    sha256(&parts)
}

/// Form answers as a value and as canonical JSON.
pub(crate) fn answers(text: &str) -> Result<(Value, String), TextProblem> {
    let problem = |why: &str| TextProblem::Json(why.to_owned());
    let value: Value = serde_json::from_str(text).map_err(|error| problem(&error.to_string()))?;
    if !value.is_object() {
        return Err(problem("not an object"));
    }
    check(&value, DEPTH)?;
    let canonical = json(&value).map_err(|error| problem(&error.to_string()))?;
    Ok((value, canonical))
}

fn check(value: &Value, depth: usize) -> Result<(), TextProblem> {
    let problem = |why: &str| TextProblem::Json(why.to_owned());
    let deeper = depth.checked_sub(1).ok_or_else(|| problem("too deeply nested"))?;
    match value {
        Value::Null | Value::Bool(_) => Ok(()),
        Value::Number(number) => {
            let exact = number.as_i64().map_or(number.is_f64(), |n| n.abs() <= LARGEST_NUMBER);
            if exact { Ok(()) } else { Err(problem("a number too large to be kept exactly")) }
        }
        Value::String(text) => check_characters(text, false),
        Value::Array(items) => items.iter().try_for_each(|item| check(item, deeper)),
        Value::Object(fields) => fields.iter().try_for_each(|(name, field)| {
            check_characters(name, true)?;
            check(field, deeper)
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_sorted_and_numbers_plain() {
        let (_, canonical) = answers(r#" {"b": 1.0, "a": [ {"y":"\u0041", "x": 10000000} ], "é": 2} "#).unwrap();
        assert_eq!(canonical, r#"{"a":[{"x":10000000,"y":"A"}],"b":1,"é":2}"#);
    }

    #[test]
    fn what_cannot_be_kept_is_refused() {
        for text in
            ["[]", "3", "{", r#"{"a":"\u0000"}"#, r#"{"a":"\u202e"}"#, r#"{"a":9007199254740993}"#, r#"{"\u0007":1}"#]
        {
            assert!(answers(text).is_err(), "{text}");
        }
        let deep = format!("{}1{}", r#"{"a":"#.repeat(40), "}".repeat(40));
        assert!(answers(&deep).is_err());
    }

    #[test]
    fn a_chain_starts_at_nothing() {
        let first = link(BEGINNING, "{}");
        assert_eq!(first, sha256(&[&[0; 32], b"{}"]));
        assert_ne!(link(first, "{}"), first);
    }

    #[test]
    fn the_order_of_files_does_not_matter() {
        let (a, b) = (sha256(&[b"a"]), sha256(&[b"b"]));
        assert_eq!(revision(Some(a), &[a, b]), revision(Some(a), &[b, a]));
        assert_ne!(revision(None, &[a]), revision(None, &[b]));
    }
}
