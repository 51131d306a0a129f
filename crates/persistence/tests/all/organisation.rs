//! The organisation as an aggregate: its commands, its receipts, its files, and that projects see what it keeps.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::sync::Arc;

use bytes::Bytes;
use engine::{About, BodyRules, EvidenceStanding, FunnelVersionId, OrganisationCommand, Rejection, Right, When};
use futures::{StreamExt as _, stream};
use persistence::{
    Addressee, Error, FileOf, FileRow, Letter, Limit, NewEvidenceFile, NewLetter, NewNotice, OrganisationReceipt,
    OrganisationRequest, Store, Text,
};
use tokio::sync::Barrier;
use tokio::task::JoinSet;

use crate::world::{World, both, evidence, evidence_kind, judge_evidence, key, note, party, submit_evidence};

both! {
    evidence_is_kept_and_judged_once
    the_same_command_twice_happens_once
    one_key_serves_one_request
    a_refused_command_leaves_nothing
    what_is_not_there_cannot_be_named
    a_project_sees_what_the_organisation_keeps
    the_same_text_again_is_no_new_revision
    files_of_evidence_come_in_and_go_out
    the_state_is_folded_again
    two_organisations_have_two_logs
    many_commands_at_once_make_one_chain
    what_happened_in_the_organisation_is_planned_once
}

fn define(key: &str) -> OrganisationCommand<Text> {
    OrganisationCommand::DefineEvidence { kind: evidence_kind(key, false) }
}

async fn evidence_is_kept_and_judged_once(world: World) {
    let first = world.organise("administrator", define("nen7510")).await.unwrap();
    assert_eq!(first, OrganisationReceipt { first_sequence: 1, last_sequence: 1, replayed: false });
    world.organise("care", submit_evidence("nen7510", "Demo: beoordeeld.")).await.unwrap();
    let own = world.organise("care", judge_evidence("nen7510", 1, true)).await;
    assert!(matches!(own, Err(Error::Rejected(Rejection::NotPermitted { .. }))), "{own:?}");
    world.organise("ict", judge_evidence("nen7510", 1, true)).await.unwrap();
    let organisation = world.store.roster(world.organisation).await.unwrap().organisation.clone();
    let known = &organisation.evidence[&evidence("nen7510")];
    assert_eq!(known.current.authors, BTreeSet::from([world.person("care")]));
    assert_eq!(organisation.standing(&evidence("nen7510"), world.store.now().today), EvidenceStanding::Valid);
    let text = known.current.text.unwrap().id;
    let texts = world.store.texts(world.who("outsider"), &[text]).await.unwrap();
    assert_eq!(texts[&text].as_deref(), Some("Demo: beoordeeld."), "everybody in the organisation reads it");
    let (_, _, others) = world.other().await;
    assert!(world.store.texts(&others["care"], &[text]).await.unwrap().is_empty(), "nobody of another one does");
}

async fn the_same_command_twice_happens_once(world: World) {
    let request = OrganisationRequest { key: key("once"), command: define("nen7510") };
    let administrator = world.who("administrator");
    let first = world.store.execute_organisation(administrator, request.clone()).await.unwrap();
    let second = world.store.execute_organisation(administrator, request.clone()).await.unwrap();
    assert!(!first.replayed && second.replayed);
    assert_eq!((second.first_sequence, second.last_sequence), (1, 1));
    assert_eq!(world.store.roster(world.organisation).await.unwrap().organisation.sequence, 1);
    // Receipts are forgotten after a month, as those of projects are; then the engine alone says what is new.
    world.clock.advance_days(31);
    assert!(world.store.forget_old().await.unwrap() > 0);
    assert!(!world.store.execute_organisation(administrator, request).await.unwrap().replayed);
}

