//! Whatever somebody uploads as a funnel is answered with a definition or with problems, never with a panic.

use std::ops::Range;

use funnel::{Problem, parse, shipped};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::Config;

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
    fn a_shipped_funnel_with_changes(changes in changes()) {
        check(&mutated(shipped::ALL[0].1, &changes))?;
    }
}
