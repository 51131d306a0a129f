//! The shipped funnels.

/// A shipped funnel that cannot be read would leave a new installation without one.
#[test]
fn every_shipped_funnel_is_without_problems() {
    for (name, source) in funnel::shipped::ALL {
        match funnel::parse(source) {
            Ok(definition) => assert_eq!(definition.funnel.key.as_str(), *name),
            Err(problems) => panic!("{name}: {}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")),
        }
    }
}