async fn one_key_serves_one_request(world: World) {
    let administrator = world.who("administrator");
    let one = OrganisationRequest { key: key("k"), command: define("nen7510") };
    let two = OrganisationRequest { key: key("k"), command: define("iso27001") };
    world.store.execute_organisation(administrator, one).await.unwrap();
    let again = world.store.execute_organisation(administrator, two.clone()).await;
    assert!(matches!(again, Err(Error::KeyReused)), "{again:?}");
    // Neither does a key of a project's request serve for the organisation.
    let start = world.start_request("project", "Demo");
    world.store.start(world.who("manager"), start).await.unwrap();
    let reused = OrganisationRequest { key: key("project"), ..two };
    let reused = world.store.execute_organisation(world.who("manager"), reused).await;
    assert!(matches!(reused, Err(Error::KeyReused)), "{reused:?}");
}

async fn a_refused_command_leaves_nothing(world: World) {
    let before = world.store.roster(world.organisation).await.unwrap();
    let refused = world.organise("manager", define("nen7510")).await;
    assert!(matches!(refused, Err(Error::Rejected(Rejection::NotPermitted { .. }))), "{refused:?}");
    let unknown = world.organise("care", submit_evidence("nen7510", "Demo")).await;
    assert!(matches!(unknown, Err(Error::Rejected(Rejection::UnknownEvidence { .. }))), "{unknown:?}");
    let after = world.store.roster(world.organisation).await.unwrap();
    assert_eq!(before, after);
}

async fn what_is_not_there_cannot_be_named(world: World) {
    let mut kind = evidence_kind("nen7510", false);
    kind.judged_by = party("weg");
    let nobody = world.organise("administrator", OrganisationCommand::DefineEvidence { kind: kind.clone() }).await;
    assert!(matches!(nobody, Err(Error::NotFound)), "{nobody:?}");
    // Who may not do it does not learn what is there.
    let refused = world.organise("manager", OrganisationCommand::DefineEvidence { kind }).await;
    assert!(matches!(refused, Err(Error::Rejected(Rejection::NotPermitted { .. }))), "{refused:?}");
    let rules = BodyRules { coached_by: Some(party("weg")), ..BodyRules::default() };
    let coach = world.organise("administrator", OrganisationCommand::SetBody { body: party("raad"), rules }).await;
    assert!(matches!(coach, Err(Error::NotFound)), "{coach:?}");
    let board = world.organise("administrator", OrganisationCommand::SetBoard { party: party("weg") }).await;
    assert!(matches!(board, Err(Error::NotFound)), "{board:?}");
    let (_, foreign, _) = world.other().await;
    let consult = |version: FunnelVersionId| OrganisationCommand::Consult {
        about: About::Funnel(version),
        body: party("raad"),
        right: Right::Advice,
        question: note("Demo: wat vindt u?"),
        summary: note("Demo: kort."),
        due: None,
    };
    let elsewhere = world.organise("administrator", consult(foreign)).await;
    assert!(matches!(elsewhere, Err(Error::NotFound)), "{elsewhere:?}");
    world.organise("administrator", consult(world.funnel)).await.unwrap();
}

async fn a_project_sees_what_the_organisation_keeps(world: World) {
    let project = world.start("Demo").await;
    let view = world.store.project(world.who("lead"), project).await.unwrap();
    assert_eq!(view.roster.organisation.agreements.standing.len(), 0);
    let agree = OrganisationCommand::Agree { body: party("raad"), when: When::Always, text: note("Demo: afspraak.") };
    world.organise("chair", agree).await.unwrap();
    let view = world.store.project(world.who("lead"), project).await.unwrap();
    assert_eq!(view.roster.organisation.agreements.standing[&1].body, party("raad"));
    let reason = note("Demo: toch niet.");
    world.organise("chair", OrganisationCommand::Revoke { agreement: 1, reason }).await.unwrap();
    let view = world.store.project(world.who("lead"), project).await.unwrap();
    assert!(view.roster.organisation.agreements.standing.is_empty());
}

