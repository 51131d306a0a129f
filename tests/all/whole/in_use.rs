//! What happens once a project is in use: something goes wrong, something changes, a team starts, a year passes.

use serde_json::json;
use tests::life::Life;

use super::bodies::each;

/// Everybody who takes part in the project besides who acts.
pub const ALL: [&str; 9] = ["lead", "ict", "nurse", "architect", "chair", "council", "client", "coach", "fg"];

/// All of them but one.
pub fn all_but(who: &str) -> Vec<&'static str> {
    ALL.into_iter().filter(|other| *other != who).collect()
}

/// Who hears it when a project comes into use by a decision of the chair: the decision, and the duties that begin.
pub fn begins_use(title: &str) -> Vec<(&'static str, String)> {
    let decision = all_but("chair").into_iter().map(|who| (who, format!("Besluit over '{title}': ")));
    let duties = [
        ("lead", "Elk jaar evalueren"),
        ("nurse", "Elk jaar evalueren"),
        ("lead", "De risicoanalyse vernieuwen"),
        ("nurse", "De risicoanalyse vernieuwen"),
        ("ict", "Uitval oefenen"),
        ("architect", "Uitval oefenen"),
        ("ict", "Beheer en accounts nakijken"),
        ("ict", "Certificaten en contracten nakijken"),
    ];
    decision.chain(duties.map(|(who, duty)| (who, format!("Wilt u '{duty}' doen voor '{title}'?")))).collect()
}

/// A document runs out: its writers hear ahead and when it did; what nobody did by its day is late.
pub async fn a_year_passes(life: &impl Life) {
    life.pass(280).await;
    let ahead = life.mail().await;
    life.pass(95).await;
    let after = life.mail().await;
    if !life.has_mail() {
        return;
    }
    let risks = "'Risicoanalyse cliëntveiligheid' van 'Crisis-app'";
    let late = "' voor 'Crisis-app' moest klaar zijn op ";
    for (letters, start) in [
        (&ahead, format!("{risks} geldt tot en met ")),
        (&after, format!("{risks} is verlopen op ")),
        (&after, format!("'De risicoanalyse vernieuwen{late}")),
    ] {
        let mut who: Vec<&str> =
            letters.iter().filter(|letter| letter.subject.starts_with(&start)).map(|letter| letter.who.as_str()).collect();
        who.sort_unstable();
        assert_eq!(
            who,
            ["lead", "nurse"],
            "{start}: {:#?}",
            letters.iter().map(|l| (&l.who, &l.subject)).collect::<Vec<_>>()
        );
    }
}

/// It is reported, the use is suspended, what it reopens is answered, and the use goes on.
pub async fn a_signal_is_handled(life: &impl Life, project: &str) {
    let signals = "query($id: ID!) { project(id: $id) { viewerCan askedAgain { state criterion { key } party { key } viewerCanJudge } inUse { live viewerCanSuspendFor { key } suspensions { party { key } \
                   viewerCanResume } signals { number kind reference viewerCanHandle open { blocker { kind criterion { key } } \
                   viewerCanAnswer waitsFor { party { key } } } } } } }";
    let report =
        json!({ "kind": "INCIDENT", "reference": "Melding 2026-1: het plan opende niet.", "on": life.today().to_string() });
    life.act("lead", "reportSignal", "ReportSignalInput", project, report).await;
    let subject = "Er is een incident gemeld bij 'Crisis-app'. Het gebeurde op";
    life.heard(&each(&["nurse", "chair"], subject)).await;
    let suspend = json!({ "party": "zorg", "reason": "Eerst uitzoeken wat er was." });
    life.act("lead", "suspendUse", "UseInput", project, suspend).await;
    life.heard(&each(&all_but("lead"), "'Crisis-app' is stilgelegd op")).await;
    let plan = json!({ "name": "Team Oost", "on": life.in_days(7) });
    assert_eq!(life.refused("lead", "planRollout", "PlanRolloutInput", project, plan.clone()).await, "use_suspended");

    let seen = life.data("nurse", signals, json!({ "id": project })).await["project"].take();
    let signal = &seen["inUse"]["signals"][0];
    assert_eq!((&seen["inUse"]["live"], &signal["viewerCanHandle"]), (&json!(true), &json!(false)));
    assert_eq!(signal["open"][0]["blocker"]["criterion"]["key"], "client-risico");
    assert_eq!(signal["open"][0]["viewerCanAnswer"], true, "asked again while no round is open");
    let again = json!([{ "state": "WAITING", "criterion": { "key": "client-risico" }, "party": { "key": "kwaliteit" },
                         "viewerCanJudge": true }]);
    assert_eq!(seen["askedAgain"], again, "with who answers it");
    let report = json!({ "kind": "COMPLAINT", "reference": "Melding 2026-2: weer niet.", "on": life.today().to_string() });
    life.act("lead", "reportSignal", "ReportSignalInput", project, report).await;
    life.heard(&each(&["nurse", "chair"], "Er is een klacht gemeld bij 'Crisis-app'. Het gebeurde op")).await;
    let blockers = "query($id: ID!) { project(id: $id) { askedAgain { blockers { kind } } } }";
    let seen = life.data("nurse", blockers, json!({ "id": project })).await["project"].take();
    let once = json!([{ "blockers": [{ "kind": "JUDGEMENT_OPEN" }] }]);
    assert_eq!(seen["askedAgain"], once, "two signals ask one answer");
    let handle = json!({ "signal": 1, "note": "De leverancier herstelde het." });
    let early = life.refused("nurse", "handleSignal", "HandleSignalInput", project, handle.clone()).await;
    assert_eq!(early, "signal_not_answered");
    life.work(project).await;
    let answered = life.data("nurse", signals, json!({ "id": project })).await["project"].take();
    assert_eq!(answered["askedAgain"][0]["state"], "DONE", "it stands there until the signal is handled");
    life.act("nurse", "handleSignal", "HandleSignalInput", project, handle).await;
    let second = json!({ "signal": 2, "note": "Dat was hetzelfde." });
    life.act("nurse", "handleSignal", "HandleSignalInput", project, second).await;
    life.heard(&[]).await;
    life.act("lead", "resumeUse", "UseInput", project, json!({ "party": "zorg", "reason": "Het is veilig." })).await;
    life.heard(&each(&all_but("lead"), "'Crisis-app' is niet meer stilgelegd door Zorg")).await;
    life.act("lead", "planRollout", "PlanRolloutInput", project, plan).await;
    let after = life.data("lead", signals, json!({ "id": project })).await["project"].take();
    assert_eq!((&after["inUse"]["signals"], &after["inUse"]["suspensions"]), (&json!([]), &json!([])));
    assert_eq!(after["askedAgain"], json!([]));
}
