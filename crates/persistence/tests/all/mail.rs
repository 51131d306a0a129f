//! The tables of the mail worker: each event planned once, each e-mail sent by one worker at a time.

use persistence::{
    Addressee, ClaimedDelivery, DeliveryOutcome, DeliveryStatus, Error, Letter, NewLetter, NewNotice, PageRequest,
    Principal, Unplanned, Work,
};

use crate::world::{World, both, submit};

both! {
    an_event_is_planned_once
    a_letter_to_several_people_greets_each_of_them
    two_planners_store_a_notice_once
    an_e_mail_is_sent_by_one_worker_at_a_time
    only_administrators_see_the_mailbox
}

fn delivery(world: &World, event: &Unplanned, to: &str) -> NewLetter {
    let notice = NewNotice {
        project: event.project,
        sequence: event.recorded.sequence,
        kind: "please_review".to_owned(),
        data: serde_json::json!({ "artefact": "plan" }),
    };
    let words = |before: &str, after: &str| format!("{before}{}{after}", persistence::GREETING_MARK);
    let letter = Letter { subject: "Wilt u kijken?".to_owned(), text: words("", ""), html: words("<p>", "</p>") };
    let greeting = format!("Dag {to} & co");
    let greeting_html = greeting.replace('&', "&amp;");
    NewLetter {
        notices: vec![notice],
        letter,
        to: vec![Addressee { person: world.person(to), greeting, greeting_html, link: None }],
    }
}

/// One e-mail that waits.
async fn one_waiting(world: &World) -> Vec<Unplanned> {
    let project = world.start("Demo").await;
    world.send("care", project, submit("doel")).await.unwrap();
    let events = world.store.unplanned(world.organisation, 500).await.unwrap();
    let last = events.last().unwrap();
    let stored = world.store.planned(world.organisation, &events, vec![delivery(world, last, "ict")]).await.unwrap();
    assert_eq!(stored, 1);
    events
}

async fn claim(world: &World) -> Vec<ClaimedDelivery> {
    world.store.claim_deliveries(world.organisation, 10, 60).await.unwrap()
}

async fn an_event_is_planned_once(world: World) {
    let events = one_waiting(&world).await;
    assert_eq!(events.len(), 4, "the start makes three events, the plan one");
    assert!(world.store.unplanned(world.organisation, 500).await.unwrap().is_empty());
    let work = world.store.work().await.unwrap();
    assert_eq!(work, Work { unplanned: vec![], deliveries: vec![world.organisation] });
    // A worker that crashed before the commit plans the same again: nothing is stored twice.
    let again = vec![delivery(&world, events.last().unwrap(), "ict")];
    assert_eq!(world.store.planned(world.organisation, &events, again).await.unwrap(), 0);
    let all = world.store.deliveries(world.who("administrator"), &PageRequest::start()).await.unwrap();
    assert_eq!(all.items.len(), 1);
    assert_eq!(all.items[0].to_address, "ict@demo.example");
}

async fn a_letter_to_several_people_greets_each_of_them(world: World) {
    let project = world.start("Demo").await;
    world.send("care", project, submit("doel")).await.unwrap();
    let events = world.store.unplanned(world.organisation, 500).await.unwrap();
    let last = events.last().unwrap();
    // One of the two was told of it already.
    let first = delivery(&world, last, "ict");
    assert_eq!(world.store.planned(world.organisation, &[], vec![first.clone()]).await.unwrap(), 1);
    let mut both = first;
    both.to.extend(delivery(&world, last, "care").to);
    assert_eq!(world.store.planned(world.organisation, &events, vec![both]).await.unwrap(), 1);
    let mails = world.store.deliveries(world.who("administrator"), &PageRequest::start()).await.unwrap().items;
    let said: Vec<_> = mails.iter().map(|mail| (mail.letter.text.as_str(), mail.letter.html.as_str())).collect();
    assert_eq!(said, [("Dag care & co", "<p>Dag care &amp; co</p>"), ("Dag ict & co", "<p>Dag ict &amp; co</p>")]);
    assert!(world.store.unplanned(world.organisation, 500).await.unwrap().is_empty());
}

async fn two_planners_store_a_notice_once(world: World) {
    let project = world.start("Demo").await;
    world.send("care", project, submit("doel")).await.unwrap();
    let events = world.store.unplanned(world.organisation, 500).await.unwrap();
    let plan = || {
        let (store, events) = (world.store.clone(), events.clone());
        let deliveries = vec![delivery(&world, events.last().unwrap(), "ict")];
        let organisation = world.organisation;
        tokio::spawn(async move { store.planned(organisation, &events, deliveries).await })
    };
    let stored: Vec<_> = futures::future::join_all((0..6).map(|_| plan())).await;
    let stored: u64 = stored.into_iter().map(|one| one.unwrap().unwrap()).sum();
    assert_eq!(stored, 1);
}

async fn an_e_mail_is_sent_by_one_worker_at_a_time(world: World) {
    one_waiting(&world).await;
    let claimed = claim(&world).await;
    assert_eq!((claimed.len(), claimed[0].attempt, claimed[0].to_name.as_str()), (1, 1, "Demo ict"));
    assert!(claim(&world).await.is_empty(), "somebody has it");
    let at = world.store.now().at;
    let retry = DeliveryOutcome::Retry { at, reason: "451 later".to_owned() };
    assert!(world.store.mark_delivery(&claimed[0], &retry).await.unwrap());
    let second = claim(&world).await;
    assert_eq!((second[0].attempt, &second[0].message_id), (2, &claimed[0].message_id));
    // The worker lost its lease: another has the mail, and its word counts no more.
    world.clock.advance_days(1);
    let third = claim(&world).await;
    assert_eq!(third[0].attempt, 3);
    assert!(!world.store.mark_delivery(&second[0], &DeliveryOutcome::Sent).await.unwrap());
    let failed = DeliveryOutcome::Failed { reason: "550 nobody".to_owned() };
    assert!(world.store.mark_delivery(&third[0], &failed).await.unwrap());
    world.clock.advance_days(1);
    assert!(claim(&world).await.is_empty());
    let system = Principal::system(world.organisation);
    let item = world.store.delivery(&system, claimed[0].id).await.unwrap();
    assert_eq!((item.status, item.last_error.as_deref()), (DeliveryStatus::Failed, Some("550 nobody")));
    assert!(world.store.work().await.unwrap().deliveries.is_empty());
}

async fn only_administrators_see_the_mailbox(world: World) {
    one_waiting(&world).await;
    let claimed = claim(&world).await;
    assert!(world.store.mark_delivery(&claimed[0], &DeliveryOutcome::Sent).await.unwrap());
    let page = PageRequest::start();
    let sent = world.store.deliveries(world.who("administrator"), &page).await.unwrap();
    assert!(sent.items[0].status == DeliveryStatus::Sent && sent.items[0].sent_at.is_some());
    let (other, _, others) = world.other().await;
    for nobody in [world.who("manager"), world.who("ict"), &others["outsider"]] {
        assert!(matches!(world.store.deliveries(nobody, &page).await, Err(Error::NotFound)));
    }
    assert!(world.store.deliveries(&others["administrator"], &page).await.unwrap().items.is_empty());
    let foreign = world.store.delivery(&Principal::system(other), claimed[0].id).await;
    assert!(matches!(foreign, Err(Error::NotFound)));
}
