//! The complete funnel for mental health care by the API alone, as nine people: bodies that are asked, deliberate in private
//! and are answered; consent that is withheld and given; use that is allowed for a while; and what goes wrong in use.

mod forms;
mod pilot;

use serde_json::{Value, json};
use tests::acts::{Acts as _, Asked as _};
use tests::postgres::Database;

use pilot::Provider;

const CONSULTATION: &str = "query($id: ID!, $n: Int!) { project(id: $id) { consultation(number: $n) { step right lacks viewerCan \
    viewerCanRecord verdicts term { due passed } opinions { person { id } text } advice { verdict text minority } conferredOn \
    response { following reason } exhibits { kind { key } revision hash } } } }";
const TO_OPEN: &str = "query($id: ID!) { project(id: $id) { consultationsToOpen { key right body { key } question due missing { key } \
    replaces viewerCanOpen hasMembers } } }";

async fn consultation(provider: &Provider, who: &str, project: &str, number: u32) -> Value {
    let mut data = provider.data(who, CONSULTATION, json!({ "id": project, "n": number })).await;
    data["project"]["consultation"].take()
}

async fn to_open(provider: &Provider, project: &str) -> Vec<Value> {
    let data = provider.data("lead", TO_OPEN, json!({ "id": project })).await;
    data["project"]["consultationsToOpen"].as_array().expect("a list").clone()
}

/// Opens what the gate asks of this body.
async fn open(provider: &Provider, project: &str, key: &str) {
    let waiting = to_open(provider, project).await;
    let one = waiting.iter().find(|one| one["key"] == key).unwrap_or_else(|| panic!("{key} is not asked: {waiting:#?}"));
    assert!(one["missing"] == json!([]) && one["viewerCanOpen"] == true && one["hasMembers"] == true, "{one:#}");
    let input = json!({ "kind": key, "question": one["question"] });
    provider.act("lead", "openConsultation", "OpenConsultationInput", project, input).await;
}

fn can(consultation: &Value, action: &str) -> bool {
    consultation["viewerCan"].as_array().expect("a list").iter().any(|can| can == action)
}

