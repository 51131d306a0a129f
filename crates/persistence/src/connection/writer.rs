//! The writer of SQLite: one task owns the connection and lets the work that waits share a commit.

use std::panic::AssertUnwindSafe;

use futures::FutureExt as _;
use futures::future::BoxFuture;
use sea_orm::{
    ConnectOptions, ConnectionTrait as _, Database, DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};
use tokio::sync::{Mutex, mpsc, oneshot};
use tokio::task::JoinHandle;

use crate::error::{DatabaseError, Error, Failure};
use crate::scope::{Scope, Tx, Work};

/// Pieces of work in one commit at most: so many that a flush is shared, so few that the first does not wait long.
const BATCH: usize = 128;
/// Pieces of work that wait at most; further callers wait for a place.
const QUEUE: usize = 1024;

/// The task that writes.
pub(super) struct Writer {
    queue: Mutex<Option<mpsc::Sender<Box<dyn Job>>>>,
    sender: mpsc::WeakSender<Box<dyn Job>>,
    task: Mutex<Option<JoinHandle<()>>>,
}

/// A piece of work that waits.
trait Job: Send {
    /// Does the work inside a savepoint; tells whether to keep it, and how to answer once the commit is known.
    fn run(self: Box<Self>, transaction: &DatabaseTransaction) -> BoxFuture<'_, Done>;
    /// Answers without having done it.
    fn refuse(self: Box<Self>, error: Error);
}

struct Done {
    keep: bool,
    answer: Box<dyn FnOnce(Result<(), Error>) + Send>,
}

struct Waiting<T, F> {
    scope: Scope,
    body: F,
    caller: oneshot::Sender<Result<T, Error>>,
}

impl<T, F> Job for Waiting<T, F>
where
    T: Send + 'static,
    F: for<'a> FnOnce(&'a Tx<'a>) -> Work<'a, T> + Send + 'static,
{
    fn run(self: Box<Self>, transaction: &DatabaseTransaction) -> BoxFuture<'_, Done> {
        Box::pin(async move {
            let Self { scope, body, caller } = *self;
            let tx = Tx::new(transaction, scope);
            // A panic in one piece of work must not end the writing of all.
            let result = AssertUnwindSafe(async { body(&tx).await }).catch_unwind().await;
            let result = result.unwrap_or_else(|_| Err(Error::failed(Failure::Other, "the work broke off")));
            let keep = result.is_ok();
            // A caller that went away needs no answer.
            let answer = move |committed: Result<(), Error>| {
                drop(caller.send(result.and_then(|value| committed.map(|()| value))));
            };
            Done { keep, answer: Box::new(answer) }
        })
    }

    fn refuse(self: Box<Self>, error: Error) {
        drop(self.caller.send(Err(error)));
    }
}

impl Writer {
    pub(super) fn start(options: ConnectOptions, connection: DatabaseConnection) -> Self {
        let (queue, waiting) = mpsc::channel(QUEUE);
        let sender = queue.downgrade();
        let task = tokio::spawn(write_all(options, connection, waiting));
        Self { queue: Mutex::new(Some(queue)), sender, task: Mutex::new(Some(task)) }
    }

