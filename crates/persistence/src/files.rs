//! Uploaded files, kept by hash in a folder.

use std::pin::Pin;

use bytes::Bytes;
use engine::{ArtefactKey, FileId, FileRef, Hash, PersonId, ProjectId, Timestamp};
use futures::Stream;

use crate::command::Principal;
use crate::error::Error;
use crate::store::{Store, unbuilt};
use crate::text::Text;

/// Bytes in one file at most: 50 MB.
pub const MAX_FILE_BYTES: u64 = 50_000_000;

/// Bytes as they come out of a file.
pub type FileBytes = Pin<Box<dyn Stream<Item = Result<Bytes, std::io::Error>> + Send>>;

/// An uploaded file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRow {
    /// Which upload.
    pub id: FileId,
    /// For which project.
    pub project: ProjectId,
    /// For which artefact.
    pub artefact: ArtefactKey,
    /// Its name as the uploader gave it; empty when erased.
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// Media type, sniffed from the bytes.
    pub media_type: String,
    /// SHA-256 of the bytes.
    pub hash: Hash,
    /// Who uploaded it.
    pub uploaded_by: PersonId,
    /// When.
    pub uploaded_at: Timestamp,
}

impl FileRow {
    /// The file as a command names it.
    #[must_use]
    pub fn reference(&self) -> FileRef {
        FileRef { id: self.id, hash: self.hash, media_type: self.media_type.clone() }
    }
}

/// What is said of an upload.
#[derive(Clone, Debug)]
pub struct NewFile {
    /// For which project.
    pub project: ProjectId,
    /// For which artefact.
    pub artefact: ArtefactKey,
    /// Its name.
    pub name: Text,
    /// Media type, sniffed from [`Staged::head`].
    pub media_type: String,
}

/// A file that came in whole but belongs to nothing yet; gone when dropped.
#[derive(Debug)]
pub struct Staged {
    pub(crate) hash: Hash,
    pub(crate) size: u64,
    pub(crate) head: Bytes,
}

impl Staged {
    /// The first 8 KiB, to tell what it is.
    #[must_use]
    pub fn head(&self) -> &[u8] {
        &self.head
    }

    /// Bytes.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// SHA-256 of the bytes.
    #[must_use]
    pub fn hash(&self) -> Hash {
        self.hash
    }
}

impl Store {
    /// Takes in an upload to its end.
    ///
    /// # Errors
    /// [`Error::FileEmpty`], [`Error::FileTooLarge`] (at the first byte too many), [`Error::FileBrokenOff`].
    pub async fn stage<S, E>(&self, body: S) -> Result<Staged, Error>
    where
        S: Stream<Item = Result<Bytes, E>> + Send + Unpin,
        E: std::error::Error + Send + Sync + 'static,
    {
        let _ = body;
        unbuilt()
    }

    /// Gives a staged upload its place.
    ///
    /// # Errors
    /// [`Error::NotFound`] or [`Error::Rejected`] for who may not write the artefact.
    pub async fn keep_file(&self, principal: &Principal, file: NewFile, staged: Staged) -> Result<FileRow, Error> {
        let _ = (principal, file, staged);
        unbuilt()
    }

    /// Files by id; what may not be seen is absent.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn files(&self, principal: &Principal, ids: &[FileId]) -> Result<Vec<FileRow>, Error> {
        let _ = (principal, ids);
        unbuilt()
    }

    /// A file and its bytes.
    ///
    /// # Errors
    /// [`Error::NotFound`] when its project may not be seen; [`Error::Corrupt`] when the bytes are not there.
    pub async fn open_file(&self, principal: &Principal, id: FileId) -> Result<(FileRow, FileBytes), Error> {
        let _ = (principal, id);
        unbuilt()
    }
}
