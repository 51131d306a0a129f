//! `schema.graphql` is the printed schema. `UPDATE_EXPECT=1` rewrites it.

use graphql::Api;

#[test]
fn the_printed_schema_is_committed() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema.graphql");
    let printed = Api::sdl();
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, &printed).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), printed, "UPDATE_EXPECT=1 rewrites schema.graphql");
}

#[test]
fn the_schema_is_printed_the_same_each_time() {
    assert_eq!(Api::sdl(), Api::sdl());
}
