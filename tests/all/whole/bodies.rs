//! Bodies on the way of a project: told, asked, deliberating in private, answered.

use serde_json::{Value, json};
use tests::life::{Life, Says};

const CONSULTATION: &str = "query($id: ID!, $n: Int!) { project(id: $id) { consultation(number: $n) { step right lacks viewerCan \
    viewerCanRecord verdicts term { due passed } extensionAsked opinions { person { id } text } advice { verdict text minority } conferredOn \
    response { following reason } exhibits { kind { key } revision hash } } } }";
const TO_OPEN: &str = "query($id: ID!) { project(id: $id) { consultationsToOpen { key right body { key } question due missing { key } \
    replaces viewerCanOpen hasMembers } } }";

/// Words that nobody else would write.
const SECRET: &str = "bang voor mijn telefoon";
pub const COUNCIL: [&str; 3] = ["council", "client", "coach"];

pub const AGREES: Says<'_> = Says { verdict: "POSITIVE", text: "Doen.", minority: "" };

pub async fn consultation(life: &impl Life, who: &str, project: &str, number: u32) -> Value {
    let mut data = life.data(who, CONSULTATION, json!({ "id": project, "n": number })).await;
    data["project"]["consultation"].take()
}

pub async fn to_open(life: &impl Life, project: &str) -> Vec<Value> {
    let data = life.data("lead", TO_OPEN, json!({ "id": project })).await;
    data["project"]["consultationsToOpen"].as_array().expect("a list").clone()
}

/// Opens what the gate asks of this body; gives the number of the consultation.
pub async fn open(life: &impl Life, project: &str, key: &str) -> u32 {
    let waiting = to_open(life, project).await;
    let one = waiting.iter().find(|one| one["key"] == key).unwrap_or_else(|| panic!("{key} is not asked: {waiting:#?}"));
    assert!(one["missing"] == json!([]) && one["viewerCanOpen"] == true && one["hasMembers"] == true, "{one:#}");
    let input = json!({ "kind": key, "question": one["question"] });
    life.act("lead", "openConsultation", "OpenConsultationInput", project, input).await;
    let query = "query($id: ID!) { project(id: $id) { consultations { number kind } } }";
    let data = life.data("lead", query, json!({ "id": project })).await;
    let list = data["project"]["consultations"].as_array().expect("a list").iter();
    let numbers = list.filter(|one| one["kind"] == key).filter_map(|one| one["number"].as_u64());
    u32::try_from(numbers.max().expect("it is there")).expect("small")
}

/// The same letter to each of them.
pub fn each<'a>(who: &[&'a str], subject: &'a str) -> Vec<(&'a str, &'a str)> {
    who.iter().map(|who| (*who, subject)).collect()
}

pub fn can(consultation: &Value, action: &str) -> bool {
    consultation["viewerCan"].as_array().expect("a list").iter().any(|can| can == action)
}

/// The council is told at the first steering gate, asks to be asked, and is answered although it is not followed.
pub async fn the_council_is_heard(life: &impl Life, project: &str) {
    assert_eq!(open(life, project, "raad-geinformeerd").await, 1);
    life.heard(&each(&COUNCIL, "Ter informatie voor de Cliëntenraad: 'Crisis-app'")).await;
    life.request("council", project, "clientenraad", "Mogen wij hierover advies geven?").await;
    life.heard(&[("lead", "De Cliëntenraad wil advies geven over 'Crisis-app'. Vraagt u het?")]).await;
    assert!(
        life.blockers("chair", project).await.contains(&"CONSULTATION".to_owned()),
        "a body's question is never put aside"
    );
    let accept = json!({ "consultation": 2, "summary": "Een plan op zak, ook als u in nood bent.", "documents": ["idee", "samenvatting"] });
    life.act("lead", "acceptRequest", "AcceptRequestInput", project, accept).await;
    life.heard(&each(&COUNCIL, "Wilt u advies geven over 'Crisis-app'? U heeft tijd tot en met")).await;
    they_deliberate_in_private(life, project).await;

    // Only the chair establishes what the body says; negative advice needs a conversation before it is left unfollowed.
    let advice = json!({ "consultation": 2, "advice": { "verdict": "NEGATIVE", "text": "Niet zonder papier." } });
    let member = life.refused("client", "establishAdvice", "EstablishAdviceInput", project, advice.clone()).await;
    assert_eq!(member, "not_permitted");
    if !life.has_mail() {
        // Law 17: advice rests on what the body was shown; a chair who saw another version, or not all, is told.
        let asked = consultation(life, "council", project, 2).await;
        assert!(can(&asked, "ESTABLISH_ADVICE"));
        assert_eq!(asked["exhibits"].as_array().expect("a list").len(), 2);
        let mut unseen = advice;
        unseen["seenRevisions"] = json!([{ "artefact": "idee", "hash": "00".repeat(32) }]);
        let conflict = life.conflict("council", "establishAdvice", "EstablishAdviceInput", project, unseen).await;
        assert_eq!(conflict, ["revision", "revision"]);
    }
    let says = Says { verdict: "NEGATIVE", text: "Niet zonder papier.", minority: "Een lid vindt het goed." };
    life.establish("council", project, 2, says).await;
    life.heard(&[
        ("lead", "Wilt u reageren op het advies van de Cliëntenraad over 'Crisis-app'? Gegeven op"),
        ("client", "De Cliëntenraad heeft antwoord gegeven over 'Crisis-app'"),
        ("coach", "De Cliëntenraad heeft antwoord gegeven over 'Crisis-app'"),
    ])
    .await;
    the_lead_answers(life, project).await;
}

