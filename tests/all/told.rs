//! Letters that need somebody to remember: what a colleague's answer took the place of, that a gate can be decided, and that a
//! date comes near. Each once.

use serde_json::json;
use tests::acts::{Acts as _, DECIDE_DOCUMENT, unique};
use tests::house::{House, Household};
use tests::site::Backend;
use tests::works::Works as _;

use crate::small::{PEOPLE, facts, funnel};

const DECIDE: &str = "Wilt u besluiten over 'Chat'?";

async fn opened(backend: Backend) -> House {
    let house = House::open(backend, &Household { people: PEOPLE, without_account: &[], funnel: funnel() }).await;
    house.prove("lead").await;
    house.letters().await;
    house
}

/// Who got a letter that begins so, since the last time.
async fn got(house: &House, start: &str) -> Vec<String> {
    let arrived = house.letters().await;
    arrived.into_iter().filter(|letter| letter.subject.starts_with(start)).map(|letter| letter.who).collect()
}

/// Two members of a party of which any may answer: whoever was first hears that another answer stands.
async fn a_colleagues_answer_takes_the_place_of_mine(backend: Backend) {
    const JUDGE: &str = "mutation($i: JudgeCriterionInput!) { judgeCriterion(input: $i) { receipt { lastSequence } } }";
    const START: &str = "Een collega gaf een ander antwoord dan u over ";
    let house = opened(backend).await;
    let project = house.begin("Chat", &facts(&[])).await;
    house.rewrite("lead", &project, "idee", "").await;
    let (hash, round, _) = house.seen("colleague", &project, "idee").await;
    let answer = |answer: &str| {
        json!({ "key": unique("judge"), "projectId": project, "criterion": "past-in-zorg", "party": "zorg", "answer": answer,
                "motivation": "Zo zien wij het.", "seenRound": round, "seenRevisions": [{ "artefact": "idee", "hash": hash }] })
    };
    house.data("colleague", JUDGE, json!({ "i": answer("NOT_MET") })).await;
    assert_eq!(got(&house, START).await, [""; 0]);
    house.data("lead", JUDGE, json!({ "i": answer("MET") })).await;
    let told = house.letters().await.into_iter().filter(|letter| letter.subject.starts_with(START)).collect::<Vec<_>>();
    let [letter] = told.as_slice() else { panic!("{told:#?}") };
    assert_eq!(letter.who, "colleague");
    assert!(letter.text.contains("Uw antwoord was: nee, dit voldoet niet."), "{}", letter.text);
    assert!(letter.text.contains("Het antwoord van uw collega is: ja, dit voldoet."), "{}", letter.text);
    // The same answer once more replaces nothing.
    house.data("colleague", JUDGE, json!({ "i": answer("MET") })).await;
    assert_eq!(got(&house, START).await, [""; 0]);
    house.close().await;
}

/// Who decides hears it once in a round, also when time is the last thing, and anew when it went away and came back.
async fn who_decides_hears_when_it_can_be(backend: Backend) {
    let house = opened(backend).await;
    let project = house.begin("Chat", &facts(&[])).await;
    house.make_ready(&project, "g1").await;
    house.letters().await;
    assert_eq!(house.asked(DECIDE), 1);
    // An answer that changes nothing about it does not tell it again.
    house.judge("colleague", &project, "past-in-zorg", "zorg", Some("idee")).await;
    house.letters().await;
    assert_eq!(house.asked(DECIDE), 1);

    let mut hold = house.decision("owner", &project, "g1", "HOLD").await;
    hold["i"]["reviewOn"] = json!(house.in_days(10));
    house.data("owner", DECIDE_DOCUMENT, hold).await;
    house.days(9).await;
    house.letters().await;
    assert_eq!(house.asked(DECIDE), 1, "it is on hold");
    house.days(1).await;
    house.letters().await;
    assert_eq!(house.asked(DECIDE), 2, "the hold is over: nobody did anything, and it can be decided");
    house.days(1).await;
    house.letters().await;
    assert_eq!(house.asked(DECIDE), 2, "once");

    house.rewrite("lead", &project, "idee", "en dan anders").await;
    house.letters().await;
    assert_eq!(house.asked(DECIDE), 2);
    house.make_ready(&project, "g1").await;
    house.letters().await;
    assert_eq!(house.asked(DECIDE), 3, "it went away and came back");
    house.close().await;
}

/// The owner of a condition hears of its date a week ahead, once.
async fn an_owner_is_reminded_of_a_date(backend: Backend) {
    const START: &str = "Denkt u aan afspraak ";
    let house = opened(backend).await;
    let project =
        house.begin("Chat", &facts(&["personal_data", "for_clients_or_clinicians", "uses_chat_or_social_media"])).await;
    house.make_ready(&project, "g1").await;
    house.decide("owner", &project, "g1", "GO").await;
    house.work_but(&project, &["gebruiksplan"]).await;
    let due = house.in_days(30);
    house.go_with_conditions("owner", &project, "g2", "lead", &due).await;
    house.days(22).await;
    assert_eq!(got(&house, START).await, [""; 0]);
    house.days(1).await;
    let reminded = got(&house, START).await;
    assert!(!reminded.is_empty() && reminded.iter().all(|who| who == "lead"), "{reminded:?}");
    house.days(1).await;
    assert_eq!(got(&house, START).await, [""; 0], "once");
    house.days(8).await;
    assert_eq!(got(&house, "Afspraak ").await.len(), reminded.len(), "late is told as before");
    house.close().await;
}

macro_rules! on_both {
    ($($name:ident: $sqlite:ident, $postgresql:ident;)+) => {
        $(
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $sqlite() {
                $name(Backend::Sqlite).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $postgresql() {
                $name(Backend::Postgres).await;
            }
        )+
    };
}

on_both! {
    a_colleagues_answer_takes_the_place_of_mine:
        a_colleagues_answer_takes_the_place_of_mine_on_sqlite, a_colleagues_answer_takes_the_place_of_mine_on_postgresql;
    who_decides_hears_when_it_can_be:
        who_decides_hears_when_it_can_be_on_sqlite, who_decides_hears_when_it_can_be_on_postgresql;
    an_owner_is_reminded_of_a_date: an_owner_is_reminded_of_a_date_on_sqlite, an_owner_is_reminded_of_a_date_on_postgresql;
}
