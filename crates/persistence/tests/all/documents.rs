//! Drafts and files.

use std::convert::Infallible;

use bytes::Bytes;
use engine::{Command, FileId, Rejection, Stage};
use futures::{StreamExt as _, stream};
use persistence::{Error, FileRow, Limit, MAX_FILE_BYTES, NewFile, Store, SubmitDraft, Text};

use crate::world::{World, both, plan, submit};

both! {
    a_draft_is_saved_over_what_was_seen
    a_submission_counts_everyone_who_saved
    a_draft_is_submitted_once
    a_file_comes_in_and_goes_out
    an_upload_that_is_wrong_leaves_nothing
    a_file_belongs_to_its_document
}

fn answers(text: &str) -> Text {
    Text::parse(text, Limit::Answers).unwrap()
}

async fn a_draft_is_saved_over_what_was_seen(world: World) {
    let (store, project, plan) = (&world.store, world.start("Demo").await, plan());
    let (care, lead) = (world.who("care"), world.who("lead"));
    assert_eq!(store.draft(care, project, &plan).await.unwrap(), None);
    let first = store.save_draft(care, project, &plan, 0, Some(answers(r#"{"goal": "e"}"#)), vec![]).await.unwrap();
    assert_eq!((first.version, first.answers.as_deref()), (1, Some(r#"{"goal":"e"}"#)));
    let late = store.save_draft(lead, project, &plan, 0, Some(answers("{}")), vec![]).await;
    let Err(Error::DraftChanged(Some(current))) = late else { panic!("{late:?}") };
    assert_eq!(*current, first);
    let second = store.save_draft(lead, project, &plan, 1, Some(answers("{}")), vec![]).await.unwrap();
    assert_eq!(second.authors.len(), 2);
    assert_eq!(store.draft(care, project, &plan).await.unwrap(), Some(second));
    // Who may not write it has no draft, and cannot save one.
    assert_eq!(store.draft(world.who("ict"), project, &plan).await.unwrap(), None);
    let refused = store.save_draft(world.who("ict"), project, &plan, 2, Some(answers("{}")), vec![]).await;
    assert!(matches!(refused, Err(Error::Rejected(Rejection::NotPermitted { .. }))), "{refused:?}");
    let unseen = store.save_draft(world.who("outsider"), project, &plan, 2, Some(answers("{}")), vec![]).await;
    assert!(matches!(unseen, Err(Error::NotFound)), "{unseen:?}");
    assert!(matches!(store.discard_draft(care, project, &plan, 1).await, Err(Error::DraftChanged(_))));
    store.discard_draft(care, project, &plan, 2).await.unwrap();
    assert_eq!(store.draft(care, project, &plan).await.unwrap(), None);
}

async fn a_submission_counts_everyone_who_saved(world: World) {
    let project = world.start("Demo").await;
    world.store.save_draft(world.who("lead"), project, &plan(), 0, Some(answers("{}")), vec![]).await.unwrap();
    world.send("care", project, submit("doel")).await.unwrap();
    let state = world.store.project(world.who("lead"), project).await.unwrap().state;
    let authors = &state.artefacts[&plan()].current.authors;
    assert_eq!(*authors, [world.person("lead"), world.person("care")].into());
    assert_eq!(world.store.draft(world.who("lead"), project, &plan()).await.unwrap(), None, "it was submitted");
}

async fn a_draft_is_submitted_once(world: World) {
    let (store, project) = (&world.store, world.start("Demo").await);
    let care = world.who("care");
    let submit = |name: &str, version| SubmitDraft {
        key: crate::world::key(name),
        seen: engine::Seen::default(),
        artefact: plan(),
        stage: Stage::Final,
        version,
    };
    let nothing = store.submit_draft(care, project, submit("a", 0)).await;
    assert!(matches!(nothing, Err(Error::Rejected(Rejection::NothingSubmitted { .. }))), "{nothing:?}");
    store.save_draft(care, project, &plan(), 0, Some(answers(r#"{"goal": 3}"#)), vec![]).await.unwrap();
    let unpermitted = store.submit_draft(world.who("ict"), project, submit("a", 1)).await;
    assert!(matches!(unpermitted, Err(Error::Rejected(Rejection::NotPermitted { .. }))), "{unpermitted:?}");
    let wrong = store.submit_draft(care, project, submit("a", 1)).await;
    assert!(matches!(wrong, Err(Error::Form(_))), "{wrong:?}");
    store.save_draft(care, project, &plan(), 1, Some(answers(r#"{"goal": "doel"}"#)), vec![]).await.unwrap();
    let late = store.submit_draft(care, project, submit("a", 1)).await;
    assert!(matches!(late, Err(Error::DraftChanged(Some(_)))), "{late:?}");
    let first = store.submit_draft(care, project, submit("a", 2)).await.unwrap();
    assert!(store.draft(care, project, &plan()).await.unwrap().is_none());
    let again = store.submit_draft(care, project, submit("a", 2)).await.unwrap();
    assert!(again.replayed && again.last_sequence == first.last_sequence);
    assert!(matches!(store.submit_draft(care, project, submit("a", 3)).await, Err(Error::KeyReused)));
    world.verify().await;
}

async fn upload(
    store: &Store,
    who: &persistence::Principal,
    project: engine::ProjectId,
    bytes: &[u8],
) -> Result<FileRow, Error> {
    let parts: Vec<Result<Bytes, Infallible>> = bytes.chunks(1000).map(|part| Ok(Bytes::copy_from_slice(part))).collect();
    let staged = store.stage(stream::iter(parts)).await?;
    assert_eq!(staged.head(), &bytes[..bytes.len().min(8 * 1024)]);
    let (artefact, name) = (plan(), Text::parse("plan.pdf", Limit::Title).unwrap());
    let file = NewFile { project, artefact, name, media_type: "application/pdf".to_owned() };
    store.keep_file(who, file, staged).await
}

async fn a_file_comes_in_and_goes_out(world: World) {
    let project = world.start("Demo").await;
    let bytes: Vec<u8> = (0..300_000_u32).flat_map(u32::to_le_bytes).collect();
    let row = upload(&world.store, world.who("care"), project, &bytes).await.unwrap();
    assert_eq!(row.size, 1_200_000);
    let same = upload(&world.store, world.who("lead"), project, &bytes).await.unwrap();
    assert_eq!(same.hash, row.hash, "the same bytes lie once");
    let (found, mut stream) = world.store.open_file(world.who("ict"), row.id).await.unwrap();
    assert_eq!(found, row);
    let mut out = Vec::new();
    while let Some(part) = stream.next().await {
        out.extend_from_slice(&part.unwrap());
    }
    assert!(out == bytes);
    assert!(matches!(world.store.open_file(world.who("outsider"), row.id).await, Err(Error::NotFound)));
    let command = |files| Command::SubmitRevision {
        artefact: plan(),
        stage: Stage::Final,
        answers: Some(answers(r#"{"goal": "doel"}"#)),
        files,
    };
    world.send("care", project, command(vec![row.reference(), same.reference()])).await.unwrap();
    world.verify().await;
    let damaged = world.folder.path().join("files/sha256").join(&row.hash.to_string()[..2]).join(row.hash.to_string());
    std::fs::write(damaged, "anders").unwrap();
    let report = world.store.verify().await.unwrap();
    assert!(report.findings.iter().any(|finding| finding.place == persistence::Place::File(row.id)), "{report:?}");
}

async fn an_upload_that_is_wrong_leaves_nothing(world: World) {
    let project = world.start("Demo").await;
    let empty = upload(&world.store, world.who("care"), project, b"").await;
    assert!(matches!(empty, Err(Error::FileEmpty)), "{empty:?}");
    let part = Bytes::from(vec![7; 1_000_000]);
    let parts = usize::try_from(MAX_FILE_BYTES / 1_000_000).unwrap() + 1;
    let large = stream::iter((0..parts).map(|_| Ok::<_, Infallible>(part.clone())));
    assert!(matches!(world.store.stage(large).await, Err(Error::FileTooLarge { limit: MAX_FILE_BYTES })));
    let broken = stream::iter([Ok(part.clone()), Err(std::io::Error::other("gone"))]);
    assert!(matches!(world.store.stage(broken).await, Err(Error::FileBrokenOff)));
    let kept = world.store.stage(stream::iter([Ok::<_, Infallible>(part.clone())])).await.unwrap();
    drop(kept);
    let refused = upload(&world.store, world.who("ict"), project, b"%PDF").await;
    assert!(matches!(refused, Err(Error::Rejected(_))), "{refused:?}");
    let staging = world.folder.path().join("files/staging");
    let left: Vec<_> = std::fs::read_dir(staging).unwrap().flatten().map(|entry| entry.file_name()).collect();
    assert!(left.is_empty(), "{left:?}");
}

async fn a_file_belongs_to_its_document(world: World) {
    let (one, two) = (world.start("Demo een").await, world.start("Demo twee").await);
    let row = upload(&world.store, world.who("care"), one, b"%PDF-1.7").await.unwrap();
    let command = |files| Command::SubmitRevision {
        artefact: plan(),
        stage: Stage::Final,
        answers: Some(answers(r#"{"goal": "doel"}"#)),
        files,
    };
    let elsewhere = world.send("care", two, command(vec![row.reference()])).await;
    assert!(matches!(elsewhere, Err(Error::NotFound)), "{elsewhere:?}");
    let mut lying = row.reference();
    "text/html".clone_into(&mut lying.media_type);
    assert!(matches!(world.send("care", one, command(vec![lying])).await, Err(Error::NotFound)));
    let unknown = world.store.save_draft(world.who("care"), two, &plan(), 0, None, vec![row.id]).await;
    assert!(matches!(unknown, Err(Error::NotFound)), "{unknown:?}");
    let many = vec![FileId(row.id.0); 21];
    let refused = world.store.save_draft(world.who("care"), one, &plan(), 0, None, many).await;
    assert!(matches!(refused, Err(Error::Rejected(Rejection::ListLength { .. }))), "{refused:?}");
    world.send("care", one, command(vec![row.reference()])).await.unwrap();
    world.verify().await;
}