/// Law 9: what members say among themselves is theirs.
async fn they_deliberate_in_private(life: &impl Life, project: &str) {
    for who in COUNCIL {
        life.scan(who).await;
    }
    let after = consultation(life, "lead", project, 2).await;
    assert_eq!((&after["step"], &after["extensionAsked"]), (&json!("ASKED"), &Value::Null), "a scanner decides nothing");
    life.opine("client", project, 2, "nee", SECRET).await;
    life.opine("council", project, 2, "maar", "Papier blijft nodig.").await;
    for who in ["council", "client", "coach"] {
        let read = life.opinions(who, project, 2).await;
        assert!(read.contains(SECRET) && read.contains("Papier blijft nodig."), "{who}: {read}");
    }
    for who in ["lead", "chair", "nurse", "fg"] {
        let seen = consultation(life, who, project, 2).await;
        assert_eq!(seen["opinions"], json!([]), "{who}");
        let timeline = "query($id: ID!) { project(id: $id) { timeline(first: 100) { edges { node { kind name text } } } } }";
        let told = life.data(who, timeline, json!({ "id": project })).await.to_string();
        assert!(!told.contains(SECRET) && !told.contains("opined"), "{who} reads an opinion in the timeline");
    }
    life.heard(&[]).await;
}

async fn the_lead_answers(life: &impl Life, project: &str) {
    let respond = |following: &str| json!({ "consultation": 2, "following": following, "reason": "Papier blijft, de app komt erbij." });
    let early = life.refused("lead", "respondToAdvice", "RespondToAdviceInput", project, respond("PARTLY")).await;
    assert_eq!(early, "overleg_needed");
    let seen = consultation(life, "lead", project, 2).await;
    assert_eq!((&seen["step"], &seen["lacks"]), (&json!("ADVISED"), &json!(["OVERLEG_MISSING", "RESPONSE_MISSING"])));
    assert_eq!(seen["advice"]["minority"], "Een lid vindt het goed.");
    let confer =
        json!({ "consultation": 2, "on": life.today().to_string(), "note": "Wij spraken de raad in zijn vergadering." });
    life.act("lead", "confer", "ConferInput", project, confer).await;
    life.heard(&[]).await;
    life.act("lead", "respondToAdvice", "RespondToAdviceInput", project, respond("PARTLY")).await;
    life.heard(&each(&COUNCIL, "Dit doen wij met uw advies over 'Crisis-app'")).await;
    let answered = consultation(life, "client", project, 2).await;
    assert_eq!(answered["step"], "SETTLED");
    assert_eq!(answered["response"]["reason"], "Papier blijft, de app komt erbij.");
}

/// Advice that agrees closes at once; its words stay to be read.
pub async fn agrees(life: &impl Life, project: &str, key: &str, who: &str) -> u32 {
    let number = open(life, project, key).await;
    life.establish(who, project, number, AGREES).await;
    let seen = consultation(life, "lead", project, number).await;
    assert_eq!((&seen["step"], &seen["advice"]["text"]), (&json!("SETTLED"), &json!("Doen.")));
    number
}
