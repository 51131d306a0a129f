//! Whatever somebody uploads as a funnel is answered with a definition or with problems, never with a panic.

use std::ops::Range;
use std::sync::LazyLock;

use engine::ArtefactKey;
use funnel::{Definition, Problem, burden, changed_fields, coverage, diff, parse, shipped, submitted_dates};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::Config;
use serde_json::Value;

/// The small funnel, read once.
fn small() -> &'static Definition {
    static SMALL: LazyLock<Definition> =
        LazyLock::new(|| parse(include_str!("small.yaml")).expect("nothing is wrong with it"));
    &SMALL
}

/// Pieces of YAML that mean something, or break something.
const PIECES: &[&str] = &[
    ":",
    "- ",
    "\n",
    "  ",
    "{",
    "}",
    "[",
    "]",
    "*",
    "&a",
    "*a",
    "<<: *a",
    "|",
    ">",
    "'",
    "\"",
    "~",
    "null",
    "true",
    "-1",
    "1e999",
    ".inf",
    "0x",
    "!!",
    "!!binary",
    "---",
    "...",
    "#",
    "%YAML",
    "\u{0}",
    "\u{202e}",
    "\u{feff}",
    "\t",
    "id: x",
    "when: {}",
    "form: 3",
    "properties: []",
    "$ref: '#'",
    "$ref: '#/$defs/a'",
    "phases: []",
    "go_to: idee",
    "x-order: 4",
    "oneOf: {}",
    "99999999999999999999",
    "é",
    "👍",
];

/// Replaces a part of a text by a piece, at the nearest places between characters.
fn mutated(source: &str, changes: &[(Range<usize>, &str)]) -> String {
    let mut text = source.to_owned();
    for (range, piece) in changes {
        let length = text.len().max(1);
        let start = text.floor_char_boundary(range.start % length);
        let end = text.floor_char_boundary((start + range.end % 40).min(text.len()));
        text.replace_range(start..end, piece);
    }
    text
}

/// Replaces words by other words of the same text, so that it stays YAML but means something else.
fn shuffled(source: &str, changes: &[(usize, usize)]) -> String {
    let word = |c: char| !(c.is_alphanumeric() || c == '_' || c == '-' || c == '/' || c == '.');
    let mut text = source.to_owned();
    for (from, to) in changes {
        let words: Vec<&str> = source.split(word).filter(|w| !w.is_empty()).collect();
        let places: Vec<(usize, usize)> = text.match_indices(|c| !word(c)).map(|(at, c)| (at, c.len())).fold(
            Vec::new(),
            |mut places: Vec<(usize, usize)>, (at, length)| {
                match places.last_mut() {
                    Some((start, size)) if *start + *size == at => *size += length,
                    _ => places.push((at, length)),
                }
                places
            },
        );
        let (start, length) = places[from % places.len()];
        text.replace_range(start..start + length, words[to % words.len()]);
    }
    text
}

/// Problems can be shown, and point into the file.
fn check(source: &str) -> Result<(), TestCaseError> {
    let lines = source.lines().count() as u64;
    for problem in parse(source).err().into_iter().flatten() {
        let Problem { line, column, .. } = problem;
        prop_assert!(line >= 1 && column >= 1 && line <= lines.max(1) + 1, "{problem}");
        prop_assert!(!problem.to_string().is_empty());
    }
    Ok(())
}

/// Whatever JSON may be sent as the answers of a form.
fn json() -> impl Strategy<Value = Value> {
    let text = prop_oneof![select(PIECES).prop_map(str::to_owned), "\\PC{0,20}", "2[0-9]{3}-[01][0-9]-[0-3][0-9]"];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text.prop_map(Value::from),
    ];
    let name = select(vec!["goal", "start", "size", "risks", "likelihood", "impact", "other"]);
    leaf.prop_recursive(4, 40, 6, move |inner| {
        let object = vec((name.clone(), inner.clone()), 0..6);
        let object = object.prop_map(|fields| fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect());
        prop_oneof![vec(inner, 0..6).prop_map(Value::Array), object.prop_map(Value::Object)]
    })
}

fn changes() -> impl Strategy<Value = Vec<(Range<usize>, &'static str)>> {
    let at = (any::<usize>(), any::<usize>()).prop_map(|(start, end)| start..end);
    vec((at, select(PIECES)), 1..6)
}

proptest! {
    #![proptest_config(Config { cases: 128, failure_persistence: None, ..Config::default() })]

    #[test]
    fn random_bytes(bytes in vec(any::<u8>(), 0..400)) {
        check(&String::from_utf8_lossy(&bytes))?;
    }

    /// Answers of any shape are checked, compared, and looked through for dates; each problem has a place and a message.
    #[test]
    fn random_answers(before in json(), after in json()) {
        let definition = small();
        let plan = ArtefactKey::parse("plan").expect("a key");
        let kind = definition.funnel.artefact(&plan).expect("is there");
        for problem in definition.forms[&plan].check(&after) {
            prop_assert!(problem.path.is_empty() || problem.path.starts_with('/'), "{:?}", problem);
            prop_assert!(!problem.message.nl.is_empty() && !problem.message.en.is_empty(), "{:?}", problem);
        }
        prop_assert!(changed_fields(kind, Some(&after), &after).is_empty());
        let changed = changed_fields(kind, Some(&before), &after);
        prop_assert_eq!(changed, changed_fields(kind, Some(&after), &before));
        let dates = submitted_dates(kind, &after);
        prop_assert_eq!(dates.ends_on, dates.signed_on, "both are the field `start`");
    }

    #[test]
    fn random_pieces(pieces in vec(select(PIECES), 0..60)) {
        check(&pieces.concat())?;
    }

    #[test]
    fn a_small_funnel_with_changes(changes in changes()) {
        check(&mutated(include_str!("small.yaml"), &changes))?;
    }

    #[test]
    fn a_small_funnel_with_its_words_shuffled(changes in vec(any::<(usize, usize)>(), 1..4)) {
        check(&shuffled(include_str!("small.yaml"), &changes))?;
    }
}

proptest! {
    #![proptest_config(Config { cases: 24, failure_persistence: None, ..Config::default() })]

    #[test]
    fn a_shipped_funnel_with_changes(which in 0..shipped::ALL.len(), changes in changes()) {
        check(&mutated(shipped::ALL[which].1, &changes))?;
    }

    /// What reads as a funnel after words changed places can be reported on.
    #[test]
    fn a_funnel_with_its_words_shuffled_can_be_reported_on(changes in vec(any::<(usize, usize)>(), 1..3)) {
        let source = include_str!("small.yaml");
        let old = parse(source).expect("nothing is wrong with it");
        if let Ok(new) = parse(&shuffled(source, &changes)) {
            for burden in burden(&new) {
                prop_assert!(burden.least.sum().acts <= burden.most.sum().acts || new != old);
            }
            prop_assert_eq!(coverage(&new).len(), new.frameworks.len());
            for label in diff(&old, &new) {
                prop_assert!(label.nl.ends_with('.') && label.en.ends_with('.'), "{:?}", label);
            }
        }
    }
}
