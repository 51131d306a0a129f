//! The funnels that come with Trechter.

/// The name and the text of each, to be read with [`crate::parse`].
pub const ALL: &[(&str, &str)] = &[
    ("innovatietrechter-ggz", include_str!("../../../funnels/innovatietrechter-ggz.yaml")),
    ("innovatietrechter-klein", include_str!("../../../funnels/innovatietrechter-klein.yaml")),
    ("set-up-e-health", include_str!("../../../funnels/set-up-e-health.yaml")),
];

/// Earlier versions of them that the demo still plays with, by key and version. Nobody is offered one for a new project.
pub const EARLIER: &[(&str, u32, &str)] =
    &[("innovatietrechter-ggz", 2, include_str!("../../../funnels/demo/innovatietrechter-ggz-2.yaml"))];

/// The first part of the funnel for mental health care, up to selection: two gates without consultations, which tests walk
/// through fast. Nobody is offered it.
pub const FIRST_PART: (&str, &str) = ("innovatietrechter-ggz", include_str!("../../../funnels/demo/eerste-deel.yaml"));