    pub(super) async fn write<T, F>(&self, scope: Scope, body: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: for<'a> FnOnce(&'a Tx<'a>) -> Work<'a, T> + Send + 'static,
    {
        let closed = || Error::failed(Failure::Closed, "the store is closing");
        let (caller, answer) = oneshot::channel();
        let job: Box<dyn Job> = Box::new(Waiting { scope, body, caller });
        let queue = self.sender.upgrade().ok_or_else(closed)?;
        queue.send(job).await.map_err(|_| closed())?;
        drop(queue);
        answer.await.map_err(|_| closed())?
    }

    /// Takes no more work, and waits until what was taken is committed.
    pub(super) async fn close(&self) {
        self.queue.lock().await.take();
        if let Some(task) = self.task.lock().await.take() {
            let _ = task.await;
        }
    }
}

async fn write_all(options: ConnectOptions, mut connection: DatabaseConnection, mut waiting: mpsc::Receiver<Box<dyn Job>>) {
    let mut jobs = Vec::with_capacity(BATCH);
    while waiting.recv_many(&mut jobs, BATCH).await > 0 {
        if commit_together(&connection, std::mem::take(&mut jobs)).await.is_err() {
            // After a full disk or an I/O error SQLite may have ended the transaction by itself, without sqlx knowing.
            // A new connection knows where it stands.
            let _ = connection.close_by_ref().await;
            match Database::connect(options.clone()).await {
                Ok(fresh) => connection = fresh,
                Err(error) => tracing::error!(%error, "the writing connection could not be opened again"),
            }
        }
    }
    let _ = connection.close().await;
}

/// Does all of `jobs` in one transaction, each in a savepoint of its own where there are several, and answers after the
/// commit.
async fn commit_together(connection: &DatabaseConnection, jobs: Vec<Box<dyn Job>>) -> Result<(), ()> {
    let immediate =
        TransactionOptions { sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate), ..Default::default() };
    let transaction = match connection.begin_with_options(immediate).await {
        Ok(transaction) => transaction,
        Err(error) => {
            let (failure, text) = parts(error);
            for job in jobs {
                job.refuse(Error::failed(failure, text.clone()));
            }
            return Err(());
        }
    };
    let mut answers = Vec::with_capacity(jobs.len());
    let (alone, last) = (jobs.len() == 1, jobs.len() - 1);
    let mut broken = None;
    let mut undone = false;
    for (n, job) in jobs.into_iter().enumerate() {
        if let Some((failure, text)) = &broken {
            job.refuse(Error::failed(*failure, String::clone(text)));
            continue;
        }
        if alone {
            // Nobody else is in this transaction: undoing it undoes the work, without a savepoint.
            let Done { keep, answer } = job.run(&transaction).await;
            answers.push(answer);
            undone = !keep;
            continue;
        }
        match in_savepoint(&transaction, job, n == 0, n == last).await {
            Ok(answer) => answers.push(answer),
            Err((answer, error)) => {
                answers.extend(answer);
                broken = Some(parts(error));
            }
        }
    }
    let ended = match broken {
        None if undone => transaction.rollback().await.map_err(parts),
        None => transaction.commit().await.map_err(parts),
        Some(broken) => {
            let _ = transaction.rollback().await;
            Err(broken)
        }
    };
    for answer in answers {
        answer(ended.as_ref().copied().map_err(|(failure, text)| Error::failed(*failure, text.clone())));
    }
    ended.map_err(drop)
}

type Answer = Box<dyn FnOnce(Result<(), Error>) + Send>;

/// Does one of several in a savepoint: the first opens its own, and each opens that of the next with the end of its own, for
/// every exchange with the connection costs as much as a small statement.
async fn in_savepoint(
    transaction: &DatabaseTransaction,
    job: Box<dyn Job>,
    first: bool,
    last: bool,
) -> Result<Answer, (Option<Answer>, DbErr)> {
    if first && let Err(error) = transaction.execute_unprepared("SAVEPOINT job").await {
        let (failure, text) = parts(error);
        job.refuse(Error::failed(failure, text.clone()));
        return Err((None, DbErr::Custom(text)));
    }
    let Done { keep, answer } = job.run(transaction).await;
    let end = match (keep, last) {
        (true, true) => "RELEASE job",
        (true, false) => "RELEASE job; SAVEPOINT job",
        (false, true) => "ROLLBACK TO job; RELEASE job",
        // Still open, and as it was before this work: the next goes on in it.
        (false, false) => "ROLLBACK TO job",
    };
    match transaction.execute_unprepared(end).await {
        Ok(_) => Ok(answer),
        Err(error) => Err((Some(answer), error)),
    }
}

