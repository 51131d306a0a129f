//! The schema is what was agreed, and hostile documents do not reach the parser.

mod guarding;
mod printed;
