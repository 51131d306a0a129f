//! Passwords: argon2id, a few at a time, and as slow for an address that nobody has.

use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use thiserror::Error;
use tokio::sync::Semaphore;

use crate::config::PasswordCost;

/// Hashed at one time: each takes its memory and a core; more at once would only wait for each other.
const AT_ONCE: usize = 2;
/// Bytes of a password at most.
pub const LONGEST: usize = 1_000;

/// Sixteen bytes of salt and 32 of hash in base64: checking against them costs what any check costs, and nobody knows a
/// password that gives them.
const NOBODYS_SALT: &str = "bm9ib2R5IGlzIGhlcmUuLg";
const NOBODYS_HASH: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Hashes and checks passwords.
#[derive(Clone)]
pub struct Passwords {
    hasher: Argon2<'static>,
    places: Arc<Semaphore>,
    /// What nobody's password hashes to: checked where there is no account.
    nobody: Arc<str>,
}

/// A password could not be hashed.
#[derive(Debug, Error)]
#[error("a password could not be hashed: {0}")]
pub struct PasswordError(String);

impl Passwords {
    /// Prepares for hashing at a cost.
    ///
    /// # Errors
    /// [`PasswordError`] when the cost is none that argon2 takes.
    pub fn new(cost: PasswordCost) -> Result<Self, PasswordError> {
        let params = Params::new(cost.memory_kib, cost.passes, 1, None).map_err(|e| PasswordError(e.to_string()))?;
        let hasher = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let PasswordCost { memory_kib, passes } = cost;
        // Written, not computed: hashing here would be most of the time that the server takes to start.
        let nobody = format!("$argon2id$v=19$m={memory_kib},t={passes},p=1${NOBODYS_SALT}${NOBODYS_HASH}");
        Ok(Self { hasher, places: Arc::new(Semaphore::new(AT_ONCE)), nobody: nobody.into() })
    }

    /// Hashes a new password.
    ///
    /// # Errors
    /// [`PasswordError`] when argon2 fails.
    pub async fn hash(&self, password: &str) -> Result<String, PasswordError> {
        let (hasher, password) = (self.hasher.clone(), password.to_owned());
        self.blocking(move || hash(&hasher, &password)).await?
    }

    /// Whether `password` belongs to `stored`. Without a stored hash it takes as long and is never true.
    ///
    /// # Errors
    /// [`PasswordError`] when the server is stopping.
    pub async fn matches(&self, password: &str, stored: Option<&str>) -> Result<bool, PasswordError> {
        let known = stored.is_some();
        let stored = stored.unwrap_or(&self.nobody).to_owned();
        let (hasher, password) = (self.hasher.clone(), password.to_owned());
        let same = self.blocking(move || {
            let hash = PasswordHash::new(&stored);
            hash.is_ok_and(|hash| hasher.verify_password(password.as_bytes(), &hash).is_ok())
        });
        Ok(same.await? && known)
    }

    /// Runs work on a thread where it may take its time, when one of the few places is free.
    async fn blocking<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, PasswordError> {
        let place = self.places.clone().acquire_owned().await.map_err(|e| PasswordError(e.to_string()))?;
        let work = tokio::task::spawn_blocking(move || {
            let result = work();
            // Only now: a caller that goes away must not make room for more work than there are cores.
            drop(place);
            result
        });
        work.await.map_err(|e| PasswordError(e.to_string()))
    }
}

fn hash(hasher: &Argon2<'_>, password: &str) -> Result<String, PasswordError> {
    let hash: PasswordHash = hasher.hash_password(password.as_bytes()).map_err(|e| PasswordError(e.to_string()))?;
    Ok(hash.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn nobody_is_checked_like_anybody() -> Result<(), PasswordError> {
        let passwords = Passwords::new(PasswordCost { memory_kib: 64, passes: 3 })?;
        let parsed = |text: &str| PasswordHash::new(text).map_err(|error| PasswordError(error.to_string()));
        let (nobody, real) = (parsed(&passwords.nobody)?, parsed(&passwords.hash("some password").await?)?);
        assert_eq!((nobody.params, nobody.version, nobody.algorithm), (real.params, real.version, real.algorithm));
        assert_eq!(nobody.hash.map(|hash| hash.len()), real.hash.map(|hash| hash.len()));
        assert!(!passwords.matches("some password", None).await?);
        assert!(passwords.matches("some password", Some(&passwords.hash("some password").await?)).await?);
        Ok(())
    }
}
