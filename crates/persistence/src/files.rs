//! Uploaded files, kept by hash in a folder.

use std::path::Path as FolderPath;
use std::pin::Pin;
use std::sync::Arc;

use bytes::{Bytes, BytesMut};
use engine::{ArtefactKey, EvidenceId, FileId, FileRef, Hash, PersonId, ProjectId, Timestamp};
use futures::{Stream, StreamExt as _};
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{ObjectStoreExt as _, WriteMultipart};
use sea_orm::FromQueryResult;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::command::Principal;
use crate::drafts::Place;
use crate::error::{Error, Failure, OpenError};
use crate::organisations::of_evidence;
use crate::project_row::hash;
use crate::record_files::of_records;
use crate::scope::{signed, unsigned};
use crate::store::Store;
use crate::text::Text;
use crate::visible::Query;

/// Bytes in one file at most: 50 MB.
pub const MAX_FILE_BYTES: u64 = 50_000_000;

/// Bytes as they come out of a file.
pub type FileBytes = Pin<Box<dyn Stream<Item = Result<Bytes, std::io::Error>> + Send>>;

/// What a file was uploaded for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileOf {
    /// A document of a project.
    Document {
        /// Of which project.
        project: ProjectId,
        /// Which.
        artefact: ArtefactKey,
    },
    /// Evidence of the organisation.
    Evidence(EvidenceId),
    /// What shows an answer that was recorded on somebody's behalf.
    Record {
        /// In which project.
        project: ProjectId,
    },
}

/// An uploaded file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRow {
    /// Which upload.
    pub id: FileId,
    /// For what.
    pub of: FileOf,
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
pub struct Staged {
    hash: Hash,
    size: u64,
    head: Bytes,
    files: Arc<LocalFileSystem>,
    path: Option<Path>,
}

impl std::fmt::Debug for Staged {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Staged").field("hash", &self.hash).field("size", &self.size).finish_non_exhaustive()
    }
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

    /// Moves the bytes to where their hash says. Bytes that are there already are the same bytes.
    pub(crate) async fn settle(mut self) -> Result<(), Error> {
        if let Some(path) = self.path.take() {
            self.files.rename(&path, &place(self.hash)).await.map_err(|error| disk(&error))?;
        }
        Ok(())
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        if let Some(path) = self.path.take() {
            remove(&self.files, &path);
        }
    }
}

fn remove(files: &LocalFileSystem, path: &Path) {
    if let Ok(path) = files.path_to_filesystem(path) {
        // What cannot be removed now lies in a folder that may be emptied whenever nothing runs.
        let _ = std::fs::remove_file(path);
    }
}

/// Bytes of a file that tell what it is.
const HEAD: usize = 8 * 1024;
/// Bytes written at once.
const CHUNK: usize = 256 * 1024;

pub(crate) fn open(folder: &FolderPath) -> Result<LocalFileSystem, OpenError> {
    let folder = folder.join("files");
    std::fs::create_dir_all(&folder).map_err(OpenError::Folder)?;
    let files = LocalFileSystem::new_with_prefix(folder).map_err(|error| OpenError::Folder(std::io::Error::other(error)))?;
    // A file that a committed row names must survive a power cut, as the row does.
    Ok(files.with_fsync(true))
}

/// Where bytes lie: by hash, spread over folders.
fn place(hash: Hash) -> Path {
    let text = hash.to_string();
    Path::from(format!("sha256/{}/{text}", &text[..2]))
}

fn disk(error: &object_store::Error) -> Error {
    let text = error.to_string();
    let full = std::iter::successors(Some(error as &dyn std::error::Error), |error| error.source())
        .filter_map(|error| error.downcast_ref::<std::io::Error>())
        .any(|error| error.kind() == std::io::ErrorKind::StorageFull);
    Error::failed(if full { Failure::Full } else { Failure::Other }, text)
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    project_id: Uuid,
    artefact: String,
    name: String,
    size: i64,
    media_type: String,
    hash: Vec<u8>,
    uploaded_by: Uuid,
    uploaded_at: i64,
}

impl Row {
    const SELECT: &'static str = "SELECT f.id, f.project_id, f.artefact, f.name, f.size, f.media_type, f.hash, \
                                  f.uploaded_by, f.uploaded_at \
                                  FROM files f JOIN projects p ON p.id = f.project_id AND p.organisation_id = $1 \
                                  WHERE f.organisation_id = $1";

    fn file(self) -> Result<FileRow, Error> {
        Ok(FileRow {
            id: FileId(self.id),
            of: FileOf::Document {
                project: ProjectId(self.project_id),
                artefact: ArtefactKey::parse(self.artefact).map_err(|_| Error::corrupt("files", self.id))?,
            },
            name: self.name,
            size: unsigned(self.size),
            media_type: self.media_type,
            hash: hash("files", self.id, &self.hash)?,
            uploaded_by: PersonId(self.uploaded_by),
            uploaded_at: Timestamp(self.uploaded_at),
        })
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
        let files = Arc::clone(&self.inner.files);
        let path = Path::from(format!("staging/{}", self.inner.new_id().simple()));
        let upload = files.put_multipart(&path).await.map_err(|error| disk(&error))?;
        let mut writer = WriteMultipart::new_with_chunk_size(upload, CHUNK);
        match take_in(body, &mut writer).await {
            Ok((hash, size, head)) => {
                writer.finish().await.map_err(|error| disk(&error))?;
                Ok(Staged { hash, size, head, files, path: Some(path) })
            }
            Err(error) => {
                let _ = writer.abort().await;
                Err(error)
            }
        }
    }