/// The council is told at the first steering gate, asks to be asked, and is answered although it is not followed.
async fn the_council_is_heard(provider: &Provider, project: &str) {
    open(provider, project, "raad-geinformeerd").await;
    let ask = json!({ "body": "clientenraad", "question": "Mogen wij hierover advies geven?" });
    provider.act("council", "requestConsultation", "RequestConsultationInput", project, ask).await;
    assert_eq!(provider.blockers(project).await, ["CONSULTATION"], "a body's question is never put aside");
    let accept = json!({ "consultation": 2, "summary": "Een plan op zak, ook als u in nood bent.", "documents": ["idee", "samenvatting"] });
    provider.act("lead", "acceptRequest", "AcceptRequestInput", project, accept).await;

    // Law 9: what members say among themselves is theirs.
    let opinion = |text: &str| json!({ "consultation": 2, "opinion": text });
    provider.act("client", "giveOpinion", "GiveOpinionInput", project, opinion("Ik ben bang voor mijn telefoon.")).await;
    provider.act("council", "giveOpinion", "GiveOpinionInput", project, opinion("Papier blijft nodig.")).await;
    for (who, sees) in [("client", 2), ("council", 2), ("lead", 0), ("chair", 0), ("office", 0), ("nurse", 0)] {
        let seen = consultation(provider, who, project, 2).await;
        assert_eq!(seen["opinions"].as_array().expect("a list").len(), sees, "{who}");
    }
    let timeline = "query($id: ID!) { project(id: $id) { timeline(first: 100) { edges { node { kind name text } } } } }";
    for who in ["lead", "council"] {
        let told = provider.data(who, timeline, json!({ "id": project })).await.to_string();
        assert!(!told.contains("bang voor") && !told.contains("opined"), "{who} reads an opinion in the timeline");
    }

    // Only the chair establishes what the body says; negative advice needs a conversation before it is left unfollowed.
    let advice = json!({ "consultation": 2, "advice": { "verdict": "NEGATIVE", "text": "Niet zonder papier.",
                         "minority": "Een lid vindt het goed." } });
    let member = provider.refused("client", "establishAdvice", "EstablishAdviceInput", project, advice.clone()).await;
    assert_eq!(member, "not_permitted");
    let asked = consultation(provider, "council", project, 2).await;
    assert!(can(&asked, "ESTABLISH_ADVICE"));

    // Law 17: advice rests on what the body was shown; a chair who saw another version, or not all, is told.
    let mut unseen = advice.clone();
    unseen["seenRevisions"] = json!([{ "artefact": "idee", "hash": "00".repeat(32) }]);
    let conflict = provider.conflict("council", "establishAdvice", "EstablishAdviceInput", project, unseen).await;
    assert_eq!(conflict, ["revision", "revision"]);
    let mut advice = advice;
    let shown = asked["exhibits"].as_array().expect("a list");
    assert_eq!(shown.len(), 2);
    advice["seenRevisions"] =
        shown.iter().map(|one| json!({ "artefact": one["kind"]["key"], "hash": one["hash"] })).collect();
    provider.act("council", "establishAdvice", "EstablishAdviceInput", project, advice).await;
    let respond = |following: &str| json!({ "consultation": 2, "following": following, "reason": "Papier blijft, de app komt erbij." });
    let early = provider.refused("lead", "respondToAdvice", "RespondToAdviceInput", project, respond("PARTLY")).await;
    assert_eq!(early, "overleg_needed");
    let seen = consultation(provider, "lead", project, 2).await;
    assert_eq!((&seen["step"], &seen["lacks"]), (&json!("ADVISED"), &json!(["OVERLEG_MISSING", "RESPONSE_MISSING"])));
    assert_eq!(seen["advice"]["minority"], "Een lid vindt het goed.");
    let confer = json!({ "consultation": 2, "on": provider.today(), "note": "Wij spraken de raad in zijn vergadering." });
    provider.act("lead", "confer", "ConferInput", project, confer).await;
    provider.act("lead", "respondToAdvice", "RespondToAdviceInput", project, respond("PARTLY")).await;
    let answered = consultation(provider, "council", project, 2).await;
    assert_eq!(answered["step"], "SETTLED");
    assert_eq!(answered["response"]["reason"], "Papier blijft, de app komt erbij.");
}

/// Advice that agrees closes at once; its words stay to be read.
async fn two_bodies_agree(provider: &Provider, project: &str) {
    let positive = |n: u32| json!({ "consultation": n, "advice": { "verdict": "POSITIVE", "text": "Doen." } });
    for (key, who) in [("raad-advies", "council"), ("expertgroep-advies", "nurse")] {
        open(provider, project, key).await;
        let query = "query($id: ID!) { project(id: $id) { consultations { number kind } } }";
        let data = provider.data("lead", query, json!({ "id": project })).await;
        let list = data["project"]["consultations"].as_array().expect("a list").clone();
        let number = list.iter().find(|one| one["kind"] == key).expect("it is there")["number"].as_u64().expect("a number");
        let number = u32::try_from(number).expect("small");
        provider.act(who, "establishAdvice", "EstablishAdviceInput", project, positive(number)).await;
        let seen = consultation(provider, "lead", project, number).await;
        assert_eq!((&seen["step"], &seen["advice"]["text"]), (&json!("SETTLED"), &json!("Doen.")));
    }
}

