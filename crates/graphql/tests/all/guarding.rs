//! S1 at the door: what is deep, long or exponential is refused by counting tokens.

use std::fmt::Write as _;

use graphql::{Guarded, MAX_DOCUMENT_BYTES, guard, operation_hash};
use proptest::prelude::*;

#[test]
fn what_the_screens_send_passes() {
    let document =
        "query Project($id: ID!) { project(id: $id) { id title readiness { checks { state blockers { kind } } } } }";
    assert_eq!(guard(document), Ok(()));
}

#[test]
fn nested_literals_that_end_the_process_are_refused() {
    for (open, close) in [("[", "]"), ("{a:", "}")] {
        let literal = format!("{}1{}", open.repeat(1_600), close.repeat(1_600));
        let document = format!("{{ project(id: {literal}) {{ id }} }}");
        assert_eq!(guard(&document), Err(Guarded::Nesting));
    }
    assert_eq!(guard(&"{a".repeat(2_000)), Err(Guarded::Nesting));
}

#[test]
fn fragments_that_double_at_each_level_are_refused() {
    let mut document = "{...f0 ...f0}".to_owned();
    for n in 0..20 {
        write!(document, " fragment f{n} on Query {{...f{} ...f{}}}", n + 1, n + 1).unwrap();
    }
    assert_eq!(guard(&document), Err(Guarded::Spreads));
}

#[test]
fn long_documents_aliases_and_directives_are_refused() {
    assert_eq!(guard(&" ".repeat(MAX_DOCUMENT_BYTES + 1)), Err(Guarded::Bytes));
    assert_eq!(guard(&format!("{{{}}}", "a ".repeat(3_000))), Err(Guarded::Tokens));
    assert_eq!(guard(&format!("{{{}}}", "b:a ".repeat(301))), Err(Guarded::Aliases));
    assert_eq!(guard(&format!("{{ a {} }}", "@skip(if:true)".repeat(17))), Err(Guarded::Directives));
}

#[test]
fn text_that_is_not_graphql_is_refused() {
    assert_eq!(guard("{ a \u{0} }"), Err(Guarded::Lexical));
    assert_eq!(guard("{ a(b: \"unfinished) }"), Err(Guarded::Lexical));
}

#[test]
fn an_operation_is_known_by_the_hash_of_its_exact_text() {
    assert_eq!(operation_hash(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

proptest! {
    #[test]
    fn whatever_is_sent_the_guard_answers(document in "[\\PC\\n\"{}\\[\\]():.@$\\\\]{0,400}") {
        let _ = guard(&document);
    }
}