    /// Gives a staged upload its place.
    ///
    /// # Errors
    /// [`Error::NotFound`] or [`Error::Rejected`] for who may not write the artefact.
    pub async fn keep_file(&self, principal: &Principal, file: NewFile, staged: Staged) -> Result<FileRow, Error> {
        self.may_write(principal, file.project, &file.artefact).await?;
        let (hash, size) = (staged.hash, staged.size);
        staged.settle().await?;
        let id = FileId(self.inner.new_id());
        let inner = Arc::clone(&self.inner);
        let place = Place { principal: principal.clone(), project: file.project, artefact: file.artefact.clone() };
        let row = self
            .write(principal.organisation, move |tx| {
                Box::pin(async move {
                    let uploaded_by = place.writer(&inner, tx).await?;
                    let uploaded_at = inner.config.clock.now().at;
                    let NewFile { project, artefact, name, media_type } = file;
                    let (of, name) = (FileOf::Document { project, artefact: artefact.clone() }, name.into_string());
                    let row = FileRow { id, of, name, size, media_type, hash, uploaded_by, uploaded_at };
                    let sql = "INSERT INTO files (organisation_id, id, project_id, artefact, name, size, media_type, hash, \
                               uploaded_by, uploaded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
                    let values = [
                        row.id.0.into(),
                        project.0.into(),
                        artefact.as_str().into(),
                        row.name.as_str().into(),
                        signed(row.size).into(),
                        row.media_type.as_str().into(),
                        row.hash.0.to_vec().into(),
                        row.uploaded_by.0.into(),
                        row.uploaded_at.0.into(),
                    ];
                    tx.execute(sql, values).await?;
                    Ok(row)
                })
            })
            .await?;
        Ok(row)
    }

    /// Files by id, of documents, of evidence and of records; what may not be seen is absent.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn files(&self, principal: &Principal, ids: &[FileId]) -> Result<Vec<FileRow>, Error> {
        let mut files = Vec::new();
        for ids in ids.chunks(200) {
            let mut query = Query::new(Row::SELECT);
            query.visible(principal, self.now().today).among("f.id", ids.iter().map(|id| id.0));
            let (ids, asking, today) = (ids.to_vec(), principal.clone(), self.now().today);
            let found = self.read(principal.organisation, move |tx| {
                Box::pin(async move {
                    let rows: Vec<Row> = tx.all(&query.sql, query.values).await?;
                    let mut found = rows.into_iter().map(Row::file).collect::<Result<Vec<_>, _>>()?;
                    // Most files are of documents; the other tables are asked for what is not among them.
                    if found.len() < ids.len() {
                        found.extend(of_evidence(tx, &ids).await?);
                    }
                    if found.len() < ids.len() {
                        found.extend(of_records(tx, &asking, today, &ids).await?);
                    }
                    Ok(found)
                })
            });
            files.extend(found.await?);
        }
        Ok(files)
    }

    /// A file and its bytes.
    ///
    /// # Errors
    /// [`Error::NotFound`] when its project may not be seen; [`Error::Corrupt`] when the bytes are not there.
    pub async fn open_file(&self, principal: &Principal, id: FileId) -> Result<(FileRow, FileBytes), Error> {
        let file = self.files(principal, &[id]).await?.pop().ok_or(Error::NotFound)?;
        let bytes = self.bytes_of(file.hash).await?.ok_or_else(|| Error::corrupt("files", id))?;
        Ok((file, bytes))
    }

    /// The bytes with a hash, if they are there.
    pub(crate) async fn bytes_of(&self, hash: Hash) -> Result<Option<FileBytes>, Error> {
        match self.inner.files.get(&place(hash)).await {
            Ok(found) => Ok(Some(Box::pin(found.into_stream().map(|bytes| bytes.map_err(std::io::Error::other))))),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(disk(&error)),
        }
    }
}

/// Writes a stream to its end, hashing it on the way.
async fn take_in<S, E>(mut body: S, writer: &mut WriteMultipart) -> Result<(Hash, u64, Bytes), Error>
where
    S: Stream<Item = Result<Bytes, E>> + Send + Unpin,
    E: std::error::Error,
{
    let (mut hasher, mut size, mut head) = (Sha256::new(), 0_u64, BytesMut::new());
    while let Some(bytes) = body.next().await {
        let bytes = bytes.map_err(|_| Error::FileBrokenOff)?;
        size += bytes.len() as u64;
        if size > MAX_FILE_BYTES {
            return Err(Error::FileTooLarge { limit: MAX_FILE_BYTES });
        }
        hasher.update(&bytes);
        let missing = HEAD.saturating_sub(head.len()).min(bytes.len());
        head.extend_from_slice(&bytes[..missing]);
        writer.wait_for_capacity(2).await.map_err(|error| disk(&error))?;
        writer.put(bytes);
    }
    if size == 0 { Err(Error::FileEmpty) } else { Ok((Hash(hasher.finalize().into()), size, head.freeze())) }
}