fn parts(error: DbErr) -> (Failure, String) {
    match Error::from(error) {
        Error::Database(DatabaseError { failure, text }) => (failure, text),
        other => (Failure::Other, other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    async fn small_disk(folder: &tempfile::TempDir) -> Writer {
        let url = format!("sqlite://{}?mode=rwc", folder.path().join("small.sqlite").display());
        let mut options = ConnectOptions::new(url);
        // As small as a full disk.
        options.max_connections(1).map_sqlx_sqlite_opts(|options| options.pragma("max_page_count", "20"));
        let connection = Database::connect(options.clone()).await.unwrap();
        connection.execute_unprepared("CREATE TABLE t (n INTEGER PRIMARY KEY, body BLOB)").await.unwrap();
        Writer::start(options, connection)
    }

    async fn insert(writer: &Writer, n: i64, bytes: usize) -> Result<u64, Error> {
        let body = vec![1_u8; bytes];
        let sql = "INSERT INTO t (n, body) VALUES ($1, $2)";
        writer.write(Scope::SignIn, move |tx| Box::pin(async move { tx.execute(sql, [n.into(), body.into()]).await })).await
    }

    async fn count(writer: &Writer) -> u64 {
        let count = writer.write(Scope::SignIn, |tx| Box::pin(async { tx.number("SELECT count(*) FROM t", []).await }));
        count.await.unwrap()
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn a_full_disk_is_a_typed_error_and_nothing_half_written() {
        let folder = tempfile::tempdir().unwrap();
        let writer = Arc::new(small_disk(&folder).await);
        insert(&writer, 1, 100).await.unwrap();
        let full = insert(&writer, 2, 200_000).await;
        assert!(matches!(&full, Err(Error::Database(error)) if error.failure == Failure::Full), "{full:?}");
        insert(&writer, 3, 100).await.expect("small things still fit");
        assert_eq!(count(&writer).await, 2);
    }

    #[tokio::test]
    async fn one_that_fails_alone_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let writer = small_disk(&folder).await;
        let sql = "INSERT INTO t (n) VALUES (7)";
        let broken: Result<(), Error> = writer
            .write(Scope::SignIn, move |tx| {
                Box::pin(async move {
                    tx.execute(sql, []).await?;
                    Err(Error::NotFound)
                })
            })
            .await;
        assert!(matches!(broken, Err(Error::NotFound)), "{broken:?}");
        assert_eq!(count(&writer).await, 0);
        insert(&writer, 7, 10).await.expect("the connection goes on");
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn one_that_fails_or_panics_takes_nobody_along() {
        let folder = tempfile::tempdir().unwrap();
        let writer = Arc::new(small_disk(&folder).await);
        let mut all = tokio::task::JoinSet::new();
        for n in 0..40_i64 {
            let writer = Arc::clone(&writer);
            all.spawn(async move {
                if n % 4 == 3 {
                    let broken: Result<(), Error> = writer
                        .write(Scope::SignIn, move |tx| {
                            Box::pin(async move {
                                tx.execute("INSERT INTO t (n) VALUES ($1)", [n.into()]).await?;
                                panic!("a test's own panic")
                            })
                        })
                        .await;
                    assert!(matches!(broken, Err(Error::Database(_))));
                } else {
                    // Every fourth meets the one before it.
                    let inserted = insert(&writer, n - i64::from(n % 4 == 2), 10).await;
                    assert!(inserted.is_ok() || matches!(&inserted, Err(error) if error.is_race()), "{inserted:?}");
                }
            });
        }
        all.join_all().await;
        assert_eq!(count(&writer).await, 20, "one of each pair, and none of those that broke off");
        writer.close().await;
        assert!(matches!(insert(&writer, 99, 1).await, Err(Error::Database(error)) if error.failure == Failure::Closed));
    }
}
