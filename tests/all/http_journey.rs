//! Four people bring a real idea through its gates with nothing but HTTP and e-mail, on both databases.

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::{Value, json};
use tests::acts::{Acts as _, answers};
use tests::settle::Cast;
use tests::site::{Backend, Ground, Site};
use tests::smtp::{Mail, SmtpServer};
use tests::sql;

use crate::TRECHTER;

/// The address in every link; nobody listens there.
const PUBLIC: &str = "http://trechter.example.test";
/// The chair reads English.
const READY: &str = "Would you decide on 'Crisis-app'?";
/// How long mail may take.
const MAIL: Duration = Duration::from_mins(1);

/// One who writes, a colleague who reviews, ICT, and the chair who reads English.
const FOUR: &[Cast] = &[
    Cast { name: "author", parties: &["zorg", "ict"], roles: &[], language: "nl" },
    Cast {
        name: "colleague",
        parties: &["innovatie", "zorg", "kwaliteit", "clienten-naasten", "architect"],
        roles: &[],
        language: "nl",
    },
    Cast { name: "ict", parties: &["ict"], roles: &[], language: "nl" },
    Cast { name: "chair", parties: &["*stuurgroep"], roles: &[], language: "en" },
];

fn blockers(list: &Value) -> Vec<(String, u64)> {
    let list = list.as_array().expect("a list");
    list.iter().map(|b| (b["kind"].as_str().unwrap().to_owned(), b["law"].as_u64().unwrap())).collect()
}

/// The kinds of blockers that a refusal tells, written as the decision box writes them.
fn told(refusal: &Value) -> Vec<String> {
    let list = refusal["rejection"]["blockers"].as_array().unwrap_or_else(|| panic!("{refusal:#}"));
    list.iter().map(|b| b["kind"].as_str().unwrap().to_uppercase()).collect()
}

fn laws(expected: &[(&str, u64)]) -> Vec<(String, u64)> {
    expected.iter().map(|(kind, law)| ((*kind).to_owned(), *law)).collect()
}

/// Takes the mails that came since `before`, which must be these: each with its recipient and the start of its subject.
async fn mails(smtp: &SmtpServer, before: &mut usize, expected: &[(&str, &str)], link: &str) {
    let all = smtp.wait_for(*before + expected.len(), MAIL).await.unwrap_or_else(|why| panic!("{expected:?}: {why}"));
    let fresh = &all[*before..];
    let mut missing: Vec<_> = expected.to_vec();
    for mail in fresh {
        let (to, subject) = (mail.to.join(","), mail.subject());
        let fits = |(who, start): &(&str, &str)| to == format!("{who}@zorg.example.test") && subject.starts_with(start);
        let at =
            missing.iter().position(fits).unwrap_or_else(|| panic!("not expected: {to} {subject}; missing {missing:?}"));
        missing.remove(at);
        for body in [mail.text(), mail.html()] {
            let links: Vec<&str> = body.match_indices("http").map(|(at, _)| &body[at..]).collect();
            assert!(links.iter().any(|text| text.starts_with(link)), "no {link} in {body}");
            assert!(links.iter().all(|text| text.starts_with(PUBLIC)), "a link elsewhere: {body}");
        }
    }
    *before += fresh.len();
}

