//! How often somebody may try to sign in: a fixed window per account and per address.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long tries are counted together.
pub const WINDOW: Duration = Duration::from_mins(15);
/// Keys remembered at most; attackers choose them.
const KEYS: usize = 50_000;

/// Counts tries by key.
#[derive(Debug)]
pub struct Tries<K> {
    at_most: u32,
    counts: Mutex<HashMap<K, Count>>,
}

#[derive(Clone, Copy, Debug)]
struct Count {
    since: Instant,
    tries: u32,
}

impl<K: Eq + Hash> Tries<K> {
    /// Allows `at_most` tries per key and window.
    #[must_use]
    pub fn new(at_most: u32) -> Self {
        Self { at_most, counts: Mutex::new(HashMap::new()) }
    }

    /// Takes one try, before it is known how it ends: so a hundred at once are counted as a hundred.
    ///
    /// # Errors
    /// How long to wait, when there is none left.
    pub fn take(&self, key: K, now: Instant) -> Result<(), Duration> {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.len() >= KEYS && !counts.contains_key(&key) {
            counts.retain(|_, count| now.duration_since(count.since) < WINDOW);
            if counts.len() >= KEYS {
                // So many keys at once are an attack; who is new waits, who is known goes on.
                return Err(WINDOW);
            }
        }
        let count = counts.entry(key).or_insert(Count { since: now, tries: 0 });
        if now.duration_since(count.since) >= WINDOW {
            *count = Count { since: now, tries: 0 };
        }
        if count.tries >= self.at_most {
            return Err(WINDOW.saturating_sub(now.duration_since(count.since)));
        }
        count.tries += 1;
        Ok(())
    }

    /// Forgets the tries of a key, after one that succeeded.
    pub fn forget(&self, key: &K) {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner).remove(key);
    }

    /// Gives one try back, after one that succeeded.
    pub fn give_back(&self, key: &K) {
        if let Some(count) = self.counts.lock().unwrap_or_else(PoisonError::into_inner).get_mut(key) {
            count.tries = count.tries.saturating_sub(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_come_back_after_the_window() {
        let tries = Tries::new(2);
        let start = Instant::now();
        assert_eq!(tries.take("a", start), Ok(()));
        assert_eq!(tries.take("a", start), Ok(()));
        assert_eq!(tries.take("a", start + Duration::from_mins(5)), Err(Duration::from_mins(10)));
        assert_eq!(tries.take("b", start), Ok(()));
        assert_eq!(tries.take("a", start + WINDOW), Ok(()));
    }

    #[test]
    fn attackers_cannot_fill_the_memory() {
        let tries = Tries::new(1);
        let start = Instant::now();
        for key in 0..KEYS {
            assert_eq!(tries.take(key, start), Ok(()));
        }
        assert_eq!(tries.take(KEYS, start), Err(WINDOW));
        assert_eq!(tries.take(KEYS, start + WINDOW), Ok(()));
        assert_eq!(tries.counts.lock().map(|counts| counts.len()).unwrap_or_default(), 1);
    }
}
