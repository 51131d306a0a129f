//! The house stays as `ARCHITECTURE.md` draws it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use cargo_metadata::MetadataCommand;

/// Which rooms a room may know. A new arrow is a decision, made here.
const ARROWS: &[(&str, &[&str])] = &[
    ("engine", &[]),
    ("funnel", &["engine"]),
    ("migrations", &[]),
    ("table", &[]),
    ("persistence", &["engine", "funnel", "migrations"]),
    ("notification", &["engine"]),
    ("graphql", &["engine", "funnel", "persistence"]),
    ("server", &["engine", "funnel", "persistence", "notification", "graphql", "table"]),
];

/// The engine takes these from outside and nothing else.
const ENGINE_TAKES: &[&str] = &["serde", "thiserror", "time", "uuid"];

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let metadata = MetadataCommand::new().manifest_path(root().join("Cargo.toml")).no_deps().exec().unwrap();
    let normal = |package: &cargo_metadata::Package| {
        let normal = package.dependencies.iter().filter(|d| d.kind == cargo_metadata::DependencyKind::Normal);
        normal.map(|d| d.name.clone()).collect()
    };
    metadata.packages.iter().map(|package| (package.name.to_string(), normal(package))).collect()
}

#[test]
fn no_room_knows_more_than_its_arrows() {
    let dependencies = dependencies();
    let rooms: BTreeSet<&str> = ARROWS.iter().map(|(room, _)| *room).collect();
    for (room, allowed) in ARROWS {
        for dependency in dependencies[*room].iter().filter(|d| rooms.contains(d.as_str())) {
            assert!(allowed.contains(&dependency.as_str()), "{room} must not know {dependency}");
        }
    }
}

#[test]
fn the_engine_takes_nothing_that_could_do_io() {
    for dependency in &dependencies()["engine"] {
        assert!(ENGINE_TAKES.contains(&dependency.as_str()), "the engine must not take {dependency}");
    }
}

#[test]
fn every_path_that_the_architecture_names_exists() {
    let text = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    assert!(text.lines().count() <= 150, "ARCHITECTURE.md is to be read in one sitting");
    let quoted = text.split('`').skip(1).step_by(2);
    let paths = quoted.filter(|q| q.contains('/') && !q.contains(char::is_whitespace) && !q.contains(['(', '<', '*', ':']));
    let missing: Vec<_> = paths.filter(|path| !path.starts_with('/') && !root().join(path).exists()).collect();
    assert!(missing.is_empty(), "ARCHITECTURE.md names {missing:?}");
}