/// A new idea: refused at its first gate with exactly the laws it breaks, then brought through.
async fn first_gate(site: &Site, smtp: &SmtpServer, mail: &mut usize) -> String {
    let project = site.start("author").await;
    let begins = ["colleague", "ict"].map(|who| (who, "U doet mee aan 'Crisis-app'"));
    mails(smtp, mail, &begins, &format!("{PUBLIC}/projecten/{project}")).await;
    let refusal = site.decide_refused("colleague", &project, "g0", "GO").await;
    assert_eq!((refusal["code"].as_str(), refusal["law"].as_u64()), (Some("REJECTED"), Some(2)), "{refusal:#}");
    let box_now = site.readiness("colleague", &project).await;
    let missing = [("DOCUMENT_MISSING", 2), ("JUDGEMENT_OPEN", 2), ("JUDGEMENT_OPEN", 2), ("JUDGEMENT_OPEN", 2)];
    assert_eq!(blockers(&box_now["blockers"]), laws(&missing));
    assert_eq!(told(&refusal), missing.map(|(kind, _)| kind.to_owned()), "the refusal tells all of it");

    site.submit("author", &project, "idee", &answers("idee", "")).await;
    let review = format!("{PUBLIC}/projecten/{project}/documenten/idee");
    mails(smtp, mail, &[("colleague", "Wilt u 'Ideeformulier' van 'Crisis-app' beoordelen?")], &review).await;
    let own = review_refused(site, "author", &project, "idee", "zorg").await;
    assert_eq!((own["code"].as_str(), own["law"].as_u64()), (Some("REJECTED"), Some(5)), "four eyes: {own:#}");
    site.approve("colleague", &project, "idee", "innovatie").await;
    site.approve("colleague", &project, "idee", "zorg").await;
    site.judge("colleague", &project, "past-in-zorg", "zorg", Some("idee")).await;
    site.judge("colleague", &project, "doelen-meetbaar", "innovatie", Some("idee")).await;
    let open = site.decide_refused("colleague", &project, "g0", "GO").await;
    assert_eq!(told(&open), ["JUDGEMENT_OPEN"], "ICT has not answered");
    site.judge("ict", &project, "ict-vroeg", "ict", None).await;
    let ready = [("colleague", "Wilt u besluiten over 'Crisis-app'?")];
    mails(smtp, mail, &ready, &format!("{PUBLIC}/projecten/{project}")).await;
    let stranger = site.decide_refused("ict", &project, "g0", "GO").await;
    assert_eq!(stranger["rejection"]["rule"], "not_permitted");
    assert_eq!(site.decide("colleague", &project, "g0", "GO").await.0, "verkenning");
    let decided = [
        ("author", "Besluit over 'Crisis-app'"),
        ("ict", "Besluit over 'Crisis-app'"),
        ("chair", "Decision on 'Crisis-app'"),
    ];
    mails(smtp, mail, &decided, &format!("{PUBLIC}/projecten/{project}")).await;
    project
}

async fn review_refused(site: &Site, who: &str, project: &str, artefact: &str, party: &str) -> Value {
    let (seen, ..) = site.seen(who, project, artefact).await;
    let input = json!({ "key": tests::acts::unique("own"), "projectId": project, "artefact": artefact, "party": party,
                        "verdict": "APPROVE", "seenRevision": seen });
    site.refusal(who, tests::acts::REVIEW_DOCUMENT, json!({ "i": input })).await
}

/// The documents of the exploration, each by its author and reviewed by another, and every answer on them.
async fn exploration(site: &Site, smtp: &SmtpServer, mail: &mut usize, project: &str) {
    let reviewed = [
        ("risicoanalyse", &["kwaliteit", "zorg"][..]),
        ("samenvatting", &["clienten-naasten"]),
        ("ict-toets", &["architect"]),
    ];
    for (artefact, parties) in reviewed {
        site.submit("author", project, artefact, &answers(artefact, "")).await;
        let link = format!("{PUBLIC}/projecten/{project}/documenten/{artefact}");
        let mut asked = vec![("colleague", "Wilt u '")];
        // Who answers on it and does not review it is asked for the answer.
        asked.extend((artefact == "ict-toets").then_some(("ict", "Wilt u antwoord geven bij 'ICT-toets'")));
        mails(smtp, mail, &asked, &link).await;
        for party in parties {
            site.approve("colleague", project, artefact, party).await;
        }
    }
    site.judge("colleague", project, "client-risico", "kwaliteit", Some("risicoanalyse")).await;
    site.judge("colleague", project, "behoefte-clienten", "clienten-naasten", Some("samenvatting")).await;
    let own = site.judge_refused("author", project, "ict-gereed", "ict", Some("ict-toets")).await;
    assert_eq!((own["rejection"]["rule"].as_str(), own["law"].as_u64()), (Some("own_evidence_alone"), Some(5)));
    site.judge("ict", project, "ict-gereed", "ict", Some("ict-toets")).await;
    assert_eq!(blockers(&site.readiness("chair", project).await["blockers"]), []);
    mails(smtp, mail, &[("chair", READY)], &format!("{PUBLIC}/projecten/{project}")).await;
}

