//! The funnels that come with Trechter.

/// The name and the text of each, to be read with [`crate::parse`].
pub const ALL: &[(&str, &str)] = &[("innovatietrechter-ggz", include_str!("../../../funnels/innovatietrechter-ggz.yaml"))];