/// Consent is withheld; the gate stays shut until the proposal is another one and consent is given on a new request.
async fn consent_is_given_on_a_changed_proposal(provider: &Provider, project: &str) {
    open(provider, project, "raad-instemming").await;
    let number = 5;
    let seen = consultation(provider, "council", project, number).await;
    assert_eq!(seen["verdicts"], json!(["CONSENT_GIVEN", "CONSENT_WITHHELD"]));
    let say = |n: u32, verdict: &str| json!({ "consultation": n, "advice": { "verdict": verdict, "text": "Zo denken wij erover." } });
    // The secretary enters what the chair of the council said in a meeting.
    assert!(
        consultation(provider, "office", project, number).await["viewerCanRecord"].to_string().contains("ESTABLISH_ADVICE")
    );
    let mut withheld = say(number, "CONSENT_WITHHELD");
    let chair = provider.settled().who("council").id().to_string();
    withheld["onBehalf"] = json!({ "personId": chair, "heldOn": provider.today(), "presentIds": [chair], "minutes": "Notulen: geen instemming." });
    provider.act("office", "establishAdvice", "EstablishAdviceInput", project, withheld).await;
    let records = "query($id: ID!) { project(id: $id) { records { number person { id } viewerCanContest what { kind consultation } } } }";
    let data = provider.data("council", records, json!({ "id": project })).await;
    let list = data["project"]["records"].as_array().expect("a list").clone();
    let record = list.iter().find(|one| one["person"]["id"] == chair).expect("the record");
    assert_eq!((&record["viewerCanContest"], &record["what"][0]["kind"]), (&json!(true), &json!("ADVICE")));

    assert_eq!(provider.blockers(project).await, ["CONSULTATION"]);
    let decision = provider.decide_refused("chair", project, "g4", "GO").await;
    assert_eq!(decision["code"], "REJECTED");
    let again = json!({ "kind": "raad-instemming", "question": "En nu?" });
    let same = provider.refused("lead", "openConsultation", "OpenConsultationInput", project, again).await;
    assert_eq!(same, "proposal_unchanged");
    provider.rewrite("lead", project, "samenvatting", "met papier").await;
    provider.work(project).await;
    assert_eq!(to_open(provider, project).await[0]["replaces"], 5);
    open(provider, project, "raad-instemming").await;
    provider.act("council", "establishAdvice", "EstablishAdviceInput", project, say(6, "CONSENT_GIVEN")).await;
}

/// Something goes wrong in use: it is reported, the use is suspended, what it reopens is answered, and the use goes on.
async fn a_signal_is_handled(provider: &Provider, project: &str) {
    let signals = "query($id: ID!) { project(id: $id) { viewerCan inUse { live viewerCanSuspendFor { key } suspensions { party { key } \
                   viewerCanResume } signals { number kind reference viewerCanHandle open { blocker { kind criterion { key } } \
                   viewerCanAnswer waitsFor { party { key } } } } } } }";
    let report = json!({ "kind": "INCIDENT", "reference": "Melding 2026-1: het plan opende niet.", "on": provider.today() });
    provider.act("care", "reportSignal", "ReportSignalInput", project, report).await;
    let suspend = json!({ "party": "zorg", "reason": "Eerst uitzoeken wat er was." });
    provider.act("care", "suspendUse", "UseInput", project, suspend).await;
    let plan = json!({ "name": "Team Oost", "on": provider.in_days(7) });
    assert_eq!(provider.refused("lead", "planRollout", "PlanRolloutInput", project, plan.clone()).await, "use_suspended");

    let seen = provider.data("nurse", signals, json!({ "id": project })).await["project"].take();
    let signal = &seen["inUse"]["signals"][0];
    assert_eq!((&seen["inUse"]["live"], &signal["viewerCanHandle"]), (&json!(true), &json!(false)));
    assert_eq!(signal["open"][0]["blocker"]["criterion"]["key"], "client-risico");
    assert_eq!(signal["open"][0]["viewerCanAnswer"], true, "asked again while no round is open");
    let handle = json!({ "signal": 1, "note": "De leverancier herstelde het." });
    let early = provider.refused("nurse", "handleSignal", "HandleSignalInput", project, handle.clone()).await;
    assert_eq!(early, "signal_not_answered");
    provider.work(project).await;
    provider.act("nurse", "handleSignal", "HandleSignalInput", project, handle).await;
    provider.act("care", "resumeUse", "UseInput", project, json!({ "party": "zorg", "reason": "Het is veilig." })).await;
    provider.act("lead", "planRollout", "PlanRolloutInput", project, plan).await;
    let after = provider.data("lead", signals, json!({ "id": project })).await["project"].take();
    assert_eq!((&after["inUse"]["signals"], &after["inUse"]["suspensions"]), (&json!([]), &json!([])));
}

