//! Texts and form answers beside the log.

use std::collections::HashMap;

use engine::ContentId;

use crate::command::Principal;
use crate::error::Error;
use crate::store::{Store, unbuilt};

impl Store {
    /// The texts behind references, many at once. An erased text is `None`; what may not be seen is absent.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn texts(
        &self,
        principal: &Principal,
        ids: &[ContentId],
    ) -> Result<HashMap<ContentId, Option<String>>, Error> {
        let _ = (principal, ids);
        unbuilt()
    }
}