async fn the_same_text_again_is_no_new_revision(world: World) {
    world.organise("administrator", define("nen7510")).await.unwrap();
    world.organise("care", submit_evidence("nen7510", "Demo: een.")).await.unwrap();
    let again = world.organise("care", submit_evidence("nen7510", " Demo: een. ")).await;
    assert!(matches!(again, Err(Error::Rejected(Rejection::EvidenceUnchanged { .. }))), "{again:?}");
    let longer = OrganisationCommand::SubmitEvidence {
        evidence: evidence("nen7510"),
        text: Some(note("Demo: een.")),
        files: Vec::new(),
        valid_until: Some(world.store.now().today.saturating_add(time::Duration::days(90))),
    };
    world.organise("care", longer).await.expect("another date is another revision");
    let organisation = world.store.roster(world.organisation).await.unwrap().organisation.clone();
    assert_eq!(organisation.evidence[&evidence("nen7510")].current.number, 2);
}

async fn upload(store: &Store, who: &persistence::Principal, id: &str, bytes: &'static [u8]) -> Result<FileRow, Error> {
    let staged = store.stage(stream::iter([Ok::<_, Infallible>(Bytes::from_static(bytes))])).await?;
    let name = Text::parse("certificaat.pdf", Limit::Title).unwrap();
    let file = NewEvidenceFile { evidence: evidence(id), name, media_type: "application/pdf".to_owned() };
    store.keep_evidence_file(who, file, staged).await
}

async fn files_of_evidence_come_in_and_go_out(world: World) {
    let kind = evidence_kind("iso27001", true);
    world.organise("administrator", OrganisationCommand::DefineEvidence { kind }).await.unwrap();
    let id = "iso27001@demo-leverancier";
    let refused = upload(&world.store, world.who("ict"), id, b"%PDF-1.7").await;
    assert!(matches!(refused, Err(Error::Rejected(Rejection::NotPermitted { .. }))), "{refused:?}");
    let unknown = upload(&world.store, world.who("care"), "iso27001", b"%PDF-1.7").await;
    assert!(matches!(unknown, Err(Error::Rejected(Rejection::UnknownEvidence { .. }))), "{unknown:?}");
    let row = upload(&world.store, world.who("care"), id, b"%PDF-1.7 demo").await.unwrap();
    assert_eq!(row.of, FileOf::Evidence(evidence(id)));
    let submit = |id: &str, files| OrganisationCommand::SubmitEvidence {
        evidence: evidence(id),
        text: None,
        files,
        valid_until: None,
    };
    let other = world.organise("care", submit("iso27001@andere", vec![row.reference()])).await;
    assert!(matches!(other, Err(Error::NotFound)), "a file belongs to its evidence: {other:?}");
    let mut lied = row.reference();
    "text/plain".clone_into(&mut lied.media_type);
    let lied = world.organise("care", submit(id, vec![lied])).await;
    assert!(matches!(lied, Err(Error::NotFound)), "{lied:?}");
    world.organise("care", submit(id, vec![row.reference()])).await.unwrap();
    let (found, mut bytes) = world.store.open_file(world.who("outsider"), row.id).await.unwrap();
    assert_eq!(found, row);
    assert_eq!(bytes.next().await.unwrap().unwrap(), Bytes::from_static(b"%PDF-1.7 demo"));
    let (_, _, others) = world.other().await;
    assert!(matches!(world.store.open_file(&others["care"], row.id).await, Err(Error::NotFound)));
    let again = world.organise("care", submit(id, vec![row.reference()])).await;
    assert!(matches!(again, Err(Error::Rejected(Rejection::EvidenceUnchanged { .. }))), "{again:?}");
}

async fn the_state_is_folded_again(world: World) {
    world.organise("administrator", define("nen7510")).await.unwrap();
    world.organise("care", submit_evidence("nen7510", "Demo: een.")).await.unwrap();
    let before = world.store.roster(world.organisation).await.unwrap().organisation.clone();
    // Another build wrote its state in another way; the log is the truth.
    world.sql("UPDATE organisation_states SET state_format = 0, state = 'old'").await;
    world.sql("UPDATE organisations SET roster_version = 1").await;
    assert_eq!(world.store.roster(world.organisation).await.unwrap().organisation, before);
    world.organise("ict", judge_evidence("nen7510", 1, true)).await.unwrap();
    world.sql("UPDATE organisations SET roster_version = 2").await;
    assert_eq!(world.store.roster(world.organisation).await.unwrap().organisation.sequence, 3);
    // A state that is not its own fails closed.
    world.sql("UPDATE organisation_states SET sequence = 2").await;
    world.sql("UPDATE organisations SET roster_version = 3").await;
    let read = world.store.roster(world.organisation).await;
    assert!(matches!(read, Err(Error::Corrupt { table: "organisation_states", .. })), "{read:?}");
}