/// A new revision makes stale what rested on what changed, and nothing else; confirming brings it back; the gate opens.
async fn second_gate(site: &Site, smtp: &SmtpServer, mail: &mut usize, project: &str) {
    let link = format!("{PUBLIC}/projecten/{project}/documenten/ict-toets");
    site.submit("author", project, "ict-toets", &answers("ict-toets", "Getekend door de architect.")).await;
    mails(smtp, mail, &[("colleague", "Wilt u 'ICT-toets'")], &link).await;
    let comma = site.readiness("chair", project).await;
    assert_eq!(blockers(&comma["blockers"]), laws(&[("REVIEW_STALE", 4)]), "the judgement does not rest on that field");

    let mut changed = answers("ict-toets", "Getekend door de architect.");
    changed["connections"] = json!("Met het elektronisch cliëntendossier.");
    site.submit("author", project, "ict-toets", &changed).await;
    let stale = [("colleague", "Wilt u 'ICT-toets'"), ("ict", "Blijft u bij uw antwoord? 'ICT-toets'")];
    mails(smtp, mail, &stale, &link).await;
    let refused = site.decide_refused("chair", project, "g1", "GO").await;
    let stale = laws(&[("REVIEW_STALE", 4), ("JUDGEMENT_STALE", 4)]);
    assert_eq!(blockers(&site.readiness("chair", project).await["blockers"]), stale);
    assert_eq!(told(&refused), ["REVIEW_STALE", "JUDGEMENT_STALE"]);

    site.confirm("colleague", project, "architect", "ict-toets", &[]).await;
    let (hash, ..) = site.seen("ict", project, "ict-toets").await;
    let confirm = "mutation($i: ConfirmAnswersInput!) { confirmAnswers(input: $i) { receipt { lastSequence } } }";
    let input = json!({ "key": tests::acts::unique("confirm"), "projectId": project, "party": "ict", "criteria": ["ict-gereed"],
                        "seenRevisions": [{ "artefact": "ict-toets", "hash": hash }] });
    site.data("ict", confirm, json!({ "i": input })).await;
    mails(smtp, mail, &[("chair", READY)], &format!("{PUBLIC}/projecten/{project}")).await;
    let decided = site.decide("chair", project, "g1", "GO").await;
    assert_eq!(decided, ("selectie".to_owned(), "ACTIVE".to_owned()));
    let told = ["author", "colleague", "ict"].map(|who| (who, "Besluit over 'Crisis-app'"));
    mails(smtp, mail, &told, &format!("{PUBLIC}/projecten/{project}")).await;
}

async fn four_people(backend: Backend) {
    let ground = Ground::new(backend);
    let store = ground.store().await;
    let settled = ground.settle(&store, "Demo zorg", "zorg.example.test", FOUR).await;
    store.close().await;
    let smtp = SmtpServer::start(vec![]).await.expect("a mail server");
    let program = ground
        .program(TRECHTER)
        .with("TRECHTER_PUBLIC_URL", PUBLIC)
        .with("TRECHTER_SMTP_URL", &smtp.url())
        .with("TRECHTER_MAIL_FROM", "trechter@zorg.example.test");
    let mut site = Site::new(program.serve(), settled);
    for cast in FOUR {
        site.sign_in(cast.name).await;
    }
    let mut mail = 0;
    let project = first_gate(&site, &smtp, &mut mail).await;
    exploration(&site, &smtp, &mut mail, &project).await;
    second_gate(&site, &smtp, &mut mail, &project).await;
    let ids: BTreeSet<String> = smtp.mails().iter().map(Mail::message_id).collect();
    assert_eq!((ids.len(), smtp.mail_count()), (mail, mail), "each mail once");

    let Site { server, .. } = site;
    assert!(server.stop().success(), "it stops in order");
    let (code, told) = program.verify();
    assert_eq!(code, Some(0), "{told}");
    assert!(told.starts_with("1 organisations, 1 projects, "), "{told}");
    let touched = sql::run(&ground.url, "UPDATE events SET body = replace(body, 'met', 'mat') WHERE sequence = 8").await;
    assert_eq!(touched, 1);
    let (code, told) = program.verify();
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains(&format!("project {project} event 8: ")), "{told}");
    println!("journey: four people, {mail} mails, on {backend:?}; verify finds the one event that was changed");
}

#[tokio::test]
async fn four_people_decide_over_http_on_sqlite() {
    four_people(Backend::Sqlite).await;
}

#[tokio::test]
async fn four_people_decide_over_http_on_postgresql() {
    four_people(Backend::Postgres).await;
}
