//! Proofs try enough combinations, and conditions mean the same here and in the engine.
