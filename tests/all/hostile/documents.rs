//! Documents that mean harm: templates near and over every limit, and what chance makes of them.

use std::fmt::Write as _;

use serde_json::{Value, json};
use tests::chance::Chance;

/// Bytes of a document at most: over the guard's limit, far below the body's.
const LONGEST: usize = 20_000;

/// A hostile document and its variables.
pub fn draw(chance: &mut Chance) -> (Vec<u8>, Value) {
    let (mut document, variables) = template(chance);
    for _ in 0..chance.pick(&[0, 0, 1, 1, 2, 5, 20]) {
        if document.is_empty() {
            break;
        }
        mutate(chance, &mut document);
    }
    document.truncate(LONGEST);
    (document, variables)
}

fn template(chance: &mut Chance) -> (Vec<u8>, Value) {
    let n = chance.pick(&[1, 5, 9, 12, 20, 100, 1_600]);
    let none = json!({});
    let text = match chance.below(18) {
        0 => format!("{{ project(id: {}1{}) {{ id }} }}", "[".repeat(n), "]".repeat(n)),
        1 => format!("{{ project(id: {}1{}) {{ id }} }}", "{a:".repeat(n), "}".repeat(n)),
        2 => format!("{}id{}", "{ project(id: \"x\") ".repeat(n), " }".repeat(n)),
        3 => spreads(chance),
        4 => "fragment a on Query { ...b } fragment b on Query { ...a } { ...a }".to_owned(),
        5 => format!("{{ {} }}", (0..n).map(|n| format!("a{n}: viewer {{ person {{ name }} }} ")).collect::<String>()),
        6 => format!("{{ viewer {} {{ person {{ id }} }} }}", "@skip(if: false) @include(if: true)".repeat(n)),
        7 => format!("{{ __schema {{ types {} }} }}", "{ fields { type { ofType ".repeat(n)),
        8 => pages(chance),
        9 => format!(
            "query({}) {{ viewer {{ person {{ id }} }} }}",
            (0..n).map(|n| format!("$v{n}: Int = {n} ")).collect::<String>()
        ),
        10 => {
            let number = chance.pick(&["2147483648", "-1", "1e308", "9999999999999999999999999999", "-0", "1.5", "0x7f"]);
            format!("{{ projects(first: {number}) {{ edges {{ node {{ id }} }} }} }}")
        }
        11 => format!(
            "{{ project(id: \"{}\") {{ id }} }}",
            chance.pick(&["\\u0000", "\u{202e}", "\\ud800", "é".repeat(500).as_str(), "' OR 1=1 --"])
        ),
        12 => format!("{{ projects(after: \"{}\") {{ edges {{ cursor }} }} }}", "A".repeat(n)),
        13 => format!("\"\"\"{}\"\"\" {{ viewer {{ person {{ id }} }} }} #{}", "x".repeat(n), "y".repeat(n)),
        14 => format!(
            "mutation {{ {} }}",
            (0..n)
                .map(|n| format!(
                    "m{n}: discardDraft(input: {{projectId: \"x\", artefact: \"a\", version: {n}}}) {{ artefact {{ id }} }} "
                ))
                .collect::<String>()
        ),
        15 => "subscription { projectChanged { version } }".to_owned(),
        16 => format!("{} {{ viewer {{ person {{ id }} }} }}", "query a { viewer { person { id } } } ".repeat(n)),
        _ => return (b"query($i: SaveDraftInput!) { saveDraft(input: $i) { artefact { id } } }".to_vec(), deep(n)),
    };
    (text.into_bytes(), none)
}

/// Fragments that multiply: as many spreads as the guard lets through, and more.
fn spreads(chance: &mut Chance) -> String {
    let (each, levels) =
        chance.pick(&[(2, 3), (2, 5), (3, 3), (4, 2), (6, 1), (12, 0), (2, 15), (3, 9), (4, 7), (2, 25), (30, 1)]);
    let spread = |level: usize| format!("...f{level} ").repeat(each);
    let mut text = format!("{{ {} }}", spread(0));
    for level in 0..levels {
        write!(text, " fragment f{level} on Query {{ {} }}", spread(level + 1)).expect("written");
    }
    let leaf = "viewer { person { id } } ".repeat(chance.pick(&[1, 200]));
    write!(text, " fragment f{levels} on Query {{ {leaf} }}").expect("written");
    text
}

/// Pages within pages, larger than any number of rows.
fn pages(chance: &mut Chance) -> String {
    let first = chance.pick(&["2147483647", "1000000", "100", "2147483646"]);
    let events = "id kind at sequence hash text function ".repeat(chance.pick(&[1, 4]));
    format!(
        "{{ projects(first: {first}) {{ edges {{ node {{ id timeline(first: {first}) {{ edges {{ node {{ {events} }} }} }} \
         artefacts {{ revisions(first: {first}) {{ edges {{ node {{ number hash answers }} }} }} }} }} }} }} }}"
    )
}

/// Variables within variables.
fn deep(n: usize) -> Value {
    let mut answers = json!(1);
    for level in 0..n.min(100) {
        answers = if level % 2 == 0 { json!([answers]) } else { json!({ "a": answers }) };
    }
    json!({ "i": { "projectId": "x", "artefact": "idee", "answers": answers, "fileIds": vec!["x"; n] } })
}

/// One small harm.
fn mutate(chance: &mut Chance, document: &mut Vec<u8>) {
    let at = chance.below(document.len());
    match chance.below(7) {
        0 => document[at] = u8::try_from(chance.below(256)).expect("a byte"),
        1 => drop(document.remove(at)),
        2 => document.insert(at, chance.pick(b"{}[]()\"\\@$!:.#,|&\0\xff\xc3\n")),
        3 => document.truncate(at),
        4 => {
            let end = (at + chance.between(1, 40)).min(document.len());
            let part = document[at..end].to_vec();
            let times = chance.pick(&[1, 2, 50]);
            document.splice(at..at, part.repeat(times));
        }
        5 => {
            let word = chance.pick(&[
                "...",
                "on",
                "fragment",
                "query",
                "mutation",
                "subscription",
                "null",
                "true",
                "__typename",
                "\"\"\"",
                "🦀",
            ]);
            document.splice(at..at, word.bytes());
        }
        _ => {
            let other = chance.below(document.len());
            document.swap(at, other);
        }
    }
}