async fn two_organisations_have_two_logs(world: World) {
    let (other, _, others) = world.other().await;
    world.organise("administrator", define("nen7510")).await.unwrap();
    let request = OrganisationRequest { key: key("x"), command: define("iso27001") };
    let receipt = world.store.execute_organisation(&others["administrator"], request.clone()).await.unwrap();
    assert_eq!(receipt.first_sequence, 1);
    let kinds = |roster: Arc<persistence::Roster>| {
        roster.organisation.settings.evidence.keys().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(kinds(world.store.roster(world.organisation).await.unwrap()), ["nen7510"]);
    assert_eq!(kinds(world.store.roster(other).await.unwrap()), ["iso27001"]);
    // A principal that mixes two organisations is nobody.
    let actor = others["administrator"].actor.clone();
    let mixed = persistence::Principal { organisation: world.organisation, actor };
    let refused = world.store.execute_organisation(&mixed, request).await;
    assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
}

async fn many_commands_at_once_make_one_chain(world: World) {
    let gate = Arc::new(Barrier::new(12));
    let mut all = JoinSet::new();
    for n in 0..12_u32 {
        let (store, principal, gate) = (world.store.clone(), world.who("administrator").clone(), gate.clone());
        // Every kind twice: one request of each key happens, the other is answered with its receipt.
        let request = OrganisationRequest { key: key(format!("k{}", n / 2)), command: define(&format!("kind-{}", n / 2)) };
        all.spawn(async move {
            gate.wait().await;
            store.execute_organisation(&principal, request).await.expect("a receipt")
        });
    }
    let receipts = all.join_all().await;
    assert_eq!(receipts.iter().filter(|receipt| !receipt.replayed).count(), 6);
    let sequences: BTreeSet<u64> = receipts.iter().map(|receipt| receipt.first_sequence).collect();
    assert_eq!(sequences, (1..=6).collect());
    assert_eq!(world.store.roster(world.organisation).await.unwrap().organisation.settings.evidence.len(), 6);
}

async fn what_happened_in_the_organisation_is_planned_once(world: World) {
    world.organise("administrator", define("nen7510")).await.unwrap();
    world.organise("care", submit_evidence("nen7510", "Demo: een.")).await.unwrap();
    assert_eq!(world.store.work().await.unwrap().unplanned, [world.organisation]);
    assert!(world.store.unplanned(world.organisation, 500).await.unwrap().is_empty(), "no project's");
    let events = world.store.unplanned_of_organisation(world.organisation, 500).await.unwrap();
    assert_eq!(events.iter().map(|event| event.sequence).collect::<Vec<_>>(), [1, 2]);
    let notice = NewNotice {
        project: engine::ProjectId(world.organisation.0),
        sequence: 2,
        kind: "evidence_to_judge".to_owned(),
        data: serde_json::json!({}),
    };
    let greeting = || "Dag".to_owned();
    let letter = NewLetter {
        notices: vec![notice],
        letter: Letter { subject: "Wilt u kijken?".to_owned(), text: greeting(), html: greeting() },
        to: vec![Addressee { person: world.person("ict"), greeting: greeting(), greeting_html: greeting(), link: None }],
    };
    let plan = async || world.store.planned_of_organisation(world.organisation, &events, vec![letter.clone()]).await;
    assert_eq!(plan().await.unwrap(), 1);
    assert!(world.store.unplanned_of_organisation(world.organisation, 500).await.unwrap().is_empty());
    assert!(world.store.work().await.unwrap().unplanned.is_empty());
    // A worker that crashed before the commit plans the same again: nothing is stored twice.
    assert_eq!(plan().await.unwrap(), 0);
}