async fn the_whole_funnel(url: Option<&str>) {
    let provider = Provider::new(url).await;
    let project = provider.begin().await;
    assert_eq!(provider.go("care", &project, "g0").await, "verkenning");
    provider.work(&project).await;
    the_council_is_heard(&provider, &project).await;
    assert_eq!(provider.go("chair", &project, "g1").await, "selectie");
    assert_eq!(provider.go("chair", &project, "g2").await, "proef");
    provider.work(&project).await;
    two_bodies_agree(&provider, &project).await;
    assert_eq!(provider.go("chair", &project, "g3").await, "invoering");
    provider.work(&project).await;
    consent_is_given_on_a_changed_proposal(&provider, &project).await;
    assert_eq!(provider.go("chair", &project, "g4").await, "in-gebruik");
    a_signal_is_handled(&provider, &project).await;

    // What became of every consultation is there to be read, also when its gate was decided long ago.
    let register = "query($id: ID!) { project(id: $id) { consultationRegister { number body { key } last advice { verdict text } \
                    response { following reason } } } }";
    let data = provider.data("client", register, json!({ "id": project })).await;
    let list = data["project"]["consultationRegister"].as_array().expect("a list");
    assert_eq!(list.len(), 6);
    let asked = list.iter().find(|one| one["number"] == 2).expect("the request");
    assert_eq!((&asked["last"], &asked["response"]["following"]), (&json!("ADVICE_ANSWERED"), &json!("PARTLY")));

    let report = provider.store.verify().await.expect("a report");
    assert!(report.findings.is_empty(), "{report:?}");
}

async fn an_emergency(url: Option<&str>) {
    let provider = Provider::new(url).await;
    let project = provider.begin().await;
    provider.go("care", &project, "g0").await;
    let allow = |until: String, parties: &[&str]| {
        let heard: Vec<Value> = parties.iter().map(|party| json!({ "party": party, "said": "Gehoord." })).collect();
        json!({ "until": until, "reason": "Er is nu niets anders.", "heard": heard })
    };
    let all = ["zorg", "ict", "kwaliteit", "privacy-officer", "ciso"];
    let (kind, name) = ("AllowEmergencyUseInput", "allowEmergencyUse");
    let unheard = provider.refused("chair", name, kind, &project, allow(provider.in_days(10), &all[..3])).await;
    assert_eq!(unheard, "parties_not_heard");
    assert_eq!(provider.refused("chair", name, kind, &project, allow(provider.in_days(99), &all)).await, "emergency_term");
    provider.act("chair", name, kind, &project, allow(provider.in_days(10), &all)).await;
    let query = "query($id: ID!) { project(id: $id) { viewerCan conditions { kind due } emergency { open until spent tell { key } } \
                 timeline(first: 60) { edges { node { kind } } } } }";
    let used = provider.data("chair", query, json!({ "id": project })).await["project"].take();
    assert_eq!((&used["emergency"]["open"], &used["emergency"]["until"]), (&json!(true), &json!(provider.in_days(10))));
    assert!(used["conditions"].as_array().expect("a list").len() > 2, "what is missing becomes conditions: {used:#}");

    // It ends by itself, also when nobody was there.
    provider.clock.advance_days(20);
    provider.store.execute_due().await.expect("time passes");
    let over = provider.data("chair", query, json!({ "id": project })).await["project"].take();
    assert_eq!((&over["emergency"]["open"], &over["emergency"]["spent"]), (&json!(false), &json!(true)));
    assert!(over["timeline"].to_string().contains("EMERGENCY_ENDED"));
    let twice = provider.refused("chair", name, kind, &project, allow(provider.in_days(10), &all)).await;
    assert_eq!(twice, "emergency_spent");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nine_people_take_an_idea_into_use_on_sqlite() {
    the_whole_funnel(None).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nine_people_take_an_idea_into_use_on_postgresql() {
    let database = Database::create().expect("a private PostgreSQL");
    the_whole_funnel(Some(&database.url())).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn emergency_use_ends_by_itself_on_sqlite() {
    an_emergency(None).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn emergency_use_ends_by_itself_on_postgresql() {
    let database = Database::create().expect("a private PostgreSQL");
    an_emergency(Some(&database.url())).await;
}
