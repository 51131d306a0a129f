//! The funnels that come with Trechter.

/// The name and the text of each, to be read with [`crate::parse`].
pub const ALL: &[(&str, &str)] = &[
    ("innovatietrechter-ggz", include_str!("../../../funnels/innovatietrechter-ggz.yaml")),
    ("innovatietrechter-klein", include_str!("../../../funnels/innovatietrechter-klein.yaml")),
    ("set-up-e-health", include_str!("../../../funnels/set-up-e-health.yaml")),
];

/// The first part of the funnel for mental health care, up to selection: what the demo plays and tests walk through. It asks
/// no consultations, so every step of it has a screen.
pub const FIRST_PART: (&str, &str) = ("innovatietrechter-ggz", include_str!("../../../funnels/demo/eerste-deel.yaml"));
