//! The published schema and the table of checks say what the code does. `UPDATE_EXPECT=1` writes them anew.

use std::fs;
use std::path::PathBuf;

use funnel::Check;

fn docs(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(name)
}

/// Compares a file with what it should be, or writes it when asked to.
fn expect(name: &str, expected: &str) {
    let path = docs(name);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&path, expected).expect("docs can be written");
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "docs/{name} is not what the code says; run this test with UPDATE_EXPECT=1");
}

#[test]
fn the_published_schema_is_the_one_of_the_code() {
    let schema = serde_json::to_string_pretty(&funnel::json_schema()).expect("a schema is JSON");
    expect("funnel.schema.json", &format!("{schema}\n"));
}

#[test]
fn the_table_of_checks_has_every_check() {
    const START: &str = "<!-- checks -->\n";
    const END: &str = "<!-- /checks -->";
    let text = fs::read_to_string(docs("funnels.md")).expect("docs/funnels.md is there");
    let (before, rest) = text.split_once(START).expect("the table has a start");
    let (_, after) = rest.split_once(END).expect("the table has an end");
    let rows: String =
        Check::ALL.iter().map(|(code, meaning)| format!("| `{code}` |{meaning} |\n")).collect::<Vec<_>>().concat();
    expect("funnels.md", &format!("{before}{START}| check | rule |\n|---|---|\n{rows}{END}{after}"));
}
